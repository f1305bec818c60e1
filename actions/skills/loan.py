"""How long the item in hand may be kept, and when it is due back."""

from __future__ import annotations

from actions.shelf import short_title
from actions.signs import leaning
from actions.skills import answer, item, pick
from actions.turn import Turn

_RULES = {  # of the library's file, by form
    "film": "film_days",
    "music": "film_days",
    "periodical": "film_days",
    "game": "game_days",
    "ebook": "ebook_days",
}


def period(turn: Turn) -> None:
    """The loan period of its kind; when it is due, if it is out; else that of every kind."""
    record = pick.in_hand(turn)
    numbered = pick.listed(turn)
    record = numbered[0] if len(numbered) == 1 else record
    if record is None or len(numbered) > 1:
        return _of_every_kind(turn)
    turn.session.focus = record.id
    states = {copy.status for copy in record.copies}
    back = states == {"on_loan"} and leaning.DUE.search(turn.ask.text)
    if states == {"reference"} or back:
        return item.where_one(turn, record)
    days = turn.library.rules.get(_RULES.get(record.format, "book_days"))
    if days is None:
        return _of_every_kind(turn)
    form = turn.names.format(record.format)
    turn.say("loan-period", title=short_title(record), form=form, days=int(days))
    pick.show(turn, [record])
    answer.offer_about(turn, "ask-renew")
    return turn.ends("answered")


def _of_every_kind(turn: Turn) -> None:
    if not answer.tell_of(turn, "ask-loan"):
        answer.answer(turn)
