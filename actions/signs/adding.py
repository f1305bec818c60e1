"""How a short message goes on with the list on the screen: "set in Spain", "only with pictures"."""

from __future__ import annotations

from index.text import Rule

_SO = r"^\W*(?:(?:and|or|but|ok(?:ay)?|no|so|also|maybe|perhaps|then|hmm+|preferably|ideally|actually)\W+)*"
FIRMLY = Rule(  # it narrows what was asked, and asks nothing anew
    rf"{_SO}(?:(?:something|anything|one|ones|any|some|a story|stories) )?(?:that(?:['’]?s| is| are) )?(?:set (?:in|during|on|around)|placed in|with|without|featuring|based on)\b",
    rf"{_SO}(?:only|just|preferably|ideally)\b|^\W*(?:preferably|ideally)\b",
    r"\b(?:only|too|as well|if possible|preferably|ideally)\W*$",
    r"^\W*(?:(?:and|or|but|ones?|something) )*(?:about|on)\s+(?!it\b|that\b|this\b|you\b|the (?:first|second|shelf|library)\b)\w",
    "^\\W*(?:要|想要|是|那)?(?:关于|有关|讲)[^，。？?]{1,10}?的?\\W*$",
    "^\\W*(?:那|但|不过|最好|还)*(?:只要|只看|只想看|最好|带|要有)",
    "^\\W*(?:故事|背景|发生|时间|地点)(?:背景|地点|时间)?(?:是|在|设)",
    "(?:也要|最好|优先)\\W*$",
)
LIGHTLY = Rule(  # it may as well ask for something in its place
    rf"{_SO}(?:any|anything|something|some|about|in|from|by|for|more|less|what about|how about)\b|^\W*(?:or|also)\b",
    r"\b(?:then|instead|rather|perhaps|maybe|would (?:be|do)(?: \w+)?|will do|ones?|please|pls)\W*$",
    "^\\W*(?:那|或者|还是|但|可|不过|也)*(?:有没有|有|想?要|换成|改成|再|更|来[点些]|或者|还是|讲|关于|写)",
    "(?:的|类|版|也(?:行|可以|好|成)|就(?:行|好))(?:[吗吧呢么])?\\W*$",
)
POLITELY = Rule(  # what is said around such a wish, and names nothing
    rf"{_SO}(?:(?:something|anything|one|ones|some|a story|stories) )?(?:that(?:['’]?s| is| are) )?(?:set|placed) (?:in|during|on|around)\s+",
    r"\b(?:perhaps|maybe|preferably|ideally|if possible|as well|either|too|would (?:be|do)(?: (?:ok|okay|fine|good|nice|great|lovely|better))?|will do|absolute|complete|pls|plz|(?:or |and )?online)\b",
    "^\\W*(?:那|或者|还是|但|可|不过|也)*(?:有没有|或者|最好|还是)",
    "^\\W*(?:别的|其他的?|其它的?)",
    "(?:也行|也可以|也好|也成|就行|就好|最好|即可)(?:[吗吧呢么])?\\W*$",
    "(?<=的)呢\\W*$",
)
OR = Rule(
    r"^\W*(?:or|otherwise|failing that)\b",
    "^\\W*(?:或者|要么|或|要不)|也(?:行|可以|好|成)(?:的|吧|啊)?\\W*$",
)
SET_THEN = Rule(  # when a story is set
    r"\b(?:set|placed|happening|taking place) (?:in|during|around) (?:the )?((?:early |late |mid-?)?(?:1[0-9]|20)\d\ds?|\d{1,2}th century)\W*$",
    "(?:背景|发生|故事)(?:是|在|设在)*((?:[一二三四五六七八九十\\d]+世纪)?[二三四五六七八九\\d]+十年代|\\d{4}年代?)",
)
UNSURE = Rule(  # a "no" that names nothing: "no idea"
    r"^\W*(?:(?:i['’]?m |i am |i )?(?:not (?:really |too |so )?(?:sure|certain|bothered)|no idea|don['’]?t (?:really )?know|dunno|no clue|not yet|not really)|no (?:preference|thanks?|problem|worries|rush))\b",
    "^\\W*我?(?:也|还|真)?(?:不知道|不清楚|不确定|不用|没想好|没想法|不一定|没关系|不急|说不好)(?:了|啊|呢|吧|呀)*\\W*$",
)
AT_A_LOSS = Rule(
    r"\b(?:sure|certain|idea|know|dunno|clue)\b", "不知道|不清楚|不确定|没想|说不好|不一定"
)
HOW = Rule(  # how a book should be, and no topic of its own
    r"(?:for |really |very |quite |a bit |total |complete |absolute |more )*(?:beginners?|newbies|novices|starters|learners|experts|professionals|beginner['’]?s?(?: level)?|advanced|intermediate|basic|simpler?|gentle|gentler|easier|easiest|easy|kind|kinder|lighter|light|cheap(?:er|est)?|cosy|cozy|soothing|accessible|practical)(?: (?:ones?|books?|stuff|level))?",
    "(?:适合|给)?(?:零基础|完全)*(?:初学者|新手|入门者?|小白|零基础|进阶|高级|初级|基础|简单|容易|浅显|通俗|温和|轻松|便宜)(?:一?点儿?|一些|看|读|级)?的?",
    "最?(?:便宜|简单|容易|通俗|基础|实用)的?",
)
ABOUT = Rule(  # a topic of its own, for the readers of the list
    r"^\W*(?:(?:and|or|but|ones?|others?|something|anything|any|books?) )*(?:about|on)\s+(?!it\b|that\b|this\b|you\b|them\b)\w",
    "^\\W*(?:那|或者|还有|有没有|有)*(?:要|想要|是)?(?:关于|有关|讲)[^，。？?]{1,10}",
)
