"""What a question asked of an answer costs beside a search, over a running assistant.

    python -m tests.bench.bench_follow_cost [http://127.0.0.1:8080]

Prints the medians of both in milliseconds, and their ratio, as JSON.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from uuid import uuid4

import httpx

_ROUNDS = 12
_FIRST = "how do i print from my phone"
_ASKED = (  # numbered, so that nothing is remembered
    "really {} is it free",
    "what about parking {}",
    "is there a lift there {}",
    "can i eat {} sandwiches in there",
    "how long can i stay {}",
)


def main() -> None:
    address = sys.argv[1] if len(sys.argv) > 1 else "http://127.0.0.1:8080"
    follow: list[float] = []
    search: list[float] = []
    with httpx.Client(base_url=f"{address}/api/v1", timeout=60) as client:
        for number in range(_ROUNDS):
            asked = [one.format(number) for one in _ASKED]
            follow += _turns(client, [_FIRST, *asked])[1:]
            search += _turns(client, [f"books about birds number {number}"])
    medians = statistics.median(follow), statistics.median(search)
    told = {"follow_ms": round(medians[0], 1), "search_ms": round(medians[1], 1)}
    print(json.dumps(told | {"times": round(medians[0] / medians[1], 2)}))


def _turns(client: httpx.Client, texts: list[str]) -> list[float]:
    """How long each message of one conversation took, in milliseconds."""
    begun = client.post("/conversations", json={}).json()
    path, key = (
        f"/conversations/{begun['id']}/messages",
        {"Authorization": f"Bearer {begun['token']}"},
    )
    took = []
    for text in texts:
        at = time.perf_counter()
        client.post(path, json={"id": str(uuid4()), "text": text}, headers=key).raise_for_status()
        took.append((time.perf_counter() - at) * 1000)
    return took


if __name__ == "__main__":
    main()
