"""What a search is about, in words, and which records one title stands for."""

from __future__ import annotations

from collections.abc import Sequence

from actions import filters as limits
from actions.session import Frame
from actions.shelf import PAGE, short_title
from actions.turn import Turn
from index.record import Hit, Query, Record


def about_words(turn: Turn, frame: Frame, corrected: str = "") -> str:
    """What was searched, in words: the reader's own, then each filter."""
    words = corrected or frame.text
    said = [turn.text("about-text", text=words)] if words else []
    if frame.like and (record := turn.shelf.record(frame.like)):
        said.insert(0, turn.text("about-like", title=short_title(record)))
    said += limits.in_words(frame.filters, turn.names, frame.without)
    return turn.text("about-glue").join(said)


def say_untold(turn: Turn, frame: Frame) -> None:
    """How many could not be looked at, where length matters and records do not tell it."""
    by_length = {"pages_from", "pages_to"} & set(frame.filters)
    if not by_length and frame.order not in ("shortest", "longest"):
        return
    rest = {name: value for name, value in frame.filters.items() if name not in by_length}
    wanted = limits.excluding(limits.load_filters(rest), frame.gone)
    everything = Query(text=frame.wanted, filters=wanted, like=frame.like or None)
    facets = turn.shelf.search(everything).found.facets
    if count := facets.get("pages", {}).get("unstated", 0):
        turn.say("length-untold", count=count)


def ordered_words(turn: Turn, frame: Frame, corrected: str = "") -> str:
    """The same, and that the newest come first where they do."""
    words = about_words(turn, frame, corrected)
    if frame.order != "newest":
        return words
    return turn.text("about-glue").join(
        filter(None, [words or turn.text("about-all"), turn.text("about-newest")])
    )


def editions(turn: Turn, hits: Sequence[Hit]) -> list[Record]:
    """The works that were named, each with its other editions; as the reader spelled it first."""
    records = list({r.id: r for hit in hits for r in _all_of(turn, hit)}.values())
    typed = turn.ask.query.casefold()

    def place(record: Record) -> tuple[bool, bool]:
        return record.title.casefold() != typed, record.format != "book"

    return sorted(records, key=place)[:PAGE]


def _all_of(turn: Turn, hit: Hit) -> list[Record]:
    return [hit.record, *turn.shelf.records(hit.editions[: PAGE - 1])]
