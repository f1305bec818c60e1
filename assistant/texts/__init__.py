"""Every text that a reader sees, in English and Chinese, kept as Fluent messages."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from assistant.model import Language

FOLDER = Path(__file__).parent
LONGEST = 2000  # characters of an argument; Fluent refuses more than 2,500
LANGUAGES: tuple[Language, ...] = ("en", "zh")


@lru_cache(maxsize=2)
def _bundle(language: Language) -> Any:
    from fluent.runtime import FluentBundle, FluentResource

    bundle = FluentBundle([{"en": "en-GB", "zh": "zh-CN"}[language]], use_isolating=False)
    for file in sorted(FOLDER.glob(f"{language}/*.ftl")):
        bundle.add_resource(FluentResource(file.read_text("utf-8")))
    return bundle


def has(language: Language, key: str) -> bool:
    """Whether there is a text for the key."""
    return bool(_bundle(language).has_message(key))


def say(language: Language, key: str, **args: Any) -> str:
    """The text of `key`; a very long argument is cut.

    Raises KeyError without such a text, ValueError without an argument.
    """
    bundle = _bundle(language)
    if not bundle.has_message(key):
        raise KeyError(f"no text {key!r} in {language}")
    shown = {name: _cut(value) for name, value in args.items()}
    text, errors = bundle.format_pattern(bundle.get_message(key).value, shown)
    if errors:
        raise ValueError(f"text {key!r} in {language}: {errors}")
    return str(text)


def _cut(value: Any) -> Any:
    return f"{value[:LONGEST]}…" if isinstance(value, str) and len(value) > LONGEST else value
