"""``timed_run.py RESULT MODULE ARGUMENT ...``: ``python -m MODULE``, its time taken apart.

RESULT becomes a JSON list when the process ends in order: for every message the milliseconds of
each part of ``spans.yml``, in the order the messages were done with.
"""

from __future__ import annotations

import inspect
import json
import runpy
import sys
import time
from collections.abc import Callable, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any

import wrapt
from ruamel.yaml import YAML

SPANS = Path(__file__).with_name("spans.yml")


class _Span:
    """A call that is going on, and what it belongs to."""

    def __init__(self, part: str, parent: _Span | None) -> None:
        self.part = part
        self.parts: dict[str, float] = {} if parent is None else parent.parts
        self.parent = parent
        self.within = 0.0
        self.started = time.perf_counter()

    def end(self) -> None:
        took = 1000 * (time.perf_counter() - self.started)
        self.parts[self.part] = self.parts.get(self.part, 0.0) + took - self.within
        if self.parent is not None:
            self.parent.within += took


_current: ContextVar[_Span | None] = ContextVar("span", default=None)
_messages: list[dict[str, float]] = []


def main() -> None:
    """Wrap what is timed as soon as it is imported, and run."""
    result, module, *arguments = sys.argv[1:]
    for part, names in YAML(typ="safe").load(SPANS.read_text(encoding="utf-8"))["spans"].items():
        for name in names:
            _time_when_imported(name, part)
    sys.argv = [module, *arguments]
    # As ``python -m`` has it: the current folder, not the one of this script.
    sys.path[0] = str(Path.cwd())
    try:
        runpy.run_module(module, run_name="__main__", alter_sys=True)
    finally:
        Path(result).write_text(json.dumps(_messages), encoding="utf-8")


def _time_when_imported(name: str, part: str) -> None:
    module, _, function = name.partition(":")

    def wrap(imported: Any) -> None:
        wrapt.wrap_function_wrapper(imported, function, _timed(part))

    wrapt.register_post_import_hook(wrap, module)


def _timed(part: str) -> Callable[..., Any]:
    def call(wrapped: Any, instance: Any, given: tuple[Any, ...], named: Mapping[str, Any]) -> Any:
        name = part.format(component=_component(instance))
        if inspect.iscoroutinefunction(wrapped):
            return _awaited(name, wrapped(*given, **named))
        with _span(name):
            return wrapped(*given, **named)

    return call


async def _awaited(name: str, coroutine: Any) -> Any:
    with _span(name):
        return await coroutine


@contextmanager
def _span(name: str) -> Any:
    span = _Span(name, _current.get())
    token = _current.set(span)
    try:
        yield
    finally:
        _current.reset(token)
        span.end()
        if span.parent is None:
            _messages.append(span.parts)


def _component(node: Any) -> str:
    return getattr(getattr(node, "_component_class", None), "__name__", "")


if __name__ == "__main__":
    main()
