"""The other editions of the item in hand: in another language, in another form."""

from __future__ import annotations

from actions import filters as limits
from actions.session import Frame
from actions.shelf import short_title
from actions.signs import asking, leaning, pointing, wanting
from actions.skills import about, answer, find, pick, refine, series
from actions.turn import Turn
from index.record import Record

_FIELDS = {"languages": "language", "formats": "format"}
_WORKS = 60  # of one author
_READ = ("book", "audiobook", "large_print", "ebook")  # forms of what is read, or read out


def other(turn: Turn) -> None:
    """Whether there is such an edition of the item in hand; if not, which there are."""
    record = pick.in_hand(turn)
    wanted = _wanted(turn, record)
    if record and leaning.OTHER_TONGUE.search(turn.ask.text):
        return _other_tongues(turn, record)
    if record is None or not wanted:
        return refine.refine(turn)
    held = _of_the_work(turn, record, wanted)
    found = [one for one in held if _is(one, wanted)]
    said = turn.text("work-asked-glue").join(limits.in_words(wanted, turn.names))
    tongue = "languages" in wanted
    title = short_title(record if tongue or not found else found[0])
    if found:
        turn.say("edition-found", title=title, form=_values(turn, wanted))
    else:
        turn.say("edition-none", title=title, form=said, others=_others(turn, held, wanted))
    shown = found or [record]
    turn.session.focus = shown[0].id
    pick.show(turn, shown)
    turn.offer(turn.text("choice-where"), "where", record_id=shown[0].id)
    if _on_a_screen(turn.ask.text) and record.format in (*_READ, "periodical"):
        answer.tell_of(turn, "ask-magazines" if record.format == "periodical" else "ask-ebooks")
    return turn.ends("answered")


def _other_tongues(turn: Turn, record: Record) -> None:
    """What we have of a work in other languages than that of the edition in hand."""
    held = series.same_work(turn, record)
    found = [one for one in held if one.language != record.language]
    tongues = dict.fromkeys(one.language for one in found or held)
    names = turn.names.joined(map(turn.names.language_name, tongues), "and")
    key = "edition-found" if found else "edition-one-tongue"
    turn.say(key, title=short_title(record), form=names)
    pick.show(turn, found or [record])
    turn.session.focus = (found or [record])[0].id
    turn.offer(turn.text("choice-where"), "where", record_id=turn.session.focus)
    turn.ends("answered")


def _wanted(turn: Turn, record: Record | None) -> dict[str, list[str]]:
    """The language and form that are asked for; on a screen it is a film, on a phone an e-book."""
    text = turn.ask.text
    told = {k: v for k, v in limits.from_ask(turn.ask).items() if k in _FIELDS}
    if record and told.get("formats") == ["music"] and record.format in _READ:
        told["formats"] = ["audiobook"]  # a book on CD is read out
    if not told and record and leaning.ORIGINAL.search(text):
        return {"languages": [record.original_language or record.language]}
    if not told and leaning.ADAPTED.search(text):
        return {"formats": ["film"]}
    if not told and leaning.AS_BOOK.search(text):
        return {"formats": ["book"]}
    return told or ({"formats": ["ebook"]} if _on_a_screen(text) else {})


def _on_a_screen(text: str) -> bool:
    return bool(leaning.ON_A_DEVICE.search(text) or wanting.ONLINE.search(text))


def _is(record: Record, wanted: dict[str, list[str]]) -> bool:
    return all(getattr(record, _FIELDS[name]) in values for name, values in wanted.items())


def _values(turn: Turn, wanted: dict[str, list[str]]) -> str:
    told = (turn.names.value(name, one) for name, values in wanted.items() for one in values)
    return turn.text("about-glue").join(told)


def _of_the_work(turn: Turn, record: Record, wanted: dict[str, list[str]]) -> list[Record]:
    """The record, its editions, and what bears the title of one in the form that is wanted."""
    such = turn.shelf.editions(record.id, limits.load_filters(wanted))
    return list({one.id: one for one in (*series.same_work(turn, record), *such)}.values())


def _others(turn: Turn, held: list[Record], wanted: dict[str, list[str]]) -> str:
    """What there is in place of it: "in English and Chinese"."""
    name = next(iter(wanted))
    values = list(dict.fromkeys(getattr(one, _FIELDS[name]) for one in held))
    told = [turn.names.value(name, value) for value in values]
    return turn.text(f"filter-{name}", value=turn.names.joined(told, "and"))


def most(turn: Turn) -> None:
    """The one of those on the screen that is oldest, newest, longest or shortest."""
    if series.first(turn):
        return None
    order = refine.most_of(turn.ask.text)
    records = pick.listed(turn) or _of_the_author(turn) or turn.shelf.records(pick.on_page(turn))
    field = "pages" if order in ("longest", "shortest") else "year"
    told = [one for one in records if getattr(one, field)]
    if not told:
        turn.say("most-untold")
        return turn.ends("answered")
    best = (max if order in ("longest", "newest") else min)(told, key=lambda r: getattr(r, field))
    turn.session.focus = best.id
    value = str(getattr(best, field))
    turn.say(f"most-{order}", title=short_title(best), value=value)
    if untold := len(records) - len(told):
        turn.say("most-others", count=untold)
    pick.show(turn, [best])
    turn.offer(turn.text("choice-where"), "where", record_id=best.id)
    return turn.ends("answered")


def _of_the_author(turn: Turn) -> list[Record]:
    """All works of the author that were looked for, whichever of them the screen shows."""
    frame = turn.session.frame
    if frame is None or pointing.ALL_OF_THEM.search(turn.ask.text):
        return []
    if frame.lacks or not (frame.filters.get("authors") or frame.kind == "author"):
        return []
    return [hit.record for hit in turn.shelf.search(find.query_of(frame, limit=_WORKS)).hits]


def to_what_was_liked(turn: Turn) -> bool:
    """Books like the one that a reader says they liked; tells whether one was named."""
    said = None if turn.ask.pressed else asking.LIKED.search(turn.ask.text)
    title = next(filter(None, said.groups()), "").strip() if said else ""
    hit = about.known(turn, title) if title else None
    searching = turn.session.frame is not None or turn.session.topic == "holdings"
    if hit is None and not (title and (searching or _is_a_liking(turn, title))):
        return False
    find.begin(turn, _like(turn, hit.record) if hit else _on(turn, title))
    return True


def _is_a_liking(turn: Turn, what: str) -> bool:
    """Whether somebody near likes what books are on, and no service: "my son loves trains"."""
    if not asking.OF_ANOTHER.search(turn.ask.text) or asking.NO_LIKING.search(what):
        return False
    if asking.OF_A_CHILD.search(turn.ask.text):
        ours = turn.services.answers.nearest(what, turn.language, 1)
        return not ours or ours[0].confidence < turn.services.bounds.answer
    page = turn.shelf.search(find.query_of(Frame(text=what)))
    return bool(page.hits) and page.sureness >= turn.services.bounds.near


def _on(turn: Turn, what: str) -> Frame:
    """Books on it for the readers that are named; for a child those for children, if any."""
    frame = Frame(text=what, filters=limits.from_ask(turn.ask))
    if turn.ask.has("audience") or not asking.OF_A_CHILD.search(turn.ask.text):
        return frame
    theirs = Frame(text=what, filters={**frame.filters, "audiences": ["children"]})
    return theirs if turn.shelf.search(find.query_of(theirs)).hits else frame


def _like(turn: Turn, record: Record) -> Frame:
    """Like a work, in the reader's own language where our edition is in another."""
    own = {"en": "eng", "zh": "chi"}[turn.language]
    return Frame(like=record.id, filters={} if record.language == own else {"languages": [own]})
