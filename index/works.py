"""Which records are editions, translations or formats of one work."""

from __future__ import annotations

from index.text import Rule, fold, has_han, plain

# Leading articles by language; a title is filed under its next word.
_ARTICLES = {
    "eng": "the a an",
    "fre": "le la les un une des l d",
    "ger": "der die das ein eine",
    "spa": "el la los las un una",
    "ita": "il lo la i gli le un uno una l",
    "por": "o a os as um uma",
    "dut": "de het een",
    "swe": "en ett den det",
}
_PROPER = Rule(
    r"\s?:\s|\s[:/=;]\s?",
    r"[：／]|\s*[(（\[]",
    flags=0,
)
_TITLES = {
    "sir",
    "lord",
    "lady",
    "dame",
    "saint",
    "st",
    "dr",
    "jr",
    "sr",
    "baron",
    "graf",
    "von",
    "van",
    "de",
}
# Chinese surnames of two characters; all others have one.
_TWO_CHARACTERS = {
    "欧阳",
    "司马",
    "诸葛",
    "上官",
    "东方",
    "令狐",
    "慕容",
    "夏侯",
    "皇甫",
    "尉迟",
    "公孙",
}
_NOBODY = {"anonymous", "various", "unknown", "anon"}
_VOLUME = Rule(
    r"\b(?:vol(?:ume)?|part|tome?|bd|band|teil|book|no|series)[. ]*(\d+|[ivxlc]+)\b",
    r"[(\[](\d+) of \d+",
    r"第([一二三四五六七八九十百\d]+)[卷册部集辑]|[(]([上中下])[)]",
    flags=0,
)
# Forms in which a text is read; a film or a recording of music is a work of its own.
_TEXT = {
    "book",
    "large_print",
    "audiobook",
    "ebook",
    "braille",
    "manuscript",
    "microform",
    "thesis",
}


def work_key(
    title: str, author: str, form: str = "book", language: str = "eng", serial: str = ""
) -> str:
    """The same for all editions of a work: proper title, author's surname, and kind if not text.

    "" when the title alone does not tell works apart (no author).
    """
    proper = proper_title(title, language)
    if form == "periodical":
        return f"{proper}//{serial or 'periodical'}"
    name = surname(author)
    if not proper or not name:
        return ""
    if name in _NOBODY:
        proper = plain(title)
    parts = [_closed(proper) + volume(title), name, *([] if form in _TEXT else [form])]
    return "/".join(parts)


def _closed(title: str) -> str:
    """Without spaces and in Latin letters: romanised Chinese is spaced in many ways."""
    return _pinyin(title).replace(" ", "")


def _pinyin(text: str) -> str:
    if not has_han(text):
        return text
    from pypinyin import Style, lazy_pinyin

    return plain(" ".join(lazy_pinyin(text, style=Style.NORMAL)))


def volume(title: str) -> str:
    """Which part of a whole the title says it is, as "#3"; "" when it is not a part."""
    found = _VOLUME.search(fold(title))
    return f"#{next(filter(None, found.groups()))}" if found else ""


def proper_title(title: str, language: str = "eng") -> str:
    """The title up to its subtitle, folded, without leading article."""
    proper = _PROPER.split(title, maxsplit=1)[0] if _PROPER.search(title[1:]) else title
    words = plain(proper or title).split()
    if len(words) > 1 and words[0] in _ARTICLES.get(language, "").split():
        words = words[1:]
    return " ".join(words)


def surname(author: str) -> str:
    """The folded name under which an author is filed: "Austen, Jane" and "Jane Austen" meet."""
    entry, comma, _ = author.partition(",")
    name = plain(entry)
    if has_han(name):
        return _closed(name[:2] if name[:2] in _TWO_CHARACTERS else name[:1])
    if comma or not name:
        return name
    return next((w for w in reversed(name.split()) if w not in _TITLES), name)
