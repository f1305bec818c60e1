"""What a reader pasted rather than typed: a reference, an abstract, a link, a list of questions."""

from __future__ import annotations

import re
import unicodedata

_REFERENCES = (
    # GB/T 7714: 刘慈欣. 三体[M]. 重庆: 重庆出版社, 2008.
    re.compile(r"^\s*(?:\[\d+\]\s*)?(?P<author>[^.．\[\]]{2,120})[.．]\s*(?P<title>[^\[\]]{2,300}?)\s*\[[A-Z]{1,2}(?:/OL)?\]"),
    # APA: Le Guin, U. K. (1969). The left hand of darkness. Ace.
    re.compile(r"^\s*(?P<author>[^()]{3,200}?)\s*\(\d{4}[a-z]?(?:,[^)]*)?\)[.,:]?\s*(?P<title>[^.?!]{3,300})[.?!]"),
    # MLA and Chicago: Le Guin, Ursula K. The Left Hand of Darkness. Ace Books, 1969.
    re.compile(r"^\s*(?P<author>[^\W\d_][^.,]{1,40}, [^.]{2,60}(?:\b[A-Z]\.)?)\.\s+[\"“]?(?P<title>[^.\"“”]{3,200})[.\"”].{3,200}\b\d{4}\b", re.S),
)  # fmt: skip
_LINK = re.compile(r"\s*(?:https?://|www\.)\S+\s*$", re.IGNORECASE)
_QUESTIONS = re.compile(r"[^?？\n]{4,}[?？]|^\s*\d{1,2}[.)、]\s*\S[^\n]{3,}$", re.MULTILINE)
_LONG = 280  # characters from which a text is a passage and no question
_TAKEN = 600  # characters of a passage that an encoder reads anyway


def reference(text: str) -> str:
    """Title and first author of a pasted reference; "" when it is none."""
    if len(text) < 20:
        return ""
    for pattern in _REFERENCES:
        if found := pattern.search(text):
            first = re.split(r"[,，;；&]| and ", found["author"])[0].strip()
            return f"{found['title'].strip()} {first}"
    return ""


def passage(text: str) -> str:
    """The beginning of a pasted abstract or page; "" when the text is short enough to be a question."""
    return " ".join(text.split())[:_TAKEN] if len(text) >= _LONG else ""


def is_link(text: str) -> bool:
    return bool(_LINK.match(text))


def is_only_signs(text: str) -> bool:
    """Emoji, punctuation and nothing else."""
    return not any(unicodedata.category(letter)[0] in "LN" for letter in text)


def questions(text: str) -> list[str]:
    """The questions in a message, one by one."""
    return [found.strip() for found in _QUESTIONS.findall(text)]
