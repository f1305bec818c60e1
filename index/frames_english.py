"""What readers of English put around the thing they ask for."""

from __future__ import annotations

from functools import cache

from index.text import Rule

_YOU = "(?:you|u|ya|we|they|(?:the|your|this|our) (?:library|catalogue|catalog|collection))"
_FIND = (
    "(?:find|locate|get|borrow|read|see|have|check out|take out|look up|look for|search for"
    "|reserve|request|order|show|give|tell|point|recommend|suggest|help|check|use|know)"
)
_BOOK = (
    "(?:book|novel|title|work|text|play|poem|story|e-?book|audiobook|volume|item|record|thing"
    "|something|one)"
)
_PAST = "(?:need|want|like|love|wish|wanna|am after|been looking|was looking|was wondering|wonder)"

# Tried again and again until none fits.
_OPENINGS = (
    "(?:hi|hello|hey|hiya|greetings|good (?:morning|afternoon|evening|day))(?: there| all)?",
    "(?:please|pls|kindly|ok(?:ay)?|so|um+|uh+|well|excuse me|sorry|thanks|thank you|just|maybe)",
    "(?:quick question)",
    "(?:can|could|would|will|may|might) (?:you|u|i|we|someone|anyone)"
    "(?: please| kindly| possibly| maybe| just)?(?: help me)?(?: to)? "
    f"{_FIND}(?: me| out)?(?: to| for| with| if| whether| where)?",
    "(?:i am|i'm|im|we are|we're)(?: currently| just| still)? "
    "(?:looking|searching|hunting|after|trying|interested|wondering)(?: for| in| if| whether)?"
    f"(?: to {_FIND})?(?: for)?",
    f"(?:i|we)(?:'d| would|'ve| have)? ?(?:really )?{_PAST}(?:ed)?(?: to)?(?: {_FIND})?"
    "(?: for| if| whether)?",
    "(?:looking|searching|hunting|wondering)(?: for| if| whether)?",
    f"(?:trying|hoping|here) to {_FIND}(?: for)?",
    f"(?:help|let) me(?: to)? {_FIND}(?: for)?",
    "(?:in search of|search(?: for)?|find(?: me)?|get me|show me|give me|locate|look up|look for)",
    "(?:need|want|tell me(?: about| where| who| if)?)",
    f"(?:do|does|did|would|will) {_YOU}"
    "(?: guys| folks| people| all| happen| by any chance| still| currently| also)*(?: to)?"
    " (?:have|carry|own|hold|stock|got|offer|keep|get|know(?: if| where| who| whether)?)",
    f"(?:have|has) {_YOU}(?: guys)?(?: got)?|{_YOU} (?:got|have)|got",
    "(?:is|are) there|there(?:'s| is| are)|any (?:chance|sign) (?:of|you have)",
    "is it possible to (?:get|find|borrow|read)",
    "(?:where|how|when) (?:can|do|could|would|might|should) (?:i|we|one|you)"
    " (?:find|get|locate|borrow|read|see|reserve|keep)",
    "(?:where|what)(?:'s|s| is| are)"
    "(?: the (?:call number|shelf ?mark|location|author|isbn|status) (?:of|for))?(?! the )",
    "(?:which|what) (?:branch|library|shelf|floor|section)(?: has| holds| is)?",
    "(?:who|whom)(?:'s|s| is| was)? (?:wrote|written by|authored|penned|by)",
    "(?:who|whom)(?:'s|s| is| was)? the (?:author|writer|creator) (?:of|behind)",
    "(?:who|whose) (?:wrote|authored|penned|work is|book is)|(?:the )?author of|(?:is|are) the",
    "(?:(?:a|an|the|any|some|your|another|one|all|other) )?(?:\\w+ )?"
    "(?:copy|copies|editions?|versions?|translations?) of",
    f"(?:(?:a|an|the|this|that|any|some|one|your) )?(?:\\w+ )?{_BOOK}s?,? "
    "(?:that is |that's |which is )?"
    "(?:called|titled|entitled|named|with the title|by the name of|known as)",
    "(?:called|titled|entitled|named)",
    "(?:what(?:'s|s| is) )?the (?:latest|newest|most recent)(?: (?:books?|novels?|one))?"
    "(?: (?:by|from))?",
    "my (?:teacher|professor|class|mother|father|friend|daughter|son|book club)"
    " (?:wants|told|asked|recommended|needs) (?:us|me|them)? ?(?:to read)?",
)
_IT = "(?:it|that|this|one)"
_CLOSINGS = (
    "(?:please|pls|thanks|thank you|thx|cheers|many thanks|ta)"
    "(?: so much| a lot| very much| in advance)?",
    "(?:is it|are they|it's|its|is|are)?(?: currently| still)? ?"
    "(?:available|in stock|on the shelf|on loan|checked out|checked in)",
    "(?:in|at|from|on) (?:the|your|this|our|any|which) "
    "(?:library|catalogue|catalog|collection|system|holdings|shelves|branch|stacks)",
    "(?:by any chance|right now|today|anywhere|here|for me|somewhere|or not|at all|in yet)",
    f"(?:if possible|do you have {_IT}|have you got {_IT}|can i (?:borrow|get|have) {_IT})",
    f"(?:where is it|who wrote {_IT}|is it in|which branch has it|got it|who(?:'s| is) it by)",
)
_KINDS = (
    "(?:non-?fiction |fiction |children's |picture |text|e-?|audio ?)?"
    "(?:books?|novels?|anything|something|materials?|resources?|information|info|titles?"
    "|stories|literature|works?|articles?|stuff|readings?|sources?|things?|films?|movies"
    "|documentaries|ebooks?)"
)
_ABOUT = (
    "(?:about|on|regarding|concerning|dealing with|on the (?:subject|topic|history|theme) of"
    "|related to|relating to|covering|that explains?|for learning|to learn|set (?:in|during))"
)
_WORKS = (
    "(?:books?|novels?|anything|something|everything|titles?|works?|poems?|poetry|plays?"
    "|stories|essays|writings?|stuff|things|other)"
)
_WRITINGS = "(?:books|novels|works|poems|poetry|plays|stories|essays|writings)"
_SOME = "(?:(?:any|some|good|a|the|more|few|other|your|best|new|introductory|general) )*"
_LIKED = (
    "(?:something|anything|some|books?|novels?|stories|titles?|more|others?"
    "|another(?: one| book)?|ones?|stuff|things?|similar|read)?"
)


@cache
def _patterns() -> dict[str, Rule]:
    return {
        name: Rule(pattern, flags=0)
        for name, pattern in {
            "opening": rf"(?:{'|'.join(_OPENINGS)})(?![\w'])[\s,:;.!?-]*",
            "who_by": r"^who(?:'s|s| is| was)? (.+?)(?: written)? by$",
            "closing": rf"[\s,:;.!?-]+(?:{'|'.join(_CLOSINGS)})[\s,:;.!?-]*$",
            "the_book": r"^(?:the|a|this|that) (?:book|novel|play|poem|e-?book|audiobook|story)"
            r"(?! (?:of|about|on|for|that|with|and|in|by|to)\b),? (?=\w)",
            "about": f"^{_SOME}(?:{_KINDS}(?: to read| you have| available)? )?{_ABOUT} ",
            "by": f"^(?:(?:any|some|the|more|other|all|your|what) )*{_WORKS}"
            "(?: (?:written|authored|published|you have|do you have|are there))*"
            "(?: by| from| of the author) (?:the (?:author|writer|poet) )?(.+)$",
            "of": rf"^(?!(?:some|any|good|new|the|old|best|more) )(.+?)(?:'s?)? {_WRITINGS}$",
            "like": rf"(?:^|\b){_LIKED}"
            r"(?: (?:books?|novels?|stories|titles?|to read|that (?:is|are)|that's|which is))*\s*"
            r"\b(?:like|similar to|in the (?:style|vein|spirit) of|along the lines of"
            r"|reminiscent of|comparable to|akin to) (?P<work>.+)$",
            "liking": r"\b(?:would|i'd|do you|i|you|we|they|who|feel|looks?)(?: really)?$",
            "but": r",? (?:but|only|except|though|yet|just) "
            r"(?:it is |is |make it |with |more |that is |that's |a bit )?"
            r"|, (?:and )?(?:more |less )",
        }.items()
    }


def without_frame(text: str) -> str:
    """A folded question less its openings and closings; never empty unless `text` is."""
    found, before = _patterns(), ""
    text = found["who_by"].sub(r"\1", text)
    while text and text != before:
        before = text
        text = found["opening"].sub("", text, count=1) if found["opening"].match(text) else text
        text = found["closing"].sub("", text).strip() or before
    return found["the_book"].sub("", text, count=1) or text


def without_about(text: str) -> str:
    """Less "books about" and the like; the same when it says nothing of the kind."""
    return _patterns()["about"].sub("", text, count=1) or text


def author_of(core: str) -> str:
    """The name in "books by ..." or what may be one in "... novels"; "" when there is none."""
    found = _patterns()["by"].match(core) or _patterns()["of"].match(core)
    return found.group(1).strip() if found else ""


def likeness(folded: str) -> tuple[str, str]:
    """The work in "something like ... but ..." and what follows the but; "" when it is neither."""
    patterns, text = _patterns(), folded.strip(" ?!.")
    found = patterns["like"].search(text)
    if not found or patterns["liking"].search(_before_like(text, found.start("work"))):
        return "", ""
    work, _, rest = _parted(patterns["but"], found.group("work"))
    return work.strip(" \"'"), rest.strip()


def _before_like(text: str, at: int) -> str:
    return text[:at].rsplit(" like", 1)[0].strip()


def _parted(pattern: Rule, text: str) -> tuple[str, str, str]:
    found = pattern.search(text)
    return (text[: found.start()], found.group(), text[found.end() :]) if found else (text, "", "")
