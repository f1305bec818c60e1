"""What only the reader's account could do: place a hold, renew, look up loans."""

from __future__ import annotations

from actions import signs
from actions.skills import answer, pick
from actions.turn import Turn
from assistant.knowledge import Entry

_HOW = {"place_hold": "ask-hold", "renew": "ask-renew"}


def service(turn: Turn) -> None:
    """How it is done, the item it is about, a person."""
    entry = _how(turn)
    answer.give(turn, entry) if entry else answer.answer(turn)
    record = pick.pointed_at(turn) or pick.wanted(turn)
    if record is not None:
        pick.show_one(turn, record)
    if turn.outcome == "answered":
        turn.offer_human("account")


def _how(turn: Turn) -> Entry | None:
    """How such a service is asked for, when the reader's words ("reserve Dune") find no answer."""
    ask, bounds = turn.ask, turn.services.bounds
    if ask.intent not in _HOW or ask.confidence < bounds.intent or _answers(turn):
        return None
    plain = turn.services.answers.nearest(turn.text(_HOW[turn.ask.intent]), turn.language, 1)
    return plain[0].entry if plain and plain[0].confidence >= bounds.answer else None


def _answers(turn: Turn) -> bool:
    """Whether an entry answers: by its words alone, unless the message is a question."""
    text, found = turn.ask.text, answer.nearest(turn)
    asking = any(sign.search(text) for sign in (signs.ASKING, signs.QUESTION, signs.MAY))
    sure = bool(found) and found[0].confidence >= turn.services.bounds.answer
    return sure if asking else answer.surely(turn)
