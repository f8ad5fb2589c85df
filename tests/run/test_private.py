"""The folder of what the guide writes is its user's alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from horgos.run.failure import Failure
from horgos.run.private import make_private


def rights(path: Path) -> str:
    return oct(path.stat().st_mode & 0o7777)


def test_a_new_folder_is_closed_to_others(tmp_path: Path) -> None:
    make_private(tmp_path / "a" / "var", "HORGOS_VAR")
    assert rights(tmp_path / "a" / "var") == "0o700"


def test_a_folder_that_is_there_is_closed_too(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    make_private(tmp_path, "HORGOS_VAR")
    assert rights(tmp_path) == "0o700"


def test_a_folder_for_everybody_is_left_to_everybody(tmp_path: Path) -> None:
    tmp_path.chmod(0o1777)
    make_private(tmp_path, "HORGOS_VAR")
    assert rights(tmp_path) == "0o1777"


def test_what_cannot_be_a_folder_is_named_with_its_setting(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("")
    with pytest.raises(Failure) as caught:
        make_private(file / "var", "HORGOS_VAR")
    assert str(caught.value).startswith(f"HORGOS_VAR={file / 'var'}: Not a directory: choose")
