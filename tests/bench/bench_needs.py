"""How well wordings of one need are joined: `needs.tsv` holds two in English and two in Chinese each.

    python -m tests.bench.bench_needs [MODEL_FOLDER]

Prints, over all pairs of wordings, how many joined pairs belong together (precision) and how many
that belong together were joined (recall), for pairs of one language and of two.
"""

from __future__ import annotations

import json
import sys
from itertools import combinations
from pathlib import Path

from actions.teaching import ALL, alike
from assistant.knowledge import load_knowledge
from assistant.settings import PACKAGED_LIBRARY, load_settings
from index.onnx_encoder import OnnxEncoder
from index.text import has_han

Pair = tuple[bool, bool, bool]  # of one need, joined, of two languages
NEEDS = Path(__file__).with_name("needs.tsv")


def wordings() -> list[tuple[str, str]]:
    """(need, wording), those of one need apart, as the log would have them."""
    rows = [line.split("\t") for line in NEEDS.read_text("utf-8").splitlines()]
    return [(row[0], row[n]) for n in range(1, 5) for row in rows]


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else load_settings().encoder_dir
    asked = wordings()
    entries = load_knowledge(PACKAGED_LIBRARY)
    known = [entry.wording(language).question for entry in entries for language in ALL]
    found = alike([text for _, text in asked], OnnxEncoder(folder), known)
    group = {place: number for number, places in enumerate(found) for place in places}
    told: dict[Pair, int] = {}
    for (i, (need, text)), (j, (other, words)) in combinations(enumerate(asked), 2):
        key = (need == other, group[i] == group[j], has_han(text) != has_han(words))
        told[key] = told.get(key, 0) + 1
    print(json.dumps(_figures(told) | {"n": len(asked), "groups": len(found)}))


def _figures(told: dict[Pair, int]) -> dict[str, float]:
    def share(of: int, two: bool | None = None) -> float:
        """Pairs that belong together and are together, of those that are (1) or should be (0)."""
        within = {pair: n for pair, n in told.items() if two is None or pair[2] == two}
        right = sum(n for pair, n in within.items() if pair[0] and pair[1])
        return round(right / max(sum(n for pair, n in within.items() if pair[of]), 1), 3)

    return {
        "precision": share(1),
        "recall": share(0),
        "recall_one_language": share(0, two=False),
        "recall_two_languages": share(0, two=True),
    }


if __name__ == "__main__":
    main()
