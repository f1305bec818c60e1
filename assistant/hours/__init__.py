"""Opening hours: computed from the library's facts, and told to readers in their language."""

from assistant.hours.answer import answer_hours, day_in_words, opens_in_words
from assistant.hours.opening import (
    Open,
    Opening,
    Status,
    is_open,
    next_opening,
    opening_on,
    usual_spans,
    week_of,
)
from assistant.hours.teller import HoursQuestion, PartOfDay

__all__ = [
    "HoursQuestion",
    "Open",
    "Opening",
    "PartOfDay",
    "Status",
    "answer_hours",
    "day_in_words",
    "is_open",
    "next_opening",
    "opening_on",
    "opens_in_words",
    "usual_spans",
    "week_of",
]
