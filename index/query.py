"""Reading a question for the holdings: its frame taken off, and what it names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from index import frames_chinese as chinese
from index import frames_english as english
from index.record import LiteraryForm
from index.text import Rule, call_key, fold, has_han, isbn13, issn


@dataclass(frozen=True, slots=True)
class Reading:
    """A question as understood. `core` is what is left without its frame; it may be all of it."""

    text: str  # folded
    core: str
    said: str = ""  # the core as the reader wrote it: encoders tell capitals and question marks
    quoted: str = ""  # what stood in quotation marks
    topical: bool = False  # "about ...", "books on ...": a topic
    titled: tuple[str, ...] = ()  # what such words would be as a title: "On the beach"
    author: str = ""  # "books by ...": works of a person
    like: str = ""  # "something like ...": a work to start from
    rest: str = ""  # and what is said beyond it
    identifiers: tuple[str, ...] = ()


def read(text: str) -> Reading:
    """Take the frame off a question in English or Chinese."""
    folded = fold(text)
    core, titled = _core(folded)
    like, rest = (chinese if has_han(folded) else english).likeness(folded)
    return Reading(
        text=folded,
        core=core,
        said=_said(text, core),
        quoted=_quoted(folded),
        topical=bool(titled),
        titled=titled,
        author="" if like else _author(folded, core),
        like=like,
        rest=rest,
        identifiers=_identifiers(text, core),
    )


_ANY = frozenset(
    """a all any anything book books films good items more movies new novel novels one ones read
    some something stories the things titles to 书 书籍 图书 好书 新书 小说 资料 的书""".split()  # noqa: SIM905
)


def names_nothing(core: str) -> bool:
    """Whether the words say no more than that something is wanted ("books", "小说")."""
    return all(word in _ANY for word in core.split())


_FORMS: tuple[tuple[LiteraryForm, Rule], ...] = (
    ("drama", Rule(r"\b(?:plays|dramas)\b", "戏剧|剧本|话剧")),
    ("poetry", Rule(r"\b(?:poems|poetry|verse)\b", "诗歌|诗集|现代诗|新诗|古诗|的诗$|^诗$")),
    ("fiction", Rule(r"\b(?:novels|stories)\b", "小说")),
)


def form_named(core: str) -> LiteraryForm | None:
    """The kind of work that the words ask for: plays, poems, novels."""
    return next((form for form, sign in _FORMS if sign.search(core)), None)


def names_form(core: str) -> bool:
    """Whether the words are no more than the name of such a kind."""
    return any(sign.fullmatch(core) for _, sign in _FORMS)


def _core(folded: str) -> tuple[str, tuple[str, ...]]:
    """The question without its frame, and when it names a topic, what it would be as a title."""
    if has_han(folded):
        core, topical = chinese.core_of(folded)
        return core, (core,) if topical else ()
    text = english.without_frame(folded.strip(" ?!.,;:"))
    about = english.without_about(text)
    core = about.strip(" ?!.,;:\"'") or folded
    return core, (text, f"{text[: -len(about)].split()[-1]} {about}") if about != text else ()


def _said(text: str, core: str) -> str:
    written = " ".join(text.split())
    at = written.lower().find(core)
    if at < 0:
        return core
    ends = at + len(core)
    # Whoever said no more than this said its ends as well.
    return written if not written[ends:].strip(" ?!.,;:") and at == 0 else written[at:ends]


def _author(folded: str, core: str) -> str:
    return chinese.author_of(folded) if has_han(folded) else english.author_of(core)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        "quoted": re.compile(
            r'"([^"]{2,})"|《([^》]+)》|「([^」]+)」|『([^』]+)』|“([^”]{2,})”|«([^»]{2,})»'
        ),
        "call": re.compile(r"^[a-z]{0,3} ?\d[\w .:/\-]*$", re.IGNORECASE),
        "called": re.compile(
            r"^(?:call ?(?:number|no\.?)|shelf ?mark|isbn(?:-1[03])?|issn|索书号|书号"
            r"|国际标准书号)[\s:：#是为]*",
            re.IGNORECASE,
        ),
    }


def _quoted(folded: str) -> str:
    found = _patterns()["quoted"].search(folded)
    return next((g.strip() for g in found.groups() if g), "") if found else ""


def _identifiers(text: str, core: str) -> tuple[str, ...]:
    bare = _patterns()["called"].sub("", core).strip()
    found = [isbn13(text), issn(text)]
    if _patterns()["call"].match(bare) and any(c.isdigit() for c in bare):
        found.append(call_key(bare))
    return tuple(dict.fromkeys(key for key in found if key))
