"""Well-known works under their titles in English, Chinese and their own language.

`works_known.txt` has a work a line: its author, a tab, and its titles with semicolons between,
that in English first. A title that is an everyday word is not among them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

from index.cards import key_of
from index.text import has_han
from index.tokens import title_form

_ARTICLES = ("the ", "a ", "an ")


@dataclass(frozen=True, slots=True)
class Work:
    """A work that is known by several titles; the first of them is English."""

    author: str
    titles: tuple[str, ...]


@cache
def _table() -> dict[str, Work]:
    told = resources.files("index").joinpath("works_known.txt").read_text("utf-8")
    found: dict[str, Work] = {}
    for author, titles in (line.split("\t") for line in told.splitlines()):
        work = Work(author, tuple(titles.split("; ")))
        for title in work.titles:
            for form in _forms(title):
                found.setdefault(key_of(form), work)
    return found


def _forms(title: str) -> list[str]:
    """A title with its article and without."""
    form = title_form(title)
    if not has_han(form) and " " not in form:
        return []
    bare = (form.removeprefix(one) for one in _ARTICLES)
    return [form, *(one for one in bare if one != form and " " in one)]


def work_called(title: str) -> Work | None:
    """The work that is known by this title."""
    return _table().get(key_of(title_form(title)))


def other_titles(title: str) -> list[str]:
    """Under what else the work is known, titles in the same script first."""
    work = work_called(title)
    titles = work.titles if work else ()
    return sorted(titles, key=lambda one: has_han(one) != has_han(title))
