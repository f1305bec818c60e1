"""What the tagger says of a message's words, beside what the rules read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from assistant.engine.understanding.alike import liked
from assistant.engine.understanding.found import Found, is_negated
from assistant.engine.understanding.marked import Tagged
from assistant.engine.understanding.named import Named
from assistant.engine.understanding.plain_words import content, names_something
from assistant.engine.understanding.plain_words_chinese import names
from assistant.engine.understanding.plots import plot
from assistant.engine.understanding.untold import LIKED_BY, UNTOLD
from index.text import Rule, has_han

_GLUE = Rule(  # what may stand within a topic or title, unmarked: no wish, nor whose it is
    (
        r"\W{0,2}(?:(?!(?:by|books?|films?|want\w*|wish\w*|need\w*|look\w*|read\w*|find\w*|like\w*"
        r"|love\w*|something|anything|about|on|but|not|no|without|except|i|we|he|she|my|our)\b)[^\W\u3400-\u9fff]+(?:['’][a-z]+)?[ -]{1,2}){0,4}"
    ),
    "[的之与和·A-Za-z]?",
)
_ENDS = Rule(r"[,.!?;:，。！？；：、…《》\n]|[-–—] ", flags=0)
_LINK = Rule(
    r"(?:\b(?:doi|link|url)(?:\s+is\b|\s*[:：=是为])?\s*)?(?:https?:\S+|\bwww\.\S+|\b10\.\d{4,}/\S+)"
)
# Chosen in five-fold cross-validation: of the surest word, how much more must speak for likeness
# where none is spoken of, what all words gain where none is sure, and how unsure a word may be that
# stands beside a sure one.
_SURE, _UNSPOKEN, _FAINT, _HOLD = 0.5, 2.5, 0.2, 0.05
_SOUGHT = 0.5  # the same gain in a message that is a search: it names something
_LIKENESS = Rule(
    (
        r"\blikes?\b|similar|\bloved?\b|enjoy|ador|finish|\b(?:read|reading|after|fans?|vein|style|same|types?|into|watche?d?|seen)\b"
        r"|alike|devour"
    ),
    "类似|相似|像|喜欢|完|[看读追听]过|那种|那样|一样|差不多|同类|风格|接近|粉|爱看|还有|别的|其他|更多",
)
_ONE = Rule(r"\b(?:the|that) [\w'’-]+ one\b")  # of what is shown: "the atwood one"
_SIGN = r"[\s,.;:!?\-–—，。！？；：、…()（）《》「」『』“”\"'‘’]"
_BEFORE = re.compile(
    rf"{_SIGN}*(?:(?:of|about)\b{_SIGN}*|的|讲(?![座义道述解话师坛堂稿究]|台(?!湾)))?",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"(?:\s+books?|的书?|了)?{_SIGN}*$", re.IGNORECASE)
_THE = re.compile(r"\bthe\s+$", re.IGNORECASE)
_NOVELS = re.compile(r"\s+(?:novels?|stories|fiction)\b|(?<=历史)小说", re.IGNORECASE)
_WAR = re.compile(r"(?<=world war)\s+(?:[12]|ii?)\b", re.IGNORECASE)
_OF_WAR = re.compile(r"world war\b", re.IGNORECASE)
_WHICH_WAR = re.compile(r"\b(?:first|second)\s+$", re.IGNORECASE)
# Picture books, of which a language is said.
_PICTURES = Rule("(?<=[文语])(?:绘本|图画书)|双语(?:绘本|图画书)", flags=0)
# The subject that a clause asks for by the name of it; what other clauses tell is the reader's story.
_SUBJECT = Rule(
    "以(?P<set>[^，,。；;？?！!以]{2,10}?)作?为(?:故事)?背景",
    "(?:有没有|有|[找借看]|推荐)(?:一?些|点|几?[本些]|一[本下])*(?P<subject>[^，,。；;？?！!的几本]{1,10}?)方面的?(?:书籍?|图书|资料|小说)",
    flags=0,
)
# A kind of book named and no more, of which no word may be marked: 有没有字帖, 科普书呢.
_BARE = Rule(
    "^\\W*(?:那|你们|馆里|还|请问)*(?:有没有|有|要|想[要看借找]|[找看])?(?P<bare>[一-鿿]{2,4}?)类?的?书?(?:呢|[吗嘛么]|有吗|有没有)+\\W*$",
    "^\\W*(?:那|就|只|还是|想|给[他她我])*(?:[要看]|来点|来本|换成?|改成|找)(?P<want>长篇|中?短篇|散文|诗集|传记|童话|寓言|科普|绘本|字帖)类?的?书?(?:吧|就行|也行|也可以|呢)*\\W*$",
    "^\\W*(?:那|你们|馆里|还|请问)*有没有(?P<held>[一-鿿]{2,4}?)类?的?书?\\W*$",
    flags=0,
)
_KIND_ALONE = Rule("长篇|中?短篇|散文|诗歌|诗集|传记|杂文|童话|寓言|科普|绘本|漫画|字帖", flags=0)
_FILMS_SUCH = Rule(r"\bdocumentar(?:y|ies)\b", "纪录片|(?:动画|卡通)(?=片)|电视剧|连续剧")
# The work that another is to be like, by the words on both sides of it: 类似三体的书, 跟活着差不多的小说.
_KIND = "[^，,。；;？?！!的\\s]{0,5}(?:书籍?|图书|小说|故事|电影|漫画|绘本|作品|散文|诗集|作家)"
_ALIKE = Rule(
    f"(?:类似于?(?![的这那])(?P<work>[^，,。；;？?！!《]{{1,15}}?)(?:[那这一]样|[那这]种)?"
    "|除了(?![这那它他她])(?P<but>[^，,。；;？?！!《]{2,15}?)(?:以外|之外)?(?:，|,)?还?有(?:没有|什么|哪些|别的|其他)*(?:类似|差不多|同类)"
    "|[跟和与同像](?![我你您他她它这那上样])(?P<beside>[^，,。；;？?！!《]{1,15}?)"
    "(?:差不多|类似|相似|相近|[那这一]样|[那这]种|同一?类型?))"
    f"(?P<of>的{_KIND}|的?)(?=[吗嘛呢有还\\W]|$)",
    flags=0,
)
_IN = re.compile(r"in\s", re.IGNORECASE)  # sapiens in Chinese
_AT = re.compile(r"\s+(?:at|in|from)\s+(?:the\s+)?(?!.*\b(?:at|in|from)\s)", re.IGNORECASE)
_SHORT = re.compile(r"short\s+(?=(?:novels?|books?|reads?)\b)", re.IGNORECASE)
_A_BOOK = re.compile(  # 找本治愈的, 借一下村上的书, 有无张爱玲的书
    "(?<=[找来借看荐要有])本(?![草能色地国田科质人雅])(?=.)|(?<=[找借看查]一)下(?=.)|(?<=有)[无無](?=.*[的嘅].{0,3}[书書])"
)
_GOT = re.compile(r"got\s+(?=\w)", re.IGNORECASE)
_HAVE = Rule(
    r"\b(?:(?:have|has|haven['’]?t) (?:you|u|they|we|the library)(?: guys)?|you(?:['’]?ve)?)\s+$"
)
_OF = Rule(r"(?:\b(?:of|and|in|on|for|the)|[的与和])\s*$")
_WORD = re.compile(r"\w{5}|\w[+#]")  # that is a topic, though many ask with it: "teachers", C++
_LETTERS = Rule(r"[\u3400-\u9fff]|\w[\w+#]", flags=0)
# What is but a word where it stands within a topic; "available" limits all the same.
_INSIDE = {
    *("year_from", "year_to", "language", "audience", "format", "ordinal"),
    *("weekday", "date", "time", "part_of_day"),
}
_SIMILAR = Rule(
    r"\b(?:similar|such)\s+$", "(?:类似|相似|差不多|同类|这种|那种|这样|那样)的$"
)  # 类似的推理
# A title between asking and whose it is: "have you got Spare by Prince Harry".
_BY_SOMEBODY = Rule(
    (
        r"^\W*(?:(?:hi|hello|hey|please|so|and|ok(?:ay)?)\W+)*(?:(?:do|have) (?:you|u|they)(?: guys)?(?: have| got)?"
        r"|is there|i(?:['’]m| am) (?:after|looking for)|i (?:want|need)|looking for|got)\s+"
        r"(?P<title>(?!(?:latest|newest|recent|first|last|early|late|stuff|works?|writings?|essays|letters|stor(?:y|ies))\b)"
        r"[\w'’-]+(?: [\w'’-]+){0,3}?)\s+(?:written\s+)?by\s+$"
    ),
)
# How a letter begins and ends; the name under it is nobody's book.
_LETTER = (
    Rule(
        r"^\W*(?:dear|to)\s+(?:sirs?|madam|librarians?|library|team|staff|all|whom it may concern|mr|mrs|ms|dr)\b[^,.:;\n!]{0,40}[,.:;\n!]",
        "^(?:尊敬|敬爱|亲爱)的[^，,：:。\n]{1,12}[，,：:。\n]",
    ),
    Rule(
        (
            r"(?<=[.!?,;\n])\s*(?:(?:with|all|my)\s+)*(?:(?:kind(?:est)?|best|warm(?:est)?|many|much)\s+"
            r"(?:regards|wishes|thanks)|regards|yours(?:\s+(?:sincerely|faithfully|truly|etc))?|sincerely(?:\s+yours)?"
            r"|respectfully|many thanks|thanks(?: so much| very much| in advance)?"
            r"|thank you(?: so much| very much| in advance| kindly)?|cheers)\b[\s,.!-]*"
            r"(?:(?:(?:mrs?|ms|miss|dr|prof)\b\.?\s*)?(?-i:[A-Z])[\w.'’-]*(?:\s+(?-i:[A-Z])[\w.'’-]*){0,3})?[\s.]*$"
        ),
        "(?<=[，,。！!？?\n ])\\s*(?:此致|敬上|顺颂|顺祝|祝好|祝您|祝你|盼复|期待您?的?回复)[^？?]{0,40}$",
        "(?<=[，,。！!？?\n ])\\s*(?:非常|十分|先)?(?:谢谢|感谢|多谢)[^？?，,。]{0,6}[\\s，,。！!]+[^\\s？?，,。有没找]{2,6}(?:敬上|上)?\\s*$",
    ),
)


class Scored(NamedTuple):
    """The chance that `text[start:end]` is there for each kind."""

    start: int
    end: int
    rest: float
    query: float
    like: float

    @property
    def sure(self) -> float:
        return self.query + self.like - self.rest


def joined(text: str, words: Iterable[Scored], sought: bool = False) -> list[Tagged]:
    """Runs of words that are no rest, over the little words that hold a title or a topic together.

    `sought` is whether the message is a search. A run is of the kind that its words speak for; for
    a likeness more must speak where none is spoken of. What is denied is not searched for; what is
    far less sure than the surest is a word of the reader's story.
    """
    naming = list(_naming(text, words))
    wanted = _wanted(text, naming) or _wanted(text, _lifted(text, naming, sought))
    surest = max((word.sure for run in wanted for word in run), default=0.0)
    whole = [run for run in wanted if max(word.sure for word in run) >= _SURE * surest]
    return [_as_one(text, run) for run in whole] or _bare(text, sought)


def _bare(text: str, sought: bool) -> list[Tagged]:
    """The kind that a short message names and nothing else; of what is no search only a sure one."""
    hit = _BARE.search(text)
    at, end = hit.span(hit.lastgroup or 0) if hit else (0, 0)
    kind = text[at:end]
    surely = names(kind) and (sought or _KIND_ALONE.fullmatch(kind))
    return [Tagged("query", at, end)] if surely else []


def _wanted(text: str, words: Iterable[Scored]) -> list[list[Scored]]:
    return [run for run in _runs(text, words) if not is_negated(text, run[0].start)]


def _lifted(text: str, words: Iterable[Scored], sought: bool) -> list[Scored]:
    """The words that are more than asking, each a little surer."""
    gain = _SOUGHT if sought else _FAINT
    return [
        word._replace(rest=word.rest - gain)
        for word in words
        if names_something(text[word.start : word.end])
    ]


def _runs(text: str, words: Iterable[Scored]) -> list[list[Scored]]:
    runs: list[list[Scored]] = []
    for word in words:
        if word.sure <= -_HOLD:
            continue
        last = runs[-1][-1] if runs else None
        between = text[last.end : word.start] if last else ""
        if last and (not between.strip() or (_alike(last) == _alike(word) and _holds(between))):
            runs[-1].append(word)
        else:
            runs.append([word])
    return [run for run in runs if any(word.sure > 0 for word in run)]


def _naming(text: str, words: Iterable[Scored]) -> Iterator[Scored]:
    """Words that may name a thing: no sign or link, not at a letter's ends, told by some record."""
    asides = [
        hit.span()
        for sign in (*_LETTER, _LINK, _ONE, UNTOLD, LIKED_BY)
        for hit in sign.finditer(text)
    ]
    for word in words:
        aside = any(start <= word.start < end for start, end in asides)
        if not aside and _LETTERS.search(text[word.start : word.end]):
            yield word


def _alike(word: Scored) -> bool:
    return word.like > word.query


def _as_one(text: str, run: list[Scored]) -> Tagged:
    start, end = run[0].start, run[-1].end
    needed = 1.0 if _LIKENESS.search(text) else _UNSPOKEN
    alike = sum(one.like for one in run) > needed * sum(one.query for one in run)
    return Tagged("like" if alike and not _SIMILAR.search(text[:start]) else "query", start, end)


def _holds(between: str) -> bool:
    return not _ENDS.search(between) and bool(_GLUE.fullmatch(between))


def beside(
    text: str, found: Sequence[Found], tagged: Sequence[Tagged], work: Named | None = None
) -> list[Found]:
    """The rules' entities, then `like` and `query` as tagged; a work named outright is one of them.

    A limit that is but a word within a topic is none: "the 1926 strike".
    """
    told = [_trimmed(text, one, found) for one in (tagged if work else _likened(text, tagged))]
    likes = [one for one in told if one.kind == "like" and one.start < one.end]
    topics = [one for one in told if one.kind == "query"]
    if work:
        whole = Tagged("query", work.start, work.end)
        like = [whole._replace(kind="like") for one in likes if _meet(one, whole)]
        likes, topics = like or likes, _beside(whole, topics) if like else [whole]
    topics = _of_a_plot(text, topics)
    topics = [one for one in _of_subject(text, topics) if _says_more(text, one, found)]
    topics = topics or ([] if likes else _by_somebody(text, found))
    if pictures := _PICTURES.search(text):  # of which a language, or half of 双语, was taken off
        others = [
            one for one in topics if one.start >= pictures.end() or one.end < pictures.start()
        ]
        topics = others or [Tagged("query", *pictures.span())]
    kept = [one for one in found if not (one.entity in _INSIDE and _is_part(one, topics))]
    named = [one for one in kept if one.entity == "author"]
    alike = [one for one in likes if not any(_meet(one, other) for other in named)]
    searched = [one for one in topics if not any(_limits(other, one) for other in kept)]
    searched = searched or ([] if alike else _films_such(text))
    return [*kept, *(_found(text, one) for one in (*alike[:1], *searched))]


def _films_such(text: str) -> list[Tagged]:
    """The kind of films, where no more is named: it is a form and a topic too."""
    kind = _FILMS_SUCH.search(text)
    return [Tagged("query", *kind.span())] if kind else []


def _likened(text: str, tagged: Sequence[Tagged]) -> list[Tagged]:
    """What is tagged, with the work that another is to be like as it is told."""
    if read := liked(text):
        work = Tagged("like", *read.span("work"))
        return [work, *(one for one in tagged if not _meet(one, work))]
    hit = _ALIKE.search(text)
    if hit is None:
        return list(tagged)
    work = Tagged("like", *next(hit.span(one) for one in ("work", "beside", "but") if hit[one]))
    if not (hit["but"] or any(_meet(one, work) for one in tagged)):
        return list(tagged)  # what stands after 除了 is denied, and not tagged
    of = hit.end("of") - len(hit["of"]) + 1 if hit["of"] else hit.end()
    cut = [one._replace(start=max(one.start, of)) for one in tagged if one.end > of]
    return [work, *cut]


def _of_a_plot(text: str, topics: list[Tagged]) -> list[Tagged]:
    """All that is told to happen in a book, where some words of it were tagged."""
    if not topics or (told := plot(text)) is None:
        return topics
    return [Tagged("query", *told), *_beside(Tagged("query", *told), topics)]


def _of_subject(text: str, topics: list[Tagged]) -> list[Tagged]:
    """The topics of the clause that names a subject; the subject, where others alone are tagged."""
    asked = _SUBJECT.search(text)
    if asked is None or not topics or "《" in text:
        return topics
    span = Tagged("query", *asked.span("set" if asked["set"] else "subject"))
    met = [] if asked["set"] else [one for one in topics if _meet(one, span)]
    return met or [span]


def _by_somebody(text: str, found: Sequence[Found]) -> list[Tagged]:
    """The title before its author, where no word of it was sure to be one."""
    names = [one for one in found if one.entity == "author"]
    hit = _BY_SOMEBODY.match(text[: names[0].start]) if names else None
    if hit is None or not content(hit["title"].split()[0]):
        return []
    title = Tagged("query", *hit.span("title"))
    return [] if any(_meet(title, one) for one in found) else [title]


def _beside(one: Tagged, others: Iterable[Tagged]) -> list[Tagged]:
    return [other for other in others if not _meet(one, other)]


def _found(text: str, one: Tagged) -> Found:
    return Found(one.kind, text[one.start : one.end], one.start, one.end)


def _trimmed(text: str, topic: Tagged, found: Iterable[Found]) -> Tagged:
    """Without an author or a form at its ends, and what else is no topic there.

    李白的诗, 瑜伽dvd, "scary books", "sapiens in Chinese". Novels belong to their topic.
    """
    start, end = _within_limits(text, topic, found)
    end -= len(_AFTER.search(text, start, end)[0])  # type: ignore[index]
    start += len(_BEFORE.match(text, start, end)[0])  # type: ignore[index]
    if a_book := _A_BOOK.match(text, start):
        start = min(a_book.end(), end)
    if _HAVE.search(text[:start]) and (got := _GOT.match(text, start, end)):
        start = got.end()  # of a question: have you got The hobbit
    if topic.kind == "query" and (short := _SHORT.match(text, start)):
        start = short.end()  # how long it is, and no topic
    if topic.kind == "query" and (article := _THE.search(text, 0, start)):
        start = article.start()  # of a title: The hobbit
    if topic.kind == "query" and start < end and (kind := _NOVELS.match(text, end)):
        end = kind.end()
    if _OF_WAR.match(text, start) and (which := _WHICH_WAR.search(text, 0, start)):
        start = which.start()
    if number := _WAR.match(text, end):
        end = number.end()
    return topic._replace(start=min(start, end), end=end)


def _within_limits(text: str, topic: Tagged, found: Iterable[Found]) -> tuple[int, int]:
    start, end = topic.start, topic.end
    for one in found:
        if one.entity == "branch" and end <= one.end and (at := _AT.search(text, start, one.end)):
            end = min(end, at.start())
        elif start <= one.start < one.end <= end:
            start, end = _beside_one(text, one, start, end)
    return start, end


def _beside_one(text: str, one: Found, start: int, end: int) -> tuple[int, int]:
    """Where a topic begins and ends without a limit that stands at one of its ends."""
    whose = one.entity in ("author", "literature")
    if one.start == start and (whose or text[: one.end].endswith("馆")):
        return one.end, end
    if one.start == start and one.entity == "format" and text[one.end : end].startswith("的"):
        return one.end + 1, end  # 大字的三国演义
    if one.end != end:
        return start, end
    ends = (whose or one.entity == "format") and not _OF.search(text[start : one.start])
    if (ends and start < one.start) or (one.entity == "language" and _IN.match(text, one.start)):
        return start, one.start
    return start, end


def _says_more(text: str, topic: Tagged, found: Iterable[Found]) -> bool:
    """Whether a topic says anything beside what limits already: not so "kids' audiobooks"."""
    spans = [(one.start, one.end) for one in found]
    free = (at for at in range(topic.start, topic.end) if not any(a <= at < b for a, b in spans))
    left = "".join(text[at] for at in free)
    return names(left, 1) if has_han(left) else bool(content(left) or _WORD.search(left))


def _is_part(one: Found, topics: Iterable[Tagged]) -> bool:
    return any(topic.start <= one.start and one.end <= topic.end for topic in topics)


def _limits(one: Found, topic: Tagged) -> bool:
    """Whether words of the topic are a limit's own, which is no mere word within it."""
    within = topic.start <= one.start and one.end <= topic.end
    return _meet(topic, one) and not within


def _meet(one: Tagged, other: Tagged | Found) -> bool:
    return one.start < other.end and other.start < one.end
