from pathlib import Path

from benchmarks.workspace import Trained, trained_once, workspace

FILES = {"config.yml": b"one", "data/nlu.yml": b"two"}


def test_the_same_files_have_the_same_folder(tmp_path: Path) -> None:
    folder = workspace(tmp_path, "ours", FILES)
    assert (folder / "data" / "nlu.yml").read_bytes() == b"two"
    assert workspace(tmp_path, "ours", dict(reversed(FILES.items()))) == folder


def test_other_files_have_another_folder_and_the_old_one_goes(tmp_path: Path) -> None:
    old, other = workspace(tmp_path, "ours", FILES), workspace(tmp_path, "stock", FILES)
    new = workspace(tmp_path, "ours", {**FILES, "config.yml": b"three"})
    assert set(tmp_path.iterdir()) == {new, other}
    assert old != new


def test_a_finished_training_is_not_repeated(tmp_path: Path) -> None:
    times = []

    def train() -> Trained:
        times.append(1)
        return Trained(tmp_path / "model.tar.gz", 12.5)

    assert trained_once(tmp_path, train) == trained_once(tmp_path, train)
    assert len(times) == 1
