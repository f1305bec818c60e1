"""Words that ask, go on, or name what a library lends."""

from __future__ import annotations

import re

from actions.signs.opening import OPENS
from index.text import Rule

LENDS = Rule(  # that something is asked for which a library lends
    (
        r"\b(?:have|got|borrow|find|looking for|get|read|watch|cop(?:y|ies)|books?|novels?"
        r"|films?|about)\b"
    ),
    "[借找书看读]|有|在吗|在不在",
)
KINDS = (
    (
        "human",
        Rule(
            r"\b(?:librarian|human|real person|someone|staff member)\b.{0,20}$",
            "找馆员|真人|人工|转人工",
        ),
    ),
    ("hours", OPENS),
    (
        "cite",
        Rule(
            r"\bcit(?:e|ation)\b|\breference it\b",
            "引用|参考文献|參考文獻",
        ),
    ),
    (
        "where_is_it",
        Rule(
            r"\bwhere (?:is|are|can i find) (?:it|they|them|the (?:first|second|third|last))\b",
            r"\bis it (?:in|available)\b",
            "在哪|哪个馆|在不在架",
        ),
    ),
    (
        "find_holdings",
        Rule(
            r"\b(?:books?|novels?|films?|audiobooks?|e-?books?)\b",
            "的书|小说|电影|书吗",
        ),
    ),
)
HELD = Rule(  # kinds of things that stand in a library
    (
        r"\b(?:books?|novels?|stor(?:y|ies)|poems?|poetry|readers?|plays?|comics?|mangas?"
        "|films?|movies?|dvds?|audiobooks?|romances?|thrillers?|myster(?:y|ies)|textbooks?"
        r"|magazines?|biograph(?:y|ies)|documentar(?:y|ies))\b"
    ),
    "书|小说|诗|漫画|电影|影片|片子|绘本|故事|杂志|教材|读物",
)
TOLD = Rule(  # said of a book and no wish for one
    r"\bthank|\b(?:loved|enjoyed|liked|finished|returned|was|were|is|are)\b",
    r"\bi (?:love|like) (?:the|this|that|your)\b",
    "谢|很好看|看完|读完",
)
FOLLOWS = Rule(
    r"^(?=.{1,45}$).*\b(?:its?|that|they|them|ones)\b",
    r"^\W*(?:and|what about|how about|also|but|or)\b.{0,40}$",
    r"^[^a-z]{0,2}(?:那|那么|还有)?.{1,14}呢\W*$|^(?:那|那么).{1,16}$",
)
GOES_ON = Rule(
    r"^\W*(?:and|or|but|then|also|what about|how about)\b",
    r"^\W*(?:is (?:it|that) )?(?:the )?same (?:goes )?for\b",
    r"^\W*(?:那|那么|还有)|呢\W*$",
)
STOCKED = Rule(
    r"^\W*(?:请问)?(?:你们|馆里)?有(?!人|谁)[^吗么嗎]{1,20}[吗么嗎]\W*$", flags=0
)  # 有红楼梦吗
HAS = Rule(  # whether we have what is named: 有没有茶馆, 园冶在架吗
    "^\\W*(?:请问)?(?:[你您]们|馆里|图书馆)?(?:有没有|想借|想看|想找|找|借)|[有在][吗么嘛]|有没有\\W*$|在架|在馆",
    flags=0,
)
WROTE = Rule(  # "what did Jane Austen write besides Emma", 老舍都写过什么
    r"^\W*(?:so |and )?what (?:else |other (?:books?|novels?) )?(?:did|has|does) (?!(?:he|she|they|it|you|the author)\b)([\w .'’-]{3,30}?) (?:write|written|wrote)\b",
    "^\\W*(?![他她谁你我])([^，。？！,写的]{2,10}?)(?:一共|总共|到底|还|都)*写[过了]?(?:些|的)?(?:什么|哪些|多少|几本|几部)(?:书|小说|作品|东西)?(?:[吗呢啊]|\\W)*$",
)
MORE_OF = Rule(
    "(?:还|都)(?:有|写过?|出过?)(?:什么|哪些|没有|了)*(?:别的|其他|其它)|还(?:写|出|拍|导|演|画)[过了](?:什么|哪些|别的|其他)",
    "还有(?:什么|哪些)(?:书|作品|小说)?[吗呢]?\\W*$",
    flags=0,
)
FOR_IT = Rule(  # what we are asked for and no service: "do you have fawlty towers", "anything on bitcoin"
    r"^\W*(?:(?:hi|hello|hey)\W+)?do (?:you|u|ya) (?:have|stock|keep)(?! an?\b| any\b| your\b)(?: \w+){2,6}\W*$",
    r"\b(?:anything|something|stuff|books?) (?:on|about)(?: [\w+#-]+){1,4}\W*$",
)
BEGINS = Rule(
    (
        r"^\W*(?:do (?:you|u|ya) have|have you got|are there|books?\b|novels?\b|i(?:'m| am) looking"
        "|looking for)"
    ),
    r"有没有|有沒有|^\W*(?:我?想|我?要)(?:找|看|借|读)",
)
LENT_OUT = Rule(  # what was done to a thing that the reader has at home, or when it is due
    r"\b(?:overdue|due (?:back|today|tomorrow)|scratched|damaged|broken|lost)\b",
    "(?:过期|逾期|到期)(?!刊|杂志)|(?:弄|搞|摔|刮|踩|压|泡)[丢坏花破断湿]|[丢坏]了",
)
ASKING = Rule(
    r"^\W*(?:how|what|do you|does|when|will|is|are|why|where|if)\b",
    "怎么|怎样|如何|多久|多少|会不会|会.{0,8}吗|是否|為什麼|为什么",
)
HAN_ASKING = Rule(
    "几[个人次岁天本点楼]|哪[里儿个家些本种部天]|多[少大久长]|什么|怎么|谁|在哪",
    "行不行|能不能|可不可以|是不是|好不好|是[^，。]{1,8}还是",
    flags=0,
)
MAY = Rule(
    r"^\W*(?:can|could|may|am|should|must|do|whose|who|which)\b",
    "可以.*[吗嗎]|能.*[吗嗎]",
)
TELLS_OF_SELF = Rule(  # why something was asked, and no question: 我从外地开车过来
    r"^\W*(?:because |since |as )?(?:i|we|it|my \w+|our \w+|the (?:teacher|school))\b(?!.*(?:\b(?:want|need|look(?:ing)?|like|wonder\w*|would|could|please|help|how|what|when|where|which|who)\b|['’]d\b|\?))",
    "^\\W*(?:因为|主要|其实|就是)*(?:[我咱]们?|老师|导师|学校|单位|孩子|家里|我家|[他她]们?)(?!.*(?:[吗呢么吧？?几哪谁]|怎|多少|多[久大]|什么|能不|可不|有没有|是不是|是否|可以|能|想|要(?!求)|需|帮|荐|请|借|查|预约|办))",
)
SAYS = Rule(  # a sentence, and no topic by its name
    (
        r"\b(?:i|i['’]?m|you|we|my|me|your|is|are|was|need|want|please|help|thanks|can|does"
        r"|won['’]?t|don['’]?t|not)\b"
    ),
    "[我你您]|请|謝|谢|吗|嗎|^想|想[要找看借问]|帮",
)
NEGATED = Rule(
    r"^\W*(?:no|not|without|nothing|except|less|leave out|exclude)\b",
    r"^\W*(?:不要|不想|别|別|不看|除了)",
)
QUESTION = Rule(r"[?？]\s*$|[吗嗎呢]\W*$", flags=0)
HAS_READ = Rule(  # that somebody knows a work, in asking what comes next
    r"\b(?:i|we|s?he|they|just|already|my \w+)(?:['’]?(?:ve|s)| has| have)?\s+(?:\w+\s+)?(?:read|been reading)\b",
    r"\b(?:finish\w*|loved|liked|enjoyed|enjoying|adored|devoured|completed|after)\b",
    "[看读]完|[看读]过|喜欢|之后|以后",
)
READ_SOME = Rule(  # by an author, beside what is wanted of them: "Stephen King, I've read The Shining"
    r"^\W*(?:(?:any(?:thing)?|something|what|more|books?|novels?|else|others?|by|the|new(?:est)?|latest|(?:do|have) you (?:have|got)|i (?:like|love|want))\s+)*"
    r"(?P<by>(?!(?:not|no|nothing|never|except|but|without)\b)[^\W\d_][\w.'’ -]{2,30}?)(?:\s*[,.;–-]+\s*|\s+)(?:(?:but|and|that)\s+)?(?:i|we|s?he|my \w+)(?:['’]?(?:ve|s|d)| have| has| had)?"
    r"(?: already)? (?:read|done|finished) (?!(?:(?:it|that|this|them|those|these|all|both|of|already|before|every\w*|most|some)\b[^a-z]*)+$)(?P<read>[^.;?!]{2,80}?)(?: (?:already|before))?\W*$",
    "^\\W*(?:有没有|有|想看|想读)?(?P<han_by>[^，。, 的]{2,12}?)的?(?:书|小说)?[，, ]*(?:我们?|孩子)(?:已经)?[看读]过了?(?P<han_read>[^，。]{1,40}?)了?"
    "[，,。 ]*(?:还有)?(?:什么|别的|其他的?|没有)*[吗呢]?\\W*$",
)
AND = re.compile(r"\s*[,，、和跟与&]\s*|\s+and\s+")
READ_ALL = Rule(  # and not only the first of them
    r"\b(?:all|every(?:thing)?|whole|entire)\b",
    "(?:全套|全部|所有|整套|全都?|都)[^，。！？]{0,4}[看读听][完过了]|[看读]完了?(?:全套|全部|所有|整套)",
)
WANTS_NEXT = Rule(  # of what was read, and not that it be left out
    r"\b(?:loved|liked|enjoyed|adored|next)\b", "喜欢|接下来|之后|以后"
)
LIKED = Rule(  # a work that somebody enjoyed: its title is the group
    (
        r"^\W*(?:i|we|my \w+)(?:['’]ve| have)?(?: (?:really|also|just|absolutely|quite|so|already|read and))*"
        r" (?:liked?|likes|loved?|loves|enjoy(?:ed|s)?|adored?)(?: reading| watching)? "
        r"(?!(?:it|this|that|your?|the (?:library|staff|chat)|how|here|what|to)\b)([^.!?]{2,60})"
    ),
    "^\\W*(?:我家?的?)?(?:我们|孩子|儿子|女儿|娃|宝宝|小朋友|孙子|孙女|老公|老婆|爸爸?|妈妈?|爷爷|奶奶|他|她)?(?:\\d+岁)?(?:很|最|特别|比较|也|挺|超|非常|以前)*(?:喜欢|爱)(?:看|读)?(?:过|了)?《?([^，。！？》你这那]{2,20})",
)
OF_ANOTHER = Rule(  # somebody near, and not the reader
    r"^\W*my (?!self)\w+",
    "孩子|儿子|女儿|娃|宝宝|小朋友|孙子|孙女|老公|老婆|爸|妈|爷爷|奶奶",
)
NO_LIKING = Rule(  # what was liked here, and no subject of books
    r"^\W*(?:the|it|this|that|these|those|your?|our|here|coming|going|visiting|being|how|what|when|to|every)\b",
    "图书馆|你们|这[里儿]|那[里儿]|活动|服务",
)
OF_A_CHILD = Rule(
    r"\bmy (?:little )?(?:son|daughter|kids?|child|children|grand(?:son|daughter|child|children)|nephew|niece|toddler|boy|girl)\b",
    "孩子|儿子|女儿|娃|宝宝|小朋友|孙子|孙女",
)
HOW_DO_I = Rule(  # how something is done, whatever is on the screen
    r"^\W*(?:and |so |ok(?:ay)? |but )*how (?:do|can|would|should) (?:i|we|you|one)\b",
    "怎么(?=[下用借还看读听打开登注])|怎样|如何",
)
HOW_MANY_MAY = Rule(  # what is allowed at once or for how long: "how many CDs can I borrow"
    r"\bhow (?:long|many|much|often)\b.{0,40}\b(?:can|may|could|am) (?:i|we|you|one|they)\b",
    "能借[几多]|可以?借[几多]",
)
TO_A_DEVICE = Rule(  # how e-books come to be read on it
    (
        r"\b(?:how (?:do|can|would|should)|can|could|may) (?:i|we|you|one) (?:get|put|read|download|open|send|load|transfer|have|hear|listen to)\s+(?:them|these|those|(?:the |your |these )?(?:e-?books|audiobooks))\s+(?:down |over )?"
        r"\b(?:on|to|onto|with) (?:(?:my|an?|the|our)\s+)?(?:\w+\s+)?(?:kindle|kobo|phone|mobile|ipad|iphone|tablet|e-?reader|laptop|computer)s?\b"
    ),
    r"\bhow (?:do|can|would) (?:i|we|you) (?:download|install|open) (?:them|these|those)\W*$",
    "(?:怎么|怎样|如何|能不能|能|可以)[^，。？]{0,6}(?:放|传|导|下载|推送|装)[到进在][^，。？]{0,3}(?:kindle|手机|平板|ipad|阅读器|电脑)",
)
COSTS = Rule(  # whether something of a kind must be paid for
    r"^\W*(?:and |so |but |ok )*how much (?:is|are|do|does|for)\b",
    r"\b(?:do|does|have to|need to|must|is there|are there|any)\b.{0,30}\b(?:costs?|pay|charges?|charged|fees?)\b",
    r"\bare (?:the |your |all )*[\w-]+ free\b",
    "要(?:不要)?(?:付?钱|[收付]?费)|收[不]?收?费|多少钱|免费[吗么]|是免费",
)
WHY = Rule(
    r"^\W*(?:but )?why(?: not| is that)?\W*$",
    "^\\W*(?:那|但)?(?:是)?为什么(?:不行|不能|不可以|不)?[呢啊]?\\W*$",
)
ONE_OF_THEM = Rule(  # of the things that an answer tells of: "the chinese one"
    r"^\W*(?:(?:and|or|but|ok(?:ay)?|so|sorry|no|i (?:mean|meant|want)|i['’]m interested in|when(?:['’]s| is)|where(?:['’]s| is)|what about|tell me about|what time(?:['’]s| is))\W+)*"
    r"(?:the|that) (?:(?!(?:first|last|next|other|same|right|wrong|new|old|only|big|nearest|closest|main)\b)[\w'-]+ ){1,2}one\W*$",
    r"^\W*(?:(?:and|or|but|ok(?:ay)?|so|sorry|no|i (?:mean|meant|want)|what about)\W+)*the one (?:in|at|on|for|with|near) (?:the )?[\w'-]+(?: [\w'-]+)?\W*$",
    "^\\W*(?:那|我是说|我说的是|我要|我想参加|是|还有)*[^，。！？这那哪几新旧大小我你您]{1,6}的那个(?:呢|吧)?\\W*$",
)
