"""``horgos facts check`` and the ways a start is refused before anything runs."""

import shutil
import socket
from pathlib import Path

import pytest
from typer.testing import CliRunner

from horgos.cli import app

REPOSITORY = Path(__file__).resolve().parents[2]


@pytest.fixture
def facts_project(tmp_path: Path) -> Path:
    """A folder with the guide's own facts and written forms, and nothing else."""
    (tmp_path / "facts").mkdir()
    shutil.copy(REPOSITORY / "facts" / "facts.yml", tmp_path / "facts")
    for name in ("languages.yml", "topics.yml"):
        shutil.copy(REPOSITORY / name, tmp_path)
    return tmp_path


def run(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner(mix_stderr=False).invoke(app, list(arguments))
    return result.exit_code, result.stdout, result.stderr


def break_facts(project: Path) -> None:
    """Two facts lose their topic."""
    file = project / "facts" / "facts.yml"
    broken = file.read_text().replace("topic:", "tropic:", 2)
    file.write_text(broken)


def test_the_facts_of_this_repository_are_good() -> None:
    code, printed, _ = run("facts", "check", "--project", str(REPOSITORY))
    assert code == 0
    assert printed.splitlines()[-1].startswith("All good: ")
    assert " facts, " in printed
    assert printed.rstrip().endswith(" sources.")


def test_errors_are_all_printed_and_counted(facts_project: Path) -> None:
    break_facts(facts_project)
    code, printed, _ = run("facts", "check", "--project", str(facts_project))
    *issues, last = printed.splitlines()
    assert code == 1
    assert len(issues) >= 2
    assert last == f"{len(issues)} to mend before the guide can use this file."


def test_another_file_can_be_checked(facts_project: Path, tmp_path: Path) -> None:
    missing = tmp_path / "missing.yml"
    code, printed, _ = run(
        "facts", "check", "--file", str(missing), "--project", str(facts_project)
    )
    assert code == 1
    assert str(missing) in printed


def test_a_start_is_refused_with_broken_facts(
    facts_project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        monkeypatch.setenv("PORT", str(probe.getsockname()[1]))
    break_facts(facts_project)
    code, _, said = run("run", "--project", str(facts_project))
    assert code == 1
    assert said.count("\n") == 1
    assert "facts.yml:" in said
    assert "more: make facts)" in said


@pytest.mark.parametrize("command", ["run", "train", "chat"])
def test_a_wrong_setting_stops_every_command(monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    monkeypatch.setenv("PORT", "abc")
    assert run(command) == (2, "", "PORT='abc' is not a number from 1 to 65535.\n")


def test_a_taken_port_stops_a_start(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        monkeypatch.setenv("PORT", str(taken.getsockname()[1]))
        code, printed, said = run("run")
    assert (code, printed, said.count("\n")) == (1, "", 1)
    assert "is taken" in said


def test_the_phrasebook_is_written_where_it_is_told(tmp_path: Path) -> None:
    out = tmp_path / "pages" / "of-today"
    code, printed, _ = run("phrasebook", "--out", str(out), "--project", str(REPOSITORY))
    assert code == 0
    assert sorted(printed.splitlines()) == sorted(map(str, out.iterdir()))
    assert "霍尔果斯" in (out / "zh-Hans.md").read_text(encoding="utf-8")


def test_no_phrasebook_is_written_from_broken_facts(facts_project: Path, tmp_path: Path) -> None:
    (facts_project / "locales").symlink_to(REPOSITORY / "locales")
    break_facts(facts_project)
    out = tmp_path / "pages"
    code, _, said = run("phrasebook", "--out", str(out), "--project", str(facts_project))
    assert (code, out.exists()) == (1, False)
    assert "There is nothing to print: " in said
