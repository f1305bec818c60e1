"""Whose works are wanted: of the author just spoken of, or the shortest of somebody."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from actions import at_hand
from actions.session import Frame
from actions.shelf import short_title
from actions.signs import asking, leaning, pointing
from actions.skills import about, nothing
from actions.turn import Turn
from assistant.engine.understanding.plain_words import content
from index.authors_chinese import name_in_chinese
from index.record import Filters, Query, Record
from index.text import Rule, has_han
from index.tokens import words
from index.works import proper_title
from index.works_known import work_called

_PARTICLES = ("De", "Du", "Le", "Van", "García")  # with which a surname of two words begins
_SURNAME = 2
_WORKS = 60  # of one author

_OF_A_LIFE = Rule(
    (
        r"\b(?:books?|films?|anything|something|ones?|works?|articles?) (?:on|about)"
        r" (?:him|her|(?:his|her|their) life)\b"
    ),
    r"\b(?:biograph(?:y|ies)|life|life story) of (?:him|her|the author|that author)\b",
    r"\b(?:his|her|their) (?:biograph(?:y|ies)|life story)\b",
    "(?:[他她]|作者|这位作家)(?:本人|自己|这个人)?的?(?:生平|传记|身世|人生经历|一生)",
    "(?:关于|介绍|讲|研究|评论|写)(?:[他她]|作者|这位作家)(?:本人|自己|这个人)?的(?:书|传记|作品|资料|[呢吗]|\\W*$)",
)

_WHAT_ELSE = Rule(
    r"^\W*(?:and |so )?what else (?:has|did|have|does) (?:s?he|they) (?:write|written|done)\W*$",
    (
        r"^\W*(?:and |do you have |have you got |is there |are there )*"
        r"(?:any(?:thing)?|something|others?) (?:more |else |others? )*by (?:him|her|them)\W*$"
    ),
    "^\\W*(?:那)?[他她](?:还|另外)(?:有|写过?|出过?)(?:了)?(?:什么|哪些|别的|其他)[^，。]{0,6}\\W*$",
)
_ORIGINAL = Rule(  # the book of a film
    r"\b(?:original|book['’]?s?) (?:author|writer|novelist)\b",
    r"\b(?:author|writer) of the (?:original|book|novel)\b",
    "原[著作](?:小说|的)*(?:作者|作家)?",
)


def of_title(turn: Turn) -> dict[str, Any]:
    """The author of a title whose others are wanted: "something by the author of piranesi"."""
    hit = pointing.BY_ITS_AUTHOR.search(turn.ask.text)
    title = next(filter(None, hit.groups()), "") if hit else ""
    found = about.titled(turn, title) if title else None
    if found and found.record.authors:
        return {"authors": [_spelling(turn, found.record)]}
    work = work_called(title) if title else None
    return {"authors": [_as_said(turn, work.author)]} if work else {}


def same(turn: Turn) -> dict[str, Any]:
    """The author of the item in hand, when the reader says "that author"."""
    if others := of_title(turn):
        return others
    return spoken_of(turn) if pointing.SAME_AUTHOR.search(turn.ask.text) else {}


def spoken_of(turn: Turn) -> dict[str, Any]:
    """The author of the item in hand or of the list, else of what was looked for and is lacked."""
    frame = turn.session.frame
    shown = (
        [frame.like, *frame.shown[frame.page :]] if frame and (frame.ahead or not frame.far) else []
    )
    numbered = at_hand.numbers(turn.ask)
    if numbered and 0 < numbered[0] <= len(turn.session.listed):
        shown, frame = [turn.session.listed[numbered[0] - 1]], None  # 第二本的作者还有别的吗
    near = [one for one in ("" if numbered else turn.session.focus, *shown) if one]
    records = turn.shelf.records(near)
    if _ORIGINAL.search(turn.ask.text):
        records = [about.as_read(turn, one, short_title(one)) for one in records]
    if named := _searched(records, frame.text if frame and not turn.session.focus else ""):
        return {"authors": [named]}
    if frame and not records:
        return _of_what_is_lacked(turn, frame)
    record = next(iter(records), None)
    return {"authors": [_spelling(turn, record)]} if record and record.authors else {}


def _of_what_is_lacked(turn: Turn, frame: Frame) -> dict[str, Any]:
    """The author that a search named which found nothing, or of the known work that we lack."""
    work = work_called(frame.text)
    named = frame.filters.get("authors") or ([_as_said(turn, work.author)] if work else [])
    return {"authors": list(named)} if named else {}


def _as_said(turn: Turn, author: str) -> str:
    """An author as readers call them: Donna Tartt for Tartt Donna."""
    if turn.language == "zh" and (chinese := name_in_chinese(author)):
        return chinese
    name = author.split()
    surname = 1 + (name[0] in _PARTICLES and len(name) > _SURNAME)
    return " ".join([*name[surname:], *name[:surname]])


def _searched(records: Sequence[Record], text: str) -> str:
    """The author whose name brought a list: of "woolf" Virginia, and no translator."""
    named, everybody = set(words(text)), [one for record in records for one in _writers(record)]
    bear = [one for one in everybody if named and named <= set(words(one))]
    return max(bear, key=bear.count, default="")


def _writers(record: Record) -> list[str]:
    return [one for one in record.authors if one not in record.translators]


def _spelling(turn: Turn, record: Record) -> str:
    """As the record has it; under which most works stand, where only this one stands under that:
    Carle, Eric rather than 艾瑞·卡尔."""
    own = record.authors[0]
    others = [one for one in record.variant_authors[:1] if has_han(one) != has_han(own)]
    alone = bool(others) and _count(turn, own) <= 1
    return max((own, *others), key=lambda name: _count(turn, name)) if alone else own


def _count(turn: Turn, name: str) -> int:
    return turn.shelf.search(Query(filters=Filters(authors=(name,)), limit=1)).found.total


def other_spelling(turn: Turn, name: str) -> str:
    """The author in another script, as a record of theirs has it: 勒古恩 is Le Guin, Ursula K."""
    page = turn.shelf.search(Query(filters=Filters(authors=(name,)), limit=1))
    spellings = page.hits[0].record.variant_authors if page.hits else ()
    return next((one for one in spellings if has_han(one) != has_han(name)), "")


def unread(turn: Turn) -> Frame | None:
    """The works of somebody without those that were read: "Stephen King, I've read The Shining"."""
    told = None if turn.ask.pressed else asking.READ_SOME.search(turn.ask.text)
    if told is None or asking.READ_ALL.search(turn.ask.text):
        return None
    by, read = (next(filter(None, told.group(name, f"han_{name}"))) for name in ("by", "read"))
    if not about.first_by(turn, by):
        return None
    known = {proper_title(one) for one in (read, *asking.AND.split(read)) if one.strip()}
    hits = turn.shelf.search(Query(filters=Filters(authors=(by,)), limit=_WORKS)).hits
    read_ones = [hit for hit in hits if known & set(map(proper_title, about.titles_of(hit.record)))]
    gone = [one for hit in read_ones for one in (hit.record.id, *hit.editions)]
    return Frame(filters={"authors": [by]}, gone=gone)


def about_them(turn: Turn) -> str:
    """The author spoken of, where works about them are wanted and none of theirs: 介绍他生平的."""
    if turn.ask.pressed or turn.session.topic != "holdings" or not _OF_A_LIFE.search(turn.ask.text):
        return ""
    frame, focus = turn.session.frame, turn.session.focus
    if frame and (named := frame.filters.get("authors")):
        return str(named[0])
    if frame and frame.kind == "author":
        return frame.text
    record = turn.shelf.record(focus) if focus else None
    return record.authors[0] if record and record.authors else ""


def all_shown(turn: Turn) -> bool:
    """Say that there is no more by the author whose works are all on the screen; tells whether more
    was asked for: "what else did she write"."""
    frame, asked = turn.session.frame, _WHAT_ELSE.search(turn.ask.text)
    if frame is None or turn.ask.pressed or not asked or turn.session.topic != "holdings":
        return False
    named = frame.kind == "author" or set(frame.filters) == {"authors"}
    if not named or not 0 < frame.total <= len(frame.shown):
        return False
    turn.say("all-by", count=frame.total)
    nothing.offer_elsewhere(turn)
    turn.offer_human("nothing_found")
    turn.ends("answered")
    return True


def most(turn: Turn, limited: dict[str, Any]) -> Frame | None:
    """The works of somebody in the order that is asked for: "the shortest Tolstoy"."""
    text = turn.ask.text
    hit = None if turn.ask.pressed else leaning.MOST_BY.search(text)
    if hit is None:
        return None
    order = leaning.ORDERS[next(filter(None, hit.groups())).casefold()]
    if limited.get("authors"):
        return Frame(filters=limited, order=order)
    rest = leaning.MOST_BY.sub(" ", text).strip(" ,.?!，。？！的")
    rest = " ".join(asking.HELD.sub(" ", rest).split())
    name = rest if has_han(rest) else " ".join(content(rest))
    found = turn.shelf.search(Query(text=name, limit=1)).found if name else None
    if found is None or found.kind not in ("author", "known_item"):
        return None
    if found.kind == "author":
        return Frame(text=name, order=order, filters=limited)
    return Frame(text=name, filters=limited) if order == "newest" else None  # of a series
