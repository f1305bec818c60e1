"""Words and shapes of questions about opening hours."""

from __future__ import annotations

from index.text import Rule

OPENS = Rule(
    r"\b(?:open|close[sd]?|opening|closing|hours)\b",
    "开门|关门|开放|开馆|闭馆|几点|開門|關門|開放",
)
NOW = Rule(
    r"\bnow\b|\bright now\b|\bcurrently\b|\bstill open\b|\bopen yet\b",
    r"\bare (?:you|they|we) (?:open|closed)\W*$",
    r"\bis (?:the |your )?[\w ]{0,30}(?:open|closed)\W*$",
    "现在|現在|这会儿|目前|开着|開著|还开|還開|开门了吗|关门了吗|开馆了吗|开没开",
)
BETWEEN = Rule(
    r"[a-z\s]*\b(?:to|until|till|through|thru)\b",
    r"\s*[-–—~～]|.{0,3}[到至]",
)
BESIDE = Rule(  # what may stand beside a day that is all of a message
    (
        r"\b(?:on|at|the|and|in|for|to|from|until|till|by|what|about|how|is|it|then|please"
        r"|ok(?:ay)?|or|day|date|which)\b"
    ),
    "[呢吗嗎的那在到至和或与與跟请請问問]|还有|怎么样|可以",
)
OPEN_THEN = Rule(
    r"\b(?:open(?:ing)?|close[sd]?|closing|shut)\b",
    "[开開]门|[开開]門|[关關][门門]|开放|開放|[开閉闭]馆|[开開][吗嗎么]|开不开|開不開",
    "[还還]开|不开|关[吗么]|几点(?:开|关)(?!始|会|车|演|课|学|船|放|播)|下班",
    r"\bcan (?:i|we) come\b",
    "[能可以]来吗",
)
WEEK = Rule(  # the usual week, or a time of the year
    r"\b(?:what|which) days\b|\bhow many hours\b",
    r"\b(?:opening|closing) (?:hours|times)\b",
    r"\b(?:every day|each day|daily|usual(?:ly)?|normal(?:ly)?|bank holidays)\b",
    (
        r"\b(?:in|during|over|through)\s+(?:the\s+)?(?:january|february|march|april|may|june"
        "|july|august|september|october|november|december|spring|summer|autumn|winter|term"
        r"|holidays?)\b"
    ),
    "平时|平常|一般|通常|每天|哪几天|哪天|休息|午休|开放时间|节假日|银行假日|假期",
    "[寒暑]假|月份",
)
CLOCK = Rule(  # a time is asked for, and no week
    r"\bwhat time|\bwhen (?:do|does|are|is|will)\b|\bhow (?:late|long|soon)\b",
    r"\buntil when\b|\b(?:open|clos)ing time\b(?!s)",
    "几点|幾點|什么时候|什麼時候|何时|多久|多晚|下班",
)
_PARTS_OF_IT = r"library|branch|building|place|doors?|it|you|there|that|this|one|main|whole"
THING = Rule(  # "does the cafe close", "cafe hours", 咖啡厅几点关
    (
        r"\b(?:does|do|is|are|will)\s+(?:the"
        rf"|your)\s+(?P<en>(?!(?:{_PARTS_OF_IT})\b)[a-z][a-z' -]{{2,30}}?)\s+(?:be\s+|still\s+"
        r"|usually\s+)*(?:open|close[sd]?|shut)\b"
    ),
    (
        rf"^\W*(?:the|your)?\s*(?P<of>(?!(?:{_PARTS_OF_IT}|opening|closing"
        r"|holiday)\b)[a-z]{3,20}(?: [a-z]{3,20})?)\s+(?:opening|closing)?\s*(?:hours"
        r"|times?)\W*$"
    ),
    (
        r"^\W*(?:请问|你们|馆里|图书馆|那|的|里)*(?P<zh>(?!几|什么|何时|多)(?![^几开关]*(?:假"
        "|节|期间|时间|晚|早|平时|平常|一般|通宵|小时|现在|还|全|各|哪|分馆"
        r"|图书馆))[\u4e00-\u9fff]{2,6}?)\s*(?:的)?(?:几点|什么时候|何时|开|关)"
    ),
)
