"""The pieces a turn is made of: reading the tracker, filters, pasted texts, citations, texts."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

import actions
from actions import filters, pasted
from actions.ask import Ask, ask_from, others_of
from actions.bounds import Bounds, load_bounds
from actions.cite import STYLES, Citer
from actions.live import Live
from actions.names import authors_of, natural
from actions.routes import OF_PEOPLE, skill_for
from actions.skills import find, hours, unsure
from actions.tables import PRESSED, TYPED
from assistant.errors import BadRequest, SettingsError
from assistant.parts import PAYLOADS
from assistant.texts import FOLDER, LANGUAGES, say
from index.record import Copy, Filters, Query, Record

NOW = datetime(2026, 11, 24, tzinfo=UTC)


class TestAsk:
    def test_reads_what_the_engine_sends(self) -> None:
        latest = {
            "text": "not in French",
            "intent": {"name": "refine", "confidence": 0.8},
            "intent_ranking": [{"name": "refine", "confidence": 0.8}],
            "entities": [{"entity": "language", "value": "fre", "negated": True}],
            "language": "en",
            "metadata": {"language": "zh", "now": "2026-01-02T03:04:05+00:00"},
        }
        ask = ask_from(latest, {"language": "en"}, NOW)
        assert (ask.intent, ask.confidence, ask.heard, ask.language) == ("refine", 0.8, "en", "zh")
        assert ask.all("language") == []
        assert ask.all("language", negated=True) == ["fre"]
        assert ask.now == datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)

    def test_reads_a_pressed_choice(self) -> None:
        latest = {
            "text": '/more{"a": 1}',
            "intent": {"name": "more", "confidence": 1.0},
            "entities": [{"entity": "payload", "value": {"a": 1}}],
        }
        ask = ask_from(latest, {}, NOW)
        assert ask.pressed
        assert ask.payload == {"a": 1}

    def test_a_message_without_anything_is_read_too(self) -> None:
        ask = ask_from({}, {}, NOW)
        assert (ask.text, ask.intent, ask.pressed) == ("", "", False)

    def test_the_second_request_comes_parsed(self) -> None:
        parsed = {"intent": {"name": "hours", "confidence": 0.7}, "entities": []}
        entity = {"entity": "second", "value": "are you open?", "parsed": parsed}
        (second,) = others_of(ask_from({"text": "x", "entities": [entity]}, {}, NOW))
        assert (second.text, second.intent) == ("are you open?", "hours")


class TestFilters:
    def test_json_there_and_back(self) -> None:
        given = Filters(year_from=2010, languages=("chi",), available=True)
        assert filters.load_filters(filters.dump_filters(given)) == given

    def test_an_unknown_filter_is_named(self) -> None:
        with pytest.raises(BadRequest, match="colour"):
            filters.load_filters({"colour": "red"})

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("year_from", "soon"),
            ("year_from", float("inf")),
            ("pages_to", float("nan")),
            ("pages_from", [3]),
            ("available", "false"),
            ("available", 1),
            ("languages", 3),
        ],
    )
    def test_a_value_that_cannot_be_read_is_named(self, name: str, value: object) -> None:
        with pytest.raises(BadRequest, match=name):
            filters.load_filters({name: value})

    def test_values_that_can_be_read(self) -> None:
        given = {"year_from": "1990", "pages_to": 200.0, "available": False, "formats": "book"}
        wanted = Filters(year_from=1990, pages_to=200, formats=("book",))
        assert filters.load_filters(given) == wanted
        assert filters.load_filters({"year_from": None, "available": None}) == Filters()

    def test_no_number_is_larger_than_an_index_can_ask_for(self, live: Live) -> None:
        for name in filters.NUMBERS:
            for value in (10**30, -(10**30)):
                live.shelf.search(Query(text="birds", filters=filters.load_filters({name: value})))
        late = filters.load_filters({"year_from": 10**30})
        assert live.shelf.search(Query(text="birds", filters=late)).found.total == 0

    def test_years_that_contradict_drop_the_older_word(self) -> None:
        assert filters.narrowed({"year_from": 2010}, {"year_to": 2000}) == {"year_to": 2000}
        assert filters.narrowed({"year_to": 2000}, {"year_from": 2010}) == {"year_from": 2010}

    def test_what_is_not_wanted_leaves_the_other_values(self) -> None:
        facets = {"language": {"eng": 3, "fre": 2, "chi": 1}}
        assert filters.without({}, {"languages": ["fre"]}, facets) == {"languages": ["eng", "chi"]}

    def test_in_words(self, live: Live) -> None:
        names = live.dialogue.services.names
        raw = {"languages": ["chi", "fre"], "year_from": 2010, "available": True}
        assert filters.in_words(raw, names["en"]) == [
            "in Chinese or French",
            "from 2010 on",
            "available now",
        ]
        assert filters.in_words(raw, names["zh"]) == ["中文或法语的", "2010 年以后", "现在能借"]
        woolf = {"authors": ["Woolf"], "literary_forms": ["fiction"]}
        assert filters.in_words(woolf, names["en"]) == ["fiction by Woolf"]
        nineties = {"year_from": 1990, "year_to": 1999}
        assert filters.in_words(nineties, names["en"]) == ["from 1990 to 1999"]
        assert filters.in_words({"year_from": 1984, "year_to": 1984}, names["zh"]) == ["1984 年的"]


class TestPasted:
    @pytest.mark.parametrize(
        ("text", "title"),
        [
            (
                "Le Guin, U. K. (1969). The left hand of darkness. Ace Books.",
                "The left hand of darkness Le Guin",
            ),
            ("余华. 活着[M]. 北京: 作家出版社, 2012.", "活着 余华"),
            ("[3] 刘慈欣. 三体[M]. 重庆: 重庆出版社, 2008.", "三体 刘慈欣"),
            (
                "Le Guin, Ursula K. The Left Hand of Darkness. Ace Books, 1969.",
                "The Left Hand of Darkness Le Guin",
            ),
            (
                "Bandura, A. (1977). Self-efficacy: Toward a unifying theory. Psychological Review, 84(2)",
                "Self-efficacy: Toward a unifying theory Bandura",
            ),
        ],
    )
    def test_references(self, text: str, title: str) -> None:
        assert pasted.reference(text) == title

    @pytest.mark.parametrize(
        "text",
        [
            "do you have Dune",
            "books about birds (in Chinese)",
            "有没有三体",
            "Mr. Smith wants books. Do you have some?",
        ],
    )
    def test_questions_are_no_references(self, text: str) -> None:
        assert pasted.reference(text) == ""

    def test_a_long_text_is_a_passage(self) -> None:
        assert pasted.passage("word " * 200).startswith("word word")
        assert pasted.passage("books about birds") == ""

    def test_signs_and_links(self) -> None:
        assert pasted.is_only_signs("😀 ?!")
        assert not pasted.is_only_signs("2")
        assert pasted.is_link(" https://example.org/x ")
        assert not pasted.is_link("see https://example.org/x")

    def test_questions_are_counted_in_both_languages(self) -> None:
        assert len(pasted.questions("Is it open? 星期天开门吗？Where is it?")) == 3
        assert len(pasted.questions("1. hours of the branch\n2. price of a print")) == 2


BOOK = Record(
    id="1", title="The left hand of darkness", authors=("Le Guin, Ursula K.",), year=1969,
    publisher="New York : Ace Books", language="eng", copies=(Copy(branch="CEN"),),
)  # fmt: skip
CHINESE = Record(id="2", title="三体", authors=("刘慈欣",), year=2008, publisher="重庆 : 重庆出版社", language="chi", edition="第2版")  # fmt: skip
NAMELESS = Record(id="3", title="Beowulf", subtitle="a new translation", year=1999, publisher="Faber", edition="3rd ed.")  # fmt: skip
TRANSLATED = Record(id="5", title="哈利·波特与魔法石", authors=("罗琳", "苏农"), translators=("苏农",), year=2000, place="北京", publisher="人民文学出版社", language="chi")  # fmt: skip
FOREIGN = Record(id="6", title="The second sex", authors=("Beauvoir, Simone de", "Borde, Constance"), translators=("Borde, Constance",), year=2010, place="New York", publisher="Knopf", language="eng")  # fmt: skip
ONLINE = Record(id="4", title="Moby-Dick", authors=("Melville, Herman",), year=1851, format="ebook", url="https://x.example/1")  # fmt: skip


@pytest.mark.parametrize(
    ("record", "style", "text"),
    [
        (BOOK, "apa", "Le Guin, U. K. (1969). The left hand of darkness. Ace Books."),
        (BOOK, "mla", "Le Guin, Ursula K. The Left Hand of Darkness. Ace Books, 1969."),
        (
            BOOK,
            "chicago",
            "Le Guin, Ursula K. The Left Hand of Darkness. New York: Ace Books, 1969.",
        ),
        (BOOK, "gbt7714", "LE GUIN U K. The left hand of darkness[M]. New York: Ace Books, 1969."),
        (CHINESE, "gbt7714", "刘慈欣. 三体[M]. 2版. 重庆: 重庆出版社, 2008."),
        (
            TRANSLATED,
            "gbt7714",
            "罗琳. 哈利·波特与魔法石[M]. 苏农, 译. 北京: 人民文学出版社, 2000.",
        ),
        (
            FOREIGN,
            "chicago",
            "Beauvoir, Simone de. The Second Sex. Translated by Constance Borde. New York: Knopf, 2010.",
        ),
        (
            FOREIGN,
            "gbt7714",
            "BEAUVOIR S de. The second sex[M]. BORDE C, trans. New York: Knopf, 2010.",
        ),
        (NAMELESS, "apa", "Beowulf: A new translation (3rd ed.). (1999). Faber."),
        (NAMELESS, "gbt7714", "Beowulf: A new translation[M]. 3rd ed. Faber, 1999."),
        (ONLINE, "gbt7714", "MELVILLE H. Moby-Dick[M/OL]. 1851. https://x.example/1."),
    ],
)
def test_citations(record: Record, style: str, text: str) -> None:
    assert Citer().cite(record, style) == text


def test_every_style_cites_a_record_of_nothing_but_a_title() -> None:
    citer = Citer()
    for style in STYLES:
        assert "Ash" in citer.cite(Record(id="9", title="Ash"), style)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Le Guin, Ursula K., 1929-2018", "Ursula K. Le Guin"),
        ("Dumas, Alexandre, père", "Alexandre Dumas, père"),
        ("刘慈欣", "刘慈欣"),
        ("World Health Organization", "World Health Organization"),
    ],
)
def test_names_as_one_says_them(name: str, said: str) -> None:
    assert natural(name) == said


def test_a_chinese_name_keeps_its_order() -> None:
    record = Record(
        id="x",
        title="The real story of Ah-Q",
        authors=("Lu, Xun", "Lovell, Julia"),
        variant_authors=("鲁迅",),
    )
    assert authors_of(record) == ["Lu Xun", "Julia Lovell"]


class TestRoutes:
    def test_every_payload_has_a_skill(self) -> None:
        assert set(PRESSED) == PAYLOADS

    def test_every_intent_of_the_domain_has_a_skill(self) -> None:
        from ruamel.yaml import YAML

        file = Path(actions.__file__).parents[1] / "nlu_data" / "domain" / "intents.yml"
        listed = YAML(typ="safe").load(file.read_text("utf-8"))["intents"]
        names = {name for one in listed for name in one}
        assert names | {
            *OF_PEOPLE,
            "too_many",
            "desk_hours",
            "unsave_item",
            "editions",
            "elsewhere",
            "in_order",
            "telling",
            "that_one",
            "loan_period",
            "other_edition",
            "most",
            "which_branch",
        } == set(TYPED) | set(PRESSED)

    def test_a_sure_intent_has_its_way(self) -> None:
        assert skill_for(Ask(text="x", intent="hours", confidence=0.9), Bounds()) is hours.hours

    def test_a_sure_kind_without_a_sure_intent(self) -> None:
        ranking = (("printing", 0.3), ("rooms", 0.25), ("find_holdings", 0.2))
        ask = Ask(text="x", intent="printing", confidence=0.3, ranking=ranking)
        assert skill_for(ask, Bounds()) is unsure.library

    def test_nothing_sure_is_looked_up(self) -> None:
        assert skill_for(Ask(text="x", intent="insult", confidence=0.3), Bounds()) is unsure.look
        assert skill_for(Ask(text="x", intent="", confidence=0.0), Bounds()) is unsure.look
        assert skill_for(Ask(text="x", intent="find_holdings"), Bounds()) is find.find


class TestBounds:
    def test_come_from_what_was_calibrated(self, tmp_path: Path) -> None:
        (tmp_path / "thresholds.json").write_text('{"answer": 0.7}')
        assert load_bounds(tmp_path).answer == 0.7
        assert load_bounds(tmp_path).intent == Bounds().intent

    def test_a_broken_file_is_named(self, tmp_path: Path) -> None:
        (tmp_path / "thresholds.json").write_text('{"answer": "high"}')
        with pytest.raises(SettingsError, match=r"thresholds\.json"):
            load_bounds(tmp_path)


class TestTexts:
    def test_what_a_reader_sent_is_said_again_however_long(self) -> None:
        said = say("en", "about-text", text="x" * 4000)
        assert "x" * 2000 + "…" in said

    def test_both_languages_have_the_same_texts(self) -> None:
        english, chinese = (_keys(language) for language in LANGUAGES)
        assert len(english) > 200
        assert english == chinese

    def test_both_take_the_same_arguments(self) -> None:
        english, chinese = (_arguments(language) for language in LANGUAGES)
        extra = {key for key, names in chinese.items() if names - english[key]}
        assert not extra

    def test_every_text_that_is_used_is_there(self) -> None:
        known, used = _keys("en"), _used()
        assert len(used) > 80
        missing = {key for key in used if key not in known and not _prefix_of_one(key, known)}
        assert not missing


def _keys(language: str) -> set[str]:
    return set(_arguments(language))


def _arguments(language: str) -> dict[str, set[str]]:
    """Arguments by key, of all files of one language."""
    told: dict[str, set[str]] = {}
    for file in sorted(Path(FOLDER).glob(f"{language}/*.ftl")):
        key = ""
        for line in file.read_text("utf-8").splitlines():
            if found := re.match(r"([a-z][\w-]*) =", line):
                key = found[1]
                told[key] = set()
            if key and not line.startswith("#"):
                told[key] |= set(re.findall(r"\$(\w+)", line))
    return told


def _used() -> set[str]:
    """Keys that the actions say, as written; a key with a value in it ends where that begins."""
    folder = Path(actions.__file__).parent
    found: set[str] = set()
    for file in folder.rglob("*.py"):
        text = file.read_text("utf-8")
        found |= set(
            re.findall(
                r'(?:turn\.say|\.text|(?<![\w.])say|offer_about)\(\s*(?:turn,\s*|(?:self\.)?language,\s*)?f?"([a-z][\w-]*)',
                text,
            )
        )
    return found


def _prefix_of_one(key: str, known: set[str]) -> bool:
    return key.endswith("-") and any(one.startswith(key) for one in known)
