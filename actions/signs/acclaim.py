"""Words that say only that a book should be good: no topic, and nothing that records tell."""

from __future__ import annotations

from index.text import Rule

_ASKING = (
    r"(?:\W*\b(?:hi|hello|please|thanks|so|ok(?:ay)?|and|or|do|you|have|has|got|are|is|what(?:['’]?s)?|which|there|here|i|me|my|we|us|want"
    r"|need|would|should|could|['’]?d|['’]?m|like|love|after|for|looking|find|give|show|recommend|suggest|any|some|something|anything|one"
    r"|a|an|the|of|your|by|from|from the|list|with|all|that|just|now|right|at|moment|these|this|days|week|month|year|in|on|to|read|reading"
    r"|books?|novels?|fiction|titles?|ones|stuff|really|real|proper|very|good|great|new|popular|famous|well[- ]known|modern|old|book club)\b)*\W*"
)
_HAN_ASKING = (
    "(?:请问|你们|馆里|图书馆|这里|有没有|有|来|想要?|要|找|看|读|借|给我|帮我|推荐|一?[些本几点部]|什么|哪些|值得|最|近期|最近|现在|今年"
    "|当下|适合|给|为|的|书籍?|图书|小说|作品|书单|好|多|很|真正|吗|呢|吧|呀|啊|[，,。？?！!\\s])*"
)
_ENGLISH_PRIZES = "booker|pulitzer|nobel|costa|orwell|hugo|nebula|women['’]?s|carnegie|newbery"
_CHINESE_PRIZES = "诺贝尔|布克|普利策|雨果|芥川"  # those of which our own records tell are topics
NAMED = Rule(_ENGLISH_PRIZES, _CHINESE_PRIZES)
GRIPS = Rule(
    rf"^{_ASKING}(?:page[- ]?turners?|unputdownable|can(?:['’]?t|not) put (?:it )?down|(?:thrilling|gripping|exciting) reads?){_ASKING}$",
    f"^{_HAN_ASKING}(?:停不下来|欲罢不能|放不下|一口气(?:能)?[看读]完|扣人心弦|引人入胜){_HAN_ASKING}$",
)
LOVED = Rule(
    (
        rf"^{_ASKING}(?:best[- ]?sell(?:ers?|ing)|must[- ]reads?|classics?|masterpieces?|hidden gems?|crowd[- ]pleasers?"
        r"|(?:the )?(?:best|greatest|top(?: (?:ten|twenty|\d+))?)(?: \d+)? (?:books?|novels?|reads?|fiction|titles?)(?: (?:ever(?: written)?|of all time))?"
        r"|most (?:popular|borrowed|read|loved|famous|requested)|what(?:['’]?s| is) (?:popular|hot|trending)"
        rf"|critically acclaimed){_ASKING}$"
    ),
    f"^{_HAN_ASKING}(?:畅销|必读|经典(?:名著|文学)?|世界名著|名著|口碑|热门|最火|受欢迎){_HAN_ASKING}$",
)
GOOD = Rule(  # whichever: "a good holiday read"
    rf"^{_ASKING}(?:good|great|decent|cracking|nice|easy|holiday|beach|summer|weekend|winter) reads?{_ASKING}$",
    f"^{_HAN_ASKING}(?:好书推荐|推荐好书|值得一?[看读]){_HAN_ASKING}$",
)
PRIZES = Rule(
    (
        rf"^{_ASKING}(?:(?:man )?(?:{_ENGLISH_PRIZES})\W+)?(?:literature )?"
        rf"(?:prize|award|medal)?[- ]?(?:winn(?:ers?|ing)|short-?list(?:ed)?|long-?list(?:ed)?|laureates?){_ASKING}$"
    ),
    f"^{_HAN_ASKING}(?:(?:{_CHINESE_PRIZES})?(?:文学)?奖?(?:[得获拿]过?了?奖|得主|获奖者)|(?:{_CHINESE_PRIZES})(?:文学)?奖){_HAN_ASKING}$",
)
