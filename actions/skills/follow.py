"""What is asked of the answer just given: "is it free?", "and at Riverside?", 怎么取消."""

from __future__ import annotations

from math import log

from actions import (
    anew,
    aspects,
    at_hand,
    days,
    going_on,
    grave,
    held,
    own_days,
    own_forms,
    passages,
    pointed,
    questioned,
    titles,
    together,
    told,
    unasked,
)
from actions.answers import Match
from actions.passages import Passage
from actions.routes import names_a_title
from actions.signs import asking, opening, people, shapes, tasks
from actions.skills import answer, unsure
from actions.turn import Turn
from assistant.knowledge import Entry
from index.knowledge_words import stems
from index.text import Rule, has_han

_SHORT, _HAN_SHORT = 45, 14  # characters of a message that may lean on the answer before it
_HAN_ALONE = 20  # characters of one that says that nobody is here
_BEYOND = 0.6  # confidence from which a message of distress is one
_LIKELY = 0.1  # the chance from which one is given that was among several asked after
_WANTED = 0.5  # the chance from which a message is of what we hold, where it names a work of ours
_MOST = 4.0  # log odds that next to no sentence has: nothing is weighed to go beyond
_NEAR = 0.1  # the chance from which a sentence is told at all, or its answer a press away
_WEAK = 0.15  # the chance below which no sentence of an answer is nearer than the others
_FEW = 2  # words that name a part of an answer and no more
_BACK = (1.4, 4.0)  # log odds that an answer before the last, or that before it, must have over it
_LONG, _HAN_LONG = 4, 3  # words, or characters, of a title that nobody says by chance
_DIGIT = Rule(r"\d", "[一二三四五六七八九十]岁")
_OF_CHILDREN = Rule(
    r"\b(?:child(?:ren)?|kids?|bab(?:y|ies)|ages?|under-\w+)\b", "孩子|儿童|宝宝|[0-9]岁"
)
_NUMBER_OF_CARD = Rule(
    r"^\W*(?:my |the |library )*(?:card|account)\W*(?:number|no\.?)?\W*(?:is )?\d[\d ]{5,}\W*$",
    "^\\W*(?:我的)?(?:借书|读者)?(?:卡号|证号|号码)\\W*是?\\W*\\d[\\d ]{5,}\\W*$",
)
_WAS = Rule(
    r"^\W*(?:it|that|this) was\b|^\W*(?:just )?this (?:morning|afternoon|evening)\b",
    "[上前]个?(?:周|星期|礼拜|天)",
)
_SUPPOSES = Rule(r"\b(?:i think|probably|maybe|perhaps)\b", "好像|可能|大概|应该是")
_ONE_OF_THEM = Rule(
    r"\b(?:the|that) ([a-z]{4,}) one\b",
    "(?:^|[，,\\s那])([^\\W\\d]{2,4}?)的?[那这]一?[个家场间种次](?![月周星礼时人学小])|那个([^\\W\\d]{2,4}?)的",
)
_WHEN = ("date", "weekday", "part_of_day")
_OF_ONE = ("where_is_it", "item_details")
_EVENTS = "events"  # the topic of our answers on what is on
_NO_MORE = Rule(
    (
        r"\W*(?:(?:and|or|but|what about|how about|is there|are there|anything|any|something|for|my"
        r"|the|ok|ones?)\b\W*)*"
    ),
    "\\W*(?:那|有没有|有|给|适合|呢|的|吗|也|[，。？])*\\W*",
)


def follow(turn: Turn) -> bool:
    """Answer a message that leans on the answer just given; tells whether it was one."""
    last = turn.services.answers.entry(turn.session.entry)
    spoken_of = turn.session.topic in ("answer", answer.WHICH) or _after_hours(turn)
    if last is None or not spoken_of or _is_a_hold(turn) or _wants_a_work(turn):
        return False
    if aspects.asks_the_way(turn.ask.text, turn.library) or _asks_of_us(turn, last):
        return False
    if turn.session.topic == answer.WHICH:
        return _leans(turn) and _of_what_was_asked(turn)
    return _plainly(turn, last) or (_leans(turn) and _tells(turn, last))


def _asks_of_us(turn: Turn, last: Entry) -> bool:
    """Whether it is asked if we are open now, and no answer on the hours of a thing was given."""
    now = opening.NOW.search(turn.ask.text) and opening.OPENS.search(turn.ask.text)
    return bool(now) and not opening.OPENS.search(last.wording(turn.language).question)


def _after_hours(turn: Turn) -> bool:
    """Whether a message asks an answer for a thing, though our hours were asked in between."""
    between = turn.session.topic == "hours" and turn.ask.intent != "hours"
    return between and aspects.told_by(turn.ask.text, turn.library) is not None


def _of_what_was_asked(turn: Turn) -> bool:
    """The entry that is likely with what was said before our question which one is meant."""
    near = together.meant(turn)
    likely = near[0].chance >= _LIKELY and turn.ask.text != turn.session.question
    if likely and near[0].chance < passages.TELLS:
        turn.say("nearest-known")
        turn.offer_human("unsure")
    if likely:
        answer.give(turn, near[0].entry, leans=True)
    return likely


def _plainly(turn: Turn, last: Entry) -> bool:
    """What a message names plainly: a day, the number of a card; or it asks why, and no more."""
    again = _is_past(turn) or _one_of_them(turn)
    said = own_days.sentences(turn, last) or own_forms.sentences(turn, last) or of_one(turn, last)
    said = said or (told.whole(turn, last) if again else [])
    said = said or _who_helps(turn, last)
    if _at_desk(turn, last) or _whom_to_ask(turn, last) or _help_here(turn, last):
        return True
    if said:
        told.tell(turn, last, said)
        return True
    more = _NUMBER_OF_CARD.search(turn.ask.text) or asking.WHY.search(turn.ask.text)
    if more or unasked.objects(turn.ask, turn.session):
        answer.no_more(turn, last)
        return True
    return False


def of_one(turn: Turn, last: Entry) -> list[str]:
    """What tells the time, place or price of one of several that the answer names: 中文那个几点."""
    pointed = _ONE_OF_THEM.search(turn.ask.text)
    if pointed is None:
        return []
    rest = _ONE_OF_THEM.sub(" ", turn.ask.text, 1)
    tells = aspects.told_by(rest, turn.library)
    if tells is None:
        return []
    name = next(filter(None, pointed.groups())).casefold()
    parts = told.sentences(last, turn.language)
    return [one for one in parts if name in one.casefold() and tells(one)]


def _whom_to_ask(turn: Turn, last: Entry) -> bool:
    """How a librarian is reached, where it is asked who knows and the answer names nobody."""
    names = people.TO_ASK.search(last.wording(turn.language).answer)
    if names or not people.WHO.search(turn.ask.text) or not answer.tell_of(turn, "ask-librarian"):
        return False
    turn.offer_human()
    return True


def _help_here(turn: Turn, last: Entry) -> bool:
    """Where to ask, as the answer has it: help is wanted, or nobody is to be seen."""
    text = turn.ask.text
    alone = people.NOBODY.search(text) and len(text) < (_HAN_ALONE if has_han(text) else _SHORT)
    if not (alone or people.HELPS.search(text)):
        return False
    said = [one for one in told.sentences(last, turn.language) if people.TO_ASK.search(one)]
    if said:
        told.tell(turn, last, said)
        turn.offer_human()
    return bool(said)


def _who_helps(turn: Turn, last: Entry) -> list[str]:
    """What of the answer tells who helps, or on which days, where that is asked."""
    text = turn.ask.text
    parts = [one for one in told.sentences(last, turn.language) if people.HELPER.search(one)]
    if people.HELPS.search(text):
        return parts
    when = people.THEY_ARE.search(text) and not people.REACHED.search(text)
    return [one for one in parts if when and opening.NAMES_DAYS.search(one)]


def _is_a_hold(turn: Turn) -> bool:
    """Whether a message leans on the item in hand: "put me on the waiting list"."""
    return bool(turn.session.focus) and at_hand.wants_held(turn.ask.text)


def _is_past(turn: Turn) -> bool:
    """Whether a message tells when something was, and no more: 昨天在总馆."""
    named = [str(day) for day in turn.ask.all("date")]
    past = bool(named) and max(named) < days.now(turn).isoformat()
    said = past or (turn.ask.has(*_WHEN) and _WAS.search(turn.ask.text))
    return bool(said) and aspects.says_no_more(turn.ask.beside(*_WHEN, "branch"))


def _one_of_them(turn: Turn) -> bool:
    """Whether one of the things that the answer tells of is pointed at: "the chinese one"."""
    listed = turn.ask.has("language") and bool(turn.session.listed)
    other = turn.ask.has("format", "ordinal", "author") or turn.session.of_item or listed
    return bool(asking.ONE_OF_THEM.search(turn.ask.text)) and not other


def _names_a_part(turn: Turn, last: Entry) -> bool:
    """Whether one or two words that pass for a search are of the answer: "colour", after prices."""
    ask = turn.ask
    searches = going_on.is_of_holdings(ask) and {one.name for one in ask.entities} <= {"query"}
    named = set(stems(ask.text)) if searches else set()
    few = 0 < len(named) <= _FEW and len(ask.text.split()) <= _FEW and not has_han(ask.text)
    return few and named <= set(stems(last.wording(turn.language).answer))


def _wants_a_work(turn: Turn) -> bool:
    """Whether a work is asked for by its title, or more like one: no answer tells of it."""
    ask, bears = turn.ask, turn.shelf.bears
    if ask.taught or going_on.of_holdings(ask) < _WANTED:
        return False
    if ask.intent in _OF_ONE and len(ask.text.split()) > _LONG:
        return questioned.of_a_title(ask, bears) is not None  # "the name of the rose in now?"
    if ask.intent == "more_like":
        return ask.has("query", "like", "literary_form")
    marked = shapes.titles(ask.text)  # a title whether it is ours or not
    return ask.has("query") and bool(marked or bears(ask.query) or titles.named_in(ask.text, bears))


def _titled(turn: Turn) -> bool:
    """Whether a title of ours is named that nobody says by chance: 那天龙八部呢."""
    if turn.ask.taught:
        return False
    named = titles.named_in(turn.ask.text, turn.shelf.bears)
    return any(
        len(title) >= _HAN_LONG if has_han(title) else len(title.split()) >= _LONG
        for title in named
    )


def _leans(turn: Turn) -> bool:
    """Whether a message is short and goes on, and is no cry, no task and no title of ours."""
    ask = turn.ask
    most = _HAN_SHORT if has_han(ask.text) else _SHORT
    sounds = ask.confidence >= _BEYOND and not grave.is_plain(ask.text)
    cry = ask.intent == "distress" and (sounds or grave.in_danger(ask.text))
    if len(ask.text) > most or ask.has("isbn", "ordinal") or cry:
        return False
    if unasked.of_staff(ask) or unasked.of_our_language(ask):
        return False
    own = (tasks.RESERVES, tasks.SORRY, tasks.FAULT)
    if any(sign.search(ask.text) for sign in own) or names_a_title(turn):
        return False
    if ask.taught and unsure.names_topic(ask):
        return False  # a service by its name: "printing"
    onward = asking.GOES_ON.search(ask.text) and not asking.HELD.search(ask.text)
    if going_on.is_of_holdings(ask) and onward:
        return True  # 孩子呢
    last = turn.services.answers.entry(turn.session.entry)
    goes_on = going_on.chance(ask) >= going_on.GOES_ON or _for_whom(turn)
    of_it = last is not None and _names_a_part(turn, last)
    goes_on = goes_on or of_it or people.OF_SOMEBODY.search(ask.text) is not None
    return goes_on or _asks_a_thing(turn) or _tells_an_age(turn)


def _for_whom(turn: Turn) -> bool:
    """Whether readers are named and no more, of what is on: "for kids"."""
    last, ask = turn.services.answers.entry(turn.session.entry), turn.ask
    if last is None or last.topic != _EVENTS or ask.query or not ask.has("audience"):
        return False
    return bool(_NO_MORE.fullmatch(ask.beside("audience")))


def _tells_an_age(turn: Turn) -> bool:
    """Whether the age of a child is told after an answer or a question about children: "he's 9"."""
    last = turn.services.answers.entry(turn.session.entry)
    age = turn.ask.has("audience") and not turn.ask.query and _DIGIT.search(turn.ask.text)
    if not age or last is None:
        return False
    asked = asking.OF_A_CHILD.search(turn.session.question)
    return bool(asked or _OF_CHILDREN.search(told.whole(turn, last)[0]))


def _asks_a_thing(turn: Turn) -> bool:
    """Whether a price, a time or a place is asked for and no more; a time only if we told one."""
    last = turn.services.answers.entry(turn.session.entry)
    tells = aspects.told_by(turn.ask.text, turn.library)
    if last is None or tells is None:
        return False
    told_it = any(map(tells, told.sentences(last, turn.language)))
    return told_it or turn.ask.intent not in ("hours", "directions")


def _tells(turn: Turn, last: Entry) -> bool:
    """What most likely tells what is asked; what is only near to it is told as that."""
    if _titled(turn):
        unsure.title(turn)
        return True
    last, found = _gone_back_to(turn, last)
    terms = held.to(turn, last, found)
    if not terms and _by_the_rule(turn):
        return True
    found = terms or found
    best = found[0]
    sure = best.chance >= passages.TELLS or (bool(terms) and held.tells(turn, last, best))
    other = (None if terms else anew.entry(turn, last, best)) or last
    if other is last and sure:
        other = best.entry
    of_it = pointed.entry(turn, last, found, other)
    if other is not last:
        _give(turn, of_it)
    elif not (sure or terms) and _is_of_something_else(turn, best):
        return False
    else:
        weak = best.chance < _WEAK
        said = told.whole(turn, best.entry) if weak else passages.with_best(found)
        (told.tell if sure else told.near)(turn, best.entry, said)
    rivals = _rivals(found, other, last) if of_it is other else [Match(other, 1.0)]
    answer.offer(turn, rivals)
    return True


def _by_the_rule(turn: Turn) -> bool:
    """What holds for all of the library, and ends nothing ("can I bring my kid"); or for loans."""
    bound = aspects.bound(turn.ask.text, turn.library)
    key = aspects.rule(turn.ask.text) if bound in ("us", "loans") else ""
    if bound == "us" or not key:
        return bool(key) and answer.tell_of(turn, key)
    found = turn.services.answers.nearest(turn.text(key), turn.language, 1)
    if found:
        answer.give(turn, found[0].entry, leans=True)
    return bool(found)


def _give(turn: Turn, entry: Entry) -> None:
    """Another answer; a rule for all of the library ends nothing: "can I bring my kid"."""
    if aspects.bound(turn.ask.text, turn.library) == "us":
        told.tell(turn, entry, told.whole(turn, entry))
    else:
        answer.give(turn, entry, leans=True)


def _gone_back_to(turn: Turn, last: Entry) -> tuple[Entry, list[Passage]]:
    """The answer that a message goes on about, and what may tell it: the last, or one before it."""
    session, found = turn.session, passages.likeliest(turn, last)
    here, best, most = _odds(found[0].chance), last, _odds(passages.TELLS)
    alone = len(turn.ask.text.split()) == 1 and turn.ask.text.isascii()  # "when" is of the last
    stays = alone or _is_told_here(turn, last, found[0])
    for given, least in () if stays else zip(session.earlier, _BACK, strict=False):
        entry = turn.services.answers.entry(given.entry) or last
        if entry.topic == last.topic or here + least >= _MOST:
            continue
        told_by = passages.likeliest(turn, entry)
        odds = _odds(told_by[0].chance)
        if told_by[0].entry is entry and odds > max(here + least, most):
            best, found, most = entry, told_by, odds
    session.give(best.id, session.given_to(best.id))
    return best, found


def _is_told_here(turn: Turn, last: Entry, best: Passage) -> bool:
    """Whether the last answer tells what is asked and no more; a price, another on its topic."""
    tells = aspects.told_by(turn.ask.text, turn.library)
    if tells is None or not tells(best.text):
        return False
    terms = aspects.bound(turn.ask.text, turn.library) == "it"
    likely = best.entry.topic == last.topic and best.chance >= passages.TELLS
    return best.entry is last or (terms and likely)


def _is_of_something_else(turn: Turn, best: Passage) -> bool:
    """Whether nothing is near to what is asked, or our hours are, and no answer tells others."""
    tells = aspects.told_by(turn.ask.text, turn.library)
    bound = aspects.bound(turn.ask.text, turn.library)  # "is it open to anyone"
    asks = tells and not bound and opening.OPENS.search(turn.ask.text)
    ours = turn.ask.intent == "hours" and asks
    far = best.chance < _NEAR and not going_on.is_of_holdings(turn.ask)
    return far or (bool(ours) and turn.ask.confidence >= _BEYOND)


def _odds(chance: float) -> float:
    return log(chance / (1 - chance))


def _rivals(found: list[Passage], *given: Entry) -> list[Match]:
    """The next entry that may be meant, and was not told now or just before."""
    told_now = (*given, found[0].entry)
    others = [one for one in found if one.entry not in told_now and one.chance >= _NEAR]
    return [Match(one.entry, one.chance) for one in others[:1]]


def _supposes(text: str) -> bool:
    """Whether it is only said where something may be: "at Central I think, in the silent room"."""
    return bool(_SUPPOSES.search(text)) and not going_on.asks(text)


def _at_desk(turn: Turn, last: Entry) -> bool:
    """What holds of the branch that a message names, as it holds of any: with its own number."""
    branch, parts = turn.library.branch_named(turn.ask.text), told.sentences(last, turn.language)
    rest = turn.ask.beside("branch", "date", "weekday", "part_of_day")
    bare = aspects.says_no_more(aspects.without_taking(rest)) or _supposes(turn.ask.text)
    if branch is None or not bare or not any(map(aspects.of_any_branch, parts)):
        return False
    told.tell(turn, last, told.whole(turn, last))
    name, address = branch.name[turn.language], branch.address[turn.language]
    turn.say("branch-desk", branch=name, phone=branch.phone, address=address)
    return True
