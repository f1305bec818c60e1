"""Words and shapes of questions about opening hours."""

from __future__ import annotations

from index.text import Rule

OPENS = Rule(
    r"\b(?:opens?|close[sd]?|opening|closing|shut|hours)\b",
    "开门|关门|开放|开馆|闭馆|几点|開門|關門|開放",
)
LAST_ENTRY = Rule(  # until when somebody may come in
    r"\b(?:what|when)(?:['’]?s| is) the latest (?:time )?(?:that )?(?:i|we|you|people|someone|one) (?:can|could|may|let people) (?:still )?(?:come|get|enter|arrive|walk|go)\b(?! (?:a|an|my|the|it|this|that)\b)",
    r"\b(?:how late|until when|til+ (?:when|what time)|until what time) (?:can|could|may) (?:i|we|one) (?:still )?(?:come|get in|enter|arrive|walk in)\b",
    r"\blast (?:entry|admissions?)\b",
    "最晚(?:几点|什么时候|啥时候)(?:之前|前)?(?:可以|能|得)?(?:进|入|到)[馆来去场]?|(?:最后|最晚)的?(?:入馆|入场|进馆)|(?:停止|截止)(?:入馆|入场|进馆)",
)
NOW = Rule(
    r"\bnow\b|\bright now\b|\bcurrently\b|\bstill open\b|\bopen yet\b",
    "现在|現在|这会儿|目前|开着|開著|还开|還開|开门了吗|关门了吗|开馆了吗|开没开",
)
NOW_ONLY = Rule(  # of the hours spoken of: "and now?", 现在呢
    r"^\W*(?:and |what about |how about )?(?:right )?now(?: then)?\W*$",
    "^\\W*(?:那|那么)?(?:现在|這会儿|这会儿)(?:呢|怎么样|开吗|开着吗)?\\W*$",
)
EASTER = Rule(r"easter|复活节|復活節")  # and not one day of it
AROUND = Rule(  # a feast with the days beside it
    r"\b(?:around|over)\b",
    "那几天|那段时间|前后|期间|期間",
)
ARE_YOU = Rule(  # now, unless a day was spoken of
    r"\bare (?:you|they|we) (?:open|closed)(?: then)?\W*$",
    r"\bis (?:the |your )?[\w ]{0,30}(?:open|closed)(?: then)?\W*$",
)
BETWEEN = Rule(
    r"[a-z\s]*\b(?:to|until|till|through|thru)\b",
    r"\s*[-–—~～]|.{0,3}[到至]",
)
BESIDE = Rule(  # what may stand beside a day that is all of a message
    (
        r"\b(?:on|at|the|and|in|for|to|from|until|till|by|what|about|how|is|it|then|please"
        r"|ok(?:ay)?|or|day|date|which|same|different|true|that|those|change[sd]?|too|also|as well|i (?:mean|meant)|sorry|i['’]m asking)\b"
    ),
    "我?是[说說问問]|我[说說问問指]的是|也?是不是|也是|也|一样|一樣|同样",
    "有?(?:变化|變化|不同|区别|调整|改变)",
    "[呢吗嗎的那在到至和或与與跟请請问問]|还有|怎么样|可以",
)
COMES = Rule(  # what somebody comes for, that was told just before
    r"\b(?:pick|take|bring|drop)\s+(?:(?:it|them|one|that)\s+)?(?:up|in|off|back)\b",
    r"\b(?:collect|fetch|bring|come)\b(?:\s+(?:in|by|over|round)\b)?",
    "[去来过]*[拿取领办交]一?[下趟]?|[去来过]+",
)
THEN = Rule(r"\b(?:then|that day)\b|那天|那时")  # the day spoken of
WHERE_IT = Rule(  # of the branch spoken of
    r"^\W*(?:(?:and|so|ok)\s+)*where(?:['’]?s| is) (?:it|that|that one)\W*$",
    r"\bhow (?:do|can) (?:i|we) get there\b|^\W*(?:and )?(?:the )?address\W*$",
    r"^\W*(?:那)?(?:它|这个馆|那个馆|这家|那家)?(?:在哪[里儿]?|怎么去|怎么走|地址)(?:呢|啊|呀)?\W*$",
)
NUMBER = Rule(  # a day by its number alone
    r"(?:(?:the|on|until|till|to|and|or)\s+)*\d{1,2}(?:st|nd|rd|th)?",
    r"[\d零〇一二两三四五六七八九十]{1,3}[号號日]",
)
SHIFTS = (  # from the day spoken of
    (
        Rule(
            r"\b(?:the )?(?:next|following) day\b|\b(?:the )?day after(?: that)?\W*$",
            "[第后後][二一]天|次日|隔天",
        ),
        1,
    ),
    (
        Rule(r"\b(?:the )?day before(?: that)?\W*$", "前一天"),
        -1,
    ),
    (
        Rule(
            r"\b(?:the )?week after(?: that)?\W*$|\bthe (?:next|following) week\W*$",
            r"\bthe (?:mon|tues|wednes|thurs|fri|satur|sun)day after\b",
            "[再后後]一[周週]|[下后後]一?个?[周週]同一天",
        ),
        7,
    ),
    (
        Rule(r"\b(?:the )?week before(?: that)?\W*$", "前一[周週]"),
        -7,
    ),
)
EVERY = Rule(  # of all branches, whichever was spoken of
    (
        r"\b(?:which|any|all|other|another|every|each|both|either)\s+(?:(?:of|the|your|two"
        r"|three|other)\s+)*(?:branch(?:es)?|librar(?:y|ies)|ones?|places?|sites?|locations?"
        r"|buildings?|them|you)\b"
    ),
    r"\bwhich (?:is|are|closes?|opens?|shuts?|stays?|has)\b|\bthe (?:others|rest)\b|\bthe other\W*$",
    r"\b(?:any|some|every|else)where\b|\bwhere (?:else|can|could)\b|\bwho(?:'s| is) open\b",
    "哪一?[个個些家间間]?(?:分)?[馆館](?![员員])|哪[个個些家间間](?![月星礼禮周週日])",
    "(?:其他|其它|别|別|另外|另|各|所有|每|全部|任何)的?[一两二三几几]?[个個家间間]?(?:分)?[馆館](?![员員])",
    "(?:其他|其它|别|別|另外)的?(?:几|两|那)?[个個家间間]|别处|其他地方|别的地方",
)
FIRST = Rule(
    r"\b(?:open|opens|opening)\b.{0,20}\b(?:earliest|first|soonest)\b",
    r"\b(?:earliest|first|soonest)\b.{0,12}\b(?:to )?open",
    "最早.{0,3}[开開]|[开開][门門]?.{0,2}最早",
)
LAST = Rule(
    r"\b(?:open|opens|close[sd]?|closing|shuts?|stays?)\b.{0,20}\b(?:latest|last|longest)\b",
    r"\b(?:latest|last|longest)\b.{0,12}\b(?:to )?(?:open|clos|shut)",
    r"\bwhich (?:day|evening|night)\b.{0,20}\b(?:later|latest|longer|longest)\b",
    "哪一?[个家間间]?(?:分?馆)?最晚\\W*$|最[晚久].{0,3}[关關开開]|[关關开開][门門到得]?.{0,2}最[晚久]",
    "哪一?[天日][^，。？]{0,6}晚(?:一?[点點些]|的|$)",
)
TOO_EARLY = Rule(  # that we close so soon
    r"\b(?:close|closes|closed|closing|shut|shuts) (?:so|too|(?:far|way|much) too|this|that) early\b",
    "[关關闭閉][门門馆館]?得?(?:也|未免)?(?:太|这么|那么|這麼|那麼)早|(?:太|这么|那么|這麼|那麼)早就?[关關闭閉][门門馆館]?",
)
HOW_LATE = Rule(  # of today while that is not over, else of the week
    r"\bhow late\b|\b(?:open|stay) (?:until|till?) (?:what time|when)\b",
    r"\b(?:latest|longest)\b.{0,20}\bany ?day\b",
    "[开開]到(?:几点|幾點|多晚|什么时候)",
)
DIFFER = Rule(  # the days on which the usual week does not hold
    r"\bnext (?:day|time|date)\b.{0,20}\b(?:clos|shut|not open)",
    r"\b(?:bank|public|national) holidays?\b|\bholiday (?:hours|opening|times|clos)",
    r"\b(?:on|in|over|during) (?:the )?holidays?\b",
    r"\b(?:closing|closure|closed) (?:days|dates)\b",
    (
        r"\b(?:christmas|xmas|easter|new year)(?:['’]?s)? (?:opening |closing )?(?:hours|times"
        r"|period|break|closures?)\b"
    ),
    r"\bover (?:christmas|xmas|easter|new year)\b",
    "放[寒暑]假|节假日|節假日|银行假日|公休|公众假|法定假|放假|(?<![暑寒])假期(?!刊)|闭馆日|閉館日|休馆日",
    "(?:圣诞节?|元旦|春节|新年|节日|假日)(?:期间|假期|安排)|下次.{0,4}[闭关]|下一次.{0,4}[闭关]",
    "(?:最近|接下来|近期)(?:什么时候|哪[几一]?天).{0,3}(?:闭|不开|关)",
)
NEXT = Rule(r"\b(?:next|after)\b|下一?次|之后")  # from the day spoken of on
HOUR = Rule(  # "at 9?", of the day spoken of
    r"^\W*(?:(?:and|or|what about|how about)\s+)*(?:at|by|after|before|until|till)\s+(\d{1,2})\W*$"
)
REACH = Rule(  # of a branch by its name
    (
        r"^(?!.*\b(?:my|change)\b).*\b(?:(?:tele)?phone(?: number)?|number|e-?mail|address)"
        r"(?:\W*$|\s+(?:for|at|of (?:the )?(?!\w+s\b))\b)"
    ),
    r"^(?!.*[我改]).*(?:电话|地址|邮箱)(?:号码)?(?:是|在)?(?:多少|什么|哪[里儿]?)?\W*$",
)
WHY = Rule(
    (
        r"^\W*(?:(?:but|and|oh|ok)\s+)?(?:why|how come|what for|what(?:'s| is) the reason)"
        r"(?:\s+(?:not|so|is|it|that|are|you|they|closed|shut|then|early|late|open|the"
        r"|library|do|does|close))*\W*$"
    ),
    r"^\W*(?:那|可是)?(?:为什么|為什麼|为啥|怎么)(?:不|没|开|關|关|门|闭|馆|这么|这样|早|晚|呢|啊|呀|那天|要|是)*\W*$",
)
WISHED = Rule(  # that we were open when we are not
    r"\bwish\b.{0,25}\b(?:open|close|closed|hours)\b",
    r"\b(?:you|they|library|branch|it|east|riverside|central) (?:really )?(?:should|ought to) (?:be |stay )?open\b",
    r"\b(?:please|could you|would you|can you) (?:please )?(?:be |stay )?open (?:up )?(?:longer|later|earlier|on|at|every|all)\b",
    r"\bhours are (?:far |much )?too\b|\bopen (?:for )?longer\W*(?:please)?$",
    "^(?!.*(?:几点|什么时候)).*(?:希望|建议).{0,14}(?:[开開](?!课|设|展)|延长|晚点关)",
    "(?:你们|图书馆|馆)应该.{0,10}(?:[开開]|延长)|能不能.{0,8}(?:也[开開]|早点?[开開]|晚点?[关關]|[开開][晚久长]|延长)",
)
A_PLACE = Rule(  # in a library, with hours of its own
    (
        r"\b(?:shops?|stores?|caf[eé]|bar|kiosk|lounge|garden|gallery|museum|gym|pool|car ?park"
        r"|lab|studio|rooms?|cent(?:re|er)|office|desk|makerspace|playground|theatre|hall)\W*$"
    ),
    "[店厅廳室部处處台吧园場场]$",
)
NAMES_DAYS = Rule(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun|week)days?\b|\b(?:in|during) term\b|\bevery day\b",
    "(?:周|星期|礼拜)[一二三四五六日天末]|平日|工作日|学期中|每天",
)
BUSY = Rule(  # when it is quiet, and not when it is open
    r"\b(?:busy|busiest|quiet|quietest|crowded|packed)\b",
    "人少|人多|人最[少多]|不挤|拥挤|清静|高峰",
)
OPEN_THEN = Rule(
    r"\b(?:open(?:s|ing)?|close[sd]?|closing|shut)\b",
    "[开開]门|[开開]門|[关關][门門]|开放|開放|[开閉闭]馆|[开開][吗嗎么]|开不开|開不開",
    "[还還]开|不开|关[吗么]|几点(?:开|关)(?!始|会|车|演|课|学|船|放|播)|下班",
    "[开開关關]到.{0,2}(?:几点|幾點|多晚|什么时候)|营业到",
    r"\bcan (?:i|we) come\b",
    "[能可以]来吗",
)
AGAIN = Rule(  # after days on which we are closed
    r"\bnext (?:day|time|date)?\b.{0,15}\bopen|\bopens? (?:up )?next\b(?! (?:\w+day|week|month|year|mon|tues?|weds?|thurs?|fri|sat|sun)\b)",
    "下一?次.{0,4}[开開]|(?:哪[几幾]?|(?<![那这這哪])[几幾])[天号].{0,3}才?[开開]|什么时候(?:才|再|会)[开開]",
    r"\bopen(?:ing)? again\b|\bre-?open|\bback open\b|\bopen(?:ing)?\b.{0,12}\bafter\b",
    "重新[开開]|恢[复復][开開]|再[开開][门門馆館放]|[过過]完.{0,3}[年节節]",
    "(?:元旦|春节|新年|圣诞节?|节|假)(?:[过過]?后|之后|以后).{0,6}[开開]",
)
WEEK = Rule(  # the usual week
    r"\b(?:open|opens|opening|stay open) late\b|\blate(?:-| )(?:night|opening|evening)s?\b",
    "开到很晚|开得晚|延长开放|夜间开放",
    r"\b(?:any|what|which) days?\b|\b(?:mornings|afternoons|evenings|nights|weekdays)\b|\bhours\b(?! (?:until|till|left|before))",
    r"\b(?:opening|closing) (?:hours|times)\b|\b24\W{0,3}7\b",
    r"\b(?:every day|each day|daily|usual(?:ly)?|normal(?:ly)?)\b",
    r"\b(?:in|during|over|through)\s+(?:the\s+)?term\b",
    "平时|平常|一般|通常|每天|哪几天|哪天|休息|午休|开放时间",
)
_IN = r"(?:\b(?:in|during|over|through|throughout|for|this|next|what about|how about)|^\W*and)"
_NAMES = ("january", "february", "march", "april", "may", "june", "july",
          "august", "september", "october", "november", "december")  # fmt: skip
_HAN_NAMES = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
MONTHS = tuple(  # without a day
    (
        Rule(
            rf"{_IN}\s+(?:the\s+)?{name}(?: hours| opening| times)?\b(?!\s*\d)",
            rf"\b{name}\s+(?:bank|public)\s+holidays?\b",
            rf"(?<![\d年一二三十])(?:{number}|{han})月[份]?(?![\d一二三四五六七八九十初])",
        ),
        (number,),
    )
    for number, (name, han) in enumerate(zip(_NAMES, _HAN_NAMES, strict=True), 1)
)
SEASONS = (  # the months of each
    (
        Rule(
            r"\b(?:summer|school holidays)(?:['’]?s)?\b(?! reading)",
            "暑假|暑期|夏天|夏季|夏日",
        ),
        (6, 7, 8),
    ),
    (Rule(r"\bwinter\b", "寒假|冬天|冬季"), (12, 1, 2)),
    (Rule(r"\b(?:in|during) (?:the )?spring\b|\bspring hours\b", "春天|春季"), (3, 4, 5)),
    (
        Rule(r"\b(?:in|during) (?:the )?(?:autumn|fall)\b|\bautumn hours\b", "秋天|秋季"),
        (9, 10, 11),
    ),
)
CLOCK = Rule(  # a time is asked for, and no week
    r"\bwhat time|\bwhen (?:do|does|are|is|will)\b|\bhow (?:late|long|soon)\b",
    r"\b(?:until|till?) when\b|\b(?:open|clos)ing time\b(?!s)",
    "几点|幾點|什么时候|什麼時候|何时|多久|多晚|下班",
)
ON_SHIFT = Rule(
    r"\b(?:what time|when) (?:do|does|are|is|will) (?:they|you|it|someone|anyone|a librarian)\b",
    "上班|下班|值班|在线",
)
OUR_PLACES = Rule(  # how many we are, our addresses and phones
    (
        r"\bhow many (?:branch(?:es)?|librar(?:y|ies)|locations|sites|buildings)\b(?: do you|"
        r" are there| have you| is there|\W*$)"
    ),
    (
        r"\b(?:your|the library['’]?s?)\s+(?:postal |street |phone |telephone |contact )*"
        r"(?:address(?:es)?|(?:tele)?phones?(?: numbers?)?|number)\W*(?:please\W*)?$"
    ),
    r"^\W*what(?:['’]?s| is)\s+(?:the )?(?:(?:(?:tele)?phone )?number|phone)\W*$",
    r"\b(?:list|names?) (?:of )?(?:all )?(?:the |your )?branches\b|\bwhat branches\b",
    "[几幾][个個家间間](?:分)?[馆館](?![员員])|几家图书馆|哪[几些][个個家间間]?(?:分)?[馆館](?:[?？]|$)",
    r"^\W*(?:请问|有)*(?:你们|图书馆|馆里)(?:的)?(?:地址|电话|电话号码)(?:是|在)?(?:什么|多少|哪里|哪儿)?[吗呢]?\W*$",
    r"^\W*(?:请问)?地址是什么\W*$",
    (
        "^\\W*(?=.*(?:有|给我|多少|什么|吗|呢|你们|图书馆|馆里))(?:请问|那|你们|图书馆|馆里|有没有|有|给我)*(?:的)?(?:联系)?电话(?:号码)?是?(?:什么|多少)?"
        "[吗呢么嘛]?\\W*$"
    ),
    r"^\W*(?:and |so )?(?:do you have|have you got|is there) a (?:(?:tele)?phone )?(?:number|phone)\W*$",
    r"^\W*(?:(?:ok|no|well|actually|then|think|i['’]?ll|i will|i can|i['’]?d|rather|let me|just|maybe)\W+)+(?:ring|call|phone)(?: (?:you|them|up|instead|then|myself))*\W+(?:and |so )?what(?:['’]?s| is) (?:the|your)(?: phone)? number\W*$",
    r"^\W*(?:and |so |ok )?what(?:['’]?s| is)? (?:the |your )?(?:(?:tele)?phone )?number (?:to|(?:can|do|should) i) (?:ring|call|phone)\W*$",
    "^\\W*(?:那|算了|好|我|还是|就|直接|自己|想|[，,])*打(?:个)?电话(?:吧|好了|问)*[，, ]*(?:电话|号码)+是?(?:什么|多少)[呢啊]?\\W*$",
)
TODAY = Rule(  # which day it is
    (
        r"^\W*(?:(?:hi|hey|please|so|and|sorry|tell me|do you know|can you tell me)\W+)*"
        r"what(?:['’]?s| is)?\s+(?:the\s+)?(?:day|date)(?:\s+of (?:the )?(?:week|month))?"
        r"(?:\s+(?:is|it|today|now|please|todays))*\W*$"
    ),
    r"^\W*what(?:['’]?s| is) today(?:['’]?s date)?\W*$",
    r"^\W*(?:请问|那|你知道)*(?:今天|现在|今儿)是?(?:星期几|周几|礼拜几|几号|几月几[号日]|什么日子)[了啊呀呢吗]*\W*$",
)
CLOCK_NOW = Rule(  # what time it is
    (
        r"^\W*(?:(?:hi|hey|please|so|and|sorry|tell me|do you know|can you tell me)\W+)*"
        r"what(?:['’]?s| is)?\s+(?:the\s+)?time(?:\s+(?:is|it|now|please|right))*\W*$"
    ),
    r"^\W*(?:请问|那|你知道)*(?:现在|這會|这会儿)是?(?:几点|什么时候|什么时间)[钟了啊呀呢]*\W*$",
)
_PARTS_OF_IT = r"library|branch|building|place|doors?|it|you|there|that|this|one|main|whole"
THING = Rule(  # "does the cafe close", "cafe hours", 咖啡厅几点关
    (
        r"\b(?:does|do|is|are|will)\s+(?:the"
        rf"|your)\s+(?P<en>(?!(?:{_PARTS_OF_IT})\b)[^\W\d_][\w' -]{{2,30}}?)\s+(?:be\s+|still\s+"
        r"|usually\s+)*(?:open|close[sd]?|shut)\b"
    ),
    (
        rf"^\W*(?:the|your)?\s*(?P<of>(?!(?:{_PARTS_OF_IT}|opening|closing"
        r"|holiday)\b)[^\W\d_]{3,20}(?: [^\W\d_]{3,20})?)\s+(?:opening|closing)?\s*(?:hours"
        r"|times?)\W*$"
    ),
    (
        r"^\W*(?:请问|你们|馆里|图书馆|那|的|里)*(?P<zh>(?![我他她]|几|什么|何时|多|[开关]到)(?![^几开关]*(?:假"
        "|节|月|季|期间|时间|晚|早|平时|平常|一般|通宵|小时|现在|还|全|各|哪|分馆"
        r"|图书馆))[\u4e00-\u9fff]{2,6}?)\s*(?:的)?(?:几点|什么时候|何时|开|关)"
    ),
)
