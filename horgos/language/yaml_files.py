"""Reading the YAML files of this package."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError
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
    except UnicodeDecodeError as error:
        raise DataFileError(f"{path}: is not UTF-8 text; save it as UTF-8") from error
    except (OSError, YAMLError) as error:
        raise DataFileError(f"{path}: {error}") from error
    if not isinstance(loaded, dict):
        raise DataFileError(f"{path}: a mapping is expected at the top level")
    return loaded


def shape_faults(path: Path, error: ValidationError) -> list[str]:
    """What is wrong with the shape of a file's content: a line each, with the key and the mend."""
    return [f"{path}: {_shape_fault(fault)}" for fault in error.errors()]


def _shape_fault(fault: Mapping[str, Any]) -> str:
    key = ".".join(map(str, fault["loc"]))
    if fault["type"] == "value_error.missing":
        return f"{key}: is missing; add {fault['loc'][-1]}: ..."
    if fault["type"] == "value_error.extra":
        return f"{key}: unknown key; remove it or mend its spelling"
    return f"{key}: {fault['msg']}; see the other languages for its shape"


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
