"""What systems and people write about a copy, as one of our statuses."""

from __future__ import annotations

import pytest

from index.sources.statuses import status_of_words

SAID = {
    "available": [
        "", "0", "-", "In", "Available", "available for loan", "On shelf", "Checked In",
        "Not Charged", "Not checked out", "Discharged", "not on loan", "In library", "在馆", "可借",
        "可外借", "未借出", "在架",
    ],
    "on_loan": [
        "Not available", "not yet available", "No longer available", "Unavailable", "不可借",
        "不在馆", "On loan", "on_loan", "ON-LOAN", "Out on loan", "On short loan", "Loan", "Loaned",
        "Charged", "CHECKEDOUT", "Checked out", "checked_out", "Due 2027-01-02", "Overdue",
        "Borrowed", "Issued", "Interlibrary loan", "Not in library", "Not checked in", "借出",
        "已借出", "外借", "外借中", "已外借",
    ],
    "reference": [
        "Not for loan", "NOT FOR LOAN", "Available, not for loan", "no loan", "Non-loanable",
        "Not to be borrowed", "Reference", "In library use only", "In-house use", "Non-circulating",
        "Noncirculating", "Not circulating", "Not in circulation", "不外借", "不可外借", "不予外借", "馆内阅览", "o",
    ],
    "missing": [
        "Missing", "Lost and paid", "Claims returned", "Damaged", "Withdrawn", "Not on shelf",
        "not on the shelf", "不在架", "丢失", "m",
    ],
    "unknown": [
        "Short loan", "Normal loan", "Long loan shelf", "For loan", "Online loan", "On order",
        "In transit", "In process", "On hold shelf", "check_holdings", "t", "1", "nowhere",
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("told", "said"), [(told, said) for told, some in SAID.items() for said in some]
)
def test_a_status_in_words(told, said):
    assert status_of_words(said) == told
