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
DANGER = Rule(  # to oneself or at somebody's hands, in plain words
    r"\b(?:kill|hurt|harm|cut(?:ting)?)(?:ing)? (?:my|your|him|her)self\b|\bsuicid",
    r"\b(?:want(?:ed)?|going|ready|plann?\w*) to die\b",
    r"\bend(?:ing)? (?:it all|my life)\b|\boverdos|\bself[- ]?harm",
    r"\bi (?:was|were) dead\b",
    "自杀|自殺|不想活|想死|活不下|自残|自殘|轻生|輕生|割腕|跳楼|家暴|性侵",
)
