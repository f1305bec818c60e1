"""What is asked of the answer just given: "is it free?", "and at Riverside?", 怎么取消."""

from __future__ import annotations

import re

from actions import aspects, told
from actions.ask import Ask
from actions.aspects import Tells
from actions.filters import SETS
from actions.signs import asking, shapes
from actions.skills import answer
from actions.turn import Turn
from assistant.knowledge import Entry
from index.knowledge_words import stems

_SHORT, _HAN_SHORT = 45, 14  # characters of a message that may lean on the answer before it
_OWN = 0.9  # confidence from which a message is of what it was taken for
_SURELY = 0.97  # and from which it is, though it goes on
_KIN = 0.2  # nearness from which an entry of the same topic may be meant
_PLAIN = 0.2  # nearness of a sentence that tells it, whatever else is asked in like words
_VERY = 0.3  # and though it is the very question of another entry
_BETTER = 0.2  # what it must have over the one just given
_ANSWERED = 0.85  # the chance from which another entry surely answers
_ELSEWHERE = 0.3  # what an entry of another topic must have over both, to be meant
_LIMITS = {*SETS, "year_from", "year_to"}
_TALK = ("thanks", "goodbye", "greet", "feedback_praise", "insult", "complaint", "affirm", "deny")
_WISHES = ("human", "forget_me", "switch_language", "reading_report", "cite", "save_item", "cancel")
_ELSE = ("help", "find_holdings")


def follow(turn: Turn) -> bool:
    """Answer a message that leans on the answer just given from it or its kin, if one does."""
    last = turn.services.answers.entry(turn.session.entry)
    if turn.session.topic != "answer" or last is None or not _short(turn.ask):
        return False
    if named := _naming(turn, last):
        return _tell(turn, last, named)
    if (tells := _branch(turn)) or (tells := aspects.told_by(turn.ask.text, turn.library)):
        return _by_aspect(turn, last, tells)
    return _leans(turn.ask) and _by_meaning(turn, last)


def _short(ask: Ask) -> bool:
    """Whether a message may lean on another: it is short, and neither names a day nor cries."""
    most = _HAN_SHORT if shapes.HAN.search(ask.text) else _SHORT
    own = ask.has("date", "weekday", "time", "part_of_day", "isbn", "ordinal")
    return len(ask.text) <= most and not own and ask.intent != "distress"


def _said_elsewhere(turn: Turn, last: Entry) -> bool:
    """Whether a message is the very question of an entry on another topic: "where are you"."""
    found = turn.services.answers.nearest(turn.ask.text, turn.language, 1)
    same = bool(found) and found[0].confidence >= answer.SAME
    return same and found[0].entry.topic != last.topic and not asking.FOLLOWS.search(turn.ask.text)


def _leans(ask: Ask) -> bool:
    """Whether a short message asks, or goes on, and begins no search."""
    own = ask.intent in (*_TALK, *_WISHES, *_ELSE) and ask.confidence >= _OWN
    if own and not (ask.intent == "cancel" and _asks(ask.text)):  # "how do I cancel?"
        return False
    goes_on = bool(asking.GOES_ON.search(ask.text))
    if asking.BEGINS.search(ask.text) or (asking.HELD.search(ask.text) and not goes_on):
        return False
    leaning = goes_on or _only_limits(ask) or asking.FOLLOWS.search(ask.text)
    return bool(leaning) or _asks(ask.text)


def _asks(text: str) -> bool:
    asks = (asking.ASKING, asking.QUESTION, asking.MAY, asking.HAN_ASKING)
    return any(sign.search(text) for sign in asks)


def _only_limits(ask: Ask) -> bool:
    """Whether all that a message names would limit a search: "and at Riverside?", "for kids"."""
    named = {entity.name for entity in ask.entities}
    return bool(named) and named <= _LIMITS


def _naming(turn: Turn, last: Entry) -> list[str]:
    """The sentences that name what a message of nothing else limits itself to: 有中文的吗."""
    if not _only_limits(turn.ask):
        return []
    named = [(SETS[one.name], str(one.value)) for one in turn.ask.entities if one.name in SETS]
    words = [turn.names.value(name, value).casefold() for name, value in named]
    return _telling(turn, last, lambda said: any(word in said.casefold() for word in words))


def _branch(turn: Turn) -> Tells | None:
    """What tells of the branch that a message names, when it names nothing else."""
    branch = turn.library.branch_named(turn.ask.text)
    if branch is None:
        return None
    names = sorted((branch.name.en, branch.name.zh, *branch.aliases), key=len, reverse=True)
    called = re.compile("|".join(map(re.escape, names)), re.IGNORECASE)
    if not aspects.says_no_more(called.sub(" ", turn.ask.text)):
        return None
    return lambda sentence: called.search(sentence) is not None


def _by_aspect(turn: Turn, last: Entry, tells: Tells) -> bool:
    """The sentences that tell it, of this answer or of another on the same topic."""
    near = turn.services.answers.nearest(
        turn.ask.text, turn.language, 4, turn.services.answers.kin(last)
    )
    sure = turn.services.bounds.answer
    ahead = [m.entry for m in near[:1] if m.confidence >= sure and _ahead(turn, m.score, last)]
    hours = turn.ask.intent == "hours"  # of the library, unless this answer tells such a thing
    if not _telling(turn, last, tells) and (_said_elsewhere(turn, last) or _of_another(turn, last)):
        return False
    for entry in (last,) if hours else (*ahead, last, *(match.entry for match in near)):
        if said := _telling(turn, entry, tells):
            return _tell(turn, entry, said)
    return not hours and _no_more(turn)


def _telling(turn: Turn, entry: Entry, tells: Tells) -> list[str]:
    return [one for one in told.sentences(entry, turn.language) if tells(one)]


def _tell(turn: Turn, entry: Entry, said: list[str]) -> bool:
    told.tell(turn, entry, said)
    return True


def _no_more(turn: Turn) -> bool:
    told.no_more(turn)
    return True


def _ahead(turn: Turn, score: float, last: Entry) -> bool:
    return score >= _KIN and score - _score(turn, last) >= _BETTER


def _score(turn: Turn, entry: Entry) -> float:
    found = turn.services.answers.nearest(turn.ask.text, turn.language, 1, (entry.id,))
    return found[0].score if found else 0.0


def _by_meaning(turn: Turn, last: Entry) -> bool:
    """Another answer on the topic that is clearly nearer, else the sentence that comes nearest."""
    answers = turn.services.answers
    near = answers.nearest(turn.ask.text, turn.language, 1, answers.kin(last))[0]
    nearness, sentence = told.best(turn, last)
    if nearness < _VERY and (own := _answered(turn, last)):
        answer.give(turn, own)
        return True
    if nearness < _VERY and (_said_elsewhere(turn, last) or _of_another(turn, last, _SURELY)):
        return False
    if nearness < _PLAIN and _strange(turn, last) and not _only_limits(turn.ask):
        return False
    if nearness < _PLAIN and _elsewhere(turn, last, max(near.score, nearness)):
        return False
    if near.entry is not last and near.score > nearness and _ahead(turn, near.score, last):
        answer.give(turn, near.entry)
        return True
    if told.tells(nearness):
        return _tell(turn, last, [sentence])
    return _only_limits(turn.ask) and _no_more(turn)  # and no search for all that there is


def _answered(turn: Turn, last: Entry) -> Entry | None:
    """Another entry that surely answers a message which names its own matter: 可以带吃的吗."""
    text = turn.ask.text
    if asking.FOLLOWS.search(text) or not aspects.more_than_asking(text):
        return None
    found = turn.services.answers.nearest(text, turn.language, 1)
    surely = bool(found) and found[0].confidence >= _ANSWERED and found[0].entry is not last
    return found[0].entry if surely else None


def _strange(turn: Turn, last: Entry) -> bool:
    """Whether most of what the message names stands in no entry of the topic."""
    entries = [turn.services.answers.entry(one) for one in turn.services.answers.kin(last)]
    wordings = [entry.wording(turn.language) for entry in entries if entry]
    known = stems(" ".join(" ".join((w.question, *w.also, w.answer)) for w in wordings))
    named = stems(aspects.more_than_asking(turn.ask.text))
    return 2 * len(set(named) - set(known)) > len(set(named))


def _elsewhere(turn: Turn, last: Entry, here: float) -> bool:
    """Whether the message is of another topic: it is taken for one, or another answer is nearer."""
    if asking.FOLLOWS.search(turn.ask.text):
        return False
    found = turn.services.answers.nearest(turn.ask.text, turn.language, 1)
    nearer = bool(found) and found[0].score - here > _ELSEWHERE
    return nearer or _of_another(turn, last)


def _of_another(turn: Turn, last: Entry, sure: float = _OWN) -> bool:
    """Whether a message is surely taken for a service of another topic."""
    topics = {"hours": set[str](), **answer.TOPICS}.get(turn.ask.intent, {last.topic})
    return last.topic not in topics and turn.ask.confidence >= sure
