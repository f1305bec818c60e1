"""Words and shapes, in both languages, that tell what a message wants."""

from __future__ import annotations

import re

from assistant.model import Language
from index.text import Rule

REFERENCES = (
    # GB/T 7714: 刘慈欣. 三体[M]. 重庆: 重庆出版社, 2008.
    Rule(
        r"^\s*(?:\[\d+\]\s*)?(?P<author>[^.．\[\]]{2,120})[.．]\s*(?P<title>[^\[\]]{2,300}?)\s*\[[A-Z]{1,2}(?:/OL)?\]"
    ),
    # APA: Le Guin, U. K. (1969). The left hand of darkness. Ace.
    Rule(
        r"^\s*(?P<author>[^()]{3,200}?)\s*\(\d{4}[a-z]?(?:,[^)]*)?\)[.,:]?\s*(?P<title>[^.?!]{3,300})[.?!]"
    ),
    # MLA and Chicago: Le Guin, Ursula K. The Left Hand of Darkness. Ace Books, 1969.
    Rule(
        r"^\s*(?P<author>[^\W\d_][^.,]{1,40}, [^.]{2,60}(?:\b[A-Z]\.)?)\.\s+[\"“]?(?P<title>[^.\"“”]{3,200})[.\"”].{3,200}\b\d{4}\b",
        re.S,
    ),
)
LINK = Rule(r"\s*(?:(?:https?://|www\.)\S+|(?:doi:?\s*)?10\.\d{4,9}/\S+)\s*$", re.IGNORECASE)
QUESTIONS = Rule(r"[^?？\n]{4,}[?？]|^\s*\d{1,2}[.)、]\s*\S[^\n]{3,}$", re.MULTILINE)
ERROR = Rule(  # pasted from a screen: an exception, a trace, a code
    r"\b(?:[a-z_$][\w$]*\.)+[A-Z]\w*(?:Exception|Error)\b|^\W*(?:Uncaught\s+)?[A-Z]\w*(?:Exception|Error)\b|Traceback \(most recent"
    r"|\bat [\w$.<>]+\([\w.]+:\d+\)|^\W*(?:(?i:http|error|status|code|报错|出错|错误)[\s:：-]*)+(?:代码|码)?[\s:：]*(?:0x[0-9a-fA-F]+|[A-Z_]*\d{3,}\w*)(?:[\s:]+[A-Za-z ]{0,30})?\W*$"
    r"|\b(?:ERR|NET|SSL|SEC)_[A-Z_]{4,}\b|\b0x[0-9a-fA-F]{6,}\b",
    re.MULTILINE,
)
COPING = Rule(  # how people live through something: a subject of books
    r"\b(?:how to|ways to|books?|help(?:s|ing)? (?:with|for)?|advice|guide)\b.{0,40}\b(?:cop(?:e|ing)|deal(?:ing)?|griev\w*|grief|mourn\w*|bereave\w*|los(?:s|ing)|live with|support\w*|comfort\w*|surviv\w+|overcom\w+|recover\w*)\b"
    r"|\b(?:coping|dealing|living) with\b|\b(?:grief|grieving|bereavement|mourning)\b"
    r"|(?:怎么|怎样|怎麼|如何).{0,6}(?:走出|面对|面對|应对|應對|度过|渡过|处理|接受|安慰|陪伴|帮助|熬过)|(?:去世|离世|过世|亲人|丧亲|哀伤|悲伤).{0,10}(?:的书|书|怎么|如何)|哀伤|丧亲|悲伤辅导",
    re.IGNORECASE,
)
LOSS = Rule(  # of somebody who has died
    r"\b(?:di(?:es|ed|e|ing)|dead|death|passed away|passing|widow\w*|bereave\w*|griev\w*|grief|mourn\w*)\b|去世|离世|過世|过世|死|丧|亡|哀伤|悲伤",
    re.IGNORECASE,
)
IN_DANGER = Rule(  # where a person comes first, whatever else is said
    r"\b(?:i|i['’]?m|me|my|myself|mine)\b|suicid|kill|\b(?:end|ending) (?:it|things|one'?s life|your life)\b|self[- ]?harm|hurt (?:your|one)self|overdose|want(?:ing)? to die|abus|violen|rape"
    r"|我|自己|自杀|自殺|不想活|想死|活不|自残|自殘|轻生|輕生|家暴|虐待|性侵",
    re.IGNORECASE,
)
DANGER = Rule(  # to oneself or at somebody's hands, in plain words
    r"\b(?:kill|hurt|harm|cut(?:ting)?)(?:ing)? (?:my|your|him|her)self\b|\bsuicid|\b(?:want(?:ed)?|going|ready|plann?\w*) to die\b|\bend(?:ing)? (?:it all|my life)\b|\boverdos|\bself[- ]?harm|\bi (?:was|were) dead\b"
    r"|自杀|自殺|不想活|想死|活不下|自残|自殘|轻生|輕生|割腕|跳楼|家暴|性侵",
    re.IGNORECASE,
)
LENDS = Rule(  # that something is asked for which a library lends
    r"\b(?:have|got|borrow|find|looking for|get|read|watch|cop(?:y|ies)|books?|novels?|films?|about)\b|[借找书看读]|有|在吗|在不在",
    re.IGNORECASE,
)
RESERVES = Rule(  # "reserve Emma": a hold, and no reserve of a course
    r"^\W*(?:(?:please|can you|could you|can i|i want to|i(?:['’]d| would) like to)\s+)*reserve\s+(?!list|collection|desk|shel|reading|item|material|book|textbook)\w"
    r"|^\W*(?:请|麻烦|我|想|要|帮我|帮忙)*(?:预约|預約|预订|预定)(?!房|室|座|电脑|馆员|咨询|活动|研|自习|到|的|怎|多|要|可|能|吗|会)\w",
    re.IGNORECASE,
)
OPENS = Rule(
    r"\b(?:open|close[sd]?|opening|closing|hours)\b|开门|关门|开放|开馆|闭馆|几点|開門|關門|開放",
    re.I,
)
KINDS = (
    (
        "human",
        Rule(
            r"\b(?:librarian|human|real person|someone|staff member)\b.{0,20}$|找馆员|真人|人工|转人工",
            re.I,
        ),
    ),
    ("hours", OPENS),
    ("cite", Rule(r"\bcit(?:e|ation)\b|\breference it\b|引用|参考文献|參考文獻", re.I)),
    (
        "where_is_it",
        Rule(
            r"\bwhere (?:is|are|can i find) (?:it|they|them|the (?:first|second|third|last))\b|\bis it (?:in|available)\b|在哪|哪个馆|在不在架",
            re.I,
        ),
    ),
    (
        "find_holdings",
        Rule(r"\b(?:books?|novels?|films?|audiobooks?|e-?books?)\b|的书|小说|电影|书吗", re.I),
    ),
)
HELD = Rule(  # kinds of things that stand in a library
    r"\b(?:books?|novels?|stor(?:y|ies)|poems?|poetry|readers?|plays?|comics?|mangas?|films?|movies?|dvds?|audiobooks?|romances?|thrillers?|myster(?:y|ies)"
    r"|textbooks?|magazines?|biograph(?:y|ies)|documentar(?:y|ies))\b|书|小说|诗|漫画|电影|影片|片子|绘本|故事|杂志|教材|读物",
    re.IGNORECASE,
)
TOLD = Rule(  # said of a book and no wish for one
    r"\bthank|\b(?:loved|enjoyed|liked|finished|returned|was|were|is|are)\b|\bi (?:love|like) (?:the|this|that|your)\b|谢|很好看|看完|读完",
    re.IGNORECASE,
)
CONTACT = Rule(  # how to reach somebody, whoever it is
    r"\b(?:(?:tele)?phones?|numbers?|e-?mails?|address(?:es)?|contacts?|details|ring|call|reach|library'?s?|your?|the|what(?:'s| is)?|of|for|can|i|how|please)\b"
    r"|电话|號碼|号码|邮箱|邮件|地址|联系方式|联系|图书馆|你们|的|多少|是|怎么",
    re.IGNORECASE,
)
CALLS = Rule(r"^[\s.,;:?!？！。，…~～-]+$")  # "???", "!!!"
FOLLOWS = Rule(
    r"^(?=.{1,45}$).*\b(?:its?|that|they|them)\b|^\W*(?:and|what about|how about|also|but|or)\b.{0,40}$|^[^a-z]{0,2}(?:那|那么|还有)?.{1,14}呢\W*$|^(?:那|那么).{1,16}$",
    re.IGNORECASE,
)
GOES_ON = Rule(
    r"^\W*(?:and|or|but|then|also|what about|how about)\b|^\W*(?:那|那么|还有)|呢\W*$",
    re.IGNORECASE,
)
ADDS_TO = Rule(  # what a list should be for or with, and no more
    r"^\W*(?:for|with)\s+(?!me\b|it\b|you\b|your\b|the\b|my\b|that\b|this\b|example\b|help\b|sure\b)[a-z' -]{3,25}\W*$"
    r"|^\W*(?:he|she|they|we|i|my \w+)?\s*(?:really )?(?:likes?|loves?)\s+(?!it\b|you\b|this\b|that\b|them\b|these\b|the\b|your\b|to\b)[a-z' -]{3,25}\W*$"
    r"|^\W*(?:他|她|孩子|我)?(?:喜欢|爱看)(?![你这那它]|图书馆)[\u4e00-\u9fff]{1,8}\W*$"
    r"|^\W*(?:适合|给)(?!我)[\u4e00-\u9fff]{1,6}(?:的|看的|读的)\W*$",
    re.IGNORECASE,
)
NOW = Rule(
    r"\bnow\b|\bright now\b|\bcurrently\b|\bstill open\b|\bopen yet\b|\bare (?:you|they|we) (?:open|closed)\W*$"
    r"|\bis (?:the |your )?[\w ]{0,30}(?:open|closed)\W*$|现在|現在|这会儿|目前|开着|開著|还开|還開|开门了吗|关门了吗|开馆了吗|开没开",
    re.IGNORECASE,
)
STOP = Rule(
    r"\b(?:stop|cancel|turn off|unsubscribe|remove|delete|end|no more|don'?t (?:tell|send|notify))\b|取消|停止|关闭|關閉|关掉|不要再|别再|退订|退訂",
    re.IGNORECASE,
)
LIST = Rule(
    r"\b(?:which|what|list|show|any|my)\b.{0,20}\balerts?\b|(?:哪些|什么|查看|看看|我的).{0,6}(?:提醒|通知|订阅)",
    re.IGNORECASE,
)
WISHED = (
    Rule(
        r"\b(?:alerts?|notif\w+|news|new|arrivals?|arrive|tell me|let me know|inform me|watch)\b.*?\b(?:about|on|by|for|of|in)\s+"
        r"(?!new\b|anything\b|this\b)(?P<topic>[^.!?]+?)(?:\s+(?:and tell me|please|comes?(?: in)?|arrives?|are added|for me))*[.!?]*$",
        re.IGNORECASE,
    ),
    Rule(
        r"(?:有|来|到|进|出)了?(?:关于)?(?P<topic>[^，。]{1,20}?)(?:方面|主题)?的?(?:新书|书|新的|到馆|了)"
    ),
    Rule(r"(?:关注|订阅|留意)(?:一下)?(?P<topic>[^，。]{1,20}?)(?:的?新书|的|$)"),
)
NEWS = Rule(  # that something is new and comes, whatever it is
    r"^(?:any\s+|some\s+|the\s+)?(?:new(?:est)?|latest)\s+(?:arrivals?|books?|titles?|releases?|stuff|things?|ones?)\b\s*|\s*\b(?:comes?|coming|arrives?|gets?)(?:\s+in)?$"
    r"|^(?:最新|新)(?:到的?)?(?:书|到馆)?",
    re.IGNORECASE,
)
HAN_WISH = Rule(  # 有新的鲸鱼的书请通知我
    r"^(?:如果|要是|一旦|等)?(?:你们|馆里|图书馆)?(?:再?有|来|到|进|出)了?(?:什么)?(?:新到的|新出的|新的|新)?(?:有关|关于)?"
    r"(?P<topic>.{1,20}?)(?:方面|主题)?的?(?:新书|新的书|书籍|书)?(?:到馆|到了|上架|了)?(?:的时候|的话|时|后)?[，, ]*"
    r"(?:请|就|麻烦|记得|能不能|可以|帮我|给我)*(?:通知|告诉|告訴|提醒|说)(?:我|一下|一声)*[。！!]*$"
)
WISH_ONLY = Rule(r"\b(?:alert|notif|tell me when|let me know)|提醒|通知", re.IGNORECASE)
POINTS_AT = Rule(  # "tell me more about it", but not a title in quotes
    r"^[^\"“《]*\b(?:it|this|that|this one|that one|the same one)\b[^\"“《]*$|^[^《“]*(?:它|[这那该]一?[本个部张套些])[^《“]*$",
    re.IGNORECASE,
)
POINTS = Rule(
    r"^(?:it|this|that|them|they|these|those|one|(?:this|that|the)(?: (?:book|one|film|title|item|copy))?s?"
    r"|它|它们|这|那|[这那该该][本个部张套些]?(?:书|電影|电影|碟)?|书)$",
    re.IGNORECASE,
)
ORDERS = (
    (
        "newest",
        Rule(
            r"\b(?:newest|latest|most recent)\b.{0,12}\bfirst\b|\bsort.{0,20}\b(?:newest|latest|date)|最新的?(?:排|在)?(?:前|先)|从新到旧|按时间|^\W*(?:any(?:thing)? |something |the )?(?:newer|more recent)(?: ones?)?\W*$|^\W*(?:only |just |show me |give me )?(?:the )?(?:newest|latest|most recent)(?: ones?)?\W*$|^\W*最新的?(?:书|那本|一本)?\W*$|新一点的?|近几年的",
            re.I,
        ),
    ),
    (
        "oldest",
        Rule(
            r"\boldest\b.{0,12}\bfirst\b|\bsort.{0,20}\boldest|最早的?(?:排|在)?(?:前|先)|从旧到新|^\W*(?:any(?:thing)? |something |the )?older(?: ones?)?\W*$|^\W*(?:only |just |show me |give me )?(?:the )?(?:oldest|earliest)(?: ones?)?\W*$|^\W*最早的?(?:书|那本|一本)?\W*$|早一点的?",
            re.I,
        ),
    ),
    (
        "title",
        Rule(
            r"\b(?:sort|order|arrange).{0,20}\b(?:title|alphabet)|按(?:书名|題名|题名|标题)", re.I
        ),
    ),
)
TOO_MANY = Rule(
    r"^\W*(?:that(?:['’]s| is)|there(?:['’]s| is| are)|it(?:['’]s| is))?\s*(?:way |far )?too (?:many|much)(?: (?:results|books|of them|to read|here))?\W*$|^\W*太多了?\W*$",
    re.IGNORECASE,
)
THAT_ALL = Rule(  # "is that all?", 就这些？
    r"^\W*(?:and )?(?:is|are) (?:that|this|those|these|there) (?:all|it|everything|no(?:thing)? (?:more|else|others))\b.{0,14}$|^\W*(?:nothing|no) (?:else|more|others)\s*\?\W*$"
    r"|^\W*(?:就|只有)(?:这些|这几本|这么多)(?:了|吗|而已)*\W*$|^\W*没有(?:别的|其他的?)了?[吗嘛]?[?？]?\W*$",
    re.IGNORECASE,
)
HOW_MANY = Rule(  # copies of the item in hand
    r"^\W*(?:and )?how many (?:copies|of (?:it|them|those))?\s*(?:do you have|have you got|are there|are in|is there)?(?: of (?:it|that|this))?\W*$|^\W*(?:有|还有|馆里有)?(?:几|多少)[本册套](?:可借|能借)?\W*$",
    re.IGNORECASE,
)
CITE_IT = Rule(  # "how do I cite it", 怎么引用
    r"^\W*(?:and )?how (?:do|can|should|would) (?:i|you) (?:cite|reference)(?: it| this| that| this one)?\W*$|^\W*(?:怎么|怎样|如何)引用(?:它|这本书?|这个)?\W*$",
    re.IGNORECASE,
)
TITLES = Rule(r"[《「『“\"]([^》」』”\"]{2,80})[》」』”\"]")
NUMBER = Rule(r"^\W*(?:no\.?|number|nr\.?|第)?\s*\d{1,2}\W*$", re.IGNORECASE)
STOCKED = Rule(r"^\W*(?:请问)?(?:你们|馆里)?有(?!人|谁)[^吗么嗎]{1,20}[吗么嗎]\W*$")  # 有红楼梦吗
WHERE = Rule(
    r"\bwhere (?:is|are|can i (?:find|get))\b|\bwhich (?:branch|shelf)\b|在哪|哪个馆|哪個館|放哪|在不在架|在架吗",
    re.IGNORECASE,
)
DETAILS = Rule(
    r"\b(?:tell me|know|say) (?:a (?:bit|little) )?more about (?:it|this|that|the (?:first|second|third|last))\b"
    r"|(?:详细|多)(?:介绍|说说|讲讲)",
    re.IGNORECASE,
)
BEGINS = Rule(
    r"^\W*(?:do you have|have you got|are there|books?\b|novels?\b|i(?:'m| am) looking|looking for)"
    r"|有没有|有沒有|^\W*(?:我?想|我?要)(?:找|看|借|读)",
    re.IGNORECASE,
)
OF_TOPIC = Rule(  # "non-fiction about bees", 关于蜜蜂的书
    r"\b(?:books?|novels?|fiction|films?|movies?|documentar(?:y|ies)|audiobooks?|e-?books?|stor(?:y|ies)|magazines?|something|anything)\s+(?:about|on)\b"
    r"|(?:关于|關於|有关|有關).{1,20}的(?:书|書|小说|小說|电影|電影|绘本|资料|故事)"
    r"|^\W*about\s+(?!it\b|that\b|this\b|you\b|your\b|the (?:library|first|second|third|last)\b)\w|^\W*(?:关于|關於|有关|有關)[^，。？?]{1,20}?的?\W*$",
    re.IGNORECASE,
)
CORRECTS = Rule(
    r"^\W*(?:only|just|but|no|not|and|or|without|rather|instead|i meant|make)\b|^\W*(?:只|不|就|要|换|還|还|再|那)",
    re.IGNORECASE,
)
FILLERS = Rule(
    r"\b(?:make (?:it|them)|something|anything|only|just|please|but|rather|instead|the|ones?|a bit|more|i"
    r"|want(?:ed)?|meant|no|not that one|actually|ok(?:ay)?|that (?:is|are)|that|with|it)\b|有没有|要|想|一点|一些|点儿|不要这个|的$|请|换成|能不能",
    re.IGNORECASE,
)
SAME_AUTHOR = Rule(
    r"\b(?:he|she|they) (?:also )?(?:wrote|writes?|written)\b|\bwhat else (?:has|did) (?:he|she|they)\b|"
    r"\b(?:that|this|the same|same) (?:author|writer|director)\b|\bby (?:him|her|them)\b"
    r"|\bthe (?:author|writer)(?:['’]s other| also| else| written)\b|(?:作者|作家|导演)(?:还|還|另外|其他)|(?:这|那|該|该|同一)(?:个|位|一个|一位)?(?:作者|作家|导演|導演)|(?:他|她)(?:还|還)?写|(?:他|她)(?:还|還|都)?有(?:没有|哪些|什么)?(?:别的|其他|其它|书|作品|小说)|(?:他|她)的(?=书|作品|小说|散文|诗|杂文|其他|别的)",
    re.IGNORECASE,
)
KIND_OF_WORK = Rule(
    r"散文|诗集|诗歌|诗|杂文|短篇|长篇|小说|\b(?:essays?|poems?|poetry|plays?|short stories)\b",
    re.IGNORECASE,
)
OF_YEAR = Rule(  # that a number is a year and no title
    r"\b(?:from|in|of|published|released|made|since|year)\s+(?:in\s+)?(?:1[5-9]|20)\d\d\b|\d{4}\s*年|出版|上映",
    re.IGNORECASE,
)
FORGET = Rule(
    r"(?:\b(?:forget|erase|delete|wipe|remove|clear|destroy)\b.{0,30}\b(?:conversation|chat|talk|messages?|transcript|history"
    r"|everything|all (?:of )?(?:this|that|it)|what i(?:'ve| have)? (?:said|told|asked|wrote|typed))\b)|^\W*forget (?:me|this|it all)\b"
    r"|(?:忘记|忘掉|忘了|删除|刪除|删掉|刪掉|清除|清空|抹掉|销毁).{0,8}(?:对话|對話|聊天|谈话|交谈|记录|紀錄|会话|消息|全部|一切|刚才|说过)"
    r"|把.{0,12}(?:对话|對話|聊天|记录|紀錄|会话|消息|说的|话|话).{0,6}(?:忘记|忘掉|忘了|删除|刪除|删掉|刪掉|清除|清空|删了|刪了)",
    re.IGNORECASE,
)
ASKING = Rule(
    r"^\W*(?:how|what|do you|does|when|will|is|are|why|where|if)\b|怎么|怎样|如何|多久|多少|会不会|会.{0,8}吗|是否|為什麼|为什么",
    re.IGNORECASE,
)
FAILS = Rule(r"\bstill\b|\bwork|\bhelp|\bfail|不行|不能|没用|沒用|不好使")  # "still doesn't work"
HAN_ASKING = Rule(r"几[个人次岁天本点楼]|哪[里儿个家些]|多[少大久长]|什么|怎么")
MAY = Rule(
    r"^\W*(?:can|could|may|am|should|must|do|whose|who|which)\b|可以.*[吗嗎]|能.*[吗嗎]",
    re.IGNORECASE,
)
SAYS = Rule(  # a sentence, and no topic by its name
    r"\b(?:i|i['’]?m|you|we|my|me|your|is|are|was|need|want|please|help|thanks|can|does|won['’]?t|don['’]?t|not)\b|[我你您]|请|謝|谢|吗|嗎|^想|想[要找看借问]|帮",
    re.IGNORECASE,
)
LESSONS = Rule(
    r"\b(?:lessons?|class(?:es)?|courses?|tutors?|learn\w*)\b|[课課班]|学习|学[中英]", re.I
)
HOLDING = Rule(  # "a hold on the hobbit please": all but the title
    r"^\W*(?:(?:please|can you|could you|i(?:['’]d| would) like(?: to)?|i want(?: to)?|to)\s+)*"
    r"(?:(?:place|put|make|get|set)\s+)?(?:me\s+)?(?:a\s+|my\s+|the\s+|on\s+)*(?:holds?|reserve|reservation|request|list|wait(?:ing)? ?list)\s+(?:(?:on|for|of)\s+)?"
    r"|^\W*(?:(?:please|can you|could you|will you)\s+)*(?:keep|put|set)\s+(?=(?:it|that|this)\b)"
    r"|\s+(?:please|for me|for us|thanks|thank you|on hold|aside)\W*$"
    r"|^\W*(?:请|麻烦|想|要|我|帮|给|一下)*(?:预约|預約|预定|預訂|预订)(?:一下|一本|一?个)?|(?:可以吗|行吗|谢谢|好吗|这本书|吧)\W*$",
    re.IGNORECASE,
)
NEGATED = Rule(
    r"^\W*(?:no|not|without|nothing|except|less|leave out|exclude)\b|^\W*(?:不要|不想|别|別|不看|除了)",
    re.IGNORECASE,
)
UNTOLD = Rule(  # what no record says of its author
    r"\b(?:by|from) (?:an? |some )?(?:wom[ae]n|female|man|men|male|black|asian|gay|young|new|local)(?: (?:authors?|writers?))?\W*$"
    r"|[女男]性?(?:作者|作家|写的)|作者是[女男]",
    re.IGNORECASE,
)
# Which filter a reader wants gone: "remove the date limit", 不限馆.
_LIMITS = tuple(
    (
        names,
        Rule(
            rf"(?:\b(?:remove|without|drop|forget|ignore|any|no|lift|take off)\b.{{0,12}}\b(?:{english})\b|(?:去掉|不限|取消|不管|不用管).{{0,4}}(?:{chinese}))",
            re.I,
        ),
    )
    for names, english, chinese in (
        (("year_from", "year_to"), "dates?|years?|date limit|year limit", "年份|年代|时间|日期|年"),
        (("branches",), "branch(?:es)?|location", "馆|分馆|地点"),
        (("languages",), "language", "语言|语种"),
        (("formats",), "format|type", "形式|格式|类型"),
        (("audiences",), "age|audience", "年龄|读者"),
        (("literary_forms",), r"(?:non-?)?fiction (?:only|limit|filter)|genres?", "小说|体裁|类别"),
        (("pages_from", "pages_to"), "pages?|page limit|length", "页数|长度|厚度"),
        (("available",), "availability|available", "在架|能借"),
        (("authors",), "author", "作者"),
    )
)
LIFTS = Rule(
    r"\b(?:remove|drop|forget|ignore|lift|take off)\b|去掉|不限|取消|不管|不用管", re.IGNORECASE
)
DROPS = (
    *_LIMITS,
    (
        ("audiences",),
        Rule(
            r"\b(?:forget|drop|remove|ignore|lift)\b.{0,12}\b(?:kids|children|teens?|adults?)\b",
            re.I,
        ),
    ),
    (
        ("audiences",),
        Rule(
            r"^\W*(?:no|not (?:for )?(?:kids|children)|actually|sorry)?\W*(?:only|just)?\s*(?:for |the )?"
            r"(?:adults?|grown[- ]?ups)(?: ones?| books?)?\W*$|^\W*(?:不是?[，,]?)?(?:给|要)?(?:成人|成年人|大人)(?:看?的|读的)?\W*$",
            re.I,
        ),
    ),
)
# Words of the story around a wish, left over where no frame was known.
STORY = Rule(
    r"\b(?:i|i'm|im|my|our|we|me|us|she|he|her|him|his|they|them|it|is|are|was|am|be|a|an|the|and|or|but|so|to|of|in|on|for|with|at|who|that|this|some|any"
    r"|daughter|son|kids?|child(?:ren)?|wife|husband|mother|father|mum|mom|dad|friend|grand\w+|teacher|class|loves?|likes?|obsessed|mad|crazy|into|about|really|very"
    r"|got|get|have|has|had|want|wants|need|needs|looking|find|something|anything|book|books|please|thanks|hi|hello|there|today|urgent|preferably|maybe|just|also"
    r"|year|years|old|good|nice|great|can|could|would|you|your|do|does|what|which|give|show|read|reading|textbook)\b|['’]s\b"
    r"|[我你他她您]们?|想要?|给|找|几本|一些|一本|有没有|有什么|什么|请|帮|推荐|适合|孩子|女儿|儿子|看的?|的书|书|吗|呢|吧|的$",
    re.IGNORECASE,
)
WROTE = Rule(  # whose work it is
    r"\bwho(?:['’]s| is| was)?\s+(?:wrote|written|authored|directed|the (?:author|writer|director))\b|谁写|誰寫|作者是谁|作者是誰|谁的(?:书|作品)|谁导演",
    re.IGNORECASE,
)
TONE = Rule(  # what a list should be like, and no more
    r"^\W*(?:something |anything |a bit |more |really )?(?:funny|funnier|scary|scarier|sad|happy|happier|romantic|light|lighter|dark|darker|serious|exciting|gripping|cosy|cozy"
    r"|cheerful|uplifting|moving|clever|easy|easier|classic|modern)(?: (?:ones?|books?|stuff))?\W*$"
    r"|^\W*(?:要|来点)?(?:搞笑|好笑|幽默|恐怖|吓人|感人|轻松|温馨|浪漫|严肃|刺激|经典)一?点?的?(?:书|小说)?\W*$",
    re.IGNORECASE,
)
PLAYS = Rule(  # "tell me a joke", 唱首歌
    r"^\W*(?:(?:can|could|will|would) you |please |hey |hi |ok(?:ay)? |then |go on |just )*(?:tell|sing|give|say|write|crack|recite)\s+(?:me |us |for me )?(?:up )?(?:an?|another|the|some|your)?\s*(?:[a-z]+ )?"
    r"(?:jokes?|songs?|riddles?|puns?|poem|story|something funny)\b(?! (?:books?|about|by|on|collection))(?:\s+(?:please|for me|now|then|instead|about yourself))*\W*$|\bmake me laugh\b"
    r"|^\W*(?:do you |you )?(?:know|got|have) any (?:good |funny )?jokes\W*$"
    r"|^\W*(?:请|麻烦|能不能|能|可以|那|你|再|先)*(?:给我|为我|跟我|帮我)?(?:讲|说|唱|来|念|写|背|講|說)(?:给我听)?一?[个個首段支则篇](?:(?!关于|關於|有关)[^，。]){0,4}?(?:笑话|笑話|故事|歌|段子|谜语|诗)(?:吧|吗|嗎|呗|听听|给我听|好吗|行吗)*\W*$|逗我(?:笑|开心)",
    re.IGNORECASE,
)
ADDS = Rule(  # said to whoever will answer the question that was left
    r"^\W*(?:(?:p\.?\s?s|also|oh|and|by the way|ok(?:ay)?)\W+)*(?:my (?:name|number|question|phone|e-?mail|address|tutor|topic)\b|i(?:['’]?m| am) (?:called|free|available|around|in|at|away)\b"
    r"|it(?:['’]?s| is| was) (?:about|for (?:my|a|an|the)|urgent|not urgent)\b|i(?:['’]?ll| can| could| will) (?:be|come|do|make|wait)\b|call me\b|(?:you|they) can (?:reach|call|ring|e-?mail|write)\b)"
    r"|^\W*(?:对了|另外|还有|补充一下|补充)?[，,]?\s*(?:我的(?:名字|电话|邮箱|问题|课题)|我叫|我姓|是关于|(?:我)?(?:周|星期|下周|明天|后天|上午|下午).{0,8}(?:可以|有空|方便|都行)|可以打|请打)",
    re.IGNORECASE,
)
NAMING = Rule(  # "it's called Dune", before the title itself
    r"^\W*(?:(?:it|that|the (?:title|name|book|one|film))(?:['’]?s| is| was)|i mean(?:t)?|called|书名(?:是|叫)|名字(?:是|叫)|[它是叫]+)\s*(?:called\b|titled\b)?\s*",
    re.IGNORECASE,
)
GET_IT = Rule(  # "how do I get it", 怎么借
    r"^\W*(?:so |and |ok(?:ay)?,? )?(?:how|where) (?:do|can|could|would) i (?:get|borrow|take|collect|pick up)\b.{0,6}\b(?:it|this|that|them|one)\b.{0,12}$"
    r"|^\W*(?:那)?(?:这本|这个|它)?(?:怎么|在哪里?|哪里)(?:才能|可以|能)?(?:借|拿|取)到?\W*$",
    re.IGNORECASE,
)
HAVE_IT = Rule(  # "do you have it", 有吗
    r"^\W*(?:so |and |ok(?:ay)?,? )?(?:do|have|has|got)\b.{0,20}\b(?:it|this|that|them|this one|that one)(?: here| in)?\W*$"
    r"|^\W*(?:那)?(?:你们|馆里|图书馆)?(?:这本)?有[吗嗎么]?\W*$|^\W*(?:你们|馆里)有这本书?[吗嗎]?\W*$",
    re.IGNORECASE,
)
QUESTION = Rule(r"[?？]\s*$|[吗嗎呢]\W*$")
SPEAKING = Rule(
    r"\b(?:speak|talk|answer|reply|respond|write|switch|chat|say|tell|understand)\b|[说說讲講]|回答|回复|回覆|切换|切換|交流|聊",
    re.IGNORECASE,
)
TARGETS: tuple[tuple[Language, Rule], ...] = (
    (
        "zh",
        Rule(r"chinese|mandarin|cantonese|中文|汉语|漢語|普通话|普通話|国语|國語|华语|华文", re.I),
    ),
    ("en", Rule(r"english|英文|英语|英語", re.I)),
)
# Words of an English question; titles that a Chinese reader types have few of them.
ENGLISH = Rule(
    r"\b(?:do|does|did|you|have|has|can|could|would|where|how|what|when|which|who|i|i'm|im|my|me|please|want|need"
    r"|show|find|looking|any|is|are|there|like|only|it|something|about|books?|tell|give|hello|hi)\b",
    re.IGNORECASE,
)
HAN = Rule("[\u3400-\u9fff]")
