"""Kazakh in the Arabic script of Xinjiang (töte jazu), to and from Cyrillic.

The script writes а/ә, о/ө, ұ/ү and ы/і with one letter each. A word that begins with front vowels
is marked by a hamza before it, unless one of ە (е, э), گ (г), ك (к) already shows them. In dates a
hyphen follows the numbers, as in "2025-жылғы 1-қараша".
"""

import re
from functools import lru_cache

from horgos.language.letter_rules import ALPHABETS, LetterRules, alphabet_rules, rules_from
from horgos.language.yaml_files import load_mapping, mapping_at

HAMZA = "ء"
FILE = "kazakh_arabic"
CYRILLIC_WORD = re.compile(r"[\u0400-\u052F]+")
ARABIC_WORD = re.compile(r"[\u0620-\u065F\u066E-\u06D3\u06D5\u06FA-\u06FF\u0750-\u077F]+")
# A comma between digits is a decimal sign, not punctuation.
ARABIC_COMMA = re.compile(r"(?<!\d),|,(?!\d)")
PUNCTUATION = str.maketrans({";": "؛", "?": "؟"})
READ_PUNCTUATION = str.maketrans({"،": ",", "؛": ";", "؟": "?", "۔": "."})
FIRST_VOWEL = re.compile("[аәоөұүыі]")
FRONT_SHOWN = re.compile("[еэгк]")
MONTH = "(?:қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан)"
# "2025 ж." is "of the year 2025" before a day or a month, elsewhere "the year 2025".
HYPHENED_DATES = [
    (re.compile(read, re.IGNORECASE), written)
    for read, written in (
        (rf"(?<=\b[0-9]{{4}})\sж\.(?=\s(?:[0-9]{{1,2}}\s)?{MONTH})", "-жылғы"),
        (r"(?<=\b[0-9]{4})\sж\.", "-жыл"),
        (r"(?<=\b[0-9]{4})\s(?=жыл)", "-"),
        (rf"(?:(?<=\b[0-9])|(?<=\b[0-9]{{2}}))\s(?={MONTH})", "-"),
    )
]
SHOWS_FRONT = re.compile("[ءٴئەهگكک]")


def to_arabic(text: str) -> str:
    """Cyrillic Kazakh in Arabic letters; other letters and digits stay."""
    for read, hyphened in HYPHENED_DATES:
        text = read.sub(hyphened, text)
    written = CYRILLIC_WORD.sub(lambda match: _arabic_word(match[0]), text)
    return ARABIC_COMMA.sub("،", written).translate(PUNCTUATION)


def from_arabic(text: str) -> str:
    """Arabic-script Kazakh in Cyrillic, lower case, as far as the script tells."""
    return ARABIC_WORD.sub(lambda match: _cyrillic_word(match[0]), text).translate(READ_PUNCTUATION)


@lru_cache(maxsize=8192)
def _arabic_word(cyrillic: str) -> str:
    word = cyrillic.lower()
    for joined, parts in _texts("apart").items():
        if word.startswith(joined):
            return " ".join(map(_arabic_word, (parts + word[len(joined) :]).split()))
    for name, written in _texts("names").items():
        if word.startswith(name):
            return written + alphabet_rules(FILE, "write").apply(word[len(name) :])
    first = FIRST_VOWEL.search(word)
    needs_hamza = first is not None and first[0] in "әөүі" and not FRONT_SHOWN.search(word)
    return (HAMZA if needs_hamza else "") + alphabet_rules(FILE, "write").apply(word)


@lru_cache(maxsize=8192)
def _cyrillic_word(arabic: str) -> str:
    front, back = _readers()
    return (front if SHOWS_FRONT.search(arabic) else back).apply(arabic)


@lru_cache(maxsize=2)
def _texts(key: str) -> dict[str, str]:
    path = ALPHABETS / f"{FILE}.yml"
    return {
        str(read): str(written)
        for read, written in mapping_at(path, load_mapping(path), key).items()
    }


@lru_cache(maxsize=1)
def _readers() -> tuple[LetterRules, LetterRules]:
    path = ALPHABETS / f"{FILE}.yml"
    data = load_mapping(path)
    back = data.get("read_back")
    rules_from(path, "read_front", data.get("read_front"))
    back_rules = rules_from(path, "read_back", back)
    # A shared rule stands before the single letters it contains, so the vowels come last.
    front_letters = data["read_front"]
    taken = {letter for read, _ in front_letters for letter in read.split("|")}
    kept = [rule for rule in data["read_back"] if not set(rule[0].split("|")) & taken]
    return rules_from(path, "read_front", kept + front_letters), back_rules
