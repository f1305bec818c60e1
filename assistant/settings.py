"""One table of settings: environment, then refdesk.toml, then default."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, NamedTuple

from assistant.errors import SettingsError

PACKAGED_LIBRARY = Path(__file__).parent / "sample"
NLU_DATA = Path(__file__).parent.parent / "nlu_data"
ENGINE_PYTHON = Path(__file__).parent.parent / ".venv-rasa" / "bin" / "python"


def _whole(value: Any) -> int:
    try:
        return int(value)
    except (TypeError, ValueError):
        raise ValueError("it has to be a whole number") from None


def _address(value: Any) -> str:
    """An address with its scheme: without one no browser takes it for the same."""
    told = str(value)
    if told and not re.fullmatch(r"https?://[^/\s]+(/\S*)?", told):
        raise ValueError("an address begins with https:// or http://")
    return told


def _origins(value: Any) -> tuple[str, ...]:
    origins = _words(value)
    for one in origins:
        if one != "*" and not re.fullmatch(r"https?://[^/\s]+", one):
            raise ValueError(f"{one!r} is no origin, such as https://www.example.org")
    return origins


def _port(value: Any) -> int:
    number = _whole(value)
    if not 0 <= number <= 65535:
        raise ValueError("a port is a number from 0 to 65535")
    return number


def _count(value: Any) -> int:
    number = _whole(value)
    if number < 0:
        raise ValueError("a count is 0 or more")
    return number


def _share(value: Any) -> float:
    number = float(value)
    if not 0 <= number <= 1:
        raise ValueError("a share is a number from 0 to 1")
    return number


def _words(value: Any) -> tuple[str, ...]:
    parts = value.split(",") if isinstance(value, str) else value
    return tuple(str(part).strip() for part in parts if str(part).strip())


def _path(value: Any) -> Path:
    return Path(str(value)).expanduser().resolve()


def _unresolved(value: Any) -> Path:
    """A path as it stands: an environment's interpreter is a link that must not be followed."""
    return Path(str(value)).expanduser().absolute()


class Setting(NamedTuple):
    name: str  # REFDESK_<NAME> in the environment, <name> in refdesk.toml
    read: Callable[[Any], Any]
    default: Any
    help: str


def _setting(read: Callable[[Any], Any], default: Any, help: str) -> Any:
    return field(metadata={"read": read, "default": default, "help": help})


@dataclass(frozen=True)
class Settings:
    """All settings, each with what reads it, its default, and what it sets."""

    data_dir: Path = _setting(_path, "./var", "where everything that Refdesk writes is kept")
    host: str = _setting(str, "0.0.0.0", "address the web server listens on")
    port: int = _setting(_port, 8080, "port of the web server")
    public_url: str = _setting(
        _address, "", "address readers reach the web server at, as https://help.example.org"
    )
    engine_port: int = _setting(_port, 5015, "loopback port of the dialogue engine")
    actions_port: int = _setting(_port, 5065, "loopback port of the action server")
    database_url: str = _setting(
        str, "", "SQLAlchemy URL of the store; empty is SQLite in data_dir"
    )
    library_dir: Path = _setting(
        _path, PACKAGED_LIBRARY, "folder with library.toml, knowledge/ and holdings/"
    )
    engine_python: Path = _setting(
        _unresolved, ENGINE_PYTHON, "Python of the environment that Rasa lives in"
    )
    encoder: str = _setting(str, "multilingual-e5-small", "sentence-transformers name or folder")
    english_encoder: str = _setting(
        str,
        "bge-small-en-v1.5",
        "one more, for English questions to the knowledge base; empty is none",
    )
    origins: tuple[str, ...] = _setting(
        _origins, (), "origins that may embed the chat, as https://www.example.org; * is any"
    )
    queue_minutes: int = _setting(
        _count, 10, "how long a reader waits in the queue before it becomes a question kept"
    )
    vanish_minutes: int = _setting(
        _count, 5, "how long a librarian may be gone before a conversation goes back to the queue"
    )
    keep_conversations_days: int = _setting(
        _count, 180, "conversations are erased after so many days without a word; 0 keeps"
    )
    keep_turns_days: int = _setting(
        _count, 365, "what the assistant understood and searched is erased after so many days"
    )
    keep_open_questions_days: int = _setting(
        _count, 365, "questions that nobody has answered are kept this long"
    )
    wrong_answers_bound: float = _setting(
        _share, 0.05, "share of wrong answers that the library accepts"
    )
    messages_per_minute: int = _setting(
        _count, 300, "messages one conversation may send in a minute"
    )
    telegram_token: str = _setting(str, "", "token of the Telegram bot; empty is off")
    telegram_api: str = _setting(
        _address, "", "address of another Bot API server than Telegram's own"
    )
    telegram_per_second: int = _setting(
        _count,
        30,
        "messages a second that Telegram allows the bot; 30 unless the library pays for more",
    )
    email_address: str = _setting(
        str, "", "address that letters to readers come from; empty is off"
    )
    smtp_url: str = _setting(str, "", "server that sends letters, as smtp://user:password@host:587")
    imap_url: str = _setting(str, "", "mailbox readers write to, as imaps://user:password@host")

    @property
    def store_url(self) -> str:
        return self.database_url or f"sqlite:///{self.data_dir / 'refdesk.sqlite'}"

    @property
    def encoder_dir(self) -> Path:
        """Folder of the exported encoder: under data_dir, unless named ready-made."""
        return self._encoder_folder(self.encoder)

    @property
    def english_encoder_dir(self) -> Path | None:
        """Folder of the encoder for English questions; None when the library does without."""
        return self._encoder_folder(self.english_encoder) if self.english_encoder else None

    @property
    def encoders(self) -> dict[str, Path]:
        """Every encoder by its name in the settings, with its folder."""
        names = [name for name in (self.encoder, self.english_encoder) if name]
        return {name: self._encoder_folder(name) for name in names}

    def _encoder_folder(self, name: str) -> Path:
        named = Path(name)
        made = self.data_dir / "models" / name.replace("/", "--")
        return named if (named / "encoder.json").is_file() else made

    @property
    def index_dir(self) -> Path:
        return self.data_dir / "index"

    @property
    def model_file(self) -> Path:
        return self.data_dir / "models" / "dialogue.tar.gz"

    @property
    def nlu_data(self) -> tuple[Path, ...]:
        """Folders of training data: ours, then the library's own when it has one."""
        own = self.library_dir / "nlu_data"
        return (NLU_DATA, own) if own.is_dir() else (NLU_DATA,)

    @property
    def engine_url(self) -> str:
        return f"http://127.0.0.1:{self.engine_port}"

    @property
    def actions_url(self) -> str:
        return f"http://127.0.0.1:{self.actions_port}"


SETTINGS = tuple(Setting(each.name, **each.metadata) for each in fields(Settings))


def load_settings(
    environ: Mapping[str, str] | None = None, file: Path | None = None, **overrides: Any
) -> Settings:
    """Read every setting. Raises SettingsError naming key, value and fix."""
    environ = os.environ if environ is None else environ
    file = file or Path(environ.get("REFDESK_CONFIG", "refdesk.toml"))
    filed = _read_file(file)
    values = {s.name: overrides.get(s.name, _value(s, environ, filed, file)) for s in SETTINGS}
    return Settings(**values)


def alone(settings: Settings, data_dir: Path) -> Settings:
    """The same library on a store of its own in `data_dir`, with no bot, no mailbox and no readers
    from elsewhere: what is measured or tried touches nothing that the library has."""
    return replace(
        settings,
        data_dir=data_dir,
        database_url="",
        host="127.0.0.1",
        telegram_token="",
        email_address="",
        smtp_url="",
        imap_url="",
    )


def exported(settings: Settings) -> dict[str, str]:
    """All settings as environment variables; who starts with these reads no file."""
    told = {f"REFDESK_{s.name.upper()}": _written(getattr(settings, s.name)) for s in SETTINGS}
    return told | {"REFDESK_CONFIG": os.devnull}


def _written(value: Any) -> str:
    return ",".join(value) if isinstance(value, tuple) else str(value)


def _read_file(file: Path) -> dict[str, Any]:
    if not file.exists():
        return {}
    try:
        filed = tomllib.loads(file.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{file}: not readable as TOML: {error}") from error
    unknown = sorted(set(filed) - {s.name for s in SETTINGS})
    if unknown:
        raise SettingsError(f"{file}: no such setting: {', '.join(unknown)}. See docs/settings.md.")
    return filed


def _value(
    setting: Setting, environ: Mapping[str, str], filed: Mapping[str, Any], file: Path
) -> Any:
    """A variable that is empty sets a text to nothing; anything else it leaves as it is."""
    key = f"REFDESK_{setting.name.upper()}"
    if environ.get(key) or (key in environ and setting.read is str):
        where, raw = key, environ[key]
    elif setting.name in filed:
        where, raw = f"{setting.name} in {file}", filed[setting.name]
    else:
        return setting.read(setting.default)
    try:
        return setting.read(raw)
    except (TypeError, ValueError) as error:
        raise SettingsError(f"{where} is {raw!r}, but {error}. It sets {setting.help}.") from error
