"""What the desk's API takes, for checking and for the OpenAPI page."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, Field, StringConstraints, model_validator

from assistant.model import LONGEST_TEXT

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
Text = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_TEXT)
]


class SourceBody(BaseModel):
    title: Annotated[str, StringConstraints(min_length=1, max_length=300)]
    id: Annotated[str, StringConstraints(max_length=200)] = ""
    url: Annotated[str, StringConstraints(max_length=2000, pattern=r"^https?://\S+$")] | None = None


class Reply(BaseModel):
    """What the reader is told; `id` is the window's own and makes a retry safe."""

    id: UUID
    text: Annotated[str, StringConstraints(strip_whitespace=True, max_length=LONGEST_TEXT)] = ""
    record_ids: Annotated[list[str], Field(max_length=20)] = []
    sources: Annotated[list[SourceBody], Field(max_length=20)] = []

    @model_validator(mode="after")
    def _something(self) -> Reply:
        if not self.text and not self.record_ids:
            raise ValueError("the reply is empty; it takes 1 to 4,000 characters or a record")
        return self


class Hello(BaseModel):
    presence: Literal["online", "away"] | None = None
    out_until: AwareDatetime | None = None


class Seen(BaseModel):
    seq: Annotated[int, Field(ge=-1)]


class NoteBody(BaseModel):
    text: Text


class Labels(BaseModel):
    labels: Annotated[list[Annotated[str, StringConstraints(max_length=80)]], Field(max_length=20)]


class Snooze(BaseModel):
    until: AwareDatetime | None


class Transfer(BaseModel):
    """To a colleague by id, or to whoever is the specialist of that code."""

    to: str | None = None
    specialist: str | None = None
    note: Annotated[str, StringConstraints(strip_whitespace=True, max_length=LONGEST_TEXT)] = ""


class Due(BaseModel):
    due_at: AwareDatetime


class Close(BaseModel):
    """How it ended. Without an outcome it is closed without being counted as answered."""

    outcome: Literal["answered", "partly", "referred", "not_answered", "no_question"] | None = None
    read_level: Annotated[int, Field(ge=1, le=6)] | None = None
    question_type: Line | None = None
    sources: Annotated[list[str], Field(max_length=50)] = []
    follow_up_at: AwareDatetime | None = None
    report: bool = False  # whether the reader gets a short report of what was found


class Canned(BaseModel):
    shortcut: Annotated[str, StringConstraints(pattern=r"^[\w\-]{1,40}$")]
    en: Text
    zh: Text
    shared: bool = False


class ViewBody(BaseModel):
    name: Line
    filters: dict[str, Any]
