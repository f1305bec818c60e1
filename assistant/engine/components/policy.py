"""The dialogue policy: after a message comes the library's action, after an action the reader."""

from __future__ import annotations

from typing import Any

from rasa.core.policies.policy import Policy, PolicyPrediction
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
