"""Which Kazakh words stand for a number."""

import re
from collections.abc import Callable
from typing import Any

from spacy.attrs import LIKE_NUM

_CARDINALS = """
нөл бір екі үш төрт бес алты жеті сегіз тоғыз
он жиырма отыз қырық елу алпыс жетпіс сексен тоқсан
жүз мың миллион миллиард триллион
жарты жарым ширек
"""
_ORDINALS = """
бірінші екінші үшінші төртінші бесінші алтыншы жетінші сегізінші тоғызыншы
оныншы жиырмасыншы отызыншы қырқыншы елуінші алпысыншы жетпісінші сексенінші тоқсаныншы
жүзінші мыңыншы миллионыншы
"""
# "Three of us", "the two of them": counts of people.
_COLLECTIVES = "біреу екеу үшеу төртеу бесеу алтау жетеу"
_NUMBER_WORDS = frozenset(f"{_CARDINALS} {_ORDINALS} {_COLLECTIVES}".split())

_SIGN = re.compile(r"^[+\-±~−]")
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*|\d+/\d+")
ORDINAL_ENDING = r"(?:[ыі]н)?ш[ыі]"
_ORDINAL_DIGITS = re.compile(rf"\d+-{ORDINAL_ENDING}", re.IGNORECASE)


def like_num(text: str) -> bool:
    """Whether a word is a number: digits, a fraction, "жүз", "бірінші" or "8-ші"."""
    bare = _SIGN.sub("", text).lower()
    return bool(bare in _NUMBER_WORDS or _DIGITS.fullmatch(bare) or _ORDINAL_DIGITS.fullmatch(bare))


LEX_ATTRS: dict[int, Callable[[str], Any]] = {LIKE_NUM: like_num}
