"""The newest, first or best known work of the author spoken of: "her newest", 他的代表作."""

from __future__ import annotations

from actions.session import Frame
from actions.signs import leaning, orders
from actions.skills import authorship, find
from actions.turn import Turn


def tell(turn: Turn) -> bool:
    """Show all of theirs, that one first and in hand; tells whether it was asked for.

    Which is the best known no record tells: then all of them are shown, and that is said.
    """
    hit = None if turn.ask.pressed else orders.THEIRS.search(turn.ask.text)
    wrote = authorship.spoken_of(turn) if hit else {}
    if hit is None or not wrote:
        return False
    order = leaning.ORDERS.get((hit["most"] or hit["han"] or "").casefold(), "")
    if not order:
        turn.say("best-known-untold")
    find.begin(turn, Frame(filters=wrote, order=order, asked=True))
    listed = turn.session.frame.shown if order and turn.session.frame else []
    turn.session.focus = listed[0] if listed else turn.session.focus
    return True
