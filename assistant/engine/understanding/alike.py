"""The work that another is to be like, where a reader tells that they have read or liked it."""

from __future__ import annotations

import re

from index.text import Rule

# The work that was read, where it is asked what comes next: "finished Emma, whats next".
_FINISHED = Rule(
    r"\b(?:finished|completed|(?:just|already) (?:read|finished)|(?:i|we)(?:['’]?ve)? (?:loved|enjoyed|adored|read))\s+"
    r"(?!(?:all|every\w*|both|the (?:whole|entire|first))\b)(?P<work>[^,.;?!]{2,60}?)(?: and (?:\w+ )?(?:loved|liked|enjoyed|adored) (?:it|them))?(?: in (?:an?|one|two|three|a single) (?:\w+ )?(?:days?|weekend|nights?|sitting|weeks?|go))?[\s,.;!–—-]+(?:and |so |now )*what(?:['’]?s| is| comes| (?:should|do|can) i read)? next\W*$"
)
# The work that somebody loved, beside the wish: "funny book for a 9 year old, she loved matilda".
_LOVED = Rule(
    r"^(?!.*\b(?:about|on|how to)\s).*?(?:[,.;–-]\s*|\b(?:and|as|because)\s+)(?:i|we|s?he|they|(?:my|our) \w+)(?:['’]s|['’]ve| has| have)?(?: (?:really|just|absolutely|also|already))* (?:loved|adored|devoured)\s+"
    r"(?!(?:it|this|that|them|these|those|all|every\w*|reading|books?|the (?:first|last|one|other)|your)\b)(?P<work>[^,.;?!]{2,40}?)(?=\s+(?:and|but|so)\b|\W*$|[,.;?!])"
)
_LIKED_IF = Rule(  # "what should I read if I liked Dune"
    r"\bif (?:i|you|we|s?he|they|my \w+)(?:['’]ve| have| really| just)* (?:liked?|loved?|enjoyed?) "
    r"(?!(?:it|this|that|them|these|those|reading)\b)(?P<work>[^,.;?!]{2,40}?)\W*$"
)
_LIKE_ALONE = Rule(  # "like the Da Vinci code"
    r"^\W*(?!.*\b(?:but|and|with)\b)(?:(?:books?|novels?|films?|more|stuff|ones?) )?like "
    r"(?!(?:it|this|that|these|those|them|him|her|what|when|to|i|you|a|an|my|your)\b)(?P<work>[^,.;?!]{3,40}?)(?: (?:please|pls|plz))?\W*$"
)
_LOVED_SUCH = Rule(  # 喜欢玛蒂尔达，有没有类似的
    "(?:喜欢|爱看|看完|看过|迷上)了?《?(?P<work>[^，。,《》这那的]{2,15}?)》?[，, ]+(?:还?有没有|有什么|有|求|请?推荐|想?找)[^，。的]{0,4}(?:类似|差不多|相似|同类)",
    flags=0,
)
_SIGNS = (_FINISHED, _LOVED, _LOVED_SUCH, _LIKED_IF, _LIKE_ALONE)


def liked(text: str) -> re.Match[str] | None:
    """What tells it; its group `work` is the title."""
    return next(filter(None, (sign.search(text) for sign in _SIGNS)), None)
