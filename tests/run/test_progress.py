"""A terminal sees one line that counts; a file sees few lines and no control characters."""

import io

import pytest

from horgos.run.progress import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_on_a_terminal_one_line_is_rewritten() -> None:
    terminal = Terminal()
    with progress("Training", terminal) as shown:
        shown.tick()
        shown.tick()
        shown.done("Trained")
    lines = terminal.getvalue().split("\r\x1b[K")
    assert [line[2:] for line in lines[1:3]] == ["Training ... 0 s"] * 2
    assert terminal.getvalue().endswith("\r\x1b[KTrained (0.0 s)\n")


def test_in_a_file_it_is_calm() -> None:
    file = io.StringIO()
    with progress("Training", file) as shown:
        for _ in range(1000):
            shown.tick()
        shown.done("Trained")
    assert file.getvalue() == "Training ...\nTrained (0.0 s)\n"


def test_a_failure_leaves_a_clean_line() -> None:
    terminal = Terminal()
    with pytest.raises(ValueError), progress("Training", terminal) as shown:
        shown.tick()
        raise ValueError
    assert terminal.getvalue().endswith("\r\x1b[K")
