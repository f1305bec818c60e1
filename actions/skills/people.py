"""When a person is wanted: asked for, or because there is nothing else to say."""

from __future__ import annotations

from actions import staff
from actions.ask import Ask
from actions.signs import waiting
from actions.turn import Turn
from assistant.library import Specialist
from index.text import has_han

_WISH, _HAN_WISH = 7, 8  # words and characters of a wish for a person that says no more


def human(turn: Turn) -> None:
    """Hand the conversation over; the service says where the reader stands."""
    reason = str((turn.ask.payload or {}).get("reason") or "asked")
    specialist = _specialist(turn)
    if specialist is not None:
        role = specialist.role[turn.language]
        turn.say("human-specialist", role=role)
        turn.session.who = specialist.code
    bare = {"bare": True} if says_no_more(turn.ask) else {}
    code = specialist.code if specialist else None
    turn.effect("escalate", reason=reason, subject=code, **bare)
    turn.session.topic = "human"
    turn.ends("human")


def says_no_more(ask: Ask) -> bool:
    """Whether a person is wanted, and nothing is said of what for."""
    said = waiting.POLITELY.sub("", ask.text)
    short = (
        len(said) <= _HAN_WISH
        if has_han(said)
        else len(said.split()) <= _WISH and " about " not in said
    )
    wishes = ask.taught or short or bool(waiting.LEAVES.search(ask.text))
    return wishes and not ask.pressed


def subject(turn: Turn) -> str | None:
    """The code of the specialist whose subject is spoken of."""
    specialist = _specialist(turn)
    return specialist.code if specialist else None


def _specialist(turn: Turn) -> Specialist | None:
    """Whose subject the message or the search at hand is."""
    frame = turn.session.frame
    said = "" if turn.ask.pressed else turn.ask.query
    found = staff.named(turn.ask.text, turn.library) or turn.library.specialist_for(said)
    if found is None and frame is not None and turn.session.topic in ("holdings", ""):
        found = turn.library.specialist_for(frame.text, _ddc(turn))
    return found


def _ddc(turn: Turn) -> str | None:
    record = turn.shelf.record(turn.session.focus) if turn.session.focus else None
    return record.ddc[0] if record and record.ddc else None


def insult(turn: Turn) -> None:
    turn.say("insult")
    turn.offer_human("upset")
    turn.ends("talk")


def not_sure(turn: Turn) -> None:
    """Nothing sure enough to say: be honest, and show the ways on."""
    turn.say("not-sure")
    turn.offer_human("unsure")
    offer_search(turn)
    turn.offer(turn.text("choice-help"), "help")
    turn.ends("unsure")


def beyond(turn: Turn) -> None:
    """Honest and short; a book may still help, and a person always."""
    turn.say("out-of-scope")
    offer_search(turn)
    turn.offer_human("out_of_scope")
    turn.offer(turn.text("choice-help"), "help")
    turn.ends("out_of_scope")


def offer_search(turn: Turn) -> None:
    """A search for what was typed, a press away."""
    if turn.ask.query and not turn.ask.pressed:
        text = turn.ask.query[:80]
        turn.offer(turn.text("choice-search", text=text[:40]), "find", text=text)
