"""Opening hours: computed from the library's facts, and told to readers in their language."""

from assistant.hours.answer import answer_hours, back_in_words, day_in_words, week_in_words
from assistant.hours.opening import (
    HORIZON_DAYS,
    Open,
    Opening,
    Status,
    differing,
    is_open,
    next_opening,
    opening_on,
    opens_yet,
    usual_spans,
    week_of,
)
from assistant.hours.teller import HoursQuestion, Most, PartOfDay, date_in_words

__all__ = [
    "HORIZON_DAYS",
    "HoursQuestion",
    "Most",
    "Open",
    "Opening",
    "PartOfDay",
    "Status",
    "answer_hours",
    "back_in_words",
    "date_in_words",
    "day_in_words",
    "differing",
    "is_open",
    "next_opening",
    "opening_on",
    "opens_yet",
    "usual_spans",
    "week_in_words",
    "week_of",
]
