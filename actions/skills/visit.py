"""Finding the building: addresses, phones, how many we are."""

from __future__ import annotations

from actions import aspects
from actions.signs import opening, people
from actions.skills import answer, unsure
from actions.turn import Turn
from assistant.library import Branch
from assistant.model import Source, SourcesPart
from index.text import Rule

_WAY = Rule(  # the way there, and not only the address
    r"\bhow\b|\bfrom\b|\bbus(?:es)?\b|\btrains?\b|\bstation\b",
    "怎么|怎樣|坐|车站|公交|地铁",
)
_SHORT = 45  # characters of a question that asks for no more


def directions(turn: Turn) -> None:
    """The address and phone of the branch that is named; everything else from the answers."""
    code = turn.ask.one("branch") or (turn.session.branch if turn.session.topic == "hours" else "")
    branch = turn.library.branch(str(code)) if code else None
    if branch is None:
        where = opening.WHERE_IT.search(turn.ask.text) and not _WAY.search(turn.ask.text)
        return branches(turn) if turn.session.topic == "hours" and where else unsure.library(turn)
    of_it = turn.ask.has("branch") or opening.WHERE_IT.search(turn.ask.text)
    if not of_it and answer.instead(turn):
        return None  # "can I return there when it's shut"
    _address(turn, branch)
    only_the_way = aspects.asks_the_way(turn.ask.text, turn.library)
    found = [] if only_the_way else answer.nearest(turn)
    if found and found[0].confidence >= turn.services.bounds.answer:
        turn.end_message()
        answer.give(turn, found[0].entry)
        if _WAY.search(turn.ask.text):
            turn.session.topic = "hours"  # "what time does it open" is asked of the branch
    return turn.ends("answered")


def asked(turn: Turn) -> bool:
    """Whether our address or phone is asked for, or how many we are."""
    if _spoken_of(turn):
        return True
    if _named(turn):
        return len(turn.ask.text) < _SHORT and bool(opening.REACH.search(turn.ask.text))
    return bool(opening.OUR_PLACES.search(turn.ask.text))


def _named(turn: Turn) -> Branch | None:
    ask, library = turn.ask, turn.library
    return library.branch(str(ask.one("branch"))) or library.branch_named(ask.text)


def _spoken_of(turn: Turn) -> Branch | None:
    """The branch spoken of, where a short message asks for its number or e-mail."""
    spoken_of = turn.session.topic == "hours" and people.ADDRESS.search(turn.ask.text)
    return turn.library.branch(turn.session.branch) if spoken_of else None


def reach(turn: Turn) -> None:
    """Address and phone of the branch that is named, or of each."""
    branch = _named(turn) or _spoken_of(turn)
    if branch is None:
        return branches(turn)
    _address(turn, branch)
    return turn.ends("answered")


def branches(turn: Turn) -> None:
    """How many we are, where, and each one's phone."""
    language, places = turn.language, turn.library.branches
    lines = [
        turn.text(
            "branch-line",
            branch=place.name[language],
            address=place.address[language],
            phone=place.phone,
        )
        for place in places
    ]
    turn.tell("\n".join([turn.text("branches", count=len(places)), *lines]))
    turn.show(_source(turn))
    turn.offer(turn.text("choice-hours"), "hours")
    return turn.ends("answered")


def _source(turn: Turn) -> SourcesPart:
    title = turn.text("visit-source")
    return SourcesPart(
        sources=[Source(title=title, id="branches", url=f"{turn.library.url}/branches")]
    )


def _address(turn: Turn, branch: Branch) -> None:
    language = turn.language
    turn.say(
        "address",
        branch=branch.name[language],
        address=branch.address[language],
        phone=branch.phone,
        email=branch.email,
        access=branch.accessibility[language],
    )
    turn.show(_source(turn))
    turn.offer(turn.text("choice-hours"), "hours", branch=branch.code)
    turn.session.branch, turn.session.topic = branch.code, "hours"
