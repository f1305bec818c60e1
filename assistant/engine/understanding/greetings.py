"""Greetings by the time of day."""

from __future__ import annotations

from index.text import Rule

_GREETS = Rule(  # by the time of day, which is asked of nothing
    r"^\W*(?:(?:hi|hello|hey|oh|and a very|very|a)\W+)*good (?:morning|afternoon|evening)\b",
    r"^\W*(?:morning|afternoon|evening)(?: all| everyone| there)?\s*[,.!]+\s*(?=(?:i|we|can|could|do|does|are|is|what|when|which|where|how|just|please (?:can|could|tell)|my|would|may)\b)",
    "^\\W*(?:[你您]们?好|哈[喽啰])?\\W*(?:大家)?(?:早上|上午|中午|下午|晚上)好(?![不吗嘛])",
)


def greeted(text: str) -> int:
    """Where the greeting that a text begins with ends; 0 for none."""
    hit = _GREETS.match(text)
    return hit.end() if hit else 0
