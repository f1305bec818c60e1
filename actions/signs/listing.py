"""Words that narrow, order or widen the list on the screen, and the story around a wish."""

from __future__ import annotations

from index.text import Rule

SUCH_AS = Rule(  # and with a word for the books: "something for beginners", "that are funny"
    (
        r"^\W*(?:(?:and |but |ok |maybe )*(?:something|anything|any|some|ones?|any ones)\s+(?:for|with)"
        r"|(?:something |anything |any |some |ones? )?(?:that|which)(?: are| is|['’]s|['’]re))\s+"
        r"(?!(?:me|it|you|your|that|this|what|in|on|by|not|all|enough|fine|good|great|ok(?:ay)?|right"
        r"|wrong|correct|it|why|how|the|a|an|available|so)\b)[a-z' -]{3,25}\W*$"
    ),
)
ADDS_TO = Rule(  # what a list should be for or with, and no more
    (
        r"^\W*(?:for|with)\s+(?!me\b|it\b|you\b|your\b|the\b|my\b|that\b|this\b|example\b"
        r"|help\b|sure\b)[a-z' -]{3,25}\W*$"
    ),
    (
        r"^\W*(?:he|she|they|we|i|my \w+)?\s*(?:really )?(?:likes?|loves?)\s+(?!it\b|you\b"
        r"|this\b|that\b|them\b|these\b|the\b|your\b|to\b)[a-z' -]{3,25}\W*$"
    ),
    r"^\W*(?:他|她|孩子|我)?(?:喜欢|爱看)(?![你这那它]|图书馆)[\u4e00-\u9fff]{1,8}\W*$",
    r"^\W*(?:适合|给)(?!我)[\u4e00-\u9fff]{1,6}(?:的|看的|读的)\W*$",
)
TOO_MANY = Rule(
    (
        r"^\W*(?:that(?:['’]s| is)|there(?:['’]s| is| are)|it(?:['’]s| is))?\s*(?:way "
        r"|far )?too (?:many|much)(?: (?:results|books|of them|to read|here))?\W*$"
    ),
    r"^\W*太多了?\W*$",
)
THAT_ALL = Rule(  # "is that all?", 就这些？
    (
        r"^\W*(?:and )?(?:is|are) (?:that|this|those|these|there) (?:all|it|everything"
        r"|no(?:thing)? (?:more|else|others))\b.{0,14}$"
    ),
    r"^\W*(?:nothing|no) (?:else|more|others)\s*\?\W*$",
    r"^\W*(?:就|只有)(?:这些|这几本|这么多)(?:了|吗|而已)*\W*$",
    r"^\W*没有(?:别的|其他的?)了?[吗嘛]?[?？]?\W*$",
)
OF_TOPIC = Rule(  # "non-fiction about bees", 关于蜜蜂的书
    (
        r"\b(?:books?|novels?|fiction|films?|movies?|documentar(?:y|ies)|audiobooks?|e-?books?"
        r"|stor(?:y|ies)|magazines?|something|anything)\s+(?:about|on)\b"
    ),
    "(?:关于|關於|有关|有關).{1,20}的(?:书|書|小说|小說|电影|電影|绘本|资料|故事)",
    (
        r"^\W*about\s+(?!it\b|that\b|this\b|you\b|your\b|the (?:library|first|second|third"
        r"|last)\b)\w"
    ),
    r"^\W*(?:关于|關於|有关|有關)[^，。？?]{1,20}?的?\W*$",
)
ENOUGH = Rule(  # a "no" that wishes for nothing: "no, that's all"
    r"\b(?:thanks?|thank you|that(?:['’]s| is) (?:all|it|fine|ok(?:ay)?)|never ?mind|it['’]?s (?:ok|fine))\b",
    r"^\W*(?:it|that|this|not|no|nothing|you|i|wrong|they|please|stop)\b",
    "谢谢|不用|算了|没事|没关系|就这样|可以了|不是|不对|不要|(?<!有)没有|[你您]",
)
CORRECTS = Rule(
    r"^\W*(?:only|just|but|no|not|and|or|without|rather|instead|i meant|make)\b",
    r"^\W*(?:只|不|就|要|换|還|还|再|那)",
)
FILLERS = Rule(
    (
        r"\b(?:make (?:it|them)|something|anything|only|just|please|but|rather|instead|the"
        "|ones?|else|a bit|more|i|want(?:ed)?|meant|no|not that one|actually|ok(?:ay)?|that (?:is"
        r"|are)|that|with|it)\b"
    ),
    "有没有|要|想|一点|一些|点儿|不要这个|的$|请|换成|能不能",
)
KIND_OF_WORK = Rule(
    "[唐宋古新]诗|现代诗|[唐宋]词|元曲|散文|传记|诗集|诗歌|诗|杂文|短篇|长篇|小说|日记|书信",
    r"\b(?:essays?|poems?|poetry|plays?|short stories|diar(?:y|ies)|letters|memoirs?|biograph(?:y|ies))\b",
)
LEARNS = Rule(  # here a language is the topic
    r"\b(?:learn\w*|teach\w*|speak\w*|course|grammar|dictionary|history|culture|cook\w*)\b",
    "学|教|语法|词典|文化|历史|菜",
)
ANY_BOOKS = Rule(  # "books please", 有书吗, of the topic that stands
    r"^\W*(?:(?:and|or|any|some|just|only|the|do you have|have you got|what|which|show me|i need|i want)\W+)*"
    r"(?:books?|titles|something|anything)(?:\W+(?:too|please|pls|then|though|on (?:it|that|this)|about (?:it|that)|do you have|have you got|as well))*\W*$",
    "^\\W*(?:那|你们|馆里|有没有|有什么|有|要|想要|给我|推荐|几本|一些|相关的?|关于这个的?)*书(?:呢|吗|吧|有吗|就行|也行)*\\W*$",
)
DESCRIBES = Rule(  # a book by what it is about: "a novel about donors", 讲捐献器官的小说
    (
        r"^\W*(?:(?:hi|hello|please|can (?:you|u) (?:help me )?|help me|i(?:['’]m| am)?|we(?:['’]re| are)?|trying to|struggling to"
        r"|can['’]?t|remember|recall|find(?: me)?|think of|identify|do you have|have you got|got|is there|there(?:['’]s| is| was)?|any"
        r"|(?:want|need|looking for|after|recommend(?: me)?|suggest)|once|just|read|what(?:['’]s| is)? (?:the|that)(?: name of(?: the)?)?)\W+)*"
        r"(?:(?:an?|the|this|that|some|one)\s+)?(?:\w+\s+)?(?:books?|novels?|stor(?:y|ies)|films?|movies?)\s+(?:about|where|in which)\s+\w"
    ),
    "^(?!.*(?:捐|续借|还|预约|打印|复印).{0,8}(?:讲|关于|有关|写))(?:.*[，。,])?[^，。]{0,12}(?:讲|关于|有关|写)[^，。？?]{2,30}的(?:书|小说|故事|电影|绘本)",
)
OF_A_PAPER = Rule(  # what a paper is to be on: "my essay is about", X对Y的影响
    r"^\W*(?:(?:hi|hello|well|so|ok(?:ay)?|the)\W+)*(?:my|our)\s+(?:\w+\s+){0,2}?(?:(?:paper|essay|thesis|dissertation|assignment|coursework|report|project|research)(?:['’]s|\s+(?:is|will be|has to be))\s+(?:on|about|called)|topic\s+is)\s+(?!hold\b|paper\b)(?=\w)",
    r"^\W*(?:the\s+)?(?:effects?|impacts?|influence|role|consequences)\s+of\s+[^,.?!]{2,60}\s(?:on|in)\s+\w[^.?!]{2,60}\W*$",
    "(?:题目|选题|课题|论文|研究)(?:的?(?:题目|主题|方向))?(?:大概|应该|暂定|就|定)*(?:是|叫|为|：|:)+(?=[^，。？?！是什么]{4,})",
    "^\\W*[^，。？?！我你您]{1,16}对[^，。？?！我你您]{1,16}的(?:影响|作用|冲击|启示|意义|危害)\\W*$",
)
PLOT = Rule(  # what happens in it, and no title: "a man is stuck on Mars alone"
    r"^\W*(?:an?|some|two|three|someone|somebody) (?:[\w'’-]+\W+){5,}",
    r"\b(?:about (?:an?|some|two|someone|somebody)|where (?:an?|the|he|she|they|someone)|in which)\b",
    "(?:讲|说的是|写的是|里面有|主角)[^，。？！]{3,}",
)
CAN_BE_HAD = Rule(r"\b(?:available|in)\b", "可借|[能以]借|在架|在馆")
OF_YEAR = Rule(  # that a number is a year and no title
    r"\b(?:from|in|of|published|released|made|since|year)\s+(?:in\s+)?(?:1[5-9]|20)\d\d\b",
    r"\d{4}\s*年|出版|上映",
)
LEAVES_OFF = Rule(  # this may be all, and what follows no wish: "never mind, got it"
    r"\bnever ?mind\b|\bleave (?:it|that)\b",
    "算了",
)
WISHED = Rule(
    (
        r"\b(?:show|find|give|get me|want|looking|look for|something|anything|any|some|about|by|what about|how about"
        r"|try|let['’]?s|instead|do you have|books?|novels?|films?|poetry)\b"
    ),
    "[要找来给换]|想看|看(?!看)|有没有|书|小说|诗|电影|漫画",
)
TOO_SUCH = Rule(  # how a book should not be: "nothing too scary"
    (
        r"^\W*(?:but |and |something |ones? )*(?:(?:that(?:['’]s| is)|which is) )?(?:not|nothing|no|less|none)"
        r"(?: (?:too|so|very|that|really|overly))*"
        r" (scary|frightening|spooky|creepy|horror|sad|depressing|dark|violent|gory|serious|heavy|difficult"
        r"|hard|romantic|funny|light|boring|childish|complicated|dry|slow|grown[- ]?up|adult|mature|rude|graphic|gruesome|upsetting"
        r"|young|babyish|academic|technical|political|religious|preachy|soppy|silly|weird)"
        r"(?: (?:ones?|books?|stuff|stories))?(?:,? (?:please|pls|thanks|thank you))*\W*$"
    ),
    (
        "^\\W*(?:给[^，,。]{1,8}[，, ]+)?(?:但|可|要)*(?:不要|别|不想要|不想看|没有?|不)(?:太|那么|很|看)*(恐怖|吓人|可怕|惊悚|悲伤|伤感|压抑|沉重|暴力"
        "|血腥|严肃|难懂?|深奥|枯燥|搞笑|浪漫|幼稚|成人化?|露骨|专业|学术|复杂|无聊|老套)的?(?:书|小说)?(?:[，,]?谢谢|吧|可以吗)*\\W*$"
    ),
)
HEADINGS = (  # of works that are so, for who wants none of them
    (
        Rule("scary|frightening|spooky|creepy|horror", "恐怖|吓人|可怕|惊悚"),
        ("horror", "ghost stories"),
    ),
    (Rule("gory|gruesome|violent|graphic", "血腥|暴力"), ("horror", "serial murder", "violence")),
    (Rule("funny", "搞笑"), ("humorous",)),
    (Rule("romantic", "浪漫"), ("love stories", "romance")),
)
ON_A_WORK = Rule(
    r"(?:literary )?(?:criticism|commentar(?:y|ies)|study guides?|analysis|companions?)(?: (?:of|on|to|about) it)?",
    "(?:解读|导读|赏析|研究|评论|讲解|分析|解析|评析|注释)(?:它|这本书)?",
)
CHILDREN = Rule(  # of whatever age
    r"^\D*\b(?:kids?|child(?:ren)?|grand-?(?:kids?|child(?:ren)?)|little ones?)(?:['’]?s)?['’]?\b(?! \d)\D*$",
    "^(?!.*(?:学|年级|岁|[0-9]))(?:.*(?:儿童|孩子|小朋友|小孩))",
)
# Which filter a reader wants gone: "remove the date limit", 不限馆.
_LIMITS = tuple(
    (
        names,
        Rule(
            (
                r"(?:\b(?:remove|without|drop|forget|ignore|any|all|every|no|lift"
                rf"|take off)\b.{{0,12}}\b(?:{english})\b|(?:去掉|不限|取消|不管"
                f"|不用管|所有|全部).{{0,4}}(?:{chinese}))"
            ),
        ),
    )
    for names, english, chinese in (
        (("year_from", "year_to"), "dates?|years?|date limit|year limit", "年份|年代|时间|日期|年"),
        (("branches",), "branch(?:es)?|location", "馆|分馆|地点"),
        (("languages",), "languages?", "语言|语种"),
        (("formats",), "formats?|types?", "形式|格式|类型"),
        (("audiences",), "ages?|audiences?", "年龄|读者"),
        (("literary_forms",), r"(?:non-?)?fiction (?:only|limit|filter)|genres?", "小说|体裁|类别"),
        (("pages_from", "pages_to"), "pages?|page limit|length", "页数|长度|厚度"),
        (("available",), "availability|available", "在架|能借"),
        (("authors",), "author", "作者"),
    )
)
ELSE = Rule(r"\b(?:else|others?|more)\b", "别的|其他|其它|另外|还有", flags=0)
OF_WHATEVER = Rule(  # of whatever topic: "what would you recommend for a 3 year old"
    r"\b(?:recommend\w*|suggest\w*|good|nice|great|popular|favourites?|best|whatever|just any\w*)\b",
    "推荐|好看|好书|随便|热门|受欢迎|什么都",
)
PLAIN = Rule(  # of no form of its own: "the ordinary ones then"
    r"^\W*(?:if (?:not|you (?:don['’]?t|have none)|there['’]?s none|there (?:is|are)(?:n['’]t| none| no)?)[\w ]{0,24}[, ]+)?(?:(?:ok(?:ay)?|no|just|only|then|the|an?|any|well|so|maybe|in)\W+)*(?:ordinary|normal|regular|standard|plain)"
    r"(?: print| paper)?(?: ones?| books?| cop(?:y|ies)| editions?| versions?)?(?:\W*(?:then|please|instead|too|(?:will|would) do|(?:is|are|would be) (?:fine|ok(?:ay)?)))*\W*$",
    "^\\W*(?:那|就|还是|要|来|给我|换成?|只要|好吧?|(?:如果|要是|实在)?(?:没有|找不到)(?:的话)?|[，, ])*(?:普通|一般|正常)(?:字|纸质?)?(?:的|版|本|书|就行|就好|也行|也可以|吧|可以|呢)*\\W*$",
)
LIFTS = Rule(
    r"\b(?:remove|drop|forget|ignore|lift|take off)\b",
    r"\b(?:all|every|any) (?:the )?(?:formats?|languages?|branch(?:es)?|ages?|years?|types?|lengths?)\b",
    "去掉|不限|取消|不管|不用管|所有(?:格式|形式|语言|语种|分?馆|年龄|年份|类型)",
)
TOO = Rule(  # what will do beside what was asked for: 中文的也可以, "large print is fine too"
    r"\b(?:is|are|would be|['’]s) (?:also )?(?:fine|ok(?:ay)?|good|great|all right)(?: too| as well| also)?\W*$",
    r"\b(?:will|would|works?|do|does) (?:do )?(?:too|as well)\W*$|^\W*or (?:also |even )?(?:an? |in |as )",
    "也都?(?:可以|行|成|好|要|没问题)[吧的啊了]*\\W*$",
)
DROPS = (
    *_LIMITS,
    (("formats",), PLAIN),
    (
        ("audiences",),
        Rule(r"\b(?:forget|drop|remove|ignore|lift)\b.{0,12}\b(?:kids|children|teens?|adults?)\b"),
    ),
    (
        ("audiences",),
        Rule(
            (
                r"^\W*(?:no|not (?:for )?(?:kids|children)|actually|sorry)?\W*(?:only|just)?\s*(?:for "
                r"|the )?(?:adults?|grown[- ]?ups)(?: ones?| books?)?\W*$"
            ),
            r"^\W*(?:不是?[，,]?)?(?:给|要)?(?:成人|成年人|大人)(?:看?的|读的)?\W*$",
        ),
    ),
)
# Words of the story around a wish, left over where no frame was known.
STORY = Rule(
    (
        r"\b(?:i|i'm|im|my|our|we|me|us|she|he|her|him|his|they|them|it|is|are|was|am|be|a|an"
        "|the|and|or|but|so|to|of|in|on|for|with|at|who|that|this|some|any|daughter|son|kids?"
        r"|child(?:ren)?|wife|husband|mother|father|mum|mom|dad|friend|grand\w+|teacher|class"
        "|loves?|likes?|obsessed|mad|crazy|into|about|really|very|got|get|have|has|had|want"
        "|wants|need|needs|looking|find|something|anything|book|books|please|thanks|hi|hello"
        "|there|today|urgent|preferably|maybe|just|also|year|years|old|good|nice|great|can"
        r"|could|would|you|your|do|does|what|which|give|show|read|reading|textbook|halloween|christmas|xmas|easter)\b"
    ),
    r"['’]s\b|[我你他她您]们?|想要?|给|找|几本|一些|一本|有没有|有什么|什么|请|帮|推荐",
    "适合|孩子|女儿|儿子|看的?|的书|书|吗|呢|吧|的$|万圣节|圣诞节?|[，,]",
)
ONLY_SUCH = Rule(  # a limit, whatever reason is given for it: "only large print, my eyes are bad"
    r"^\W*(?:(?:ok(?:ay)?|so|but|and|please|sorry|no|i (?:need|want)|it has to be|must be|has to be)\W+)*(?:only|just)\b",
    "^\\W*(?:但|那|请|我|就|得|必须)*只(?:要|看|能[看读])",
)
FOR_BEGINNERS = Rule(  # of the list: "are any of them for beginners"
    r"^\W*(?:(?:and|or|but|ok(?:ay)?|are|is|there|any|some|something|anything|ones?|all|of|them|these|those|which|that|books?|only|just"
    r"|do you have|have you got|good|best|suitable|aimed)\W+)*(?:for|at)\W+(?:(?:complete|absolute|total|an?|real)\W+)*"
    r"(?:beginners?|novices?|newbies|starters|learners)(?:\W+(?:please|then|too))*\W*$",
)
A_BOOK = Rule(r"\b(?:books?|novels?|stor(?:y|ies)|something|anything|read)\b", "书|小说|故事")
MOOD = Rule(
    r"\bmakes? (?:me|us|you) (?:cry|laugh)\b",
    r"\b(?:funny|scary|sad|happy|romantic|exciting|gripping|heart-?warming|feel-?good|uplifting|spooky|cosy|cozy)\b",
    "搞笑|好笑|幽默|恐怖|吓人|感人|催泪|轻松|温馨|治愈|开心|浪漫|刺激",
)
RATED = Rule(  # what readers think of it, which no record tells
    r"\b(?:highest|high|best|top|well)[- ]rated\b|\bhigh(?:est)? ratings?\b|\bgood reviews\b|\bgoodreads\b",
    "评分|高分(?:电影|片|书|的)|(?:口碑|评价)(?:好|高|不错)|好评(?:多|高|最)|豆瓣",
)
RUNS = Rule(  # how long a film may be, by which no list is narrowed
    r"^\W*(?:(?:but|and|only|just|something|anything|nothing|an?|ones?|films?|movies?|that(?:['’]?s| is| are)?|no|not|running)\W+)*"
    r"(?:under|less than|shorter than|below|over|longer than|more than|up to|at most|max(?:imum)?)\s+"
    r"(?:an?|one|two|three|half an|\d{1,3}(?:\.\d)?)\s*(?:(?:and a half )?hours?|hrs?|h|minutes?|mins?)(?: long| please)*\W*$",
    "^\\W*(?:要|有没有|最好|片长|时长|不超过|别超过|少于)*[一两二三半\\d]{1,3}个?半?(?:小时|钟头|分钟)(?:以内|以下|之内|内)的?(?:电影|片子)?(?:吗|呢|有吗)*\\W*$",
    "^\\W*(?:片长|时长)?(?:要|最好)?(?:不超过|别超过|少于|不到)[一两二三半\\d]{1,3}个?半?(?:小时|钟头|分钟)的?(?:电影|片子)?(?:吗|呢|有吗)*\\W*$",
)
UNLIKE_IT = Rule(  # what was read made sad, and the next is to be another: 看完很难过，想看点开心的
    r"\b(?:sad|depress\w+|upset\w*|heavy|bleak|cry\w*)\b.*\b(?:funny|happy|happier|light(?:er|-hearted)?|cheer\w*|uplifting|feel-?good)\b",
    "(?:难过|伤心|沉重|压抑|难受|虐|哭).*(?:开心|轻松|快乐|搞笑|温馨|治愈|欢乐)",
)
TONE = Rule(  # what a list should be like, and no more
    (
        r"^\W*(?:something |anything |a bit |more |really )?(?:funny|funnier|scary|scarier|sad"
        "|happy|happier|romantic|light|lighter|dark|darker|serious|exciting|gripping|cosy|cozy"
        "|cheerful|uplifting|moving|clever|easy|easier|classic|modern)(?: (?:ones?|books?"
        r"|stuff))?\W*$"
    ),
    (
        r"^\W*(?:要|来点)?(?:搞笑|好笑|幽默|恐怖|吓人|感人|轻松|温馨|浪漫|严肃|刺激"
        r"|经典)一?点?的?(?:书|小说)?\W*$"
    ),
)
_NO_TOPIC = (  # what follows a "not" that says how or which, and names nothing
    r"(?:a|an|the|any|about|by|with|on|from|anything|too|very|so|that|this|these|those|it|sure|yet"
    r"|only|just|really|me|him|her|them|us|you|in|at|for|as|long|short|to|much|more|less|first"
    r"|second|third|last|else|thanks?|thank|problem|worries|idea|way|available|here|again|(?:old|dated|new)(?=\W*$))\b"
)
DENIES = Rule(  # "but no spies", "nothing by her", 不是他的; never how a book should be
    (
        r"(?:^|[\s,;.])(?:but (?:no|not|nothing)|(?<=[,;.]\s)no|not|nothing|except(?: for)?"
        r"|excluding|other than|apart from|(?:that|which) (?:is|are)(?:n['’]?t| not))\s+"
        rf"(?:(?:a|an|the|any|about|by|with|on|from|anything)\s+)*(?!{_NO_TOPIC})"
        r"([\w'’ -]{3,30}?(?:,? (?:and|or|nor) (?:not|no|nor) [\w'’ -]{3,30}?)?)(?: (?:books?|ones?|stories|novels?|please|thanks))*[\s.!?]*$"
    ),
    (
        "(?:^|[，,、；。\\s但可就有要想])(?:不要|不是|别是|别要|不想看|不看|除了|除去|排除)(?![太很这那第了])"
        "(?:关于)?((?:(?!还[有想能可要是]|以外|之外)[^，。！？,.!?的\\s]){2,12}?)(?:写|类)?(?:的书?|的作品|的小说)?(?:以外|之外)?(?:的书?|的作品|的小说)?[吧了呀啊。！!\\s]*$"
    ),
    (
        "^\\W*(?:但是?|不过|那|就)?(?![这那别其我都全太很更最])((?:(?![的书])[^，。！？,.!?\\s]){2,12}?)(?:写|类)?的(?:书|作品|小说)?"
        "(?:除外|(?:就|都)?不(?:要|算|看))[了吧啊呀]?[。！!\\s]*$"
    ),
    "^除了([^，。！？,.!?\\s]{2,12}?)(?:写的|的)?(?:以外|之外|外)?(?:的|[，,\\s]|还有(?:谁写?|什么|哪些|没有|别的)?|还[想要能可以看]*)+",
    "^(?![这那其除本第今明我你您])([^，。！？,.!?的\\s]{2,8}?)(?:写的)?(?:以外|之外)的?(?:书|作品|小说)?(?:呢|吧|有吗|还有吗|有没有|还有什么|有哪些)*[。！!？?\\s]*$",
)
LEAVES_OUT = Rule(  # of a list: "no politicians", "without the sports people"; no "no, the film"
    (
        r"^\W*(?:(?:but|and|ok(?:ay)?|just|only)\W+)*(?:no(?! more)|without|leave out|skip|avoid|exclude|minus|no more)\s+"
        r"(?:(?:all|any|those|these)\s+|the\s+(?=[\w'’ -]*s\b|[\w'’ -]*people\b))*"
        r"(?!(?:the|i['’]?m?|it(?:['’]?s)?|that|this|they|you|we|he|she|him|her|them|me|not?|nope|sorry|actually|thanks?|thank|problem|worries|idea|one|more|longer"
        r"|need|wait|for|in|at|on|of|to|from|but|and|or|what|which|where|why|how|do|does|is|are|can|could|just|only|something|anything|nothing|please|an?|my"
        r"|limits?|charge|card|books?|results?|copies|copy|way|good|luck|pictures|subtitles|dates?|years?)\b)"
        r"(?P<what>[\w'’-]+(?: [\w'’-]+){0,2}?)(?: (?:books?|ones?|stories|novels?|stuff|please|thanks))*[\s.!?]*$"
    ),
)
OF_A_PEOPLE = Rule(  # topics of which a people is named rather than a language
    r"\b(?:cook\w*|cuisines?|recipes?|food|baking|history|art|architecture|culture|philosophy|mytholog\w*|politics|wines?|gardens?|gardening)\b"
)
_PEOPLES = (
    "chinese|japanese|korean|indian|italian|french|spanish|german|greek|turkish|thai|vietnamese|mexican|russian|portuguese|arabic|english|british"
    "|american|irish|scottish|roman"
)
PEOPLES = Rule(rf"\b(?:{_PEOPLES})\b")
A_PEOPLE = Rule(
    r"\W*(?:(?:and|or|ok|so|just|only|maybe|what about|how about|any|some|the|something)\W+)*"
    rf"({_PEOPLES})(?: (?:ones?|food|cooking|recipes?|books?|history|art))*\W*"
)
NONE_AT_ALL = Rule(  # a question, and nothing that is denied: "nothing on bees at all?"
    r"^\W*(?:(?:so|and|really)\W+)*(?:(?:is there |there['’]?s |you have |have you )?(?:nothing|no books?|not anything)(?: at all)?)"
    r" (?:about|on)\s+(?=.*(?:\?|\bat all)\W*$)|(?:\s+at all)?\W*\?\W*$|\s+at all\W*$",
)
ANY_SUCH = Rule(  # of a list: "are there any on DVD", 有英文的吗
    r"^\W*(?:(?:is|are) there |do you have |have you got |got )?(?:any|one|ones|some)\b",
    "^\\W*(?:有没有|有)[^，。]{1,8}的(?:吗|么|呢)?\\W*$",
)
ISSUE = Rule(  # "this week's", before the title of a magazine
    r"\b(?:this|last) (?:week|month|year)(?:['’]?s)?\b",
    r"\b(?:today(?:['’]?s)?|the (?:latest|current|new|newest|last) (?:issue|number|copy)(?: of)?)\b",
    "[这本上]一?[期周月]的?|今天的?|最新一?期的?",
)
