"""What readers of Chinese put around the thing they ask for."""

from __future__ import annotations

import re
from functools import cache

_OPENINGS = (
    "请问|您好|你好|打扰|麻烦|谢谢|请|帮我|帮忙|我想要?|我要|我们?在|我|想要?|需要",
    "能不能|能否|可以|可不可以|是否|你们|咱们|这里|这儿|贵馆|本馆|图书馆|馆里|馆内|里面|里",
    "有没有|还有|有无|有|找一下|查一下|找找|找|查找|查询|查|搜索|搜|借阅|借|看看|看|读",
    "一本|一部|一套|一下|这本|那本|哪本|本书|叫做|名叫|名为|叫|书名[是叫为]?|题为",
    "谁写了|谁写的|谁是|哪里有|哪有|哪个馆有|在哪里?能?找到?|知道",
)
_CLOSINGS = (
    "吗|呢|么|嘛|吧|啊|呀|谢谢|请问|在哪个?分?馆|在哪一?[层楼里儿架]?|在什么(?:地方|位置)",
    "哪个?馆有|哪里有|哪里能?借到?|怎么[找借]|有没有|有货|有|这本书|那本书|这部书|一书|的书|(?<![全情证遗圣辞瓜])书",
    "是谁写的|谁写的|是谁的(?:作品|书)|的?作者(?:是谁|是|叫什么)?|是谁",
    "(?:还|现在)?(?:可不?可以|能不?能|能否|可|能)[借看找](?:阅|到|走)?",
    "在架|在馆|还在|被借走了?|借出|的?索书号(?:是(?:多少|什么))?|的?位置|多少|几本",
)
_BOOKS = "(?:书籍|图书|书|资料|作品|小说|文章|读物|著作|诗[集歌]?|散文|杂文|故事|戏剧|剧本|话剧)"
_LIKE = "(?:差不多|类似|一样|那样|这样|似的|风格)"


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        name: re.compile(pattern)
        for name, pattern in {
            "opening": rf"^(?:{'|'.join(_OPENINGS)})[\s,，。:：、!！?？]*",
            "closing": rf"[\s,，。、]*(?:{'|'.join(_CLOSINGS)})[\s?？!！。,，]*$",
            "about": "(?:关于|有关|讲述?|介绍|涉及|研究)(.+?)"
            f"(?:方面|主题|题材|内容|相关)?的?{_BOOKS}?$",
            "by": f"^(.{{2,12}}?)(?:写|著|创作|编写|出版)?的(?:其他|其它|所有|全部|哪些)?{_BOOKS}$",
            "asking": r"有?[?？吗呢。!！\s]+$",
            "like": f"(?:(?:类似于?|像)(?P<work>.+?){_LIKE}*|[跟和与](?P<beside>.+?){_LIKE}+)"
            f"(?:的{_BOOKS}?)?(?:[,，]?(?:但是?|不过|只是|而且|可是?)(?P<rest>.+))?$",
            "this": "(?:[这那上]一?[本个部套些]?(?:书|小说|电影|作品)?|它们?|[本个部套])$",
            "tail": f"(?:一点|一些|点)?的?{_BOOKS}?$",
        }.items()
    }


def core_of(folded: str) -> tuple[str, bool]:
    """A folded question less its frame, and whether it asks for a topic ("关于...的书")."""
    patterns, before = _patterns(), ""
    text = folded.strip(" ?？!！。.，,")
    while text != before:
        before = text
        text = patterns["opening"].sub("", text) or text
        text = patterns["closing"].sub("", text) or text
    about = patterns["about"].search(text)
    return (about.group(1), True) if about and about.start() <= 2 else (text, False)


def author_of(folded: str) -> str:
    """The name in "...的书"; "" when it is no such question."""
    found = _patterns()["by"].match(_patterns()["asking"].sub("", _opened(folded)))
    name = found.group(1) if found else ""
    return "" if name.startswith(("关于", "有关", "类似", "像", "讲")) else name


def _opened(text: str) -> str:
    before = ""
    while text != before:
        before = text
        text = _patterns()["opening"].sub("", text) or text
    return text


def likeness(folded: str) -> tuple[str, str]:
    """The work in "像...一样的书, 但..." and what follows the but; "" when it is neither."""
    core = core_of(folded)[0]
    found = _patterns()["like"].search(core)
    if not found or found.start() > 2:
        return "", ""
    rest = _patterns()["tail"].sub("", found.group("rest") or "")
    work = (found.group("work") or found.group("beside")).strip("《》 的")
    return ("", "") if _patterns()["this"].match(work) else (work, rest.strip("要更"))
