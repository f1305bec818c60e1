"""Letters as mail programs write them: what the reader wrote without what they quote."""

from __future__ import annotations

import pytest

from assistant.errors import SettingsError
from connectors.email import letters
from connectors.email.servers import own_address

OURS = "ask@library.example"
HEADERS = (
    "From: Rea <rea@example.org>\r\nSubject: Bees\r\nContent-Type: text/plain; charset=utf-8\r\n"
)


def read(raw: str | bytes) -> letters.Arrived:
    arrived = letters.read(raw if isinstance(raw, bytes) else raw.encode(), OURS)
    assert arrived is not None
    return arrived


@pytest.mark.parametrize(
    ("body", "written"),
    [
        ("Yes\n\nOn Mon, Nov 29, 2026 at 12:00 PM Library <\nask@library.example> wrote:\n\n> I", "Yes"),
        ("Yes\n\nOn Sun, 29 Nov 2026 at 12:00, Library <ask@library.example>\nwrote:\n\n> I", "Yes"),
        ("Yes\n\nFrom: Library <ask@library.example>\nSent: Sunday\nTo: Rea\n\nI found 4", "Yes"),
        ("On Tuesday the library wrote:\n> I found 4\n\nThe second, please", "The second, please"),
        ("> I found 4\n\nThe second, please\n-- \nRea", "The second, please"),
        ("> only quoted", "> only quoted"),
        ("Do you have it?\n\nSent from my iPhone", "Do you have it?"),
        ("On the road, by Kerouac\nand Dune", "On the road, by Kerouac\nand Dune"),
        ("有三体吗？\n\n图书馆 <ask@library.example> 于2026年11月29日周日 12:00写道：\n> 您好", "有三体吗？"),
        ("有三体吗？\n\n在 2026-11-29 12:00:00，\"图书馆\" <ask@library.example> 写道：\n>您好", "有三体吗？"),
        ("有三体吗？\n\n------------------ 原始邮件 ------------------\n发件人: x", "有三体吗？"),
        ("有三体吗？\n\n发自我的iPhone", "有三体吗？"),
    ],
)  # fmt: skip
def test_what_is_quoted_is_not_said_again(body: str, written: str) -> None:
    assert read(f"{HEADERS}\r\n{body}").text == written


def test_a_web_page_of_a_letter_keeps_its_lines() -> None:
    page = (
        "<style>p{}</style><p>Do you have <b>Dune</b>?</p><div>And&nbsp;Emma &amp; co</div>"
        "<div><b>From:</b> Library<br><b>Sent:</b> Sunday</div><blockquote>old</blockquote>"
    )
    raw = f"From: rea@example.org\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page}"
    assert read(raw).text == "Do you have Dune?\nAnd Emma & co"


@pytest.mark.parametrize(
    "header",
    [
        b"Message-ID: <\r\n",
        b"Message-ID: <@\x17 b\x00c>\r\n",
        b'Content-Type: text/plain; charset="a\x00b"\r\n',
        b"Subject: caf\xe9 \x00\r\n",
        b"Auto-Submitted: \r\n",
    ],
)
def test_a_header_that_cannot_be_read_hinders_nothing(header: bytes) -> None:
    arrived = read(b"From: rea@example.org\r\n" + header + b"\r\nhi \x00")
    assert (arrived.address, arrived.text) == ("rea@example.org", "hi \ufffd")
    assert "\x00" not in f"{arrived.subject}{arrived.message_id}"


def test_what_machines_send_is_not_answered() -> None:
    for header in (
        "Auto-Submitted: auto-replied",
        "Precedence: bulk",
        "List-Id: <x.example>",
        "Content-Type: multipart/report; boundary=x",
    ):
        assert letters.read(f"From: a@b.example\r\n{header}\r\n\r\nx".encode(), OURS) is None
    assert letters.read(b'From: "a@b.example" <\r\n\r\nx', OURS) is None


def test_an_address_of_ours_that_is_none_is_named() -> None:
    assert own_address(OURS) == OURS
    with pytest.raises(SettingsError, match="email_address is 'library'"):
        own_address("library")
