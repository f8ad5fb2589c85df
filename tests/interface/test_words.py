"""The words of the pages: whole, or refused with everything that is wrong at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from horgos.interface import load_interface
from horgos.interface.keys import ERRORS, STATUS, WORDS
from horgos.language.forms import Forms
from horgos.language.yaml_files import DataFileError
from tests.interface.made_words import made_file, write_words

Change = Callable[[dict[str, Any]], object]

BROKEN: list[tuple[str, Change, str]] = [
    ("en", lambda f: f["words"].pop("send"), "words.send: is missing; add send: ..."),
    ("en", lambda f: f["words"].pop("as_of"), "words.as_of: is missing; add as_of: ... {date}"),
    ("ru", lambda f: f["errors"].pop("cut"), "errors.cut: is missing; add cut: ..."),
    ("ru", lambda f: f["status"].pop("planned"), "status.planned: is missing; add planned: ..."),
    ("ru", lambda f: f["words"].update(sent="x"), "words.sent: unknown key; remove it or mend"),
    ("kk", lambda f: f["errors"].update(lost="x"), "errors.lost: unknown key; remove it or mend"),
    ("kk", lambda f: f["words"].update(back="  "), "words.back: is empty; write a sentence"),
    ("kk", lambda f: f.update(purpose=""), "purpose: is empty; write a sentence"),
    ("zh", lambda f: f["words"].update(idle_text="x"),
     "words.idle_text: its placeholders are none; they must be {n}"),
    ("zh", lambda f: f["words"].update(start="x {n}"),
     "words.start: its placeholders are {n}; they must be none"),
    ("zh", lambda f: f["words"].update(as_of="x {date"),
     "words.as_of: its placeholders are unclear, for a brace stands alone; they must be {date}"),
    ("zh", lambda f: f["words"].update(as_of="x {day}"),
     "words.as_of: its placeholders are {day}; they must be {date}"),
    ("en", lambda f: f["words"].update(start="in 20 s"), "words.start: holds a figure"),
    ("en", lambda f: f["errors"].update(timeout="第３次"), "errors.timeout: holds a figure"),
    ("en", lambda f: f["words"].update(send=["x"]), "words.send: str type expected; see the other"),
    ("en", lambda f: f.pop("status"), "status: is missing; add status: ..."),
    ("en", lambda f: f.update(colour="red"), "colour: unknown key; remove it or mend its spelling"),
    ("en", lambda f: f.update(language="ru"),
     "language: 'ru' is not the file's name; write en"),
    ("zh", lambda f: f.update(forms={"zh-Hans": {"words": {"send": "x"}}}),
     "forms.zh-Hans: is no form that is converted to; known: zh-Hant"),
    ("en", lambda f: f.update(forms={"en-Arab": {}}),
     "forms.en-Arab: is no form that is converted to; known: none in this language"),
    ("kk", lambda f: f.update(forms={"kk-Arab": {"words": {"sned": "x"}}}),
     "forms.kk-Arab.words.sned: unknown key; remove it or mend its spelling"),
    ("kk", lambda f: f.update(forms={"kk-Arab": {"words": {"as_of": "x"}}}),
     "forms.kk-Arab.words.as_of: its placeholders are none; they must be {date}"),
    ("kk", lambda f: f.update(forms={"kk-Latn": {"purpose": "1"}}),
     "forms.kk-Latn.purpose: holds a figure"),
    ("kk", lambda f: f.update(forms={"kk-Latn": {"says": {}}}), "forms.kk-Latn.says: unknown key"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "change", "told"), BROKEN)
def test_a_fault_is_told_by_file_key_and_mend(
    file: str, change: Change, told: str, tmp_path: Path, forms: Forms
) -> None:
    content = made_file(file)
    change(content)
    folder = write_words(tmp_path, forms, **{file: content})

    with pytest.raises(DataFileError) as caught:
        load_interface(folder, forms)

    lines = str(caught.value).splitlines()
    assert [line for line in lines if line.startswith(f"{folder / file}.yml: {told}")]
    assert len(lines) == 1


def test_there_are_enough_kinds_of_fault() -> None:
    assert len(BROKEN) >= 24


def test_all_faults_of_all_files_are_told_at_once(tmp_path: Path, forms: Forms) -> None:
    english, russian = made_file("en"), made_file("ru")
    del english["words"]["send"], english["errors"]["cut"]
    russian["words"]["extra"] = "x"
    folder = write_words(tmp_path, forms, en=english, ru=russian)
    (folder / "kk.yml").unlink()
    (folder / "zh.yml").write_text("[", encoding="utf-8")

    with pytest.raises(DataFileError) as caught:
        load_interface(folder, forms)

    told = str(caught.value)
    for expected in ("words.send", "errors.cut", "words.extra", "kk.yml", "zh.yml"):
        assert expected in told


def test_every_form_has_every_word_in_its_own_letters(tmp_path: Path, forms: Forms) -> None:
    chinese, kazakh = made_file("zh"), made_file("kk")
    chinese["words"]["send"] = "发送"
    kazakh["words"]["send"] = "Жіберу"
    kazakh["words"]["as_of"] = "{date} бойынша"
    interface = load_interface(write_words(tmp_path, forms, zh=chinese, kk=kazakh), forms)

    assert list(interface.by_form) == [form.code for form in forms]
    for wording in interface.by_form.values():
        assert set(wording.words) == set(WORDS)
        assert set(wording.status) == set(STATUS)
        assert set(wording.errors) == set(ERRORS)
    written = {code: wording.words["send"] for code, wording in interface.by_form.items()}
    assert written["zh-Hant"] == "發送"
    assert written["kk-Arab"] == "جىبەرۋ"
    assert written["kk-Latn"] == "Jıberu"
    assert "{date}" in interface["kk-Arab"].words["as_of"]


def test_a_word_written_by_hand_for_a_form_is_taken_as_it_is(tmp_path: Path, forms: Forms) -> None:
    content = made_file("zh")
    content["forms"] = {
        "zh-Hant": {
            "words": {"send": "傳送"},
            "purpose": "旅客指南",
            "status": {"planned": "計劃中"},
            "errors": {"offline": "沒有網絡"},
        }
    }
    interface = load_interface(write_words(tmp_path, forms, zh=content), forms)

    own = interface["zh-Hant"]
    assert (own.words["send"], own.purpose) == ("傳送", "旅客指南")
    assert (own.status["planned"], own.errors["offline"]) == ("計劃中", "沒有網絡")
    assert own.words["open"] == "open (zh)"
    assert interface["zh-Hans"].words["send"] == "send (zh)"
