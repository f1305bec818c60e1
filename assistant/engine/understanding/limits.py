"""What narrows a search: language, format, readers' age, and being on the shelf now."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.engine.understanding.found import Found, is_negated
from assistant.engine.understanding.times import number
from index.text import Rule

# ISO 639-2/B, as records carry it.
_ENGLISH_NAMES = {
    "chi": "chinese|mandarin|cantonese", "eng": "english", "fre": "french", "ger": "german", "spa": "spanish",
    "ita": "italian", "por": "portuguese", "rus": "russian", "jpn": "japanese", "kor": "korean", "ara": "arabic",
    "pol": "polish", "dut": "dutch", "urd": "urdu", "hin": "hindi", "ben": "bengali", "pan": "punjabi|panjabi",
    "tur": "turkish", "ukr": "ukrainian", "rum": "romanian", "gre": "greek", "swe": "swedish", "vie": "vietnamese",
    "lat": "latin", "wel": "welsh", "heb": "hebrew", "per": "persian|farsi", "tha": "thai", "cze": "czech",
    "hun": "hungarian", "fin": "finnish", "nor": "norwegian", "dan": "danish", "gle": "irish|gaelic",
}  # fmt: skip
_CHINESE_NAMES = {
    "chi": "中文|汉语|漢語|华文|華文|国语|國語|普通话|普通話", "eng": "英文|英语|英語", "fre": "法文|法语|法語",
    "ger": "德文|德语|德語", "spa": "西班牙文|西班牙语|西班牙語|西语", "ita": "意大利文|意大利语|意大利語",
    "por": "葡萄牙文|葡萄牙语|葡萄牙語", "rus": "俄文|俄语|俄語", "jpn": "日文|日语|日語", "kor": "韩文|韩语|韓文|韓語|朝鲜语",
    "ara": "阿拉伯文|阿拉伯语|阿拉伯語", "pol": "波兰文|波兰语|波蘭語", "vie": "越南文|越南语|越南語", "tha": "泰文|泰语",
    "lat": "拉丁文|拉丁语", "gre": "希腊文|希腊语",
}  # fmt: skip
_CODES = {
    name: code
    for table in (_ENGLISH_NAMES, _CHINESE_NAMES)
    for code, names in table.items()
    for name in names.split("|")
}
_EN = "|".join(_ENGLISH_NAMES.values())
_ZH = "|".join(sorted("|".join(_CHINESE_NAMES.values()).split("|"), key=len, reverse=True))
_THING = r"(?:books?|e-?books?|audiobooks?|editions?|versions?|translations?|copy|copies|ones?|language|titles?|dvds?|films?|magazines?|newspapers?|originals?)"
_LANGUAGES = (
    Rule(
        (
            r"\b(?:(?:written|only|just|but|translated|available|published)\s+)*(?:in"
            r"|into)\s+(?:the\s+)?(?:original\s+|simplified\s+|traditional\s+"
            rf"|brazilian\s+)?({_EN})\b(?=\s*(?:$|[.,;?!)]|and\b|or\b|only\b|please\b|too\b|but\b"
            r"|by\b|for\b|if\b|instead\b|about\b|on\b|from\b|at\b|that\b|which\b|translation"
            r"|version|edition|language|as\b|now\b|with\b|published|written|not\b))"
        ),
    ),
    Rule(rf"\b({_EN})[\s-]+(?:language\s+)?{_THING}\b"),
    Rule(rf",\s*({_EN})\W*(?:only|please|instead)?\W*$"),
    Rule(rf"^\W*(?:only|just)?\s*({_EN})\W*(?:only|please|ones?)?\W*$"),
    Rule(
        (
            f"(?<![学學习習教])({_ZH})(?:的(?:书|書|图书|资料|版本|呢)?|版本?|书籍?|書籍?|图书|原版"
            "|原著|译本|譯本|翻译|(?=小说|小說|绘本|繪本|图画书|圖畫書|童书))"
        ),
        flags=0,
    ),
    Rule(
        (
            rf"(?:只要|只看|要|有没有|有沒有|有|换成|換成|改成|是|用)\s*({_ZH})(?!语法|語法|学习"
            "|學習|考试|教程)"
        ),
        flags=0,
    ),
    Rule(rf"^\W*({_ZH})\W*$", flags=0),
)

_FORMATS = tuple(
    (name, Rule(pattern))
    for name, pattern in (
        ("ebook", r"\b(?:as\s+(?:an?\s+)?)?(?:e-?\s?books?|electronic (?:books?|copy|copies|version|edition)|digital (?:copy|copies|version|edition|books?)|kindle|epub|on my (?:kindle|tablet|e-?reader))\b|电子书籍?|電子書籍?|电子版|電子版"),
        ("audiobook", r"\b(?:as\s+(?:an?\s+)?)?(?:audio-?\s?books?|talking books?|books? on (?:cd|tape)|audio (?:version|edition)|(?:on|as|in) audio)\b|有声书|有聲書|有声读物|有聲讀物|听书"),
        ("large_print", r"\b(?:in\s+)?large[\s-]+print(?:\s+(?:books?|editions?|copy|copies))?\b|\bbig(?:ger)? (?:print|letters)\b|大字(?:本|版|书|体)?|大号字"),
        ("braille", r"\b(?:in\s+)?braille\b|盲文"),
        ("graphic_novel", r"\bgraphic novels?\b|\bcomics?(?: books?)?\b|\bmanga\b|漫画书?|漫畫書?|图像小说"),
        ("film", r"\b(?:on\s+)?(?:dvds?|blu-?rays?)\b|\b(?:films?|movies?|documentar(?:y|ies))\b|电影|電影|影碟|光盘|纪录片|紀錄片|影片"),
        ("score", r"\bsheet music\b|\b(?:musical|music|vocal|piano|orchestral) scores?\b|乐谱|樂譜|琴谱|琴譜|曲谱"),
        ("music", r"\b(?:music\s+)?cds?\b(?!-?rom)|\bvinyl\b|\brecords by\b|音乐光盘|唱片|音乐CD"),
        ("map", r"\bmaps?\b|地图(?!集)|地圖"),
        ("periodical", r"\bmagazines?\b|\bperiodicals?\b|杂志|雜誌|期刊"),
        ("book", r"\b(?:paper(?:backs?|\s+copy|\s+copies|\s+books?)|hardbacks?|hard\s?cop(?:y|ies)|print(?:ed)? (?:copy|copies|books?|version|edition)|physical (?:copy|copies|books?)|real books?)\b|纸质书?|紙質書?|(?<!图)纸书|紙本|实体书|實體書"),
    )
)  # fmt: skip
# "Books" means the format only where it is set against another one.
_BOOK = Rule(
    r"\b(?:the\s+)?(?:actual\s+)?(?:books?|novels?)\b(?=,?\s+not\b)",
    (
        r"(?:\b(?:no,|(?:no\b(?=,?\s+the\b)|meant|wanted|rather"
        r"|prefer)\b,?)\s+(?:the\s+)?)(books?|novels?)\b"
    ),
    r"^\W*(?:(?:only|just|and|or)\s+(?:the\s+)?|the\s+)(books?)\W*(?:please)?\W*$",
    "(?:要|是)(书|書|小说|小說)(?=[，,]?(?:不是|不要|而不是))",
    "(?:我要的是|我说的是|我想要的是)(书|書|小说|小說)",
)

_COUNT = r"(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen)"
_NUMBERS = dict(zip(["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"], range(2, 18), strict=True))  # fmt: skip
_CHILD = r"(?:kids?|child(?:ren)?|son|daughter|grandson|granddaughter|grand-?(?:child(?:ren)?|kids?)|nephew|niece|little (?:one|boy|girl|brother|sister)|boys?|girls?|pupils?)"
_AUDIENCES = tuple(
    (name, Rule(pattern))
    for name, pattern in (
        ("preschool", r"\b(?:for\s+)?(?:my\s+|our\s+|a\s+)?(?:toddlers?|bab(?:y|ies)|pre-?school(?:ers?)?|nursery|under[\s-]?fives?)\b|\bboard books?\b|幼儿园?|幼兒|宝宝|寶寶|婴儿|嬰兒|学龄前|學齡前"),
        ("young_adult", r"\b(?:for\s+)?(?:my\s+|a\s+|some\s+|our\s+)?(?:teen(?:ager)?s?|adolescents?|young adults?|ya|high[\s-]?school(?:ers?)?|secondary school)(?:\s+(?:son|daughter|books?|fiction|novels?))?\b|青少年|中学生|中學生|高中生|初中生|少年(?!宫)"),
        ("adult", r"\bfor (?:adults|grown-?ups)\b|给大人|給大人|成人(?:读|看|的|书)|大人看"),
        ("children", rf"\b(?:suitable\s+)?for\s+(?:a\s+|my\s+|our\s+|the\s+|his\s+|her\s+|some\s+|young\s+|small\s+|little\s+|younger\s+)*{_CHILD}\b|\bchildren['’]?s (?:books?|section|edition|fiction|titles?|version|literature|dvds?)\b|\bkids?['’]? (?:books?|section|version|movies?|films?|dvds?)\b|\bjuvenile\b|\bprimary school(?:ers?)?\b|儿童|兒童|小孩子?|孩子们?|小朋友|少儿|少兒|小学生|小學生|童书|童書"),
    )
)  # fmt: skip
_AGE = Rule(
    (
        r"\b(?:(?:suitable|ok(?:ay)?|good)\s+)?(?:for\s+)?(?:(?:a|my|an"
        rf"|our)\s+)?({_COUNT})(?:[\s-]+(?:or|to|-)[\s-]+{_COUNT})?[\s-]+years?[\s-]+olds?\b"
    ),
    rf"\baged?\s+({_COUNT})\b",
    (
        rf"\b(?:is|who['’]?s|she['’]?s|he['’]?s|turning|turns)\s+({_COUNT})(?=\s+(?:and|who"
        r"|years|next)\b|[,.]|$)"
    ),
    r"([\d一二两兩三四五六七八九十]{1,3})[岁歲](?:的|大)?",
)
_TOPIC_BEFORE = Rule(
    r"\b(?:about|on|of|with|having|raising|parenting|teaching|how to \w+)\s+(?:\w+\s+)?$",
    "(?:关于|關於|教育|养育|跟|与|和)$",
)
# "Space for children" is for them; "caring for children" is about them.
_CARE_BEFORE = Rule(
    (
        r"\b(?:car(?:e|ing)|provid(?:e|ing)|look(?:ing)? out|responsib\w+|advocat\w+"
        r"|safeguarding)\s+$"
    ),
)

_AVAILABLE = Rule(
(r"\b(?:(?:that|which|ones?|those|what)\s+)?(?:(?:i|we)\s+)?(?:can\s+"
r"|could\s+)?(?:be\s+)?(?:take|taken|bring|borrow(?:ed)?|get|check(?:ed)?\s+out"
r"|pick(?:ed)?\s+up|grab|have)\s+(?:them\s+|it\s+)?(?:home\s+)?(?:today|right now|now"
r"|tonight|straight away|immediately|right away|this (?:morning|afternoon|evening))\b"),
r"\btake\s+home\b|\bnot (?:checked out|on loan|borrowed|out)\b",
(r"\b(?:that|which)(?:['’]s|\s+is|\s+are)\s+(?:actually\s+)?(?:in|free"
r"|available)\b(?!\s+(?:the|a|an|my|our|english|chinese)\b)"),
(r"\b(?:what['’]?s\s+|that['’]?s\s+|whats\s+|are\s+)?(?:on|sitting on)\s+the\s+shel(?:f"
r"|ves)(?:\s+(?:right\s+)?now)?\b"),
r"\bin\s+(?:right\s+)?now\b|\bin\s+stock\b",
r"\b(?:currently|immediately)\s+available\b",
r"\bavailable\s+(?:right\s+now|now|today|immediately|to (?:take|borrow)(?:\s+home)?)\b",
r"\b(?:only|just)\s+(?:the\s+)?available(?:\s+ones)?\b",
r"\bavailable\s+(?:ones?|copies|only)\b",
("(?:今天|现在|現在|马上|馬上|立刻|当场|當場|目前)(?:就)?(?:能|可以|可)(?:够)?(?:借|拿"
"|带|帶)(?:到|走|回家|出来|的)*"),
"在架上?(?:的)?|可借(?:的)?|(?:没|沒|未)(?:有)?被?借(?:走|出)(?:的)?",
"能(?:马上|馬上|现在|今天)(?:就)?借(?:到|走)?(?:的)?",
"(?:能|可以)(?:外)?借(?:走|回家)(?:的)?|现货",
)  # fmt: skip


def limits(text: str) -> Iterator[Found]:
    """language, format, audience and available, exact ones first."""
    yield from _audiences(text)
    yield from _formats(text)
    yield from _languages(text)
    for hit in _AVAILABLE.finditer(text):
        yield Found("available", True, *hit.span())


def _languages(text: str) -> Iterator[Found]:
    for pattern in _LANGUAGES:
        for hit in pattern.finditer(text):
            negated = is_negated(text, hit.start()) or is_negated(text, hit.start(1))
            yield Found("language", _CODES[hit[1].lower()], *hit.span(), negated)


def _formats(text: str) -> Iterator[Found]:
    for name, pattern in _FORMATS:
        for hit in pattern.finditer(text):
            yield Found("format", name, *hit.span(), is_negated(text, hit.start()))
    for hit in _BOOK.finditer(text):
        group = next((place for place in range(1, 5) if hit[place]), 0)
        yield Found("format", "book", *hit.span(group), is_negated(text, hit.start(group)))


def _audiences(text: str) -> Iterator[Found]:
    for hit in _AGE.finditer(text):
        told = next(group for group in hit.groups() if group)
        age = _NUMBERS.get(told.lower()) or number(told)
        if age < 18:
            yield Found("audience", audience_of(age), *hit.span(), is_negated(text, hit.start()))
    for name, pattern in _AUDIENCES:
        for hit in pattern.finditer(text):
            about = _CARE_BEFORE if hit[0].lower().startswith("for") else _TOPIC_BEFORE
            if not about.search(text, 0, hit.start()):
                yield Found("audience", name, *hit.span(), is_negated(text, hit.start()))


def audience_of(age: int) -> str:
    """The audience that records name for a reader of this age in years."""
    return (
        "preschool"
        if age < 6
        else "children"
        if age < 13
        else "young_adult"
        if age < 18
        else "adult"
    )
