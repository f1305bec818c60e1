"""Questions about the library, answered from its knowledge base with the source."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from math import exp

from actions import passages, told
from actions.answers import Match, sources_of
from actions.skills import people
from actions.turn import Turn
from assistant.errors import NotFound
from assistant.knowledge import Entry

# What an intent makes likelier. Topics are the library's own; a strange one changes nothing.
TOPICS = {
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
WHICH = "which"  # what a conversation is at when it was asked which entry is meant
_SEARCHED = {"databases", "find_holdings", "known_item", "newspapers", "research_consultation"}
_PRIOR = 1.5  # what a sure intent adds to the log odds of entries of its topics
_KIND = 0.8  # the confidence of an intent that makes one question of several plain
_RIVAL = 0.25  # the chance from which an entry is offered beside the one that is given
SAME = 0.95  # the chance from which a message asks the very question of an entry
_LEANS = 45  # characters of a message that may lean on the question before it
_TIE = 0.1  # what an entry must have over the next to be given on the word of an intent
_ASKED = 200  # characters of a question that are kept
_ASIDE = 0.5  # a choice beside the likeliest need not be likely itself, only possible
_COMPETES = 0.25  # the chance, by words alone, from which an entry is near to a bare topic


def answer(turn: Turn, otherwise: Callable[[Turn], bool] | None = None) -> None:
    """Answer, ask which of the nearest is meant, or offer a person.

    `otherwise` may take a bare topic that no answer comes near to; it tells whether it did.
    """
    found = nearest(turn)
    best = found[0].confidence if found else 0.0
    sure = best >= turn.services.bounds.answer and not _compete(turn, found)
    if sure or _of_one_kind(turn, found):
        give(turn, found[0].entry)
        return offer_rivals(turn, found[1:3])
    if otherwise is not None and not _near(turn) and otherwise(turn):
        return None
    if best >= turn.services.bounds.hint and turn.may_ask():
        _asked_of(turn, found[0].entry)
        return ask_which(turn, found, search=turn.ask.intent in _SEARCHED)
    return people.not_sure(turn)


def _asked_of(turn: Turn, entry: Entry) -> None:
    """What the next message may lean on, if none of the choices is taken."""
    session = turn.session
    if session.topic not in ("holdings", "saved"):
        session.give(entry.id, turn.ask.text[:_ASKED])
        session.topic = WHICH


def _of_one_kind(turn: Turn, found: Sequence[Match]) -> bool:
    """Whether all that may be meant is of the topic asked for: no question is needed."""
    ask, bounds = turn.ask, turn.services.bounds
    likely = {match.entry.topic for match in found[:3] if match.confidence >= bounds.hint}
    sure = ask.confidence >= _KIND and ask.intent not in _SEARCHED
    return sure and len(likely) == 1 and likely <= TOPICS.get(ask.intent, set())


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
    offer(turn, [match for match in found if match.confidence >= _RIVAL])


def nearest(turn: Turn) -> list[Match]:
    """Nearest first, likelier if of a topic of the message's intent or of the answer before it."""
    text, session = turn.ask.text, turn.session
    last = turn.services.answers.entry(session.entry) if session.topic == "answer" else None
    spoken = last.topic if last and len(text) <= _LEANS else ""
    near = turn.services.answers.nearest(text, turn.language, 4)
    if near and near[0].confidence >= turn.services.bounds.answer:
        return list(near)  # its words say it, whatever the message was taken for
    likely, sure = TOPICS.get(turn.ask.intent, set()), turn.ask.confidence
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


def tell_of(turn: Turn, key: str) -> bool:
    """All that the library says to a question of our own; what is spoken of stays as it is."""
    found = turn.services.answers.nearest(turn.text(key), turn.language, 1)
    if found:
        told.tell(turn, found[0].entry, told.sentences(found[0].entry, turn.language))
    return bool(found)


def give(turn: Turn, entry: Entry, *, leans: bool = False) -> None:
    """The entry's answer with its source; if it was just given, what of it tells what is asked.

    A message that leans on what was asked before is no question to keep.
    """
    if _again(turn, entry):
        return _more(turn, entry)
    turn.tell(entry.wording(turn.language).answer)
    turn.show(sources_of(entry, turn.language))
    turn.effect("knowledge", entry_id=entry.id)
    _spoken_of(turn, entry, leans=leans)
    return turn.ends("answered")


def _spoken_of(turn: Turn, entry: Entry, *, leans: bool) -> None:
    """What the next message may lean on."""
    session, question = turn.session, entry.wording(turn.language).question
    asked = session.question if session.topic in ("answer", WHICH) else question
    kept = asked if leans and not _asks_for(turn, entry) else turn.ask.text[:_ASKED]
    kept = question if turn.ask.pressed else kept
    if session.topic == WHICH:
        session.entry = ""  # it was only asked after
    session.give(entry.id, kept)
    session.topic, session.subject = "answer", ""
    session.of_item = False
    session.note(question, [])


def _asks_for(turn: Turn, entry: Entry) -> bool:
    """Whether the message alone surely asks for an entry, whatever was spoken of."""
    if turn.ask.pressed:
        return False
    found = turn.services.answers.nearest(turn.ask.text, turn.language, 1)
    sure = bool(found) and found[0].confidence >= turn.services.bounds.answer
    return sure and found[0].entry is entry


def _again(turn: Turn, entry: Entry) -> bool:
    """Whether the answer was the last thing said, and the message is not the same question."""
    session, text = turn.session, turn.ask.text
    if turn.ask.pressed or session.topic != "answer" or session.entry != entry.id:
        return False
    found = turn.services.answers.nearest(text, turn.language, 1)
    return not found or found[0].entry is not entry or found[0].confidence < SAME


def _more(turn: Turn, entry: Entry) -> None:
    """What of the answer just given tells what is asked, or comes nearest to it."""
    found = [one for one in passages.likeliest(turn, entry) if one.entry is entry]
    say = told.tell if found[0].chance >= passages.TELLS else told.near
    say(turn, entry, passages.with_best(found))


def no_more(turn: Turn, entry: Entry) -> None:
    """What was told is all that is known."""
    told.near(turn, entry, told.whole(turn, entry))


def offer(turn: Turn, found: Sequence[Match]) -> None:
    """Entries that may be meant: a press away."""
    for match in found:
        turn.offer(match.entry.wording(turn.language).question, "ask", entry_id=match.entry.id)


def ask_which(turn: Turn, found: Sequence[Match], *, search: bool = False) -> None:
    """One question: which of the nearest two or three is meant, or is it a search."""
    least = turn.services.bounds.hint * _ASIDE
    turn.say("which-question")
    offer(turn, [match for match in found if match.confidence >= least][:3])
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


def of_words(turn: Turn, words: str) -> bool:
    """Answer what such words by themselves surely ask; tells whether there was such an answer."""
    found = turn.services.answers.nearest(words, turn.language, 1)
    sure = bool(found) and found[0].confidence >= turn.services.bounds.answer
    if sure:
        give(turn, found[0].entry)
    return sure


def offer_about(turn: Turn, key: str) -> None:
    """A choice that leads to the entry which answers the question `key`, if one surely does."""
    found = turn.services.answers.nearest(turn.text(key), turn.language, 1)
    if found and found[0].confidence >= turn.services.bounds.answer:
        entry = found[0].entry
        turn.offer(entry.wording(turn.language).question, "ask", entry_id=entry.id)
