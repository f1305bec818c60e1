"""Which of the library's specialists a message names, by what they know."""

from __future__ import annotations

from actions.signs import people
from assistant.facts import fold, names
from assistant.library import Library, Specialist


def named(text: str, library: Library) -> Specialist | None:
    """The specialist of "the children's librarian", "someone who speaks Mandarin", 健康馆员."""
    subjects = [next(filter(None, hit.groups()), "") for hit in people.SPECIALIST.finditer(text)]
    found = (library.specialist_for(one) or _by_role(one.strip(), library) for one in subjects)
    return next(filter(None, found), None)


def _by_role(subject: str, library: Library) -> Specialist | None:
    wanted = fold(subject)
    roles = [(one, fold(f"{one.role.en} {one.role.zh}")) for one in library.specialists]
    fit = [one for one, role in roles if wanted and names(wanted, role)]
    return fit[0] if len(fit) == 1 else None  # "librarian" is in every role
