"""Spelling repair from the catalogue's own words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from index.record import Record
from index.text import is_cjk
from index.tokens import title_words, words
from index.units import full_title

_LONG = 5  # letters from which a word is repaired without being compared with its neighbours

_LONGER = 6  # letters from which two words may sound alike: donate is not Dante
_APART = 2  # letters by which such words differ in length
_SAME = ((r"ph|v", "f"), (r"c(?=[eiy])|z", "s"), (r"ck|c|q", "k"), (r"[aeiouyhw]", ""))
_TWICE = re.compile(r"(.)\1+")


@dataclass(frozen=True, slots=True)
class Variant:
    """A word of the catalogue that may have been meant; `likeness` is 1 for the word itself."""

    word: str
    likeness: float


class Speller:
    """Words of titles and names, by length, with how many records have each."""

    def __init__(self, vocabulary: Iterable[tuple[str, int]]) -> None:
        self._known: dict[str, int] = {}
        self._by_length: dict[int, list[str]] = defaultdict(list)
        self.learn(vocabulary)

    def learn(self, vocabulary: Iterable[tuple[str, int]]) -> None:
        """Add words, or raise the counts of those that are known."""
        for word, count in vocabulary:
            if word not in self._known and not is_cjk(word):
                self._by_length[len(word)].append(word)
            self._known[word] = max(count, self._known.get(word, 0))

    def learn_record(self, record: Record) -> None:
        """Add the words of a record's titles and names."""
        texts = (full_title(record), *record.variant_titles, *record.series)
        names = (*record.authors, *record.variant_authors)
        found = [title_words(text) for text in texts] + [words(name) for name in names]
        self.learn((word, 1) for part in found for word in part)

    def count(self, word: str) -> int:
        return self._known.get(word, 0)

    def variants(self, word: str, most: int = 5) -> list[Variant]:
        """Known words that are spelt nearly so, likeliest first; the word itself is left out."""
        reach = edits_allowed(word)
        if not reach:
            return []
        near = self._within(word, reach)
        # Two slips, one of them in the first letter, make another word: crochet is no prophet.
        found = [(known, far) for known, far in near if far < 2 or known[0] == word[0]]
        found.sort(key=lambda pair: (pair[1], pair[0][0] != word[0], -self._known[pair[0]]))
        size = len(word)
        return [Variant(w, 1 - d / (size + 1)) for w, d in found[:most] if w != word]

    def nearest(self, word: str) -> str:
        """The known word that a long word with a slip stands for; the word itself otherwise.

        Short words and first letters are left alone: tax is no misspelt fax. Only slips of the
        hand and of the ear are repaired: bullying is no misspelt building.
        """
        if len(word) < _LONG or self.count(word):
            return word
        likely = (v.word for v in self.variants(word) if v.word[0] == word[0])
        return next((w for w in likely if _slipped(word, w) or _sounds_as(word, w)), word)

    def split(self, word: str) -> tuple[str, str] | None:
        """Two known words that were typed as one, the commonest pair of them."""
        if len(word) < 5 or is_cjk(word):
            return None
        pairs = [(word[:i], word[i:]) for i in range(2, len(word) - 1)]
        likely = [(min(self.count(a), self.count(b)), (a, b)) for a, b in pairs]
        best = max(likely, default=(0, ("", "")))
        return best[1] if best[0] > 0 else None

    def _within(self, word: str, reach: int) -> list[tuple[str, int]]:
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import cdist

        found: list[tuple[str, int]] = []
        for length in range(len(word) - reach, len(word) + reach + 1):
            words = self._by_length.get(length)
            if not words:
                continue
            far = cdist([word], words, scorer=OSA.distance, score_cutoff=reach, dtype="uint8")[0]
            found += [(words[i], int(far[i])) for i in (far <= reach).nonzero()[0].tolist()]
        return found


def edits_allowed(word: str) -> int:
    """Slips that a word of this length may hold and still be recognised."""
    if len(word) < 3 or is_cjk(word) or word.isdigit():
        return 0
    return 1 if len(word) < 6 else 2


def _slipped(typed: str, meant: str) -> bool:
    """Whether two letters changed places, or one was left out or typed once too often."""
    if len(typed) == len(meant):
        apart = [at for at, pair in enumerate(zip(typed, meant, strict=True)) if len(set(pair)) > 1]
        return len(apart) == 2 and apart[1] == apart[0] + 1 and sorted(typed) == sorted(meant)
    longer, shorter = sorted((typed, meant), key=len, reverse=True)
    if len(shorter) < _LONG:
        return False  # niece is a word, and no slip for nice
    return not longer.endswith("s") and any(
        longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer))
    )


def _sounds_as(typed: str, meant: str) -> bool:
    """Whether two words have the same consonants in the same order: liberry, library."""
    near = len(typed) > _LONGER and abs(len(typed) - len(meant)) < _APART
    return near and _consonants(typed) == _consonants(meant)


def _consonants(word: str) -> str:
    return "".join(letter for letter in word if letter not in "aeiou")


def sound(word: str) -> str:
    """The consonants of a word, one letter for those that sound alike; its first letter is kept."""
    for letters, one in _SAME[:-1]:
        word = re.sub(letters, one, word)
    vowels, none = _SAME[-1]
    return _TWICE.sub(r"\1", word[:1] + re.sub(vowels, none, word[1:]))
