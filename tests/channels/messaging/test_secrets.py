"""Secrets come from the environment or a file; what is missing names itself."""

from pathlib import Path

import pytest

from horgos.channels.messaging.secrets import MissingSecret, read_secret, read_secrets


def test_a_secret_comes_from_the_environment_or_a_file(tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text(" 12:ab\n", encoding="utf-8")
    assert read_secret({"TOKEN": " 34:cd "}, "TOKEN") == "34:cd"
    assert read_secret({"TOKEN_FILE": str(file)}, "TOKEN") == "12:ab"
    assert read_secret({"TOKEN": "34:cd", "TOKEN_FILE": "/nowhere"}, "TOKEN") == "34:cd"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (None, "cannot be read"),
        (b"", "is empty"),
        (b" \n", "is empty"),
        (b"\xff", "cannot be read"),
    ],
)
def test_a_useless_file_is_named(tmp_path: Path, content: bytes | None, told: str) -> None:
    file = tmp_path / "token"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(MissingSecret, match=f"TOKEN_FILE={file} {told}"):
        read_secret({"TOKEN_FILE": str(file)}, "TOKEN")


def test_all_that_is_missing_is_told_at_once() -> None:
    with pytest.raises(MissingSecret) as fault:
        read_secrets({"B": "x"}, ("A", "B", "C"))
    assert str(fault.value) == (
        "set A, or A_FILE to a file that holds it; set C, or C_FILE to a file that holds it"
    )
