"""What books are wanted on, where a service of ours is on it too, or a trouble is told in place of
a topic."""

from __future__ import annotations

import re
from dataclasses import replace

from actions.ask import Ask, Entity
from actions.session import Session
from actions.signs import listing, wishes
from assistant.engine.understanding.plain_words import content, names_something
from index.text import Rule, has_han

_CLAUSES = re.compile(
    r"[,.;!?，。；！？]+|\s[-–—]+\s|\b(?:so|and)\b(?= (?:do|have|are|any|what|can))"
)
_PLEASE = re.compile(r"\s+(?:please|pls|thanks)\s*$", re.IGNORECASE)
SHORT, HAN_SHORT = SHORTS = ("short stories", "短篇小说")
_HAN_SHORT_STORY = Rule("(?:短篇)?(?:小说|故事)?(?:合?集)?", flags=0)
_SHORT_STORY = {"short", "story", "stories", "collection", "collections", "of"}
_MOST, _HAN_MOST = 4, 8  # words or characters of a trouble that can be searched for
_HOW_TO = Rule("怎[么样]|如何", flags=0)
_PLACE = Rule(
    "\\W*(?:那|就|还是|想)*(?:只?要|只看|[要看]|换成?|有没有|有)*(法国|德国|英国|美国|意大利|西班牙|俄国|俄罗斯|苏联|日本|韩国|印度|中国|希腊|埃及|土耳其"
    "|爱尔兰|加拿大|澳大利亚|欧洲|北欧|非洲|拉美|亚洲|香港|台湾|上海|北京|伦敦|巴黎)的?(?:呢|吗|吧|有吗|有没有|就行|也行)*\\W*",
    flags=0,
)
_UNREAD = ("out_of_scope", "nonsense")
_SUCH = Rule(  # what a list is to be on, and no more: 离婚的, after books on law
    "\\W*(?:那|要|想要|有没有|有|只要|换成?)*([一-鿿]{2,4})的(?:呢|吗|有吗)*\\W*", flags=0
)
_ASKS = Rule(  # in a question, what it is on left over
    "怎么|怎样|如何|开始|可以|能不能|能|有没有|有|在哪里?|哪里|查|办|你们|图书馆|帮我?|我|想|要|吗|呢|[?？，。！]",
    flags=0,
)


def plainly(ask: Ask) -> bool:
    """Whether books on a topic are asked for and no service: "books on starting a business"."""
    if wishes.SHORT_STORIES.search(ask.text):
        return not ask.taught
    named = any(sign.search(ask.text) for sign in (wishes.BOOKS_ON, wishes.BY_SUCH))
    return bool(ask.query) and not ask.taught and named


def short_stories(ask: Ask, text: str) -> str:
    """The kind of work, where no more than that is wanted; other words as they are."""
    wanted = not ask.pressed and wishes.SHORT_STORIES.search(ask.text)
    if wanted and has_han(ask.text) and _HAN_SHORT_STORY.fullmatch(text):
        return HAN_SHORT
    return SHORT if wanted and set(text.casefold().split()) <= _SHORT_STORY else text


def learnt(ask: Ask, text: str) -> str:
    """What is to be learnt: guitar in "i want to learn guitar", 吉他 of 想学吉他."""
    hit = wishes.TO_LEARN.search(ask.text)
    what = next(filter(None, hit.groups()), "") if hit else ""
    return what if what and text.endswith(what) else text


def of_lives(ask: Ask, text: str) -> str:
    """Lives of people of a kind, by whom no title is meant: "a biography of a scientist"."""
    kind = wishes.LIFE_OF_A.search(ask.text)
    return f"{text} biography" if kind and kind[1].casefold().endswith(text.casefold()) else text


def trouble(ask: Ask) -> str:
    """The trouble that is told before books are asked for that would help: dementia in "my dad has
    dementia, any books that might help"; "" for none."""
    if ask.query or not wishes.BOOKS_FOR_IT.search(ask.text):
        return ""
    told = (_named(clause) for clause in _CLAUSES.split(ask.text))
    return next((words for words in told if words), "")


def _named(clause: str) -> str:
    """What a clause names beside persons; "" for one that asks or tells a long story."""
    if wishes.BOOKS_FOR_IT.search(clause):
        return ""
    if has_han(clause):
        return _short("".join(wishes.OF_WHOM.sub("", clause).split()))
    return _short(" ".join(content(listing.STORY.sub(" ", wishes.OF_WHOM.sub(" ", clause)))))


def _short(words: str) -> str:
    """Words that can be searched for; "" where they are too many, or name nothing."""
    short = len(words) <= _HAN_MOST if has_han(words) else len(words.split()) <= _MOST
    return words if short and names_something(words) else ""


def feast(ask: Ask) -> str:
    """The feast that books or films are wanted on: "Christmas books"; "" for none."""
    hit = None if ask.pressed else wishes.OF_A_FEAST.search(ask.text)
    return next(filter(None, hit.groups())) if hit else ""


def whole(ask: Ask, query: str) -> str:
    """The query; where it names nothing, all that books are wanted on: "using the internet". The
    name of a feast is no date there."""
    if (named := feast(ask)) and named not in query:
        return f"{named} {query}".strip()
    hit = wishes.BOOKS_ON.search(ask.text)
    if not query or hit is None or has_han(query) or content(query):
        return query
    return _subject(ask.text, hit.end() - 1)


def named(ask: Ask, session: Session) -> Ask:
    """The message with what books are wanted on, where no word of it was marked: "picture books
    about going to bed"; of a list of books the country that they are of: 只要法国的."""
    such = _SUCH.fullmatch(ask.text) if ask.intent in _UNREAD else None
    if hit := _PLACE.fullmatch(ask.text) or such:
        return _of_the_list(ask, session, *hit.span(1))
    hit = None if ask.pressed else wishes.BOOKS_ON.search(ask.text)
    if hit is not None and hit["han"] and _HOW_TO.search(hit["han"]) and not ask.entities:
        query = Entity("query", hit["han"], start=hit.start("han"), end=hit.end("han"))
        return replace(ask, entities=(query,))  # 怎么报税的书
    unmarked = ask.intent == "find_holdings" and not ask.has("query", "author", "like")
    if hit is None or not unmarked or has_han(ask.text):
        return ask
    at, said = hit.end() - 1, _subject(ask.text, hit.end() - 1)
    query = Entity("query", said, start=at, end=at + len(said))
    return replace(ask, entities=(*ask.entities, query)) if content(said) else ask


def _of_the_list(ask: Ask, session: Session, at: int, end: int) -> Ask:
    """What the list is to be on: where a story is set is a topic; of films a country is a
    language, and of stories on whatever a literature, which is read later."""
    frame = session.frame if session.topic == "holdings" else None
    limited = {one.name for one in ask.entities} - {"query"}
    if frame is None or limited or ask.pressed:
        return ask
    if frame.by_country and _PLACE.fullmatch(ask.text):
        return replace(ask, entities=(), intent="refine", confidence=1.0)
    return replace(ask, entities=(Entity("query", ask.text[at:end], start=at, end=end),))


def _subject(text: str, at: int) -> str:
    return _PLEASE.sub("", _CLAUSES.split(text[at:])[0]).strip()


def of_question(text: str, session: Session) -> str:
    """What the question was on that was answered last, for who asks for books on that."""
    if session.topic != "answer" or not wishes.BOOKS_ON_IT.search(text):
        return ""
    asked = session.question
    if has_han(asked):
        return _short(_ASKS.sub("", asked))
    return _short(" ".join(content(asked)))
