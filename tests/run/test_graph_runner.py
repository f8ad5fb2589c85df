"""The order components run in is the one dask finds; the outputs are the same."""

from __future__ import annotations

from typing import Any

import pytest
from rasa.engine.exceptions import GraphRunError
from rasa.engine.graph import ExecutionContext, GraphComponent, GraphSchema, SchemaNode
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.engine.storage.local_model_storage import LocalModelStorage

from horgos.run.graph_runner import SequentialGraphRunner


class Adds(GraphComponent):
    """Adds up what it is given."""

    calls = 0

    @classmethod
    def create(
        cls, config: dict[str, Any], model_storage: Any, resource: Any, execution_context: Any
    ) -> Adds:
        return cls()

    def run(self, a: int, b: int = 1) -> int:
        Adds.calls += 1
        return a + b


def node(**needs: str) -> SchemaNode:
    return SchemaNode(needs=needs, uses=Adds, constructor_name="create", fn="run", config={})


# "last" needs two nodes that both need "first".
SCHEMA = GraphSchema(
    {
        "last": SchemaNode({"a": "left", "b": "right"}, Adds, "create", "run", {}, is_target=True),
        "left": node(a="first"),
        "right": node(a="first", b="number"),
        "first": node(a="number"),
        "unwanted": node(a="number"),
    }
)


def runner(kind: type[DaskGraphRunner], tmp_path: Any) -> DaskGraphRunner:
    return kind(SCHEMA, LocalModelStorage(tmp_path), ExecutionContext(SCHEMA))


@pytest.mark.parametrize("targets", [None, ["last"], ["right", "first"], ["unwanted"]])
def test_outputs_are_those_of_rasas_runner(targets: list[str] | None, tmp_path: Any) -> None:
    given = {"number": 5}
    expected = runner(DaskGraphRunner, tmp_path).run(given, targets)
    assert runner(SequentialGraphRunner, tmp_path).run(given, targets) == expected
    assert len(expected) == len(targets or ["last"])


def test_each_node_runs_once_and_only_if_needed(tmp_path: Any) -> None:
    sequential = runner(SequentialGraphRunner, tmp_path)
    Adds.calls = 0
    assert sequential.run({"number": 5}) == {"last": 18}
    assert Adds.calls == 4


@pytest.mark.parametrize("given", [{}, {"number": 5, "first": 1}])
def test_a_missing_input_and_a_clash_are_refused(given: dict[str, int], tmp_path: Any) -> None:
    with pytest.raises(GraphRunError):
        runner(SequentialGraphRunner, tmp_path).run(given)
