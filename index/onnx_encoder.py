"""The sentence encoder as both environments run it: ONNX Runtime and a tokenizer, nothing else."""

from __future__ import annotations

import base64
import json
import os
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from index.errors import EncoderMissing

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Vectors = npt.NDArray[np.float32]

T = TypeVar("T")
R = TypeVar("R")

MODEL = Path("onnx") / "model_int8.onnx"
# Words and padding of one batch; more costs memory and gains no speed on a processor.
TOKENS_PER_BATCH = 2048
REMEMBERED = 4096  # questions, 1.5 kB each

OUTPUTS = ("sentence_embedding", "word_states")  # as set-up names them


class Words(NamedTuple):
    """The pieces of a text as the encoder cuts it, and what each is in its sentence.

    `spans` are first and past-last characters. `whole` has a row of states for each piece, those of
    what stands before the text and of the marks of begin and end among them; `kept` numbers the
    text's own, of which `states` is (pieces, dimensions).
    """

    spans: list[tuple[int, int]]
    whole: Vectors
    kept: list[int]

    @property
    def states(self) -> Vectors:
        return self.whole[self.kept]


class OnnxEncoder:
    """Texts to vectors of length one. One object serves all threads of a process.

    FOLDER is what set-up made: `encoder.json`, `tokenizer.json`, `onnx/model_int8.onnx`.
    THREADS is how many cores one call may use. Raises EncoderMissing when a file is missing.
    """

    def __init__(self, folder: Path | str, threads: int = 1) -> None:
        self._folder = folder = Path(folder)
        self._card = json.loads(_there(folder / "encoder.json").read_text("utf-8"))
        self._tokenizer = _tokenizer(folder / "tokenizer.json", self._card["max_tokens"])
        self._pad = int(self._card["pad_id"])
        self._session = session(folder / MODEL, threads)
        self._tells_words = OUTPUTS[1] in [one.name for one in self._session.get_outputs()]
        self._recent: OrderedDict[str, Vectors] = OrderedDict()
        self._lock = threading.Lock()

    @property
    def name(self) -> str:
        """Its name, as `multilingual-e5-small`."""
        return str(self._card["name"])

    @property
    def dimensions(self) -> int:
        """Length of a vector."""
        return int(self._card["dimensions"])

    @property
    def fingerprint(self) -> str:
        """Changes whenever the vectors would."""
        return f"{self.name}:{self._card['sha256'][:16]}"

    def encode_query(self, text: str) -> Vectors:
        """Shape (dimensions,), float32. The last few thousand questions are remembered."""
        known = self.known(text)
        if known is not None:
            return known
        vector: Vectors = self._encode([self._card["query_prefix"] + text])[0]
        vector.flags.writeable = False
        self.remember(text, vector)
        return vector

    def encode_words(self, texts: Sequence[str]) -> tuple[Vectors, list[Words]]:
        """As `encode_queries`, and the words of each text within it.

        Nothing is remembered. Raises EncoderMissing as `require_words`.
        """
        import numpy as np

        self.require_words()
        prefix = self._card["query_prefix"]
        read = [self._tokenizer.encode(prefix + text) for text in texts]
        vectors = np.empty((len(texts), self.dimensions), dtype=np.float32)
        words: list[Words] = [Words([], vectors[:0], [])] * len(texts)
        for batch in batches([len(one.ids) for one in read]):
            given = _inputs([read[number].ids for number in batch], self._pad)
            vectors[batch], states = self._session.run(list(OUTPUTS), given)
            for number, rows in zip(batch, states, strict=True):
                words[number] = _words(read[number].offsets, rows, len(prefix))
        return vectors, words

    def require_words(self) -> None:
        """Raises EncoderMissing for a network without word states, as older set-ups made it."""
        if not self._tells_words:
            raise EncoderMissing(f"{self._folder} was made by an older set-up: run `make setup`.")

    def known(self, text: str) -> Vectors | None:
        """The vector of a question that was encoded lately."""
        with self._lock:
            if text in self._recent:
                self._recent.move_to_end(text)
            return self._recent.get(text)

    def is_word(self, text: str) -> bool:
        """Whether a text is one word of the encoder's vocabulary."""
        return any(self._tokenizer.token_to_id(f"{mark}{text}") is not None for mark in ("", "▁"))

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Shape (len(texts), dimensions), float32, in the order of TEXTS."""
        return self._encode([self._card["query_prefix"] + t for t in texts])

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Shape (len(texts), dimensions), float32, in the order of TEXTS."""
        return self._encode([self._card["passage_prefix"] + t for t in texts])

    def remember(self, text: str, vector: Vectors) -> None:
        """Take a question's vector as known, from an encoder of the same fingerprint."""
        with self._lock:
            self._recent[text] = vector
            while len(self._recent) > REMEMBERED:
                self._recent.popitem(last=False)

    def take(self, text: str, told: Mapping[str, str]) -> None:
        """Know a question's vector that another process encoded, if its encoder is the same.

        TOLD has `encoder`, a fingerprint, and `vector`, float32 in base 64.
        """
        if told.get("encoder") != self.fingerprint:
            return
        import numpy as np

        vector = np.frombuffer(base64.b64decode(told["vector"]), np.float32)
        if vector.shape == (self.dimensions,):
            self.remember(text, vector)

    def _encode(self, texts: Sequence[str]) -> Vectors:
        import numpy as np

        vectors = np.empty((len(texts), self.dimensions), dtype=np.float32)
        tokens = self._tokens(texts)
        for batch in batches([len(ids) for ids in tokens]):
            vectors[batch] = self._run([tokens[number] for number in batch])
        return vectors

    def _tokens(self, texts: Sequence[str]) -> list[list[int]]:
        # One text alone does not wake the tokenizer's own threads.
        if len(texts) == 1:
            return [self._tokenizer.encode(texts[0]).ids]
        return [found.ids for found in self._tokenizer.encode_batch(list(texts))]

    def _run(self, tokens: Sequence[Sequence[int]]) -> Vectors:
        output: Vectors = self._session.run(OUTPUTS[:1], _inputs(tokens, self._pad))[0]
        return output


def _inputs(tokens: Sequence[Sequence[int]], pad: int) -> dict[str, Any]:
    import numpy as np

    width = max(map(len, tokens))
    ids = np.full((len(tokens), width), pad, dtype=np.int64)
    mask = np.zeros((len(tokens), width), dtype=np.int64)
    for row, found in enumerate(tokens):
        ids[row, : len(found)] = found
        mask[row, : len(found)] = 1
    return {"input_ids": ids, "attention_mask": mask}


def _words(offsets: Sequence[tuple[int, int]], states: Vectors, before: int) -> Words:
    """Those of the text itself: no marks of begin and end, nor the prefix that stands `before`."""
    kept = [number for number, (start, end) in enumerate(offsets) if end > max(start, before)]
    spans = [(max(offsets[n][0] - before, 0), offsets[n][1] - before) for n in kept]
    return Words(spans, states[: len(offsets)], kept)


def each(read: Callable[[T], R], those: Sequence[T]) -> list[R]:
    """What READ makes of each of THOSE, on all cores, one by one: of 8 bits, a vector would differ
    with its batch."""
    with ThreadPoolExecutor(os.cpu_count() or 1) as workers:
        return list(workers.map(read, those))


def batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Row numbers in batches of like length, longest first, so that little is padding."""
    batch: list[int] = []
    longest = 0
    for number in sorted(range(len(lengths)), key=lambda n: -lengths[n]):
        longest = longest or lengths[number]
        if batch and (len(batch) + 1) * longest > TOKENS_PER_BATCH:
            yield batch
            batch, longest = [], lengths[number]
        batch.append(number)
    if batch:
        yield batch


def _there(path: Path) -> Path:
    if not path.is_file():
        raise EncoderMissing(f"The sentence encoder lacks {path}: run `make setup`.")
    return path


def _tokenizer(path: Path, max_tokens: int) -> Any:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(_there(path)))
    tokenizer.no_padding()
    tokenizer.enable_truncation(max_tokens)
    return tokenizer


def session(path: Path, threads: int) -> Any:
    """The network in the file PATH, run on THREADS cores. Raises EncoderMissing without it."""
    # From 1.29 on, ONNX Runtime's wheels tell their maker what they run, unless this is set first.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    # Waiting threads that spin would take the core from the neighbour.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(
        str(_there(path)), options, providers=["CPUExecutionProvider"]
    )
