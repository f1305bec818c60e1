"""The item that a question names by its title: rebecca in "rebecca, is it in", 活着有人借走了吗."""

from __future__ import annotations

from actions.ask import Ask
from actions.at_hand import MARKS, asked_facts, bare
from actions.signs import facts, leaning, pointing, tasks
from actions.titles import Known, named_in
from assistant.engine.understanding.plain_words import names_something

_ASKED = (*facts.FACTS.values(), facts.EDITIONS, facts.SCRIPT)
_STATE = (leaning.OUT, leaning.DUE, leaning.RETURN, facts.IS_IN, facts.WHERE_IS)
_LONG = 80  # characters of a question that names one item and no more
_LIMITS = ("language", "format", "branch", "available")


def title(ask: Ask, known: Known) -> str:
    """The one title of ours in a message that says nothing else than what is asked of it."""
    if len(ask.text) > _LONG or ask.pressed:
        return ""
    text = bare(ask.beside(*_LIMITS))
    for told in (text, without_question(text), tasks.HOLDING.sub(" ", text)):
        named = [one for one in named_in(told, known) if not pointing.POINTS.match(one)]
        if named:
            return named[0] if len(named) == 1 else ""
    return ""


def of_a_title(ask: Ask, known: Known) -> str | None:
    """The intent of a question on an item that is named by its title: "when was Dune published"."""
    text = bare(ask.text)
    left = without_question(text)
    if left == text.strip(MARKS) or not (_is_title(left, known) or title(ask, known)):
        return None
    if facts.EDITIONS.search(text) or facts.SCRIPT.search(text):
        return "editions"
    return "item_details" if asked_facts(text) else "where_is_it"


def _is_title(words: str, known: Known) -> bool:
    return not pointing.POINTS.match(words) and known(words)


def another(ask: Ask) -> str:
    """What a question names, be it ours or not: beowulf in "who translated beowulf"."""
    text = bare(ask.beside(*_LIMITS, "ordinal", "first_few"))
    left = without_question(text)
    asks = asked_facts(text) or any(sign.search(text) for sign in (*_STATE, leaning.PLACE))
    if not asks or left == text.strip(MARKS) or pointing.POINTS_AT.search(left):
        return ""
    rest = pointing.OF_AN_ITEM.sub(" ", left)
    return left if names_something(rest) else ""


def without_question(query: str) -> str:
    """What is left of "when was Dune published" when the question is taken off."""
    for sign in (*_ASKED, *_STATE):
        query = sign.sub(lambda hit: f" {' '.join(filter(None, hit.groups()))} ", query)
    return facts.NOW.sub("", " ".join(query.split())).strip(MARKS)
