"""Kazakh abbreviations that keep their full stops, with what they stand for."""

from typing import Any

from spacy.lang.tokenizer_exceptions import BASE_EXCEPTIONS
from spacy.symbols import NORM, ORTH
from spacy.util import update_exc

_WITH_FULL_STOPS = {
    "т.б.": "тағы басқа",
    "т.с.с.": "тағы сол сияқты",
    "т.т.": "тағы тағылар",
    "ж.": "жыл",
    "жж.": "жылдар",
    "ғ.": "ғасыр",
    "ғғ.": "ғасырлар",
    "б.з.": "біздің заманымыз",
    "б.з.б.": "біздің заманымызға дейін",
    "б.з.д.": "біздің заманымызға дейін",
    "көш.": "көше",
    "даң.": "даңғыл",
    "қ.": "қала",
    "ауд.": "аудан",
    "обл.": "облыс",
    "тел.": "телефон",
    "бет.": "бет",
    "қар.": "қараңыз",
    "ш.а.": "шағын аудан",
}
_WITH_OR_WITHOUT = {
    "млн": "миллион",
    "млрд": "миллиард",
    "трлн": "триллион",
    "мин": "минут",
    "сағ": "сағат",
    "тг": "теңге",
    "тңг": "теңге",
    "қаң": "қаңтар",
    "ақп": "ақпан",
    "нау": "наурыз",
    "сәу": "сәуір",
    "мам": "мамыр",
    "мау": "маусым",
    "шіл": "шілде",
    "там": "тамыз",
    "қыр": "қыркүйек",
    "қаз": "қазан",
    "қар": "қараша",
    "жел": "желтоқсан",
    "дүй": "дүйсенбі",
    "сей": "сейсенбі",
    "сәр": "сәрсенбі",
    "бей": "бейсенбі",
    "жек": "жексенбі",
}


def _exceptions() -> dict[str, list[dict[int, str]]]:
    """Every abbreviation as typed small, with a capital and in capitals."""
    meanings = dict(_WITH_OR_WITHOUT)
    meanings.update({f"{short}.": full for short, full in _WITH_OR_WITHOUT.items()})
    meanings.update(_WITH_FULL_STOPS)
    return {
        typed: [{ORTH: typed, NORM: full}]
        for short, full in meanings.items()
        for typed in {short, short.capitalize(), short.upper()}
    }


TOKENIZER_EXCEPTIONS: dict[str, Any] = update_exc(BASE_EXCEPTIONS, _exceptions())
