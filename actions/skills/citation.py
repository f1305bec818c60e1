"""Cite an item in a style of the reader's choice."""

from __future__ import annotations

from rapidfuzz import fuzz

from actions import at_hand, citing, references
from actions.cite import STYLES, USUAL
from actions.signs import leaning
from actions.skills import pick
from actions.turn import Turn
from assistant.errors import BadRequest
from assistant.model import CitationPart
from index.record import Record
from index.text import has_han

_ALIKE = 80  # of a hundred, from which a title typed is that of a record


def cite(turn: Turn) -> None:
    """The citations, and the other styles a press away."""
    _tell_last(turn)
    turn.session.style = turn.ask.one("style") or turn.session.style
    if (pasted := _pasted(turn)) is not None:
        return _cite_pasted(turn, pasted)
    records = pick.several(turn, "cite")
    if not records:
        return None
    if lacked := _lacked(turn, records):
        turn.session.focus = ""
        turn.say("nothing", about=turn.text("about-text", text=lacked))
        turn.offer_human("nothing_found")
        return turn.ends("nothing_found")
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


def _tell_last(turn: Turn) -> None:
    """In which style the last citation was, where it is taken for another: "that's APA, right"."""
    last, asked = turn.session.style, turn.ask.one("style")
    taken = not turn.ask.pressed and leaning.STYLE_TAKEN.search(turn.ask.text)
    if taken and last in STYLES and asked not in (None, last):
        turn.say("cited-was", style=STYLES[last])


def _lacked(turn: Turn, records: list[Record]) -> str:
    """The title that is to be cited, where what was found bears no such one: another's Grace."""
    ask = turn.ask
    title = "" if ask.pressed or at_hand.numbers(ask) else citing.cited(ask)
    if not title or has_han(title) or citing.named(ask, turn.shelf):
        return ""
    return "" if any(_bears(one, title) for one in records) else title


def _bears(record: Record, title: str) -> bool:
    """Whether a title, however it is spelt, may be that of a record."""
    names = " ".join((*record.authors, *record.variant_authors))
    told = [f"{one} {names}".casefold() for one in (record.title, *record.variant_titles)]
    typed = title.casefold()
    likeness = (max(fuzz.token_set_ratio(typed, t), fuzz.partial_ratio(typed, t)) for t in told)
    return max(likeness) >= _ALIKE


def _pasted(turn: Turn) -> Record | None:
    """What the reader pasted to have it cited; None where an item of ours is meant."""
    session = turn.session
    if turn.ask.pressed or session.focus or not session.pasted or at_hand.numbers(turn.ask):
        return None
    return references.read(session.pasted)


def _cite_pasted(turn: Turn, record: Record) -> None:
    """The reader's own reference in the style asked for; in its own, when it is to be checked."""
    checks = leaning.CHECKS.search(turn.ask.text) and not turn.ask.has("style")
    style = "gbt7714" if checks and record.language == "chi" else _style(turn)
    if style not in STYLES:
        turn.say("cite-style-unknown", styles=turn.names.joined(STYLES.values()))
        turn.question()
        return turn.ends("asked")
    turn.say("cited-check" if checks else "cited-pasted", style=STYLES[style])
    turn.show(CitationPart(style=style, text=turn.services.citer.cite(record, style)))
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
