"""Cite an item in a style of the reader's choice."""

from __future__ import annotations

from actions.cite import STYLES
from actions.skills import pick
from actions.turn import Turn
from assistant.errors import BadRequest
from assistant.model import CitationPart


def cite(turn: Turn) -> None:
    """The citation, and the other styles a press away."""
    record = pick.one(turn, "cite")
    if record is None:
        return
    style = _style(turn)
    text = turn.services.citer.cite(record, style)
    turn.say("cited", style=STYLES[style])
    turn.show(CitationPart(style=style, text=text))
    for other in STYLES:
        if other != style:
            turn.offer(STYLES[other], "cite", record_id=record.id, style=other)
    turn.session.style, turn.session.topic = style, "holdings"
    turn.ends("answered")


def _style(turn: Turn) -> str:
    """The style asked for, the one used last, or the usual one of the reader's language."""
    pressed = (turn.ask.payload or {}).get("style")
    if pressed is not None and pressed not in STYLES:
        raise BadRequest(f"style: {pressed!r} is not one of {', '.join(STYLES)}.")
    usual = "gbt7714" if turn.language == "zh" else "apa"
    return str(pressed or turn.ask.one("style") or turn.session.style or usual)
