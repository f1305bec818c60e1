"""What only the reader's account could do: place a hold, renew, look up loans."""

from __future__ import annotations

from actions import at_hand
from actions.shelf import short_title
from actions.signs import asking, tasks, wanting
from actions.skills import answer, find, pick
from actions.turn import Turn
from assistant.knowledge import Entry
from index.record import Record

_WINS = 0.8  # the chance of another entry to be meant though how it is done may be
_HOW = {"place_hold": "ask-hold", "renew": "ask-renew"}


def service(turn: Turn) -> None:
    """How it is done, the item it is about, a person."""
    records = _spoken_of(turn)
    entry = _how(turn)
    answer.give(turn, entry) if entry else answer.answer(turn)
    if records:
        titles = [turn.text("title-quoted", title=short_title(record)) for record in records]
        turn.say("service-item", titles=turn.names.joined(titles, "and"))
        pick.show(turn, records)
        turn.session.focus = records[0].id if len(records) == 1 else ""
        turn.session.of_item = True
    if turn.outcome == "answered":
        turn.offer_human("account")


def _spoken_of(turn: Turn) -> list[Record]:
    """The items that are numbered, called "it" or named."""
    one = pick.pointed_at(turn)
    named = pick.listed(turn) or ([one] if one else pick.wanted(turn))
    return named or _in_hand(turn)


def _in_hand(turn: Turn) -> list[Record]:
    """The item in hand, where a hold is asked for and nothing is named: 能帮我预约吗."""
    ask, session = turn.ask, turn.session
    asked = ask.intent == "place_hold" and session.topic == "holdings"
    nothing_named = asked and pick.names_none(ask.text)
    record = pick.in_hand(turn) if nothing_named or at_hand.wants_held(ask.text) else None
    return [record] if record else []


def elsewhere(turn: Turn) -> None:
    """How a title that we do not have is to be had all the same: bought, or lent by others."""
    bought = wanting.BOUGHT.search(turn.ask.text)
    first, other = ("purchase", "elsewhere") if bought else ("elsewhere", "purchase")
    found = turn.services.answers.nearest(turn.text(f"ask-{first}"), turn.language, 1)
    if found:
        answer.give(turn, found[0].entry)
    answer.offer_about(turn, f"ask-{other}")
    turn.offer_human("nothing_found")


def _how(turn: Turn) -> Entry | None:
    """How such a service is asked for, when the reader's words ("reserve Dune") find no answer."""
    ask, bounds = turn.ask, turn.services.bounds
    if ask.intent not in _HOW or ask.confidence < bounds.intent:
        return None
    if tasks.PLACED.search(ask.text) and not asking.QUESTION.search(ask.text):
        return None  # "I put a reservation on Wolf Hall last week"
    if ask.confidence < bounds.far and not (tasks.RESERVES.search(ask.text) or pick.wanted(turn)):
        return None
    plain = turn.services.answers.nearest(turn.text(_HOW[ask.intent]), turn.language, 1)
    how = plain[0].entry if plain and plain[0].confidence >= bounds.answer else None
    if how and tasks.HELD_FOR_ME.search(ask.text):  # "has my hold arrived"
        kin = turn.services.answers.kin(how)
        return turn.services.answers.nearest(ask.text, turn.language, 1, kin)[0].entry
    return how if how and not _answers(turn, how) else None


def _answers(turn: Turn, how: Entry) -> bool:
    """Whether another entry answers: by its words alone, unless the message is a question."""
    text, found = turn.ask.text, answer.nearest(turn)
    if at_hand.wants_held(text):
        return False  # "can you keep it for me" asks for a hold, not how long one is kept
    asks = any(sign.search(text) for sign in (asking.ASKING, asking.QUESTION, asking.MAY))
    meant = any(m.entry is how and m.confidence >= turn.services.bounds.hint for m in found)
    bound = _WINS if meant else turn.services.bounds.answer
    alone = found if asks else turn.services.answers.nearest(text, turn.language, 1)
    return bool(alone) and alone[0].entry is not how and alone[0].confidence >= bound


def not_on_shelf(turn: Turn) -> None:
    """What is to be done when a book is not where the catalogue says."""
    found = turn.services.answers.nearest(turn.text("ask-not-on-shelf"), turn.language, 1)
    answer.give(turn, found[0].entry) if found else answer.answer(turn)


def to_a_device(turn: Turn) -> None:
    """How e-books come on a telephone or a reader of theirs."""
    found = turn.services.answers.nearest(turn.text("ask-ebooks"), turn.language, 1)
    answer.give(turn, found[0].entry) if found else answer.answer(turn)


def whats_on(turn: Turn) -> None:
    """What there is to come to; a search where the library says nothing of it."""
    if not answer.of_words(turn, turn.text("ask-events")):
        find.find(turn)
