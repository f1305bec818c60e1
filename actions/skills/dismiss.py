"""What a reader has read or does not want: the list goes on without it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from actions.session import Frame
from actions.shelf import short_title
from actions.signs import asking, pointing
from actions.skills import beside, find, pick, talk
from actions.tongue import letters
from actions.turn import Turn
from index.record import Hit, Query, Record
from index.text import Rule, has_han

_ALL = 200  # works of one author
_AND = Rule("[但可和跟与、的，, ]|可是|但是|不过", flags=0)
_SEVERAL = 3  # titles that are named when they are left out


def dismiss(turn: Turn) -> None:
    """Leave out what the message means and show the list again from there."""
    frame = turn.session.frame
    if frame is None:
        return find.find(turn)
    if authors := _author(turn):
        return _without(turn, frame, (), authors)
    if not (frame.shown or turn.ask.pressed):
        return find.ask_what(turn)
    records = _records(turn, frame)
    if not records:
        return None  # the reader was asked which
    gone = [*frame.shown[: frame.page], *_editions(turn, frame, records)]
    titles = dict.fromkeys(short_title(record) for record in records)
    if len(titles) <= _SEVERAL:
        quoted = [turn.text("title-quoted", title=title) for title in titles]
        turn.say("dismissed", titles=turn.names.joined(quoted, "and"))
    if frame.kind in find.NAMED and (earlier := _listing(turn, frame)):
        return _without(turn, earlier, gone)
    if frame.kind in find.NAMED:
        return find.begin(turn, Frame(like=records[0].id, gone=gone, filters=frame.filters))
    return _without(turn, frame, gone)


def _listing(turn: Turn, frame: Frame) -> Frame | None:
    """The list on which the title in hand stood, before it was asked for by itself."""
    frames = reversed(turn.session.frames[:-1])
    lists = (one for one in frames if one.kind not in find.NAMED)
    return next((one for one in lists if set(one.shown) & set(frame.shown)), None)


def meant(turn: Turn, frame: Frame) -> bool:
    """Whether "not Dune" or "nothing by Herbert" speaks of what the list shows."""
    text = turn.ask.text
    denied = asking.NEGATED.search(text) or pointing.BUT_FOR.search(text)
    anew = turn.ask.query and leaves_title(turn)  # 除了三体还有什么科幻
    if not frame.shown or not denied or anew:
        return False
    listed = {one for hit in _hits(turn, frame) for one in _all_of(hit)}
    return bool(_author(turn) or listed & {one.id for one in _titled(turn, frame)})


def leaves_title(turn: Turn) -> bool:
    """Whether the title at hand is what is not wanted: 除了哈利波特还有什么魔法的."""
    frame = turn.session.frame
    if frame is None or frame.kind not in find.NAMED:
        return False
    words = beside.unwanted(turn).get("words", ())
    return any(letters(one) == letters(frame.text) for one in words)


def _all_of(hit: Hit) -> list[str]:
    return [hit.record.id, *hit.editions]


def _without(turn: Turn, frame: Frame, gone: Sequence[str], authors: Sequence[str] = ()) -> None:
    names = dict.fromkeys([*frame.without.get("authors", ()), *authors])
    others = {**frame.without, "authors": list(names)}
    after = replace(
        frame,
        gone=list(dict.fromkeys([*frame.gone, *gone])),
        without=others if authors else frame.without,
        shown=[],
        page=0,
        asked=True,
    )
    more = not frame.shown or turn.shelf.search(find.query_of(after), after.order).hits
    if authors and not more and (topic := _before_author(turn)):
        return _without(turn, topic, (), authors)
    return find.begin(turn, after) if more else no_more(turn, frame)


def _before_author(turn: Turn) -> Frame | None:
    """The list on a topic that stood before that of the author who is not wanted any more."""
    frames = reversed(turn.session.frames[:-1])
    return next((one for one in frames if one.kind in ("topic", "browse")), None)


def no_more(turn: Turn, frame: Frame) -> None:
    """The list has come to its end."""
    turn.say("no-more", total=frame.total)
    turn.offer(turn.text("choice-back"), "back")
    turn.offer_human()
    turn.ends("answered")


def _name(turn: Turn) -> str:
    """The name that is left out: "Roald Dahl" in "she's read all of Roald Dahl"."""
    if turn.ask.pressed or pointing.DECLINES.search(turn.ask.text):
        return ""  # "not that one, it's massive"
    return " ".join(pointing.LEFT_OUT.sub(" ", turn.ask.text).split()).strip(" .,!?。，！？'’")


def _author(turn: Turn) -> list[str]:
    """The author who is named, as the catalogue's authors are searched for."""
    ask = turn.ask
    if named := [*ask.all("author"), *ask.all("author", negated=True)]:
        return named
    name = "" if ask.has("ordinal", "first_few") else _name(turn)
    if not name:
        return []
    if several := _listed_authors(turn, name):
        return several
    listed = turn.shelf.records(pick.on_page(turn))
    if any(short_title(one).casefold() == name.casefold() for one in listed):
        return []
    found = turn.shelf.search(Query(text=name, limit=1, by_name=True)).found
    return [name] if found.kind == "author" or _is_nobody_of_ours(turn, name) else []


def _listed_authors(turn: Turn, name: str) -> list[str]:
    """Those of the list who are named, and nothing else is: 金庸古龙 in 但金庸古龙都看完了."""
    frame = turn.session.frame
    wrote = [one for hit in _hits(turn, frame) for one in hit.record.authors] if frame else []
    named = [one for one in dict.fromkeys(wrote) if has_han(one) and one in name]
    rest = name
    for one in named:
        rest = rest.replace(one, "")
    return named if not _AND.sub("", rest) else []


def _is_nobody_of_ours(turn: Turn, name: str) -> bool:
    """Whether a person is left out of whom there is nothing: "anything but Antony Beevor"."""
    person = name.istitle() and len(name.split()) > 1 and not turn.shelf.bears(name)
    return person and bool(pointing.BUT_FOR.search(turn.ask.text))


def _records(turn: Turn, frame: Frame) -> list[Record]:
    """The items meant: pressed, numbered, named, in hand; if none of these, all on the page."""
    if turn.ask.pressed:
        return pick.several(turn, "dismiss")
    if found := pick.listed(turn) or _titled(turn, frame):
        return found
    if pointing.POINTS_AT.search(turn.ask.text) and not pointing.ANOTHER.search(turn.ask.text):
        return pick.several(turn, "dismiss")
    return turn.shelf.records(frame.shown[frame.page :])


def _titled(turn: Turn, frame: Frame) -> list[Record]:
    """The works of the list, shown or still to come, that are named by their title."""
    name = _name(turn)
    if not name or turn.ask.has("ordinal", "first_few"):
        return []
    page = turn.shelf.search(Query(text=name, limit=_SEVERAL))
    bound = turn.services.bounds.known
    sure = [hit for hit in page.hits if page.named and hit.confidence >= bound]
    named = {one for hit in sure for one in _all_of(hit)}
    listed = _hits(turn, frame)
    found = [one for hit in listed for one in _all_of(hit) if one in named]
    return turn.shelf.records(found or sorted(named))


def _hits(turn: Turn, frame: Frame) -> Sequence[Hit]:
    """All works of the list, shown or still to come."""
    return turn.shelf.search(find.query_of(frame, limit=_ALL)).hits


def _editions(turn: Turn, frame: Frame, records: Sequence[Record]) -> list[str]:
    """The records and the other editions of these works that the list would go on with."""
    works = {record.work for record in records if record.work}
    page = turn.shelf.search(find.query_of(frame, limit=_ALL))
    same = [one for hit in page.hits if hit.record.work in works for one in _all_of(hit)]
    return list(dict.fromkeys([*(record.id for record in records), *same]))


def deny(turn: Turn) -> None:
    """No: to what the list shows, if that is named; else to whatever was offered."""
    frame = turn.session.frame
    at_hand = frame is not None and turn.session.topic == "holdings"
    return dismiss(turn) if at_hand and frame and meant(turn, frame) else talk.deny(turn)
