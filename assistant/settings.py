"""One table of settings: environment, then refdesk.toml, then default."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
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


SETTINGS: tuple[Setting, ...] = (
    Setting("data_dir", _path, "./var", "where everything that Refdesk writes is kept"),
    Setting("host", str, "0.0.0.0", "address the web server listens on"),
    Setting("port", _port, 8080, "port of the web server"),
    Setting(
        "public_url",
        _address,
        "",
        "address readers reach the web server at, as https://help.example.org",
    ),
    Setting("engine_port", _port, 5015, "loopback port of the dialogue engine"),
    Setting("actions_port", _port, 5065, "loopback port of the action server"),
    Setting("database_url", str, "", "SQLAlchemy URL of the store; empty is SQLite in data_dir"),
    Setting(
        "library_dir", _path, PACKAGED_LIBRARY, "folder with library.toml, knowledge/ and holdings/"
    ),
    Setting(
        "engine_python", _unresolved, ENGINE_PYTHON, "Python of the environment that Rasa lives in"
    ),
    Setting("encoder", str, "multilingual-e5-small", "sentence-transformers name or folder"),
    Setting(
        "english_encoder",
        str,
        "bge-small-en-v1.5",
        "one more, for English questions to the knowledge base; empty is none",
    ),
    Setting(
        "origins",
        _origins,
        (),
        "origins that may embed the chat, as https://www.example.org; * is any",
    ),
    Setting(
        "queue_minutes",
        _count,
        10,
        "how long a reader waits in the queue before it becomes a question kept",
    ),
    Setting(
        "vanish_minutes",
        _count,
        5,
        "how long a librarian may be gone before a conversation goes back to the queue",
    ),
    Setting(
        "keep_conversations_days",
        _count,
        180,
        "conversations are erased after so many days without a word; 0 keeps",
    ),
    Setting(
        "keep_turns_days",
        _count,
        365,
        "what the assistant understood and searched is erased after so many days",
    ),
    Setting(
        "keep_open_questions_days",
        _count,
        365,
        "questions that nobody has answered are kept this long",
    ),
    Setting("wrong_answers_bound", _share, 0.05, "share of wrong answers that the library accepts"),
    Setting("messages_per_minute", _count, 300, "messages one conversation may send in a minute"),
    Setting("telegram_token", str, "", "token of the Telegram bot; empty is off"),
    Setting("telegram_api", _address, "", "address of another Bot API server than Telegram's own"),
    Setting(
        "telegram_per_second",
        _count,
        30,
        "messages a second that Telegram allows the bot; 30 unless the library pays for more",
    ),
    Setting("email_address", str, "", "address that letters to readers come from; empty is off"),
    Setting("smtp_url", str, "", "server that sends letters, as smtp://user:password@host:587"),
    Setting("imap_url", str, "", "mailbox readers write to, as imaps://user:password@host"),
)


@dataclass(frozen=True)
class Settings:
    """All settings, read and checked; see SETTINGS for what each means."""

    data_dir: Path
    host: str
    port: int
    public_url: str
    engine_port: int
    actions_port: int
    database_url: str
    library_dir: Path
    engine_python: Path
    encoder: str
    english_encoder: str
    origins: tuple[str, ...]
    queue_minutes: int
    vanish_minutes: int
    keep_conversations_days: int
    keep_turns_days: int
    keep_open_questions_days: int
    wrong_answers_bound: float
    messages_per_minute: int
    telegram_token: str
    telegram_api: str
    telegram_per_second: int
    email_address: str
    smtp_url: str
    imap_url: str

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
