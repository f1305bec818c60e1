"""A shelf of records for the tests of the index, and what it takes to search it."""

from __future__ import annotations

from pathlib import Path

from index.build import build
from index.catalogue import Catalogue
from index.holdings import Holdings
from index.record import Copy, Record
from index.twins import HashEncoder


def copies(*places: str) -> tuple[Copy, ...]:
    """`CEN+` is a copy at CEN on the shelf, `CEN-` one on loan, `CEN=` for use in the house."""
    states = {"+": "available", "-": "on_loan", "=": "reference"}
    return tuple(Copy(branch=p[:-1], status=states[p[-1]]) for p in places)


def book(id: str, title: str, author: str = "", **more: object) -> Record:
    values = {"language": "eng", "year": 2000, "copies": copies("CEN+"), **more}
    return Record(id=id, title=title, authors=(author,) if author else (), **values)  # type: ignore[arg-type]


AUSTEN = "Austen, Jane, 1775-1817"
SHELF = [
    book("pp1", "Pride and prejudice", AUSTEN, year=2003, work="pride//austen",
         isbn=("9780141439518",), call_number="823.7 AUS", subjects=("Courtship -- Fiction",),
         summary="Elizabeth Bennet and Mr Darcy misjudge each other and learn better."),
    book("pp2", "Pride and prejudice", AUSTEN, year=1995, work="pride//austen", format="audiobook",
         copies=copies("EAST-"), subjects=("Courtship -- Fiction",)),
    book("emma", "Emma", AUSTEN, year=2015, subjects=("Courtship -- Fiction",),
         copies=copies("EAST+", "CEN-")),
    book("war", "War and peace", "Tolstoy, Leo, graf, 1828-1910", year=2007, copies=copies("CEN-"),
         subjects=("Napoleonic Wars -- Fiction",)),
    book("moby", "Moby-Dick; or, The whale", "Melville, Herman", year=2003, lcc=("PS2384 .M6",),
         subjects=("Whaling -- Fiction",)),
    book("verse", "Songs of the humpback", "Moss, Ivy", year=1990, literary_form="poetry",
         copies=copies("RIV-"), subjects=("Whales -- Poetry",)),
    book("birds1", "Living on the wind", "Weidensaul, Scott", subjects=("Birds -- Migration",),
         summary="Across the hemisphere with migrating birds, and how they find the way."),
    book("birds2", "The homing instinct", "Heinrich, Bernd", year=2014, pages=352,
         subjects=("Birds -- Migration", "Animal navigation"), copies=copies("RIV+"),
         summary="How animals, and birds above all, find their way home.",
         contents=("Cranes coming home", "Bees and their sun compass", "Salmon by smell")),
    book("birds3", "Nature's compass", "Gould, James L.", year=2012, pages=180, copies=copies("CEN-", "RIV-"),
         subjects=("Birds -- Migration", "Animal navigation")),
    book("birds4", "Flight paths", "Heisman, Rebecca", year=2023, subjects=("Birds -- Migration",)),
    book("heart1", "Heart attack: a guide for families", "Lee, Ann", format="ebook", copies=(),
         url="https://example.org/heart", subjects=("Myocardial infarction",)),
    book("heart2", "After your heart attack", "Roy, Asha", subjects=("Myocardial infarction",)),
    book("heart3", "Heart attack and the years after", "Cole, J.",
         subjects=("Myocardial infarction",)),
    book("heart4", "Clinical handbook of acute coronary care", "Kim, S.", audience="adult",
         subjects=("Myocardial infarction",)),
    book("shanti", "三体", "刘慈欣", language="chi", year=2008, work="santi//liu",
         series=("中国科幻基石丛书",), subjects=("科学幻想小说",), copies=copies("EAST+")),
    book("shanti2", "三體", "劉慈欣", language="chi", year=2011, work="santi//liu",
         subjects=("科学幻想小说",), copies=copies("CEN=")),
    book("honglou", "红楼梦", "曹雪芹", language="chi", year=1982, subjects=("章回小说",)),
    book("dark", "黑暗森林", "刘慈欣", language="chi", year=2008, subjects=("科学幻想小说",)),
    book("kids", "The tiger who came to tea", "Kerr, Judith", year=1968, audience="preschool"),
    *(book(f"fill{n}", f"{name} for the garden", f"Gardener, Pat {n}", year=1980 + n,
           subjects=("Gardening",)) for n, name in enumerate(
        ["Roses", "Beans", "Ferns", "Paths", "Ponds", "Sheds", "Herbs", "Bulbs", "Lawns", "Walls"])),
]  # fmt: skip


def shelved(folder: Path, records: list[Record] | None = None) -> Holdings:
    """An open index of the records, in `folder`."""
    catalogue = Catalogue(folder / "catalogue.sqlite")
    catalogue.upsert(SHELF if records is None else records)
    build(catalogue, HashEncoder(), folder)
    catalogue.close()
    return Holdings.open(folder, HashEncoder())
