"""What is asked of the answer just given: "is it free?", "and at Riverside?", 怎么取消."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actions import aspects, at_hand, days, own_days, titles, together, told, unasked
from actions.answers import Match
from actions.ask import Ask
from actions.aspects import Tells
from actions.filters import SETS
from actions.routes import names_a_title
from actions.signs import asking, danger, opening, pointing, shapes, tasks
from actions.skills import answer, unsure
from actions.together import Near
from actions.turn import Turn
from assistant.knowledge import Entry
from index.knowledge_words import stems
from index.text import Rule, has_han

_SHORT, _HAN_SHORT = 45, 14  # characters of a message that may lean on the answer before it
_BRIEF, _HAN_BRIEF = 25, 9  # and of one too short to be of much else
_OWN = 0.9  # confidence from which a message is of what it was taken for
_BEYOND = 0.6  # and from which it is of nothing that a library is asked
_LIKELY = 0.1  # the chance from which one is given that was among several asked after
_POSSIBLY = 0.1  # and from which it is a press away
_HARDLY = 0.05  # and from which one of the same topic is given if it alone tells a thing
_SURELY = 0.65  # and from which the message alone asks for it
_MEANT = 0.5  # and from which it is spoken of still, though it does not tell what is asked
_KINDLY = 0.3  # the chance from which an entry of the same topic may be asked for
_MANY, _MANY_HAN = 2, 4  # stems of a message that may ask by itself; of Chinese with its pairs
_LONG, _HAN_LONG = 4, 3  # words, or characters, of a title that nobody says by chance
_STATES = Rule(r"[了不没沒她他太很都又]|已经|还是")  # what no topic by its name has
_DIGIT = re.compile(r"\d")
_LASTING = Rule(
    r"\b(?:\d+|an?|one|two|three|four|half an?) (?:hours?|minutes?|days?|weeks?|months?)\b",
    "(?:\\d+|[一两二三四五半几]个?半?)(?:小时|分钟|天|周|星期|个月|月)",
)
_NUMBER_OF_CARD = Rule(
    r"^\W*(?:my |the |library )*(?:card|account)\W*(?:number|no\.?)?\W*(?:is )?\d[\d ]{5,}\W*$",
    "^\\W*(?:我的)?(?:借书|读者)?(?:卡号|证号|号码)\\W*是?\\W*\\d[\\d ]{5,}\\W*$",
)
_LIMITS = {*SETS, "year_from", "year_to"}
_TALK = ("thanks", "goodbye", "greet", "feedback_praise", "insult", "complaint", "affirm", "deny")
_WISHES = ("human", "forget_me", "switch_language", "reading_report", "cite", "alert_me")
_LIGHT = ("greet", "affirm", "deny", "thanks", "goodbye", "feedback_praise")
_ASKED_OF = ("save_item", "cancel", "help", "greet", "affirm", "deny")  # or asked of an answer
_OWN_MATTER = (*_TALK, *_WISHES, *_ASKED_OF)
_FINDS = ("find_holdings", "known_item", "newspapers")
_OF_AN_ITEM = ("where_is_it", "item_details", "refine", "show_more", "more_like")
_BEYOND_US = ("out_of_scope", "nonsense")


def follow(turn: Turn) -> bool:
    """Answer a message that leans on the answer just given; tells whether it was one."""
    last = turn.services.answers.entry(turn.session.entry)
    spoken_of = turn.session.topic in ("answer", answer.WHICH) or _after_hours(turn)
    if last is None or not spoken_of or _is_a_hold(turn):
        return False
    if aspects.asks_the_way(turn.ask.text, turn.library):
        return False
    if turn.session.topic == answer.WHICH:
        return _short(turn.ask) and _leans(turn, last) and _of_what_was_asked(turn)
    return _plainly(turn, last) or (_short(turn.ask) and _by_its_words(turn, last))


def _after_hours(turn: Turn) -> bool:
    """Whether a message asks an answer for a thing, though our hours were asked in between."""
    between = turn.session.topic == "hours" and turn.ask.intent != "hours"
    return between and aspects.told_by(turn.ask.text, turn.library) is not None


def _of_what_was_asked(turn: Turn) -> bool:
    """The entry that is likely with what was said before our question which one is meant."""
    near = together.meant(turn)
    likely = near[0].chance >= _LIKELY and turn.ask.text != turn.session.question
    if likely:
        answer.give(turn, near[0].entry, leans=True)
    return likely


def _plainly(turn: Turn, last: Entry) -> bool:
    """What a message names plainly: a day, the number of a card; or it asks why, and no more."""
    if said := own_days.sentences(turn, last):
        return _tell(turn, last, said)
    if _NUMBER_OF_CARD.search(turn.ask.text) or asking.WHY.search(turn.ask.text):
        return _no_more(turn, last, ())
    if unasked.objects(turn.ask, turn.session):
        return _no_more(turn, last, ())
    if _is_past(turn):
        return _at_desk(turn, last) or _tell(turn, last, told.whole(turn, last))
    return False


def _by_its_words(turn: Turn, last: Entry) -> bool:
    if named := _naming(turn, last):
        return _tell(turn, last, named)
    if tells := _branch(turn):
        return _by_aspect(turn, last, tells, of_place=True)
    if tells := aspects.told_by(turn.ask.text, turn.library):
        return _by_aspect(turn, last, tells, of_place=aspects.only_where(turn.ask.text))
    if _titled(turn):
        unsure.title(turn)
        return True
    return _leans(turn, last) and _by_meaning(turn, last)


def _is_a_hold(turn: Turn) -> bool:
    """Whether a message leans on the item in hand: "put me on the waiting list"."""
    return bool(turn.session.focus) and at_hand.wants_held(turn.ask.text)


def _short(ask: Ask) -> bool:
    """Whether a message may lean on another: it is short, and neither names a day nor cries."""
    most = _HAN_SHORT if shapes.HAN.search(ask.text) else _SHORT
    own = ask.has("date", "weekday", "time", "part_of_day", "isbn", "ordinal")
    grave = ask.intent == "distress" and (
        ask.confidence >= _BEYOND or danger.DANGER.search(ask.text)
    )
    return len(ask.text) <= most and not own and not grave


def _is_past(turn: Turn) -> bool:
    """Whether a message tells when something was, and no more: 昨天在总馆."""
    named = [str(day) for day in turn.ask.all("date")]
    past = bool(named) and max(named) < days.now(turn).isoformat()
    return past and aspects.says_no_more(turn.ask.beside("date", "branch", "part_of_day"))


def _titled(turn: Turn) -> bool:
    """Whether a title of ours is named that nobody says by chance: 那天龙八部呢."""
    if turn.ask.taught:
        return False
    named = titles.named_in(turn.ask.text, turn.shelf.bears)
    return any(
        len(title) >= _HAN_LONG if has_han(title) else len(title.split()) >= _LONG
        for title in named
    )


def _leans(turn: Turn, last: Entry) -> bool:
    """Whether a message begins nothing new: no talk, no search, and no title of ours."""
    ask = turn.ask
    own = ask.intent in _OWN_MATTER and ask.confidence >= _OWN
    if own and not (_asks_of_it(ask) or unasked.of_the_answer(ask)):
        return False
    if turn.session.focus and pointing.KEEP_FOR_ME.search(ask.text):
        return False
    if unasked.of_staff(ask) or tasks.RESERVES.search(ask.text) or tasks.SORRY.search(ask.text):
        return False
    if ask.taught and _names_a_matter(ask) and not _of_its_kin(turn, last):
        return False
    if _is_a_topic(ask) and _strange(turn, last):
        return False
    if ask.intent in _BEYOND_US and ask.confidence >= _OWN and _strange(turn, last):
        return together.nearest(turn, last)[0].chance >= _OWN
    return not _searches(turn) or _only_limits(ask)


def _of_its_kin(turn: Turn, last: Entry) -> bool:
    """Whether what asks for a service is meant of the one spoken of: 可以续借吗, of a loan."""
    near = together.nearest(turn, last) if turn.ask.intent in answer.TOPICS else []
    return bool(near) and near[0].entry.topic == last.topic and near[0].chance >= _SURELY


def _asks_of_it(ask: Ask) -> bool:
    """Whether what was taken for a wish may be asked of an answer: "how do I cancel?"."""
    if asking.SO_MANY.search(ask.text):
        return True  # 30个人
    if ask.taught or not _asks(ask.text):
        return False
    if ask.intent != "switch_language":
        return ask.intent in _ASKED_OF
    beside = tasks.SPEAKING.sub(" ", ask.beside("language"))  # 可以用英文填表吗
    return not ask.has("language") or bool(aspects.more_than_asking(beside))


def _is_a_topic(ask: Ask) -> bool:
    """Whether a message names something and says no more: "knitting", 草药."""
    states = ask.intent not in _FINDS and _STATES.search(ask.text)  # 试过了还是不行
    named = unsure.names_topic(ask) and not states
    return named and not _asks(ask.text) and not asking.GOES_ON.search(ask.text)


def _strange(turn: Turn, last: Entry) -> bool:
    """Whether most of what the message names stands in no entry of the topic."""
    near = turn.services.answers.nearest(turn.ask.text, turn.language, 1)
    kin = bool(near) and near[0].entry.topic == last.topic
    if asking.FOLLOWS.search(turn.ask.text) or (kin and near[0].confidence >= _KINDLY):
        return False
    entries = [turn.services.answers.entry(one) for one in turn.services.answers.kin(last)]
    known = {stem for entry in entries if entry for stem in together.words(turn, entry)}
    named = set(stems(aspects.more_than_asking(turn.ask.text)))
    return 2 * len(named - known) > len(named)


def _searches(turn: Turn) -> bool:
    """Whether a kind of holding, a topic or a title is looked for."""
    ask = turn.ask
    if asking.GOES_ON.search(ask.text):
        return False
    if asking.BEGINS.search(ask.text) and ask.intent in _FINDS:
        return True
    topic = ask.intent in _FINDS and ask.confidence >= _OWN and unsure.names_topic(ask)
    held = asking.HELD.search(ask.text) and ask.intent in _FINDS
    return bool(held) or (topic and not _asks(ask.text)) or names_a_title(turn)


def _asks(text: str) -> bool:
    asks = (asking.ASKING, asking.QUESTION, asking.MAY, asking.HAN_ASKING)
    return any(sign.search(text) for sign in asks)


def _only_limits(ask: Ask) -> bool:
    """Whether all that a message names would limit a search: "and at Riverside?", "for kids"."""
    named = {entity.name for entity in ask.entities}
    return bool(named) and named <= _LIMITS


def _naming(turn: Turn, last: Entry) -> list[str]:
    """The sentences that name what a message of nothing else limits itself to: 有中文的吗."""
    if not _only_limits(turn.ask):
        return []
    found = turn.services.answers.nearest(turn.ask.text, turn.language, 1)
    another = found and found[0].entry is not last and found[0].confidence >= answer.SAME
    if another and not asking.GOES_ON.search(turn.ask.text):
        return []  # 中文书在哪里
    named = [(SETS[one.name], str(one.value)) for one in turn.ask.entities if one.name in SETS]
    words = [turn.names.value(name, value).casefold() for name, value in named]
    said = _telling(turn, last, lambda said: any(word in said.casefold() for word in words))
    aged = said and turn.ask.has("audience") and _DIGIT.search(turn.ask.text)
    return told.whole(turn, last) if aged else said  # "what about my 7 year old"


def _branch(turn: Turn) -> Tells | None:
    """What tells of the branch that a message names, when it names nothing else."""
    branch = turn.library.branch_named(turn.ask.text)
    if branch is None:
        return None
    names = sorted((branch.name.en, branch.name.zh, *branch.aliases), key=len, reverse=True)
    called = re.compile("|".join(map(re.escape, names)), re.IGNORECASE)
    if not aspects.says_no_more(aspects.without_taking(called.sub(" ", turn.ask.text))):
        return None
    return lambda sentence: called.search(sentence) is not None


def _by_aspect(turn: Turn, last: Entry, tells: Tells, *, of_place: bool = False) -> bool:
    """The sentences that tell it: of this answer, else of the likeliest that has any.

    Where a thing is no other answer tells.
    """
    said = _telling(turn, last, tells)
    if not said and _at_desk(turn, last):
        return True
    hours = turn.ask.intent == "hours" and opening.OPEN_THEN.search(turn.ask.text)
    if not said and hours and turn.ask.confidence >= _BEYOND:
        return False
    near = together.nearest(turn, last, None if of_place else tells)
    other = None if of_place or near[0].entry is last else near[0].entry
    if not said and not of_place:
        other = other or _telling_kin(turn, last, near, tells)
    if other:
        answer.give(turn, other, leans=True)
    elif said:
        return _tell(turn, last, said)
    else:
        answer.no_more(turn, last, _rivals(turn, last, near))
    return True


def _telling_kin(turn: Turn, last: Entry, near: Sequence[Near], tells: Tells) -> Entry | None:
    """The likeliest other entry of the topic that tells a thing: it need not be likely."""
    for one in near:
        kin = one.entry.topic == last.topic and one.entry is not last
        if kin and one.chance >= _HARDLY and _telling(turn, one.entry, tells):
            return one.entry
    return None


def _at_desk(turn: Turn, last: Entry) -> bool:
    """What holds of the branch that a message names, as it holds of any: with its own number."""
    branch = turn.library.branch_named(turn.ask.text)
    if branch is None or not _telling(turn, last, aspects.of_any_branch):
        return False
    _tell(turn, last, told.whole(turn, last))
    name, address = branch.name[turn.language], branch.address[turn.language]
    turn.say("branch-desk", branch=name, phone=branch.phone, address=address)
    return True


def _telling(turn: Turn, entry: Entry, tells: Tells) -> list[str]:
    return [one for one in told.sentences(entry, turn.language) if tells(one)]


def _tell(turn: Turn, entry: Entry, said: list[str]) -> bool:
    told.tell(turn, entry, said)
    return True


def _rivals(turn: Turn, last: Entry, near: Sequence[Near]) -> list[Match]:
    """Other entries that may be meant."""
    others = [one for one in near if one.entry is not last]
    return [Match(one.entry, one.chance) for one in others[:2] if one.chance >= _POSSIBLY]


def _by_meaning(turn: Turn, last: Entry) -> bool:
    """The likeliest entry; if that is the one just given, what of it tells what is asked."""
    if _of_another(turn):
        return False
    near = together.nearest(turn, last)
    nearness, sentence = told.best(turn, last)
    asked = max(near, key=lambda one: one.confidence)
    own = asked.entry is last and asked.confidence >= _SURELY
    told_of = own or near[0].entry is not last or told.tells(turn, last, nearness)
    other = (
        asked if _asks_surely(turn, asked, least=answer.SAME if told_of else _SURELY) else near[0]
    )
    if other.entry is not last:
        answer.give(turn, other.entry, leans=True)
        return True
    if not told_of:
        own = _has_own_matter(turn) and not _stays(turn, near)
        return not own and _no_more(turn, last, near)
    doubtful = not told.surely(turn, nearness, sentence)
    again = doubtful and turn.session.repeated
    _tell(turn, last, [sentence] if again else told.most(turn, last, nearness, sentence))
    answer.offer(turn, _rivals(turn, last, near)[:1])
    if doubtful:
        turn.session.repeated = True
        turn.offer_human("unsure")
    return True


def _asks_surely(turn: Turn, asked: Near, *, least: float) -> bool:
    """Whether a message that names enough asks for an entry by its own words."""
    named = set(stems(aspects.more_than_asking(turn.ask.text)))
    many = _MANY_HAN if has_han(turn.ask.text) else _MANY
    sure = asked.confidence >= least and (least < answer.SAME or len(named) >= many)
    return sure and (least < answer.SAME or not asking.FOLLOWS.search(turn.ask.text))


def _no_more(turn: Turn, last: Entry, near: Sequence[Near]) -> bool:
    answer.no_more(turn, last, _rivals(turn, last, near))
    return True


def _has_own_matter(turn: Turn) -> bool:
    """Whether a message names what it is about, and is likely of what it was taken for."""
    ask = turn.ask
    if ask.intent in _OF_AN_ITEM and not turn.session.focus:
        return False
    if ask.intent == "hours" and _LASTING.search(ask.text):
        return False
    last = turn.services.answers.entry(turn.session.entry)
    if last is not None and last.topic in answer.TOPICS.get(ask.intent, ()):
        return False
    likely = ask.confidence >= _BEYOND and ask.intent not in (*_BEYOND_US, *_ASKED_OF, *_LIGHT)
    return likely and _names_a_matter(ask)


def _stays(turn: Turn, near: Sequence[Near]) -> bool:
    """Whether what was spoken of is likelier meant than any service that the words are near to."""
    others = max((one.confidence for one in near[1:]), default=0.0)
    brief = len(turn.ask.text) <= (_HAN_BRIEF if has_han(turn.ask.text) else _BRIEF)
    sought = turn.ask.intent in _FINDS or others >= _SURELY
    return brief and not sought and near[0].chance >= _MEANT


def _names_a_matter(ask: Ask) -> bool:
    """Whether a message has words of its own, and none that point back."""
    return not asking.FOLLOWS.search(ask.text) and bool(aspects.more_than_asking(ask.text))


def _of_another(turn: Turn) -> bool:
    """Whether a message is surely of our hours, and not of how long something lasts."""
    hours = turn.ask.intent == "hours" and turn.ask.confidence >= _OWN
    opens = opening.OPENS.search(turn.ask.text) or opening.OPEN_THEN.search(turn.ask.text)
    return bool(hours and opens) and not (
        asking.FOLLOWS.search(turn.ask.text) or _LASTING.search(turn.ask.text)
    )
