"""Words that name somebody of the staff, and what is asked of them."""

from __future__ import annotations

from index.text import Rule

_WHO = r"(?:librarians?|specialists?|advis[eo]rs?|experts?|colleagues?|staff)"
_SOMEBODY = rf"(?:(?:some|any) ?(?:one|body)|person|{_WHO})"
_NO_SUBJECT = r"(?:an?|the|your|my|any|some|to|is|are|with|of|for|real|there|when|does|do)\b"
_PLEASE_HAN = r"(?:地址|给我|是多少|是什么|多少|呢|吗|有吗|发给我|一下)*\W*$"
SPECIALIST = Rule(
    rf"\b((?:(?!{_NO_SUBJECT})[\w'’-]+?[ -]+){{1,3}}){_WHO}\b",
    rf"\b([a-z]+)[ -]?speaking {_SOMEBODY}",
    (
        rf"\b{_SOMEBODY}\s+(?:for|speaking|(?:\w+ )?(?:who|that) (?:can )?(?:speaks?|knows?(?: about)?"
        r"|does|looks after|helps? (?:me )?with))\s+(?:the )?([^,.?!]{3,40})"
    ),
    (
        r"\bwho (?:(?:can|could|would|do|should) (?:i|we|you)?\s*)?(?:help|knows?|ask|contact|see"
        r"|(?:talk|speak) to)(?: (?:me|us))? (?:about|with|for|on) (?:my |the )?([^,.?!]{3,40})"
    ),
    r"([\u4e00-\u9fff]{2,8})[，,\s]*(?:该|应该|可以|要)?(?:找|问|联系)谁",
    r"([\u4e00-\u9fff]{2,6}?)的?(?:馆员|館員|专员|顾问|专家|老师|负责人)",
    r"(?:说|讲|懂|负责|管)([\u4e00-\u9fff]{2,8}?)的(?:同事|老师|工作人员|员工|人|职员)",
)
WISHED_FOR = Rule(  # to be talked to, now
    r"\b(?:talk|speak|chat|connect|put me|transfer|get me)\b",
    "[转轉叫请找][个個]?|接通|跟我|和我|聊",
)
ASKS_OF_ONE = Rule(  # when they are there, and how they are reached
    r"\b(?:in|there|here|available|around|on duty|working)\b",
    r"\b(?:when|what (?:days?|time)|which days?|today|now|hours|who|where|starts?)\b",
    r"\b(?:e-?mails?|phone|number|contact|reach|call|write)\b",
    "在|哪天|几号|几点|什么时候|上班|值班|有空|休息|来[吗不]",
    "邮箱|邮件|电话|联系|谁|哪[里儿个]",
    "^\\W*(?:请问)?(?:[你您]们|馆里|图书馆)?有(?:没有)?[^，。]{1,10}(?:馆员|专家)",
)
WHO = Rule(  # whom to ask about what was just answered
    (
        r"^\W*(?:(?:and|so|but|ok|then)\s+)*who (?:(?:do|should|can|could|would) (?:i|we) (?:ask"
        r"|contact|talk to|speak to|see|e-?mail|call|write to)|knows|to (?:ask|contact)"
        r"|(?:can|could) help(?: me)?)(?: (?:about|with|for) (?:it|this|that))?\W*$"
    ),
    (
        r"^\W*(?:那|这个|这事|我)*(?:该|应该|要|可以)?(?:找谁|问谁|联系谁|谁负责|谁懂|谁管"
        r"|谁知道)(?:呢|啊|呀|问|帮忙)*\W*$"
    ),
)
HELPS = Rule(  # whether somebody helps with what was just answered
    (
        r"^\W*(?:(?:and|so|but|ok)\s+)*(?:is there|are there|is|can|could|will|would|does)\s+(?:some ?(?:one|body)"
        r"|any ?(?:one|body)|people)\b(?: (?:there|here|who|that|to|can|could|will|would|be|able))* (?:help|helps"
        r"|show|shows|assist)(?: (?:me|us|you|out|beginners|get started|start))*(?: how)?(?: (?:with|to do|to use|do|use) (?:it|this|that|them))?\W*$"
    ),
    "^\\W*(?:(?:还|都|仍|是|也|试过?了?)*(?:不行|没用|不好使|连不上|弄不好|不会弄?)[，, ]*)?(?:有没有|有|能不能[找叫]|能[找叫])个?人(?:可以|能|会|过?来|给我?|帮我?)*(?:看看|看一下|看一看|瞧瞧|弄一?下|弄弄|处理|修)(?:一下)?[吗么嘛不]?\\W*$",
    "^\\W*(?:那|请问|现场|那里|那边)*(?:有没有|有|会有)(?:人|志愿者|义工)(?:可以|能|会|来)*(?:帮忙|帮助?我?们?|帮一下|教我?|指导|带我?)(?:一下|做|查|用|弄|的)*[吗么嘛]?\\W*$",
)
NOBODY = Rule(  # that none of us is to be seen where help was told of
    r"\b(?:there(?:['’]s| is)|i (?:can )?see|can['’]?t (?:see|find)) (?:no ?(?:one|body)|any ?(?:one|body)) (?:here|there|around|about|at the desk)\b",
    "没(?:看到|见到|看见|找到)人|找不到人|(?:柜台|服务台|旁边|这里|这儿|现场)没人|(?:一个|半个)人(?:都|也)没(?:有|看到)",
)
HELPER = Rule(  # where an answer says who helps
    r"\b(?:volunteers?|helpers?|advis[eo]rs?|workers?|staff|librarians?|specialists?)\b.{0,40}\b(?:helps?|shows?|teach|guides?)\b",
    r"\bhelp from\b",
    "(?:志愿者|义工|馆员|工作人员|员工|老师|专员|顾问)[^，。]{0,12}(?:帮|教|指导|辅导|协助)",
)
TO_ASK = Rule(  # where an answer says that somebody is to be asked
    r"\b(?:ring|write to|tell us|ask at|ask (?:a|any) \w+|on \d[\d ]{7,}|(?:at|to) (?:a|any|the) desk)\b",
    "致电|写信|告诉我们|[到问请][^，。]{0,6}服务台|服务台办|问馆员",
)
THEY_ARE = Rule(  # of people, and of nothing else: "are they in on Monday?"
    r"\b(?:is|are) (?:he|she|they) (?:in|there|around|on duty|working|back)\b",
    r"\b(?:e-?mail|ring|call|phone|write to|reach|contact) (?:him|her|them)\b",
    "[他她]们?的?(?:[^书本]{0,4}(?:在|上班|有空)|邮箱|电话|联系)",
)
REACHED = Rule(  # how they are reached, and not when they are there
    r"\b(?:e-?mail|ring|call|phone|write to|reach|contact)\b",
    "邮箱|邮件|电话|联系",
)
PRONOUN = Rule(r"\b(?:he|she|they|his|her|their|him|them)\b|[他她]")
ADDRESS = Rule(  # of the person just named
    (
        r"^\W*(?:(?:and|so|what(?:['’]?s| is)|the|an|can i have|give me|is there)\s+)*(?:e-?mail"
        r"|(?:phone )?number|phone|contact)(?: (?:address|details|please))*\W*$"
    ),
    rf"^\W*(?:那|把|给我|有)*(?:邮箱|邮件|电话|电话号码|联系方式|怎么联系){_PLEASE_HAN}",
)
DESK = Rule(  # the hours of the librarians in the chat
    (
        r"\b(?:chat|librarians?)\b.{0,30}\b(?:staffed|manned|hours|start\w*|finish\w*"
        r"|closes?|closing|on ?line)\b"
    ),
    r"\b(?:staffed|manned|hours)\b.{0,20}\b(?:chat|librarians)\b",
    r"\b(?:what time|when|how late|what days?)\b.{0,20}\b(?:chat|librarians)\b",
    r"\bis the (?:live )?chat\b.{0,20}\b(?:open|available|on)\b",
    "(?:馆员|館員|客服|人工|在线咨询).{0,6}(?:几点|什么时候|在线时间|服务时间|哪天|周末|上班|下班|值班|在线)",
    "(?:几点|什么时候|哪天).{0,6}(?:馆员|客服|人工)",
)
OF_SOMEBODY = Rule(  # how somebody is who was spoken of, and no taste of theirs: "she's a guide dog"
    (
        r"^\W*(?:but |and |well )?(?:s?he|they)(?:['’]s|['’]re| is| are| has| have|(?: can['’]?t| cannot| can"
        r"| does ?n['’]?t| don['’]?t| lives?| works?| needs?)(?! read| like| want))\b(?! (?:in)?to\b| read| interested| a fan)"
    ),
    "^\\W*(?:但|不过)?[他她它]们?(?:是|已经|行动|走不|不能|不方便|住)",
)
