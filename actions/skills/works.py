"""Works that are named: each in the languages and forms asked for, or else those that we have."""

from __future__ import annotations

from collections.abc import Sequence

from actions import at_hand, titles
from actions import filters as limits
from actions.names import authors_of
from actions.session import Frame
from actions.shelf import Page, short_title
from actions.signs import asking, facts, leaning, shapes, wanting
from actions.skills import about, answer, narrow
from actions.tongue import letters
from actions.turn import Turn
from assistant.model import HoldingsPart, HoldingsQuery
from index.authors_chinese import name_in_chinese
from index.query import read
from index.record import Filters, Hit, Query, Record
from index.text import has_han
from index.tokens import words
from index.works import proper_title
from index.works_known import Work, work_called

KIND = "known_item"
_MOST = 8  # editions on a page
_LONG = 5  # characters of a title that is no topic as well
_OWN = {"eng": "en", "chi": "zh"}


def told(turn: Turn, frame: Frame, page: Page, first: int) -> bool:
    """Whether one work was asked for, and what we have of it was told."""
    if first == 0 and (work := meant(turn, frame, page)):
        tell(turn, frame, work)
        return True
    known = lacked(turn, frame)
    if known is None or (page.named and _is_by(page.hits[0].record, known.author)):
        return False
    tell_lacked(turn, frame, known)
    return True


def meant(turn: Turn, frame: Frame, page: Page) -> Record | None:
    """The work that the words of a limited search name, unless they are as good a topic."""
    if not (frame.text and frame.filters) or frame.topical or frame.like or frame.gone:
        return None
    weak = not page.hits or page.sureness < turn.services.bounds.near
    hit = about.known(turn, frame.text) or _by_its_author(frame, page)
    if not has_han(frame.text) and " " not in frame.text.strip():
        hit = _of_one_word(turn, frame.text, hit, weak=weak)
    if hit is None:
        return None
    work = {hit.record.id, *hit.editions}
    same = any(one.record.id in work or _same(one.record, hit.record) for one in page.hits)
    return hit.record if weak or same or _is_no_topic(turn, frame) else None


def _of_one_word(turn: Turn, word: str, hit: Hit | None, *, weak: bool) -> Hit | None:
    """The work whose whole title a word is: Emma, and not horses of "Slow horses"."""
    if not turn.shelf.bears(word):
        return None
    return hit or (about.titled(turn, word) if weak else None)


def _is_no_topic(turn: Turn, frame: Frame) -> bool:
    """Whether a title is one and nothing else: that of a known work, a long one, 兄弟英文版."""
    if not turn.shelf.bears(frame.text):
        return False
    long = has_han(frame.text) and len(frame.text) >= _LONG
    return long or bool(work_called(frame.text) or leaning.OF_VERSION.search(turn.ask.text))


def _by_its_author(frame: Frame, page: Page) -> Hit | None:
    """Emma of "Emma by Jane Austen", though others bear the name."""
    typed = proper_title(frame.text)
    hits = page.hits if "authors" in frame.filters else ()
    return next((hit for hit in hits if proper_title(hit.record.title) == typed), None)


def _same(one: Record, other: Record) -> bool:
    return bool(one.work) and one.work == other.work


def together(turn: Turn) -> list[str]:
    """The records that a message names by their titles, where it names more than one."""
    said = shapes.titles(turn.ask.text)
    said += titles.asked_for(turn.ask, turn.shelf.bears)
    authors = {letters(said) for said in turn.ask.said("author")}
    once = {letters(one): one for one in said if letters(one) not in authors}.values()
    hits = [about.titled(turn, title) for title in once] if len(once) > 1 else []
    found = dict.fromkeys(hit.record.id for hit in hits if hit)
    return list(found) if len(found) > 1 else []


def by_their_author(turn: Turn) -> list[str]:
    """The records that a message names with their author: 巴金的家, 巴金的春和秋."""
    known, said = turn.shelf.bears, at_hand.bare(turn.ask.text).strip(" ，。？！?!")
    ways = dict.fromkeys((turn.ask.query, said, read(turn.ask.text).core))
    found = (_owned(turn, *titles.owned(one, known)) for one in ways)
    return next(filter(None, found), [])


def _owned(turn: Turn, author: str, named: Sequence[str]) -> list[str]:
    wrote = Filters(authors=(author,))
    pages = [turn.shelf.search(Query(text=title, filters=wrote, limit=1)) for title in named]
    return [page.hits[0].record.id for page in pages if page.hits and page.named]


def more_of_author(turn: Turn) -> str:
    """The author whose other works are asked for by the name: 席慕蓉还有别的吗; "" for none."""
    said = asking.MORE_OF.split(turn.ask.text, maxsplit=1)
    wrote = asking.WROTE.search(turn.ask.text)
    name = said[0].strip(" ，,。的") if len(said) > 1 else ""
    name = next(filter(None, wrote.groups())).strip() if wrote else name
    if not name:
        return ""
    found = turn.shelf.search(Query(text=name, limit=1, by_name=True)).found
    return name if found.kind == "author" else ""


def shortened(turn: Turn) -> str:
    """The title that is asked for in a shorter version or with notes; what is not known is said."""
    text, known = turn.ask.text, turn.shelf.bears
    if turn.ask.pressed:
        return ""
    rest = wanting.A_KIND.sub(" ", text)
    if wanting.ABRIDGED.search(text):
        title, key = titles.longest_in(text, known), "abridged-untold"
    else:
        told = titles.named_in(rest, known) if rest != text else []
        title, key = next(iter(told), ""), "edition-kind-untold"
    if title:
        turn.say(key)
    return title


def tell(turn: Turn, frame: Frame, record: Record) -> None:
    """What we have of the work that is as asked for; else that there is none, and what we have."""
    found = turn.shelf.editions(record.id, limits.wanted(frame))
    if found:
        turn.say("found-known", count=len(found))
    else:
        found = turn.shelf.editions(record.id)
        asked = limits.in_words(frame.filters, turn.names, frame.without)
        tongues = dict.fromkeys(one.language for one in found if one.language)
        by = "language" if tongues and set(frame.filters) == {"languages"} else "other"
        turn.tell(_not_so(turn, short_title(record), asked, list(tongues), by))
        frame.filters = {}  # of what is shown
    show(turn, frame, sorted(found, key=lambda one: _order(turn, one))[:_MOST])


def not_so_called(turn: Turn, frame: Frame, page: Page) -> str:
    """That the work is there, but in another language than that of the title that was typed."""
    work = work_called(frame.text)
    if work is None or not page.hits:
        return ""
    english = proper_title(frame.text) == proper_title(work.titles[0])
    own = "chi" if has_han(frame.text) else "eng" if english else ""
    found = turn.shelf.editions(page.hits[0].record.id)
    tongues = list(dict.fromkeys(one.language for one in found if one.language))
    if not own or not tongues or own in tongues:
        return ""
    asked = limits.in_words({"languages": [own]}, turn.names)
    return _not_so(turn, frame.text, asked, tongues, "language")


def lacked(turn: Turn, frame: Frame) -> Work | None:
    """The well-known work that is asked for and that we have under none of its titles."""
    if not frame.text or frame.topical or frame.like or "authors" in frame.filters:
        return None
    work = work_called(frame.text)
    return work if work and not turn.shelf.bears(frame.text) else None


def tell_lacked(turn: Turn, frame: Frame, work: Work) -> None:
    """That we do not have it; and what else there is by its author."""
    turn.say("work-lacked", title=frame.text)
    turn.session.focus = ""
    page = turn.shelf.search(Query(filters=Filters(authors=(work.author,)), limit=1))
    for hit in page.hits:
        name = _as_named(turn, work.author, hit.record)
        title = turn.text("choice-by", author=name, count=page.found.total)
        turn.offer(title, "find", filters={"authors": [name]})
    answer.offer_about(turn, "ask-elsewhere")
    turn.offer_human("nothing_found")
    turn.ends("nothing_found")


def _is_by(record: Record, author: str) -> bool:
    """Whether a record names an author of that surname, in letters of either script."""
    own = {words(author)[0], *words(name_in_chinese(author))}
    return any(own & set(words(name)) for name in (*record.authors, *record.variant_authors))


def _as_named(turn: Turn, author: str, record: Record) -> str:
    """An author as readers call them: 斯蒂芬·金, or Stephen King of a record."""
    own = set(words(author))
    chinese = name_in_chinese(author) if turn.language == "zh" else ""
    return chinese or max(authors_of(record), key=lambda one: len(own & set(words(one))))


def _not_so(turn: Turn, title: str, asked: list[str], tongues: list[str], by: str) -> str:
    return turn.text(
        "work-not-so",
        title=title,
        asked=turn.text("work-asked-glue").join(asked),
        languages=turn.names.joined(map(turn.names.language_name, tongues), "and"),
        by=by,
    )


def several(turn: Turn, frame: Frame) -> None:
    """Each of the works that were named together: those that are as asked for, and the others."""
    if facts.OF_A_TEXT.search(turn.ask.text) and not turn.ask.has("format"):
        frame.filters.pop("formats", None)  # 法语的书有吗, after the film
    wanted, held, lacking = limits.wanted(frame), [], []
    frame.said = frame.said or turn.ask.typed
    turn.session.note(frame.said, frame.works)
    for record in turn.shelf.records([one for one in frame.works if one not in frame.gone]):
        found = turn.shelf.editions(record.id, wanted)
        held += sorted(found, key=lambda one: (not _typed(turn, one), _order(turn, one)))[:1]
        lacking += [] if found else [record]
    have, lack = _titles(turn, held), _titles(turn, lacking)
    key = "works-some" if held and lacking else "works-all" if held else "works-none"
    words = limits.in_words(frame.filters, turn.names)
    asked = turn.text("work-asked-glue").join(words) or "none"
    turn.say(key, have=have, lack=lack, asked=asked, count=len(held))
    if not held:
        frame.filters = {}  # of what is shown
    show(turn, frame, held or turn.shelf.records(frame.works))


def _titles(turn: Turn, records: Sequence[Record]) -> str:
    quoted = [turn.text("title-quoted", title=short_title(record)) for record in records]
    return turn.names.joined(quoted, "and")


def _typed(turn: Turn, record: Record) -> bool:
    return short_title(record).casefold() in turn.ask.typed.casefold()


def _order(turn: Turn, record: Record) -> tuple[bool, bool, int]:
    """The reader's own language, then books, then the newest."""
    own = _OWN.get(record.language) == turn.language
    return not own, record.format != "book", -(record.year or 0)


def show(turn: Turn, frame: Frame, records: Sequence[Record]) -> None:
    """Records as the page of a search, with what can be done with them."""
    frame.kind, frame.total = KIND, len(records)
    turn.session.show(frame, [record.id for record in records], 0)
    turn.session.focus = "" if frame.works and len(records) > 1 else records[0].id
    query = HoldingsQuery(text=frame.text, filters=dict(frame.filters))
    items = turn.shelf.items(records, turn.names)
    turn.show(HoldingsPart(query=query, total=len(items), items=items))
    if turn.session.focus:
        narrow.for_one(turn, turn.session.focus)
    turn.ends("answered")
