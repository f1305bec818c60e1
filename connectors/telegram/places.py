"""The branch nearest to a place, and whether it is open."""

from __future__ import annotations

from datetime import datetime
from math import asin, cos, radians, sin, sqrt

from assistant.hours import HoursQuestion, answer_hours
from assistant.library import Branch, Library
from assistant.model import Language, Part, TextPart
from assistant.texts import say

EARTH = 6371.0  # kilometres, mean radius


def nearest_parts(
    library: Library, place: tuple[float, float], now: datetime, language: Language
) -> list[Part]:
    branch = min(library.branches, key=lambda one: distance(place, (one.latitude, one.longitude)))
    return [
        TextPart(text=_distance_line(branch, place, language)),
        TextPart(text=_open(library, branch, now, language)),
    ]


def _distance_line(branch: Branch, place: tuple[float, float], language: Language) -> str:
    away = distance(place, (branch.latitude, branch.longitude))
    return say(
        language,
        "telegram-nearest",
        branch=branch.name[language],
        distance=round(away),
        address=branch.address[language],
    )


def _open(library: Library, branch: Branch, now: datetime, language: Language) -> str:
    return answer_hours(library, HoursQuestion(now=now, branch=branch.code), language)


def distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Kilometres between two places given as latitude and longitude (haversine)."""
    lat1, lon1, lat2, lon2 = map(radians, (*one, *other))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH * asin(sqrt(half))
