"""Words and shapes that ask something of the list on the screen or of the item in hand."""

from __future__ import annotations

from index.text import Rule

POINTS_AT = Rule(  # "tell me more about it", but not a title in quotes
    r"^[^\"“《]*\b(?:it|this|that|this one|that one|the same one)\b[^\"“《]*$",
    "^[^《“]*(?:它|[这那该]一?[本个部张套些])[^《“]*$",
)
POINTS = Rule(
    (
        "^(?:it|this|that|them|they|these|those|one|(?:this|that|the)(?: (?:book|one|film|title"
        "|item|copy))?s?|它|它们|这|那|[这那该该][本个部张套些]?(?:书|電影|电影|碟)?|书)$"
    ),
)
COPIES = Rule(r"\bcopies\b|\bof (?:it|that|this)\b", "[册套]")
HOW_MANY = Rule(  # copies of the item in hand
    (
        r"^\W*(?:and )?how many (?:copies|of (?:it|them|those))?\s*(?:do you have|have you got"
        r"|are there|are in|is there)?(?: of (?:it|that|this))?\W*$"
    ),
    r"^\W*(?:一共|总共|现在|有|还有|馆里有)*(?:几|多少)[本册套部](?:是|可以|现在|能)*(?:可借|能?借|在架)?(?:的|出来|到|吗|呢)*\W*$",
)
CITES = Rule(
    r"\b(?:cite|citing|citation|reference it|referenc(?:e|ing) (?:for )?(?:it|this|that))\b",
    "引用|引文|参考文献",
)
QUOTES = Rule(  # that somebody uses a work in a text of their own
    r"\b(?:quot(?:e|es|ed|ing)|cit(?:e|ing)|referenc(?:e|ing)|writ(?:e|ing)|us(?:e|ing))\b",
    "引|写|用",
)
# All of "how do I cite this in MLA", 换成APA, but for the style.
CITING = Rule(
    (
        r"\b(?:how|do|does|can|could|would|should|i|you|we|me|to|please|give|show|make|write|put|get|cite|citing|cited"
        r"|citations?|references?|referencing|style|styles|format|formatted|the|a|an|in|as|for|of|and|now|it|this|that"
        r"|one|book|same|them|both|all|what|about|is|need|want|using|with|use|also|instead|try|change|switch|then"
        r"|thanks|ok|okay|so)\b|['’](?:s|d)\b"
    ),
    "怎么|怎样|如何|引用|引文|参考文献|格式|体例|[用按换改成写写它这那本的书呢吧吗来个要想条再]|请|帮我|给我|我|一下"
    "|生成|标注|著录|谢谢|可以|能不能|能",
)
# What stands before or behind a title that is to be cited: 用APA引用三体.
CITED = Rule(
    (
        r"^\W*(?:(?:can|could|would) you |please |how (?:do|would|should|can) i |i (?:want|need) to |and )*"
        r"(?:cite|reference|an? citation (?:for|of)|citation (?:for|of))\s+(?=\w)"
    ),
    r"(?:\s+for (?:me|us))?(?:\s+(?:in|as)(?: an?| the)?\W*(?:style|format)?)?(?:\s+(?:please|pls|for me))*\W*$",
    r"^\W*(?:请|帮我|给我|[用按]|怎么|怎样|如何|我|想|要|需要|在|写|论文|文章|作业|[里中])*(?:格式|体例)?(?:来?引用(?:一下)?)\s*[《“]?(?=\w)",
    r"[》”]?(?:[这那]一?本书?)?(?:呢)?[，, ]*(?:也|再|请|帮我|给我|来个|要|怎么|怎样|如何|写)*(?:写进|列入|列进|放进|加到|加进|写到)?(?:引用|参考文献(?:里|中|列表)?|的?引文|的?引用格式|的?参考文献格式|的?格式)(?:怎么写)?\W*$",
)
THAT_BOOK = Rule("[那这]一?本", flags=0)
SAVES = Rule(  # before or behind the title that is to be saved
    "^\\W*(?:请|帮我|麻烦|把)*(?:收藏|保存|存下?|记下)(?:一下)?(?:这本)?(?=\\w)|^\\W*(?:请|帮我|麻烦)*把(?=\\w)",
    "(?:收藏|保存|存下?来?|记下来?|加[到进入](?:清单|收藏|书单))(?:一下|里|吧|起来)*\\W*$",
)
WHERE = Rule(
    r"\bwhere (?:is|are|can i (?:find|get))\b|\bwhich (?:branch|shelf)\b",
    "在哪|哪个馆|哪個館|放哪|在不在架|在架吗",
)
DETAILS = Rule(
    (
        r"\b(?:tell me|know|say) (?:a (?:bit|little) )?more about (?:it|this|that|the (?:first"
        r"|second|third|last))\b"
    ),
    "(?:详细|多)(?:介绍|说说|讲讲)",
)
SAME_AUTHOR = Rule(
    r"\b(?:he|she|they) (?:also )?(?:wrote|writes?|written)\b",
    r"\bwhat else (?:has|did) (?:he|she|they)\b",
    r"\b(?:that|this|the same|same) (?:author|writer|director)\b",
    r"\bby (?:him|her|them)\b",
    r"\b(?:more|any(?:thing)?|some(?:thing)?|others?|else|books?|novels?|films?|works?|ones?) of (?:his|hers|theirs)\b",
    r"\b(?:does|do|has|have|did) (?:he|she|they) (?:have |got |done |written |write )*(?:any(?:thing)?|some(?:thing)?) (?:more|others?|else)\b",
    (
        r"^\W*(?:(?:and|or|ok(?:ay)?|what about|how about|show me|do you have|have you got|are there|i want|any|some"
        r"|all|more)(?: of)?\W+)*(?:his|her|their)(?: (?:other|earlier|early|later|new|newer|shorter|short|more))*"
        r" (?:books?|novels?|works?|essays?|poems?|poetry|plays?|stories|non-?fiction|memoirs?|diar(?:y|ies)|letters|journals?|films?|writings?|stuff|ones?)\W*$"
    ),
    r"\b(?:anything|something|more|books?|others?) (?:else )?by (?:the |that |this )?(?:same )?(?:author|writer|person|guy)\b",
    r"\bby (?:the |that |this )?same (?:author|writer|person|guy|man|woman|bloke|lady|chap|fellow|one)\b",
    r"\bthe (?:author|writer)(?:['’]s other| also| else| written)\b",
    "(?:作者|作家|导演)(?:还|還|的?(?:另外|另一|其他|其它|别的))",
    "(?:这|那|該|该|同一?)(?:个|位|一个|一位)?(?:作者|作家|导演|導演)",
    "(?:他|她)(?:还|還)?写|(?:他|她)(?:还|還)(?:拍|导|演|画)|^\\W*还(?:写|出|拍|导|演|画)[过了](?:什么|哪些|别的|其他).{0,6}$",
    "(?:他|她)们?的?(?:别的|其他|其它)",
    "(?:他|她)(?:还|還|都)?有(?:没有|哪些|什么)?(?:别的|其他|其它|书|作品|小说)|(?:他|她)(?:还|還)有(?:什么|哪些)?[吗呢]?\\W*$",
    "(?:他|她)(?:还|還)有(?:没有)?[^，。？！本]{1,3}[文语]版?的",
    "(?<!适合)(?<!给)(?:他|她)的(?=书|作品|小说|散文|诗|杂文|日记|书信|其他|别的)",
)
BY_ITS_AUTHOR = Rule(  # others by whoever wrote a title, which is the first group that is there
    (
        r"\b(?:else|more|others?|books?|novels?|works?|titles?|something|anything|stuff)\b.{0,12}?"
        r"\b(?:by|from|has|have|did) (?:whoever wrote|(?:the )?(?:same )?(?:author|writer|novelist|person|man"
        r"|woman|guy|lady|one) (?:of|behind|(?:who|that) (?:wrote|did))) (.+?)"
        r"(?: (?:also )?(?:written|write|done|wrote|published))?\W*$"
    ),
    r"^\W*(?:(?:what about|how about|and|by|from) )*(?:the|that|this) (?:guy|man|bloke|chap|dude|woman|lady|girl|person|author|writer|one|fella) (?:who|that) (?:wrote|writes|has written) (?!to\b|in\b|back\b)(.{3,40}?)\W*$",
    r"\b(?:else|more|others?|books?|novels?|something|anything|stuff)\b.{0,12}?\b(?:by|from) (?:the|that) (?!same\b)([\w'’ ]{3,40}?)"
    r" (?:man|guy|bloke|chap|dude|woman|lady|author|writer|person)\W*$",
    (
        "(?:写|著)[了过]?《?([^，。？！《》]{1,20}?)》?(?:的(?:那|这)?[个位]?|那[个位]|这[个位])(?:人|作者|作家)(?:还|的?(?:其他|别的|其它))"
        "|(?<![\u4e00-\u9fff])(?:有没有|我?想看|找)?《?([^，。？！《》它这那该同]{1,20}?)》?的?(?:作者|作家)"
        "(?:还(?!在)|的?(?:其他|别的|其它))"
        "|(?:写|著)[了过]?《?([^，。？！《》]{2,20}?)》?的(?=还(?:有|写|出)(?:[过了])?(?:没有|什么|哪些|别的|其他|其它))"
    ),
)
WROTE = Rule(  # whose work it is
    (r"\bwho(?:['’]s| is| was)?\s+(?:wrote|written|authored|the (?:author|writer))\b"),
    "谁写|誰寫|作者是谁|作者是誰|谁的(?:书|作品)",
)
NAMING = Rule(  # "it's called Dune", before the title itself
    (
        r"^\W*(?:(?:it|that|the (?:title|name|book|one|film))(?:['’]?s| is| was)|i mean(?:t)?"
        r"|called|书名(?:是|叫)|名字(?:是|叫)|我(?:说|指|问)的?是?|[它是叫]+)\s*(?:called\b|titled\b)?\s*"
    ),
)
GET_IT = Rule(  # "how do I get it", 怎么借
    (
        r"^\W*(?:so |and |ok(?:ay)?,? )?(?:how|where) (?:do|can|could|would) i (?:get|borrow"
        r"|take|collect|pick up)\b.{0,6}\b(?:it|this|that|them|one)\b.{0,12}$"
    ),
    r"^\W*(?:那)?(?:这本|这个|它)?(?:怎么|在哪里?|哪里)(?:才能|可以|能)?(?:借|拿|取)到?\W*$",
)
HAVE_IT = Rule(  # "do you have it", 有吗
    (
        r"^\W*(?:so |and |ok(?:ay)?,? )?(?:do|have|has|got)\b.{0,20}\b(?:it|this|that|them"
        r"|this one|that one)(?: here| in)?\W*$"
    ),
    r"^\W*(?:那)?(?:你们|馆里|图书馆)?(?:这本)?有[吗嗎么]?\W*$",
    r"^\W*(?:你们|馆里)有这本书?[吗嗎]?\W*$",
)
_TH = r"(?:first|second|third|fourth|fifth|sixth|seventh|1st|2nd|3rd|[4-9]th)"
_N = r"(?:\d{1,2}|one|two|three|four|five|six|seven)"
_HAN_N = r"[\d一二两三四五六七八九十]{1,2}"
_SET = r"(?:series|trilogy|saga|sequence|cycle|quartet)"
REMOVES = Rule(
    r"\b(?:remove|delete|drop|strike|cross|scratch|unsave|clear|empty|erase)\b",
    r"\btake\b.{0,30}\b(?:off|out)\b",
    "取消|删|刪|去掉|拿掉|拿出|移除|移出|移走|清空|划掉|不收藏",
)
OF_THE_LIST = Rule(
    r"\b(?:my|the|reading|saved|that) list\b|\bsaved\b|\bunsave\b|\bfavou?rites\b",
    "清单|清單|收藏|书单|書單|列表",
)
NOT_SAVED = Rule(  # what else a reader may have removed
    (
        r"\b(?:conversation|chat|history|messages?|everything|alerts?|notifications?|limits?"
        r"|filters?|holds?|reservations?)\b"
    ),
    "预约|预定|借|对话|對話|聊天|记录|紀錄|消息|提醒|通知|限制|条件",
)
READ = Rule(
    (
        r"\b(?:have|has|had|i|he|she|they|we|['’](?:ve|s|d)|ive|weve|shes|hes)\s+(?:already"
        r"\s+)?(?:read|seen|finished|had|got)\b"
    ),
    r"\bread (?:it|that|this|them|those|one)\b.{0,9}$",
    r"\balready (?:read|seen|finished|got|have)\b",
    "[看读讀]过|[看读讀]過|[看读讀]完了?|已经[看读]|都看了",
)
MAY_READ = Rule(  # "where can I read it", "have you read it"
    (
        r"\b(?:can|could|do|does|did|should|may|shall|must|would|have|has|how) (?:i|you|we|they"
        r"|he|she|anyone|anybody)(?: \w+)? (?:read|seen?|watch|get|got|had)\b"
    ),
    "[能可]以?[看读讀]过?|怎么[看读讀]|[你您谁](?:们)?[看读讀]过",
)
ANOTHER = Rule(
    (
        r"^\W*(?:please |can you |could you |show me |give me |recommend (?:me )?|suggest (?:me )?|i want )*(?:something|anything) (?:else"
        r"|different)(?: please)?\W*$"
    ),
    r"^\W*(?:a )?different (?:one|book)s?\W*$",
    r"^\W*(?:请|麻烦|再|给我|那)*换[一几]?[个個本种批些](?:别的|其他的)?(?:吧|看看)?\W*$",
)
DECLINES = Rule(  # "not that one", 不要第一本
    "^\\W*不是[这那][本个部]书?[吧哦啊呀]?(?:\\W*$|[，,。])",
    rf"^\W*not (?:that|this|the) (?:one|book|{_TH}(?: one)?)\b",
    rf"^\W*(?:不要|不想看|别要)(?:这|那|第{_HAN_N})[本个個部些批]",
    (
        r"\b(?:don['’]?t|do not|didn['’]?t) (?:want|like|need|fancy|enjoy) (?:(?:that"
        rf"|this)(?: one| book)?|the {_TH}(?: one)?)\b"
    ),
    f"(?:不想要|不喜欢|不想看)(?:这|那|第{_HAN_N})[本个個部]",
)
BUT_FOR = Rule(  # "anything but Dahl"
    r"^\W*(?:any(?:thing|one|body)|everything|all)(?: else)? (?:but|except)(?: for| by)?\b",
    "^\\W*(?![这那其除本第今明我你您])[^，。？！的\\s]{2,8}?(?:写的)?(?:以外|之外)的?(?:书|作品|小说)?(?:呢|吧|有吗|还有吗|有没有|还有什么|有哪些)*\\W*$",
    "^\\W*除了[^，。？！]{1,16}?(?:以外|之外|外)?[，, ]*(?:的|呢|都行|都可以|都要|(?:还有|有)?(?:没有|什么|哪些)?(?:别的|其他的?)?(?:书|吗|呢)?)*\\W*$",
)
# All of a message that leaves something out, but for the name of what is left out.
LEFT_OUT = Rule(
    (
        r"\b(?:not|no|nothing|anything|except|without|but|leave|out|exclude|skip|by|i|we|he|she"
        r"|they|ive|weve|shes|hes|(?:my|our) \w+|['’]?(?:ve|s|d)|have|has|had|already|read|seen|finished|got|it"
        "|that|this|these|those|them|him|her|one|ones|all|every(?:thing)?|most|of|books?|novels?"
        "|please|thanks|again|another|something|else|others?|other|any|give|show|me|too|before|want"
        r"|do|did|don['’]?t)\b"
    ),
    "不要|不想看|不想要|不看|除了|除去|去掉|别的|以外|之外|已经|都|全部?|全部",
    "[看读讀][过過完]|[我他她它您你]们?|孩子|女儿|儿子|的?(?:书|作品|小说|那本|这本)",
    "这[本个]|那[本个]|换[一几]?[个本种批]|有|没有|还有|其他|吗|嗎|呢|了|吧|的",
    "[，,。！!？?、]",
)
SEQUEL = Rule(
    r"\b(?:sequel|prequel)s?\b|\bfollow[- ]?ups? to (?:it|this|that)\b",
    r"\bwhat (?:comes|happens) (?:next|after (?:it|this|that))\b",
    (
        rf"\b(?:{_TH}|next|previous|last) (?:one |book |volume |part |title )?(?:in|of) (?:the"
        rf"|that|this) (?:same )?(?:[\w']+ ){{0,4}}{_SET}\b"
    ),
    rf"^\W*(?:[\w'’]+ ){{0,3}}?(?:the )?(?:one|book) (?:just |right )?(?:before|after) (?:it|that|this)(?: one)?\W*$"
    rf"|\b(?:number|no\.?|#) ?{_N} (?:in|of) (?:the|that|this) {_SET}\b",
    r"^\W*(?:and )?what comes (?:next )?after (?!i\b|you\b|we\b|death\b)[\w' ]{3,40}\W*$",
    r"\b(?:next|previous) (?:volume|instal?lment|part)\b",
    "[下上后後前][一1]?[部册冊卷集]|续[集篇作]|續集|前传|后续(?:作品|的书)",
)
PART = Rule(  # "book 2", "the third part", 我要第二部
    (
        rf"^\W*(?:and |what about |how about |do you have |have you got |is there an? |show me )*(?:the )?{_TH}"
        r" (?:part|volume|vol\.?|instal?lment)(?: (?:too|as well|then|please|of it|in))*\W*$"
    ),
    (
        r"^\W*(?:and |what about |do you have |have you got |is there a )?(?:book|volume|part"
        rf"|vol\.?) {_N}\W*$"
    ),
    (
        r"^\W*(?:不是?|那|我|要|想|看|借|找|有没有|有|它的|这套的?|，|,|的|给|请|麻烦"
        rf"|还)*第{_HAN_N}[部册冊卷集](?:呢|有吗|吗|在吗|有没有)*\W*$"
    ),
)
BEFORE = Rule(
    r"\bpre(?:quel|vious)|\bbefore\b",
    "[上前][一1]?[部册冊卷集]|前一本|前传",
)
VOLUME = Rule(
    rf"\b(?P<th>{_TH})\b|\b(?:book|volume|part|vol\.?|number|no\.?) (?P<n>{_N})\b",
    f"第(?P<han>{_HAN_N})[部册冊卷集]",
)
NEXT_ONE = Rule(
    r"^\W*(?:(?:and|what about|do you have|have you got|is) )*(?:the )?(?:one|book|volume|part) (?:just |right )?(?:before|after)(?: (?:it|that|this)(?: one)?)?\W*$",
    r"^\W*(?:and )?what(?:['’]?s| is| comes| came| happens| happened)? (?:just |right )?before(?: (?:it|that|this)(?: one)?)?\W*$",
    r"^\W*(?:(?:and|what about|do you have|have you got) )*(?:the )?previous (?:one|book)\W*$",
    r"^\W*(?:and )?(?:what(?:['’]?s| is| comes)? )?(?:next|after (?:that|it|this)(?: one)?)\W*$",
    (
        r"^\W*(?:and |what about |is |do you have |what(?:['’]?s| is) )*(?:the )?next(?: one| book)?"
        r"(?: in| available| called| after (?:it|that|this)(?: one)?| in the series)?\W*$"
    ),
    r"^\W*(?:那|还有|它的?)?前一本(?:呢|有吗|在吗|是什么|叫什么)?\W*$",
    r"^\W*(?:那|还有)?(?:再)?下一[本个](?:呢|有吗|在吗|在架吗|是什么|叫什么)?\W*$",
)
NAMED_PART = Rule(
    r"\w\w\w,? (?:book|volume|vol\.?) (?:\d{1,2}|two|three|four|five|six|seven)\W*$",
    rf"[\u4e00-\u9fff》]的?(?:[看读]完了?)?[，, ]*第{_HAN_N}[部册冊卷集](?:有没有|有没|有吗|在吗|呢|吗)*\W*$",
)
IN_ORDER = Rule(
    (
        r"^\W*(?:in )?(?:what|which)(?:['’]?s| is)?(?: the)? (?:right |reading "
        r"|best )?order\b.{0,40}$"
    ),
    r"\breading order\b|\bin (?:reading |publication |the right |series )?order\W*$",
    rf"\b(?:list|all) (?:of )?(?:the|that|this) (?:whole )?{_SET}\b",
    "(?:按|是|的|什么|怎样|阅读)(?:什么|怎样的)?(?:阅读)?顺序|先[看读]哪[一]?[部本册]",
    "整[套个]系列",
)
WHOLE_SET = Rule(  # 全套有吗, 哈利波特全套有几本
    "(?:[有要买借]|你们|馆里|还|那)*(?:全套|整套|一整套|全系列|所有的?册)(?:的|书)*(?:都|你们|馆里|一共|总共)*[有在]?"
    "(?:[几多][本部册少]+[本部册]?|哪[些几][本部册]?|齐|全)?[吗么呢啊]*(?:有没有)?[?？!！。 ]*$",
    "(?<=[一-鿿》]{2})(?:一共|总共)有?(?:几|多少)[本部册]\\W*$",
    "^\\W*(?:有|要|有没有)?全集(?:有|呢|吗|有没有|在)*\\W*$",
    r"\b(?:the )?(?:whole|complete|entire|full) (?:series|set|saga|collection)(?: of (?:it|them))?\W*$",
)
PART_OF = Rule(  # 三体. II. 黑暗森林
    (
        r"^(?P<whole>.+?)[.．]\s*(?:(?:book|vol(?:ume)?"
        "|part)[. ]+)?(?:第?(?P<han>[一二三四五六七八九十壹贰叁肆伍陆柒捌玖]+)[部册卷集]?"
        r"|(?P<n>\d{1,2}|[ivx]{1,4}|one|two|three|four|five|six|seven))(?=[.,]|$)"
    ),
)
# All of a question on a series, but for the title that it names.
SERIES_WORDS = Rule(
    (
        r"\b(?:is|are|was|there|how|many|an?|the|to|of|for|in|do|does|have|has|you|got|any|what['’]?s?|which"
        "|right|reading|publication|order|should|i|it|that|this|same|read|books?|volumes?"
        f"|parts?|novels?|films?|titles?|ones?|next|previous|last|before|after|just|comes?|came|happens?|happened|come|vol|number|{_TH}|{_N}"
        f"|sequels?|prequels?|follow[- ]?ups?|{_SET}|list|all|whole|show|me|please|and|about"
        r"|them|those|these|they|go|goes|be|how|many|need|must|start|begin|did|write|exist)\b"
    ),
    f"一共|总共|第{_HAN_N}[部册冊卷集本个]|[下上后後前][一1]?[部册冊卷集本]|续[集篇作]|續集|前传|后续",
    "还?有没有|还?有|[的吗嗎呢是在看读我你要想叫给完了吧]|名字|按|什么|怎样|阅读|顺序|先|哪",
    "全[套集]|[整全一]?[套个]|所有|这|那|系列|部|齐|《|》|不是?|它|借|找|麻烦|一下|一共|几本?|[，,]",
)
KEEP_FOR_ME = Rule(
    r"\b(?:keep|hold|set|put)\b.{0,20}\b(?:for me|aside|on hold)\b",
    r"\breserve (?:it|that|this|one)\b",
    "(?:帮我|给我|替我)(?:留|预留|保留)(?:着|一下|一本|住)?|^\\W*(?:请|帮我|给我|替我|我|想|要|先)*(?:排(?:个|一下|上)?队|排上)(?:吧|可以吗)*\\W*$",
)
THAT_ONE = Rule(
    r"\b(?:that|this)(?:['’]?s)?(?: is)?(?: the)? (?:one|book|it)\b",
    rf"\bthe {_TH}(?: one)?\b",
    "就?是?[这那][本个]|^\\W*(?:对|嗯|好|是的?|没错)*[，, ]*就(?:是|要|选)?它(?:了|吧)*\\W*$",
)
OF_AN_ITEM = Rule(  # what a question calls an item, or a part of it, by no name
    r"\b(?:editions?|translations?|versions?|volumes?|parts?|copy|copies|paperback|hardback|hardcover|covers?|print|original|kindle|disc|film|movie|dvds?|cds?|audio\w*|e-?books?|picture|graphic|novel|comic|series|sequel|prequel)\b",
    r"\b(?:author|writer|translator|illustrat\w+|director|narrator|actors?|main|character|hero\w*|story|plot|ending|chapters?|foreword|introduction|preface|first|second|third|last|next|other|newe?r?s?t?|olde?r?s?t?|big|small|due|back|wait\w*|queue|shelf|shelves|section|floor|branch\w*|today|tomorrow|now)\b",
    "[这那该第几哪][一二三四五\\d]?[本个部册套些]?|译本|版本?|原著|原版|平装|精装|电影|片子|电视剧|有声书|电子书|绘本|漫画|系列|续集|前传",
    "作者|作家|译者|导演|主演|演员|主角|主人公|女主|男主|结局|故事|封面|插图|插画|序言?|前言|书|还|的|现在|今天|明天",
)
IN_A_FORM = Rule(  # behind a title: 红楼梦的电视剧, "hungry caterpillar picture book"
    r"\s+(?:tv|television|picture|comic|graphic|chapter)?\s*(?:series|show|books?|novels?|comics?|film|play)\W*$",
    "的?(?:电视剧|连续剧|剧集|绘本|漫画|动画片?|动漫|小说|原著|话剧|画册)(?:版|的|书)*\\W*$",
)
NAMED_THIS = Rule(
    "^(?![和跟与像][这那])[《“]?([^，。？！》”]{1,20}?)[》”]?[这那]一?[本个部套](?:书|小说|电影)?",
    flags=0,
)
THIS_ONE = Rule(
    r"\bthis (?:one|book)\b",
    "这[本个部]",
)
ALL_OF_THEM = Rule(
    r"\bwhere are (?:they|these|those)\b",
    (
        r"\b(?:all of (?:them|these|those)|(?:them|these|those) all|all (?:these|those|five"
        r"|four|three))\b"
    ),
    "(?:这些|那些|这几本|全部|全都|所有)",
)
TELLING = {  # what is asked for and nothing else, and the words of a record that has it
    "pictures": (
        Rule(
            (
                r"^\W*(?:the |an? |any |do you have |is there |which (?:one )?(?:is|has"
                "|are) )*(?:(?:illustrated|colou?red|in colou?r)(?: (?:ones?|books?|edition|version))?"
                "|(?:ones?|books?|edition|version)? ?with (?:colou?r )?(?:pictures|illustrations"
                r"|photos))\W*$"
            ),
            (
                "^\\W*(?:那|有没有|有|要|哪本是?)*(?:彩色|彩图|带图|有图|插图|有插图|图文|图片|照片)(?:多)?(?:的"
                r"|版)*(?:书|那本|吗|呢)*\W*$"
            ),
        ),
        Rule(
            (
                r"\b(?:illustrat\w+|pictures?|picture books?|photographs?|colou?r plates"
                r"|graphic novels?|comics?)\b"
            ),
            "彩图|彩色|插图|插画|图鉴|绘本|图文|全彩|漫画",
        ),
    ),
    "easy": (
        Rule(
            r"^\W*(?:something |anything |which (?:one )?is |a |an |the |one )*(?:easy|easier|easiest)"
            r" (?:to read|to understand|to follow|read)(?: ones?| books?)?\W*$",
            r"^\W*(?:(?:an?|any|some|something|is there|have you got)\W+)*(?:easier|simpler|more basic)(?: (?:one|book|read)s?)?(?: on (?:the )?same (?:subject|topic))?\W*$",
            (
                "^\\W*(?:给我|推荐|有没有|有|要|来|哪[本些]|一本|几本|自己|一个人|我|那|适合|给|完全|[，, ])*(?:最|比较|更|稍微)?"
                "(?:(?:简单|通俗|浅显)易懂|(?:容易|好|易|简单)(?:读|懂|看懂|理解|上手|入门)|零基础|初学者?|新手|小白|入门者?级?|初级|初阶|(?:基础|简单|容易)(?=的|一?[点些]|[看读]))"
                "(?:一?[点些]儿?|看|读)?的?(?:书|教材|那本)*(?:有|没有|有没有|[吗呢吧]|就行|就好|最好)*\\W*$"
            ),
            "^\\W*(?:给我|有没有|有|要|自己|一个人|我|外行|普通人|新手)*(?:能|可以)?(?:看|读)得?懂的(?:书)?[吗呢]*\\W*$",
            "^\\W*(?:给我|有没有|有|要|来)*(?:通俗|浅显|通俗易懂|浅显易懂)(?:一?[点些])?的?(?:书)?[吗呢]*\\W*$",
        ),
        Rule(
            r"\b(?:introduc\w+|beginners?|for everyone|first steps|accessible|readable)\b",
            "入门|初[级阶]|自学|通俗|普及|零基础|初学|浅显|易懂|写给|讲义|科普|启蒙|大众|外行|简明",
        ),
    ),
    "subtitles": (
        Rule(
            r"^\W*(?:(?:do|does|is|are|have|has|it|they|them|there|any|the|with|which|ones|one)\W+)*(?:(?:english|chinese) )?subtitles\W*$",
            "^\\W*(?:那|它们?|哪些|都|有没有|有|带|是)*(?:中文|英文|中英|双语)?字幕(?:的|版|有|没有)*(?:片子|电影|那部)?[吗呢么]*\\W*$",
        ),
        Rule(r"\bsubtitle[sd]\b", "字幕"),
    ),
    "prize": (
        Rule(
            r"^\W*(?:the |an? |any |which (?:one )?|ideally |preferably |best )*(?:prize|award)[- ]?winn(?:ing|ers?)(?: ones?| books?)?\W*$",
            r"^\W*(?:which|any(?: that| of (?:them|these))?)(?: ones?)? (?:has |have )?won (?:an? |the )?(?:\w+ )?(?:prizes?|awards?)\W*$",
            (
                "^\\W*(?:最好|有没有|有|要|是|哪本|哪些|能)*(?:得|获|拿)过?(?:了)?(?:什么|大|诺贝尔|茅盾)?(?:文学)?奖的?"
                "(?:书|那本|作品|有哪些|是哪一?[本部])*[吗呢]*\\W*$"
            ),
        ),
        Rule(r"\b(?:prize|award|medal|winner|booker|pulitzer|nobel)\b", "奖"),
    ),
}
THE_CHILD = Rule(r"\b(?:s?he|her|him|they|them)\b", "[他她]们?")
FOR_ANOTHER = Rule(  # a wish that is not for the child who was spoken of
    r"\b(?:for (?:me|myself|us|a friend|adults?|grown[- ]?ups)|for my (?:self|husband|wife|partner|mum|mother|dad|father|friend|boss)|i (?:want|need|like|love|am|['’]m)|i['’]m|myself|my own|adults?|parents)\b",
    "给我(?!家|们?家|儿|女|孩|外|孙)|我自己|我(?:想|要)看|大人|成人|家长|爸爸|妈妈|老公|老婆|朋友",
)
