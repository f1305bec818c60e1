"""Whether a short message goes on about the answer before it, or begins something new."""

from __future__ import annotations

from math import exp

from actions import grave, unasked
from actions.ask import Ask
from actions.signs import asking, opening
from index.text import Rule

# What an intent is of; all others are services that our answers tell of.
_KINDS = {
    "talk": (
        *("thanks", "goodbye", "greet", "feedback_praise", "insult", "complaint", "affirm", "deny"),
        *("bot_identity", "hard_time", "distress"),
    ),
    "wish": (
        *("human", "forget_me", "switch_language", "reading_report", "cite", "alert_me"),
        *("save_item", "help", "cancel"),
    ),
    "find": ("find_holdings", "known_item"),
    "item": ("where_is_it", "item_details", "refine", "show_more", "more_like"),
    "beyond": ("out_of_scope", "nonsense"),
    "hours": ("hours",),
}
_KIND_OF = {intent: kind for kind, intents in _KINDS.items() for intent in intents}
_SURE = 0.9  # confidence from which a word of talk that asks nothing is one
_ASKED_OF = (  # or asked of an answer
    *("save_item", "cancel", "help", "greet", "affirm", "deny", "switch_language"),
)
_WHEN = ("date", "weekday", "time", "part_of_day")
_COUNTS = Rule(r"\d", "[两二三四五六七八九十几]\\s*个?人")
_OR_NOT = Rule("[不没吧]\\W*$", flags=0)  # 要钱不, 可以吧
_LASTING = Rule(  # how long, and no time of the day
    r"\b(?:\d+|an?|one|two|three|four|half an?) (?:hours?|minutes?|days?|weeks?|months?)\b",
    "(?:\\d+|[一两二三四五半几]个?半?)(?:小时|分钟|天|周|星期|个月|月)",
)
_OUTSIDE = Rule(  # of a thing done while we are closed, and not when that is
    r"\b(?:after|outside|before) (?:closing|opening|hours|(?:it|you) (?:close|shut|open)s?)\b",
    r"\bwhen (?:you|it|the library)(?:['’]?re|['’]?s| are| is) (?:closed|shut)\b",
    "(?:关门|闭馆|下班)(?:之|以)?后|(?:开门|开馆)(?:之|以)?前|闭馆时",
)
# What speaks for going on, as log odds: `python -m tests.bench.fit_follow` fits them.
WEIGHTS = {
    "talk": -1.34,
    "wish": -0.87,
    "find": -2.56,
    "item": 1.12,
    "beyond": -0.25,
    "hours": -1.15,
    "service": 2.91,
    "taught": -2.16,
    "near": -0.85,
    "asks": 1.46,
    "asks_to_find": -1.08,
    "asks_as_talk": 1.08,
    "follows": 1.87,
    "goes_on_to_find": 0.38,
    "limits": -1.55,
    "names": -1.23,
    "names_to_find": -1.5,
    "begins": 0.48,
    "dated": 0.12,
    "opens": -1.13,
    "says": -0.52,
}
BASE = 0.54
GOES_ON = 0.35  # the chance from which a message is read as going on


def chance(ask: Ask) -> float:
    """The chance that a message goes on about the answer; what is surely said to us does not."""
    if _is_said_to_us(ask) or _is_of_our_hours(ask):
        return 0.0
    return 1 / (1 + exp(-BASE - sum(WEIGHTS[name] * value for name, value in signs(ask).items())))


def _is_said_to_us(ask: Ask) -> bool:
    """Whether a word of talk or a wish is one, and asks nothing of an answer: "how do I cancel"."""
    own = _KIND_OF.get(ask.intent) in ("talk", "wish") and ask.confidence >= _SURE
    own = own and not grave.is_plain(ask.text)  # 我只有护照
    of_it = ask.intent in _ASKED_OF and asks(ask.text)
    counted = _COUNTS.search(ask.text)  # 30个人, "I have about 200"
    hard = ask.intent == "hard_time"  # "I moved since then"
    return own and not (of_it or counted or hard or unasked.of_the_answer(ask))


def _is_of_our_hours(ask: Ask) -> bool:
    """Whether it is surely asked when we are open, and not how long something lasts."""
    if ask.intent != "hours" or ask.confidence < _SURE or _LASTING.search(ask.text):
        return False
    opens = opening.OPENS.search(ask.text) or opening.OPEN_THEN.search(ask.text)
    back = asking.FOLLOWS.search(ask.text) or _OUTSIDE.search(ask.text)
    return ask.has(*_WHEN) or bool(opens and not back)


def is_of_holdings(ask: Ask) -> bool:
    """Whether a message was taken for a search, or for something asked of a list or an item."""
    return _KIND_OF.get(ask.intent) in ("find", "item")


def of_holdings(ask: Ask) -> float:
    """The chance that a message is a search, or asks something of a list or an item."""
    taken = ask.ranking or ((ask.intent, ask.confidence),)
    return sum(chance for intent, chance in taken if _KIND_OF.get(intent) in ("find", "item"))


def asks(text: str) -> bool:
    """Whether a message asks something, with or without a mark."""
    ways = (asking.ASKING, asking.QUESTION, asking.MAY, asking.HAN_ASKING, _OR_NOT)
    return any(way.search(text) for way in ways)


def signs(ask: Ask) -> dict[str, float]:
    """What its words and what it was taken for say."""
    text, kinds = ask.text, dict.fromkeys((*_KINDS, "service"), 0.0)
    for intent, confidence in ask.ranking or ((ask.intent, ask.confidence),):
        kinds[_KIND_OF.get(intent, "service")] += confidence
    kinds["talk"] *= not grave.is_plain(text)
    lasts = _LASTING.search(text) is not None
    outside = _OUTSIDE.search(text) is not None
    kinds["hours"] *= not (lasts or outside)
    question = asks(text)
    return kinds | {
        "taught": ask.taught,
        "near": ask.near,
        "asks": question,
        "asks_to_find": kinds["find"] * question,
        "asks_as_talk": (kinds["talk"] + kinds["wish"]) * question,
        "follows": bool(asking.FOLLOWS.search(text)),
        "goes_on_to_find": kinds["find"] * bool(asking.GOES_ON.search(text)),
        "limits": bool(ask.entities) and not ask.has("query"),
        "names": ask.has("query"),
        "names_to_find": kinds["find"] * ask.has("query"),
        "begins": bool(asking.BEGINS.search(text)),
        "dated": ask.has(*_WHEN) and not lasts,
        "opens": bool(opening.OPENS.search(text)) and not outside,
        "says": bool(asking.SAYS.search(text)),
    }
