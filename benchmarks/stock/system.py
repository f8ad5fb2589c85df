"""Stock Rasa with our questions: trained by ``rasa train``, started by ``rasa run``."""

from __future__ import annotations

from pathlib import Path

from benchmarks.free_ports import free_port
from benchmarks.plan import Extent
from benchmarks.rasa_command import HOST, environment, rasa, train
from benchmarks.stock.project import stock_files
from benchmarks.system import System
from benchmarks.workspace import trained_once, workspace
from horgos.run.child import Command

NAME = "stock Rasa"


def stock_system(root: Path, place: Path, extent: Extent) -> System:
    """Stock Rasa on the questions of our project.

    Args:
        root: Our project.
        place: Folder of the workspaces.
        extent: How many of them, and the epochs of its neural parts (its own default is 100).
    """
    folder = workspace(place, f"stock-{extent.epochs}-epochs", stock_files(root, extent))
    trained = trained_once(folder, lambda: train(NAME, folder))
    port, action_port = free_port(), free_port()
    return System(
        name=NAME,
        url=f"http://{HOST}:{port}",
        commands=tuple(_commands(folder, trained.model, port, action_port)),
        model=trained.model,
        training_seconds=trained.seconds,
        model_bytes=trained.model.stat().st_size,
        button="/{topic}",
    )


def _commands(folder: Path, model: Path, port: int, action_port: int) -> list[Command]:
    # Both servers would listen on every address of the machine.
    shared = environment({"ACTION_PORT": str(action_port), "SANIC_HOST": HOST})
    guide = [*rasa("run"), "--model", str(model), "-i", HOST, "-p", str(port)]
    actions = [*rasa("run"), "actions", "-p", str(action_port)]
    return [
        Command("stock's action server", actions, shared, folder, folder / "actions.log"),
        Command(NAME, guide, shared, folder, folder / "rasa.log"),
    ]
