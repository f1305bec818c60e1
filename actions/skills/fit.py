"""Whether what a search found is what was asked for, or only what comes nearest."""

from __future__ import annotations

from actions import titles
from actions.session import Frame
from actions.shelf import Page, full_title
from actions.turn import Turn
from index.shorthand import meant
from index.tokens import topic_words, words


def far(turn: Turn, frame: Frame, page: Page) -> bool:
    """Whether what was found is only what comes nearest: narrowing it would lead nowhere."""
    if page.found.kind != "topic" or frame.order or frame.gone:
        return False
    if tells_it(page, frame.text):
        return False
    return page.sureness < turn.services.bounds.near or _title_meant(turn, frame)


def _title_meant(turn: Turn, frame: Frame) -> bool:
    """Whether the reader surely asked for one title, and not for a topic."""
    ask = turn.ask
    sure = ask.intent == "known_item" and ask.confidence >= turn.services.bounds.known
    return (sure and not frame.filters) or titles.in_marks(ask.text, frame.text)


def tells_it(page: Page, text: str) -> bool:
    """Whether the first title or its subjects have all the words: Harry Potter is part of several,
    a prize is a subject; or a subject is what the words stand for: humorous fiction for light."""
    typed = page.found.corrected or text
    asked, stands_for = set(topic_words(typed)), set(words(meant(typed)))
    for record in (hit.record for hit in page.hits[:1]):
        subjects = [set(words(one)) for one in (*record.subjects, *record.genres)]
        titled = len(asked) > 1 and asked <= set(words(full_title(record)))
        return titled or any(
            asked <= told or (len(told) > 1 and told <= stands_for) for told in subjects
        )
    return False
