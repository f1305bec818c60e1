"""Whether a short message after an answer asks for another entry by itself: "can I use JSTOR at
home" after one on peer review, and not "how long can I keep it" after one on laptops."""

from __future__ import annotations

from math import exp

from actions import aspects, together
from actions.passages import TELLS, Passage
from actions.signs import asking
from actions.turn import Turn
from assistant.knowledge import Entry
from index.knowledge_words import stems
from index.text import has_han

# What speaks for it, as log odds: `python -m tests.bench.fit_follow` fits them.
WEIGHTS = {
    "sure": 2.47,  # the chance that the message alone asks for the entry
    "ahead": 1.14,  # how much nearer it is than the next
    "told": -1.0,  # the chance that the best sentence tells what is asked
    "told_here": -0.89,  # that sentence is of the answer just given
    "untold": 1.56,  # no sentence is likely to tell it
    "names_more": 0.37,  # what more of the words named it has than the answer just given: shares
    "names_here": -0.65,  # the share of them that the answer just given has
    "tells": -0.68,  # a price, a time or a place is asked for
    "topic": 2.15,  # it is on the topic of the answer just given
    "long": 2.57,  # the message is as long as any that may lean on an answer
    "han": 0.7,
}
BASE = -4.39
ALONE = 0.4  # the chance from which it is given, and no sentence told
_SAME = 0.95  # the chance from which a message has the very words of an entry
_MANY, _MANY_HAN = 2, 4  # stems of what a message names that are many; of Chinese with its pairs
_LONG, _HAN_LONG = 45, 14  # letters of a message that are many


def entry(turn: Turn, last: Entry, best: Passage) -> Entry | None:
    """The entry that a message after `last` asks for by itself, if that is likelier than that
    `best` tells what is asked."""
    found = signs(turn, last, best)
    if found is None:
        return None
    asked, facts = found
    if _very(turn, facts["sure"]):
        return asked
    odds = BASE + sum(WEIGHTS[name] * value for name, value in facts.items())
    return asked if 1 / (1 + exp(-odds)) >= ALONE else None


def _very(turn: Turn, sure: float) -> bool:
    """Whether these are the very words of an entry, enough of them, and point back to nothing."""
    text = turn.ask.text
    named = set(stems(aspects.more_than_asking(text)))
    many = len(named) >= (_MANY_HAN if has_han(text) else _MANY)
    return many and sure >= _SAME and not asking.FOLLOWS.search(text)


def signs(turn: Turn, last: Entry, best: Passage) -> tuple[Entry, dict[str, float]] | None:
    """The entry nearest to the message alone, and what speaks for it; None where the sentence that
    tells most likely what is asked is of that entry already."""
    text, sure = turn.ask.text, best.chance >= TELLS
    answers = turn.services.answers  # all of them, which the passages have asked for already
    near = answers.nearest(text, turn.language, answers.count)[:2]
    if not near or (sure and near[0].entry is best.entry):
        return None
    asked, rival = near[0].entry, near[1].score if len(near) > 1 else 0.0
    named = set(stems(aspects.more_than_asking(text)))
    in_asked = together.share(named, asked.wording(turn.language))
    in_last = together.share(named, last.wording(turn.language))
    han = has_han(text)
    return asked, {
        "sure": near[0].confidence,
        "ahead": near[0].score - rival,
        "told": best.chance,
        "told_here": best.entry is last,
        "untold": not sure,
        "names_more": in_asked - in_last,
        "names_here": in_last,
        "tells": aspects.told_by(text, turn.library) is not None,
        "topic": asked.topic == last.topic,
        "long": min(1.0, len(text) / (_HAN_LONG if han else _LONG)),
        "han": han,
    }
