"""Another topic after a list, asked for as briefly as can be: "and for dogs?", 那猫呢."""

from __future__ import annotations

from actions import borne
from actions.filters import SETS
from actions.session import Frame
from actions.skills import another, find
from actions.turn import Turn

_BY_NAME = (*find.NAMED, "author")  # kinds of search for a title or an author
_OTHER = (*SETS, "ordinal", "isbn", "like", "date", "weekday", "time", "part_of_day")
_LOOKED = 10  # records of which one must bear the topic
_CLEAR = 0.6  # confidence from which a short message is what it was taken for
_UNREAD = (  # what 狗呢 and 多肉呢 may pass for
    *("out_of_scope", "nonsense", "complaint", "insult", "bot_identity", "show_more"),
)
_WORDS = ("affirm", "deny", "greet", "goodbye", "thanks", "human", "feedback_praise")
_NO_SERVICE = (*_WORDS, *_UNREAD, "help", "find_holdings", "known_item", "refine", "show_more")
_CARED_FOR = ("distress", "hard_time", "forget_me")


def goes_on(turn: Turn, before: Frame) -> bool:
    """Show the search at hand for another topic, or that there is nothing on it; tells whether the
    message went on to one. A service or an item may be meant where no book is on the topic."""
    words = another.topic(turn.ask.text)
    if not words or not _may_be(turn, before):
        return False
    kept = another.staying(before, words) | _forms(before)
    frame = Frame(text=words, topical=True, filters=kept, asked=True)
    page = turn.shelf.search(find.query_of(frame, limit=_LOOKED))
    held = borne.by_any([hit.record for hit in page.hits], words)
    if not held and not _is_unread(turn):
        return False
    find.begin(turn, frame)
    return True


def _may_be(turn: Turn, before: Frame) -> bool:
    """Whether a topic was at hand, and the message names nothing else."""
    ask = turn.ask
    by_name = before.like or before.works or before.kind in _BY_NAME or not before.text
    other = ask.pressed or ask.taught or ask.has(*_OTHER) or ask.intent in _CARED_FOR
    return not (by_name or other)


def _forms(before: Frame) -> dict[str, list[str]]:
    """Novels on one topic are followed by novels on the other."""
    forms = before.filters.get("literary_forms")
    return {"literary_forms": forms} if forms else {}


def _is_unread(turn: Turn) -> bool:
    """Whether a message is surely nothing else, and a service whose answer has these very words
    is not what it passes for."""
    ask = turn.ask
    unclear = (ask.confidence < _CLEAR and ask.query) or ask.intent in _WORDS
    if not unclear and ask.intent not in _UNREAD:
        return False
    return ask.intent in _NO_SERVICE or not turn.services.answers.asks(ask.text, turn.language)
