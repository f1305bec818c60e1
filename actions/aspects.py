"""What a few words ask of the answer just given (a price, how long, what age), and what tells it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from actions import crowd
from actions.signs import terms
from assistant.engine.understanding.plain_words import content
from assistant.library import Library
from index.text import Rule, has_han, only_han

Tells = Callable[[str], bool]
Bound = Literal["it", "us", "loans", "counts"]

# Words that ask for it, words that may go with them, and what in an answer tells it.
_ASPECTS = (
    (
        r"\bhow much\b|多少[钱錢]",
        r"\b(?:costs?|money|per|charge|pay|have)\b|\bfor (?:\d+|an?|one|two|three) (?:hours?|days?|people|pages?)\b|一?[张页本次]|[付交花]|(?:\d+|[一两三])个?(?:小时|天)",
        r"\bfree\b|\bfines?\b|罚款|no charge|\bcosts?\b|\bprice\b|[£$€¥]\s?\d|\d\s?(?:p|pence|pounds?)\b|免费|收费|价|\d\s*(?:元|镑|英镑|便士)",
    ),
    (
        r"\b(?:how much|prices?|costs?|charged?|charges|fees?|charge|free(?: of charge)?|expensive)\b|\b(?:have|need) to pay\b|^\W*do (?:i|we) pay\b|多少[钱錢]|价格|[免收付]?[费費]用?|(?<!怎么)(?<!怎么付)(?<![在去]哪)(?<!哪里)(?<!哪里付)(?<!在哪付)[花付收]?[钱錢]|贵",
        r"\b(?:cost|money|per)\b|一?[张页本次]",
        r"\bfree\b|no charge|\bfines?\b|罚款|\bcosts?\b|\bfees?\b|\bprice\b|\bpays?\b|\bpaid\b|[£$€¥]\s?\d|\d\s?(?:p|pence|pounds?)\b|免费|收费|费用|不用付|价|赔偿|\d\s*(?:元|镑|英镑|便士)",
    ),
    (
        r"\bdeposits?\b|押金",
        r"\b(?:pay|leave|there)\b|[付交收退]",
        r"\bdeposits?\b|押金",
    ),
    (
        r"\bhow (?:long|far (?:ahead|in advance))\b|多久|多[长長][时時][间間]|几天|几个?小时|几周|[放留存管]到(?:什么时候|哪一?天|几[号日])",
        r"\b(?:last|keep|kept|stay|wait|take)\b|保留|保管|提前|预约|[每一]次|每天|东西|[拿取收领办]到?|办好|[等用留借订约租]",
        r"\d+\s*(?:working |open )?(?:minutes?|hours?|days?|weeks?|months?|years?)|\bsame day\b|\d+\s*(?:分钟|个?小时|个?工作日|天|周|个月|年)|当[天场]|\bat once\b|\bstraight away\b|(?:one|two|three|four|five|six|ten|a few) (?:minutes|days|weeks|hours|months)|\bfirst hour\b|\b[Gg]ive it a (?:day|week)\b|\bin a (?:day|week)\b|\bno (?:time )?limit|\bas long as\b|不限时|多久都[行可]|[一两三四五六十半]个?(?:分钟|小时|工作日|天|周|星期|月|年)",
    ),
    (
        r"\bhow often\b|(?:多久|几天|多长时间)[来送开]?一[次趟]",
        r"\b(?:come|meet)\b|[来送]",
        r"\bevery\b|\bonce a\b|每",
    ),
    (
        r"\b(?:who|what number)\b.{0,9}\b(?:call|ring|phone|contact|ask|(?:talk|speak) to)\b|打(?:什么|哪个)电话|(?:联系|找|问)谁",
        r"\bnumber\b|电话|号码|报名|[问说谈]",
        r"\b[Rr]ing\b|\bwrite to\b|[Ff]ill in|\b[Aa]sk (?:at|a|any)\b|\b[Tt]ell us\b|\bon \d[\d ]{7,}|\b(?:at|to) (?:a|any|the) desk\b|致电|写信|填|[到问请][^，。]{0,6}服务台|服务台办|告诉我们|问馆员",
    ),
    (
        r"\bhow old\b|\bages?\b|几岁|多大|\d+\s*岁",
        r"\b(?:old|child(?:ren)?|kids?|son|daughter|little ones?)\b|参加|孩子|小孩",
        r"\bage[sd]?\b|\bunder[- ](?:\d+|\w+s)\b|\b(?:from|over) (?:birth|\d+)\b(?![:.]\d)|岁",
    ),
    (
        r"\b(?:what|need|have|anything)\b.{0,16}\bbring\b|\b(?:id|documents?|proof)\b|带[些点]?(?:什么|哪些)|什么证件|哪些证件|证件|身份证|材料",
        r"\b(?:papers?|bring)\b|东西|资料|准备|出示",
        r"\bbring\b|\bshows? (?:your|something)\b|\bproof\b|\bID\b|\bwith your (?:card|library card)\b|带上|证件|证明|出示|凭|用借书证",
    ),
    (
        r"\b(?:to|i|we|one) (?:book|reserve)\b|\b(?:book|reserve) (?:it|one|ahead|a place)\b|\bbooking\b|\b(?:sign up|register|apply)\b|预约|預約|预订|报名|報名|申请|登记|(?:怎么|网上|在线|能|可以)[约订报]|(?:网上|在线)办",
        r"\b(?:advance|ahead|place)\b|参加|提前|网上|在线",
        r"\b[Bb]ook(?:ed|ing)?\b(?! club)|\breserv|\bsign up\b|\bregist|\bappl(?:y|ication)|[Jj]ust come|[Ff]ill in|\b[Rr]ing\b.{0,20}\bor write\b|预约|预订|报名|申请|登记|请填|填[写表]|直接来|致电.{0,16}或写信",
    ),
    (
        r"\bhow (?:do|can|should) (?:i|we|you) pay\b|\bpay (?:by|with|in) \w+\b|怎么付[钱款费账]?|[用刷](?:微信|支付宝|现金|信用卡|银行卡|卡)",
        r"\b(?:cash|card|for it|for them|take)\b|支付|付[钱款]?|微信|支付宝|现金",
        r"\bpa(?:y|id)\b.{0,40}\b(?:card|coins?|cash|phone|desk|online)\b|\b(?:coins?|cash|contactless)\b|付款|付现金|刷卡|投币",
    ),
    (
        r"\bhow many\b|几[本个件次袋]|多少[本个件次人]",
        r"\b(?:times|people|bring|hours|order|request|take|once|books?|open|fit|seat|hold)\b|一次|同时|[带用人借坐]",
        r"\bup to (?:\d|two|three)|\b(?:\d+|two|three|ten) (?:times|items|holds|people|hours|requests|bags|books)\b|(?:\d ?|[一两三])[次件本册人袋]",
    ),
    (
        r"\b(?:what time|when|which days?)\b|几点(?:到几点)?|什么时候|哪天|星期几|周几",
        r"\b(?:start|begin|end|finish)s?\b|开始|结束|[有是]?人[在来]?",
        r"\d:\d\d|\b[A-Z][a-z]+day\b|\b(?:mornings|afternoons|evenings)\b|周[一二三四五六日]|[上下]午",
    ),
    (
        r"\b(?:what time|(?:until |till? )?when|how late)\b|几点(?:到几点)?|多晚",
        r"\b(?:open|close|shut)s?\b|[开关][门到]?",
        r"\buntil \d|开到",
    ),
)  # fmt: skip
_READ = tuple(
    (Rule(asks), Rule(f"{asks}|{besides}"), Rule(tells, flags=0))
    for asks, besides, tells in (*terms.OF_IT, *terms.OF_US, *terms.OF_LOANS, *_ASPECTS)
)
_PRICED = tuple(_ASPECTS[at] for at in (0, 1, 2, 6, 7, 8))  # a price, an age, papers, a booking
_COUNTED = tuple(_ASPECTS[at] for at in (3, 10))  # how long, how many
_BOUND: tuple[tuple[Bound, tuple[Rule, ...]], ...] = (
    ("it", tuple(Rule(asks) for asks, *_ in (*terms.OF_IT, *_PRICED))),
    ("us", tuple(Rule(asks) for asks, *_ in terms.OF_US)),
    ("loans", tuple(Rule(asks) for asks, *_ in terms.OF_LOANS)),
    ("counts", tuple(Rule(asks) for asks, *_ in _COUNTED)),
)
_ITEMS = Rule(r"\b(?:an?|the|this|that|my|your) (?:books?|films?|dvds?|titles?)\b", "[本部]书|图书")
_FLOOR = Rule(r"\b(?:which|what) (?:floor|level)\b", "在?[几哪]一?[楼层]")
_ON_FLOOR = Rule(r"\bfloor\b|\bupstairs\b|\bdownstairs\b", "[一二三四]楼|楼[上下]")
_PLACE = Rule(
    r"\bwhich branch(?:es)?\b|\bwhere\b",
    "在?[哪什][个個家些么]馆|在?哪[里裡儿]?",
)
_WHERE_IS = Rule(
    r"^\W*(?:and )?where(?:['’]?s| is| are)\b",
    "在(?:哪[里裡儿]?|什么地方)[呢啊]?\\W*$",
)
_LIBRARY = Rule(
    r"\b(?:the|you|your|this|library|branch)\b",
    "你们|那|的|图书馆|分馆",
)
_TAKEN = Rule(
    r"\b(?:bring|take|drop|leave|send|go|apply|join|collect|pick|get)\b",
    "[送拿取交去办带借学]|上课",
)
_ANY_PLACE = Rule(
    r"\b(?:any|every|each|all three|that) (?:branch|branches|desk|enquiry desk)\b",
    "服务台|分馆|各馆|家馆",
)
_US = Rule(
    r"\byou\b",
    "你们|图书馆",
)
_HAN_PLAIN = re.compile(
    r"请问|机器|什么|怎么|怎样|如何|可以|需要|应该|可能|好像|大概|也许|估计|[一二三四]楼|是|[在到那么还有吗嗎呢吧啊呀的了要不需得是能会给我你您们一它这个去最多每才先]"
)


def told_by(text: str, library: Library) -> Tells | None:
    """What tells in an answer what a message asks of it; None when it names a thing of its own."""
    placeless = _TAKEN.sub(" ", _PLACE.sub(" ", text))
    if _PLACE.search(text) and not _US.search(text) and says_no_more(placeless):
        return lambda sentence: bool(library.branch_named(sentence) or _ANY_PLACE.search(sentence))
    if (many := crowd.counted(text)) and says_no_more(crowd.without(text)):
        return lambda sentence: crowd.holds(sentence, many)
    if only_which_floor(text):
        return lambda sentence: bool(_ON_FLOOR.search(sentence))
    for asks, words, tells in _READ:
        if asks.search(text) and says_no_more(words.sub(" ", text)):
            return lambda sentence, tells=tells: bool(tells.search(sentence))  # type: ignore[misc]
    return None


def bound(text: str, library: Library) -> Bound | None:
    """Of what a price, an age, a booking or the like is asked, where no more is: of what is spoken
    of (要押金吗), or else of a rule for the whole library or for all loans."""
    if _ITEMS.search(text) or told_by(text, library) is None:
        return None
    return next((of for of, ways in _BOUND if any(asks.search(text) for asks in ways)), None)


def rule(text: str) -> str:
    """The question of our own that a rule for the whole library answers, where it is asked; ""."""
    ways = (*_BOUND[1][1], *_BOUND[2][1])
    asked = zip(ways, (*terms.RULES, *terms.RULES_OF_LOANS), strict=True)
    return next((key for asks, key in asked if asks.search(text)), "")


def only_which_floor(text: str) -> bool:
    """Whether a floor is asked for and no more: "what floor", 在几楼."""
    return bool(_FLOOR.search(text)) and says_no_more(_FLOOR.sub(" ", text))


_OURSELVES = Rule(r"\b(?:library|you)\b", "图书馆|你们|您们")


def asks_the_way(text: str, library: Library) -> bool:
    """Whether a branch, or the library, is looked for itself: "where is east library"."""
    branch = library.branch_named(text)
    names = (branch.name.en, branch.name.zh, *branch.aliases) if branch else ()
    rest = _WHERE_IS.sub("", text, 1)
    for name in sorted(names, key=len, reverse=True):
        rest = re.sub(re.escape(name), "", rest, flags=re.IGNORECASE)
    named = bool(branch) or _OURSELVES.search(text)
    return bool(named and _WHERE_IS.search(text)) and not _LIBRARY.sub("", rest).strip(
        " ?!.，。？！"
    )


def without_taking(text: str) -> str:
    """The text without words of bringing and fetching: "can I pick it up at"."""
    return _TAKEN.sub(" ", text)


def of_any_branch(sentence: str) -> bool:
    """Whether a sentence holds of whichever branch is asked about."""
    return bool(_ANY_PLACE.search(sentence))


def says_no_more(text: str) -> bool:
    """Whether all words of a text are but asking."""
    return not more_than_asking(text)


def more_than_asking(text: str) -> str:
    """The words of a text that name something; of Chinese, the characters."""
    if has_han(text):
        return only_han(_HAN_PLAIN.sub("", text))
    return " ".join(content(text))
