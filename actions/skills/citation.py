"""Cite an item in a style of the reader's choice."""

from __future__ import annotations

from actions.cite import STYLES, USUAL
from actions.skills import pick
from actions.turn import Turn
from assistant.errors import BadRequest
from assistant.model import CitationPart
from index.record import Record


def cite(turn: Turn) -> None:
    """The citations, and the other styles a press away."""
    turn.session.style = turn.ask.one("style") or turn.session.style
    records = pick.several(turn, "cite")
    if not records:
        return None
    style = _style(turn)
    if style not in STYLES:
        return _other_style(turn, records[0])
    turn.say("cited", style=STYLES[style])
    for record in records:
        turn.show(CitationPart(style=style, text=turn.services.citer.cite(record, style)))
    if len(records) == 1:
        _offer_styles(turn, records[0], style)
    turn.session.style, turn.session.topic = style, "holdings"
    return turn.ends("answered")


def _other_style(turn: Turn, record: Record) -> None:
    turn.say("cite-style-unknown", styles=turn.names.joined(STYLES.values()))
    _offer_styles(turn, record, "")
    turn.question()
    turn.ends("asked")


def _offer_styles(turn: Turn, record: Record, but: str) -> None:
    for style in USUAL:
        if style != but:
            turn.offer(STYLES[style], "cite", record_id=record.id, style=style)


def _style(turn: Turn) -> str:
    """The style asked for, the one used last, or the usual one of the reader's language."""
    pressed = (turn.ask.payload or {}).get("style")
    if pressed is not None and pressed not in STYLES:
        raise BadRequest(f"style: {pressed!r} is not one of {', '.join(STYLES)}.")
    usual = "gbt7714" if turn.language == "zh" else "apa"
    return str(pressed or turn.ask.one("style") or turn.session.style or usual)
