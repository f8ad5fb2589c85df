"""The pages for visitors, built from ``web/`` into ``web/dist`` when anything has changed."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Mapping
from pathlib import Path

from horgos.run.child import Command
from horgos.run.failure import Failure
from horgos.run.fingerprint import fingerprint
from horgos.run.node import node_environment, npm
from horgos.run.progress import Progress, progress
from horgos.run.settings import Settings
from horgos.run.staging import staging
from horgos.run.step import run_step
from horgos.run.stop import StopFlag

BESIDES = ("languages.yml",)
"""Files outside ``web/`` that the pages are made of."""
_MADE = ("dist", "node_modules")
_STAMP = ".built"
_INSTALLED = ".installed"
_STAGING = ".web-"


def ensure_pages(settings: Settings, environment: Mapping[str, str], stop: StopFlag) -> Path:
    """The built pages of today's ``web/``; builds only when there are none.

    Raises:
        Failure: The build failed.
        Stopped: Somebody asked for an end.
    """
    if _read(_dist(settings) / _STAMP) == web_fingerprint(settings.project):
        return _dist(settings)
    return build_pages(settings, environment, stop)


def build_pages(settings: Settings, environment: Mapping[str, str], stop: StopFlag) -> Path:
    """Build, and put the finished folder in its place in one step.

    Raises:
        Failure: It failed; the pages built before stay.
        Stopped: Somebody asked for an end; the pages built before stay.
    """
    project, dist = settings.project, _dist(settings)
    made_of = web_fingerprint(project)
    shared = node_environment(environment)
    # A folder beside web/, so that the way to languages.yml is the same from there.
    with staging(project, _STAGING) as folder, progress("Building the pages (once)") as shown:
        install_libraries(settings, shared, shown, stop)
        _copy_sources(project / "web", folder)
        command = Command(
            "the build of the pages",
            npm("run", "build"),
            shared,
            folder,
            settings.logs / "web-build.log",
        )
        run_step(command, folder / "dist" / "index.html", shown, stop)
        (folder / "dist" / _STAMP).write_text(made_of)
        _swap(folder / "dist", dist, folder / "old")
        shown.done(f"Built {dist.relative_to(project)}")
    return dist


def web_fingerprint(project: Path) -> str:
    """Hash over everything that the pages are made of.

    Raises:
        Failure: The folder holds no pages to build.
    """
    if not (project / "web" / "package-lock.json").is_file():
        raise Failure(f"{project} holds no web/package-lock.json: run this in the guide's folder.")
    return fingerprint(project, (*BESIDES, *(f"web/{path.name}" for path in _sources(project))))


def _sources(project: Path) -> list[Path]:
    """What stands in ``web/`` and was not made by npm."""
    return [
        path
        for path in sorted((project / "web").iterdir())
        if path.name not in _MADE and not path.name.startswith(".")
    ]


def install_libraries(
    settings: Settings, environment: Mapping[str, str], shown: Progress, stop: StopFlag
) -> None:
    """The locked libraries into ``web/node_modules``, when the lock has changed.

    Raises:
        Failure: They could not be installed.
        Stopped: Somebody asked for an end.
    """
    web = settings.project / "web"
    stamp = web / "node_modules" / _INSTALLED
    locked = hashlib.sha256((web / "package-lock.json").read_bytes()).hexdigest()
    if _read(stamp) == locked:
        return
    command = Command(
        "the installation of the pages' libraries",
        # Scripts of libraries are not run: none of ours needs one.
        npm("ci", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund"),
        environment,
        web,
        settings.logs / "web-build.log",
    )
    try:
        run_step(command, web, shown, stop)
    except Failure as failure:
        raise Failure(f"{failure}\n  It needs the network once; then run this again.") from None
    stamp.parent.mkdir(exist_ok=True)
    stamp.write_text(locked)


def _copy_sources(web: Path, folder: Path) -> None:
    """The sources as they are now, with the installed libraries: an edit under way does no harm."""
    for path in _sources(web.parent):
        if path.is_dir():
            shutil.copytree(path, folder / path.name)
        else:
            shutil.copy2(path, folder / path.name)
    (folder / "node_modules").symlink_to(web / "node_modules")


def _swap(new: Path, place: Path, aside: Path) -> None:
    if place.exists():
        place.rename(aside)
    new.rename(place)


def _dist(settings: Settings) -> Path:
    return settings.project / "web" / "dist"


def _read(stamp: Path) -> str | None:
    return stamp.read_text() if stamp.is_file() else None
