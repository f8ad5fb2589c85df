"""The pages are built when something has changed; a failure leaves those built before.

A project with a script of three lines stands in for the front end; npm and Node are the real
ones of the PyPI package, which need no network for a project without libraries.
"""

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from horgos.run.failure import Failure
from horgos.run.fingerprint import fingerprint
from horgos.run.node import NODE, node_environment, npm
from horgos.run.settings import Settings, read_settings
from horgos.run.stop import StopFlag
from horgos.run.web_build import build_pages, ensure_pages, web_fingerprint

Launcher = Callable[[str, Path], subprocess.Popen[str]]
WaitUntil = Callable[[Callable[[], bool]], None]

BUILDS = """
import fs from "node:fs"
fs.mkdirSync("dist/assets", { recursive: true })
fs.writeFileSync("dist/index.html", fs.readFileSync("pages/index.html"))
fs.writeFileSync("dist/node.txt", process.execPath)
fs.writeFileSync("dist/languages.txt", fs.readFileSync("../languages.yml"))
fs.appendFileSync("../builds", "x")
"""
FAILS = """
console.error("src/main.ts:7: error: colour is no word")
process.exit(2)
"""
HANGS = """
import fs from "node:fs"
import { spawn } from "node:child_process"
fs.mkdirSync("dist")
fs.writeFileSync("dist/index.html", "half a page")
const other = spawn("sleep", ["600"])
fs.writeFileSync("../hanging", `${process.pid} ${other.pid}`)
setInterval(() => {}, 1000)
"""
LOCK = {
    "name": "pages",
    "version": "1.0.0",
    "lockfileVersion": 3,
    "packages": {"": {"name": "pages", "version": "1.0.0"}},
}


@pytest.fixture
def settings(project: Path) -> Settings:
    (project / "languages.yml").write_text("forms: {}\n")
    for name, text in {
        "package.json": json.dumps(
            {"name": "pages", "version": "1.0.0", "scripts": {"build": "node build.js"},
             "type": "module"}
        ),
        "package-lock.json": json.dumps(LOCK),
        "build.js": BUILDS,
        "pages/index.html": "first",
        "src/main.ts": "export {}",
        "public/icon.svg": "<svg/>",
    }.items():  # fmt: skip
        path = project / "web" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return read_settings({}, project)


def ensure(settings: Settings) -> Path:
    return ensure_pages(settings, os.environ, StopFlag())


def times_built(settings: Settings) -> int:
    return len((settings.project / "builds").read_text())


def installed_at(settings: Settings) -> int:
    return (settings.project / "web" / "node_modules" / ".installed").stat().st_mtime_ns


def test_it_builds_once_for_one_state_of_the_sources(settings: Settings) -> None:
    dist = ensure(settings)
    assert dist == settings.project / "web" / "dist"
    assert (dist / "index.html").read_text() == "first"
    assert (dist / "languages.txt").read_text() == "forms: {}\n"
    assert ensure(settings) == dist
    assert times_built(settings) == 1


def test_it_uses_the_node_of_the_package_and_not_the_machine_s(settings: Settings) -> None:
    assert (ensure(settings) / "node.txt").read_text() == str(NODE)
    assert NODE.is_relative_to(Path(os.__file__).parents[0]) or ".venv" in NODE.parts
    seen = node_environment({"PATH": "/usr/bin", "NODE_ENV": "production", "HOME": "/x"})
    assert seen["PATH"] == f"{NODE.parent}{os.pathsep}/usr/bin"
    assert seen["HOME"] == "/x"
    assert "NODE_ENV" not in seen
    assert npm("ci")[0] == str(NODE)


@pytest.mark.parametrize(
    "name",
    [
        "web/pages/index.html", "web/src/main.ts", "web/src/new/deep.ts", "web/public/icon.svg",
        "web/package.json", "web/vite.config.ts", "web/build.js", "languages.yml",
    ],
)  # fmt: skip
def test_a_change_builds_again_with_the_same_libraries(name: str, settings: Settings) -> None:
    ensure(settings)
    installed = installed_at(settings)
    path = settings.project / name
    path.parent.mkdir(parents=True, exist_ok=True)
    before = path.read_text() if path.exists() else ""
    path.write_text(before + "\n")
    ensure(settings)
    assert times_built(settings) == 2
    assert installed_at(settings) == installed


@pytest.mark.parametrize(
    "name", ["web/dist/index.html", "web/node_modules/x/y.js", "web/.cache", "README.md"]
)
def test_other_files_do_not_count(name: str, settings: Settings) -> None:
    ensure(settings)
    path = settings.project / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("changed")
    ensure(settings)
    assert times_built(settings) == 1


def test_another_lock_installs_anew(settings: Settings) -> None:
    ensure(settings)
    installed = installed_at(settings)
    lock = settings.project / "web" / "package-lock.json"
    lock.write_text(json.dumps(LOCK, indent=1))
    ensure(settings)
    assert installed_at(settings) > installed
    assert times_built(settings) == 2


def test_asked_for_it_builds_without_a_change(settings: Settings) -> None:
    ensure(settings)
    build_pages(settings, os.environ, StopFlag())
    assert times_built(settings) == 2


def test_a_failure_tells_the_last_words_and_leaves_the_old_pages(settings: Settings) -> None:
    dist = ensure(settings)
    (settings.project / "web" / "build.js").write_text(FAILS)
    for _ in range(2):
        with pytest.raises(Failure) as caught:
            ensure(settings)
        told = str(caught.value)
        assert "The build of the pages failed (exit code 2)" in told
        assert "src/main.ts:7: error: colour is no word" in told
        assert str(settings.logs / "web-build.log") in told
    assert (dist / "index.html").read_text() == "first"
    assert list(settings.project.glob(".web-*")) == []


def test_a_build_without_pages_has_failed(settings: Settings) -> None:
    (settings.project / "web" / "build.js").write_text("console.log('nothing to do')")
    with pytest.raises(Failure, match="nothing to do"):
        ensure(settings)
    assert not (settings.project / "web" / "dist").exists()


def test_libraries_that_cannot_be_fetched_are_told_with_what_to_do(settings: Settings) -> None:
    library = {"version": "1.0.0", "resolved": "http://127.0.0.1:9/x.tgz", "integrity": "sha512-x"}
    wanted = {"x": "1.0.0"}
    root = {"name": "pages", "version": "1.0.0", "dependencies": wanted}
    lock = {**LOCK, "packages": {"": root, "node_modules/x": library}}
    web = settings.project / "web"
    (web / "package.json").write_text(json.dumps({**root, "scripts": {"build": "node build.js"}}))
    (web / "package-lock.json").write_text(json.dumps(lock))
    offline = {
        **os.environ,
        "npm_config_fetch_retries": "0",
        "npm_config_registry": "http://127.0.0.1:9",
    }
    with pytest.raises(Failure) as caught:
        ensure_pages(settings, offline, StopFlag())
    told = str(caught.value)
    assert "The installation of the pages' libraries failed" in told
    assert told.endswith("It needs the network once; then run this again.")
    assert not (web / "node_modules" / ".installed").exists()


def test_a_folder_without_pages_is_no_guide(project: Path) -> None:
    with pytest.raises(Failure, match=r"holds no web/package-lock\.json"):
        web_fingerprint(project)


def test_an_interrupted_build_ends_node_and_leaves_the_old_pages(
    launcher: Launcher,
    wait_until: WaitUntil,
    is_running: Callable[[int], bool],
    settings: Settings,
) -> None:
    dist = ensure(settings)
    (settings.project / "web" / "build.js").write_text(HANGS)
    process = launcher("from horgos.cli import app; app(['web', 'build'])", settings.project)
    hanging = settings.project / "hanging"
    wait_until(lambda: hanging.exists() and len(hanging.read_text().split()) == 2)
    process.send_signal(2)
    output, _ = process.communicate(timeout=20)
    assert (process.returncode, output.count("\n")) == (0, 1)
    assert (dist / "index.html").read_text() == "first"
    assert list(settings.project.glob(".web-*")) == []
    for number in hanging.read_text().split():
        wait_until(lambda number=number: not is_running(int(number)))  # type: ignore[misc]


def test_what_a_killed_launcher_left_goes_with_the_next_build(
    launcher: Launcher, wait_until: WaitUntil, settings: Settings
) -> None:
    build = settings.project / "web" / "build.js"
    build.write_text(HANGS)
    process = launcher("from horgos.cli import app; app(['web', 'build'])", settings.project)
    wait_until((settings.project / "hanging").exists)
    process.kill()
    process.wait()
    assert len(list(settings.project.glob(".web-*"))) == 1
    build.write_text(BUILDS)
    assert (ensure(settings) / "index.html").read_text() == "first"
    assert list(settings.project.glob(".web-*")) == []


def test_the_names_of_the_files_count_too(settings: Settings) -> None:
    before = web_fingerprint(settings.project)
    (settings.project / "web" / "src" / "main.ts").rename(settings.project / "web/src/other.ts")
    assert web_fingerprint(settings.project) != before
    assert web_fingerprint(settings.project) != fingerprint(settings.project)
