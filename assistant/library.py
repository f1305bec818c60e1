"""The facts of a library: names, branches, closures, specialists, rules, prices and help lines."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import Field, ValidationError, field_validator, model_validator

from assistant.errors import LibraryFileError
from assistant.facts import LOCALES, Facts, Text, Word, describe, fold, names
from assistant.model import Language
from assistant.timetable import DayException, Place, Weekday

FILE_NAME = "library.toml"
DESK_CODE: Literal["DESK"] = "DESK"

DeweyRange = Annotated[str, Field(pattern=r"^\d{3}(\.\d+)?(-\d{3}(\.\d+)?)?$")]


class Branch(Place):
    """One building of the library."""

    code: str = Field(pattern=r"^[A-Z0-9][A-Z0-9_-]{0,9}$")
    aliases: tuple[Word, ...] = ()
    address: Text
    phone: Word
    email: Word
    latitude: float = Field(ge=-90, le=90)
    longitude: float = Field(ge=-180, le=180)
    accessibility: Text


class Desk(Place):
    """When librarians answer in the chat, and what is promised when they do not."""

    code: Word = DESK_CODE
    follow_up_days: int = Field(ge=1)  # open days
    wait_minutes: int = Field(ge=1)
    queue_minutes: int = Field(ge=1)


class Keywords(Facts):
    """Words that readers use for a subject, by language."""

    en: tuple[Word, ...]
    zh: tuple[Word, ...]


class Specialist(Facts):
    """A librarian for a subject, known by role and not by name."""

    code: Word
    role: Text
    subjects: Keywords
    ddc: tuple[DeweyRange, ...] = ()
    email: Word
    branch: Word
    availability: Text
    days: tuple[Weekday, ...] = ()  # when they are there, if that can be said by weekdays

    def weight_of(self, folded: str) -> int:
        """How many characters of its subjects the folded text names."""
        words = (*self.subjects.en, *self.subjects.zh)
        return sum(len(word) for word in words if names(word, folded))

    def closeness(self, number: float) -> float:
        """1 / width of its narrowest Dewey range that holds the number; 0 outside all."""
        ranges = (_ddc_range(text) for text in self.ddc)
        return max((1 / (high - low) for low, high in ranges if low <= number < high), default=0.0)


def _ddc_range(text: str) -> tuple[float, float]:
    low, _, high = text.partition("-")
    last = high or low
    return float(low), float(last) + 10.0 ** -len(last.partition(".")[2])


def _ddc_number(ddc: str | None) -> float | None:
    found = re.match(r"\d{3}(\.\d+)?", (ddc or "").strip().replace("/", ""))
    return float(found[0]) if found else None


class HelpLine(Facts):
    """Whom a reader in distress or danger can reach."""

    topic: Literal["emergency", "distress", "child", "abuse"]
    name: Text
    phone: Word
    url: str | None = None
    note: Text
    interpreters: bool = False  # they find one for who asks


class Library(Facts):
    """Everything in `library.toml`."""

    name: Text
    timezone: str
    currency: str = Field(pattern=r"^[A-Z]{3}$")
    url: str = Field(pattern=r"^https?://\S*[^/\s]$")
    phone: Word
    email: Word
    branches: tuple[Branch, ...] = Field(min_length=1)
    exceptions: tuple[DayException, ...] = ()
    desk: Desk
    specialists: tuple[Specialist, ...] = ()
    rules: dict[str, int]
    prices: dict[str, Decimal]
    help_lines: tuple[HelpLine, ...] = ()
    shelves: dict[str, Text] = Field(
        default_factory=dict
    )  # shelving locations by the code on copies

    @field_validator("timezone")
    @classmethod
    def _zone_known(cls, key: str) -> str:
        try:
            ZoneInfo(key)
        except (ValueError, OSError, LookupError):
            raise ValueError('use a name of the IANA list, such as "Europe/London"') from None
        return key

    @model_validator(mode="after")
    def _codes_known(self) -> Library:
        codes = [branch.code for branch in self.branches]
        if len({*codes, DESK_CODE}) <= len(codes):
            raise ValueError(f"each branch needs its own code, not {DESK_CODE}; found {codes}")
        used = {one.branch for one in self.specialists}
        used.update(code for one in self.exceptions for code in one.branches)
        if unknown := used - {*codes, DESK_CODE}:
            raise ValueError(f"no branch has the code {sorted(unknown)}; the codes are {codes}")
        return self

    @cached_property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.timezone)

    def branch(self, code: str) -> Branch | None:
        return next((branch for branch in self.branches if branch.code == code), None)

    def branch_named(self, text: str) -> Branch | None:
        """The branch whose code, name or alias, in either language, stands in the text."""
        folded = fold(text)
        found = [(len(name), branch) for name, branch in self._called() if names(name, folded)]
        return max(found, key=lambda pair: pair[0])[1] if found else None

    def _called(self) -> Iterator[tuple[str, Branch]]:
        for branch in self.branches:
            for name in (branch.code, branch.name.en, branch.name.zh, *branch.aliases):
                yield name, branch

    def specialist(self, code: str) -> Specialist | None:
        return next((one for one in self.specialists if one.code == code), None)

    def specialist_for(self, text: str, ddc: str | None = None) -> Specialist | None:
        """Whose subjects the text names most; where words say nothing, by Dewey number."""
        number, folded = _ddc_number(ddc), fold(text)

        def fit(one: Specialist) -> tuple[int, float]:
            return one.weight_of(folded), 0.0 if number is None else one.closeness(number)

        best = max(self.specialists, key=fit, default=None)
        return best if best is not None and any(fit(best)) else None

    def help_for(self, *topics: str) -> tuple[HelpLine, ...]:
        """The emergency lines and those of the topics; of one topic as the file orders them."""
        wanted = dict.fromkeys(("emergency", *topics))
        return tuple(line for one in wanted for line in self.help_lines if line.topic == one)

    def facts(self, language: Language) -> Mapping[str, str]:
        """Every fact that a text may use by name, such as {book_days}, written for the language."""
        return {
            **{key: str(number) for key, number in self.rules.items()},
            **{key: self._money(price, language) for key, price in self.prices.items()},
            "library": self.name[language],
            "phone": self.phone,
            "email": self.email,
            "url": self.url,
            "follow_up_days": str(self.desk.follow_up_days),
            **{f"{one.code}_address": one.address[language] for one in self.branches},
            **{f"{one.code}_email".replace("-", "_"): one.email for one in self.specialists},
            **{f"{line.topic}_phone": line.phone for line in reversed(self.help_lines)},
        }

    def _money(self, price: Decimal, language: Language) -> str:
        from babel.numbers import format_currency

        return format_currency(price, self.currency, locale=LOCALES[language])


def load_library(folder: Path) -> Library:
    """Read `library.toml` in the library's folder. Raises LibraryFileError: file, key and fix."""
    path = folder / FILE_NAME
    try:
        facts = tomllib.loads(path.read_text("utf-8"), parse_float=Decimal)
        return Library.model_validate(facts)
    except OSError as error:
        fix = "point REFDESK_LIBRARY_DIR at the library's folder"
        raise LibraryFileError(f"{path} cannot be read ({error.strerror}); {fix}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LibraryFileError(f"{path} is not TOML in UTF-8: {error}") from error
    except ValidationError as error:
        raise LibraryFileError("\n".join(describe(path, one) for one in error.errors())) from error
