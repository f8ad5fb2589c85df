"""Reading the YAML files of this package."""

from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

HERE = Path(__file__).parent


class DataFileError(ValueError):
    """A data file cannot be used; the message names the file and the key."""


def load_mapping(path: Path) -> dict[str, Any]:
    """Read a YAML file whose top level is a mapping.

    Raises:
        DataFileError: the file is missing, is not YAML, or holds something else.
    """
    try:
        loaded = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    except (OSError, YAMLError) as error:
        raise DataFileError(f"{path}: {error}") from error
    if not isinstance(loaded, dict):
        raise DataFileError(f"{path}: a mapping is expected at the top level")
    return loaded


def mapping_at(path: Path, data: dict[str, Any], key: str) -> dict[str, Any]:
    """The mapping under a key.

    Raises:
        DataFileError: there is none.
    """
    found = data.get(key)
    if not isinstance(found, dict):
        raise DataFileError(f"{path}: {key}: a mapping is expected")
    return found


def words_at(path: Path, data: dict[str, Any], key: str) -> tuple[str, ...]:
    """The list of strings under a key.

    Raises:
        DataFileError: it is missing or holds anything but strings.
    """
    found = data.get(key)
    if not isinstance(found, list) or not all(isinstance(word, str) for word in found):
        raise DataFileError(f"{path}: {key}: a list of strings is expected")
    return tuple(found)
