"""Back to a search before this one: the last, the first, or that for what is named."""

from __future__ import annotations

from actions.session import Frame
from actions.signs import leaning
from actions.skills import find
from actions.turn import Turn


def back(turn: Turn) -> None:
    """The search before this one, as it was."""
    earlier = _called_back(turn)
    if earlier:
        turn.session.frames = earlier
    frame = earlier[-1] if earlier else turn.session.back()
    if frame is None:
        turn.say("no-way-back")
        return turn.ends("answered")
    return find.show(turn, frame)


def _called_back(turn: Turn) -> list[Frame]:
    """The searches up to the one that the message names: the first, or that for Lu Xun."""
    frames, text = turn.session.frames, turn.ask.text
    if turn.ask.pressed or not frames:
        return []
    if leaning.FIRST_LIST.search(text):
        return frames[:1]
    name = " ".join(leaning.BACK_WORDS.sub(" ", text).split()).casefold().strip(" ,.?!，。？！")
    for tells in (_sought, lambda frame: frame.said):
        named = [at for at, one in enumerate(frames, 1) if name and name in tells(one).casefold()]
        if named:
            return frames[: named[-1]]
    return []


def _sought(frame: Frame) -> str:
    return " ".join([frame.text, *frame.filters.get("authors", ())])
