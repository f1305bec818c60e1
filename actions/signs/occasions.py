"""Words that tell when, where or with whom something is read, and who it is for: no topic."""

from __future__ import annotations

from index.text import Rule

_END = (
    r"(?=\W*$|\s*[,.;?!]|\s(?:with|to|for|that|please|thanks|tomorrow|tonight|next|this|from|about"
    r"|by|on|in|at|near)\b)"
)
_OWN = r"(?:(?:a|an|the|my|our|his|her|their|some|those|these)\s+)*"
_TRIPS = r"(?:journeys?|flights?|commutes?|rides?|drives?|trips?|road ?trips?|holidays?|vacations?|weekends?)"
_PLACES = (
    rf"(?:{_TRIPS}|beach|pool|train|plane|bus|coach|tube|car|bath|bed|sofa|park|bedtime|sleep"
    r"|lunch ?(?:break|time)?|(?:way to|way home from) work|hospital|rainy days?)"
)
READ = r"(?:read(?:ing)?|reads|listen(?:ing)?(?: to)?|watch(?:ing)?|hear|take(?: with me)?)"
_LED = (
    rf"\b(?:{READ}|books?|novels?|thrillers?|stories|something|anything|films?|movies?|dvds?|audio ?books?)\s+"
    r"(?:with (?:my|the|our) \w+\s+)?"
)
_BY_READING = r"(?:read(?:ing|s)?|books?)"
_HAN_PLACES = (
    "(?:路上|旅途中?|旅行|火车|高铁|飞机|地铁|公交车?|车[上里]|开车|自驾|通勤|上下?班|下班|睡觉?前|床上|假期|放假|寒假|暑假|周末|度假"
    "|海边|沙滩|跑步|健身|散步|做饭|做家务|下雨天|雨天|无聊|生病|失眠|午休|长途飞行)"
)
OCCASION = Rule(
    rf"\bfor {_OWN}(?:(?!(?:with|about|on|by|in)\b)[a-z-]+\s+){{0,2}}?(?:{_TRIPS}|beach|plane|train|bus|car|rainy days?|bedtime|lunch break){_END}",
    rf"{_LED}(?:on|in|at|during|over|before|by) {_OWN}(?:(?:long|short|next|summer|family|car|train|plane|rainy)\s+)*{_PLACES}{_END}",
    rf"{_LED}(?:while|when|as)(?: (?:i|we|you)(?:['’]?m|['’]?re| am| are)?)? (?:[a-z]+ing|run|drive|cook|work|walk|travel|ill|sick|poorly|bored)(?: (?:the|my|to|at|in) \w+| \w+)?\W*$",
    r"\bfor when (?:i|we|you|he|she|they|it|my \w+)\b[^,.;?!]{2,40}",
    (
        f"(?:(?:适合|在|坐|乘|搭|长途|短途|去|出门|平时|每天)*{_HAN_PLACES})+(?:的?时候?|路上|途中|期间|里|中|上)*"
        "(?:一个人|[和跟陪]孩子|一家人|全家|一起)*(?=(?:可以|能|好|拿来)?[看读听])"
    ),
    r"\b(?:beach|holiday|summer|bedtime|airport|poolside|train)(?= reads?\b)",
    "(?:开车|通勤|路上|睡前|旅途中?)(?:的?时候?)?用的?",
    "打发时间",
)
UNWILLING = Rule(  # a reader who does not like to read
    (
        r"(?:\b(?:who|that|and|but|because|as|he|she|they|really|just)\s+)*\b(?:hates?|dislikes?|loathes?|can['’]?t stand"
        r"|(?:do|does)(?:n['’]?t| not)\s+(?:(?:really|much)\s+)*(?:like|enjoy|love|want)(?: to)?|never|won['’]?t|struggles? with|refuses? to"
        rf"|is(?:n['’]?t| not) (?:keen on|into|a fan of|interested in))\s+{_BY_READING}\b"
    ),
    r"\b(?:an? )?(?:reluctant|non-?|unwilling) ?readers?\b",
    "(?:[他她又但就很最特别太从来都]|孩子)*(?:不(?:太|怎么|是很|大)?(?:爱|喜欢|愿意|肯|想)|讨厌|厌恶)(?:看书|读书|阅读|看课外书)(?:的)?",
)
FROM_ELSEWHERE = Rule(  # who it is for, and where they come from
    (
        r"\bfor (?:my|our|an?|the)\s+(?:\w+\s+)?(?:neighbou?r|friend|colleague|co-?worker|husband|wife|partner|boyfriend|girlfriend|student|pupil"
        r"|guest|lodger|classmate|flatmate|au pair)s?\s+(?:who(?:['’]s| is| comes| came| has come)\s+)?(?:(?:just|recently|newly|arrived|come|over)\s+)*from\s+(?!the\b)[a-z]+"
    ),
    "给(?:我|我的)?[^，。？！的我]{0,5}(?:邻居|朋友|同事|同学|老公|老婆|丈夫|妻子)(?:[看读学]的?|的(?=[书小英中]))",
    "送(?:给)?(?:我)?(?:的)?(?:朋友|老师|同学|同事|爸爸?|妈妈?|爷爷|奶奶|男友|女友)的?(?:生日|新年|圣诞|毕业|结婚)?礼物",
)
BEDTIME = Rule("睡前故事", flags=0)
EASY = Rule(  # for who is learning to read it
    r"\b(?:easy|simple|plain|basic|simplified)(?:[- ]to[- ]read)? english\b",
    "(?:简单|简易|浅显|容易)(?:一?点|些)?的?(?:英文|英语)|(?:英文|英语)(?:简单|简易)",
    "(?:英文|英语)(?:水平)?不(?:太|怎么|是很|够)?好(?=.{0,10}(?:看|读|书))|[看读]不(?:太|大)?懂英[文语](?=.{0,10}书)",
)
EASY_ALONE = Rule(
    r"easy|simple", "(?:简单|容易|浅显)(?:一?点|些)?的?(?:小说|书)?"
)  # no topic beside it
A_READER = Rule(  # and no topic, left over beside those
    r"(?:the |an? |my )?(?:(?:little|young|teenage|small) )?(?:boy|girl|son|daughter|kid|child|man|woman|lad|neighbou?r|friend|colleague)s?",
    "(?:小|大)?(?:男孩|女孩|男生|女生|孩子?|初中生|高中生|小学生|学生|邻居|朋友|同事|老人)子?",
)
A_KIND = Rule(  # of stories
    r"\b(?:thrillers?|crime|(?:murder )?myster(?:y|ies)|detective|romances?|science fiction|sci-?fi|fantasy|horror|poetry|westerns?|historical novels?)\b",
    "(?:推理|悬疑|侦探|言情|爱情|科幻|武侠|奇幻|玄幻|恐怖|历史)(?:小说)?",
)
WISHED = Rule(  # something to read or hear
    (
        r"\b(?:books?|novels?|stor(?:y|ies)|thrillers?|myster(?:y|ies)|romances?|comics?|films?|movies?|dvds?|audio ?books?|reads?|poems|poetry"
        r"|(?:something|anything|what|which)\b.{0,30}\b(?:read|listen|watch)|something|anything|recomm?end\w*|suggest\w*)\b"
    ),
    "书|小说|故事|漫画|绘本|电影|片|读物|礼物|[看读听](?:什么|点|些)|推荐",
)
TO_READ = Rule(  # a wish, and no question about hours or events
    r"\b(?:something|anything|what|books?|novels?|a good read|films?|audio ?books?)\b.{0,25}\b(?:read|listen|watch)\b",
    r"\bbooks? (?:that )?(?:i|we) can (?:read|finish) (?:in|over|on)\b",
    "(?:看|读|听)(?:点|些)?(?:什么|哪些?)(?:书|小说|有声书|电影)|(?:找|想|有)[^，。]{0,4}书看",
)
IN_A_SITTING = Rule(
    r"\b(?:i|we|you|one) can (?:read|finish)(?: it)? (?:in|over|on) (?:a|an|one|the) (?:single |long )?(?:weekend|day|evening|afternoon|sitting|night|flight|journey|train)\b",
)
TOLD = (OCCASION, UNWILLING, FROM_ELSEWHERE, IN_A_SITTING)  # the story, and no topic
WITH_CHILDREN = Rule(
    (
        rf"\b(?:{READ}|journeys?|flights?|trips?|rides?|drives?|weekends?|holidays?|days?|nights?|evenings?)\s+(?:\w+\s+){{0,2}}?with\s+(?:(?:the|my|our|two|three|some|small|young|little|a)\s+)*"
        r"(?:kids|children|grand(?:kids|children)|little ones|toddlers?)\b(?! (?:about|who|in)\b)"
    ),
    r"\bwith (?:(?:the|my|our|two|three|small|young|little)\s+)*(?:kids|children|grand(?:kids|children)) on (?:an? |the )?(?:\w+ )?(?:journey|weekend|holiday|trip|evening|day)\b",
    "[和跟陪]孩子们?一起(?=[看读听])|亲子(?=[看读共])",
)
