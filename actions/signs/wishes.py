"""Words and shapes of wishes: for a language, for news, for somebody on duty."""

from __future__ import annotations

from index.text import Rule

STOP = Rule(
    (
        r"\b(?:stop|cancel|turn off|unsubscribe|remove|delete|end|no more|don'?t (?:tell|send"
        r"|notify))\b"
    ),
    "取消|停止|关闭|關閉|关掉|不要再|别再|退订|退訂",
)
LIST = Rule(
    r"\b(?:which|what|list|show|any|my)\b.{0,20}\balerts?\b",
    "(?:哪些|什么|查看|看看|我的).{0,6}(?:提醒|通知|订阅)",
)
WISHED = (
    Rule(
        (
            r"\b(?:alerts?|notif\w+|news|new|arrivals?|arrive|tell me|let me know|inform me"
            r"|watch)\b.*?\b(?:about|on|by|for|of|in)\s+(?!new\b|anything\b"
            r"|this\b)(?P<topic>[^.!?]+?)(?:\s+(?:and tell me|please|comes?(?: in)?|arrives?"
            "|are added|for me))*[.!?]*$"
        ),
    ),
    Rule(
        (
            "(?:有|来|到|进|出)了?(?:关于)?(?P<topic>[^，。]{1,20}?)(?:方面|主题)?的?(?:新书|书"
            "|新的|到馆|了)"
        ),
        flags=0,
    ),
    Rule("(?:关注|订阅|留意)(?:一下)?(?P<topic>[^，。]{1,20}?)(?:的?新书|的|$)", flags=0),
)
NEWS = Rule(  # that something is new and comes, whatever it is
    (
        r"^(?:any\s+|some\s+|the\s+)?(?:new(?:est)?|latest)\s+(?:arrivals?|books?|titles?"
        r"|releases?|stuff|things?|ones?)\b\s*"
    ),
    r"\s*\b(?:comes?|coming|arrives?|gets?)(?:\s+in)?$",
    "^(?:最新|新)(?:到的?)?(?:书|到馆)?",
)
HAN_WISH = Rule(  # 有新的鲸鱼的书请通知我
    (
        "^(?:如果|要是|一旦|等)?(?:你们|馆里|图书馆)?(?:再?有|来|到|进|出)了?(?:什么)?(?:新到的"
        "|新出的|新的|新)?(?:有关|关于)?(?P<topic>.{1,20}?)(?:方面|主题)?的?(?:新书|新的书|书籍"
        "|书)?(?:到馆|到了|上架|了)?(?:的时候|的话|时|后)?[，, ]*(?:请|就|麻烦|记得|能不能|可以"
        "|帮我|给我)*(?:通知|告诉|告訴|提醒|说)(?:我|一下|一声)*[。！!]*$"
    ),
    flags=0,
)
WISH_ONLY = Rule(
    r"\b(?:alert|notif|tell me when|let me know)",
    "提醒|通知",
)
_NAMES = (
    "(?:chinese|mandarin|cantonese|english|french|spanish|german|italian|portuguese|polish"
    "|japanese|korean|arabic|russian|français|deutsch|español|italiano|português|polski)"
)
_HAN_NAMES = (
    "(?:中文|汉语|漢語|普通话|普通話|国语|國語|华语|粤语|广东话|英文|英语|英語|法语|法文"
    "|日语|日文|韩语|德语|西班牙语)"
)
BARE_LANGUAGE = Rule(  # "ok in English then", 请用中文吧: a language by its name and no more
    (
        r"^\W*(?:(?:ok(?:ay)?|so|and|now|but|no|yes|please|can we|could we|let['’]?s|use|go"
        "|back|do|it|this|in|to|into|then|switch|change|i['’]?d (?:like|prefer)|i (?:want"
        rf"|prefer|need)|prefer)\W+)*(?:simplified |traditional )?{_NAMES}(?:\W+(?:please|then"
        "|now|instead|language|version|thanks|thank you|ok(?:ay)?|is better|is fine"
        r"|only))*\W*$"
    ),
    (
        r"^\W*(?:请|麻烦|好的?|那|还是|就|我|想|要|换|改|切|成|回|到|为|用|来|，)*(?:简体|繁体"
        rf"|繁體)?{_HAN_NAMES}(?:回答|回复|交流|版|吧|了|谢谢|即可|就|也|都|可以|行|好|吗|么)*\W*$"
    ),
)
ADDRESSED = Rule(  # to us, whose answers are to be in that language
    r"\b(?:you|we|please|answer|reply|respond|switch|change)\b",
    "[请你您]|回答|回复|我们|可以|能",
)
WILL_DO = Rule(
    r"\b(?:(?:is|are|would be) (?:fine|ok(?:ay)?|good|great|all right)|will do|works too)\b",
    "即可|就[行好]|也[行成]|也可以|都行|都可以|的\\W*$",
)
BY_STAFF = Rule(  # spoken by somebody here, and not by us
    r"\b(?:some ?one|some ?body|any ?one|any ?body|persons?|people|librarians?|staff|ring|phone|call|at the desk)\b",
    "真人|人工|馆员|工作人员|员工|职员|老师|有人|打电话|电话[里上]|柜台|服务台|现场|会[讲说懂].{2,4}的",
)
HARDLY = Rule(  # a language that the reader hardly speaks: "my English is poor"
    rf"\b{_NAMES}\b.{{0,12}}(?:\bnot\b|n['’]t\b|\b(?:poor|bad|weak|terrible|limited)\b)",
    rf"(?:\b(?:not|no|cannot|poor|bad|little)\b|n['’]t\b).{{0,24}}\b{_NAMES}\b",
    f"{_HAN_NAMES}(?:我|水平|说得|讲得)?(?:不[好行懂会]|不太|很?差|一般)",
    f"不(?:懂|会|太懂|大懂|太会).{{0,3}}{_HAN_NAMES}",
)
NOT_SPOKEN = Rule(  # a language that somebody lacks or does not want, beside another
    (
        r"(?:\b(?:not|no|cannot|never|instead of|rather than)\b|n['’]t\b)\s+(?:in\s+)?"
        rf"(?:(?:speak|understand|read|know|talk)\s+)?(?:any\s+|much\s+)?{_NAMES}\b"
    ),
    f"(?:不(?:会|懂|太懂|太会|要|想|是)|别|没学过|听不懂|看不懂)[说說讲講用看听聽读讀]{{0,2}}{_HAN_NAMES}",
)
SAVED = Rule(  # what was saved, and not what was asked
    r"\b(?:saved|my (?:reading |saved )?list|favou?rites|bookmark(?:s|ed))\b",
    "收藏|清单|书单|保存的?|存了?的|标记",
)
TELLS = Rule(  # that a reader wants to be told
    (
        r"\b(?:alerts?|notif\w+|subscri\w+|tell|told|let (?:me|us) know|inform\w*|keep|watch"
        r"|ping|e-?mail|message|remind\w*|follow|sign me up|hear|know when|updates?)\b"
    ),
    "通知|提醒|告诉|告訴|订阅|訂閱|关注|留意|盯|说一声|说一下|叫我|跟我说",
    "发(?:邮件|消息|短信)|推送|动态|消息",
)
HOW_TOLD = Rule(  # of what was ordered or held: how the news of it comes
    (
        r"\bhow (?:will|do|would|are|am) (?:i|you|we)\b.{0,12}\b(?:know|told|notified|tell"
        r"|notify|let me know|informed)\b"
    ),
    "怎[么样].{0,3}(?:通知|知道|告诉)|如何(?:通知|知道)",
    "会(?:不会)?(?:通知|告诉|提醒)我?吗|(?:到|好|来)了(?:的话|以后|之后)?(?:会|能)?(?:通知|告诉|提醒)我?[吗么不]",
)
FESTIVE = Rule(  # to come and sing at a feast, and no book: "carols for Christmas"
    r"\bcarol(?:s\b| (?:singing|concerts?|services?)\b)|\b(?:christmas|xmas|easter|new year)\b.{0,30}\b(?:sing[- ]?alongs?|singing|concerts?|grotto)\b",
    "(?:圣诞|春节|新年|元旦|元宵|中秋|重阳).{0,12}(?:联欢|唱歌|合唱|音乐会|晚会|游园|灯会)",
)
NEW_ONES = Rule(  # "any new books", 最近有什么新书
    (
        r"\b(?:new|newest|latest|most recent|recent)\s+(?:arrivals?|acquisitions?|additions?"
        r"|releases?|(?:(?!books?|titles?|novels?|year)[a-z-]+\s+)?(?:books?|titles?|novels?|fiction|poetry|poems|thrillers|mysteries|biographies|films?"
        r"|dvds?|audiobooks?|comics?|stuff))\b"
    ),
    r"\b(?:what(?:['’]?s| is)|anything|something) new (?:in|on|about|for|by|from)\b",
    r"^\W*what(?:['’]?s| is) new(?: here| now| this (?:week|month))?\W*$",
    r"新(?:到|进|来|出|上架)?的?[\u4e00-\u9fff]{0,4}(?:书|小说|绘本|漫画|电影|影片)",
    "新到|新进|上新",
)
_FRESH = (
    r"(?:\b(?:any(?:thing)?|some(?:thing)?|what['’]?s|the|all|your|our|what|which|show|me|do|you|have|got|is|are|there|in|into|this|month|week|new|newest|latest|most|recent(?:ly)?|arrivals?|acquisitions?|additions?|releases?"
    r"|books?|titles?|stuff|things?|ones|collection|library|to|on|about|of|by)\b"
    r"|最近|近期|最新|本月|这个?月|这周|新(?:到|进|来|出|上架)?|到了?|进了?|有没有|有|什么|哪些|图书|书目?|上架|馆里|你们|关于|推荐|是?哪一?[本部些]|吗|的|了|呢)"
)
FRESH = Rule(rf"^(?:\W*{_FRESH})+|(?:{_FRESH}\W*)+$")  # beside what should be new
ON_DUTY = Rule(  # whether or when somebody is at the desk
    (
        r"\b(?:is|are|will) (?:there )?(?:any ?one|some ?one|any ?body|(?:a|an|any"
        r"|the)? ?(?:librarians?|person|human|staff))\b.{0,12}\b(?:there|here|available|on duty"
        r"|online|around|back|in|on)\b"
    ),
    (
        r"\bwhen\b.{0,20}\b(?:librarians?|some ?one|any ?one|staff|person|human"
        r"|they)\b.{0,16}\b(?:available|there|here|on duty|online|around|back|answer|come)\b"
    ),
    r"\b(?:are|is)(?: there)? (?:any |a |the )?librarians?\b.{0,30}$",
    (
        "(?:什么时候|几点|何时|现在|这会儿|目前).{0,2}(?:才|会|能|还)?有(?:人|馆员|客服)(?:吗"
        r"|在|值班|回|呢|上班|\W*$)"
    ),
    (
        r"(?:馆员|客服|人工).{0,2}(?:什么时候|几点|何时|现在)?(?:在吗|在不在|在\W*$|在线|上班"
        "|下班|值班|有空|回来)"
    ),
    r"有(?:人|馆员)(?:在|值班)吗|有(?:馆员|活人|真人|人工)吗|^\W*(?:请问)?有人(?:吗|么|嘛|没)\W*$",
)
WHATEVER = Rule(  # no matter what
    r"^\W*(?:anything|whatever|surprise me|i don['’]?t (?:mind|care)|no preference|you choose|any)"
    r"(?: (?:really|will do|goes|is fine|at all|you like|thanks|please|then|instead|with something(?: good)?))*\W*$",
    r"^\W*(?:随便|隨便|都行|都可以|无所谓|什么都[行可]以?|任意|你(?:来|帮我)?[挑选定推]荐?)"
    r"(?:你?推荐|来一?[本个部点]|什么都行|都行|哪本|的?书)*[吧啊呀了]?\W*$",
)
_HEAVY = r"(?:heavy|dark|sad|depressing|bleak|grim|serious|dense|difficult|hard|violent|gory|scary|upsetting|slow|dull|boring|dry|intense|gloomy|miserable)"
UNLIKE_THAT = Rule(  # something was too heavy, and the next is to be otherwise: "war and peace was too heavy, something light"
    (
        r"^\W*[^.;!?]{2,60}?\b(?:was|were|is|felt|got|['’]s) (?:(?:just|a bit|a little|far|way|much|all|rather|really|so) )*too "
        rf"{_HEAVY}(?: for (?:me|us|him|her|them|my \w+))?\W+(?:(?:so|and|but|now|i|we|i['’]?d|want|need|like|after|do|you|have|got|give|me|can|could|please|show)\W+)*"
        r"(?:something|anything) (?:(?:a bit|a little|more|much|really|nice and) )*(?P<how>[a-z-]+)(?: (?:instead|please|next|to read|now|then|this time))*\W*$"
    ),
    (
        "^\\W*[^，。！？]{1,16}太(?:沉重|压抑|悲伤|伤感|难懂|深奥|枯燥|恐怖|血腥|暴力|严肃|闷|虐)了?[，,。 ]*(?:想|要|有没有|有|来|换|看|读|找|推荐|给我|我|一?[点些本]|个)*"
        "(?P<han>轻松|开心|搞笑|好笑|幽默|温馨|治愈|欢乐)(?:一?[点些])?的?(?:书|小说)?(?:吗|吧|呢)?\\W*$"
    ),
)
LIGHT = Rule(
    r"light(?:er)?(?:-hearted)?|cheer(?:ful|ier)|happ(?:y|ier)|easy|easier|fun|funny|funnier|silly|gentle|uplifting",
    "轻松|开心|搞笑|好笑|幽默|温馨|治愈|欢乐",
)
WHAT_ELSE = Rule(  # what there is, where what was asked for is not
    r"^\W*(?:(?:so|well|ok(?:ay)?|then|but|and|alright|fine)\W+)*what(?:ever)? (?:else |other (?:books|things|ones) |books? |ones? )?(?:do you (?:actually |even )?have|have you(?: actually)? got|can (?:i|you) (?:get|have|borrow|offer)|is there)(?: (?:then|instead|in|here|to read))*\W*$",
    r"^\W*(?:(?:any|some|good|other|are there|is there|have you got|do you have|an?|what) )*alternatives?(?: (?:then|are there|do you have))*\W*$",
    r"^\W*(?:(?:so|well|then|but|and|ok(?:ay)?)\W+)*what (?:would|do|can|could) you (?:recommend|suggest)(?: (?:then|instead|for me))*\W*$",
    r"^\W*(?:(?:can|could) you )?(?:recommend|suggest) (?:me )?(?:something|anything) (?:else|different|instead)(?: (?:then|please|instead))*\W*$",
    "^\\W*(?:那|好吧?|那么|[，, ])*(?:你们|馆里|这里|这儿)?(?:都|还)?有(?:些)?(?:什么|哪些|啥)(?:别的|其他的?)?(?:书|可以看的?|能看的)?(?:[呢啊])?\\W*$",
)
_KINDS_OF_BOOKS = r"(?:books?|novels?|guides?|textbooks?|magazines?|films?|dvds?|documentar(?:y|ies)|audiobooks?|e-?books?|biograph(?:y|ies))"
BOOKS_ON = Rule(  # holdings on a topic, asked for in so many words: "have you any books on 3d printing"
    (
        r"^\W*(?:(?:hi|hello|hey|also|and|or|ok(?:ay)?|so|please|thanks|well|but|then|do|you|have|got|any|some|an?|the|are|is|there|i|we"
        r"|i['’]?(?:d|m|ll)|like|need|want|would|to|read|borrow|find|look(?:ing)?|for|can|could|may|get|give|show|recommend|suggest|me|us|which|what|just"
        r"|more|another|other|few|good|great|nice|decent|easy|simple|basic|short|new|recent|practical|introductory|beginner['’]?s?|self-help|children['’]?s"
        rf"|kids['’]?|picture)\W+)*{_KINDS_OF_BOOKS}\s+(?:on|about|to do with|dealing with)\s+"
        r"(?!(?:it|that|this|them|these|those|you|your|loan|hold|order|reserve|display|sale|offer|request|cds?|tape|disc|audio|kindle|paper|line|online|time"
        r"|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekends?|floor|level|how|what|which)\b"
        r"|(?:the|my|an?) (?:shel(?:f|ves)|list|catalogue|website|app|table|trolley|card|account|record|kindle|phone|tablet|ipad|computer|\w+ floor)\b)\w"
    ),
    (
        "^\\W*(?:请问|你们|你好|您好|馆里|这里|图书馆|有没有|有|想|要|借|找|看|读|我|几本|一些|一本|什么|哪些|推荐|帮我|给我|关于|有关|讲|[，,])*"
        "(?P<han>[^，。？！的借还续约期丢捐坏新]{2,10})(?:方面|相关|有关|入门|类)?的(?:书|图书|书籍)(?:有吗|有没有|吗|呢|有哪些|有什么)*\\W*$"
    ),
)
_OF_LIVES = r"(?:books?|novels?|memoirs?|autobiograph(?:y|ies)|biograph(?:y|ies)|poems|poetry|essays|plays|(?:short )?stories|writing)"
BY_SUCH = Rule(  # works of people of some kind, and no service for them: "memoirs by disabled people"
    rf"^\W*(?:(?:do|you|have|got|any|some|good|are|there|i|want|need|looking|for|['’]m|['’]d|like|show|me|find|other|more|and|or|what about|about)\W+)*{_OF_LIVES}\s+(?:written\s+)?(?:by|from)\s+(?!you\b|your\b|other\b|young people\W*$)"
    r"(?:[a-z-]+ ){0,3}(?:people|women|men|writers|authors|poets|novelists|children|teenagers|teens|girls|boys|mothers|fathers|refugees|im?migrants|survivors|soldiers|nurses|prisoners|scientists)\b",
    "^\\W*(?:有没有|有|想看|找|推荐)?(?:几本|一些)?(?:由)?[^，。？！我你]{1,8}(?:人|者|作家|女性|难民|移民)写的(?:书|小说|回忆录|自传|传记|散文|诗)(?:吗|有吗|呢)?\\W*$",
)
SHORT_STORIES = Rule(  # to be read, and no event: "short story collections"
    r"^(?!.*\b(?:when|where|how|what time)\b).*\bshort[- ]stor(?:y|ies)\b(?!\s+(?:competitions?|contests?|prizes?|clubs?|groups?|workshops?|courses?|class(?:es)?|writing|nights?|events?|time)\b)",
    "短篇(?:小说|故事)?(?:合?集)?(?!比赛|大赛|征文|奖|创作|写作)",
)
BOOKS_ON_IT = Rule(  # on what was answered
    rf"\b{_KINDS_OF_BOOKS} (?:on|about) (?:it|that|this)\b",
    "(?:这方面|这类|关于这个|相关)的?书",
)
BOOKS_FOR_IT = Rule(  # books that would help with what is told before
    rf"\b{_KINDS_OF_BOOKS}\b(?:\W+(?:do you have|have you got|is there))?\W+(?:(?:that|which)\W+)?(?:(?:could|can|might|may|would|will|to|i could read to)\W+)*"
    r"(?:help(?:s|ful|ing)?\b|for (?:that|this|it|him|her|me|them|us)\b|on (?:that|this|it)\b|about (?:that|this|it)\b|cope\b|support\b|i (?:can|could|should) read\b|we could read\b)",
    "(?:有没有|有什么|有哪些|有|想找|想借|推荐)[^，。？！]{0,8}书[^，。？！]{0,8}(?:帮|看看|应对|参考|开导|这方面)|(?:这方面|这类|相关)的?书",
)
OF_WHOM = Rule(  # who has it, and how it is told
    r"\b(?:my|our|his|her|the) (?:\w+ (?:old|month) )?(?:son|daughter|kids?|child(?:ren)?|bab(?:y|ies)|toddler|husband|wife|partner|boyfriend"
    r"|girlfriend|mum|mom|mother|dad|father|parents?|grand\w+|nan|brother|sister|friend|uncle|aunt|neighbour|cousin|niece|nephew)s?(?:[- ]in[- ]law)?\b",
    r"\b(?:going through|struggl\w+ with|suffer\w* from|diagnosed with|dealing with|living with|coping with|lately|recently|badly|newly|always|often)\b",
    "我|[他她](?!们的)|(?:孩子|儿子|女儿|娃|宝宝|小朋友|孙子|孙女|老公|老婆|先生|太太|爸爸?|妈妈?|爷爷|奶奶|外公|外婆|父亲|母亲|朋友|家人)的?",
    "最近|总是|老是|一直|经常|刚刚|被诊断|确诊|诊断|得了|患了?|[很太特有]别?|因为|[了着的]$",
)
_TONGUE = "(chinese|mandarin|english|french|german|spanish|italian|portuguese|russian|japanese|korean|arabic|latin|greek|polish|dutch|turkish|hindi|welsh|swedish)"
_HAN_TONGUE = "(汉语|中文|英语|英文|法语|法文|德语|德文|西班牙语|意大利语|葡萄牙语|俄语|日语|日文|韩语|阿拉伯语|拉丁语|希腊语|波兰语|荷兰语|土耳其语)"
TO_LEARN = Rule(  # what is no language, and no verb
    r"\b(?:to|is|am|i['’]m|are|start(?:ed)?|wanna) learn(?:ing)? (?!to\b|how\b|about\b|disab|difficult)(?:the )?(\w[\w -]{2,30}?)(?: (?:at home|properly|again|please|from scratch))*\W*$",
    "(?:想|要|自|能|在|怎么|如何|怎样)学(?!校|生|术|前|科|历|霸|院|者|位|费|问|说|期|堂|识|徒|姐|妹|长)(?:习|一?[下点些])?([^，。？！,.?!的书]{2,8})(?:的书|书)?(?:有吗|吗|呢)*\\W*$",
)
LIFE_OF_A = Rule(  # of somebody, whoever
    r"\b(?:(?:auto)?biograph(?:y|ies)|bios?|memoirs?|life stor(?:y|ies)|lives) (?:of|by|about) ((?:an?|some|famous|great|other) [\w ]{3,30}?|[a-z]{3,20}s)(?= (?:who|that|please|for)\b|\W*$)"
)
LEARNS = Rule(  # a language that is to be learnt
    rf"\b(?:learn(?:ing)?|study(?:ing)?|teach(?:ing)? (?:myself|yourself|me)|speak(?:ing)?|pick(?:ing)? up)(?: (?:to speak|how to speak|some|basic|a bit of|a little))* {_TONGUE}\b(?! (?:cook|history|literature|art|food|law|cinema|music))",
    rf"^\W*(?:[a-z']+ ){{0,6}}?{_TONGUE} (?:for (?:complete |absolute )?beginners|textbooks?|course ?books?|grammar(?: books?)?)\W*$",
    f"(?:学习?|自学){_HAN_TONGUE}(?!菜|画|史|文学)",
    f"{_HAN_TONGUE}(?:学习|入门|自学|教材|教程|课本|语法|初级|零基础)",
)
_FEAST = (
    r"((?:christmas|xmas)(?: eve| day)?|easter|boxing day|(?:chinese |lunar )?new year|spring festival|lantern festival"
    r"|mid-?autumn(?: festival)?|moon festival|dragon boat(?: festival)?|qing ?ming(?: festival)?)"
)
_HAN_FEAST = (
    "(圣诞节?|复活节|春节|过年|新年|元旦|除夕|元宵节?|清明节?|端午节?|中秋节?|重阳节?|国庆节?)"
)
OF_A_FEAST = Rule(  # books or films on it, and nothing that is done on the day
    rf"\b{_FEAST}(?:['’]?s)?[- ](?:themed[- ])?(?:(?!and\b|or\b|do\b|are\b|can\b|the\b|my\b|your\b)[\w'’]+ ){{0,2}}?"
    r"(?:(?:cook|story|audio|e-?)?books?|stor(?:y|ies)|tales?|novels?|poems?|poetry|films?|movies?|dvds?|reads)\b"
    r"(?![- ]?(?:times?|clubs?|groups?|sales?|fairs?|swaps?|returns?|hours?|sessions?|readings?|nights?|screenings?|due|back|late)\b)",
    rf"\b(?:books?|stor(?:y|ies)|novels?|poems?|films?|movies?|dvds?|anything|something)\b[\w ]{{0,20}}?\babout (?:the )?{_FEAST}(?=\W*$|\W+for\b)",
    rf"^\W*(?:(?:any|some|good|do|you|have|got|the|your)\W+)*(?:books?|stor(?:y|ies)|novels?|poems?|films?|movies?|dvds?) (?:on|for|at) (?:the )?{_FEAST}\W*$",
    f"{_HAN_FEAST}(?:(?:为|题材|主题)*的|主题)(?:儿童|少儿)?(?:绘本|图画书|故事书?|童话书?|童书|小说|电影|影片|动画片|读物|诗歌?|书(?!签|法|展))(?![会屋])",
    f"{_HAN_FEAST}(?:绘本|图画书|故事书|童话|电影|小说)",
    f"(?:关于|有关|讲){_HAN_FEAST}的(?:绘本|图画书|故事|童话|童书|小说|电影|影片|动画片|书|诗|[吗呢]?\\W*$)",
)
