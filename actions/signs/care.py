"""Words of who is hurt by somebody, of a child, of the help lines, and of those who died."""

from __future__ import annotations

from actions.signs import danger
from index.text import Rule

CHILD = Rule(  # somebody under nineteen who writes
    r"\bi(?:['’]?m| am)(?: only| just)? (?:[5-9]|1[0-8])\b(?!(?::| ?[ap]\.?m| ?minutes| ?weeks))",
    (
        r"\bi(?:['’]?m| am)(?: only| just)? (?:six|seven|eight|nine|ten|eleven|twelve"
        r"|(?:thir|four|fif|six|seven|eigh)teen)\b"
    ),
    r"\bi(?:['’]?m| am) (?:a (?:kid|child|teenager)|in (?:year|grade) \d)",
    "我(?:今年|才|只有|刚|现在)*(?:[5-9]|1[0-8]|[五六七八九十]|十[一二三四五六七八])岁",
    "我(?:还|才|只)?是(?:个)?(?:孩子|小孩|小学生|初中生|中学生|高中生|未成年)",
)
BY_PARENTS = Rule(  # whoever brings up a child, and what they do to it
    r"\bmy (?:step)?(?:dad|daddy|mum|mummy|mom|father|mother|parents|teacher|uncle|foster \w+)\b.{0,24}\b(?:me|us)\b",
    "(?:爸爸?|妈妈?|父亲|母亲|父母|继父|继母|后爸|后妈|老师|叔叔|舅舅).{0,8}我",
)
LINES = Rule(  # of the numbers: which to ring, in what language they answer
    r"\b(?:hot|help|phone)[- ]?lines?\b|\bwho (?:do|can|should|could) i (?:call|ring|phone|talk)\b",
    r"\b(?:numbers?|interpret\w+|translat\w+|samaritans|childline)\b|\b(?:call|ring) (?:them|who)\b",
    r"\b(?:speak|talk|say it) (?:in )?(?:chinese|mandarin|cantonese|my language)\b",
    r"\b(?:chinese|mandarin|cantonese)[- ]speaking\b|\bfree to call\b|\bwhat are they\b",
    "热线|电话|号码|打给谁|打给哪|打哪个|口译|翻译|找谁|跟谁说|和谁说|向谁",
    "(?:讲|说|会|懂|能|有)(?:讲|说)?的?(?:中文|汉语|普通话|国语|粤语|广东话)",
)
HERE = Rule(  # they are in the library
    r"\bi(?:['’]?m| am) (?:in|at|inside|near|outside) (?:the|your|a) (?:\w+ )?(?:library|branch)\b",
    r"\bi(?:['’]?m| am) (?:in|at) (?:central|east|riverside|here)\b|\bi(?:['’]?m| am) here\b",
    "我(?:现在|就|正)?在(?:图书馆|你们|馆里|总馆|东馆|河滨馆|这里|这儿|[一二三四五]楼)",
)
NO_STRANGER = Rule(  # no wish to talk to one whom they do not know
    r"(?:\bnot|n['’]?t|\bnever|\bno)\b.{0,24}\b(?:talk|speak|call|ring|phone|tell)\b",
    r"\b(?:scared|afraid|embarrassed|ashamed) (?:to|of) (?:talk|speak|call|ring|phone|tell)",
    "(?:不想|不要|不敢|不愿意?|怕|没法|不好意思)(?:跟|和|给|向|对)?.{0,4}(?:陌生人|打电话|别人|说话|聊|讲|开口)",
)

_KIN = (
    r"(?:husband|wife|partner|mum|mom|mother|dad|father|son|daughter|child|baby|brother|sister|nan|nana"
    r"|gran|granny|grandma|grandmother|grandad|granddad|grandpa|grandfather|aunt|uncle|friend|neighbour"
    r"|dog|cat|rabbit|hamster|pet)"
)
_KIN_HAN = (
    "(?:爸爸?|妈妈?|父亲|母亲|爷爷|奶奶|外公|外婆|姥姥|姥爷|老公|老婆|丈夫|妻子|先生|太太|老伴|儿子|女儿|孩子"
    "|哥哥?|姐姐?|弟弟|妹妹|舅舅|叔叔|阿姨|姑姑|朋友|亲人|家人|狗狗?|猫咪?|宠物)"
)
MOURNS = Rule(  # somebody near has died
    rf"\b(?:my|our|his|her|their) {_KIN}\b(?!['’]s (?!(?:\w+ )?{_KIN}\b)).{{0,24}}\b(?:died|dies|passed away|passed on|is dead|has died)\b",
    rf"\b(?:my|our) {_KIN}['’]?s (?:just |only just |recently |sadly )*(?:died|passed away|passed on)\b",
    rf"\b(?:my|our|his|her|their) late {_KIN}(?:['’]?s)?\b",
    rf"\b(?:i|we)(?:['’]ve| have)?(?: just| recently)? lost (?:my|our) {_KIN}\b(?!['’]s (?!(?:\w+ )?{_KIN}\b))",
    rf"\b(?:death|passing|funeral|loss) of (?:my|our|a|his|her) {_KIN}\b",
    rf"{_KIN_HAN}(?:(?!的).){{0,6}}(?:去世|过世|離世|离世|病逝|离开人世|不在了|没了|死了)",
    rf"(?:失去了?|没了)(?:我的?|最?亲爱的|至亲|亲近的)*(?:{_KIN_HAN}|至亲)",
    rf"{_KIN_HAN}.{{0,3}}(?:上个?月|去年|上周|前年|最近|昨天|前几天|前阵子|前段时间|前不久|不久前|刚刚?|今年|.{{1,3}}前)走了(?!.{{0,3}}[之以]?后.{{0,4}}回)",
)
DIED_OF = Rule(  # and of what, which is nothing to search for
    r"\b(?:died|dead|death|passed away|lost) (?:of|from|to|with|in|after) (?:\w+ ){0,2}\w+",
    "(?:因为?|得了?|患了?)[^，。]{1,8}(?:去世|过世|离世|病逝|走了|死了)",
)
COMFORTS = Rule(r"comfort(?:ing)?|consol\w+|solace", "安慰|慰藉|走出来|治愈|疗愈")  # who mourns
OF_THEIRS = Rule(  # what the library has to do with who died
    r"\b(?:cards?|accounts?|membership|overdue|fines?|borrowed|loans?|librar\w+)\b",
    r"\b(?:has|have|had|return|got|take back) (?:\w+ )?(?:his|her|their|the|some|your|library) books?\b",
    r"\b(?:his|her|their)(?: \w+)? (?:books?|loans?|holds?)\b",
    r"\bhad (?:\w+ ){0,2}(?:books?|dvds?|films?|things) (?:out|on loan)\b|\bbooks? (?:that )?(?:he|she|they) had\b",
    "借书证|读者证|[的张]卡|账户|罚款|过期|逾期|借的书|借了书|还书|[他她]的书|没还|怎么还",
)
OF_IT_STILL = Rule(  # books that cannot be found, what is to be paid or brought back
    r"\b(?:can ?['’]?t|cannot|couldn['’]?t|can not) find\b|\b(?:lost|missing|gone|damaged|torn|ruined)\b|\b(?:pay|owe|charged?|cost|bring|return)\b",
    r"\b(?:still )?(?:has|had|have) (?:an?|some|\d+|two|three) (?:library )?(?:books?|dvds?|films?)\b",
    r"\b(?:(?:do ?n['’]?t|not) want|stop|no more|any more) (?:\w+ ){0,3}(?:letters?|post|e-?mails?|reminders?)\b",
    "(?:不想|不要|别|停).{0,6}(?:信|催书|通知|邮件)|找不到|找不着|不见了|没还|证明|丢|坏了|破了|赔|付钱|交钱|要还|不还|还吗|怎么还|还回|归还|[他她](?:还)?借",
)
PRONOUN = Rule(r"\b(?:he|she|his|her|hers|him|their)\b", "[他她]")
TO_READ = Rule(  # something to read or watch is wished for
    r"\b(?:books?|novels?|stor(?:y|ies)|films?|audiobooks?|(?:something|anything)(?: \w+)? to (?:read|watch|listen)"
    r"|(?:something|anything|what) (?:that |to |will |might |could |would )*cheers? (?:me|us) up"
    r"|something (?:light|funny|easy|cosy|cheerful|uplifting)|(?:read|watch) (?:something|a))\b",
    "(?:想|要|找|来|有|推荐).{0,4}(?:看|读|听)?[点些本部].{0,8}(?:的|书|小说|片|漫画)|(?:想|找点)(?:看|读)|书|小说|漫画|电影",
)
CHEERS = Rule(  # something to read that does so, and no kind word: "cheer me up"
    r"^(?!.*\b(?:say|tell)\b).*\bcheer (?:me|us|him|her|myself) up\b", "让我(?:开心|高兴)"
)
TIRED = Rule(
    r"\b(?:tired|exhausted|stress(?:ed|ful)?|burnt out|burned out|overwhelmed|knackered|worn out|rough|hard|awful|long) ?(?:day|week|time)?\b",
    "累|压力|疲惫|疲倦|心烦|心情不好|加班|熬夜|焦虑|难受",
)
LIGHT = Rule(
    r"\bsomething (?:\w+ )?(?:light|funny|easy|cosy|cheerful|uplifting|relaxing|happy|silly)\b",
    "轻松|好笑|搞笑|治愈|解压|放松|不费脑",
)
TO_CHILDREN = Rule(  # how a child is told of death
    (
        r"\b(?:explain(?:ing)?|tell(?:ing)?|talk(?:ing)?|books?|stor(?:y|ies))\b.{0,40}\b(?:death|dying|died|dead|loss|grief)\b"
        r".{0,40}\b(?:child|children|kids?|toddler|son|daughter|year[- ]old)\b"
    ),
    (
        r"\b(?:explain(?:ing)?|tell(?:ing)?|talk(?:ing)?|help(?:ing)?)\b.{0,24}\b(?:child|children|kids?|toddler|son|daughter|year[- ]old)\b"
        r".{0,40}\b(?:death|dying|died|dead|loss|grief)\b"
    ),
    "(?:跟|给|和|对|向|让|帮)(?:我|小)?(?:孩子|小孩|小朋友|宝宝|儿子|女儿|娃).{0,6}(?:讲|解释|说|谈|聊|理解|面对).{0,8}(?:死|去世|离世|过世|生命)",
    "(?:死亡|生死|去世|离世|过世).{0,6}(?:绘本|童书)|(?:绘本|童书).{0,8}(?:死亡|生死|去世)",
)


def topics(text: str) -> list[str]:
    """The help lines for what is said: of abuse, of a child, else of distress."""
    abused = danger.ABUSED.search(text) is not None
    child = bool(CHILD.search(text) or (abused and BY_PARENTS.search(text)))
    named = [name for name, holds in (("child", child), ("abuse", abused)) if holds]
    return named if abused else [*named, "distress"]
