from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from horgos.language.kazakh_arabic import from_arabic, to_arabic

# As written in the Kazakh press of Xinjiang.
WORDS = """
қазақ قازاق
қазақша قازاقشا
қазақстан قازاقستان
қытай جۇڭگو
қорғас قورعاس
алматы الماتى
жаркент جاركەنت
құлжа قۇلجا
үрімжі ءۇرىمجى
іле ىلە
шыңжаң شينجياڭ
бейжің بەيجيڭ
бейжіңде بەيجيڭدە
астана استانا
ресей رەسەي
германия گەرمانيا
түркия تۇركيا
қырғызстан قىرعىزستان
өзбекстан وزبەكستان
үндістан ءۇندىستان
әлем الەم
әке اكە
әже اجە
ән ءان
әр ءار
әйел ايەل
әділ ءادىل
әкім اكىم
әзір ءازىر
әрине ارينە
әлі ءالى
әлия ءاليا
бар بار
барады بارادى
барамын بارامىن
баж باج
бажы باجى
базар بازار
бала بالا
бес بەس
бет بەت
бір ءبىر
бірінші ءبىرىنشى
бірақ بىراق
бірге بىرگە
біз ءبىز
бүгін بۇگىن
бұл بۇل
виза ۆيزا
вокзал ۆوكزال
ғасыр عاسىر
ғылым عىلىم
дала دالا
дәптер داپتەر
дәрі ءدارى
дәрігер دارىگەر
дәм ءدام
дейін دەيىن
демалыс دەمالىس
дүйсенбі دۇيسەنبى
дүкен دۇكەن
дүние دۇنيە
емес ەمەس
ел ەل
ертең ەرتەڭ
екі ەكى
еуро ەۋرو
жақсы جاقسى
жаңа جاڭا
жер جەر
жеті جەتى
жоқ جوق
жол جول
жұма جۇما
жұмыс جۇمىس
жүз ءجۇز
жүк جۇك
және جانە
зат زات
заң زاڭ
иә ءيا
ине ينە
кеден كەدەن
келісім كەلىسىم
кеше كەشە
кіру كىرۋ
кітап كىتاپ
кім كىم
көлік كولىك
көп كوپ
күн كۇن
қазір قازىر
қайда قايدا
қала قالا
қалай قالاي
қанша قانشا
қашан قاشان
қабат قابات
құжат قۇجات
қыз قىز
қыс قىس
лимит ليميت
мал مال
маған ماعان
мәдениет مادەنيەت
мәселе ماسەلە
мектеп مەكتەپ
мемлекет مەملەكەت
мен مەن
мұғалім مۇعالىم
мүмкін مۇمكىن
мүше مۇشە
мың مىڭ
наурыз ناۋرىز
неше نەشە
оқу وقۋ
орталық ورتالىق
осы وسى
отыз وتىز
он ون
өмір ءومىر
өз ءوز
өте وتە
өткізу وتكىزۋ
өту ءوتۋ
паспорт پاسپورت
пайда پايدا
рахмет راحمەت
рұқсат رۇقسات
сағат ساعات
салық سالىق
салт سالت
саяхат ساياحات
сауда ساۋدا
сәлем سالەم
сәрсенбі سارسەنبى
сен سەن
сенбі سەنبى
сөз ءسوز
сіз ءسىز
су سۋ
сүт ءسۇت
тарих تاريح
тауар تاۋار
таң تاڭ
тәулік تاۋلىك
тегін تەگىن
теңге تەڭگە
тіл ءتىل
тілі ءتىلى
төл ءتول
төлқұжат تولقۇجات
төлем تولەم
түн ءتۇن
түс ءتۇس
уақыт ۋاقىت
уақыты ۋاقىتى
ұлт ۇلت
үй ءۇي
үлкен ۇلكەن
үш ءۇش
үшін ءۇشىن
фабрика فابريكا
халық حالىق
халықаралық حالىقارالىق
цирк تسيرك
чемодан چەمودان
шай شاي
шекара شەكارا
шығу شىعۋ
ыстық ىستىق
ынтымақ ىنتىماق
іс ءىس
ішінде ىشىندە
экономика ەكونوميكا
электр ەلەكتر
юань يۋان
ақша اقشا
азамат ازامات
аян ايان
ащы اششى
көмек كومەك
жиһаз جيھاز
айгүл ايگۇل
мұхтар مۇحتار
дәулет داۋلەت
жүсіп ءجۇسىپ
сәуле ساۋلە
гүлнар گۇلنار
нұрлан نۇرلان
әбіш ءابىش
ерлан ەرلان
абай اباي
тоқтар توقتار
"""
PAIRS = [tuple(line.split()) for line in WORDS.strip().splitlines()]


def test_the_table_is_long_enough():
    assert len(PAIRS) >= 150
    assert not [word for word, times in Counter(word for word, _ in PAIRS).items() if times > 1]


@pytest.mark.parametrize(("cyrillic", "arabic"), PAIRS)
def test_word_is_written_as_in_xinjiang(cyrillic, arabic):
    assert to_arabic(cyrillic) == arabic
    assert to_arabic(cyrillic.capitalize()) == arabic


@pytest.mark.parametrize(
    ("cyrillic", "arabic"),
    [
        ("Қайда, қашан; неге?", "قايدا، قاشان؛ نەگە؟"),
        ("6,5 кг, 8 000 юань", "6,5 كگ، 8 000 يۋان"),
        ("WeChat, Alipay!", "WeChat، Alipay!"),
        ("2-қабат, 8-ші үй", "2-قابات، 8-ءشى ءۇي"),
        ("(бір) «екі» 50 %", "(ءبىر) «ەكى» 50 %"),
        ("«Нұржолы»", "«نۇرجولى»"),
        ("", ""),
    ],
)
def test_sentence_keeps_digits_latin_words_and_quotes(cyrillic, arabic):
    assert to_arabic(cyrillic) == arabic


@pytest.mark.parametrize(
    ("arabic", "cyrillic"),
    [
        ("قازاقشا", "қазақша"),
        ("ءۇشىن", "үшін"),
        ("ٴۇشىن", "үшін"),
        ("كەدەن", "кеден"),
        ("كۇن", "күн"),
        ("قايدا؟", "қайда?"),
        ("قويان", "қоян"),
        ("كومپانيا", "көмпәниә"),
        ("يۋان", "юан"),
        ("تەڭگە، 5", "теңге, 5"),
        ("راحمهت", "рәхмет"),
        ("قازیر", "қазир"),
    ],
)
def test_arabic_letters_are_read(arabic, cyrillic):
    assert from_arabic(arabic) == cyrillic


SURE_CONSONANTS = "бвгғджзкқлмнңпрсфхһчш"
KAZAKH = "аәбвгғдежзийкқлмнңоөпрстуұүфхһцчшщыіэюя"


@given(st.text(alphabet=KAZAKH + " 0123456789-", max_size=40))
def test_round_trip_keeps_consonants_digits_and_spaces(text):
    def kept(written):
        separated = written.replace("щ", "шш").replace("ц", "тс")
        return [letter for letter in separated if letter in SURE_CONSONANTS + " 0123456789-т"]

    names = ("бейжің", "шыңжаң", "шанхай", "гонконг", "гуанчжоу")
    if not any(name in text for name in names):
        assert kept(from_arabic(to_arabic(text))) == kept(text)


@given(st.text(alphabet=st.characters(blacklist_categories=("Cs",), max_codepoint=0x3FF)))
def test_other_letters_stay(text):
    unpunctuated = text.translate(str.maketrans("", "", ",;?"))
    assert to_arabic(unpunctuated) == unpunctuated
