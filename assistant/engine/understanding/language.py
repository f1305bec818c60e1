"""Which language a message is in: en, zh, another's ISO 639-1 code, "other", or None when it does not say."""

from __future__ import annotations

import re

from index.text import only_han

_KANA = re.compile("[\u3040-\u30ff]")
_SCRIPTS = (
    ("ja", _KANA),
    ("ko", re.compile("[\uac00-\ud7af\u1100-\u11ff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
)
_LATIN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LINKS = re.compile(r"https?://\S+|www\.\S+|\S+@\S+|/[a-z_]+(?=\{)")
# Words so short and common that a sentence of the language can hardly do without one.
_COMMON = {
    "en": "the a an and or of to in is are was do does did have has you your i me my we us it this that for with"
    " on at by from about what where when who how which can could would will there any some not be please book"
    " books as so an over than library open need want looking find help more like no only",
    "fr": "le la les un une des du de et est je vous nous pour dans avec sur que qui où quand livre livres"
    " bonjour avez cherche bibliothèque merci pas ouvert ouverte êtes est-ce",
    "de": "der die das ein eine und ist ich sie wir haben für mit auf über wo wann wie bücher buch bibliothek"
    " nicht bitte gibt es suche von zu geöffnet",
    "es": "el la los las un una y es yo usted tiene tienen para con en sobre de que dónde cuándo cómo libro"
    " libros biblioteca hola busco por favor abierto abierta gracias está",
    "it": "il lo la gli un una e è io avete per con su di che dove quando come libro libri biblioteca ciao"
    " cerco grazie sono aperta",
    "pt": "o a os as um uma e é eu você tem para com em sobre de que onde quando como livro livros biblioteca"
    " olá procuro obrigado aberta não",
    "nl": "de het een en is ik jullie hebben voor met op over waar wanneer hoe boek boeken bibliotheek niet van",
    "pl": "i jest nie w na z do czy macie książki książka biblioteka gdzie kiedy proszę szukam jak o",
    "tr": "ve bir bu için ile var mı kitap kitaplar kütüphane nerede ne zaman nasıl hakkında",
    "vi": "và là có không tôi bạn cho về ở đâu khi nào sách thư viện muốn tìm",
}
_WORDS = {language: frozenset(words.split()) for language, words in _COMMON.items()}
_SAYS_NOTHING = frozenset(
    [
        "ok",
        "okay",
        "k",
        "yes",
        "no",
        "y",
        "n",
        "hi",
        "hello",
        "hey",
        "thanks",
        "thx",
        "ty",
        "lol",
        "hmm",
        "um",
        "uh",
        "bye",
        "apa",
        "mla",
        "isbn",
        "dvd",
        "cd",
        "pdf",
        "wifi",
    ]
)


_PINYIN = re.compile(
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en"
    r"|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|a|e|i|o|u|v)){1,4}"
)
_PINYIN_WORDS = frozenset(
    [
        "wo",
        "ni",
        "nimen",
        "women",
        "xiang",
        "jie",
        "shu",
        "zhao",
        "de",
        "mei",
        "meiyou",
        "youmeiyou",
        "shi",
        "bushi",
        "yao",
        "kan",
        "zai",
        "nali",
        "nar",
        "zenme",
        "shenme",
        "ma",
        "tushuguan",
        "guan",
        "qing",
        "qingwen",
        "wen",
        "xiexie",
        "nihao",
        "hao",
        "duoshao",
        "jidian",
        "kaimen",
        "guanmen",
        "bu",
        "zhe",
        "zheben",
        "na",
        "ben",
        "guanyu",
        "jieshu",
        "huanshu",
        "xujie",
        "yuyue",
        "xiaoshuo",
        "zhongwen",
    ]
)


def message_language(text: str) -> str | None:
    """The language of what was typed; short replies ("ok", "2") and bare codes say none."""
    plain = _LINKS.sub(" ", text)
    for language, script in _SCRIPTS:
        if len(script.findall(plain)) >= 2:
            return language
    han, latin = len(only_han(plain)), _LATIN.findall(plain.lower())
    if han:
        # One Chinese title in an English question leaves the question English.
        english = _share(latin, "en")
        return "en" if english >= 4 and english > han else "zh"
    return _latin(latin)


def _share(words: list[str], language: str) -> int:
    return sum(word in _WORDS[language] for word in words)


def _latin(words: list[str]) -> str | None:
    if _is_pinyin(words):
        return "zh"
    telling = [word for word in words if word not in _SAYS_NOTHING]
    if not telling:
        return None
    counts = {language: _share(telling, language) for language in _WORDS}
    best = max(counts, key=lambda language: counts[language])
    if counts["en"] == counts[best]:
        return "en" if counts["en"] or _looks_english(telling) else None
    # Another language only on more than one sign, or one sign in very few words.
    return best if counts[best] >= 2 else ("en" if len(telling) > 3 else None)


def _is_pinyin(words: list[str]) -> bool:
    """Whether a message is Chinese in Latin letters: "wo xiang jie shu"."""
    syllables = all(_PINYIN.fullmatch(word) for word in words)
    asks = "you mei you" in " ".join(words) or sum(word in _PINYIN_WORDS for word in words) >= 2
    return syllables and asks


def _looks_english(words: list[str]) -> bool:
    return len(words) >= 2 and all(word.isascii() for word in words)
