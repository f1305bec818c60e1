"""The sample library's facts, and the errors of a library file that is wrong."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from assistant.errors import LibraryFileError
from assistant.library import Library, load_library
from assistant.settings import PACKAGED_LIBRARY


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(PACKAGED_LIBRARY)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("CEN", "CEN"),
        ("main library", "CEN"),
        ("the Central one", "CEN"),
        ("总馆", "CEN"),
        ("總館", "CEN"),
        ("at the east branch", "EAST"),
        ("东区分馆", "EAST"),
        ("三体在东馆吗", "EAST"),
        ("Riverside?", "RIV"),
        ("河滨馆", "RIV"),
        ("RIVERSIDE LIBRARY’S toilets", "RIV"),
        ("eastern philosophy", None),
        ("Centrally heated homes", None),
        ("", None),
    ],
)
def test_branch_named_in_either_language(library: Library, text: str, code: str | None) -> None:
    branch = library.branch_named(text)
    assert (branch and branch.code) == code


@pytest.mark.parametrize(
    ("text", "ddc", "code"),
    [
        ("trace my family history", None, "local-history"),
        ("old newspapers", None, "local-history"),
        ("Chinese newspapers", None, "chinese"),
        ("中文报纸", None, "chinese"),
        ("how birds navigate", None, "science"),
        ("a bird", None, "science"),
        ("孩子的绘本", None, "children"),
        ("help with my CV", None, "business"),
        ("", "616.8", "health"),
        ("", "895.1/36", "chinese"),
        ("", "823.914", "reading"),
        ("", "[Fic]", None),
        ("science fiction", "500", "reading"),
        ("something quite else", None, None),
    ],
)
def test_specialist_by_words_then_by_dewey(
    library: Library, text: str, ddc: str | None, code: str | None
) -> None:
    specialist = library.specialist_for(text, ddc)
    assert (specialist and specialist.code) == code


def test_every_dewey_ten_has_a_specialist(library: Library) -> None:
    missing = [n for n in range(0, 1000, 10) if library.specialist_for("", f"{n:03}.5") is None]
    assert missing == []


def test_specialists_sit_in_branches_that_exist(library: Library) -> None:
    assert len(library.specialists) >= 10
    assert all(library.branch(one.branch) for one in library.specialists)


def test_help_lines_put_the_emergency_first(library: Library) -> None:
    assert [line.phone for line in library.help_for("distress")] == ["999", "116 123", "111"]
    assert [line.phone for line in library.help_for("nothing")] == ["999"]


def test_facts_are_written_for_the_language(library: Library) -> None:
    assert library.facts("en")["print_mono"] == "£0.15"
    assert library.facts("en")["book_days"] == "21"
    assert library.facts("en")["library"] == "Alderbrook Public Library"
    assert library.facts("zh")["library"] == "阿尔德布鲁克公共图书馆"
    assert library.facts("zh")["access_email"] == "access@alderbrook.example"


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('"Europe/London"', '"Europe/Lodnon"', ["timezone", "Europe/Lodnon", "IANA"]),
        ('"09:00-19:00"', '"9-19"', ["branches[0].hours.monday", "'9-19'", '"09:00-13:00"']),
        ('"14:00-18:00"', '"12:00-18:00"', ["branches[1].hours", "without overlap"]),
        ("latitude = 52.6312", "latitude = 526.3", ["branches[0].latitude", "526.3"]),
        ('zh = "元旦"', 'zg = "元旦"', ["exceptions[0].reason.zh", "required"]),
        ('code = "RIV"', 'code = "EAST"', ["its own code"]),
        ('branches = ["CEN"]', 'branches = ["CNE"]', ["CNE", "no branch has the code"]),
        ("FREQ=YEARLY;BYEASTER=0", "EASTER", ["every", "EASTER", "FREQ=YEARLY"]),
        ("FREQ=YEARLY;BYEASTER=0", "FREQ=YEARLY;BYEATSER=0", ["exceptions[2].every", "BYEATSER"]),
        ('closes = "13:00"', 'clotheses = "13:00"', ["exceptions", "clotheses"]),
        ('branch = "EAST"', 'branch = "WEST"', ["WEST", "no branch has the code"]),
        ('phone = "01632 960100"', 'phone = "01632', ["not TOML"]),
        ("book_days = 21", 'book_days = "three weeks"', ["rules.book_days", "three weeks"]),
        ('url = "https://www.alderbrook.example"', 'url = "alderbrook"', ["url", "alderbrook"]),
    ],
)
def test_a_wrong_file_is_told_with_file_key_value_and_fix(
    tmp_path: Path, old: str, new: str, told: list[str]
) -> None:
    text = (PACKAGED_LIBRARY / "library.toml").read_text("utf-8")
    assert old in text
    (tmp_path / "library.toml").write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(LibraryFileError) as caught:
        load_library(tmp_path)
    assert [word for word in ["library.toml", *told] if word not in str(caught.value)] == []
    assert caught.value.retry is False


def test_a_missing_file_names_the_setting(tmp_path: Path) -> None:
    with pytest.raises(LibraryFileError, match="REFDESK_LIBRARY_DIR"):
        load_library(tmp_path / "nowhere")


def test_a_file_that_is_not_text(tmp_path: Path) -> None:
    (tmp_path / "library.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(LibraryFileError, match="not TOML in UTF-8"):
        load_library(tmp_path)


def test_a_copied_folder_loads_as_the_packaged_one(tmp_path: Path, library: Library) -> None:
    shutil.copy(PACKAGED_LIBRARY / "library.toml", tmp_path)
    assert load_library(tmp_path) == library
