"""Small talk, and what the assistant says of itself."""

from __future__ import annotations

from dataclasses import replace

from actions import pasted, unasked
from actions.ask import Ask
from actions.signs import asking, tasks
from actions.skills import answer, kin
from actions.tongue import letters
from actions.turn import Turn
from assistant.knowledge import Entry
from index.text import has_han

_FEW = 3  # characters, or fewer words, of what is named and not complained of


def greet(turn: Turn) -> None:
    turn.say("greet")
    _ways_in(turn)
    turn.ends("talk")


def thanks(turn: Turn) -> None:
    turn.say("thanks")
    turn.ends("talk")


def goodbye(turn: Turn) -> None:
    turn.say("goodbye")
    if turn.session.saved:
        turn.offer(turn.text("choice-report"), "report")
    turn.ends("talk")


def praise(turn: Turn) -> None:
    """A work that they liked begins a search; what is said of somebody here is left for them."""
    if kin.to_what_was_liked(turn):
        return
    if tasks.OF_STAFF.search(turn.ask.text) and not turn.ask.pressed:
        turn.effect("note", reason="praise")
        turn.say("praise-passed")
    else:
        turn.say("praise")
    turn.ends("talk")


def glad(turn: Turn) -> None:
    """They laughed, or were moved."""
    turn.say("glad")
    turn.ends("talk")


def apology(turn: Turn) -> None:
    turn.say("apology")
    turn.ends("talk")


def identity(turn: Turn) -> None:
    """What it is: a program, and honest about it."""
    turn.say("identity", library=turn.library.name[turn.language])
    _ways_in(turn)
    turn.offer_human()
    turn.ends("answered")


def help_(turn: Turn) -> None:
    """What can be asked here; what an entry surely answers is asked of us: "what ID do I need"."""
    ask = turn.ask
    if not (ask.pressed or ask.taught) and answer.of_words(turn, ask.text):
        return
    turn.say("help")
    _ways_in(turn)
    turn.offer_human()
    turn.ends("answered")


def _ways_in(turn: Turn) -> None:
    turn.offer(turn.text("choice-hours"), "hours")
    turn.offer(turn.text("choice-example"), "find", text=turn.text("example-search"))


def play(turn: Turn) -> None:
    """A joke or a song is wanted of us: we find such things, and tell none."""
    turn.say("play")
    turn.offer(turn.text("choice-play"), "find", text=turn.text("play-search"))
    turn.ends("talk")


def nonsense(turn: Turn) -> None:
    """Nothing that can be read: kind, with ways in."""
    turn.say("nonsense")
    _ways_in(turn)
    turn.offer_human("unsure")
    turn.ends("unsure")


def only_emoji(turn: Turn) -> None:
    turn.say("emoji")
    turn.ends("talk")


def only_link(turn: Turn) -> None:
    """An address alone: what can be done with it, and who can look at it."""
    if pasted.has_doi(turn.ask.text) and answer.tell_of(turn, "ask-full-text"):
        turn.offer_human("link")
        turn.ends("answered")
        return
    turn.say("link")
    turn.offer_human("link")
    turn.question()
    turn.ends("asked")


def only_error(turn: Turn) -> None:
    """A pasted error: what was being done when it came decides who can help."""
    turn.say("error")
    answer.offer_about(turn, "ask-ebooks-trouble")
    answer.offer_about(turn, "ask-website-trouble")
    turn.offer_human("error")
    turn.question()
    turn.ends("asked")


def complaint(turn: Turn) -> None:
    """Listen first, keep what is wrong for the librarians; how to make it count; and a person."""
    if _asks_or_names(turn.ask):
        turn.ask = replace(turn.ask, intent="", confidence=0.0)
        if answer.instead(turn):
            return None  # "why are you closed on Mondays", 厕所
        if tasks.WHETHER.search(turn.ask.text):
            return answer.answer(turn)  # "is there no air conditioning?"
    last = turn.services.answers.entry(turn.session.entry)
    if last and turn.session.topic == "answer" and unasked.only_states(turn.ask):
        return answer.no_more(turn, last)  # 没人预约啊
    turn.say("complaint")
    if not tasks.COMPLAINS.search(turn.ask.text):
        turn.effect("note", reason="complaint")
        turn.say("complaint-passed")
    if (entry := _of_complaints(turn)) is not None:
        answer.give(turn, entry)
    turn.offer_human("complaint")
    return turn.ends("answered")


def others(turn: Turn) -> None:
    """What somebody else has borrowed is told to nobody."""
    if not _given(turn, "ask-others"):
        privacy(turn)


def kept(turn: Turn) -> None:
    """What is kept of a reader, who deletes it, and how to have the conversation erased."""
    if not _given(turn, "ask-kept"):
        return privacy(turn)
    turn.say("privacy-forget")
    return turn.offer(turn.text("choice-forget"), "forget")


def _given(turn: Turn, key: str) -> bool:
    """The library's answer to a question of our own; tells whether it surely has one."""
    found = turn.services.answers.nearest(turn.text(key), turn.language, 1)
    sure = bool(found) and found[0].confidence >= turn.services.bounds.answer
    if sure:
        answer.give(turn, found[0].entry)
    return sure


def _asks_or_names(ask: Ask) -> bool:
    """Whether the message asks, or is a word or two and says nothing of them."""
    if any(sign.search(ask.text) for sign in (asking.ASKING, asking.QUESTION, tasks.WHETHER)):
        return not ask.taught
    few = len(letters(ask.text)) <= _FEW if has_han(ask.text) else len(ask.text.split()) < _FEW
    return few and not ask.taught


def _of_complaints(turn: Turn) -> Entry | None:
    """The library's word on what is complained of, else on complaints: no word on toilets."""
    sure, topics = turn.services.bounds.answer, answer.TOPICS["complaint"]
    how = turn.services.answers.nearest(turn.text("ask-complaint"), turn.language, 1)
    found = [m for m in (*answer.nearest(turn), *how) if m.entry.topic in topics]
    return next((match.entry for match in found if match.confidence >= sure), None)


def deny(turn: Turn) -> None:
    """No: whatever was offered is off the table."""
    turn.session.yes = ""
    fails = turn.session.topic == "answer" and tasks.FAILS.search(turn.ask.text)
    spares = tasks.NO_NEED.search(turn.ask.text) or tasks.SETTLED.search(turn.ask.text)
    turn.say("deny-answer" if fails else "deny-spared" if spares else "deny")
    turn.offer_human()
    turn.ends("talk")


def affirm(turn: Turn) -> None:
    """A "yes" to nothing that was asked; to a question of ours see actions/dialogue.py."""
    turn.say("affirm")
    turn.ends("talk")


def cancel(turn: Turn) -> None:
    """What we were at is left; after an answer, how what was asked there is taken back."""
    turn.session.yes = ""
    if turn.session.topic == "answer" and not turn.ask.taught and answer.instead(turn):
        return
    turn.say("cancelled")
    turn.ends("talk")


def privacy(turn: Turn) -> None:
    """What is kept: the library's own words, and how to have it erased."""
    answer.answer(turn)
    entry = turn.services.answers.entry(turn.session.entry)
    if turn.outcome != "answered" or entry is None or entry.topic not in answer.TOPICS["privacy"]:
        return
    turn.say("privacy-forget")
    turn.offer(turn.text("choice-forget"), "forget")
