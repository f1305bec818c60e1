"""What a record says of itself: the one fact that was asked for, or all of them."""

from __future__ import annotations

from actions import at_hand
from actions.names import authors_of
from actions.shelf import short_title
from actions.signs import facts
from actions.turn import Turn
from index.record import Record

_SUBJECTS, _CHAPTERS, _NAMES = 6, 12, 5
_UNTOLD = (
    "translators",
    "series",
    "nationality",
    "narrators",
)  # of which it is told what is not said


def all_of(turn: Turn, record: Record) -> dict[str, str]:
    """Facts by name, in the order in which they are told; "" for what the record does not say."""
    names = turn.names
    return {
        "series": "; ".join(record.series),
        "edition": record.edition,
        "publisher": record.publisher,
        "pages": str(record.pages or ""),
        "language": names.language_name(record.language) if record.language else "",
        "format": names.format(record.format),
        "subjects": "; ".join(s.replace(" -- ", " – ") for s in record.subjects[:_SUBJECTS]),
        "contents": "; ".join(record.contents[:_CHAPTERS]),
    }


def told(turn: Turn, record: Record) -> list[str]:
    """A sentence for each fact that the message asks for."""
    asked = [] if turn.ask.pressed else at_hand.asked_facts(turn.ask.text)
    return [_sentence(turn, record, name) for name in asked]


def _sentence(turn: Turn, record: Record, name: str) -> str:
    value, title = _value(turn, record, name), short_title(record)
    key = f"fact-{name}" if value else f"fact-no-{name}" if name in _UNTOLD else "fact-untold"
    return turn.text(key, title=title, value=value)


def _value(turn: Turn, record: Record, name: str) -> str:
    names = turn.names
    if name == "authors":
        said = dict(zip(record.authors, authors_of(record), strict=True))
        wrote = [said[one] for one in said if one not in record.translators] or list(said.values())
        return names.joined(wrote[:_NAMES], "and")
    if name == "audience":
        return names.audience(record.audience)
    if name == "translators":
        said = dict(zip(record.authors, authors_of(record), strict=True))
        return names.joined([said.get(one, one) for one in record.translators[:_NAMES]], "and")
    if name == "narrators":
        hits = map(facts.READ_BY.search, record.notes)
        return next((hit[1].strip() for hit in hits if hit), "")
    if name == "series":
        return "; ".join(record.series)
    if name == "nationality":
        return ""  # no record tells it
    if name == "summary":
        return record.summary or "; ".join(record.subjects[:_SUBJECTS])
    return str(getattr(record, name) or "")
