"""Whether a message cries for help, or speaks of death as books do."""

from __future__ import annotations

from actions.ask import Ask
from actions.signs import danger

SURE = 0.85  # confidence from which a cry for help is one
LIKELY = 0.6  # and from which it is when it speaks of the reader or somebody near


def cries(ask: Ask) -> bool:
    """Whether somebody may be in danger: plain words say so, or all of it sounds like it."""
    if ask.pressed:
        return False
    if of_a_story(ask.text):
        return False
    bound = LIKELY if danger.OURS.search(ask.text) else SURE
    sounds = ask.intent == "distress" and (ask.confidence >= bound or ask.taught)
    idle = any(sign.search(ask.text) for sign in (danger.IDIOM, danger.SENDS, danger.UNWILLING))
    return in_danger(ask.text) or (sounds and not idle and not is_plain(ask.text))


def in_danger(text: str) -> bool:
    """Whether plain words speak of danger, of anybody's or of a book's."""
    return bool(danger.DANGER.search(_without_plain(text)))


def says_so(text: str) -> bool:
    """Whether plain words say so, and nothing speaks of a book."""
    spoken_of = danger.STORY.search(text) or danger.STUDY.search(text)
    own = danger.SELF.search(text) or not spoken_of
    return bool(own) and in_danger(text)


def of_a_story(text: str) -> bool:
    """Whether a death is one in a book, of its author, or a subject of study."""
    if danger.STUDY.search(text) and not danger.SELF.search(text):
        return True
    return bool(danger.STORY.search(text)) and not danger.OURS.search(text)


def is_idiom(text: str) -> bool:
    """Whether somebody only dies of laughter."""
    return bool(danger.IDIOM.search(text))


def in_an_emergency(text: str) -> bool:
    """Whether somebody here is frightened or hurt, and it is no plot."""
    return bool(danger.THREAT.search(_without_plain(text))) and not danger.STORY.search(text)


def is_plain(text: str) -> bool:
    """Whether a message only sounds like danger, and nothing beside is heavy."""
    rest = _without_plain(text)
    return rest != " ".join(text.split()) and not danger.HEAVY.search(rest)


def _without_plain(text: str) -> str:
    """The rest beside what only sounds like danger: "he kicked me off the wifi and hit me"."""
    return " ".join(danger.PLAIN.sub("", text).split())
