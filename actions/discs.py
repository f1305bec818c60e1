"""A CD asked for beside books: one that goes with them, to listen to, and no music."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from actions.ask import Ask, Entity
from actions.session import Session
from actions.signs import wishes
from index.record import Record
from index.text import Rule, simplify

_CD = Rule(r"\bcds?\b", "(?:[带配附有]|随书)(?:有|送|赠)?(?:cd|光[盘碟]|录音|音频|磁带)")
_OF_MUSIC = Rule(r"\b(?:music|albums?|songs?)\b", "音乐|歌|唱片|专辑")
_DISCS = ("music", "film")  # what a disc alone is taken for


def with_books(ask: Ask, session: Session, records: Callable[[Sequence[str]], list[Record]]) -> Ask:
    """The message as one that asks for audiobooks, where a CD is asked for beside books."""
    hit = None if ask.pressed or session.frame is None else _CD.search(ask.text)
    if hit is None or _OF_MUSIC.search(ask.text) or not _are_books(session, records):
        return ask
    others = [one for one in ask.entities if not (one.name == "format" and one.value in _DISCS)]
    heard = Entity("format", "audiobook", start=hit.start(), end=hit.end())
    return replace(ask, entities=(*others, heard))


def _are_books(session: Session, records: Callable[[Sequence[str]], list[Record]]) -> bool:
    """Whether books are listed, or none was found of those that teach a language."""
    frame = session.frame
    if session.topic != "holdings" or frame is None:
        return False
    listed = records(frame.shown)
    learnt = bool(wishes.LEARNS.search(simplify(frame.text)))
    return all(one.format not in _DISCS for one in listed) if listed else learnt
