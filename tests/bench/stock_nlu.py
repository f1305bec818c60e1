"""Rasa's own pipeline (DIET) on the same split as `refdesk bench nlu`, for comparison.

.venv/bin/python tests/bench/stock_nlu.py --train F.jsonl --test F.jsonl [--oos F.txt]
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from assistant.bench_nlu import measure  # noqa: E402
from assistant.settings import load_settings  # noqa: E402

if __name__ == "__main__":
    config = str(Path(__file__).with_name("stock_nlu.yml"))
    print(json.dumps(measure(load_settings(), "--config", config, *sys.argv[1:])))
