"""Words that give a task: a hold, a number to call, a joke, to forget what was said."""

from __future__ import annotations

from assistant.model import Language
from index.text import Rule

RESERVES = Rule(  # "reserve Emma": a hold, and no reserve of a course
    (
        r"^\W*(?:(?:please|can you|could you|can i|i want to|i(?:['’]d"
        r"| would) like to)\s+)*reserve\s+(?!list|collection|desk|shel|reading|item|material"
        r"|book|textbook)\w"
    ),
    (
        r"^\W*(?:请|麻烦|我|想|要|帮我|帮忙)*(?:预约|預約|预订|预定)(?!房|室|座|电脑|馆员|咨询"
        r"|活动|研|自习|到|的|怎|多|要|可|能|吗|会)\w"
    ),
)
HOW_TO = Rule(r"^\W*how to \w", "^(?:怎么|怎样|如何)[^？?吗呢]{2,10}$")  # a book's matter
WHY_SO = Rule(  # how the world is, and not how we or the reader are
    r"^\W*why (?:do|does|did|are|is|can|was|were) (?!i\b|you\b|we\b|my\b|your\b|the library|this\b|that\b|it\b)(?:the |a |an )?",
    "(?<![我你您们他她馆])(?:为什么|为啥|為什麼)(?![我你您他她]|图书馆|总馆|馆)(?:会|要|能)?",
)
HISTORY_OF = Rule(
    r"^\W*(?:the )?history of (?!.*\b(?:house|home|building|street|road|town|village|church|pub"
    r"|family|alderbrook|library|area|school|farm|place)s?\b)\w",
    "^(?:古|现代|近代)?[^我家房楼街镇本]{2,8}(?:的)?历史$",
)
PLACED = Rule(  # said of a hold that is placed already
    r"\bi(?:['’]ve| have)? (?:already )?(?:put|placed|made|had|reserved|requested|ordered)\b",
    "预约了|预定了|约了|订了",
)
HELD_FOR_ME = Rule(  # of a hold that waits, or is waited for: "has my hold come", 我的预约到了吗
    r"\bmy (?:holds?|reservations?|reserved (?:books?|items?)|requests?)\b(?! (?:a|the|of)\b)",
    r"\b(?:holds?|reservations?|reserved books?) (?:is|are|has|have|hasn['’]?t|isn['’]?t|came|arrived)\b",
    r"\bwhere\b.{0,20}\b(?:pick(?:ing)? up|collect)\b.{0,20}\b(?:reserved|holds?|reservations?)\b|\bhold shelf\b",
    "我的(?:预约|預約)",
    "(?:预约|預約|预定|预订)(?:过)?的(?:那[本几]?)?(?:书|書|东西|碟).*(?:到|取|拿|来|留|等|没)",
    "(?:预约|預約).{0,8}(?:没到|没来|没消息|到货)",
)
ASKS_AFTER_US = Rule(  # "how are you", 你好吗, "is that ok"
    r"\bhow(?:['’]?s| are| is| r)? (?:you|u|it going|things|life|everything)\b|\bwhat(?:['’]?s| is) (?:up|new)\b",
    r"\byou (?:there|ok)\b|\b(?:ok(?:ay)?|right|sure|please|good|fine|yes|yeah|no)\W*$",
    "你好|您好|在吗|吃了吗|忙吗|好吗|行吗|可以吗|对吗|是吗|真的吗",
)
CANCELS = Rule(r"\bcancel\w*", "取消|退掉")
FROM_HOME = Rule(r"\b(?:from|at) home\b|\bonline\b|\bwithout coming in\b", "在家|网上|线上|在线")
HOW = Rule(
    r"\bhow\b|\bwhere\b",
    "怎么|怎样|如何|哪",
)
CONTACT = Rule(  # how to reach somebody, whoever it is
    (
        r"\b(?:(?:tele)?phones?|numbers?|e-?mails?|address(?:es)?|contacts?|details|ring|call"
        r"|reach|library'?s?|your?|the|what(?:'s| is)?|of|for|can|i|how|please)\b"
    ),
    "电话|號碼|号码|邮箱|邮件|地址|联系方式|联系|图书馆|你们|的|多少|是|怎么",
)
FORGETS_THIS = Rule(  # this conversation, in plain words and no others
    (
        r"^\W*(?:(?:please|can|could|would|you|i want(?: you)? to|i['’]d like to|ok(?:ay)?|now)\W+)*(?:forget|erase"
        r"|delete|wipe|remove|clear)\W+(?:(?:all|of|this|our|the|my|whole|entire)\W+)*(?:conversation"
        r"|chat)(?:\W+(?:please|now|thanks|thank you|history|log))*\W*$"
    ),
    (
        "^\\W*(?:请|麻烦|帮我|你|能|可以|现在)*(?:忘记|忘掉|删除|刪除|删掉|刪掉|清除|清空)(?:掉|了)?(?:这次|这段"
        "|这个|我们|整个|本次|全部|所有|我|的)*(?:对话|對話|聊天|会话)(?:记录|紀錄)?(?:吧|了|谢谢)*\\W*$"
    ),
    (
        "^\\W*(?:请|麻烦|帮我)*把(?:这次|这段|这个|我们|整个|本次|我|的)*(?:对话|對話|聊天|会话)(?:记录|紀錄)?"
        "(?:都|全部?)*(?:忘记|忘掉|删除|刪除|删掉|刪掉|清除|清空|删了|刪了)(?:吧|了|谢谢)*\\W*$"
    ),
)
PLEADS = Rule(  # a plea and no more
    r"^\W*(?:(?:oh|but|pls|please|help|me|hurry|quick(?:ly)?|i need help|now)\b\W*)+$",
    "^\\W*(?:求|拜托|麻烦|快|救|帮)[你您救点帮命来我了一下吧帮忙啊]*\\W*$",
)
OBJECTS = Rule(  # why not so, or somebody to be stopped
    r"^\W*(?:(?:but|and|so)\s+)*why not\b",
    r"\b(?:stop|block|ban) (?:him|her|them|it|this|that)\b",
    "为什么不|凭什么|[拦停阻]住?[他她它]",
)
PRESSES = Rule(  # that what was answered will not do: "but I've an exam and need it"
    r"^\W*but\b.{0,60}\bneed (?:it|them|this|these|more time)(?: (?:for|by|until|till|on|longer|now)\b.{0,30})?\W*$",
    "^\\W*(?:可是?|但是?|不过).{0,20}(?:要用|急用|需要(?:它|这))",
)
RUNS_OUT = Rule(  # of an e-book that is lent
    r"\b(?:due|overdue|expir\w+|run(?:s|ning)? out)\b", "到期|过期|续借"
)
WILL_NOT_OPEN = Rule(  # of an app or a file
    r"\b(?:won['’]?t|doesn['’]?t|can['’]?t|cannot|unable to) (?:open|load|log ?in|sign ?in|log on)\b",
    "登[录陆錄]?不[了上进進]|登[录陆錄](?:失败|不)|打不开|打不開|闪退|进不去",
)
TOO = Rule(  # of what was answered, and of nothing else
    r"^\W*(?:but|and|well|hmm+|(?:that|it|this)(?:['’]?s| is| seems)|(?:a )?bit|way|far|much|really)?(?:\W+(?:(?:that|it|this)"
    r"(?:['’]?s| is| seems)|a bit|way|far|much|really))*\W*too (?:short|long|expensive|dear|late|early|far|few|little|much)\W*$",
    "^\\W*(?:但是?|可是|这|那|也|真的?|实在|有点)*太(?:短|长|少|多|贵|晚|早|远|久|麻烦|慢)了?[吧啊呀]*\\W*$",
)
ERASES = Rule(r"\b(?:erase|delete|wipe)\b", "删除|刪除|删掉|清除|清空")
OF_THE_CHAT = Rule(
    r"\b(?:conversation|chats?|transcript|messages?|questions?|typed|wrote|said|told|asked)\b",
    "对话|對話|聊天|会话|消息|[说写问]的|[说写问]过",
)
ON_A_COMPUTER = Rule(  # what a reader left on a computer or sent to a printer
    r"\b(?:my|the|our|these|those) (?:files?|stuff|things|documents?|downloads?|pictures|print ?outs?)\b",
    r"\b(?:computers?|pcs?|printers?|print(?:ed|ing)|browser|usb)\b",
    "文件|文档|电脑|電腦|打印|列印|浏览|下载的",
)
KEPT_OF_US = Rule(  # what a library keeps of its readers
    r"\b(?:history|data|details|records?|info(?:rmation)?|accounts?|loans?|borrow\w*|reading|gdpr)\b",
    "资料|信息|数据|记录|历史|账[户号]|借",
)
FAILS = Rule(
    r"\bstill\b|\bwork|\bhelp|\bfail",
    "不行|不能|没用|沒用|不好使",
    flags=0,
)  # "still doesn't work"
OF_COURSE = Rule(  # the set text of a course
    r"\b(?:my|the|our|course|class|module|reserves?|set|required|prescribed|assigned|lecturer|professor)\b",
    "课程|这门|那门|[我你]们?的?[课老]|指定|教参|参考书目|老师|学校|学院|预留|\\d{3}|必读",
)
_TONGUES = (
    "english|french|german|spanish|italian|portuguese|russian|japanese|korean|chinese|mandarin"
    "|arabic|polish|welsh|urdu"
)
TO_LEARN_A_LANGUAGE = Rule(  # from a textbook
    rf"\b(?:{_TONGUES})\b.{{0,20}}\b(?:text|course) ?books?\b",
    rf"\b(?:text|course) ?books?\b.{{0,30}}\b(?:{_TONGUES})\b",
    "(?:[英法德俄日韩汉]语|[英法德俄日韩中]文|西班牙语|意大利语).{0,4}(?:教材|课本|教科书)",
)
LESSONS = Rule(
    r"\b(?:lessons?|class(?:es)?|courses?|tutors?|learn\w*)\b",
    "[课課班]|学习|学[中英]",
)
HOLDING = Rule(  # "a hold on the hobbit please": all but the title
    (
        r"^\W*(?:(?:please|(?:can|could|may) (?:you|i)|how do i|i(?:['’]d| would) like(?: to)?|i want(?: to)?"
        r"|to)\s+)*(?:(?:place|put|make|get|set)\s+)?(?:me\s+)?(?:a\s+|my\s+|the\s+"
        r"|on\s+)*(?:holds?|reserve|reservation|request|list|wait(?:ing)? ?list)\s+(?:(?:on|for"
        r"|of)\s+)?"
    ),
    (
        r"^\W*(?:(?:please|can you|could you|will you)\s+)*(?:keep|put|set)\s+(?=(?:it|that"
        r"|this)\b)"
    ),
    r"\s+(?:please|for me|for us|thanks|thank you|on hold|aside)\W*$",
    r"^\W*(?:请|麻烦|想|要|我|你|帮|给|替|一下|能不能|可不可以|可以|能|怎么)*(?:预约|預約|预定|預訂|预订)(?:一下|一本|一?个)?",
    r"(?:可以吗|行吗|谢谢|好吗|这本书?|它|吧|吗)\W*$",
)
PLAYS = Rule(  # "tell me a joke", 唱首歌
    (
        r"^\W*(?:(?:can|could|will|would) you |please |hey |hi |ok(?:ay)? |then |go on "
        r"|just )*(?:tell|sing|give|say|write|crack|recite)\s+(?:me |us "
        r"|for me )?(?:up )?(?:an?|another|the|some|your)?\s*(?:[a-z]+ )?(?:jokes?|songs?"
        r"|riddles?|puns?|poem|story|something funny)\b(?! (?:books?|about|by|on"
        r"|collection))(?:\s+(?:please|for me|now|then|instead|about yourself))*\W*$"
    ),
    r"\bmake me laugh\b",
    r"^\W*(?:do you |you )?(?:know|got|have) any (?:good |funny )?jokes\W*$",
    (
        r"^\W*(?:请|麻烦|能不能|能|可以|那|你|再|先)*(?:给我|为我|跟我|帮我)?(?:讲|说|唱|来|念"
        "|写|背|講|說)(?:给我听)?一?[个個首段支则篇](?:(?!关于|關於|有关)[^，。]){0,4}?(?:笑话"
        r"|笑話|故事|歌|段子|谜语|诗)(?:吧|吗|嗎|呗|听听|给我听|好吗|行吗)*\W*$"
    ),
    "逗我(?:笑|开心)",
)
ADDS = Rule(  # said to whoever will answer the question that was left
    (
        r"^\W*(?:(?:p\.?\s?s|also|oh|and|by the way|ok(?:ay)?)\W+)*(?:my (?:name|number"
        r"|question|phone|e-?mail|address|tutor|topic)\b|i(?:['’]?m| am) (?:called|free"
        r"|available|around|in|at|away)\b|it(?:['’]?s| is| was) (?:about|for (?:my|a|an|the)"
        r"|urgent|not urgent)\b|i(?:['’]?ll| can| could| will) (?:be|come|do|make|wait)\b"
        r"|call me\b|(?:you|they) can (?:reach|call|ring|e-?mail|write)\b)"
    ),
    (
        r"^\W*(?:对了|另外|还有)?[，,]?\s*(?:我?再?(?:想|要)?补充(?:一下|一点|一句)?[：:，, ]|我的(?:名字|电话|邮箱|问题|课题)"
        "|我叫|我姓|是关于|(?:我)?(?:周|星期|下周|明天|后天|上午|下午).{0,8}(?:可以|有空|方便"
        "|都行)|可以打|请打)"
    ),
)
OF_STAFF = Rule(  # praise of somebody here, or to be passed on
    r"\bpass (?:it|that|this|my|on)\b|\b(?:tell|let) (?:her|him|them|your|the|\w+ know)\b",
    (
        r"\b(?:staff|librarians?|colleagues?|team|lady|gentleman|(?:wo)?man|girl|guy|person"
        r"|volunteers?)\b.{0,40}\b(?:was|were|is|are|did|helped|made)\b"
    ),
    "(?:替我|帮我|请)?(?:转告|转达|告诉|谢谢|表扬|夸).{0,8}(?:她|他|老师|馆员|志愿者|工作人员)",
    "(?:馆员|老师|工作人员|志愿者|保安|阿姨|姑娘|小姐姐|小哥|大叔|女士|先生).{0,16}(?:好|耐心|热心|热情|棒|帮|专业|赞)",
    "(?:表扬|夸夸|夸一下|点赞|点个赞).{0,12}(?:馆员|老师|工作人员|志愿者|部|台)",
)
PASS_ON = Rule(  # that a kind word is to reach somebody
    r"\bpass (?:it|that|this|my thanks) on\b|\bthank (?:her|him|them) (?:from|for) me\b",
    "转告|转达|替我(?:谢谢|夸|表扬)|帮我谢谢",
)
SETTLED = Rule(  # a "no" that is content: "no that's fine"
    r"^\W*(?:(?:no|nope|nah|thanks|thank you|ok(?:ay)?)\b\W*)+(?:that|it)(?:['’]?s| is) (?:fine|ok(?:ay)?|great|good"
    r"|all right|enough|all)(?:\W+(?:thanks|thank you|then|for now))*\W*$",
    "^\\W*(?:不用?了?|没事|没关系)[，, ]*(?:这样|这就|已经)?(?:挺好|可以|够|行)(?:了|的)*\\W*$",
)
NO_NEED = Rule(
    r"\bno,? (?:thanks|thank you|need)\b|\bnot needed\b|\bi['’]?m (?:fine|good|ok(?:ay)?)\b",
    "不用|不需要|不必|不了",
)
_KIN = (
    r"(?:husband|wife|partner|son|daughter|child|kid|mum|mother|dad|father|brother|sister"
    r"|boyfriend|girlfriend|friend|neighbour|teenager|ex)"
)
_HAN_KIN = (
    "(?:老公|老婆|太太|先生|丈夫|妻子|儿子|女儿|孩子|妈妈?|爸爸?|父母|哥哥?|姐姐?|弟弟|妹妹|男朋友"
    "|女朋友|男友|女友|朋友|别人|同学|邻居|前任)"
)
OF_OTHERS = Rule(  # what somebody else has on loan
    (
        rf"\b(?:my|somebody|someone|another)\b.{{0,12}}\b{_KIN}(?:['’]s)?\b.{{0,24}}\b(?:borrowed|taken out"
        r"|got out|has out|checked out|overdue|borrowing history|loan history)\b"
    ),
    rf"\b(?:what|which|how many) (?:books? |things |dvds? )?(?:has|have|does|did|is) my {_KIN}\b.{{0,16}}\b(?:borrow\w*|out|loan|have out)\b",
    rf"{_HAN_KIN}.{{0,8}}(?:借了(?:什么|哪|几|多少|啥)|借过(?:什么|哪)|借的是?(?:什么|哪)|(?:借书|借阅)记录)",
)
COMPLAINS = Rule(  # that there is a complaint, or where to make one, without what is wrong
    (
        r"^\W*(?:(?:hi|hello|i|i['’]?d|would|want|need|have|like|how|where|who|can|do|is|there|to"
        r"|make|file|send|submit|a|an|formal|my|please|the|form|about|something|for)\W+)*"
        r"complain(?:ts?|ing)?(?:\W+(?:to|about|something|please|form|somewhere|here|the|library"
        r"|staff|you))*\W*$"
    ),
    r"^\W*(?:我|想|要|怎么|哪里|在哪|去哪|可以|能|向谁|找谁|怎样|如何|你们|们|强烈|严重)*(?:投诉|投訴|客诉|客訴|提意见)(?:吗|一下|流程|电话|表)?\W*$",
)
WRONGED = Rule(  # words of who complains
    r"\b(?:complain\w*|rude\w*|dirty|filthy|disgust\w*|awful|terrible|horrible|appalling|broken|noisy|loud|smell\w*|stink\w*"
    r"|unacceptable|ridiculous|useless|worst|slow|never|nobody|always|again|too|ignored?|shouted|unfair|joke)\b",
    "投诉|差|烂|脏|臭|吵|坏|慢|冷|热|凶|气|骂|恶|太|态度|不理|没人理|没人管|总是|老是|每次|又|从来|凭什么|难受|破",
)
WHETHER = Rule(  # a question to be answered yes or no, and no reproach
    r"^\W*(?:is|are|do|does|can|could|may|have) (?:there|you|the|it|i|we)\b(?!.*\b(?:joke|ever|always|even)\b)",
    "^(?!.*(?:为什么|怎么|难道|还|就不能|凭什么)).*(?:[吗嘛]|有没有)",
)
SORRY = Rule(  # nothing but an apology
    (
        r"^\W*(?:i['’]?m |i am |so |very |really )*(?:sorry|apologi[sz]e|apologies|my (?:bad|apologies))\b"
        r"(?:\s+(?:for|about|i|if|that|to|was|am|bit|so|the|my|being|got|have|been|shouting|rude|swearing"
        r"|earlier|outburst|language|mean|didn['’]?t|bother(?:ing)?|cross|angry|short|you|with|snapping|all"
        r"|before|there|just now))*\W*$"
    ),
    r"^.{0,14}(?:抱歉|对不起|不好意思)(?:啊|哈|了)?\W*$",
    r"^\W*(?:刚才|刚刚|我|真的|很|实在|太|是)*(?:对不起|抱歉|不好意思|对不住)(?:了|啊|哈|，|,|我|刚才|刚刚|说话|太|态度|不好|急|发火|重|语气|冲|有点)*\W*$",
)
LAUGHS = Rule(  # of joy, though it speaks of dying
    r"\b(?:died|dying|dead|cr(?:ied|ying))\b.{0,8}\blaugh|\blaugh(?:ed|ing)\b|\blmao\b|\brofl\b",
    "笑死|笑哭|笑翻|好看死|可爱死|美死|帅死|爱死",
)
BYE = Rule(  # a parting, though it names a day: "see you tomorrow"
    r"\b(?:bye|see|talk|speak|catch|cheers|ciao|until|till|night|later)\b",
    "见|見|聊|拜|再[来问會会]|晚安|掰|走了|撤",
)
PASSES_THROUGH = Rule(  # somebody who is not from here
    r"\b(?:tourists?|(?:just|only) visiting|on holiday|passing through|from out of town)\b",
    "旅游|游客|旅行|外地|路过|出差",
)
SPEAKING = Rule(
    r"\b(?:speak|talk|answer|reply|respond|write|switch|chat|say|tell|understand)\b",
    "[说說讲講]|回答|回复|回覆|切换|切換|交流|聊",
)
TARGETS: tuple[tuple[Language, Rule], ...] = (
    (
        "zh",
        Rule(
            "chinese|mandarin|cantonese",
            "中文|汉语|漢語|普通话|普通話|国语|國語|华语|华文",
        ),
    ),
    (
        "en",
        Rule(
            "english",
            "英文|英语|英語",
        ),
    ),
)
NOT_ON_SHELF = Rule(  # that a book is not where it should be
    r"\b(?:is not|isn['’]?t|wasn['’]?t|was not|not|nowhere) (?:there |to be found )?on (?:the|its|any) shel(?:f|ves)\b(?!.*\?)",
    "(?:书架|架子|架)上?(?:根本|也|都|又|却|就|可是)*(?:没有|没找到|找不到|不见|没看到|没见到)(?!.*[吗嘛?？])",
)
BRINGS_FOOD = Rule(  # whether food may be brought in
    r"\b(?:can|could|may|are) (?:i|we|you|people) (?:allowed to )?bring\b.{0,25}\b(?:tea|coffee|cakes?|biscuits|food|drinks?|snacks?|sandwich(?:es)?|lunch|picnic|pizza|refreshments)\b",
    "(?:可以|能|能不能|可不可以|允许)[^，。？]{0,4}带[^，。？]{0,4}(?:茶|咖啡|蛋糕|饼干|点心|零食|食物|吃的|饮料|水果|午饭)",
)
FAULT = Rule(  # told of the building, and no question: "no hot water", 空调坏了
    (
        r"^(?!.*\?)(?!\W*(?:is|are|why|what|can|do|how)\b)(?!.*\b(?:e-?books?|audiobooks?|dvds?|cds?|films?|discs?)\b).*\b(?:heating|heaters?|lifts?|toilets?|taps?|sinks?"
        r"|lights?(?!\b.{0,25}\bopen\b)|radiators?|air ?con\w*|hand dryers?|urinals?)\b.{0,25}(?:\bbroken\b|\bleak|\bstuck\b"
        r"|\bout of order\b|\b(?:not|isn['’]?t|aren['’]?t|doesn['’]?t|don['’]?t|stopped) work"
        r"|\bwon['’]?t (?:stop|flush|open|close|turn|work)|\boverflow|\bblocked\b|\bflooded\b)"
    ),
    r"^\W*(?:also |and )?(?:there(?:['’]?s| is| are) )?no (?:hot water|heating|soap|toilet (?:paper|rolls?)|loo rolls?|paper towels)\b(?!.*\?)",
    "(?:空调|暖气|电梯|厕所|洗手间|马桶|水龙头|灯|烘手机|饮水机)[^，。吗]{0,6}(?:坏了|漏水|堵了|卡住|不亮|不转|不热|关不上|打不开|一直流)(?!.*[吗？?])",
    "没有?(?:热水|暖气|厕纸|卫生纸|洗手液)了?[啊呀]?\\W*$",
)
