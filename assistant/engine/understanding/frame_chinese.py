"""What a message in Chinese is about: the frame of the question taken off, clause by clause."""

from __future__ import annotations

import re

from assistant.engine.understanding.tales_chinese import GROWN_UP, MATTER
from assistant.engine.understanding.words import split
from index.text import Rule, simplify

_SUBJECT = (
    "(?:(?:[我他她]们?)?(?:家里?)?的?(?:孩子|小孩|小?[男女]孩|女儿|儿子|弟弟|妹妹|哥哥|姐姐|孙子|孙女|外孙女?"
    f"|侄子|侄女|外甥女?|{GROWN_UP})|我们?|[他她]们?)"
)
_VERY = "(?:很|特别|最|比较|平时|也)?"
_HAN_HEAD = re.compile(
    "^(?:(?:"
    + "|".join(
        (
            "(?:对|好|好[吧的]|行|嗯|哦|噢|可以|不|不是|不对|没事|算了)(?=[，,。！! ])|卧槽|我[去靠](?=[你，,])|哇塞?|天[哪啊]|咁|哈哈+|[欸诶喂呃]|亲(?=[，,。！!～ ])|算了|好吧",
            "(?:我们?|他|她|孩子)?(?:去年|今年|前年|上次|上个?月|上周|小时候|当年|曾经|[以之]前|好?几年前)+(?:在.{1,6})?(?:借|看|读|听|见)过?(?:了|的)?(?:一?[本部个篇])?(?:书(?=[，,是讲])|[讲写]的?是?(?=.{1,12}的))?",
            "你好|您好|请问|嗨|哈喽|哈啰|请|麻烦[你您]?|麻烦|那个|嗯|老师好?|老师|想问一?下?|问一下|打扰一?下?了?|谢谢|不该(?=[，,])|那(?![本部首篇种个])|对了|另外|还有(?:没有)?|然后|类似的|(?:能|可以)?[看读听]得?懂的",
            "(?:我们?|咱们|本人)?(?:现在|最近|正在|正)?(?:想要?|需要|[只就]?要|打算|准备|得)(?:找|查|借|看|读|了解|学习?(?![术校生院科者])|买)?(?:一下|一些|一点|点)?",
            "(?:我们?)?在[找查]",
            "(?:你们|您们|图书馆|馆里|贵馆|咱们|这里|这儿|你这儿)(?:这里|这儿|里)?(?:现在|都|也|还|是否|居然|竟然|真的|原来|到底)*(?:有没有?|有|藏有|收藏|能不能|可以|能)?(?:找到|借到|提供)?",
            "(?:有|到|进)?(?:新书|新的书|新到的?)?(?:了|时|的时候|就)?(?:请)?(?:通知|告诉|提醒)(?:我|一下)+|(?:有|到|进)了?(?:关于)?(?=.*(?:新书|新到).*(?:通知|告诉|提醒))|有没有?|有无|有什么|有哪些|有(?![关趣名]|意思)|能不能|可不可以|可以|能|帮我|帮忙|给我|推荐(?:一下|点(?!心))?|推荐|介绍(?!信)|介绍|查一下|查查|找点|找些|[找借看]本(?!书)|查找|查询|查|找一下|找找|找",
            "搜索|搜一下|搜|借一?[本下]?|看看|看一?下|求|哪里有|哪里能?(?:找到|借到|借)|哪里可以(?:找到|借到|借)",
            "(?:我?们?的?(?:朋友|老师|同学|同事|妈妈|爸爸|医生))?(?:推荐)(?:给我|我|了)?(?:看|读|了)*|来(?=[几点些一])|听说|好像|大概|可能|是讲|(?:故事)?(?:的?背景|发生)(?:是|在|设在)+|主角是个?|[想要]?给.{1,6}?(?:借|找|买|挑|选)(?=几本|一本|些|点|本)|(?:想|要)?问[下问]",
            rf"{_SUBJECT}*{_VERY}(?:喜欢(?:看|读|听)?|爱(?:看|读|听))",
            rf"{_SUBJECT}+{_VERY}爱(?![好情人])",
            rf"{_SUBJECT}+(?:最近|现在)?(?:想要?|打算|准备)(?:学习?|[看读借找练])(?:点|些|一下)?(?![生校院])",
            "(?:如果|要是|实在)?没有?的话|(?:如果|要是)没有|或者|或是",
            "那种|这种|这类|那类|那本|这本|那部|这部|比较|几本|一本|一些|一点|些|本(?=书)|什么|哪些|任何|更多|其他|其它|好的|好看的|相关的?|适合|所有",
            "(?:最近|近来|这阵子|这段时间|老是|总是|经常)+(?=..)(?!的)",
            "关于|有关|比如说?|例如|讲的是|讲|讨论|谈|写(?=的|关于)|和(?=.+有关)|跟(?=.+有关)|与(?=.+有关)|一下|的",
        )
    )
    + ")[，,：:。！!？? ]*)+"
)
_HAN_TAIL = re.compile(
    "(?:[，,。！!？?～~ ]*(?:"
    + "|".join(
        (
            "(?:怎么样|好看吗|好不好看|值得[看读借]吗)",
            "的?(?:(?<![全情证遗圣辞瓜])书籍?|图书|小说|资料|文献|材料|作品|读物|文章|教材|内容|东西|信息|介绍)?(?:各|还|都|分别)?(?:有没有|有吗|有么|有啊|有的话|有哪些|有(?:什么|哪些|啥)(?:推荐|好?书)?|有几本)",
            "(?<=[\u4e00-\u9fff]{2})(?:所)?写的?(?:书|作品|小说|东西)?(?:都)?(?:有哪些|有什么|有吗|有没有)?(?![\u4e00-\u9fff])",
            "(?<=[\u4e00-\u9fff]{2})的?(?:全部|所有)的?(?:书|作品|小说|著作)?(?![\u4e00-\u9fff])|还有(?:别的|其他|其它)的?(?:书|作品|小说)?(?:吗|么|没有)?",
            "的?(?:新书)(?:到了?|来了|上架)?(?:的时候|时|就|后)?[，,]?(?:请)?(?:通知|告诉|提醒)(?:我|一下)+|(?:到|来|上架)了?(?:的时候|时|就)?(?:请)?(?:通知|告诉|提醒)(?:我|一下)+",
            "在哪个?(?:馆|里|儿|分馆|架|书架|区|楼层?|层)?(?:能借|有|找)?|在哪个?(?:馆|里)?|在哪里|在哪(?:里|儿)?(?:能?(?:找到?|借到?))?|哪里(?:能|可以)?(?:找到?|借到?|有)|哪[个间]馆有|哪个馆有",
            "能借吗|可以借吗|借得到吗|能借到吗|还在吗|在吗|在不在|在馆吗|在架吗|借出去?了吗|被借走了吗|没有了?吗|没吗|没有?$|还有吗|还有没有|吗|呢|(?<![什怎那这多])么|吧|啊|呀|哦|噢|喔|呗|嘛|哈|啦|咯|喽|嘞|谢谢|多谢|谢了",
            "(?:还|都)?写过(?:些|了)?(?:啥|什么|哪些)|的?(?:书|资料|指南)?(?:可以|能)(?:借|看|读)|(?:适合|给)[他她].{0,3}(?:看|读)|在不在馆|字大一?点|最好带图|我是小白",
            "(?:的?也|都)(?:行|可以|成|好|要)(?:的|吧|啊)?|给|适合|有关(?:的|系)?|推荐(?:一下|[几一]本书?|吗)?|看看|可以吗|行吗|好吗|先看哪些(?:书)?好?|哪些书好|是?谁写的|作者是谁|怎么找|馆藏|这本书|有货吗|多少本|的|图书馆|馆里|在?你们的?目录里|是谁的诗|(?<=..)(?<![人鸟鱼分菌贝另同兽虫肉])类(?:型)?|(?:最好|更好|就好|优先)|怎么办|能下载(?:pdf)?吗|叫什么(?:名字|来着)|进目录了吗",
        )
    )
    + "))+[，,。！!？?～~ ]*$"
)
_HAN_STORY = re.compile(  # 孩子写作文需要关于环保的资料: what stands before is why
    r"^.{1,30}?(?:需要|想要|想找|要找|找点|找些|找一些|有没有)(?:一些|一点|点儿?|几本|什么)?(?=关于|有关)"
)
_READ_TO = re.compile(r"[读讲念]给\s*(?:我|[他她]们?|孩子|宝宝)?\s*听?")  # 读给三岁孩子听
_HAN_KIND = re.compile(
    r"(?:方面)?(?:的)?(?:参考书?|(?<![全情证遗圣辞瓜])书籍?|图书|资料|文献|材料|读物|作品|内容)$|(?<=..)方面$|的?\s*(?i:essay|paper|project|report|presentation|assignment)s?$"
)
_PHRASE = 3  # characters: 活着 is a title, 页数多少 none
_TITLE = 16  # characters: a name may have commas in it
_CLAUSE = re.compile(r"[，,。！!？?；;\n]+")
_BLANK = re.compile(r"(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])")
_WISH = re.compile(
    "有没有?|有无|有(?:什么|哪些|啥)|(?:想|要)(?:找|看|借|读|查)|找(?:一|几|点|些|本)|推荐|帮我|在哪|哪[里儿个]|借[一几]?本|能借|吗$"
)
_KIND = "(?:毕业)?(?:论文|作文|作业|报告|文章|课题|项目|参考书|书籍?|图书|资料|文献|材料|画册|绘本|小说|电影|纪录片|故事|内容|知识|指南|教材|教程)"
_KINDS = re.compile(
    rf"(?:的?(?:{_KIND}|绘本|参考|数据库|帮助|课程?|网站)(?:[和与或、]者?|以及|还是)?)+|"
)
_ABOUT = re.compile(
    rf"(?:关于|有关(?![的于]))(?P<topic>[^，,。！!？?；;\n]{{1,30}}?)(?:的?一?些?{_KIND}|的?方面|$|(?=[，,。！!？?；;\n]))"
)
_TELLS = re.compile(
    rf"(?:讲述|讲|介绍)(?:的是)?(?P<topic>(?!的)[^，,。！!？?；;\n]{{1,30}}?)(?:的(?:入门)?{_KIND}|(?=[，,。！!？?；;\n])|$)"
)
_POOR = re.compile(  # what somebody is not good at
    "(?P<topic>数学|语文|物理|化学|历史|地理|生物|作文|写作|阅读|英[语文])(?:成绩|学习)?(?:也|总是|一直|有点)?"
    "(?:不(?:太|大|怎么|是很)?[好行]|很?差|很?薄弱|跟不上|学不(?:好|会|懂))"
)
_FOND_ONE = re.compile(
    "\\W*(?:喜欢|迷|爱看)(?P<topic>.{1,12}?)的(?:小?[男女]孩子?|孩子|小朋友|宝宝)\\W*$"
)
_PLOT = re.compile(
    "^(?!.*(?:我|孩子|儿子|女儿))(?=.*(?:一个|主角|主人公|[男女][孩人]|后来|结果|最后))"
)
_INTO = (
    _POOR,  # why the reader asks, when the asking itself names nothing
    re.compile(
        r"对(?P<topic>[^，,。！？\n]{2,16}?)(?:很|非常|特别|比较|挺|超|都)*(?:感兴趣|有兴趣|好奇)"
    ),
    re.compile(
        r"(?:迷上了?|喜欢上?了?|(?:在|正)?研究(?:的是)?|在学|想学|想(?:了解|知道)(?:一下)?|了解一下|(?:写|做)的是|(?:题目|主题|选题|课题|方向)是|要去)(?P<topic>[^，,。！？\n]{2,24}?)(?:旅游|玩)?(?=[，,。！？\n]|$)"
    ),
)
_ANY = re.compile("[几再些]|随便|什么|哪|推荐|一[本点部个种]|^别的?$")
# Words with which readers of Chinese ask, and which by themselves name nothing to search for.
_PLAIN_WORDS = """
图书馆 你们这儿 你们这里 你们 您们 我们 咱们 老师 同学 孩子 女儿 儿子 小孩 朋友 妈妈 爸爸 爷爷 奶奶 大家 请问
不好意思 打扰了 打扰 麻烦 谢谢 多谢 你好 您好 有没有 能不能 可不可以 可以 能够 想要 需要 打算 准备 最好 最近 比较
相关 有关 这方面 那方面 方面 这类 这种 那种 这个 那个 这本 那本 一本 几本 一些 一点 哪本 哪些 什么 怎么办 怎么 哪里
哪儿 在哪 不知道 不记得 记得 忘了 听说 推荐 随便 几种 别的 其他 介绍 布置 作业 论文 毕业 报告 作文 文献 资料 材料 书籍
图书 小说 电影 片名 书名 名字 作者 内容 类型 入门 适合 合适 看看 看书 找到 借到 学习 问下 没有 但是 可是 不过 因为
所以 而且 里面 馆里 一下 现在 今天 一部 一篇 一个 下周 以前 很久 很久以前 旅游 指南 出版 好像 压力 字大 好大 别太厚
带图 不是 不对 算了 好吧 好的 对了 去年 今年 前年 上次 小时候 当年 几个 版本 页数 多少 看得完 哪天 居然 竟然 太多 没事 觉得
老公 老婆 外婆 外公 姥姥 姥爷 老人家 帮忙 好看 还是 或者 要是 如果 就是 只是 怎样 哪种 哪个 哪位 时候 记不清 想不起来 有趣 好玩 有意思 左右 那些 只要 只看 差不多
"""
_PLAIN = Rule("|".join(sorted(_PLAIN_WORDS.split(), key=len, reverse=True)), flags=0)
_PLAIN_SIGNS = frozenset(
    "书看读找查借买学写用给让帮问说讲叫有没不是的了吗呢吧啊呀么也都就还再但和与跟"
    "我你您他她它里馆去来从到起好太很想要会能过部篇本些点那这哪谁完多别对嗯行算嘛哈啦先留只哦噢喔呗把被又只才请最更啥咋"
)


def _named(text: str) -> int:
    """How many characters of a text are more than asking."""
    left = split(_PLAIN.sub(" ", simplify(text)))
    return sum(len(re.findall(r"\w", one.word)) for one in left if set(one.word) - _PLAIN_SIGNS)


def names_something(text: str, least: int = 2) -> bool:
    """Whether more is said than that something is looked for."""
    return _named(text) >= least


def chinese_topic(text: str) -> str:
    """What to search for: of the clauses that ask the last that names it, else why it is asked."""
    clauses = [part for clause in _CLAUSE.split(text) for part in _apart(clause)]
    if matter := _matter(text):
        wished = [_of_clause(clause) for clause in clauses if _WISH.search(clause)]
        return " ".join(
            [matter, *(one for one in wished if names_something(one) and matter not in one)]
        )
    if len(clauses) < 2:
        return _of_clause(clauses[0] if clauses else text)
    told = [(clause, _of_clause(clause)) for clause in clauses]
    lefts = [left for _, left in told]
    wished = [left for clause, left in told if _WISH.search(clause) and names_something(left, 1)]
    if wished and not (_KINDS.fullmatch(wished[-1]) and sum(map(names_something, lefts)) > 1):
        return wished[-1]
    return _told(text, lefts)


def _told(text: str, lefts: list[str]) -> str:
    """Of clauses that ask for nothing: the one that names it, a plot, or why it is asked."""
    naming = [left for left in lefts if names_something(left) and not _KINDS.fullmatch(left)]
    if len(naming) == 1 and len(text) <= _TITLE:
        return naming[0]  # 不是，我要狂人日记
    if len(naming) > 1 and len(text) > _TITLE and _PLOT.match(text):
        return " ".join(naming)
    for pattern in (_ABOUT, _TELLS, *_INTO):
        hit = pattern.search(text)
        if hit and names_something(hit["topic"], 1):
            return clean(hit["topic"]).removesuffix("的")
    if len(text) <= _TITLE:
        return strip_chinese(text)  # 人，岁月，生活
    longest = max(lefts, key=_named)
    return longest if names_something(longest) else ""


def _matter(text: str) -> str:
    """The illness that somebody has, or what the homework is on, which the wish itself may not name."""
    hits = (pattern.search(text) for pattern in MATTER)
    return next((hit["topic"] for hit in hits if hit and names_something(hit["topic"])), "")


def _apart(clause: str) -> list[str]:
    """A clause at its blanks, as many type instead of commas; what only asks ends what it follows."""
    parts: list[str] = []
    for part in _BLANK.split(clause):
        if parts and (not names_something(part) or not names_something(parts[-1])):
            parts[-1] = (parts[-1] if names_something(parts[-1]) else "") + part
        elif re.search(r"\w", part):
            parts.append(part)
    return parts


def only_asks(text: str) -> bool:
    """Whether nothing is named in Chinese that is asked for: 再看几种, 随便推荐一本, 别的."""
    return bool(_ANY.search(text) or len(text) > _PHRASE) and not _named(text)


def _of_clause(clause: str) -> str:
    hit = _ABOUT.search(clause) or _TELLS.search(clause) or _FOND_ONE.match(clause)
    hit = hit or _POOR.search(clause)
    topic = clean(hit["topic"]).removesuffix("的") if hit else ""
    return topic if topic and names_something(topic, 1) else strip_chinese(clause)


def strip_chinese(text: str) -> str:
    """Without greeting, asking and the names of kinds of holdings."""
    left, before = clean(_HAN_STORY.sub("", _READ_TO.sub(" ", text))), ""
    while left != before:
        before = left
        left = clean(_HAN_HEAD.sub("", left))
        left = clean(_HAN_TAIL.sub("", left))
    return clean(_HAN_KIND.sub("", left)) or left


def clean(text: str) -> str:
    """One blank between words, and no signs at the ends."""
    return " ".join(text.split()).strip(
        " \t\r\n,.;:!?-–—~，。！？；：、～…()（）《》「」『』“”‘'’\""
    )
