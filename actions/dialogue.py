"""One turn of the conversation, from what was asked to what is said: no Rasa in here."""

from __future__ import annotations

from dataclasses import dataclass, replace

from actions import (
    at_hand,
    choosing,
    citing,
    discarded,
    discs,
    grave,
    linked,
    on_topic,
    pasted,
    questioned,
    reading,
    titles,
)
from actions.ask import Ask, first_of, others_of
from actions.at_hand import VERBS
from actions.filters import NUMBERS, SETS, asks_of_a_service, from_ask, spoken_of
from actions.routes import OF_PEOPLE, names_a_title, skill_for
from actions.session import Session
from actions.signs import asking, listing, opening, orders, pointing, shapes, tasks, wishes
from actions.skills import (
    after,
    care,
    follow,
    hours,
    saving,
    specialists,
    talk,
    unsure,
    visit,
    waiting,
)
from actions.tables import HOLDINGS, OF_THE_LIST
from actions.tongue import in_their_language, language_of, script_of_all
from actions.turn import Reply, Services, Turn
from assistant.engine.understanding.untold import UNTOLD
from assistant.errors import BadRequest, HoldingsUnavailable, NotFound
from assistant.model import Effect, Language
from assistant.parts import read_payload

_NAMING = ("course_reserves", "known_item", "find_holdings")  # what "reserve Emma" may pass for
_SPOKEN_OF = (
    (pointing.HAVE_IT, "where_is_it"),  # "do you have it"
    (pointing.GET_IT, "where_is_it"),  # "how do I get it"
    (listing.TONE, "refine"),  # "funny"
    (listing.TOO_SUCH, "refine"),  # "nothing too scary"
    (UNTOLD, "refine"),  # "written by a woman"
    (listing.THAT_ALL, "show_more"),
    (listing.TOO_MANY, "too_many"),
    (pointing.HOW_MANY, "where_is_it"),
    (pointing.DETAILS, "item_details"),  # "tell me more about it"
)
_ON_SHIFT = (opening.ON_SHIFT, opening.WEEK, opening.CLOCK)
_SHORT = 40  # characters of a message that leans on the one before
_CLEAR = 0.6  # confidence from which a short message is what it was taken for
_SURE = 0.9  # confidence from which even "for beginners" is what it was taken for
_ON = 0.8  # confidence from which what is on is asked for, and not when we are open
_MANY = 4  # questions in one message from which only the first is taken


@dataclass(frozen=True, slots=True)
class Answered:
    """What is said, and where the conversation is now."""

    reply: Reply
    session: Session
    language: Language


class Dialogue:
    """Answers turns; keeps nothing between them but what `Session` carries."""

    def __init__(self, services: Services, reader: reading.Reader) -> None:
        self.services, self._reader = services, reader

    def turn(self, ask: Ask, session: Session) -> Answered:
        """Answer one message; whatever goes wrong with a choice or the index becomes words."""
        ask = replace(ask, now=ask.now.astimezone(self.services.library.zone))
        ask = on_topic.named(titles.as_spoken(ask, self.services.shelf.bears), session)
        ask = discs.with_books(ask, session, self.services.shelf.records)
        ask = choosing.after_thanks(discarded.without(ask, session))
        first = first_of(ask) if len(pasted.questions(ask.text)) < _MANY else ask
        turn = Turn(self._meant(first, session), session, self.services, language_of(ask, session))
        session.yes = session.verb = ""
        session.offers, session.titles = [], []
        session.pasted = pasted.kept(turn.ask, session)
        if first.gives_up:
            turn.effect("withdraw")
        self._answer(turn)
        self._others(turn, ask)
        return self._done(turn, ask)

    def _meant(self, ask: Ask, session: Session) -> Ask:
        """The message as the turn before it makes it plain."""
        if ask.pressed:
            return ask
        if (intent := _of_people(ask, session)) is not None:
            return replace(ask, intent=intent, confidence=1.0)
        hit = linked.link(ask, session, self.services, self._reader)
        if hit is None:
            return self._leaning(ask, session)
        said = linked.taken(ask, hit, session, self._reader)
        sure = said.pressed or said.intent == "that_one"
        meant = said if sure else self._leaning(said, session)
        return meant if meant.intent else replace(said, intent="item_details", confidence=1.0)

    def _leaning(self, ask: Ask, session: Session) -> Ask:
        """A "yes" or "the second one" that answers our question is the choice it stands for."""
        ask = choosing.beside_yes_or_no(ask)
        intent = self._of_an_item(ask, session)
        if intent is None and ask.intent == "affirm" and session.yes:
            return _pressed(ask, session.yes)
        if intent is None and (choice := choosing.typed(ask, session)) is not None:
            return _pressed(ask, session.offers[choice])
        if intent is None and (offered := choosing.books_of(ask, session)):
            return ask.press("find", offered)
        if (intent := intent or self._implied(ask, session)) is not None:
            return replace(ask, intent=intent, confidence=1.0)
        if session.topic == "hours" and self._goes_on_to_a_branch(ask):
            return replace(ask, intent="hours", confidence=1.0)
        ordinal = ask.one("ordinal")
        if (
            ordinal
            and choosing.only_a_number(ask)
            and (record_id := choosing.numbered(session, int(ordinal)))
        ):
            return ask.press("details", {"record_id": record_id})
        picking = session.asked or choosing.only_a_number(ask)
        if picking and ordinal and not ask.query and choosing.picks(session, int(ordinal)):
            return _pressed(ask, session.offers[int(ordinal) - 1])
        return ask

    def _implied(self, ask: Ask, session: Session) -> str | None:
        """The intent of a message that leans on the turn before it."""
        named = session.verb in VERBS and choosing.names_an_item(ask)
        if named and not choosing.is_a_topic(ask, session, self.services.shelf.bears):
            return VERBS[session.verb]  # "which one?" "Dune"
        return _implied(ask, session)

    def _of_an_item(self, ask: Ask, session: Session) -> str | None:
        """The intent of what is asked of an item: by its title, its place, or what it is of."""
        if pointing.BY_ITS_AUTHOR.search(ask.text) or orders.THEIRS.search(ask.text):
            return "find_holdings"
        return self._of_a_title(ask, session) or at_hand.asked(ask, session)

    def _of_a_title(self, ask: Ask, session: Session) -> str | None:
        """The intent of a short question on a title of ours: "what's Piranesi about"."""
        if pasted.to_cite(ask.text) or citing.named(ask, self.services.shelf):
            return "cite"
        if intent := saving.of_a_title(self.services, ask, session):
            return intent
        if len(ask.text) > 2 * _SHORT or ask.intent in ("distress", "forget_me"):
            return None
        return questioned.of_a_title(ask, self.services.shelf.bears)

    def _goes_on_to_a_branch(self, ask: Ask) -> bool:
        """Whether a short message goes on to a branch by its name: "what about riverside"."""
        short = len(ask.text) < _SHORT and bool(asking.GOES_ON.search(ask.text))
        return short and self.services.library.branch_named(ask.text) is not None

    def _answer(self, turn: Turn) -> None:
        try:
            self._run(turn)
        except HoldingsUnavailable:
            turn.say("no-index")
            turn.offer_human("no_index")
            turn.ends("unavailable")
        except (BadRequest, NotFound):  # a choice of an older list or version
            turn.say("old-choice")
            turn.ends("unsure")
        turn.end_message()

    def _run(self, turn: Turn) -> None:
        care.condole(turn)
        if turn.ask.pressed or not (self._unread(turn) or self._leant(turn)):
            skill_for(turn.ask, self.services.bounds)(turn)

    def _unread(self, turn: Turn) -> bool:
        """Answer what is no message in one of our languages; tells whether it was such."""
        text = turn.ask.text
        if pasted.is_only_signs(text):
            (talk.help_ if shapes.CALLS.search(text) else talk.only_emoji)(turn)
        elif pasted.is_link(text):
            talk.only_link(turn)
        elif pasted.is_error(text):
            talk.only_error(turn)
        elif self._other_language(turn) and turn.ask.intent == "switch_language":
            turn.ends("asked")
        else:
            return False
        return True

    def _leant(self, turn: Turn) -> bool:
        """Answer from what was said before, or by a name in the message; tells whether it was."""
        turn.ask = self._first_of_many(turn)
        if turn.ask.intent in OF_PEOPLE or _of_an_item(turn.ask, turn.session):
            return False
        if after.unlike_that(turn):
            return True
        if any(answers(turn) for answers in OF_THE_LIST):
            return True
        if (specialist := specialists.asked(turn)) is not None:
            specialists.tell(turn, specialist)
        elif visit.asked(turn):
            visit.reach(turn)
        elif not on_topic.plainly(turn.ask) and follow.follow(turn):
            return True
        elif names_a_title(turn):
            unsure.title(turn)
        else:
            return False
        return True

    def _other_language(self, turn: Turn) -> bool:
        """Say in the reader's own language which two we speak; tells whether that was needed."""
        said = in_their_language(turn.ask.heard)
        other = bool(said) or turn.ask.heard not in (None, "en", "zh")
        if other:
            turn.tell(said or turn.text("only-two"))
            turn.offer_human("language")
        return other

    def _first_of_many(self, turn: Turn) -> Ask:
        asked = pasted.questions(turn.ask.text)
        if len(asked) < _MANY:
            return turn.ask
        turn.say("many", count=len(asked), first=asked[0])
        at = turn.ask.text.find(asked[0])
        return reading.within(turn.ask, at, at + len(asked[0]))

    def _others(self, turn: Turn, ask: Ask) -> None:
        """The other requests in the message, each in a message of its own."""
        if turn.ask.pressed or len(pasted.questions(ask.text)) >= _MANY:
            return
        for other in others_of(ask):
            if turn.outcome in ("human", "forgotten"):
                return
            if self._only_tells(other, turn):
                continue
            turn.ask = self._meant(other, turn.session)
            self._answer(turn)
            turn.reply.drop_repeated()

    def _only_tells(self, ask: Ask, turn: Turn) -> bool:
        """Whether a sentence after a question that we answered says why it was asked, and no more;
        what another answer surely tells of it counts."""
        session, answers = turn.session, self.services.answers
        if session.topic not in ("answer", "hours") or not asking.TELLS_OF_SELF.search(ask.text):
            return False
        found = answers.nearest(ask.text, turn.language, 1)
        sure = bool(found) and found[0].confidence >= self.services.bounds.answer
        return not sure or found[0].entry.id == session.entry

    def _done(self, turn: Turn, ask: Ask) -> Answered:
        turn.session.asked = turn.asks
        turn.session.limited = spoken_of(turn.ask, turn.session)
        if turn.language != ask.language:
            turn.reply.effects.insert(0, Effect(kind="language", data={"language": turn.language}))
        script = "" if ask.pressed else script_of_all(ask.written)
        if script and script != turn.session.script:
            turn.session.script = script
            turn.effect("script", script=script)
        turn.effect("outcome", outcome=turn.outcome or "answered")
        return Answered(turn.reply, turn.session, turn.language)


def _of_an_item(ask: Ask, session: Session) -> bool:
    """Whether a message after an answer was seen to lean on an item, and not on the answer."""
    leans = ask.intent in HOLDINGS and ask.confidence >= 1.0
    return leans and (session.of_item or ask.intent == "other_edition")


def _of_people(ask: Ask, session: Session) -> str | None:
    """What a message is to whoever may help in danger, or to the librarians who will answer."""
    if grave.in_an_emergency(ask.text) and not grave.says_so(ask.text):
        return "threatened"
    if session.topic == "safety" and (care.of_danger(ask) or _only_limits(ask)):
        return "threatened"  # "at riverside", "what number do I ring", "please"
    if (intent := care.meant(ask, session)) is not None:
        return intent
    if care.mourned(ask, session):
        return "bereaved"
    intent = waiting.meant(ask, session)
    if intent in (None, "question_left", waiting.ADDED) and _about_desk(ask, session):
        return "desk_hours"
    return intent


def _implied(ask: Ask, session: Session) -> str | None:
    """The same, by what the last turn was about."""
    if ask.intent in _NAMING and tasks.RESERVES.search(ask.text):
        return "place_hold"
    if ask.intent == "citation_help" and citing.points(ask):
        return "cite"  # "cite it in APA"
    if citing.names_a_title(ask, session):
        return "cite"
    if session.topic in ("hours", "answer") and (intent := _about_hours(ask, session)):
        return intent
    if session.topic != "holdings" and at_hand.spoken_of(session):
        return "cite" if citing.asked(ask, session) else None
    if session.asked and not session.topic and _only_limits(ask):
        return "find_holdings"  # "what would you like?" 八岁
    return _about_holdings(ask, session) if session.topic == "holdings" else None


def _about_hours(ask: Ask, session: Session) -> str | None:
    if ask.intent == "events" and ask.confidence >= _ON and not hours.only_when(ask):
        return None  # "what's on this weekend", and not 元宵节呢
    if session.topic == "hours" and opening.WHERE_IT.search(ask.text):
        return "directions"
    if session.topic == "answer":
        return "hours" if hours.of_a_day(ask) else None  # "can I do it at East on Monday?"
    if ask.has("branch") and hours.says_no_more(ask):
        return "hours"  # "and the other branch?", 河滨馆也是吗
    if hours.only_when(ask):
        return "hours"  # "the 31st"
    if hours.goes_on(ask, session) or opening.NOW_ONLY.search(ask.text):
        return "hours"
    short = ask.has("date", "weekday", "part_of_day", "time") and len(ask.text) < _SHORT
    goes_on = ask.confidence < _CLEAR or asking.GOES_ON.search(ask.text)
    return "hours" if short and goes_on else None  # "and on Christmas Eve?"


def _about_desk(ask: Ask, session: Session) -> bool:
    """Whether a message asks when the librarians spoken of are there: "are they open now"."""
    if session.topic not in ("human", "desk") or ask.has("branch") or len(ask.text) >= _SHORT:
        return False
    if opening.OPEN_THEN.search(ask.text) or any(sign.search(ask.text) for sign in _ON_SHIFT):
        return hours.says_no_more(ask)
    return session.topic == "desk" and hours.only_when(ask)


def _about_holdings(ask: Ask, session: Session) -> str | None:
    """What a short message says of the list or the item at hand."""
    if (intent := _about_item(ask, session)) is not None:
        return intent
    if wishes.NEW_ONES.search(ask.text):
        return None  # "new films" are asked for anew
    asks = asking.ASKING.search(ask.text) or asking.QUESTION.search(ask.text)
    drops = any(sign.search(ask.text) for _, sign in listing.DROPS) or _lets_go(ask, session)
    if drops or _denies(ask) or _orders(ask):
        return "refine"  # "remove the date limit", "no, for adults", "newer"
    unsure = ask.confidence < _SURE or (ask.intent in _NAMING and not ask.query)
    if listing.ADDS_TO.search(ask.text) and not asks and unsure:
        return "refine"  # "for beginners"
    if listing.SUCH_AS.search(ask.text) and not _only_limits(ask):
        return "refine"  # "that are funny"
    named = ask.intent in ("find_holdings", "known_item", "refine") or ask.has("format", "language")
    if asking.HOW_DO_I.search(ask.text) or asks_of_a_service(ask):
        return None  # "how do I download e-books", "how many films can I borrow"
    if not ask.query and _only_limits(ask) and (named or not asks):
        return "refine"  # "at the east branch", "no, the film", "any audiobooks?"
    return None


def _about_item(ask: Ask, session: Session) -> str | None:
    if citing.asked(ask, session):
        return "cite"  # "and in Harvard", "citation?"
    elsewhere = ask.has("branch") and asking.GOES_ON.search(ask.text)
    if session.focus and not ask.query and _only_limits(ask) and elsewhere:
        return "where_is_it"  # "and at Riverside?"
    if ask.has("ordinal") and pointing.WHERE.search(ask.text):
        return "where_is_it"  # "the second one, where is it?"
    return next((intent for sign, intent in _SPOKEN_OF if sign.search(ask.text)), None)


def _lets_go(ask: Ask, session: Session) -> bool:
    """Whether a limit of the search is named to be given up: "forget large print"."""
    named = set(session.frame.filters if session.frame else ()) & set(from_ask(ask))
    return bool(named) and bool(listing.LIFTS.search(ask.text))


def _orders(ask: Ask) -> bool:
    text = at_hand.bare(ask.text)
    short = not ask.query or len(text) < _SHORT / 2
    return bool(orders.bare(text) or (short and orders.said(text)))


def _denies(ask: Ask) -> bool:
    """Whether a short message names what is not wanted: "not science fiction"."""
    named = ask.intent in _NAMING or (ask.intent == "deny" and bool(ask.query))
    return len(ask.text) < _SHORT and named and bool(asking.NEGATED.search(ask.text))


def _only_limits(ask: Ask) -> bool:
    """Whether all that the message names limits a search."""
    limits = {*NUMBERS, "available", *SETS}
    return bool(ask.entities) and {entity.name for entity in ask.entities} <= limits


def _pressed(ask: Ask, payload: str) -> Ask:
    name, data = read_payload(payload)
    return ask.press(name, data)
