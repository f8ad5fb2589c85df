"""Plain text of a message: compatibility forms resolved, invisible characters gone."""

import re
import unicodedata

# Zero-width and direction controls, soft hyphen, variation selectors, byte order mark.
INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufe00-\ufe0f\ufeff]"
)
ARABIC_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
# Latin letters typed for the Cyrillic ones that look alike (i for і, ə for ә above all).
LOOKALIKES = str.maketrans("acehikmoptxyəɵö", "асеһікмортхуәөө")
MIXED_WORD = re.compile(r"[A-Za-z\u0259\u0275\u00F6\u0400-\u052F]+")
CYRILLIC = re.compile(r"[\u0400-\u052F]")
LATIN = re.compile(r"[A-Za-z\u0259\u0275\u00F6]")


def plain(text: str) -> str:
    """NFKC, lower case, ASCII digits, no invisible characters, one alphabet a word."""
    text = unicodedata.normalize("NFKC", INVISIBLE.sub("", text))
    text = text.replace("İ", "i").lower().translate(ARABIC_DIGITS)
    if CYRILLIC.search(text) and LATIN.search(text):
        text = MIXED_WORD.sub(_one_alphabet, text)
    return text


def _one_alphabet(match: re.Match[str]) -> str:
    word = match[0]
    cyrillic = len(CYRILLIC.findall(word))
    return word.translate(LOOKALIKES) if 2 * cyrillic >= len(word) > cyrillic else word
