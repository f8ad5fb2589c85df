"""Secrets of an app: from the environment, or from the file that the environment names."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


class MissingSecret(Exception):
    """A channel lacks a secret; the text names the variable and the mend."""


def read_secret(environment: Mapping[str, str], name: str) -> str:
    """The value of ``NAME``, or what stands in the file that ``NAME_FILE`` names.

    Raises:
        MissingSecret: Neither is set, or the file is empty or cannot be read.
    """
    value = environment.get(name, "").strip()
    if value:
        return value
    file = environment.get(f"{name}_FILE", "").strip()
    if not file:
        raise MissingSecret(f"set {name}, or {name}_FILE to a file that holds it")
    try:
        value = Path(file).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as fault:
        raise MissingSecret(f"{name}_FILE={file} cannot be read: {fault}") from None
    if not value:
        raise MissingSecret(f"{name}_FILE={file} is empty")
    return value


def read_secrets(environment: Mapping[str, str], names: tuple[str, ...]) -> dict[str, str]:
    """Several secrets by name.

    Raises:
        MissingSecret: One line with all that is missing.
    """
    found: dict[str, str] = {}
    missing: list[str] = []
    for name in names:
        try:
            found[name] = read_secret(environment, name)
        except MissingSecret as fault:
            missing.append(str(fault))
    if missing:
        raise MissingSecret("; ".join(missing))
    return found
