"""Days, parts of the day and hours in both languages, as values a calendar can use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from assistant.engine.understanding.feasts import feasts
from assistant.engine.understanding.found import Found
from assistant.engine.understanding.greetings import greeted
from index.text import Rule, has_han

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("january", "february", "march", "april", "may", "june", "july",
           "august", "september", "october", "november", "december")  # fmt: skip
_DAY = r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)s?"
_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
_HAN_DIGITS = {**{c: i for i, c in enumerate("零一二三四五六七八九")}, "两": 2, "兩": 2, "〇": 0}
_N = r"[\d零〇一二两兩三四五六七八九十]{1,3}"

_TOMORROW = r"(?:tomm?orr?ow|tmrw|tmw|tmr|tomoz|2mor+ow?|2mrw)"
_RELATIVE = (
    (
        Rule("大后天|大後天", flags=0),
        3,
    ),
    (
        Rule(
            rf"\b(?:the )?day after {_TOMORROW}\b",
            "后天|後天",
        ),
        2,
    ),
    (
        Rule(
            rf"\b{_TOMORROW}\b",
            "明天|明日",
        ),
        1,
    ),
    (
        Rule(
            r"\byesterday\b",
            "昨天",
        ),
        -1,
    ),
    (
        Rule(
            r"\b(?:today|2day)\b",
            "今天|今日",
        ),
        0,
    ),
)
_NEXT_TWO = Rule("明后[两兩]?天|明後[两兩]?天", flags=0)
_TONIGHT = Rule(
    r"\b(?:tonight|tonite|2nite|2night)\b",
    "今晚",
)
_WEEKDAY = Rule(rf"\b(?:(next|this|coming)\s+)?(?:week\s+)?({_DAY})\b(?!\s+(?:times|night live))")
_SHORT_DAYS = frozenset(  # words too
    ["sat", "sun", "wed", "mon", "fri", "tue", "thu", "sats", "suns", "weds", "mons"]
)
_DATED = Rule(  # "on Sat", "sat morning", "Sun 10-4", "Is it busy Wed?"
    rf"(?:\b(?:on|this|until|till|every|all day)\s+|{_DAY}\s*(?:,|-|/|&|and|or|to|till)\s*)$"
)
_GOES_ON = Rule(
    rf"\s*(?:(?:-|/|&|and|or|to|till|until)\s*{_DAY}\b|(?:the )?\d{{1,2}}(?:am|pm|st|nd|rd|th)?\b|mornings?\b|afternoons?\b|evenings?\b|nights?\b|at\b)"
)
_ENDS = Rule(r"(?:Sat|Wed|Mon)\W*$", flags=0)
_OPENS = Rule(  # beside which a short word is the day that it means
    r"\b(?:open|opens|opening|close[sd]?|closing|hours|shut|staffed)\b",
    r"\bwhat (?:time|day)\b|\bcan (?:i|we) come\b",
)
_NAMES_A_DAY = Rule(  # "and sat", "what about mon then?"
    rf"\W*(?:(?:and|or|but|then|also|what about|how about|until|till|on)\s+)+{_DAY}"
    rf"(?:\s*(?:,|-|and|or|to)\s*{_DAY})*(?:\s+then)?\W*"
)
_WEEKEND = Rule(
    r"\b(?:(next)\s+)?(?:week-?ends?)\b",
    "(下)?个?個?(?:周末|週末)|周六日|双休日|雙休日",
)
_HAN_WEEKDAY = Rule(
    "(下下|下|这|這|本)?个?個?(?:星期|礼拜|禮拜|周|週)([一二三四五六日天])", flags=0
)
_DAY_MONTH = Rule(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?({_MONTH})(?:,?\s+(\d{{4}}))?(?!\w)")
_NO_MONTH = Rule(  # "readers over 16 may borrow it"
    r"may\s+(?:not|also|only|still|be|have|borrow|use|get|join|attend|come|enter|read|go|take|bring|need|want|apply"
    r"|register|stay|find|like|sign|ask|eat|see|play|request|reserve|renew|pay|access|log|work|leave|do|wait)\b"
)
_NO_DAY = Rule(r"\b(?:over|under|above|below|aged?|than|groups of|up to)\s+$")
_MONTH_DAY = Rule(
    rf"\b({_MONTH})\s+(?:the\s+)?(\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(\d{{4}}))?(?![\w:])"
)
_ISO = Rule(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)", flags=0)
_HAN_DATE = Rule(rf"(?:(\d{{4}})年)?({_N})月({_N})[日号號]", flags=0)
_HAN_ROW = Rule(  # 十二月二十五到二十八号, both of one month
    rf"(?:(\d{{4}})年)?({_N})月(({_N})[日号號]?)(?:[到至]|[-–—~～])({_N})[日号號]", flags=0
)
_PLACES = ("first", "second", "third", "fourth", "last")
_NTH = Rule(  # "the last Monday in August"
    rf"\b({'|'.join(_PLACES)})\s+({_DAY})\s+(?:of|in)\s+({_MONTH})(?!\w)",
)
_HAN_NTH = Rule(
    rf"({_N})月[份]?的?(第[一二三四]|最[后後]一)[个個]?(?:星期|礼拜|禮拜|周|週)([一二三四五六日天])",
    flags=0,
)
_SLASHED = Rule(
    r"(?<![\d/.-])(?!24/7|9/11)(\d{1,2})(?:/|\.(?=\d{1,2}[号日开關关几幾]))(\d{1,2})(?![\d/.-])",
    flags=0,
)
_HAN_DAY = Rule(
    (
        "(?:([下本这這])个?個?月"
        rf"|(?<![第\d年月]))(?:({_N})[号號](?![楼樓馆館线線机機房门門座位桌架柜码碼])"
        r"|(\d{1,2})日(?![元本语語报]))"
    ),
    flags=0,
)
_THE_DAY = Rule(
    (
        r"\b(?:the|until|till|to|and|or)\s+(\d{1,2})(?:st|nd|rd|th)\b(?=\W*$|\s*[,.?!;]"
        r"|\s+(?:and|or|to|till|until|at|in the|for|please|then|too|of (?:this|next) month)\b)"
    ),
)
_CLOSES = "|".join(rf"(?<=\b{word} )" for word in ("close", "closes", "closed", "shut", "open"))
_PARTS = (
    (
        "morning",
        Rule(
            r"\bmornings?\b",
            "早上|上午|早晨|清晨|一早|(?<=[天日一二三四五六])早",
        ),
    ),
    (
        "midday",
        Rule(
            r"\bnoon\b|\blunch ?time\b|\bmid-?day\b",
            "中午|午休",
            rf"(?:{_CLOSES})(?:for|at|over|during) lunch\b",
        ),
    ),
    (
        "afternoon",
        Rule(
            r"\bafternoons?\b",
            "下午|午后|午後",
        ),
    ),
    (
        "evening",
        Rule(
            r"\bevenings?\b|\b(?:tonight|tonite|2nite|2night)\b|\bat night\b|\bnights?\b(?=\W*$|\s+(?:too|on|at))",
            "晚上|傍晚|今晚|夜里|夜裡|(?<=[天日一二三四五六])晚",
        ),
    ),
)
_CLOCK = Rule(
    (
        r"\b(?:at|by|until|till|til|before|after|around|from|to"
        r"|past)?\s*(?<![\d.:/-])(\d{1,2})(?:[:.](\d{2}))?\s*(a\.?m\b\.?|p\.?m\b\.?|o'?clock)"
    ),
)
_CLOCK_24 = Rule(r"(?<![\d.:])([01]?\d|2[0-3]):([0-5]\d)(?![\d:])", flags=0)
_CLOCK_BARE = Rule(
    (
        r"\b(?:open|close[ds]?|opening|closing|there|come|shut)\b[^.?!]{0,30}?\b(?:at|by|until"
        r"|till|before|after)\s+(\d{1,2})(?![\d:./-]|\s*\w*(?:am|pm))\b"
    ),
)
_HAN_CLOCK = Rule(
    (
        f"(早上|上午|中午|下午|晚上|傍晚|今晚)?({_N})[点點时時](钟|鐘)?(?:(半)|({_N})分?"
        "|整)?(?!间|候|常|代|儿|兒)"
    ),
    flags=0,
)
_A_LITTLE = Rule("[一两兩][点點]$", flags=0)  # unless a part of the day stands before it


def times(text: str, today: date) -> Iterator[Found]:
    """All of them, exact ones first; a bare weekday stays a weekday, what names a day is a date."""
    yield from _dates(text, today)
    yield from _weekdays(text, today)
    yield from _hours(text)
    for name, pattern in _PARTS:
        for hit in pattern.finditer(text):
            if hit.start() >= greeted(text):
                yield Found("part_of_day", name, *hit.span())


def _dates(text: str, today: date) -> Iterator[Found]:
    for hit in _ISO.finditer(text):
        yield from _date(hit, int(hit[1]), int(hit[2]), int(hit[3]))
    for hit in _HAN_ROW.finditer(text):
        yield from _row(hit, today)
    for hit in _HAN_DATE.finditer(text):
        yield from _coming(hit, today, hit[1], number(hit[2]), number(hit[3]))
    for hit in _DAY_MONTH.finditer(text):
        if _NO_MONTH.match(text, hit.start(2)) or _NO_DAY.search(text, 0, hit.start()):
            continue
        yield from _coming(hit, today, hit[3], _month(hit[2]), int(hit[1]))
    for hit in _MONTH_DAY.finditer(text):
        yield from _coming(hit, today, hit[3], _month(hit[1]), int(hit[2]))
    yield from _nth_of_month(text, today)
    yield from feasts(text, today)
    yield from _numbered(text, today)
    yield from _from_today(text, today)


def _row(hit: re.Match[str], today: date) -> Iterator[Found]:
    """The first and the last of some days of one month, each in its own span."""
    for day, start, end in ((4, hit.start(), hit.end(3)), (5, hit.start(5), hit.end())):
        for one in _coming(hit, today, hit[1], number(hit[2]), number(hit[day])):
            yield replace(one, start=start, end=end)


def _nth_of_month(text: str, today: date) -> Iterator[Found]:
    for hit in _NTH.finditer(text):
        nth = _PLACES.index(hit[1].lower())
        yield from _nth(hit, today, _month(hit[3]), _place(hit[2]), nth)
    for hit in _HAN_NTH.finditer(text):
        nth = "一二三四".index(hit[2][1]) if hit[2][0] == "第" else len(_PLACES) - 1
        place = min("一二三四五六日天".index(hit[3]), 6)
        yield from _nth(hit, today, number(hit[1]), place, nth)


def _nth(hit: re.Match[str], today: date, month: int, weekday: int, nth: int) -> Iterator[Found]:
    """The next such day: the first to fourth of a month, or its last."""
    if not 1 <= month <= 12:
        return
    for year in (today.year, today.year + 1):
        first = date(year, month, 1)
        days = [first + timedelta(away) for away in range(31)]
        days = [day for day in days if day.month == month and day.weekday() == weekday]
        day = days[-1] if nth == len(_PLACES) - 1 else days[nth]
        if day >= today - timedelta(7):
            yield Found("date", day.isoformat(), *hit.span())
            return


def _from_today(text: str, today: date) -> Iterator[Found]:
    for hit in _NEXT_TWO.finditer(text):
        for days, half in enumerate(_halves(hit), 1):
            yield Found("date", (today + timedelta(days)).isoformat(), *half)
    for hit in _TONIGHT.finditer(text):
        day, part = _halves(hit)
        yield Found("date", today.isoformat(), *day)
        yield Found("part_of_day", "evening", *part)
    for pattern, days in _RELATIVE:
        for hit in pattern.finditer(text):
            yield Found("date", (today + timedelta(days)).isoformat(), *hit.span())


def _halves(hit: re.Match[str]) -> tuple[tuple[int, int], tuple[int, int]]:
    """What means two things gives each half of its words: one span holds one thing."""
    start, end = hit.span()
    return (start, (start + end) // 2), ((start + end) // 2, end)


def _numbered(text: str, today: date) -> Iterator[Found]:
    """12/24 and 24/12; the 24th, whose next one is meant."""
    for hit in _SLASHED.finditer(text):
        one, other = int(hit[1]), int(hit[2])
        month_first = other > 12 or (one <= 12 and has_han(text))
        month, day = (one, other) if month_first else (other, one)
        yield from _coming(hit, today, None, month, day)
    for hit in _HAN_DAY.finditer(text):
        following = (today.replace(day=1) + timedelta(32)).replace(day=1)
        yield from _next_of_month(
            hit, following if hit[1] == "下" else today, number(hit[2] or hit[3])
        )
    for hit in _THE_DAY.finditer(text):
        yield from _next_of_month(hit, today, int(hit[1]))


def _next_of_month(hit: re.Match[str], first: date, day: int) -> Iterator[Found]:
    """The next day of that number: a month that lacks it is passed over."""
    days = (first + timedelta(away) for away in range(62))
    for one in (one for one in days if one.day == day):
        yield Found("date", one.isoformat(), *hit.span())
        return


def _coming(
    hit: re.Match[str], today: date, year: str | None, month: int, day: int
) -> Iterator[Found]:
    """Without a year it is the next such day; a day just past is last week's, not next year's."""
    if year:
        yield from _date(hit, int(year), month, day)
        return
    for one in _date(hit, today.year, month, day):
        past = today - date.fromisoformat(one.value) > timedelta(7)
        yield from _date(hit, today.year + past, month, day)


def _date(hit: re.Match[str], year: int, month: int, day: int) -> Iterator[Found]:
    try:
        yield Found("date", date(year, month, day).isoformat(), *hit.span())
    except ValueError:
        return  # the 31st of June is no day


def _weekdays(text: str, today: date) -> Iterator[Found]:
    monday = today - timedelta(today.weekday())
    yield from _weekends(text, monday)
    of_days = bool(_OPENS.search(text) or _NAMES_A_DAY.fullmatch(text))
    for hit in _WEEKDAY.finditer(text):
        place = _place(hit[2])
        if (hit[1] or "").lower() == "next":
            yield Found("date", (monday + timedelta(7 + place)).isoformat(), *hit.span())
        elif of_days or _is_day(text, hit):
            yield Found("weekday", WEEKDAYS[place], *hit.span())
    for hit in _HAN_WEEKDAY.finditer(text):
        place = "一二三四五六日天".index(hit[2]) % 7 if hit[2] != "天" else 6
        weeks = {"下": 1, "下下": 2}.get(hit[1] or "", 0)
        if weeks:
            yield Found("date", (monday + timedelta(7 * weeks + place)).isoformat(), *hit.span())
        else:
            yield Found("weekday", WEEKDAYS[place], *hit.span())


def _is_day(text: str, hit: re.Match[str]) -> bool:
    """Whether a word that may be another is a day here, as "Sat" and "The Sun" may be."""
    word = hit[2].lower()
    if word not in _SHORT_DAYS or _GOES_ON.match(text, hit.end()):
        return True
    if hit[2].islower():
        return False
    plain = word in ("tue", "thu", "fri") or bool(_ENDS.match(text, hit.start(2)))
    return plain or bool(hit[1] or _DATED.search(text, max(0, hit.start() - 20), hit.start()))


def _weekends(text: str, monday: date) -> Iterator[Found]:
    for hit in _WEEKEND.finditer(text):
        following = hit[1] or hit[2]
        for place, half in zip((5, 6), _halves(hit), strict=True):
            if following:
                yield Found("date", (monday + timedelta(7 + place)).isoformat(), *half)
            else:
                yield Found("weekday", WEEKDAYS[place], *half)


def _hours(text: str) -> Iterator[Found]:
    for hit in _CLOCK.finditer(text):
        half = hit[3].lower().replace(".", "")
        yield from _time(hit, int(hit[1]), int(hit[2] or 0), late=half == "pm", early=half == "am")
    for hit in _CLOCK_24.finditer(text):
        yield from _time(hit, int(hit[1]), int(hit[2]), late=False, early=True)
    for hit in _HAN_CLOCK.finditer(text):
        if not hit[1] and _A_LITTLE.search(hit.group()):
            continue
        late = hit[1] in ("下午", "晚上", "傍晚", "今晚")
        minutes = 30 if hit[4] else number(hit[5]) if hit[5] else 0
        yield from _time(hit, number(hit[2]), minutes, late=late, early=bool(hit[1]) and not late)
    for hit in _CLOCK_BARE.finditer(text):
        yield Found("time", f"{library_hour(int(hit[1])):02d}:00", *hit.span(1))


def _time(
    hit: re.Match[str], hour: int, minutes: int, *, late: bool, early: bool
) -> Iterator[Found]:
    if late and hour < 12:
        hour += 12
    elif early and hour == 12 and "12:" not in hit.group() and hit.group()[-1:].lower() in "m.":
        hour = 0
    elif not early and not late:
        hour = library_hour(hour)
    if hour < 24 and minutes < 60:
        yield Found("time", f"{hour:02d}:{minutes:02d}", *hit.span())


def library_hour(hour: int) -> int:
    """Said without morning or evening, a library's seven is in the evening and its eight in the morning."""
    return hour + 12 if 1 <= hour <= 7 else hour


def _place(word: str) -> int:
    return [day[:3] for day in WEEKDAYS].index(word[:3].lower())


def _month(word: str) -> int:
    return [month[:3] for month in _MONTHS].index(word[:3].lower()) + 1


def number(text: str) -> int:
    """12, 十二, 二十, 二十三 as a number below 100."""
    if text.isdigit():
        return int(text)
    tens, ten, ones = text.partition("十")
    if not ten:
        return int("".join(str(_HAN_DIGITS.get(c, 0)) for c in text))
    return (_HAN_DIGITS.get(tens, 1) if tens else 1) * 10 + (
        _HAN_DIGITS.get(ones, 0) if ones else 0
    )
