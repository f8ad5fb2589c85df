"""The project's files fit each other, or the guide says which do not before it starts."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from horgos.language.yaml_files import DataFileError
from horgos.project import load_project
from tests.running import ROOT

FACTS = ROOT / "facts" / "facts.yml"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for name in ("languages.yml", "topics.yml"):
        shutil.copy(ROOT / name, tmp_path)
    shutil.copytree(ROOT / "locales", tmp_path / "locales")
    return tmp_path


def test_a_topic_without_a_button_is_refused_by_file_and_key(copy: Path) -> None:
    path = copy / "topics.yml"
    path.write_text(path.read_text(encoding="utf-8") + "  cinema: {related: [duty_free]}\n")
    with pytest.raises(DataFileError, match=r"\w\w\.yml: buttons\.ask: 'cinema' is missing; add"):
        load_project(copy, FACTS)


def test_buttons_without_a_topic_are_refused_by_file_and_key(copy: Path) -> None:
    for path in (copy / "locales").glob("*.yml"):
        text = path.read_text(encoding="utf-8")
        assert text.count("  ask:\n") == 1
        path.write_text(text.replace("  ask:\n", "  ask:\n    cinema: K\n"), encoding="utf-8")
    with pytest.raises(DataFileError, match=r"'cinema' is no topic of topics\.yml; remove it"):
        load_project(copy, FACTS)
