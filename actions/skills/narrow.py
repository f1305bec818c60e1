"""The useful next steps below a page of holdings, and the one question that narrows most."""

from __future__ import annotations

from collections.abc import Mapping
from math import log2

from actions import filters as limits
from actions.ask import Ask
from actions.session import Frame
from actions.shelf import PAGE, Page
from actions.signs import listing, occasions, orders
from actions.turn import Turn
from assistant.engine.understanding.untold import LIKED_BY, UNTOLD

_MANY = 15  # from so many results on, a question about them is worth the reader's time
_TELLING = 0.9  # bits: a facet that tells less would hardly narrow anything
_VALUES = 3
KINDS: tuple[tuple[str, dict[str, list[str]]], ...] = (
    ("kind-fiction", {"literary_forms": ["fiction"], "audiences": ["adult"]}),
    ("kind-nonfiction", {"literary_forms": ["nonfiction"], "audiences": ["adult"]}),
    ("kind-children", {"audiences": ["preschool", "children"]}),
    ("kind-films", {"formats": ["film"]}),
)
_LENGTHS = ("shortest", "longest")
_CARE = {"decade": 0.5}  # when a book came out matters to few readers


def untold(turn: Turn) -> bool:
    """Say that no record tells what was asked: what readers thought of it, whether girls like it,
    or who its author is."""
    signs = (
        (listing.RATED, "rating-untold"),
        (LIKED_BY, "liked-by-untold"),
        (listing.RUNS, "minutes-untold"),
    )
    key = next((key for sign, key in signs if sign.search(turn.ask.text)), "")
    if key:
        turn.say(key)
    return bool(key) or author_untold(turn)


def is_untold(turn: Turn) -> bool:
    """Say so, where a message asks that of the list and names nothing; tells whether it did."""
    signs = (listing.RATED, LIKED_BY, listing.RUNS)
    asked = not turn.ask.query and any(sign.search(turn.ask.text) for sign in signs)
    if asked:
        cannot(turn)
    return asked


def order(ask: Ask) -> str:
    """Which come first: as one clause says it, or where no more than a length is named."""
    return orders.of_a_clause(ask.text) or _length(ask)


def of_a_length(ask: Ask, text: str) -> dict[str, list[str]]:
    """Stories, where books are wanted that are short or long, and no more: "any short novels"."""
    return dict(KINDS[0][1]) if _length(ask) and not text else {}


def _length(ask: Ask) -> str:
    said = ask.beside(*{one.name for one in ask.entities} - {"query"})
    for sign in occasions.TOLD:
        said = sign.sub(" ", said)
    wanted = "" if ask.pressed else orders.bare(said)
    return wanted if wanted in _LENGTHS else ""


def author_untold(turn: Turn) -> bool:
    """Say that no author is told by country or sex, if that was asked; a language may help."""
    if turn.ask.has("literature") or not UNTOLD.search(turn.ask.text):
        return False
    turn.say("author-untold")
    for code in ("chi", "eng"):
        turn.offer(turn.names.value("languages", code), "filter", set={"languages": [code]})
    return True


def cannot(turn: Turn) -> None:
    """A wish that no filter fulfils: say which there are."""
    if not untold(turn):
        turn.say("cannot-narrow")
        turn.offer(turn.text("choice-available"), "filter", set={"available": True})
    turn.offer_human()
    turn.ends("asked")


def which_branch(turn: Turn) -> None:
    """Another branch, whichever: the reader chooses."""
    turn.say("narrow-branch")
    for branch in turn.library.branches:
        turn.offer(branch.name[turn.language], "filter", set={"branches": [branch.code]})
    turn.question()
    turn.ends("asked")


def too_many(turn: Turn) -> None:
    """There are too many for the reader: what they could be narrowed by."""
    turn.say("too-many")
    turn.offer(turn.text("choice-available"), "filter", set={"available": True})
    turn.question()
    turn.ends("asked")


def offer_kinds(turn: Turn) -> None:
    """What many want, for who names no more than "a book"."""
    for key, kind in KINDS:
        turn.offer(turn.text(key), "find", filters=kind)


def offer(turn: Turn, frame: Frame, page: Page, first: int) -> None:
    """Choices below the results; a question among them only when its answer changes the page."""
    if turn.session.focus:
        return for_one(turn, turn.session.focus, page.found.total > len(page.hits))
    facets = _facets(page)
    best = _best_facet(frame, facets, page.found.total)
    if best and page.found.total >= _MANY and turn.may_ask() and not frame.asked:
        turn.say(f"narrow-{best.replace('_', '-')}")
        turn.question()
        frame.asked = True
    if page.found.total > first + len(page.hits):
        turn.offer(turn.text("choice-more"), "more")
    if best:
        _offer_values(turn, best, facets[best])
    return _offer_available(turn, frame, facets, page.found.total)


def _facets(page: Page) -> Mapping[str, Mapping[str, int]]:
    """Counts are of editions, results of works: no value can keep more than there are."""
    most = page.found.total
    return {
        name: {value: min(n, most) for value, n in counts.items() if value != "unstated"}
        for name, counts in page.found.facets.items()
    }


def for_one(turn: Turn, record_id: str, more: bool = False) -> None:
    turn.offer(turn.text("choice-where"), "where", record_id=record_id)
    turn.offer(turn.text("choice-like"), "like", record_id=record_id)
    turn.offer(turn.text("choice-cite"), "cite", record_id=record_id)
    turn.offer(turn.text("choice-save"), "save", record_id=record_id)
    if more:
        turn.offer(turn.text("choice-others"), "more")


def _best_facet(frame: Frame, facets: Mapping[str, Mapping[str, int]], total: int) -> str | None:
    """The facet whose answer would leave the fewest results on average."""
    bits = {
        name: _bits(facets[name], total) * _CARE.get(name, 1.0)
        for name in (*limits.FACETS, "decade")
        if name in facets and not _set_already(frame, name)
    }
    best = max(bits, key=lambda name: bits[name], default=None)
    several = sum(count > 1 for count in facets.get(best or "", {}).values()) > 1
    return best if best and several and bits[best] >= _TELLING and total > PAGE else None


def _set_already(frame: Frame, facet: str) -> bool:
    if facet == "decade":
        return "year_from" in frame.filters or "year_to" in frame.filters
    return limits.FACETS[facet] in frame.filters


def _bits(counts: Mapping[str, int], total: int) -> float:
    """Entropy of the facet; a value that all results share tells nothing."""
    seen = [count for count in counts.values() if count < total]
    whole = sum(seen)
    return -sum(c / whole * log2(c / whole) for c in seen) if whole else 0.0


def _offer_values(turn: Turn, facet: str, counts: Mapping[str, int]) -> None:
    best = sorted(counts, key=lambda value: -counts[value])[:_VALUES]
    best = [value for value in best if counts[value] > 1]
    for value in best:
        title, change = _choice(turn, facet, value)
        turn.offer(
            turn.text("choice-value", value=title, count=counts[value]), "filter", set=change
        )


def _choice(turn: Turn, facet: str, value: str) -> tuple[str, dict[str, object]]:
    if facet == "decade":
        change: dict[str, object] = {"year_from": int(value), "year_to": int(value) + 9}
        return turn.text("decade", decade=value), change
    name = limits.FACETS[facet]
    return turn.names.value(name, value), {name: [value]}


def _offer_available(
    turn: Turn, frame: Frame, facets: Mapping[str, Mapping[str, int]], total: int
) -> None:
    count = facets.get("available", {}).get("true", 0)
    if 0 < count < total and not frame.filters.get("available"):
        title = turn.text("choice-value", value=turn.text("choice-available"), count=count)
        turn.offer(title, "filter", set={"available": True})
