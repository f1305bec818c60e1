"""When it is not clear what a message asks: look in catalogue and answers, then ask once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from actions import filters as limits
from actions.answers import Match, sources_of
from actions.ask import Ask
from actions.session import Frame
from actions.shelf import short_title
from actions.signs import asking, danger, listing, tasks
from actions.skills import about, answer, find, hours, item, people, refine, talk
from actions.tongue import letters
from actions.turn import Turn
from assistant.engine.understanding.plain_words import content, names_something, speaks
from assistant.errors import HoldingsUnavailable
from index.knowledge_words import stems
from index.record import Filters, Query
from index.text import Rule, has_han

_TOPIC = 4  # words of a topic that is named and nothing else
_HAN_TOPIC = 8  # characters
_HAN_WORD = 4
_FEW = 2  # telling words of what is rather talk than a topic
_HAN_ASKS = Rule(r"[吗嗎呢]\W*$", flags=0)  # a mark alone asks whether we have it: "naruto?"
_RESEARCH = ("databases", "research_consultation")
_SUBJECTS = (*_RESEARCH, "special_collections", "events")
_SURELY = 0.9  # how surely there are books on a bare word that a service might be meant by
_STRANGE = 0.2  # nearness to what a library is asked below which a topic is no service of ours
_RANDOM = 0.25  # the chance of nonsense that is worth a look whether it is
_LIKELY = 0.5  # the chance of an answer that is better than a search without results
_OATH = 0.85  # confidence from which a word by itself is an insult
_MAYBE = 0.3  # an answer to what nobody asks a library must be so likely to be named at all


def look(turn: Turn) -> None:
    """Show what is surely meant, wherever it is found; else one question, else a person."""
    ask = turn.ask
    if turn.session.frame and (limits.from_ask(ask) or limits.unwanted(ask)) and not ask.names_more:
        return refine.refine(turn)
    found = answer.nearest(turn)
    if _found(turn, found):
        return None
    given = limits.from_ask(ask)
    tells = ask.query or {"formats", "audiences", "literary_forms"} & set(given)
    if given and tells and not asking.ASKING.search(ask.text):
        return find.find(turn)  # 孩子4岁 喜欢挖掘机, 大字的最好
    if names_topic(ask):
        return talk.nonsense(turn) if _typed_at_random(turn) else _topic(turn, found)
    if found and found[0].confidence >= _MAYBE and turn.may_ask():
        return _ask(turn, found)
    return people.beyond(turn) if ask.near < 0 else people.not_sure(turn)


def library(turn: Turn) -> None:
    """A service of the library; a bare topic that no answer is near to is looked up first."""
    subject = _subject(turn)
    if _bare_subject(turn):
        find.begin(turn, Frame(text=turn.ask.query, topical=True))
        return answer.offer_rivals(turn, answer.nearest(turn)[:2])
    answer.answer(turn, lambda turn: _on_shelves(turn) or _on_subject(turn, subject))
    if not subject or turn.session.topic == "holdings" or _answered(turn, subject):
        return None
    turn.session.subject = subject
    if turn.session.topic == "answer":
        turn.offer(turn.text("choice-books-on", text=subject[:40]), "find", text=subject)
    return None


def _answered(turn: Turn, subject: str) -> bool:
    """Whether the answer given is on the very subject: "when is story time"."""
    entry = turn.services.answers.entry(turn.session.entry)
    return entry is not None and set(stems(subject)) <= set(
        stems(entry.wording(turn.language).question)
    )


def _bare_subject(turn: Turn) -> bool:
    """Whether a subject is named that we surely have books on, and no more: "history"."""
    ask = turn.ask
    if tasks.HISTORY_OF.search(ask.text) and not ask.taught:
        return True  # "history of jazz", not of a house or a street
    short = len(ask.text.split()) == 1 and not (has_han(ask.text) and len(ask.text) > _HAN_WORD)
    one = names_topic(ask) and short and ask.intent in _SUBJECTS
    if not one or ask.taught or max(_catalogue(turn)) < _SURELY:
        return False
    found = turn.services.answers.nearest(ask.text, turn.language, 1)
    return not found or found[0].confidence < answer.SAME


def _periodical(turn: Turn) -> str:
    """The magazine of ours that is asked for: "this week's Economist"."""
    title = " ".join(listing.ISSUE.sub(" ", turn.ask.query).split())
    wanted = Query(text=title, filters=Filters(formats=("periodical",)), limit=1, by_name=True)
    page = turn.shelf.search(wanted) if title else None
    hit = page.hits[0] if page and page.named and page.hits else None
    return short_title(hit.record) if hit else ""


def newspapers(turn: Turn) -> None:
    """A magazine that we have on paper, by its name; else, or at home, what there is to read."""
    title = "" if tasks.FROM_HOME.search(turn.ask.text) else _periodical(turn)
    return find.begin(turn, Frame(text=title)) if title else library(turn)


def _subject(turn: Turn) -> str:
    """What a question on research is about, if we hold anything on it."""
    query = turn.ask.query
    if turn.ask.intent not in _SUBJECTS or speaks(query) or asking.ASKING.search(query):
        return ""
    return query if max(_catalogue(turn)) >= turn.services.bounds.near else ""


def _on_shelves(turn: Turn) -> bool:
    """Search for a topic that is named and nothing else; tells whether the message was one."""
    strange = turn.ask.near < _STRANGE or max(_catalogue(turn)) >= turn.services.bounds.near
    if not names_topic(turn.ask) or not strange:
        return False
    find.find(turn)
    return True


def _on_subject(turn: Turn, subject: str) -> bool:
    """Books on the subject of a question on research that no answer is sure to answer."""
    if not subject:
        return False
    find.find(turn)
    answer.offer_rivals(turn, answer.nearest(turn)[:1])
    return True


def names_topic(ask: Ask) -> bool:
    """Whether a message is a topic or a name, and says nothing of what is wanted."""
    if not ask.query or letters(ask.query) != letters(ask.text) or _HAN_ASKS.search(ask.text):
        return False
    if (
        asking.ASKING.search(ask.text)
        or asking.MAY.search(ask.text)
        or asking.SAYS.search(ask.text)
    ):
        return False
    if has_han(ask.text):
        return len(letters(ask.text)) <= _HAN_TOPIC
    most = _FEW if asking.QUESTION.search(ask.text) else _TOPIC  # "naruto?"
    return len(ask.text.split()) <= most


def coping(turn: Turn) -> None:
    """Books on getting through a loss, with a kind word, and a person if that is better."""
    turn.say("coping")
    if danger.LOSS.search(turn.ask.text):
        find.begin(turn, Frame(text=turn.text("loss-subject"), filters=limits.from_ask(turn.ask)))
    else:
        find.find(turn)
    turn.offer_human("loss")


def far(turn: Turn) -> None:
    """Unlike all that a library is asked: only what is surely meant, else what we can do."""
    return _look_first(turn, people.beyond)


def out_of_scope(turn: Turn) -> None:
    """What seems beyond us may still be on our shelves or in our answers, unless we were told."""
    if turn.ask.taught:
        return people.beyond(turn)
    if subject := _of_why(turn):
        return find.begin(turn, Frame(text=subject, topical=True))
    if _asks_the_world(turn):
        return None if answer.instead(turn) else people.beyond(turn)
    return _look_first(turn, people.beyond)


def how_to(turn: Turn) -> None:
    """What books teach, unless the library itself tells how: "how to get rid of slugs"."""
    if not answer.instead(turn):
        find.find(turn)


def _of_why(turn: Turn) -> str:
    """What a pupil's question is on, if we have books on it: 鸟为什么会迁徙."""
    if not tasks.WHY_SO.search(turn.ask.text):
        return ""
    before, after = tasks.WHY_SO.split(turn.ask.text.strip(" ?？。"), maxsplit=1)
    tried = (f"{before} {after}".strip(), before)
    return next((one for one in tried if names_something(one) and _have_on(turn, one)), "")


def _have_on(turn: Turn, words: str) -> bool:
    page = turn.shelf.search(Query(text=words, limit=1))
    return bool(page.hits) and page.sureness >= turn.services.bounds.near


def _asks_the_world(turn: Turn) -> bool:
    """Whether something is asked or said that no shelf answers: 谁是英国首相, 今天天气真好."""
    ask, (known, topic) = turn.ask, _catalogue(turn)
    asks = any(sign.search(ask.text) for sign in (asking.ASKING, asking.QUESTION, asking.MAY))
    asks = asks or (has_han(ask.text) and bool(asking.HAN_ASKING.search(ask.text)))
    bounds = turn.services.bounds
    if ask.confidence < bounds.far or known >= bounds.known:
        return False
    said = has_han(ask.text) and len(letters(ask.text)) > _HAN_WORD
    return asks or (said and topic < bounds.near)


def insult(turn: Turn) -> None:
    """Titles may swear, "The idiot" is on our shelves; and a bare topic like 草药 is no oath."""
    title = turn.ask.query
    if title and letters(title) == letters(turn.ask.text) and _on_the_shelf(turn, title):
        return find.find(turn)
    unclear = turn.ask.confidence < _OATH or len(letters(turn.ask.text)) < _FEW
    if names_topic(turn.ask) and not turn.ask.taught and unclear:
        return _look_first(turn, people.insult)
    return people.insult(turn)


def story(turn: Turn) -> None:
    """How a book goes, or its author died: what the catalogue says of the one in hand."""
    record = turn.shelf.record(turn.session.focus) if turn.session.focus else None
    if record is None or turn.session.topic != "holdings":
        return (item.details if turn.ask.intent == "item_details" else look)(turn)
    turn.say("plot-untold", title=short_title(record))
    if record.summary:
        turn.say("fact-summary", title=short_title(record), value=record.summary)
    turn.offer(turn.text("choice-like"), "like", record_id=record.id)
    turn.offer_human("story")
    return turn.ends("answered")


def that_day(turn: Turn) -> None:
    """A day and no more, after an answer: what was told holds of that day too."""
    entry = turn.services.answers.entry(turn.session.entry)
    if turn.session.topic != "answer" or entry is None or not hours.only_when(turn.ask):
        return look(turn)
    turn.tell(entry.wording(turn.language).answer)
    turn.show(sources_of(entry, turn.language))
    return turn.ends("answered")


def title(turn: Turn) -> None:
    """A title that sounds like something else: 活着 is a novel, "excellent women" no praise."""
    grave = turn.ask.intent == "distress"
    turn.ask = replace(turn.ask, intent="known_item", confidence=1.0)
    find.find(turn)
    if grave:
        turn.offer_human("distress")


def _on_the_shelf(turn: Turn, title: str) -> bool:
    try:
        return about.known(turn, title) is not None
    except HoldingsUnavailable:
        return False


def nonsense(turn: Turn) -> None:
    """A word that nobody trained, a brand or a title, may be known all the same."""
    _look_first(turn, talk.nonsense)


def _look_first(turn: Turn, otherwise: Callable[[Turn], None]) -> None:
    """What is found, else a question if one of our answers may well be meant, else `otherwise`."""
    found = answer.nearest(turn)
    if _found(turn, found):
        return None
    if names_topic(turn.ask) and turn.ask.intent != "nonsense":
        return _topic(turn, found)
    if found and found[0].confidence >= _MAYBE and turn.may_ask():
        return _ask(turn, found)
    return otherwise(turn)


def _topic(turn: Turn, found: Sequence[Match]) -> None:
    """A search for a topic; an answer that may be meant is a press away, or given if nothing is."""
    likely = bool(found) and found[0].confidence >= _LIKELY
    if likely and max(_catalogue(turn)) < turn.services.bounds.near:
        return answer.give(turn, found[0].entry)
    find.find(turn)
    maybe = [match for match in found[:2] if match.confidence >= _MAYBE]
    return answer.offer_rivals(turn, maybe)


def _typed_at_random(turn: Turn) -> bool:
    """Whether a message may well be no words at all, and the shelves know none of them."""
    chance = dict(turn.ask.ranking).get("nonsense", 0.0)
    return (
        chance >= _RANDOM
        and turn.ask.near < 0
        and max(_catalogue(turn)) < turn.services.bounds.near
    )


def _found(turn: Turn, found: Sequence[Match]) -> bool:
    """Answer from catalogue or knowledge base if one is sure; tells whether it was."""
    bounds, best = turn.services.bounds, found[0].confidence if found else 0.0
    known, topic = _catalogue(turn)
    if (known >= bounds.known and known >= best) or (
        topic >= bounds.known and best < bounds.answer
    ):
        find.find(turn)
    elif best >= bounds.answer:
        answer.give(turn, found[0].entry)
    else:
        return False
    return True


def _catalogue(turn: Turn) -> tuple[float, float]:
    """How surely the words name a record, and how surely a topic that there are records on."""
    if not turn.ask.query:
        return 0.0, 0.0
    try:
        page = turn.shelf.search(Query(text=turn.ask.query, limit=1))
    except HoldingsUnavailable:
        return 0.0, 0.0
    named = page.found.kind in ("known_item", "identifier")
    if page.found.kind == "author":
        return 0.0, page.sureness
    if not named and speaks(turn.ask.query) and len(content(turn.ask.query)) <= _FEW:
        return 0.0, 0.0  # "how do I leave" is no topic, whatever is near it
    return (page.sureness, 0.0) if named else (0.0, page.sureness)


def _ask(turn: Turn, found: Sequence[Match]) -> None:
    """Which question is meant, or is it a search."""
    answer.ask_which(turn, found[:2], search=True)
