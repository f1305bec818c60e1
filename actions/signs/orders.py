"""In which order a list is wanted: the bare wish, whatever polite words stand around it."""

from __future__ import annotations

import re

from index.text import Rule, has_han

_FRAME = Rule(  # what a wish is said with
    (
        r"\b(?:can|could|would|will|may) (?:you|i|we)\b|\b(?:do|have) you\b|\b(?:is|are) there\b"
        r"|\b(?:these|those|they|it)(?: (?:are|is|all)|['’](?:re|s))+\b|\bthat(?:['’]?s| (?:is|are))?\b"
    ),
    (
        r"\bi(?:['’]d|['’]m| would| am)?\b|\b(?:want|like|prefer|need|rather|have|got|get|show|give|find|see"
        r"|me|us|some(?:thing|where)?|any(?:thing)?|the|a|an|only|just|all|maybe|perhaps|a bit|much"
        r"|how about|what about|and|but|ones?|books?|novels?|titles?|to|read|of (?:them|these|those)|first"
        r"|please|pls|plz|thanks|if possible|make (?:it|them)|sort|sorted|order|put|by|them|even|slightly"
        r"|little|bit|stuff|things?|similar|hmm+|ok(?:ay)?|actually|instead|then|looking for|up|reads?|than (?:that|this|these|those|it|them))\b"
    ),
)
_HAN_FRAME = Rule(
    "能不能|可不可以|可以|能|请|麻烦|有没有|还有|有|来|换成?|给我|帮我|我|想要?|看看|看|找|借|谢谢",
    "的|书|小说|[这那]?[一几]?本|一?[些点]儿?|稍微|比较|更|再|最|按|排|先|在?前面?|只要|要|都|吗|嘛|吧|呢|了|啊|一下|行|好",
    "[，,。！!？?\\s]",
    flags=0,
)
_NOT = r"(?:not|nothing|none|less|don['’]?t)(?: (?:too|so|very|that|really|overly|quite))*"
_TOO = r"(?:way |far |a )?too"
_WANTED = (
    ("newest", Rule(rf"(?:more |most )?(?:newer|newest|new|latest|recent|modern|contemporary|up[- ]to[- ]date)(?:,? (?:and )?not (?:too |so )?(?:old|dated|old[- ]?fashioned))?|{_NOT} (?:old|older|dated|old[- ]?fashioned)|{_TOO} (?:old|dated)")),
    ("oldest", Rule(rf"old|older|oldest|earlier|earliest|{_NOT} (?:new|recent|modern)|{_TOO} (?:new|recent|modern)")),
    ("shortest", Rule(rf"quick|(?:short|thin|slim|small)(?:er|n?est|ner|mer)?|{_NOT} (?:long|thick|big|heavy|massive|huge|enormous)|{_TOO} (?:long|thick|big)")),
    ("longest", Rule(rf"(?:long|thick|big)(?:er|est|ger|gest)?|{_NOT} (?:short|thin)|{_TOO} (?:short|thin)")),
)  # fmt: skip
_HAN_NOT, _HAN_TOO = "(?:但?不|但?别)(?:太|那么|很)", "太"
_HAN_WANTED = (
    (
        "newest",
        Rule(
            f"新|近期?|近年|(?:出版)?(?:年份|年代|时间|日期)|{_HAN_NOT}[旧老早]|{_HAN_TOO}[旧老早]",
            flags=0,
        ),
    ),
    ("oldest", Rule(f"[旧老早]|{_HAN_NOT}新|{_HAN_TOO}新", flags=0)),
    ("shortest", Rule(f"[短薄]|{_HAN_NOT}[长厚]|{_HAN_TOO}[长厚]", flags=0)),
    ("longest", Rule(f"[长厚]|{_HAN_NOT}[短薄]|{_HAN_TOO}[短薄]", flags=0)),
)
_WHOSE = r"(?:his|her|their|(?:this|that|the) (?:author|writer)['’]?s)"
THEIRS = Rule(  # which of the works of the author spoken of: "her newest", 他的新书, 她的代表作
    (
        r"^\W*(?:(?:and|so|ok(?:ay)?|is|was|do you have|have you got|got|show me|find me|i(?:['’]d like| want)|what(?:['’]?s| is| was| about)?|which(?: one| book)?"
        rf"|how about)\W+)*{_WHOSE}\s+(?:very |single )*(?P<most>newest|latest|most recent|earliest|oldest|shortest|longest|thickest|thinnest"
        r"|best[- ]known|most famous|most popular|(?:new|recent|last|first|early|best|famous)(?= (?:books?|novels?|works?|ones?|titles?|films?)\b))"
        r"(?: (?:books?|novels?|works?|ones?|titles?|films?|release))?(?: (?:then|please|here|in|available|do you have|have you got|you have|called|is it in))*\W*$"
    ),
    (
        "^\\W*(?:那|那么|你们|馆里|图书馆|有没有|有|想[看要借找]|要|看看|找|借|哪一?[本部]是)*[他她](?:们)?(?:的|写的|出的|有没有|有什么|有哪些|有|最近|还)*"
        "(?:最?(?P<han>[新近早薄短厚长])(?:一?[本部]|期|出版|出|写|几年)*(?:了什么|了哪些)?|(?P<best>代表作?|成名作?|名作|最(?:有名|出名|著名|知名|经典|火|好看|受欢迎)))"
        "(?:的|书|作品|作|小说|电影|新书|[那一]?[本部]|是|呢|吗|么|有|没有|哪|什么|有哪些|叫)*\\W*$"
    ),
)
_CLAUSES = re.compile(r"\b(?:but|and)\b|[,;.，。；、]|但是?|可是?|又|而且", re.IGNORECASE)
_HOW = Rule("[的点些更再最太先排]", flags=0)  # 早 and 长吗 are no such wishes
_OF_FILMS = (
    (
        "oldest",
        Rule(
            r"\bold (?:movies?|films?)\b(?! (?:festivals?|nights?|clubs?|posters?|cameras?))",
            "老(?:电影|影片|片子?)(?![院节海])",
        ),
    ),
)
_LENGTHS = (  # of works that are named beside it: "a short funny novel", 短一点的历史书
    (
        "shortest",
        Rule(
            r"\b(?:short|quick|slim)(?:er|ish)?,?(?: and)? (?!stor)(?:\w+ ){0,3}?(?:novels?|books?|reads?|thrillers?|myster(?:y|ies)|biograph(?:y|ies))\b",
            "(?:[短薄]一?[点些]|不太[长厚]|比较[短薄])的?[^，。]{0,8}(?:小说|书)",
        ),
    ),
    (
        "longest",
        Rule(
            r"\b(?<!how )(?<!as )(?:long|thick|fat|chunky)(?:er)?,?(?: and)? (?:\w+ ){0,3}?(?:novels?|books?|reads?|series|sagas?)\b",
            "(?:[长厚]一?[点些]|比较[长厚])的?[^，。]{0,8}(?:小说|书)",
        ),
    ),
)
LENGTH_BEFORE = Rule(
    r"^(?:long|short|quick|slim|thick)(?:er|ish)?,?(?: and)?\s+", "^[短薄长厚]一?[点些]的?"
)
_SAID = (  # in a message that may name more
    ("newest", Rule(r"\bnewest to oldest\b")),
    ("oldest", Rule(r"\boldest to newest\b")),
    (
        "newest",
        Rule(
            r"\b(?:newest|latest|most recent)\b.{0,12}\bfirst\b",
            r"\b(?:sort|order|arrange)\w*\b.{0,20}\b(?:newest|latest|date|year)",
            "最新的?(?:排|在)?(?:前|先)|从新到旧|按(?:时间|年份|年代|出版)|新一点的?|近几年的",
        ),
    ),
    (
        "oldest",
        Rule(
            r"\boldest\b.{0,12}\bfirst\b|\bsort.{0,20}\boldest",
            "最早的?(?:排|在)?(?:前|先)|从旧到新|早一点的?",
        ),
    ),
    (
        "title",
        Rule(
            r"\b(?:sort|order|arrange).{0,20}\b(?:title|alphabet)",
            "按(?:书名|題名|题名|标题)",
        ),
    ),
    (
        "shortest",
        Rule(
            r"\bsort.{0,20}\b(?:length|pages|short)|\bshortest\b.{0,12}\bfirst\b",
            "按(?:页数|长短|厚薄)",
        ),
    ),
)


def bare(text: str) -> str:
    """The order that a message asks for and nothing else: "newer, please"; "" when there is more."""
    if has_han(text):
        left, wanted = _HAN_FRAME.sub("", text) if _HOW.search(text) else "", _HAN_WANTED
    else:
        left, wanted = " ".join(_FRAME.sub(" ", text).split()).strip(" ,.!?;:-"), _WANTED
    return next((name for name, sign in wanted if left and sign.fullmatch(left)), "")


def said(text: str) -> str:
    """The order that a message asks for, be it among other things; "" for none."""
    return bare(text) or next((n for n, sign in (*_SAID, *_OF_FILMS) if sign.search(text)), "")


def among(text: str) -> str:
    """The same, also where it is one clause of several: "funny but not too long"."""
    return said(text) or next(filter(None, map(bare, clauses(text))), "")


def of_a_clause(text: str) -> str:
    """The order that one of several clauses asks for: "a thriller, not too long"."""
    parts = clauses(text)
    told = next(filter(None, map(bare, parts)), "") if len(parts) > 1 else ""
    named = (*_OF_FILMS, *_LENGTHS)
    return told or next((name for name, sign in named if sign.search(text)), "")


def of_a_length(text: str) -> bool:
    """Whether works are wanted that are short or long, and of some kind."""
    return any(sign.search(text) for _, sign in _LENGTHS)


def clauses(text: str) -> list[str]:
    """The parts of a message that may each say how a list is wanted; the whole if there are none."""
    parts = [one.strip() for one in _CLAUSES.split(text) if one.strip()]
    return parts if any(map(bare, parts)) else [text]
