"""What to read after a work that was read, in English: "I loved Emma, what next?"."""

from __future__ import annotations

from index.text import Rule, has_han

_WHO = r"(?:i|we|s?he|they|(?:my|our)\s+(?:[\w'’-]+\s+){0,2}?[\w'’-]+)(?:['’]?(?:ve|d|s))?"
_VERY = r"(?:(?:have|has|had|just|already|really|recently|absolutely|only|also|both|finally|so|quite|totally)\s+)*"
_FELT = r"(?:really |absolutely |just )?(?:loved|liked|enjoyed|adored)"
_READ = r"(?:(?:read|finished) and (?:loved|liked|enjoyed)|loved|liked|enjoyed|adored|finished(?:\s+(?:reading|with|off))?|read|devoured|completed|binged|been reading)"
_DONE = rf"(?:(?:^|(?<=[.!?;,])\s)\W*(?:(?:so|ok(?:ay)?|hi|hello|hey)\W+)*|\b{_WHO}\s+){_VERY}{_READ}\s+"
_LIKE_IT = r"like (?:it|that|this|those|them|these)(?: one)?"
_NEXT = (
    r"(?:what(?: then| now)?\W*$|what(?:['’]?s| is)? (?:now|next|else|other)\b(?:.{0,30}?\b(?:read|try|like|enjoy|watch)\b)?|next\b"
    r"|(?:some|any)thing (?:else|similar|next)\b"
    r"|(?:what|which)\b.{0,40}?\b(?:read|try|like|enjoy|watch|recommend|suggest|similar)\b(?: me)?(?: next| now| then)?"
    rf"|(?:any|some|more|got any)\b.{{0,30}}?\b(?:similar|{_LIKE_IT}|recommendations?|suggestions?|ideas)\b"
    r"|(?:please )?(?:recommend|suggest)(?: me)?(?: something| anything| some)?\b"
    rf"|(?:can|could|do|have) (?:you|u)\b.{{0,25}}?\b(?:recommend|suggest|similar|{_LIKE_IT})\b"
    rf"|(?:i['’]?(?:d like|m after|m looking for)|want|need|looking for)\b.{{0,20}}?\b(?:more|similar|{_LIKE_IT})\b"
    rf"|more {_LIKE_IT})"
)
_ASKS = r"\b(?:what(?:['’]?s|\s+is)?|which|anything|something|recommend\w*|suggest\w*)\b.{0,60}?"
_WAYS = (
    Rule(
        rf"{_DONE}(?P<like>.{{2,80}}?)(?:\s*[,.;:!?–—-]+\s*(?:(?:and|so|but|now|then|please)\s+)*"
        rf"|\s+(?:and|so)\s+(?:now\s+)?|\s+(?=(?:now )?what)(?:now\s+)?)(?P<rest>{_NEXT}.*)$"
    ),
    Rule(
        rf"{_ASKS}\b(?:if|now(?: that)?|since|because|as|when)\s+{_WHO}\s+{_VERY}"
        rf"(?:likes?|loves?|enjoys?|{_READ}|(?:was|were|am|is|are) (?:into|(?:a )?(?:big )?fans? of))\s+(?P<like>.+?)(?P<rest>)$"
    ),
    Rule(
        rf"{_ASKS}\b(?:read|try|next|recommend|suggest|watch|start|comes?|good)\b.{{0,15}}?\bafter\s+"
        rf"(?:{_WHO}\s+)?{_VERY}(?:(?:finishing|reading|loving|enjoying|{_READ})\s+)?(?P<like>.+?)(?P<rest>)$"
    ),
)
_HAN_NEXT = (
    "(?:(?:接下来|下面|接着|然后|之后|再|还)[^，。《]{0,5}[看读][点些]?(?:什么|啥|哪)"
    "|[^，。《]{0,6}(?:推荐|类似|差不多|这样的|同类)|还有(?:什么|别的|其他)?好[看书]"
    r"|(?:还有|有|有没有)?(?:别的|其他的?)(?:书)?[呢吗]?\W*$)"
)
_HAN_WAY = Rule(
    "(?:^|[，。！ ])(?:我们?|孩子|女儿|儿子|他|她|老公|老婆|妈妈?|爸爸?)?(?:刚刚?|已经|都|很|特别|非常|超|挺|最近)*"
    "(?:(?:[看读]完|[看读]过)了?(?P<like>《[^》]+》|[^，。！？《 ]{2,16}?)|喜欢[看读]?过?(?P<liked>《[^》]+》))(?:之后|以后|后)?了?"
    f"[，,。！ ]*(?P<rest>{_HAN_NEXT}.*)$",
    flags=0,
)
_ASKED = Rule(_NEXT)
_NO_WORK = Rule(
    r"^(?:about|on|to|in|with|at|from|by|a lot|lots|much|enough|every ?thing|any ?thing|some ?thing)\b|^(?:it|books?)$"
)
_ALL = Rule(
    (
        r"^\W*(?:(?:all|every one|both|most|each)(?:\s+of)?\s+)(?:the\s+|his\s+|her\s+|their\s+)?"
        r"|^\W*the\s+(?:first|last|whole|entire)\s+(?:(?:two|three|four|five|six|few|\d+)\s+)?"
        r"|^\W*(?:(?:the|this|that|a)\s+)?(?:book|novel|film|movie)s?\s+(?!thief\b|of\b|eaters\b)(?:called\s+)?"
    ),
    rf"(?:\s*,)?\s+and\s+(?:(?:i|we|s?he|they)\s+)?{_FELT}(?:\s+(?:it|them|that|every\b.*))?\W*$",
    r"\s+(?:books?|novels?|series|trilogy|saga|already|too|lol|now|yesterday|recently|(?:last|this) (?:week|month|year|summer))\W*$",
    r"\s+(?:in|at|with|for) (?:class|school|our book club|my book club|book club|english)\W*$",
    r"\s*[,;(]\s*(?:which|what|and|it|but|he|she|they|i|please|thanks?)\b.*$",
)


def after(text: str) -> tuple[str, str]:
    """The work that was read and what is said beyond it; "" where none is named."""
    if has_han(text):
        hit = _HAN_WAY.search(text)
        return ((hit["like"] or hit["liked"]).strip("《》"), "") if hit else ("", "")
    for way in _WAYS:
        if hit := way.search(text):
            rest = _ASKED.sub(" ", hit["rest"])
            like = _named(hit["like"])
            return ("" if _NO_WORK.match(like) else like), rest.strip(" .,!?")
    return "", ""


def _named(said: str) -> str:
    before = ""
    while said != before:
        before, said = said, _ALL.sub("", said).strip(" .,!?\"'“”‘’")
    return said
