"""Real mail servers on loopback: Dovecot for the mailbox, aiosmtpd for what is sent."""

from __future__ import annotations

import imaplib
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller

PASSWORD = "a-password"
CONFIG = """
protocols = imap
listen = 127.0.0.1
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/log
ssl = no
disable_plaintext_auth = no
auth_mechanisms = plain login
mail_location = maildir:{folder}/mail/%u
first_valid_uid = 1
default_login_user = nobody
default_internal_user = nobody
default_internal_group = nogroup
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid=nobody gid=nogroup home={folder}/mail/%u
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service anvil {{
  chroot =
}}
"""


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def dovecot() -> Iterator[int]:
    """A mailbox server; its port. Only root may start it, as in CI."""
    program = shutil.which("dovecot") or shutil.which("dovecot", path="/usr/sbin")
    if (program is None or os.getuid() != 0) and os.environ.get("CI"):
        pytest.fail("dovecot cannot be started: .ci/run installs dovecot-imapd")
    if program is None or os.getuid() != 0:
        pytest.skip("no dovecot that we may start here")
    # Outside pytest's own folder, which only root may enter.
    with tempfile.TemporaryDirectory() as name, _served(program, Path(name)) as port:
        yield port


@contextmanager
def _served(program: str, folder: Path) -> Iterator[int]:
    port = free_port()
    (folder / "mail").mkdir(parents=True)
    for path in (folder, folder / "mail"):
        path.chmod(0o777)
    config = folder / "dovecot.conf"
    config.write_text(CONFIG.format(folder=folder, port=port, password=PASSWORD))
    server = subprocess.Popen([program, "-F", "-c", str(config)])
    try:
        _wait_for(port)
        yield port
    finally:
        server.terminate()
        server.wait(10)


def _wait_for(port: int) -> None:
    for _ in range(200):
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("dovecot does not listen")


def put(port: int, user: str, letter: EmailMessage | bytes) -> None:
    """A letter arrives in the mailbox."""
    with imaplib.IMAP4("127.0.0.1", port) as mailbox:
        mailbox.login(user, PASSWORD)
        raw = letter if isinstance(letter, bytes) else letter.as_bytes()
        mailbox.append("INBOX", "", imaplib.Time2Internaldate(time.time()), raw)


def unread(port: int, user: str) -> int:
    with imaplib.IMAP4("127.0.0.1", port) as mailbox:
        mailbox.login(user, PASSWORD)
        mailbox.select("INBOX")
        return len(mailbox.search(None, "UNSEEN")[1][0].split())


class Sent:
    """Keeps what is sent; can refuse an address for good or all for now."""

    def __init__(self) -> None:
        self.letters: list[EmailMessage] = []
        self.refused: set[str] = set()
        self.busy = False

    async def handle_RCPT(  # noqa: N802 (aiosmtpd's name)
        self, server: Any, session: Any, envelope: Any, address: str, options: Any
    ) -> str:
        if self.busy:
            return "451 4.3.0 come again later"
        if address in self.refused:
            return "550 5.1.1 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        letter = message_from_bytes(envelope.content, policy=default)
        assert isinstance(letter, EmailMessage)
        self.letters.append(letter)
        return "250 OK"


@contextmanager
def smtp() -> Iterator[tuple[Sent, int]]:
    sent, port = Sent(), free_port()
    controller = Controller(sent, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield sent, port
    finally:
        controller.stop()
