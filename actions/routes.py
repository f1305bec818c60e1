"""Which skill answers: by the choice pressed, by what the message was taken for, or by looking."""

from __future__ import annotations

from actions import crowd, grave, occasions, on_topic, pasted, titles
from actions.ask import Ask
from actions.bounds import Bounds
from actions.filters import asks_a_rule
from actions.signs import asking, danger, opening, pointing, tasks, wishes
from actions.signs import people as persons
from actions.signs import waiting as waiting_signs
from actions.skills import (
    acclaimed,
    after,
    care,
    duty,
    find,
    fit,
    hours,
    keep,
    learning,
    people,
    service,
    talk,
    unsure,
    works,
)
from actions.tables import HOLDINGS, LIBRARY, PRESSED, TALK, TYPED, Skill
from actions.turn import Turn
from assistant.engine.understanding.plain_words import names_something
from index.query import names_nothing
from index.text import Rule, has_han

_GROUPS = (HOLDINGS, LIBRARY)
_PARTING = {name: TALK[name] for name in ("thanks", "goodbye")}  # "thank you, goodbye"
_KINDRED = (*_GROUPS, _PARTING)
_LIGHT = frozenset(
    ["feedback_praise", "switch_language", "greet", "goodbye", "thanks", "affirm", "nonsense"]
)
_WORDS = frozenset(["greet", "affirm", "deny", "goodbye"])
_FINDS = ("find_holdings", "known_item")
_LONG, _HAN_LONG = 4, 3  # words or characters of a title that nobody says by chance
_CLEAR = 0.9  # confidence from which a service is meant whatever else its words say
_EVENTS = 0.8  # and from which events are, for readers that are named and no more
_OF_HOURS = frozenset(["hours", "out_of_scope", "nonsense", "goodbye"])  # what a day passes for
_OF_DUTY = frozenset(
    ["human", "greet", "staff_lookup", "hours", "bot_identity", "complaint", "out_of_scope"]
)
_SAD = frozenset(["distress", "hard_time", "insult", "out_of_scope"])  # what a sad plot passes for
_SEEMS_BAD = frozenset(["insult", "complaint", "nonsense", "hard_time", "out_of_scope"])
_KIND = frozenset(["directions", "staff_lookup", "feedback_praise", "thanks", "human"])
_WRONGED = frozenset(
    ["complaint", "insult", "hard_time", "out_of_scope", "distress", "cancel", "deny", "thanks"]
)
_OF_NEWS = frozenset(
    ["find_holdings", "events", "out_of_scope", "greet"]
)  # what new films pass for
_VAGUE = frozenset(
    ["find_holdings", "refine", "out_of_scope", "nonsense", "affirm", "deny", "show_more", "help"]
)
OF_PEOPLE = frozenset(  # read from where the conversation is, whatever the words pass for
    [name for name in TALK if name.startswith("question_")]
    + ["added_to_question", "relieved", "threatened", "care", "care_lines", "bereaved"]
)
_COVERS = LIBRARY.keys() - {"suggest_purchase", "donate"}  # services that books may be on too
_GRAVE = frozenset(["distress", "added_to_question"])
_NUMBERED = Rule(r"\d", "[号號日]", flags=0)
_LASTING = {"human": 0.8, "complaint": 0.6}  # what reaches the librarians must surely be meant
_STEP = 45  # characters of "go back to the list before"
_PAYLOAD_OF = {"go_back": "back"}  # the engine renames it: Rasa acts on "back" by itself


def skill_for(ask: Ask, bounds: Bounds) -> Skill:
    """The skill for a message. One that is taken for nothing sure goes to `unsure.look`."""
    if ask.pressed:
        return PRESSED[_PAYLOAD_OF.get(ask.intent, ask.intent)]
    if ask.intent in OF_PEOPLE:
        return TALK[ask.intent]
    if (skill := _by_its_words(ask, bounds)) is not None:
        return skill
    if ask.confidence < _LASTING.get(ask.intent, 0.0):
        return unsure.look
    if ask.intent in LIBRARY and ask.near < 0 and ask.confidence < bounds.far:
        return unsure.far
    if ask.intent in TALK:
        sure = ask.confidence >= bounds.talk and not asking.STOCKED.search(ask.text)
        return TALK[ask.intent] if sure else _likely(ask, bounds)
    return TYPED[ask.intent] if _sure(ask, bounds) else _likely(ask, bounds)


def names_a_title(turn: Turn) -> bool:
    """Whether what was taken for something else asks for a title of ours: "excellent women".

    Words that the engine was taught stay what they are, and a life in danger comes first.
    """
    ask = turn.ask
    if ask.pressed or ask.intent in _FINDS or grave.in_danger(ask.text):
        return False
    return not tasks.NOT_ON_SHELF.search(ask.text) and _bears_a_title(turn)


def _bears_a_title(turn: Turn) -> bool:
    ask, known = turn.ask, turn.shelf.knows
    if ask.intent in HOLDINGS and ask.confidence >= 1.0:
        return False  # it was seen to lean on an item: "what's Piranesi about"
    told = pointing.NAMING.sub("", ask.text)
    if told != ask.text and not pointing.POINTS.match(told) and titles.is_one(told, known):
        return True  # 我说的是活着
    if titles.is_one(ask.text, known):
        unclear = ask.intent in TALK or ask.confidence < _CLEAR or len(ask.text.split()) >= _LONG
        return not ask.taught and (unclear or (has_han(ask.text) and len(ask.text) >= _HAN_LONG))
    named = not asking.HAN_ASKING.search(ask.text) and works.by_their_author(turn)
    if named or works.more_of_author(turn):
        return True
    if has_han(ask.text) and not ask.taught and asking.HAS.search(ask.text):
        return bool(titles.asked_for(ask, known))  # 有没有茶馆
    named = titles.asked_for(ask, known)
    if not ask.taught and any(map(_is_long, named)):
        return True  # "do you have room on the broom", 有夏洛的网吗
    service = ask.intent in (*LIBRARY, "human") and ask.intent != "newspapers"
    if service and ask.confidence >= turn.services.bounds.talk:
        return False
    return bool(named) and (bool(asking.LENDS.search(ask.text)) or ask.has("language", "format"))


def _is_long(title: str) -> bool:
    return len(title) > _HAN_LONG if has_han(title) else len(title.split()) >= _LONG


def _by_its_words(ask: Ask, bounds: Bounds) -> Skill | None:
    """The skill for words that say more than the intent they were taken for."""
    text = ask.text
    rules: tuple[tuple[object, Skill], ...] = (
        (grave.says_so(text), care.distress),
        (ask.intent == "distress" and not grave.cries(ask) and grave.is_plain(text), unsure.look),
        (tasks.PLAYS.search(text), talk.play),
        (tasks.FAULT.search(text), talk.complaint),
        (opening.TODAY.search(text) or opening.CLOCK_NOW.search(text), hours.today),
        (_asks_who_is_there(ask, bounds), duty.duty),
        (ask.intent == "complaint" and opening.TOO_EARLY.search(text), hours.too_early),
        (_visits(ask), unsure.library),
        (ask.intent not in OF_PEOPLE | _GRAVE and acclaimed.wished(ask), acclaimed.show),
        (_reads_on_an_occasion(ask), find.find),
        (_asks_hours(ask, bounds) or opening.LAST_ENTRY.search(text), hours.hours),
        (ask.intent in _OF_NEWS and wishes.NEW_ONES.search(text), keep.newest),
        (_celebrates(ask), service.whats_on),
        (ask.intent == "alert_me" and wishes.NEW_ONES.search(text), keep.alert),
        (bool(tasks.NOT_ON_SHELF.search(text)), service.not_on_shelf),
        (_will_not_open(ask) or _brings_food(ask), unsure.library),
        (asking.TO_A_DEVICE.search(text), service.to_a_device),
        # "do I have to pay for audiobooks"
        (_asks_a_rule(ask), unsure.library),
        (_names_limits(ask, bounds), find.find),
        (_has_read(ask), after.next_to_read),
        (_learns(ask), learning.learn),
        (_wants_a_book(ask) or _describes_a_book(ask), find.find),
        (_names_a_kind(ask, bounds), find.find),
        (_has_a_form_of_it(ask, bounds) or _asks_for_it(ask, bounds), find.find),
        (ask.intent in _VAGUE and wishes.WHATEVER.search(text), find.whatever),
        # "can I get this article? https://..."
        (ask.intent in _FINDS and not ask.query and pasted.has_link(text), talk.only_link),
        # "lu xun de shu"
        (ask.intent in ("nonsense", "out_of_scope") and ask.has("author"), find.find),
        # "is there a way I could get those books back and ..."
        (ask.intent == "go_back" and len(text) > _STEP, unsure.look),
        (ask.intent == "switch_language" and tasks.LESSONS.search(text), unsure.library),
        (ask.intent == "human" and crowd.counted(text) > 0, unsure.look),
        (bool(waiting_signs.DECLINES.search(text)), talk.cancel),
        (bool(waiting_signs.LEAVES.search(text)), people.human),
        (bool(waiting_signs.CALLS_FOR.search(text)), people.human),
        (ask.intent in _KIND and bool(tasks.PASS_ON.search(text)), talk.praise),
        (bool(tasks.OF_OTHERS.search(text)), talk.others),
        (ask.intent == "distress" and bool(danger.SENDS.search(text)), keep.report),
        (ask.intent == "course_reserves" and _wants_any_textbook(ask), find.find),
        (ask.intent in _COVERS and on_topic.plainly(ask), find.find),
        (care.wishes_to_read(ask), care.light_reading),
        (ask.intent == "distress" and _reads_about(ask), unsure.coping),
        (_may_be_a_grave_title(ask), unsure.title),
        (_is_a_story(ask), unsure.story),
        (ask.intent in _WRONGED and bool(tasks.SORRY.search(text)), talk.apology),
        (ask.intent in _WRONGED and bool(tasks.LAUGHS.search(text)), talk.glad),
        (_names_a_day(ask), unsure.that_day),
        # "how to kill slugs"
        (_asks_how_to(ask, bounds), unsure.how_to),
        (_cancels_a_service(ask), unsure.library),
        (_asks_and_is_no_talk(ask), unsure.look),
        (_is_unwilling(ask), unsure.library),
    )
    return next((skill for holds, skill in rules if holds), None)


def _is_unwilling(ask: Ask) -> bool:
    """Whether what passes for despair is about a plain thing: 我不想赔."""
    sad = ask.intent in ("distress", "hard_time") and not ask.taught
    return sad and bool(danger.UNWILLING.search(ask.text))


def _celebrates(ask: Ask) -> bool:
    """Whether what passes for a search is for something to come to at a feast."""
    held = asking.HELD.search(ask.text) or ask.has("format", "literary_form")
    return ask.intent in _OF_NEWS and not held and bool(wishes.FESTIVE.search(ask.text))


def _will_not_open(ask: Ask) -> bool:
    """Whether what passes for a search is an app or a file that fails, or a loan that runs out:
    电子书app登不上去, "my kindle book is due"."""
    plain = ask.has("format") and not ask.taught and not ask.query
    fails = tasks.WILL_NOT_OPEN.search(ask.text)
    return plain and bool(
        fails or (ask.one("format") == "ebook" and tasks.RUNS_OUT.search(ask.text))
    )


def _brings_food(ask: Ask) -> bool:
    """Whether what passes for a search, or seems beyond us, is food to be brought in."""
    passes = ask.intent in (*_FINDS, "out_of_scope", "nonsense") and not ask.taught
    return passes and bool(tasks.BRINGS_FOOD.search(ask.text))


def _asks_and_is_no_talk(ask: Ask) -> bool:
    """Whether what passes for a word of talk asks something: "which day", 哪本好."""
    signs = (asking.ASKING, asking.MAY, asking.HAN_ASKING, asking.QUESTION)
    asks = any(sign.search(ask.text) for sign in signs)
    return (
        ask.intent in _WORDS
        and not ask.taught
        and asks
        and not tasks.ASKS_AFTER_US.search(ask.text)
    )


def _cancels_a_service(ask: Ask) -> bool:
    """Whether a hold, a booking or a card is given up, and not what we were at: 怎么取消."""
    if ask.intent != "cancel" or tasks.HOW.search(ask.text):
        return ask.intent == "cancel"
    more = not ask.taught and not waiting_signs.DROPS.search(ask.text)
    return more and bool(tasks.CANCELS.search(ask.text))


def _asks_how_to(ask: Ask, bounds: Bounds) -> bool:
    """Whether it is asked how something is done that no service of ours does."""
    other = ask.intent in _SEEMS_BAD or not _sure(ask, bounds)
    return other and not ask.taught and bool(ask.query) and bool(tasks.HOW_TO.search(ask.text))


def _names_a_kind(ask: Ask, bounds: Bounds) -> bool:
    """Whether a message names readers or a kind of writing and no more: "for kids", 小说吧."""
    told = ask.intent in HOLDINGS and _sure(ask, bounds)
    least = _EVENTS if ask.intent == "events" else _CLEAR
    told = told or (ask.intent in LIBRARY and ask.confidence >= least)  # 儿童区在哪里
    if told or ask.query or not ask.has("audience", "literary_form"):
        return False
    rest = ask.beside("audience", "literary_form")
    return not names_something(rest)


def _has_a_form_of_it(ask: Ask, bounds: Bounds) -> bool:
    """Whether something is asked for in a form that we lend: "do you have star wars dvds"."""
    told = _sure(ask, bounds) and ask.intent != "out_of_scope"
    begins = asking.BEGINS.search(ask.text) or asking.STOCKED.search(ask.text)
    return not told and bool(begins and ask.query) and ask.has("format")


def _asks_for_it(ask: Ask, bounds: Bounds) -> bool:
    """Whether what seems beyond us is asked for plainly, held or not: "anything on bitcoin"."""
    seems = ask.intent in ("out_of_scope", "nonsense") or ask.near < 0 or not _sure(ask, bounds)
    return seems and not ask.taught and bool(ask.query and asking.FOR_IT.search(ask.text))


def _names_limits(ask: Ask, bounds: Bounds) -> bool:
    """Whether a wish that is not understood names readers or a form and no topic."""
    signs = (asking.ASKING, asking.QUESTION, asking.LENT_OUT)
    asks = any(sign.search(ask.text) for sign in signs)
    least = _CLEAR if ask.intent in LIBRARY else bounds.intent
    other = ask.intent in ("out_of_scope", "nonsense") or ask.confidence < least
    return other and not asks and not ask.query and ask.has("audience", "format")


def _may_be_a_grave_title(ask: Ask) -> bool:
    """Whether words of distress may be a title, even one that we lack: "a little life"."""
    calm = ask.intent == "distress" and not grave.cries(ask)
    return calm and unsure.names_topic(ask)


def _is_a_story(ask: Ask) -> bool:
    """Whether a death is asked of in a book or of its author: 主角最后死了吗."""
    plot = ask.intent == "item_details" and bool(danger.PLOT.search(ask.text))
    return (plot or ask.intent in _SAD) and grave.of_a_story(ask.text)


def _names_a_day(ask: Ask) -> bool:
    """Whether what passes for a parting only names a day: "its due tomorrow"."""
    dated = ask.intent == "goodbye" and not ask.taught and ask.has("date", "weekday")
    return dated and not tasks.BYE.search(ask.text)


def _asks_hours(ask: Ask, bounds: Bounds) -> bool:
    """Whether a day is asked about: "the 31st" and no more, or whether we are open then."""
    if ask.intent == "where_is_it" and ask.confidence == 1.0:
        return False  # "is it in at Central today?"
    if hours.only_when(ask) and (ask.has("branch") or _NUMBERED.search(ask.text)):
        return ask.intent not in _GRAVE
    if hours.only_closing(ask):
        return True
    return hours.asks_when(ask) and (ask.intent in _OF_HOURS or not _sure(ask, bounds))


def _asks_a_rule(ask: Ask) -> bool:
    """Whether it is asked what is paid for a form of holdings, or allowed of it, and no skill of
    its own tells."""
    return LIBRARY.get(ask.intent, unsure.library) == unsure.library and (
        ask.has("format") and asks_a_rule(ask)
    )


def _learns(ask: Ask) -> bool:
    """Whether books are wanted that teach a language, and are no set text of a course."""
    course = ask.intent == "course_reserves" and not tasks.OF_COURSE.search(ask.text)
    return bool(course or ask.intent in _FINDS) and bool(learning.tongue(ask))


def _visits(ask: Ask) -> bool:
    """Whether somebody from elsewhere asks what passes for our hours, and names no time: 来旅游的，
    可以进去看看吗."""
    guest = ask.intent == "hours" and tasks.PASSES_THROUGH.search(ask.text)
    return bool(guest) and not hours.asks_when(ask) and not asking.HAN_ASKING.search(ask.text)


def _reads_on_an_occasion(ask: Ask) -> bool:
    """Whether what passes for a service or for talk wishes for something to read: "on holiday"."""
    return ask.intent not in OF_PEOPLE | _GRAVE and not ask.taught and occasions.asked_for(ask)


def _asks_who_is_there(ask: Ask, bounds: Bounds) -> bool:
    """Whether a short message asks if somebody is at the desk, and is not surely another."""
    if persons.DESK.search(ask.text):
        return True
    greets = ask.intent == "greet" and ask.taught  # "is anyone there"
    other = greets or (_sure(ask, bounds) and ask.intent not in _OF_DUTY)
    return len(ask.text) < _STEP and not other and bool(wishes.ON_DUTY.search(ask.text))


def _wants_a_book(ask: Ask) -> bool:
    """Whether what was taken for small talk names a kind of holding: "a good love story"."""
    if ask.intent == "bot_identity" and ask.has("format"):
        return bool(asking.LENDS.search(ask.text))  # "do you have talking books"
    if ask.intent not in _LIGHT or not ask.query or names_nothing(ask.query):
        return False
    told = asking.TOLD.search(ask.text) or tasks.SPEAKING.search(ask.text)
    return bool(asking.HELD.search(ask.text)) and not told


def _wants_any_textbook(ask: Ask) -> bool:
    """Whether a textbook on a subject is asked for, and not the one of a course."""
    asks = asking.BEGINS.search(ask.text) and asking.HELD.search(ask.text)
    named = ask.query and (asks or tasks.TO_LEARN_A_LANGUAGE.search(ask.text))
    return bool(named) and not ask.taught and not tasks.OF_COURSE.search(ask.text)


def _has_read(ask: Ask) -> bool:
    """Whether it is asked what to read after a work: "I loved Emma, what next?"."""
    service = ask.intent in LIBRARY and ask.confidence >= _CLEAR
    sign = asking.WANTS_NEXT if ask.intent == "dismiss" else asking.HAS_READ
    return not service and ask.has("like") and bool(sign.search(ask.text))


def _describes_a_book(ask: Ask) -> bool:
    """Whether what was taken for a service is the plot of a book: "a novel about donors"."""
    passes = ask.intent in LIBRARY or ask.intent in _SEEMS_BAD
    return passes and bool(ask.query) and fit.names_subject(ask.text)


def _reads_about(ask: Ask) -> bool:
    """Whether a hard time is a subject to read about: of nobody who is there, and no danger."""
    return bool(danger.COPING.search(ask.text)) and not danger.IN_DANGER.search(ask.text)


def _sure(ask: Ask, bounds: Bounds) -> bool:
    return ask.intent in TYPED and ask.confidence >= bounds.intent


def _likely(ask: Ask, bounds: Bounds) -> Skill:
    """No intent is sure, but its kind may be: then the likeliest of the kind."""
    for group in _KINDRED:
        mine = [(name, p) for name, p in ask.ranking if name in group]
        if sum(p for _, p in mine) >= max(bounds.intent, 0.5):
            best = max(mine, key=lambda pair: pair[1])[0]
            return group[best]
    return unsure.look
