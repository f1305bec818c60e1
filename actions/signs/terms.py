"""What readers ask of any service in a few words: whether a card is needed, whether children may
come, what happens if they are late. Each row: what asks for it, words that may go with it, and what
in an answer tells it."""

from __future__ import annotations

_CHILD = r"(?:kids?|child(?:ren)?|son|daughter|bab(?:y|ies)|toddlers?|grand\w+|(?:little |younger |older )?(?:sister|brother)s?|siblings?|niece|nephew|little (?:one|boy|girl)s?|\d+ year olds?)"
_WHOSE = r"(?:my |the |our |his |her |their )?"
_HAN_CHILD = "(?:孩子|小孩|宝宝|儿子|女儿|娃|小朋友|孙子|孙女|小的)"

# Of what is spoken of, and of nothing else.
OF_IT = (
    (
        r"\b(?:age|height) (?:limits?|restrictions?)\b|\b(?:minimum|what|which) age\b|\btoo (?:young|old)\b|(?:年龄|岁数)(?:限制|要求)|限(?:制)?年龄",
        r"\b(?:old|year|years|\d+)\b|孩子|小孩|多大",
        r"\bages?\b|\bunder[- ](?:\d+|\w+s)\b|\b(?:from|over) (?:birth|\d+)\b(?![:.]\d)|\d+ up\b|岁",
    ),
    (
        r"\b(?:take|bring|borrow|carry|get) (?:it|them|one|that|these|those) (?:home|out|away|with me)\b|\bborrow (?:it|them|one)\b|\bgo home with\b|(?:借|带|拿)(?:回家|回去|走|出馆)|外借|(?:可以|能)借[吗嘛]",
        r"\bhome\b|[它吗]",
        r"\bhome\b|\blent\b|\bin the building\b|\bfor \d+ days\b|回家|外借|馆内|可借|借回",
    ),
    (
        r"\bcancel(?:led|ling|s)?\b(?: (?:it|that|my|the))?|\bcall it off\b|取消|退订|改期|退(?:不退)?[钱款]|(?:临时|突然|要是|万一)(?:有事)?不来了?",
        r"\b(?:bookings?|reservations?|mind)\b|如果|要是|万一|临时|不来了?|来不了",
        r"\bcancel|\bpaused?\b|\brefunded\b|取消|改期|退款|暂停",
    ),
)  # fmt: skip

# Of what is spoken of if that is told there; else there is a rule for the whole library.
OF_US = (
    (
        r"\bwithout (?:an?|my|the|any)? ?(?:library )?(?:cards?|membership)\b|\bwithout (?:being|becoming) a member\b|\bif i(?:['’]?m| am) not a member\b|(?:非|不是)(?:会员|读者)|(?:没有?|不办|不用)(?:借书证|读者证|卡)(?:也|就)?(?:可以|能|行)",
        r"\b(?:still|come|join)\b|也|用|参加|来",
        r"\bno (?:library )?card\b|\bwithout a card\b|\bnobody needs a card\b|\bday pass\b|不(?:用|要|需要)借书证|不需要.{0,3}卡|当日",
    ),
    (
        r"\b(?:need|have to (?:have|be|show)|must \w+ (?:have|be)|got to have)\b[^.?!,]{0,12}\b(?:cards?|membership)\b|\b(?:be|become) a member\b|\bmembers only\b|(?:要不要|需不需要|需要|得|必须|要)有?(?:先|用|带|凭)?(?:办)?(?:个|张)?(?:借书证|读者证|卡|会员)",
        r"\b(?:library|valid|your|still)\b|办|也|用|参加",
        r"(?<!by )\bcards?\b(?! you)|\bday pass\b|\bmember|借书证|读者证|用证|卡号|[刷办]卡",
    ),
    (
        r"\b(?:is|are) (?:it|they|this|that|these|those)[^.?!]{0,6} (?:open to|for) (?:any(?:one|body)|every(?:one|body)|all|the public|non-?members)\b|\bcan (?:just )?any(?:one|body)(?: (?:come|join|go|use|do|have|attend|apply|book)\b)?|谁都(?:可以|能)|(?:任何人|所有人|人人|大家)都?(?:可以|能)|对(?:所有人|外|公众)开放",
        r"\b(?:else|just|come|join|attend|apply|book)\b|参加|来|用|去|进",
        r"\bevery(?:one|body)\b|\bany(?:one|body)\b|\bnobody\b|\b[Jj]ust come\b|\bwithout registration\b|\bfor all\b|\bno booking\b|谁都|任何人|所有人|人人|大家都|直接来|不用(?:登记|预约|报名)",
    ),
    (
        rf"\b(?:bring|take|come with)\b[^.?!]{{0,10}}\b{_CHILD}\b|\b(?:are|is) {_CHILD} (?:allowed|welcome|ok(?:ay)?)\b|\bcan {_WHOSE}{_CHILD} (?:come|go|sit in)\b|(?:可以|能|能不能|可不可以)?[带抱][^，。？]{{0,3}}{_HAN_CHILD}|{_HAN_CHILD}也?(?:可以|能)[^，。？]{{0,2}}(?:来|进)",
        r"\b(?:too|along|allowed|welcome|as well|year|old|with (?:me|us)|\d+)\b|一起|进去|进来|也|带|去|来",
        r"\bchild(?:ren)?\b|\bkids?\b|\bbab(?:y|ies)\b|\bages?\b|\bunder[- ]|\bgrown-ups\b|孩子|儿童|宝宝|岁|家长|小朋友",
    ),
    (
        rf"\bcan {_WHOSE}{_CHILD} (?:join|attend|use|borrow|have|do|take part|apply)\b|{_HAN_CHILD}也?(?:可以|能)[^，。？]{{0,2}}(?:参加|用|借|报名)",
        r"\b(?:too|it|one|as well|year|old|\d+)\b|也|一起",
        r"\bchild(?:ren)?\b|\bkids?\b|\bbab(?:y|ies)\b|\bages?\b|\bunder[- ]|孩子|儿童|宝宝|岁|小朋友",
    ),
)  # fmt: skip

# Our own question, which the rule for the whole library answers; "" where several may.
RULES = ("", "ask-card", "ask-card", "ask-children", "")
RULES_OF_LOANS = ("ask-late", "ask-renew", "ask-broken")

# The same, but the rule is for what was borrowed.
OF_LOANS = (
    (
        r"\b(?:what (?:if|happens (?:if|when))|does it matter if|is it (?:ok|a problem|bad) if)\b[^.?!]{0,14}\b(?:late|overdue|over time|miss (?:it|one|that|them)|(?:can['’]?t|cannot|don['’]?t) (?:come|make it|turn up))\b|(?:迟到|晚了|晚到|过期|逾期|超期|晚还|没来|来不了|去不了|错过)[^，。？]{0,2}(?:怎么办|会怎样|会怎么样|怎么样|行吗|可以吗|呢)",
        r"\b(?:back|bringing|returning|running|bit|little|with)\b|如果|要是|万一|还书|还|怎么办",
        r"\b(?:late|overdue)\b|\bdo not come\b|\breturns itself\b|\bnot back\b|\bkept for\b|晚|自动归还|没来|不来|保留",
    ),
    (
        r"\b(?:renew|extend) (?:it|them|that|one|the loan)\b|\bcan (?:i|we) (?:renew|extend)\W*$|\b(?:keep|have|borrow|get) (?:it|them|one|that) (?:for )?(?:any |a bit )?longer\b|\b(?:more time|an extension)\b|(?:可以|能|能不能|可不可以|给)续借|续借(?:吗|几次)|(?:可以|能)(?:延期|延长)|多借几天|借久一点",
        r"\b(?:online|twice|times?|again)\b|几次|怎么",
        r"\brenew(?:ing)?\b|\breturns itself\b|\bas long as (?:you like|they need)\b|\bmore time\b|\bin the building\b|\blonger when\b|自动归还|多久都行|不限时|馆内用|申请延长|续借",
    ),
    (
        r"\b(?:what|happens) if\b[^.?!]{0,8}\b(?:break|breaks|broke|lose|lost|damage|damaged|drop|spoil|ruin|gets? (?:broken|lost|damaged|wet|stolen))\b|^(?:那|如果|要是|万一|我|把它|把|给|不小心)*(?:弄坏|搞坏|弄丢|摔坏|丢了|坏了|损坏)了?(?:怎么办|要赔吗|赔多少|会怎样|呢)",
        r"\b(?:it|them|one|something)\b|要赔",
        r"\ba lost\b|\bdamaged?\b|\bruined\b|\bbroken\b|丢失或|损坏|破损",
    ),
)  # fmt: skip
