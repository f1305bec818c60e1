"""The state machine: every act either moves to the one right owner or is refused."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import Conflict
from assistant.handoff import TRANSITIONS, Act, after
from assistant.model import Owner

ACTS = get_args(Act)


@given(st.sampled_from(list(Owner)), st.sampled_from(ACTS))
def test_an_act_that_does_not_fit_is_refused(owner: Owner, act: Act) -> None:
    if (owner, act) in TRANSITIONS:
        assert after(owner, act) == TRANSITIONS[owner, act]
    else:
        with pytest.raises(Conflict, match=owner.value):
            after(owner, act)


@given(st.lists(st.sampled_from(ACTS), max_size=40))
def test_the_assistant_speaks_again_only_by_an_explicit_act(acts: list[Act]) -> None:
    owner = Owner.ASSISTANT
    for act in acts:
        before = owner
        if (owner, act) in TRANSITIONS:
            owner = after(owner, act)
        if before == Owner.LIBRARIAN and owner == Owner.ASSISTANT:
            assert act == "hand_back"


def test_every_owner_can_be_left_and_every_act_is_used() -> None:
    assert {owner for owner, _ in TRANSITIONS} == set(Owner)
    assert {act for _, act in TRANSITIONS} == set(ACTS)
