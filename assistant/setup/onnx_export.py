"""Exports a sentence encoder to ONNX with int8 weights, whole where 8 bits would hurt."""

from __future__ import annotations

import os
import warnings
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

OUTPUTS = ("sentence_embedding", "word_states")  # as index/onnx_encoder.py asks for them
# A layer whose input loses more than this share of its energy at 8 bits is left whole: in
# multilingual-e5-small three of 72 do, and they make half of all that quantising changes.
ENERGY_LOST = 0.01
SAMPLES = (
    "Do you have anything about how birds navigate?",
    "How do I renew a book that somebody else has on hold, and what does it cost?",
    "三体在哪个馆？",
    "我想找几本适合小学生看的天文书",
    "Le Guin, Ursula K. The left hand of darkness. Science fiction, American. 1969. 304 pages.",
    "A history of bread and of the people who baked it, from the first ovens to the factory.",
    "978-0-441-47812-5",
)


def save(model: SentenceTransformer, target: Path) -> None:
    """Write MODEL to TARGET in 8 bits: token numbers in, sentence vectors and word states out."""
    target.parent.mkdir(parents=True, exist_ok=True)
    whole = target.with_name("model.onnx")
    _trace(model, whole)
    quantise(whole, target, _sensitive(model))
    whole.unlink()


def _trace(model: SentenceTransformer, target: Path) -> None:
    words = model.tokenizer(["one", "a longer one"], padding=True, return_tensors="pt")
    _network(model).set_attn_implementation("eager")
    given = {name: words[name] for name in ("input_ids", "attention_mask")}
    axes = {0: "texts", 1: "tokens"}
    moving = dict.fromkeys((*given, OUTPUTS[1]), axes)
    export(_whole(model), given, OUTPUTS, moving, target)


def export(
    network: Any,
    given: Mapping[str, Any],
    outputs: Sequence[str],
    axes: Mapping[str, dict[int, str]],
    target: Path,
) -> None:
    """Write a network that was given these inputs, with the AXES that change, to TARGET."""
    import torch

    with torch.no_grad(), warnings.catch_warnings():
        # The exporter that follows this one wants packages that nothing else here needs.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            network,
            tuple(given.values()),
            str(target),
            dynamo=False,
            input_names=list(given),
            output_names=list(outputs),
            dynamic_axes=dict(axes),
            opset_version=17,
        )


def _network(model: SentenceTransformer) -> Any:
    return model[0].auto_model


def _whole(model: SentenceTransformer) -> Any:
    """The model with its pooling and normalisation as one network of two inputs and two outputs.

    The second, word states, is the layer two thirds up: it tells best what a word is there for.
    """
    import torch

    _network(model).config.output_hidden_states = True

    class Whole(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.steps = torch.nn.ModuleList(list(model))

        def forward(self, input_ids: Any, attention_mask: Any) -> Any:
            features = {"input_ids": input_ids, "attention_mask": attention_mask}
            for step in self.steps:
                features = step(features)
            layers = features["all_layer_embeddings"]
            return features["sentence_embedding"], layers[word_layer(len(layers) - 1)]

    return Whole().eval()


def word_layer(layers: int) -> int:
    """The number, from 1, of the layer whose states are the words'."""
    return round(layers * 2 / 3)


def _sensitive(model: SentenceTransformer) -> list[str]:
    """Names of the linear layers that 8 bits for their whole input would hurt most."""
    lost = {name: _Loss() for name, _ in _linear_layers(model)}
    hooks = [
        layer.register_forward_pre_hook(lost[name].measure) for name, layer in _linear_layers(model)
    ]
    for text in SAMPLES:
        model.encode(text)
    for hook in hooks:
        hook.remove()
    return [name for name, loss in lost.items() if loss.mean > ENERGY_LOST]


def _linear_layers(model: SentenceTransformer) -> list[tuple[str, Any]]:
    from torch.nn import Linear

    return [found for found in _network(model).named_modules() if isinstance(found[1], Linear)]


class _Loss:
    """Energy of the rounding error of 8 bits between the extremes, as a share of the input's."""

    def __init__(self) -> None:
        self.shares: list[float] = []

    def measure(self, _layer: Any, inputs: tuple[Any, ...]) -> None:
        values = inputs[0]
        step = (max(values.max().item(), 0) - min(values.min().item(), 0)) / 255
        self.shares.append(step * step / 12 / values.pow(2).mean().item())

    @property
    def mean(self) -> float:
        return sum(self.shares) / max(len(self.shares), 1)


def quantise(source: Path, target: Path, whole: Sequence[str]) -> None:
    """Write the network SOURCE to TARGET in 8 bits, but for the layers that are named."""
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # as in index/onnx_encoder.py
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic

    ends = tuple(f".{name}" for name in whole)
    nodes = onnx.load(str(source), load_external_data=False).graph.node
    kept = [n.name for n in nodes if _layer_of(n.name).endswith(ends)]
    quantize_dynamic(
        source,
        target,
        per_channel=True,
        # 7 bits of each weight: sums of 8 overflow on processors without VNNI, unlike on others.
        reduce_range=True,
        weight_type=QuantType.QInt8,
        nodes_to_exclude=kept,
    )


def _layer_of(node: str) -> str:
    """The layer that a node like `/steps.0/encoder/layer.4/output/dense/MatMul` belongs to."""
    return node.replace("/", ".").removesuffix(".MatMul")
