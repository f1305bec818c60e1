"""Letters in and out: what a reader wrote without what they quote, and an answer in its thread."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP, default
from email.utils import formatdate, parseaddr
from typing import Any

from assistant.model import LONGEST_TEXT, Choice, ChoicesPart, Language, Part
from assistant.parts import choices_of, plain
from assistant.ports import Letter, Piece
from assistant.redact import storable
from assistant.texts import say
from connectors.email import headers
from connectors.email.page import words

LONGEST_BODY = 400_000  # characters that are looked at
# Programs fold "On ... wrote:" over lines; some begin what they quote with its headers.
_ATTRIBUTION = (
    r"On [^\n]{5,200}wrote:[ \t]*$"
    r"|On (?=[^\n]*\d)[^\n]{5,200}(?:\n(?!\n)[^\n]{0,200}){1,2}?wrote:[ \t]*$"
    r"|(?:在 ?|[^\n]{0,150}[于於] ?\d)[^\n]{5,150}[写寫]道[:：]"
)
_QUOTE = re.compile(
    rf"^(?:>|{_ATTRIBUTION}|_{{10,}}"
    r"|-{3,}[^\S\n]*(?:Original Message|Forwarded message|原始[邮郵]件)"
    r"|From: [^\n]+\n(?:Sent|Date|To): |[发發]件人[:：])",
    re.MULTILINE | re.IGNORECASE,
)
_QUOTED = re.compile(rf"^>[^\n]*$|^(?:{_ATTRIBUTION})", re.MULTILINE | re.IGNORECASE)
_SIGNATURE = re.compile(
    r"^(?:-- ?|Sent from my [^\n]*|Get Outlook for [^\n]*|[发發]自我的[^\n]*)$", re.MULTILINE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """A letter that a reader wrote."""

    address: str
    message_id: str
    subject: str
    text: str
    attachments: tuple[str, ...]
    answers: tuple[str, ...]  # ids of the letters that it answers
    language: Language


def read(raw: bytes, ours: str) -> Arrived | None:
    """What a person wrote; None for what machines send and for what we sent ourselves."""
    letter = message_from_bytes(raw, policy=default.clone(header_factory=headers.Short()))
    assert isinstance(letter, EmailMessage)
    _, address = parseaddr(_header(letter, "From"))
    if not _is_address(address) or address.lower() == ours.lower() or _by_machine(letter, address):
        return None
    text = storable(written(_body(letter)))
    subject = " ".join(_header(letter, "Subject").split())[:200]
    return Arrived(
        address=address.lower(),
        message_id=_id(letter, raw),
        subject=subject,
        text=(text or subject)[:LONGEST_TEXT],
        attachments=tuple(_attachments(letter)),
        answers=tuple(re.findall(r"<[^<>\s]+>", _header(letter, "In-Reply-To"))),
        language="zh" if re.search(r"[\u4e00-\u9fff]", text or subject) else "en",
    )


def written(body: str) -> str:
    """The letter without what it quotes, above or below the words, and without its signature."""
    body = body.replace("\r\n", "\n")
    if found := _QUOTE.search(body):
        body = body[: found.start()].strip() or _QUOTED.sub("", body).strip() or body
    if found := _SIGNATURE.search(body):
        body = body[: found.start()].strip() or body
    return body.strip()


def _header(letter: EmailMessage, name: str) -> str:
    """A header as text; as it came when Python's own reading of it fails, as it does on some."""
    try:
        return storable(str(letter.get(name, "")))
    except (ValueError, LookupError, AttributeError, TypeError):
        raw = (str(value) for key, value in letter.raw_items() if key.lower() == name.lower())
        return storable(next(raw, "")[: headers.LONGEST])


def _body(letter: EmailMessage) -> str:
    part = letter.get_body(preferencelist=("plain", "html"))
    if part is None:
        return ""
    try:
        text = str(part.get_content())
    except (LookupError, ValueError):  # a charset that nobody knows
        text = part.get_payload(decode=True).decode("utf-8", "replace")  # type: ignore[union-attr]
    text = text[:LONGEST_BODY]
    return words(text) if part.get_content_subtype() == "html" else text


def _attachments(letter: EmailMessage) -> Iterator[str]:
    for part in letter.iter_attachments():
        yield storable(part.get_filename() or part.get_content_type())[:100]


def _is_address(address: str) -> bool:
    return (
        bool(re.fullmatch(r"[^@\s]{1,64}@[^@\s.]+(\.[^@\s.]+)*", address))
        and len(address) <= 254
        and address.isprintable()
    )


def _by_machine(letter: EmailMessage, address: str) -> bool:
    """Answering machines would answer us for ever (RFC 3834)."""
    automatic = (_header(letter, "Auto-Submitted") or "no").lower() != "no"
    bulk = _header(letter, "Precedence").lower() in ("bulk", "junk", "list", "auto_reply")
    robot = re.match(r"(mailer-daemon|postmaster|no-?reply|bounce)", address, re.IGNORECASE)
    report = letter.get_content_type() == "multipart/report"
    return automatic or bulk or report or "List-Id" in letter or bool(robot)


def _id(letter: EmailMessage, raw: bytes) -> str:
    """The letter's own id; one made of its bytes when it has none that can be used."""
    found = _header(letter, "Message-ID").strip()
    if re.fullmatch(r"<[\x21-\x7e]{3,200}>", found):
        return found
    return f"<{hashlib.sha256(raw).hexdigest()[:40]}@no-id>"


def piece(letter: Letter) -> Piece:
    """The whole message as one letter: everything in words, choices as a list to answer with."""
    body = plain(_without_choices(letter.message.parts), letter.language)
    choices = [_line(choice) for choice in choices_of(letter.message.parts)]
    if choices:
        offered = "\n".join([say(letter.language, "email-choices"), *choices])
        body = f"{body}\n\n{offered}".strip()
    name = letter.message.name
    return {
        "id": letter.message.id,
        "text": f"{body}\n\n{name}" if name else body,
        "answers": letter.answers if (letter.answers or "").startswith("<") else None,
        "language": letter.language,
    }


def compose(piece: Piece, *, ours: str, name: str, to: str, subject: str) -> EmailMessage:
    """The letter as it is sent. The same piece has the same Message-ID however often it is sent:
    mailboxes that know it keep one."""
    letter = EmailMessage(policy=SMTP)
    letter["From"] = _named(name, ours)
    letter["To"] = to
    letter["Subject"] = subject if subject.lower().startswith("re:") else f"Re: {subject}"
    letter["Date"] = formatdate()
    letter["Message-ID"] = message_id(piece, ours)
    letter["Auto-Submitted"] = "auto-replied"
    letter["Content-Language"] = piece["language"]
    if piece.get("answers"):
        letter["In-Reply-To"] = letter["References"] = piece["answers"]
    letter.set_content(piece["text"])
    return letter


def message_id(piece: Piece, ours: str) -> str:
    return f"<{piece['id']}@{ours.rsplit('@', 1)[1]}>"


def _named(name: str, address: str) -> Any:
    from email.headerregistry import Address

    local, domain = address.rsplit("@", 1)
    return Address(name, local, domain)


def _without_choices(parts: list[Part]) -> list[Part]:
    return [part for part in parts if not isinstance(part, ChoicesPart)]


def _line(choice: Choice) -> str:
    return f"  * {choice.title}"


def chosen(text: str, offered: list[Choice]) -> str | None:
    """The payload of the choice that a letter names with its whole text."""
    said = text.strip().strip("*.。!！ ").casefold()
    return next((one.payload for one in offered if one.title.strip().casefold() == said), None)
