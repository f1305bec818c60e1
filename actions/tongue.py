"""Which language to answer in: the reader's, kept through short replies, switched with them."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from actions.ask import Ask
from actions.session import Session
from actions.signs import shapes
from assistant.model import Language
from assistant.texts import FOLDER
from index.text import Script, has_han, only_han, script_of, simplify

_TALK = frozenset(
    [
        "affirm",
        "deny",
        "thanks",
        "cancel",
        "nonsense",
        "save_item",
        "show_more",
        "go_back",
        "cite",
        "goodbye",
    ]
)


def language_of(ask: Ask, session: Session) -> Language:
    """The language to answer this message in."""
    heard = _told(ask)
    if session.tongue and len(session.tongue) == 2:
        written, wanted = session.tongue
        if heard in (None, written):
            return "zh" if wanted == "zh" else "en"
        session.tongue = []
    return heard or ask.language


def _told(ask: Ask) -> Language | None:
    """The language that the message clearly speaks; None for short replies, names and titles."""
    if ask.pressed or ask.heard not in ("en", "zh") or ask.heard == ask.language:
        return None
    pinyin = ask.heard == "zh" and not has_han(ask.text)
    if (_only_names(ask) and not pinyin) or (ask.intent in _TALK and len(ask.text) < 12):
        return None
    if ask.heard == "en":
        return "en" if shapes.ENGLISH.search(ask.text) else None
    return "zh"


def _only_names(ask: Ask) -> bool:
    """Whether the whole text is a title or a name: 三体 in a conversation in English."""
    named = "".join(str(e.value) for e in ask.entities if e.name in ("query", "author", "like"))
    bare = letters(ask.text)
    whole = bool(bare) and bare == letters(named)
    return whole and len(only_han(bare)) < 7 and not shapes.ENGLISH.search(ask.text)


def script_of_all(text: str) -> Script:
    """The Chinese characters of a text in which no others stand; "" where both write it alike."""
    scripts = {script_of(char) for char in text} - {""}
    return scripts.pop() if len(scripts) == 1 else ""


def letters(text: str) -> str:
    """The text without blanks and punctuation, in lower case and simplified."""
    return re.sub(r"\W", "", simplify(text)).casefold()


def in_their_language(code: str | None) -> str:
    """That we speak English and Chinese, in the reader's own language; "" if we cannot say it."""
    bundle = _others()
    key = f"only-two-{code}"
    if code is None or not bundle.has_message(key):
        return ""
    text, _ = bundle.format_pattern(bundle.get_message(key).value)
    return str(text)


@cache
def _others() -> Any:
    from fluent.runtime import FluentBundle, FluentResource

    bundle = FluentBundle(["en"], use_isolating=False)
    file = Path(FOLDER) / "other" / "tongues.ftl"
    bundle.add_resource(FluentResource(file.read_text("utf-8")))
    return bundle
