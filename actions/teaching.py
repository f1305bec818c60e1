"""What librarians need to teach the assistant: what an entry would change, and texts by meaning."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import msgspec

from actions.knowledge import Knowledge
from assistant.errors import BadRequest, HoldingsUnavailable
from assistant.knowledge import Entry
from assistant.model import Language

if TYPE_CHECKING:
    from actions.live import Live
    from index.encoder import Encoder, Vectors

ALIKE = 0.42  # mean cosine of centred vectors from which two groups of queries mean the same
BACKGROUND = 30  # how many of the texts the knowledge base's questions weigh in a script's mean
ALL: tuple[Language, ...] = ("en", "zh")
MOST = 2000  # texts in one call
READ = 200  # characters of a text: what is longer says the same thing more than once


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
        before = _sure(live.knowledge, text[:READ], call.language, bound)
        after = _sure(changed, text[:READ], call.language, bound)
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
    known = [one.wording(language).question for one in live.knowledge.entries for language in ALL]
    return {"groups": alike(call.texts[:MOST], encoder, known)}


def alike(texts: Sequence[str], encoder: Encoder, background: Sequence[str]) -> list[list[int]]:
    """Places of texts that mean the same, in either language, the largest group first.

    Vectors are taken less the mean of their script: otherwise two languages are two clouds, and
    what is asked in one is never near what is asked in the other. The background keeps a mean
    honest when there are few texts.
    """
    if not texts:
        return []
    from index.passages import centred

    vectors = encoder.encode_queries([text[:READ] for text in texts])
    behind = _encoded(encoder.encode_queries, tuple(background)) if background else vectors[:0]
    rows = centred(vectors, _means(vectors, texts, behind, background))
    groups = merged(rows @ rows.T, ALIKE)
    return sorted(groups, key=lambda group: (-len(group), group[0]))


@lru_cache(maxsize=1)
def _encoded(encode: Callable[[Sequence[str]], Vectors], texts: tuple[str, ...]) -> Vectors:
    return encode(texts)


def _means(
    vectors: Vectors, texts: Sequence[str], behind: Vectors, background: Sequence[str]
) -> Vectors:
    """For each text the mean of its script, one a row."""
    import numpy as np

    from index.passages import scripts

    mine, theirs = scripts(texts), scripts(background)
    means = np.zeros((2, vectors.shape[1]), np.float32)
    for one in (0, 1):
        total, count = vectors[mine == one].sum(axis=0), int((mine == one).sum())
        if (theirs == one).any():
            total, count = (
                total + BACKGROUND * behind[theirs == one].mean(axis=0),
                count + BACKGROUND,
            )
        means[one] = total / max(count, 1)
    return means[mine]


def merged(near: Vectors, enough: float) -> list[list[int]]:
    """Average linkage: the two nearest groups become one, as long as they are near enough."""
    import numpy as np

    np.fill_diagonal(near, -1.0)
    groups = [[place] for place in range(len(near))]
    best = near.argmax(axis=1)
    value = near[np.arange(len(near)), best]
    while (to := int(value.argmax())) >= 0 and value[to] >= enough:
        gone = int(best[to])
        sizes = len(groups[to]), len(groups[gone])
        row = (sizes[0] * near[to] + sizes[1] * near[gone]) / sum(sizes)
        groups[to], groups[gone] = sorted(groups[to] + groups[gone]), []
        near[to] = near[:, to] = row
        near[gone] = near[:, gone] = near[to, to] = -1.0
        for place in (to, gone, *np.flatnonzero(np.isin(best, (to, gone))).tolist()):
            best[place] = near[place].argmax()
            value[place] = near[place, best[place]]
    return [group for group in groups if group]
