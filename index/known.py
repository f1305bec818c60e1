"""Known items: a title, an author or both, half remembered and misspelt."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

from index.cards import key_of
from index.compare import Match, Term, compare
from index.numbers import in_words
from index.query import Reading
from index.spelling import Speller, Variant
from index.tokens import title_form, title_words

if TYPE_CHECKING:
    import tantivy

    from index.words import WordIndex

    Limit: TypeAlias = Callable[[tantivy.Query], tantivy.Query]

_CANDIDATES = 60
_VOWELS = "aeiou"
_INITIALS = 3  # letters that are typed as one word: "jk rowling"
_COMMON = 0.05  # words in more titles than this share do not choose candidates
# Words that readers put around a title; they count little unless the title has them.
_GENERIC = frozenset(
    """a an the of and in to by on for from with at is it i you me do have has book books novel
    novels copy title author written called wrote edition story please library your any there who
    was can find what which where are read about or his her their this that version""".split()  # noqa: SIM905
)


class KnownItems:
    """Finds and ranks records by title and author."""

    def __init__(self, words: WordIndex, speller: Speller, records: int) -> None:
        self._words, self._speller, self._records = words, speller, max(records, 1)

    def title_twins(self, number: int) -> set[int]:
        """Records that bear the very title of this one, whatever their form."""
        own = self._words.card(number)
        if own is None:
            return set()
        terms = self.terms(own.titles[-1])
        matches = self._ranked(own.titles[-1], terms, lambda query: query)
        return {m.number for m in matches if m.told > 0.99 and m.asked > 0.99}

    def search(self, reading: Reading, limit_to: Limit) -> tuple[list[Match], list[Term]]:
        """Candidates, best first, and the question's words as they were understood."""
        best: dict[int, Match] = {}
        terms: list[Term] = []
        for form in forms_of(reading):
            terms = self.terms(form)
            for match in self._ranked(form, terms, limit_to):
                if match.number not in best or match.score > best[match.number].score:
                    best[match.number] = match
        return sorted(best.values(), key=lambda m: -m.score), terms

    def terms(self, form: str) -> list[Term]:
        words = (part for word in title_words(form) for part in self._initials(word))
        return [self._term(word) for word in dict.fromkeys(words)]

    def _initials(self, word: str) -> list[str]:
        """J and K of "jk", where no name or title has both as one word; "kil" is a slip for one."""
        short = 1 < len(word) <= _INITIALS and word.isascii() and word.isalpha()
        short = short and not (word[1] in _VOWELS and self._speller.variants(word))
        parted = short and not self._speller.count(word) and all(map(self._speller.count, word))
        return list(word) if parted else [word]

    def _term(self, word: str) -> Term:
        count = self._speller.count(word)
        weight = math.log(1 + self._records / (count + 1))
        weight *= 0.15 if word in _GENERIC else 1.0
        return Term(word, weight, () if count else self._meant(word))

    def _meant(self, word: str) -> tuple[Variant, ...]:
        halves = self._speller.split(word)
        pair = tuple(Variant(half, 0.8) for half in halves) if halves else ()
        return (*self._speller.variants(word), *pair)

    def _ranked(self, form: str, terms: Sequence[Term], limit_to: Limit) -> Iterator[Match]:
        if not terms:
            return
        query = limit_to(self._query(form, terms))
        cards = [card for card, _ in self._words.cards(query, _CANDIDATES)]
        yield from compare(form, terms, cards)

    def _query(self, form: str, terms: Sequence[Term]) -> tantivy.Query:
        rare = [t for t in terms if self._speller.count(t.word) <= _COMMON * self._records]
        chosen = rare or sorted(terms, key=lambda t: -t.weight)[:4]
        whole = self._words.term("key", key_of(form), 10.0)
        return self._words.any_of([whole, *(self._anywhere(term) for term in chosen)])

    def _anywhere(self, term: Term) -> tantivy.Query:
        meant = [Variant(term.word, 1.0), *term.variants]
        fields = (("title", 1.0), ("name", 0.9), ("other", 0.8))
        return self._words.best_of(
            [
                self._words.term(field, variant.word, boost * variant.likeness**2)
                for variant in meant
                for field, boost in fields
            ]
        )


def forms_of(reading: Reading) -> list[str]:
    """What the title may be: what stood in quotation marks, the core, the whole question.

    Of a topic, only what would be a title with its "on": "on the beach".
    """
    if reading.quoted and len(reading.quoted) * 2 > len(reading.core):
        return [title_form(reading.quoted)]
    told = reading.titled or (reading.core, reading.text)
    forms = [title_form(text) for text in told]
    forms += [in_words(form) for form in forms if " " in form]
    return [form for form in dict.fromkeys(forms) if form]
