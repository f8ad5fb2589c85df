"""The facts in use: edits are live at once, broken ones change nothing."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path

import pytest

from horgos.facts import Facts, FactsError, FactStore, load_facts
from horgos.facts.values import Money
from horgos.language.forms import Forms
from tests.facts.conftest import TOPICS

Saved = Callable[[str], Path]
BROKEN = "{money: 500, currency: EURO}"
SOUND = "{money: 500, currency: EUR}"
LOGGER = "horgos.facts.store"


def limit_of(store: FactStore) -> Decimal:
    value = store.facts["duty_free.kz"].statement("limit").values["limit"]
    assert isinstance(value, Money)
    return value.amount


def with_limit(good: str, amount: int) -> str:
    return good.replace(SOUND, f"{{money: {amount}, currency: EUR}}")


def test_a_broken_file_at_the_start_is_refused(good: str, saved: Saved, forms: Forms) -> None:
    with pytest.raises(FactsError, match="unknown currency 'EURO'"):
        FactStore(saved(good.replace(SOUND, BROKEN)), forms, TOPICS)


def test_a_saved_edit_is_live_at_the_next_question(good: str, saved: Saved, forms: Forms) -> None:
    store = FactStore(saved(good), forms, TOPICS)
    assert limit_of(store) == 500

    saved(with_limit(good, 1000))

    assert limit_of(store) == 1000
    assert store.issues == ()


def test_an_untouched_file_is_not_read_again(good: str, saved: Saved, forms: Forms) -> None:
    store = FactStore(saved(good), forms, TOPICS)

    assert store.facts is store.facts


def test_a_broken_edit_changes_nothing_and_is_logged_once(
    good: str, saved: Saved, forms: Forms, caplog: pytest.LogCaptureFixture
) -> None:
    store = FactStore(saved(good), forms, TOPICS)
    before = store.facts
    saved(good.replace(SOUND, BROKEN).replace("two parts", "2 parts"))

    with caplog.at_level(logging.ERROR, LOGGER):
        answers = [store.facts for _ in range(3)]

    assert all(facts is before for facts in answers)
    assert [issue.subject for issue in store.issues] == ["zone.area", "duty_free.kz"]
    [record] = caplog.records
    assert "the last good one goes on answering" in record.message
    assert "unknown currency 'EURO' -> use an ISO 4217 code" in record.message
    assert "a digit is written into the wording" in record.message
    assert "facts.yml:55: error: duty_free.kz" in record.message


def test_a_mended_edit_is_live_again(good: str, saved: Saved, forms: Forms) -> None:
    store = FactStore(saved(good), forms, TOPICS)
    saved(good.replace(SOUND, BROKEN))
    assert limit_of(store) == 500

    saved(with_limit(good, 700))

    assert limit_of(store) == 700
    assert store.issues == ()


@pytest.mark.parametrize("half", [0.0, 0.3, 0.6, 0.97])
def test_a_file_seen_half_written_changes_nothing(
    half: float, good: str, saved: Saved, forms: Forms
) -> None:
    store = FactStore(saved(good), forms, TOPICS)
    edited = with_limit(good, 900)

    saved(edited[: int(len(edited) * half)])
    assert limit_of(store) == 500
    assert store.issues

    saved(edited)
    assert limit_of(store) == 900


def test_a_deleted_file_changes_nothing_until_it_is_restored(
    good: str, saved: Saved, forms: Forms, caplog: pytest.LogCaptureFixture
) -> None:
    path = saved(good)
    store = FactStore(path, forms, TOPICS)

    path.unlink()
    with caplog.at_level(logging.ERROR, LOGGER):
        assert limit_of(store) == 500
    assert [issue.what for issue in store.issues] == ["No such file or directory"]
    assert "restore the file" in caplog.text

    saved(with_limit(good, 600))
    assert limit_of(store) == 600
    assert store.issues == ()


def test_a_file_replaced_by_rename_is_live(
    good: str, saved: Saved, forms: Forms, tmp_path: Path
) -> None:
    """As many editors save: another file takes the name, of the same size and time."""
    path = saved(good)
    store = FactStore(path, forms, TOPICS)
    other = tmp_path / "facts.yml.new"
    other.write_text(with_limit(good, 600), encoding="utf-8")
    stat = path.stat()
    os.utime(other, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert other.stat().st_size == stat.st_size

    os.replace(other, path)

    assert limit_of(store) == 600


def test_a_link_turned_to_another_file_is_live(good: str, forms: Forms, tmp_path: Path) -> None:
    """As a configuration mounted from outside is changed."""
    for name, amount in (("one.yml", 500), ("two.yml", 800)):
        (tmp_path / name).write_text(with_limit(good, amount), encoding="utf-8")
    link = tmp_path / "facts.yml"
    link.symlink_to("one.yml")
    store = FactStore(link, forms, TOPICS)
    assert limit_of(store) == 500

    link.unlink()
    link.symlink_to("two.yml")

    assert limit_of(store) == 800


def test_an_edit_while_the_file_is_first_read_is_not_missed(
    good: str, saved: Saved, forms: Forms, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = saved(good)

    def load_and_edit(path: Path, forms: Forms, topics: Sequence[str]) -> Facts:
        facts = load_facts(path, forms, topics)
        path.write_text(with_limit(good, 950) + "\n", encoding="utf-8")
        return facts

    with monkeypatch.context() as patch:
        patch.setattr("horgos.facts.store.load_facts", load_and_edit)
        store = FactStore(path, forms, TOPICS)

    assert limit_of(store) == 950


def test_readers_at_the_same_time_get_whole_facts(good: str, saved: Saved, forms: Forms) -> None:
    store = FactStore(saved(good), forms, TOPICS)
    amounts: list[Decimal] = []
    done = threading.Event()

    def read() -> None:
        while not done.is_set():
            amounts.append(limit_of(store))

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    for amount in (600, 700, 800):
        saved(with_limit(good, amount))
        assert limit_of(store) == amount
    done.set()
    for reader in readers:
        reader.join(timeout=30)

    assert amounts
    assert set(amounts) <= {500, 600, 700, 800}
    assert limit_of(store) == 800
