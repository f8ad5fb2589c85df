"""The action server's replies are checked as Rasa checks them, against a schema proved once."""

from __future__ import annotations

from typing import Any

import pytest
from jsonschema import ValidationError
from rasa.core.actions.action import RemoteAction

from horgos.run.action_replies import prove_the_schema_once

GOOD = {"events": [{"event": "slot", "name": "form", "value": "en-Latn"}], "responses": [{}]}
BAD = [
    {"events": [{"event": "slot", "name": 5}], "responses": []},
    {"events": "none", "responses": []},
    {"events": [{"event": "no such event"}], "responses": []},
    {"events": [], "responses": [7]},
    [],
]


@pytest.fixture()
def action(monkeypatch: pytest.MonkeyPatch) -> RemoteAction:
    monkeypatch.setattr(
        RemoteAction, "_validate_action_result", RemoteAction._validate_action_result
    )
    prove_the_schema_once()
    return RemoteAction("action_answer", None)


def test_a_good_reply_passes(action: RemoteAction) -> None:
    assert action._validate_action_result(GOOD) is True


@pytest.mark.parametrize("reply", BAD)
def test_a_reply_rasa_refuses_is_refused(reply: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    untouched = RemoteAction("action_answer", None)
    with pytest.raises(ValidationError):
        untouched._validate_action_result(reply)
    monkeypatch.setattr(
        RemoteAction, "_validate_action_result", RemoteAction._validate_action_result
    )
    prove_the_schema_once()
    with pytest.raises(ValidationError):
        untouched._validate_action_result(reply)
