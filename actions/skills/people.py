"""When a person is wanted or needed: asked for, hurt, angry, unhappy, or nothing else to say."""

from __future__ import annotations

from actions import staff
from actions.ask import Ask
from actions.signs import danger, shapes
from actions.turn import Turn
from assistant.library import HelpLine, Specialist

_WISH, _HAN_WISH = 5, 8  # words and characters of a wish for a person that says no more
GRAVE = 0.85  # confidence from which a cry for help is one


def human(turn: Turn) -> None:
    """Hand the conversation over; the service says where the reader stands."""
    reason = str((turn.ask.payload or {}).get("reason") or "asked")
    specialist = _specialist(turn)
    if specialist is not None:
        role = specialist.role[turn.language]
        turn.say("human-specialist", role=role)
        turn.session.who = specialist.code
    bare = {"bare": True} if _says_no_more(turn.ask) else {}
    turn.effect("escalate", reason=reason, subject=_subject(turn, specialist), **bare)
    turn.session.topic = "human"
    turn.ends("human")


def _says_no_more(ask: Ask) -> bool:
    """Whether a person is wanted, and nothing is said of what for."""
    short = (
        len(ask.text) <= _HAN_WISH
        if shapes.HAN.search(ask.text)
        else len(ask.text.split()) <= _WISH
    )
    return ask.pressed or ask.taught or short


def noted(turn: Turn) -> None:
    """More for the librarian who will answer: it is kept with the conversation, which they read."""
    turn.say("noted")
    turn.offer_human()
    turn.ends("talk")


def _specialist(turn: Turn) -> Specialist | None:
    """Whose subject the message or the search at hand is."""
    frame = turn.session.frame
    said = "" if turn.ask.pressed else turn.ask.query
    found = staff.named(turn.ask.text, turn.library) or turn.library.specialist_for(said)
    if found is None and frame is not None and turn.session.topic in ("holdings", ""):
        found = turn.library.specialist_for(frame.text, _ddc(turn))
    return found


def _ddc(turn: Turn) -> str | None:
    record = turn.shelf.record(turn.session.focus) if turn.session.focus else None
    return record.ddc[0] if record and record.ddc else None


def _subject(turn: Turn, specialist: Specialist | None) -> str | None:
    return specialist.code if specialist else None


def distress(turn: Turn) -> None:
    """Kind and short: who can be reached now, and a person at once.

    Who may have meant something else, and names no danger, is not handed over unasked.
    """
    if turn.ask.confidence < GRAVE and not danger.DANGER.search(turn.ask.text):
        hard_time(turn)
        return offer_search(turn)
    if turn.session.comforted and not danger.DANGER.search(turn.ask.text):
        turn.say("distress-again")
    else:
        turn.say("distress")
        turn.tell("\n".join(_line(turn, line) for line in turn.library.help_for("distress")))
    turn.session.comforted = True
    turn.say("distress-person")
    turn.effect("escalate", reason="distress", urgent=True)
    turn.session.topic = "human"
    return turn.ends("human")


def hard_time(turn: Turn) -> None:
    """A kind word to who is tired, worried or sad: somebody to call, a book, a person."""
    turn.say("hard-time")
    to_talk_to = [line for line in turn.library.help_lines if line.topic == "distress"][:1]
    if to_talk_to and not turn.session.comforted:
        turn.tell(_line(turn, to_talk_to[0]))
        turn.session.comforted = True
    turn.offer(turn.text("choice-comfort"), "find", text=turn.text("comfort-subject"))
    turn.offer_human("upset")
    turn.ends("talk")


def _line(turn: Turn, line: HelpLine) -> str:
    name, note = line.name[turn.language], line.note[turn.language]
    return turn.text("help-line", name=name, phone=line.phone, note=note)


def insult(turn: Turn) -> None:
    turn.say("insult")
    turn.offer_human("upset")
    turn.ends("talk")


def not_sure(turn: Turn) -> None:
    """Nothing sure enough to say: be honest, and show the ways on."""
    turn.say("not-sure")
    turn.offer_human("unsure")
    offer_search(turn)
    turn.offer(turn.text("choice-help"), "help")
    turn.ends("unsure")


def beyond(turn: Turn) -> None:
    """Honest and short; a book may still help, and a person always."""
    turn.say("out-of-scope")
    offer_search(turn)
    turn.offer_human("out_of_scope")
    turn.offer(turn.text("choice-help"), "help")
    turn.ends("out_of_scope")


def offer_search(turn: Turn) -> None:
    """A search for what was typed, a press away."""
    if turn.ask.query and not turn.ask.pressed:
        text = turn.ask.query[:80]
        turn.offer(turn.text("choice-search", text=text[:40]), "find", text=text)
