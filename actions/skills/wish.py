"""Wishes about the conversation itself: forget it, or speak another language."""

from __future__ import annotations

import re

from actions.skills import refine
from actions.turn import Turn
from assistant.model import Language

_FORGET = re.compile(
    r"(?:\b(?:forget|erase|delete|wipe|remove|clear|destroy)\b.{0,30}\b(?:conversation|chat|talk|messages?|transcript|history"
    r"|everything|all (?:of )?(?:this|that|it)|what i(?:'ve| have)? (?:said|told|asked|wrote|typed))\b)|^\W*forget (?:me|this|it all)\b"
    r"|(?:忘记|忘掉|忘了|删除|刪除|删掉|刪掉|清除|清空|抹掉|销毁).{0,8}(?:对话|對話|聊天|谈话|交谈|记录|紀錄|会话|消息|全部|一切|刚才|说过)"
    r"|把.{0,12}(?:对话|對話|聊天|记录|紀錄|会话|消息|说的|话|话).{0,6}(?:忘记|忘掉|忘了|删除|刪除|删掉|刪掉|清除|清空|删了|刪了)",
    re.IGNORECASE,
)
_ASKING = re.compile(
    r"^\W*(?:how|what|do you|does|when|will|is|are|why|where|if)\b|怎么|怎样|如何|多久|会不会|会.{0,8}吗|是否|為什麼|为什么",
    re.IGNORECASE,
)
_SPEAKING = re.compile(
    r"\b(?:speak|talk|answer|reply|respond|write|switch|chat|say|tell|understand)\b|[说說讲講]|回答|回复|回覆|切换|切換|交流|聊",
    re.IGNORECASE,
)
_TARGETS: tuple[tuple[Language, re.Pattern[str]], ...] = (
    ("zh", re.compile(r"chinese|mandarin|cantonese|中文|汉语|漢語|普通话|普通話|国语|國語|华语|华文", re.I)),
    ("en", re.compile(r"english|英文|英语|英語", re.I)),
)  # fmt: skip


def forget(turn: Turn) -> None:
    """Erase at once when the words are plain, else ask once. The service does the erasing."""
    data = turn.ask.payload
    if data is not None and data.get("confirm") is False:
        turn.say("forget-kept")
        return turn.ends("talk")
    if (data is not None and data.get("confirm")) or _plain(
        turn.ask.text, pressed=data is not None
    ):
        turn.effect("forget")
        return turn.ends("forgotten")
    turn.say("forget-sure")
    turn.offer(turn.text("choice-forget-yes"), "forget", confirm=True)
    turn.offer(turn.text("choice-forget-no"), "forget", confirm=False)
    turn.question(yes='/forget{"confirm": true}')
    return turn.ends("asked")


def _plain(text: str, *, pressed: bool) -> bool:
    """Whether the words ask for it outright: "forget this conversation"."""
    return not pressed and bool(_FORGET.search(text)) and not _ASKING.search(text)


def switch(turn: Turn) -> None:
    """Answer in the language asked for; one that we do not speak is for a person."""
    if (
        turn.session.topic == "holdings"
        and turn.ask.has("language")
        and not _SPEAKING.search(turn.ask.text)
    ):
        return refine.refine(turn)  # "what about in Chinese?" of a list of books
    wanted = _wanted(turn)
    if wanted is None:
        turn.say("language-which")
        turn.offer("English", "language", language="en")
        turn.offer("中文", "language", language="zh")
        turn.offer_human("language")
        turn.question()
        return turn.ends("asked")
    spoken = turn.ask.language
    turn.session.tongue = [spoken, wanted] if spoken != wanted else []
    turn.language = wanted
    turn.say("language-set")
    return turn.ends("answered")


def _wanted(turn: Turn) -> Language | None:
    pressed = (turn.ask.payload or {}).get("language")
    if pressed in ("en", "zh"):
        return "zh" if pressed == "zh" else "en"
    named = [language for language, pattern in _TARGETS if pattern.search(turn.ask.text)]
    return named[0] if len(named) == 1 else _other_of(turn, named)


def _other_of(turn: Turn, named: list[Language]) -> Language | None:
    """Both named ("English, not Chinese"): the one that is not spoken now."""
    return next((language for language in named if language != turn.ask.language), None)
