"""About one item: where it is and whether it is in, details, another like it, keeping it."""

from __future__ import annotations

from datetime import date

from actions.session import Frame
from actions.shelf import short_title
from actions.skills import answer, find, pick
from actions.turn import Turn
from assistant.model import HoldingsPart, HoldingsQuery
from index.record import Copy, Record


def where(turn: Turn) -> None:
    """Where it is and is it in: the answer in a sentence, then the copies."""
    record = pick.one(turn, "where")
    if record is None:
        return
    others = pick.other_editions(turn, record)
    turn.tell(_whereabouts(turn, record))
    if others and not _in(record) and any(map(_in, others)):
        turn.say("where-other-edition")
    items = turn.shelf.items([record, *others], turn.names)
    turn.show(HoldingsPart(query=HoldingsQuery(text=record.title), total=len(items), items=items))
    _ways_on(turn, record)
    turn.session.topic = "holdings"
    turn.ends("answered")


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
    return _state(turn, title, copies)


def _state(turn: Turn, title: str, copies: list[Copy]) -> str:
    """The best that can be said of these copies."""
    for status in ("available", "reference", "on_loan", "missing", "unknown"):
        same = [copy for copy in copies if copy.status == status]
        if same:
            key = f"where-{status.replace('_', '-')}"
            return turn.text(key, title=title, places=_places(turn, same), **_due(turn, same))
    raise AssertionError(f"a copy of {title} has no status")


def _due(turn: Turn, copies: list[Copy]) -> dict[str, str]:
    days: list[date] = [copy.due for copy in copies if copy.due]
    return {"due": turn.names.day(min(days)) if days else "none"}


def _places(turn: Turn, copies: list[Copy]) -> str:
    """Each place once: branch, shelf and call number."""
    names = turn.names
    told = [
        turn.text(
            "place",
            branch=names.branch(copy.branch),
            where=turn.text("list-comma").join(_shelved(turn, copy)) or "none",
        )
        for copy in copies
    ]
    return names.joined(dict.fromkeys(told), "and")


def _shelved(turn: Turn, copy: Copy) -> list[str]:
    """Shelf and call number, as far as the copy has them."""
    return [told for told in (turn.names.shelf(copy.shelf), copy.call_number) if told]


def _elsewhere(turn: Turn, record: Record, asked: str) -> str:
    here = turn.names.branch(asked)
    said = turn.text("where-not-here", title=short_title(record), branch=here)
    return f"{said} {_state(turn, short_title(record), list(record.copies))}"


def _ways_on(turn: Turn, record: Record) -> None:
    taken = record.copies and all(copy.status != "available" for copy in record.copies)
    if taken:
        answer.offer_about(turn, "ask-hold")
    turn.offer(turn.text("choice-like"), "like", record_id=record.id)
    turn.offer(turn.text("choice-cite"), "cite", record_id=record.id)
    turn.offer(turn.text("choice-save"), "save", record_id=record.id)


def details(turn: Turn) -> None:
    """All that the record says which a reader may want."""
    record = pick.one(turn, "details")
    if record is None:
        return
    for line in _lines(turn, record):
        turn.tell(line)
    pick.show_one(turn, record)
    _ways_on(turn, record)
    turn.session.topic = "holdings"
    turn.ends("answered")


def _lines(turn: Turn, record: Record) -> list[str]:
    """The summary, then facts in lines of their own, in one text."""
    names = turn.names
    facts = {
        "series": "; ".join(record.series),
        "edition": record.edition,
        "publisher": record.publisher,
        "language": names.language_name(record.language) if record.language else "",
        "format": names.format(record.format),
        "subjects": "; ".join(subject.replace(" -- ", " – ") for subject in record.subjects[:6]),
        "contents": "; ".join(record.contents[:12]),
    }
    told = [turn.text(f"detail-{name}", value=value) for name, value in facts.items() if value]
    return [
        "\n".join([record.summary or turn.text("detail-lead", title=short_title(record)), *told])
    ]


def like(turn: Turn) -> None:
    """More like the item in hand; the reader's other words narrow it."""
    title = find.liked(turn)
    if title and not turn.ask.has("ordinal"):
        return find.like_title(turn, title)
    if find.same_author(turn):
        return find.find(turn)
    record = pick.one(turn, "like")
    if record is None:
        return None
    return find.begin(turn, Frame(like=record.id, filters=find.given(turn)))


def save(turn: Turn) -> None:
    record = pick.one(turn, "save")
    if record is None:
        return
    session = turn.session
    session.saved = list(dict.fromkeys([*session.saved, record.id]))
    turn.effect("save", record_id=record.id)
    turn.say("saved", title=short_title(record), count=len(session.saved))
    turn.offer(turn.text("choice-report"), "report")
    turn.offer(turn.text("choice-unsave"), "unsave", record_id=record.id)
    turn.ends("answered")


def unsave(turn: Turn) -> None:
    record = pick.one(turn, "unsave")
    if record is None:
        return
    turn.session.saved = [saved for saved in turn.session.saved if saved != record.id]
    turn.effect("unsave", record_id=record.id)
    turn.say("unsaved", title=short_title(record))
    turn.ends("answered")
