"""A topic, a person or a liking, named and no more, with a list at hand: it narrows the topic or
takes its place; readers, languages and forms that were asked for stay."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from actions import at_hand, having, titles
from actions import filters as limits
from actions.ask import Ask
from actions.session import Frame
from actions.signs import adding, asking, leaning, listing, orders, pointing
from actions.skills import about, another, find, learning, narrow, nothing, onward, wider, within
from actions.turn import Turn
from assistant.engine.understanding.plain_words import content
from assistant.engine.understanding.untold import COVER, UNTOLD
from index.record import Query
from index.text import Rule, has_han

_SHORT, _HAN_SHORT = 40, 14  # characters of a message that leans on the list before it
_WORD = 2  # characters of a Chinese word
_HAN_TOPIC = 4  # and of two of them
_BACK = 2  # searches that "no, indian" may be of: that for vegetarian cookbooks, and for cookbooks
_LIKELY = 0.9  # and from which "vegetarian would do" is
_SURE = 0.6  # confidence from which a message is of what it was taken for
_LOOKED = 10  # records of which one must be on both topics
_FINDS = ("find_holdings", "known_item", "refine", "show_more")
_UNREAD = ("out_of_scope", "nonsense")
_NO_TALK = ("insult", "bot_identity")  # what 狗呢 and 机器人呢 pass for
_OF_A_LIST = (*_FINDS, *_UNREAD, "deny", "where_is_it", "item_details", "more_like")
_SUBJECTS = ("databases", "research_consultation", "special_collections", "events")
_BY_NAME = (*find.NAMED, "author")  # kinds of search for a title or an author
_STAY = ("audiences", "languages", "formats")
_INSTEAD = Rule(
    r"\b(?:instead|rather|failing that|if not)\b",
    "换成|改成|换|没有的话|要是没有|如果没有|实在没有|不然|要不",
)
_LIKES = Rule(
    r"^\W*(?:(?:s?he|they|my \w+)\s+)?(?:really |also )?(?:likes?|loves?|is (?:in)?to)\b",
    "喜欢|爱看|迷上",
)
_SURELY = Rule(  # it is of the list, even where nothing is found
    r"\b(?:instead|likes?|loves?)\b",
    "换成|改成|喜欢|爱看",
    "^\\W*[^，。的]{1,8}的\\W*$|也(?:行|可以|成|好|要)\\W*$",
)
_CLUE = Rule(  # what else a reader remembers of a story
    (
        r"^\W*(?:i think |maybe |also |and )*(?:it['’]?s|it (?:is|was|has|had)|there['’]?s"
        r"|there (?:is|was)|the (?:main|hero|story|cover)|set )\b"
    ),
    "^\\W*(?:好像|应该|可能|大概)?(?:是|还)?(?:背景|主角|主人公|里面|讲的?是|故事|发生在|封面|结局)",
)
_SERVED = Rule(r"\b(?:can|could|may|do|should|must) (?:i|we)\b", "我(?:能|可以|要不要)")
_FACET = Rule("的呢\\W*$", flags=0)  # of the list: 唐朝的呢
_DENIED = Rule(r"\b(?:no|not|nothing|less|without)\b|n['’]t\b", "不|别")
_NO_TOPIC = (
    asking.BEGINS,
    UNTOLD,
    listing.LIFTS,
    listing.PLAIN,
    adding.UNSURE,
    leaning.MOST_BY,
)
_OF_ANY = Rule(  # a question that asks it of the list: "any with pictures?", 有带拼音的吗
    r"^\W*(?:(?:and|or) )?(?:any|anything|something|what about|how about)\b",
    "^\\W*(?:那)?(?:有|要).{1,8}的[吗嘛么]?\\W*$",
    "^\\W*(?:那)?.{1,8}的?呢\\W*$",
)


def add(turn: Turn) -> bool:
    """Show the list at hand on what is named; tells whether the message was such a fragment."""
    turn.ask = within.with_place(turn.ask)
    before, ask = turn.session.frame, turn.ask
    if before is None or turn.session.topic != "holdings":
        return False
    if pointing.BY_ITS_AUTHOR.search(ask.text):
        return False  # "the guy who wrote Coraline" begins anew
    if COVER.search(ask.text) and not ask.query:
        return _untold(turn)
    if learnt := another.in_tongue(ask.text, before):
        return learning.go_on(turn, learnt)
    added = _is_one(turn) and (_titled(turn) or _of_books(turn, before) or _named(turn, before))
    return added or onward.goes_on(turn, before)


def _titled(turn: Turn) -> bool:
    """A title typed whole takes the place of the list: "the hobbit" after "fantasy"; so does a
    number that is one, in whatever form: "1984 audiobook"."""
    text, query = turn.ask.text, turn.ask.query
    if query.isdecimal() and turn.shelf.bears(query):
        return _shown(turn, Frame(text=query, filters=_limits(turn.ask)))
    if not turn.shelf.bears(text) or (_is_one_word(text) and not within.titled(turn, text)):
        return False
    return _shown(turn, Frame(text=text))


def _of_books(turn: Turn, before: Frame) -> bool:
    """Books on a topic that is named take the place of films: 关于猫的书."""
    text, words = turn.ask.text, _words(turn.ask)
    if not (another.other_forms(text, before.filters) and listing.OF_TOPIC.search(text)):
        return False
    kept = limits.narrowed(another.staying(before, words, text), _limits(turn.ask))
    return _shown(turn, Frame(text=words, filters=kept, topical=True, asked=True))


def _named(turn: Turn, before: Frame) -> bool:
    ask = turn.ask
    words = _words(ask)
    kept = limits.narrowed(another.staying(before, words, ask.text), _limits(ask))
    if swapped := another.of_kind(ask.text, before, words, kept):
        return _shown(turn, swapped)
    if _is_held(turn, words) and not adding.FIRMLY.search(ask.text):
        return _shown(turn, Frame(text=words, filters=kept, asked=True))
    # Nothing else stands, or what is named is more than a word: women in India, after trains.
    free = limits.of_the_young(kept) or before.lacks or _is_whole(words)
    anew = free and adding.ABOUT.search(ask.text)
    joined = None if anew and adding.OR.search(ask.text) else _narrowed(turn, words, kept)
    if joined:
        return _shown(turn, joined)
    if adding.HOW.fullmatch(words):
        narrow.cannot(turn)
        return True
    if anew:
        return _shown(turn, Frame(text=words, filters=kept, topical=True, asked=True))
    topics = _topics(turn)
    if adding.OR.search(ask.text) and _in_its_place(ask.text, topics):
        before = replace(topics[1], filters=before.filters, without=before.without)
        return _shown(turn, _beside(before, words, _limits(ask), before.order))
    other = bool(_INSTEAD.search(ask.text)) or _by(turn, words)
    if adding.FIRMLY.search(ask.text) and not other:
        return _kept_without(turn, before, words)
    return _in_its_stead(turn, words, kept)


def in_its_stead(turn: Turn, before: Frame) -> bool:
    """The words of a message that narrow nothing: books that are surely on them, else the list at
    hand without them; that we have nothing, where they name nothing and nothing was found."""
    words = "" if _DENIED.search(turn.ask.text) else _words(turn.ask)
    frame = Frame(text=words, filters=_limits(turn.ask), asked=True)
    page = turn.shelf.search(find.query_of(frame)) if words else None
    if page is None:
        return nothing.again(turn)
    if before.lacks or page.sureness >= turn.services.bounds.near:
        return _shown(turn, frame)
    return _kept_without(turn, before, words)


def _kept_without(turn: Turn, before: Frame, words: str) -> bool:
    """Say that nothing is on the words too, and show the list at hand without them."""
    frame = replace(_beside(before, words, _limits(turn.ask), ""), text=words)
    wider.begin(turn, frame, before, fits=False)
    return True


def _limits(ask: Ask) -> dict[str, Any]:
    """What a message limits; the time in which a story is set is not when it came out."""
    told = limits.from_ask(ask)
    set_then = adding.SET_THEN.search(ask.text)
    return {k: v for k, v in told.items() if not (set_then and k.startswith("year"))}


def _in_its_stead(turn: Turn, words: str, kept: dict[str, Any]) -> bool:
    """Show what is named in the place of the topic; readers, languages and forms stay."""
    ask, one = turn.ask, _is_one_word(words)
    frame = Frame(text=words, filters=kept, topical=one and not _by(turn, words), asked=True)
    page = turn.shelf.search(find.query_of(frame))
    near = asking.GOES_ON.search(ask.text) and page.sureness >= turn.services.bounds.near
    lightly = adding.LIGHTLY.search(ask.text) and ask.intent not in _FINDS
    far = page.found.kind == "topic" and page.sureness < turn.services.bounds.near
    meant = kept or near or lightly or far or _INSTEAD.search(ask.text)
    if not meant or (_names_a_title(turn, one) and page.found.kind not in _BY_NAME):
        return False
    before = turn.session.frame
    stands = before is not None and before.kind in ("topic", "browse") and not before.lacks
    goes_on = asking.GOES_ON.search(ask.text) and not _FACET.search(ask.text)
    alone = goes_on or listing.OF_TOPIC.search(ask.text) or _INSTEAD.search(ask.text)
    if before and far and stands and not alone:
        how = listing.MOOD.fullmatch(words)  # the books at hand should be so, and no others
        return (not how and _wider(turn, frame)) or _kept_without(turn, before, words)
    if page.hits:
        return _shown(turn, frame)
    surely = _SURELY.search(ask.text) or (ask.intent in _UNREAD and _OF_ANY.search(ask.text))
    if not surely and _wider(turn, frame):
        return True
    anew = goes_on or (before is not None and before.lacks)
    return bool(surely or anew or ask.intent in _FINDS[:2]) and _shown(turn, frame)


def _beside(before: Frame, words: str, change: dict[str, Any], order: str) -> Frame:
    """The search at hand with these words too, be it for a topic, an author or a likeness."""
    filters, text = limits.narrowed(before.filters, change), before.text
    if before.kind == "author" and text and "authors" not in filters:
        filters, text = {**filters, "authors": [text]}, ""
    return Frame(
        said=before.said,
        text=another.both(text, words) if text else words,
        topical=before.topical and bool(text),
        like=before.like,
        gone=before.gone,
        filters=filters,
        without=dict(before.without),
        order=order or before.order,
        asked=True,
    )


def _untold(turn: Turn) -> bool:
    turn.say("cover-untold")
    turn.question()
    turn.ends("asked")
    return True


def _names_a_title(turn: Turn, one_word: bool) -> bool:
    title = titles.is_one(turn.ask.query, turn.shelf.bears)
    return title and (not one_word or turn.ask.intent == "known_item")


def _by(turn: Turn, words: str) -> bool:
    """Whether the words are the name of an author of ours, and no place that a story is set in."""
    return not having.PLACED.search(turn.ask.text) and bool(about.first_by(turn, words))


def _is_held(turn: Turn, words: str) -> bool:
    """Whether Chinese words are a title of ours, and more than a topic's two characters."""
    if not has_han(words) or len(words) <= _WORD:
        return False
    page = turn.shelf.search(Query(text=words, limit=1, by_name=True))
    return page.found.kind == "known_item" and page.sureness >= turn.services.bounds.known


def _is_one_word(words: str) -> bool:
    """A title of one word is as good a topic: history, 历史."""
    return len(words) <= _WORD if has_han(words) else len(words.split()) == 1


def _is_whole(words: str) -> bool:
    """Whether a topic needs no other beside it: women in India, 印度的妇女."""
    return len(words) > _HAN_TOPIC if has_han(words) else len(content(words)) > 1


def _shown(turn: Turn, frame: Frame) -> bool:
    find.begin(turn, frame)
    return True


def _wider(turn: Turn, frame: Frame) -> bool:
    """Nothing is all of that: say so, and show what is surely on the topic and most of the rest."""
    near = turn.services.bounds.near
    found = []
    for gone in (("formats",), ("languages",), ("formats", "languages"), _STAY):
        left = frame.filters.items()
        rest = {name: v for name, v in left if name not in gone or limits.of_the_young({name: v})}
        wider = Frame(text=frame.text, filters=rest, topical=frame.topical, asked=True)
        page = turn.shelf.search(find.query_of(wider))
        if page.hits and (page.found.kind in _BY_NAME or page.sureness >= near):
            found.append((page.found.kind not in _BY_NAME, wider))
    if found:
        turn.say("nothing", about=about.about_words(turn, frame))
        return _shown(turn, min(found, key=lambda one: one[0])[1])
    return False


def _narrowed(turn: Turn, words: str, kept: dict[str, Any]) -> Frame | None:
    """The search at hand with these words too, or one of those that it came from."""
    if _INSTEAD.search(turn.ask.text) or _by(turn, words):
        return None
    frames = _topics(turn)[:_BACK]
    if within.gives_way(turn.ask.text):
        frames = [within.without(frame) for frame in frames]
    if _in_its_place(turn.ask.text, frames):
        frames = frames[1:]
    joined = (_joined(turn, frame, words, kept) for frame in frames)
    return next(filter(None, joined), None)


def _topics(turn: Turn) -> list[Frame]:
    """The search at hand and those on other words that it came from, newest first."""
    newest = {frame.text: frame for frame in turn.session.frames}
    return sorted(newest.values(), key=turn.session.frames.index, reverse=True)


def _in_its_place(text: str, frames: list[Frame]) -> bool:
    """Whether what was added last gives way: "what about indian", after vegetarian cookbooks."""
    again = len(frames) > 1 and within.gives_way(text)
    return again and bool(frames[1].text) and frames[1].text in frames[0].text


def _joined(turn: Turn, before: Frame, words: str, kept: dict[str, Any]) -> Frame | None:
    """The search for both topics, where a record bears both; a clue belongs to a plot anyhow."""
    named = before.like or before.works or before.kind in _BY_NAME or "authors" in before.filters
    by_author = before.kind == "author" or "authors" in before.filters
    if by_author and not before.like and listing.KIND_OF_WORK.search(words):
        free = {k: v for k, v in before.filters.items() if k != "literary_forms"}
        return _beside(replace(before, filters=free), words, kept, "")  # 散文, of an author
    if named or not (before.text or before.filters):
        return None
    if having.is_mood(words) and not having.denies_mood(turn.ask.text):
        return within.of_a_mood(turn, before, words, kept)
    told = having.after_topic(turn.ask.text, words) if before.text else words
    frame = _beside(before, told, kept, orders.among(turn.ask.text))
    if _is_clue(turn.ask.text, before):
        return frame
    if before.text and before.lacks:
        return None
    if not (has_han(frame.text) or turn.shelf.tells(having.telling(words))):
        return None  # a look-up, where a search would encode the text
    return within.placed(turn, before, words, kept) or _on_each(turn, before, frame, kept)


def _is_clue(text: str, before: Frame) -> bool:
    """Whether more of a plot is told; where a list of stories is to be set narrows it."""
    narrows = having.PLACED.search(text) and not (adding.SET_THEN.search(text) or has_han(text))
    plot = before.lacks or (before.told and not before.topical) or not narrows
    return plot and bool(_CLUE.search(text))


def _on_each(turn: Turn, before: Frame, frame: Frame, kept: dict[str, Any]) -> Frame | None:
    """The search for both topics, where a record bears both; of the list, if it finds more."""
    words = _words(turn.ask)
    page = turn.shelf.search(find.query_of(frame, limit=_LOOKED))
    if page.named:  # words of two topics may make a title
        frame = replace(frame, topical=True)
        page = turn.shelf.search(find.query_of(frame, limit=_LOOKED))
    added = adding.FIRMLY.search(turn.ask.text) or (not kept and _SURELY.search(turn.ask.text))
    near = added and has_han(words) and page.sureness >= turn.services.bounds.near
    if not (near or within.on_both(turn, before, page, words)):
        return None
    wider = 0 < before.total < page.found.total  # no narrowing
    return within.said(turn, before, words, kept) if wider else frame


def _words(ask: Ask) -> str:
    """What a message names beside what is denied; "" when it only says how it should be."""
    if then := adding.SET_THEN.search(ask.text):
        return str(next(filter(None, then.groups())))
    named = " ".join(
        one for one in orders.clauses(limits.affirmed(ask)) if not orders.bare(at_hand.bare(one))
    )
    said = _CLUE.sub("", leaning.CORRECTION.sub("", named, 1), 1)
    said = adding.POLITELY.sub(" ", said).strip()
    left = " ".join(listing.FILLERS.sub(" ", said).split()).strip(" ,.!?，。！？")
    return next((one for one in (left, named) if has_han(one) or content(one)), "")


def _is_one(turn: Turn) -> bool:
    """Whether a message names something and begins nothing anew."""
    ask, text = turn.ask, turn.ask.text
    if _CLUE.search(text) and ask.query and _may_be_meant(turn):
        return not asking.QUESTION.search(text)
    adds = _adds(text) and not _SERVED.search(text)
    if not ask.query or ask.pressed or ask.has("ordinal", "isbn") or _is_long(text):
        return False
    if not _words(ask) or (ask.has("audience") and not adds):
        return False
    if any(sign.search(text) for sign in _NO_TOPIC):
        return False
    if not _may_be_meant(turn) or pointing.SAME_AUTHOR.search(text) or pointing.READ.search(text):
        return False
    if adds or _LIKES.search(text) or _OF_ANY.search(text):
        return True
    asks = asking.ASKING.search(text) or asking.QUESTION.search(text) or asking.MAY.search(text)
    return not (asks or asking.SAYS.search(text))


def _adds(text: str) -> bool:
    return bool(adding.FIRMLY.search(text) or adding.LIGHTLY.search(text))


def _is_long(text: str) -> bool:
    return len(text) > (_HAN_SHORT if has_han(text) else _SHORT)


def _may_be_meant(turn: Turn) -> bool:
    """Whether it passes for a search, or for nothing that a library is asked."""
    ask = turn.ask
    if ask.one("like") or ask.taught:
        return ask.intent in _FINDS and not ask.one("like")
    if ask.intent in (*_FINDS, *_UNREAD):
        return True
    if ask.intent in _NO_TALK and another.named(ask.text):
        return True
    named = _SURELY.search(ask.text) or ask.intent in _SUBJECTS
    sure = _LIKELY if named or _adds(ask.text) else _SURE
    return ask.confidence < sure and not of_the_library(turn)


def of_the_library(turn: Turn, *, names: bool = True) -> bool:
    """Whether the words ask what one of our answers surely tells; where they name nothing of their
    own it must be their very question."""
    answers, text = turn.services.answers, turn.ask.text
    if not names or turn.ask.intent in _OF_A_LIST:
        return answers.asks(text, turn.language)
    near = answers.nearest(text, turn.language, 1)
    return bool(near) and near[0].confidence >= turn.services.bounds.answer
