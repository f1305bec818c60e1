"""What the chat API takes and gives (DESIGN.md 4.1), for checking and for the OpenAPI page."""

from __future__ import annotations

import re
from typing import Annotated, Literal
from uuid import UUID

from pydantic import (
    BaseModel,
    BeforeValidator,
    StringConstraints,
    field_validator,
    model_validator,
)

from assistant.model import LONGEST_PAYLOAD, LONGEST_TEXT, Language, Message
from assistant.redact import storable

FURTHEST = 2**63 - 1  # what the store counts to

Storable = BeforeValidator(lambda sent: storable(sent) if isinstance(sent, str) else sent)


_ADDRESS = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")


class Start(BaseModel):
    language: Language | None = None


class Say(BaseModel):
    """A typed text or the payload of a choice; `id` is the sender's own and makes a retry safe."""

    id: UUID
    text: str | None = None
    payload: Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_PAYLOAD)] | None = (
        None
    )

    @model_validator(mode="after")
    def _one_of_them(self) -> Say:
        if (self.text is None) == (self.payload is None):
            raise ValueError("send either a text or a payload")
        if self.text is not None and not self.text.strip():
            raise ValueError("the text is empty; it takes 1 to 4,000 characters")
        if self.text is not None and len(self.text) > LONGEST_TEXT:
            raise ValueError(f"the text has {len(self.text):,} characters; it takes 1 to 4,000")
        return self


class Feedback(BaseModel):
    message_id: Annotated[str, Storable]
    helpful: bool
    comment: Annotated[str, StringConstraints(max_length=LONGEST_TEXT), Storable] | None = None


class Contact(BaseModel):
    """An address for the answer to a question that is kept."""

    email: Annotated[str, StringConstraints(strip_whitespace=True, max_length=254)]

    @field_validator("email")
    @classmethod
    def _written_as_one(cls, email: str) -> str:
        if not _ADDRESS.fullmatch(email) or not email.isprintable():
            raise ValueError("that is no e-mail address; write it as name@example.org")
        return email


class Claim(BaseModel):
    claim_code: Annotated[
        str, StringConstraints(strip_whitespace=True, min_length=8, max_length=20), Storable
    ]


class StartedBody(BaseModel):
    id: str
    token: str
    staffed: bool
    messages: list[Message]


class TurnBody(BaseModel):
    owner: Literal["assistant", "queue", "librarian"]
    messages: list[Message]


class ReceiptBody(BaseModel):
    """What was erased, where, and when."""

    erased: dict[str, int]
    where: list[str]
    at: str


class OpenedBody(BaseModel):
    id: str
    token: str


class StatusBody(BaseModel):
    staffed: bool
    library: dict[Language, str]
    opens: dict[Language, str]
