"""How the components of a model are run for a message: one after another, in an order found once.

Rasa asks dask to schedule its graph anew for every message, a quarter of the work of one whose
text is known (docs/adr/0006). At a message every node is already loaded, the graph never changes
and nothing runs at the same time, so the order is all there is to know.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

import rasa.core.processor
from rasa.engine.exceptions import GraphRunError
from rasa.engine.runner.dask import DaskGraphRunner


class SequentialGraphRunner(DaskGraphRunner):
    """Runs the nodes Rasa's runner holds, in the order of their needs."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take the nodes over (see parent class)."""
        super().__init__(*args, **kwargs)
        self._order = lru_cache(maxsize=None)(self._ordered)

    def run(
        self, inputs: dict[str, Any] | None = None, targets: list[str] | None = None
    ) -> dict[str, Any]:
        """Outputs of the targets (see parent class).

        Raises:
            GraphRunError: An input has the name of a node, or a node lacks an input.
        """
        results = {name: (name, value) for name, value in (inputs or {}).items()}
        clash = results.keys() & self._instantiated_nodes.keys()
        if clash:
            raise GraphRunError(f"An input has the name of a node: {sorted(clash)[0]}")
        wanted = tuple(targets or self._graph_schema.target_names)
        for name in self._order(wanted):
            needs = self._graph_schema.nodes[name].needs.values()
            results[name] = self._instantiated_nodes[name](*(results.get(n, n) for n in needs))
        return dict(results[target] for target in wanted)

    def _ordered(self, targets: Sequence[str]) -> tuple[str, ...]:
        """The targets and all they need, each once, what is needed first."""
        return tuple(dict.fromkeys(name for t in targets for name in self._with_needs(t)))

    def _with_needs(self, name: str) -> Iterator[str]:
        node = self._graph_schema.nodes.get(name)
        if node is None:
            return
        for need in node.needs.values():
            yield from self._with_needs(need)
        yield name


def run_in_sequence() -> None:
    """Let Rasa's message processor run its models this way."""
    rasa.core.processor.DaskGraphRunner = SequentialGraphRunner
