"""What is found in the messages of the tables."""

from __future__ import annotations

from horgos.entities import citizenship, when
from horgos.entities.values import Citizenship
from horgos.language.tokens import words
from tests.entities.spellings import SPELLINGS


def countries(spelling: str, text: str) -> list[str]:
    """Whose citizen a message speaks of."""
    how = SPELLINGS[spelling]
    found = [entity.value for entity in citizenship.find(words(text, how.language), how)]
    return [value.country for value in found if isinstance(value, Citizenship)]


def times(spelling: str, text: str) -> list[object]:
    """Days and hours a message speaks of."""
    how = SPELLINGS[spelling]
    return [entity.value for entity in when.find(words(text, how.language), how)]
