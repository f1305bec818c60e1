"""Wishes about the conversation itself: forget it, or speak another language."""

from __future__ import annotations

from actions import signs
from actions.skills import find, refine
from actions.turn import Turn
from assistant.model import Language


def forget(turn: Turn) -> None:
    """Erase at once when the words are plain, else ask once. The service does the erasing."""
    data = turn.ask.payload
    if data is not None and data.get("confirm") is False:
        turn.say("forget-kept")
        return turn.ends("talk")
    if (data is not None and data.get("confirm")) or _plain(
        turn.ask.text, pressed=data is not None
    ):
        turn.effect("forget")
        return turn.ends("forgotten")
    turn.say("forget-sure")
    turn.offer(turn.text("choice-forget-yes"), "forget", confirm=True)
    turn.offer(turn.text("choice-forget-no"), "forget", confirm=False)
    turn.question(yes='/forget{"confirm": true}')
    return turn.ends("asked")


def _plain(text: str, *, pressed: bool) -> bool:
    """Whether the words ask for it outright: "forget this conversation"."""
    return not pressed and bool(signs.FORGET.search(text)) and not signs.ASKING.search(text)


def switch(turn: Turn) -> None:
    """Answer in the language asked for; one that we do not speak is for a person."""
    if turn.ask.has("language") and not signs.SPEAKING.search(turn.ask.text):
        if turn.ask.query:
            return find.find(turn)  # "do you have Dune in Chinese"
        if turn.session.topic == "holdings":
            return refine.refine(turn)  # "what about in Chinese?" of a list of books
    wanted = _wanted(turn)
    if wanted is None:
        turn.say("language-which")
        turn.offer("English", "language", language="en")
        turn.offer("中文", "language", language="zh")
        turn.offer_human("language")
        turn.question()
        return turn.ends("asked")
    spoken = turn.ask.language
    turn.session.tongue = [spoken, wanted] if spoken != wanted else []
    turn.language = wanted
    turn.say("language-set")
    return turn.ends("answered")


def _wanted(turn: Turn) -> Language | None:
    pressed = (turn.ask.payload or {}).get("language")
    if pressed in ("en", "zh"):
        return "zh" if pressed == "zh" else "en"
    named = [language for language, pattern in signs.TARGETS if pattern.search(turn.ask.text)]
    return named[0] if len(named) == 1 else _other_of(turn, named)


def _other_of(turn: Turn, named: list[Language]) -> Language | None:
    """Both named ("English, not Chinese"): the one that is not spoken now."""
    return next((language for language in named if language != turn.ask.language), None)
