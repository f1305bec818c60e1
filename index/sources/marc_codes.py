"""What leader, 006, 007 and 008 say of a record: form, year, languages, audience."""

from __future__ import annotations

import re

from index.languages import language_code
from index.record import Audience, LiteraryForm
from index.sources.marc_data import Marc, distinct

# Leader/06 to form, before the finer signs are looked at.
_FORMS = {
    "a": "book", "t": "manuscript", "c": "score", "d": "score", "e": "map", "f": "map",
    "g": "film", "i": "audiobook", "j": "music", "k": "picture", "m": "software", "o": "kit",
    "p": "archive", "r": "object",
}  # fmt: skip
_LEVELS = {"a": "article", "b": "article", "s": "periodical", "i": "database"}  # Leader/07
_CARRIERS = {
    "a": "microform", "b": "microform", "c": "microform", "d": "large_print", "f": "braille",
    "o": "ebook", "q": "ebook", "s": "ebook",
}  # fmt: skip
_DESIGNATIONS = (  # 245 $h of older records
    ("sound recording", "music"), ("videorecording", "film"), ("motion picture", "film"),
    ("electronic resource", "ebook"), ("computer file", "software"), ("microform", "microform"),
    ("large print", "large_print"), ("braille", "braille"), ("cartographic", "map"),
    ("music", "score"), ("kit", "kit"), ("game", "game"),
)  # fmt: skip
_LARGE = re.compile(r"\blarge[ -](?:print|type)\b|大字", re.I)
_COMICS = re.compile(r"graphic novel|comic books|comics \(graphic|manga\b|漫画|漫畫|图像小说", re.I)
_YEAR = re.compile(r"(?<!\d)(1[0-9]{3}|20[0-9]{2})(?!\d)")
_BOOKS = frozenset("at")
_WITH_TARGET = frozenset("atmgkorcdij")
_TARGETS: dict[str, Audience] = {
    "a": "preschool", "b": "children", "c": "children", "j": "children", "d": "young_adult",
}  # fmt: skip
_LITERARY: dict[str, LiteraryForm] = {  # 008/33 of books; others, "h" for humour, say nothing sure
    "1": "fiction", "f": "fiction", "j": "fiction", "d": "drama", "p": "poetry",
    "0": "nonfiction", "e": "nonfiction", "i": "nonfiction", "s": "nonfiction",
}  # fmt: skip
_SPOKEN: dict[str, LiteraryForm] = {  # 008/30 of recordings that are not music
    "f": "fiction", "o": "fiction", "d": "drama", "p": "poetry",
    **dict.fromkeys("abceghijlmt", "nonfiction"),
}  # fmt: skip
_AGE = re.compile(r"\d+")


def form_of(marc: Marc) -> str:
    """book, ebook, audiobook, film and so on; the first sign that is sure decides."""
    kind, level = marc.leader[6:7], marc.leader[7:8]
    form = _FORMS.get(kind, "book")
    if kind in _BOOKS and level in _LEVELS:
        return _LEVELS[level]
    if form == "book":
        return _text_form(marc)
    if form == "manuscript":
        return "thesis" if marc.has("502") else form
    if form == "music" and _is_read(marc):
        return "audiobook"
    if form == "object" and marc.at("008", 33) == "g":
        return "game"
    if form == "film" and marc.at("008", 33) in ("a", "c", "f", "i", "k", "n", "o", "p", "s", "t"):
        return "picture"
    return _online(marc) if form == "software" else form


def _text_form(marc: Marc) -> str:
    carrier = _CARRIERS.get(marc.at("008", 23), "")
    if carrier in ("", "ebook") and _is_comic(marc):
        return "graphic_novel"
    if marc.has("502") and not marc.has("020"):
        return "thesis"
    return carrier or _designated(marc) or ("large_print" if _is_large(marc) else "book")


def _designated(marc: Marc) -> str:
    told = " ".join(f.join("h") for f in marc.get("245")).lower()
    return next((form for words, form in _DESIGNATIONS if told and words in told), "")


def _online(marc: Marc) -> str:
    """Older records call every electronic text a computer file."""
    kind = marc.at("008", 26)
    if kind in "bfg" and kind:
        return "game" if kind == "g" else "software"
    return "ebook" if kind in ("d", "e") or marc.has("020") else "software"


def _is_large(marc: Marc) -> bool:
    described = (f.join("abn") for f in marc.get("250", "300", "340"))
    return marc.at("007", 0, 2) == "tb" or any(map(_LARGE.search, described))


def _is_read(marc: Marc) -> bool:
    return any("audiobook" in f.join("a").lower() for f in marc.get("655", "650"))


def _is_comic(marc: Marc) -> bool:
    if "6" in marc.at("008", 24, 28):
        return True
    headings = (f.join("av") for f in marc.get("655", "650"))
    return any(map(_COMICS.search, headings))


def year_of(marc: Marc) -> int | None:
    """Of publication: 008, or what 264 and 260 print."""
    coded = "" if _is_guess(marc) else marc.at("008", 7, 11)
    if coded.isdigit() and coded.isascii() and 1000 <= int(coded) <= 2100:
        return int(coded)
    published = [f for f in marc.get("264") if f.ind2 == "1"]
    printed = (f.join("cg") for f in [*published, *marc.get("260", "264")])
    found = (match for text in printed if (match := _YEAR.search(text)))
    return next((int(match.group()) for match in found), None)


def _is_guess(marc: Marc) -> bool:
    """A span of doubtful dates too wide to name a year: "q19001999"."""
    first, last = marc.at("008", 7, 11), marc.at("008", 11, 15)
    wide = first.isdigit() and last.isdigit() and int(last) - int(first) > 20
    return marc.at("008", 6) == "q" and wide


def languages_of(marc: Marc) -> tuple[str, ...]:
    """ISO 639-2/B, the main one first: 008, then those of the text or sound in 041."""
    coded = marc.at("008", 35, 38)
    told = (text for f in marc.get("041") if f.ind2 != "7" for text in f.all("ad"))
    each = (text[i : i + 3] for text in told for i in range(0, len(text), 3))
    return distinct(map(language_code, [coded, *each]))


def original_language(marc: Marc) -> str:
    """ISO 639-2/B of what it was translated from: 041 $h; "" where that is not told."""
    told = (text for f in marc.get("041") if f.ind2 != "7" for text in f.all("h"))
    return next(filter(None, (language_code(text[:3]) for text in told)), "")


def literary_code(marc: Marc) -> LiteraryForm:
    """What 008 says of books and of spoken recordings."""
    kind, level = marc.leader[6:7], marc.leader[7:8]
    if kind in _BOOKS and level not in "bis":
        return _LITERARY.get(marc.at("008", 33), "unstated")
    return _SPOKEN.get(marc.at("008", 30), "unstated") if kind == "i" else "unstated"


def audience_of(marc: Marc) -> Audience:
    """By 008, then 521, then what the headings say."""
    if marc.leader[6:7] in _WITH_TARGET and marc.leader[7:8] not in "bis":
        coded = marc.at("008", 22)
        if coded in _TARGETS:
            return _TARGETS[coded]
        if coded in ("e", "f"):
            return "adult"
    return _by_note(marc) or _by_headings(marc) or "adult"


def _by_note(marc: Marc) -> Audience | None:
    for told in marc.get("521"):
        number = _AGE.search(told.first("a"))
        if number and told.ind1 in ("0", "1", "2"):
            age = int(number.group()) + (0 if told.ind1 == "1" else 5)
            return _of_age(age)
    return None


def _of_age(age: int) -> Audience:
    if age < 5:
        return "preschool"
    if age < 12:
        return "children"
    return "young_adult" if age < 18 else "adult"


def _by_headings(marc: Marc) -> Audience | None:
    headings = [f.join("avx").lower() for f in marc.get("650", "651", "655", "600")]
    if any("young adult" in told for told in headings):
        return "young_adult"
    childlike = ("juvenile", "children's stories", "picture books for children")
    return "children" if any(word in told for told in headings for word in childlike) else None
