"""A plot that was told, a list that is counted, editions of a kind, what comes after a series."""

from __future__ import annotations

import pytest

from actions.session import Frame, Session
from actions.shelf import Page
from actions.signs import leaning, listing, pointing, tasks, wanting
from actions.skills import fit
from assistant.model import SearchLog
from index.record import Found, Hit, Record


def _page(*found: tuple[str, float]) -> Page:
    hits = tuple(
        Hit(record=Record(id=str(n), title=title), score=1.0, confidence=sure)
        for n, (title, sure) in enumerate(found)
    )
    return Page(
        Found(hits=hits, total=len(hits), kind="topic", index_version=""),
        hits,
        SearchLog(query="", filters={}, record_ids=[], scores=[], total=0, index_version=""),
    )


def test_the_first_is_clearly_so_before_another_work() -> None:
    assert fit.clearly_first(_page(("The Martian", 0.9), ("The Martian", 0.8), ("Emma", 0.5)))
    assert fit.clearly_first(_page(("Station eleven", 0.3)))
    assert not fit.clearly_first(_page(("The secret garden", 0.2), ("Tom's midnight garden", 0.3)))
    assert not fit.clearly_first(_page())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a pandemic and travelling actors performing shakespeare", True),
        ("那个讲外星人三个太阳的书叫什么", True),
        ("harry potter and the goblet of fire", False),
        ("a little life", False),
        ("三体有吗", False),
    ],
)
def test_a_plot_is_no_title(text: str, told: bool) -> None:
    assert bool(listing.PLOT.search(text)) is told


def test_of_a_plot_no_title_is_said_to_lack(talk) -> None:  # type: ignore[no-untyped-def]
    chat = talk()
    chat.say("wolf hall", "known_item")
    shown = chat.session.frames[-1].shown[:1]
    frame = Frame(text="a clever man serves a king", kind="topic", far=True, shown=shown, total=1)
    for told, ahead in ((True, True), (False, False)):
        frame.told, frame.ahead = told, ahead
        chat.session = Session(frames=[frame], topic="holdings")
        chat.say("save it", "save_item")
        assert ("save" in chat.effects) is ahead


@pytest.mark.parametrize(
    ("text", "sign", "holds"),
    [
        ("第二本能借几天", leaning.LOAN, True),
        ("how long can i keep the second one", leaning.LOAN, True),
        ("how long can i keep the room", leaning.LOAN, False),
        ("which came out first", leaning.MOST, True),
        ("哪本先出版", leaning.MOST, True),
        ("which floor is it on", leaning.MOST, False),
        ("which came first the chicken or the egg", leaning.MOST, False),
        ("are there more in the series", leaning.OF_SERIES, True),
        ("这个系列还有别的吗", leaning.OF_SERIES, True),
        ("are there more copies", leaning.OF_SERIES, False),
        ("还想看类似的", leaning.LIKE_THESE, True),
        ("想看类似红楼梦的书", leaning.LIKE_THESE, False),
        ("除了白夜行", pointing.BUT_FOR, True),
        ("除了白夜行还有什么", pointing.BUT_FOR, True),
        ("除了周末，你们几点开门", pointing.BUT_FOR, False),
        ("有几本是能借的", pointing.HOW_MANY, True),
        ("how many are there", pointing.HOW_MANY, True),
        ("一次能借几本书", pointing.HOW_MANY, False),
        ("does he have any others", pointing.SAME_AUTHOR, True),
        ("has he written anything else", pointing.SAME_AUTHOR, True),
        ("does he have any pets", pointing.SAME_AUTHOR, False),
        ("有双语的吗", wanting.OF_A_KIND, True),
        ("有没有带注释的", wanting.OF_A_KIND, True),
        ("is there an annotated edition", wanting.OF_A_KIND, True),
        ("双语绘本有哪些", wanting.OF_A_KIND, False),
        ("bilingual picture books", wanting.OF_A_KIND, False),
        ("《活着》架上没有啊", tasks.NOT_ON_SHELF, True),
        ("the book is not on the shelf", tasks.NOT_ON_SHELF, True),
        ("架上有没有活着", tasks.NOT_ON_SHELF, False),
        ("is it not on the shelf?", tasks.NOT_ON_SHELF, False),
    ],
)
def test_signs(text: str, sign, holds: bool) -> None:  # type: ignore[no-untyped-def]
    assert bool(sign.search(text)) is holds


def test_what_was_read_of_a_series_is_left_out(talk) -> None:  # type: ignore[no-untyped-def]
    chat = talk().say(
        "My daughter has read all of <Harry Potter>. What else would she like?", "more_like"
    )
    assert chat.titles
    assert not any("Harry Potter" in title for title in chat.titles)
    chat = talk().say("I loved <Emma>, what next?", "more_like")
    assert "Emma" not in chat.titles


def test_a_list_is_counted(talk) -> None:  # type: ignore[no-untyped-def]
    chat = talk("zh")
    chat.say("莫言的小说", "find_holdings")
    chat.say("有几本是能借的", "find_holdings")
    assert all(any(c.status == "available" for c in item.copies) for item in chat.items)
    chat = talk()
    chat.say("jane austen", "find_holdings").say("how many are there", "find_holdings")
    assert "in all" in chat.text


def test_yes_to_several_asks_which(talk) -> None:  # type: ignore[no-untyped-def]
    chat = talk()
    chat.say("jane austen", "find_holdings")
    chat.session.frames[-1].far = True
    chat.session.focus = ""
    assert len(chat.say("yes!", "affirm").payloads) > 1
    assert not talk().say("yes!", "affirm").titles


def test_after_the_works_of_an_author_the_title_before_them_is_liked(talk) -> None:  # type: ignore[no-untyped-def]
    chat = talk("zh")
    chat.say("三体", "known_item").say("作者还写过什么", "find_holdings")
    chat.say("有类似的书吗", "more_like")
    assert chat.session.frames[-1].like


def test_the_longest_tells_of_how_many_it_is_not_known(talk) -> None:  # type: ignore[no-untyped-def]
    chat = talk("zh").say("鲁迅的书", "find_holdings").say("哪本最厚", "find_holdings")
    assert "没有写" in chat.text


def test_editions_of_a_kind_are_told_as_they_are(talk) -> None:  # type: ignore[no-untyped-def]
    chat = talk("zh").say("红楼梦", "known_item").say("有没有带注释的", "out_of_scope")
    assert "注释" in chat.text
    assert chat.titles
    chat = talk().say("wolf hall", "known_item").say("is there an annotated edition", "refine")
    assert "annotated" in chat.text
