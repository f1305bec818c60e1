"""Those on the list of which the record tells what is wanted: pictures, an easy read, a prize."""

from __future__ import annotations

from actions import at_hand
from actions import filters as limits
from actions.signs import pointing
from actions.skills import nothing, pick
from actions.turn import Turn
from index.record import Query, Record
from index.text import Rule

_PRIZE = Rule(
    r"\b(?:nobel|booker|pulitzer|hugo|nebula|costa|carnegie|newbery|caldecott)\b",
    "诺贝尔|茅盾|布克|普利策|雨果|星云|鲁迅",
)
_LOOKED = 60  # works of a search that are looked at
_SHOWN = 5
_FITS = 0.6  # of the closest record's confidence


def telling(turn: Turn) -> None:
    """What the records on the screen tell, else those of the whole search."""
    if nothing.again(turn):
        return
    kind = named(at_hand.bare(turn.ask.text)) or named(turn.ask.text)
    on_screen = turn.shelf.records(turn.session.listed)
    prize = _prize(turn.ask.text) if kind == "prize" else ""
    found = [one for one in on_screen if _tells(one, kind, prize)]
    found = found or _of_the_search(turn, kind, prize)
    turn.say(f"telling-{kind}" if found else f"telling-{kind}-untold", count=len(found))
    if found:
        pick.show(turn, found)
        turn.session.focus = found[0].id if len(found) == 1 else ""
    turn.ends("answered")


def named(text: str) -> str:
    """The kind that a message asks for and nothing else; "" for none."""
    return next((kind for kind, (asked, _) in pointing.TELLING.items() if asked.search(text)), "")


def _prize(text: str) -> str:
    """The prize that is named, as records name it; "" for any."""
    hit = _PRIZE.search(text)
    return hit[0] if hit else ""


def _of_the_search(turn: Turn, kind: str, prize: str) -> list[Record]:
    frame = turn.session.frame
    if frame is None or turn.session.topic != "holdings" or frame.works:
        return []
    wanted = Query(
        text=frame.wanted, filters=limits.wanted(frame), like=frame.like or None, limit=_LOOKED
    )
    hits = turn.shelf.search(wanted).hits
    least = _FITS * max((hit.confidence for hit in hits), default=0.0)
    near = [hit.record for hit in hits if hit.confidence >= least]
    return [record for record in near if _tells(record, kind, prize)][:_SHOWN]


def _tells(record: Record, kind: str, prize: str) -> bool:
    if kind == "pictures" and record.format == "graphic_novel":
        return True
    told = (record.title, record.subtitle, record.summary, record.edition, *record.notes)
    sign = pointing.TELLING[kind][1]
    told = (*told, *record.genres, *record.subjects)
    return any(sign.search(one) and prize.casefold() in one.casefold() for one in told)
