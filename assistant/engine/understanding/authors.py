"""Authors named in a question: "by Ursula Le Guin", "Le Guin's books", 余华的书."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.engine.understanding.found import Found, is_negated
from assistant.engine.understanding.nobody import everyday_words, names_nobody, wrote_nothing
from index.authors_chinese import own_spelling
from index.text import HAN, Rule

_NAME_WORD = (
    r"(?:[^\W\d_]\.)+|[^\W\d_]+(?:[-'’][^\W\d_]+)*(?:(?:(?<=\b[^\W\d_]{2})|(?<=\b[Mm]rs))\.)?"
)
_STOP = (
    r"(?:published|written|released|printed|translated|from|before|after|since|in|on|at|for|that|which|who|with|about|and the|or|but|not|except|excluding|besides|apart|"
    r"please|available|is|are|was|were|do|does|did|can|could|will|would|you|i|we|they|he|she|it|if|as|to|the|(?-i:a)|an|this|these|those|my|your|our|"
    r"his|her|its|their|any|some|one|ones|only|just|now|today|here|there|library|book|books|novel|novels|audiobook|audiobooks|ebook|dvd|called|titled|"
    r"edition|version|isbn|vol|volume|between|until|up|out|then|when|where|what|how|why|so|because|than|like|too|also|instead|hardback|paperback|and|comes?|arrives?|gets?|appears?|wrote|has|have|by)"
)
# What follows "by" without being a person.
_NOT_NAMES = Rule(
    (
        f"^(?:{_STOP}|author|authors|title|titles|subject|topic|topics|genre|date|year|name"
        "|number|woman|women|men|man|female|male|black|phone|email|e-mail|mail|post|car|bus"
        "|train|foot|bike|hand|heart|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
        "|tomorrow|tonight|noon|midnight|next|last|myself|yourself|himself|herself|themselves"
        "|itself|oneself|me|him|them|us|side|step|far|law|everyone"
        "|anyone|someone|other|others|another|contemporary|local|american|british|english"
        "|chinese|french|german|japanese|russian|african|indian|various|different|several|same|again"
        "|using|doing|going|reading|clicking|relevance|newest|oldest|popularity|chapter|page"
        "|section|design|nature|night|day|and|large|audio|each|either|both|credit|cash|card)$"
    ),
)
_BY = Rule(
    (
        r"\b(?:by|authored by|writings of|works of|novels of|poems of"
        rf"|plays of):?\s+((?:{_NAME_WORD})(?:\s+(?:{_NAME_WORD})){{0,4}})"
    ),
)
_AUTHOR_IS = Rule(
    (
        r"\b(?:the\s+)?(?:author|writer)(?:['’]?s name)?\s*(?:is|was|=|:|called"
        rf"|named)\s*((?:{_NAME_WORD})(?:\s+(?:{_NAME_WORD})){{0,3}})"
    ),
)
_WHAT_ELSE = Rule(
    (
        r"\b(?:what|which)\s+(?:else\s+)?(?:books?\s+|novels?\s+)?(?:did|has"
        r"|have)\s+((?:[^\W\d_a-z][\w.'’-]*\s?){1,4})\s*(?:also\s+)?(?:write|written|wrote"
        r"|published?)\b"
    ),
    flags=0,
)
_OWNS = Rule(
    (
        r"\b((?:[^\W\d_a-z]\w*(?:[-.'’](?!s\b)\w*)?\s+){0,3}[^\W\d_a-z]\w*)['’]s?\s+(?:other\s+"
        r"|new(?:est)?\s+|latest\s+|first\s+|early\s+|later\s+|complete\s+|short\s+|books?\b"
        r"|novels?\b|stories\b|works?\b|poems?\b|poetry\b|plays?\b|essays?\b|writings?\b)+"
    ),
    flags=0,
)
# "the sea stories of Patrick O'Brian"
_OF = Rule(
    r"\b(?:stories|tales|mysteries|thrillers|sagas)\s+(?:of|by|from)\s+((?:(?:[^\W\d_a-z]\.)+|[^\W\d_a-z][\w'’-]*)(?:\s+(?:(?:[^\W\d_a-z]\.)+|[^\W\d_a-z][\w'’-]*)){1,3})",
    flags=0,
)
_AND_BY = Rule(
    r"\b[Bb]y\s+(?:[^\W\d_a-z][\w.'’-]*\s+){1,3}(?:and|or|&)\s+((?:[^\W\d_a-z][\w.'’-]*\s?){2,3})",
    flags=0,
)
_MORE = Rule(
    (
        r"\b(?:more|anything|latest|new|any|the new|the latest)\s+(?:by"
        r"|from)\s+((?:[^\W\d_a-z][\w.'’-]*\s?){1,4})"
    ),
    flags=0,
)
_DR = Rule(r"^(?:dr|prof|professor|mr|mrs|ms)\b\.?\s+(?=\S)")
_PINYIN_OWNS = Rule(  # lu xun de shu
    r"^\W*((?:[a-z]{2,6} ?){1,3}) de (?:shu|xiao ?shuo|zuo ?pin|san ?wen)\W*$",
)
_A_KIND = Rule(  # nigerian writers, disabled people
    r"^(?:[a-z]+ ){1,2}(?:writers?|authors?|novelists?|poets?|people|women|men|children|teenagers|teens|girls|boys"
    r"|mothers|fathers|refugees|im?migrants|survivors|soldiers|nurses|prisoners|scientists|academics)$",
    flags=0,
)
_AND_OTHERS = Rule(r"\s+et\.? al\b.*$")
_STOPS = Rule(rf"\s+{_STOP}(?=\s|$)")

_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜"
    "戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段钱汤尹黎易常武乔贺赖龚文莫鲁季梅路迟毕费席霍柳葛阮虞聂詹耿裴祝"
)
_HAN_NAME = rf"[{HAN}]{{2,8}}"
_FOREIGN = (
    rf"(?:(?:[A-Z][·•・．.]){{1,3}}[{HAN}]{{2,8}}|[{HAN}]{{1,8}}(?:[·•・．.][{HAN}]{{1,8}}){{1,3}})"
)
_WORKS = r"(?:书|小说|作品|诗集?|散文|著作|文集|全集|新书|短篇|长篇|杂文|剧本|代表作)"
_GENRES = "(?:武侠|科幻|推理|悬疑|侦探|言情|爱情|历史|奇幻|魔幻|恐怖)"
_HAN_OWNS = Rule(
    (
        f"({_FOREIGN}|{_HAN_NAME}?)(?:的(?:其他|其它|新|别的|所有|全部|其余)?(?:{_WORKS}|{_GENRES}小说)"
        "|(?:所)?(?:写|著)(?:的|过)|还写[过了]|都写[过了])"
    ),
    flags=0,
)
_HAN_LISTED = Rule(  # of somebody who is known by name: 巴赫的音乐, 刘慈欣最新的书
    f"([{HAN}·•・]{{2,12}}?)(?:(?=的(?:电影|影片|片子|动画片?|漫画|绘本))|的(?:音乐|曲子|乐曲|歌曲?|专辑|唱片|童话)"
    f"|(?:的)?最(?:[新近早薄厚长短]|有名|出名|著名|经典|好看)的?(?:一?[本部个])?(?:{_WORKS}|(?=[是哪])|$))",
    flags=0,
)
_HAN_FOREIGN = Rule(f"({_FOREIGN})(?=.*(?:{_WORKS}|写|著|出版))", flags=0)
_HAN_FRAMES = Rule(
    (
        "^.*(?:有没有?|有无|想找|想看|想借|想读|找一下|查一下|找|借|看|读|要|有|搜|查"
        "|推荐|喜欢|跟|和|请问|馆里|你们|几本|一些|更多|关于|的)"
    ),
    flags=0,
)
_HAN_TWO = Rule(
    f"({_HAN_NAME}?)(?:和|与|跟|以及|、)({_FOREIGN}|{_HAN_NAME}?)的(?:所有|全部)?{_WORKS}", flags=0
)
_HAN_DENIED = Rule(
    f"(?:不是|不要|除了|别给我|不看)({_FOREIGN}|{_HAN_NAME}?)(?:的|写的)?(?:以外|之外)?呢?(?=$|[，,。？！ ])",
    flags=0,
)
_HAN_LEFT_OUT = Rule(  # 金庸的不要, 东野圭吾的除外
    f"({_FOREIGN}|{_HAN_NAME}?)(?:写的?)?的?(?:书|作品|小说)?(?:除外|(?:就|都)?不要)[了吧]?(?=$|[。！ ])",
    flags=0,
)
_HAN_CALLED = Rule(
    f"作者(?:的?名字)?(?:名?叫做?|是|为)(?:个)?({_FOREIGN}|[{HAN}]{{2,4}}?)(?=的|[，,。？！吗呢 ]|$)",
    flags=0,
)
_NO_NAME = Rule("[谁什哪男女个人位]", flags=0)
_BEGIN = """
高兴 文学 文化 文艺 石油 金融 高等 高级 高中 马克 易懂 常见 方便 万物 白话
黄色 夏天 江南 龙的 路上 林业 任何 康复 汤姆 石头 毛笔 方面 常用 马上 程序
范围
"""  # and what begins with it
_NO_NAMES = """
武功 文明 王朝 陆军 武侠 武林 胡同 顾问 文武 石英 胡子 叶子 白领 梅花 孙子
马匹 王子 白宫 祝贺 史诗 史实 史前 史官 毛巾 马背 金石 杨柳 田园 田野 孔雀
李子 林木 石林 卢布 金光 白银 龙宫 胡椒 熊猫 马戏 王宫 王后 王妃 唐诗 宋词
唐人 毛驴 毛竹 毛发 黄牛 黄蜂 孙女 孔庙 柳树 杨树 易经 梅雨 龙虾 白鹤 丁香
杜鹃 马道 马术 石阶 钟楼 田赋 胡琴 胡人 段子 金秋 金山 金黄 高峰 高潮 高僧
秦汉 魏晋 宋元
"""  # that dictionaries have as names
_HAN_NOT = frozenset(_BEGIN.split())
_NOT_HAN = frozenset(_NO_NAMES.split())


_ENGLISH = (_AUTHOR_IS, _BY, _AND_BY, _WHAT_ELSE, _OWNS, _MORE, _OF)
_CHINESE = (_HAN_OWNS, _HAN_FOREIGN, _HAN_TWO, _HAN_DENIED, _HAN_LEFT_OUT)


def authors(text: str) -> Iterator[Found]:
    """Names as written; a reference ("that author") is none."""
    if pinyin := _PINYIN_OWNS.match(text):
        yield Found("author", pinyin[1], *pinyin.span())
    for called in _HAN_CALLED.finditer(text):
        if not _NO_NAME.search(called[1]):
            yield Found("author", called[1], *called.span(), is_negated(text, called.start()))
    yield from _listed(text)
    for read, patterns in ((_named, _ENGLISH), (_chinese, _CHINESE)):
        for pattern in patterns:
            for hit in pattern.finditer(text):
                for group in range(1, pattern.groups + 1):
                    yield from read(text, hit.start(group), hit[group])


def _named(text: str, start: int, said: str) -> Iterator[Found]:
    stop = _STOPS.search(said)
    name = _AND_OTHERS.sub("", said[: stop.start()] if stop else said).rstrip(" .,'’")
    if title := _DR.match(name):
        start, name = start + title.end(), name[title.end() :]
    first = re.split(r"[\s.]", name, maxsplit=1)[0] if name else ""
    if len(name) < 2 or names_nobody(name) or wrote_nothing(text, start):
        return
    if not (_NOT_NAMES.match(first) or _A_KIND.search(name)):
        yield Found("author", name, start, start + len(name), is_negated(text, start))


def _chinese(text: str, start: int, said: str) -> Iterator[Found]:
    frame = _HAN_FRAMES.match(said)
    lead = frame.end() if frame else 0
    name = said[lead:]
    if _is_chinese_name(name):
        yield Found("author", name, start + lead, start + len(said), is_negated(text, start + lead))


def _listed(text: str) -> Iterator[Found]:
    """Names that are listed, whatever is said before them."""
    for hit in _HAN_LISTED.finditer(text):
        starts = range(hit.start(1), hit.end(1) - 1)
        at = next((one for one in starts if own_spelling(text[one : hit.end(1)])), None)
        if at is not None:
            yield Found("author", text[at : hit.end(1)], at, hit.end(), is_negated(text, at))


def _is_chinese_name(name: str) -> bool:
    """With a dot it is a foreign name; else a surname and one or two more characters that are no word."""
    if re.search("[·•・．.]", name):
        return True
    if own_spelling(name):
        return True
    return (
        2 <= len(name) <= 3
        and name[0] in _SURNAMES
        and name[:2] not in _HAN_NOT
        and name not in _NOT_HAN
        and name not in everyday_words(_SURNAMES)
    )
