"""The dialogue policies: a library's rules; else after a message our action, then the reader."""

from __future__ import annotations

from typing import Any

from rasa.core.policies.policy import Policy, PolicyPrediction
from rasa.core.policies.rule_policy import RULES, RulePolicy
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker

TURN = "action_turn"
_SURE = 0.9  # below a rule's 1.0: a rule that a library adds wins


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=True
)
class TurnPolicy(Policy):
    """Calls `action_turn` once for every message, unless a rule says otherwise."""

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {"priority": 1}

    def train(self, training_trackers: list[Any], domain: Domain, **kwargs: Any) -> Resource:
        """Nothing to learn; fails when the domain does not know the action."""
        domain.index_for_action(TURN)
        return self._resource

    def predict_action_probabilities(
        self,
        tracker: DialogueStateTracker,
        domain: Domain,
        rule_only_data: dict[str, Any] | None = None,
        **kwargs: Any,
    ) -> PolicyPrediction:
        heard = tracker.latest_action_name == ACTION_LISTEN_NAME
        scores = self._default_predictions(domain)
        scores[domain.index_for_action(TURN if heard else ACTION_LISTEN_NAME)] = _SURE
        return self._prediction(scores)


@DefaultV1Recipe.register(
    DefaultV1Recipe.ComponentType.POLICY_WITHOUT_END_TO_END_SUPPORT, is_trainable=True
)
class PromptRulePolicy(RulePolicy):
    """Rasa's RulePolicy, which goes through a conversation only when a rule may fit its end."""

    _ends: set[tuple[str | None, str | None]] | None = None  # None while it learns

    @classmethod
    def load(cls, *args: Any, **kwargs: Any) -> PromptRulePolicy:
        """As Rasa's; remembers where each rule says what is next: after which intent and action."""
        loaded: PromptRulePolicy = super().load(*args, **kwargs)
        loaded._ends = {_end(loaded._rule_key_to_state(key)[-1]) for key in loaded.lookup[RULES]}
        return loaded

    def _find_action_from_rules(
        self, tracker: DialogueStateTracker, domain: Domain, use_text_for_last_user_input: bool
    ) -> tuple[str | None, str | None, bool]:
        if self._ends is None or tracker.active_loop_name or self._may_fit(tracker, self._ends):
            return super()._find_action_from_rules(tracker, domain, use_text_for_last_user_input)
        return None, None, False

    @staticmethod
    def _may_fit(tracker: DialogueStateTracker, ends: set[tuple[str | None, str | None]]) -> bool:
        said = tracker.latest_message
        here = (said.intent_name if said else None, tracker.latest_action_name)
        return any(all(w in (None, h) for w, h in zip(end, here, strict=True)) for end in ends)


def _end(state: dict[str, Any]) -> tuple[str | None, str | None]:
    """The intent and the last action that the state asks for; None where any will do."""
    return state.get("user", {}).get("intent"), state.get("prev_action", {}).get("action_name")
