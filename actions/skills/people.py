"""When a person is wanted or needed: asked for, hurt, angry, unhappy, or nothing else to say."""

from __future__ import annotations

from actions import grave, staff
from actions.answers import sources_of
from actions.ask import Ask
from actions.signs import shapes, waiting
from actions.turn import Turn
from assistant.library import HelpLine, Specialist

_WISH, _HAN_WISH = 7, 8  # words and characters of a wish for a person that says no more


def human(turn: Turn) -> None:
    """Hand the conversation over; the service says where the reader stands."""
    reason = str((turn.ask.payload or {}).get("reason") or "asked")
    specialist = _specialist(turn)
    if specialist is not None:
        role = specialist.role[turn.language]
        turn.say("human-specialist", role=role)
        turn.session.who = specialist.code
    bare = {"bare": True} if says_no_more(turn.ask) else {}
    code = specialist.code if specialist else None
    turn.effect("escalate", reason=reason, subject=code, **bare)
    turn.session.topic = "human"
    turn.ends("human")


def says_no_more(ask: Ask) -> bool:
    """Whether a person is wanted, and nothing is said of what for."""
    short = (
        len(ask.text) <= _HAN_WISH
        if shapes.HAN.search(ask.text)
        else len(ask.text.split()) <= _WISH and " about " not in ask.text
    )
    wishes = ask.taught or short or bool(waiting.LEAVES.search(ask.text))
    return wishes and not ask.pressed


def subject(turn: Turn) -> str | None:
    """The code of the specialist whose subject is spoken of."""
    specialist = _specialist(turn)
    return specialist.code if specialist else None


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


def distress(turn: Turn) -> None:
    """Kind and short: who can be reached now, and a person at once.

    Who may have meant something else, and names no danger, is not handed over unasked.
    """
    if not grave.cries(turn.ask):
        hard_time(turn)
        return offer_search(turn)
    if turn.session.comforted and not grave.says_so(turn.ask.text):
        turn.say("distress-again")
    else:
        turn.say("distress")
        turn.tell("\n".join(_line(turn, line) for line in turn.library.help_for("distress")))
    turn.session.comforted = True
    turn.say("distress-person")
    turn.effect("escalate", reason="distress", urgent=True)
    turn.session.topic = "human"
    return turn.ends("human")


def relieved(turn: Turn) -> None:
    """They say that it was not meant so: glad, and the door stays open."""
    turn.say("relieved")
    turn.offer_human("upset")
    turn.ends("talk")


def threatened(turn: Turn) -> None:
    """Frightened of somebody here: what to do at once, and the number of where they are."""
    found = turn.services.answers.nearest(turn.text("ask-safety"), turn.language, 1)
    if found and found[0].confidence >= turn.services.bounds.answer:
        turn.tell(found[0].entry.wording(turn.language).answer)
        turn.show(sources_of(found[0].entry, turn.language))
    else:
        turn.tell("\n".join(_line(turn, line) for line in turn.library.help_for("emergency")))
    branch = turn.library.branch_named(turn.ask.text)
    if branch is not None:
        turn.say("safety-branch", branch=branch.name[turn.language], phone=branch.phone)
    turn.offer_human("safety")
    turn.session.topic = "safety"
    turn.ends("answered")


def hard_time(turn: Turn) -> None:
    """A kind word to who is tired, worried or sad: somebody to call, a book, a person."""
    turn.say("hard-time")
    to_talk_to = [line for line in turn.library.help_lines if line.topic == "distress"][:1]
    idle = grave.is_idiom(turn.ask.text)
    if to_talk_to and not turn.session.comforted and not idle:
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
