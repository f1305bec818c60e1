"""Letters that are made to be hard to read: each is read at once, and beside everything else."""

from __future__ import annotations

import asyncio
import time
from email.message import EmailMessage
from typing import Any

import pytest

from assistant.store import Database
from connectors.email import letters
from connectors.email.channel import EmailChannel
from connectors.email.servers import read_address
from tests.channels import house

OURS = "ask@library.example"
SOON = 15.0  # seconds, on a slow machine; what is being guarded against took minutes


def timed(raw: bytes) -> tuple[float, letters.Arrived | None]:
    begun = time.perf_counter()
    arrived = letters.read(raw, OURS)
    return time.perf_counter() - begun, arrived


def letter(body: str, subtype: str = "html") -> bytes:
    made = EmailMessage()
    made["From"], made["Message-ID"], made["Subject"] = "a@b.example", "<x@y>", "s"
    made.set_content(body, subtype=subtype)
    return made.as_bytes()


@pytest.mark.parametrize(
    "repeated",
    ["<style>", "<", "<!--", "<a ", "<a b='", "</", "<?", "<script></scrip", "<div>", "x<", "&#"],
)
def test_a_web_page_takes_no_longer_than_its_length(repeated: str) -> None:
    seconds, arrived = timed(letter("Hello. " + repeated * (300_000 // len(repeated))))
    assert seconds < SOON
    assert arrived
    assert arrived.text.startswith("Hello.")


@pytest.mark.parametrize(
    "body", ["-" * 60_000 + "\n" * 60_000, "On 1 " * 60_000, "于1" * 60_000, "\n" * 300_000, "> " * 300_000]
)  # fmt: skip
def test_words_take_no_longer_than_their_length(body: str) -> None:
    assert timed(letter(f"{body} x", "plain"))[0] < SOON


@pytest.mark.parametrize("name", ["From", "Subject", "Content-Type", "Content-Disposition"])
@pytest.mark.parametrize("repeated", ['"', "a ", "(", "; a*0=b", ", a@b", "=?utf-8?q?a?= "])
def test_headers_take_no_longer_than_their_length(name: str, repeated: str) -> None:
    headers = {"From": "a@b.example", "Subject": "s"} | {name: repeated * (20_000 // len(repeated))}
    lines = "".join(f"{key}: {value}\r\n" for key, value in headers.items())
    assert timed(f"{lines}\r\nhi".encode())[0] < SOON


def test_many_headers_that_are_hard_to_read_are_not_all_read() -> None:
    part = '--b\r\nContent-Type: text/plain; name="' + '"' * 900 + "\r\n\r\nhi\r\n"
    head = "From: a@b.example\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
    assert timed((head + part * 300 + "--b--\r\n").encode())[0] < SOON


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>One<br>two</p><ul><li>three</li><li>four</li></ul>", "One\ntwo\nthree\nfour"),
        (
            "<html><head><title>T</title></head><body>三体\n有吗？<!-- a > b --></body>",
            "三体 有吗？",
        ),
        ("a &lt;b&gt; &amp; c&nbsp;d", "a <b> & c d"),
        ("<p>Yes<blockquote>old <b>words</b></blockquote>please", "Yes\n\nplease"),
        ("just words", "just words"),
        ("1 < 2 and <i>3</i>", "1 < 2 and 3"),
        ("<style>p{}</style>", "s"),
        ("", "s"),
    ],
)
def test_the_words_of_a_page_are_kept_with_their_lines(page: str, text: str) -> None:
    _, arrived = timed(letter(page))
    assert arrived
    assert arrived.text == text


def test_a_long_name_and_subject_are_still_read() -> None:
    made = EmailMessage()
    made["From"], made["Subject"] = f'"{"图书馆读者" * 12}" <rea@example.org>', "三体" * 90
    made.set_content("hi")
    made.add_attachment(b"x", maintype="image", subtype="png", filename="照片" * 30 + ".png")
    _, arrived = timed(made.as_bytes())
    assert arrived
    assert (arrived.address, arrived.subject) == ("rea@example.org", "三体" * 90)
    assert arrived.attachments == ("照片" * 30 + ".png",)


async def test_while_a_letter_is_read_everybody_else_is_served(
    sqlite: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slow(raw: bytes, ours: str) -> Any:
        time.sleep(0.5)

    monkeypatch.setattr(letters, "read", slow)
    at_home = house(sqlite)
    smtp = read_address("smtp_url", "smtp://127.0.0.1:9")
    channel = EmailChannel(OURS, at_home.library, smtp=smtp, imap=None, reception=at_home.reception)
    keeping, ticks = asyncio.create_task(channel.keep(b"")), 0
    while not keeping.done():
        await asyncio.sleep(0.01)
        ticks += 1
    assert ticks > 10
