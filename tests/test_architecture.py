"""The arrows point one way: what each room may import."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PURE = ("facts", "language", "entities", "answers", "interface")
FRAMEWORKS = ("rasa", "rasa_sdk", "sanic", "aiohttp", "httpx", "starlette", "flask")
MAY_USE = {
    "language": set(),
    "entities": {"language"},
    "facts": {"language"},
    "answers": {"facts", "language", "entities"},
    "interface": {"answers", "facts", "language"},
    "nlu": {"answers", "facts", "language", "entities", "project"},
    "channels": {"answers", "facts", "interface", "language", "project"},
    "project": {"answers", "facts", "language"},
    "conversations": {"language"},
    "shared": set(),
    "run": {"answers", "conversations", "facts", "language"},
    "cli": {"run", "project", "answers", "facts", "language", "channels", "conversations"},
}


def _imports(room: str) -> Iterator[tuple[Path, str]]:
    place = ROOT / "horgos" / room
    files = sorted(place.rglob("*.py")) if place.is_dir() else [place.with_suffix(".py")]
    assert files
    for path in files:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from ((path, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield path, node.module


@pytest.mark.parametrize("room", PURE)
def test_pure_rooms_know_no_framework(room: str) -> None:
    found = [(p.name, name) for p, name in _imports(room) if name.split(".")[0] in FRAMEWORKS]
    assert found == []


@pytest.mark.parametrize("room", sorted(MAY_USE))
def test_rooms_import_only_what_stands_below_them(room: str) -> None:
    used = {name.split(".")[1] for _, name in _imports(room) if name.startswith("horgos.")}
    assert used - {room} <= MAY_USE[room]


def test_every_room_is_listed() -> None:
    rooms = {path.stem for path in (ROOT / "horgos").iterdir() if path.stem[0] not in "_.p"}
    assert rooms - {"py"} <= set(MAY_USE)


def test_actions_hold_no_answer_of_their_own() -> None:
    for path in sorted((ROOT / "actions").glob("*.py")):
        text = path.read_text(encoding="utf-8")
        assert text.isascii(), f"{path}: sentences belong into locales/"
