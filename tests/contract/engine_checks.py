"""Checks that run inside Rasa's environment; test_engine_parts.py calls each by name."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from assistant.engine.lighten import without_tensorflow
from assistant.engine.train import quiet

quiet()
without_tensorflow()

import numpy as np  # noqa: E402
from rasa.shared.core.domain import Domain  # noqa: E402
from rasa.shared.core.events import ActionExecuted, SlotSet, UserUttered  # noqa: E402
from scipy.sparse import csr_matrix  # noqa: E402
from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: E402

from assistant.engine.learning.ensemble import (  # noqa: E402
    IntentEnsemble,
    dealt,
    learned_weights,
    ranked,
)
from assistant.engine.learning.opinions import Features, log_softmax  # noqa: E402
from assistant.engine.learning.outside import Outside  # noqa: E402
from assistant.engine.learning.sparse import WordsAndCharacters, normal  # noqa: E402
from assistant.engine.tracker_store import ErasableTrackerStore  # noqa: E402

SLOTS = ("language", "session")
DOMAIN = Domain.from_dict(
    {
        "intents": ["hello"],
        "slots": {
            name: {"type": "any", "influence_conversation": False, "mappings": [{"type": "custom"}]}
            for name in SLOTS
        },
    }
)


def failure(call: Callable[[], object]) -> str:
    """What CALL fails with, as text; fails itself when nothing does."""
    try:
        call()
    except (RuntimeError, ValueError) as error:
        return str(error)
    raise AssertionError("nothing failed")


def store_at(path: Path) -> ErasableTrackerStore:
    return ErasableTrackerStore(DOMAIN, path=path)


async def talk(store: ErasableTrackerStore, sender: str, turns: int) -> None:
    for turn in range(turns):
        tracker = await store.get_or_create_tracker(sender, append_action_listen=False)
        tracker.update(UserUttered(f"words {turn}", {"name": "hello"}), DOMAIN)
        tracker.update(ActionExecuted("action_listen"), DOMAIN)
        await store.save(tracker)


async def tracker_survives_a_restart(folder: Path) -> None:
    store = store_at(folder / "t.sqlite")
    tracker = await store.get_or_create_tracker("a", append_action_listen=False)
    tracker.update(SlotSet("language", "zh"), DOMAIN)
    await store.save(tracker)
    await talk(store, "a", 100)  # far more events than a tracker remembers
    store.close()
    again = await store_at(folder / "t.sqlite").retrieve("a")
    assert again is not None
    assert again.get_slot("language") == "zh"
    assert again.latest_message.text == "words 99"
    assert again.copy().get_slot("language") == "zh"
    assert again.copy().events is not again.events


async def unsaved_turns_are_taken_back(folder: Path) -> None:
    store = store_at(folder / "t.sqlite")
    await talk(store, "a", 2)
    tracker = await store.retrieve("a")
    tracker.update(UserUttered("never saved", {"name": "hello"}), DOMAIN)
    store.drop("a")
    assert (await store.retrieve("a")).latest_message.text == "words 1"


async def erased_is_gone(folder: Path) -> None:
    store = store_at(folder / "t.sqlite")
    await talk(store, "a", 5)
    await talk(store, "b", 3)
    assert await store.delete("a") == 10
    assert await store.delete("a") == 0
    assert await store.retrieve("a") is None
    assert list(await store.keys()) == ["b"]
    assert all(b"words 4" not in file.read_bytes() for file in folder.iterdir())


def clouds(seed: int = 0) -> tuple[Features, list[str]]:
    """Three intents, one with five examples only, in sparse and dense features that tell them apart."""
    random = np.random.default_rng(seed)
    labels = ["hours"] * 60 + ["rooms"] * 60 + ["copyright"] * 5
    place = np.array([["hours", "rooms", "copyright"].index(label) for label in labels])
    dense = np.eye(8)[place] + 0.2 * random.normal(size=(len(labels), 8))
    dense /= np.linalg.norm(dense, axis=1, keepdims=True)
    sparse = csr_matrix(np.eye(12)[place] + (random.random((len(labels), 12)) > 0.8))
    return Features(
        sparse, dense.astype(np.float32), np.zeros((len(labels), 0), np.float32)
    ), labels


async def intents_are_told_apart(folder: Path) -> None:
    x, labels = clouds()
    ensemble = IntentEnsemble().fit(x, labels)
    fresh, truth = clouds(seed=1)
    sure = ensemble.probabilities(fresh)
    assert np.allclose(sure.sum(axis=1), 1)
    guess = [ranking[0][0] for ranking in ranked(ensemble.intents, sure, 2)]
    assert np.mean([a == b for a, b in zip(guess, truth, strict=True)]) > 0.95
    assert guess[-1] == "copyright"


async def tuned_vectors_are_listened_to(folder: Path) -> None:
    """Where words and vectors tell nothing; wherever their common middle lies."""
    x, labels = clouds()
    silent = Features(csr_matrix(np.ones((125, 1))), np.ones((125, 2)), 5 + x.dense)
    ensemble = IntentEnsemble().fit(silent, labels)
    guess = ensemble.intents[ensemble.probabilities(silent).argmax(axis=1)]
    assert np.mean(guess == np.array(labels)) > 0.95


async def one_intent_cannot_be_learned(folder: Path) -> None:
    x, _ = clouds()
    told = failure(lambda: IntentEnsemble().fit(x, ["hours"] * x.dense.shape[0]))
    assert "two intents" in told


async def every_intent_is_dealt_to_every_fold(folder: Path) -> None:
    y = np.repeat([0, 1, 2], [30, 6, 4])
    fold = dealt(y, 3, seed=7)
    assert {len(np.unique(fold[y == intent])) for intent in (0, 1, 2)} == {3}
    assert np.ptp(np.bincount(fold)) <= 1


async def an_opinion_that_knows_nothing_is_not_heard(folder: Path) -> None:
    numbers = np.random.default_rng(3)
    truth = numbers.integers(0, 4, 600)
    knows = np.where(np.eye(4)[truth] > 0, 0.0, -2.0) + numbers.normal(0, 0.5, (600, 4))
    guesses = numbers.normal(0, 2, (600, 4))
    good, none = learned_weights(np.stack([log_softmax(knows), log_softmax(guesses)]), truth)
    assert good > 0.5
    assert none < 0.05


async def words_and_characters_weigh_as_scikit_learn_does(folder: Path) -> None:
    texts = ["Renew my books?", "renew my loans", "\u7eed\u501f\u56fe\u4e66", "books, books!"]
    ours = WordsAndCharacters(min_count=1).fit(texts)
    theirs = TfidfVectorizer(
        analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, preprocessor=normal
    ).fit_transform(texts)
    found = ours.transform(texts)
    assert np.allclose(found[:, -theirs.shape[1] :].toarray(), theirs.toarray())
    assert ours.transform(["\u7fd2"]).nnz == 0


async def traditional_chinese_is_read_as_simplified(folder: Path) -> None:
    ours = WordsAndCharacters(min_count=1).fit(["\u7eed\u501f\u56fe\u4e66", "renew"])
    traditional, simplified = ours.transform(
        ["\u7e8c\u501f\u5716\u66f8", "\u7eed\u501f\u56fe\u4e66"]
    )
    assert traditional.nnz > 0
    assert (traditional != simplified).nnz == 0


async def what_lies_far_is_outside(folder: Path) -> None:
    x, _ = clouds()
    far = -np.eye(8)[[5, 6, 7]].astype(np.float32)
    outside = Outside(refused=0.05).fit(x.dense, far)
    assert (outside.nearness(x.dense) < 0).mean() <= 0.06
    assert (outside.nearness(far) < 0).all()
    assert not outside.is_outside(-1.0, best=0.99)
    assert outside.is_outside(-1.0, best=0.2)


async def intents_of_a_librarys_own_are_known(folder: Path) -> None:
    from assistant.engine.components.classifier import is_ours
    from assistant.engine.components.shipped import shipped_intents

    assert is_ours(shipped_intents())
    assert is_ours([*shipped_intents(), "parking"])
    assert is_ours(["hours", "renew"])
    assert not is_ours(["hours", "parking"])


async def the_tuned_layers_are_heard(folder: Path) -> None:
    """Of Refdesk's own intents; a library's own were learned with their vectors as features."""
    from rasa.shared.nlu.training_data.message import Message

    from assistant.engine.components import classifier
    from assistant.engine.components.encoder import WORDS
    from assistant.engine.components.features import attach
    from index.onnx_encoder import Words

    class Sure:
        def scores(self, states: np.ndarray) -> np.ndarray:
            return np.array([[0.1, 0.1, 0.8]])

        def vector(self, states: np.ndarray) -> np.ndarray:
            return np.zeros((1, 0))

        def with_others(self, intents: object, others: object, scores: np.ndarray) -> np.ndarray:
            return scores

    x, labels = clouds()
    whole = classifier.EnsembleClassifier.get_default_config()
    part = classifier.EnsembleClassifier(whole, None, None)
    part._ensemble = IntentEnsemble().fit(x, labels)
    part._outside = Outside().fit(x.dense, x.dense[:0])
    classifier.tuned = Sure

    def guess(ours: bool) -> str:
        part._ours = ours
        message = Message.build("till when")
        attach(message, x.sparse[:1], "words")
        attach(message, x.dense[:1], "vector")
        message.set(WORDS, Words([], np.zeros((4, 8), np.float32), []))
        part.process([message])
        return message.get("intent")["name"]

    assert (guess(ours=True), guess(ours=False)) == ("rooms", "hours")


async def a_training_reads_messages_as_readers_do(folder: Path) -> None:
    """One by one: in 8 bits a vector would differ with what is encoded beside it."""
    import os

    from rasa.shared.nlu.training_data.message import Message

    from assistant.engine.components import encoder

    os.environ[encoder.VECTOR_CACHE] = str(folder / "vectors.npz")
    texts = ["hours", "有没有讲园林的书", "my gran wants the one with the whale in it, is that in?"]
    layers, messages = encoder.tuned(), [Message.build(text) for text in texts]
    for read in (layers.scores, layers.vector):
        vectors, told = encoder.encode_all(texts), encoder.tell_all(messages, read)
        for row, text in enumerate(texts):
            alone = encoder._read(text)
            assert np.allclose(alone.vector, vectors[row], atol=1e-6)
            assert np.allclose(read(alone.words.whole)[0], told[row], atol=1e-5)


async def words_that_were_marked_are_searched_for_as_marked(folder: Path) -> None:
    from rasa.shared.nlu.training_data.message import Message

    from assistant.engine.components import tagger
    from assistant.engine.components.encoder import WORDS
    from assistant.engine.understanding.marked import read_line
    from index.onnx_encoder import Words

    part = tagger.WordTagger(None, None)
    lines = [read_line(line) for line in ("no, [indian]", "like <dune> but [funny]", "hello")]
    part._tagger, part._taught = tagger.Tagger(), tagger.taught(lines)
    message = Message.build("No, Indian")
    message.set(WORDS, Words([], np.zeros((0, 4)), []))
    part.process([message])
    assert message.get(tagger.TAGGED) == [tagger.Tagged("query", 4, 10)]
    assert "like dune but funny" not in part._taught


async def tensorflow_is_left_out(folder: Path) -> None:
    import tensorflow as tf
    from rasa.core.policies.ted_policy import TEDPolicy

    assert TEDPolicy
    assert not hasattr(tf, "__file__") or tf.__file__ is None

    class Layer(tf.keras.layers.Layer):
        """Rasa's own components are defined like this."""

    assert "REFDESK_TENSORFLOW" in failure(Layer)


async def only_what_can_be_pressed_is_a_payload(folder: Path) -> None:
    from types import SimpleNamespace

    from rasa.core.channels.channel import UserMessage

    from assistant.engine.channel import Turns, Unreadable

    domain = SimpleNamespace(intents=["renew", "known_item", "find", "go_back", "restart"])
    turns = Turns(SimpleNamespace(parse_messages=None, domain=domain), None)
    odd = ("/find[1]", '/find{"text": 3}', '/find{"filters": {"year_from": 1e999}}')
    for payload in ("/renew{}", "/known_item{}", "/go_back", "/restart", *odd):
        try:
            turns._pressed(UserMessage(payload))
        except Unreadable:
            continue
        raise AssertionError(f"{payload} was taken")
    assert turns._pressed(UserMessage("/back"))["intent"]["name"] == "go_back"
    found = turns._pressed(UserMessage('/find{"text": "birds"}'))
    assert found["entities"][0]["value"] == {"text": "birds"}


async def a_librarys_rule_is_found_as_rasa_finds_it(folder: Path) -> None:
    from rasa.core.policies.rule_policy import RulePolicy
    from rasa.engine.graph import ExecutionContext, GraphSchema
    from rasa.engine.storage.local_model_storage import LocalModelStorage
    from rasa.engine.storage.resource import Resource
    from rasa.shared.core.domain import Domain
    from rasa.shared.core.events import ActionExecuted, UserUttered
    from rasa.shared.core.generator import TrackerWithCachedStates

    from assistant.engine.components.policy import PromptRulePolicy

    domain = Domain.from_yaml("intents: [parking, hours]\nactions: [action_turn, action_parking]")

    def said(*acts: str, rule: bool = False) -> TrackerWithCachedStates:
        told = [
            UserUttered("", {"name": a}) if a in domain.intents else ActionExecuted(a) for a in acts
        ]
        return TrackerWithCachedStates.from_events(
            "reader", told, domain=domain, is_rule_tracker=rule
        )

    config = {**PromptRulePolicy.get_default_config(), "enable_fallback_prediction": False}
    parts = (
        config,
        LocalModelStorage(folder),
        Resource("rules"),
        ExecutionContext(GraphSchema({})),
    )
    rule = said("...", "action_listen", "parking", "action_parking", "action_listen", rule=True)
    PromptRulePolicy.create(*parts).train([rule], domain)
    ours, rasas = PromptRulePolicy.load(*parts), RulePolicy.load(*parts)

    def next_after(policy: RulePolicy, *acts: str) -> str | None:
        sure = policy.predict_action_probabilities(said(*acts), domain).probabilities
        return domain.action_names_or_texts[int(np.argmax(sure))] if max(sure) > 0 else None

    before = ("action_listen", "hours", "action_turn", "action_listen")
    assert next_after(ours, *before, "parking") == "action_parking"
    assert next_after(ours, *before, "parking", "action_parking") == "action_listen"
    assert next_after(ours, *before, "hours") is None
    for end in (("parking",), ("parking", "action_parking"), ("hours",), ("hours", "action_turn")):
        assert next_after(ours, *before, *end) == next_after(rasas, *before, *end)


async def a_message_that_no_tagger_saw_is_read(folder: Path) -> None:
    """Those of a measurement, many at once: their vectors come without the states of words."""
    from rasa.shared.nlu.training_data.message import Message

    from assistant.engine.components.reader import RuleReader
    from assistant.engine.understanding.reader import Reader

    message = Message.build("novels published after 2010")
    RuleReader(Reader()).process([message])
    assert "year_from" in {one["entity"] for one in message.get("entities")}


CHECKS: dict[str, Callable[[Path], object]] = {
    check.__name__: check
    for check in (
        tracker_survives_a_restart, unsaved_turns_are_taken_back, erased_is_gone, intents_are_told_apart, tuned_vectors_are_listened_to,
        one_intent_cannot_be_learned, every_intent_is_dealt_to_every_fold,
        an_opinion_that_knows_nothing_is_not_heard, words_and_characters_weigh_as_scikit_learn_does,
        traditional_chinese_is_read_as_simplified, what_lies_far_is_outside,
        intents_of_a_librarys_own_are_known, the_tuned_layers_are_heard,
        a_training_reads_messages_as_readers_do,
        words_that_were_marked_are_searched_for_as_marked,
        tensorflow_is_left_out, only_what_can_be_pressed_is_a_payload,
        a_librarys_rule_is_found_as_rasa_finds_it,
        a_message_that_no_tagger_saw_is_read,
    )
}  # fmt: skip

if __name__ == "__main__":
    for name in sys.argv[1:] or CHECKS:
        with tempfile.TemporaryDirectory() as place:
            asyncio.run(CHECKS[name](Path(place)))  # type: ignore[arg-type]
        print("passed", name)
