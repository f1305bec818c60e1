"""What a message asks of the list on the screen or the item in hand, whatever it was taken for."""

from __future__ import annotations

from dataclasses import replace

from actions.ask import Ask
from actions.session import Session
from actions.signs import (
    asking,
    facts,
    leaning,
    linking,
    listing,
    orders,
    pointing,
    saving,
    sequels,
    wanting,
)
from assistant.engine.understanding.plain_words import names_something
from index.text import Rule, has_han

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
_OF_A_LIST = ("refine", "find_holdings", "known_item", "item_details", "deny", "cancel", "affirm")
MARKS = ' ,.;:!?，。；：？！的《》“”"'  # around what is named
LENT = (leaning.DUE, leaning.OUT, leaning.WAITS)
_WHERE = (leaning.PLACE, leaning.ELSEWHERE, *LENT)
_SHORT = 60  # characters of a message that leans on the list before it
_NAMING = ("find_holdings", "known_item", "item_details")  # what "Emma, how many pages" passes for
_ONE_TITLE = ("known_item", "identifier", "series")  # kinds of list that one title brought
_SEVERAL = 2
_CLEAR = 0.6  # confidence below which an intent is no more than a guess


def asked(ask: Ask, session: Session) -> str | None:
    """The intent of what is asked of items; None when nothing is."""
    if len(ask.text) > _SHORT:
        return None
    typed, ask = ask, replace(ask, text=bare(ask.text))
    if _unsaves(ask, session):
        return "unsave_item"
    if pointing.SEQUEL.search(ask.text) or _names_a_part(ask):
        return "in_order" if sequels.WITH_SEQUELS.search(ask.text) else "sequel"
    if _asks_for_all_parts(ask, session):
        return "in_order"
    if intent := _of_what_is_lacked(ask.text, session) or _of_what_was_shown(ask, typed, session):
        return intent
    if _likely(ask) and (asked_facts(ask.text) or facts.EDITIONS.search(ask.text)):
        return "item_details" if asked_facts(ask.text) else "editions"
    sent = ask.has("branch") and spoken_of(session) and wanting.SENT.search(ask.text)
    if sent or (in_hand(session) and wants_held(ask.text)):
        return "place_hold"
    return _of_the_list(ask, typed, session)


def wants_held(text: str) -> bool:
    """Whether the item in hand is to be kept for the reader, in whatever words."""
    held = (pointing.KEEP_FOR_ME, wanting.QUEUES, wanting.TELL_WHEN_IN, wanting.FETCHED)
    return any(sign.search(text) for sign in held)


def _of_what_is_lacked(text: str, session: Session) -> str | None:
    """How else what we lack is to be had: "order one in"."""
    lacked = session.frame is not None and session.topic == "holdings" and session.frame.lacks
    signs = (wanting.FETCHED, wanting.BOUGHT, wanting.QUEUES, pointing.KEEP_FOR_ME)
    fetched = any(sign.search(text) for sign in signs)
    return "elsewhere" if lacked and fetched and not in_hand(session) else None


def _of_what_was_shown(ask: Ask, typed: Ask, session: Session) -> str | None:
    if leaning.LIKE_IT.search(ask.text) or _like_it_for_others(typed, session):
        return "more_like"
    if spoken_of(session):
        return _leans(ask, session)
    if session.topic != "answer" or not session.focus:
        return None
    if facts.EDITIONS.search(ask.text):
        return "editions"
    return "other_edition" if _names_a_version(ask) else None


def _like_it_for_others(ask: Ask, session: Session) -> bool:
    """Whether more of the kind of the item in hand is wanted for readers that are named: "more like
    this but for a 12 year old"."""
    if not (ask.has("audience") and spoken_of(session) and in_hand(session)):
        return False
    said = bare(leaning.JOINED_ON.sub("", ask.beside("audience")))
    return bool(leaning.LIKE_IT.search(said) or leaning.LIKE_THESE.search(said))


def _names_a_version(ask: Ask) -> bool:
    """Whether an edition is named and no title: "the large print version then"."""
    told = {entity.name for entity in ask.entities} - {"query"}
    named = bool(told) and told <= {"format", "language"}
    return named and bool(leaning.VERSION.search(ask.text))


def spoken_of(session: Session) -> bool:
    """Whether the last turn was about items, be it how the one in hand is reserved."""
    return session.topic in ("holdings", "saved") or (session.topic == "answer" and session.of_item)


def bare(text: str) -> str:
    """The message without what it merely begins and ends with: "ok so", "please", 好的，那."""
    begun = leaning.OPENERS.sub("", text, 1)
    return leaning.CLOSERS.sub("", begun, 1) or begun


def points_only(words: str) -> bool:
    """Whether words name nothing of their own: "it", "that one too", 这本."""
    if has_han(words):
        words = leaning.AS.sub("", words)
    named = names_something(words)
    return bool(pointing.POINTS.match(words)) or not named


def put_on_list(text: str) -> str:
    """The title that goes on the reader's list: Dune in "add Dune to my list"; "" for "it"."""
    return _titled(saving.SAVED, text)


def taken_off(text: str) -> str:
    """The title that is taken off it again."""
    return _titled(saving.TAKEN_OFF, text)


def _titled(sign: Rule, text: str) -> str:
    hit = sign.search(bare(text))
    title = next(filter(None, hit.groups()), "").strip(MARKS) if hit else ""
    return "" if points_only(pointing.OF_THE_LIST.sub("", title)) else title


def in_hand(session: Session) -> str:
    """The item spoken of last; the only one on the page, if none was."""
    frame = session.frame
    meant = frame is not None and (not frame.far or frame.ahead)
    alone = meant and frame is not None and len(frame.shown) == frame.page + 1
    return session.focus or (frame.shown[frame.page] if frame and alone else "")


def _leans(ask: Ask, session: Session) -> str | None:
    """What a message without a topic of its own asks of the item in hand, or of the list."""
    if leaning.OWN_LOANS.search(ask.text):
        return None
    if leaning.LOAN.search(ask.text):
        return "loan_period"
    if (intent := _of_one(ask, session)) or (intent := _of_several(ask, session)):
        return intent
    saves = ask.intent == "save_item" and ask.confidence >= _CLEAR
    if len(numbers(ask)) == 1 and not saves and _goes_on_in_series(ask, session):
        return "sequel"
    return _narrows(ask, session) if session.frame else None


def _of_one(ask: Ask, session: Session) -> str | None:
    """What is asked of the item in hand, or of those that are numbered."""
    if not (in_hand(session) or numbers(ask)):
        return None
    if leaning.RETURN.search(ask.text):
        return "loan_period"
    if leaning.OTHER_TONGUE.search(ask.text) and in_hand(session):
        return "other_edition"
    forms = facts.FORMS.search(ask.text) and not session.style
    which = facts.EDITIONS.search(ask.text) and not leaning.MOST.search(ask.text)
    which = which or (facts.NEWER.search(ask.text) and not leaning.SORTS.search(ask.text))
    script = facts.SCRIPT.search(ask.text)
    if forms or which or script or wanting.OF_A_KIND.search(ask.text):
        return "editions"
    similar = leaning.LIKE_THESE.search(ask.text) or leaning.LIKE_KIND.search(ask.text)
    if in_hand(session) and similar:
        return "more_like"
    if wanting.TAKES.search(ask.text) or wanting.TAKEN_HOME.search(ask.text):
        return "where_is_it"
    if _asks_there(ask) or any(sign.search(ask.text) for sign in _WHERE):
        return "where_is_it"
    kin = (leaning.ADAPTED, leaning.AS_BOOK, leaning.ORIGINAL, leaning.ON_A_DEVICE, wanting.ONLINE)
    asked_after = in_hand(session) and any(sign.search(ask.text) for sign in kin)
    return "other_edition" if asked_after else None


def _of_several(ask: Ask, session: Session) -> str | None:
    """What is asked of all that is on the screen."""
    if session.frame and leaning.OF_SERIES.search(ask.text):
        return "in_order"
    lent = any(sign.search(ask.text) for sign in LENT)
    if session.frame and lent and pointing.POINTS_AT.search(ask.text):
        return "where_is_it"  # which one is asked
    if session.frame and leaning.PLACE.search(ask.text):
        return "where_is_it" if session.frame.shown else "which_branch"
    if session.frame and _asks_there(ask):
        return "refine"
    if _asks_for_the_most(ask, session):
        return "most"
    if leaning.MOST.search(ask.text):
        of_these = points_only(leaning.MOST.sub(" ", ask.text))
        return "most" if of_these else "find_holdings"  # 余华最薄的一本是哪个
    if facts.SCRIPT.fullmatch(ask.text):
        return "editions"
    return "which_branch" if leaning.ELSEWHERE.search(ask.text) else None


def _asks_for_the_most(ask: Ask, session: Session) -> bool:
    """Whether one of a list that is seen whole is asked for: "the newest", "the new one"."""
    frame = session.frame
    if frame is None or len(session.listed) < _SEVERAL:
        return False
    whole = frame.total <= len(frame.shown) and leaning.THE_MOST.fullmatch(ask.text)
    return bool(whole or (frame.kind in _ONE_TITLE and leaning.NEW_ONE.search(ask.text)))


def _asks_there(ask: Ask) -> bool:
    """Whether it is asked if a branch has it, or any of these: 东馆有吗."""
    named = {entity.name for entity in ask.entities} - {"query"}
    rest = ask.beside("branch", "available", "date")
    there = "branch" in named <= {"branch", "available", "date"}
    return there and bool(leaning.HAVE_THERE.search(rest))


def _narrows(ask: Ask, session: Session) -> str | None:
    """Whether a message names a language or a form: of the item in hand, or of the whole list."""
    named = {entity.name for entity in ask.entities if entity.name != "query"}
    if ask.query and not points_only(ask.query):
        return None
    if "available" in named <= {"available", "branch", "date"}:
        asks_of_it = facts.IS_IN.search(ask.text) or pointing.POINTS_AT.search(ask.text)
        return "refine" if leaning.ANY_OF.search(ask.text) or not asks_of_it else None
    if not named or not named <= {"language", "format"} or asking.NEGATED.search(ask.text):
        return None
    return "other_edition" if _of_the_item(ask, session) else None


def _of_the_item(ask: Ask, session: Session) -> bool:
    """Whether it is the item in hand that is wanted in another language or form."""
    frame = session.frame
    picked = frame is not None and (frame.kind in _ONE_TITLE or len(frame.shown) > 1)
    points = pointing.POINTS_AT.search(ask.text)
    if points and in_hand(session):
        return True
    return bool(session.focus and picked) and not leaning.OF_THE_LIST.search(ask.text)


def _unsaves(ask: Ask, session: Session) -> bool:
    """Whether something saved is to be taken off the list again."""
    text = ask.text
    if not pointing.REMOVES.search(text):
        return False
    if saving.WHOLE_LIST.search(text):
        return True  # and not the conversation
    if pointing.NOT_SAVED.search(text):
        return False
    if pointing.OF_THE_LIST.search(text):
        return True
    pointed = pointing.POINTS_AT.search(text) and session.focus in session.saved
    everything = session.topic == "saved" and pointing.ALL_OF_THEM.search(text)
    return bool(session.saved and (numbers(ask) or pointed or everything))


def _likely(ask: Ask) -> bool:
    return ask.intent in _NAMING or ask.confidence < _CLEAR


def _names_a_part(ask: Ask) -> bool:
    """Whether a volume is asked for by its title: 哈利波特第二部, "Earthsea book 3"."""
    signs = (pointing.NAMED_PART, sequels.NTH_BOOK, sequels.FIRST_OF)
    nth = ask.has("query") and sequels.NAMED_NTH.search(ask.text)
    named = nth or any(sign.search(ask.text) for sign in signs)
    own = not points_only(pointing.SERIES_WORDS.sub(" ", ask.text))
    likely = _likely(ask) or ask.intent in ("refine", "show_more", "where_is_it", "more_like")
    return likely and bool(named) and own


def _asks_for_all_parts(ask: Ask, session: Session) -> bool:
    """Whether a whole series is asked for, by its name or as the one in hand."""
    text, likely = ask.text, _likely(ask)
    if pointing.IN_ORDER.search(text):
        return bool(session.frame or ask.confidence < _CLEAR)
    if sequels.COUNTED.search(text):
        return True
    bare_set = session.topic == "holdings" and pointing.WHOLE_SET.fullmatch(text)
    return bool(bare_set or (likely and pointing.WHOLE_SET.search(text)))


def asked_facts(text: str) -> list[str]:
    """The facts of an item that a message asks for: pages, authors, year ..."""
    text = leaning.CLOSERS.sub("", text, 1) or text  # "who's it by again"
    found = [name for name, sign in facts.FACTS.items() if sign.search(text)]
    if "audience" in found and facts.FOR_READERS.search(text):
        found.remove("audience")
    return found


def numbers(ask: Ask) -> list[int]:
    """The places on the list that a message names: "the first and the third", "the first two"."""
    few = [place for count in ask.all("first_few") for place in range(1, int(count) + 1)]
    return list(dict.fromkeys([*few, *map(int, ask.all("ordinal"))]))


def _of_the_list(ask: Ask, typed: Ask, session: Session) -> str | None:
    """What is asked of the list on the screen; `typed` still has the word that it begins with."""
    if session.topic not in ("holdings", "saved") or not session.frame:
        return None
    return _of_its_items(ask, session) or ("refine" if _corrects(typed) else None)


def _of_its_items(ask: Ask, session: Session) -> str | None:
    text = ask.text
    if part := _of_its_series(text, session):
        return part
    said = text if pointing.DECLINES.search(text) else leaning.CORRECTION.sub("", text, 1)
    if _dismisses(replace(ask, text=said)):
        return "dismiss"
    if pointing.BUT_FOR.search(text):
        return "refine"
    everywhere = pointing.WHERE.search(text) and pointing.ALL_OF_THEM.search(text)
    if everywhere or facts.IS_IN.search(text):
        return "where_is_it"
    if any(sign.search(text) for sign, _ in pointing.TELLING.values()):
        return "telling"
    if (asked_facts(text) and (in_hand(session) or numbers(ask))) or _only_numbers(ask):
        return "item_details"
    if ask.intent == "affirm" and (numbers(ask) or pointing.THAT_ONE.search(text)):
        return VERBS.get(session.verb, "item_details")
    return _picks_one(ask)


def _of_its_series(text: str, session: Session) -> str | None:
    """What is asked of a series where one title, or a series, brought the list."""
    kind = session.frame.kind if session.frame else ""
    signs = (pointing.NEXT_ONE, sequels.FIRST, sequels.BY_NUMBER) if kind in _ONE_TITLE else ()
    if any(sign.search(text) for sign in (pointing.PART, *signs)):
        return "sequel"
    return "in_order" if kind == "series" and sequels.HOW_MANY.search(text) else None


def _picks_one(ask: Ask) -> str | None:
    """Whether a message tells one item of the list from the others: 不对，第二个, "the owl one"."""
    if numbers(ask):
        return "item_details" if _corrects(ask) else None
    told = leaning.THE_ONE.search(ask.text)
    if told and not linking.PLACED.match(next(filter(None, told.groups()))):
        return "that_one"
    return "refine" if _corrects(ask) else None


def _corrects(ask: Ask) -> bool:
    """Whether a message takes back what was understood and says what is meant instead."""
    said = leaning.CORRECTION.sub("", ask.text, 1)
    beyond = ask.intent == "out_of_scope" and bool(ask.query)  # 还是希腊吧
    unsure = beyond or ask.intent in _OF_A_LIST or ask.confidence < _CLEAR
    asks = asking.ASKING.search(said) or asking.QUESTION.search(said)
    meant = bool(said.strip(MARKS)) and not listing.ENOUGH.search(said)
    return said != ask.text and unsure and not asks and meant


def _goes_on_in_series(ask: Ask, session: Session) -> bool:
    """Whether a number is of another part of the only item: "and the first", 那第二本呢."""
    alone = len(session.listed) == 1 and not ask.text.strip(MARKS).isdigit()
    beyond = numbers(ask)[0] > 1 or asking.GOES_ON.search(ask.text)
    return alone and bool(beyond) and not asked_facts(ask.text) and len(ask.text) < _SHORT / 3


def _only_numbers(ask: Ask) -> bool:
    """Whether a message is "the first and the third", and says no more."""
    unclear = ask.confidence < _CLEAR and not ask.query
    told = {entity.name for entity in ask.entities}
    return unclear and len(numbers(ask)) > 1 and told <= {"ordinal", "first_few"}


def _dismisses(ask: Ask) -> bool:
    """Whether something on the list is read already, or not wanted for another reason."""
    if pointing.ANOTHER.search(ask.text):
        return True
    if pointing.DECLINES.search(ask.text):
        return not orders.among(ask.text)  # "not that one, something older"
    removed = pointing.REMOVES.search(ask.text) and not pointing.NOT_SAVED.search(ask.text)
    if numbers(ask) and (removed or asking.NEGATED.search(ask.text)):
        return True
    return bool(pointing.READ.search(ask.text)) and not _reads_others(ask)


def _reads_others(ask: Ask) -> bool:
    """Whether what was read is a kind of books, or it is asked whether something can be read."""
    pointed = numbers(ask) or pointing.POINTS_AT.search(ask.text)
    beside = asking.READ_SOME.search(ask.text)  # "Stephen King, I've read The Shining"
    if beside and not numbers(ask) and names_something(beside["by"] or beside["han_by"]):
        return True
    kind = asking.HELD.search(ask.text) and not pointed
    return bool(kind or pointing.MAY_READ.search(ask.text))
