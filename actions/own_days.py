"""The days of its own that an answer tells: a club's Tuesday, weekdays in term."""

from __future__ import annotations

from actions import aspects, told
from actions.ask import Ask
from actions.signs import opening
from actions.turn import Turn
from assistant.knowledge import Entry
from index.text import Rule, has_han

_SHORT = 45  # characters of a message that asks for a day and no more
_WHEN = ("date", "weekday", "part_of_day", "time")
_DAY = Rule(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day",
    "(?:周|星期|礼拜)[一二三四五六日]",
)
_WEEKEND = Rule(r"\bweek-?ends?\b", "周末|週末")
_OF_WEEKEND = Rule(r"\b(?:satur|sun)days?\b", "周[六日]")
_HOLIDAYS = Rule(
    r"\b(?:(?:school|summer|christmas|easter|winter) )*holidays?\b|\bhalf[- ]?term\b",
    "[寒暑]假|放假|假期",
)
_TAKES_PLACE = Rule(
    r"\b(?:we|you|they|it|there|do|does|come|visit|run|runs|on|have|held|still|instead|any)\b",
    "[有来去]|举办|办|换",
)
_TOPICS = ("events", "children_families")  # of what has days of its own


def sentences(turn: Turn, entry: Entry) -> list[str]:
    """Those that name the day a message asks for, else, if it says no more, any that name days."""
    ask, parts = turn.ask, told.sentences(entry, turn.language)
    if len(ask.text) > _SHORT or opening.OPENS.search(ask.text):
        return []
    if named := [part for part in parts if _names(ask.text, part)]:
        return named
    if not (ask.has("date", "weekday") or _HOLIDAYS.search(ask.text)) or not _says_no_more(ask):
        return []
    own = [part for part in parts if opening.NAMES_DAYS.search(part)]
    return own or (parts if entry.topic in _TOPICS else [])


def _names(text: str, part: str) -> bool:
    """Whether a sentence names the weekday, or a day of the weekend, that a message names."""
    if _WEEKEND.search(text):
        return bool(_OF_WEEKEND.search(part))
    if (named := _DAY.search(text)) is None:
        return False
    day = named.group()
    return f"周{day[-1]}" in part if has_han(day) else day.casefold() in part.casefold()


def _says_no_more(ask: Ask) -> bool:
    rest = _HOLIDAYS.sub(" ", ask.beside(*_WHEN, "branch"))
    return aspects.says_no_more(_TAKES_PLACE.sub(" ", opening.BESIDE.sub(" ", rest)))
