"""Titles of ours that a message names word for word, whatever is said around them."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from actions.ask import Ask, Entity
from actions.signs import pointing, shapes
from actions.tongue import letters
from assistant.engine.understanding.cantonese import in_written_chinese
from assistant.engine.understanding.plain_words import content, names_something
from index.query import read
from index.text import HAN, Rule, has_han
from index.works_known import work_called

Known = Callable[[str], bool]

_LONGEST = 200  # characters of a message that is looked through
_WORDS, _CHARACTERS = 12, 20  # of a title
_PHRASE = 4  # words, or characters, that nobody says by chance: "never let me go"
# A blank between two Chinese characters parts sentences, as readers of Chinese type.
_CLAUSES = re.compile(
    rf"[，,。！!？?；;：:\n]+|\s[-–—]+\s|(?<=[A-Za-z]{{4}})\.(?=\s|$)|(?<=[{HAN}])\s+(?=[{HAN}])"
)
_OWNED = re.compile(
    r"^(?P<by>[^，,。的《]{2,10}?)(?:写?的(?:那?一?[本部])?|那一?[本部])"
    r"《?(?P<title>[^》，,。]{1,20}?)》?$"
)
_AND = re.compile("[和与跟及、]")
_WANTS = Rule(r"\b(?:needs?|wants?|after|looking for|borrow|get|read|watch)\b")
_BESIDE = 3  # words that tell something beside a title that is wanted
_WISHED = re.compile(r"[\W有没我想要找借看这那本書书吗的请問问]*")
_MARKS = re.compile(r"[《》「」『』“”\"]")


def asked_for(ask: Ask, known: Known) -> list[str]:
    """The titles in a message, whatever language, form or branch it wants them in; a year beside a
    form is no title: "films from 1984"."""
    text = (
        ask.text if ask.has("year_from") else ask.beside("language", "format", "branch", "audience")
    )
    return named_in(text, known)


def named_in(text: str, known: Known) -> list[str]:
    """The titles of each clause that says nothing else than that they are wanted."""
    if len(text) > _LONGEST:
        return []
    found: list[str] = []
    for clause in _CLAUSES.split(_MARKS.sub(" ", text)):
        found += _of_clause(clause, known)
    return list(dict.fromkeys(found))


def telling_part(query: str) -> str:
    """A question without the clauses that name nothing: "agatha christie, which ones"; nothing of
    "thats it"."""
    told = pointing.NAMING.sub("", query)
    if told != query and pointing.POINTS.match(told):
        return ""
    if "," not in query or has_han(query):
        return query
    telling = [clause.strip() for clause in query.split(",") if content(clause)]
    return telling[0] if len(telling) == 1 else query


def known_work(ask: Ask) -> str:
    """The well-known work that an English wish names beside little else: "mum wants wild swans"."""
    if has_han(ask.text) or not _WANTS.search(ask.text) or len(ask.text.split()) > _WORDS:
        return ""
    title = longest_in(ask.text, lambda words: work_called(words) is not None, 2)
    rest = re.sub(re.escape(title), " ", ask.beside("language", "format", "branch"))
    most = _BESIDE + ask.has("language")  # told twice: "that chinese book, in chinese"
    return title if title and len(content(rest)) <= most else ""


def longest_in(text: str, known: Known, sure: int = _PHRASE) -> str:
    """The longest title of ours among whatever else is said; "" for none that is surely meant."""
    han = has_han(text)
    words, joint = (list(text), "") if han else (_MARKS.sub(" ", text).split(), " ")
    most, least = (_CHARACTERS, _PHRASE) if han else (_WORDS, 2)
    for size in range(min(len(words), most), least - 1, -1):
        for at in range(len(words) - size + 1):
            told = joint.join(words[at : at + size]).strip(" ,.;:!?，。！？；：")
            if (han or size >= sure or told[:1].isupper()) and known(told):
                return told
    return ""


def _of_clause(clause: str, known: Known) -> list[str]:
    words = list(clause.strip()) if has_han(clause) else clause.split()
    joint, most = ("", _CHARACTERS) if has_han(clause) else (" ", _WORDS)
    titles, rest, at = [], [], 0
    while at < len(words):
        end = next(
            (
                end
                for end in range(min(len(words), at + most), at, -1)
                if (end - at >= _PHRASE or _tells(joint.join(words[at:end])))
                and known(joint.join(words[at:end]))
            ),
            at,
        )
        if end > at:
            titles.append(joint.join(words[at:end]).strip())
        else:
            rest.append(words[at])
        at = max(end, at + 1)
    return [] if not titles or _tells(joint.join(rest)) else titles


def _tells(words: str) -> bool:
    """Whether the words are more than asking: "the one", 一本书 may be titles, but not here."""
    return names_something(words)


def owned(query: str, known: Known) -> tuple[str, list[str]]:
    """Whose works are named, and which: 巴金的家, 巴金的春和秋; "" and none for anything else."""
    told = _OWNED.match(query)
    if told is None:
        return "", []
    whole = [told["title"]]
    named = whole if known(told["title"]) else [one.strip() for one in _AND.split(told["title"])]
    return (told["by"], named) if all(named) and all(map(known, named)) else ("", [])


def is_one(text: str, known: Known) -> bool:
    """Whether a message is a title and no more."""
    return bool(letters(text)) and len(text) <= _LONGEST and known(text)


def whole(ask: Ask, known: Known) -> str:
    """The message where it is a title and no more, or a title that has readers in it: "Python for
    kids"; "" where none is asked for."""
    if is_one(ask.text, known):
        return ask.typed
    core = read(ask.text).core if ask.has("audience") else ""
    return core if core != letters(ask.query) and is_one(core, known) else ""


def as_spoken(ask: Ask, known: Known) -> Ask:
    """The message as the title in Cantonese that it asks for: 有冇唔該借歪; else itself."""
    for title in named_in(ask.spoken, known):
        rest = in_written_chinese(ask.spoken.replace(title, " "))
        if in_written_chinese(title) != title and _WISHED.fullmatch(rest):
            query = Entity("query", title, start=0, end=len(title))
            return replace(ask, text=title, written=title, intent="known_item", entities=(query,))
    return ask


def in_marks(text: str, title: str) -> bool:
    """Whether a message has the words in the marks of a title: 《活着》."""
    return title in shapes.titles(text)
