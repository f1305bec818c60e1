"""What a rule found in a message: an entity with its value and exact span."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from index.text import Rule


@dataclass(frozen=True, slots=True)
class Found:
    """`text[start:end]` said it; `value` is what it means (JSON)."""

    entity: str
    value: Any
    start: int
    end: int
    negated: bool = False

    def as_json(self) -> dict[str, Any]:
        """As Rasa passes entities on."""
        told = {"entity": self.entity, "value": self.value, "start": self.start, "end": self.end}
        return {**told, "negated": True} if self.negated else told


# "no, the film" corrects and does not deny: a comma ends what "no" reaches.
_NOT = Rule(
    (
        r"(?:\b(?:(?:(?:that|which|who|and|but)\s+)?(?:(?:are|is|were|was)\s+not|(?:are|is|was|were)n['’]?t)"
        r"(?:\s+(?:just|only|really|meant|made|written|aimed|suitable))?|not|no(?!\s+the)|never|without|except(?: for)?|excluding|exclude|leave out|skip"
        r"|other than|instead of|rather than|don'?t want|no more|nothing)\s+(?:(?:the|any|a|an"
        r"|in|for|from|at|on|by|too|those)\s+){0,2}|(?:不要|不想要|不是|不用|并?非(?=儿童|少儿|中文|英文)|别给我|別給我|别"
        r"|別|除了|除|不看|不含|排除|去掉)\s*(?:在|看|给我|给|专?为|适合)?)$"
    ),
)
_LEFT_OUT = Rule(  # behind what is not wanted: 金庸的不要, 东野圭吾的除外
    "(?:(?![的书])[^，。！？,.!?\\s]){2,12}(?:写|类)?的?(?:书|作品|小说)?(?:除外|(?:就|都)?不(?:要|算|看))[了吧啊呀]?[。！!\\s]*$",
    flags=0,
)


def is_negated(text: str, start: int) -> bool:
    """Whether what begins at `start` is what the reader does not want."""
    return negation(text, start) < start or bool(_LEFT_OUT.match(text, start))


def negation(text: str, start: int) -> int:
    """Where the "no" before `start` begins; `start` itself when there is none."""
    said = _NOT.search(text, max(0, start - 40), start)
    return said.start() if said else start


def apart(found: Iterable[Found]) -> list[Found]:
    """In order, without those that lie in the span of an earlier (more exact) one."""
    kept: list[Found] = []
    for one in found:
        if not any(one.start < other.end and other.start < one.end for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)
