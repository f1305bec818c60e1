"""Words of loss, of danger, and of reading about either."""

from __future__ import annotations

from index.text import Rule

COPING = Rule(  # how people live through something: a subject of books
    (
        r"\b(?:how to|ways to|books?|help(?:s|ing)? (?:with|for)?|advice"
        r"|guide)\b.{0,40}\b(?:cop(?:e|ing)|deal(?:ing)?|griev\w*|grief|mourn\w*|bereave\w*"
        r"|los(?:s|ing)|live with|support\w*|comfort\w*|surviv\w+|overcom\w+|recover\w*)\b"
    ),
    r"\b(?:coping|dealing|living) with\b|\b(?:grief|grieving|bereavement|mourning)\b",
    (
        "(?:怎么|怎样|怎麼|如何).{0,6}(?:走出|面对|面對|应对|應對|度过|渡过|处理|接受|安慰|陪伴"
        "|帮助|熬过)"
    ),
    "(?:去世|离世|过世|亲人|丧亲|哀伤|悲伤).{0,10}(?:的书|书|怎么|如何)|哀伤|丧亲",
    "悲伤辅导",
)
SENDS = Rule(  # a list to oneself
    r"\b(?:e-?mail|send|print|export|download|forward)\b.{0,16}\bmy ?self\b",
    "(?:发|传|寄|转|存|打印|导出|下载)(?:送|到|给)*我?自己",
)
UNWILLING = Rule(  # to do a plain thing: 我不想赔, "I don't want to pay"
    r"^(?!.*\b(?:die|dead|kill\w*|live|alive|life|hurt|end it)\b).*\b(?:don['’]?t|do not) (?:want|wanna|like) to (?:pay|wait|queue|come|go to the (?:desk|library)|return|give|scan|share|register)\b",
    r"^(?!.*\b(?:die|dead|kill\w*|live|alive|life|hurt|end it)\b).*\b(?:didn['’]?t|did not|haven['’]?t|never) (?:get|got|receive|received|have|had) (?:an?|any|the|my|your) \w*"
    r"(?:reminder|e-?mail|message|letter|text|notice|notification|confirmation|receipt|reply|answer)",
    "^(?!.*[死活命]).*不想(?:再|要)?(?:赔|还(?!是)|借|等|排|交|付|去(?!死)|跑|扫|留(?!在世)|登记|办|买|用|给|打电话|说话|重新)",
    "^(?!.*(?:想死|活|命)).*(?:赔不起|[吵烦热冷]死了?我?)|^(?!.*[死活命]).*受不了了?.{0,6}(?:吵|慢|热|冷|味|难用)",
)
LOSS = Rule(  # of somebody who has died
    (
        r"\b(?:di(?:es|ed|e|ing)|dead|death|passed away|passing|widow\w*|bereave\w*|griev\w*"
        r"|grief|mourn\w*)\b"
    ),
    "去世|离世|過世|过世|死|丧|亡|哀伤|悲伤",
)
IN_DANGER = Rule(  # where a person comes first, whatever else is said
    r"\b(?:i|i['’]?m|me|my|myself|mine)\b",
    r"suicid|kill|\b(?:end|ending) (?:it|things|one'?s life|your life)\b|self[- ]?harm",
    "hurt (?:your|one)self|overdose|want(?:ing)? to die|abus|violen|rape",
    "我|自己|自杀|自殺|不想活|想死|活不|自残|自殘|轻生|輕生|家暴|虐待|性侵",
)
_NEAR = (  # who is here, or near to who is
    r"(?:i|i['’]?(?:m|ve|ll|d)|me|my|myself|we|our|some ?one|some ?body|friend|sister|brother|son"
    r"|daughter|husband|wife|flatmate|roommate|classmate|neighbour)"
)
_HAN_NEAR = "(?:我|朋友|同学|室友|舍友|弟弟|哥哥|妹妹|姐姐|孩子|儿子|女儿|妈妈|爸爸|老公|老婆|妻子|丈夫|有人)"
_WHO_HURTS = (
    r"(?:he|she|they|dad|daddy|mum|mom|father|mother|parents|husband|wife|boyfriend|girlfriend|partner"
    r"|step(?:dad|mum|mom|father|mother)|ex|brother|uncle|son|teacher)"
)
_WHO_HURTS_HAN = (
    "(?:爸爸?|妈妈?|父亲|母亲|父母|老公|丈夫|先生|老婆|妻子|男朋友|女朋友|男友|女友|对象|前夫|前男友|继父|继母"
    "|后爸|后妈|婆婆|公公|哥哥?|儿子|家人|家里人|老师|他们?|她们?)"
)
_ABUSED = (  # at the hands of somebody near
    (
        rf"\b{_WHO_HURTS}\b(?:['’]s)?(?: [\w'’]+){{0,5}}? "
        r"(?:hit(?:s|ting)?|beat(?:s|ing)?|punch(?:es|ed|ing)?|kick(?:s|ed|ing)?|slap(?:s|ped|ping)?"
        r"|hurt(?:s|ing)?|chok(?:es|ed|ing)|strangl(?:es|ed|ing)|abus(?:es|ed|ing)|rap(?:es|ed|ing)"
        r"|threaten(?:s|ed|ing)?(?: to (?:kill|hurt|hit))?) (?:me|us|my (?:mum|mom|sister|brother|kids|children))\b"
        r"(?! (?:to (?:the|it|that)|at (?!home|night|school|work|weekends)|in (?!front|public|the"
        r" (?:face|head|eye|mouth|neck|chest|stomach|belly|ribs|back|leg|arm|car|house|street)))\b)"
    ),
    rf"\b{_WHO_HURTS}(?:['’]ll| will| would) (?:kill|hurt|hit|beat) me if i (?:leave|tell|go|say|call|talk|run)\b",
    r"\bsa(?:ys|id) (?:that )?s?he(?:['’]ll| will|['’]s going to| is going to) (?:kill|hurt|hit) me\b",
    r"\bmy (?:step)?(?:dad|father|uncle|brother|teacher)\b.{0,12}\btouch(?:es|ed|ing)? me\b",
    r"\bi(?:['’]?m| am| was| have been|['’]ve been) (?:being |getting )?(?:abused|beaten|raped|hit by)\b(?! at\b)",
    r"\bi (?:got|get|keep getting) (?:raped|beaten up|(?:beaten|hit|punched|kicked) by my)\b",
    r"\b(?:my|an) abusive (?:husband|wife|partner|boyfriend|girlfriend|ex|dad|father|mother|relationship|home)\b",
    r"\b(?:scared|afraid|frightened|terrified) (?:of my (?:husband|wife|partner|boyfriend|dad|father|mum|ex)|to go home)\b",
    r"\bdomestic (?:abuse|violence) (?:help|hotline|line|victim|at home)|\bvictim of domestic\b|\bstrangl\w+ me\b",
    r"\bmy (?:husband|wife|partner|boyfriend|ex|dad|father) (?:is|gets|has become) (?:violent|abusive)\b",
    rf"{_WHO_HURTS_HAN}(?:昨晚|昨天|今天|刚才|又|天天|总是?|一直|经常|老是|每天|喝了?酒就?|喝醉就?|会|要|在|动手|[用拿].{{1,4}}?)*(?:打|揍|踢|掐|抽|骂着打)了?(?:我们?|我妈|妈妈|孩子|人)(?![电招来开理扫包听])",
    rf"{_WHO_HURTS_HAN}.{{0,6}}(?:虐待|动手打|对我动手|威胁(?:要)?杀|家暴)|被.{{0,6}}(?:打了|打得|打伤|打(?:断|折|坏|瘸|聋)了?.{{0,3}}[腿骨手牙鼻耳]|打到(?:住院|医院|流血|骨折|[昏晕哭])|家暴|虐待|性侵|强奸)",
    "家暴|性侵|不敢回家|(?:我|他|她|孩子).{0,4}(?:受|遭|挨)(?:虐待|打|家暴)|(?:怕|害怕)(?:我)?(?:老公|丈夫|爸爸|男朋友|继父)",
)
ABUSED = Rule(*_ABUSED)
DANGER = Rule(  # to oneself or at somebody's hands, in plain words
    r"\b(?:kill|hurt|harm|cut(?:ting)?)(?:ing)? my ?self\b",
    rf"\b{_NEAR}\b.{{0,40}}\b(?:kill|hurt|harm|cut(?:ting)?)(?:s|ing)? (?:him|her|them)sel\w+",
    rf"\b(?:{_NEAR}|am|feel(?:ing)?)\b.{{0,30}}\bsuicid(?!\w* (?:club|squad|note by|rate))",
    r"^\W*suicid\w*(?: (?:help|hotline|thoughts?|line))?\W*$",
    r"\b(?:how (?:to|do i|can i)|ways? to|going to|want to) commit suicide\b",
    rf"\b{_NEAR}\b.{{0,12}}\b(?:want(?:ed)?|going|ready|plann?\w*) to die\b",
    r"^\W*(?:want|wanna|ready) (?:to )?die\b",
    (
        r"\b(?:i|i['’]?[md]|they|you|we|every ?(?:one|body)|world|family|kids|mum|mom|dad)\b.{0,24}"
        r"\bbetter off (?:gone|dead|without me|if i)\b"
    ),
    r"\bi\b.{0,16}\b(?:might|may|could|going to|gonna|about to) (?:do|go and do) something (?:stupid|silly)\b",
    r"(?:我|会|想|可能|怕).{0,4}[做干]傻事",
    r"\bend(?:ing)? (?:it all|my life)\b|\b(?:took|taken|take) an overdose|\boverdosed\b",
    rf"\b{_NEAR}\b.{{0,24}}\bself[- ]?harm",
    r"\bhang(?:ed|ing)? my ?self\b|\bjump(?:ing)? (?:in front of|off (?:the|a|of))\b",
    r"\b(?:whole|entire|full) (?:packet|bottle|box|pack) of\b.{0,20}\b(?:pills|paracetamol|tablets|aspirin)\b",
    r"\bmy goodbye (?:notes?|letters?)\b|再见了?[，, ]?这个世界|^\W*死了?(?:算了|就好|一了百了)|不如死|\bi (?:was|were) dead\b|\bways? to die\b(?! (?:in|by)\b)",
    r"\bswallowed\b.{0,16}\b(?:pills|bleach|tablets|poison)\b",
    (
        r"(?:我|好|真|就|也|老|总|又|只|不如|打算|准备|考虑|^\W*)(?:是|的|都|在|很|好|总|天天|每天)*(?:想|要|去"
        r"|打算|准备|考虑|怕会)*(?:自杀|自殺|轻生|輕生|割腕|跳楼|自尽|自残|自殘)(?![论論的率式俱专商])"
    ),
    f"{_HAN_NEAR}.{{0,8}}(?:自杀|自殺|割腕|跳楼|轻生|自残|不想活|想不开|吞药|家暴|性侵)(?![论論的率式俱专商])",
    r"(?:想|要|打算|准备)去?(?:自杀|自殺|轻生)(?![论论的率式俱专商])",
    r"(?:自杀|自殺|轻生|輕生)(?:的?(?:念头|想法|倾向|方法)|会痛|热线)|怎[么样](?:样?才能)?自杀\W*$",
    r"不想活|活不下|(?:我|好|真的?|就|只|天天|总是|老是|^\W*)(?:是|都|好|很)*想(?:去|要)?死(?![我你他她您])",
    r"(?:刚才|刚刚|想|要|我).{0,3}(?:上吊|跳轨|跳河|跳桥|烧炭|卧轨)",
    *_ABUSED,
)
OURS = Rule(  # of who is here or near, and not of a book
    rf"\b{_NEAR}\b(?! (?:read|think|heard|guess|remember|need|want to read|wonder|mean|have to read"
    r"|essay|class|course|thesis|paper|dissertation|assignment|book club|book group)\b)",
    f"{_HAN_NEAR}(?!说|想[看找借知问]|要[看找借]|在[看找读]|看[完到]|读|问|觉得|以为|记得|正在看)|救",
)
STORY = Rule(  # a death in a book or of an author, or death as a subject
    (
        r"\b(?:(?<!with a )(?<!with the )books?|novels?|stor(?:y|ies)|films?|movies?|poems?|poets?|authors?|writers?"
        r"|characters?|hero(?:ine)?|plot|chapter|essays?|statistics|rates?|research"
        r"|stud(?:y|ies)|psychology|sociology|history|prevention|memoirs?|biograph(?:y|ies)"
        r"|detective|mystery|(?:in|at) the end|(?:the|sad|happy) ending|read(?:ing)?(?! room)"
        r"|it['’]?s about|an? (?:man|woman|girl|boy|poet) who)\b"
    ),
    (
        r"^\W*(?:and |so |but )*(?:do(?:es)?|did|how|why|who|when|where|what|is|was|are|were)\b"
        r"(?!.*\bways? to\b).*"
        r"\b(?:die[sd]?|dies|dying|dead|death|kill(?:s|ed)?|suicide|murder(?:s|ed|er)?)\b"
    ),
    r"['’]s suicide\b|\b(?:who|that) (?:killed|drowned|hanged|shot)\b|\b(?:club|squad|shop)\b",
    "《|(?<!图)书(?![馆架包桌])|小说|故事|电影|剧|主角|男主|女主|主人公|人物|角色|作者|作家|诗人|诗社|结局|结尾|最后|里面|讲什么|凶手",
    "论文|研究|统计|数据|率|预防|防止|社会学|心理学|科普|学者|历史|绘本|漫画(?![区室架馆])|封面|俱乐部|专卖店|商店|自杀论|之死|死魂灵|主妇",
    r"怎么(?:死|自杀)的|的自杀\W*$|(?:谁|都|几个人?|多少人?|很多人|好多人).{0,3}死|死了(?:吗|没|多少|几个|很多|好多|谁)|为什么.{0,2}(?:要)?自杀",
)
IDIOM = Rule(  # dying of laughter, for a coffee, to read something
    r"\bdying (?:laughing|to (?:read|see|know|get|try))",
    r"\b(?:die[ds]?|dead) (?:of |from |laughing|to (?:read|see|know|get|try)|tired|good|line)",
    r"\b(?:could|would|['’]d) (?:murder|kill for)\b|\bkill (?:some )?time\b",
    r"\bmade me (?:want to )?cry\b|想死(?:你|他|她|您)|想你.{0,2}想死",
    r"\b(?:ending|chapter|book|film|scene|twist|bit|essay|work|homework|feet|back)\b.{0,12}\bkill(?:ed|s|ing) me\b",
    "(?<!不)得了(?:病|抑郁症?|焦虑症?|癌症?)?\\W*$",
    "(?:笑|累|热|冷|饿|困|急|气|烦|虐|哭|美|帅|可爱|好看|无聊|吵|忙|渴|羡慕|爱)死",
)
THREAT = Rule(  # somebody here is frightened of another, or hurt
    (
        r"\b(?:some ?one|some ?body|a (?:man|woman|lady|child|kid|boy|girl)|(?:two |three |some )?(?:men|women|boys|girls|kids|teenagers)|he|she|people)(?:['’]s| has"
        r"| have| is| are)? (?:just )?(?:fainted|collapsed|unconscious|not breathing|bleeding|fighting"
        r"|having a (?:fit|seizure|heart attack|stroke))\b"
    ),
    r"\bthere(?:['’]s| is) (?:a fire|smoke|a fight)\b|\bcall an ambulance\b",
    "有人.{0,6}(?:晕倒|昏倒|打架|受伤|流血|倒下|抽搐)|着火了|起火了|冒烟了|叫救护车",
    (
        r"\b(?:some ?one|some ?body|a (?:man|guy|bloke|woman|stranger|boy|group)|this (?:man|guy"
        r"|woman)|my ex(?:[- ]\w+)?|he|she|they|people)\b.{0,24}\b(?:follow(?:ing|ed|s)?|stalk(?:ing|ed|s)?|stares?"
        r"|staring|threaten(?:ing|ed|s)?|grabb(?:ed|ing)|touch(?:ed|ing)|harass(?:ing|ed)?"
        r"|bother(?:ing)?|attack(?:ed|ing)?)\b.{0,12}\b(?:me|us|my)\b"
    ),
    r"\bi(?:['’]?m| am) (?:being|getting) (?:followed|stalked|harassed|threatened|attacked)\b",
    r"\b(?:don['’]?t|do not|not) feel (?:very |really )?safe (?:here|in (?:the|your))\b",
    r"\b(?:unsafe|frightened|scared|afraid)\b.{0,16}\b(?:here|library|of (?:a|the|this|that) (?:man|guy|woman|person))\b",
    r"\b(?:has|with|carrying|carries|pulled(?: out)?|(?:he|she|one)['’]s) (?:a|got a) (?:knife|gun|weapon)\b",
    r"(?:有(?:个)?人|有个.{0,4}|那个.{0,3}|他|她|陌生人).{0,4}(?:跟踪|尾随|一直跟着|跟着|骚扰|威胁|摸|盯着|纠缠)我",
    "我被(?:人)?(?:跟踪|尾随|骚扰|威胁|盯上)|(?:拿着|带着)(?:刀|枪)|(?:这里|馆里|这儿).{0,4}不安全|感觉不安全",
)
RELIEVED = Rule(  # that it was not meant so, or is over
    r"\b(?:jok(?:e|es|ing)|kidding|not serious|didn['’]?t mean (?:it|that))\b",
    r"\bi(?:['’]?m| am) (?:fine|ok(?:ay)?|alright|all right|good|better|safe)\b|\b(?:just|only) testing\b",
    "开玩笑|没事|我很好|我还好|好多了|逗你|随便说说|说着玩|不是认真|别担心|不用担心|测试",
)
WHOM = Rule(  # whom to call when frightened
    r"\b(?:number|phone|ring|call|dial|police|999|112|911)\b|\bwho (?:do|can|should) i\b",
    r"\bwhat (?:do|should|can) i do\b|\b(?:near(?:est)?|where)\b.{0,20}\b(?:staff|desk|help)\b",
    r"\b(?:up|down)stairs\b|\bfloor\b|\bi['’]?m (?:in|on|at|by|near)\b|[一二三四五]楼",
    "电话|号码|打给|报警|找谁|警察|怎么办|服务台|保安",
)
PLOT = Rule(  # how a story goes
    r"\b(?:die[sd]?|dead|death|kill\w*|surviv\w+|murder\w*|end(?:s|ing)?|suicide)\b",
    "死|自杀|结局|凶手|悲剧|活下来",
)
STUDY = Rule(  # death as what is written or read about
    (
        r"\b(?:sources?|books?|articles?|research|writing|writes|essays?|papers?|project|statistics)\b"
        r".{0,24}\b(?:on|about|for|into)\b"
    ),
    "关于.{0,12}(?:论文|书|研究|资料|作业|文章|小说|数据)",
)
SELF = Rule(  # and somebody's own all the same
    r"\b(?:myself|my life|to die|to live|am suicidal|feel suicidal)\b",
    "我(?:就|又|好|真的?|很|一直|总|也|已经|只)*(?:想|要|不想|打算|准备)?去?(?:自杀|自残|死|活)",
)
_THING = (  # what one is kicked off or fights with
    r"(?:computer|pc|laptop|tablet|machine|terminal|kiosk|self[- ]?check\w*|copier|photocopier|printer|scanner"
    r"|phone|wi-?fi|internet|network|server|system|site|website|web page|app|catalogue|account|session|call|zoom"
    r"|list|queue|waiting list|group|chat|team|course)"
)
_SITE = r"(?:instagram|insta|facebook|twitter|x|tik ?tok|goodreads|you ?tube|threads|bluesky|social media|weibo|wechat)"
_HAN_KIN = "(?:老公|丈夫|爸爸|男朋友|继父)"
PLAIN = Rule(  # what sounds like danger and is a plain thing
    "我?(?:今天|明天|后天|最近|这周|下周|下午|上午|晚上|实在|都|也)*没(?:有)?(?:空|时间|工夫|功夫)(?:过?[来去]|自己|亲自)*(?:取|拿|还|借|办|领|看书|读书)",
    "自己一?个?人?(?:来|去|办|取|拿|填|还)(?:办|取|拿|借|还)?(?:行|可以|能|成|也行)(?:不行|吗|么|嘛|不)",
    "(?:机器?(?:又|也|还)?吞[了掉]?我?的?|吞[了掉]?我的?)(?:一?[张枚个]|\\d+|[一二两三五十几])*(?:[块镑元](?:钱)?|硬币|钱|钞票|卡|证)(?!.{0,3}药)",
    "(?:我)?(?:身上|手上|手里)?只有(?:一?[本张份个部])?(?:外国)?(?:护照|身份证|驾照|驾驶证|学生证|签证|居留证?|证件|现金|零钱|硬币|手机|平板|银行卡|回乡证)",
    rf"\bkick(?:s|ed|ing)? (?:me|us) (?:off|out of) (?:of )?(?:\w+ ){{0,2}}{_THING}s?\b",
    r"\bkick(?:s|ed|ing)? (?:me|us) out of (?:the|a|our|my|your) (?:library|(?:meeting|study|reading|group) room)\b",
    r"\bkick(?:s|ed|ing)? (?:me|us) out (?:(?:at|before) clos\w+|early)\b",
    (
        r"\bhit(?:s|ting)? (?:me|us) (?:up|with (?:an? |the |another |some |more |so |too |many |late |library |big |huge |[£$€]?\d+ )*"
        r"(?:fines?|fees?|charges?|bills?|penalt(?:y|ies)|homework|questions?|essays?|quiz(?:zes)?|deadlines?|reminders?|e-?mails?))\b"
    ),
    (
        r"\b(?:cut|hurt) my ?self (?:(?:on|with) (?:an? |the |some |one of |your |this |that )*(?:pages?|paper|books?|covers?"
        r"|scanner|staplers?|staples?|printer|shelf|shelves|trolley|envelope|cardboard|drawer|paper ?clip)\b|an? (?:slice|piece|bit) of"
        r"|shaving|cooking|gardening|at the gym)(?!.*\b(?:purpose|deliberately|wrists?|again|told|said|lied?)\b)"
    ),
    r"\b(?:hurt|harm)(?:s|ing)? my self(?=[- ](?:esteem|worth|confidence|respect|image))",
    r"\bjump(?:ing)? off (?:the|a) (?:trampoline|(?:diving |spring ?|high )board|swings?|slide|sofa|climbing frame|(?:starting )?blocks?|page|shelf)\b",
    rf"\bfighting with (?:my|the|this|your|that|an?) (?:\w+ )?{_THING}\b",
    r"\bbeat(?:s|en|ing)? (?:me|us) (?:to (?:it|the|that|this)|(?:at|in) (?:\w+ )?(?:it|chess|scrabble|cards|games?|tennis|football|quiz\w*))\b",
    r"\bkill me if (?:(?:it|this|that|they)\b.{0,12}\b(?:over ?due|late|lost)|i (?:lose|lost|forget|miss|don['’]t (?:return|read|finish)) (?:it|this|the|that|my|her|his))\b",
    r"\bthreaten(?:s|ed|ing)? to (?:cancel|fine|charge|block|suspend|close|bill|ban) (?:me|us|my)\b",
    rf"\bfollow(?:s|ed)? (?:me|us) on (?:\w+ )?{_SITE}\b(?!.*\b(?:home|everywhere|where i live|scared|creep\w*|stop|stalk\w*)\b)",
    r"\b(?:being|getting) followed by (?:my|our|a) (?:dog|cat|duck|puppy|kids?|toddler)s?\b",
    r"\bhurting for (?:money|cash|time|space)\b|\btoys? with a gun\b",
    r"\bfollow (?:me|us) if (?:i|we) (?:make|post|share|publish|review)\b",
    (
        r"\b(?:carv|whittl|cook|paint|peel|slic|chopp?|fillet|sculpt|sketch|draw|butter)(?:e|ing|s)? (?:\w+ )?"
        r"with (?:a|the) (?:\w+ )?knife\b|\b(?:knife|gun)s? (?:safety|crime|laws?|control|skills?|block|sharpener)\b"
    ),
    "打了(?:[个一两几好多]|[0-9])*(?:洞|孔|[0-9一二三四五六七八九]?折|标签|[低高满零]?分(?![手钟])|叉|勾|码|包|水印|广告)|被(?:大?雨|风|冰雹)打",
    (
        f"怕我?{_HAN_KIN}(?:会|又|也|就|还|可能|年纪|一个人|自己|眼睛|到时候)*(?:不(?:同意|喜欢|爱看|会(?!放)|知道|明白|懂|方便|识|习惯|感兴趣)"
        "|[看听找读用拿记赶](?:不|错)(?!到我)|来不及|等(?:太|很|得)*久|忘|嫌|无聊|没(?:时间|有?空|兴趣|带|看|办)|错过|迷路|[累冷热闷]|感冒|生病|走丢|弄[丢坏错]|买错|年纪大)(?!.*(?:打[我人]|动手|揍|掐|醉|家暴|伤害))"
    ),
    "老师.{0,2}抽(?:到)?(?:我们?|人|孩子)(?:背|回答|答|读|默|考|查|问|朗|发言|检|上台|上黑板)|抽我的?(?:号|签|奖|题|卡|血)",
    "打(?:我们?|孩子|人|妈妈|我妈)的?(?:手机|座机|电话|微信|名字|字|[低高]?分|游戏|账号|预防针|疫苗|球队|班的?分)|打人(?:类|物|工|气|才|家[低高]分)",
    "踢了?(?:我们?|人|孩子)?(?:出|下|掉)?了?(?:群|线|会议|系统|直播)|跳(?:河[边畔谷舞]|楼(?:梯|价|甩|大))|死(?:磕|记)|带着刀来?(?:吗|上课)",
    "被我?打(?:[动扰开印包扫湿乱散]|断(?!.{0,3}[腿骨手牙])|碎(?!.{0,2}[牙骨]))|抽到了?我|不小心.{0,4}割|割到了?手.{0,6}创可贴",
    "活不下[去来]的(?:古?树|花|植物|鱼|书店|小?店)",
    "跟着我们?(?:一起|一块)?(?:学|读|念|做|练|唱|办|报名|参加)",
)
HEAVY = Rule(  # and is not plain after all
    r"\b(?:can['’]?t (?:go|cope|take|do this)|cannot|hopeless|alone|die|dead|dying|death|kill|alive|live|living|life|end(?:ing)?|scared"
    r"|afraid|hate|cry\w*|hurt\w*|pain|panic|help me|point|pills?|jump|goodbye|worthless|give up|give in|on purpose)\b",
    "[死活命怕痛疼哭恨累救]|受不|撑|崩溃|绝望|难受|没意思|没人|熬|消失|害|伤|自[杀残]|刀片|药|楼顶|故意",
)
