"""A topic, a person or a liking, named and no more, with a list at hand: it narrows the topic or
takes its place; readers, languages and forms that were asked for stay."""

from __future__ import annotations

from typing import Any

from actions import borne, titles
from actions import filters as limits
from actions.ask import Ask
from actions.session import Frame
from actions.signs import asking, leaning, listing, pointing
from actions.skills import about, find
from actions.turn import Turn
from assistant.engine.understanding.frame_signs import COVER
from index.record import Query
from index.text import Rule, has_han

_SHORT, _HAN_SHORT = 40, 14  # characters of a message that leans on the list before it
_WORD = 2  # characters of a Chinese word
_BACK = 2  # searches that "no, indian" may be of: that for vegetarian cookbooks, and for cookbooks
_LIKELY = 0.9  # and from which "vegetarian would do" is
_SURE = 0.6  # confidence from which a message is of what it was taken for
_FINDS = ("find_holdings", "known_item", "refine", "show_more")
_UNREAD = ("out_of_scope", "nonsense")
_SUBJECTS = ("databases", "research_consultation", "special_collections", "events")
_BY_NAME = (*find.NAMED, "author")  # kinds of search for a title or an author
_STAY = ("audiences", "languages", "formats")
_INSTEAD = Rule(
    r"\b(?:instead|rather|failing that|if not)\b",
    "换成|改成|换|没有的话|要是没有|如果没有|实在没有|不然|要不",
)
_TONGUE = Rule(  # that is learnt
    "汉语|英语|法语|德语|西班牙语|意大利语|葡萄牙语|俄语|日语|韩语|粤语|阿拉伯语|拉丁语|希腊语",
    r"\b(?:chinese|english|french|german|spanish|italian|portuguese|russian|japanese|korean|arabic|latin|greek)\b",
)
_WHAT_OF = Rule(
    r"\W*(?:(?:and|or|what|how|about) )+([a-z]+)\W*",
    "\\W*(?:那|换成|换|还有|和)*([一-鿿]{2,5}?)(?:的)?(?:呢|也?有吗)\\W*",
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
_OF_ANY = Rule(  # a question that asks it of the list: "any with pictures?", 有带拼音的吗
    r"^\W*(?:(?:and|or) )?(?:any|anything|something|what about|how about)\b",
    "^\\W*(?:那)?(?:有|要).{1,8}的[吗嘛么]?\\W*$",
    "^\\W*(?:那)?.{1,8}的?呢\\W*$",
)


def alone(turn: Turn) -> bool:
    """The same, but for what was seen to say something else of the list or the item at hand."""
    leans = turn.ask.intent not in _FINDS[:2] and turn.ask.confidence >= 1.0
    return not leans and add(turn)


def add(turn: Turn) -> bool:
    """Show the list at hand on what is named; tells whether the message was such a fragment."""
    before, ask = turn.session.frame, turn.ask
    if before is None or turn.session.topic != "holdings":
        return False
    if COVER.search(ask.text) and not ask.query:
        return _untold(turn)
    if learnt := _other_tongue(turn, before):
        return _shown(turn, learnt)
    return _is_one(ask) and _named(turn, before)


def _named(turn: Turn, before: Frame) -> bool:
    ask = turn.ask
    words = _words(ask)
    kept = limits.narrowed(_staying(before), limits.from_ask(ask))
    if joined := _narrowed(turn, words, kept):
        find.begin(turn, joined)
        return True
    one = _is_one_word(words)
    frame = Frame(text=words, filters=kept, topical=one and not _by(turn, words), asked=True)
    page = turn.shelf.search(find.query_of(frame))
    goes_on = asking.GOES_ON.search(ask.text) and page.sureness >= turn.services.bounds.near
    if not (kept or goes_on) or (_names_a_title(turn, one) and page.found.kind not in _BY_NAME):
        return False
    if page.hits:
        return _shown(turn, frame)
    surely = _SURELY.search(ask.text) or (ask.intent in _UNREAD and _OF_ANY.search(ask.text))
    if not surely and _wider(turn, frame):
        return True
    return bool(surely or ask.intent in _FINDS[:2]) and _shown(turn, frame)


def _other_tongue(turn: Turn, before: Frame) -> Frame | None:
    """The search at hand for another language that is learnt: 日语学习, 英语呢."""
    said = _WHAT_OF.fullmatch(turn.ask.text)
    learnt = _TONGUE.search(before.text) if said else None
    if said is None or learnt is None or not _TONGUE.fullmatch(said[1] or said[2]):
        return None
    text = _TONGUE.sub(said[1] or said[2], before.text, 1)
    return Frame(text=text, topical=before.topical, filters=_staying(before), asked=True)


def _untold(turn: Turn) -> bool:
    turn.say("cover-untold")
    turn.question()
    turn.ends("asked")
    return True


def _names_a_title(turn: Turn, one_word: bool) -> bool:
    title = titles.is_one(turn.ask.query, turn.shelf.bears)
    return title and (not one_word or turn.ask.intent == "known_item")


def _by(turn: Turn, words: str) -> bool:
    """Whether the words are the name of an author of ours."""
    return turn.shelf.search(Query(text=words, limit=1)).found.kind == "author"


def _is_one_word(words: str) -> bool:
    """A title of one word is as good a topic: history, 历史."""
    return len(words) <= _WORD if has_han(words) else len(words.split()) == 1


def _shown(turn: Turn, frame: Frame) -> bool:
    find.begin(turn, frame)
    return True


def _wider(turn: Turn, frame: Frame) -> bool:
    """Nothing is all of that: say so, and show what is surely on the topic and most of the rest."""
    near = turn.services.bounds.near
    found = []
    for gone in (("formats",), ("languages",), ("formats", "languages"), _STAY):
        rest = {name: value for name, value in frame.filters.items() if name not in gone}
        wider = Frame(text=frame.text, filters=rest, topical=frame.topical, asked=True)
        page = turn.shelf.search(find.query_of(wider))
        if page.hits and (page.found.kind in _BY_NAME or page.sureness >= near):
            found.append((page.found.kind not in _BY_NAME, wider))
    if found:
        turn.say("nothing", about=about.about_words(turn, frame))
        return _shown(turn, min(found, key=lambda one: one[0])[1])
    return False


def _staying(before: Frame) -> dict[str, Any]:
    worked_out = set(before.without)
    return {k: v for k, v in before.filters.items() if k in _STAY and k not in worked_out}


def _narrowed(turn: Turn, words: str, kept: dict[str, Any]) -> Frame | None:
    """The search at hand with these words too, or one of those that it came from."""
    if _INSTEAD.search(turn.ask.text):
        return None
    if _by(turn, words):
        return None
    frames = turn.session.frames[: -1 - _BACK : -1]
    if len(frames) == _BACK and _in_its_place(turn.ask.text, *frames):
        frames = frames[1:]
    joined = (_joined(turn, frame, words, kept) for frame in frames)
    return next(filter(None, joined), None)


def _in_its_place(text: str, last: Frame, earlier: Frame) -> bool:
    """Whether what was added last gives way: "what about indian", after vegetarian cookbooks."""
    again = asking.GOES_ON.search(text) or leaning.CORRECTION.search(text)
    return bool(again) and earlier.text != last.text and earlier.text in last.text


def _joined(turn: Turn, before: Frame, words: str, kept: dict[str, Any]) -> Frame | None:
    """The search for both topics, where a record bears both; a clue belongs to a plot anyhow."""
    if before.like or before.works or before.kind in _BY_NAME or not before.text:
        return None
    text = _both(before.text, words)
    frame = Frame(text=text, topical=before.topical, filters={**before.filters, **kept}, asked=True)
    frame.without = dict(before.without)
    if _CLUE.search(turn.ask.text):
        return frame
    added = not kept and _SURELY.search(turn.ask.text)
    if not (added or has_han(text) or turn.shelf.tells(text)):
        return None  # a look-up, where a search would encode the text
    page = turn.shelf.search(find.query_of(frame))
    near = bool(added) and page.sureness >= turn.services.bounds.near
    return frame if near or borne.by_any([hit.record for hit in page.hits], text) else None


def _both(before: str, words: str) -> str:
    """ "vegetarian cookbooks", 科幻 太空."""
    last = has_han(words) or words.startswith(("for ", "with ", "in ", "on ", "about "))
    return f"{before} {words}" if last else f"{words} {before}"


def _words(ask: Ask) -> str:
    said = _CLUE.sub("", leaning.CORRECTION.sub("", ask.query, 1), 1)
    return " ".join(listing.FILLERS.sub(" ", said).split()).strip(" ,.!?，。！？") or ask.query


def _is_one(ask: Ask) -> bool:
    """Whether a message names something and begins nothing anew."""
    text, most = ask.text, _HAN_SHORT if has_han(ask.text) else _SHORT
    if _CLUE.search(text) and ask.query and _may_be_meant(ask):
        return not asking.QUESTION.search(text)
    if not ask.query or ask.pressed or len(text) > most or ask.has("audience", "ordinal", "isbn"):
        return False
    if asking.BEGINS.search(text) or listing.UNTOLD.search(text) or limits.unwanted(ask):
        return False
    if not _may_be_meant(ask) or pointing.SAME_AUTHOR.search(text) or pointing.READ.search(text):
        return False
    likes, of_any = _LIKES.search(text), _OF_ANY.search(text)
    asks = asking.ASKING.search(text) or asking.QUESTION.search(text) or asking.MAY.search(text)
    return bool(of_any or likes or not (asks or asking.SAYS.search(text)))


def _may_be_meant(ask: Ask) -> bool:
    """Whether it passes for a search, or for nothing that a library is asked."""
    if ask.one("like") or ask.taught:
        return ask.intent in _FINDS and not ask.one("like")
    named = _SURELY.search(ask.text) or ask.intent in _SUBJECTS
    sure = _LIKELY if named else _SURE
    return ask.intent in (*_FINDS, *_UNREAD) or ask.confidence < sure
