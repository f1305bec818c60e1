"""What the words of a search may mean beside a topic, and what was asked for just before them."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from actions import filters as limits
from actions import having, occasions, on_topic, scripts, titles
from actions.session import Frame
from actions.shelf import OWN, short_title
from actions.signs import asking, listing, orders, pointing
from actions.skills import about, another, answer, narrow
from actions.tongue import letters
from actions.turn import Turn
from assistant.engine.understanding.plain_words import names_something
from assistant.engine.understanding.untold import LIKED_BY
from index.languages import language_code
from index.literature import TRANSLATED
from index.query import read
from index.record import Query
from index.text import Rule, has_han

_BELLES = ["fiction", "poetry", "drama"]
_OF_LETTERS = Rule(r"\b(?:literature|classics|novelists?)\b", "文学|名著")
_PACED = Rule(r"^(?:fast[- ]?)?paced\s+")  # as every thriller is
_CODE = 3  # letters of a code: what is longer is a name

_WORD = 4  # characters of a topic that may be left beside readers
_ASKING = Rule(
    "适合|有没有|哪些|什么|推荐|想?要?[看找借读]|[给为让陪帮送的书有吗呢吧]|一?些|[一几]本?|[，,。？?\\s]",
    flags=0,
)
_GOES_ON = ("holdings", "answer", "hours")  # topics in which a child is not forgotten
_COUNTRY = Rule(  # 日本的, 要法国的吗
    "\\W*(?:那|只?要|只看|有没有|有)*(法国|德国|意大利|西班牙|俄国|俄罗斯|日本|韩国|中国|英国|美国)的?(?:片子?)?(?:呢|吗|有吗|吧)*\\W*",
    flags=0,
)
_OURS = Rule(
    "\\W*(?:不要|不看|别要)外国的?(?:片子?)?[吧了]?\\W*|\\W*(?:只?要|只看)?(?:国内|本国)的?(?:片子?)?\\W*",
    flags=0,
)
_BUT_FOR = Rule("除了《?([^，。》 ]{2,16}?)》?(?:以外|之外|[还還都]|[，, ]|$)", flags=0)
_SHORT = 25  # characters of a message that leans on the answer before it


def by_one(turn: Turn, limited: dict[str, Any]) -> dict[str, Any]:
    """Of authors who wrote nothing together the first; each other is a press away."""
    first, *others = limited.get("authors") or [""]
    if not others or turn.shelf.search(Query(filters=limits.load_filters(limited), limit=1)).hits:
        return limited
    for name in others:
        turn.offer(turn.text("choice-search", text=name), "find", filters={"authors": [name]})
    return limited | {"authors": [first]}


def given(turn: Turn) -> dict[str, Any]:
    """The filters in the message, after those named in what was answered just now. A branch in a
    question about one search is a filter of it."""
    told = limits.from_ask(turn.ask)
    kept = turn.session.limited if turn.session.topic == "answer" else {}
    kept = {k: v for k, v in kept.items() if k not in another.other_forms(turn.ask.text, kept)}
    if "formats" not in kept or not turn.ask.query or len(turn.ask.text) >= _SHORT:
        return told
    forms = {"formats": kept["formats"]}
    for spoken_of in (kept, forms) if kept != forms else (forms,):
        wanted = Frame(text=turn.ask.query, filters={**spoken_of, **told})
        query = Query(text=wanted.text, filters=limits.load_filters(wanted.filters), limit=1)
        if turn.shelf.search(query).hits:
            return wanted.filters
        turn.say("nothing", about=about.about_words(turn, wanted))
    turn.session.limited = {}  # said once
    return told


def of_the_child(turn: Turn) -> dict[str, Any]:
    """The child that the list at hand is for, where a wish names nobody and some of it is so."""
    before, ask = turn.session.frame, turn.ask
    kept = {k: v for k, v in before.filters.items() if k == "audiences"} if before else {}
    anew = ask.has("audience", "author") or ask.pressed or pointing.FOR_ANOTHER.search(ask.text)
    if turn.session.topic not in _GOES_ON or not limits.of_the_young(kept) or anew:
        return {}
    words = limits.affirmed(ask)
    if pointing.THE_CHILD.search(ask.text):
        return kept
    if not words or titles.is_one(ask.query, turn.shelf.bears):
        return {}
    small = {"audiences": ["children", "preschool"]} if kept["audiences"] == ["children"] else kept
    for readers in (kept, small):
        filters = limits.load_filters(readers)
        page = turn.shelf.search(Query(text=words, filters=filters, limit=1))
        if page.hits and page.sureness >= turn.services.bounds.near:
            return readers
    return {}


def wished(turn: Turn, named: list[str]) -> list[str]:
    """The titles among those named that are not denied: none in 除了哈利波特还有什么魔法的."""
    denied = [letters(one) for one in limits.unwanted(turn.ask).get("words", ())]
    return [one for one in named if not any(letters(one) in said for said in denied)]


def _as_titled(turn: Turn, words: str) -> str:
    """What is not wanted as our title writes it: 哈利·波特, where 哈利波特 was typed."""
    hit = about.known(turn, words) if has_han(words) else None
    title = hit.record.title if hit else ""
    ends = range(len(words) + 1, len(title) + 1)
    return next((title[:n] for n in ends if letters(title[:n]) == letters(words)), words)


def _but_for(turn: Turn) -> list[str]:
    """A title of ours of which others are wanted, and which nothing marks: 除了挪威的森林."""
    hit = None if turn.ask.pressed else _BUT_FOR.search(turn.ask.text)
    return [hit[1]] if hit and turn.shelf.bears(hit[1]) else []


def unwanted(turn: Turn) -> dict[str, list[str]]:
    """What is not wanted; somebody whose works we have as their author: "not Agatha Christie"."""
    denied = limits.unwanted(turn.ask)
    words = [_as_titled(turn, one) for one in denied.get("words", []) or _but_for(turn)]
    wrote = [one for one in words if about.first_by(turn, one)]
    if not wrote:
        return {**denied, "words": words} if words else denied
    others = {"words": [one for one in words if one not in wrote]}
    authors = {"authors": [*denied.get("authors", []), *wrote]}
    return {k: v for k, v in {**denied, **others, **authors}.items() if v}


def answered(turn: Turn, limited: dict[str, Any]) -> bool:
    """Answer what more is said than "for kids": "homework help for my son", 有繁体字的书吗, and
    what there is in easy English; tells whether there was such an answer."""
    ask = turn.ask
    readers = set(limited) == {"audiences"} or scripts.named(ask.text)
    if ask.names_more and readers and answer.instead(turn):
        return True
    easy = occasions.in_easy_words(ask)
    return bool(easy) and answer.of_words(turn, turn.text("ask-easy-english"))


def in_own_tongue(turn: Turn, text: str, limited: dict[str, Any]) -> dict[str, Any]:
    """Stories of whatever kind are Chinese for who asks in Chinese: 推荐一本小说."""
    chinese = turn.language == "zh" and has_han(turn.ask.text)
    alone = not text and set(limited) == {"literary_forms"} and not narrow.order(turn.ask)
    return limited | {"languages": [OWN["zh"]]} if alone and chinese else limited


def of_their_literature(turn: Turn, frame: Frame | None) -> Frame | None:
    """A list narrowed to a language in which it has nothing, and to whose literature it has some:
    "swedish ones", of crime in English."""
    tongues = frame.filters.get("languages") if frame else None
    if frame is None or not tongues or limits.from_ask(turn.ask) != {"languages": tongues}:
        return frame
    if turn.shelf.search(Query(text=frame.wanted, filters=limits.wanted(frame), limit=1)).hits:
        return frame
    rest = {name: value for name, value in frame.filters.items() if name != "languages"}
    theirs = replace(frame, filters=rest | {"literatures": tongues})
    page = turn.shelf.search(Query(text=theirs.wanted, filters=limits.wanted(theirs), limit=1))
    return theirs if page.hits else frame


def in_their_tongue(turn: Turn, frame: Frame) -> dict[str, Any]:
    """The filters of a search: what is like a work is in its language or the reader's."""
    record = turn.shelf.record(frame.like) if frame.like else None
    if record is None or "languages" in {**frame.filters, **frame.without}:
        return frame.filters
    return frame.filters | {"languages": list(dict.fromkeys([OWN[turn.language], record.language]))}


def of_a_mood(turn: Turn, text: str, limited: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """The topic alone, of works whose records say that they are so: "funny sci fi"."""
    mood, topic = having.mood(text)
    denied = turn.ask.pressed or having.denies_mood(turn.ask.text)
    if not (mood and topic) or denied or turn.shelf.bears(text):
        return text, limited
    told = limited | {having.FILTER: [mood]}
    found = turn.shelf.search(Query(text=topic, filters=limits.load_filters(told), limit=1)).hits
    return (topic, told) if found else (text, limited)


def subject(turn: Turn, limited: dict[str, Any]) -> str:
    """The trouble told, or what the answer just given was asked about: "true stories"."""
    if told := on_topic.trouble(turn.ask):
        return told
    leans = turn.session.topic == "answer" and "authors" not in limited
    return _mood(turn, limited) or (turn.session.subject if leans else "")


def _mood(turn: Turn, limited: dict[str, Any]) -> str:
    """How a film or a story is to be, where nothing else is said: "a funny film for tonight"; the
    kind of work that is wanted of an author: 余华的短篇."""
    text = turn.ask.text
    if (kind := listing.KIND_OF_WORK.search(text)) and "authors" in limited:
        return kind[0] if has_han(kind[0]) and kind[0] != "小说" else ""
    denied = listing.TOO_SUCH.search(text) or asking.NEGATED.search(text)
    of_a_kind = {"formats", "literary_forms"} & set(limited) or listing.A_BOOK.search(text)
    if turn.ask.pressed or denied or not of_a_kind:
        return ""
    told = listing.MOOD.search(text)
    return told[0] if told else ""


def without_story(turn: Turn, text: str) -> str:
    """The words of a search without when, where or by whom it is read; a title stays whole."""
    whole = not has_han(text) and " " in text and turn.shelf.bears(text)
    if whole or turn.ask.pressed:
        return text
    text = on_topic.learnt(turn.ask, on_topic.of_lives(turn.ask, text))
    text = _PACED.sub("", text)
    if orders.of_a_length(turn.ask.text):
        text = orders.LENGTH_BEFORE.sub("", text)
    return occasions.without_story(turn.ask, text)


def left_over(turn: Turn, limited: dict[str, Any]) -> str:
    """The few Chinese characters of which no word was marked, and no more: 适合高中生看的科普,
    东馆的绘本, 有没有字帖."""
    text = turn.ask.text
    told = {one.name for one in turn.ask.entities} - {"audience", "branch"}
    other = limited.keys() - {"audiences", "branches"}
    if other or told or turn.ask.pressed or not has_han(text):
        return ""
    rest = _ASKING.sub("", read(turn.ask.beside("audience", "branch")).core)
    few = 1 < len(rest) <= _WORD and not LIKED_BY.search(text) and names_something(rest)
    few = few and not any(map(str.isdigit, rest))  # an age that was told twice: 儿童读物 5岁
    return occasions.without_story(turn.ask, rest) if few else ""


def year_as_title(turn: Turn, limited: dict[str, Any]) -> str:
    """1984 in "is there a 1984 film", where that is a title of ours."""
    first, last = limited.get("year_from"), limited.get("year_to")
    named = first is not None and first == last and turn.shelf.bears(str(first))
    return str(first) if named and not listing.OF_YEAR.search(turn.ask.text) else ""


def of_a_country(turn: Turn, text: str, limited: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """Words and filters of a search, with the country that it names read as far as records tell
    it: the language of films, a literature that we have works of."""
    if "literatures" in limited:
        return _of_a_literature(turn, text, limited)
    tongue = _tongue_of(turn, text, limited) if text else ""
    return ("", limited | {"languages": [tongue]}) if tongue else (text, limited)


def _of_a_literature(turn: Turn, text: str, limited: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """A literature of which we have nothing is a topic; what is translated, and all that is asked
    for in Chinese, is in the reader's language."""
    theirs = limits.load_filters({"literatures": limited["literatures"]})
    if not turn.shelf.search(Query(filters=theirs, limit=1)).hits:
        return _as_topic(turn, text, limited)
    form = {"literary_forms": _BELLES} if _OF_LETTERS.search(turn.ask.text) else {}
    wanted = form | limited
    if TRANSLATED in theirs.literatures or turn.language == "zh":
        wanted = {"languages": [OWN[turn.language]]} | wanted
    for kept in (wanted, form | limited):
        page = turn.shelf.search(Query(text=text, filters=limits.load_filters(kept), limit=1))
        if page.hits:
            return text, kept
    return _as_topic(turn, text, limited) if text else (text, form | limited)


def _as_topic(turn: Turn, text: str, limited: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """Words and filters without the literature, which is searched for as it was said."""
    rest = {name: value for name, value in limited.items() if name != "literatures"}
    return " ".join(" ".join([*turn.ask.said("literature"), text]).split()), rest


def _tongue_of(turn: Turn, text: str, limited: dict[str, Any]) -> str:
    """The language of "French films", 日本电影; "" where we have none that is so."""
    word = text.removesuffix("的")
    named = word.isalpha() and (has_han(word) or len(word) > _CODE)
    tongue = language_code(word) if named and "languages" not in limited else ""
    if not tongue or not {"formats", "literary_forms"} & set(limited):
        return ""
    filters = limits.load_filters({**limited, "languages": [tongue]})
    return tongue if turn.shelf.search(Query(filters=filters, limit=1)).hits else ""


def of_its_country(text: str, before: Frame) -> dict[str, Any]:
    """The language of a country's films, after a list of films, and the literature after one of
    stories: 日本的."""
    if before.films and _OURS.fullmatch(text):
        return {"languages": ["chi"]}
    nation = _COUNTRY.fullmatch(text) if before.by_country else None
    tongue = language_code(nation[1]) if nation else ""
    name = "languages" if before.films or tongue == "eng" else "literatures"
    return {name: [tongue]} if tongue else {}


def on_the_work(turn: Turn, text: str) -> str:
    """What is said about works, of the one in hand: 解读, "criticism"; other words as they are."""
    record = turn.shelf.record(turn.session.focus) if turn.session.focus else None
    if record is None or not listing.ON_A_WORK.fullmatch(text):
        return text
    return f"{short_title(record)} {text}"
