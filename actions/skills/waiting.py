"""A question for the librarians while none is on duty: asked for, left, asked after, taken back."""

from __future__ import annotations

from actions import going_on, grave, unasked
from actions.ask import Ask
from actions.session import Session
from actions.signs import asking, opening, tasks, waiting
from actions.signs import people as staff
from actions.skills import answer, people
from actions.skills.unsure import names_topic
from actions.turn import Turn
from assistant.redact import BESIDE
from index.text import has_han

ADDED = "added_to_question"
_SHORT = 60  # characters of a message that asks after the question
_TALK = 0.6  # confidence from which a message is the small talk that it was taken for
_SMALL_TALK = frozenset(
    ["thanks", "greet", "goodbye", "affirm", "insult", "nonsense", "forget_me", "switch_language"]
)
_OF_US = ("help", "bot_identity")
_ASKED_AFTER = (
    (waiting.MORE, "question_more"),
    (waiting.BY_PHONE, "question_phone"),
    (waiting.BY_MAIL, "question_mail"),
    (waiting.ANSWERED, "question_answered"),
    (waiting.GOT, "question_got"),
    (waiting.SEE, "question_see"),
    (waiting.WHEN, "question_when"),
)
_ASKS = (asking.ASKING, asking.QUESTION, asking.MAY, asking.BEGINS, asking.HELD, opening.OPENS)
_TOLD = 5, 6  # words and characters from which what asks nothing tells something


def meant(ask: Ask, session: Session) -> str | None:
    """What a message is to the question that waits, if it is anything to it."""
    if not ask.waits or grave.cries(ask):
        return None
    if session.who and staff.THEY_ARE.search(ask.text):
        return None  # of the specialist who was named
    if waiting.DECLINES.search(ask.text):
        return "question_withdrawn"
    if waiting.LEAVES.search(ask.text):
        return "human"
    if len(ask.text) <= _SHORT and (intent := _of_the_question(ask, session)) is not None:
        return intent
    if _at_hand(ask, session) and session.comforted:
        return None  # who was in danger is talked to, whatever else waits
    if ask.waits == "asked" and _at_hand(ask, session):
        plain = _is_talk(ask) or opening.OUR_PLACES.search(ask.text) or unasked.of_staff(ask)
        return None if plain else "question_left"
    return ADDED if _at_hand(ask, session) and _adds(ask) else None


def _at_hand(ask: Ask, session: Session) -> bool:
    """Whether the question is what was spoken of last; not if we answered when it was asked for."""
    told = ask.waits == "asked" and session.topic == "answer"
    return not told and (ask.waits in ("asked", "left") or session.topic == "human")


def _of_the_question(ask: Ask, session: Session) -> str | None:
    if waiting.WITHDRAWS.search(ask.text):
        return "question_withdrawn"
    at_hand = _at_hand(ask, session)
    nothing = ask.waits == "asked" and waiting.NOTHING.search(ask.text)
    if nothing or (at_hand and waiting.DROPS.search(ask.text)):
        return "question_withdrawn"
    if not at_hand and not waiting.OWN.search(ask.text):
        return None
    return next((intent for sign, intent in _ASKED_AFTER if sign.search(ask.text)), None)


def _is_talk(ask: Ask) -> bool:
    """Whether a message is small talk, or calls for a person once more."""
    if ask.intent == "human":
        return people.says_no_more(ask)
    if ask.intent in _OF_US:
        return ask.taught
    return ask.intent in _SMALL_TALK and ask.confidence >= _TALK


def _adds(ask: Ask) -> bool:
    """Whether a message tells the librarians more: "Tuesday works", "it was lost on the bus"."""
    if any(sign.search(ask.text) for sign in _ASKS):
        return False
    when = ask.has("date", "weekday", "part_of_day", "time") and len(ask.text) < _SHORT
    return when or bool(tasks.ADDS.search(ask.text)) or _tells(ask)


def _tells(ask: Ask) -> bool:
    """Whether a message is a sentence, and no task for us."""
    if _is_talk(ask) or names_topic(ask) or waiting.TASK.search(ask.text):
        return False
    words, characters = _TOLD
    if has_han(ask.text):
        return len(ask.text) >= characters
    return len(ask.text.split()) >= words


def left(turn: Turn) -> None:
    """What the reader wrote is the question; what we know of it comes below.

    What one of our answers surely tells is told and not kept.
    """
    if _is_for_us(turn) and answer.instead(turn):
        return turn.offer_human()
    turn.effect("escalate", reason="asked", about="question", subject=people.subject(turn))
    turn.session.topic = "human"
    if not answer.instead(turn):
        people.offer_search(turn)
    return turn.ends("human")


def _is_for_us(turn: Turn) -> bool:
    """Whether a question is short, plain, and of no case of the reader's own."""
    text = turn.ask.text
    return len(text) <= _SHORT and going_on.asks(text) and not waiting.OWN_CASE.search(text)


def added(turn: Turn) -> None:
    """More for the librarian who will answer: it is kept with the conversation, which they read."""
    turn.say("noted")
    turn.session.topic = "human"
    if turn.ask.waits == "left" and not tasks.ADDS.search(turn.ask.text):
        people.offer_search(turn)
    turn.ends("talk")


def when(turn: Turn) -> None:
    _tell(turn, "when")


def got(turn: Turn) -> None:
    _tell(turn, "got")


def answered(turn: Turn) -> None:
    _tell(turn, "answered")


def see(turn: Turn) -> None:
    _tell(turn, "see")


def by_phone(turn: Turn) -> None:
    """No answer comes by telephone: how it comes, and the number to ring."""
    turn.say("answer-by-phone", phone=turn.library.phone)
    _goes_on(turn)


def by_mail(turn: Turn) -> None:
    """An address that was given is kept by the service; else where to write it."""
    given = "[email]" in turn.ask.text and len(turn.ask.text) <= BESIDE + len("[email]")
    turn.say("contact-kept" if given else "answer-by-mail")
    _goes_on(turn)


def more(turn: Turn) -> None:
    turn.say("question-more")
    _goes_on(turn)


def _goes_on(turn: Turn) -> None:
    """The question is still spoken of; one that is not written yet is asked for again."""
    if turn.ask.waits == "asked":
        return _tell(turn, "when")
    turn.session.topic = "human"
    turn.ends("talk")
    return None


def _tell(turn: Turn, about: str) -> None:
    """What only the service knows: when they are back, and the code."""
    turn.effect("escalate", reason="asked", about=about)
    turn.session.topic = "human"
    turn.ends("human")


def withdrawn(turn: Turn) -> None:
    turn.effect("withdraw")
    turn.session.topic = ""
    turn.ends("talk")
