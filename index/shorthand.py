"""Names that readers type for what records spell out: short ones, and those of kinds of fiction.

Kinds are as the Library of Congress Genre/Form Terms name them, in records of any language.
"""

from __future__ import annotations

from functools import cache

from index.text import Rule

_FULL = (
    (r"ww ?(?:2|ii)|world war (?:2|ii|two)|second world war", "second world war 1939-1945"),
    (r"ww ?(?:1|i)|world war (?:1|i|one)|first world war", "first world war 1914-1918"),
    (r"sci[- ]?fi", "science fiction"),
    (r"rom[- ]?coms?", "romantic comedy"),
    (r"ai", "artificial intelligence"),
    (
        r"^crime$|(?:crime|detective|mystery) (?:novels?|fiction|stor(?:y|ies)|books?|thrillers?)"
        r"|whodunn?its?|murder myster(?:y|ies)",
        "detective and mystery fiction",
    ),
    (
        r"funny|hilarious|humou?rous|comic novels?|makes? (?:me|us|you) laugh",
        "humorous fiction",
    ),
    (r"scary|spooky|creepy|horror", "horror fiction ghost stories"),
    (r"love stor(?:y|ies)|romances?|romantic (?:novels?|fiction)", "romance fiction love stories"),
    (r"spy (?:novels?|stor(?:y|ies)|thrillers?)|espionage", "spy fiction"),
    (r"historical novels?", "historical fiction"),
    (
        r"^(?:light|happy|cheerful|gentle|co[sz]y|easy)$|light(?:-| )?(?:hearted|reads?|reading)"
        r"|feel[- ]?good|uplifting|heart-?warming|cheers? (?:me|us|you) up|co[sz]y (?:book|read)s?",
        "humorous fiction, a warm and gentle comedy",
    ),
    (r"gripping|page[- ]?turners?|thrilling|suspense(?:ful)?", "thrillers suspense fiction"),
)
# Words that lead astray where the whole is meant: a period is in Periodicals, sad is Russian too.
_INSTEAD = (
    (
        r"\b(victorian|edwardian|georgian|tudor|elizabethan|jacobean|regency|medieval|roman)"
        r" (?:periods?|eras?|times?|age)\b",
        r"\1",
    ),
    (r"\bvictorians?\b", "victorian england 19th century 1837-1901"),
    (r"^(?:something |anything )?(?:really |very )?sad$", "grief, loss and death"),
    (
        r"^(?:sad (?:books?|stor(?:y|ies)|novels?|ones?)|tear-?jerkers?|(?:something |a book )?"
        r"(?:that |to )?makes? me cry)$",
        "grief, loss and death",
    ),
    (
        r"\b(?:history of (?:england|britain|the uk)|(?:english|british) history)\b",
        "great britain history",
    ),
    (r"\b(?:easy|simple|basic) english\b", "english language textbooks for foreign speakers"),
)
_FULL_CHINESE = (
    (r"二战|第二次世界大战|二次大战", "第二次世界大战 1939-1945"),
    (r"一战(?!成名)|第一次世界大战", "第一次世界大战 1914-1918"),
    (r"(?<![a-z])ai(?![a-z])", "人工智能"),
    (r"言情|爱情(?:小说|故事)", "爱情小说 romance fiction love stories"),
    (r"推理|悬疑|侦探|破案", "侦探小说 detective and mystery fiction"),
    (r"恐怖|鬼故事|惊悚", "horror fiction ghost stories"),
    (r"搞笑|幽默|好笑|逗乐", "humorous fiction"),
    (r"轻松|治愈|温馨|温暖|解压", "幽默 温暖 humorous fiction"),
    (r"玄幻|奇幻|魔幻", "fantasy fiction"),
    (r"谍战|间谍", "spy fiction"),
    (r"历史小说", "历史小说 historical fiction"),
    (r"(?:简单|简易|容易|初级|浅显)的?英[语文]", "英语 教材 english language textbooks"),
    (r"科幻", "科学幻想小说 science fiction"),
    (r"武侠", "武侠小说 martial arts fiction"),
    (r"绘本|繪本|图画书|圖畫書", "图画书 picture books"),
)
_HAN = Rule("[㐀-鿿]", flags=0)


@cache
def _patterns(han: bool) -> tuple[tuple[Rule, str], ...]:
    if han:
        return tuple((Rule(short), full) for short, full in _FULL_CHINESE)
    return tuple((Rule(rf"\b(?:{short})\b"), full) for short, full in _FULL)


@cache
def _instead() -> tuple[tuple[Rule, str], ...]:
    return tuple((Rule(short), meant) for short, meant in _INSTEAD)


def spelt_out(text: str) -> str:
    """The text, and behind it in full what it names in short; what leads astray gives way."""
    if text.isascii():
        for short, meant in _instead():
            text = short.sub(meant, text)
    found = [full for short, full in _patterns(bool(_HAN.search(text))) if short.search(text)]
    return " ".join([text, *(full for full in found if full not in text.lower())])
