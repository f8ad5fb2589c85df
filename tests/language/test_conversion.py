import pytest

from horgos.language.conversion import read, write


@pytest.mark.parametrize(
    ("text", "code", "written"),
    [
        ("Кеден қайда?", "kk-Arab", "كەدەن قايدا؟"),
        ("Кеден қайда?", "kk-Latn", "Keden qaida?"),
        ("Кеден қайда?", "kk-Cyrl", "Кеден қайда?"),
        ("这里的免税额", "zh-Hant", "這裏的免稅額"),
        ("后天开门", "zh-Hant", "後天開門"),
        ("皇后", "zh-Hant", "皇后"),
        ("这里的免税额", "zh-Hans", "这里的免税额"),
        ("Где таможня?", "ru-Cyrl", "Где таможня?"),
        ("Where?", "en-Latn", "Where?"),
        ("", "kk-Arab", ""),
    ],
)
def test_text_of_the_main_form_is_written(forms, text, code, written):
    assert write(text, forms[code]) == written


@pytest.mark.parametrize("code", ["kk-Arab", "kk-Latn", "zh-Hant"])
@pytest.mark.parametrize(
    "kept",
    [
        "https://horgos.kz/?a=1,2;b=3",
        "www.horgos.kz/баж?x=1",
        "info@horgos.kz",
        "{limit}",
        "horgos.kz",
        "8 000",
        "👍",
    ],
)
def test_addresses_and_placeholders_stay(forms, kept, code):
    assert kept in write(f"Баж 里 {kept} қайда", forms[code])


def test_long_text_without_words_takes_no_time(forms):
    assert write("." * 100_000, forms["kk-Arab"]) == "." * 100_000


@pytest.mark.parametrize(
    ("text", "code", "main"),
    [
        ("كەدەن قايدا؟", "kk-Arab", "кеден қайда?"),
        ("Keden qaida?", "kk-Latn", "кеден қайда?"),
        ("這裏的免稅額", "zh-Hant", "这里的免税额"),
        ("Where?", "en-Latn", "Where?"),
    ],
)
def test_other_forms_are_read(forms, text, code, main):
    assert read(text, forms[code]) == main
