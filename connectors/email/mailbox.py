"""The mailbox that readers write to: a letter counts as read only when what it says is kept."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from aioimaplib import IMAP4, IMAP4_SSL, AioImapException

from assistant.store.away import AWAY
from connectors.email.servers import MailServer, tls_context

log = logging.getLogger(__name__)

LOOK_EVERY = 15.0  # seconds
LONGEST_WAIT = 300.0  # seconds, when the mailbox does not answer
LARGEST = 25_000_000  # bytes of a letter
MOST_FAILURES = 5  # then a letter counts as read: it would be fetched for ever


class MailboxLost(Exception):
    """The mailbox does not answer, or answers what cannot be used."""


async def read_for_ever(
    server: MailServer, keep: Callable[[bytes], Awaitable[None]], every: float = LOOK_EVERY
) -> None:
    """Hand every unread letter to `keep`, until cancelled; what `keep` fails on comes again."""
    wait, failures = 2.0, Counter[str]()
    while True:
        try:
            async with signed_in(server) as mailbox:
                wait = 2.0
                while True:
                    await _look(mailbox, keep, failures)
                    await asyncio.sleep(every)
        except (MailboxLost, AioImapException, OSError, TimeoutError) as error:
            log.warning("the mailbox does not answer: %s", error)
            await asyncio.sleep(wait)
            wait = min(LONGEST_WAIT, wait * 2)


@asynccontextmanager
async def signed_in(server: MailServer) -> AsyncIterator[IMAP4]:
    """Raises MailboxLost when the server refuses us."""
    if server.tls:
        mailbox: IMAP4 = IMAP4_SSL(server.host, server.port, timeout=20, ssl_context=tls_context())
    elif server.is_loopback:
        mailbox = IMAP4(server.host, server.port, timeout=20)
    else:
        raise MailboxLost("a password is only sent over TLS: write imap_url as imaps://...")
    await mailbox.wait_hello_from_server()
    try:
        _check(await mailbox.login(server.username, server.password), "sign-in")
        _check(await mailbox.select("INBOX"), "INBOX")
        yield mailbox
    finally:
        await mailbox.logout()


async def _look(
    mailbox: IMAP4, keep: Callable[[bytes], Awaitable[None]], failures: Counter[str]
) -> None:
    await mailbox.noop()
    found = _check(await mailbox.uid_search("UNSEEN"), "search")
    for uid in found[0].decode().split() if found else []:
        letter = await _fetch(mailbox, uid)
        try:
            if letter is not None:
                await keep(letter)
        except AWAY as error:  # no letter is given up for the store's sake
            log.warning("letter %s waits: the store does not answer: %r", uid, error)
            continue
        except Exception:  # whatever one letter does, those after it are read
            failures[uid] += 1
            given_up = failures[uid] >= MOST_FAILURES
            log.exception("letter %s: %s", uid, "given up" if given_up else "it is read again")
            if not given_up:
                continue
        _check(await mailbox.uid("store", uid, "+FLAGS", r"(\Seen)"), "flag")


async def _fetch(mailbox: IMAP4, uid: str) -> bytes | None:
    lines = _check(await mailbox.uid("fetch", uid, "(BODY.PEEK[])"), "fetch")
    bodies = [bytes(line) for line in lines if isinstance(line, bytearray)]
    if not bodies or len(bodies[0]) > LARGEST:
        log.warning("letter %s is empty or larger than %d MB", uid, LARGEST // 10**6)
        return None
    return bodies[0]


def _check(answer: object, what: str) -> list[bytes]:
    result, lines = answer.result, answer.lines  # type: ignore[attr-defined]
    if result != "OK":
        raise MailboxLost(f"{what} was refused: {lines[:1]}")
    return list(lines)
