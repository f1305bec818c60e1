"""Find holdings by topic, title, author or number, and show a page of them."""

from __future__ import annotations

import re
from typing import Any

from msgspec.structs import replace

from actions import filters as limits
from actions import occasions, on_topic, pasted, titles
from actions.names import authors_of
from actions.session import Frame
from actions.shelf import OWN, PAGE, Page, short_title
from actions.signs import leaning, listing, pointing
from actions.skills import about, answer, authorship, beside, fit, narrow, nothing, shorter, works
from actions.tongue import letters
from actions.turn import Turn
from assistant.engine.understanding.untold import COVER
from assistant.model import HoldingsPart, HoldingsQuery
from index.record import Hit, Query
from index.text import has_han, only_han
from index.works import proper_title
from index.works_known import other_titles

_STORY = 80  # letters, a Chinese character is two: a longer message tells a story
_LIKELY = 0.9  # sureness of a record that a description fits
_OWN_TONGUE = 0.1  # of confidence, by which what is in the reader's language goes first
_NEAREST = 3  # of what fits nothing clearly, more would only be a longer list
_ONLY_THAT = 25  # characters: "more by him", of nobody who was named
_TITLE = 3  # characters or words of a title that is no topic as well
NAMED = ("known_item", "identifier")  # kinds of search for one title


def find(turn: Turn) -> None:
    """A new search from what the reader typed."""
    ask = turn.ask
    if title := liked(turn):
        return like_title(turn, title)
    if named := _named(turn):
        return begin(turn, named)
    narrow.untold(turn)
    spoken_of = authorship.same(turn)
    limited = beside.of_the_child(turn) | occasions.readers(ask) | beside.given(turn) | spoken_of
    text = _kind(turn) if spoken_of else _words(turn)
    if not text and (year := beside.year_as_title(turn, limited)):
        text, limited = year, {k: v for k, v in limited.items() if not k.startswith("year")}
    text = beside.on_the_work(turn, beside.without_story(turn, text))
    text, limited = beside.of_a_country(turn, text, limited)
    text = on_topic.short_stories(ask, text or beside.subject(turn, limited))
    turn.session.subject = ""
    if not text and beside.answered(turn, limited):
        return None
    text = text or beside.left_over(turn, limited)
    text, limited = beside.of_a_mood(turn, text, limited)
    if _by_nobody(turn, text, limited):
        return None if nothing.again(turn) else _ask(turn, "which-title")
    limited = beside.in_own_tongue(turn, text, limited or narrow.of_a_length(ask, text))
    if text or (limited and not _story_about_one(turn, limited)):
        topical = text == ask.query and bool(listing.OF_TOPIC.search(COVER.sub(" ", ask.text)))
        topical = topical or text in (*on_topic.SHORTS, on_topic.feast(ask))
        filters = beside.by_one(turn, limited)
        wanted = Frame(text=text, topical=topical, filters=filters, without=beside.unwanted(turn))
        return begin(turn, replace(wanted, order=narrow.order(ask)))
    return ask_what(turn)


def ask_what(turn: Turn) -> None:
    """What is wanted, where a message or a list that is empty leaves nothing to go by."""
    turn.session.topic = ""
    narrow.offer_kinds(turn)
    return _ask(turn, "find-what")


def _by_nobody(turn: Turn, text: str, limited: dict[str, Any]) -> bool:
    """Whether somebody's other works are wanted, and nobody was named: "more by him"."""
    more = bool(pointing.SAME_AUTHOR.search(turn.ask.text)) and not limited.get("authors")
    return more and len(text) < _ONLY_THAT and not turn.shelf.bears(text)


def _named(turn: Turn) -> Frame | None:
    """What is named as it stands: a title, several of them, the shortest of somebody's."""
    if unread := authorship.unread(turn):
        return unread
    if by_its_author := authorship.of_title(turn):
        return Frame(filters=beside.given(turn) | by_its_author)
    if whole := titles.whole(turn.ask, turn.shelf.bears):
        return Frame(text=whole)  # what stands in a title limits nothing
    if several := works.by_their_author(turn) or works.together(turn):
        return Frame(works=several, filters=beside.given(turn))
    if name := works.more_of_author(turn) or works.shortened(turn):
        return Frame(text=name)
    return authorship.most(turn, beside.given(turn) | authorship.same(turn))


def _kind(turn: Turn) -> str:
    """What of an author is wanted: 散文 in 他的散文呢; "" for whatever there is."""
    kind = listing.KIND_OF_WORK.search(turn.ask.text)
    return kind[0] if kind else ""


def _ask(turn: Turn, key: str) -> None:
    turn.say(key)
    turn.question()
    return turn.ends("asked")


def _story_about_one(turn: Turn, limited: dict[str, Any]) -> bool:
    """Whether a long message names no more than "a film" or "before 2004": it means one."""
    told = turn.ask.text
    weight = len(told) + len(only_han(told))
    return weight > _STORY and len(limited) == 1 and "authors" not in limited


def _words(turn: Turn) -> str:
    """A pasted reference or passage, a number, or the words that the question asks with."""
    ask = turn.ask
    number = ask.one("isbn") or ask.one("call_number")
    told = pasted.reference(ask.text) or number or pasted.passage(ask.text) or _title(turn)
    return str(told)


def _title(turn: Turn) -> str:
    """The words that are left of the question, or the title of ours that they hide."""
    query = on_topic.whole(turn.ask, titles.telling_part(limits.affirmed(turn.ask)))
    wrote = {letters(one) for one in turn.ask.all("author")}  # books by her, and no life of her
    named = beside.wished(turn, titles.asked_for(turn.ask, turn.shelf.knows))
    named = [one for one in named if letters(one) not in wrote]
    if not named or letters(named[0]) == letters(query):
        return titles.known_work(turn.ask) or query
    if query and letters(query) in letters(named[0]):
        return named[0]  # 写给大家看的设计书 of which no more than a kind of book was taken off
    if has_han(named[0]) and letters(named[0]) in letters(query):
        return named[0]  # 西游记有适合小朋友的吗
    by_chance = len(named[0].split()) == 1 and not has_han(named[0])  # "I teach it, history."
    return query if query and (by_chance or about.known(turn, query)) else named[0]


def press(turn: Turn) -> None:
    """A search that a choice names."""
    data = turn.ask.payload or {}
    checked = limits.dump_filters(limits.load_filters(data.get("filters")))
    begin(turn, Frame(text=str(data.get("text") or ""), filters=checked))


def liked(turn: Turn) -> str:
    """The title in "something like ..."; "" when only "similar books" are asked for."""
    signs = (leaning.LIKE_IT, listing.UNLIKE_IT, pointing.BY_ITS_AUTHOR)
    of_it = any(sign.search(turn.ask.text) for sign in signs)
    title = "" if of_it else str(turn.ask.one("like") or about.to_be_like(turn)).strip()
    none = r"的?[书書]?|books?|ones?|it|this|that"
    return "" if re.fullmatch(none, title, re.IGNORECASE) else title


def like_title(turn: Turn, title: str) -> None:
    """ "Something like Pride and Prejudice but funny": like a record we know, else the words."""
    hit = about.liked(turn, title)
    text = "" if turn.ask.query.casefold() == title.casefold() else turn.ask.query
    if hit is None and (first := about.first_by(turn, title)):
        others = {"authors": [title]}
        return begin(turn, Frame(like=first, filters=beside.given(turn), without=others))
    if hit is None:
        return begin(turn, Frame(text=f"{title} {text}".strip(), filters=beside.given(turn)))
    alike = about.as_read(turn, hit.record, title)
    return begin(turn, Frame(text=text, like=alike.id, filters=beside.given(turn)))


def about_an_author(turn: Turn) -> bool:
    """Works about the author spoken of, and none of theirs; tells whether those were wanted."""
    if name := authorship.about_them(turn):
        begin(turn, Frame(text=name, topical=True, without={"authors": [name]}))
    return bool(name)


def whatever(turn: Turn) -> None:
    """No matter what: more of the list at hand, or stories that many editions speak for."""
    if turn.session.frame and turn.session.topic == "holdings":
        first = turn.session.frame.page + PAGE
        return show(turn, turn.session.frame, first if first < turn.session.frame.total else 0)
    return begin(turn, Frame(filters=dict(narrow.KINDS[0][1])))


def begin(turn: Turn, frame: Frame) -> None:
    """Put a search on the stack and show what it finds."""
    frame.filters = beside.in_their_tongue(turn, frame)
    turn.session.push(frame)
    show(turn, frame)


def show(turn: Turn, frame: Frame, first: int = 0) -> None:
    """Search `frame` and show the page that starts at `first` (0 is item 1)."""
    turn.session.topic = "holdings"
    if frame.works:
        return works.several(turn, frame)
    frame.filters = _resolved(turn, frame)
    page = turn.shelf.search(query_of(frame, first), frame.order)
    page = _of_any_form(turn, frame, _loosened(turn, frame, page, first), first)
    page = _on_the_subject(turn, frame, _for_any_reader(turn, frame, page, first), first)
    if not page.hits and frame.like and frame.text and not first:
        return _like_alone(turn, frame)
    frame.kind, frame.total = page.found.kind, page.found.total
    turn.log(page.log)
    if first == 0:
        frame.said = frame.said or frame.text or turn.ask.typed
        turn.session.note(frame.said, page.ids)
    if works.told(turn, frame, page, first) or _answered_instead(turn, frame, page):
        return None
    if not page.hits and (fewer := shorter.words(turn, frame)):
        frame.text = fewer
        return show(turn, frame)
    if not page.hits or fit.lacks_reference(turn, page):
        return nothing.tell(turn, frame)
    return _tell(turn, frame, page, first)


def _like_alone(turn: Turn, frame: Frame) -> None:
    """Nothing is like it and has the rest too: say so, and show what is like it."""
    turn.say("like-alone", text=frame.text)
    frame.text = ""
    show(turn, frame)


def query_of(frame: Frame, first: int = 0, limit: int = PAGE) -> Query:
    wanted = limits.wanted(frame)
    if first and frame.kind in NAMED:
        wanted, first = limits.excluding(wanted, frame.shown[:first]), 0  # need not be the first
    return Query(
        text=frame.wanted, filters=wanted, like=frame.like or None, limit=limit, offset=first
    )


def _resolved(turn: Turn, frame: Frame) -> dict[str, Any]:
    """Filters in which "not in French" has become all the other languages that there are."""
    if not set(frame.without) & set(limits.FACETS.values()):
        return frame.filters  # the search itself leaves out the rest
    kept = {name: v for name, v in frame.filters.items() if name not in frame.without}
    open_frame = replace(frame, filters=kept, without={})
    facets = turn.shelf.search(query_of(open_frame, limit=1)).found.facets
    return limits.without(kept, frame.without, facets)


def _loosened(turn: Turn, frame: Frame, page: Page, first: int) -> Page:
    """A name that is no author's may be part of the title or topic: search it as words."""
    named = frame.filters.get("authors")
    if page.hits or not named or first or pointing.SAME_AUTHOR.search(turn.ask.text):
        return page
    if spelling := authorship.other_spelling(turn, named[0]):
        spelt = replace(frame, filters={**frame.filters, "authors": [spelling]})
        other = turn.shelf.search(query_of(spelt), frame.order)
        if other.hits:
            frame.filters = spelt.filters
            return other
    rest = {name: v for name, v in frame.filters.items() if name != "authors"}
    text = " ".join([frame.text, *named]).strip()
    other = turn.shelf.search(query_of(replace(frame, text=text, filters=rest)), frame.order)
    if other.found.kind == "topic" and other.sureness < turn.services.bounds.known:
        return page
    frame.text, frame.filters = text, rest
    return other


def _of_any_form(turn: Turn, frame: Frame, page: Page, first: int) -> Page:
    """All that is on the topic where no record says whether it is a story: better than nothing."""
    if page.hits or first or "literary_forms" not in frame.filters:
        return page
    rest = {name: v for name, v in frame.filters.items() if name != "literary_forms"}
    other = turn.shelf.search(query_of(replace(frame, filters=rest)), frame.order)
    if not other.hits or set(other.found.facets.get("literary_form", ())) - {"unstated"}:
        return page
    turn.say("form-unstated")
    frame.filters = rest
    return other


def _for_any_reader(turn: Turn, frame: Frame, page: Page, first: int) -> Page:
    """What anybody reads, where nothing is for these: 西游记 for children, all for teenagers."""
    here = turn.ask.query and not first and not page.named  # 青少年版 alone narrows a list
    teens = not page.hits and frame.filters.get("audiences") == ["young_adult"]
    if not here or "audiences" not in frame.filters or not (teens or _long_title(turn, frame.text)):
        return page
    rest = {name: v for name, v in frame.filters.items() if name != "audiences"}
    other = turn.shelf.search(query_of(replace(frame, filters=rest)), frame.order)
    if not (other.named or (teens and other.hits)):
        return page
    turn.say("readers-untold")
    frame.filters = rest
    return other


def _on_the_subject(turn: Turn, frame: Frame, page: Page, first: int) -> Page:
    """What is on a subject that only resembles the title found: history, and The histories."""
    if first or not page.named or not fit.may_be_a_subject(frame, page):
        return page
    other = turn.shelf.search(query_of(replace(frame, topical=True)), frame.order)
    if not fit.on_a_subject(other, frame.text):
        return page
    frame.topical = True
    return other


def _long_title(turn: Turn, text: str) -> bool:
    """Whether the words are a title of ours and no topic besides: not "animals"."""
    long = len(text) >= _TITLE if has_han(text) else text.count(" ") + 1 >= _TITLE
    return long and turn.shelf.bears(text)


def _tell(turn: Turn, frame: Frame, page: Page, first: int) -> None:
    far = first == 0 and fit.far(turn, frame, page)
    if far:
        own = OWN[turn.language]
        nearest = sorted(
            page.hits, key=lambda hit: -hit.confidence - _OWN_TONGUE * (hit.record.language == own)
        )
        page = Page(page.found, tuple(nearest[:_NEAREST]), page.log)
    items = turn.shelf.hits_as_items(page, turn.names)
    surely = page.named and first == 0 and page.sureness >= turn.services.bounds.known
    if surely:
        page = Page(page.found, _sure_hits(turn, page), page.log)
        items = turn.shelf.items(about.editions(turn, page.hits, page.log.query), turn.names)
    turn.session.show(frame, [item.record_id for item in items], first)
    frame.told = first == 0 and page.found.kind == "topic" and fit.described(turn, frame)
    told = fit.title_told(turn) and first == 0 and (len(page.hits) == 1 or not far)
    frame.far = far and not told
    frame.ahead = first == 0 and (frame.told or not far) and fit.clearly_first(page)
    alone = len(page.hits) == 1 and not frame.far
    sole = "" if surely or first else fit.sole(frame, page)
    turn.session.focus = items[0].record_id if surely or told or alone else sole
    turn.tell(_lead(turn, frame, page, first, len(items), far))
    about.say_untold(turn, frame)
    turn.show(
        HoldingsPart(
            query=HoldingsQuery(text=frame.text, filters=dict(frame.filters)),
            total=max(page.found.total, len(items)),
            items=items,
            offset=first,
        )
    )
    if far:
        nothing.offer_ways_on(turn, frame)
    else:
        narrow.offer(turn, frame, page, first)
    turn.ends("answered")


def _sure_hits(turn: Turn, page: Page) -> tuple[Hit, ...]:
    """The works that the words name: a novel and its film may bear one title."""
    typed = {proper_title(one) for one in (page.log.query, *other_titles(page.log.query))}
    exact = [h for h in page.hits if typed & set(map(proper_title, about.titles_of(h.record)))]
    sure = (h for h in page.hits if h.confidence >= turn.services.bounds.known)
    return tuple(exact or sure)


def _answered_instead(turn: Turn, frame: Frame, page: Page) -> bool:
    """What no record clearly fits may be a question about the library after all."""
    asked = turn.services.answers.asks(turn.ask.text, turn.language)
    least = _LIKELY if asked else turn.services.bounds.near
    weak = page.found.kind == "topic" and page.sureness < least
    far = weak or not page.hits
    limited = set(frame.filters) - ({"audiences"} if asked else set())  # help for my son
    topic = fit.is_a_topic(turn, frame) or (not asked and on_topic.plainly(turn.ask))
    told = limited or frame.like or topic
    if not far or turn.ask.pressed or not turn.ask.query or told:
        return False
    return answer.instead(turn)


def _lead_named(turn: Turn, frame: Frame, page: Page, count: int) -> str:
    """Whose work it is, if that was asked; else whether we have it."""
    if page.sureness < turn.services.bounds.known:
        return turn.text("found-perhaps", count=count)
    if told := works.not_so_called(turn, frame, page):
        return told
    record = page.hits[0].record
    if pointing.WROTE.search(turn.ask.text) and record.authors:
        authors = turn.names.joined(authors_of(record)[:3], "and")
        return turn.text("found-author", title=short_title(record), authors=authors, count=count)
    return turn.text("found-known", count=count)


def _lead(turn: Turn, frame: Frame, page: Page, first: int, count: int, far: bool) -> str:
    """One line that says what this is."""
    words = about.ordered_words(turn, frame, corrected=page.found.corrected)
    if first:
        last = first + len(page.hits)
        return turn.text("found-more", first=first + 1, last=last, total=page.found.total)
    if page.named:
        return _lead_named(turn, frame, page, count)
    if far:
        lacks = "title-lacked" if titles.in_marks(turn.ask.text, frame.text) else "found-far"
        key = "found-perhaps" if fit.title_told(turn) else lacks
        return turn.text(key, about=words, count=count, title=frame.text)
    total, shown = page.found.total, len(page.hits)
    more = "yes" if total > shown else "no"
    key = "found" if frame.text and not frame.like else "found-limited"
    return turn.text(key, total=total, shown=shown, about=words, more=more)
