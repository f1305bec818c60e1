"""Fits the weights of `actions.passages`, `anew` and `going_on`, and tells what they are worth.

    python -m tests.bench.fit_follow

A line of `follow_told.tsv` holds how a conversation began, what was asked next, the entry given
before it, the question kept from then, and the sentences that answer (entry:number; "-" where none
does). A line of `follow_or_not.tsv` holds 1 where a message after an answer goes on about it, the
message, what the engine took it for, how near it is, whether it was taught, and its entities.
What `anew` learns is where the entry nearest to the message alone is right and the best sentence's
is not, or the other way round. Prints weights as JSON, and shares that come right with conversations held out in six folds.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from actions import anew, going_on, passages
from actions.ask import Ask, Entity
from actions.knowledge import Knowledge
from actions.session import Session
from assistant.knowledge import load_knowledge
from assistant.library import load_library
from assistant.settings import load_settings
from index.knowledge_search import KnowledgeSearch
from index.onnx_encoder import OnnxEncoder
from index.text import has_han

_FOLDS = 6
_HERE = Path(__file__).parent
Row = tuple[int, dict[str, float], bool]  # the message's number, what speaks for it, whether right


def main() -> None:
    told, groups = _rows()
    _print("passages", told, groups)
    asked, texts = _anew()
    _print("anew", asked, texts, least=anew.ALONE)
    goes, texts = _going()
    _print("going_on", goes, texts, weight="balanced", least=going_on.GOES_ON)


def _rows() -> tuple[list[Row], list[str]]:
    """Every sentence that was weighed, and the beginning of each conversation."""
    rows: list[Row] = []
    begun: list[str] = []
    turns = _turns()
    for line in _lines("follow_told.tsv"):
        first, asked, last, question, told = line
        right = {
            (entry, int(at))
            for one in told.split()
            if one != "-"
            for entry, numbers in [one.split(":")]
            for at in numbers.split(",")
        }
        turn, entry = turns(asked, question, last)
        for found, at, _, facts in passages.weighed(turn, entry):
            rows.append((len(begun), facts, (found.id, at) in right))
        begun.append(first)
    return rows, begun


def _anew() -> tuple[list[Row], list[str]]:
    """Where the entry nearest to the message alone is right and the best sentence's is not, or the
    other way round."""
    rows: list[Row] = []
    texts: list[str] = []
    turns = _turns()
    for _, text, last, question, told in _lines("follow_told.tsv"):
        right = {one.split(":")[0] for one in told.split()}
        turn, entry = turns(text, question, last)
        best = passages.likeliest(turn, entry)[0]
        found = anew.signs(turn, entry, best)
        said = best.entry.id if best.chance >= passages.TELLS else "-"
        if found and (found[0].id in right) != (said in right):
            rows.append((len(texts), found[1], found[0].id in right))
            texts.append(text)
    return rows, texts


def _turns() -> Any:
    settings = load_settings()
    library, entries = (
        load_library(settings.library_dir),
        list(load_knowledge(settings.library_dir)),
    )
    shared = OnnxEncoder(settings.encoder_dir)
    english = OnnxEncoder(settings.english_encoder_dir) if settings.english_encoder_dir else None
    answers = Knowledge()
    answers.load(entries, KnowledgeSearch(entries, shared, None, english))

    def turn(asked: str, question: str, last: str) -> tuple[Any, Any]:
        return SimpleNamespace(
            ask=Ask(text=asked),
            language="zh" if has_han(question + asked) else "en",
            library=library,
            services=SimpleNamespace(answers=answers),
            session=Session(entry=last, question=question),
        ), answers.entry(last)

    return turn


def _going() -> tuple[list[Row], list[str]]:
    rows: list[Row] = []
    texts: list[str] = []
    for goes, text, ranking, near, taught, entities in _lines("follow_or_not.tsv"):
        taken = [one.split("=") for one in ranking.split()]
        found = tuple((name, float(share)) for name, share in taken)
        ask = Ask(
            text=text,
            intent=found[0][0],
            confidence=found[0][1],
            ranking=found,
            entities=tuple(Entity(name, "") for name in entities.split()),
            near=float(near),
            taught=taught == "1",
        )
        rows.append((len(texts), going_on.signs(ask), goes == "1"))
        texts.append(text)
    return rows, texts


def _lines(name: str) -> Iterator[list[str]]:
    for line in (_HERE / name).read_text("utf-8").splitlines():
        yield line.split("\t")


def _print(
    name: str, rows: list[Row], groups: list[str], weight: str | None = None, least: float = 0.0
) -> None:
    """`least` is the chance from which a message is read so; without it the likeliest row of each
    message is what is told."""
    names = list(rows[0][1])
    x = np.array([[float(facts[one]) for one in names] for _, facts, _ in rows])
    y = np.array([right for *_, right in rows])
    message = np.array([number for number, *_ in rows])
    fold = np.array([zlib.crc32(one.encode()) % _FOLDS for one in groups])[message]
    chance = np.zeros(len(y))
    for held in range(_FOLDS):
        model = LogisticRegression(max_iter=3000, class_weight=weight)
        model.fit(x[fold != held], y[fold != held])
        chance[fold == held] = model.predict_proba(x[fold == held])[:, 1]
    model = LogisticRegression(max_iter=3000, class_weight=weight).fit(x, y)
    weights = {one: round(float(w), 2) for one, w in zip(names, model.coef_[0], strict=True)}
    base = round(float(model.intercept_[0]), 2)
    shares = _kept(chance >= least, y) if least else _first(message, chance, y)
    print(json.dumps({"fit": name, "weights": weights, "base": base} | shares))


def _first(message: np.ndarray, chance: np.ndarray, right: np.ndarray) -> dict[str, float]:
    """How often the likeliest sentence answers, where one does; the chance where none does."""
    best = [np.flatnonzero(message == one) for one in range(message.max() + 1)]
    top = [rows[chance[rows].argmax()] for rows in best]
    told = [bool(right[at]) for at, rows in zip(top, best, strict=True) if right[rows].any()]
    none = [chance[at] for at, rows in zip(top, best, strict=True) if not right[rows].any()]
    near = sum(one < passages.TELLS for one in none) / len(none)
    return {"right": round(sum(told) / len(told), 3), "known_to_be_unknown": round(near, 3)}


def _kept(read: np.ndarray, right: np.ndarray) -> dict[str, float]:
    """The shares of those that are so and of those that are not that are read rightly."""
    return {"so": round(read[right].mean(), 3), "not_so": round(1 - read[~right].mean(), 3)}


if __name__ == "__main__":
    main()
