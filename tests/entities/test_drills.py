"""Messages of fresh authors that state a citizenship, money or a time, or only look like it.

``drills/<language>.tsv``: a message, the countries, the sums and the time it states. They showed
where the lexicon had gaps, so they say nothing of how well unknown messages are read; the test set
does (``benchmarks.entities``). What is still misread stands in ``MISREAD``.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from benchmarks.times import is_found
from horgos.entities.finder import find_all
from horgos.entities.values import Citizenship, Money, Side, Value
from horgos.language.detection import detect

DRILLS = Path(__file__).parent / "drills"
COUNT = {"en": 610, "kk": 1056, "ru": 610, "zh": 608}
MISREAD = {
    "en": {
        "wife is uzbek citizen and I'm belgian, do we need same papers",  # the paper outweighs
        "im coming from germany by car, what papers for the port",  # taken for whose citizen
    },
    "ru": {
        "вчера приехал с узбекистана, машина узбекская, проходит через порт?",  # the same
        "муж русский по паспорту рф а я казахстанка, документы разные?",  # the paper outweighs
        "сначала купил на 300 тыс тенге потом ещё на 250 тыс, это складывается?",
    },
    "kk": {
        "ораза айттың бірінші күні автобус жүре ме",  # no public holiday, so `holidays` lacks it
        "ораза айтта базар жұмыс істей ме әлде бәрі демала ма",  # the same
        "Ораза айтта ар жақтағы нағашыларға барамыз, көлікпен өтетін жер жұмыс істейтін шығар?",
        "ورازا ايت كۇنى جۇك كولىگى وتە الاما ەكەن",
        "al nemister she?",  # taken for English
        "Ұлым он алтыда, жеке куәлігі бар, жалғыз кіргізе ме?",  # an age, but for "жаста"
        "балам 12де, паспорты жок, кирер ма",  # the same
    },
    "zh": {
        "成皮嘢貨帶出嚟 會唔會捉",  # no numeral in it
        "肉孜节那天清真餐厅和商店开着没",  # as in Kazakh
        "我在德国上学 放假想去逛逛 要准备什么",  # 放假 is a holiday elsewhere
    },
}


@dataclass(frozen=True)
class Drill:
    """A message and what it states."""

    text: str
    citizenships: frozenset[str]
    money: frozenset[tuple[Decimal, str | None]]
    time: str

    def is_read(self) -> bool:
        """Whether just this is found."""
        values = [entity.value for entity in find_all(self.text, detect(self.text))]
        citizenships = {value.country for value in values if isinstance(value, Citizenship)}
        money = {(value.amount, value.currency) for value in values if isinstance(value, Money)}
        return (citizenships, money) == (self.citizenships, self.money) and self._is_timed(values)

    def _is_timed(self, values: list[Value]) -> bool:
        if not self.time:
            return all(isinstance(value, Citizenship | Money | Side) for value in values)
        kind, _, which = self.time.partition("=")
        return is_found((kind, which), values)


def drills(language: str) -> Iterator[Drill]:
    with (DRILLS / f"{language}.tsv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            sums = (one.split("/") for one in row["money"].split())
            yield Drill(
                text=row["text"],
                citizenships=frozenset(row["citizenship"].split()),
                money=frozenset((Decimal(amount), code or None) for amount, code in sums),
                time=row["when"],
            )


def test_what_a_message_states_is_found_and_nothing_else(language: str) -> None:
    found = list(drills(language))
    assert len(found) == COUNT[language]
    assert {drill.text for drill in found if not drill.is_read()} == MISREAD[language]
