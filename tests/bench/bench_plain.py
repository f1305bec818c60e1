"""How well a trained model reads plain, everyday messages that are not in its data.

    REFDESK_ENCODER_DIR=... .venv-rasa/bin/python -m tests.bench.bench_plain MODEL.tar.gz

A line of `plain.tsv`, and of `plain_registers.tsv` (a tired student, a pensioner, a second-language
speaker, a child), holds an intent and a message. Half of what was written to find the ways of saying
things that the data lacked stands there: its errors were never looked at when phrases were added
for those of the other half. `plain_voices.tsv` is what two writers wrote, of twenty-three who wrote in
readers' many voices: what the others wrote is in the data, without what these two wrote too. Prints a JSON object for each file: in each language, the share of
messages of which the intent comes first, and comes first with a confidence of .6 or more, and the
five intents that come first least.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from pathlib import Path

from rasa.core.channels.channel import UserMessage

from assistant.engine.bench import processor_of
from assistant.engine.train import quiet
from index.text import has_han

FILES = ("plain.tsv", "plain_registers.tsv", "plain_voices.tsv")
_SURE = 0.6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model", type=Path)
    quiet()
    processor = processor_of(parser.parse_args().model)
    for name in FILES:
        read: dict[str, dict[str, list[float]]] = {"en": defaultdict(list), "zh": defaultdict(list)}
        for line in Path(__file__).with_name(name).read_text("utf-8").splitlines():
            intent, text = line.split("\t")
            best = processor.parse_messages([UserMessage(text)])[0]["intent"]
            sure = best["confidence"] if best["name"] == intent else 0.0
            read["zh" if has_han(text) else "en"][intent].append(sure)
        told = {language: _told(found) for language, found in read.items()}
        print(json.dumps({"file": name} | told))


def _told(found: dict[str, list[float]]) -> dict[str, object]:
    every = [sure for one in found.values() for sure in one]
    shares = {intent: round(_first(one), 2) for intent, one in found.items()}
    return {
        "messages": len(every),
        "first": round(_first(every), 3),
        "sure": round(sum(sure >= _SURE for sure in every) / len(every), 3),
        "worst": dict(sorted(shares.items(), key=lambda one: one[1])[:5]),
    }


def _first(sure: list[float]) -> float:
    return sum(one > 0 for one in sure) / len(sure)


if __name__ == "__main__":
    main()
