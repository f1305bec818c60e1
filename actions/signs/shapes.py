"""Shapes of a message, whatever it says: pasted references, links, errors, quotations, scripts."""

from __future__ import annotations

import re

from index.text import Rule

REFERENCES = (
    # GB/T 7714: 刘慈欣. 三体[M]. 重庆: 重庆出版社, 2008.
    Rule(
        r"^\s*(?:\[\d+\]\s*)?(?P<author>[^.．\[\]]{2,120})[.．]\s*(?P<title>[^\[\]]{2,300}?)\s*\[[A-Z]{1,2}(?:/OL)?\]",
        flags=0,
    ),
    # APA: Le Guin, U. K. (1969). The left hand of darkness. Ace.
    Rule(
        r"^\s*(?P<author>[^()]{3,200}?)\s*\(\d{4}[a-z]?(?:,[^)]*)?\)[.,:]?\s*(?P<title>[^.?!]{3,300})[.?!]",
        flags=0,
    ),
    # MLA and Chicago: Le Guin, Ursula K. The Left Hand of Darkness. Ace Books, 1969.
    Rule(
        r"^\s*(?P<author>[^\W\d_][^.,]{1,40}, [^.]{2,60}(?:\b[A-Z]\.)?)\.\s+[\"“]?(?P<title>[^.\"“”]{3,200})[.\"”].{3,200}\b\d{4}\b",
        flags=re.S,
    ),
)
BEFORE_REFERENCE = Rule(  # "put this in MLA: Yan, Y. (2003) ...", 检查这个引用对不对：[1] 费孝通
    r"^(?=[^:：\n]{0,60}(?:cit|refer|style|format|check|apa|mla|chicago|harvard|gb/?t|put|turn|change))[^:：\n]{2,80}[:：\n]\s*",
    "^(?=[^:：\n]{0,60}(?:引用|文献|格式|改成|转成|换成|检查|国标|这条))[^:：\n]{2,60}[:：\n]\\s*",
)
LINK = Rule(r"\s*(?:(?:https?://|www\.)\S+|(?:doi:?\s*)?10\.\d{4,9}/\S+)\s*$")
DOI = Rule(r"(?<![\d.])10\.\d{4,9}/\S+")
QUESTIONS = Rule(r"[^?？\n]{4,}[?？]|^\s*\d{1,2}[.)、]\s*\S[^\n]{3,}$", flags=re.MULTILINE)
ERROR = Rule(  # pasted from a screen: an exception, a trace, a code
    r"\b(?:[a-z_$][\w$]*\.)+[A-Z]\w*(?:Exception|Error)\b",
    r"^\W*(?:Uncaught\s+)?[A-Z]\w*(?:Exception|Error)\b|Traceback \(most recent",
    r"\bat [\w$.<>]+\([\w.]+:\d+\)",
    (
        r"^\W*(?:(?i:http|error|status|code|报错|出错|错误)[\s:：-]*)+(?:代码"
        r"|码)?[\s:：]*(?:0x[0-9a-fA-F]+|[A-Z_]*\d{3,}\w*)(?:[\s:]+[A-Za-z ]{0,30})?\W*$"
    ),
    r"\b(?:ERR|NET|SSL|SEC)_[A-Z_]{4,}\b|\b0x[0-9a-fA-F]{6,}\b",
    flags=re.MULTILINE,
)
CALLS = Rule(r"^[\s.,;:?!？！。，…~～-]+$", flags=0)  # "???", "!!!"
_TITLES = Rule(r"[《「『“\"]([^》」』”\"]{2,80})[》」』”\"]", flags=0)
_IN_SINGLE_MARKS = Rule(r"(?<!\w)['‘]((?:[^'’]|['’](?=\w)){2,80})['’](?!\w)", flags=0)
NUMBER = Rule(r"^\W*(?:no\.?|number|nr\.?|第)?\s*\d{1,2}\W*$")
# Words of an English question; titles that a Chinese reader types have few of them.
ENGLISH = Rule(
    (
        r"\b(?:do|does|did|you|have|has|can|could|would|where|how|what|when|which|who|i|i'm|im"
        "|my|me|please|want|need|show|find|looking|any|is|are|there|like|only|it|something"
        r"|about|books?|tell|give|hello|hi)\b"
    ),
)


def titles(text: str) -> list[str]:
    """What stands in the marks of a title: 《活着》, 'Dune'."""
    return [told.strip() for marks in (_TITLES, _IN_SINGLE_MARKS) for told in marks.findall(text)]
