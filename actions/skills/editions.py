"""Which editions there are of a work: when, where and by whom, and in which Chinese characters."""

from __future__ import annotations

from collections.abc import Sequence

from actions import at_hand, questioned, scripts
from actions.names import authors_of
from actions.session import Frame
from actions.shelf import short_title
from actions.signs import facts, wanting
from actions.skills import pick, series
from actions.turn import Turn
from index.record import Record
from index.text import Script

_READ = ("book", "ebook", "large_print")
_MOST = 8  # editions that are told apart


def tell(turn: Turn) -> None:
    """The editions that are asked about, of the item named or in hand; of a list, those on it."""
    wanted = scripts.named(turn.ask.text)
    if wanted and not at_hand.in_hand(turn.session) and turn.session.listed and not _named(turn):
        return _of_the_list(turn, wanted[0])
    record = pick.one(turn, "details")
    if record is None:
        return None
    record, read = _as_read(turn, record), facts.OF_A_TEXT.search(turn.ask.text)
    held = series.same_work(turn, record)
    newer = facts.NEWER.search(turn.ask.text)
    held = [one for one in held if not (read or newer) or one.format in _READ][:_MOST]
    if newer:
        held.sort(key=lambda one: -(one.year or 0))
    if len(wanted) == 1:
        return _in_script(turn, record, held, wanted[0])
    lead = turn.text("editions", title=short_title(record), count=len(held))
    turn.tell("\n".join([lead, *(_line(turn, one) for one in held)]))
    if wanting.ABRIDGED.search(turn.ask.text):
        turn.say("abridged-untold")
    elif wanting.OF_A_KIND.search(turn.ask.text):
        turn.say("edition-kind-untold")
    return _show(turn, held)


def _as_read(turn: Turn, record: Record) -> Record:
    """The book of a film, where its texts are asked for: 那书有几个译本."""
    if record.format in _READ or not facts.OF_A_TEXT.search(turn.ask.text):
        return record
    found = turn.shelf.editions(record.id)
    return next((one for one in found if one.format in _READ), record)


def _named(turn: Turn) -> bool:
    title = questioned.without_question(at_hand.bare(turn.ask.text))
    return bool(title) and turn.shelf.bears(title)


def _in_script(turn: Turn, record: Record, held: Sequence[Record], wanted: Script) -> None:
    found = [one for one in held if scripts.of(one) == wanted]
    others = [one for one in held if scripts.of(one) not in ("", wanted)]
    key = "script-found" if found else "script-none" if others else "script-untold"
    turn.say(key, title=short_title(record), script=turn.text(f"script-{wanted}"))
    return _show(turn, found or others or [record])


def _of_the_list(turn: Turn, wanted: Script) -> None:
    """No search chooses by script, but those on the list may show theirs."""
    listed = turn.shelf.records(turn.session.listed)
    found = [one for one in listed if scripts.of(one) == wanted]
    turn.say("script-of-list", count=len(found), script=turn.text(f"script-{wanted}"))
    return _show(turn, found) if found else turn.ends("answered")


def _line(turn: Turn, record: Record) -> str:
    names = turn.names
    told = [
        str(record.year or ""),
        record.publisher,
        names.language_name(record.language) if record.language else "",
        turn.text(f"script-{shown}") if (shown := scripts.of(record)) else "",
        "" if record.format == "book" else names.format(record.format),
        _translated(turn, record),
    ]
    return turn.text("edition-line", value=turn.text("edition-glue").join(filter(None, told)))


def _translated(turn: Turn, record: Record) -> str:
    said = dict(zip(record.authors, authors_of(record), strict=True))
    by = turn.names.joined([said.get(one, one) for one in record.translators], "and")
    return turn.text("edition-translated", names=by) if by else ""


def _show(turn: Turn, records: Sequence[Record]) -> None:
    """Editions as a list of their own, so that they can be numbered and gone back from."""
    if len(records) > 1:
        frame = Frame(text=records[0].title, kind="known_item", total=len(records))
        turn.session.push(frame)
        turn.session.show(frame, [record.id for record in records], 0)
    turn.session.focus = records[0].id
    turn.session.topic = "holdings"
    pick.show(turn, records)
    if len(records) == 1:
        turn.offer(turn.text("choice-where"), "where", record_id=records[0].id)
    turn.ends("answered")
