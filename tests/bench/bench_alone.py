"""How far a text's vector moves when others are encoded with it.

    python -m tests.bench.bench_alone

The wordings of the library's own answers by each encoder, all together and one by one: cosines between
the two, less the mean of all, as entries are compared. Prints one JSON object an encoder.
"""

from __future__ import annotations

import json
import time

import numpy as np

from assistant.knowledge import load_knowledge
from assistant.settings import load_settings
from index.onnx_encoder import OnnxEncoder

_ENTRIES = 60


def main() -> None:
    settings = load_settings()
    entries = load_knowledge(settings.library_dir)[:_ENTRIES]
    told = [w for entry in entries for w in (entry.zh, entry.en)]
    texts = [text for wording in told for text in (wording.question, *wording.also)]
    for folder in filter(None, (settings.encoder_dir, settings.english_encoder_dir)):
        encoder = OnnxEncoder(folder)
        begun = time.process_time()
        together = encoder.encode_queries(texts)
        between = time.process_time()
        alone = np.concatenate([encoder.encode_queries([text]) for text in texts])
        ended = time.process_time()
        mean = alone.mean(axis=0)
        one, other = together - mean, alone - mean
        lengths = np.linalg.norm(one, axis=1) * np.linalg.norm(other, axis=1)
        cosines = (one * other).sum(axis=1) / lengths
        print(
            json.dumps(
                {
                    "encoder": encoder.name,
                    "texts": len(texts),
                    "least": round(float(cosines.min()), 3),
                    "mean": round(float(cosines.mean()), 3),
                    "together_s": round(between - begun, 1),
                    "alone_s": round(ended - between, 1),
                }
            )
        )


if __name__ == "__main__":
    main()
