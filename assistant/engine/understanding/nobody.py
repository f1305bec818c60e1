"""What follows "by" without being a person: "by christmas", "by cheque", "sort by colour"."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources

from index.text import Rule

# By itself or among others of these; a month or a feast begins the names of some.
_EVERYDAY = """
january february march april may june july august september october november december jan feb mar
apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mid
early late end start beginning spring summer autumn fall winter half term bank holiday holidays
christmas xmas easter good boxing new year year's years eve day thanksgiving halloween bonfire night
ramadan diwali eid hanukkah passover lent whitsun valentine's valentines mother's mothers father's
fathers festival chinese lunar week weekend weeks weekends month months dawn dusk sunset sunrise
sundown noon midday midnight morning afternoon evening tonight today tomorrow tmrw yesterday later
soon now latest earliest breakfast lunch lunchtime teatime tea dinner bedtime time times closing
opening deadline due hour hours minute minutes am pm two three four five six seven eight nine ten
eleven twelve fifteen twenty thirty of thanks thx pls plz courier cheque check appointment
appointments delivery special recorded request popular demand transfer direct debit credit card cash
contactless apple google pay paypal standing order invoice instalments donation donations post mail
email e-mail phone telephone text texts message messages sms whatsapp fax letter letters chat app
web taxi cab uber tram ferry plane boat ship metro tube underground subway coach minibus bicycle
bike scooter car bus train rail air sea road van public transport wheelchair lift stairs word mouth
surprise definition proxy candlelight contrast comparison force memory rote invitation ballot
voucher oneself hand default mistake accident chance colour color colours colors size sizes price
prices cost costs length rating ratings review reviews format formats branch branches publisher
publishers keyword keywords barcode isbn call number numbers shelf shelfmark floor age ages group
groups region country countries period century decade era series category categories class
classification dewey type types kind language languages level levels difficulty weight height
thickness frequency alphabet alphabetical distance availability location popularity relevance genre
subject topic theme mood date children kids students teachers adults teenagers teens readers
librarians staff people experts doctors scientists artists historians journalists members volunteers
parents users professionals critics friends family amateurs wolves
"""
_OFTEN = 20  # times in jieba's dictionary, from which a word is one
_KNOWN = 300
_NOBODY = frozenset(_EVERYDAY.split())
_NOT_WRITTEN = Rule(  # "a book recommended by oprah": nor is he who recommends
    r"\b(?:recommended|suggested|reviewed|borrowed|reserved|requested|enjoyed|liked|approved|banned|inspired|influenced"
    r"|sponsored|funded|organi[sz]ed|hosted|supported|raised|brought up|surrounded|caused|affected|stop(?:s|ped)?"
    r"|drop(?:s|ped)?|pass(?:es|ed)?|swing(?:s)?)\s+by:?\s+$"
)


@cache
def everyday_words(begin: str) -> frozenset[str]:
    """Chinese words of two or three characters that begin with one of `begin` as surnames do, and
    that jieba's dictionary has often enough, and not as somebody's name: 周末, 黄色, 武器.
    """
    dictionary = resources.files("jieba").joinpath("dict.txt").read_text("utf-8")
    said = (line.split(" ") for line in dictionary.splitlines() if line[0] in begin)
    return frozenset(word for word, often, kind in said if len(word) < 4 and _is_word(often, kind))


def _is_word(often: str, kind: str) -> bool:
    """By how often it stands in texts and what it is; of places only what everybody knows."""
    return kind[:2] != "nr" and int(often) >= (_KNOWN if kind == "ns" else _OFTEN)


def names_nobody(name: str) -> bool:
    """Whether every word is an everyday one; of Christmas Humphreys or June Jordan one is not."""
    return all(word in _NOBODY for word in re.split(r"[\s.]+", name.lower().replace("’", "'")))


def wrote_nothing(text: str, start: int) -> bool:
    """Whether the words before say another thing of who is named than that they wrote."""
    return bool(_NOT_WRITTEN.search(text, max(0, start - 40), start))
