"""What a short message is of that points at what was spoken of and names nothing itself: "can I
renew it" after an answer on interlibrary loans is not of other loans."""

from __future__ import annotations

from actions import aspects, together
from actions.passages import Passage
from actions.turn import Turn
from assistant.knowledge import Entry
from index.text import Rule

_DOES = (
    r"(?:do|get|use|have|return|collect|renew|cancel|search|take|keep|borrow|book|reserve|bring|send|pay|see|read"
    r"|join|change|find|buy|order|move|pick|extend|lend|try|download|open|access)"
)
AT_IT = Rule(
    rf"\b{_DOES}\s+(?:\w+ )?(?:it|that|them|those|one)\b",
    r"\b(?:for|with|of|to|on|about) (?:it|that|them|those|one)\W*$",
    r"^\W*(?:is|are|does|do|can|will|was) (?:it|that|they|those)\b",
    "它",
)
_LIKELY = 0.3  # the chance from which a sentence of an entry on the topic spoken of is told
_OF_TOPIC = 0.38  # that an entry on this topic is meant, from which its likeliest is given
_BEFORE = 0.5  # and one on the topic of an answer before the last


def entry(turn: Turn, last: Entry, found: list[Passage], other: Entry) -> Entry:
    """`other`; if that is on a topic of its own and the message only points, one that is likely
    on the topic spoken of."""
    if other.topic == last.topic or not AT_IT.search(turn.ask.text):
        return other
    here = next((one for one in found if one.entry.topic == last.topic), None)
    if here is not None and here.chance >= _LIKELY:
        return here.entry
    return _before(turn, last, other) or _likeliest(turn, last, _OF_TOPIC) or other


def _before(turn: Turn, last: Entry, other: Entry) -> Entry | None:
    """One on the topic of an earlier answer, that is not that answer itself."""
    answers = turn.services.answers
    for given in turn.session.earlier:
        told = answers.entry(given.entry)
        if told is None or told.topic in (last.topic, other.topic):
            continue
        meant = _likeliest(turn, told, _BEFORE)
        if meant is not None and meant is not told:
            return meant
    return None


def _likeliest(turn: Turn, spoken: Entry, least: float) -> Entry | None:
    """The likeliest entry on the topic of `spoken`, if one on it is meant with this chance."""
    tells = aspects.told_by(turn.ask.text, turn.library)
    near = together.nearest(turn, spoken, tells)
    mine = [one for one in near if one.entry.topic == spoken.topic]
    return mine[0].entry if mine and sum(one.chance for one in mine) >= least else None
