"""The search at hand, narrowed, corrected, widened, ordered, continued or left again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from actions import at_hand, having, titles
from actions import filters as limits
from actions.ask import Ask
from actions.session import Frame
from actions.shelf import PAGE
from actions.signs import adding, asking, leaning, listing, orders, pointing, wishes
from actions.skills import (
    another,
    beside,
    dismiss,
    find,
    fragment,
    lacking,
    narrow,
    nothing,
    wider,
)
from actions.turn import Turn
from assistant.engine.understanding.plain_words import names_something
from assistant.engine.understanding.untold import UNTOLD
from assistant.errors import BadRequest
from index.languages import language_code
from index.record import Query
from index.text import Rule

_NAMING = ("find_holdings", "known_item")
_ASIDES = ("loans", "fines", "holds_renewals")  # topics of what is asked beside a list
_FOR_ME = Rule(r"\bfor (?:me|myself|us|adults?|grown[- ]?ups)\b", "我自己看|给我自己|大人看的?")
_SUCH = {"audiences", "languages", "formats", "literary_forms"}
_CODE = 3  # letters of a code: what is longer is a name


def alone(turn: Turn) -> bool:
    """Narrow the list by what a short message adds; tells whether it was such a message."""
    turn.ask = limits.left_out(turn.ask, turn.session, turn.shelf.bears)
    before, text = turn.session.frame, turn.ask.text
    leans = turn.ask.intent not in _NAMING and turn.ask.confidence >= 1.0
    if before is None or turn.session.topic != "holdings":
        return _after_answer(turn)
    if adding.UNSURE.search(text):
        (narrow.too_many if adding.AT_A_LOSS.search(text) else dismiss.deny)(turn)
    elif before.lacks and wishes.WHAT_ELSE.search(text):
        lacking.instead(turn, before)
    elif anew := _anew(turn, before):
        find.begin(turn, anew)
    elif leans or wishes.NEW_ONES.search(text):
        return False
    elif listing.ANY_BOOKS.search(text) and before.text:
        find.begin(turn, _with(before, _kept(turn, before)))
    elif _only_limits(turn):
        refine(turn)
    else:
        return narrow.is_untold(turn) or fragment.add(turn)
    return True


def _anew(turn: Turn, before: Frame) -> Frame | None:
    """The topic that it is asked of whether there is really nothing, or that of another people."""
    if limits.asks_for_any(turn.ask.text):
        return Frame(text=limits.affirmed(turn.ask), asked=True)
    return another.of_a_people(turn.ask.text, before) or another.of_a_place(turn.ask, before)


def _only_limits(turn: Turn) -> bool:
    """Whether a message names limits and nothing else: "is there one for kids", 不要科幻."""
    ask = turn.ask
    told = set(limits.from_ask(ask)) | set(limits.unwanted(ask))
    if not told or ask.pressed or ask.taught or ask.has("ordinal", "isbn", "like", "author"):
        return False
    rest = limits.affirmed(ask)
    more = names_something(rest) or limits.asks_of_a_service(ask)
    one = told == {"available"} and pointing.POINTS_AT.search(ask.text)
    there = told == {"branches"} and not leaning.HAVE_THERE.search(ask.beside("branch", "date"))
    return not (more or one or there or fragment.of_the_library(turn, names=False))


def _after_answer(turn: Turn) -> bool:
    """Books on what was answered ("true stories", after a question on history), or the list that
    stood before a rule was told."""
    here = set(limits.from_ask(turn.ask)) == {"branches"}  # of the answer: "is there one at East"
    if turn.session.topic == "answer" and turn.session.subject and not here and _only_limits(turn):
        find.find(turn)
    elif turn.session.frame is not None and _back_to_list(turn):
        refine(turn)
    else:
        return False
    return True


def _back_to_list(turn: Turn) -> bool:
    """Whether it is asked of the list before a rule was told whether any is for such readers, in
    such a language or form: "any for kids", after "how long can I keep a DVD"."""
    session, ask = turn.session, turn.ask
    entry = turn.services.answers.entry(session.entry) if session.topic == "answer" else None
    if entry is None or entry.topic not in _ASIDES or asking.GOES_ON.search(ask.text):
        return False
    such = _SUCH & set(limits.from_ask(ask))
    return bool(such and listing.ANY_SUCH.search(ask.text)) and _only_limits(turn)


def refine(turn: Turn) -> None:
    """What the reader adds to the search at hand; without one it is a search of its own."""
    before = turn.session.frame
    if before is not None and not _how(turn) and dismiss.meant(turn, before):
        return dismiss.dismiss(turn)
    if before is None or _stands_alone(turn):
        return find.find(turn)
    other = _dropped(turn, before) or _unlike_it(turn, before) or lacking.others(turn, before)
    if other:
        return find.begin(turn, other)
    if not _order(turn.ask.text) and fragment.add(turn):
        return None
    if topic := _corrected(turn):
        return find.begin(turn, _with(before, before.filters, topic=topic))
    frame = beside.of_their_literature(turn, _changed(turn, before))
    if frame and turn.ask.has("author") and not turn.shelf.search(find.query_of(frame)).hits:
        return find.find(turn)  # the author wrote nothing of that: then all by the author
    if frame is None or _led_astray(turn, before, frame):
        return None if fragment.in_its_stead(turn, before) else narrow.cannot(turn)
    return _begin(turn, frame, before)


def _begin(turn: Turn, frame: Frame, before: Frame) -> None:
    """The changed search; the next page of one that is the same: "something else in Russian"."""
    found = (before.text, before.filters, before.without, before.order)
    same = (frame.text, frame.filters, frame.without, frame.order) == found
    if same and listing.ELSE.search(turn.ask.text):
        return _next(turn, before)
    return wider.begin(turn, frame, before)


def _how(turn: Turn) -> bool:
    """Whether a message says how the books should be: "not too long", "nothing scary"."""
    return bool(_order(turn.ask.text) or listing.TOO_SUCH.search(turn.ask.text))


def _unlike_it(turn: Turn, before: Frame) -> Frame | None:
    """Like the book in hand, or that of which the like is listed, but older, newer, shorter or
    longer: "something older"."""
    order = orders.bare(pointing.DECLINES.sub(" ", at_hand.bare(turn.ask.text)).strip(" ,，"))
    puts_in_order = leaning.SORTS.search(turn.ask.text) or leaning.MOST_OF_ALL.search(turn.ask.text)
    alone = len(before.shown) == 1 and not puts_in_order
    another = alone or leaning.ANOTHER_SUCH.search(turn.ask.text)
    named = another and before.kind in find.NAMED and before.shown[:1]
    liked = [before.like] if before.like else named
    record = turn.shelf.record(liked[0]) if order and liked else None
    if record is None:
        return None
    bounds = {
        "oldest": ("year_to", (record.year or 1) - 1),
        "newest": ("year_from", (record.year or 0) + 1),
        "shortest": ("pages_to", (record.pages or 1) - 1),
        "longest": ("pages_from", (record.pages or 0) + 1),
    }
    (name, value), kept = bounds[order], before.filters if before.like else {}
    if name in kept:
        return None
    if value > 1:
        return Frame(like=record.id, filters=kept | {name: value}, asked=True)
    return Frame(like=record.id, order=order, asked=True)  # its own is not known


def _led_astray(turn: Turn, before: Frame, frame: Frame) -> bool:
    """Whether words that were added lead to nothing that fits: they were no topic."""
    if frame.text in before.text or not before.shown:
        return False
    page = turn.shelf.search(find.query_of(frame))
    return not page.named and page.sureness < turn.services.bounds.near


def _dropped(turn: Turn, before: Frame) -> Frame | None:
    """The search without the filter that the reader wants gone."""
    gone = {name for names, sign in listing.DROPS if sign.search(turn.ask.text) for name in names}
    said = turn.ask.text
    lifts = listing.LIFTS.search(said) or listing.PLAIN.search(said)  # perhaps what there is not
    named = set(limits.from_ask(turn.ask)) if lifts else set()  # "forget large print"
    gone |= named & set(before.filters)
    if not (gone or named) or not (lifts or gone & set(before.filters)):
        return None
    left = {k: v for k, v in before.filters.items() if k not in gone}
    return _with(before, left, gone)


def _corrected(turn: Turn) -> str:
    """The topic that takes the place of the one before: "no, science fiction"."""
    ask = turn.ask
    said = leaning.CORRECTION.sub("", ask.text, 1)
    limited = limits.from_ask(ask) or limits.unwanted(ask) or UNTOLD.search(said)
    told = said == ask.text or limited or _order(said)
    if told or listing.ENOUGH.search(said) or asking.NEGATED.search(said):
        return ""
    words = " ".join(listing.FILLERS.sub(" ", said).split()).strip(" ,.!?，。！？吧呢啊呀")
    again = turn.session.frame.text if turn.session.frame else ""
    return words if names_something(words) else again  # "no, I mean which ones do you have"


def _with(
    before: Frame, filters: dict[str, Any], unset: Iterable[str] = (), topic: str = ""
) -> Frame:
    """The same search under other filters, or on another topic."""
    return Frame(
        said=topic or before.said,
        works=[] if topic else before.works,
        text=topic or before.text,
        topical=before.topical and not topic,
        like="" if topic else before.like,
        gone=before.gone,
        filters=filters,
        without={k: v for k, v in before.without.items() if k not in set(unset)},
        order=before.order,
        asked=True,
    )


def _stands_alone(turn: Turn) -> bool:
    """A whole question of its own topic or author asks anew, unless it begins like a correction."""
    ask = turn.ask
    asks_for_one = listing.CORRECTS.search(ask.text) or ask.has("format")
    if asks_for_one and titles.is_one(ask.query, turn.shelf.bears):
        return True  # 不是，我要狂人日记, "1984 audiobook"
    if pointing.BY_ITS_AUTHOR.search(ask.text):
        return True
    if ask.query and listing.OF_TOPIC.search(ask.text) and not listing.CORRECTS.search(ask.text):
        return True
    begins = asking.BEGINS.search(ask.text) or leaning.MOST_BY.search(ask.text)
    anew = ask.query or ask.has("year_from", "year_to") or begins
    own = (ask.one("author") and anew) or (ask.has("literature") and ask.has("literary_form"))
    denies = asking.NEGATED.search(ask.text)
    if denies and (titles.is_one(ask.text, turn.shelf.bears) or dismiss.leaves_title(turn)):
        return True  # "No country for old men"
    if denies and _is_another_kind(turn):
        return True
    return bool(own) and not listing.CORRECTS.search(ask.text)


def _is_another_kind(turn: Turn) -> bool:
    """Whether works of a kind are wanted that is not the list's: 除了金庸以外的武侠小说."""
    query, frame = turn.ask.query, turn.session.frame
    kind = listing.KIND_OF_WORK.search(query)
    return kind is not None and frame is not None and query not in frame.text


def _changed(turn: Turn, before: Frame) -> Frame | None:
    """The search with the change; None when the message changes nothing of it."""
    ask = turn.ask
    change = limits.from_ask(ask) or beside.of_its_country(ask.text, before)
    unwanted = beside.unwanted(turn)
    order = orders.among(at_hand.bare(ask.text))
    # Words cannot say what a reader does not want: a search for them would bring more of it.
    denied = any(sign.search(ask.text) for sign in (asking.NEGATED, UNTOLD, listing.TOO_SUCH))
    more = (before.lacks or not (change or unwanted)) and not (denied or _order(ask.text))
    words = _more_words(limits.affirmed(ask), before) if more else ""
    if not (change or unwanted or order or words):
        such = denied or listing.TOO_SUCH.search(ask.text)
        repeats = bool(ask.query) and not such and _words(ask.query)
        return _with(before, before.filters) if repeats else None
    after = limits.narrowed(_kept(turn, before), _as_well(ask, before, change))
    bad = {name: values for name, values in before.without.items() if name not in change}
    # Other books of the author of a title are not found under that title.
    text = "" if "authors" in change and before.kind in find.NAMED else before.text
    text = "" if _is_whole(before, change) or (words and before.lacks) else text
    text = _in_other_tongue(ask.text, text) if "languages" in change else text
    if before.kind == "author" and text and "authors" not in after:
        by_name = {**after, "authors": [text]}  # the name is no topic, unless nothing is by it
        if turn.shelf.search(Query(filters=limits.load_filters(by_name), limit=1)).hits:
            text, after = "", by_name
    return Frame(
        said=before.said,
        works=before.works if not words else [],
        text=f"{text} {having.after_topic(ask.text, words)}".strip() if text else words,
        topical=before.topical and bool(text),
        like=before.like,
        gone=before.gone,
        filters=after,
        without={
            n: list(dict.fromkeys([*bad.get(n, ()), *unwanted.get(n, ())])) for n in bad | unwanted
        },
        order=order or before.order,
        asked=True,
    )


def _as_well(ask: Ask, before: Frame, change: dict[str, Any]) -> dict[str, Any]:
    """What a message adds to what may be: "in French is fine too", of books in German."""
    if ask.pressed or not listing.TOO.search(ask.text):
        return change
    had = {name: before.filters.get(name, []) for name in change if name in limits.SETS.values()}
    return change | {name: list(dict.fromkeys([*was, *change[name]])) for name, was in had.items()}


def _is_whole(before: Frame, change: dict[str, Any]) -> bool:
    """Whether a kind is named anew with its language: "French films", and no more Miyazaki's."""
    again = any(name in before.filters and name in change for name in ("formats", "literary_forms"))
    tongues = change.get("languages", ())
    return bool(tongues) and (again or language_code(before.text) in tongues)


def _in_other_tongue(said: str, text: str) -> str:
    """A topic without the language that another one takes the place of: "graded reader german";
    a kind of work named with the language is a topic of its own: "short stories in Spanish"."""
    if kind := listing.KIND_OF_WORK.search(said):
        return kind[0]
    if listing.LEARNS.search(text):
        return text
    left = [word for word in text.split() if len(word) <= _CODE or not language_code(word)]
    return " ".join(left) or text


def _kept(turn: Turn, before: Frame) -> dict[str, Any]:
    """The filters that the reader set, without those worked out from what they did not want, and
    without the last one where another may do: "or as an audiobook"."""
    earlier = turn.session.frames[-2].filters if len(turn.session.frames) > 1 else {}
    last = not turn.ask.pressed and adding.OR.search(turn.ask.text)
    same = set(limits.from_ask(turn.ask)) & set(before.filters)  # 英文的也行, of 中文小说
    gone = (same or set(before.filters) - set(earlier)) if last else set()
    gone |= set(before.without)
    grown = _FOR_ME.search(turn.ask.text) and limits.of_the_young(before.filters)
    gone |= {"audiences"} if grown and not turn.ask.pressed else set()
    gone |= set() if turn.ask.pressed else another.other_forms(turn.ask.text, before.filters)
    return {name: value for name, value in before.filters.items() if name not in gone}


def _more_words(query: str, before: Frame) -> str:
    """What a refinement adds to the words of the search; words that are there already add none."""
    words = _words(query)
    return "" if words.casefold() in before.text.casefold() else words


def _words(query: str) -> str:
    """What a refinement adds to the topic: "something funny" adds funny."""
    return listing.FILLERS.sub(" ", query).strip(" ,.!?，。！？")


def _order(text: str) -> str:
    return orders.said(at_hand.bare(text))


def most_of(text: str) -> str:
    """The order in which the one that a message asks for comes first: "which is the oldest"."""
    hit = leaning.MOST.search(text) or leaning.THE_MOST.fullmatch(text)
    told = next(filter(None, hit.groups()), "") if hit else ""
    return leaning.ORDERS.get(told.lower(), "newest")


def press_filter(turn: Turn) -> None:
    change = (turn.ask.payload or {}).get("set")
    if not isinstance(change, dict):
        raise BadRequest("payload: /filter needs what to set.")
    checked = limits.dump_filters(limits.load_filters(change))
    before = turn.session.frame or Frame()
    find.begin(turn, _with(before, limits.narrowed(_kept(turn, before), checked), checked))


def press_unfilter(turn: Turn) -> None:
    """The search without one of its filters, or without any."""
    name, before = (turn.ask.payload or {}).get("name"), turn.session.frame or Frame()
    rest = {k: v for k, v in before.filters.items() if name is not None and k != name}
    find.begin(turn, _with(before, rest, set(before.filters) - set(rest)))


def more(turn: Turn) -> None:
    """The next page of the search at hand."""
    frame = turn.session.frame
    if frame is None:
        return find.find(turn)
    if turn.ask.query and not turn.ask.pressed and not listing.THAT_ALL.search(turn.ask.text):
        return refine(turn)  # "more of them, but with pictures"
    return _next(turn, frame)


def _next(turn: Turn, frame: Frame) -> None:
    if other := lacking.others(turn, frame):
        return find.begin(turn, other)
    if not frame.shown:
        return None if nothing.again(turn) else find.show(turn, frame)
    first = frame.page + PAGE
    if frame.kind in find.NAMED and frame.page == 0:
        first = len(frame.shown)
    return dismiss.no_more(turn, frame) if first >= frame.total else find.show(turn, frame, first)
