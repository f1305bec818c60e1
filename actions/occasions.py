"""What is left to search for in a wish that tells when, where or by whom something is read."""

from __future__ import annotations

from actions.ask import Ask
from actions.signs import listing, occasions
from assistant.engine.understanding.plain_words import content
from index.text import has_han


def asked_for(ask: Ask) -> bool:
    """Whether something to read is wished for on some occasion: "something to read on holiday"."""
    when = occasions.OCCASION.search(ask.text) or occasions.IN_A_SITTING.search(ask.text)
    return bool(when) and _is_a_wish(ask) and bool(occasions.TO_READ.search(ask.text))


def without_story(ask: Ask, text: str) -> str:
    """The words of a search without the occasion: crime novels in "crime novels for a flight"."""
    if in_easy_words(ask) and occasions.EASY_ALONE.fullmatch(text):
        return ""
    if not text or not _is_a_wish(ask):
        return text
    whole = occasions.BEDTIME.search(ask.text)
    if whole and text in whole[0]:
        return whole[0]
    beside = ask.text
    for sign in occasions.TOLD:
        beside = sign.sub(" ", beside)
    if beside == ask.text:
        return text
    left = _kept(text, beside)
    if left == text:
        return text
    return _kind(ask) if not left or occasions.A_READER.fullmatch(left) else left


def in_easy_words(ask: Ask) -> str:
    """The words for books that who learns the language can read: "simple English"; "" for none."""
    named = None if ask.pressed else occasions.EASY.search(ask.text)
    return named[0] if named else ""


def readers(ask: Ask) -> dict[str, list[str]]:
    """The children with whom something is read or heard: "for a car journey with kids"."""
    if ask.pressed or ask.has("audience") or not _is_a_wish(ask):
        return {}
    with_them = occasions.WITH_CHILDREN.search(ask.text)
    return {"audiences": ["preschool", "children"]} if with_them else {}


def _is_a_wish(ask: Ask) -> bool:
    on_a_topic = listing.OF_TOPIC.search(ask.text)
    return not ask.pressed and not on_a_topic and bool(occasions.WISHED.search(ask.text))


def _kept(text: str, beside: str) -> str:
    """What of the words is also said beside the occasion."""
    if has_han(text):
        return "".join(sign for sign in text if sign in beside).strip()
    told = set(beside.casefold().replace("’", "'").split())
    bare = {word.strip(".,;:!?'\"()") for word in told}
    kept = [word for word in text.split() if word.casefold() in bare]
    return " ".join(kept) if content(" ".join(kept[:1])) else " ".join(kept[1:])  # "to Scotland"


def _kind(ask: Ask) -> str:
    """The kind of stories that is wanted; "" where none is named."""
    named = occasions.A_KIND.search(ask.text)
    return named[0] if named else ""
