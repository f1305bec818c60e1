"""Who is hurt, in danger, sad or bereaved: kind words, whom to ring now, a person at once."""

from __future__ import annotations

from actions import filters as limits
from actions import grave
from actions.answers import sources_of
from actions.ask import Ask
from actions.session import Frame, Session
from actions.signs import care, danger, tasks
from actions.skills import answer, find, people
from actions.turn import Turn
from assistant.library import HelpLine

TOPIC = "care"
_LOSS = "loss"  # what becomes of the card and the books of who has died
_ELSE = 0.9  # confidence from which a message after a cry for help asks for something else
_NOT_ELSE = frozenset(
    {"affirm", "deny", "cancel", "thanks", "goodbye", "greet", "human", "insult", "complaint"}
    | {"distress", "hard_time", "nonsense", "out_of_scope", "help", "bot_identity"}
    | {"feedback_praise", "switch_language"}
)
_TOPIC = 1  # characters of what is wished for
_SHORT = 60  # characters of a message that leans on the one before
_STILL_IN_DANGER = ("distress", "help", "insult", "complaint", "nonsense", "out_of_scope")
_PARTING = ("affirm", "thanks", "goodbye", "deny")
_FINDS = ("find_holdings", "known_item")
_OF_THE_DEAD = frozenset(  # services that who died may have had of us
    ("account", "membership", "fines", "renew", "borrowing_rules", "privacy", "accessibility")
)
_GIVES = 0.6  # confidence from which what somebody left is offered to us


def meant(ask: Ask, session: Session) -> str | None:
    """What a message is to who cried for help before it; None if it clearly asks for another."""
    if session.topic != TOPIC or ask.intent == "forget_me":
        return None
    if grave.cries(ask):
        return "distress"
    if danger.RELIEVED.search(ask.text):
        return "relieved"
    if care.LINES.search(ask.text):
        return "care_lines"
    other = ask.intent not in _NOT_ELSE and (ask.taught or ask.confidence >= _ELSE)
    return None if other and not care.HERE.search(ask.text) else "care"


def distress(turn: Turn) -> None:
    """Kind and short: who can be reached now, and a person at once.

    Who may have meant something else, and names no danger, is not handed over unasked.
    """
    if not grave.cries(turn.ask):
        hard_time(turn)
        return people.offer_search(turn)
    topics = care.topics(turn.ask.text)
    if turn.session.comforted and not grave.says_so(turn.ask.text):
        turn.say("distress-again")
    else:
        turn.say("abused" if "abuse" in topics else "distress")
        _tell_lines(turn, topics)
    return _call(turn)


def _call(turn: Turn) -> None:
    """A librarian is called to who may be in danger."""
    turn.say("distress-person")
    turn.effect("escalate", reason="distress", urgent=True)
    turn.session.topic = TOPIC
    turn.ends("human")


def _tell_lines(turn: Turn, topics: list[str]) -> None:
    turn.tell("\n".join(_line(turn, line) for line in turn.library.help_for(*topics)))
    turn.session.lines = topics


def lines(turn: Turn) -> None:
    """Whom to ring, once more, and which of them find an interpreter."""
    topics = turn.session.lines or care.topics(turn.ask.text)
    turn.say("care-lines")
    _tell_lines(turn, topics)
    told = [one for one in turn.library.help_for(*topics) if one.interpreters]
    if told:
        names = turn.names.joined([one.name[turn.language] for one in told], "and")
        turn.say("care-interpreters", names=names)
    _stays(turn)


def stay(turn: Turn) -> None:
    """Still with them: an ear, somebody to talk to, and the numbers again."""
    text, taken_for = turn.ask.text, next(iter(dict(turn.ask.ranking)), "")
    if care.NO_STRANGER.search(text):
        turn.say("care-no-stranger")
    elif taken_for == "human":
        turn.say("care-person")
    elif care.HERE.search(text):
        turn.say("care-desk")
    else:
        turn.say("care-ok" if taken_for in _PARTING else "care-here")
    _tell_lines(turn, turn.session.lines or ["distress"])
    _stays(turn)


def _stays(turn: Turn) -> None:
    if (branch := turn.library.branch_named(turn.ask.text)) is not None:
        turn.say("safety-branch", branch=branch.name[turn.language], phone=branch.phone)
    turn.offer_human("distress")
    turn.session.topic = TOPIC
    turn.ends("talk")


def mourned(ask: Ask, session: Session) -> bool:
    """Whether somebody near has died, or a short message is still of them: "do I need her card"."""
    if ask.waits == "asked" or grave.cries(ask):
        return False
    text = ask.text
    if care.TO_CHILDREN.search(text):
        return True
    if asks_else(ask):
        return False
    if care.MOURNS.search(text):
        return True
    theirs = care.PRONOUN.search(text) and care.OF_THEIRS.search(text)
    still = session.topic == _LOSS and care.OF_IT_STILL.search(text)
    return session.mourned and len(text) <= _SHORT and bool(theirs or still)


def asks_else(ask: Ask) -> bool:
    """Whether a death is only told beside what is asked: his books as a gift, a book on roses."""
    if ask.intent == "donate" and ask.confidence >= _GIVES:
        return True
    rest = care.MOURNS.sub(" ", ask.text)
    if rest == ask.text or care.OF_THEIRS.search(rest) or care.OF_IT_STILL.search(rest):
        return False
    if ask.intent in _FINDS:
        told = care.DIED_OF.sub(" ", ask.text).casefold()
        return any(one.casefold() in told for one in ask.all("query")) and not (
            danger.LOSS.search(ask.query) or care.COMFORTS.fullmatch(ask.query)
        )
    own = ask.intent in _OF_THE_DEAD | _NOT_ELSE
    return not own and ask.confidence >= _ELSE


def condole(turn: Turn) -> None:
    """A kind word, once, to who tells of a death, whatever is asked."""
    ask, session = turn.ask, turn.session
    told = care.MOURNS.search(ask.text) and not ask.pressed and not grave.cries(ask)
    if told and not session.mourned and not care.TO_CHILDREN.search(ask.text):
        turn.say("condolence")
        session.mourned = True


def _is_for_children(ask: Ask) -> bool:
    return ask.has("audience") or care.TO_CHILDREN.search(ask.text) is not None


def bereaved(turn: Turn) -> None:
    """What becomes of their card and books, or books on grief."""
    text, for_children = care.MOURNS.sub(" ", turn.ask.text), _is_for_children(turn.ask)
    turn.session.mourned = True
    if care.OF_THEIRS.search(text) or care.OF_IT_STILL.search(text):
        answer.tell_of(turn, "ask-of-the-dead")
        turn.session.topic = _LOSS
    elif for_children:
        find.begin(turn, _for_children(turn))
    else:
        find.begin(turn, Frame(text=turn.text("loss-subject"), filters=limits.from_ask(turn.ask)))
    turn.offer_human("loss")


def _for_children(turn: Turn) -> Frame:
    """Books for children on it if we have any, else those that their parents may read."""
    theirs = Frame(text=turn.text("loss-child"), filters={"audiences": ["children"]})
    found = turn.shelf.search(find.query_of(theirs)).hits
    return theirs if found else Frame(text=turn.text("loss-subject"))


def relieved(turn: Turn) -> None:
    """They say that it was not meant so: glad, and the door stays open."""
    turn.say("relieved")
    turn.offer_human("upset")
    turn.session.topic = ""
    turn.ends("talk")


def of_danger(ask: Ask) -> bool:
    """Whether who is frightened asks for help still: "please", "he is still here"."""
    still = tasks.PLEADS.search(ask.text) or ask.intent in _STILL_IN_DANGER
    of_them = len(ask.text) <= _SHORT and care.PRONOUN.search(ask.text)
    return bool(still or of_them or danger.WHOM.search(ask.text))


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
        turn.session.lines = ["distress"]
    turn.offer(turn.text("choice-comfort"), "find", text=turn.text("comfort-subject"))
    turn.offer_human("upset")
    turn.ends("talk")


def wishes_to_read(ask: Ask) -> bool:
    """Whether who is tired or sad asks for something to read, and is in no danger."""
    wishes = care.TO_READ.search(ask.text) or care.CHEERS.search(ask.text)
    wish = ask.intent == "hard_time" and wishes
    light = ask.intent == "find_holdings" and care.LIGHT.search(ask.text)
    meant = wish or (light and care.TIRED.search(ask.text) and len(ask.query) > _TOPIC)
    return bool(meant) and not grave.cries(ask)


def light_reading(turn: Turn) -> None:
    """Something light, with a word that it was heard."""
    turn.say("light-cheer" if care.CHEERS.search(turn.ask.text) else "light-reading")
    find.begin(turn, Frame(text=turn.text("comfort-subject"), filters=limits.from_ask(turn.ask)))


def _line(turn: Turn, line: HelpLine) -> str:
    name, note = line.name[turn.language], line.note[turn.language]
    return turn.text("help-line", name=name, phone=line.phone, note=note)
