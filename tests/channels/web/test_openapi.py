"""docs/web-channel.openapi.yml is what the real guide does."""

from __future__ import annotations

import copy
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from ruamel.yaml import YAML
from schemathesis.openapi import from_dict

from horgos.channels.web.body import MAX_BODY
from horgos.channels.web.errors import ErrorCode
from horgos.channels.web.requests import MAX_TEXT
from horgos.channels.web.sessions import LIFETIMES
from tests.channels.web.visiting import Visitor
from tests.running import RunningGuide

PATH = Path(__file__).resolve().parents[3] / "docs" / "web-channel.openapi.yml"
DESCRIBED: dict[str, Any] = YAML(typ="safe").load(PATH.read_text(encoding="utf-8"))
RESPONSES: dict[str, Any] = DESCRIBED["components"]["responses"]
EXAMPLES = 120
"""Requests made up for each operation."""
MESSAGES_OF_A_SESSION = 10
"""Half of what a session may send: some checks send a request again."""

cases: Counter[str] = Counter()


def _codes(response: dict[str, Any]) -> list[str]:
    schema = response["content"]["application/json"]["schema"]["allOf"][1]
    codes: list[str] = schema["properties"]["error"]["properties"]["code"]["enum"]
    return codes


def test_it_is_valid() -> None:
    from_dict(DESCRIBED).validate()


@pytest.mark.parametrize("missing", ["info", "openapi"])
def test_one_that_is_not_would_be_found(missing: str) -> None:
    broken = copy.deepcopy(DESCRIBED)
    if missing == "openapi":
        broken["paths"]["/webhooks/web/ping"]["post"]["responses"] = 5
    else:
        del broken[missing]["title"]
    with pytest.raises(Exception, match=r"required|valid|type"):
        from_dict(broken).validate()


def test_every_code_is_in_it_with_its_example() -> None:
    described = {code for response in RESPONSES.values() for code in _codes(response)}
    assert described == {error.code for error in ErrorCode}
    for response in RESPONSES.values():
        examples = response["content"]["application/json"]["examples"]
        assert set(examples) == set(_codes(response))
        for code, example in examples.items():
            assert example["value"]["error"]["code"] == code


def test_every_code_stands_at_its_status() -> None:
    status = {error.code: str(error.status) for error in ErrorCode}
    seen = set()
    for path in DESCRIBED["paths"].values():
        (operation,) = path.values()
        for number, response in operation["responses"].items():
            if "$ref" in response:
                name = response["$ref"].rpartition("/")[2]
                seen.add(name)
                assert {status[code] for code in _codes(RESPONSES[name])} == {number}
    # Other addresses have no description of their own.
    assert set(RESPONSES) - seen == {"NotFound"}


def test_bounds_are_those_of_the_code() -> None:
    schemas = DESCRIBED["components"]["schemas"]
    assert schemas["MessageRequest"]["properties"]["text"]["maxLength"] == MAX_TEXT
    assert set(schemas["Session"]["properties"]["expires_in"]["enum"]) == {
        int(lifetime.total_seconds()) for lifetime in LIFETIMES.values()
    }
    assert str(MAX_BODY) in RESPONSES["TooLarge"]["description"]


@schemathesis.deserializer("application/x-ndjson")
def _lines(_: Any, response: Any) -> list[Any]:
    return [json.loads(line) for line in response.content.splitlines()]


@pytest.fixture(scope="module")
def api(web_guide: RunningGuide) -> schemathesis.BaseSchema:
    described = from_dict(DESCRIBED)
    described.config.update(base_url=web_guide.settings.url)
    return described


@pytest.fixture(scope="module")
def tokens(web_guide: RunningGuide) -> Iterator[Iterator[str]]:
    """Tokens enough, none used more often than its session may ask."""

    def endless() -> Iterator[str]:
        while True:
            yield from [Visitor(web_guide).token] * MESSAGES_OF_A_SESSION

    yield endless()


anything = schemathesis.pytest.from_fixture("api")


@pytest.mark.guide
@anything.parametrize()
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=True,
)
def test_whatever_is_sent_the_answer_is_as_described(
    case: schemathesis.Case, tokens: Iterator[str]
) -> None:
    headers = {}
    if case.operation.path.endswith("/message"):
        headers = {"Authorization": f"Bearer {next(tokens)}"}
    response = case.call_and_validate(headers=headers)
    assert response.status_code < 500
    cases[f"{case.operation.path} {response.status_code}"] += 1


@pytest.mark.guide
def test_enough_was_sent_and_both_served_and_refused() -> None:
    print(sorted(cases.items()))
    for name, served in (("session", 200), ("message", 200), ("ping", 204)):
        counts = {
            key.rpartition(" ")[2]: number
            for key, number in cases.items()
            if key.startswith(f"/webhooks/web/{name} ")
        }
        assert sum(counts.values()) >= EXAMPLES
        assert counts.get(str(served), 0) >= 10
        assert counts.get("400", 0) >= 10
        assert counts.get("429", 0) == 0
    # Nothing can be said to it in many ways.
    assert cases["/webhooks/web/health 200"] >= 1
