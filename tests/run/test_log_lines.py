"""Of the children's logs the terminal shows what matters, a line each, once."""

from pathlib import Path

import pytest

from horgos.run.log_lines import LogTail, complaint, start_log

STAMP = "2026-11-22 10:47:47"


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        (f"{STAMP} ERROR    rasa.core.x  - No database", "ERROR No database"),
        (f"{STAMP} WARNING  root  - Slow   disk", "WARNING Slow disk"),
        (f'{STAMP} ERROR    r.c  - {{"event": "a.b", "event_info": "Gone"}}', "ERROR Gone"),
        (f'{STAMP} ERROR    r.c  - {{"event": "a.b"}}', "ERROR a.b"),
        (f"{STAMP} ERROR    r.c  - {{not json", "ERROR {not json"),
        (f"{STAMP} INFO     root  - ERROR is not the level here", None),
        ("x.py:1: DeprecationWarning: old", None),
        ("  File 'x.py', line 3", None),
        ("", None),
    ],
)
def test_complaints(line: str, shown: str | None) -> None:
    assert complaint(line) == shown


def test_a_long_complaint_is_cut() -> None:
    told = complaint(f"{STAMP} ERROR    r  - {'x' * 5000}")
    assert told is not None
    assert len(told) == 300


def test_only_what_is_new_is_told_and_only_once(tmp_path: Path) -> None:
    log = tmp_path / "x.log"
    log.write_text(f"{STAMP} ERROR    r  - before the start\n")
    tail = LogTail(log)
    with log.open("a") as file:
        file.write(f"\x1b[31m{STAMP} ERROR    r  - one\x1b[0m\n{STAMP} ERROR    r  - o")
    assert list(tail.complaints()) == ["ERROR one"]
    with log.open("a") as file:
        file.write(f"ne\n{STAMP} ERROR    r  - two\n")
    assert list(tail.complaints()) == ["ERROR two"]


def test_new_complaints_are_told_however_many_came_before(tmp_path: Path) -> None:
    log = tmp_path / "x.log"
    tail = LogTail(log)
    log.write_text("".join(f"{STAMP} ERROR    r  - failed; id {n}\n" for n in range(500)))
    assert len(list(tail.complaints())) == 500


def test_last_words_leave_out_progress_bars(tmp_path: Path) -> None:
    log = tmp_path / "x.log"
    tail = LogTail(log)
    assert tail.last_words(1) == []
    log.write_text("Traceback\nValueError: no domain\nEpochs:  10%|# | 1/10 [00:01]\r\n")
    assert tail.last_words(2) == ["Traceback", "ValueError: no domain"]


def test_last_words_are_not_told_twice(tmp_path: Path) -> None:
    log = tmp_path / "x.log"
    tail = LogTail(log)
    log.write_text(f"{STAMP} ERROR    r  - no model\n")
    assert list(tail.complaints()) == ["ERROR no model"]
    assert tail.last_words(1) == []


def test_a_large_log_is_put_aside(tmp_path: Path) -> None:
    log = tmp_path / "x.log"
    log.write_bytes(b"x" * 10_000_001)
    start_log(log)
    assert not log.exists()
    assert (tmp_path / "x.log.1").exists()


def test_a_log_that_was_emptied_is_read_from_its_beginning(tmp_path: Path) -> None:
    """As logrotate does with copytruncate."""
    log = tmp_path / "x.log"
    log.write_text("a long line of the day before\n" * 9)
    tail = LogTail(log)
    log.write_text(f"{STAMP} ERROR    r  - today\n")
    assert list(tail.complaints()) == ["ERROR today"]
    assert tail.last_words(1) == []
