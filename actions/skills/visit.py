"""Finding the building and finding the right person."""

from __future__ import annotations

from actions.signs import tasks
from actions.skills import answer, unsure
from actions.turn import Turn
from assistant.library import Branch
from assistant.model import Source, SourcesPart


def directions(turn: Turn) -> None:
    """The address and phone of the branch that is named; everything else from the answers."""
    code = turn.ask.one("branch")
    branch = turn.library.branch(str(code)) if code else None
    if branch is None:
        return unsure.library(turn)
    _address(turn, branch)
    found = answer.nearest(turn)
    if found and found[0].confidence >= turn.services.bounds.answer:
        turn.end_message()
        answer.give(turn, found[0].entry)
    return turn.ends("answered")


def _address(turn: Turn, branch: Branch) -> None:
    language = turn.language
    turn.say(
        "address",
        branch=branch.name[language],
        address=branch.address[language],
        phone=branch.phone,
        access=branch.accessibility[language],
    )
    source = Source(
        title=turn.text("visit-source"), id="branches", url=f"{turn.library.url}/branches"
    )
    turn.show(SourcesPart(sources=[source]))
    turn.offer(turn.text("choice-hours"), "hours", branch=branch.code)
    turn.session.branch = branch.code


def staff(turn: Turn) -> None:
    """Who knows the subject, and how to reach them; else the library's own words."""
    subject = tasks.CONTACT.sub(" ", turn.ask.query or turn.ask.text).strip(" ?!.,，。？！")
    specialist = turn.library.specialist_for(subject) if subject else None
    if specialist is None:
        return directions(turn)  # of a branch that is named, the phone too
    place = turn.library.branch(specialist.branch)
    turn.say(
        "specialist",
        role=specialist.role[turn.language],
        email=specialist.email,
        when=specialist.availability[turn.language],
        branch=place.name[turn.language] if place else turn.library.desk.name[turn.language],
    )
    source = Source(
        title=turn.text("staff-source"), id="specialists", url=f"{turn.library.url}/staff"
    )
    turn.show(SourcesPart(sources=[source]))
    turn.offer_human("specialist")
    return turn.ends("answered")
