"""A message as Telegram shows it: HTML with everything escaped, in pieces, with buttons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from html import escape

from assistant.model import (
    ChoicesPart,
    CitationPart,
    Copy,
    HandoffPart,
    HoldingsPart,
    Item,
    Language,
    Message,
    Part,
    SourcesPart,
    TextPart,
)
from assistant.parts import choices_of, copy_state, items_of
from assistant.ports import Letter, Piece
from assistant.texts import say
from connectors.telegram import buttons
from connectors.telegram.split import LONGEST, split, units

PAGE = "telegram:page"  # client ids of presses whose answer replaces the list they stand under
_ROOM = LONGEST - 200  # for the librarian's name and the like
_COPIES_IN_A_LIST = 2
_TAG = re.compile(r"<[^>]+>")


def pieces(letter: Letter) -> list[Piece]:
    """All parts in as few pieces as hold them; buttons under the last one."""
    message, language = letter.message, letter.language
    texts = _packed(_blocks(message, language)) or [escape(say(language, "telegram-choose"))]
    made: list[Piece] = [{"text": text} for text in texts]
    earlier, edited = page_of(letter.answers) if items_of(message.parts) else (None, None)
    made[-1]["keyboard"] = buttons.keyboard(message.id, message.parts, language, earlier=earlier)
    if edited and len(made) == 1:
        made[0]["edit"] = edited
    if letter.answers:
        made[0]["answers"] = letter.answers
    return made


def page_of(answers: str | None) -> tuple[str | None, int | None]:
    """Of a press for the next page: our message that holds the list, and Telegram's id of it."""
    if not answers or not answers.startswith(PAGE):
        return None, None
    _, _, listed, platform_id = answers.split(":")
    return listed, int(platform_id)


def _packed(blocks: Iterator[str]) -> list[str]:
    packed: list[str] = []
    for block in blocks:
        joined = f"{packed[-1]}\n\n{block}" if packed else block
        if packed and visible(joined) <= _ROOM:
            packed[-1] = joined
        else:
            packed.append(block)
    return packed


def visible(html: str) -> int:
    """Length as Telegram counts it: markup left out, escapes read, at most too long."""
    return units(re.sub(r"&(?:amp|lt|gt|quot|#x27);", "x", _TAG.sub("", html)))


def _blocks(message: Message, language: Language) -> Iterator[str]:
    """One block a part, more for long ones, none over what a piece holds."""
    name = f"<b>{escape(message.name)}</b>: " if message.name else ""
    told = "\n".join(part.text for part in message.parts if isinstance(part, TextPart))
    paged = any(one.payload.startswith("/more") for one in choices_of(message.parts))
    for part in message.parts:
        for block in _part(part, language, told, paged=paged):
            yield name + block
            name = ""


def _part(part: Part, language: Language, told: str, *, paged: bool) -> Iterator[str]:
    match part:
        case TextPart():
            yield from (escape(text) for text in split(part.text, _ROOM))
        case CitationPart():
            yield from (f"<code>{escape(text)}</code>" for text in split(part.text, _ROOM))
        case HoldingsPart():
            yield from _holdings(part, language, told, paged=paged)
        case SourcesPart():
            yield _sources(part, language)
        case HandoffPart() if part.claim_code:
            line = say(language, "claim-line", code=part.claim_code)
            yield escape(line).replace(part.claim_code, f"<code>{part.claim_code}</code>")
        case HandoffPart() | ChoicesPart():
            return


def _holdings(part: HoldingsPart, language: Language, told: str, *, paged: bool) -> Iterator[str]:
    """`paged`: more can be shown; else the rest of the total is not worth naming."""
    if len(part.items) == 1 and not part.offset:
        yield from bounded(single(part.items[0], language, told))
        return
    for number, item in enumerate(part.items, part.offset + 1):
        yield from bounded(f"{number}. {listed(item, language)}")
    last = part.offset + len(part.items)
    if part.items and (part.offset or paged):
        shown = say(language, "telegram-shown", first=part.offset + 1, last=last, total=part.total)
        yield f"<i>{escape(shown)}</i>"


def bounded(html: str) -> Iterator[str]:
    """Cut between lines when it is too long for one piece: a record may have a thousand copies."""
    block = ""
    for line in html.split("\n"):
        joined = f"{block}\n{line}" if block else line
        if block and visible(joined) > _ROOM:
            yield block
            joined = line
        block = joined
    yield block


def listed(item: Item, language: Language) -> str:
    """An item in a list: title, authors and year, where it is."""
    copies = [_copy(item, copy, language) for copy in item.copies[:_COPIES_IN_A_LIST]]
    left = len(item.copies) - len(copies)
    more = [escape(say(language, "telegram-copies-more", count=left))] if left > 0 else []
    return "\n".join([*_head(item), *copies, *more])


def single(item: Item, language: Language, told: str = "") -> str:
    """An item on its own: also its ISBN, all its copies, and its summary unless it was told.

    A reason that only quotes the summary is left out.
    """
    fresh = item.summary if item.summary and item.summary not in told else ""
    summary = [escape(fresh[:900])] if fresh else []
    isbn = [f"ISBN {escape(', '.join(item.isbn[:4]))}"] if item.isbn else []
    copies = [_copy(item, copy, language) for copy in item.copies]
    head = _head(replace(item, why=None) if _quotes(item) else item)
    return "\n".join([*head, *summary, *isbn, *copies])


def _quotes(item: Item) -> bool:
    return bool(item.summary and item.why and item.summary[:40] in item.why)


def _head(item: Item) -> list[str]:
    title = f"<b>{escape(item.title[:300])}</b>"
    if _is_web(item.url):
        title = f'<a href="{escape(item.url)}">{title}</a>'
    by = [", ".join(escape(name[:80]) for name in item.authors[:3])] if item.authors else []
    line = " · ".join([*by, *([str(item.year)] if item.year else [])])
    why = [f"<i>{escape(item.why[:200])}</i>"] if item.why else []
    return [title, *([line] if line else []), *why]


def _copy(item: Item, copy: Copy, language: Language) -> str:
    place = (f"{copy.branch}, {copy.shelf}" if copy.shelf else copy.branch)[:160]
    number = (copy.call_number or item.call_number)[:80]
    told = [
        escape(place),
        f"<code>{escape(number)}</code>" if number else "",
        escape(copy_state(copy, language)),
    ]
    return " · ".join(filter(None, told))


def _sources(part: SourcesPart, language: Language) -> str:
    named = [
        f'<a href="{escape(one.url)}">{escape(one.title)}</a>'
        if _is_web(one.url) and one.url
        else escape(one.title)
        for one in part.sources
    ]
    line = say(language, "source-line", sources="\x00")
    return escape(line).replace("\x00", "; ".join(named))


def _is_web(url: str | None) -> bool:
    return bool(url) and str(url).startswith(("https://", "http://"))
