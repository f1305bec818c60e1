"""Filters of a search: as JSON, from what a reader says, and back into words."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from typing import Any

from actions.ask import Ask
from actions.names import Names
from actions.session import Frame, Session
from actions.signs import asking, listing, orders
from assistant.engine.understanding.plain_words import content
from assistant.engine.understanding.untold import UNTOLD
from assistant.errors import BadRequest
from index.query import read
from index.record import Filters
from index.text import Rule, has_han

SETS = {  # entity -> filter
    "language": "languages",
    "format": "formats",
    "branch": "branches",
    "audience": "audiences",
    "literary_form": "literary_forms",
    "literature": "literatures",
    "author": "authors",
}
FACETS = {
    "language": "languages",
    "format": "formats",
    "branch": "branches",
    "audience": "audiences",
    "literary_form": "literary_forms",
}
WORDS = "words"  # what is not wanted and no filter's value: "but no spies"
NUMBERS = ("year_from", "year_to", "pages_from", "pages_to")
_FAR = 99_999  # no year and no number of pages lies beyond
_SURE = 0.6  # confidence from which a message is what it was taken for
_OF_HOLDINGS = frozenset(
    ["find_holdings", "known_item", "refine", "show_more", "more_like", "item_details"]
)
_NO_SERVICE = _OF_HOLDINGS | {"where_is_it", "deny", "affirm", "out_of_scope", "nonsense"}
_AND_NOT = re.compile(  # "the farm one and not 1984"
    r",?\s+(?:(?:and|or|nor)\s+)?(?:not|no|nor|or)\s+(?:(?:by|about|the)\s+)*", re.IGNORECASE
)
_THOSE = re.compile("(?:[那这]?[几些两三][部本个]|系列|三部曲)+$")  # 射雕那几部
_DOCUMENTARY = Rule(r"\bdocumentar(?:y|ies)\b", "纪录片")
_OF_SEVERAL = re.compile(r"\s+ones?$", re.IGNORECASE)
_NAMES = {field.name for field in fields(Filters)} - {"above"}


def load_filters(raw: Mapping[str, Any] | None) -> Filters:
    """Filters from JSON. Raises BadRequest for a name or value that a search does not know."""
    given = dict(raw or {})
    if unknown := sorted(set(given) - _NAMES):
        raise BadRequest(
            f"filters: there is none called {unknown[0]!r}; known are {sorted(_NAMES)}."
        )
    return Filters(**{name: _value(name, value) for name, value in given.items()})


def _value(name: str, value: Any) -> Any:
    try:
        if name in NUMBERS:
            return None if value is None else max(-_FAR, min(int(value), _FAR))
        if name == "available":
            return _yes_or_no(value)
        return (value,) if isinstance(value, str) else tuple(str(one) for one in value)
    except (TypeError, ValueError, OverflowError) as error:
        raise BadRequest(f"filters: {name} is {value!r}, which cannot be read.") from error


def _yes_or_no(value: Any) -> bool:
    if value is not None and not isinstance(value, bool):
        raise TypeError("neither true nor false")
    return bool(value)


def dump_filters(filters: Filters) -> dict[str, Any]:
    """Only what limits anything; `exclude` and `above` are left out, they are not the reader's."""
    names = [f.name for f in fields(filters) if f.name in _NAMES - {"exclude"}]
    told = {name: getattr(filters, name) for name in names}
    return {k: list(v) if isinstance(v, tuple) else v for k, v in told.items() if v}


def from_ask(ask: Ask) -> dict[str, Any]:
    """What the reader limits in this message, as JSON filters."""
    found: dict[str, Any] = {
        name: list(dict.fromkeys(ask.all(entity)))
        for entity, name in SETS.items()
        if ask.all(entity)
    }
    if "children" in found.get("audiences", ()) and _of_any_age(ask):
        found["audiences"] = list(dict.fromkeys([*found["audiences"], "preschool"]))
    topic = _DOCUMENTARY.sub("", ask.query).strip()
    if topic and found.get("formats") == ["film"] and _DOCUMENTARY.search(ask.text):
        found.setdefault("literary_forms", ["nonfiction"])
    found |= {n: int(ask.one(n)) for n in NUMBERS if ask.one(n) is not None}
    return found | ({"available": True} if ask.one("available") else {})


def spoken_of(ask: Ask, session: Session) -> dict[str, Any]:
    """The forms named in what an answer was given to, and where they are to be."""
    told = {} if ask.pressed else from_ask(ask)
    if session.topic != "answer" or not (session.limited or "formats" in told):
        return {}
    return session.limited | {k: v for k, v in told.items() if k in ("formats", "branches")}


def _of_any_age(ask: Ask) -> bool:
    """Whether children are named without how old they are: small ones are children too."""
    return any(listing.CHILDREN.search(said) for said in ask.said("audience"))


def unwanted(ask: Ask) -> dict[str, list[str]]:
    """What the reader does not want: "not in French", "no e-books", "but no spies"."""
    found = {
        name: ask.all(entity, negated=True)
        for entity, name in SETS.items()
        if ask.all(entity, negated=True)
    }
    words = _denied(ask)
    such = [] if ask.pressed else _too_such(ask.text)
    denied = such or [_OF_SEVERAL.sub("", one) for one in _AND_NOT.split(words) if one]
    return found | ({WORDS: denied} if denied else {})


def left_out(ask: Ask, session: Session, bears: Callable[[str], bool]) -> Ask:
    """What a message leaves out of the list, said plainly: "not politicians" of "no politicians".
    A title of ours is none, nor a limit, of which it is understood what a "no" denies."""
    listed = session.frame is not None and session.topic == "holdings"
    if not listed or ask.pressed or ask.has(*SETS, *NUMBERS) or bears(ask.text):
        return ask
    hit = listing.LEAVES_OUT.search(ask.text)
    return replace(ask, text=f"not {hit['what']}", entities=()) if hit else ask


def _too_such(text: str) -> list[str]:
    """What the works that are "too scary" have in their records."""
    hit = listing.TOO_SUCH.search(text)
    told = next(filter(None, hit.groups()), "") if hit else ""
    return next((list(words) for sign, words in listing.HEADINGS if sign.search(told)), [])


def _denied(ask: Ask) -> str:
    """The words that are denied, unless they are a filter's: those are known by their value."""
    found = None if ask.pressed else listing.DENIES.search(ask.text)
    if found is None or asks_for_any(ask.text) or UNTOLD.search(ask.text):
        return ""
    at, end = found.span(found.lastindex or 0)
    limited = (e for e in ask.entities if e.name in (*SETS, *NUMBERS))
    if any(e.start < end and at < e.end for e in limited):
        return ""
    words = _THOSE.sub("", ask.text[at:end].strip())
    if orders.bare(f"not {words}"):
        return ""  # "nothing massive"
    return words if has_han(words) or content(words) else ""  # "not by him"


def asks_for_any(text: str) -> bool:
    """Whether it is asked if there is really nothing on it: "nothing on bees at all?"."""
    return bool(listing.NONE_AT_ALL.match(text))


def _beside_readers(ask: Ask) -> str:
    """The words beside those that name readers: "picture books" limits, and adds no topic."""
    left = ask.query
    for said in filter(None, ask.said("audience")):  # what is only implied has no words
        left = left.replace(said, " ")
    return " ".join(left.split()) if left != ask.query else left


def affirmed(ask: Ask) -> str:
    """The words to search for, without those that are denied."""
    if not ask.pressed and asks_for_any(ask.text):
        return " ".join(listing.NONE_AT_ALL.sub(" ", ask.text).split())
    denied = _denied(ask)
    if orders.bare(ask.text) or listing.TOO_SUCH.search(ask.text):
        return ""  # how it should be, of whatever topic
    if not denied:
        return _beside_readers(ask)
    left = listing.DENIES.sub(" ", ask.query).strip(" ,.;，。；、")
    if left == ask.query and denied in left:  # the clause that denies was taken for the wish
        return read(listing.DENIES.sub(" ", ask.text)).core
    return left


def asks_of_a_service(ask: Ask) -> bool:
    """Whether a message surely asks how something is done here, and names a form of holdings only
    on the way: "how many films can I borrow"."""
    only = ask.has("format", "language") and listing.ONLY_SUCH.match(ask.text)
    sure = ask.confidence >= _SURE and ask.intent not in _NO_SERVICE and not only
    to_read_it_on = not ask.pressed and asking.TO_A_DEVICE.search(ask.text)
    return bool(to_read_it_on) or asks_a_rule(ask) or (sure and ask.names_more)


def asks_a_rule(ask: Ask) -> bool:
    """Whether it is asked what is allowed or paid for a form of holdings, and no topic is named."""
    rule = asking.HOW_MANY_MAY.search(ask.text) or asking.COSTS.search(ask.text)
    return rule is not None and not ask.query


def of_the_young(raw: Mapping[str, Any]) -> bool:
    """Whether a search is for children or teenagers and for nobody else."""
    readers = set(raw.get("audiences", ()))
    return bool(readers) and readers <= {"preschool", "children", "young_adult"}


def narrowed(before: Mapping[str, Any], change: Mapping[str, Any]) -> dict[str, Any]:
    """The newer word wins; bounds that would contradict each other are dropped."""
    after = {**before, **change}
    for least, most in (NUMBERS[:2], NUMBERS[2:]):
        low, high = after.get(least), after.get(most)
        if low and high and low > high:
            after.pop(most if least in change else least)
    return after


_NONE = "-"  # a value that nothing has: all there is of a facet is unwanted


def without(
    before: Mapping[str, Any],
    not_wanted: Mapping[str, list[str]],
    facets: Mapping[str, Mapping[str, int]],
) -> dict[str, Any]:
    """Filters that keep every value of a facet but the unwanted ones."""
    after = dict(before)
    for facet, name in FACETS.items():
        bad = set(not_wanted.get(name, ()))
        bad |= {"preschool"} if "children" in bad else set()
        known = after.get(name) or facets.get(facet, {})
        if bad:
            after[name] = [value for value in known if value not in bad] or [_NONE]
    return after


def wanted(frame: Frame, raw: Mapping[str, Any] | None = None) -> Filters:
    """What a search lets pass, or would under other filters: without all that is not wanted."""
    return replace(
        load_filters(frame.filters if raw is None else raw),
        not_authors=tuple(frame.without.get("authors", ())),
        not_words=tuple(frame.without.get(WORDS, ())),
        exclude=tuple(frame.gone),
    )


def excluding(filters: Filters, ids: list[str]) -> Filters:
    return replace(filters, exclude=(*filters.exclude, *ids))


def in_words(
    raw: Mapping[str, Any], names: Names, unwanted: Mapping[str, list[str]] | None = None
) -> list[str]:
    """Each filter as a phrase in the reader's language, such as "in Chinese"."""
    bad = unwanted or {}
    told, rest = _together({k: v for k, v in raw.items() if k not in bad}, names)
    told += [names.filter(name, value) for name, value in rest.items()]
    return [t for t in (*told, *(names.no(name, values) for name, values in bad.items())) if t]


def _together(raw: Mapping[str, Any], names: Names) -> tuple[list[str], dict[str, Any]]:
    """Filters said in one breath ("fiction by Woolf", "from 1990 to 1999"), and the rest."""
    told, rest = [], dict(raw)
    if rest.get("literary_forms") and rest.get("authors"):
        told.append(names.form_by(rest.pop("literary_forms"), rest.pop("authors")))
    if rest.get("year_from") and rest.get("year_to"):
        told.append(names.years(rest.pop("year_from"), rest.pop("year_to")))
    return told, rest
