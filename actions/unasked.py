"""What passes for a yes, a no or a complaint, and only goes on about the answer just given."""

from __future__ import annotations

from actions import aspects
from actions.ask import Ask
from actions.session import Session
from actions.signs import asking, tasks, wishes
from index.text import has_han

_YES_OR_NO = ("affirm", "deny", "cancel")
_FEW = 3  # words or characters of a "no" that says no more


def objects(ask: Ask, session: Session) -> bool:
    """Whether it answers no question of ours: "why not", "please", "that's too short"."""
    if session.asked:
        return False
    if tasks.PRESSES.search(ask.text) or tasks.TOO.search(ask.text):
        return True
    if ask.intent not in _YES_OR_NO:
        return False
    if tasks.PLEADS.search(ask.text) or tasks.OBJECTS.search(ask.text):
        return True
    words = len(ask.text) if has_han(ask.text) else len(ask.text.split())
    spares = any(sign.search(ask.text) for sign in (tasks.NO_NEED, tasks.SETTLED, tasks.FAILS))
    return ask.intent == "deny" and not ask.taught and words > _FEW and not spares


def of_the_answer(ask: Ask) -> bool:
    """Whether what is taken for a matter of its own may be of the answer: "how do I clear it"."""
    leans = has_han(ask.text) or asking.FOLLOWS.search(ask.text)
    asks = asking.ASKING.search(ask.text) and leans
    own = tasks.KEPT_OF_US.search(ask.text) or tasks.OF_THE_CHAT.search(ask.text)
    return only_states(ask) or bool(ask.intent == "forget_me" and asks and not own)


def of_staff(ask: Ask) -> bool:
    """Whether it is asked in which language somebody here speaks: 打电话能说中文吗."""
    return ask.intent == "switch_language" and bool(wishes.BY_STAFF.search(ask.text))


def of_our_language(ask: Ask) -> bool:
    """Whether it is only said which language we are to speak: 可以说英文吗."""
    rest = tasks.SPEAKING.sub(" ", ask.beside("language"))
    bare = not ask.has("language") or aspects.says_no_more(rest)
    return ask.intent == "switch_language" and bare


def only_states(ask: Ask) -> bool:
    """Whether it only says how it is: "but nobody is waiting"."""
    plain = ask.intent == "complaint" and not ask.taught
    return plain and not tasks.WRONGED.search(ask.text)
