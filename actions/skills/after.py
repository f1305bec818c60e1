"""What to read after a work: the next part of its series, else what is like it."""

from __future__ import annotations

from actions.session import Frame
from actions.signs import asking, wishes
from actions.skills import about, beside, find, series
from actions.turn import Turn
from index.record import Query, Record
from index.tokens import words
from index.works import proper_title

_READ = 60  # works that may be meant by a name: all the Poirots

_SEVERAL = 2
_CHARACTER = "Fictitious character"


def next_to_read(turn: Turn) -> None:
    """After one work, or after all those of a name."""
    title = find.liked(turn)
    if not title:
        return find.find(turn)
    full = next((one for one in (title, f"the {title}") if turn.shelf.bears(one)), "")
    hit = about.titled(turn, full) if full else None
    if hit is None or not _bears_it(hit.record, full):
        return _after_several(turn, title)
    if asking.READ_ALL.search(turn.ask.text):
        return _after_all(turn, hit.record)
    if not turn.ask.query and series.after(turn, hit.record):
        return None
    wanted = Frame(text=turn.ask.query, like=hit.record.id, filters=beside.given(turn))
    return find.begin(turn, wanted)


def _after_several(turn: Turn, name: str) -> None:
    """Works like those that bear a name, and none of these."""
    hits = turn.shelf.search(Query(text=name, limit=_READ)).hits
    read = [hit for hit in hits if _bears(hit.record, name)]
    if len(read) < _SEVERAL:
        known = about.liked(turn, name) if asking.READ_ALL.search(turn.ask.text) else None
        return _after_all(turn, known.record) if known else find.like_title(turn, name)
    first = next((hit for hit in read if hit.record.format == "book"), read[0]).record
    gone = [one for hit in read for one in (hit.record.id, *hit.editions)]
    limits = {key: told for key, told in beside.given(turn).items() if key != "authors"}
    wanted = Frame(text=turn.ask.query, like=first.id, filters=limits, gone=gone)
    return find.begin(turn, wanted)


def _after_all(turn: Turn, record: Record) -> None:
    """Works like one whose whole series was read, and none of that."""
    limits = {key: told for key, told in beside.given(turn).items() if key != "authors"}
    gone = series.all_parts(turn, record)
    return find.begin(turn, Frame(text=turn.ask.query, like=record.id, filters=limits, gone=gone))


def _bears_it(record: Record, title: str) -> bool:
    """Whether the title is that of the record, and no series that it is part of: Harry Potter."""
    return proper_title(title) in map(proper_title, about.titles_of(record))


def _bears(record: Record, name: str) -> bool:
    """Whether a title, a series, an author or somebody in it has that name; a topic is none."""
    told = [record.title, *record.series, *record.authors, *record.variant_authors]
    told += [one for one in record.subjects if _CHARACTER in one]
    return any(set(words(name)) <= set(words(one)) for one in told)


def unlike_that(turn: Turn) -> bool:
    """Something light, where what was read was too heavy; tells whether that was said."""
    hit = wishes.UNLIKE_THAT.search(turn.ask.text)
    told = next(filter(None, hit.groups()), "") if hit else ""
    if not told:
        return False
    filters = beside.of_the_child(turn) | beside.given(turn)
    text = turn.text("comfort-subject") if wishes.LIGHT.fullmatch(told) else told
    find.begin(turn, Frame(text=text, filters=filters))
    return True
