"""Trains the dialogue model: run by Rasa's interpreter with the repository on PYTHONPATH.

    .venv-rasa/bin/python -m assistant.engine.train --model var/models/dialogue.tar.gz DATA...

DATA are folders of Rasa training data and domains: nlu_data, and a library's own beside it. A model
is made beside the old one and swapped in whole. Nothing is done when neither data, pipeline nor
encoder changed. Prints one line of JSON: {"trained": bool, "seconds": float, "fingerprint": str}.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

HERE = Path(__file__).parent
CONFIG = HERE / "config.yml"
_NOT_OURS = {"tests", "stories"}  # conversations that are tested, not learned


def main(argv: Sequence[str] | None = None) -> int:
    options = _options(argv)
    wanted = fingerprint([CONFIG, *_code(), *_files(options.data)])
    start = time.monotonic()
    fresh = options.force or not is_current(options.model, wanted)
    if fresh:
        _train(options.model, options.data, wanted)
    seconds = round(time.monotonic() - start, 1)
    print(json.dumps({"trained": fresh, "seconds": seconds, "fingerprint": wanted}))  # noqa: T201
    return 0


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Train the dialogue model.")
    parser.add_argument("--model", type=Path, required=True, help="where the model goes (.tar.gz)")
    parser.add_argument("--force", action="store_true", help="train although nothing changed")
    parser.add_argument("data", type=Path, nargs="+", help="folders of training data and domain")
    return parser.parse_args(argv)


def is_current(model: Path, wanted: str) -> bool:
    """Whether the model at this place was trained from exactly what `wanted` stands for."""
    mark = _mark(model)
    return model.is_file() and mark.is_file() and mark.read_text("utf-8") == wanted


def fingerprint(files: Iterable[Path]) -> str:
    """One hash of names and contents, and of the encoder (by its file's size and name)."""
    total = hashlib.sha256()
    for path in sorted(set(files)):
        total.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    for path in sorted(Path(os.environ.get("REFDESK_ENCODER_DIR", "")).glob("onnx/*.onnx")):
        total.update(f"{path.name} {path.stat().st_size}".encode())
    return total.hexdigest()[:16]


def _code() -> list[Path]:
    """What a trained model depends on beside its data; rules, channel and the rest may change."""
    learned = [*(HERE / "components").glob("*.py"), *(HERE / "learning").glob("*.py")]
    data = HERE.parents[1] / "nlu_data"
    beside = [*(data / "words").glob("*.txt"), *(data / "tuned").glob("*")]
    return [*learned, HERE / "understanding" / "words.py", *beside]


def _files(folders: Iterable[Path]) -> list[Path]:
    found = [path for folder in folders for path in folder.rglob("*.yml")]
    return [path for path in found if not _NOT_OURS & set(path.parts)]


def _mark(model: Path) -> Path:
    return model.with_name(model.name + ".fingerprint")


def _train(model: Path, folders: Sequence[Path], wanted: str) -> None:
    quiet()
    from rasa.model_training import train

    files = [str(path) for path in _files(folders)]
    model.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=model.parent) as beside:
        os.environ["RASA_CACHE_DIRECTORY"] = beside
        os.environ.setdefault("REFDESK_VECTOR_CACHE", str(model.with_name("vectors.npz")))
        result = train(files, str(CONFIG), files, output=beside, fixed_model_name="new")
        if result.code != 0 or result.model is None:
            sys.exit(
                f"The dialogue model could not be trained from {', '.join(map(str, folders))}."
            )
        _mark(model).unlink(missing_ok=True)
        Path(result.model).replace(model)
    _mark(model).write_text(wanted, "utf-8")


def quiet() -> None:
    """No telemetry, no chatter; must come before Rasa is imported."""
    os.environ["RASA_TELEMETRY_ENABLED"] = "false"
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    os.environ.setdefault("SQLALCHEMY_SILENCE_UBER_WARNING", "1")
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    import logging

    import structlog

    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))


if __name__ == "__main__":
    sys.exit(main())
