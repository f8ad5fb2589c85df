"""A model's name changes with what the model is made of, and with nothing else."""

from pathlib import Path

import pytest

from horgos.run.fingerprint import INGREDIENTS, fingerprint


def test_it_is_the_same_for_the_same_project(project: Path) -> None:
    assert fingerprint(project) == fingerprint(project)
    assert len(fingerprint(project)) == 12


@pytest.mark.parametrize("name", INGREDIENTS)
def test_every_ingredient_counts(project: Path, name: str) -> None:
    before = fingerprint(project)
    path = project / name
    if not path.suffix and path.name != "uv.lock":
        path = path / "deep" / "new.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("changed")
    assert fingerprint(project) != before


@pytest.mark.parametrize(
    "name",
    [
        "README.md",
        "facts/facts.yml",
        "data/validation/en.yml",
        "data/nlu/.swp",
        "horgos/nlu/__pycache__/x.cpython-310.pyc",
        "lexicon/words.yml~",
        "horgos/cli/run.py",
    ],
)
def test_other_files_do_not_count(project: Path, name: str) -> None:
    before = fingerprint(project)
    path = project / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("changed")
    assert fingerprint(project) == before


def test_a_renamed_and_a_split_file_count(project: Path) -> None:
    seen = {fingerprint(project)}
    folder = project / "data" / "nlu" / "en"
    (folder / "greet.yml").rename(folder / "hello.yml")
    seen.add(fingerprint(project))
    text = (folder / "hello.yml").read_text()
    (folder / "hello.yml").write_text(text[:3])
    (folder / "hello2.yml").write_text(text[3:])
    seen.add(fingerprint(project))
    assert len(seen) == 3
