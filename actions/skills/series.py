"""The other parts of what is in hand: the next one, a volume by its number, all in order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions import at_hand
from actions.session import Frame
from actions.shelf import short_title
from actions.signs import pointing, sequels
from actions.skills import about, find, item, pick
from actions.turn import Turn
from actions.volumes import Part, numbered, parts_of
from index.record import Query, Record
from index.text import has_han
from index.works import proper_title

KIND = "series"  # of a list that this module made
_LOOKED = 60  # works among which the parts of a series are sought
_BY_NAME = (*find.NAMED, KIND)
_A_LIST = 2  # records, at least
_TITLES = 3  # other titles of a work, under which its editions are sought


def next_one(turn: Turn) -> None:
    """The part that comes next, before it, or that the message numbers."""
    if _found_by_series(turn):
        return in_order(turn)
    record = None if first(turn) else _in_hand(turn)
    if record is None:
        return None
    places = _places(turn, record)
    return _part(turn, record, *places) if places else _untold(turn, record)


def _part(turn: Turn, record: Record, here: Part, *others: Part) -> None:
    """The part that is asked for beside a record, in its series or in others that it stands in."""
    wanted, held = _wanted(turn, here.number), _held(turn, here.series, record)
    if wanted < 1:
        return in_order(turn)  # "is that the last of the series"
    if wanted in held:
        turn.say("series-next", series=here.series, number=wanted)
        return _show(turn, [held[wanted]], here.series)
    for other in others:
        if one := _held(turn, other.series, record).get(wanted):
            turn.say("series-other", series=here.series, number=wanted)
            return _show(turn, [one], other.series)
    told = turn.names.joined(map(str, sorted(held)), "and") or str(here.number)
    turn.say("series-not-held", series=here.series, number=wanted, held=told)
    return _show(turn, list(held.values()) or [record], here.series)


def first(turn: Turn) -> bool:
    """Show the first part that we have of the series on the list, if that is asked for; tells
    whether it was, and whether there is a series."""
    if turn.ask.pressed or not sequels.FIRST.search(at_hand.bare(turn.ask.text)):
        return False
    record = _first_on_screen(turn)
    here = next(iter(_places(turn, record)), None) if record else None
    held = _held(turn, here.series, record) if here else {}
    if here and held:
        turn.say("series-next", series=here.series, number=min(held))
        _show(turn, [held[min(held)]], here.series)
    return bool(held)


def _first_on_screen(turn: Turn) -> Record | None:
    if held := _on_screen(turn):
        return held[min(held)]
    return next((one for one in _shown(turn) if any(parts_of(one))), None)


def after(turn: Turn, record: Record) -> bool:
    """Show the part that comes after a work, where we have it; tells whether we do."""
    for here in _places(turn, record):
        if one := _held(turn, here.series, record).get(here.number + 1):
            turn.say("series-next", series=here.series, number=here.number + 1)
            _show(turn, [one], here.series)
            turn.offer(turn.text("choice-like"), "like", record_id=record.id)
            return True
    return False


def all_parts(turn: Turn, record: Record) -> list[str]:
    """The records of a work and of all other parts of its series, in every edition."""
    series = {part.series for part in _places(turn, record)}
    parts = [one for name in series for one in _held(turn, name, record).values()]
    return list({each.id: each for one in (record, *parts) for each in same_work(turn, one)})


def _found_by_series(turn: Turn) -> bool:
    """Whether the list was found by the name of a series, and no part of it is asked for."""
    if turn.ask.pressed or pointing.VOLUME.search(turn.ask.text) or _name(turn.ask.text):
        return False
    return len(_on_screen(turn)) > 1 and not any(_is_named(turn, one) for one in _shown(turn))


def _on_screen(turn: Turn) -> dict[int, Record]:
    """The parts of the series whose name brought the list that is on the screen."""
    frame = turn.session.frame
    if frame is None or frame.kind not in _BY_NAME or len(frame.shown) < _A_LIST:
        return {}
    picked = turn.session.focus not in ("", frame.shown[0])
    return {} if picked else _held(turn, frame.text)


def _shown(turn: Turn) -> list[Record]:
    frame = turn.session.frame
    return turn.shelf.records(frame.shown) if frame else []


def _is_named(turn: Turn, record: Record) -> bool:
    """Whether a title was asked for, and not a series of the same name."""
    frame = turn.session.frame
    return frame is not None and _same(record.title, frame.text)


def in_order(turn: Turn) -> None:
    """All parts that the catalogue has, first to last."""
    record = _in_hand(turn)
    if record is None:
        return None
    places = _places(turn, record)
    if not places:
        return _untold(turn, record)
    here = places[0]
    held = _in_either_tongue(turn, places, record)
    turn.say("series-order", series=here.series)
    return _show(turn, list(held.values()) or [record], here.series)


def _in_either_tongue(turn: Turn, places: Sequence[Part], record: Record) -> dict[int, Record]:
    """The parts under the name of the series and under its name in the other language: of Harry
    Potter one is in Chinese, and the others are not."""
    here, *others = places
    han = has_han(here.series)
    same = [one for one in others if one.number == here.number and has_han(one.series) != han]
    held: dict[int, Record] = {}
    for name in dict.fromkeys(one.series for one in (here, *same)):
        held = _held(turn, name, record) | held
    return dict(sorted(held.items()))


def _untold(turn: Turn, record: Record) -> None:
    numbered, listed = at_hand.numbers(turn.ask), len(turn.session.listed)
    if numbered and listed > 1:
        return item.details(turn)  # one on the list, and no part of a work
    if numbered and listed == 1:
        turn.say("list-ends", count=1)
    elif pointing.WHOLE_SET.search(turn.ask.text):
        turn.say("series-no-more", title=short_title(record))
    else:
        turn.say("series-untold", title=short_title(record))
    return _show(turn, [record], "")


def _show(turn: Turn, records: Sequence[Record], series: str) -> None:
    """Records as a list of its own, so that they can be numbered and gone back from."""
    frame = Frame(text=series or records[0].title, kind=KIND, total=len(records))
    turn.session.push(frame)
    turn.session.show(frame, [record.id for record in records], 0)
    turn.session.focus = records[0].id if len(records) == 1 else ""
    turn.session.topic = "holdings"
    pick.show(turn, records)
    if len(records) == 1:
        turn.offer(turn.text("choice-where"), "where", record_id=records[0].id)
        turn.offer(turn.text("choice-save"), "save", record_id=records[0].id)
    turn.ends("answered")


def _wanted(turn: Turn, here: int) -> int:
    text = turn.ask.text
    told = None if turn.ask.pressed else pointing.VOLUME.search(text)
    if told:
        return numbered(next(filter(None, told.groups())))
    if places := at_hand.numbers(turn.ask):
        return places[0]
    return here - 1 if pointing.BEFORE.search(text) else here + 1


def _in_hand(turn: Turn) -> Record | None:
    """The record whose series is asked about: named, in hand, or the first on a list of them."""
    session = turn.session
    if turn.ask.pressed:
        return pick.one(turn, "sequel")
    if name := _name(turn.ask.text):
        record = _named(turn, name)
        if record is None:
            find.find(turn)
        return record
    if held := _on_screen(turn):
        return held[min(held)]
    record = turn.shelf.record(session.focus) if session.focus else _of_the_list(turn)
    if record is None:
        pick.ask_which(turn, "sequel")
    return record


def _of_the_list(turn: Turn) -> Record | None:
    """What others like it were shown for; the first part of a series among an author's works."""
    frame = turn.session.frame
    if frame is None:
        return None
    if frame.kind == "like":
        return turn.shelf.record(frame.like)
    if frame.ahead:
        return turn.shelf.record(frame.shown[0])
    one_kind = frame.kind in (*_BY_NAME, "author")
    return next((one for one in _shown(turn) if one_kind and any(parts_of(one))), None)


def _named(turn: Turn, name: str) -> Record | None:
    """The first part that we have of a series of this name, else the record of this title."""
    if held := [one for _, one in sorted(_held(turn, name).items())]:
        return held[0]
    hit = about.known(turn, name)
    if hit and sequels.NTH_BOOK.search(turn.ask.text) and not _places(turn, hit.record):
        return None  # "the first aid book"
    return hit.record if hit else None


def _name(text: str) -> str:
    """The title that a question on a series names; "" for "it"."""
    nth = sequels.NTH_BOOK.search(text)
    if nth and (told := nth["of"] or nth["name"]):
        return str(told).strip()
    said = text.replace("'s ", " ").replace("’s ", " ")
    left = pointing.SERIES_WORDS.sub(" ", said).split()
    told = (
        re.search(rf"\b{re.escape(left[0])}\b.*\b{re.escape(left[-1])}\b", said) if left else None
    )
    name = told[0] if told and said.isascii() else " ".join(left)  # with "of the" in its middle
    return name.strip(" .,!?&。，！？'’").rstrip("和跟与及")


def same_work(turn: Turn, record: Record) -> list[Record]:
    """The record and its editions, those in its own language first."""
    titles = (record.title, *record.variant_titles[:_TITLES])
    hits = [hit for title in titles for hit in turn.shelf.search(Query(text=title, limit=3)).hits]
    same = [hit for hit in hits if record.work and hit.record.work == record.work]
    ids = dict.fromkeys(one for hit in same for one in (hit.record.id, *hit.editions))
    ids |= dict.fromkeys(one.id for one in turn.shelf.editions(record.id))
    others = [one for one in turn.shelf.records(list(ids)) if one.id != record.id]
    return [record, *sorted(others, key=lambda one: one.language != record.language)]


def _places(turn: Turn, record: Record) -> list[Part]:
    """Where the work stands in its series, as this and its other editions say it."""
    parts = [part for one in same_work(turn, record) for part in parts_of(one)]
    han = has_han(record.title)
    return sorted(dict.fromkeys(parts), key=lambda part: has_han(part.series) != han)


def _held(turn: Turn, series: str, near: Record | None = None) -> dict[int, Record]:
    """The parts of a series that we have, by number, each in the edition nearest to `near`."""
    page = turn.shelf.search(Query(text=series, limit=_LOOKED, floor=0.0))
    ids = [one for hit in page.hits for one in (hit.record.id, *hit.editions)]
    found: dict[int, Record] = {}
    for one in sorted(turn.shelf.records(ids), key=lambda one: _far(one, near)):
        if held := _number_in(one, series):
            found.setdefault(held, one)
    return dict(sorted(found.items()))


def _far(one: Record, near: Record | None) -> tuple[bool, bool, bool]:
    other = near or one
    return one.language != other.language, one.format != other.format, one.format != "book"


def _number_in(record: Record, series: str) -> int:
    return next((part.number for part in parts_of(record) if _same(part.series, series)), 0)


def _same(one: str, other: str) -> bool:
    first, second = (proper_title(name).replace(" ", "") for name in (one, other))
    return first == second
