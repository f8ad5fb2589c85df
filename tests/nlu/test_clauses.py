"""Clauses, the sentence that asks, and lengths. Texts are as they are ``spelled``."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from horgos.language.reading import canonical
from horgos.language.spelling import UNKNOWN
from horgos.nlu.clauses import asking_part, clause_splitter, length
from horgos.project import ROOT

SPLITTER = clause_splitter(ROOT / "lexicon" / "clauses.yml")


def texts(reading: str) -> list[str]:
    return [part.text for part in SPLITTER.split(reading)]


@pytest.mark.parametrize(
    ("reading", "clauses"),
    [
        # Punctuation.
        ("where are the shops, when do they open", ["where are the shops", "when do they open"]),
        ("is it far? how do i get there?", ["is it far", "how do i get there"]),
        ("shops;border!visa", ["shops", "border", "visa"]),
        ("where is it... when does it open", ["where is it", "when does it open"]),
        ("first line\nsecond line", ["first line", "second line"]),
        ("где магазины. нужна ли виза", ["где магазины", "нужна ли виза"]),
        ("во сколько открываются,а граница", ["во сколько открываются", "граница"]),
        ("дукендер кайда? виза керек пе", ["дукендер кайда", "виза керек пе"]),
        ("дукендер кайда؟ виза керек пе", ["дукендер кайда", "виза керек пе"]),
        ("дукендер кайда، виза керек пе؛ шекара", ["дукендер кайда", "виза керек пе", "шекара"]),
        ("商店几点开门，需要护照吗", ["商店几点开门", "需要护照吗"]),
        ("商店在哪里？免税额是多少。", ["商店在哪里", "免税额是多少"]),
        ("需要护照、签证吗；几点开门", ["需要护照", "签证吗", "几点开门"]),
        # Joining words.
        ("where are the shops and when do they open", ["where are the shops", "when do they open"]),
        ("the limit also the border", ["the limit", "the border"]),
        ("the limit plus the border then home", ["the limit", "the border", "home"]),
        ("где магазины и когда открываются", ["где магазины", "когда открываются"]),
        ("сколько вывезти а граница где", ["сколько вывезти", "граница где"]),
        ("нужна виза еще где граница также часы", ["нужна виза", "где граница", "часы"]),
        ("дукендер кайда жане кашан ашылады", ["дукендер кайда", "кашан ашылады"]),
        ("дукен кайда ал шекара", ["дукен кайда", "шекара"]),
        ("виза мен паспорт тагы шекара", ["виза мен паспорт", "шекара"]),
        ("商店在哪里还有几点开门", ["商店在哪里", "几点开门"]),
        ("免税额是多少另外需要护照吗", ["免税额是多少", "需要护照吗"]),
        ("几点开门以及需要签证吗而且多少钱", ["几点开门", "需要签证吗", "多少钱"]),
        ("до скольки открыто заодно где банкомат", ["до скольки открыто", "где банкомат"]),
        ("паспорт керек пе сосын кашан ашык", ["паспорт керек пе", "кашан ашык"]),
        ("每人能带多少顺带几点开门", ["每人能带多少", "几点开门"]),
        # A blank in Chinese stands for a comma, as in messages; beside other letters it does not.
        ("每人能带多少 星期天开不开", ["每人能带多少", "星期天开不开"]),
        ("有没有 wifi 密码", ["有没有 wifi 密码"]),
        # A question's little word ends it.
        ("паспорт керек пе магазин кайда", ["паспорт керек пе", "магазин кайда"]),
        ("ашык па екен айтшы", ["ашык па екен айтшы"]),
        ("有中医吗几点开", ["有中医吗", "几点开"]),
        ("免税多少啊口岸几点开", ["免税多少啊", "口岸几点开"]),
        # Signs between blanks, not within a word or a number.
        ("часы работы / норма вывоза", ["часы работы", "норма вывоза"]),
        ("how to get there + what papers", ["how to get there", "what papers"]),
        ("almaty-horgos bus 24/7", ["almaty-horgos bus 24/7"]),
        # A second word that begins a question, with the little word before it.
        (
            "что нам предъявлять сколько кг можно вынести",
            ["что нам предъявлять", "сколько кг можно вынести"],
        ),
        ("какие документы до скольки открыто", ["какие документы", "до скольки открыто"]),
        ("what papers do i need how many kg", ["what papers do i need", "how many kg"]),
        ("мы из алматы сколько можно вывезти", ["мы из алматы сколько можно вывезти"]),
        # Kazakh letters are kept, and joints are found without them.
        ("қанша және қалай", ["қанша", "қалай"]),
        # Several at once leave nothing between them.
        ("where is it, and also when", ["where is it", "when"]),
        ("где это? и, еще, когда", ["где это", "когда"]),
        # Parts of words join nothing.
        ("brand alsope thenar", ["brand alsope thenar"]),
        ("сандал алматы итог", ["сандал алматы итог"]),
        ("менде паспорт бар", ["менде паспорт бар"]),
        # Too short to ask anything.
        ("ок, где магазин", ["где магазин"]),
        ("hi! no, where is it", ["where is it"]),
        ("几点, 商店在哪里", ["商店在哪里"]),
        # Nothing to split.
        ("when do the shops open", ["when do the shops open"]),
        ("商店几点开门", ["商店几点开门"]),
        ("", []),
        (" ?!,. ", []),
    ],
)
def test_a_message_is_split_at_punctuation_and_joining_words(
    reading: str, clauses: list[str]
) -> None:
    assert texts(reading) == clauses


@pytest.mark.parametrize(
    ("reading", "clauses"),
    [
        ("is 7,500 yuan too much", ["is 7,500 yuan too much"]),
        ("6.5 kg of tea", ["6.5 kg of tea"]),
        ("1,234,567.89", ["1,234,567.89"]),
        ("с 10.00 до 19.00", ["с 10.00 до 19.00"]),
        ("免税额是7,500元吗", ["免税额是7,500元吗"]),
        ("стоит 6.5, вес 7,5", ["стоит 6.5", "вес 7,5"]),
        ("i paid 7,500, is that too much", ["i paid 7,500", "is that too much"]),
        ("we were 12. where is it", ["we were 12", "where is it"]),
        ("where is it,12 of us", ["where is it", "12 of us"]),
        ("баж 8 000, канша болады", ["баж 8 000", "канша болады"]),
    ],
)
def test_a_number_with_separators_stays_whole(reading: str, clauses: list[str]) -> None:
    assert texts(reading) == clauses


@pytest.mark.parametrize(
    "typed", ["免税额是7，500元吗", "免税额是７，５００元吗", "6．5千克可以吗"]
)
def test_a_number_typed_in_full_width_stays_whole(typed: str) -> None:
    reading = canonical(typed, UNKNOWN)

    assert texts(reading) == [reading]


@given(st.text(alphabet="ab ,.?;!\n79и а商店和还有，。؟", max_size=40))
def test_clauses_are_pieces_of_the_message_in_their_order(reading: str) -> None:
    rest = reading
    for clause in texts(reading):
        assert len(clause) >= 3
        _, found, rest = rest.partition(clause)
        assert found


@pytest.mark.parametrize(
    ("reading", "asking"),
    [
        # One sentence is all there is.
        ("do i pay duty?", None),
        ("when do the shops open", None),
        ("几点开门？", None),
        ("", None),
        ("hi. ok", None),
        # The sentence with the question mark,
        ("i bought a coat. it cost 7,500. do i pay duty?", "do i pay duty?"),
        ("do i pay duty? i bought a coat.", "do i pay duty?"),
        ("мы из алматы. где магазин? спасибо.", "где магазин?"),
        ("калай? мен тауар сатып алдым.", "калай?"),
        ("тауар алдым. баж барма؟ рахмет", "баж барма؟"),
        ("我买了大衣。要交税吗？", "要交税吗？"),
        ("what a place! is it open?", "is it open?"),
        ("i drove here… where do i park?", "where do i park?"),
        ("line one\nis it open?\nline three", "is it open?"),
        # all of them,
        ("is it open? i drove here. and when?", "is it open? and when?"),
        # else the last.
        ("i have a coat. tell me the limit.", "tell me the limit."),
        ("у меня пальто. какой лимит", "какой лимит"),
        ("我买了大衣。告诉我免税额", "告诉我免税额"),
        ("it cost 6.5 yuan. tell me", "tell me"),
        # The point of a number ends no sentence.
        ("it cost 6.5 yuan", None),
        ("с 10.00 до 19.00 открыто?", None),
        ("i have a coat. it cost 6.5 yuan", "it cost 6.5 yuan"),
    ],
)
def test_the_sentence_that_asks(reading: str, asking: str | None) -> None:
    assert asking_part(reading) == asking


@pytest.mark.parametrize(
    ("text", "letters"),
    [("", 0), ("abc", 3), ("a b", 3), ("баж", 3), ("几点", 5), ("几点open", 9), ("8000", 4)],
)
def test_a_han_character_is_as_long_as_a_short_word(text: str, letters: float) -> None:
    assert length(text) == letters


@pytest.mark.parametrize(
    ("clause", "asks"),
    [
        ("what papers do i need", True),
        ("i bought two coats", False),
        ("до скольки открыто", True),
        ("у меня казахский паспорт", False),
        ("қандай құжат керек", True),
        ("менің паспортым бар", False),
        ("几点关门", True),
        ("我拿中国护照", False),
        ("wo shi zhongguo ren", False),
        ("kouan jidian guan men", True),
        # By naming both, by its mark alone.
        ("星期天开不开", True),
        ("порт по субботам работает?", True),
        ("порт по субботам работает.", False),
    ],
)
def test_a_clause_that_asks_has_the_words_or_the_mark_of_a_question(
    clause: str, asks: bool
) -> None:
    assert [part.asks for part in SPLITTER.split(clause)] == [asks]
