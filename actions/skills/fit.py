"""Whether what a search found is what was asked for, or only what comes nearest."""

from __future__ import annotations

import re

from actions import pasted, titles
from actions.filters import wanted
from actions.session import Frame
from actions.shelf import Page, full_title
from actions.signs import listing, pointing
from actions.skills import another
from actions.tongue import letters
from actions.turn import Turn
from index.authors_chinese import own_spelling
from index.record import Query
from index.shorthand import left, meant
from index.text import Rule, has_han
from index.tokens import topic_words, words
from index.works import proper_title

_TITLED = Rule(r"^the(?: [\w'’-]+){2,4}$")
_HISTORY = Rule(r"^(?:the |a )?history of (?!the\b|an?\b)[\w ]+$|^\w+ history$")
_FITTING = 0.65  # sureness of a topic from which its words are no title that we lack
_DESCRIBED = 12  # characters of a description; of blanks half as many
_AHEAD = 0.25  # of confidence, before the next work
_TITLE = 3  # characters or words of a title that is no topic as well
_FEW = 3  # records of which a title of its own may be told
_SEVERAL = 2  # records whose headings make a word a subject
_DIVIDED = re.compile(r"\s*(?:--|[–—/.])\s*")


def far(turn: Turn, frame: Frame, page: Page) -> bool:
    """Whether what was found is only what comes nearest: narrowing it would lead nowhere."""
    if page.found.kind != "topic" or frame.order or frame.gone:
        return False
    if tells_it(page, frame.text):
        return False
    weak = page.sureness < turn.services.bounds.near or _title_meant(turn, frame)
    return weak or _may_be_a_title(turn, frame, page) or _lacks_a_word(turn, frame, page)


def _lacks_a_word(turn: Turn, frame: Frame, page: Page) -> bool:
    """Whether no record has a word that tells the topic from a wider one: vegan cookbooks."""
    text = page.found.corrected or frame.text
    told = topic_words(text)
    if has_han(text) or not _SEVERAL <= len(told) <= _FEW or meant(text):
        return False
    return any(len(word) > _TITLE and not turn.shelf.tells(word) for word in told)


def head(turn: Turn, frame: Frame) -> str:
    """The wider topic that a few English words end with, where it is a subject of ours: birds of
    "woodland birds"; "" for none."""
    told = topic_words(frame.text)
    if has_han(frame.text) or not _SEVERAL <= len(told) <= _FEW or meant(frame.text):
        return ""
    page = turn.shelf.search(Query(text=told[-1], filters=wanted(frame)))
    return told[-1] if page.hits and on_a_subject(page, told[-1]) else ""


def lacks_reference(turn: Turn, page: Page) -> bool:
    """Whether a work was pasted as it is cited, and no record surely fits it."""
    fits = page.found.kind != "topic" or page.sureness >= turn.services.bounds.near
    return not (fits or turn.ask.pressed) and bool(pasted.reference(turn.ask.text))


def _may_be_a_title(turn: Turn, frame: Frame, page: Page) -> bool:
    """Whether a few words are named as titles are, and no record has them all: "the overstory"."""
    more = turn.ask.pressed or frame.topical or frame.filters or frame.like
    if more or page.sureness >= _FITTING or not _TITLED.search(frame.text):
        return False
    return not turn.shelf.tells(frame.text.casefold())


def _title_meant(turn: Turn, frame: Frame) -> bool:
    """Whether the reader surely asked for one title, and not for a topic."""
    ask = turn.ask
    sure = ask.intent == "known_item" and ask.confidence >= turn.services.bounds.known
    return (sure and not frame.filters) or titles.in_marks(ask.text, frame.text)


def title_told(turn: Turn) -> bool:
    """Whether one title was surely meant, and described rather than named."""
    ask = turn.ask
    long = (
        len(ask.query) >= _DESCRIBED
        if has_han(ask.query)
        else ask.query.count(" ") >= _DESCRIBED / 2
    )
    return ask.intent == "known_item" and ask.confidence >= turn.services.bounds.known and long


def is_a_topic(turn: Turn, frame: Frame) -> bool:
    """Whether books are surely meant: by what they are about, or a topic after another one."""
    goes_on = frame.topical and frame.asked and another.topic(turn.ask.text)
    return bool(goes_on or names_subject(turn.ask.text))


def described(turn: Turn, frame: Frame) -> bool:
    """Whether the words tell what a book is about: "a boy in a boat with a tiger"."""
    text = turn.ask.text
    if turn.ask.pressed or not frame.text or titles.in_marks(text, frame.text):
        return False
    return frame.topical or bool(listing.DESCRIBES.search(text) or listing.PLOT.search(text))


def names_subject(text: str) -> bool:
    """Whether a message tells what a book or a paper of the reader's is about."""
    return bool(listing.DESCRIBES.search(text) or listing.OF_A_PAPER.search(text))


def clearly_first(page: Page) -> bool:
    """Whether the first on a topic is the only one, or fits far better than what bears another
    title."""
    if not page.hits or page.found.kind != "topic":
        return False
    first, *others = page.hits
    title = proper_title(first.record.title)
    rest = [one.confidence for one in others if proper_title(one.record.title) != title]
    return not others or first.confidence - max(rest, default=0.0) >= _AHEAD


def tells_it(page: Page, text: str) -> bool:
    """Whether the first title or its subjects have all the words: Harry Potter is part of several,
    a prize is a subject; or a subject is what the words stand for: humorous fiction for light."""
    typed = page.found.corrected or own_spelling(text) or text  # 爱因斯坦, of Einstein, Albert
    asked, stands_for = (
        set(topic_words(typed)),
        set() if left(typed)[0] else set(words(meant(typed))),
    )
    for record in (hit.record for hit in page.hits[:1]):
        subjects = [set(words(one)) for one in (*record.subjects, *record.genres)]
        titled = len(asked) > 1 and asked <= set(words(full_title(record)))
        return titled or any(
            asked <= told or (told <= stands_for and len(told) >= min(len(stands_for), _SEVERAL))
            for told in subjects
        )
    return False


def may_be_a_subject(frame: Frame, page: Page) -> bool:
    """Whether the words are but one or a history, and no record that was found is called so."""
    if frame.topical or not (frame.text.isalpha() or _HISTORY.search(frame.text)):
        return False
    return proper_title(frame.text) not in {proper_title(hit.record.title) for hit in page.hits}


def on_a_subject(page: Page, text: str) -> bool:
    """Whether words are a subject of several of the first on it: "travel", "history of China"."""
    if has_han(text) and meant(text) and not left(text)[0]:
        return bool(page.hits)  # 战争, of which headings say war
    named = {text.casefold()} if text.isalpha() else set(topic_words(text))
    headings = ((*hit.record.subjects, *hit.record.genres) for hit in page.hits)
    parts = ({one.casefold() for told in some for one in _DIVIDED.split(told)} for some in headings)
    return sum(named <= told for told in parts) >= min(_SEVERAL, len(page.hits) or 1)


def sole(frame: Frame, page: Page) -> str:
    """The record whose title a few words tell: 红楼梦的电视剧, "hidden life"; "" for several."""
    told = pointing.IN_A_FORM.sub("", frame.text)
    asked = letters(told)
    few = len(asked) < _TITLE if has_han(told) else " " not in told.strip()
    if frame.topical or few or len(page.hits) > _FEW:
        return ""
    bear = [hit.record for hit in page.hits if asked in letters(hit.record.title)]
    same = len({proper_title(one.title) for one in bear}) == 1
    return bear[0].id if same else ""
