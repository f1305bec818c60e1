"""Whom a book is for: "for kids", 给小学生看的; not "child psychology" or 儿童心理学."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.engine.understanding.ages import CHILD
from assistant.engine.understanding.ages import ages as told_ages
from assistant.engine.understanding.found import Found, is_negated
from index.text import Rule

_CHILD = r"(?:kids?|child(?:ren)?|son|daughter|grandson|granddaughter|grand-?(?:child(?:ren)?|kids?)|nephew|niece|little (?:one|boy|girl|brother|sister)|boys?|girls?|pupils?)"
_BABY = r"(?:toddlers?|bab(?:y|ies)|pre-?schoolers?|under[\s-]?fives?)"
_TEEN = (
    r"(?:teen(?:ager|age)?s?|adolescents?|young (?:adults?|people|readers)|ya|high[\s-]?schoolers?)"
)
_ITEMS = r"(?:books?|novels?|fiction|titles?|reads?|section|edition|version)"
_BOOKS = rf"(?:{_ITEMS}\b|(?=(?:\w+\s+{_ITEMS}|romances?|thrillers?|stories|audio-?books?|e-?books?|magazines?|films?|movies?|dvds?|comics?)\b))"
_FOR = r"\b(?:suitable\s+)?for\s+(?:(?:a|an|my|our|the|his|her|some|young|small|little|younger|older)\s+)*"
_OWN = r"\b(?:my|our)\s+(?:\w+\s+)?"
_DOES = r"(?=\s+(?:is|are|who|and|just|really|loves?|likes?|wants?|enjoys?|needs?|has|have)\b)"
_ONLY = r"^\W*(?:(?:only|just|no|not|the|any|some)\s+)*"

_CLASS = "[一二三四五六低中高]年级"  # at primary school
_PUPIL = "(?:孩子|小朋友|女儿|儿子|[男女]孩子?|娃)"
_KIND = "(?:(?:的|类)?(?:(?:课外)?(?:图?书|读物)|文学(?=$|的|作品|名著|经典|[有吗推，。？！ ])|区|版)|(?:的|类)?(?=绘本|图画书|小说|故事|漫画|电影|动画|诗|科普|百科|作品|杂志))"
_GIVEN = "(?:给|适合|为|供|让|陪|帮|送)[^，,。《]{0,6}?"
_AT_ONCE = "(?=[看读听用]|的?$|[，,。？！ ])"
# Not what the grown-ups around them read about: 孩子不听话, 孩子的教育.
_PERSON = "(?!们?的?(?:心理|教育|成长|性格|发育|睡眠|叛逆|沉迷|不|注意力|情绪|行为|安全|营养|健康|权利|习惯|厌学|拖延|青春期|成绩|哭|发烧|生病))"
_READS = "(?=[^，,。《]{0,6}(?:看|读|听|玩|爱|喜欢|想|迷|上[小一二三四五六]|今年|年级|岁|借|睡前|识字|启蒙))"

_READS_IT = Rule("(?:(?:能|可以|适合|会)?[看读听](?:得懂)?的)?", flags=0)


def _chinese(formal: str, person: str = "") -> tuple[str, ...]:
    """Groups of readers by their name (儿童), or by a word for a child whom one has (孩子)."""
    ways = [f"(?:{formal}){_KIND}", f"{_GIVEN}(?P<given>{formal}){_AT_ONCE}"]
    ways += [
        f"(?:{formal})(?=(?:能|可以|适合)?[看读听])",
        f"(?:^|[不只]?要|换成|改成|不看|除了)(?P<only>{formal})(?:的|类)?(?:呢|吧|吗)?$",
    ]
    if person:
        ways += [f"(?:{person}){_PERSON}{_READS}", f"{_GIVEN}(?P<whom>{person}){_PERSON}"]
        ways += [f"(?:{person})(?={_KIND})", f"^(?:{person})的?$", f"(?<=岁的)(?:{person})"]
    return tuple(ways)


_AUDIENCES = (
    ("preschool", Rule(
        rf"{_FOR}{_BABY}\b|\b{_BABY}\s+{_BOOKS}|{_OWN}{_BABY}{_DOES}|{_ONLY}{_BABY}\W*$|\bboard books?\b|\bpre-?school\s+{_BOOKS}",
        "[上读念在](?:今年|现在)?(?:幼儿园)?[小中大]班(?=[，, ]|$)",
        *_chinese("婴?幼儿园?|学龄前(?:儿童)?", f"宝宝|婴儿|(?:幼儿园)?[小中大]班(?:的?{_PUPIL})?(?=的|[看读能]|可以|适合|，|,| |$)"),
        "亲子(?:共读|阅读)的?",
    )),
    ("young_adult", Rule(
        rf"{_FOR}{_TEEN}\b(?:\s+(?:son|daughter))?|\b{_TEEN}\s+{_BOOKS}|{_OWN}{_TEEN}(?:\s+(?:son|daughter))?{_DOES}|{_OWN}teenage\s+\w+|{_ONLY}{_TEEN}\W*(?:please)?\W*$|\bya\b|{_FOR}(?:high|secondary) school\b",
        f"[上读念](?:了)?(?:初中|高中|中学)了?(?:的?{_PUPIL})?(?=的(?!时)|[看读找想喜爱，, ]|$)",
        *_chinese("青少年|少年(?!宫)|初中|高中", "初中生|高中生|中学生|(?:初|高)[一二三](?:的?(?:学生|孩子))?(?=的|看|读|，|,| |$)"),
    )),
    ("adult", Rule(
        rf"{_FOR}(?:adults?|grown[- ]?ups)\b|\badults?\s+(?=books?|fiction|novels?|section)|{_ONLY}(?:adults?|grown[- ]?ups)\W*$",
        *_chinese("大人|成人|成年人"),
    )),
    ("children", Rule(
        rf"{_FOR}{_CHILD}\b|\b(?:children|kid)['’]?s['’]?\s+{_BOOKS}|\bkids?\s+{_BOOKS}|\bchildren['’]?s literature(?=\W*$)|{_OWN}(?:kids?|child(?:ren)?|little (?:one|boy|girl)|grand-?kids?){_DOES}|{_ONLY}(?:kids?|children)['’]?s?\W*(?:please)?\W*$|\bjuvenile(?=\s+(?:books?|fiction))|\bprimary school(?:ers?)?\b|\bfor (?:all )?(?:the|my|our) (?:whole )?family(?=\W*(?:$|[,.;]|please|to (?:watch|see|read)))|\bfamily(?=[\s-]+(?:friendly\s+)?(?:films?|movies?|dvds?|audio-?books?)\b)",
        "合家欢(?=电影|片|动画|的)|家庭(?=电影|片)|(?:适合)?(?:全家人?|一家人|一家老小)(?:一起|能|可以)*看的(?=电影|片|动画)",
        "(?:小?孩子?|儿子|女儿|小朋友|娃)(?=.{2,20}(?:适合|给)[他她]们?(?:[看读])?的)",
        "(?:在|正在)?(?:[上读念在]|(?<=[儿女孩]子)|(?<=女儿))(?:今年|现在)?(?:小学)?[一二三四五六]年级(?=[，, ]|$)",
        *_chinese("儿童|少儿", f"小孩子?|孩子们?|小朋友们?|小学生|(?:小学)?{_CLASS}(?:的?(?:小?学生|{_PUPIL}))?(?=的|[看读找想有]|推荐|喜欢|课外|，|,| |$)"), "童书",
    )),
)  # fmt: skip
_TOPIC_BEFORE = Rule(
    r"\b(?:about|on|of|with|having|raising|parenting|teaching|how to \w+)\s+(?:\w+\s+)?$",
    "(?:关于|教育|养育|跟|与|和|(?:怎么|如何|怎样|学会?)[带教养管哄陪]好?)$",
)
# "Space for children" is for them; "caring for children" is about them.
_CARE_BEFORE = Rule(
    (
        r"\b(?:car(?:e|ing)|provid(?:e|ing)|look(?:ing)? out|responsib\w+|advocat\w+"
        r"|safeguarding)\s+$"
    ),
)


_SCHOOL = Rule(  # that a child of the reader's goes to school
    rf"\b(?:my|our)\s+(?:[\w'’-]+\s+){{0,2}}?{CHILD}\b(?![^.?!]*\b(?:high|secondary) school)[^.?!]{{0,80}}?"
    r"\b((?:at|for) school|in class|homework|school project)\b"
)
_DENIED = Rule(r"^\W*(?:(?:only|just|the|any|some)\s+)*(?:no|not)\b")
_PICTURES = Rule(r"\b(?:picture|story)\s?books?\b", "故事书(?!店|包|架)")


def audiences(text: str) -> Iterator[Found]:
    """audience, as records name it; "children" whose age is told are of that age."""
    ages = list(told_ages(text))
    yield from ages
    told = {"children": ages[0].value} if ages else {}
    for name, pattern in _AUDIENCES:
        for hit in pattern.finditer(text):
            yield from _reader(text, told.get(name, name), hit)
    if not ages:
        yield from _implied(text)


def _implied(text: str) -> Iterator[Found]:
    """Readers whom nothing names; of picture books the words stay, they are looked for as well."""
    for hit in _SCHOOL.finditer(text):
        yield Found("audience", "children", *hit.span(1))
    if (book := _PICTURES.search(text)) and not any(of.search(text) for _, of in _AUDIENCES):
        for name in ("preschool", "children"):
            yield Found("audience", name, book.end(), book.end(), is_negated(text, book.start()))


def _reader(text: str, name: str, hit: re.Match[str]) -> Iterator[Found]:
    about = _CARE_BEFORE if hit[0].lower().startswith("for") else _TOPIC_BEFORE
    if not about.search(text, 0, hit.start()):
        group = next((key for key, told in hit.groupdict().items() if told), 0)
        start, end = hit.span(group)
        end += len(_READS_IT.match(text, end)[0])  # type: ignore[index]
        denied = bool(_DENIED.search(hit[0])) or is_negated(text, hit.start())
        yield Found("audience", name, start, end, denied or is_negated(text, start))
