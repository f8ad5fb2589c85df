"""From the words of a message to the sentence that all kinds of entities are found in."""

from functools import lru_cache
from itertools import chain

from spacy.vocab import Vocab

from horgos.entities.atoms import atoms_of
from horgos.entities.lexicon import lexicon
from horgos.entities.numbers import merge_numbers
from horgos.entities.sentence import Sentence, sentence_of
from horgos.entities.terms import TermCutter
from horgos.entities.vocabulary import Habits
from horgos.entities.written_together import WrittenTogether
from horgos.language.spelling import Spelling
from horgos.language.tokens import Word

# One message is read once for all kinds; more need not be kept.
_KEPT = 8


@lru_cache(maxsize=_KEPT)
def read(words: tuple[Word, ...], spelling: Spelling) -> Sentence:
    """Read a message.

    Args:
        words: as the tokenizer cut them.
        spelling: of the whole message.
    """
    known = lexicon()
    habits = Habits.of(spelling)
    atoms = _written_together().parted(atoms_of(words, spelling), habits)
    terms = _cutter().cut(atoms, habits)
    merged = merge_numbers(terms, known.numbers, spelling.language == "kk")
    return sentence_of(merged, vocab())


@lru_cache(maxsize=1)
def vocab() -> Vocab:
    """The spaCy vocabulary that sentences and matchers share; holds lexicon entries only."""
    return Vocab()


@lru_cache(maxsize=1)
def _written_together() -> WrittenTogether:
    known = lexicon()
    said = known.books["when"]
    values = (entry for entry, word in known.numbers.words.items() if word.role == "value")
    first = frozenset(chain(known.weekdays, said.meaning("weekday"), said.meaning("day"), values))
    return WrittenTogether(known.vocabulary, first, said.lists["written_together"])


@lru_cache(maxsize=1)
def _cutter() -> TermCutter:
    known = lexicon()
    said = known.books["when"]
    sections = map(said.meaning, ("weekday", "day", "part", "noon"))
    telling = frozenset(chain(known.weekdays, known.numbers.currencies, *sections))
    return TermCutter(known.vocabulary, known.mentions, known.kazakh_mentions, telling)
