"""What a reader takes along: the reading report, and wishes for news of new holdings."""

from __future__ import annotations

from actions import filters as limits
from actions.session import Frame
from actions.shelf import short_title
from actions.signs import wishes
from actions.skills import about, authorship, find, unsure
from actions.turn import Turn
from assistant.model import HoldingsPart, HoldingsQuery

_TOLD = 10  # lines of a report


def report(turn: Turn) -> None:
    """What was asked and found so far, and what was saved, as cards."""
    session = turn.session
    only_saved = not turn.ask.pressed and bool(wishes.SAVED.search(turn.ask.text))
    if not session.saved and (only_saved or not session.log):
        turn.say("report-empty")
        return turn.ends("answered")
    if not only_saved:
        lines = [_line(turn, one.text, one.found) for one in session.log[-_TOLD:]]
        turn.tell("\n".join([turn.text("report-asked"), *lines]))
    saved = turn.shelf.records(session.saved)
    if saved:
        session.topic = "saved"
        turn.say("report-saved", count=len(saved))
        items = turn.shelf.items(saved, turn.names)
        turn.show(HoldingsPart(query=HoldingsQuery(text=""), total=len(items), items=items))
    return turn.ends("answered")


def _line(turn: Turn, text: str, found: list[str]) -> str:
    records = turn.shelf.records(found[:3])
    titles = list(dict.fromkeys(short_title(record) for record in records))
    joined = turn.names.joined(titles, "and")
    key = "report-line-found" if titles else "report-line"
    return turn.text(key, text=text, titles=joined)


def alert(turn: Turn) -> None:
    """Set a wish for news, list them, or stop them, as the message says."""
    text = turn.ask.text
    if wishes.STOP.search(text):
        return stop(turn)
    if wishes.LIST.search(text) and not _words(turn.ask.query):
        return _list(turn)
    if wishes.HOW_TOLD.search(text):
        return unsure.library(turn)
    if not wishes.TELLS.search(text):
        return newest(turn)
    frame = _wished(turn)
    if frame is None:
        turn.say("alert-what")
        turn.question()
        return turn.ends("asked")
    return _set(turn, frame)


def newest(turn: Turn) -> None:
    """What is new, newest first, without a wish for more of it: that is a press away."""
    text, given = _topic(turn), limits.from_ask(turn.ask)
    of_topic = Frame(text=text, topical=bool(text), filters=given, order="newest")
    frame = authorship.most(turn, given) or of_topic
    find.begin(turn, frame)
    if frame.text or frame.filters:
        turn.offer(turn.text("payload-alert"), "alert", text=frame.text, filters=frame.filters)


def _topic(turn: Turn) -> str:
    """What should be new: the words beside those that say so."""
    said = turn.ask.query or ("" if limits.from_ask(turn.ask) else turn.ask.text)
    words = " ".join(wishes.FRESH.sub(" ", said).split()).strip(" ,.?!，。？！")
    return "" if turn.ask.one("author") else words


def press_alert(turn: Turn) -> None:
    data = turn.ask.payload or {}
    given = limits.dump_filters(limits.load_filters(data.get("filters")))
    _set(turn, Frame(text=str(data.get("text") or ""), filters=given))


def _wished(turn: Turn) -> Frame | None:
    """The topic or name in the message, else the search at hand."""
    ask, given = turn.ask, limits.from_ask(turn.ask)
    han = wishes.HAN_WISH.search(ask.text)
    told = han["topic"] if han else _words(ask.query)
    words = "" if ask.one("author") else wishes.NEWS.sub("", told).strip()
    words = words if wishes.FRESH.sub("", words).strip() else ""
    if words or given:
        return Frame(text=words, filters=given)
    return turn.session.frame if turn.session.topic == "holdings" else None


def _words(query: str) -> str:
    """The topic of a wish: what follows "new books about"."""
    told = next(filter(None, (pattern.search(query) for pattern in wishes.WISHED)), None)
    return (
        told["topic"].strip(" .!?。！？")
        if told
        else ("" if wishes.WISH_ONLY.search(query) else query)
    )


def _set(turn: Turn, frame: Frame) -> None:
    words = about.about_words(turn, frame)
    turn.session.wishes = list(dict.fromkeys([*turn.session.wishes, words]))
    turn.effect("alert", text=frame.text, filters=frame.filters, since=turn.shelf.head())
    topic = frame.text and not (frame.filters or frame.like)
    turn.say("alert-set-topic" if topic else "alert-set", about=words)
    turn.offer(turn.text("choice-stop-alert"), "stop_alert")
    turn.ends("answered")


def _list(turn: Turn) -> None:
    wishes = turn.session.wishes
    if not wishes:
        turn.say("alert-none")
        return turn.ends("answered")
    turn.say("alert-list", wishes=turn.names.joined(wishes, "and"))
    turn.offer(turn.text("choice-stop-alert"), "stop_alert")
    return turn.ends("answered")


def stop(turn: Turn) -> None:
    """Stop one wish by its id, or all of this conversation's."""
    wanted = (turn.ask.payload or {}).get("id")
    turn.effect("stop_alert", **({"id": wanted} if wanted else {}))
    turn.session.wishes = []
    turn.say("alert-stopped")
    turn.ends("answered")
