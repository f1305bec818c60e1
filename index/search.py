"""One question, one ranking: identifiers, known items, authors, topics, likeness, browsing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol, TypeAlias

import numpy as np

from index.authors_chinese import is_part, misheard, own_spelling
from index.browse import browse
from index.cards import key_of
from index.compare import Match, Term, nearest_name
from index.known import KnownItems
from index.misspelt import Misspelt
from index.placing import (
    after_titles,
    also_topic,
    kind_of,
    mended,
    mended_alike,
    only_a_name,
    placed,
    topic_place,
)
from index.query import Reading, form_named, names_form, names_nothing, read
from index.ranking import Kind, Place, Ranking, after, among, raised, ranking_of
from index.record import Filters, Query, Record
from index.scopes import Scopes
from index.shorthand import film_genres, left, meant, spelt_out
from index.subjects import NOT_COMPARED
from index.sure import believed, best_of_unrelated, likelihood
from index.text import has_han
from index.tokens import plain, telling_words, title_form, topic_words
from index.topics import Named, Scope, Topical, Topics
from index.works_known import other_titles

if TYPE_CHECKING:
    from index.columns import Columns
    from index.encoder import Vectors
    from index.headings import Headings
    from index.passages import Passages
    from index.spelling import Speller
    from index.subjects import Subjects
    from index.words import WordIndex

_MOST = 200  # records a ranking goes down to
_KEPT = 1024  # rankings, about 30 kB each: lists are turned over, narrowed and looked at again
_ASKED = 4096  # words asked after, whether they are a title: dozens a turn
_TOPICS = 64  # topics and filters: a turn may look for one as a title, then as a topic alone
_SPELT_OUT = 0.9  # of a title and its shape
_LONG = 6  # letters of a name that may be misspelt: "funny" is not Fanny
_NEARLY = 0.75  # how like a name every word must be that is taken for a misspelt one
_A_NAME = 0.15  # of the records that have a word, those that have it as a name
_ALIKE = 50  # records that are like another, at most
_DESCRIBED = 4  # telling words that describe one book rather than name a topic
_OF_A_PLOT = 0.3  # of the floor: what comes nearest to a description is worth a look
_NEAREST = 0.5  # of the floor: what is told as nearest to a topic where no record reaches it
_ANY = Filters()
_FILM = ("film",)


class Records(Protocol):
    """Where records are kept (the catalogue is one)."""

    def numbers_of(self, ids: Sequence[str]) -> dict[str, int]: ...
    def by_number(self, numbers: Sequence[int]) -> list[Record]: ...


@dataclass(slots=True)
class Parts:
    """What a search works with; all of one snapshot."""

    words: WordIndex
    passages: Passages
    columns: Columns
    headings: Headings
    subjects: Subjects
    speller: Speller
    heading_words: Speller  # of subjects, which no title need have: England


Known: TypeAlias = Sequence[tuple[Match, float]]  # what is named, and how surely
_INITIAL = 2  # letters: fewer are nobody's name


class Search:
    """Ranks record numbers; knows nothing of where records are kept."""

    def __init__(
        self,
        parts: Parts,
        encode: Callable[[str], Vectors],
        catalogue: Records,
        is_word: Callable[[str], bool] = lambda word: False,
    ) -> None:
        """`is_word` tells of a word that no text of ours has that it is one all the same."""
        self._parts, self._encode = parts, encode
        self._is_word = is_word
        self._numbers_of, self._by_number = catalogue.numbers_of, catalogue.by_number
        self.topics = Topics(parts.words, parts.passages, parts.headings, catalogue.by_number)
        self._misspelt = Misspelt(parts.words, catalogue.by_number)
        self.rank = lru_cache(_KEPT)(self._rank)
        self._on_topic = lru_cache(_TOPICS)(self._topic)
        self._scope = lru_cache(_TOPICS)(self._scoped)
        self._matched = lru_cache(_TOPICS)(self._titled)
        self.bears = lru_cache(_ASKED)(self._bears)

    def forget(self) -> None:
        """What was found before the records changed holds no longer."""
        for kept in (self.rank, self._on_topic, self._matched, self._scope, self.bears):
            kept.cache_clear()

    def _rank(self, query: Query) -> Ranking:
        """The ranking for one query, all under its filters, and what others would keep of it."""
        found = raised(self._ranked(query), query.prefer, self._parts.columns)
        counted = np.asarray(found.numbers, np.int64)
        total, facets = self._parts.columns.counts(counted)
        return replace(found, numbers=(), total=total, facets=facets)

    def _ranked(self, query: Query) -> Ranking:
        scope = self._scope(query.filters)
        reading = self._read(query.text)
        liked = self._liked(query, reading)
        if query.like and liked is None:
            return ranking_of([], "like")
        if liked is not None:
            return self._alike(liked, query.text if query.like else reading.rest, scope)
        limited = query.filters != _ANY
        if limited and (found := self._of_kind(reading.core, query, scope)):
            return found
        if not reading.core or (limited and names_nothing(reading.core)):
            return browse(self._parts.columns, query.filters, scope.allowed, query.order)
        if found := self._identified(reading, scope):
            return found
        slip = self._misspelt.author(reading.core)
        found = self._asked(read(slip) if slip else reading, query)
        return replace(found, corrected=slip) if slip else found

    def _bears(self, words: str) -> bool:
        """Whether these words are the title of a record, or of a work that we have under another:
        look-ups, nothing is ranked."""
        return bool(self._title_of(words))

    def _title_of(self, words: str) -> str:
        """The title of a record that these words are or stand for: Animal farm of 动物庄园."""
        if self._is_title(words):
            return words
        return next(filter(self._is_title, other_titles(words)), "")

    def _is_title(self, words: str) -> bool:
        key = key_of(title_form(words))
        return bool(key) and bool(self._parts.words.frequency("key", key))

    def tells(self, text: str) -> bool:
        """Whether one record has all words of an English text that tell something, as stems."""
        words = self._parts.words
        stems = words.stems(topic_words(text))
        return bool(words.count(words.all_of([words.term("text", stem) for stem in stems])))

    def editions(self, record_id: str, filters: Filters = _ANY) -> list[int]:
        """The records of one work that pass `filters`; then films and the like of its title."""
        number = self._numbers_of([record_id]).get(record_id)
        if number is None:
            return []
        columns = self._parts.columns
        work = int(columns.works(np.array([number]))[0])
        same = columns.same_work(work).tolist() if work else [number]
        forms = {form for one in same for form in columns.values("format", one)}
        twins = set().union(*map(self._known().title_twins, same)).difference(same)
        others = [n for n in sorted(twins) if forms.isdisjoint(columns.values("format", n))]
        allowed = self._scope(filters).allowed
        return [n for n in (*same, *others) if allowed is None or allowed[n]]

    # Kinds of question

    def _read(self, text: str) -> Reading:
        """A question; what is a title of ours as it stands has no frame: 我与地坛."""
        reading = read(text)
        title = "" if reading.topical else self._title_of(text)
        if title == text:
            return replace(reading, core=title_form(text), said=text, author="", like="", rest="")
        if reading.topical or reading.author or reading.like or self._is_title(reading.core):
            return reading
        title = title or self._title_of(reading.core) or self._misspelt.title(reading.core)
        return self._read(title) if title else reading

    def _liked(self, query: Query, reading: Reading) -> int | None:
        """The record that more like it is wanted of."""
        if query.like:
            return self._numbers_of([query.like]).get(query.like)
        if not reading.like:
            return None
        everything = Scope(None, lambda q: q)
        matches, terms = self._known().search(read(reading.like), everything.limit)
        named, _ = believed(matches, terms)
        return named[0][0].number if named else None

    def _alike(self, number: int, text: str, scope: Scope) -> Ranking:
        columns, passages = self._parts.columns, self._parts.passages
        own = int(columns.works(np.array([number]))[0])
        same = self._known().title_twins(number)
        same |= set(columns.same_work(own).tolist()) if own else set()
        headings = [self._parts.headings.names[c] for c in self._parts.headings.of(number)]
        vector = self._encode(text) if text.strip() else None
        like = passages.whole([number])
        if not len(like):
            return ranking_of([], "like")
        found = self.topics.alike(like[0], headings, text, vector, scope)
        found = [t for t in found if t.number != number and t.number not in same]
        return self._topical(found[:_ALIKE], "like", 0.0)

    def _identified(self, reading: Reading, scope: Scope) -> Ranking | None:
        words = self._parts.words
        for key in reading.identifiers:
            found = words.search(scope.limit(words.term("ident", key)), _MOST)
            if found:
                places = [Place(n, 1.0, 0.99, kind_of(key), key) for n, _ in found]
                return ranking_of(places, "identifier")
        return None

    def _of_kind(self, core: str, query: Query, scope: Scope) -> Ranking | None:
        """All films of a genre, all plays or poems, where no more than these are asked for."""
        genres = film_genres(core) if query.filters.formats == _FILM else ()
        if not genres:
            return self._of_form(core, query.filters)
        words, columns = self._parts.words, self._parts.columns
        bearing = words.any_of([words.term("heading", genre) for genre in genres])
        allowed = np.zeros_like(columns.alive)
        allowed[words.numbers(scope.limit(bearing))] = True
        ranking = browse(columns, query.filters, allowed, query.order)
        return ranking if ranking.places else None

    def _of_form(self, core: str, filters: Filters) -> Ranking | None:
        """All plays, poems or novels that pass, where no more than these are asked for."""
        form = form_named(core) if len(core.split()) == 1 and not filters.literary_forms else None
        if form is None or not names_form(core):
            return None
        narrower = replace(filters, literary_forms=(form,))
        ranking = self._browse(narrower)
        return ranking if ranking.places else None

    def _asked(self, reading: Reading, query: Query) -> Ranking:
        filters = query.filters
        if reading.author and (found := self._works_of(reading, filters)):
            return found
        matches, terms = self._matched(reading, filters)
        if (
            (only_a_name(matches) or own_spelling(reading.core))
            and self._is_a_name(reading.core)
            and (found := self._by_author(reading.core, filters))
        ):
            return after_titles(found, matches)
        named, perhaps = ([], []) if self._misspelt.are_words(terms) else believed(matches, terms)
        if not named and (found := self._by_misspelt_author(reading.core, matches, filters)):
            return found
        if not named and (own := own_spelling(reading.core)):
            reading = replace(reading, core=own, said=own)  # 爱因斯坦, of whom we have books
        reading = reading if named else mended_alike(reading, terms, matches)
        first = None
        if named and not reading.topical:
            first = ranking_of(
                placed(named), "known_item", mended(reading, terms, named[0][0].form)
            )
            if query.by_name or not also_topic(reading, terms, named[0][0]):
                return first
        if query.by_name:
            return ranking_of([], "topic")
        return self._beside(first, reading, named, perhaps, query)

    def _beside(
        self, first: Ranking | None, reading: Reading, named: Known, perhaps: Known, query: Query
    ) -> Ranking:
        """What is on a topic, after what its words name; one that is asked for as a topic comes
        after the book that bears the very words as its title: "on the beach"."""
        repaired = self._repaired(reading)
        topic = self._on_topic(repaired.core, repaired.said, query.filters, query.floor)
        if first:
            return ranking_of(after(first.places, topic.places), "known_item", first.corrected)
        corrected = "" if repaired is reading else repaired.core
        spelt_out = [(m, sure) for m, sure in named if m.shape > _SPELT_OUT < m.told]
        join, titled = (after, spelt_out) if reading.topical else (among, perhaps)
        return ranking_of(join(placed(titled), topic.places), "topic", corrected)

    def _works_of(self, reading: Reading, filters: Filters) -> Ranking | None:
        """What a person wrote; plays alone, if plays are asked for and there are any."""
        if not self._is_a_name(reading.author):
            return None
        form, slip = form_named(reading.core), self._misspelt.author(reading.author)
        narrower = replace(filters, literary_forms=(form,)) if form else filters
        name = slip or reading.author
        found = self._by_author(name, narrower) or self._by_author(name, filters)
        return replace(found, corrected=slip) if found else None

    def _is_a_name(self, name: str) -> bool:
        """Whether one word is a name more often than not: "french novels" are nobody's."""
        if meant(name) and not left(name)[0]:
            return False  # "scary stories" are not by Cary
        words = self._parts.words
        if has_han(name):
            return bool(own_spelling(name)) or self._is_most_of_a_name(name)
        if " " in name:
            return True
        if len(name.strip("+#.")) < _INITIAL:
            return False  # c++
        said = words.frequency("text", words.stems([name])[0])
        return words.frequency("name", name) >= _A_NAME * said

    def _is_most_of_a_name(self, said: str) -> bool:
        """科学 is in the name of an academy and nobody's, and 达尔 is not 达尔文."""
        found = self._by_author(said, _ANY)
        records = self._by_number([found.places[0].number]) if found else []
        names = (plain(n) for one in records for n in (*one.authors, *one.variant_authors))
        return any(is_part(said, name) for name in names)

    def _by_author(self, name: str, filters: Filters) -> Ranking | None:
        named = replace(filters, authors=(*filters.authors, name))
        ranking = self._browse(named)
        return ranking if ranking.places else None

    def _browse(self, filters: Filters) -> Ranking:
        allowed = self._scope(filters).allowed
        return browse(self._parts.columns, filters, allowed)

    def _by_misspelt_author(
        self, core: str, matches: Sequence[Match], filters: Filters
    ) -> Ranking | None:
        """Works of the author whose name the words nearly are: "agatha cristie", 鲁讯."""
        if heard := misheard(core):
            found = self._by_author(heard, filters)
            return replace(found, corrected=heard) if found else None
        best = max(matches[:10], key=lambda m: m.least, default=None)
        if best is None or best.least < _NEARLY or len(core) < _LONG:
            return None
        # A record may have left the catalogue since this snapshot was made.
        record = next(iter(self._by_number([best.number])), None)
        name = nearest_name(core, record.authors) if record else ""
        if not self._misspelt.slips(core, plain(name)):
            return None  # "wonder" is a word, and no slip for Wander
        found = self._by_author(name, filters) if name else None
        return replace(found, corrected=name) if found else None

    def _titled(self, reading: Reading, filters: Filters) -> tuple[list[Match], list[Term]]:
        return self._known().search(reading, self._scope(filters).limit)

    def _topic(self, core: str, said: str, filters: Filters, floor: float) -> Ranking:
        """What is on a topic, named by the core of a reading as it was said."""
        vector, records = self._encode(spelt_out(said)), self._parts.columns.count
        told = meant(core).split()
        other = (" ".join(w for w in told if has_han(w) == han) for han in (True, False))
        named = Named(core, tuple(filter(None, other)), *left(core))
        described = len(telling_words(core)) >= _DESCRIBED
        near = NOT_COMPARED if described else self._parts.subjects.near(vector, core)
        scope = self._scope(filters)
        found = self.topics.search(spelt_out(core), vector, scope, records, named, near)
        return self._topical(found, "topic", floor * _OF_A_PLOT if described else floor)

    def _repaired(self, reading: Reading) -> Reading:
        """The topic with its slips mended: words that no text of the catalogue has."""
        if has_han(reading.core):
            return reading
        parts = self._parts
        words = [word for word in reading.core.split() if word.isalpha()]
        stems = parts.words.stems(words)
        slips = {
            word: meant
            for word, stem in zip(words, stems, strict=True)
            if not parts.words.frequency("text", stem) and (meant := self._nearest(word)) != word
        }
        if not slips:
            return reading
        core = " ".join(slips.get(word, word) for word in reading.core.split())
        return replace(reading, core=core, said=core)

    def _nearest(self, word: str) -> str:
        """The word of a title or name that was meant, else of a subject; media is no medica."""
        if self._is_word(word):
            return word
        meant = self._parts.speller.nearest(word)
        return meant if meant != word else self._parts.heading_words.nearest(word)

    def _topical(self, found: Sequence[Topical], kind: Kind, floor: float) -> Ranking:
        best = best_of_unrelated(self._parts.columns.count)
        sure = [(t, likelihood(t, best)) for t in found]
        nearest = bool(found) and found[0].headed is not None
        if nearest and not any(chance >= floor for _, chance in sure):
            floor *= _NEAREST
        kept = [topic_place(t, chance) for t, chance in sure if chance >= floor]
        return ranking_of(kept[:_MOST], kind)

    def _scoped(self, filters: Filters) -> Scope:
        parts = self._parts
        return Scopes(parts.words, parts.columns, self._known(), self._numbers_of).scope(filters)

    def _known(self) -> KnownItems:
        parts = self._parts
        return KnownItems(parts.words, parts.speller, parts.columns.count)
