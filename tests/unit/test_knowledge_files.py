"""The sample library's answers, and the errors of a knowledge file that is wrong."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from pathlib import Path

import pytest

from assistant.errors import LibraryFileError
from assistant.knowledge import FOLDER_NAME, Entry, load_knowledge
from assistant.library import load_library
from assistant.model import Language
from assistant.settings import PACKAGED_LIBRARY, SETTINGS

ENTRIES = load_knowledge(PACKAGED_LIBRARY)
LANGUAGES: tuple[Language, ...] = ("en", "zh")
CHINESE = re.compile(r"[\u4e00-\u9fff]")
TOPICS = {
    "accessibility_home",
    "cards",
    "children_families",
    "chinese_collection",
    "citation",
    "complaints",
    "computers_wifi",
    "copyright",
    "databases_eresources",
    "donations_suggestions",
    "equipment",
    "events",
    "fines",
    "holds_renewals",
    "interlibrary_loan",
    "loans",
    "local_history_archives",
    "newspapers",
    "printing_copying",
    "privacy",
    "research_help",
    "rooms",
    "study_reserves",
    "visits_parking",
}

GOOD = """\
- id: one
  topic: cards
  en:
    question: How long may I keep a book?
    also:
      - loan period
    answer: For {book_days} days.
    source: {title: Borrowing, url: "{url}/help"}
  zh:
    question: 书可以借多久？
    also:
      - 借期
    answer: 可借 {book_days} 天。
    source: {title: 借阅, url: "{url}/help"}
"""


def folder_with(tmp_path: Path, text: str, name: str = "cards.yml") -> Path:
    shutil.copy(PACKAGED_LIBRARY / "library.toml", tmp_path)
    (tmp_path / FOLDER_NAME).mkdir(exist_ok=True)
    (tmp_path / FOLDER_NAME / name).write_text(text, "utf-8")
    return tmp_path


def test_there_are_enough_on_every_topic() -> None:
    assert len(ENTRIES) >= 80
    assert {entry.topic for entry in ENTRIES} == TOPICS


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_an_entry_is_fit_for_readers(entry: Entry) -> None:
    for language in LANGUAGES:
        wording = entry.wording(language)
        assert 4 <= len(wording.also) <= 12
        assert 20 <= len(wording.answer) <= 420
        assert "{" not in f"{wording.answer}{wording.source.url}{wording.question}"
        assert "\n" not in wording.answer
        assert wording.source.url.startswith("https://www.alderbrook.example/")
    assert CHINESE.search(entry.zh.question)
    assert CHINESE.search(entry.zh.answer)
    assert not CHINESE.search(entry.en.question + entry.en.answer)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_both_languages_give_the_same_numbers(entry: Entry) -> None:
    """A price or a count that stands in one language stands in the other."""
    money = [re.findall(r"£\d+\.\d\d", entry.wording(one).answer) for one in LANGUAGES]
    assert Counter(money[0]) == Counter(money[1])
    pages = [entry.wording(one).source.url for one in LANGUAGES]
    assert pages[0] == pages[1]


def test_no_wording_leads_to_two_entries() -> None:
    for language in LANGUAGES:
        said = Counter(
            wording.casefold()
            for entry in ENTRIES
            for wording in (entry.wording(language).question, *entry.wording(language).also)
        )
        assert [wording for wording, count in said.items() if count > 1] == []


def test_every_rule_and_price_is_told_to_readers_somewhere() -> None:
    library = load_library(PACKAGED_LIBRARY)
    files = (PACKAGED_LIBRARY / FOLDER_NAME).glob("*.yml")
    written = "".join(file.read_text("utf-8") for file in files)
    untold = [fact for fact in (*library.rules, *library.prices) if f"{{{fact}}}" not in written]
    assert untold == []


def test_what_is_said_about_keeping_chats_is_what_is_done() -> None:
    kept = next(one.default for one in SETTINGS if one.name == "keep_conversations_days")
    assert load_library(PACKAGED_LIBRARY).rules["chat_days"] == kept


def test_facts_are_filled_in(tmp_path: Path) -> None:
    (entry,) = load_knowledge(folder_with(tmp_path, GOOD))
    assert entry.en.answer == "For 21 days."
    assert entry.zh.answer == "可借 21 天。"
    assert entry.en.source.url == "https://www.alderbrook.example/help"
    assert entry.links == ()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("id: one", "id: One Two", ["line 1", "[0].id", "One Two"]),
        ("  topic: cards\n", "", ["line 1", "[0].topic", "required"]),
        ("answer: For {book_days} days.", 'answer: ""', ["line 7", "[0].en.answer"]),
        ("For {book_days}", "For {book_dyas}", ["line 7", "[0].en.answer", "book_dyas"]),
        ("      - 借期\n", "      - {weeks}\n", ["line 12", "[0].zh.also[0]", "string"]),
        ("      - 借期\n", "      - 借 {weeks}\n", ["line 12", "[0].zh.also[0]", "weeks"]),
        ("      - loan period\n", "", ["line 5", "[0].en.also"]),
        ('{title: 借阅, url: "{url}/help"}', "图书馆", ["line 14", "[0].zh.source"]),
        ('    source: {title: Borrowing, url: "{url}/help"}\n', "", ["line 3", "[0].en.source"]),
        ('"{url}/help"}\n  zh', '"help"}\n  zh', ["line 8", "[0].en.source.url", "'help'"]),
        ("  zh:", "  cn:", ["line 1", "[0].zh", "required", "line 9", "[0].cn"]),
        ("answer: 可借", "answer: {可借", ["not YAML"]),
        ("  topic: cards", "  topic: cards\n  topic: loans", ["not YAML", "duplicate", "line 3"]),
        ("answer: For {book_days} days.", "answer: yes: no", ["not YAML", "line 7"]),
        ("- id", "id", ["not YAML"]),
    ],
)
def test_a_wrong_file_is_told_with_file_line_and_key(
    tmp_path: Path, old: str, new: str, told: list[str]
) -> None:
    assert old in GOOD
    with pytest.raises(LibraryFileError) as caught:
        load_knowledge(folder_with(tmp_path, GOOD.replace(old, new, 1)))
    assert [word for word in ["cards.yml", *told] if word not in str(caught.value)] == []


@pytest.mark.parametrize("text", ["", "just words", "{}", "42", "- 42"])
def test_a_file_that_is_no_list_of_entries(tmp_path: Path, text: str) -> None:
    with pytest.raises(LibraryFileError, match=r"cards\.yml, line 1"):
        load_knowledge(folder_with(tmp_path, text))


def test_a_file_that_is_not_utf_8(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, "")
    (folder / FOLDER_NAME / "cards.yml").write_bytes(b"- id: \xff\xfe")
    with pytest.raises(LibraryFileError, match=r"cards\.yml is not YAML in UTF-8"):
        load_knowledge(folder)


def test_an_id_used_twice(tmp_path: Path) -> None:
    folder_with(tmp_path, GOOD)
    with pytest.raises(LibraryFileError, match=r"repeat.*'one'"):
        load_knowledge(folder_with(tmp_path, GOOD, "more.yml"))


def test_an_empty_folder_says_what_to_copy(tmp_path: Path) -> None:
    shutil.copy(PACKAGED_LIBRARY / "library.toml", tmp_path)
    with pytest.raises(LibraryFileError, match=r"no \.yml file"):
        load_knowledge(tmp_path)
