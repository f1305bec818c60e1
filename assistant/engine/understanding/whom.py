"""Whom a book is for and what they like, as readers of English tell it.

"For my 9 year old daughter, she loves animals" is "about animals", for a reader of nine.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.engine.understanding import frame_signs as signs
from assistant.engine.understanding.ages import CHILD, without_ages
from assistant.engine.understanding.found import Found, negation
from index.text import Rule

_HIS = r"(?:my|our|his|her|their|an?|the|this|that|some|two|three|young|little|elder|older|younger|both)"
_ONE = rf"(?:{CHILD}|{signs.GROWN})"
_WHOM = rf"(?:{_HIS}\s+){{1,3}}(?:(?!about\b|who\b|and\b)[\w'’-]+\s+){{0,2}}?{_ONE}\b(?:['’]?s)?"
_THEY = r"\b(?:who|s?he|they)(?:['’]?(?:s|re|ve))?\b"
_THEN = rf"(?:\W*(?:\b(?:that|and|but|also|now)\b|{_THEY})){{0,4}}\W+"
_VERY = r"(?:(?:is|are|was|were|just|really|absolutely|only|also|so|very|all|always|totally|currently|now|quite|a bit|getting)\s+)*"
_READ = r"(?:\s+(?:to\s+)?(?:read(?:ing)?|watch(?:ing)?|listen(?:ing)? to|hear(?:ing)?|look(?:ing)? at|learn(?:ing)?|play(?:ing)?)(?:\s+(?:all\s+)?about)?(?=\s+\w))?"
_TASK = r"(?:homework|projects?|essays?|reports?|presentation|poster|assignment|talk|topic|test|exam|story|model)"
_SOME = r"(?:(?:an?|some|any|his|her|their|this|the)\s+)?(?:\w+\s+)?"
_FOND = (
    rf"{_VERY}(?:(?:loves?|loved|likes?|liked|enjoys?|enjoyed|adores?|prefers?){_READ}"
    r"|into|(?:mad|crazy) (?:about|on|for)|obsessed (?:with|by)|fascinated (?:by|with)"
    r"|(?:interested|really) in(?:to)?|keen on|fond of|(?:a )?(?:big |huge |massive )?fans? of"
    r"|(?:scared|afraid|frightened|terrified) of|(?:worried|nervous|anxious|curious|asking) about"
    rf"|doing(?:\s+{_SOME}{_TASK}\s+(?:about|on))?(?!\s+(?:well|fine|ok(?:ay)?|great|badly|homework)\b)"
    r"|studying|learning(?:\s+all)?(?:\s+about)?(?!\s+(?:to|english)\b)|(?:researching|reading)(?:\s+about)?(?!\s+at\b)"
    r"|being(?=\s+\w+(?:ed|t)\b)|(?:has|have|suffers? from)(?:\s+got)?(?=\s+(?:autism|adhd|add|dyslexia|asthma|diabetes|anxiety|depression|nightmares|cancer|epilepsy|ocd|dementia|alzheimer\S*|eczema|down['’]?s?|\w+phobia)\b)"
    r"|(?:dealing|coping|struggling) with"
    r"|(?:wants?|needs?|would like|asked for|is after|is looking for)(?:\s+to\s+(?:read|learn|know|hear|find out)(?:\s+more)?(?:\s+about)?)?(?!\s+to\b)"
    rf"|(?:has|have|had|gets?|got|needs?|wants?)(?:\s+got)?(?:\s+to\s+(?:do|write|make|prepare|give|learn|read|find out))?\s+{_SOME}(?:{_TASK}\s+)?(?:about|on)"
    r")(?=\s+\w)"
)
_LOVES = Rule(rf"(?:\bfor\s+)?\b{_WHOM}{_THEN}{_FOND}")
_AND_LOVES = Rule(rf"\W*(?:\b(?:and|but|because|as|that)\s+)*{_THEY}\s+{_FOND}")
_PLOT = Rule(
    r"\b(?:about|of|where|in which|called|with|by)\b(?:\W+\w+){0,7}\W*$",
    r"\b(?:do|does|did|would|might|will)\W*$",
)
_WHO_IS = Rule(
    rf"\bfor\s+{_WHOM}\s+who(?:['’]?s|se)?\s+(?:(?:is|are|has|have|just|being|been|recently|also)\s+)*(?!can|could|will|would|wants?|needs?|reads?\b)(?=\w)"
)
_READS_IT = Rule(
    rf"(?:\s+(?:that|which))?\s+{_HIS}\s+{CHILD}\s+(?:can|could|will|would|might)\s+(?:read|enjoy|like|love|listen to|manage|understand)(?:\s+(?:alone|independently|by (?:him|her|them)sel(?:f|ves)|on (?:his|her|their) own))?(?=\W*$|\s*[,.?!])"
)
_ANY_ONE = Rule(r"(?:an?|the|some|two|three)\b")
_REST = Rule(  # what else is told of whoever likes something
    r"(?:\s+(?:and|but)\s+|\s*[,;]\s*(?:and |but )?)(?:s?he|they)?(?:['’]?(?:s|re))?\s*\b(?:is|are|can|can['’]?t|cannot|has|hates?|reads?|does(?:n['’]?t)|already)\b[^.?!]*"
)
_AT_SCHOOL = Rule(
    r"\s*\b(?:at|for|in)\s+(?:school|class|nursery|homework|(?:his|her|their) (?:class|homework|project|school)|(?:this|next) (?:term|year))\b"
)
_TRAVEL = Rule(
    rf"(\b(?:drive|flight|journey|trip|holiday))\s+with\s+(?:{_HIS}\s+){{0,3}}(?:small\s+|little\s+)?{CHILD}\b"
)
_FOR = Rule(
    rf"[\s,]*\b(?:for|(?:(?<=story )|(?<=stories )|(?<=book )|(?<=books ))to)\s+(?:{_HIS}\s+){{0,3}}(?:[\w'’-]+\s+)?{CHILD}\b(?:\s+to (?:read|borrow|enjoy))?"
    r"(?:\s+who(?:['’]?s|\s+is|\s+are|\s+has|\s+have)?(?:\s+(?:just|being|been|also))*(?=\s|$))?"
)
_NO_READER = Rule(
    rf"(?:\W*(?:\b(?:and|but)\b|{_THEY}))*\W*\b(?:hates?|dislikes?|loves?|likes?|enjoys?|(?:does|do)(?:n['’]?t| not) (?:\w+ )?(?:like|enjoy|want|read)"
    r"|struggles? with|never reads?|has trouble with|(?:is )?(?:just )?(?:learning|starting) to)(?:\s+(?:to\s+)?(?:read(?:ing)?|books?|much))\b(?=\W*$|\s*[,.;?!]|\s+(?:and|but|so)\b)"
)
_RELUCTANT = Rule(r"[\s,]*(?:\bfor (?:an?\s+)?)?\breluctant readers?\b")
_BEFORE = Rule(
    rf"(?:^|(?<=[.!?,]))\W*(?:\b(?:hi|hello|hey|there)\W+)*(?:my|our)\s+(?:[\w'’-]+\s+){{0,2}}?{CHILD}\b(?!.*\b(?:about|books?|wants?|needs?|read)\b)[^.!?]*$"
)
_STORY = Rule(  # of a child, and no wish: "my granddaughter is coming to stay"
    rf"(?:^|(?<=[.!?]))\W*(?:my|our)\s+(?:[\w'’-]+\s+){{0,2}}?{CHILD}\b(?:\s+(?!(?:about|on|wants?|needs?|books?|stor(?:y|ies)|read|find)\b)[\w'’-]+){{0,8}}(?=\s*(?:[,.!?;]|$))"
)


def without(text: str, readers: Iterable[Found]) -> str:
    """The text without whom it is for, of the same length; "about" stands before what they like."""
    text = _READS_IT.sub(_blank, without_ages(text))
    text = _WHO_IS.sub(lambda hit: "about ".rjust(len(hit[0])), _fond(text))
    told = without_readers(text, readers)
    return _STORY.sub(_blank, told)


def without_readers(text: str, readers: Iterable[Found]) -> str:
    """The text without who is named as a reader, and that they hate reading."""
    readers = list(readers)
    text = _FOR.sub(lambda hit: _for_them(hit, readers), text)
    text = _TRAVEL.sub(lambda hit: hit[1].ljust(len(hit[0])), text)
    for rule in (_NO_READER, _RELUCTANT):
        text = rule.sub(_blank, text)
    for one in readers:
        text = _left_out(text, one)
    return text


def _blank(hit: re.Match[str]) -> str:
    return " " * len(hit[0])


def _for_them(hit: re.Match[str], readers: list[Found]) -> str:
    """Blanks for whom was read as readers: what cares "for children" is about them."""
    meant = any(
        one.start < hit.end() and hit.start() < one.end and not one.negated for one in readers
    )
    return " " * len(hit[0]) if meant else hit[0]


def _fond(text: str) -> str:
    for rule in (_LOVES, _AND_LOVES):
        at = 0
        while hit := rule.search(text, at):
            at = hit.end()
            if not _of_plot(text, hit):
                told = "about".rjust(len(hit[0]))
                begun = _BEFORE.sub(_blank, text[: hit.start()])
                rest = _AT_SCHOOL.sub(_blank, _REST.sub(_blank, text[at:], count=1))
                text = begun + told + rest
    return text


def _of_plot(text: str, hit: re.Match[str]) -> bool:
    """Whether somebody in a book loves it: "about a girl who loves horses"."""
    if hit[0].lower().startswith("for ") or hit[0].lower().startswith(("my ", "our ")):
        return False
    sentence = text[: hit.start()].rsplit(". ", 1)[-1]
    return bool(_PLOT.search(sentence))


def _left_out(text: str, one: Found) -> str:
    start = negation(text, one.start) if one.negated else one.start
    said = text[start : one.end]
    book = "books" if signs.BOOK_ENDS.search(said) and not one.negated else ""
    return text[:start] + book[: len(said)].rjust(len(said)) + text[one.end :]
