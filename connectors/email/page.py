"""The words of a letter that is a web page, in lines, without what it quotes."""

from __future__ import annotations

import re

# Not html.parser, which takes the square of a page's length and more when tags do not end.
_LEFT_OUT = frozenset({"blockquote", "script", "style", "title"})
_LINES = frozenset({"p", "div", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6"})
_SPACE = re.compile(r"\s+")


def words(page: str) -> str:
    from lxml import etree

    parser = etree.HTMLParser(target=_Words(), encoding="utf-8")
    told: str = etree.fromstring(page.encode(errors="replace"), parser) if page.strip() else ""
    return "\n".join(" ".join(line.split()) for line in told.split("\n"))


class _Words:
    """What lxml tells of a page, tag by tag."""

    def __init__(self) -> None:
        self._told: list[str] = []
        self._left_out = 0  # how many such tags are open

    def start(self, tag: str, _attributes: object) -> None:
        self._left_out += tag in _LEFT_OUT
        if tag in ("br", "blockquote"):
            self._told.append("\n")

    def end(self, tag: str) -> None:
        self._left_out -= tag in _LEFT_OUT
        if tag in _LINES:
            self._told.append("\n")

    def data(self, text: str) -> None:
        if not self._left_out:
            self._told.append(_SPACE.sub(" ", text))

    def close(self) -> str:
        return "".join(self._told)
