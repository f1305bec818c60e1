"""What Telegram takes as HTML, and how it refuses what it does not take."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Any

TAGS = {"b", "i", "code", "a", "pre", "u", "s", "blockquote"}


class Refused(Exception):
    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        self.body = {"ok": False, "error_code": code, "description": description}
        if parameters:
            self.body["parameters"] = parameters
        self.code = code


class _Parser(HTMLParser):
    """Refuses what Telegram's HTML mode refuses."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            raise Refused(400, f'Bad Request: can\'t parse entities: Unsupported start tag "{tag}"')
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            raise Refused(400, "Bad Request: can't parse entities: Unmatched end tag")

    def handle_data(self, data: str) -> None:
        self.text += data


def parsed(html: str) -> str:
    parser = _Parser()
    parser.feed(html)
    parser.close()
    if parser.open:
        raise Refused(400, "Bad Request: can't parse entities: Can't find end tag")
    return parser.text.strip()
