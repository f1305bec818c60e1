"""The holdings that Refdesk ships: proper MARC 21, and enough of everything for a demonstration."""

from __future__ import annotations

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path

import pytest
from pymarc import Field, Record, parse_xml_to_array

HOLDINGS = Path(str(files("assistant"))) / "sample" / "holdings"
BRANCHES = {"CEN", "EAST", "RIV"}


@cache
def records() -> tuple[Record, ...]:
    paths = sorted(HOLDINGS.glob("*.xml"))
    return tuple(told for path in paths for told in _read(path))


def _read(path: Path) -> list[Record]:
    return parse_xml_to_array(str(path), strict=True)  # type: ignore[no-untyped-call,no-any-return]


def copies(record: Record | None = None) -> Iterator[Field]:
    for told in [record] if record else records():
        yield from told.get_fields("952")


def language(record: Record) -> str:
    return str(record["008"].data)[35:38]


def status(copy: Field) -> str:
    """The status as Koha's subfields say it."""
    if copy["1"] != "0":
        return "missing"
    return "on_loan" if copy.get("q") else "reference" if copy["7"] == "1" else "available"


def titled(title: str, code: str) -> Iterator[Record]:
    for told in records():
        names = [f.get("a", "").rstrip(" /:.") for f in told.get_fields("245", "880")]
        if title in names and language(told) == code and told.leader[6:8] == "am":
            yield told


def heading(record: Record, *codes: str) -> str:
    named = record.get("100")
    return " ".join(named.get_subfields(*codes)) if named else ""


def statuses(record: Record) -> list[tuple[str, str]]:
    return [(copy["b"], status(copy)) for copy in copies(record)]


def check_digit_is_right(isbn: str) -> bool:
    if len(isbn) == 10:
        values = [10 if c == "X" else int(c) for c in isbn]
        return sum((10 - n) * value for n, value in enumerate(values)) % 11 == 0
    return sum(int(c) * (3 if n % 2 else 1) for n, c in enumerate(isbn)) % 10 == 0


def test_the_library_has_holdings_enough() -> None:
    assert len(records()) >= 640
    languages = Counter(map(language, records()))
    assert languages["chi"] >= 140
    assert sum(n for code, n in languages.items() if code not in ("eng", "chi")) >= 45
    assert {"fre", "ger", "spa", "jpn", "rus", "ita", "kor", "por", "ara"} <= set(languages)
    assert sum(str(told["008"].data)[22] in "ajd" for told in records()) >= 100


def test_files_are_small_enough_to_read() -> None:
    sizes = [path.stat().st_size for path in HOLDINGS.glob("*.xml")]
    assert sizes
    assert max(sizes) < 950_000


def test_ids_and_barcodes_are_unique() -> None:
    ids = [told["001"].data for told in records()]
    barcodes = [copy["p"] for copy in copies()]
    assert len(set(ids)) == len(ids)
    assert len(set(barcodes)) == len(barcodes)
    assert all(len(code) == 14 and code.isdigit() for code in barcodes)


@pytest.mark.parametrize("tag", ["008", "245", "264", "300", "336", "338", "520"])
def test_every_record_has(tag: str) -> None:
    assert [told["001"].data for told in records() if not told.get(tag)] == []


def test_fixed_fields_have_their_length() -> None:
    assert {len(str(told["008"].data)) for told in records()} == {40}
    assert {len(str(told.leader)) for told in records()} == {24}


def test_isbns_have_the_right_check_digit() -> None:
    isbns = [f["a"] for told in records() for f in told.get_fields("020")]
    assert len(isbns) > 100
    assert [isbn for isbn in isbns if not check_digit_is_right(isbn)] == []


def test_both_ways_to_catalogue_chinese_are_met() -> None:
    titles = [told["245"]["a"] for told in records() if language(told) == "chi"]
    in_script = sum(any("\u4e00" <= c <= "\u9fff" for c in title) for title in titles)
    assert min(in_script, len(titles) - in_script) >= len(titles) // 3


def test_other_scripts_are_linked_both_ways() -> None:
    linked = 0
    for told in records():
        mains = {f"{f.tag}-{f['6'][4:6]}" for f in told.fields if _links(f) and f.tag != "880"}
        assert mains == {f["6"].partition("/")[0] for f in told.get_fields("880")}
        linked += len(mains)
    assert linked > 300


def _links(field: Field) -> bool:
    return not field.control_field and bool(field.get("6"))


def test_every_copy_has_a_branch_a_shelf_and_a_call_number() -> None:
    assert {copy["b"] for copy in copies()} == BRANCHES
    assert [copy["p"] for copy in copies() if not (copy.get("c") and copy.get("o"))] == []


def test_every_shelf_has_a_name_for_readers() -> None:
    facts = tomllib.loads((HOLDINGS.parent / "library.toml").read_text(encoding="utf-8"))
    assert {copy["c"] for copy in copies()} <= set(facts["shelves"])


def test_only_ebooks_have_no_copies() -> None:
    online = {told["001"].data for told in records() if told["338"]["b"] == "cr"}
    assert {told["001"].data for told in records() if not told.get("952")} == online
    assert all(told["856"]["u"].startswith("https://") for told in records() if told.get("856"))


def test_every_status_is_met_in_believable_shares() -> None:
    counted = Counter(map(status, copies()))
    share = {name: n / counted.total() for name, n in counted.items()}
    assert share["available"] > 0.6
    assert 0.15 < share["on_loan"] < 0.3
    assert 0.01 < share["reference"] < 0.08
    assert 0.01 < share["missing"] < 0.05


def test_loans_are_due_in_the_winter_of_the_sample() -> None:
    due = [date.fromisoformat(copy["q"]) for copy in copies() if copy.get("q")]
    assert date(2026, 12, 1) <= min(due) <= max(due) < date(2027, 3, 1)


def test_works_have_several_editions_and_formats() -> None:
    works: dict[tuple[str, str], set[str]] = defaultdict(set)
    for told in records():
        original = told.get("240") or told["245"]
        key = heading(told, "a").lower(), original["a"].rstrip(" /:.,").lower()
        works[key].add(f"{told.leader[6]} {language(told)} {told['264']['c']}")
    assert sum(len(editions) > 1 for editions in works.values()) >= 60
    assert sum(len({e[0] for e in editions}) > 1 for editions in works.values()) >= 15


def test_three_body_is_in_at_central_and_out_at_east() -> None:
    (told,) = (t for t in titled("三体", "chi") if _year(t) == 2008 and not t["245"].get("n"))
    assert ("CEN", "available") in statuses(told)
    assert ("EAST", "on_loan") in statuses(told)


def test_pride_and_prejudice_is_at_all_branches_and_in_at_one() -> None:
    found = [statuses(told) for told in titled("Pride and prejudice", "eng")]
    assert any(
        {branch for branch, _ in held} == BRANCHES
        and [state for _, state in held].count("available") == 1
        for held in found
    )


def test_le_guin_before_1975_can_be_taken_home() -> None:
    early = [t for t in records() if heading(t, "a").startswith("Le Guin") and _year(t) < 1975]
    assert len(early) >= 4
    assert sum("available" in [state for _, state in statuses(t)] for t in early) >= 3


def _year(record: Record) -> int:
    return int(str(record["008"].data)[7:11])


def test_most_books_on_bird_navigation_are_in() -> None:
    about = [
        told
        for told in records()
        if any("bird" in s.lower() and ("navig" in s or "igration" in s) for s in _subjects(told))
    ]
    printed = [told for told in about if told.get("952")]
    assert len(printed) >= 5
    taken = [told for told in printed if "available" not in [s for _, s in statuses(told)]]
    assert len(taken) <= len(printed) // 4


def _subjects(record: Record) -> Iterator[str]:
    for told in record.get_fields("650"):
        yield " -- ".join(told.get_subfields("a", "x", "v")).replace("N", "n")
