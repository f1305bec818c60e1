"""Counts and times for Prometheus; nothing about any one reader."""

from __future__ import annotations

from prometheus_client import Counter, Histogram

TURNS = Counter(
    "refdesk_turns_total", "Messages of readers, by who owns the conversation after", ["owner"]
)
SECONDS = Histogram(
    "refdesk_turn_seconds",
    "From a reader's message to its answer",
    buckets=(0.01, 0.02, 0.03, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10),
)
STARTED = Counter(
    "refdesk_conversations_total", "Conversations begun on the web, by language", ["language"]
)
JUDGED = Counter("refdesk_feedback_total", "What readers thought of answers", ["helpful"])
