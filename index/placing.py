"""What was found as places of a ranking: how sure each is, and why it is there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from index.ranking import Place, Ranking, after

if TYPE_CHECKING:
    from index.compare import Match, Term
    from index.query import Reading
    from index.topics import Topical


def kind_of(key: str) -> str:
    standard = key.replace("-", "").rstrip("xX").isdigit() and " " not in key
    return "isbn" if standard else "call_number"


def mended(reading: Reading, terms: Sequence[Term], title: str) -> str:
    """The question with its slips repaired by words of the title found; "" when it had none."""
    own = set(title.split())
    slips = {t.word: v.word for t in terms for v in reversed(t.variants) if v.word in own}
    repaired = " ".join(slips.get(word, word) for word in reading.core.split())
    return repaired if repaired != reading.core else ""


def mended_alike(reading: Reading, terms: Sequence[Term], matches: Sequence[Match]) -> Reading:
    """The question with slips that the nearest title mends, two at least: "hary poter and ..."."""
    core = mended(reading, terms, matches[0].form) if matches else ""
    slips = zip(core.split(), reading.core.split(), strict=False)
    return replace(reading, core=core, said=core) if sum(a != b for a, b in slips) > 1 else reading


def only_a_name(matches: Sequence[Match]) -> bool:
    """Whether the question is an author's name and nothing else."""
    return any(m.named > 0.95 for m in matches[:10])


def after_titles(works: Ranking, matches: Sequence[Match]) -> Ranking:
    """An author's works, after books that bear the name as their title."""
    titled = [(m, 0.9) for m in matches if m.told > 0.95 and m.asked > 0.95]
    places = after(placed(titled), works.places)
    numbers = [*(m.number for m, _ in titled), *works.numbers]
    return replace(works, places=tuple(places), numbers=numbers)


def also_topic(reading: Reading, terms: Sequence[Term], best: Match) -> bool:
    """Whether the words may as well name a topic: few, or not all in the title, nothing quoted."""
    telling = [t for t in terms if t.weight > 1.0]
    few = best.named < 0.3 and len(telling) <= 2
    return not reading.quoted and (few or best.asked < 0.85)


def placed(known: Sequence[tuple[Match, float]]) -> list[Place]:
    return [
        Place(m.number, m.score, sure, "author" if m.named > 0.6 > m.told else "title")
        for m, sure in known
    ]


def topic_place(found: Topical, chance: float) -> Place:
    """A heading is told where the record's head matched, else the passage that did."""
    heading = found.heading if found.unit == 0 else ""
    told = "subject" if heading else "passage"
    return Place(found.number, found.score, chance, told, heading, found.unit)
