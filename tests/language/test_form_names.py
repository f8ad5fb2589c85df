import pytest

from horgos.language.form_names import NAME, Name, Request, form_of, marked

KAZAKH, RUSSIAN, ENGLISH = Name("kk", None), Name("ru", None), Name("en", None)
LATIN, CYRILLIC, ARABIC = Name(None, "Latn"), Name(None, "Cyrl"), Name(None, "Arab")
TRADITIONAL = Name(None, "Hant")

# A text in canonical reading, the same with its names marked, the names.
NAMED = [
    ("kazakh but in latin letters", f"{NAME} but {NAME}", (KAZAKH, LATIN)),
    ("哈萨克文 要斯拉夫字母那种", f"{NAME} 要{NAME}那种", (KAZAKH, CYRILLIC)),
    ("kazakh with russian letters", f"{NAME} {NAME}", (KAZAKH, CYRILLIC)),
    ("in the chinese kazakhs' writing", NAME, (ARABIC,)),
    ("the hong kong way", f"the {NAME}", (TRADITIONAL,)),
    ("на государственном языке", NAME, (KAZAKH,)),
    ("english ке ауысайык", f"{NAME} ауысайык", (ENGLISH,)),
    ("换鹅语", f"换{NAME}", (RUSSIAN,)),
]
# Of things and people.
NOT_NAMED = [
    "kazakh side",
    "chinese medicine",
    "traditional chinese medicine",
    "russian citizens",
    "kazakh language courses",
    "i am kazakh from xinjiang",
    "latin music",
    "китайский чай",
    "казахский паспорт",
    "казакша мазир",
    "中文菜单",
    "englishman",
]
# Names of the wish, of the rest of the message, and the form they make.
MADE = [
    ([KAZAKH], [], Request("kk-Cyrl", script_named=False)),
    ([KAZAKH, LATIN], [], Request("kk-Latn", script_named=True)),
    ([LATIN], [], Request("kk-Latn", script_named=True)),
    ([CYRILLIC], [RUSSIAN], Request("ru-Cyrl", script_named=True)),
    ([KAZAKH], [KAZAKH, ARABIC], Request("kk-Arab", script_named=True)),
    ([ENGLISH, RUSSIAN], [], Request("ru-Cyrl", script_named=False)),
    # Nobody writes Russian so, and only Chinese is written so.
    ([RUSSIAN], [LATIN], Request("ru-Cyrl", script_named=False)),
    ([TRADITIONAL, ENGLISH], [], Request("zh-Hant", script_named=True)),
    ([Name("fr", None)], [], None),
    ([], [], None),
]


@pytest.mark.parametrize(("text", "with_marks", "names"), NAMED)
def test_what_is_named_is_marked(text, with_marks, names):
    found = marked(text)
    assert found.text == with_marks
    assert found.names == names


@pytest.mark.parametrize("text", NOT_NAMED)
def test_things_and_people_are_no_languages(text):
    assert marked(text).text == text
    assert marked(text).names == ()


@pytest.mark.parametrize(("names", "others", "form"), MADE)
def test_names_make_a_form_together(forms, names, others, form):
    assert form_of(names, others, forms) == form
