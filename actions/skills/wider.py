"""A narrowed search that finds nothing: said so, and shown with less of what was asked."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from actions import filters as limits
from actions.session import Frame
from actions.skills import about, find, nothing
from actions.turn import Turn
from index.text import Rule, has_han

_KINDS = {"graphic_novel", "music", "periodical", "score", "map"}  # and no form of a book at hand
_NEARLY = Rule(r"(?<!\d)1[0-2](?!\d)|\b(?:ten|eleven|twelve)\b", "十[一二]?岁")
_JUST = Rule(r"(?<!\d)[67](?!\d)|\b(?:six|seven)\b", "[六七]岁")
_BY_NAME = (*find.NAMED, "author")  # no topic stands, of which more could be shown


def begin(turn: Turn, frame: Frame, before: Frame, *, fits: bool = True) -> None:
    """Show `frame`; where nothing is all of that, say so and show what comes nearest to it.

    `fits` is False when it is known that what the search would find is not as it was asked.
    """
    if before.kind in _BY_NAME or "authors" in before.filters or (fits and _finds(turn, frame)):
        return find.begin(turn, frame)
    asked = (frame.text, frame.filters)
    nearest = [
        *_without_story(frame),
        *_of_nearly_the_age(turn, frame),
        *_kind_alone(turn, frame, before),
        *_less(frame, before),
    ]
    others = (one for one in nearest if (one.text, one.filters) != asked)
    less = next((one for one in others if _finds(turn, one)), None)
    if less is not None:
        key = "nothing" if frame.text or frame.like else "nothing-limited"
        turn.say(key, about=about.about_words(turn, frame))
    if less is None and not before.shown and _is_part(frame, before):
        turn.session.push(frame)
        return nothing.still(turn, frame)  # to put in order, or to choose from
    return find.begin(turn, less or frame)


def _is_part(frame: Frame, before: Frame) -> bool:
    """Whether all that was asked before still holds."""
    kept = all(frame.filters.get(name) == value for name, value in before.filters.items())
    return kept and frame.text == before.text


def _kind_alone(turn: Turn, frame: Frame, before: Frame) -> Iterator[Frame]:
    """Comics or music of whatever topic, where the kind is asked for by its name: 有没有漫画."""
    kinds = set(frame.filters.get("formats", ()))
    new = kinds - set(before.filters.get("formats", ()))
    if new and kinds <= _KINDS and has_han(turn.ask.text):
        kept = {k: v for k, v in frame.filters.items() if k in ("formats", "audiences")}
        yield replace(frame, text="", like="", shown=[], page=0, filters=kept)


def _without_story(frame: Frame) -> Iterator[Frame]:
    """The telling words of a wish: scary, of "scary films for Halloween"."""
    if words := about.telling(frame.text):
        yield replace(frame, shown=[], page=0, text=words)


def _of_nearly_the_age(turn: Turn, frame: Frame) -> Iterator[Frame]:
    """For teenagers, where nothing is for children and the child is nearly one: "my son, 11"; for
    small children, where the child still is nearly one."""
    if frame.filters.get("audiences") != ["children"]:
        return
    for sign, readers in ((_NEARLY, "young_adult"), (_JUST, "preschool")):
        if any(sign.search(said) for said in turn.ask.said("audience")):
            near = {**frame.filters, "audiences": [readers]}
            yield replace(frame, shown=[], page=0, filters=near)


def _finds(turn: Turn, frame: Frame) -> bool:
    return bool(turn.shelf.search(find.query_of(frame), frame.order).hits)


def _less(frame: Frame, before: Frame) -> Iterator[Frame]:
    """Without what was added; else without what stood before, one limit after another.

    Where no words stand, a language does: all books for children are no help in Ukrainian. Who
    asked for a child is shown nothing else.
    """
    new = {k for k, value in frame.filters.items() if before.filters.get(k) != value}
    old = [k for k in frame.filters if k not in new]
    topic = replace(frame, shown=[], page=0)
    if not (frame.text or frame.like):
        gone = [new, *({name} for name in old)] if old else []
        yield from (
            replace(topic, filters=_but(frame, names)) for names in gone if "languages" not in names
        )
        return
    if new:
        yield replace(topic, filters=_but(frame, new))
    if before.text and before.text != frame.text:
        yield replace(topic, text=before.text)
        yield replace(topic, text=before.text, filters=_but(frame, new))
    if before.filters and not before.text:
        yield replace(topic, text="")
    for name in old:
        yield replace(topic, filters=_but(frame, {name}))
    if frame.filters:
        yield replace(topic, filters=_but(frame, set(frame.filters)))


def _but(frame: Frame, gone: set[str]) -> dict[str, object]:
    kept = frame.filters.items()
    return {k: v for k, v in kept if k not in gone or limits.of_the_young({k: v})}
