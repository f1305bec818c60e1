"""Words with which readers of English ask, and which by themselves name nothing to search for."""

from __future__ import annotations

import re

from assistant.engine.understanding import plain_words_chinese
from index.text import Rule, has_han

_PLAIN = """
a an the this that these those it its he she they them him her his their i me my mine we us our
you your u ya one ones someone somebody anyone anybody something anything everything nothing some
any all both each every other another same such no not none yes and or but so if whether because
since as than then though although however while until also too just only even still yet again
already ever never now today here there where when how what which who whom whose why am is are was
were be been being do does did doing done have has had having can could will would shall should
may might must cant cannot dont doesnt didnt wont isnt arent im ive id youre theres whats lets to
of in on at by for from with without about into onto through via over under out up off down
between within find finding found get getting got gotten look looking looked search searching
searched locate locating seek seeking see seeing know knowing think thinking thought wonder
wondering hope hoping help helping helped need needs needing needed want wanted wanting like try
trying tried tell told say says said show give gave ask asking asked use using used access
accessing borrow borrowing read reading request requesting recommend suggest check checking buy
rent order open view download obtain point direct start begin began work working write writing go
going went come coming make made take taking let please thanks thank hello hi hey dear sorry sure
unsure able unable possible possibly maybe perhaps really very much many more most lot lots bit
little few good best better great nice new right actually currently correctly directly specific
particular certain following suggestion suggestions recommendation recommendations idea ideas useful helpful
relevant interesting scholarly academic peer reviewed viewing pay paying paid book books article
articles paper papers source sources resource resources material materials information info thing
things item items copy copies title titles text texts textbook textbooks version versions journal
journals thesis dissertation full pdf hard digital electronic free locked behind paywall link
links page pages web website websites site sites online internet database databases catalogue
catalog catelogue system account library libraries librarian librarians staff university school
college class course classes program programme degree semester assignment project essay teacher
professor professors instructor teachers student students topic topics subject way ways place area
hand trouble issue problem question questions answer time assistance available availability
anywhere somewhere myself yourself etc author authors writer exactly whereabouts anyway anyhow said heard two three four several ok okay well
"""
_WORDS = frozenset(_PLAIN.split())
_WORD = Rule(r"[^\W_]+(?:['’][^\W_]+)*", flags=0)
_SPEAKER = Rule(
    r"\b(?:i|me|my|we|us|our|you|your|he|she|they|this|that|these|those|it|its|them|help)\b"
)


def content(text: str) -> list[str]:
    """The words of an English text that are more than asking."""
    words = (word.lower().replace("’", "'") for word in _WORD.findall(text))
    return [word for word in words if not _is_plain(word)]


def _is_plain(word: str) -> bool:
    stem = re.sub(r"'(?:s|m|re|ve|d|ll|t)$", "", word)
    return stem in _WORDS or word.replace("'", "") in _WORDS or (len(stem) < 2 and stem.isascii())


def names_something(text: str) -> bool:
    """Whether more is said, in either language, than that something is looked for."""
    return plain_words_chinese.names(text) if has_han(text) else bool(content(text))


def says_something(text: str) -> bool:
    """Whether a text has anything to search for; Chinese has, as far as this goes."""
    return bool(content(text))


def speaks(text: str) -> bool:
    """Whether a reader's talk is in the words, or nothing else: "where I am able to find it"."""
    return bool(_SPEAKER.search(text)) or (text.isascii() and not content(text))
