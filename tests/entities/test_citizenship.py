"""Whose citizen a message speaks of."""

from __future__ import annotations

import pytest

from horgos.entities.citizenship import find
from horgos.entities.values import Citizenship
from horgos.language.tokens import words
from tests.entities.spellings import SPELLINGS

NAMED: list[tuple[str, str, list[str]]] = [
    ("en", "I hold a German passport", ["DE"]),
    ("en", "I'm from Hong Kong, do I need a visa?", ["HK"]),
    ("en", "I am a Kyrgyz citizen", ["KG"]),
    ("en", "we are from Yining", []),
    ("en", "and for Kazakh citizens?", ["KZ"]),
    ("en", "I'm German", ["DE"]),
    ("en", "what's the limit for Chinese and Kazakhs", ["CN", "KZ"]),
    ("en", "UK passport ok?", ["GB"]),
    ("en", "us citizen visa?", ["US"]),
    ("en", "French tourists need visa?", ["FR"]),
    ("en", "Kazakhs from China how much", ["CN"]),
    ("en", "cyclist from Berlin, what papers do I need", []),
    ("en", "from Hong Kong", ["HK"]),
    ("en", "a friend of mine has an Uzbek passport", ["UZ"]),
    ("en", "I am American", ["US"]),
    ("en", "two Dutch people here", ["NL"]),
    ("en", "can Indians enter", ["IN"]),
    ("en", "I'm from KZ", ["KZ"]),
    ("en", "Kazakhstan passport enough?", ["KZ"]),
    ("ru", "мы из Алматы", []),
    ("ru", "я казах из Алматы", []),
    ("ru", "сколько можно гражданам РФ", ["RU"]),
    ("ru", "можно ли россиянам без визы", ["RU"]),
    ("ru", "я этнический казах из Китая", ["CN"]),
    ("ru", "сколько для казахов", ["KZ"]),
    ("ru", "а для россиян?", ["RU"]),
    ("ru", "я гражданин Германии", ["DE"]),
    ("ru", "гражданам Германии нужна виза?", ["DE"]),
    ("ru", "моя жена гражданка Германии", ["DE"]),
    ("ru", "узбекистанцам можно?", ["UZ"]),
    ("ru", "итальянцам", ["IT"]),
    ("ru", "я из Казахстана", ["KZ"]),
    ("ru", "мы туристы из Новосибирска", []),
    ("ru", "гражданин КНР", ["CN"]),
    ("ru", "у меня китайский паспорт", ["CN"]),
    ("ru", "Казахстанцам и китайцам сколько", ["KZ", "CN"]),
    ("ru", "у жены паспорт кыргызский", ["KG"]),
    ("ru", "паспорт у нее киргизский", ["KG"]),
    ("ru", "паспорт у моей жены вообще киргизский, можно?", ["KG"]),
    ("pinyin", "na eluosi ren ne", ["RU"]),
    ("en", "Chinese citizen can take how much", ["CN"]),
    ("en", "the same like for Kazakhs", ["KZ"]),
    ("kk", "қазақстандықпын", ["KZ"]),
    ("kk", "Қазақстан азаматымын", ["KZ"]),
    ("kk", "біз Бішкектенбіз", []),
    ("kk", "оралман", ["KZ"]),
    ("kk", "біз Құлжаданбыз", []),
    ("kk", "қазақпын, бірақ қытай азаматымын", ["CN"]),
    ("kk", "ал Қытай азаматтарына ше?", ["CN"]),
    ("kk", "Германиядан келдік, виза керек пе", ["DE"]),
    ("kk", "Германия азаматы кіре ала ма", ["DE"]),
    ("kk", "кыргызам нужен паспорт?", ["KG"]),
    ("kk", "Алматыдан келген туристерге не керек", []),
    ("kk", "алматылықпыз", []),
    ("kk", "мен Қазақстаннанмын", ["KZ"]),
    ("kk", "монголия азаматымын", ["MN"]),
    ("kk", "Мен түрікпін", ["TR"]),
    ("kk", "қазақтарға қанша", ["KZ"]),
    ("kk-Arab", "قازاقستان ازاماتىمىن", ["KZ"]),
    ("kk-Arab", "قىتاي ازاماتىمىن", ["CN"]),
    ("zh", "我是哈国的", ["KZ"]),
    ("zh", "哈萨克斯坦公民可以带多少", ["KZ"]),
    ("zh", "中国人能带多少钱的东西", ["CN"]),
    ("zh", "我是哈萨克族，中国护照", ["CN"]),
    ("zh", "那哈萨克斯坦公民呢", ["KZ"]),
    ("zh", "持台湾护照", ["TW"]),
    ("zh", "中哈两国公民", ["CN", "KZ"]),
    ("zh", "哈萨克斯坦的呢", ["KZ"]),
    ("zh", "日本人可以进吗", ["JP"]),
    ("zh", "持日本护照需要签证吗", ["JP"]),
    ("zh-Hant", "我是台灣人", ["TW"]),
    ("zh-Hant", "澳門居民", ["MO"]),
    ("zh-Hant", "香港人要不要簽證", ["HK"]),
    ("zh-Hant", "我們是烏魯木齊來的", []),
    ("kk-Arab", "جۇڭگو ازاماتىمىن", ["CN"]),
    ("kk", "Өзбек көршім барса, норма жүре ме?", ["UZ"]),
    ("ru", "у меня украинский паспорт", ["UA"]),
    ("zh", "港澳居民需要什么证件", ["HK", "MO"]),
    ("zh", "他是中国国籍", ["CN"]),
    ("kk", "Германиядан велосипедпен келдім", ["DE"]),
    ("ru", "группа из 14 человек из Гонконга", ["HK"]),
    ("zh-Hant", "香港特區護照要不要簽證", ["HK"]),
    ("ru", "жители Алматы проходят по удостоверению?", []),
]
NAMED += [
    ("ru", "для российских граждан сколько", ["RU"]),
    ("ru-Latn", "a dlya yaponcev?", ["JP"]),
    ("pinyin", "hasakestan ren neng jin ma", ["KZ"]),
    ("pinyin", "jilijisi huzhao", ["KG"]),
    ("en", "I am a citezen of France", ["FR"]),
    ("en", "do Mongolains need a visa", ["MN"]),
    ("ru", "гражднин Узбекистана", ["UZ"]),
]
NAMED += [
    ("en", "passport's irish but i live in almaty", ["IE"]),
    ("en", "kazakhstani, lost my passport", ["KZ"]),
    ("en", "taiwanese here, which paper", ["TW"]),
    ("en", "how bout vietnamese, visa or no visa", ["VN"]),
    ("en", "my driver is georgian, he can come?", ["GE"]),
    ("en", "am an emirati", ["AE"]),
    ("en", "Im a Yank, they let me in", ["US"]),
    ("en", "bhutanese passport", ["BT"]),
    ("en", "our passports is from brazil, visa?", ["BR"]),
    ("en", "do kiwis need a visa", ["NZ"]),
    ("en", "i'm a pole", ["PL"]),
    ("en", "can surinamese come in", ["SR"]),
    ("en", "my brother in law who is czech", ["CZ"]),
    ("en", "british. do i need a visa?", ["GB"]),
    ("en", "i'm from Türkiye", ["TR"]),
    ("en", "do I need a visa as a Pole?", ["PL"]),
    ("en", "my mother in law is a Kazakh from Ili, Chinese citizen", ["CN"]),
    ("en", "my mum is kazakh but with a chinese passport", ["CN"]),
    ("ru", "и кыргызу с айди картой вход разрешён", ["KG"]),
    ("ru", "паспорт узбекский прописка алматинская", ["UZ"]),
    ("ru", "а паспорт сделали российский, по нему зайдёт?", ["RU"]),
    ("ru", "у мужа паспорт российский, а у меня киргизский", ["RU", "KG"]),
    ("ru", "гр-ка РК, дочке 6 лет", ["KZ"]),
    ("ru", "гр. Узбекистана", ["UZ"]),
    ("ru", "америкосов пускаете?", ["US"]),
    ("ru", "у друга штатовский паспорт", ["US"]),
    ("ru", "сноха у нас кореянка с сеула", ["KR"]),
    ("ru", "паспорт монгольский, казах. виза нужна", ["MN"]),
    ("ru", "гражданства рк ещё не дали, паспорт туркменистана", ["TM"]),
    ("ru", "жена вьетнамка вид на жительство казахстанский", ["VN"]),
    ("ru", "шведу сколько можно вывезти", ["SE"]),
    ("ru", "таджичка я, растаможка есть?", ["TJ"]),
    ("ru", "с женой тайкой", ["TH"]),
    ("ru", "непальцам виза нужна?", ["NP"]),
    ("ru-Latn", "kitaycam vhod po pasportu?", ["CN"]),
    ("ru-Latn", "u menya pasport nemeckij", ["DE"]),
    ("ru-Latn", "Tajvancja propuskajut?", ["TW"]),
]
# A country as a place, a direction, an origin of goods, a language: nobody's citizenship.
NOT_A_CITIZENSHIP: list[tuple[str, str, list[str]]] = [
    ("en", "goods from Belarus", []),
    ("en", "how do I cross to Kazakhstan", []),
    ("en", "is there Chinese medicine", []),
    ("en", "what's on the Kazakh side", []),
    ("en", "Chinese shops open when", []),
    ("en", "English please", []),
    ("en", "Chinese", []),
    ("en", "Turkish food?", []),
    ("en", "is it on the Chinese or Kazakh side", []),
    ("en", "whose zone is it, China or Kazakhstan", []),
    ("en", "what does China export", []),
    ("en", "exports to Russia and Kazakhstan", []),
    ("ru", "товары из Китая", []),
    ("ru", "китайская медицина есть?", []),
    ("ru", "можно вывезти в Казахстан?", []),
    ("ru", "сколько стоит в юанях", []),
    ("ru", "говорят ли по-казахски", []),
    ("ru", "на китайском есть меню?", []),
    ("ru", "когда привезут товары из Белоруссии", []),
    ("ru", "как доехать из Алматы", []),
    ("ru", "ехать в Китай через Хоргос", []),
    ("ru", "можно ли в этой зоне перейти на сторону Китая", []),
    ("kk", "мен қазақпын", []),
    ("kk", "Қытай жағында дүкендер бар ма", []),
    ("kk", "Қытай тауарлары", []),
    ("kk", "Қытайдан не тасымалданады", []),
    ("kk-Arab", "قىتاي تاۋارى", []),
    ("zh", "我是哈萨克族", []),
    ("zh", "哈方一侧几点关门", []),
    ("zh", "从中国进口什么", []),
    ("zh", "去哈萨克斯坦怎么走", []),
    ("zh", "中国商品", []),
    ("zh", "从哈萨克斯坦那边过来要多久", []),
    ("en", "do I need a visa for Uzbekistan", []),
    ("en", "switch to Russian", []),
    ("kk", "Беларусьтен келген азық-түлік", []),
    ("ru-Latn", "chto iz togo", []),
    ("kk", "бир гана адам", []),
    ("kk", "Қолымда куәлік ғана бар, паспортым ғана қалды", []),
    ("kk-Latn", "tek azamattaryna ğana jasala ma", []),
    ("kk", "Баламды туу туралы куәлікпен кіргізе ме", []),
    ("kk", "Мені кіргізбеді, кіргізсеңіз екен", []),
    ("kk", "Былғары күртеге салық бар ма", []),
    ("kk-Arab", "بالامدى كىرگىزە مە", []),
    ("kk", "осы қатардан адамдар", []),
    ("ru", "кто тут хозяин, наши или немцы", []),
    ("ru", "корейцы мебель привозят", []),
    ("ru-Latn", "moloko iz belorussii", []),
    ("en", "answer me in German", []),
    ("en", "students of Almaty institute", []),
    ("en", "2 kg of kiwis ok? and trekking poles?", []),
    ("en", "polish the shoes", []),
    ("en", "do they speak chinese here", []),
    ("en", "russian here?", []),
    ("en", "let us go in", []),
    ("en", "i dont have kazakh passport", []),
    ("en", "i only have a kazakh residence permit", []),
    ("en", "japanese kids shoes", []),
    ("ru", "есть паспорт китайская виза нужна?", []),
    ("ru", "нет паспорта РК", []),
    ("ru", "объясни простыми словами", []),
    ("kk", "беларустің сүті порттан өте ме", []),
    ("ru", "мы из германии едем через алматы", []),
    ("ru", "казахи из Кульджи", []),
    ("ru", "вьетнамки купил, чешки детские, медную турку", []),
    ("ru", "болгарку можно? чехол, персики, тайком, индустриальный парк", []),
]


def countries(spelling: str, text: str) -> list[str]:
    how = SPELLINGS[spelling]
    found = [entity.value for entity in find(words(text, how.language), how)]
    return [value.country for value in found if isinstance(value, Citizenship)]


@pytest.mark.parametrize(("spelling", "text", "expected"), NAMED)
def test_citizenships_are_found(spelling: str, text: str, expected: list[str]) -> None:
    assert countries(spelling, text) == expected


@pytest.mark.parametrize(("spelling", "text", "expected"), NOT_A_CITIZENSHIP)
def test_a_country_alone_is_no_citizenship(spelling: str, text: str, expected: list[str]) -> None:
    assert countries(spelling, text) == expected == []


COUNTRY_CODES = ["FR", "KE", "SA", "PE", "US", "AE"]
COUNTRY_NAMES = [
    (
        "en",
        "I am a citizen of {}",
        ["France", "Kenya", "Saudi Arabia", "Peru", "the USA", "the United Arab Emirates"],
    ),
    ("ru", "я гражданин {}", ["Франции", "Кении", "Саудовской Аравии", "Перу", "США", "ОАЭ"]),
    ("kk", "мен {} азаматымын", ["Франция", "Кения", "Сауд Арабиясы", "Перу", "АҚШ", "БАӘ"]),
    ("zh", "我是{}公民", ["法国", "肯尼亚", "沙特阿拉伯", "秘鲁", "美国", "阿联酋"]),
    ("zh-Hant", "我是{}公民", ["法國", "肯尼亞", "沙特阿拉伯", "秘魯", "美國", "阿聯酋"]),
]


@pytest.mark.parametrize(("spelling", "template", "names"), COUNTRY_NAMES)
def test_any_country_of_the_world_is_known(spelling: str, template: str, names: list[str]) -> None:
    found = [countries(spelling, template.format(name)) for name in names]
    assert found == [[code] for code in COUNTRY_CODES]


def test_the_place_in_the_text_is_the_country() -> None:
    text = "Здравствуйте, мы из Казахстана, что нужно?"
    how = SPELLINGS["ru"]
    (entity,) = find(words(text, "ru"), how)
    assert text[entity.start : entity.end] == "Казахстана"
