"""Whether a record is a story, poetry, a play or fact, as its headings and its class tell it."""

from __future__ import annotations

from collections.abc import Sequence

from index.record import LiteraryForm
from index.text import Rule, has_han

# Of a genre, and of the last part of a subject heading: "Whales -- Fiction". The first that fits.
_SIGNS: tuple[tuple[LiteraryForm, Rule], ...] = (
    (
        "nonfiction",
        Rule(
            r"\bnon-?fiction\b|\bdocumentary films?\b",
            "非虚构|非虛構|纪实|紀實",
        ),
    ),
    (
        "fiction",
        Rule(
            r"\b(?:fiction|novels?|novellas?|short stories|fairy tales|folk ?tales)\b",
            r"\bbildungsromans?\b",
            "小说|小說|童话|童話",
        ),
    ),
    (
        "poetry",
        Rule(
            r"\b(?:poetry|poems)\b",
            "诗歌|詩歌|诗集|詩集",
        ),
    ),
    (
        "drama",
        Rule(
            r"\b(?:drama|plays)\b",
            "剧本|劇本|戏剧|戲劇",
        ),
    ),
    (
        "nonfiction",
        Rule(
            r"\b(?:(?:auto)?biograph(?:y|ies)|memoirs?|essays?|juvenile literature)\b",
            r"\b(?:handbooks?|textbooks?|guidebooks?)\b",
            "传记|傳記|回忆录|回憶錄",
        ),
    ),
)
_STUDY = Rule("研究|评论|評論|文学史|文學史|创作|創作|鉴赏|鑒賞|技法", flags=0)
_READ = frozenset(["book", "ebook", "large_print", "audiobook", "braille", "thesis", "article"])
_LITERATURE = ("8", "398", "741.5")  # folk tales and comics are classed elsewhere than novels


def by_headings(genres: Sequence[str], subjects: Sequence[str], form: str) -> LiteraryForm:
    """What genres, else the forms that close subject headings, say; "unstated" when neither does.

    An English heading's main part says what a book is about: "Science fiction -- History" is no
    story. A Chinese one says the form there, and closes with "研究" when it is about it.
    """
    closing = [_closing(told) for told in subjects]
    for texts in (genres, closing):
        said = [name for name, sign in _SIGNS if any(map(sign.search, texts))]
        if said:
            return "unstated" if form == "film" and said[0] in ("drama", "fiction") else said[0]
    return "unstated"


def _closing(heading: str) -> str:
    if has_han(heading):
        return "" if _STUDY.search(heading) else heading
    _, dash, last = heading.rpartition(" -- ")
    return last if dash else ""


def by_class(ddc: Sequence[str], lcc: Sequence[str], form: str) -> LiteraryForm:
    """What is classed outside literature is fact; within it a class tells a novel no better than a
    book about one."""
    if form not in _READ:
        return "unstated"
    dewey = any(code[:1].isdigit() and not code.startswith(_LITERATURE) for code in ddc)
    congress = any(code[:1].isalpha() and code[:1].upper() != "P" for code in lcc)
    return "nonfiction" if dewey or congress else "unstated"


def form_of(
    genres: Sequence[str],
    subjects: Sequence[str],
    classes: tuple[Sequence[str], Sequence[str]],
    form: str,
    coded: LiteraryForm = "unstated",
) -> LiteraryForm:
    """All signs weighed. `classes` are Dewey's and Congress's, `form` is the record's format.

    A code for "not fiction" is often only what a form began with: headings that say more win.
    """
    if coded in ("fiction", "poetry", "drama"):
        return coded
    told = by_headings(genres, subjects, form)
    if told != "unstated":
        return told
    fact = coded if form != "graphic_novel" else "unstated"
    return fact if fact != "unstated" else by_class(*classes, form)
