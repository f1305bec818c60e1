"""Words and shapes that ask something of the list on the screen or of the item in hand."""

from __future__ import annotations

import re

from index.text import Rule

_I = re.IGNORECASE
_TH = r"(?:first|second|third|fourth|fifth|sixth|seventh|1st|2nd|3rd|[4-9]th)"
_N = r"(?:\d{1,2}|one|two|three|four|five|six|seven)"
_HAN_N = r"[\d一二两三四五六七八九十]{1,2}"
_SET = r"(?:series|trilogy|saga|sequence|cycle|quartet)"

REMOVES = Rule(
    r"\b(?:remove|delete|drop|strike|cross|scratch|unsave|clear|empty|erase)\b|\btake\b.{0,30}\b(?:off|out)\b"
    r"|取消|删|刪|去掉|拿掉|拿出|移除|移出|移走|清空|划掉|不收藏",
    _I,
)
OF_THE_LIST = Rule(
    r"\b(?:my|the|reading|saved|that) list\b|\bsaved\b|\bunsave\b|\bfavou?rites\b|清单|清單|收藏|书单|書單|列表",
    _I,
)
NOT_SAVED = Rule(  # what else a reader may have removed
    r"\b(?:conversation|chat|history|messages?|everything|alerts?|notifications?|limits?|filters?|holds?|reservations?)\b|预约|预定|借|对话|對話|聊天|记录|紀錄|消息|提醒|通知|限制|条件",
    _I,
)
READ = Rule(
    r"\b(?:have|has|had|i|he|she|they|we|['’](?:ve|s|d))\s+(?:already\s+)?(?:read|seen|finished|had|got)\b|\bread (?:it|that|this|them|those|one)\b.{0,9}$|\balready (?:read|seen|finished|got|have)\b"
    r"|[看读讀]过|[看读讀]過|[看读讀]完了|已经[看读]|都看了",
    _I,
)
MAY_READ = Rule(  # "where can I read it", "have you read it"
    r"\b(?:can|could|do|does|did|should|may|shall|must|would|have|has|how) (?:i|you|we|they|he|she|anyone|anybody)(?: \w+)? (?:read|seen?|watch|get|got|had)\b|[能可]以?[看读讀]过?|怎么[看读讀]|[你您谁](?:们)?[看读讀]过",
    _I,
)
ANOTHER = Rule(
    r"^\W*(?:please |show me |give me |i want )*(?:something|anything) (?:else|different)(?: please)?\W*$|^\W*(?:a )?different (?:one|book)s?\W*$|^\W*(?:请|麻烦|再|给我|那)*换[一几]?[个個本种批些](?:别的|其他的)?(?:吧|看看)?\W*$",
    _I,
)
DECLINES = Rule(  # "not that one", 不要第一本
    rf"^\W*not (?:that|this|the) (?:one|book|{_TH}(?: one)?)\b|^\W*(?:不要|不想看|别要)(?:这|那|第{_HAN_N})[本个個部]"
    rf"|\b(?:don['’]?t|do not|didn['’]?t) (?:want|like|need|fancy|enjoy) (?:(?:that|this)(?: one| book)?|the {_TH}(?: one)?)\b|(?:不想要|不喜欢|不想看)(?:这|那|第{_HAN_N})[本个個部]",
    _I,
)
BUT_FOR = Rule(  # "anything but Dahl"
    r"^\W*(?:any(?:thing|one|body)|everything|all)(?: else)? (?:but|except)(?: for| by)?\b", _I
)
# All of a message that leaves something out, but for the name of what is left out.
LEFT_OUT = Rule(
    r"\b(?:not|no|nothing|anything|except|without|but|leave|out|exclude|skip|by|i|we|he|she|they|(?:my|our) \w+|['’]?(?:ve|s|d)|have|has|had|already|read|seen|finished|got|it|that|this|these|those|them|him|her|one|ones"
    r"|all|every(?:thing)?|of|books?|novels?|please|thanks|another|something|else|others?|other|any|give|show|me|too|before|want|do|did|don['’]?t)\b"
    r"|不要|不想看|不想要|不看|除了|除去|去掉|别的|以外|之外|已经|都|全部?|全部|[看读讀][过過完]|[我他她它您你]们?|孩子|女儿|儿子|的?(?:书|作品|小说|那本|这本)|这[本个]|那[本个]|换[一几]?[个本种批]|有|没有|还有|其他|吗|嗎|呢|了|吧|的|[，,。！!？?、]",
    _I,
)
SEQUEL = Rule(
    rf"\b(?:sequel|prequel)s?\b|\bfollow[- ]?ups? to (?:it|this|that)\b|\bwhat (?:comes|happens) (?:next|after (?:it|this|that))\b"
    rf"|\b(?:{_TH}|next|previous|last) (?:one |book |volume |part |title )?(?:in|of) (?:the|that|this) (?:same )?{_SET}\b|\b(?:next|previous) (?:volume|instal?lment|part)\b"
    rf"|[下上后後前][一1]?[部册冊卷集]|续[集篇作]|續集|前传|后续(?:作品|的书)",
    _I,
)
PART = Rule(  # "book 2", 我要第二部
    rf"^\W*(?:and |what about |do you have |have you got |is there a )?(?:book|volume|part|vol\.?) {_N}\W*$"
    rf"|^\W*(?:不是?|那|我|要|想|看|借|找|有没有|有|它的|这套的?|，|,|的|还)*第{_HAN_N}[部册冊卷集](?:呢|有吗|吗|在吗|有没有)*\W*$",
    _I,
)
BEFORE = Rule(r"\bpre(?:quel|vious)|[上前][一1]?[部册冊卷集]|前传", _I)
VOLUME = Rule(
    rf"\b(?P<th>{_TH})\b|\b(?:book|volume|part|vol\.?) (?P<n>{_N})\b|第(?P<han>{_HAN_N})[部册冊卷集]",
    _I,
)
NEXT_ONE = Rule(
    r"^\W*(?:and |what about )?(?:the )?next(?: one| book)?\W*$|^\W*(?:那|还有)?(?:再)?下一[本个]呢?\W*$",
    _I,
)
NAMED_PART = Rule(
    rf"\w\w\w,? (?:book|volume|vol\.?) (?:\d{{1,2}}|two|three|four|five|six|seven)\W*$|[\u4e00-\u9fff》]的?第{_HAN_N}[部册冊卷集](?:有吗|在吗|呢|吗)*\W*$",
    _I,
)
IN_ORDER = Rule(
    rf"^\W*(?:in )?(?:what|which)(?:['’]?s| is)?(?: the)? (?:right |reading |best )?order\b.{{0,40}}$|\breading order\b|\bin (?:reading |publication |the right |series )?order\W*$|\b(?:list|all) (?:of )?(?:the|that|this) (?:whole )?{_SET}\b"
    rf"|(?:按|是|的|什么|怎样|阅读)(?:什么|怎样的)?(?:阅读)?顺序|先[看读]哪[一]?[部本册]|整[套个]系列",
    _I,
)
PART_OF = Rule(  # 三体. II. 黑暗森林
    r"^(?P<whole>.+?)[.．]\s*(?:(?:book|vol(?:ume)?|part)[. ]+)?(?:第?(?P<han>[一二三四五六七八九十壹贰叁肆伍陆柒捌玖]+)[部册卷集]?|(?P<n>\d{1,2}|[ivx]{1,4}|one|two|three|four|five|six|seven))(?=[.,]|$)",
    _I,
)
# All of a question on a series, but for the title that it names.
SERIES_WORDS = Rule(
    rf"\b(?:is|are|was|there|an?|the|to|of|for|in|do|does|have|has|you|got|any|what|which|right|reading|publication|order|should|i|it|that|this|same|read|books?|volumes?|parts?|titles?|ones?|next|previous|last|after|comes?|happens?|come|vol|{_TH}|{_N}|sequels?|prequels?|follow[- ]?ups?|{_SET}|list|all|whole|show|me|please|and|about|them|those|these|they|go|goes|be)\b"
    rf"|第{_HAN_N}[部册冊卷集]|[下上后後前][一1]?[部册冊卷集]|续[集篇作]|續集|前传|后续|有没有|还?有|[的吗嗎呢是在看读我你要想叫]|名字|按|什么|怎样|阅读|顺序|先|哪|整?[套个]|这|那|系列|部|《|》|不是?|它|借|找",
    _I,
)
IS_IN = Rule(  # on the shelf, or how many copies
    r"\b(?:is|are) (?:it|that|this|they|(?:the |that |this )?(?:one|book|(?:first|second|third|fourth|fifth|last)(?: one)?))\b.{0,14}\b(?:in|available|out|here|there)\b"
    r"|\bhow many copies\b|\bany copies\b|\bis there an? copy\b|[几多少][本册]可借|在馆吗|在架吗|能借吗|借出|现在能借",
    _I,
)
KEEP_FOR_ME = Rule(
    r"\b(?:keep|hold|set|put)\b.{0,20}\b(?:for me|aside|on hold)\b|\breserve (?:it|that|this|one)\b|(?:帮我|给我|替我)(?:留|预留|保留)(?:着|一下|一本|住)?",
    _I,
)
THAT_ONE = Rule(
    rf"\b(?:that|this)(?:['’]s)?(?: is)?(?: the)? (?:one|book|it)\b|\bthe {_TH}(?: one)?\b|就?是?[这那][本个]",
    _I,
)
THIS_ONE = Rule(r"\bthis (?:one|book)\b|这[本个部]", _I)
ALL_OF_THEM = Rule(
    r"\bwhere are (?:they|these|those)\b|\b(?:all of (?:them|these|those)|(?:them|these|those) all|all (?:these|those|five|four|three))\b|(?:这些|那些|这几本|全部|全都|所有)",
    _I,
)
LENGTHS = (  # orders by length
    (
        "shortest",
        Rule(
            r"^\W*(?:any(?:thing)? |something |have you |do you have |is there |the |a )*(?:shorter|shortest|thinner|thinnest|smaller)(?: (?:ones?|books?))?(?: first)?\W*$|\bsort.{0,20}\b(?:length|pages|short)|\bshortest\b.{0,12}\bfirst\b"
            r"|^\W*(?:太[长厚]了?[，, ]*)?(?:有没有|有|要|来|换)?(?:再|更|最)?[薄短](?:一?[点些])?的?(?:书|那本|一本|吗|嘛)*\W*$|按(?:页数|长短|厚薄)",
            _I,
        ),
    ),
    (
        "longest",
        Rule(
            r"^\W*(?:any(?:thing)? |something |the |a )*(?:longer|longest|thicker|thickest)(?: (?:ones?|books?))?(?: first)?\W*$"
            r"|^\W*(?:有没有|有|要|来|换)?(?:再|更|最)?[厚长](?:一?[点些])?的?(?:书|那本|一本|吗|嘛)*\W*$",
            _I,
        ),
    ),
)
ILLUSTRATED = Rule(  # "the illustrated one", 彩色的呢
    r"^\W*(?:the |an? |any |do you have |is there |which (?:one )?(?:is|has|are) )*(?:(?:illustrated|colou?red|in colou?r)(?: (?:ones?|books?|edition|version))?|(?:ones?|books?|edition|version)? ?with (?:colou?r )?(?:pictures|illustrations|photos))\W*$"
    r"|^\W*(?:那|有没有|有|要|哪本是?)*(?:彩色|彩图|带图|有图|插图|有插图|图文)(?:的|版)*(?:书|那本|吗|呢)*\W*$",
    _I,
)
WITH_PICTURES = Rule(
    r"\b(?:illustrat\w+|pictures?|picture books?|photographs?|colou?r plates|graphic novels?|comics?)\b|彩图|彩色|插图|插画|图鉴|绘本|图文|全彩|漫画",
    _I,
)

# One fact that a reader asks of an item.
FACTS = tuple(
    (name, Rule(pattern, _I))
    for name, pattern in (
        (
            "pages",
            r"\bhow (?:many pages|long|thick|big)\b|\bis it (?:a )?(?:very |really |too |quite )*(?:long|short|thick)\b|\bnumber of pages\b|\bpage count\b|[多有]少?几?[少几]页|多厚|多长",
        ),
        (
            "authors",
            r"\bwho(?:['’]?s| is| was| are)? (?:the )?(?:authors?|writers?|director|wrote|written|by)\b|\bwho (?:wrote|made|directed) (?:it|this|that)\b|作者是谁|作者是誰|谁写的|誰寫的|谁的(?:书|作品)|是谁写",
        ),
        (
            "year",
            r"\bwhen (?:was|were|did|is) (?:it|this|that|the \w+(?: one)?)\b.{0,14}\b(?:published|written|printed|come out|made|released|from)\b|\b(?:what|which) year\b|\bhow old is (?:it|this book|that book)\b|[哪那]一?年(?:出版|出|的|写)|什么时候(?:出版|出的|写的)|几几年",
        ),
        (
            "audience",
            r"\b(?:what|which) age\b|\bhow old (?:should|must|do)\b|\bage (?:range|group)\b|\b(?:suitable|right|ok(?:ay)?|good) for (?:an? )?(?:\d{1,2}|kids|children)|几岁(?:能|可以|适合|看|读)|适合(?:几岁|多大|什么年龄)|多大(?:的孩子)?(?:能|可以|适合)",
        ),
        (
            "summary",
            r"\bwhat(?:['’]?s| is| are)? (?:it|this|that|the \w+(?: one)?|they)(?: all)? about\b|\bwhat(?:['’]?s| is) the (?:plot|story)\b|讲(?:的是)?什么|讲的?啥|说的?(?:是)?什么|写的?(?:是)?什么|什么内容|内容是什么",
        ),
        ("publisher", r"\bwho (?:published|publishes) (?:it|this|that)\b|\bwhich publisher\b|哪个出版社|哪家出版社|谁出版的"),
        ("edition", r"\b(?:which|what) edition\b|第几版|哪个版本|哪一版"),
    )
)  # fmt: skip
