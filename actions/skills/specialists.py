"""Who knows a subject: when they are there, and how to reach them."""

from __future__ import annotations

from datetime import date

from actions import days, staff, told
from actions.aspects import says_no_more
from actions.signs import opening, people, tasks
from actions.skills import hours, visit
from actions.turn import Turn
from assistant.hours import day_in_words, opening_on
from assistant.library import Specialist
from assistant.model import Source, SourcesPart
from assistant.timetable import WEEKDAYS, Place

_SURE = 0.6  # confidence from which it is asked who knows a subject
_SHORT = 40  # characters of a question that leans on the one before


def lookup(turn: Turn) -> None:
    """Who knows the subject, and how to reach them; else the library's own words."""
    subject = tasks.CONTACT.sub(" ", turn.ask.query or turn.ask.text).strip(" ?!.,，。？！")
    specialist = turn.library.specialist_for(subject) if subject else None
    if specialist is None:
        return visit.directions(turn)  # of a branch that is named, the phone too
    return tell(turn, specialist)


def asked(turn: Turn) -> Specialist | None:
    """Who is asked for: by subject, as the person just named, or for what was just answered."""
    text, library = turn.ask.text, turn.library
    if turn.ask.pressed:
        return None
    if people.WHO.search(text):
        spoken_of = turn.session.topic in ("staff", "human")
        return (library.specialist(turn.session.who) if spoken_of else None) or _for_answer(turn)
    wished = turn.ask.intent == "human" and people.WISHED_FOR.search(text)
    if not wished and people.ASKS_OF_ONE.search(text) and (one := staff.named(text, library)):
        return one
    if people.THEY_ARE.search(text) and not _of_helpers(turn) and (one := _for_answer(turn)):
        return one
    return library.specialist(turn.session.who) if _leans(turn) else _of_subject(turn)


def _of_subject(turn: Turn) -> Specialist | None:
    """Whose subject a message names after an answer: "who for psychology"."""
    ask, answered = turn.ask, turn.session.topic == "answer"
    meant = answered and ask.intent == "staff_lookup" and ask.confidence >= _SURE
    return turn.library.specialist_for(ask.query) if meant and ask.query else None


def _leans(turn: Turn) -> bool:
    """Whether a short message goes on about the person just named: 他周日在吗, "her e-mail?"."""
    text = turn.ask.text
    if turn.session.topic not in ("staff", "human") or len(text) >= _SHORT:
        return False
    of_them = people.PRONOUN.search(text) and people.ASKS_OF_ONE.search(text)
    if of_them or turn.session.topic == "human":
        return bool(of_them)
    if people.ADDRESS.search(text) or hours.only_when(turn.ask):
        return True
    rest = people.ASKS_OF_ONE.sub(" ", turn.ask.beside("date", "weekday"))
    ours = turn.ask.has("branch") or opening.OPEN_THEN.search(text)
    return rest != text and not ours and says_no_more(rest)


def _of_helpers(turn: Turn) -> bool:
    """Whether the answer just given says on which days somebody helps, and that is asked for."""
    entry = turn.services.answers.entry(turn.session.entry)
    if turn.session.topic != "answer" or entry is None or people.REACHED.search(turn.ask.text):
        return False
    parts = told.sentences(entry, turn.language)
    return any(people.HELPER.search(one) and opening.NAMES_DAYS.search(one) for one in parts)


def _for_answer(turn: Turn) -> Specialist | None:
    """Who is named in the answer just given, or whose subject it is if it names no way to ask."""
    entry = turn.services.answers.entry(turn.session.entry)
    if turn.session.topic != "answer" or entry is None:
        return None
    wording = entry.wording(turn.language)
    if named := [one for one in turn.library.specialists if one.email in wording.answer]:
        return named[0]
    if people.TO_ASK.search(wording.answer):
        return None
    return turn.library.specialist_for(wording.question)


def tell(turn: Turn, specialist: Specialist) -> None:
    """Where and when they are, and on the day asked about; how to reach them."""
    place = turn.library.branch(specialist.branch)
    asked = days.asked(turn)[:2] if specialist.days else []
    for day in asked:
        turn.tell(_on(turn, specialist, place or turn.library.desk, day))
    again = bool(asked) or turn.session.who == specialist.code
    turn.say(
        "specialist-again" if again else "specialist",
        role=specialist.role[turn.language],
        email=specialist.email,
        when=specialist.availability[turn.language],
        branch=place.name[turn.language] if place else turn.library.desk.name[turn.language],
        phone=place.phone if place else turn.library.phone,
    )
    source = Source(
        title=turn.text("staff-source"), id="specialists", url=f"{turn.library.url}/staff"
    )
    turn.show(SourcesPart(sources=[source]))
    turn.offer_human("specialist")
    if asked:
        turn.session.when = {"days": [day.isoformat() for day in asked]}
    turn.session.topic, turn.session.who = "staff", specialist.code
    return turn.ends("answered")


def _on(turn: Turn, specialist: Specialist, place: Place, day: date) -> str:
    works = WEEKDAYS[day.weekday()] in specialist.days
    there = works and bool(opening_on(turn.library, place, day).spans)
    when, _ = day_in_words(turn.library, place, day, turn.ask.now, turn.language)
    role = specialist.role[turn.language]
    return turn.text("specialist-in" if there else "specialist-out", when=when, role=role)
