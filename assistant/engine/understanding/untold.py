"""What readers ask for and no record tells: who its author is, and what is on its cover."""

from __future__ import annotations

from index.text import Rule

_NATIONS = (
    r"chinese|english|british|american|french|german|italian|spanish|russian|japanese|korean|indian"
    r"|african|irish|scottish|european|asian|foreign|[a-z]{3,}(?:ian|ese|ish)|kenyan|cuban|welsh|thai"
)
_WRITERS = r"(?:authors?|writers?|novelists?|poets?)"
_HAN_NATIONS = (
    "(?:中国|外国|国内|国外|本国|本土|英国|美国|法国|德国|日本|俄国|俄罗斯|韩国|欧洲|非洲|印度)"
)
UNTOLD = Rule(  # what no record says of its author
    (
        r"\b(?:(?:written )?(?:by|from) )(?:an? |some )?(?:wom[ae]n|female|men|man|male|black|gay|young"
        rf"|new|local)(?: {_WRITERS})?(?=\W*$)"
    ),
    rf"\b(?:(?:written )?(?:by|from) )(?:an? |some )?(?:{_NATIONS})(?: wom[ae]n)? {_WRITERS}",
    rf"^\W*(?:only|just) (?:the )?(?:wom[ae]n|female|men|male)(?: {_WRITERS}| ones)?\W*$",
    "(?:由)?[女男](?:性?(?:作者|作家)|人(?=所?[写著]))(?:所?[写著])?的?|作者是[女男]的?",
    f"{_HAN_NATIONS}(?:人(?=写|著|创作)|作家|作者)(?:们)?(?:自己)?(?:所?写|著|创作)?的?(?!协会)",
    f"^\\W*(?:不要|别要){_HAN_NATIONS}的\\W*$",
    "^\\W*(?:只?要|有没有|有)?(?:外国|国内|国外|本国|本土)的(?:呢|吗|有吗)?\\W*$",
)
LIKED_BY = Rule(  # girls or boys: no record is sorted by them
    r"\b(?:girls?|boys?) (?:would |will |might )?(?:like|love|enjoy)s?\W*$",
    "(?:女孩|男孩|女生|男生|女娃|男娃)子?们?(?:会|都|最|更|比较)?(?:喜欢|爱)[看读听]?的?(?:书|小说|故事)?(?:呢|吗|有吗|有没有)*\\W*$",
)
COVER = Rule(  # of a plot, what no record tells
    (
        r"\b(?:(?:with|has|had|it has|it had)\s+)?(?:an?\s+|the\s+)?(?:[\w-]+\s+)?(?:blue|red|green|yellow"
        r"|black|white|orange|purple|pink|brown|gr[ae]y|gold|silver)(?:ish)?\s+(?:cover|spine|jacket)\b[\s,]*"
    ),
    r"\b(?:the\s+)?(?:cover|spine|jacket)\s+(?:is|was)\s+\w+\b[\s,]*",
    "(?:书的?)?封面(?:好像|大概)?(?:是|为)?[红蓝绿黄白黑紫灰粉橙棕]色?的?[，, ]*|[红蓝绿黄白黑紫灰粉橙棕]色?(?:的)?封面的?[，, ]*",
)
