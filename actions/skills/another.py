"""What stays of a search when something else takes the place of its topic: 杜甫呢, 英语呢."""

from __future__ import annotations

import re
from typing import Any

from msgspec.structs import replace

from actions import having
from actions.ask import Ask
from actions.session import Frame
from actions.signs import asking, listing
from assistant.engine.understanding.countries import is_country
from assistant.engine.understanding.plain_words import content
from index.text import Rule, has_han, simplify

_STAY = ("audiences", "languages", "formats")
_READ = {"book", "ebook", "audiobook", "large_print", "braille"}  # forms that books have
_BOOKS = Rule(r"\b(?:books?|novels?)\b", "书(?!法|籍装帧)|小说")
_TONGUE = Rule(  # that is learnt
    "汉语|英语|法语|德语|西班牙语|意大利语|葡萄牙语|俄语|日语|韩语|粤语|阿拉伯语|拉丁语|希腊语",
    r"\b(?:chinese|english|french|german|spanish|italian|portuguese|russian|japanese|korean|arabic|latin|greek)\b",
)
_OWNED = Rule("[一-鿿]+的([一-鿿]{1,3})", flags=0)  # 李清照的词, 猫的绘本
_SOMEWHERE = re.compile(r"(?P<what>.+ (?:in|of|from))(?: the)? (?P<place>.+)", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"\W*(?:(?:and|or|but|what about|how about)\s+)(?:(?:in|of|from|the)\s+)*"
    r"(?P<place>[^?!.,]+?)\W*",
    re.IGNORECASE,
)
_PERSON = Rule(r"\b(?:you|me|us|him|her|them)\b", "[你您我他她它]|^\\W*人呢|馆员")
_OF_ANYTHING = Rule(
    "it|this|that|these|those|others?|ones?|then|next|today|tomorrow|now|here|there|which|why"
    "|the|price|cost|author|cover|ending|rest|else|more|so|not|kids|children|adults|me|beginners",
    "然后|后来|接下来|(?:其他|其它|别|另外|这|那|哪|什么|剩下|后面|前面|新|旧|大|小|好|贵|便宜).*"
    "|下一?[页批]|上一?[页批]|更多|其余|后面|下面|作者|译者|结局|封面|价格|价钱|地址|位置|时间|[今明后昨]天|孩子|儿童|小孩|大人|成人|老人",
)
_WHAT_OF = Rule(
    r"\W*(?:(?:and|or|what|how|about|for|on) )+([a-z]+)\W*",
    "\\W*(?:那|换成|换|还有|和)*([一-鿿]{1,5}?)(?:的)?(?:呢|也?有吗)\\W*",
)


def of_kind(text: str, before: Frame, words: str, kept: dict[str, Any]) -> Frame | None:
    """The same kind of work by or on something else: 杜甫呢, after 李白的诗."""
    if not asking.GOES_ON.search(text) or listing.KIND_OF_WORK.search(words):
        return None
    if owned := _OWNED.fullmatch(before.text):
        return Frame(text=f"{words}的{owned[1]}", filters=kept, asked=True)
    kind = listing.KIND_OF_WORK.search(before.text)
    if kind is None or kind[0] == "小说":
        return None  # of stories a theme may be named
    rest = before.text.replace(kind[0], "", 1).strip(" 的")
    if not rest and "authors" in before.filters:
        return Frame(text=kind[0], filters={**kept, "authors": [words]}, asked=True)
    if not (has_han(rest) or content(rest)):
        return None
    return Frame(text=both(kind[0], words), topical=before.topical, filters=kept, asked=True)


def named(text: str) -> bool:
    """Whether a message is "what about dogs", 狗呢: a topic after a list, whatever else it says."""
    said = _WHAT_OF.fullmatch(text)
    return bool(said) and not _PERSON.search(text)


def topic(text: str) -> str:
    """The topic that "what about dogs" or 狗的呢 goes on to, and of nothing else."""
    said = _WHAT_OF.fullmatch(text)
    words = (said[1] or said[2]) if said else ""
    return "" if _PERSON.search(text) or _OF_ANYTHING.fullmatch(words) else words


def of_a_people(text: str, before: Frame) -> Frame | None:
    """The cooking or the like of a people: "italian" after cookbooks is no language."""
    named = listing.A_PEOPLE.fullmatch(text)
    if named is None or not listing.OF_A_PEOPLE.search(before.text):
        return None
    topic = f"{named[1]} {listing.PEOPLES.sub('', before.text).strip()}"
    return Frame(text=topic, topical=before.topical, filters=staying(before), asked=True)


def of_a_place(ask: Ask, before: Frame) -> Frame | None:
    """The same in another country: "what about Pakistan", after women in India."""
    was, now = _SOMEWHERE.fullmatch(before.text), _ELSEWHERE.fullmatch(ask.text)
    named = {one.name for one in ask.entities} - {"query"}
    if now is None or named or not is_country(now["place"]):
        return None
    if set_there := having.in_another(before.filters.get(having.FILTER, ()), now["place"]):
        filters = {**before.filters, having.FILTER: [set_there]}
        return replace(before, filters=filters, shown=[], page=0)
    if was is None or not is_country(was["place"]):
        return None
    return Frame(text=f"{was['what']} {now['place']}", filters=before.filters, asked=True)


def in_tongue(text: str, before: Frame) -> Frame | None:
    """The search at hand for another language that is learnt: 日语学习, 英语呢."""
    said = _WHAT_OF.fullmatch(text)
    learning = simplify(before.text)
    learnt = _TONGUE.search(learning) if said else None
    if said is None or learnt is None or not _TONGUE.fullmatch(said[1] or said[2]):
        return None
    topic = _TONGUE.sub(said[1] or said[2], learning, 1)
    return Frame(text=topic, topical=before.topical, filters=staying(before), asked=True)


def staying(before: Frame, words: str = "", said: str = "") -> dict[str, Any]:
    """The readers, languages and forms that were asked for; a language that is named now is
    another topic: "and english for beginners", of books in Portuguese; and books are no films."""
    gone = set(before.without) | ({"languages"} if _TONGUE.match(words) else set())
    gone |= other_forms(said, before.filters)
    return {k: v for k, v in before.filters.items() if k in _STAY and k not in gone}


def other_forms(said: str, filters: dict[str, Any]) -> set[str]:
    """The filter by forms, where it is of films or the like, and books are named now."""
    books = _BOOKS.search(said) and not _READ & set(filters.get("formats", ()))
    return {"formats"} if books else set()


def both(before: str, words: str) -> str:
    """ "vegetarian cookbooks", 科幻 太空."""
    if listing.KIND_OF_WORK.fullmatch(words):  # one kind takes the place of another: 散文，短篇呢
        before = " ".join(listing.KIND_OF_WORK.sub(" ", before).split())
    last = has_han(words) or words.startswith(("for ", "with ", "in ", "on ", "about "))
    if set(words.casefold().split()) <= set(before.casefold().split()):
        return before  # "any poetry then", of poetry
    return (f"{before} {words}" if last else f"{words} {before}").strip()
