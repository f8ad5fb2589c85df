"""A model is trained when there is none for today's project; a failure leaves nothing behind.

A folder called ``rasa`` in the project stands in for Rasa.
"""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from horgos.run.failure import Failure
from horgos.run.settings import Settings, read_settings
from horgos.run.stop import StopFlag
from horgos.run.training import ensure_model, model_path, train

Launcher = Callable[[str, Path], subprocess.Popen[str]]
WaitUntil = Callable[[Callable[[], bool]], None]

TRAINS = """
import sys
from pathlib import Path
given = sys.argv
out, name = given[given.index("--out") + 1], given[given.index("--fixed-model-name") + 1]
Path(out, name).write_text("a model")
with open("trainings", "a") as times: times.write("x")
"""
FAILS = """
import sys
print("Epochs:  10%|# | 1/10 [00:01]")
sys.exit("InvalidDomain: intent greet is used twice")
"""
HANGS = """
import os, sys, time
from pathlib import Path
given = sys.argv
Path(given[given.index("--out") + 1], "half").write_text("half a model")
Path("hanging").write_text(str(os.getpid()))
time.sleep(600)
"""


def stand_in(project: Path, program: str) -> Settings:
    """Settings of a project whose Rasa is this program."""
    package = project / "rasa"
    package.mkdir(exist_ok=True)
    (package / "__init__.py").write_text("")
    (package / "__main__.py").write_text(program)
    return read_settings({}, project)


def times_trained(project: Path) -> int:
    return len((project / "trainings").read_text())


def test_it_trains_once_for_one_state_of_the_project(project: Path) -> None:
    settings = stand_in(project, TRAINS)
    first = ensure_model(settings, os.environ, StopFlag())
    assert first == model_path(settings)
    assert first.read_text() == "a model"
    assert ensure_model(settings, os.environ, StopFlag()) == first
    assert times_trained(project) == 1


@pytest.mark.parametrize("name", ["config.yml", "domain.yml", "data/nlu/en/new.yml", "uv.lock"])
def test_a_change_trains_again(project: Path, name: str) -> None:
    settings = stand_in(project, TRAINS)
    first = ensure_model(settings, os.environ, StopFlag())
    (project / name).write_text("changed")
    assert ensure_model(settings, os.environ, StopFlag()) != first
    assert times_trained(project) == 2


def test_asked_for_it_trains_without_a_change(project: Path) -> None:
    settings = stand_in(project, TRAINS)
    assert train(settings, os.environ, StopFlag()) == train(settings, os.environ, StopFlag())
    assert times_trained(project) == 2


def test_three_models_are_kept(project: Path) -> None:
    settings = stand_in(project, TRAINS)
    for number in range(5):
        (project / "config.yml").write_text(f"# {number}")
        newest = ensure_model(settings, os.environ, StopFlag())
    assert newest.exists()
    assert len(list(settings.models.iterdir())) == 3


def test_a_failure_tells_the_last_words_and_the_log(project: Path) -> None:
    settings = stand_in(project, FAILS)
    with pytest.raises(Failure) as caught:
        ensure_model(settings, os.environ, StopFlag())
    told = str(caught.value)
    assert "InvalidDomain: intent greet is used twice" in told
    assert str(settings.logs / "training.log") in told
    assert "Epochs" not in told
    assert list(settings.models.iterdir()) == []


def test_a_training_that_makes_no_model_has_failed(project: Path) -> None:
    settings = stand_in(project, "print('nothing to train')")
    with pytest.raises(Failure, match="nothing to train"):
        ensure_model(settings, os.environ, StopFlag())


def test_no_project_no_training(tmp_path: Path) -> None:
    with pytest.raises(Failure, match=r"holds no config\.yml"):
        model_path(read_settings({}, tmp_path))


def test_an_interrupted_training_leaves_no_half_model(
    launcher: Launcher, wait_until: WaitUntil, is_running: Callable[[int], bool], project: Path
) -> None:
    settings = stand_in(project, HANGS)
    process = launcher("from horgos.cli import app; app(['train'])", project)
    wait_until((project / "hanging").exists)
    process.terminate()
    output, _ = process.communicate(timeout=20)
    assert (process.returncode, output.count("\n")) == (0, 1)
    assert list(settings.models.iterdir()) == []
    assert not is_running(int((project / "hanging").read_text()))


def test_what_a_killed_launcher_left_goes_with_the_next_training(
    launcher: Launcher, wait_until: WaitUntil, is_running: Callable[[int], bool], project: Path
) -> None:
    settings = stand_in(project, HANGS)
    process = launcher("from horgos.cli import app; app(['train'])", project)
    wait_until((project / "hanging").exists)
    process.kill()
    process.wait()
    wait_until(lambda: not is_running(int((project / "hanging").read_text())))
    assert len(list(settings.models.iterdir())) == 1
    model = ensure_model(stand_in(project, TRAINS), os.environ, StopFlag())
    assert list(settings.models.iterdir()) == [model]
