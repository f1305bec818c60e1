"""A choice that a reader types instead of pressing it, by its title or a part of that."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from actions import filters as limits
from actions import on_topic, reading
from actions.ask import Ask
from actions.session import Session
from actions.signs import asking, listing, pointing, shapes, tasks, wishes
from actions.tongue import letters
from assistant.engine.understanding.plain_words import content
from assistant.parts import read_payload
from assistant.texts import LANGUAGES, say
from index.query import names_nothing
from index.text import Rule, has_han, simplify

_HAN_PLAIN = re.compile(r"我[想要选]?|[第那]个?|[的呢吧啊吗请选]|\s|[，。？?！!]")
_SAID = Rule(
    (
        r"^\W*(?:(?:yes|yeah|yep|yup|ok(?:ay)?|sure|no|nope|nah|please)\b[,.! ]*)+"
        r"(?:an? |some |the )?(?=\w)"
    ),
    r"^\W*(?:好的|是的|对的?|嗯+|行|不是)[，, ]*(?=\w)",
)
_THANKS = Rule(
    (
        r"^\W*(?:many )?(?:thanks|thank you|cheers|thx)\b"
        r"(?: (?:so|very) much| a lot| for (?:that|this))?\W*(?:(?:and|but|so)\s+)?"
    ),
    r"^\W*(?:谢谢|謝謝|多谢|感谢)[你您了啦啊]*\W*",
)
_ALSO = Rule(r"^\W*(?:also|and|but|oh|one more)\b", "^\\W*(?:还有|另外|对了|顺便)")
_YES_OR_NO = ("affirm", "deny")
_EXAMPLES = ("example-search", "play-search")
_WHEN = ("date", "weekday", "part_of_day", "time")
_A_PERSON = ("/human", "/help")
_CLEAR = 0.6  # confidence from which a message is what it was taken for
_LONG = 40  # characters of a part of a title
_FEW = 3  # words that name a number and no more
_HAN_TOPIC = 4  # characters of a topic
_NAMING = ("course_reserves", "known_item", "find_holdings")  # what a title by itself passes for


def whole(text: str, titles: Sequence[str]) -> int | None:
    """The number of the choice whose title the text is; a count behind it need not be typed."""
    typed = letters(text)
    told = [letters(re.sub(r"\s*[(（]\d+[)）]$", "", title)) for title in titles]
    return told.index(typed) if typed and told.count(typed) == 1 else None


def part(text: str, titles: Sequence[str]) -> int | None:
    """The number of the only choice whose title has all the words of the text."""
    if len(text) > _LONG:
        return None
    has = _has_han(text) if has_han(text) else _has_words(text)
    found = [at for at, title in enumerate(titles) if has(title)]
    return found[0] if len(found) == 1 else None


def _has_han(text: str) -> Callable[[str], bool]:
    said = _HAN_PLAIN.sub("", text)
    return lambda title: len(said) > 1 and said in simplify(title)


def _has_words(text: str) -> Callable[[str], bool]:
    said = set(content(text))
    return lambda title: bool(said) and said <= set(content(title))


def beside_yes_or_no(ask: Ask) -> Ask:
    """What a message says beside a yes or no counts: "nah something scary", "yes, on knitting"."""
    more = not ask.taught and ask.query and not names_nothing(ask.query)
    others = [(name, sure) for name, sure in ask.ranking if name not in _YES_OR_NO]
    points = pointing.THAT_ONE.search(ask.text)  # "yes thats it"
    settled = points or tasks.SETTLED.search(ask.text)
    if ask.intent not in _YES_OR_NO or not more or not others or settled:
        return ask
    said = tuple(
        replace(one, value=_SAID.sub("", str(one.value), 1)) if one.name == "query" else one
        for one in ask.entities
    )
    return replace(ask, intent=others[0][0], confidence=others[0][1], entities=said)


def after_thanks(ask: Ask) -> Ask:
    """What is asked or added after a word of thanks counts: "thanks, which one is best"."""
    thanks = _THANKS.search(ask.text)
    said = ask.text[thanks.end() :] if thanks else ask.text
    ways = (asking.ASKING, asking.MAY, asking.HAN_ASKING, _ALSO)
    more = any(sign.search(said) for sign in ways)
    if ask.pressed or ask.taught or ask.intent != "thanks" or not thanks or not more:
        return ask
    rest = reading.without(ask, 0, thanks.end())
    others = [(name, sure) for name, sure in ask.ranking if name != "thanks"]
    if rest.intent or not others:
        return rest
    intent, sure = others[0]
    return replace(rest, intent=intent, confidence=sure / sum(share for _, share in others))


def books_of(ask: Ask, session: Session) -> dict[str, Any]:
    """The search that was offered for what was spoken of, for who asks for books or names what
    they should be like and no more: 书呢, 中文的; {} after an example, or with a list at hand."""
    if session.topic == "holdings" or ask.pressed or len(ask.text) > _LONG:
        return {}
    if asked := on_topic.of_question(ask.text, session):
        return {"text": asked, "filters": {}}
    told = _only_how(ask)
    if not (told or listing.ANY_BOOKS.search(ask.text)):
        return {}
    payloads = (read_payload(one) for one in session.offers)
    texts = [data["text"] for name, data in payloads if name == "find" and data.get("text")]
    spoken_of = len(texts) == 1 and texts[0] not in _examples()
    return {"text": texts[0], "filters": told} if spoken_of else {}


def _only_how(ask: Ask) -> dict[str, Any]:
    """What a message says that books should be like, where it names no topic or place and asks
    for nothing else."""
    if ask.query or wishes.BARE_LANGUAGE.search(ask.text) or ask.has("branch", *_WHEN):
        return {}
    asks = asking.ASKING.search(ask.text) or asking.MAY.search(ask.text)
    return {} if asks else limits.from_ask(ask)


def _examples() -> set[str]:
    """Searches that we offer for the sake of it, whatever was said."""
    return {say(language, key) for language in LANGUAGES for key in _EXAMPLES}


def typed(ask: Ask, session: Session) -> int | None:
    """The number of the choice that was typed: its title, or a part of it if no more is meant."""
    if (choice := whole(ask.text, session.titles)) is not None:
        return choice
    unclear = ask.confidence < _CLEAR or ask.intent in ("out_of_scope", "nonsense")
    asks = asking.ASKING.search(ask.text) or asking.QUESTION.search(ask.text)
    meant = (session.asked or unclear) and not asks
    return part(ask.text, session.titles) if meant else None


def only_a_number(ask: Ask) -> bool:
    """Whether the message is "2" or "the first one" and says no more."""
    if {entity.name for entity in ask.entities} != {"ordinal"}:
        return False
    bare = ask.confidence < _CLEAR or not letters(ask.beside("ordinal"))
    return bare or bool(shapes.NUMBER.search(ask.text))


def numbered(session: Session, ordinal: int) -> str:
    """The item of that number: on the screen, or before if there is nothing else to choose."""
    at_hand = session.topic in ("holdings", "saved") or not picks(session, ordinal)
    listed = session.listed if at_hand else []
    return listed[ordinal - 1] if 0 < ordinal <= len(listed) else ""


def picks(session: Session, ordinal: int) -> bool:
    """Whether a number is that of a choice; a person is called by name, while there is a list."""
    listed = len(session.listed) >= ordinal
    offered = session.offers[ordinal - 1] if 0 < ordinal <= len(session.offers) else ""
    if listed and (session.topic == "holdings" or offered.startswith(_A_PERSON)):
        return False
    return bool(offered)


def names_an_item(ask: Ask) -> bool:
    """Whether a message is a title or a number and nothing else."""
    if asking.NEGATED.search(ask.text):
        return False
    title = letters(" ".join([ask.query, *ask.all("author")]))
    numbered = {entity.name for entity in ask.entities} == {"ordinal"}
    if numbered:
        return len(ask.text.split()) <= _FEW and len(ask.text) < _LONG / 2
    told = pointing.NAMING.sub("", ask.text)
    if told == ask.text and ask.intent not in _NAMING and ask.confidence >= _CLEAR:
        return False  # "when do you open tomorrow"
    return ask.has("isbn") or (bool(title) and title in (letters(ask.text), letters(told)))


def is_a_topic(ask: Ask, session: Session, known: Callable[[str], bool]) -> bool:
    """Whether a word that answers which of a list is meant is no title, but what others are to be
    on: horror, of books for a child."""
    asks_anew = ask.intent == "find_holdings" and not ask.has("author", "isbn", "ordinal")
    short = len(ask.query) <= _HAN_TOPIC if has_han(ask.query) else len(ask.query.split()) == 1
    return asks_anew and short and bool(session.listed) and not known(ask.query)
