"""What a reader keeps on their list, and takes off it again."""

from __future__ import annotations

from actions import at_hand
from actions.ask import Ask
from actions.session import Session
from actions.shelf import short_title
from actions.signs import pointing, saving
from actions.skills import about, pick
from actions.turn import Services, Turn
from index.record import Record
from index.works import proper_title

_TWO = 2


def of_a_title(services: Services, ask: Ask, session: Session) -> str | None:
    """The intent of a message that puts a title of ours on the list, or takes one off it."""
    if (title := at_hand.taken_off(ask.text)) and not pointing.NOT_SAVED.search(ask.text):
        forgets = ask.intent == "forget_me" or pointing.OF_THE_LIST.search(ask.text)
        saved = _bearing(services.shelf.records(session.saved), title)
        if saved or (forgets and services.shelf.bears(title)):
            return "unsave_item"
    told = at_hand.put_on_list(ask.text)
    named = services.shelf.bears(told) or all(map(services.shelf.bears, _parts(told)))
    return "save_item" if told and named else None


def _parts(told: str) -> list[str]:
    """Beloved and Dune in "Beloved and Dune"."""
    return [one.strip() for one in saving.BETWEEN.split(told)]


def _bearing(records: list[Record], title: str) -> list[Record]:
    named = proper_title(title)
    return [one for one in records if proper_title(one.title) == named]


def save(turn: Turn) -> None:
    records = _named(turn) or pick.several(turn, "save")
    if not records:
        return
    session = turn.session
    session.saved = list(dict.fromkeys([*session.saved, *(record.id for record in records)]))
    for record in records:
        turn.effect("save", record_id=record.id)
    turn.say("saved", titles=_titles(turn, records), count=len(session.saved))
    turn.offer(turn.text("choice-report"), "report")
    if len(records) == 1:
        turn.offer(turn.text("choice-unsave"), "unsave", record_id=records[0].id)
    turn.ends("answered")


def _named(turn: Turn) -> list[Record]:
    """The titles that a message puts on the list together."""
    told = "" if turn.ask.pressed else at_hand.put_on_list(turn.ask.text)
    parts = _parts(told)
    if len(parts) < _TWO or turn.shelf.bears(told) or not all(map(turn.shelf.bears, parts)):
        return []
    hits = [about.titled(turn, one) for one in parts]
    return [hit.record for hit in hits if hit]


def _titles(turn: Turn, records: list[Record]) -> str:
    quoted = [turn.text("title-quoted", title=short_title(record)) for record in records]
    return turn.names.joined(quoted, "and")


def unsave(turn: Turn) -> None:
    """Take off the list what the message means: by its place, by its title, or all."""
    session = turn.session
    if not session.saved and not turn.ask.pressed:
        turn.say("unsave-none")
        return turn.ends("answered")
    topic = session.topic
    records = _unwanted(turn)
    session.topic = topic
    if not records:
        return None if turn.outcome else _not_there(turn)
    gone = {record.id for record in records}
    session.saved = [record_id for record_id in session.saved if record_id not in gone]
    for record in records:
        turn.effect("unsave", record_id=record.id)
    turn.say("unsaved", titles=_titles(turn, records))
    return turn.ends("answered")


def _unwanted(turn: Turn) -> list[Record]:
    """What is to go; a number is one of the screen, or of the list if that one is not saved."""
    session = turn.session
    if turn.ask.pressed:
        return pick.several(turn, "unsave")
    if at_hand.numbers(turn.ask):
        session.focus = ""
        if not {record.id for record in pick.listed(turn)} & set(session.saved):
            session.topic = "saved"
        return pick.several(turn, "unsave")
    records, said = turn.shelf.records(session.saved), turn.ask.text.casefold()
    if named := [record for record in records if short_title(record).casefold() in said]:
        return named
    if pointing.POINTS_AT.search(turn.ask.text):
        return _spoken_of(turn)
    named_else = at_hand.taken_off(turn.ask.text) and not saving.ALL.search(turn.ask.text)
    return [] if named_else else records


def _not_there(turn: Turn) -> None:
    turn.say("unsave-not-there", title=at_hand.taken_off(turn.ask.text))
    turn.offer(turn.text("choice-report"), "report")
    turn.ends("answered")


def _spoken_of(turn: Turn) -> list[Record]:
    """The saved item called "it"; the only one, if it is none of those in hand."""
    session = turn.session
    session.topic = "saved"
    if session.focus not in session.saved:
        session.focus = session.saved[0] if len(session.saved) == 1 else ""
    return pick.several(turn, "unsave")
