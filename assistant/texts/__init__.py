"""Every text that a reader sees, in English and Chinese, kept as Fluent messages."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from assistant.model import Language

FOLDER = Path(__file__).parent
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
    """The text of `key`. Raises KeyError without such a text, ValueError without an argument."""
    bundle = _bundle(language)
    if not bundle.has_message(key):
        raise KeyError(f"no text {key!r} in {language}")
    text, errors = bundle.format_pattern(bundle.get_message(key).value, args)
    if errors:
        raise ValueError(f"text {key!r} in {language}: {errors}")
    return str(text)
