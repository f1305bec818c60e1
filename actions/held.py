"""What may tell a price, an age limit or a renewal that is asked of a service: not another one."""

from __future__ import annotations

from collections.abc import Sequence

from actions import aspects
from actions.passages import Passage
from actions.turn import Turn
from assistant.knowledge import Entry
from assistant.model import Language
from index.text import Rule

_LEAST = 0.1  # the chance from which another answer on the topic counts as telling it
_LENDS = Rule(
    r"\b(?:borrow\w*|renew\w*|(?<!interlibrary )loans?|holds?|(?:audio|e-)?books|films)\b",
    r"\b(?:return|overdue|late)\b",
    "^(?!.*(?:馆际互借|没有的书)).*(?:借(?!书证)|还书|还\\W*$|预约的书|(?<!图)书(?!馆|证)|影碟|杂志)",
)
_OF_LOANS = ("loans", "fines", "holds_renewals")
_LENT = Rule(r"\bfor \d+ days\b|\blent\b", "可借|借回家")


def to(turn: Turn, last: Entry, found: Sequence[Passage]) -> list[Passage]:
    """The sentences of which one may answer; none where it is asked nothing that is bound to what
    is spoken of."""
    tells = aspects.told_by(turn.ask.text, turn.library)
    of = aspects.bound(turn.ask.text, turn.library)
    if tells is None or of is None:
        return []
    mine = [one for one in found if one.entry.topic == last.topic]
    here = [one for one in mine if one.entry is last]
    telling = [one for one in mine if tells(one.text)]
    if of in ("us", "loans") and any(one in telling for one in here):
        return here
    if of == "counts" and any(one in telling and _LENT.search(one.text) for one in here):
        return here  # 一次能借几本, after how many until the address is proved
    names_loan = of == "counts" and _LENDS.search(turn.ask.text)
    if of == "us" or names_loan or (of != "it" and _on_loans(last, turn.language)):
        return []  # there is a rule
    likely = any(one.entry is last or one.chance >= _LEAST for one in telling)
    return mine if likely else here


def tells(turn: Turn, last: Entry, best: Passage) -> bool:
    """Whether a sentence of the answer just given tells it, however unlikely it seems."""
    telling = aspects.told_by(turn.ask.text, turn.library)
    return best.entry is last and telling is not None and telling(best.text)


def _on_loans(entry: Entry, language: Language) -> bool:
    """Whether an answer is on something that is lent, or on what was borrowed."""
    if entry.topic in _OF_LOANS:
        return True
    said = entry.wording(language)
    return bool(_LENDS.search(said.question) or _LENT.search(said.answer))
