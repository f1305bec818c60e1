"""Which record the reader means: one they pressed, numbered, named, or spoke of last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from actions import at_hand, citing, questioned, scripts
from actions import filters as limits
from actions.ask import Ask
from actions.session import Frame
from actions.shelf import Page, short_title
from actions.signs import facts, leaning, pointing, tasks, wanting
from actions.skills import about, answer, find, nothing
from actions.turn import Turn
from assistant.engine.understanding.plain_words import content
from assistant.errors import HoldingsUnavailable
from assistant.model import HoldingsPart, HoldingsQuery
from index.record import Filters, Query, Record
from index.text import Rule, has_han
from index.works import proper_title

_NAME = 4  # characters, or fewer are no title of 那本写给大家看的
_PLACES = ("where_is_it", "item_details")
_NAMED = ("known_item", "identifier")
_OF_EDITION = ("languages", "formats", "year_from", "year_to")
_TITLE = 4  # characters of what is rather a title than a topic
_YES = Rule(
    r"^\W*(?:yes|yeah|yep|that(?:['’]?s| is) (?:it|the one|right|him|her))\b",
    "^\\W*(?:对|是的?|就是|没错|嗯)",
)


def one(turn: Turn, verb: str) -> Record | None:
    """The record a question is about; None when the reader was asked which, or told there is none.

    `verb` is the payload that asks the same question of a record.
    """
    record = _meant(turn)
    if record is not None:
        turn.session.focus = record.id
        return record
    if not turn.asks and not turn.outcome:
        ask_which(turn, verb)
    if turn.asks:
        turn.session.verb = verb
    return None


def several(turn: Turn, verb: str) -> list[Record]:
    """The records that a message numbers together; else the one it is about, as `one` finds it."""
    if len(numbered := listed(turn)) > 1:
        turn.session.focus = ""
        return numbered
    record = one(turn, verb)
    return [record] if record else []


def listed(turn: Turn) -> list[Record]:
    """The records that a message numbers: "the first two", "all of them", "this and the third"."""
    ask, session = turn.ask, turn.session
    if ask.pressed:
        return []
    ids = [_numbered(turn, place) for place in at_hand.numbers(ask)]
    if ids and pointing.THIS_ONE.search(ask.text) and session.focus:
        ids.insert(0, session.focus)
    if not ids and pointing.ALL_OF_THEM.search(ask.text):
        ids = on_page(turn)
    return turn.shelf.records(list(dict.fromkeys(filter(None, ids))))


def _meant(turn: Turn) -> Record | None:
    ask, session = turn.ask, turn.session
    if ask.pressed:
        return _pressed(turn)
    if (ordinal := ask.one("ordinal")) is not None:
        if found := _numbered(turn, int(ordinal)):
            return turn.shelf.record(found)
        if session.listed and not _unborne(turn):
            _too_far(turn)
            return None
    if one := _in_its_script(turn):
        return one
    hand = at_hand.in_hand(session) or _perhaps_first(turn)
    title = _kept(ask) or _borne(turn) or questioned.title(ask, turn.shelf.bears)
    if title := title or questioned.another(ask):
        return _named(turn, title, "")
    if title := _unborne(turn):
        return _named(turn, title, hand)
    return turn.shelf.record(hand) if hand else None


def _in_its_script(turn: Turn) -> Record | None:
    """The only one on the screen in the script that a question names: 繁体的那个谁翻译的."""
    wanted = scripts.named(turn.ask.text)
    if len(wanted) != 1 or facts.SCRIPT.search(turn.ask.text):
        return None
    found = [one for one in turn.shelf.records(on_page(turn)) if scripts.of(one) == wanted[0]]
    return found[0] if len(found) == 1 else None


def _kept(ask: Ask) -> str:
    """The title that is to go on the reader's list, unless it is "the audiobook"."""
    told = ask.has("format", "language", "ordinal", "first_few")
    return "" if told or ask.intent != "save_item" else at_hand.put_on_list(ask.text)


def in_hand(turn: Turn) -> Record | None:
    """The item spoken of last, the only one on the page, or the one that was surely looked for."""
    hand = at_hand.in_hand(turn.session)
    return turn.shelf.record(hand) if hand else None


def _too_far(turn: Turn) -> None:
    """A number beyond the end of the list."""
    turn.say("list-ends", count=len(turn.session.listed))
    turn.ends("asked")


def _clearly_first(turn: Turn) -> str:
    """The first of a list, when what was told fits it best or the reader says it is the one."""
    frame, ask = turn.session.frame, turn.ask
    if frame is None or frame.page or frame.like or not frame.shown:
        return ""
    if not frame.told and not pointing.POINTS_AT.search(ask.text):
        return ""  # "which branch" may be asked of all
    if not frame.ahead and not (ask.intent == "affirm" or _YES.match(ask.text)):
        return ""
    return frame.shown[0] if frame.text else ""


def _perhaps_first(turn: Turn) -> str:
    """The same, after the words which say that it is the first that is taken for the one."""
    first = turn.shelf.record(_clearly_first(turn))
    if first is None:
        return ""
    if turn.session.frame and len(turn.session.frame.shown) > 1:
        turn.say("that-first", title=short_title(first))
    return first.id


def _borne(turn: Turn) -> str:
    """A title of ours that the question is about: Dune in "when was Dune published"."""
    cited = citing.named(turn.ask, turn.shelf) or citing.cited(turn.ask)
    text = cited or at_hand.bare(turn.ask.text)
    text = pointing.SAVES.sub("", text) if turn.ask.intent == "save_item" else text
    told = pointing.NAMED_THIS.match(text)
    text = leaning.CITES_ON.sub("", text)
    title = told[1] if told else questioned.without_question(text)
    title = title.strip(" ,.!?，。？！")
    points = pointing.POINTS.match(title) or title == turn.ask.text or citing.only_cites(turn.ask)
    known = title and not points and citing.known(title, turn.ask.text, turn.shelf)
    return title if known else ""


def _unborne(turn: Turn) -> str:
    """What the question names, of which it is not sure that it is a title of ours."""
    ask = turn.ask
    told = _told(ask)
    of_it = bool(turn.session.listed or len(ask.query) < _NAME) and not ask.has("author", "isbn")
    points = of_it and not told and pointing.POINTS_AT.search(ask.text) is not None
    placed = leaning.PLACE.search(at_hand.bare(ask.text)) is not None
    points = points or citing.only_cites(ask) or placed
    return "" if points or ask.one("like") else told or _title(turn)


def _told(ask: Ask) -> str:
    """The title in "it's Dune"; "" for "it's in"."""
    told = pointing.NAMING.sub("", ask.text).strip(" .!?。！？")
    named = told and pointing.NAMING.match(ask.text) and ask.query.endswith(told)
    return told if named and not pointing.POINTS.match(told) else ""


def wanted(turn: Turn) -> list[Record]:
    """The record that a request for a service names ("a hold on Emma"), if one is surely named."""
    text = turn.ask.text
    if named := questioned.title(turn.ask, turn.shelf.bears):
        hit = about.titled(turn, named)
        return [hit.record] if hit else []
    title, points = _held(text), wanting.FETCHED.search(text) or wanting.TELL_WHEN_IN.search(text)
    if turn.ask.pressed or not title or points or pointing.POINTS.match(title):
        return []
    try:
        page = turn.shelf.search(Query(text=title, limit=1))
    except HoldingsUnavailable:
        return []
    found = [hit.record for hit in page.hits]
    sure = page.named and page.sureness >= turn.services.bounds.known
    exact = found and short_title(found[0]).casefold() == title.casefold()
    return found if sure or exact else []


def _held(text: str) -> str:
    """What is left of "reserve Emma for me please" without the asking; "" if that is all of it."""
    title = _beside_holding(text)
    return "" if title == text.strip() else title


def names_none(text: str) -> bool:
    """Whether a request for a hold says no more than that: 能帮我预约吗."""
    return not _beside_holding(text)


def _beside_holding(text: str) -> str:
    title, left = "", text
    while title != left:
        title, left = left, tasks.HOLDING.sub(" ", left).strip(" .,!?。，！？")
    return title


def on_page(turn: Turn) -> list[str]:
    """The ids on the screen."""
    session = turn.session
    page = session.seen.page if session.seen and session.topic != "saved" else 0
    return session.listed[page:]


def _pressed(turn: Turn) -> Record | None:
    wanted = str((turn.ask.payload or {}).get("record_id") or "")
    record = turn.shelf.record(wanted)
    if record is None:
        turn.say("gone")
        turn.ends("nothing_found")
    return record


def _numbered(turn: Turn, ordinal: int) -> str:
    """The id of item `ordinal`, as the list on the screen numbers them; -1 is the last. One that
    was picked from a longer list may be numbered as that has it."""
    longer = (one.shown for one in reversed(turn.session.frames) if len(one.shown) >= ordinal)
    shown = turn.session.listed
    if len(shown) == 1 < ordinal:
        shown = next(longer, shown)
    place = len(shown) - 1 if ordinal == -1 else ordinal - 1
    return shown[place] if 0 <= place < len(shown) else ""


def _title(turn: Turn) -> str:
    """A title in the question itself, with its author; "" for "it" and "this one"."""
    ask = turn.ask
    number = ask.one("isbn") or ask.one("call_number")
    query = questioned.without_question(ask.query)
    words = "" if pointing.POINTS.match(query) or _asks_only(query) else query
    return str(number) if number else " ".join([words, *ask.all("author")]).strip()


def _asks_only(query: str) -> bool:
    """Whether English words name nothing: "where exactly"."""
    return query.isascii() and not content(query)


def _named(turn: Turn, title: str, in_hand: str) -> Record | None:
    """The record that the words name; else the one in hand; else a choice of the nearest."""
    page = turn.shelf.search(Query(text=title, filters=_edition(turn), limit=4))
    if not page.hits:
        page = turn.shelf.search(Query(text=title, limit=4))
    only = page.found.kind == "author" and page.found.total == 1
    sure = only or (page.named and page.sureness >= turn.services.bounds.known)
    if not (sure or in_hand):
        page, sure = _exactly(page, title)
    if in_hand and not sure:
        return turn.shelf.record(in_hand)
    turn.log(page.log)
    if sure:
        records = about.editions(turn, page.hits[:1], page.log.query)
        frame = Frame(text=title, kind=page.found.kind, total=page.found.total)
        turn.session.push(frame)
        turn.session.show(frame, [record.id for record in records], 0)
        return records[0]
    _perhaps(turn, title, page)
    return None


def _exactly(page: Page, title: str) -> tuple[Page, bool]:
    """What bears the very title first, though other words of the catalogue are as near: Emma."""
    typed = proper_title(title)
    hits = [hit for hit in page.hits if proper_title(hit.record.title) == typed]
    return (replace(page, hits=tuple(hits)), True) if hits else (page, False)


def _edition(turn: Turn) -> Filters:
    """Which edition of a title is meant: "the 1961 one", "on DVD"."""
    told = limits.from_ask(turn.ask)
    return limits.load_filters({k: v for k, v in told.items() if k in _OF_EDITION})


def _perhaps(turn: Turn, title: str, page: Page) -> None:
    """Not sure: show the nearest as they are, numbered, so that the reader can point."""
    if _of_the_library(turn):
        return None  # "the book is not where it should be" names no book
    turn.session.focus = ""
    if not page.hits:
        turn.say("nothing", about=turn.text("about-text", text=title))
        turn.offer_human("nothing_found")
        return turn.ends("nothing_found")
    frame = Frame(text=title, kind=page.found.kind, total=page.found.total)
    turn.session.push(frame)
    turn.session.show(frame, page.ids, 0)
    turn.say("found-perhaps", count=len(page.hits))
    items = turn.shelf.hits_as_items(page, turn.names)
    turn.show(HoldingsPart(query=HoldingsQuery(text=title), total=page.found.total, items=items))
    turn.offer_human("nothing_found")
    turn.session.topic = "holdings"
    turn.question()
    return turn.ends("asked")


def _of_the_library(turn: Turn) -> bool:
    """Answers what passed for a question on a book and names none; tells whether it was one."""
    ask = turn.ask
    if ask.pressed or ask.intent not in _PLACES or _of_the_list(turn):
        return False
    return answer.instead(turn)


def _of_the_list(turn: Turn) -> bool:
    """Whether a question is surely one of the items on the screen: "is it in?"."""
    text, listed = turn.ask.text, turn.session.topic in ("holdings", "saved") and on_page(turn)
    asks = any(sign.search(text) for sign in (facts.IS_IN, leaning.PLACE, *at_hand.LENT))
    asks = asks or (turn.ask.has("available") and pointing.POINTS_AT.search(text) is not None)
    return bool(listed and (asks or at_hand.asked_facts(text)))


def ask_which(turn: Turn, verb: str) -> None:
    if _of_the_library(turn):
        return None  # "where do I pick it up"
    shown = turn.shelf.records(on_page(turn))
    if not shown and not turn.ask.pressed and facts.FOR_READERS.search(turn.ask.text):
        return find.find(turn)  # 有没有适合他的书
    if not shown and nothing.again(turn):
        return None
    lacked = _lacked(turn) if shown else ""
    several = "which-one" if len(shown) > 1 else "which-this"
    turn.say("which-near" if lacked else several if shown else "which-title", title=lacked)
    if lacked:
        answer.offer_about(turn, "ask-elsewhere")
    offer_records(turn, verb, shown)
    turn.session.verb = verb
    turn.question()
    return turn.ends("asked")


def _lacked(turn: Turn) -> str:
    """The title that was asked for, where the screen has only what comes near it."""
    frame = turn.session.frame
    if frame is None or not frame.far or frame.told:
        return ""
    text = frame.text
    long = len(text) >= _TITLE if has_han(text) else " " in text
    return text if long else ""


def offer_records(turn: Turn, verb: str, records: Sequence[Record]) -> None:
    titles = Counter(short_title(record) for record in records)
    for record in records:
        title = short_title(record)
        if titles[title] > 1:
            form = turn.names.format(record.format)
            title = turn.text("title-of", title=title, year=str(record.year or ""), format=form)
        turn.offer(title[:60], verb, record_id=record.id)


def pointed_at(turn: Turn) -> Record | None:
    """The item that the message numbers or calls "it"; nothing is asked or searched."""
    ask, session = turn.ask, turn.session
    if (ordinal := ask.one("ordinal")) is not None:
        found = _numbered(turn, int(ordinal))
        return turn.shelf.record(found) if found else None
    in_hand = at_hand.in_hand(session)
    spoken_of = session.topic == "holdings" and pointing.POINTS_AT.search(ask.text)
    named = questioned.title(ask, turn.shelf.bears)  # "rebecca, can i reserve it"
    meant = (spoken_of or at_hand.wants_held(ask.text)) and not named
    return turn.shelf.record(in_hand) if in_hand and meant else None


def show(turn: Turn, records: Sequence[Record]) -> None:
    """Records as cards."""
    items = turn.shelf.items(records, turn.names)
    title = records[0].title if len(records) == 1 else ""
    turn.show(HoldingsPart(query=HoldingsQuery(text=title), total=len(items), items=items))


def other_editions(turn: Turn, record: Record) -> list[Record]:
    """The editions that were found with a title just named, without the one in hand."""
    frame = turn.session.frame
    if frame is None or record.id not in frame.shown or frame.kind not in _NAMED:
        return []
    others = [one for one in turn.shelf.records(frame.shown) if one.id != record.id]
    return [one for one in others if _of_one_work(one, record)]


def _of_one_work(one: Record, other: Record) -> bool:
    """Whether one is another edition of the other, or a film of the same title."""
    same = bool(one.work) and one.work == other.work
    return same or proper_title(one.title) == proper_title(other.title)
