"""What a search is about, in words, and which records one title stands for."""

from __future__ import annotations

from collections.abc import Sequence

from actions import filters as limits
from actions import having, titles
from actions.session import Frame
from actions.shelf import PAGE, full_title, short_title
from actions.signs import leaning, listing
from actions.skills import another
from actions.turn import Turn
from actions.volumes import parts_of
from index.record import Hit, Query, Record
from index.text import Rule, simplify
from index.tokens import topic_words
from index.works import proper_title

_BY_LENGTH = ("shortest", "longest")
_NO_PART = 999
_SURE = 3  # words of a title of which only a part was read: Project Hail Mary
_READ = ("book", "ebook", "large_print")
_FILM = "film"
_ON_TV = Rule(
    r"\btv series\b", "电视剧|連續劇|连续剧|電視劇|剧集"
)  # of which some are told of a title
_KIN = 20  # records among which the book of a work is looked for


def about_words(turn: Turn, frame: Frame, corrected: str = "") -> str:
    """What was searched, in words: the reader's own, then each filter."""
    words = corrected or frame.text
    for one in having.before_topic(frame.filters):
        words = another.both(words, one) if words else one
    said = [turn.text("about-text", text=words)] if words else []
    if frame.like and (record := turn.shelf.record(frame.like)):
        said.insert(0, turn.text("about-like", title=short_title(record)))
    said += limits.in_words(having.told_after(frame.filters), turn.names, frame.without)
    return turn.text("about-glue").join(said)


def say_untold(turn: Turn, frame: Frame) -> None:
    """How many could not be looked at, where length matters and records do not tell it."""
    count, total = _without_pages(turn, frame)
    if count:
        turn.say("length-none" if count >= total else "length-untold", count=count)


def _without_pages(turn: Turn, frame: Frame) -> tuple[int, int]:
    """How many records of a search by length do not tell theirs, and of how many."""
    by_length = {"pages_from", "pages_to"} & set(frame.filters)
    ordered = frame.order in _BY_LENGTH and not frame.like
    if not by_length and not ordered:
        return 0, 0
    rest = {name: value for name, value in frame.filters.items() if name not in by_length}
    wanted = limits.wanted(frame, rest)
    everything = Query(text=frame.wanted, filters=wanted, like=frame.like or None)
    found = turn.shelf.search(everything).found
    return found.facets.get("pages", {}).get("unstated", 0), found.total


def ordered_words(turn: Turn, frame: Frame, corrected: str = "") -> str:
    """The same, and which come first where the reader asked for an order."""
    words = about_words(turn, frame, corrected)
    count, total = _without_pages(turn, frame) if frame.order in _BY_LENGTH else (0, 1)
    if frame.order in ("", "title") or count >= total:
        return words  # no order is told that there is not
    return turn.text("about-glue").join(
        filter(None, [words or turn.text("about-all"), turn.text(f"about-{frame.order}")])
    )


def telling(text: str) -> str:
    """The telling words of a long wish; "" when it has no others, but for such as "in"."""
    words = " ".join(listing.STORY.sub(" ", text).split()).strip(" ,.!?，。！？")
    return words if topic_words(words) != topic_words(text) else ""


def known(turn: Turn, title: str) -> Hit | None:
    """The record that a title names, if the index is sure of it."""
    page = turn.shelf.search(Query(text=title, limit=3, by_name=True))
    return page.hits[0] if page.named and page.sureness >= turn.services.bounds.known else None


def liked(turn: Turn, title: str) -> Hit | None:
    """The record that is named to be like; readers leave its article out: "like the hobbit"."""
    if hit := known(turn, title):
        return hit
    whole = next((one for one in (f"the {title}", f"a {title}") if turn.shelf.bears(one)), "")
    longer = whole or titles.longest_in(turn.ask.text, turn.shelf.bears, _SURE)
    return known(turn, longer) if title.casefold() in longer.casefold() else None


def to_be_like(turn: Turn) -> str:
    """A title of ours after "something like", which the tagger took for what is wanted itself."""
    told = leaning.LIKE_TITLE.search(turn.ask.text)
    return told["title"] if told and titles.is_one(told["title"], turn.shelf.bears) else ""


def as_read(turn: Turn, record: Record, title: str) -> Record:
    """The book of a work that was named: who reads it out, or plays in it, makes no likeness."""
    if record.format in _READ:
        return record
    found = turn.shelf.search(Query(text=title, limit=_KIN)).hits
    same = [h.record for h in found if set(h.record.authors) & set(record.authors)]
    same.sort(key=lambda one: title.casefold() not in one.title.casefold())
    kin = (*same, *turn.shelf.editions(record.id))
    return next((one for one in kin if one.format in _READ), record)


def titled(turn: Turn, title: str) -> Hit | None:
    """The record that bears a title word for word, else that which it names."""
    hits = turn.shelf.search(Query(text=title, limit=3)).hits
    typed = proper_title(title)
    exact = (hit for hit in hits if typed in map(proper_title, titles_of(hit.record)))
    return next(exact, None) or known(turn, title)


def first_by(turn: Turn, name: str) -> str:
    """The first work of the author whose name it is; "" for any other words."""
    page = turn.shelf.search(Query(text=name, limit=1, by_name=True))
    found = page.found.kind == "author" and page.hits
    return page.hits[0].record.id if found and not _begins_one(name, page.hits[0].record) else ""


def _begins_one(name: str, record: Record) -> bool:
    """Whether Chinese words merely begin an author's name: 中国 in 中国法制出版社."""
    named = [simplify(one) for one in (*record.authors, *record.variant_authors)]
    rest = [one.removeprefix(name) for one in named if one.startswith(name)]
    return any(len(one) > len(name) + 1 and one[0].isalpha() for one in rest)


def editions(turn: Turn, hits: Sequence[Hit], typed: str) -> list[Record]:
    """The works that were named, each with its other editions; as the reader spelled it first.

    Parts of a series that the words name are put in its order.
    """
    title = proper_title(typed)
    rank = {r.id: at for at, hit in reversed(list(enumerate(hits))) for r in _all_of(turn, hit)}

    def place(record: Record) -> tuple[bool, bool, bool, int, int, bool]:
        told, other = proper_title(record.title), record.title.casefold() != typed.casefold()
        within = _number_in(record, title)
        screen = record.format != _FILM and bool(_ON_TV.search(turn.ask.text))
        return told != title, screen, other, within, rank[record.id], record.format != "book"

    return _parts_first(sorted(turn.shelf.records(list(rank)), key=place), title)[:PAGE]


def _parts_first(records: Sequence[Record], series: str) -> list[Record]:
    """Each part of a series once and in order, before other editions: the third one is part 3."""
    firsts: dict[int, Record] = {}
    for one in records:
        firsts.setdefault(_number_in(one, series), one)
    firsts.pop(_NO_PART, None)
    bear_it = any(proper_title(one.title) == series for one in records)
    if bear_it or len(firsts) == 1:
        return list(records)
    first = list(firsts.values())
    return [*first, *(one for one in records if one not in first)]


def _number_in(record: Record, series: str) -> int:
    """Which part of the series a record is; those that are none stand last."""
    found = (part.number for part in parts_of(record) if proper_title(part.series) == series)
    return next(found, _NO_PART)


def titles_of(record: Record) -> list[str]:
    """Under what a reader may ask for it, word for word."""
    return [record.title, full_title(record), *record.variant_titles]


def _all_of(turn: Turn, hit: Hit) -> list[Record]:
    return [hit.record, *turn.shelf.records(hit.editions[: PAGE - 1])]
