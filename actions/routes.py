"""Which skill answers: by the choice pressed, by what the message was taken for, or by looking."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from actions import pasted, titles
from actions.ask import Ask
from actions.bounds import Bounds
from actions.signs import asking, danger, opening, tasks, wishes
from actions.signs import people as persons
from actions.skills import (
    answer,
    citation,
    dismiss,
    duty,
    find,
    hours,
    item,
    keep,
    people,
    refine,
    series,
    service,
    specialists,
    talk,
    unsure,
    visit,
    wish,
)
from actions.turn import Turn
from index.query import names_nothing
from index.text import Rule

Skill = Callable[[Turn], None]

PRESSED: Mapping[str, Skill] = {
    "find": find.press,
    "more": refine.more,
    "back": refine.back,
    "like": item.like,
    "where": item.where,
    "details": item.details,
    "cite": citation.cite,
    "save": item.save,
    "unsave": item.unsave,
    "dismiss": dismiss.dismiss,
    "sequel": series.next_one,
    "filter": refine.press_filter,
    "unfilter": refine.press_unfilter,
    "hours": hours.hours,
    "ask": answer.press,
    "human": people.human,
    "language": wish.switch,
    "forget": wish.forget,
    "alert": keep.press_alert,
    "stop_alert": keep.stop,
    "report": keep.report,
    "help": talk.help_,
    "affirm": talk.affirm,
    "deny": talk.deny,
    "cancel": talk.cancel,
}
HOLDINGS: Mapping[str, Skill] = {
    "find_holdings": find.find,
    "known_item": find.find,
    "refine": refine.refine,
    "show_more": refine.more,
    "too_many": refine.too_many,  # of no intent: about the list on the screen
    "go_back": refine.back,
    "more_like": item.like,
    "where_is_it": item.where,
    "item_details": item.details,
    "cite": citation.cite,
    "save_item": item.save,
    # Of no intent, about what is on the screen:
    "unsave_item": item.unsave,
    "dismiss": dismiss.dismiss,
    "sequel": series.next_one,
    "in_order": series.in_order,
    "illustrated": item.illustrated,
}
LIBRARY: Mapping[str, Skill] = {
    **dict.fromkeys(
        [
            "fines",
            "membership",
            "borrowing_rules",
            "rooms",
            "printing",
            "equipment",
            "computers_wifi",
            "software_access",
            "databases",
            "remote_access",
            "newspapers",
            "citation_help",
            "research_consultation",
            "interlibrary_loan",
            "course_reserves",
            "special_collections",
            "events",
            "accessibility",
            "copyright",
            "technical_problem",
            "suggest_purchase",
            "donate",
            "jobs_volunteering",
            "lost_found",
            "publishing",
        ],
        unsure.library,
    ),
    "place_hold": service.service,
    "renew": service.service,
    "account": service.service,
    "hours": hours.hours,
    "desk_hours": duty.duty,  # of no intent
    "directions": visit.directions,
    "staff_lookup": specialists.lookup,
    "privacy": talk.privacy,
    "complaint": talk.complaint,
}
TALK: Mapping[str, Skill] = {
    "alert_me": keep.alert,
    "reading_report": keep.report,
    "greet": talk.greet,
    "goodbye": talk.goodbye,
    "thanks": talk.thanks,
    "feedback_praise": talk.praise,
    "affirm": talk.affirm,
    "deny": dismiss.deny,
    "cancel": talk.cancel,
    "bot_identity": talk.identity,
    "help": talk.help_,
    "human": people.human,
    "added_to_question": people.noted,  # of no intent: said to whoever will answer
    "forget_me": wish.forget,
    "switch_language": wish.switch,
    "insult": unsure.insult,
    "hard_time": people.hard_time,
    "distress": people.distress,
    "out_of_scope": unsure.out_of_scope,
    "nonsense": unsure.nonsense,
}
TYPED: Mapping[str, Skill] = {**HOLDINGS, **LIBRARY, **TALK}
_GROUPS = (HOLDINGS, LIBRARY)
_PARTING = {name: TALK[name] for name in ("thanks", "goodbye")}  # "thank you, goodbye"
_KINDRED = (*_GROUPS, _PARTING)
_LIGHT = frozenset(
    ["feedback_praise", "switch_language", "greet", "goodbye", "thanks", "affirm", "nonsense"]
)
_FINDS = ("find_holdings", "known_item")
_LONG = 4  # words of a title that nobody says by chance
_CLEAR = 0.9  # confidence from which a service is meant though a title says the same
_OF_HOURS = frozenset(["hours", "out_of_scope", "nonsense"])  # what a day of ours passes for
_OF_DUTY = frozenset(
    ["human", "greet", "staff_lookup", "hours", "bot_identity", "complaint", "out_of_scope"]
)
_OF_NEWS = frozenset(["find_holdings", "events", "out_of_scope"])  # what new films pass for
_GRAVE = frozenset(["distress", "added_to_question"])
_NUMBERED = Rule(
    r"\d",
    "[号號日]",
    flags=0,
)
_STEP = 45  # characters of "go back to the list before"
_PAYLOAD_OF = {"go_back": "back"}  # the engine renames it: Rasa acts on "back" by itself


def skill_for(ask: Ask, bounds: Bounds) -> Skill:
    """The skill for a message. One that is taken for nothing sure goes to `unsure.look`."""
    if ask.pressed:
        return PRESSED[_PAYLOAD_OF.get(ask.intent, ask.intent)]
    if (skill := _by_its_words(ask, bounds)) is not None:
        return skill
    if ask.intent in LIBRARY and ask.near < 0 and ask.confidence < bounds.far:
        return unsure.far
    if ask.intent in TALK:
        sure = ask.confidence >= bounds.talk and not asking.STOCKED.search(ask.text)
        return TALK[ask.intent] if sure else _likely(ask, bounds)
    return TYPED[ask.intent] if _sure(ask, bounds) else _likely(ask, bounds)


def names_a_title(turn: Turn) -> bool:
    """Whether what was taken for something else asks for a title of ours: "excellent women".

    Words that the engine was taught stay what they are, and a life in danger comes first.
    """
    ask, known = turn.ask, turn.shelf.bears
    if ask.pressed or ask.intent in _FINDS or danger.DANGER.search(ask.text):
        return False
    if titles.is_one(ask.text, known):
        unclear = ask.intent in TALK or ask.confidence < _CLEAR
        return not ask.taught and (unclear or len(ask.text.split()) >= _LONG)
    service = ask.intent in LIBRARY and ask.intent != "newspapers"
    if service and ask.confidence >= turn.services.bounds.talk:
        return False
    named = titles.named_in(ask.text, known)
    return bool(named) and bool(asking.LENDS.search(ask.text))


def _by_its_words(ask: Ask, bounds: Bounds) -> Skill | None:
    """The skill for words that say more than the intent they were taken for."""
    text = ask.text
    rules: tuple[tuple[object, Skill], ...] = (
        (tasks.PLAYS.search(text), talk.play),
        (opening.TODAY.search(text) or opening.CLOCK_NOW.search(text), hours.today),
        (_asks_who_is_there(ask, bounds), duty.duty),
        (_asks_hours(ask, bounds), hours.hours),
        (ask.intent in _OF_NEWS and wishes.NEW_ONES.search(text), keep.newest),
        (ask.intent == "alert_me" and wishes.NEW_ONES.search(text), keep.alert),
        (_wants_a_book(ask), find.find),
        # "can I get this article? https://..."
        (ask.intent in _FINDS and not ask.query and pasted.has_link(text), talk.only_link),
        # "lu xun de shu"
        (ask.intent in ("nonsense", "out_of_scope") and ask.has("author"), find.find),
        # "is there a way I could get those books back and ..."
        (ask.intent == "go_back" and len(text) > _STEP, unsure.look),
        (ask.intent == "switch_language" and tasks.LESSONS.search(text), unsure.library),
        (ask.intent == "distress" and _reads_about(ask), unsure.coping),
        (_may_be_a_grave_title(ask), unsure.title),
    )
    return next((skill for holds, skill in rules if holds), None)


def _may_be_a_grave_title(ask: Ask) -> bool:
    """Whether words of distress may be a title, even one that we lack: "a little life"."""
    unsure_of_it = ask.intent == "distress" and ask.confidence < people.GRAVE
    return unsure_of_it and unsure.names_topic(ask)


def _asks_hours(ask: Ask, bounds: Bounds) -> bool:
    """Whether a day is asked about: "the 31st" and no more, or whether we are open then."""
    if hours.only_when(ask) and (ask.has("branch") or _NUMBERED.search(ask.text)):
        return ask.intent not in _GRAVE
    if hours.only_closing(ask):
        return True
    return hours.asks_when(ask) and (ask.intent in _OF_HOURS or not _sure(ask, bounds))


def _asks_who_is_there(ask: Ask, bounds: Bounds) -> bool:
    """Whether a short message asks if somebody is at the desk, and is not surely another."""
    if persons.DESK.search(ask.text):
        return True
    greets = ask.intent == "greet" and ask.taught  # "is anyone there"
    other = greets or (_sure(ask, bounds) and ask.intent not in _OF_DUTY)
    return len(ask.text) < _STEP and not other and bool(wishes.ON_DUTY.search(ask.text))


def _wants_a_book(ask: Ask) -> bool:
    """Whether what was taken for small talk names a kind of holding: "a good love story"."""
    if ask.intent not in _LIGHT or not ask.query or names_nothing(ask.query):
        return False
    told = asking.TOLD.search(ask.text) or tasks.SPEAKING.search(ask.text)
    return bool(asking.HELD.search(ask.text)) and not told


def _reads_about(ask: Ask) -> bool:
    """Whether a hard time is a subject to read about: of nobody who is there, and no danger."""
    return bool(danger.COPING.search(ask.text)) and not danger.IN_DANGER.search(ask.text)


def _sure(ask: Ask, bounds: Bounds) -> bool:
    return ask.intent in TYPED and ask.confidence >= bounds.intent


def _likely(ask: Ask, bounds: Bounds) -> Skill:
    """No intent is sure, but its kind may be: then the likeliest of the kind."""
    for group in _KINDRED:
        mine = [(name, p) for name, p in ask.ranking if name in group]
        if sum(p for _, p in mine) >= max(bounds.intent, 0.5):
            best = max(mine, key=lambda pair: pair[1])[0]
            return group[best]
    return unsure.look
