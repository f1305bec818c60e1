"""Private numbers that stand right beside Chinese words, or without a verb between."""

from __future__ import annotations

import pytest

from assistant.redact import redact


@pytest.mark.parametrize(
    ("text", "shown", "kinds"),
    [
        ("我的卡号是2123456789012", "我的卡号是[card]", ("card",)),
        ("密码4421", "密码[pin]", ("pin",)),
        ("my pin 4421 is not working", "my pin [pin] is not working", ("pin",)),
        ("电话13812345678谢谢", "电话[phone]谢谢", ("phone",)),
        ("有没有1984这本书", "有没有1984这本书", ()),
        ("书号9787536692930有吗", "书号9787536692930有吗", ()),
    ],
)
def test_private_numbers_are_taken_out(text: str, shown: str, kinds: tuple[str, ...]) -> None:
    assert redact(text) == (shown, kinds)


@pytest.mark.parametrize("number", ["0-14-028329-X", "080442957X", "0 8044 2957 x"])
def test_an_isbn_that_ends_in_x_stays_even_mistyped(number: str) -> None:
    assert redact(f"do you have {number}?").text == f"do you have {number}?"


def test_the_digits_of_a_doi_are_no_card_number() -> None:
    said = "I cannot open https://doi.org/10.1177/174701610900500304 with card 2123456789012"
    assert redact(said) == (said.replace("2123456789012", "[card]"), ("card",))
