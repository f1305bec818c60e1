"""Reading a question for the holdings: its frame taken off, and what it names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.text import call_key, fold, has_han, isbn13, issn


@dataclass(frozen=True, slots=True)
class Reading:
    """A question as understood. `core` is what is left without its frame; it may be all of it."""

    text: str  # folded
    core: str
    quoted: str = ""  # what stood in quotation marks
    topical: bool = False  # "about ...", "books on ...": a topic, whatever titles say
    author: str = ""  # "books by ...": works of a person
    like: str = ""  # "something like ...": a work to start from
    rest: str = ""  # and what is said beyond it
    identifiers: tuple[str, ...] = ()


def read(text: str) -> Reading:
    """Take the frame off a question in English or Chinese."""
    folded = fold(text)
    quoted = _QUOTED.search(folded)
    core, topical = _core(folded)
    like, rest = _likeness(folded)
    return Reading(
        text=folded,
        core=core,
        quoted=next((g.strip() for g in quoted.groups() if g), "") if quoted else "",
        topical=topical,
        author=_author_of(folded, core),
        like=like,
        rest=rest,
        identifiers=_identifiers(text, core),
    )


_QUOTED = re.compile(r'"([^"]{2,})"|《([^》]+)》|「([^」]+)」|『([^』]+)』|“([^”]{2,})”|«([^»]{2,})»')

_YOU = r"(?:you|u|ya|we|they|(?:the|your|this|our) (?:library|catalogue|catalog|collection))"
_FIND = (
    r"(?:find|locate|get|borrow|read|see|have|check out|take out|look up|look for|search for|reserve"
    r"|request|order|show|give|tell|point|recommend|suggest|help|check|use|know)"
)
# Openings of a question, tried again and again until none fits.
_OPENINGS = [
    r"(?:hi|hello|hey|hiya|greetings|good (?:morning|afternoon|evening|day))(?: there| all)?",
    r"(?:please|pls|kindly|ok(?:ay)?|so|um+|uh+|well|excuse me|sorry|thanks|thank you|just|maybe|quick question)",
    r"(?:can|could|would|will|may|might) (?:you|u|i|we|someone|anyone)(?: please| kindly| possibly| maybe| just)?"
    rf"(?: help me)?(?: to)? {_FIND}(?: me| out)?(?: to| for| with| if| whether| where)?",
    rf"(?:i am|i'm|im|we are|we're)(?: currently| just| still)? (?:looking|searching|hunting|after|trying|interested|wondering)"
    rf"(?: for| in| if| whether)?(?: to {_FIND})?(?: for)?",
    rf"(?:i|we)(?:'d| would|'ve| have)? ?(?:really )?(?:need|want|like|love|wish|wanna|am after|been looking|was looking|was wondering"
    rf"|wonder|wondered)(?: to)?(?: {_FIND})?(?: for| if| whether)?",
    r"(?:looking|searching|hunting|wondering)(?: for| if| whether)?",
    r"(?:in search of|search(?: for)?|find(?: me)?|get me|show me|give me|locate|look up|look for|need|want|tell me(?: about| where| who| if)?)",
    rf"(?:do|does|did|would|will) {_YOU}(?: guys| folks| people| all| happen| by any chance| still| currently| also)*(?: to)?"
    r" (?:have|carry|own|hold|stock|got|offer|keep|get|know(?: if| where| who| whether)?)",
    rf"(?:have|has) {_YOU}(?: guys)?(?: got)?|{_YOU} (?:got|have)|got",
    r"(?:is|are) there|there(?:'s| is| are)|is it possible to (?:get|find|borrow|read)|any chance of|any sign of",
    r"(?:where|how|when) (?:can|do|could|would|might|should) (?:i|we|one|you) (?:find|get|locate|borrow|read|see|reserve|keep)",
    r"(?:where|what)(?:'s|s| is| are)(?: the (?:call number|shelf ?mark|location|author|isbn|status) (?:of|for))?(?! the )",
    r"(?:which|what) (?:branch|library|shelf|floor|section)(?: has| holds| is)?",
    r"(?:who|whom)(?:'s|s| is| was)? (?:wrote|the (?:author|writer|creator) (?:of|behind)|written by|authored|penned|by)",
    r"(?:who|whose) (?:wrote|authored|penned|work is|book is)|(?:the )?author of|(?:is|are) the",
    r"(?:(?:a|an|the|any|some|your|another|one|all|other) )?(?:\w+ )?(?:copy|copies|editions?|versions?|translations?) of",
    r"(?:(?:a|an|the|this|that|any|some|one|your) )?(?:\w+ )?(?:book|novel|title|work|text|play|poem|story|e-?book"
    r"|audiobook|volume|item|record|thing|something|one)s?,? (?:that is |that's |which is )?"
    r"(?:called|titled|entitled|named|with the title|by the name of|known as)",
    r"(?:called|titled|entitled|named)",
]  # fmt: skip
_OPENING = re.compile(rf"(?:{'|'.join(_OPENINGS)})(?![\w'])[\s,:;.!?-]*")
_CLOSINGS = [
    r"(?:please|pls|thanks|thank you|thx|cheers|many thanks|ta)(?: so much| a lot| very much| in advance)?",
    r"(?:is it|are they|it's|its)?(?: currently| still)? ?(?:available|in stock|on the shelf|on loan|checked out|checked in)",
    r"(?:in|at|from|on) (?:the|your|this|our|any|which) (?:library|catalogue|catalog|collection|system|holdings|shelves|branch|stacks)",
    r"(?:by any chance|right now|today|anywhere|here|for me|somewhere|or not|at all|in yet|if possible)",
    r"(?:do you have (?:it|that|this|one)|have you got (?:it|that|one)|where is it|can i (?:borrow|get|have) (?:it|one)|who wrote (?:it|this|that)"
    r"|is it in|which branch has it|got it|who is it by|who's it by)",
]  # fmt: skip
_CLOSING = re.compile(rf"[\s,:;.!?-]+(?:{'|'.join(_CLOSINGS)})[\s,:;.!?-]*$")
_THE_BOOK = re.compile(
    r"^(?:the|a|this|that) (?:book|novel|play|poem|e-?book|audiobook|story|film|movie)"
    r"(?! (?:of|about|on|for|that|with|and|in|by|to)\b),? (?=\w)"
)

_ABOUT = re.compile(
    r"^(?:(?:any|some|good|a|the|more|few|other|your|best|new|introductory|general) )*"
    r"(?:(?:non-?fiction |fiction |children's |picture |text|e-?|audio ?)?(?:books?|novels?|anything|something|materials?|resources?"
    r"|information|info|titles?|stories|literature|works?|articles?|stuff|readings?|sources?|things?|films?|movies|documentaries|ebooks?)"
    r"(?: to read| you have| available)? )?"
    r"(?:about|on|regarding|concerning|dealing with|on the (?:subject|topic|history|theme) of|related to|relating to|covering|that explains?"
    r"|for learning|to learn) "
)
_BY = re.compile(
    r"^(?:(?:any|some|the|more|other|all|your|what) )*"
    r"(?:books?|novels?|anything|something|everything|titles?|works?|poems?|poetry|plays?|stories|essays|writings?|stuff|things|other)"
    r"(?: (?:written|authored|published|you have|do you have|are there))*(?: by| from| of the author) (?:the (?:author|writer|poet) )?(.+)$"
)


def _core(folded: str) -> tuple[str, bool]:
    if has_han(folded):
        return _chinese_core(folded)
    text = _without_frame(folded.strip(" ?!.,;:"))
    about = _ABOUT.sub("", text, count=1)
    core = about.strip(" ?!.,;:\"'")
    return (core or folded), about != text


def _without_frame(text: str) -> str:
    before = ""
    while text and text != before:
        before = text
        text = _OPENING.sub("", text, count=1) if _OPENING.match(text) else text
        text = _CLOSING.sub("", text).strip()
        text = text or before
    return _THE_BOOK.sub("", text, count=1) if text else before


_ZH_OPENING = re.compile(
    r"^(?:请问|您好|你好|打扰|麻烦|谢谢|请|帮我|帮忙|我想要?|我要|我们?在|我|想要?|需要|能不能|能否|可以|可不可以|是否|"
    r"你们|咱们|这里|这儿|贵馆|本馆|图书馆|馆里|馆内|里面|里|"
    r"有没有|还有|有无|有|找一下|查一下|找找|找|查找|查询|查|搜索|搜|借阅|借|看看|看|读|"
    r"一本|一部|一套|这本|那本|哪本|本书|叫做|名叫|名为|叫|书名[是叫为]?|题为|谁写了|谁写的|谁是|哪里有|哪有|哪个馆有|在哪里?能?找到?|知道)"
    r"[\s,，。:：、!！?？]*"
)
_ZH_CLOSING = re.compile(
    r"[\s,，。、]*(?:吗|呢|么|嘛|吧|啊|呀|谢谢|请问|在哪个?分?馆|在哪一?[层楼里儿架]?|在什么(?:地方|位置)|哪个?馆有|哪里有|哪里能?借到?|怎么[找借]|"
    r"有没有|有货|有|这本书|那本书|这部书|一书|的书|书|是谁写的|谁写的|是谁的(?:作品|书)|的?作者(?:是谁|是|叫什么)?|是谁|"
    r"(?:还|现在)?(?:可不?可以|能不?能|能否|可|能)[借看找](?:阅|到|走)?|在架|在馆|还在|被借走了?|借出|的?索书号(?:是(?:多少|什么))?|的?位置|多少|几本)[\s?？!！。,，]*$"
)
_ZH_ABOUT = re.compile(r"(?:关于|有关|讲述?|介绍|涉及|研究)(.+?)(?:方面|主题|题材|内容|相关)?的?(?:书籍|图书|书|资料|作品|小说|文章|读物)?$")


def _chinese_core(text: str) -> tuple[str, bool]:
    text = text.strip(" ?？!！。.，,")
    before = ""
    while text != before:
        before = text
        text = _ZH_OPENING.sub("", text) or text
        text = _ZH_CLOSING.sub("", text) or text
    about = _ZH_ABOUT.search(text)
    return (about.group(1), True) if about and about.start() <= 2 else (text, False)


_ZH_BY = re.compile(r"^(.{2,12}?)(?:写|著|创作|编写|出版)?的(?:其他|其它|所有|全部|哪些)?(?:书籍|书|作品|小说|著作|诗集?|散文|文章)$")


def _author_of(folded: str, core: str) -> str:
    if has_han(core):
        found = _ZH_BY.match(core if core.endswith(("书", "作品", "小说", "著作")) else f"{core}的书")
        whole = _ZH_BY.match(re.sub(r"[?？吗呢。!！\s]+$", "", folded))
        return found.group(1) if found and whole else ""
    found = _BY.match(core)
    return found.group(1).strip() if found else ""


_LIKE = re.compile(
    r"(?:^|\b)(?:something|anything|some|books?|novels?|stories|titles?|more|others?|another(?: one| book)?|ones?|stuff|things?|similar|read)?"
    r"(?: (?:books?|novels?|stories|titles?|to read|that (?:is|are)|that's|which is))*\s*"
    r"\b(?:like|similar to|in the (?:style|vein|spirit) of|along the lines of|reminiscent of|comparable to|akin to) (?P<work>.+)$"
)
_BUT = re.compile(r",? (?:but|only|except|though|yet|just) (?:it is |is |make it |with |more |that is |that's |a bit )?|, (?:and )?(?:more |less )")
_ZH_LIKE = re.compile(
    r"(?:类似于?|像|跟|和|与)(?P<work>.+?)(?:差不多|类似|一样|那样|这样|似的|风格)*(?:的(?:书籍|书|小说|作品|故事)?)?(?:[,，]?(?:但是?|不过|只是|而且|可是?)(?P<rest>.+))?$"
)


def _likeness(folded: str) -> tuple[str, str]:
    """The work a reader wants something like, and what they say beyond it."""
    if has_han(folded):
        return _chinese_likeness(_chinese_core(folded)[0])
    found = _LIKE.search(folded.strip(" ?!."))
    if not found or re.search(r"\b(?:would|i'd|do you|i|you|we|they|who|feel|looks?)(?: really)?$", folded[: found.start("work")].rsplit(" like", 1)[0].strip()):
        return "", ""
    parts = _BUT.split(found.group("work"), maxsplit=1)
    return parts[0].strip(" \"'"), parts[1].strip() if len(parts) > 1 else ""


def _chinese_likeness(core: str) -> tuple[str, str]:
    found = _ZH_LIKE.search(core)
    if not found or found.start() > 2:
        return "", ""
    rest = re.sub(r"(?:一点|一些|点)?的?(?:书|小说)?$", "", found.group("rest") or "")
    return found.group("work").strip("《》 的"), rest.strip("要更")


_CALL = re.compile(r"^[a-z]{0,3} ?\d[\w .:/\-]*$", re.IGNORECASE)
_CALL_WORDS = re.compile(r"^(?:call ?(?:number|no\.?)|shelf ?mark|isbn(?:-1[03])?|issn|索书号|书号|国际标准书号)[\s:：#是为]*", re.IGNORECASE)


def _identifiers(text: str, core: str) -> tuple[str, ...]:
    bare = _CALL_WORDS.sub("", core).strip()
    found = [isbn13(text), issn(text)]
    if _CALL.match(bare) and any(c.isdigit() for c in bare):
        found.append(call_key(bare))
    return tuple(dict.fromkeys(key for key in found if key))
