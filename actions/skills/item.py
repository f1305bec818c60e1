"""About one item: where it is and whether it is in, details, another like it."""

from __future__ import annotations

from datetime import date

from msgspec.structs import replace

from actions import at_hand
from actions import filters as limits
from actions.session import Frame
from actions.shelf import short_title
from actions.signs import leaning, linking, listing, pointing
from actions.skills import (
    about,
    answer,
    authorship,
    facts,
    find,
    lacking,
    nothing,
    pick,
    refine,
    talk,
)
from actions.turn import Turn
from index.record import Copy, Record
from index.works_known import work_called

_SEVERAL = 2  # items on the screen of which one may be meant


def where(turn: Turn) -> None:
    """Where it is and is it in: the answer in a sentence, then the copies."""
    frame = turn.session.frame
    if frame and frame.shown and _counts_the_list(turn):
        return _count(turn, frame)
    records = pick.several(turn, "where")
    if not records:
        return None
    if len(records) > 1:
        turn.tell("\n".join(_whereabouts(turn, record) for record in records))
        pick.show(turn, records)
    else:
        where_one(turn, records[0])
    turn.session.topic = "holdings"
    return turn.ends("answered")


def _counts_the_list(turn: Turn) -> bool:
    """Whether it is asked how many there are of a list: 有几本是能借的."""
    several = turn.session.topic == "holdings" and not at_hand.in_hand(turn.session)
    text = "" if turn.ask.pressed else turn.ask.text
    counted = pointing.HOW_MANY.search(text) and not pointing.COPIES.search(text)
    return several and bool(counted)


def _count(turn: Turn, frame: Frame) -> None:
    if not listing.CAN_BE_HAD.search(turn.ask.text):
        turn.say("list-counts", total=frame.total)
        return turn.ends("answered")
    if frame.total > len(frame.shown):
        limited = {**frame.filters, "available": True}
        return find.begin(turn, replace(frame, filters=limited, shown=[], page=0, asked=True))
    found = [one for one in turn.shelf.records(frame.shown) if _in(one)]
    turn.say("list-counts", total=len(found))
    pick.show(turn, found)
    return turn.ends("answered")


def where_one(turn: Turn, named: Record) -> None:
    editions = [named, *pick.other_editions(turn, named)]
    record, *others = sorted(editions, key=lambda one: not _at(turn, one))
    turn.session.focus = record.id
    turn.tell(_whereabouts(turn, record))
    if others and not _in(record) and any(map(_in, others)):
        turn.say("where-other-edition")
    pick.show(turn, [record, *others])
    if leaning.FLOOR.search(turn.ask.text):
        answer.tell_of(turn, "ask-floors")
    if leaning.WAITS.search(turn.ask.text) and not _in(record):
        answer.tell_of(turn, "ask-queue")
    _ways_on(turn, record)
    turn.session.topic = "holdings"
    turn.ends("answered")


def _at(turn: Turn, record: Record) -> bool:
    """Whether it can be had at the branch that was asked about; True if none was."""
    asked = turn.ask.one("branch")
    here = [copy.status for copy in record.copies if copy.branch == asked]
    return not asked or "available" in here


def _in(record: Record) -> bool:
    online = bool(record.url) and not record.copies
    return online or any(copy.status == "available" for copy in record.copies)


def _whereabouts(turn: Turn, record: Record) -> str:
    title = short_title(record)
    asked = turn.ask.one("branch")
    here = [copy for copy in record.copies if copy.branch == asked]
    if asked and not here and record.copies:
        return _elsewhere(turn, record, asked)
    copies = here or list(record.copies)
    if not copies:
        return turn.text("where-online" if record.url else "where-nowhere", title=title)
    told = [_state(turn, title, copies), _in_at_others(turn, here, record), _next(turn, copies)]
    return " ".join(filter(None, told))


def _next(turn: Turn, copies: list[Copy]) -> str:
    """When the next copy comes back, where that is asked and others are in."""
    out = [(copy.due, copy.branch) for copy in copies if copy.status == "on_loan" and copy.due]
    here = any(copy.status == "available" for copy in copies)
    if not out or not here or not leaning.DUE.search(turn.ask.text):
        return ""
    due, branch = min(out)
    return turn.text("where-next", branch=turn.names.branch(branch), due=turn.names.day(due))


def _in_at_others(turn: Turn, here: list[Copy], record: Record) -> str:
    """Where else it is in, when it is out at the branch that was asked about."""
    other = [copy for copy in record.copies if copy.status == "available" and copy not in here]
    out = here and all(copy.status != "available" for copy in here)
    return turn.text("where-in-other", places=_places(turn, other)) if out and other else ""


def _state(turn: Turn, title: str, copies: list[Copy], opens: str = "") -> str:
    """The best that can be said of these copies."""
    for status in ("available", "reference", "on_loan", "missing", "unknown"):
        same = [copy for copy in copies if copy.status == status]
        if same:
            key = f"where-{status.replace('_', '-')}"
            places, opens = _places(turn, same), opens or _opens(turn.ask.text)
            return turn.text(key, title=title, places=places, opens=opens, **_due(turn, same))
    raise AssertionError(f"a copy of {title} has no status")


def _opens(text: str) -> str:
    """How a copy that is in answers the question: "is it in", "is it out", "when is it back"."""
    return "no" if leaning.OUT.search(text) else "now" if _later(text) else "yes"


def _later(text: str) -> bool:
    return bool(leaning.DUE.search(text) or leaning.WAITS.search(text))


def _due(turn: Turn, copies: list[Copy]) -> dict[str, str]:
    days: list[date] = [copy.due for copy in copies if copy.due]
    return {"due": turn.names.day(min(days)) if days else "none"}


def _places(turn: Turn, copies: list[Copy]) -> str:
    """Each place once: branch, shelf and call number."""
    told = [_place(turn, copy) for copy in copies]
    return turn.names.joined(dict.fromkeys(told), "and")


def _place(turn: Turn, copy: Copy) -> str:
    """Branch, and shelf and call number as far as the copy has them."""
    names = turn.names
    shelf, mark = names.shelf(copy.shelf) or "none", copy.call_number or "none"
    return turn.text("place", branch=names.branch(copy.branch), shelf=shelf, mark=mark)


def _elsewhere(turn: Turn, record: Record, asked: str) -> str:
    here = turn.names.branch(asked)
    said = turn.text("where-not-here", title=short_title(record), branch=here)
    return f"{said} {_state(turn, short_title(record), list(record.copies), 'now')}"


def _ways_on(turn: Turn, record: Record) -> None:
    taken = record.copies and all(copy.status != "available" for copy in record.copies)
    if taken:
        answer.offer_about(turn, "ask-hold")
    turn.offer(turn.text("choice-like"), "like", record_id=record.id)
    turn.offer(turn.text("choice-cite"), "cite", record_id=record.id)
    turn.offer(turn.text("choice-save"), "save", record_id=record.id)


def details(turn: Turn) -> None:
    """The facts that were asked for; else all that the record says which a reader may want."""
    records = pick.several(turn, "details")
    if not records:
        return
    records = [facts.in_its_form(turn, one) for one in records]
    turn.session.focus = records[0].id if len(records) == 1 else turn.session.focus
    for record in records:
        brief = [_brief(turn, record)] if len(records) > 1 else _lines(turn, record)
        turn.tell("\n".join(facts.told(turn, record) or brief))
    pick.show(turn, records)
    if len(records) == 1:
        _ways_on(turn, records[0])
    turn.session.topic = "holdings"
    turn.ends("answered")


def _brief(turn: Turn, record: Record) -> str:
    """What it is about in a line, where several are asked about."""
    title = short_title(record)
    if not record.summary:
        return turn.text("detail-lead", title=title)
    return turn.text("fact-summary", title=title, value=record.summary)


def _lines(turn: Turn, record: Record) -> list[str]:
    """The summary, then facts in lines of their own."""
    told = facts.all_of(turn, record)
    lines = [turn.text(f"detail-{name}", value=value) for name, value in told.items() if value]
    return [record.summary or turn.text("detail-lead", title=short_title(record)), *lines]


def that_one(turn: Turn) -> None:
    """The one that a message describes and no list has: of an author of ours, or by a guess."""
    hit = leaning.THE_ONE.search(at_hand.bare(turn.ask.text))
    told = next(filter(None, hit.groups()), "") if hit else ""
    if about.first_by(turn, told):
        return find.begin(turn, Frame(text=told))
    if hit is None or not (hit[1] or hit[3]):  # "maybe it's Dune"
        return find.find(turn)
    if work_called(told) or len(pick.on_page(turn)) < _SEVERAL:
        return find.begin(turn, Frame(text=told))
    colour = linking.COLOURS.fullmatch(told)
    turn.say("cover-untold" if colour else "none-listed", title=told)
    pick.ask_which(turn, "details")
    if not colour:
        turn.offer(turn.text("choice-search", text=told), "find", text=told)
    return None


def like(turn: Turn) -> None:
    """More like the item in hand; the reader's other words narrow it."""
    title = find.liked(turn)
    if title and not turn.ask.has("ordinal"):
        return find.like_title(turn, title)
    if authorship.same(turn) or turn.ask.one("author"):
        return find.find(turn)
    frame = turn.session.frame
    several = (
        frame and not at_hand.in_hand(turn.session) and leaning.LIKE_THESE.search(turn.ask.text)
    )
    if frame and several and (asked := _before_its_author(turn)):
        return find.begin(turn, Frame(like=asked, filters=limits.from_ask(turn.ask)))
    if frame and several and frame.total > len(frame.shown):
        return refine.more(turn)
    if leaning.LIKE_IT.search(at_hand.bare(turn.ask.text)) and nothing.again(turn):
        return None
    if kind := lacking.kind_named(turn):
        return find.begin(turn, Frame(text=kind, filters=lacking.readers(turn)))
    record = pick.one(turn, "like")
    if record is None:
        return None
    kind = turn.ask.query if leaning.LIKE_KIND.search(turn.ask.text) else ""
    words = kind.removeprefix("similar ")
    return find.begin(turn, Frame(text=words, like=record.id, filters=limits.from_ask(turn.ask)))


def _before_its_author(turn: Turn) -> str:
    """The title that was asked for before the works of its author: 三体, 作者还写过什么."""
    before, *last = turn.session.frames[-2:]
    by_author = last and "authors" in last[0].filters and not last[0].text
    return before.shown[0] if by_author and before.kind in find.NAMED and before.shown else ""


def yes(turn: Turn) -> None:
    """ "Yes" to several that may be meant asks which; else it is that to nothing asked."""
    frame = turn.session.frame
    if turn.session.topic == "holdings" and frame and frame.far and frame.shown:
        return pick.ask_which(turn, "details")
    return talk.affirm(turn)
