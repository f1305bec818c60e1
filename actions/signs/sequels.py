"""Words that ask for a part of a series: the first of it, how many there are, one by its number."""

from __future__ import annotations

from index.text import Rule

_BOOKS = r"(?:books?|novels?|volumes?|parts?|stories|titles?)"
_N = r"(?:\d{1,2}|one|two|three|four|five|six|seven)"
_HAN_N = r"[\d一二两三四五六七八九十]{1,2}"
_SETS = r"(?:series|trilogy|saga|sequence|cycle|quartet)"
_TH = r"(?:first|second|third|fourth|fifth|sixth|seventh|1st|2nd|3rd|[4-9]th)"
FIRST = Rule(  # "which comes first", "where do I start"; no year that it came out
    (
        r"^\W*(?:(?:and|so|ok|but)\W+)*(?:which|what)(?:['’]?s| is| was)?(?: the)?(?: one| book| part| volume)?(?: of (?:these|them|those))?"
        rf"(?: comes| goes| is| (?:do|should|would) (?:i|we|you) read)?(?: the)? first(?: one| book| part)?(?: in (?:the|this) {_SETS})?\W*$"
    ),
    r"^\W*(?:(?:and|so|ok|but)\W+)*(?:which|what|where)(?: one| book)? (?:do|should|would) (?:i|we|you) (?:start|begin)(?: with| at)?(?: first)?\W*$",
    "^\\W*(?:那|请问|应该|我|[，, ])*(?:哪一?[本部册个]是?(?:第一[本部册个]|开头|最前面)|从哪一?[本部册](?:开始|看起|读起))[看读]?的?[呢啊吗]?\\W*$",
)
FIRST_OF = Rule(  # of a series that is named: "which Harry Potter comes first"
    rf"^\W*(?:which|what)(?:['’]?s| is| was)?(?: the)?(?: first)? [\w'’ ]{{3,30}}?(?: {_BOOKS})?"
    r" (?:comes|goes|(?:do|should|would) (?:i|we|you) (?:read|start(?: with)?)) first\W*$",
    rf"^\W*(?:which|what)(?:['’]?s| is| was) the first [\w'’ ]{{3,30}} {_BOOKS}\W*$",
)
COUNTED = Rule(  # of a series that is named: "how many Earthsea books are there"
    rf"^\W*how many (?:of the )?[\w'’ ]{{3,40}}? {_BOOKS} (?:are there|are in it|do you have|have you got|did \w+ write|exist)\b",
    rf"^\W*how many (?:{_BOOKS} )?(?:are )?(?:there )?(?:are )?in the (?!library|building|branch)[\w'’ ]{{3,40}}? {_SETS}\W*$",
    rf"^\W*(?:is|was) (?!(?:it|this|that|there|one)\b)[\w'’ ]{{3,40}}? (?:part of |in |from )?an? {_SETS}\W*$",
)
HOW_MANY = Rule(  # of the one that is listed
    rf"^\W*(?:and |so )?how many(?: {_BOOKS}| of them| ones)?(?: are there| are they| in (?:all|total))*\W*$",
    "^\\W*(?:一共|总共)?有?[几多]少?[本部册]\\W*$",
)
WITH_SEQUELS = Rule(  # "Wolf Hall and the sequels", 三体和续集
    r"\S (?:and|&|with|plus) (?:(?:all|any|both|of|the|its|their)\s+)*sequels\W*$",
    "[\u4e00-\u9fff》](?:和|跟|与|及|以及|还有)(?:它的?)?(?:所有的?)?(?:续集|续作|后续)(?:都)?(?:有|要)?(?:吗|呢|有吗)*\\W*$",
)
BY_NUMBER = Rule(  # where a list is of one title: "the second book", "have you got number 2"
    r"^\W*(?:(?:and|then|what about|how about|do you have|have you got|is there an?|got|show me)\W+)+(?:the )?"
    rf"(?:(?:number|no\.?) {_N}|{_TH}(?: one)?)(?: (?:then|please|too|as well|in it))*\W*$",
    rf"^\W*(?:(?:and|what about|how about|do you have|have you got|is there an?|show me)\W+)*(?:the )?{_TH} {_BOOKS}"
    rf"(?: (?:then|please|too|as well|in (?:the|this) {_SETS}))*\W*$",
)
NTH_BOOK = Rule(  # "the third Harry Potter book", where there is a series of that name
    (
        r"^\W*(?:(?:do you have|have you got|is there|i want|find|show me|where is|looking for|get me)\W+)*"
        rf"(?:the )?{_TH} (?:(?:book|novel|volume|one|part) (?:in|of) (?:the )?(?P<of>[\w' -]{{3,30}}?) {_SETS}"
        rf"|(?P<name>[\w' -]{{3,30}}) (?:book|novel|volume|film|one))\W*$"
    ),
    f"^\\W*(?:有没有|有|我?想?[要看借找])*第{_HAN_N}[本部册](?:的)?(?![能可在有还现被是讲多怎适])[^书，。？！]{{2,10}}(?:吗|呢)?\\W*$",
)
NAMED_NTH = Rule(
    rf"[\u4e00-\u9fff》]的?第{_HAN_N}本(?:有没有|有没|有吗|在吗|呢|吗)*\W*$", flags=0
)  # of a title
