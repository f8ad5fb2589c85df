"""Files are made once, whatever happens to them or beside them."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from horgos.nlu.onnx.artifacts import Built, ensure

INGREDIENTS = {"flour": "1", "code": "2"}


class Kitchen:
    """Makes two files and counts how often."""

    def __init__(self) -> None:
        self.times = 0

    def make(self, folder: Path) -> None:
        self.times += 1
        (folder / "bread").write_text("warm")
        (folder / "salt").write_bytes(b"\0" * 3_000_000)

    def ensure(self, folder: Path, **changed: str) -> Built:
        return ensure(folder, {**INGREDIENTS, **changed}, self.make)


@pytest.fixture
def kitchen() -> Kitchen:
    return Kitchen()


def test_files_are_made_once(tmp_path: Path, kitchen: Kitchen) -> None:
    first, second = (kitchen.ensure(tmp_path / "new" / "place") for _ in range(2))
    assert (first.made_now, second.made_now, kitchen.times) == (True, False, 1)
    assert (first.identity, first.seconds) == (second.identity, second.seconds)
    assert (first.folder / "bread").read_text() == "warm"


def damage_a_byte(folder: Path) -> None:
    content = bytearray((folder / "salt").read_bytes())
    content[2_500_000] = 1
    (folder / "salt").write_bytes(content)


def cut_short(folder: Path) -> None:
    (folder / "salt").write_bytes(b"\0")


def lose_a_file(folder: Path) -> None:
    (folder / "bread").unlink()


def lose_the_manifest(folder: Path) -> None:
    (folder / "manifest.json").unlink()


def break_the_manifest(folder: Path) -> None:
    (folder / "manifest.json").write_text('{"files":')


def list_for_a_manifest(folder: Path) -> None:
    (folder / "manifest.json").write_text("[]")


def manifest_of_another_kind(folder: Path) -> None:
    (folder / "manifest.json").write_text(json.dumps({"files": [], "bread": 1}))


@pytest.mark.parametrize(
    "harm",
    [
        damage_a_byte,
        cut_short,
        lose_a_file,
        lose_the_manifest,
        break_the_manifest,
        list_for_a_manifest,
        manifest_of_another_kind,
    ],
)
def test_harmed_files_are_made_again(
    tmp_path: Path, kitchen: Kitchen, harm: Callable[[Path], None]
) -> None:
    before = kitchen.ensure(tmp_path)
    harm(tmp_path)
    after = kitchen.ensure(tmp_path)
    assert (after.made_now, after.identity) == (True, before.identity)
    assert not kitchen.ensure(tmp_path).made_now


def test_other_ingredients_make_other_files(tmp_path: Path, kitchen: Kitchen) -> None:
    before, after = kitchen.ensure(tmp_path), kitchen.ensure(tmp_path, flour="rye")
    assert after.made_now
    assert after.identity != before.identity


def test_a_failure_leaves_no_files_and_the_next_call_makes_them(
    tmp_path: Path, kitchen: Kitchen
) -> None:
    def burn(folder: Path) -> None:
        (folder / "bread").write_text("black")
        raise RuntimeError("burnt")

    with pytest.raises(RuntimeError, match="burnt"):
        ensure(tmp_path, INGREDIENTS, burn)
    assert [path.name for path in tmp_path.iterdir()] == [".lock"]
    assert kitchen.ensure(tmp_path).made_now


def test_what_a_killed_process_left_is_cleared_away(tmp_path: Path, kitchen: Kitchen) -> None:
    left = tmp_path / ".making-x1"
    left.mkdir()
    (left / "bread").write_text("half")
    kitchen.ensure(tmp_path)
    assert not left.exists()


def test_sound_files_are_used_where_nothing_can_be_written(
    tmp_path: Path, kitchen: Kitchen, monkeypatch: pytest.MonkeyPatch
) -> None:
    kitchen.ensure(tmp_path)
    monkeypatch.setattr("horgos.nlu.onnx.artifacts._locked", None)
    assert not kitchen.ensure(tmp_path).made_now


def test_of_processes_that_ask_at_once_one_makes_the_files(tmp_path: Path) -> None:
    program = (
        "import sys, time\n"
        "from pathlib import Path\n"
        "from horgos.nlu.onnx.artifacts import ensure\n"
        "def make(folder):\n"
        "    time.sleep(0.5)\n"
        "    (folder / 'bread').write_text('warm')\n"
        "print(ensure(Path(sys.argv[1]), {}, make).made_now)\n"
    )
    command = [sys.executable, "-c", program, str(tmp_path / "shared")]
    cooks = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    said = sorted(cook.communicate(timeout=60)[0].strip() for cook in cooks)
    assert said == ["False", "False", "False", "True"]
