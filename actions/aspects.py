"""What a message of few words asks of the answer just given, and what in an answer tells it."""

from __future__ import annotations

import re

from index.text import Rule, rule

_AGAIN = r"^\W*(?:(?:and|so|but|ok(?:ay)?|great|thanks|那|那么|请问)[\s,，]*)*"
_IT = r"(?:\s+(?:it|that|this|one|them|there|a place|for (?:it|that|one|a place)))?\W*$"
# What may be asked of an answer in so few words that it is of the one just given, and what tells it.
_ASPECTS = (
    (
        r"(?:is (?:it|that|this|there|parking|everything) (?:free|an? (?:charge|fee|cost)|any (?:charge|fee|cost))|(?:any|what) (?:charge|fee|cost)s?|free|do i (?:have|need) to pay"
        rf"|does (?:it|that) cost(?: anything| money)?|what (?:does|do|will) (?:it|that|they) cost|how much(?: (?:is|does|do|are) (?:it|that|this|they)(?: cost)?)?)(?: of charge)?{_IT}"
        r"|(?:要|需要|收)(?:不要)?(?:付|花|收)?(?:钱|费)[吗嗎么的]*\W*$|(?:要|得)?(?:花)?多少钱\W*$|(?:是)?免费的?[吗嗎]\W*$|收费[吗嗎]\W*$|怎么收费的?\W*$|贵[吗嗎]\W*$",
        r"\bfree\b|no charge|\bcosts?\b|\bfees?\b|[£$€¥]\s?\d|\d\s?(?:p|pence|pounds?)\b|免费|收费|费用|不用付|\d\s*(?:元|镑|英镑|便士)",
    ),
    (
        r"(?:what|which)(?: (?:papers|documents|id|things))? (?:do|should|must|would|will) i (?:(?:have|need) to )?(?:bring|take|show|need)(?: along| with me| for it| for that| to bring)?\W*$"
        r"|do i need (?:to bring )?(?:any(?:thing)?|some|an?)?\s*(?:id|documents?|papers?|proof|ticket)?\W*$"
        r"|(?:需要|要|得|该)?(?:带|准备|出示)(?:些|点)?(?:什么|哪些)(?:东西|证件|材料|资料)?[吗嗎呢]?\W*$|(?:需要|要)(?:什么|哪些)(?:东西|证件|材料|资料)[吗嗎呢]?\W*$",
        r"\bbring\b|\bshows? your\b|\bproof\b|\bID\b|\bwith your (?:card|library card)\b|带上?|证件|证明|出示|凭|用借书证",
    ),
    (
        rf"how (?:do|can|would|should) i (?:book|reserve|apply|sign up|register|join|enrol|arrange){_IT}"
        r"|(?:怎么|怎样|如何|在哪里?|去哪里?)(?:才能|可以|能)?(?:预约|預約|预订|报名|申请|参加|登记)(?:的|呢|吗)?\W*$",
        r"\b[Bb]ook(?:ed|ing)?\b(?! club)|\breserv|\bsign up\b|\bregist|\bappl(?:y|ication)|\bno (?:need to|booking)|预约|预订|报名|申请|登记",
    ),
    (
        rf"how long (?:does|do|will|would|is|are) (?:it|that|they)(?: take| last| be)?{_IT}|how long(?: for)?\W*$"
        r"|(?:要|需要|得|能)?(?:等|用)?(?:多久|多长时间)(?:时间)?[吗嗎呢]?\W*$",
        r"\d+\s*(?:minutes?|hours?|days?|weeks?|months?|years?)|\bsame day\b|\d+\s*(?:分钟|个?小时|天|周|个月|年)|当天|(?:one|two|three|five|ten|a few) (?:minutes|days|weeks|hours)",
    ),
)  # fmt: skip
ASPECTS = tuple((rule(_AGAIN + f"(?:{asks})", re.I), rule(tells)) for asks, tells in _ASPECTS)  # fmt: skip


def told_by(text: str) -> Rule | None:
    """What tells in an answer what a message of few words asks of it; None when it asks no such."""
    return next((tells for asks, tells in ASPECTS if asks.search(text)), None)


_ONE_WORD = rule(
    r"^\W*(?:and |what about |how about |which )?(?:the |an? |my )?([a-z][a-z'-]{2,})\s*[?？]\W*$|^\W*(?:那)?([\u4e00-\u9fff]{2,4})(?:呢)?[?？]\W*$|^\W*(?:那)?([\u4e00-\u9fff]{2,4})呢\W*$",
    re.IGNORECASE,
)


def one_word(text: str) -> str:
    """The word in "password?"; "" when a message is no such question."""
    found = _ONE_WORD.search(text)
    return next((word for word in found.groups() if word), "") if found else ""
