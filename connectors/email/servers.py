"""Mail servers named by an address in the settings."""

from __future__ import annotations

import re
import ssl
from dataclasses import dataclass
from functools import cache
from urllib.parse import unquote, urlsplit

from assistant.errors import SettingsError

PORTS = {"smtp": 587, "smtps": 465, "imap": 143, "imaps": 993}


@dataclass(frozen=True, slots=True)
class MailServer:
    """Where a mail server is and how we sign in; `tls` from the first byte."""

    host: str
    port: int
    tls: bool
    username: str
    password: str

    @property
    def is_loopback(self) -> bool:
        return self.host in ("localhost", "127.0.0.1", "::1")


@cache
def tls_context() -> ssl.SSLContext:
    """Made once: to read what authorities the machine trusts holds up everything else."""
    return ssl.create_default_context()


def own_address(address: str) -> str:
    """The library's own address. Raises SettingsError."""
    if not re.fullmatch(r"[^@\s<>\"]+@[^@\s<>\"]+", address):
        raise SettingsError(
            f"email_address is {address!r}, which is no address; write it as ask@library.example."
        )
    return address


def read_address(setting: str, url: str) -> MailServer:
    """Raises SettingsError naming the setting and the fix."""
    try:
        parts = urlsplit(url)
        kind, port = parts.scheme, parts.port
    except ValueError as error:
        raise SettingsError(f"{setting} is not an address: {error}.") from error
    if kind not in PORTS or not kind.startswith(setting[:4]) or not parts.hostname:
        example = f"{setting[:4]}s://user:password@mail.example.org"
        raise SettingsError(f"{setting} does not name a server; write it as {example}.")
    return MailServer(
        host=parts.hostname,
        port=port or PORTS[kind],
        tls=kind.endswith("s"),
        username=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
    )
