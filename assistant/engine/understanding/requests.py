"""The requests of one message, up to three, where each clearly stands alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.engine.understanding.found import Found
from index.text import Rule, has_han, only_han

_QUESTION = (
    r"(?:are you|do you|can (?:i|you|we|my|our|someone)|could (?:i|you)|where (?:is|are|can|do)|when (?:is|are|do|does|can|will)|what(?:['’]s| is| are| time| else)|how (?:do|does|can|much|many|long|far|late|would)|is (?:the|it|there)|who|which|will|"
    r"does|for how long|i (?:also )?(?:need|want|would like)|i['’]d (?:also )?like|tell me|show me|please|find|cite|save|(?:book|reserve|renew|extend) (?:an?|my|the|it|them)\b)"
)
_JOINED = Rule(
    (
        r"(?:[.?!;]\s+|,\s*|\s+)(?:and\s+(?:also\s+|then\s+|can\s+you\s+also\s+)?|also,?\s+"
        r"|oh\s+and\s+|plus,?\s+|another (?:question|thing)[:,]?\s+"
        rf"|second(?:ly)?,\s+)(?={_QUESTION}\b)(?P<second>.{{8,}})$"
    ),
    flags=re.IGNORECASE | re.DOTALL,
)
_TWO_QUESTIONS = Rule(rf"\?\s+(?P<second>{_QUESTION}\b.{{5,}})$")
# "what time do you close, is there parking, and do you have story time"
_LISTED = Rule(
    (
        r",\s*(?:and\s+)?(?P<second>(?:are you|do you|can i|could i|where (?:is|are|can|do)|when (?:is|are|do|does)"
        r"|what(?:['’]s| is| time)|how (?:do|much|many|long|late)|(?:is|are) there)\b.{8,})$"
    ),
)
_ASKED_AT_ONCE = Rule(
    (
        r"^\W*(?:(?:hi+|hello|hey|so|ok(?:ay)?|please)\W+)*(?:[^,:]{0,30}\bquestions?\b\s*[:,-]\s*)?"
        r"(?:are|is|do|does|can|could|where|when|what|how|which|who|have)\b"
    ),
)
_NUMBERED = Rule(
    r"(?<=[\s，,。；;？?、])(?:[23]|二|三|②|③|第[二三]|second(?:ly)?|third(?:ly)?)[.、)）:：，,]\s*(?P<second>\D.{3,})$"
)
_FIRST = Rule(
    r"(?:^|[\s：:，,。])(?:[12]|[一二]|[①②]|第[一二]|first(?:ly)?|second(?:ly)?)[.、)）:：，,]"
)
_HAN = Rule(
    (
        r"(?:[，,。？?；;！!]\s*|\s)(?:另外|还有(?!没有|吗)|顺便(?:问一?下|问问|再)?|再问一?下"
        r"|还想问(?:一下)?|同时|对了|以及)[，,：:]?\s*(?P<second>.{4,})$"
    ),
    flags=re.DOTALL,
)
_HAN_THEN = Rule(
    r"[，,]?\s*然后(?:再|还)?(?P<second>[打复办问借找查还续预].{2,})$", flags=re.DOTALL
)
_HAN_TWO = Rule(r"[？?]\s*(?P<second>[^？?]{3,}(?:[？?].*)?)$", flags=re.DOTALL)
_HAN_CLAUSE = Rule(r"[，,。；;！!、\n]\s*|(?<=[吗呢么])\s+", flags=0)
_HAN_ASKS = Rule(
    "[吗呢？?]|几点|怎么|多少|多久|多大|在不在|有没有|哪[里儿个天]|能不能|可不可以|是否|什么时候|[找借查预办问]",
    flags=0,
)
# What is asked of the library itself, by kind; in a row with another kind it is another request.
_SERVICES = tuple(
    Rule(kind, flags=0)
    for kind in (
        "几点|开门|关门|闭馆|开馆|开到|开放",
        "打印|复印|扫描",
        "办卡|办证|借书证|读者证|办张?卡",
        "停车",
        "(?i:wi-?fi)|无线|上网|电脑",
        "罚款|逾期|过期",
        "自习|座位|研讨室|会议室|房间",
        "讲座|活动|故事会",
        "捐书|捐赠",
        "洗手间|厕所|充电|寄存|储物|餐|咖啡|饮水",
        "地址|怎么走|怎么去|地铁|公交",
        "续借|还书|借几本|借多[少久]",
    )
)
# What hangs on the first request rather than asking for something else.
_HANGS = Rule(
    (
        r"^(?:(?:is|are|does|do|was|can) (?:it|they|that|this)\b|where is it|where are they"
        "|(?:它|这本|那本|在吗|在不在|有吗|能借|可以借|借得到|在哪|谁写|作者|讲的?什么|还有吗|没有的话|如果|要是|多少页|有没有(?:中文|英文|电子|大字|有声|带)))"
    ),
)
_LINK = Rule(
    r"(?:(?:and|also|plus|oh|then|另外|还有(?!没有|吗)|顺便(?:问一?下|问问|再)?|问一?下|再问一?下|还想问(?:一下)?|同时|对了|以及)[，,：:\s]*)*"
)
_HALF = Rule(  # "how do I reference" and "cite a report" are one question
    r"\b(?:how|where|when) (?:do|can|could|should|would|to)(?: (?:i|we|you|one))? \w+$",
)
_GOES_ON = Rule(r"(?:please |also )*(?:find|cite|save|show|tell)\b")
_STORY = Rule(
    r"\?",
    r"\b(?:do you|have you|can i|could|where|when|how|what|find|show|need|looking|books?|is there|are there)\b|\d[.、)）:：]",
    "[吗呢？]|有没有|想|找|借|怎么|几点|多少|多久|在不在|哪|能|打印|复印|办|续",
)


_MOST = 2  # other requests beside the first


def other_requests(text: str) -> Iterator[Found]:
    """`second` for each request after the first, with its own text; nothing when in doubt."""
    start = 0
    for left in reversed(range(_MOST)):
        cut = _cut(text[start:])
        if cut is None:
            return
        start += cut[1]
        after = _cut(text[start:]) if left else None
        end = start + after[0] if after else len(text)
        said = text[start : end + (text[end : end + 1] in "?？")].rstrip(" \n，,；;。")
        yield Found("second", said, start, start + len(said))


def _cut(text: str) -> tuple[int, int] | None:
    """Where the first request of a text ends, and where the next begins."""
    cuts = [cut for find in (_joined, _in_a_row) if (cut := find(text))]
    end, start = min(cuts, default=(0, 0))
    return (end, _LINK.match(text, start).end()) if start else None  # type: ignore[union-attr]


def _joined(text: str) -> tuple[int, int] | None:
    patterns = [_JOINED, _TWO_QUESTIONS]
    if _ASKED_AT_ONCE.match(text):
        patterns.append(_LISTED)
    if _FIRST.search(text):
        patterns.append(_NUMBERED)
    if has_han(text):
        patterns += [_HAN, _HAN_THEN, _HAN_TWO]
    hits = [hit for pattern in patterns if (hit := pattern.search(text))]
    cuts = [
        (hit.start(), hit.start("second"))
        for hit in hits
        if _stands_alone(text[: hit.start() + (text[hit.start()] in "?？")], hit["second"])
    ]
    return min(cuts, default=None)


def _in_a_row(text: str) -> tuple[int, int] | None:
    """三体在不在，明天几点开门: clauses that ask, one of them of a service of the library."""
    for comma in _HAN_CLAUSE.finditer(text) if has_han(text) else ():
        first, rest = text[: comma.start()], text[comma.end() :]
        clause = _HAN_CLAUSE.split(rest, maxsplit=1)[0]
        kinds = (_service(first), _service(clause))
        asks = _HAN_ASKS.search(first) and _HAN_ASKS.search(clause)
        if asks and kinds[0] != kinds[1] and not _HANGS.match(clause):
            return comma.start(), comma.end()
    return None


def _service(clause: str) -> int:
    return next((at for at, kind in enumerate(_SERVICES) if kind.search(clause)), -1)


def _stands_alone(first: str, second: str) -> bool:
    said = len(first.strip()) + len(only_han(first))
    if said < 6 or not _STORY.search(first):
        return False
    if _HALF.search(first) and _GOES_ON.match(second):
        return False
    return not _HANGS.match(second.strip())
