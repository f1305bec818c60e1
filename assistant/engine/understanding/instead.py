"""What is asked in place of what is given up: the poetry of "scrap that, poetry"."""

from __future__ import annotations

from assistant.engine.understanding.found import Found
from index.text import Rule

GIVES_UP = Rule(  # what was spoken of: "scrap that, poetry"
    (
        r"^\W*(?:(?:ok(?:ay)?|no|wait|actually|oh|hmm+|sorry)[, ]+)*(?:(?:forget|scrap|drop|leave|skip|ditch) (?:that|it|this|them|those"
        r"|about (?:that|it))|never ?mind(?: (?:that|it|about that))?)"
        r"(?:\s*[,.;:!–—-]+\s*(?:and |but |just )?|\s+(?=(?:show|find|give|get|do you|what about|how about|i(?:['’]d)? (?:want|like))\b))(?=\w)"
    ),
    (
        "^\\W*(?:[唉哎嗯哦噢好]+[，, ]*)?(?:那|就|还是)*(?:算了|不用了|不要了|不找了|不看了|不问了|别管(?:那个|它)?了|不用管了)"
        "(?:[吧，,。！! ]*(?:算了|我?不[^，,。！!\\s]{1,4}了))*+"
        "(?:[吧，,。！! ]+(?:那|还是)*(?=\\w)|(?=还是|那|帮我|给我|我想|我要)(?:那|还是)*(?=\\w))"
    ),
)
NOT_BUT = Rule(  # not this but that: 不是办证，我要补证; who somebody is not is no such thing
    (
        r"^\W*(?:no\W+)?(?:i(?:['’]m| am) not (?:asking (?:about|for|how)|looking for|after|talking about)"
        r"|i (?:did ?n['’]?t|did not) (?:ask (?:about|for)|mean)|not)\b[^.?!;,]{1,60}?[,.;–—-]+\s*(?:but |rather )?"
        r"(?=i(?:['’]m| am) (?:asking|looking|after)\b|i (?:want|need|was asking)\b|i(?:['’]d| would) like\b)"
    ),
    (
        "^\\W*(?:我(?:的意思)?(?:并)?不是(?:要|想|找|问|说|指)|我(?:要|想要|找|问|说)的(?:并)?不是|不是)"
        "(?![的吗嘛])[^，,。！!？?；]{1,20}?(?<![人民生员者师地吗嘛])[，,。；; ]+(?:而)?"
        "(?:(?=我(?:是|只是|就是)?(?:想|要|问|找))|是(?=想|要|问|找)|(?=[想要问找]))"
    ),
)


def instead(text: str) -> Found | None:
    """`instead`: what is asked in place of what the message gives up first."""
    hit = GIVES_UP.match(text) or NOT_BUT.match(text)
    if hit is None or hit.end() == len(text):
        return None
    return Found("instead", text[hit.end() :], hit.end(), len(text))
