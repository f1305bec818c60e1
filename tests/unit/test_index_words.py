"""The word index: what is committed is counted, and what was counted before is not remembered."""

from __future__ import annotations

from index.record import Record
from index.words import WordIndex


def test_how_many_records_have_a_word_is_of_what_is_committed() -> None:
    words = WordIndex()
    words.put([(1, Record(id="1", title="Bees"))])
    words.commit()
    (stem,) = words.stems(["bees"])
    assert [words.frequency("text", stem) for _ in range(2)] == [1, 1]
    words.put([(2, Record(id="2", title="More bees"))])
    words.commit()
    assert words.frequency("text", stem) == 2
