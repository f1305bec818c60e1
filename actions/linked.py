"""The item that a message speaks of in words of its own: "cite the gawande one in Chicago".

Its words are taken for "it", so that the rest of the message is asked of the item in hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from actions import at_hand, described, scripts
from actions.ask import Ask
from actions.at_hand import MARKS
from actions.filters import from_ask
from actions.reading import Reader, of_item
from actions.session import Frame, Session
from actions.shelf import PAGE
from actions.signs import facts, leaning, linking, pointing
from actions.skills import find
from actions.turn import Services
from assistant.engine.understanding.plain_words import content, names_something
from index.authors_chinese import own_spelling
from index.record import Query, Record
from index.text import has_han
from index.works import proper_title
from index.works_known import work_called

_ALL = 200  # works of a list
_BACK = 3  # searches whose works are looked through
_LONG = 160  # characters of a message that speaks of an item
_CLEAR = 0.6  # confidence below which an intent is no more than a guess
_NAMING = ("find_holdings", "known_item", "refine", "out_of_scope", "nonsense", "show_more")
_ASKS = (facts.IS_IN, leaning.PLACE, pointing.CITES, *at_hand.LENT)
_LIMITS = {"languages": "language", "formats": "format"}


@dataclass(frozen=True, slots=True)
class Span:
    """`text[start:end]` may speak of an item, and `told` tells which."""

    start: int
    end: int
    told: str
    pronoun: str
    wrote: bool = False  # whether it is asked whose it is
    form: str = ""  # film, where that is said
    apart: bool = True  # whether the words stand for themselves, and need be no name
    whole: bool = False  # and can be nothing but a name: the X of "the X one"


@dataclass(frozen=True, slots=True)
class Linked:
    """The item meant, or several works that the words fit alike; and what is said of it."""

    records: tuple[Record, ...]
    text: str
    told: str = ""


def taken(ask: Ask, hit: Linked, session: Session, reader: Reader) -> Ask:
    """The message as said of the item, which is in hand from now on; of several a list is made."""
    ids = [one.id for one in hit.records]
    if not ids:
        words = f"{hit.told}那本" if has_han(hit.told) else f"the {hit.told} one"
        return replace(of_item(ask, words, reader), intent="that_one", confidence=1.0)
    session.focus = ids[0] if len(ids) == 1 else ""
    if len(ids) > 1 and ids != session.listed:
        session.push(Frame(text=hit.told, kind="author", total=len(ids), shown=ids))
    session.topic = session.topic if session.topic == "saved" else "holdings"
    bare = pointing.POINTS.match(at_hand.bare(hit.text).strip(MARKS)) is not None
    if session.focus and bare:
        return ask.press(session.verb or "details", {"record_id": session.focus})
    said = of_item(ask, hit.told if bare else hit.text, reader)
    if bare:
        return replace(said, intent="known_item", confidence=1.0)
    if ask.intent in _NAMING or ask.confidence < _CLEAR:
        return replace(said, intent="", confidence=0.0)
    return replace(said, intent=ask.intent, confidence=ask.confidence, ranking=ask.ranking)


def link(ask: Ask, session: Session, services: Services, reader: Reader) -> Linked | None:
    """The item of those shown that the message speaks of; None when it speaks of none."""
    if ask.pressed or len(ask.text) > _LONG or not session.listed:
        return None
    spans = [one for one in _spans(ask.text) if one.told and not linking.PLACED.match(one.told)]
    found = _Lists(ask, session, services, reader).link(spans) if spans else None
    return found or _numbered(ask, session, services) or _in_a_form(ask, session, services)


@dataclass(slots=True)
class _Lists:
    """The lists shown, among whose items one is sought."""

    ask: Ask
    session: Session
    services: Services
    reader: Reader

    def link(self, spans: Sequence[Span]) -> Linked | None:
        shown = [self.services.shelf.records(ids) for ids in _shown(self.session)]
        for span in spans:
            if found := self._meant(span, shown):
                return self._linked(span, found)
        own = [one for one in spans if one.apart and not one.wrote and not self._limits(one.told)]
        for span in own if self.session.topic != "saved" else ():
            if found := described.called(span.told, self._beyond()) or self._of_ours(span.told):
                return self._linked(span, found[:PAGE])
        return next((Linked((), "", one.told) for one in own if self._is_lacked(one)), None)

    def _linked(self, span: Span, found: Sequence[Record]) -> Linked:
        return Linked(tuple(found), _left(self.ask.text, span), span.told)

    def _meant(self, span: Span, shown: Sequence[Sequence[Record]]) -> list[Record]:
        """The item of the nearest list that bears the words; else that which they are about."""
        if span.wrote:
            return described.by(span.told, shown[0])[:1]
        for records in shown:
            if found := described.called(span.told, records):
                return self._one_work(_of_form(found, span.form))
        if not (span.apart or _asks(_left(self.ask.text, span))):
            return []
        if limited := self._limits(span.told):
            first = limited.get("languages", ())
            alike = [one for one in shown[0] if _is_so(one, limited)]
            alike = alike or [one for one in shown[0] if one.original_language in first]
            return alike if len(alike) == 1 and not at_hand.in_hand(self.session) else []
        return self._about(span.told, shown)

    def _about(self, told: str, shown: Sequence[Sequence[Record]]) -> list[Record]:
        for names in self.services.names.values():
            for records in shown[:2]:
                if found := described.about(told, records, names):
                    return found[:1]
        return []

    def _one_work(self, found: Sequence[Record]) -> list[Record]:
        """The first, if all are of one work or it was surely looked for; else all of them."""
        first = found[0]
        ahead = self.session.frame is not None and self.session.frame.ahead
        others = [one for one in found if not _same(one, first)]
        return [first] if ahead or not others else list(found)

    def _beyond(self) -> list[Record]:
        """What the latest searches found and did not show."""
        frames = [one for one in self.session.frames if one.text or one.filters][-_BACK:]
        pages = [self.services.shelf.search(find.query_of(one, limit=_ALL)) for one in frames]
        return [hit.record for page in reversed(pages) for hit in page.hits]

    def _of_ours(self, told: str) -> list[Record]:
        """The works of an author of ours, or the one that bears the title, as a list."""
        page = self.services.shelf.search(Query(text=told, limit=PAGE))
        titled = self.services.shelf.bears(told) and not linking.COLOURS.fullmatch(told)
        most = PAGE if page.found.kind == "author" else 1 if titled else 0
        ours = described.called(told, [hit.record for hit in page.hits[:most]])
        if ours:
            shown = [one.id for one in ours]
            frame = Frame(text=told, kind="known_item", total=len(ours), shown=shown)
            self.session.push(frame)
        return ours

    def _limits(self, told: str) -> dict[str, list[str]]:
        """Language and form, where the words name nothing else: the English one, 有声的."""
        read = of_item(self.ask, f"{told}的" if has_han(told) else told, self.reader)
        rest = read.beside("language", "format")
        if names_something(rest):
            return {}
        return {name: value for name, value in from_ask(read).items() if name in _LIMITS}

    def _is_lacked(self, span: Span) -> bool:
        """Whether something is surely named that is none of the items, and nothing of ours."""
        other = self.ask.has("ordinal", "first_few") or scripts.named(self.ask.text)
        told = [sign for sign, _ in pointing.TELLING.values()]
        asked = any(sign.search(self.ask.text) for sign in (*told, leaning.MOST))
        here = self.session.topic in ("holdings", "saved")
        return span.whole and here and not (other or asked or at_hand.points_only(span.told))


def _numbered(ask: Ask, session: Session, services: Services) -> Linked | None:
    """The item that is numbered before what is asked of it: "the first one. what order do they
    go"."""
    told = [one for one in ask.entities if one.name == "ordinal"]
    if len(told) != 1 or not 0 < told[0].value <= len(session.listed):
        return None
    before, after = ask.text[: told[0].start], ask.text[told[0].end :]
    then = linking.THEN.match(after) if linking.LEADS.match(before) else None
    if then is None and not _only_versions(ask):
        return None
    records = services.shelf.records([session.listed[told[0].value - 1]])
    pronoun = "这本" if has_han(ask.text) else " it "
    left = then[1] if then else f"{before}{pronoun}{after}"
    return Linked(tuple(records), " ".join(left.split())) if records else None


def _only_versions(ask: Ask) -> bool:
    """Whether a numbered one is wanted in another language or form: 第二本有英文的吗."""
    named = {one.name for one in ask.entities if not one.negated}
    return named in ({"ordinal", "language"}, {"ordinal", "format"})


def _in_a_form(ask: Ask, session: Session, services: Services) -> Linked | None:
    """The work in hand in the form that is named: "is the book any longer", of a film."""
    hit = linking.WORK.search(ask.text) if session.focus else None
    record = services.shelf.record(session.focus) if hit else None
    if hit is None or record is None:
        return None
    forms = linking.FORMS[next(filter(None, hit.groups())).lower()]
    if record.format in forms:
        return None
    left = _left(
        ask.text, Span(hit.start(), hit.end(), hit[0], "这本" if has_han(hit[0]) else "it")
    )
    if not _asks(left):
        return None
    kin = [one for one in services.shelf.editions(record.id) if one.format in forms]
    kin.sort(key=lambda one: (one.language != record.language, forms.index(one.format)))
    return Linked((kin[0],), left) if kin else None


def _asks(text: str) -> bool:
    """Whether something is asked of "it"."""
    return bool(at_hand.asked_facts(text)) or any(sign.search(text) for sign in _ASKS)


def _shown(session: Session) -> Iterator[list[str]]:
    """What is on the screen, the whole of its list, and the lists before it."""
    page = session.seen.page if session.seen and session.topic != "saved" else 0
    yield session.listed[page:]
    yield session.listed
    for frame in reversed(session.frames):
        if frame.shown != session.listed:
            yield frame.shown


def _spans(text: str) -> Iterator[Span]:
    """Each reading of what may speak of an item, the longest before its parts."""
    for hit in linking.WROTE.finditer(text):
        told = next(filter(None, hit.groups()))
        who = "这本是谁写的" if has_han(told) else "who wrote it"
        yield Span(hit.start(), hit.end(), told.strip(MARKS), who, wrote=True)
    for hit in linking.THE_ONE.finditer(text):
        pronoun = "that one" if linking.NOT.search(text[: hit.start()]) else "it"
        told, apart = hit[1].strip(MARKS), _leads(text[: hit.start()])
        form, whole = _form(hit[2]), apart and hit[2] == "one"
        yield Span(hit.start(), hit.end(), told, pronoun, form=form, apart=apart, whole=whole)
    for hit in linking.ONE_BY.finditer(text):
        for end in _ends(text, *hit.span(1)):
            yield Span(hit.start(), end, text[hit.start(1) : end], "it")
    for hit in linking.HAN_ONE.finditer(text):
        for start in range(hit.start(1), hit.end(1) - 1):
            told, apart = text[start : hit.end(1)].strip(MARKS), _leads(text[:start])
            of_name = work_called(told) or own_spelling(told) or hit[0][len(hit[1]) :][:1] == "的"
            whole = apart and bool(of_name)
            yield Span(start, hit.end(), told, "这本", apart=apart, whole=whole)
    for hit in linking.HAN_OF.finditer(text):
        yield Span(hit.start(), hit.end(), hit[1].strip(MARKS), "这本")


def _leads(before: str) -> bool:
    return linking.LEADS.match(before) is not None


def _form(noun: str) -> str:
    return "film" if noun in linking.ON_SCREEN else ""


def _ends(text: str, start: int, end: int) -> Iterator[int]:
    """Where words may end that tell something, the farthest first."""
    while end > start:
        told = text[start:end].rstrip()
        last = told.split()[-1].lower() if told else ""
        if content(last):
            yield start + len(told)
        end = start + len(told) - len(last)


def _is_so(record: Record, limited: dict[str, list[str]]) -> bool:
    return all(getattr(record, _LIMITS[name]) in values for name, values in limited.items())


def _of_form(found: Sequence[Record], form: str) -> list[Record]:
    return [one for one in found if not form or one.format == form] or list(found)


def _same(one: Record, other: Record) -> bool:
    of_work = bool(one.work) and one.work == other.work
    return of_work or proper_title(one.title) == proper_title(other.title)


def _left(text: str, span: Span) -> str:
    """The message with a pronoun for the item; without it where it stands apart."""
    before, after = text[: span.start], text[span.end :]
    apart = not at_hand.bare(before).strip(MARKS) or before.rstrip()[-1:] in ",，.。"
    if apart and after[:1] in ",，.。" and after.strip(MARKS):
        return f"{before} {after[1:]}".strip()
    blank = "" if has_han(span.pronoun) else " "
    return " ".join(f"{before}{blank}{span.pronoun}{blank}{after}".split())
