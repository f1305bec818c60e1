"""Chinese titles and Latin names that are written as they sound: 百年孤读, Jane Austin.

What is typed is compared with the library's own titles and names alone, and only where it is none
of them: a title must sound the same, and of a name all words but those that slipped must be there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from index.compare import nearest_name
from index.record import Record
from index.shorthand import meant
from index.spelling import sound
from index.text import has_han
from index.tokens import pinyin_syllables, plain, title_form

if TYPE_CHECKING:
    from index.cards import Card
    from index.compare import Term
    from index.words import WordIndex

_CANDIDATES = 60
_PAIR = 2  # characters of a title that are as like to be a word of their own
_TITLE = 16  # characters of the longest title that is looked for by its sound
_NAME = (2, 3)  # words of a name
_SHORT = 4  # letters of a word that may be misspelt at all
_HEARD = 5  # letters of one that is told by how it sounds
_MOSTLY = 0.5  # of the records that have a word, those that have it as a name
_APART = 3  # edits between two words that sound the same: Stephen and Steven


class Misspelt:
    """Finds what was meant by a title or a name that no record has so."""

    def __init__(
        self, words: WordIndex, by_number: Callable[[Sequence[int]], list[Record]]
    ) -> None:
        self._words, self._by_number = words, by_number

    def title(self, core: str) -> str:
        """The title of ours that sounds as these Chinese characters do; "" for none. Beside its
        author it is one of two words: 围成 钱锺书."""
        form = title_form(core)
        if form.count(" ") == 1:
            mended = [self.title(one) or one for one in form.split()]
            return " ".join(mended) if mended != form.split() else ""
        if not _all_han(form) or not _PAIR <= len(form) <= _TITLE or self._is_said(form):
            return ""
        term = self._words.term("other", "".join(pinyin_syllables(form)))
        cards = (card for card, _ in self._words.cards(term, _CANDIDATES))
        titles = (title for card in cards for title in (*card.titles, *card.others))
        return next((title for title in titles if sounds_as(form, title)), "")

    def author(self, core: str) -> str:
        """An author of ours whose name these words nearly are, as one says it; "" for none."""
        typed = core.split()
        if not _NAME[0] <= len(typed) <= _NAME[1] or not all(map(str.isalpha, typed)):
            return ""
        named = self._words.any_of([self._words.term("name", word) for word in typed])
        cards = [card for card, _ in self._words.cards(named, _CANDIDATES)]
        if any(set(typed) <= set(name.split()) for card in cards for name in card.names):
            return ""
        return next(filter(None, (self._in(card, core) for card in cards)), "")

    def slips(self, core: str, name: str) -> bool:
        """Whether words that are no part of the name are no other words either."""
        words = self._words
        if set(core.split()) <= set(name.split()):
            return False
        named = dict(zip(words.stems(name.split()), name.split(), strict=True))
        stems = {stem for stem, word in named.items() if self._is_mostly_a_name(stem, word)}
        others = [stem for stem in words.stems(core.split()) if stem not in stems]
        strange = [stem for stem in others if not words.frequency("text", stem)]
        return bool(strange) or len(others) < len(core.split())

    def _is_mostly_a_name(self, stem: str, word: str) -> bool:
        """Whether who writes of a stem most often means the name: France is not for Frances."""
        said = self._words.frequency("text", stem)
        return self._words.frequency("name", word) >= _MOSTLY * said

    def are_words(self, terms: Sequence[Term]) -> bool:
        """Whether all that a title was found by are slips that are words of texts of ours: the
        piano is no slip for Piao."""
        telling = [term for term in terms if term.weight > 1.0]
        if not telling or not all(term.variants for term in telling):
            return False
        stems = self._words.stems([term.word for term in telling])
        return all(self._words.frequency("text", stem) for stem in stems)

    def _in(self, card: Card, core: str) -> str:
        if not any(is_slip_of(core, name) for name in card.names):
            return ""
        # A record may have left the catalogue since this snapshot was made.
        record = next(iter(self._by_number([card.number])), None)
        return nearest_name(core, [*record.authors, *record.variant_authors]) if record else ""

    def _is_said(self, form: str) -> bool:
        """Whether two characters are a word of texts of ours, or one that stands for a subject."""
        return len(form) == _PAIR and bool(self._words.frequency("text", form) or meant(form))


def sounds_as(typed: str, title: str) -> bool:
    """Whether a title is another of the same sound, with characters in common: 红搂梦, 红楼梦."""
    other = title_form(title)
    if len(typed) != len(other) or typed == other or not _all_han(other):
        return False
    common = any(a == b for a, b in zip(typed, other, strict=True))
    return common and pinyin_syllables(typed) == pinyin_syllables(other)


def is_slip_of(typed: str, name: str) -> bool:
    """Whether words are a name, written in the library's order, of which some have a slip."""
    asked, own = plain(typed).split(), [w for w in plain(name).split() if w.isalpha()]
    slips = [word for word in asked if word not in own]
    left = [word for word in own if word not in asked and len(word) > 1]
    if not slips or len(slips) == len(asked) or len(left) > len(slips) + 1:
        return False
    return all(any(_is_slip(word, other) for other in left) for word in slips)


def _is_slip(word: str, other: str) -> bool:
    """Whether one letter is wrong, or two words sound the same."""
    from rapidfuzz.distance import OSA

    if min(len(word), len(other)) < _SHORT or sound(word)[:1] != sound(other)[:1]:
        return False
    apart = OSA.distance(word, other)
    heard = min(len(word), len(other)) >= _HEARD and sound(word) == sound(other)
    return apart == 1 or (heard and apart <= _APART)


def _all_han(text: str) -> bool:
    return bool(text) and all(map(has_han, text))
