"""Feasts by their names, in both languages, and the days they fall on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from assistant.engine.understanding.found import Found
from index.text import Rule

# First day of the first month, fifth of the fifth, fifteenth of the eighth, ninth of the ninth of the
# Chinese calendar, as the packages lunardate 0.3.0 and LunarCalendar 0.0.9 both compute them.
_LUNAR = {
    2026: "0217 0619 0925 1018", 2027: "0206 0609 0915 1008", 2028: "0126 0528 1003 1026",
    2029: "0213 0616 0922 1016", 2030: "0203 0605 0912 1005", 2031: "0123 0624 1001 1024",
    2032: "0211 0612 0919 1012", 2033: "0131 0601 0908 1001", 2034: "0219 0620 0927 1020",
    2035: "0208 0610 0916 1009", 2036: "0128 0530 1004 1027", 2037: "0215 0618 0924 1017",
    2038: "0204 0607 0913 1007", 2039: "0124 0527 1002 1026", 2040: "0212 0614 0920 1014",
    2041: "0201 0603 0910 1003", 2042: "0122 0622 0928 1022", 2043: "0210 0611 0917 1011",
    2044: "0130 0531 1005 1029", 2045: "0217 0619 0925 1018", 2046: "0206 0608 0915 1008",
    2047: "0126 0529 1004 1027", 2048: "0214 0615 0922 1016", 2049: "0202 0604 0911 1005",
    2050: "0123 0623 0930 1024", 2051: "0211 0613 0919 1013", 2052: "0201 0601 0907 1030",
    2053: "0219 0620 0926 1020", 2054: "0208 0610 0916 1009", 2055: "0128 0530 1005 1028",
}  # fmt: skip
_JUST_PAST = timedelta(7)  # a day so lately past is meant, and not next year's
_OF_SPRING = "一二三四五六七八九十"
_BARE, _GOES_ON = "^(?:那|那么|到)?", "(?=呢|[开開关關還还几上下早晚])"  # 初三呢, and no school's

_EVE = Rule(r"\bthe day before $|\beve of $")
_EVE_AFTER = Rule("的?(?:前(?:一?[天日]|夜|夕)|头一天)(?![两二三几])", flags=0)

Day = Callable[[int], date | None]  # of a year; None where nobody has computed it


def easter(year: int) -> date:
    """Western Easter Sunday (Gregorian computus, Meeus/Jones/Butcher)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    skipped, leap = divmod(century, 4)
    corrected = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - skipped - corrected + 15) % 30
    weekday = (32 + 2 * leap + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _fixed(month: int, day: int) -> Day:
    return lambda year: date(year, month, day)


def _from_easter(days: int) -> Day:
    return lambda year: easter(year) + timedelta(days)


def _lunar(column: int, days: int = 0) -> Day:
    """So many days from one of the four days in `_LUNAR`."""

    def on(year: int) -> date | None:
        if year not in _LUNAR:
            return None
        told = _LUNAR[year].split()[column]
        return date(year, int(told[:2]), int(told[2:])) + timedelta(days)

    return on


def _qingming(year: int) -> date:
    """Of this century: the 4th or 5th of April."""
    rest = year % 100
    return date(year, 4, int(rest * 0.2422 + 4.81) - rest // 4)


def _whit(year: int) -> date:
    """The bank holiday that is called so: the last Monday of May."""
    last = date(year, 5, 31)
    return last - timedelta(last.weekday())


def _remembrance(year: int) -> date:
    """The second Sunday of November."""
    eighth = date(year, 11, 8)
    return eighth + timedelta(6 - eighth.weekday())


_SPRING = r"(?:chinese|lunar) new year"
_FEASTS: tuple[tuple[Rule, Day], ...] = (
    (Rule(rf"\b{_SPRING}(?:['’]?s)? eve\b|除夕夜?|大?年三十"), _lunar(0, -1)),
    (
        Rule(
rf"\b{_SPRING}(?:(?:['’]?s)? day)?\b",
r"\bspring festival\b",
"春节|春節|过年|過年|(?:农历|農曆|中国|中國)新年",
),
        _lunar(0),
    ),
    *(
        (Rule(f"(?:大年|正月|年)初{place}(?!十)|{_BARE}初{place}{_GOES_ON}", flags=0), _lunar(0, days))
        for days, place in enumerate(_OF_SPRING)
    ),
    (Rule(
r"\blantern festival\b",
"元宵节?|元宵節|正月十五",
), _lunar(0, 14)),
    (Rule(
r"\bdragon boat(?: festival)?\b",
"端午节?|端午節",
), _lunar(1)),
    (Rule(
r"\bmid-?autumn(?: festival)?\b|\bmoon festival\b",
"中秋节?|中秋節",
), _lunar(2)),
    (Rule(
r"\bdouble ninth(?: festival)?\b",
"重阳节?|重陽節?",
), _lunar(3)),
    (Rule(
r"\bqing ?ming(?: festival)?\b|\btomb[- ]sweeping(?: day)?\b",
"清明节?|清明節",
), _qingming),
    (Rule(
r"\bchristmas eve\b|\bxmas eve\b",
"平安夜",
), _fixed(12, 24)),
    (Rule(
r"\bchristmas(?: day)?\b|\bxmas(?: day)?\b",
"圣诞节?|聖誕節?",
), _fixed(12, 25)),
    (Rule(
r"\bboxing day\b",
"节礼日|節禮日",
), _fixed(12, 26)),
    (Rule(r"\bnew year(?:['’]?s)? eve\b|跨年夜?|新年前夜"), _fixed(12, 31)),
    (Rule(r"\bnew year(?:['’]?s)?(?: day)?\b|元旦|新年"), _fixed(1, 1)),
    (Rule(
r"\bmay day\b",
"劳动节|勞動節|(?<![期周週拜])五一(?!班)",
), _fixed(5, 1)),
    (Rule("国庆节?|國慶節?", flags=0), _fixed(10, 1)),
    (Rule(
r"\bwhit(?:sun(?:tide)?| ?monday)(?: bank holiday)?\b",
"圣灵降临节|聖靈降臨節",
), _whit),
    (Rule(
r"\bgood friday\b",
"耶稣受难日",
), _from_easter(-2)),
    (Rule(
r"\beaster monday\b",
"复活节星期一|復活節星期一",
), _from_easter(1)),
    (Rule(
r"\beaster saturday\b|\bsaturday (?:of|before) easter\b|\bholy saturday\b",
"复活节(?:那个|那|前的?)?(?:周|星期|礼拜)六|復活節(?:那個|前的?)?(?:週|星期|禮拜)六",
), _from_easter(-1)),
    (Rule(
r"\beaster(?: sunday)?\b",
"复活节|復活節",
), _from_easter(0)),
    (Rule(
r"\bremembrance sunday\b",
"国殇(?:纪念)?日|阵亡将士纪念日",
), _remembrance),
)  # fmt: skip


def feasts(text: str, today: date) -> Iterator[Found]:
    """The next such day of each, or the one just past; a longer name comes before a shorter one."""
    for pattern, on in _FEASTS:
        for hit in pattern.finditer(text):
            day = _coming(on, today)
            if day is not None:
                yield _found(text, day, *hit.span())


def _found(text: str, day: date, start: int, end: int) -> Found:
    """The day itself, or the one before it: 圣诞节前一天."""
    before, after = _EVE.search(text, 0, start), _EVE_AFTER.match(text, end)
    if before or after:
        day -= timedelta(1)
    return Found(
        "date", day.isoformat(), before.start() if before else start, after.end() if after else end
    )


def _coming(on: Day, today: date) -> date | None:
    days = (on(today.year), on(today.year + 1))
    return next((day for day in days if day and day >= today - _JUST_PAST), None)
