"""Questions for known items, made from any holdings JSONL: whole, partial, misspelt, with authors.

    python tests/bench/known_questions.py works.jsonl --n 1500 --seed 2 > questions.jsonl
    refdesk bench known-item --docs works.jsonl --queries questions.jsonl

Only works whose title proper is theirs alone are asked for; a part of a title may still fit others.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

LETTERS = "abcdefghijklmnopqrstuvwxyz"
FRAMES = (
    "do you have {}", "Have you got {}?", "is {} available", "i'm looking for {}",
    "where can i find {}", "I need {} please", "got {}?", "Is there a copy of {} here?",
    "Hello, would you happen to have {} in the library?", "I'd like to take out {}",
    "hi can you check whether {} is on the shelf", "trying to find the book {}",
    "my teacher wants us to read {}, do you have it?", "any chance you have {}", "show me {}",
    "we are looking for a book called {}", "which branch has {}", "do you guys carry {}",
    "help me locate {}", "is {} in your collection?", "{} - is it in?",
)  # fmt: skip
WHO = ("who wrote {}", "Who is the author of {}?", "who's {} by", "author of {}?")
Work = dict[str, Any]
Maker = Callable[[Work, random.Random], str]


def proper(title: str) -> str:
    """The title up to its subtitle or part."""
    return re.split(r"\s[:;/]\s|: |; | \(|, vol", title, flags=re.IGNORECASE)[0].strip()


def slipped(text: str, draw: random.Random, slips: int = 1) -> str:
    """`text` with so many words misspelt, each by one letter."""
    words = text.split()
    long = [at for at, word in enumerate(words) if len(word) >= 4]
    for at in draw.sample(long, min(slips, len(long))):
        words[at] = _slip(words[at], draw)
    return " ".join(words)


def _slip(word: str, draw: random.Random) -> str:
    at = draw.randrange(1, len(word))
    swapped = word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]
    added = word[:at] + draw.choice(LETTERS) + word[at:]
    return draw.choice([word[:at] + word[at + 1 :], swapped, added])


def part(title: str, draw: random.Random, share: float, least: int) -> str:
    """A run of words from somewhere in the title."""
    words = title.split()
    size = max(least, int(len(words) * share))
    start = draw.randrange(max(len(words) - size, 0) + 1)
    return " ".join(words[start : start + size])


def person(work: Work, draw: random.Random) -> str:
    """The first author: surname, natural order, or as catalogued."""
    name = re.sub(r"\(.*?\)", "", work["authors"][0])
    parts = [p.strip() for p in " ".join(name.split()).split(",") if p.strip()]
    natural = " ".join(reversed(parts[:2]))
    return draw.choice([parts[0], natural, name.strip(" ,")])


def _without_one_word(work: Work, draw: random.Random) -> str:
    words = proper(work["title"]).split()
    gone = draw.randrange(len(words))
    return " ".join(word for at, word in enumerate(words) if at != gone)


def _framed(text: str, draw: random.Random) -> str:
    return draw.choice(FRAMES).format(text)


KINDS: dict[str, Maker] = {
    "exact": lambda w, d: w["title"],
    "plain": lambda w, d: re.sub(r"[^\w\s]", "", w["title"].lower()),
    "title proper": lambda w, d: proper(w["title"]).lower(),
    "capitals": lambda w, d: proper(w["title"]).upper(),
    "partial": lambda w, d: part(proper(w["title"]), d, 0.65, 4),
    "a word missing": _without_one_word,
    "a slip": lambda w, d: slipped(proper(w["title"]), d),
    "two slips": lambda w, d: slipped(proper(w["title"]).lower(), d, 2),
    "author and title": lambda w, d: d.choice(
        ["{a} {t}", "{t} {a}", "{a}, {t}", "{a}: {t}", "{a}'s {t}"]
    ).format(a=person(w, d), t=proper(w["title"])),
    "author and part": lambda w, d: d.choice(["{a} {t}", "{t} by {a}", "{t} {a}"]).format(
        a=person(w, d), t=part(proper(w["title"]), d, 0.6, 2)
    ),
    "slips in both": lambda w, d: d.choice(["{t} by {a}", "{a} {t}"]).format(
        a=slipped(person(w, d), d), t=slipped(proper(w["title"]), d)
    ),
    "question": lambda w, d: _framed(proper(w["title"]), d),
    "question with a slip": lambda w, d: _framed(slipped(proper(w["title"]), d), d),
    "question by author": lambda w, d: _framed(f"{proper(w['title'])} by {person(w, d)}", d),
    "who wrote": lambda w, d: d.choice(WHO).format(proper(w["title"])),
}
_LEAST_WORDS = {"partial": 6, "author and part": 4, "a word missing": 4}


def fits(kind: str, work: Work) -> bool:
    """Whether the work can be asked for in this way."""
    has_author = bool(work.get("authors")) and len(work["authors"][0]) > 3
    words = len(proper(work["title"]).split())
    by_author = "author" in kind or kind == "slips in both"
    return words >= _LEAST_WORDS.get(kind, 1) and (has_author or not by_author)


def questions(works: list[Work], n: int, seed: int) -> list[dict[str, str]]:
    """`n` questions, every kind as often."""
    draw = random.Random(seed)
    keys = Counter(_key(work) for work in works)
    alone = [work for work in works if keys[_key(work)] == 1 and len(_key(work)) > 3]
    made = []
    for at in range(n):
        kind = list(KINDS)[at % len(KINDS)]
        work = next(w for w in iter(lambda: draw.choice(alone), None) if fits(kind, w))
        made.append({"text": KINDS[kind](work, draw), "record_id": work["id"], "kind": kind})
    return made


def _key(work: Work) -> str:
    return re.sub(r"\W+", " ", proper(work["title"]).lower()).strip()


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("works", type=Path)
    options.add_argument("--n", type=int, default=1500)
    options.add_argument("--seed", type=int, default=2)
    chosen = options.parse_args()
    works = [json.loads(line) for line in chosen.works.read_text(encoding="utf-8").splitlines()]
    for question in questions(works, chosen.n, chosen.seed):
        sys.stdout.write(json.dumps(question, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
