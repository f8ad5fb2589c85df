"""Style and types of ``web/``, by its own tools."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping

from horgos.run.failure import Failure
from horgos.run.node import node_environment, npm
from horgos.run.progress import progress
from horgos.run.settings import Settings
from horgos.run.stop import StopFlag
from horgos.run.web_build import install_libraries

SCRIPTS = ("lint", "typecheck")
"""Scripts of ``web/package.json``."""


def check_pages(settings: Settings, environment: Mapping[str, str], stop: StopFlag) -> None:
    """Run the tools; what they find is printed as they say it.

    Raises:
        Failure: One found something, or the libraries could not be installed.
        Stopped: Somebody asked for an end.
    """
    shared = node_environment(environment)
    with progress("Installing the pages' libraries") as shown:
        install_libraries(settings, shared, shown, stop)
    for script in SCRIPTS:
        stop.check()
        command = npm("run", "--silent", script)
        ended = subprocess.run(command, cwd=settings.project / "web", env=shared, check=False)
        if ended.returncode:
            raise Failure(f"web/: npm run {script} found something to mend, see above.")
