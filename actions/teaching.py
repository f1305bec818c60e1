"""What librarians need to teach the assistant: what an entry would change, and texts by meaning."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from actions.knowledge import Knowledge
from assistant.errors import BadRequest, HoldingsUnavailable
from assistant.knowledge import Entry
from assistant.model import Language

if TYPE_CHECKING:
    from actions.live import Live
    from index.encoder import Encoder

ALIKE = 0.9  # cosine from which two short queries mean the same to multilingual-e5 (unlike: < 0.89)
MOST = 2000  # texts in one call


class PreviewCall(msgspec.Struct, forbid_unknown_fields=True):
    entry: dict[str, Any]
    texts: list[str]
    language: Language = "en"


class GroupsCall(msgspec.Struct, forbid_unknown_fields=True):
    texts: list[str]


def preview(live: Live, call: PreviewCall) -> dict[str, Any]:
    """Questions whose sure answer would be another with the entry in place; readers notice nothing.

    Raises BadRequest, HoldingsUnavailable.
    """
    changed = live.with_entry(read(call.entry))
    bound = live.dialogue.services.bounds.answer
    found = []
    for text in call.texts[:MOST]:
        before = _sure(live.knowledge, text, call.language, bound)
        after = _sure(changed, text, call.language, bound)
        if before != after:
            found.append({"text": text, "before": before, "after": after})
    return {"changed": found}


def read(body: dict[str, Any]) -> Entry:
    from pydantic import ValidationError

    try:
        return Entry.model_validate(body)
    except ValidationError as error:
        raise BadRequest(f"entry: {error.errors()[0]['msg']}.") from error


def _sure(knowledge: Knowledge, text: str, language: Language, bound: float) -> str | None:
    found = knowledge.nearest(text, language, 1)
    return found[0].entry.id if found and found[0].confidence >= bound else None


def groups(live: Live, call: GroupsCall) -> dict[str, Any]:
    """Places of texts that mean the same, together, the largest group first."""
    encoder = live.encoder
    if encoder is None:
        raise HoldingsUnavailable("The sentence encoder is not loaded yet.")
    return {"groups": alike(call.texts[:MOST], encoder)}


def alike(texts: Sequence[str], encoder: Encoder) -> list[list[int]]:
    """Each text joins the group whose middle is nearest, if that is near enough."""
    import numpy as np

    if not texts:
        return []
    vectors = encoder.encode_queries(list(texts))
    sums = np.zeros_like(vectors)
    members: list[list[int]] = []
    for place, vector in enumerate(vectors):
        middles = sums[: len(members)]
        near = middles @ vector / np.maximum(np.linalg.norm(middles, axis=1), 1e-9)
        best = int(near.argmax()) if len(near) else -1
        if best < 0 or near[best] < ALIKE:
            best = len(members)
            members.append([])
        members[best].append(place)
        sums[best] += vector
    return sorted(members, key=lambda group: (-len(group), group[0]))
