"""What a message asks of the list on the screen or the item in hand, whatever it was taken for."""

from __future__ import annotations

from actions.ask import Ask
from actions.session import Session
from actions.signs import asking, pointing

VERBS = {
    "where": "where_is_it",
    "details": "item_details",
    "cite": "cite",
    "like": "more_like",
    "save": "save_item",
    "unsave": "unsave_item",
    "dismiss": "dismiss",
    "sequel": "sequel",
}
_SHORT = 60  # characters of a message that leans on the list before it
_NAMING = ("find_holdings", "known_item", "item_details")  # what "Emma, how many pages" passes for
_CLEAR = 0.6  # confidence below which an intent is no more than a guess


def asked(ask: Ask, session: Session) -> str | None:
    """The intent of what is asked of items; None when nothing is."""
    if len(ask.text) > _SHORT:
        return None
    if _unsaves(ask, session):
        return "unsave_item"
    if pointing.SEQUEL.search(ask.text) or _names_a_part(ask):
        return "sequel"
    if pointing.IN_ORDER.search(ask.text) and (session.frame or ask.confidence < _CLEAR):
        return "in_order"
    if _names_a_fact(ask):
        return "item_details"
    if session.focus and pointing.KEEP_FOR_ME.search(ask.text):
        return "place_hold"
    at_hand = session.topic in ("holdings", "saved") and session.frame
    return _of_the_list(ask, session) if at_hand else None


def _unsaves(ask: Ask, session: Session) -> bool:
    """Whether something saved is to be taken off the list again."""
    text = ask.text
    if not pointing.REMOVES.search(text) or pointing.NOT_SAVED.search(text):
        return False
    if pointing.OF_THE_LIST.search(text):
        return True
    pointed = pointing.POINTS_AT.search(text) and session.focus in session.saved
    everything = session.topic == "saved" and pointing.ALL_OF_THEM.search(text)
    return bool(session.saved and (numbers(ask) or pointed or everything))


def _names_a_part(ask: Ask) -> bool:
    """Whether a volume is asked for by its title: 哈利波特第二部, "Earthsea book 3"."""
    likely = ask.intent in _NAMING or ask.confidence < _CLEAR
    return likely and bool(pointing.NAMED_PART.search(ask.text))


def _names_a_fact(ask: Ask) -> bool:
    likely = ask.intent in _NAMING or ask.confidence < _CLEAR
    return likely and bool(facts(ask.text))


def facts(text: str) -> list[str]:
    """The facts of an item that a message asks for: pages, authors, year ..."""
    return [name for name, sign in pointing.FACTS.items() if sign.search(text)]


def without_question(query: str) -> str:
    """What is left of "Dune how many pages" when the question is taken off."""
    for sign in (*pointing.FACTS.values(), pointing.IS_IN):
        query = sign.sub(" ", query)
    return " ".join(query.split()).strip(" ,.?!，。？！的")


def numbers(ask: Ask) -> list[int]:
    """The places on the list that a message names: "the first and the third", "the first two"."""
    few = [place for count in ask.all("first_few") for place in range(1, int(count) + 1)]
    return list(dict.fromkeys([*few, *map(int, ask.all("ordinal"))]))


def _of_the_list(ask: Ask, session: Session) -> str | None:
    text = ask.text
    of_series = session.frame is not None and session.frame.kind == "series"
    if pointing.PART.search(text) or (of_series and pointing.NEXT_ONE.search(text)):
        return "sequel"
    if _dismisses(ask):
        return "dismiss"
    if pointing.BUT_FOR.search(text):
        return "refine"
    everywhere = pointing.WHERE.search(text) and pointing.ALL_OF_THEM.search(text)
    if everywhere or pointing.IS_IN.search(text):
        return "where_is_it"
    if pointing.ILLUSTRATED.search(text):
        return "illustrated"
    if (facts(text) and (session.focus or numbers(ask))) or _only_numbers(ask):
        return "item_details"
    if ask.intent == "affirm" and (numbers(ask) or pointing.THAT_ONE.search(text)):
        return VERBS.get(session.verb, "item_details")
    return None


def _only_numbers(ask: Ask) -> bool:
    """Whether a message is "the first and the third", and says no more."""
    unclear = ask.confidence < _CLEAR and not ask.query
    told = {entity.name for entity in ask.entities}
    return unclear and len(numbers(ask)) > 1 and told <= {"ordinal", "first_few"}


def _dismisses(ask: Ask) -> bool:
    """Whether something on the list is read already, or not wanted for another reason."""
    if pointing.DECLINES.search(ask.text) or pointing.ANOTHER.search(ask.text):
        return True
    removed = pointing.REMOVES.search(ask.text) and not pointing.NOT_SAVED.search(ask.text)
    if numbers(ask) and (removed or asking.NEGATED.search(ask.text)):
        return True
    return bool(pointing.READ.search(ask.text)) and not _reads_others(ask)


def _reads_others(ask: Ask) -> bool:
    """Whether what was read is a kind of books, or it is asked whether something can be read."""
    pointed = numbers(ask) or pointing.POINTS_AT.search(ask.text)
    kind = asking.HELD.search(ask.text) and not pointed
    return bool(kind or pointing.MAY_READ.search(ask.text))
