"""Small talk, and what the assistant says of itself."""

from __future__ import annotations

from actions.signs import tasks
from actions.skills import answer
from actions.turn import Turn


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
    turn.say("praise")
    turn.ends("talk")


def identity(turn: Turn) -> None:
    """What it is: a program, and honest about it."""
    turn.say("identity", library=turn.library.name[turn.language])
    _ways_in(turn)
    turn.offer_human()
    turn.ends("answered")


def help_(turn: Turn) -> None:
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
    """Listen first; how to make it count, if the library says so; and a person."""
    turn.say("complaint")
    found = answer.nearest(turn)
    if found and found[0].confidence >= turn.services.bounds.answer:
        answer.give(turn, found[0].entry)
    turn.offer_human("complaint")
    turn.ends("answered")


def deny(turn: Turn) -> None:
    """No: whatever was offered is off the table."""
    turn.session.yes = ""
    fails = turn.session.topic == "answer" and tasks.FAILS.search(turn.ask.text)
    turn.say("deny-answer" if fails else "deny")
    turn.offer_human()
    turn.ends("talk")


def affirm(turn: Turn) -> None:
    """A "yes" to nothing that was asked; to a question of ours see actions/dialogue.py."""
    turn.say("affirm")
    turn.ends("talk")


def cancel(turn: Turn) -> None:
    turn.session.yes = ""
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
