"""Whose literature is wanted: "Russian novels", 法国小说, "translated fiction", 外国文学."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.engine.understanding.found import Found, is_negated
from assistant.engine.understanding.limits import ENGLISH_NAMES
from index.text import Rule

_TRANSLATED, _NORDIC = "translated", "nordic"  # as index.literature names them
# Of the names of languages: Irish, Welsh and English novels are of places that a language does not tell.
_LANGUAGES = {
    name: code
    for code, names in ENGLISH_NAMES.items()
    if code not in ("eng", "gle", "wel")
    for name in names.split("|")
}
_COUNTRIES = {
    "russia": "rus", "france": "fre", "germany": "ger", "italy": "ita", "spain": "spa", "japan": "jpn",
    "korea": "kor", "china": "chi", "poland": "pol", "portugal": "por", "greece": "gre", "turkey": "tur",
    "sweden": "swe", "norway": "nor", "denmark": "dan", "finland": "fin", "hungary": "hun",
}  # fmt: skip
_HAN = {
    "俄国": "rus", "俄罗斯": "rus", "苏俄": "rus", "苏联": "rus", "法国": "fre", "德国": "ger", "意大利": "ita",
    "西班牙": "spa", "日本": "jpn", "韩国": "kor", "葡萄牙": "por", "希腊": "gre", "土耳其": "tur", "波兰": "pol",
    "瑞典": "swe", "挪威": "nor", "丹麦": "dan", "芬兰": "fin", "匈牙利": "hun", "北欧": _NORDIC,
    **dict.fromkeys(["外国", "国外", "海外", "翻译", "欧美", "西方", "世界"], _TRANSLATED),
}  # fmt: skip
_NORTH = dict.fromkeys(["nordic", "scandinavian"], _NORDIC)
_FOREIGN = dict.fromkeys(["translated", "foreign", "international", "world"], _TRANSLATED)
_CODES = _LANGUAGES | _COUNTRIES | _HAN | _NORTH | _FOREIGN

_FORMS = (  # how a reader says that stories, poems or plays are wanted
    ("fiction", Rule("fiction|novels?|(?:short )?stories|小说|故事")),
    ("poetry", Rule("poetry|poems?|诗歌?|诗集")),
    ("drama", Rule("plays|drama|戏剧|剧本")),
)
_OF_ALL = r"literature|literary|authors?|writers?|novelists?|poets?|playwrights?"
_NAMES_NO_TOPIC = Rule(  # what says no more than a literature's name does
    rf"(?:{_OF_ALL}|classics?)(?=\W*$|[,.;!?]|\s+(?:please|in|for|from|at|who|with|you|but|and|or|not)\b)",
    "文学(?:名著|作品)?|名著|(?:作家|作者)(?:们)?(?:所?[写著])?的?(?:作品)?",
)
_WORKS = rf"fiction|novels?|(?:short )?stories|poetry|poems?|plays|drama|{_OF_ALL}"
_SUCH = (
    rf"(?:{_WORKS}|crime|noir|thrillers?|myster(?:y|ies)|detective|horror|romances?|classics?"
    r"|science fiction|sci-?fi|fantasy|fairy ?tales?|folk ?tales?)"
)
_NAMED = "|".join(_LANGUAGES | _NORTH)
_PLACES = "|".join(_COUNTRIES)
_HAN_NAMED = "|".join(_HAN)
_HAN_SUCH = (
    "小说(?!家)|文学(?!史|理论|评论|批评|系|奖|院)|名著|作家(?!协会)|作者|推理|悬疑|侦探|科幻|童话|诗歌|诗集"
    "|戏剧|散文|短篇|长篇|故事(?!会)"
)
_BEFORE = (  # what stands before the works that are wanted
    Rule(
        rf"\b(?:(?:by|from) (?:an? |some )?)?(?P<of>{_NAMED})[\s-]+(?:(?:contemporary|modern|classic)\s+)?(?={_SUCH}\b)"
    ),
    Rule(
        r"\b(?:(?:by|from) (?:an? |some )?)?(?P<of>foreign|international|translated|world)\s+"
        r"(?=(?:fiction|novels?|literature|authors?|writers?|poetry|short stories|crime|classics)\b)"
    ),
    Rule(
        f"(?P<of>{_HAN_NAMED})的?(?:现当代|当代|现代|古典|经典|著名|畅销|有名的?)?(?={_HAN_SUCH})",
        f"(?P<han>{_HAN_NAMED})人[写著]的(?=小说|故事|诗|书)",
        flags=0,
    ),
)
_BEHIND = Rule(
    rf"\b(?:(?:originally )?(?:translated|written) |translations |by (?:authors|writers) )?"
    rf"from (?:the )?(?P<of>{_NAMED}|{_PLACES})\b(?! to\b)",
    r"\b(?P<in>translated|in translation)(?=\W*$|\s+please\b|[,.;!?])",
)
_BESIDE = Rule(  # what stands before "translated" and "from Japan"
    rf"\b(?:books?|works?|anything|something|{_SUCH})\s+(?:that (?:are|is|were|was|have been)\s+)?$"
)


def literature(text: str) -> Iterator[Found]:
    """literature: a language as records name it, "nordic" or "translated"; with the literary_form.

    What a reader does not want of it stays words: "no Russian novels".
    """
    before = (hit for sign in _BEFORE for hit in sign.finditer(text))
    behind = (hit for hit in _BEHIND.finditer(text) if _BESIDE.search(text, 0, hit.start()))
    for hit in (*before, *behind):
        if not is_negated(text, hit.start()):
            yield from _found(text, hit)


def _found(text: str, hit: re.Match[str]) -> Iterator[Found]:
    of = next(filter(None, hit.groups()))
    rest = _NAMES_NO_TOPIC.match(text, hit.end())
    end = rest.end() if rest else hit.end()
    yield Found("literature", _CODES.get(of.lower(), _TRANSLATED), hit.start(), end)
    for form, sign in _FORMS:
        if said := sign.match(text, end):
            yield Found("literary_form", form, *said.span())
            return
