"""What a record says of itself: the one fact that was asked for, or all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from actions import at_hand
from actions.names import authors_of
from actions.shelf import short_title
from actions.signs import facts
from actions.turn import Turn
from index.record import Filters, Record
from index.tokens import words

_SUBJECTS, _CHAPTERS, _NAMES = 6, 12, 5
_FILM, _READ = "film", ("book", "ebook", "large_print", "graphic_novel")
_FORMS = {"makers": _FILM, "cast": _FILM, "narrators": "audiobook"}  # of what it is asked
_UNTOLD = (
    "translators",
    "series",
    "nationality",
    "narrators",
    "makers",
    "cast",
    "minutes",
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


def in_its_form(turn: Turn, record: Record) -> Record:
    """The film of a work whose director is asked for, the book whose pages; else itself."""
    asked = [] if turn.ask.pressed else at_hand.asked_facts(turn.ask.text)
    if "pages" in asked and record.format == _FILM:
        return _book(turn, record) or record
    form = next((_FORMS[name] for name in asked if name in _FORMS), record.format)
    if record.format == form:
        return record
    found = turn.shelf.editions(record.id, Filters(formats=(form,)))
    return next((one for one in found if one.format == form), record)


def told(turn: Turn, record: Record) -> list[str]:
    """A sentence for each fact that the message asks for."""
    asked = [] if turn.ask.pressed else at_hand.asked_facts(turn.ask.text)
    return [_sentence(turn, record, name) for name in asked]


def _sentence(turn: Turn, record: Record, name: str) -> str:
    value, title = _value(turn, record, name), short_title(record)
    key = f"fact-{name}" if value else f"fact-no-{name}" if name in _UNTOLD else "fact-untold"
    return turn.text(key, title=title, value=value)


def _value(turn: Turn, record: Record, name: str) -> str:
    told = _TOLD.get(name)
    return told(turn, record) if told else str(getattr(record, name) or "")


def _authors(turn: Turn, record: Record) -> str:
    said = dict(zip(record.authors, authors_of(record), strict=True))
    if record.format == _FILM and (book := _book(turn, record)):
        return _authors(turn, book)
    lent = {*record.translators, *_readers(turn, record)}
    wrote = [said[one] for one in said if one not in lent] or list(said.values())
    return turn.names.joined(wrote[:_NAMES], "and")


def _book(turn: Turn, film: Record) -> Record | None:
    """The book of a film of the same title, in the film's language if there is one."""
    books = [one for one in turn.shelf.editions(film.id) if one.format in _READ]
    return min(books, key=lambda one: one.language != film.language, default=None)


def _readers(turn: Turn, record: Record) -> list[str]:
    """Those among the authors of a recording who read it aloud."""
    read = set(words(_narrators(turn, record)))
    return [one for one in record.authors[1:] if read and set(words(one)) & read]


def _translators(turn: Turn, record: Record) -> str:
    said = dict(zip(record.authors, authors_of(record), strict=True))
    return turn.names.joined([said.get(one, one) for one in record.translators[:_NAMES]], "and")


def _narrators(_turn: Turn, record: Record) -> str:
    hits = map(facts.READ_BY.search, record.notes)
    return next((hit[1].strip() for hit in hits if hit), "")


def _played(record: Record) -> list[str]:
    """Those among the authors of a film whom a note names as its cast."""
    noted = set(words(" ".join(record.notes)))
    return [one for one in record.authors if noted and set(words(one)) <= noted]


def _made(turn: Turn, record: Record) -> list[str]:
    """Those who made a film: neither in its cast, nor the author of the book."""
    others = [one for one in turn.shelf.editions(record.id) if one.format in _READ]
    wrote = {frozenset(words(name)) for one in others for name in one.authors}
    cast = _played(record)
    told = [one for one in record.authors if one not in cast]
    made = [one for one in told if frozenset(words(one)) not in wrote]
    return made if len(made) < len(told) or len(told) == 1 else []


def _makers(turn: Turn, record: Record) -> str:
    said = dict(zip(record.authors, authors_of(record), strict=True))
    made = _made(turn, record) if record.format == _FILM else []
    return turn.names.joined([said[one] for one in made], "and")


def cast_of(record: Record) -> str:
    """As the notes have it that name somebody of it, else as the summary tells it."""
    if record.format != _FILM:
        return ""
    players = [set(words(one)) for one in _played(record)]
    told = [note for note in record.notes if any(one <= set(words(note)) for one in players)]
    return "; ".join(note.rstrip(".") for note in told) if told else record.summary


_TOLD: Mapping[str, Callable[[Turn, Record], str]] = {  # others are as the record has them
    "authors": _authors,
    "translators": _translators,
    "narrators": _narrators,
    "makers": _makers,
    "cast": lambda _turn, record: cast_of(record),
    "minutes": lambda _turn, _record: "",  # nor this
    "audience": lambda turn, record: turn.names.audience(record.audience),
    "isbn": lambda turn, record: turn.names.joined(record.isbn, "and"),
    "series": lambda _turn, record: "; ".join(record.series),
    "nationality": lambda _turn, _record: "",  # no record tells it
    "summary": lambda _turn, record: record.summary or "; ".join(record.subjects[:_SUBJECTS]),
}
