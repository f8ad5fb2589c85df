"""How Rasa checks what the action server sends back: against a schema that is known to be one.

Rasa hands its schema to ``jsonschema.validate`` at every reply, which first proves, each time
anew, that the schema is a schema: two thirds of all that a message costs (docs/adr/0006). The
schema never changes, so it is proved once.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match
from rasa.core.actions.action import RemoteAction


def prove_the_schema_once() -> None:
    """Let every remote action check its replies with the one validator."""
    RemoteAction._validate_action_result = _is_valid


def _is_valid(action: RemoteAction, result: dict[str, Any]) -> bool:
    """True for a reply that fits.

    Raises:
        jsonschema.ValidationError: It does not; Rasa makes a failed action of that.
    """
    fault = best_match(_validator().iter_errors(result))
    if fault is not None:
        raise fault
    return True


@cache
def _validator() -> Draft202012Validator:
    schema = RemoteAction.action_response_format_spec()
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)
