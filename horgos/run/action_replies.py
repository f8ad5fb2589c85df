"""How Rasa checks what the action server sends back: against a schema that is known to be one.

Rasa hands its schema to ``jsonschema.validate`` at every reply, which first proves, each time
anew, that the schema is a schema: two thirds of all that a message costs (docs/adr/0006). The
schema never changes, so it is proved once. And it knows an event by trying all kinds; here an
event is held against its own kind only, which comes to the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator, ValidationError
from rasa.core.actions.action import RemoteAction


def prove_the_schema_once() -> None:
    """Let every remote action check its replies this way."""
    RemoteAction._validate_action_result = _is_valid


def _is_valid(action: RemoteAction, result: Any) -> bool:
    """True for a reply that fits.

    Raises:
        jsonschema.ValidationError: It does not; Rasa makes a failed action of that.
    """
    for fault in _checks().faults(result):
        raise fault
    return True


@dataclass(frozen=True)
class _Checks:
    """The schema, taken apart.

    Attributes:
        frame: All but the kinds of events.
        kinds: By name of the event.
    """

    frame: Draft202012Validator
    kinds: dict[str, Draft202012Validator]

    def faults(self, result: Any) -> Iterator[ValidationError]:
        """What does not fit."""
        yield from self.frame.iter_errors(result)
        for event in result.get("events", []):
            kind = self.kinds.get(event["event"])
            if kind is None:
                yield ValidationError(f"{event['event']!r} is no kind of event Rasa knows")
            else:
                yield from kind.iter_errors(event)


@cache
def _checks() -> _Checks:
    schema = RemoteAction.action_response_format_spec()
    Draft202012Validator.check_schema(schema)
    events = schema["properties"]["events"]["items"]
    kinds = {kind["properties"]["event"]["const"]: kind for kind in events["oneOf"]}
    any_event = {key: value for key, value in events.items() if key != "oneOf"}
    frame = {
        **schema,
        "properties": {
            **schema["properties"],
            "events": {"type": "array", "items": any_event},
        },
    }
    each = {name: Draft202012Validator(kind) for name, kind in kinds.items()}
    return _Checks(Draft202012Validator(frame), each)
