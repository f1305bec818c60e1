"""Questions about the library, answered from its knowledge base with the source."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from math import exp

from actions import signs
from actions.answers import Match, sources_of
from actions.skills import people
from actions.turn import Turn
from assistant.errors import NotFound
from assistant.knowledge import Entry

# What an intent makes likelier. Topics are the library's own; a strange one changes nothing.
_TOPICS = {
    "accessibility": {"accessibility_home"},
    "account": {"cards", "loans", "holds_renewals"},
    "borrowing_rules": {"loans"},
    "citation_help": {"citation"},
    "complaint": {"complaints"},
    "computers_wifi": {"computers_wifi"},
    "copyright": {"copyright"},
    "course_reserves": {"study_reserves"},
    "databases": {"databases_eresources", "research_help"},
    "directions": {"visits_parking", "accessibility_home"},
    "donate": {"donations_suggestions", "local_history_archives"},
    "equipment": {"equipment", "computers_wifi"},
    "events": {"events", "children_families"},
    "fines": {"fines"},
    "interlibrary_loan": {"interlibrary_loan"},
    "jobs_volunteering": {"donations_suggestions", "events"},
    "lost_found": {"visits_parking"},
    "membership": {"cards"},
    "newspapers": {"newspapers", "databases_eresources"},
    "place_hold": {"holds_renewals"},
    "printing": {"printing_copying", "equipment"},
    "privacy": {"privacy"},
    "remote_access": {"databases_eresources"},
    "renew": {"holds_renewals", "interlibrary_loan"},
    "research_consultation": {"research_help"},
    "rooms": {"rooms"},
    "software_access": {"computers_wifi"},
    "special_collections": {"local_history_archives"},
    "staff_lookup": {"research_help"},
    "suggest_purchase": {"donations_suggestions"},
    "technical_problem": {"databases_eresources", "computers_wifi", "cards", "complaints"},
}
_SEARCHED = {"databases", "find_holdings", "known_item", "newspapers", "research_consultation"}
_PRIOR = 1.5  # what a sure intent adds to the log odds of entries of its topics
_RIVAL = 0.25  # the chance from which an entry is offered beside the one that is given
_LEANS = 45  # characters of a message that may lean on the question before it
_SHARE = 0.2  # of the nearest's chance, from which the message itself points at an entry too
_TIE = 0.1  # what an entry must have over the next to be given on the word of an intent
_ASIDE = 0.5  # a choice beside the likeliest need not be likely itself, only possible
_COMPETES = 0.25  # the chance, by words alone, from which an entry is near to a bare topic


def answer(turn: Turn, otherwise: Callable[[Turn], bool] | None = None) -> None:
    """Answer, ask which of the nearest is meant, or offer a person.

    `otherwise` may take a bare topic that no answer comes near to; it tells whether it did.
    """
    found = nearest(turn)
    best = found[0].confidence if found else 0.0
    if best >= turn.services.bounds.answer and not _compete(turn, found):
        give(turn, found[0].entry)
        return offer_rivals(turn, found[1:3])
    if otherwise is not None and not _near(turn) and otherwise(turn):
        return None
    if best >= turn.services.bounds.hint and turn.may_ask():
        return ask_which(turn, found, search=turn.ask.intent in _SEARCHED)
    return people.not_sure(turn)


def _compete(turn: Turn, found: Sequence[Match]) -> bool:
    """Whether two entries may be meant, and only what the message was taken for speaks for one."""
    second = found[1].confidence if len(found) > 1 else 0.0
    tied = found[0].confidence - second < _TIE and second >= turn.services.bounds.answer
    return tied and turn.may_ask() and not surely(turn)


def surely(turn: Turn) -> bool:
    """Whether an entry answers by the words alone."""
    found = turn.services.answers.nearest(turn.ask.text, turn.language, 1)
    return bool(found) and found[0].confidence >= turn.services.bounds.answer


def _near(turn: Turn) -> bool:
    """Whether any entry is near to the words, whatever they were taken for."""
    found = turn.services.answers.nearest(turn.ask.text, turn.language, 1)
    return bool(found) and found[0].confidence >= _COMPETES


def offer_rivals(turn: Turn, found: Sequence[Match]) -> None:
    """Entries that came close: a press away, in case they were meant."""
    for match in found:
        if match.confidence >= _RIVAL:
            question = match.entry.wording(turn.language).question
            turn.offer(question, "ask", entry_id=match.entry.id)


def nearest(turn: Turn) -> list[Match]:
    """The entries nearest to the message, or to it and the question before it."""
    text, session = turn.ask.text, turn.session
    last = turn.services.answers.entry(session.entry) if session.topic == "answer" else None
    if last is None or len(text) > _LEANS:
        return _ranked(turn, text)
    alone = _ranked(turn, text, last.topic)
    sure = alone and alone[0].confidence >= turn.services.bounds.answer
    if (sure and alone[0].entry is not last) or not signs.FOLLOWS.search(text):
        return alone
    joined = _ranked(turn, f"{last.wording(turn.language).question} {text}")
    return joined if _agree(joined, alone) else alone


def _agree(joined: list[Match], alone: list[Match]) -> bool:
    """Whether the message itself points where it points after the question before it.

    The question before it is the longer part: without this, it would be answered again.
    """
    own = {match.entry.id: match.confidence for match in alone}
    return bool(joined) and own.get(joined[0].entry.id, 0.0) > _SHARE * alone[0].confidence


def _ranked(turn: Turn, text: str, spoken: str = "") -> list[Match]:
    """Nearest first, likelier if of a topic of the message's intent or of the one `spoken` of."""
    near = turn.services.answers.nearest(text, turn.language, 4)
    if near and near[0].confidence >= turn.services.bounds.answer:
        return list(near)  # its words say it, whatever the message was taken for
    likely, sure = _TOPICS.get(turn.ask.intent, set()), turn.ask.confidence
    priors = {spoken: _PRIOR * (1 - sure if likely else 1)} | dict.fromkeys(likely, _PRIOR * sure)
    found = [
        replace(m, confidence=_with(m.confidence, priors[m.entry.topic]))
        if m.entry.topic in priors
        else m
        for m in near
    ]
    return sorted(found, key=lambda match: -match.confidence)


def _with(chance: float, prior: float) -> float:
    """The chance after `prior` is added to its log odds."""
    kept = min(max(chance, 1e-6), 1 - 1e-6)
    return 1 / (1 + (1 - kept) / kept * exp(-prior))


def give(turn: Turn, entry: Entry) -> None:
    """The entry's answer with its source."""
    turn.tell(entry.wording(turn.language).answer)
    turn.show(sources_of(entry, turn.language))
    turn.effect("knowledge", entry_id=entry.id)
    turn.session.entry, turn.session.topic = entry.id, "answer"
    turn.session.note(entry.wording(turn.language).question, [])
    turn.ends("answered")


def ask_which(turn: Turn, found: Sequence[Match], *, search: bool = False) -> None:
    """One question: which of the nearest two or three is meant, or is it a search."""
    least = turn.services.bounds.hint * _ASIDE
    if turn.session.topic == "answer":
        turn.session.topic = ""  # what comes next is not of the answer before
    turn.say("which-question")
    for match in [match for match in found if match.confidence >= least][:3]:
        question = match.entry.wording(turn.language).question
        turn.offer(question, "ask", entry_id=match.entry.id)
    if search and turn.ask.query:
        text = turn.ask.query[:80]
        turn.offer(turn.text("choice-search", text=text[:40]), "find", text=text)
    turn.offer_human("unsure")
    turn.question()
    turn.ends("asked")


def press(turn: Turn) -> None:
    entry = turn.services.answers.entry(str((turn.ask.payload or {}).get("entry_id")))
    if entry is None:
        raise NotFound("entry_id: the library has no such answer any more.")
    give(turn, entry)


def instead(turn: Turn) -> bool:
    """Answer from the knowledge base if that is surely what was asked; tells whether it was."""
    found = nearest(turn)
    if not found or found[0].confidence < turn.services.bounds.answer:
        return False
    give(turn, found[0].entry)
    return True


def offer_about(turn: Turn, key: str) -> None:
    """A choice that leads to the entry which answers the question `key`, if one surely does."""
    found = turn.services.answers.nearest(turn.text(key), turn.language, 1)
    if found and found[0].confidence >= turn.services.bounds.answer:
        entry = found[0].entry
        turn.offer(entry.wording(turn.language).question, "ask", entry_id=entry.id)
