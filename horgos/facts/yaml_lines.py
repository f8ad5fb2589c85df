"""YAML with the line of every key, so that an error can say where it is."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.error import MarkedYAMLError, YAMLError

from horgos.facts.issues import Issue

Step = str | int


def read_yaml(path: Path) -> CommentedMap | Issue:
    """The mapping a YAML file holds, or the issue that keeps it from being read."""
    try:
        content = YAML(typ="rt").load(path.read_text(encoding="utf-8"))
    except MarkedYAMLError as fault:
        line = fault.problem_mark.line + 1 if fault.problem_mark else 1
        what = str(fault.problem or "not YAML").splitlines()[0]
        mend = "mend the YAML on this line (indentation, quotes, a key given twice)"
        return Issue(path, line, "file", what, mend)
    except OSError as fault:
        mend = "restore the file or set HORGOS_FACTS"
        return Issue(path, 1, "file", str(fault.strerror or fault), mend)
    except UnicodeDecodeError:
        return Issue(path, 1, "file", "is not UTF-8 text", "save it as UTF-8")
    except YAMLError as fault:
        return Issue(path, 1, "file", str(fault).splitlines()[0], "save it as plain YAML text")
    except Exception as fault:  # ruamel lets errors of Python through, such as a month of 13
        what = f"cannot be read as YAML ({fault})"
        return Issue(path, 1, "file", what, "write plain values; put odd ones in quotes")
    if not isinstance(content, CommentedMap):
        return Issue(path, 1, "file", "is not a mapping", "begin it with `sources:` and `facts:`")
    return content


def line_of(root: CommentedMap, steps: Sequence[Step]) -> int:
    """Line, counted from 1, of the innermost step that exists in the file."""
    node: object = root
    line = 1
    for step in steps:
        if isinstance(node, CommentedMap) and step in node:
            # A key merged in by `<<:` has no line of its own; that of the mapping has to do.
            with suppress(KeyError):
                line = node.lc.key(step)[0] + 1
        elif isinstance(node, CommentedSeq) and isinstance(step, int) and step < len(node):
            line = node.lc.item(step)[0] + 1
        else:
            break
        node = node[step]
    return line
