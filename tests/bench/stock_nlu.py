"""Rasa's own pipeline (DIET) on the same split as `refdesk bench nlu`, for comparison.

.venv/bin/python tests/bench/stock_nlu.py --train F.jsonl --test F.jsonl [--oos F.txt] [--epochs N]
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from assistant.bench_nlu import measure  # noqa: E402
from assistant.settings import load_settings  # noqa: E402


def main(asked: list[str]) -> None:
    """With fewer epochs than Rasa's 100 (a minute each) the figures are a lower bound."""
    config = Path(__file__).with_name("stock_nlu.yml").read_text(encoding="utf-8")
    if "--epochs" in asked:
        at = asked.index("--epochs")
        config = config.replace("epochs: 100", f"epochs: {int(asked[at + 1])}")
        asked = asked[:at] + asked[at + 2 :]
    with tempfile.NamedTemporaryFile("w", suffix=".yml", encoding="utf-8") as file:
        file.write(config)
        file.flush()
        print(json.dumps(measure(load_settings(), "--config", file.name, *asked)))


if __name__ == "__main__":
    main(sys.argv[1:])
