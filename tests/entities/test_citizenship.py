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
# Names of Taiwan and Hong Kong, slips that sound alike, one character for a nationality, kin.
NAMED += [
    ("zh-Hant", "寮國人可以進嗎", ["LA"]),
    ("zh-Hant", "這禮拜六帶義大利客戶過去", ["IT"]),
    ("zh-Hant", "沙烏地阿拉伯的朋友", ["SA"]),
    ("zh-Hant", "紐西蘭護照", ["NZ"]),
    ("zh-Hant", "佢荷蘭㗎", ["NL"]),
    ("zh-Hant", "菲律賓姐姐跟埋我哋入去", ["PH"]),
    ("zh-Hant", "同個新加坡客一齊嚟", ["SG"]),
    ("zh", "哈撒克斯坦人用不用护照", ["KZ"]),
    ("zh", "土库蔓斯坦公民", ["TM"]),
    ("zh", "持伊朗护找的可以进吗", ["IR"]),
    ("zh", "美籍华人能进吗", ["US"]),
    ("zh", "本人法籍", ["FR"]),
    ("zh", "拿白俄护照的", ["BY"]),
    ("zh", "我室友土耳其的", ["TR"]),
    ("zh", "我女朋友是越南的，能进吗", ["VN"]),
    ("zh", "后天陪几个阿富汗商人看货", ["AF"]),
    ("zh", "越南新娘还没拿到中国籍能进吗", ["VN"]),
    ("zh", "我住意大利，护照还是中国的", ["CN"]),
    ("zh", "我老公哈国人", ["KZ"]),
    ("zh", "我是俄罗斯过来的", ["RU"]),
    ("zh-Hant", "老公係德國嚟嘅", ["DE"]),
    ("zh-Hant", "屋企人都係大陸嘅", ["CN"]),
    ("pinyin", "dai ge tuerqi laoban guolai", ["TR"]),
]
# Kazakh: who is said to be something without a verb, words in -лық, states, letters of China.
NAMED += [
    ("kk", "Күйеуім неміс, оны жіберер ме екен", ["DE"]),
    ("kk", "келіншегім ресейлік еді", ["RU"]),
    ("kk", "Мысырлық әріптесім көргісі кеп жүр", ["EG"]),
    ("kk", "паспорты британдық бала", ["GB"]),
    ("kk", "үндіс жігітті ертіп барсам", ["IN"]),
    ("kk", "оңтүстік корейлерге визасыз кіруге болады ма", ["KR"]),
    ("kk", "корейлерге виза керек пе", ["KR"]),
    ("kk", "американдықтар кіре ме", ["US"]),
    ("kk", "тажик жигит жумысшымыз бар", ["TJ"]),
    ("kk", "Беларусь елінің азаматы", ["BY"]),
    ("kk", "Эмираттың паспорты бар", ["AE"]),
    ("kk", "Ұлтым орыс, бірақ ҚР азаматымын", ["KZ"]),
    ("kk", "қандаспын, төлқұжатым әлі қытайдікі, өтем бе", ["CN"]),
    ("kk", "әкем ресейдікі", ["RU"]),
    ("ru", "гражданин КР", ["KG"]),
    ("kk-Arab", "گەرمانيالىق دوسىم بار", ["DE"]),
    ("kk-Arab", "تايۋاندىقتاردى كىرگىزە مە", ["TW"]),
    ("kk-Arab", "اۋمىن پاسپورتىن ۇستاعان كىسى", ["MO"]),
    ("kk-Arab", "جۇڭگونىڭ شىنفىنجىڭى بار", ["CN"]),
    ("kk-Latn", "joldasym italyan, viza surai ma", ["IT"]),
    ("kk-Latn", "vietnamdyqtarga ruqsat bar ma", ["VN"]),
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
    ("zh", "中国客运站在哪", []),
    ("zh", "去哈萨克斯坦的客车几点开", []),
    ("zh", "韩国老板开的店", []),
    ("zh", "有没有俄罗斯商人卖貂", []),
    ("zh", "没有中国护照能进吗", []),
    ("zh", "我朋友买的德国的表", []),
    ("pinyin", "hasakesitan zai na li", []),
    ("kk", "Германияда тұрамын, туыстарға келдім", []),
    ("kk", "қызым Түркияда оқиды", []),
    ("kk", "саудада, сауда орталығында", []),
    ("kk", "неміс тілін білемін", []),
    ("kk", "кәріс тағамы бар ма", []),
    ("kk", "неміс визасы керек пе", []),
    ("kk", "Қытайдың киімдері", []),
    ("en", "answer me in German", []),
    ("en", "students of Almaty institute", []),
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
