import pytest

from horgos.language.forms import load_forms
from horgos.language.yaml_files import DataFileError

VALID = """
default: ru-Cyrl
forms:
  ru-Cyrl: {language: ru, script: Cyrl, direction: ltr, own_name: Русский}
  kk-Cyrl: {language: kk, script: Cyrl, direction: ltr, own_name: Қазақша}
  kk-Arab: {language: kk, script: Arab, direction: rtl, own_name: ق, falls_back_to: kk-Cyrl}
typed_also: {ru: [Latn]}
form_of_script: {Cyrl: ru-Cyrl, Arab: kk-Arab, Latn: ru-Cyrl}
"""


def test_seven_forms_in_four_languages(forms):
    assert [form.code for form in forms] == [
        "kk-Cyrl",
        "kk-Arab",
        "kk-Latn",
        "ru-Cyrl",
        "zh-Hans",
        "zh-Hant",
        "en-Latn",
    ]
    assert forms.languages == ("kk", "ru", "zh", "en")
    assert forms.default.code == "en-Latn"


def test_forms_are_found_by_code_language_and_script(forms):
    assert forms["kk-Arab"].direction == "rtl"
    assert forms.main("zh").code == "zh-Hans"
    assert forms.find("kk", "Latn") is forms["kk-Latn"]
    assert forms.find("ru", "Latn") is None
    assert "kk-Arab" in forms
    assert "de-Latn" not in forms
    with pytest.raises(KeyError):
        forms.main("de")


@pytest.mark.parametrize(
    ("tongue", "script", "typed"),
    [
        ("ru", "Latn", True),
        ("zh", "Latn", True),
        ("kk", "Arab", True),
        ("ru", "Arab", False),
        ("en", "Cyrl", False),
    ],
)
def test_scripts_a_language_is_typed_in(forms, tongue, script, typed):
    assert forms.is_typed_in(tongue, script) is typed


def test_valid_file_is_read(tmp_path):
    path = tmp_path / "languages.yml"
    path.write_text(VALID, encoding="utf-8")
    assert len(load_forms(path)) == 3


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("default: ru-Cyrl", "default: de-Latn", "default"),
        ("default: ru-Cyrl", "", "default"),
        ("direction: rtl", "direction: up", "forms: kk-Arab: direction"),
        ("own_name: Русский", "own_nme: Русский", "forms: ru-Cyrl: unknown key own_nme"),
        (", own_name: Русский", "", "forms: ru-Cyrl: own_name"),
        ("script: Arab", "script: Latn", "forms: kk-Arab: the code"),
        ("falls_back_to: kk-Cyrl", "falls_back_to: ru-Cyrl", "forms: kk-Arab: falls_back_to"),
        (", falls_back_to: kk-Cyrl", "", "forms: kk-Arab: falls_back_to"),
        ("Arab: kk-Arab", "Arab: kk-Latn", "form_of_script: Arab"),
        ("Arab: kk-Arab, ", "", "form_of_script: Arab"),
        ("{ru: [Latn]}", "{de: [Latn]}", "typed_also: de"),
        ("{ru: [Latn]}", "{ru: Latn}", "ru: a list"),
        ("forms:", "form:", "forms: a mapping"),
        ("forms:", "forms: [", "languages.yml"),
    ],
)
def test_errors_name_file_and_key(tmp_path, old, new, named):
    path = tmp_path / "languages.yml"
    assert old in VALID
    path.write_text(VALID.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DataFileError) as caught:
        load_forms(path)
    assert "languages.yml" in str(caught.value)
    assert named in str(caught.value)


def test_missing_file_is_named(tmp_path):
    with pytest.raises(DataFileError, match="nowhere"):
        load_forms(tmp_path / "nowhere.yml")
