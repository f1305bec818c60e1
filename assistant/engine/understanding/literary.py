"""Stories, facts, poetry or plays: which of them a reader wants, or wants none of."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.engine.understanding.found import Found, is_negated
from index.text import Rule

# What may stand before: "crime novels" and "science fiction" are topics, and stay in the words.
_ASKED = (
    r"(?:^\W*|\b(?:only|just|but|or|and|any|some|no|not|rather than|there|what|which|good|great|more|other|another|new(?:est)?|latest|recent|the|an?|to|of|for|in|into|i|me|us|you|want(?:ed)?|need|said|mean|like|love|prefer"
    r"|have|got|read|find|get|show|recommend(?:ed)?|suggest|meant|adult|children['’]?s|please|rather|instead|as|are|them|is|ones|without|except)\s+)"
)
_THING = r"(?:\s+(?:books?|ones?|titles?|works?|stuff|only))*"
_END = (
    r"(?=\W*$|[,.;!?]|\s+(?:please|about|on|by|from|set|with|for|in|that|which|where|who|at|instead|only|published|written|translated|available|today|too|then|and|but|or|now"
    r"|you|do|rather|this|would|not|ones?)\b)"
)
_FORMS = tuple(
    (name, Rule(pattern))
    for name, pattern in (
        ("nonfiction", rf"\bnon[\s-]?fiction(?:al)?\b{_THING}|{_ASKED}(?P<b>factual{_THING}){_END}"
                       rf"|{_ASKED}?(?P<c>(?:true|real)(?:[\s-]+life)? (?:stor(?:y|ies)|ones|accounts?)){_END}"
                       r"|\b(?:something|anything|ones?|books?)\s+(?P<w>factual|with\s+(?:real\s+|true\s+|some\s+|more\s+)?facts(?:\s+in(?:\s+(?:it|them))?)?)(?=\W*$|[,.;!?]|\s+(?:about|on|for|please|instead)\b)"
                       r"|^\W*(?:要|想看|有没有|有)*(?P<t>真人真事|真实(?:故事|事件))|非虚构(?:类|文学|作品|的|书)*|非虚构(?:类|文学|作品)?|非小说类?|纪实(?:文学|类|作品|的)"),
        ("fiction", rf"{_ASKED}(?P<a>fiction(?:al)?{_THING}|novels?){_END}"
                    r"|\b(?P<s>(?:i['’]?d |i (?:would )?)?(?:prefer|rather(?: have| read)?|want|like)\s+(?:an? (?:story|novel)|stories|novels|fiction)\s+(?:rather than|than|over|instead of|(?:and )?not)\s+(?:an? )?[\w-]+(?: help)?)"
                    r"|^\W*(?P<r>(?:an? (?:story|novel)|stories|novels|fiction)\s+(?:rather than|instead of|(?:and )?not)\s+(?:advice|self[- ]help|facts|an? guide|guides|textbooks?|theory|non-?fiction)\b.*)"
                    r"|^\W*(?:我|想要?|要|更?想看|还是|最好)*(?P<f>(?:小说|故事)(?:，|,)?(?:而?不是|不要|别是?)(?:理论|道理|指南|鸡汤|工具书|教材|讲道理|说教|学术)[^，。]*)"
                    r"|(?:^\W*|只要|只看|只想看|就要|要|是|想看|看|换成|改成|来点|来本|给我|什么|啥|哪些|不|别|除了|有没有|有|[的本部些文语版]|推荐|找)(?P<z>小说类?)(?=\W*$|[的类类吧吗吗呢就有，,。！!？?给看])"),
        ("fiction", r"\b(?P<k>story\s?books?)\b|(?P<l>故事书)(?!店|包|架)"),
        ("poetry", r"^\W*(?:(?:only|just|but|no|not|the|any|some|please|i want|i meant)\s+)*(?P<p>poetry|poems)(?:\s+(?:only|please|instead|books?))*\W*$"
                   r"|^\W*(?:只要|只看|就要|要|换成|不要|不看|除了)(?P<y>诗歌?集?)(?:的|类|吧)*\W*$|(?<=[本部])(?P<v>诗歌?集)(?=[吗呢吧看给可有，,。！!？?]|\W*$)"),
        ("drama", r"^\W*(?:(?:only|just|but|no|not|the|any|some|please|i want|i meant)\s+)*(?P<d>plays|drama)(?:\s+(?:only|please|instead))*\W*$"
                  r"|^\W*(?:只要|只看|就要|要|换成|不要|不看|除了)(?P<x>剧本|戏剧|话剧)(?:的|类|吧)*\W*$"),
    )
)  # fmt: skip
# "How to write a novel", "a book about fiction": here it is the subject.
_SUBJECT_BEFORE = Rule(
    (
        r"\b(?:writ\w+|publish\w*|plot\w*|about|on|history of|theory of|rise of|art of|craft of"
        r"|my|your|between)\s+(?:(?:an?|the|my|your|first|good)\s+)*$"
    ),
    "(?:怎么|怎样|如何)?写(?:一?[本部篇])?$|关于$",
)


def literary(text: str) -> Iterator[Found]:
    """literary_form, as records name it."""
    for name, pattern in _FORMS:
        for hit in pattern.finditer(text):
            group = next((key for key, told in hit.groupdict().items() if told), 0)
            start, end = hit.span(group)
            if not _SUBJECT_BEFORE.search(text, 0, start):
                yield Found("literary_form", name, start, end, is_negated(text, start))
