"""The language data: every intent in both languages, enough examples, nothing said twice."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

DATA = Path(__file__).parents[2] / "nlu_data"
LANGUAGES = ("en", "zh")
GROUPS = {
    "search": "find_holdings known_item refine show_more go_back more_like where_is_it item_details "
    "cite save_item alert_me reading_report",
    "account": "place_hold renew account fines membership borrowing_rules",
    "services": "hours directions rooms printing equipment computers_wifi software_access databases "
    "remote_access newspapers citation_help research_consultation interlibrary_loan course_reserves "
    "special_collections events accessibility copyright technical_problem suggest_purchase donate "
    "jobs_volunteering lost_found staff_lookup publishing complaint feedback_praise",
    "talk": "greet goodbye thanks affirm deny bot_identity help human privacy forget_me "
    "switch_language cancel insult hard_time distress out_of_scope nonsense",
}
INTENTS = sorted(" ".join(GROUPS.values()).split())
LEAST = defaultdict(lambda: 30) | dict.fromkeys(
    ("find_holdings", "known_item", "refine", "where_is_it", "out_of_scope"), 60
)
# Rasa reads these as an entity, a synonym or a regular expression; ours come from rules instead.
MARKUP = re.compile(r"\]\(|\]\{|^\s*$")
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def _plain(example: str) -> str:
    """EXAMPLE without case, width, punctuation and spaces; itself when nothing else is left."""
    folded = unicodedata.normalize("NFKC", example).casefold()
    return re.sub(r"[\W_]+", " ", folded).strip() or folded


@cache
def _group(language: str, group: str) -> dict[str, list[str]]:
    document = _read(DATA / "nlu" / language / f"{group}.yml")
    assert document["version"] == "3.1"
    return {block["intent"]: _examples(block["examples"]) for block in document["nlu"]}


def _read(path: Path) -> Any:
    return YAML(typ="safe").load(path.read_text("utf-8"))


def _examples(block: str) -> list[str]:
    lines = block.splitlines()
    assert all(line.startswith("- ") for line in lines)
    return [line.removeprefix("- ") for line in lines]


@cache
def _all(language: str) -> dict[str, list[str]]:
    return {intent: lines for group in GROUPS for intent, lines in _group(language, group).items()}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("group", GROUPS)
def test_each_file_holds_its_group(language: str, group: str) -> None:
    assert sorted(_group(language, group)) == sorted(GROUPS[group].split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_file_beside_the_groups(language: str) -> None:
    found = sorted(path.name for path in (DATA / "nlu" / language).iterdir())
    assert found == sorted(f"{group}.yml" for group in GROUPS)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("intent", INTENTS)
def test_enough_examples(language: str, intent: str) -> None:
    assert len(_all(language)[intent]) >= LEAST[intent]


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_said_twice_in_one_intent_or_two(language: str) -> None:
    said = Counter(_plain(line) for lines in _all(language).values() for line in lines)
    assert [line for line, times in said.items() if times > 1] == []


def test_no_line_means_one_thing_in_english_and_another_in_chinese() -> None:
    english = {_plain(line): intent for intent, lines in _all("en").items() for line in lines}
    chinese = {_plain(line): intent for intent, lines in _all("zh").items() for line in lines}
    assert [
        line for line in english.keys() & chinese.keys() if english[line] != chinese[line]
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_markup_inside_examples(language: str) -> None:
    lines = [line for lines in _all(language).values() for line in lines]
    assert [line for line in lines if MARKUP.search(line) or line != line.strip()] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_template_with_one_word_swapped(language: str) -> None:
    """A classifier tested on such twins would only be asked what it was told."""
    lists = _all(language).values()
    bags = [[bag for line in lines if (bag := _long_bag(line, language))] for lines in lists]
    pairs = (pair for group in bags for pair in combinations(group, 2))
    assert [pair for pair in pairs if len(pair[0] - pair[1]) <= 1 >= len(pair[1] - pair[0])] == []


def _long_bag(line: str, language: str) -> frozenset[str] | None:
    """The words (Chinese: characters) of LINE; None for one too short to be a template."""
    plain = _plain(line)
    bag = frozenset(plain.replace(" ", "") if language == "zh" else plain.split())
    return bag if len(bag) >= (7 if language == "zh" else 5) else None


def test_chinese_is_chinese_with_some_traditional_and_some_english_in_it() -> None:
    lines = [line for lines in _all("zh").values() for line in lines]
    share = sum(bool(CHINESE.search(line)) for line in lines) / len(lines)
    traditional = sum(bool(re.search(r"[書館嗎請們這個還麼說]", line)) for line in lines)
    mixed = sum(bool(CHINESE.search(line) and re.search("[A-Za-z]{3}", line)) for line in lines)
    assert share > 0.95
    assert traditional >= 180
    assert mixed >= 200


def test_english_is_english() -> None:
    lines = [line for lines in _all("en").values() for line in lines]
    assert [line for line in lines if CHINESE.search(line)] == []


def test_mapping_knows_only_our_intents() -> None:
    mapping = _read(DATA / "libchat_mapping.yml")["mapping"]
    assert set(mapping) <= set(INTENTS)
    assert all(labels and len(labels) == len(set(labels)) for labels in mapping.values())
