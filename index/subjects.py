"""How near a question comes to the library's own subject headings, whatever words it uses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from index.encode import encode_units
from index.passages import centred, drawn, scripts
from index.text import Rule
from index.units import Unit

if TYPE_CHECKING:
    from index.encode import VectorCache
    from index.encoder import Encoder, Vectors
    from index.headings import Codes, Headings

_FILE = "subjects.npz"
_MOST = 8192  # headings that are compared: those that most records carry
_FEW = 100  # headings; fewer have hardly a mean that a question could stand out from
BY_CHANCE = 0.3  # cosine of the nearest heading of a record that has nothing to do with a question
NOT_COMPARED: Vectors = np.zeros(0, np.float32)
_BATCH = 512  # encoded together
_FORM = Rule(  # what a heading says of the form of a work, and not of what it is about
    r"(?: -- (?:(?:juvenile )?(?:fiction|literature|drama|poetry)|comic books.*|biography|humor"
    r"|periodicals|popular works|handbooks.*|textbooks.*|early works.*))+$"
)


class Subjects:
    """Vectors of headings by their codes, each less the mean of its script, of length 1."""

    def __init__(self, codes: Codes, vectors: Vectors, means: Vectors) -> None:
        self._codes, self._vectors, self._means = codes, vectors, means

    def near(self, vector: Vectors, text: str) -> Vectors:
        """The cosine of a question, as encoded, with each heading, by code; none for too few."""
        if len(self._codes) < _FEW:
            return NOT_COMPARED
        asked = centred(vector[None, :], self._means[scripts([text])])[0]
        cosines = np.full(int(self._codes[-1]) + 1, BY_CHANCE, np.float32)
        cosines[self._codes] = self._vectors @ asked
        return cosines

    @classmethod
    def load(cls, folder: Path) -> Subjects:
        with np.load(folder / _FILE, allow_pickle=False) as arrays:
            vectors = arrays["vectors"].astype(np.float32)
            return cls(arrays["codes"], vectors, arrays["means"])


def save(folder: Path, headings: Headings, encoder: Encoder, cache: VectorCache) -> None:
    """Write the vectors of the headings that most records carry."""
    carried = np.array([headings.carried(code) for code in range(len(headings.names))], np.int64)
    codes = np.sort(np.argsort(-carried, kind="stable")[:_MOST]).astype(np.int32)
    topics = [topic_of(headings.names[code]) for code in codes.tolist()]
    rows = _encoded(topics, encoder, cache)
    script = scripts(topics)
    means = drawn(np.stack([rows[script == kind].sum(axis=0) for kind in (0, 1)]), script)
    vectors = centred(rows, means[script]).astype(np.float16)
    np.savez(folder / _FILE, codes=codes, vectors=vectors, means=means)


def topic_of(heading: str) -> str:
    """A heading without the form of the works: Refugees of "Refugees -- Juvenile fiction"."""
    return _FORM.sub("", heading) or heading


def _encoded(topics: Sequence[str], encoder: Encoder, cache: VectorCache) -> Vectors:
    made = [np.zeros((0, encoder.dimensions), np.float32)]
    for batch in _batches([Unit("title", topic, topic) for topic in topics]):
        made.append(encode_units(batch, encoder, cache))
    return np.concatenate(made)


def _batches(units: Sequence[Unit]) -> Iterable[Sequence[Unit]]:
    return (units[at : at + _BATCH] for at in range(0, len(units), _BATCH))
