import pytest
from hypothesis import given
from hypothesis import strategies as st

from horgos.language.kazakh_latin import from_latin, to_latin

# Letter by letter after the table of January 2021.
WORDS = """
қазақ qazaq
қазақша qazaqşa
Қазақстан Qazaqstan
қытай qytai
Қорғас Qorğas
Алматы Almaty
Жаркент Jarkent
Құлжа Qūlja
Үрімжі Ürımjı
Іле Ile
Ілияс Ilias
Иран İran
ине ine
әлем älem
Әлем Älem
ән än
бір bır
біз bız
бүгін bügın
бұл būl
жүз jüz
жоқ joq
жұма jūma
және jäne
иә iä
кеден keden
кіру kıru
күн kün
қазір qazır
қайда qaida
қанша qanşa
қашан qaşan
құжат qūjat
мың myñ
мүмкін mümkın
неше neşe
өмір ömır
Өте Öte
өткізу ötkızu
паспорт pasport
рахмет rahmet
рұқсат rūqsat
сағат sağat
салық salyq
сәлем sälem
сіз sız
су su
таңертең tañerteñ
теңге teñge
тіл tıl
төлқұжат tölqūjat
уақыт uaqyt
ұлт ūlt
Ұлт Ūlt
үй üi
үшін üşın
халық halyq
һәм häm
шай şai
Шай Şai
шекара şekara
ащы aşşy
Щука Şşuka
цирк tsirk
Цирк Tsirk
ЦИРК TSİRK
чемодан chemodan
Чехия Chehia
ЧЕХИЯ CHEHİA
юань iuan
Юлия İulia
Я İa
аян aian
ёлка iolka
экономика ekonomika
объект obekt
компания kompania
ШЫХО ŞYHO
МЦПС MTSPS
ІІМ IIM
ҚХР QHR
"""
PAIRS = [tuple(line.split()) for line in WORDS.strip().splitlines()]


def test_the_table_is_long_enough():
    assert len(PAIRS) >= 60


@pytest.mark.parametrize(("cyrillic", "latin"), PAIRS)
def test_word_is_written_in_the_alphabet_of_2021(cyrillic, latin):
    assert to_latin(cyrillic) == latin


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [
        ("Кеден қайда, 8000 юань?", "Keden qaida, 8000 iuan?"),
        ("WeChat бар ма", "WeChat bar ma"),
        ("2-қабат; «Нұржолы»", "2-qabat; «Nūrjoly»"),
        ("", ""),
    ],
)
def test_sentence_keeps_everything_else(cyrillic, latin):
    assert to_latin(cyrillic) == latin


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("qazaqşa", "қазақша"),
        ("Qūjat kerek", "құжат керек"),
        ("İran", "иран"),
        ("kompania", "компания"),
        ("qaida", "қайда"),
        ("aşşy", "ащы"),
        ("tañerteñ", "таңертең"),
    ],
)
def test_alphabet_of_2021_is_read(latin, cyrillic):
    assert from_latin(latin) == cyrillic


# Letters whose Latin ones never form a digraph by meeting.
CONSONANTS = "бвгғджзкқлмңпршф"
KAZAKH = CONSONANTS + "аәеоөұүыі"


@given(st.text(alphabet=KAZAKH + " 012357.,-", max_size=40))
def test_round_trip_keeps_consonants_and_what_is_no_letter(text):
    def kept(written):
        return [c for c in written.replace("щ", "шш") if c in CONSONANTS + " 012357.,-"]

    assert kept(from_latin(to_latin(text))) == kept(text)


SYLLABLES = st.builds(
    str.__add__, st.sampled_from(CONSONANTS.replace("й", "")), st.sampled_from("аәеоөұүыі")
)


@given(st.lists(SYLLABLES, max_size=6).map("".join))
def test_round_trip_gives_words_of_pure_kazakh_letters_back(word):
    assert from_latin(to_latin(word)) == word
