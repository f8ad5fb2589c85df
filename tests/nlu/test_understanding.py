"""Who is asked about a message, and how two opinions become one."""

from __future__ import annotations

from typing import cast

import pytest

from horgos.language.reading import Readings
from horgos.language.spelling import Certainty, Spelling
from horgos.nlu.clauses import clause_splitter
from horgos.nlu.decision import Splitting
from horgos.nlu.heads import CALM, CharacterHead, EncoderHead
from horgos.nlu.understanding import (
    ASKING_SHARE,
    CHARACTER_SHARE,
    CLAUSE_UNSURE,
    SURE_FROM,
    Understanding,
    Understood,
)
from horgos.nlu.weights import WEIGHTS, load_weights
from horgos.project import ROOT
from tests.nlu.fakes import FakeHead

ENGLISH = Spelling("en", "Latn", False, Certainty.LIKELY, 5)
DUTY, SHOPS, GREET, PAPERS = "duty_free", "shopping_hours", "greet", "entry_documents"
CLASSES = (DUTY, PAPERS, GREET, SHOPS)
LITTLE = 0.01
LOW, HIGH = CLAUSE_UNSURE

Says = dict[str, tuple[str, float]]


class Asked:
    """An understanding of fakes: the character head says what it is told, the encoder too."""

    def __init__(self, characters: Says, encoder: Says | None = None) -> None:
        self.characters = FakeHead(CLASSES, characters, CALM)
        self.encoder = FakeHead(CLASSES, encoder or {})
        self._understanding = Understanding(
            cast(CharacterHead, self.characters),
            cast(EncoderHead, self.encoder),
            clause_splitter(ROOT / "lexicon" / "clauses.yml"),
            Splitting(frozenset({DUTY, SHOPS, PAPERS}), load_weights(WEIGHTS)),
        )

    def about(self, text: str) -> Understood:
        return self._understanding.of(Readings(text, (text,)), ENGLISH)


@pytest.mark.parametrize(
    ("sure", "asked"),
    [
        (SURE_FROM + LITTLE, False),
        (0.99, False),
        (SURE_FROM - LITTLE, True),
        (0.4, True),
        # However little the character head makes of it.
        (0.26, True),
    ],
)
def test_the_encoder_is_asked_of_a_message_only_in_doubt(sure: float, asked: bool) -> None:
    text = "when do they open"
    heads = Asked({text: (SHOPS, sure)}, {text: (SHOPS, 0.9)})

    heads.about(text)

    assert heads.encoder.asked == ([text] if asked else [])


def test_two_opinions_are_weighed() -> None:
    text = "when do they open"
    heads = Asked({text: (SHOPS, 0.4)}, {text: (DUTY, 0.7)})

    understood = heads.about(text)

    mine, other = CHARACTER_SHARE, 1 - CHARACTER_SHARE
    assert understood.scores.intents == pytest.approx(
        {
            SHOPS: mine * 0.4 + other * 0.1,
            DUTY: mine * 0.2 + other * 0.7,
            GREET: mine * 0.2 + other * 0.1,
            PAPERS: mine * 0.2 + other * 0.1,
        }
    )
    assert understood.decision.intents == (DUTY,)


def test_a_sure_message_is_what_the_character_head_says() -> None:
    text = "when do they open"

    understood = Asked({text: (SHOPS, 0.8)}).about(text)

    assert understood.scores.intents[SHOPS] == pytest.approx(0.8)
    assert understood.decision.intents == (SHOPS,)
    assert understood.decision.confidence == pytest.approx(0.8)


TWO = "what is the limit, when do they open"
FIRST, SECOND = "what is the limit", "when do they open"


@pytest.mark.parametrize(
    ("sure", "asked"),
    [
        (LOW - LITTLE, False),
        (LOW + LITTLE, True),
        (HIGH - LITTLE, True),
        (HIGH + LITTLE, False),
        (0.99, False),
    ],
)
def test_the_encoder_is_asked_of_a_clause_only_in_doubt(sure: float, asked: bool) -> None:
    heads = Asked(
        {TWO: (DUTY, 0.9), FIRST: (DUTY, 0.9), SECOND: (SHOPS, sure)},
        {TWO: (DUTY, 0.9), SECOND: (SHOPS, 0.9)},
    )

    heads.about(TWO)

    assert heads.encoder.asked == ([SECOND, TWO] if asked else [TWO])


def test_every_clause_in_doubt_is_asked_of_for_itself() -> None:
    unsure = (LOW + HIGH) / 2
    heads = Asked(
        {TWO: (DUTY, 0.9), FIRST: (DUTY, unsure), SECOND: (SHOPS, unsure)},
        {TWO: (DUTY, 0.9), FIRST: (DUTY, 0.9), SECOND: (SHOPS, 0.9)},
    )

    heads.about(TWO)

    assert heads.encoder.asked == [FIRST, SECOND, TWO]


def test_a_second_opinion_makes_a_clause_a_question() -> None:
    characters = {TWO: (DUTY, 0.8), FIRST: (DUTY, 0.9), SECOND: (SHOPS, 0.6)}

    for second, intents in ((SHOPS, (DUTY, SHOPS)), (GREET, (DUTY,))):
        encoder = {TWO: (second, 0.8), SECOND: (second, 0.97)}
        understood = Asked(characters, encoder).about(TWO)
        assert understood.decision.intents == intents


def test_clauses_that_ask_the_same_cost_no_second_opinion() -> None:
    unsure = (LOW + HIGH) / 2
    heads = Asked({TWO: (DUTY, 0.9), FIRST: (DUTY, unsure), SECOND: (DUTY, unsure)})

    understood = heads.about(TWO)

    assert heads.encoder.asked == []
    assert understood.decision.intents == (DUTY,)


def test_a_message_of_one_clause_is_read_once() -> None:
    heads = Asked({SECOND: (SHOPS, 0.9)})

    heads.about(SECOND)

    assert heads.characters.asked == [SECOND]


STORY = "i bought a coat. when do they open?"
TOLD, ASKING = "i bought a coat", "when do they open?"
CLAUSES: Says = {TOLD: (DUTY, 0.3), SECOND: (DUTY, 0.3)}


def test_in_doubt_the_sentence_that_asks_has_a_say() -> None:
    heads = Asked(
        {STORY: (DUTY, 0.4), ASKING: (SHOPS, 0.94), **CLAUSES},
        {STORY: (DUTY, 0.4)},
    )

    understood = heads.about(STORY)

    assert heads.encoder.asked == [STORY]
    assert understood.scores.intents[SHOPS] == pytest.approx(
        (1 - ASKING_SHARE) * 0.2 + ASKING_SHARE * 0.94
    )
    assert understood.decision.intents[0] == SHOPS


def test_the_sentence_that_asks_may_be_in_doubt_itself() -> None:
    unsure = {STORY: (DUTY, 0.4), ASKING: (SHOPS, SURE_FROM - LITTLE)}
    heads = Asked(unsure | CLAUSES, unsure)

    heads.about(STORY)

    assert heads.encoder.asked == [STORY, ASKING]


def test_a_sure_message_needs_no_look_at_the_sentence_that_asks() -> None:
    heads = Asked({STORY: (DUTY, SURE_FROM + LITTLE), ASKING: (SHOPS, 0.9), **CLAUSES})

    understood = heads.about(STORY)

    assert ASKING not in heads.characters.asked
    assert understood.scores.intents[DUTY] == pytest.approx(SURE_FROM + LITTLE)
