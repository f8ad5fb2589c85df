"""A message as terms: words and phrases of the lexicon, numbers, and whatever is left."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from pypinyin import lazy_pinyin
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from horgos.entities.atoms import PINYIN, Atom
from horgos.entities.gazetteer import Mention
from horgos.entities.kazakh import Ending
from horgos.entities.vocabulary import Habits, Known, Vocabulary

# An entry that begins or ends inside a Chinese word it does not cover (中方 in 其中方便) costs
# nearly as much as a term more, and with both ends inside it costs more than it saves.
_CUT_THROUGH = 0.9
# Of two ways alike the one that names a country, a time or a currency counts: yue nan ren is
# 越南人, not 约男人.
_NAMED = 0.01
_UNKNOWN = "…"
# A country of so many syllables is understood by its sound alone: 哈撒克斯坦 is 哈萨克斯坦.
_LEAST_SYLLABLES = 4
# With a syllable less only one character may be wrong (乌克蓝, 星其六), and it costs more than two
# known words: 圣诞到 is no island.
_NEAR_SYLLABLES = 3
_NEAR = 1.05


@dataclass(frozen=True)
class Term:
    """A word or phrase of a message.

    Attributes:
        entry: of the lexicon; the canonical reading where the lexicon does not know it.
        known: whether it is an entry.
        label: NAME, PLACE, PEOPLE, ADJ, ETHNIC, CAPS, NUMBER, TIME, DATE, MARK; "" for a word.
        ending: what its Kazakh endings say.
        country: the country a mention is about.
        number: the value of a number.
        atoms: what it was typed as.
    """

    entry: str
    known: bool
    label: str
    ending: Ending
    country: str | None
    number: Decimal | None
    atoms: tuple[Atom, ...]

    @property
    def start(self) -> int:
        """Where it begins in the message."""
        return self.atoms[0].start

    @property
    def end(self) -> int:
        """Where it ends in the message."""
        return self.atoms[-1].end


class TermCutter:
    """Cuts atoms into terms, in the way that needs the fewest."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        mentions: Mapping[str, Mention],
        kazakh: Mapping[str, Mention],
        telling: Set[str],
    ) -> None:
        """Build the phrase matcher.

        Args:
            vocabulary: all phrases; must be complete.
            mentions: entry -> mention of a country.
            kazakh: those that are others in a Kazakh message.
            telling: entries for times and currencies.
        """
        self._vocabulary = vocabulary
        self._mentions = mentions
        self._kazakh = kazakh
        self._telling = telling
        self._vocab = Vocab()
        self._matcher = PhraseMatcher(self._vocab, attr="ORTH")
        for atoms, entry in vocabulary.phrases.items():
            if len(atoms) > 1:
                self._matcher.add(entry, [Doc(self._vocab, words=list(atoms))])

    def cut(self, atoms: Sequence[Atom], habits: Habits) -> tuple[Term, ...]:
        """The terms of a message.

        Args:
            atoms: of the message.
            habits: how they are looked up.
        """
        known = [self._vocabulary.find(atom, habits) for atom in atoms]
        cheapest = self._cheapest(atoms, known)
        terms: list[Term] = []
        end = len(atoms)
        while end:
            _, start, phrase = cheapest[end]
            mention = self._mention(phrase, habits)
            last = known[end - 1] if end - start > 1 else _alone(known[end - 1])
            terms.append(_term(tuple(atoms[start:end]), phrase, mention, last))
            end = start
        return tuple(reversed(terms))

    def _cheapest(
        self, atoms: Sequence[Atom], known: Sequence[Known | None]
    ) -> list[tuple[float, int, str | None]]:
        """For every end: the least cost, and start and entry of the last term for it."""
        ends = self._phrases(known)
        sounding = self._sounding(atoms)
        cheapest: list[tuple[float, int, str | None]] = [(0.0, 0, None)]
        for end in range(1, len(atoms) + 1):
            options = [(cheapest[end - 1][0] + 1.0, end - 1, self._single(known[end - 1]))]
            is_sound = end not in ends
            for start, entry in ends.get(end, sounding.get(end, ())):
                cost = cheapest[start][0] + 1.0 + _edges(atoms, start, end) * _CUT_THROUGH
                cost -= _NAMED if self._is_telling(entry) else 0.0
                cost += _NEAR if is_sound and end - start == _NEAR_SYLLABLES else 0.0
                options.append((cost, start, entry))
            cheapest.append(min(options, key=lambda option: (option[0], option[1])))
        return cheapest

    def _phrases(self, known: Sequence[Known | None]) -> dict[int, list[tuple[int, str]]]:
        """Phrases of several atoms: where they end -> where they start, and their entry."""
        return self._matched([form.atom if form else _UNKNOWN for form in known])

    def _is_telling(self, entry: str) -> bool:
        """Whether an entry is a time, a currency or a country, and not only a place in one."""
        mention = self._mentions.get(entry)
        return entry in self._telling or (mention is not None and mention.label != "PLACE")

    def _sounding(self, atoms: Sequence[Atom]) -> dict[int, list[tuple[int, str]]]:
        """What is named in characters that only sound like it, by where it ends."""
        if sum(atom.kind == "han" for atom in atoms) < _NEAR_SYLLABLES:
            return {}
        matched = self._matched([_sound(atom) for atom in atoms])
        return {
            end: meant
            for end, found in matched.items()
            if (meant := [one for one in found if self._is_meant(atoms[one[0] : end], one[1])])
        }

    def _is_meant(self, atoms: Sequence[Atom], entry: str) -> bool:
        if len(atoms) >= _LEAST_SYLLABLES:
            return entry in self._mentions
        mention = self._mentions.get(entry)
        is_known = entry in self._telling or (mention is not None and mention.label == "NAME")
        return is_known and len(atoms) == len(entry) == _NEAR_SYLLABLES and _is_near(atoms, entry)

    def _matched(self, read: Sequence[str]) -> dict[int, list[tuple[int, str]]]:
        """Where phrases end -> where they start, and their entry."""
        doc = Doc(self._vocab, words=list(read))
        ends: dict[int, list[tuple[int, str]]] = {}
        for key, start, end in self._matcher(doc):
            ends.setdefault(end, []).append((start, self._vocab.strings[key]))
        return ends

    def _single(self, form: Known | None) -> str | None:
        """The entry an atom is by itself."""
        form = _alone(form)
        if form is None:
            return None
        entry = self._vocabulary.phrases.get((form.atom,))
        return entry if entry is not None else self._vocabulary.prefix_entry(form.atom)

    def _mention(self, entry: str | None, habits: Habits) -> Mention | None:
        if entry is None:
            return None
        kazakh = self._kazakh.get(entry) if habits.is_kazakh else None
        return kazakh or self._mentions.get(entry)


def _alone(form: Known | None) -> Known | None:
    """What an atom is outside phrases."""
    return form.alone or form if form is not None else None


def _term(
    atoms: tuple[Atom, ...], entry: str | None, mention: Mention | None, last: Known | None
) -> Term:
    label = _LABELS.get(atoms[0].kind, "") if len(atoms) == 1 else ""
    if mention is not None:
        label = mention.label
    if label == "CAPS" and all(atom.capitals for atom in atoms):
        label = "NAME"
    return Term(
        entry=entry if entry is not None else "".join(atom.reading for atom in atoms),
        known=entry is not None,
        label=label,
        ending=last.ending if last is not None and entry is not None else "bare",
        country=mention.country if mention is not None else None,
        number=None,
        atoms=atoms,
    )


@lru_cache(maxsize=4096)
def _syllable(character: str) -> str:
    return PINYIN + "".join(lazy_pinyin(character, v_to_u=False))


def _sound(atom: Atom) -> str:
    return _syllable(atom.reading) if atom.kind == "han" else _UNKNOWN


_LABELS = {"number": "NUMBER", "time": "TIME", "date": "DATE", "mark": "MARK"}


def _is_near(atoms: Sequence[Atom], entry: str) -> bool:
    """Whether all characters but one are those of an entry."""
    return sum(atom.reading != char for atom, char in zip(atoms, entry, strict=True)) == 1


def _edges(atoms: Sequence[Atom], start: int, end: int) -> int:
    """How many ends of a phrase lie inside a Chinese word that reaches beyond the phrase."""
    before = start > 0 and _same_word(atoms[start - 1], atoms[start])
    after = end < len(atoms) and _same_word(atoms[end - 1], atoms[end])
    if before and after and atoms[start].word == atoms[end - 1].word:
        return 0  # a part of one long word, such as the country in 哈萨克斯坦人
    left = before and atoms[end - 1].word != atoms[start].word
    right = after and atoms[start].word != atoms[end - 1].word
    return int(left) + int(right)


def _same_word(left: Atom, right: Atom) -> bool:
    return left.kind == right.kind == "han" and left.word == right.word
