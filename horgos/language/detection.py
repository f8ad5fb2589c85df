"""Which language and script a message is typed in.

The route: the script with the most to say; then every language written in it, weighed in one pass
over n-grams and words; then how sure that is, by letters only one language has, by the margin, and
by how many words there are.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from horgos.language.chinese import script_of, to_simplified
from horgos.language.endings import has_kazakh_ending
from horgos.language.everyday import is_neutral, without_names
from horgos.language.letters import plain
from horgos.language.pinyin import is_pinyin
from horgos.language.profiles import SETTINGS, Label, scores, table
from horgos.language.scripts import Word, words_of
from horgos.language.spelling import UNKNOWN, Certainty, Spelling
from horgos.language.yaml_files import load_mapping, mapping_at

__all__ = ["UNKNOWN", "Certainty", "Spelling", "detect"]

# Characters looked at: more tell nothing new.
LONGEST_TEXT = 1000
ADDRESS = re.compile(r"https?://\S+|www\.\S+|\S+@\S+\.\S+|\b[\w-]+\.(?:com|org|net|kz|cn|ru|hk)\b")
# Digits typed for letters, as in ho4u and 4to.
DIGIT_CH = re.compile(r"(?<=[a-z])4(?=[a-z])|\b4(?=to|em|as)")
DIGIT_SH = re.compile(r"(?<=[a-z])6(?=[a-z])")
ALPHABETS = ("Cyrl", "Latn", "Arab")
# Two Han characters are about a word. Weighed against other scripts each counts as one: who writes
# Chinese around English words reads Chinese, who writes English around a Chinese name may not.
HAN_PER_WORD = 2
NEUTRAL_WEIGHT = 0.2
# Total prior of all other languages (measured: research/language-detection.md, section 3; set anew
# with MOST_AGAINST_LISTED on sentences held out from the profiles).
OTHERS_PRIOR = 0.015
# Nats a word with a letter none of ours is written with costs all of ours.
NEVER_LETTER_COST = 15.0
# Nats a word that is not made of pinyin syllables costs Chinese.
NO_SYLLABLES_COST = 12.0
# Nats a Russian word with a Kazakh ending costs all of ours but Kazakh.
ENDING_COST = 9.0
# Nats English is likelier in Latin letters than the others, few of whom write so.
ENGLISH_PRIOR = 3.0
# A message in Russian and Kazakh is in the language of its predicate, which Kazakh puts last.
LAST_WORD_WEIGHT = 1.5
# A phrase rather than a word or two.
PHRASE = 3
# Margins in nats, by number of words (1, 2, 3 and more), set on texts held out from the profiles.
LIKELY_MARGIN = (7.0, 5.0, 4.0)
DECISIVE_MARGIN = 12.0
TONES = str.maketrans("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü", "aaaaeeeeiiiioooouuuuvvvvv")


def detect(text: str) -> Spelling:
    """Tell the language and script of a message of any length; never raises.

    Names and words that several languages share are no evidence: a text of nothing else has
    certainty WEAK and, unless its letters tell, no language. Text without letters is UNKNOWN.
    """
    words = words_of(_prepared(text))
    script = _weightiest_script(words)
    if script is None:
        return UNKNOWN
    if script == "Hani":
        return _chinese("".join(word.text for word in words if word.script == "Hani"))
    if script not in ALPHABETS:
        return Spelling(None, None, False, Certainty.LIKELY, len(words))
    return _alphabetic(script, [word.text for word in words if word.script == script])


def _prepared(text: str) -> str:
    simple = ADDRESS.sub(" ", plain(text[:LONGEST_TEXT]))
    return DIGIT_SH.sub("sh", DIGIT_CH.sub("ch", simple))


def _weightiest_script(words: Sequence[Word]) -> str | None:
    """The script most of the message is in; names and addresses only count where nothing else does.

    Of two alike, not Latin: brands are written so in every language.
    """
    telling: defaultdict[str, float] = defaultdict(float)
    length: defaultdict[str, float] = defaultdict(float)
    for word in words:
        telling[word.script] += _telling(word)
        length[word.script] += _length(word)
    for weights in (telling, length):
        if weights.get("Kana", 0) > 0 and weights.get("Hani", 0) > 0:
            weights["Kana"] += weights.pop("Hani")
        if weights.get("Arab", 0) > 0 and "Hani" in weights:
            weights["Hani"] /= HAN_PER_WORD
    return max(telling, key=lambda s: (telling[s], s != "Latn", length[s]), default=None)


def _telling(word: Word) -> int:
    """Words that tell a language: Han and Kana ones by their characters."""
    if word.script in ("Hani", "Kana"):
        return len(without_names(to_simplified(word.text)))
    return int(not is_neutral(word.text))


def _length(word: Word) -> int:
    return len(word.text) if word.script in ("Hani", "Kana") else 1


def _chinese(han: str) -> Spelling:
    telling = len(without_names(to_simplified(han)))
    certainty = Certainty.DECISIVE if telling else Certainty.WEAK
    words = -(-telling // HAN_PER_WORD)
    return Spelling("zh", script_of(han), False, certainty, words)


@dataclass(frozen=True)
class _Letters:
    """What the letters of a script tell (detection.yml explains the keys)."""

    decisive: dict[str, frozenset[str]]
    elsewhere: frozenset[str]
    never: frozenset[str]
    others_from_words: int


@cache
def _letters(script: str) -> _Letters:
    settings = load_mapping(SETTINGS)
    decisive = mapping_at(SETTINGS, mapping_at(SETTINGS, settings, "decisive"), script)
    never = frozenset(mapping_at(SETTINGS, settings, "never")[script])
    return _Letters(
        decisive={language: frozenset(letters) for language, letters in decisive.items()},
        elsewhere=never | frozenset(mapping_at(SETTINGS, settings, "elsewhere")[script]),
        never=never,
        others_from_words=mapping_at(SETTINGS, settings, "others_from_words")[script],
    )


def _alphabetic(script: str, words: Sequence[str]) -> Spelling:
    letters = _letters(script)
    typed = frozenset("".join(words))
    if script == "Latn" and typed & letters.decisive["zh"]:
        words = [word.translate(TONES) for word in words]
    telling = sum(not is_neutral(word) for word in words)
    weigh_others = telling >= letters.others_from_words or bool(typed & letters.elsewhere)
    totals = _totals(script, words, weigh_others)
    labels = table(script).labels
    best = labels[int(totals.argmax())]
    own_letters = bool(typed & letters.decisive.get(best.language or "", frozenset()))
    makeshift = best.makeshift
    if script == "Latn" and best.language == "kk":
        makeshift = not own_letters
    if telling == 0 and not own_letters:
        return Spelling(None, script, False, Certainty.WEAK, 0)
    certainty = _certainty(telling, _margin(totals, labels, best), own_letters)
    rivals = (key for key in letters.decisive if key not in (best.language, "zh"))
    if any(typed & letters.decisive[key] for key in rivals):
        certainty = min(certainty, Certainty.LIKELY)
    return Spelling(best.language, script, makeshift, certainty, telling)


def _totals(script: str, words: Sequence[str], weigh_others: bool) -> NDArray[np.float32]:
    """Log score of each label of the script."""
    others = np.array([label.language is None for label in table(script).labels])
    never = _letters(script).never
    weights = [NEUTRAL_WEIGHT if is_neutral(word) else 1.0 for word in words]
    if script == "Cyrl" and len(words) >= PHRASE:
        weights[-1] *= LAST_WORD_WEIGHT
    found = _best_spelling(script, scores(script, words))
    kazakh = np.flatnonzero([has_kazakh_ending(script, word) for word in words])
    if kazakh.size:
        ours = np.ix_(kazakh, np.flatnonzero(~others))
        found[ours] = np.minimum(found[ours], -ENDING_COST)
        found[np.ix_(kazakh, np.array(_spellings(script)["kk"]))] = 0
    total = np.asarray(weights @ found)
    if script == "Latn":
        chinese = np.array([label.language == "zh" for label in table(script).labels])
        total[chinese] -= NO_SYLLABLES_COST * sum(not is_pinyin(word) for word in words)
        total[_spellings(script)["en"]] += ENGLISH_PRIOR
    if weigh_others:
        total[~others] -= NEVER_LETTER_COST * sum(not never.isdisjoint(word) for word in words)
    total[others] += np.log(OTHERS_PRIOR / others.sum()) if weigh_others else -np.inf
    return total


def _best_spelling(script: str, found: NDArray[np.float32]) -> NDArray[np.float32]:
    """Each word's best score among the spellings of its language, which writers mix."""
    for columns in _spellings(script).values():
        found[:, columns] = found[:, columns].max(axis=1, keepdims=True)
    return found


@cache
def _spellings(script: str) -> dict[str, list[int]]:
    """Columns of the labels of each of our languages in the script."""
    columns: defaultdict[str, list[int]] = defaultdict(list)
    for column, label in enumerate(table(script).labels):
        if label.language is not None:
            columns[label.language].append(column)
    return dict(columns)


def _margin(totals: NDArray[np.float32], labels: Sequence[Label], best: Label) -> float:
    """Nats between the best label and the best of another language."""
    rivals = [
        float(total)
        for total, label in zip(totals, labels, strict=True)
        if label.language != best.language
    ]
    return float(totals.max()) - max(rivals, default=-np.inf)


def _certainty(words: int, margin: float, own_letters: bool) -> Certainty:
    if words == 0:
        return Certainty.WEAK
    if own_letters or (words >= PHRASE and margin >= DECISIVE_MARGIN):
        return Certainty.DECISIVE
    enough = LIKELY_MARGIN[min(words, len(LIKELY_MARGIN)) - 1]
    return Certainty.LIKELY if margin >= enough else Certainty.WEAK
