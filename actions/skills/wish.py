"""Wishes about the conversation itself: forget it, or speak another language."""

from __future__ import annotations

from actions import staff
from actions.ask import Ask
from actions.signs import tasks, wishes
from actions.skills import answer, find, refine, talk, unsure
from actions.turn import Turn
from assistant.model import Language

_BOOKS_IN = {"en": "eng", "zh": "chi"}


def forget(turn: Turn) -> None:
    """Erase when this conversation is named, else ask once. The service does the erasing.

    What the library keeps of a reader's loans is another thing: "delete my history".
    """
    data, text = turn.ask.payload, turn.ask.text
    if data is not None and data.get("confirm") is False:
        turn.say("forget-kept")
        return turn.ends("talk")
    if data.get("confirm") if data is not None else tasks.FORGETS_THIS.search(text):
        turn.effect("forget")
        return turn.ends("forgotten")
    if data is None and tasks.KEPT_OF_US.search(text) and not tasks.OF_THE_CHAT.search(text):
        return talk.kept(turn)
    if data is None and _of_a_computer(turn):
        return None
    turn.say("forget-sure")
    turn.offer(turn.text("choice-forget-yes"), "forget", confirm=True)
    turn.offer(turn.text("choice-forget-no"), "forget", confirm=False)
    turn.question(yes='/forget{"confirm": true}')
    return turn.ends("asked")


def _of_a_computer(turn: Turn) -> bool:
    """Answer of what was left on a computer or printed; tells whether that was meant."""
    text = turn.ask.text
    theirs = tasks.ON_A_COMPUTER.search(text) and not tasks.OF_THE_CHAT.search(text)
    return bool(theirs) and answer.instead(turn)


def switch(turn: Turn) -> None:
    """Answer in the language asked for; one that we do not speak is for a person."""
    wanted = _wanted(turn)
    back = wanted == turn.ask.heard != turn.ask.language and wishes.BARE_LANGUAGE.search(
        turn.ask.text
    )
    if turn.ask.has("language") and not (back or tasks.SPEAKING.search(turn.ask.text)):
        if turn.ask.query:
            return find.find(turn)  # "do you have Dune in Chinese"
        if turn.session.topic == "holdings":
            return refine.refine(turn)  # "what about in Chinese?" of a list of books
    if wanted and _of_books(turn, wanted):
        turn.ask = turn.ask.press("filter", {"set": {"languages": [_BOOKS_IN[wanted]]}})
        return refine.press_filter(turn)
    if not _is_wish(turn.ask, wanted):
        return _elsewhere(turn)
    if _of_staff(turn, wanted) and answer.tell_of(turn, "ask-own-language"):
        return turn.offer_human("language")
    if wanted is None:
        turn.say("language-which")
        turn.offer("English", "language", language="en")
        turn.offer("中文", "language", language="zh")
        turn.offer_human("language")
        turn.question()
        return turn.ends("asked")
    spoken = turn.ask.language
    turn.session.tongue = [spoken, wanted] if spoken != wanted else []
    turn.language = wanted
    turn.say("language-set")
    return turn.ends("answered")


def _of_staff(turn: Turn, wanted: Language | None) -> bool:
    """Whether it is asked who of us speaks the reader's own language, or one that we do not."""
    hardly = wishes.HARDLY.search(turn.ask.text) and wanted == turn.ask.language
    if not hardly and (wanted == "en" or not wishes.BY_STAFF.search(turn.ask.text)):
        return False
    if (one := staff.named(turn.text("ask-own-language"), turn.library)) is not None:
        turn.session.topic, turn.session.who = "staff", one.code
    return True


def _of_books(turn: Turn, wanted: Language) -> bool:
    """Whether it is the books of a list that may be in a language: "english is fine"."""
    text = turn.ask.text
    plain = not turn.ask.pressed and not tasks.SPEAKING.search(text)
    ours = wanted == turn.ask.language or wishes.WILL_DO.search(text)
    return turn.session.topic == "holdings" and plain and bool(ours)


def _is_wish(ask: Ask, wanted: Language | None) -> bool:
    """Whether the language of our answers is meant: as taught, by its name alone, or spoken of."""
    if (
        ask.pressed
        or ask.taught
        or wishes.BARE_LANGUAGE.search(ask.text)
        or wishes.HARDLY.search(ask.text)
    ):
        return True
    to_us = wanted != ask.language or wishes.ADDRESSED.search(ask.text)
    return bool(to_us and tasks.SPEAKING.search(ask.text))


def _elsewhere(turn: Turn) -> None:
    """A language that is read, learnt or asked for at the desk: "in Chinese too", 会粤语吗."""
    if turn.session.topic == "holdings":
        return refine.refine(turn)
    if turn.session.topic == "answer":
        return unsure.library(turn)
    return (find.find if turn.ask.has("language") else unsure.look)(turn)


def _wanted(turn: Turn) -> Language | None:
    pressed = (turn.ask.payload or {}).get("language")
    if pressed in ("en", "zh"):
        return "zh" if pressed == "zh" else "en"
    named, left = _named(turn.ask.text), _named(wishes.NOT_SPOKEN.sub(" ", turn.ask.text))
    if len(left) == 1 < len(named):
        return left[0]  # 她不会英语，有人能说中文吗
    if len(named) == 1 and wishes.HARDLY.search(turn.ask.text):
        return turn.ask.language if named[0] != turn.ask.language else None
    return named[0] if len(named) == 1 else _other_of(turn, named)


def _named(text: str) -> list[Language]:
    return [language for language, pattern in tasks.TARGETS if pattern.search(text)]


def _other_of(turn: Turn, named: list[Language]) -> Language | None:
    """Both named ("English, not Chinese"): the one that is not spoken now."""
    return next((language for language in named if language != turn.ask.language), None)
