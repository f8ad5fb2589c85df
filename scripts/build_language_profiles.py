"""Count the language profiles of horgos/language/profiles from texts that are not in the project.

Usage: build_language_profiles.py ../shared/corpora [--lines 1797]
"""

import argparse
import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import jieba
from pypinyin import lazy_pinyin

from horgos.language.kazakh_arabic import to_arabic
from horgos.language.kazakh_latin import to_latin
from horgos.language.letter_rules import ALPHABETS, LetterRules, rules_from
from horgos.language.letters import plain
from horgos.language.ngrams import grams
from horgos.language.reading import fold
from horgos.language.scripts import words_of
from horgos.language.yaml_files import load_mapping

PROFILES = Path(__file__).parents[1] / "horgos" / "language" / "profiles"
SCHEMES = ALPHABETS / "makeshift_schemes.yml"
# langdetect's stock profiles leave out n-grams rarer than one in 10,000; these must do so too,
# or texts with rare n-grams lean towards them.
CUT = 10_000
LEAST_WORD_COUNT = 4
MOST_WORDS = 1_500

Respelling = Callable[[str], Iterable[str]]


def script_hash() -> str:
    """What the profiles depend on besides the texts: this script and the alphabets it uses."""
    digest = hashlib.sha256()
    alphabets = (SCHEMES, ALPHABETS / "kazakh_arabic.yml", ALPHABETS / "kazakh_latin.yml")
    for path in (Path(__file__), *alphabets):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _as_is(line: str) -> Iterator[str]:
    yield plain(line)


def _letterless(line: str) -> Iterator[str]:
    yield fold(plain(line))


def _arabic(line: str) -> Iterator[str]:
    yield to_arabic(plain(line))


def _latin(line: str) -> Iterator[str]:
    yield to_latin(plain(line))


def _pinyin(line: str) -> Iterator[str]:
    """Syllable by syllable, and word by word."""
    cut = [piece for piece in jieba.cut(plain(line)) if piece.strip()]
    yield " ".join(" ".join(lazy_pinyin(piece, v_to_u=False)) for piece in cut)
    yield " ".join("".join(lazy_pinyin(piece, v_to_u=False)) for piece in cut)


def _makeshift(language: str) -> Respelling:
    schemes: list[LetterRules] = [
        rules_from(SCHEMES, f"{language}: {name}", entries)
        for name, entries in load_mapping(SCHEMES)[language].items()
    ]

    def respell(line: str) -> Iterator[str]:
        for scheme in schemes:
            yield scheme.apply(plain(line))

    return respell


def sources() -> dict[str, tuple[tuple[str, ...], Respelling]]:
    """Profile name: the texts it is counted from, and how they are respelt first."""
    kazakh = ("ntrex-kk.txt", "kaznerd-kk.txt")
    same = {
        name: ((f"ntrex-{name}.txt",), _as_is)
        for name in ("ru", "en", "ky", "tt", "mn", "uk", "uz", "tr", "ug")
    }
    return {
        **same,
        "kk": (kazakh, _as_is),
        "kk-letterless": (kazakh, _letterless),
        "kk-arab": (kazakh, _arabic),
        "kk-latin": (kazakh, _latin),
        "kk-makeshift": (kazakh, _makeshift("kk")),
        "ru-translit": (("ntrex-ru.txt",), _makeshift("ru")),
        "zh-pinyin": (("ntrex-zh_hans.txt",), _pinyin),
    }


def profile(name: str, texts: Iterable[str]) -> dict[str, object]:
    """A profile as langdetect writes it, with the counts of whole words beside."""
    frequency: Counter[str] = Counter()
    words: Counter[str] = Counter()
    for text in texts:
        for word, _ in words_of(text):
            words[word] += 1
            frequency.update(grams(word))
    totals = [0, 0, 0]
    for gram, count in frequency.items():
        totals[len(gram) - 1] += count
    least = max(totals[0] // CUT, 2)
    common = {word: n for word, n in words.most_common(MOST_WORDS) if n >= LEAST_WORD_COUNT}
    return {
        "name": name,
        "n_words": totals,
        "freq": {gram: n for gram, n in sorted(frequency.items()) if n > least},
        "word_total": words.total(),
        "words": dict(sorted(common.items())),
    }


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("corpora", type=Path)
    arguments.add_argument("--lines", type=int, default=1797, help="lines read of each text")
    options = arguments.parse_args()
    for name, (files, respell) in sources().items():
        lines = [
            line
            for file in files
            for line in (options.corpora / file)
            .read_text(encoding="utf-8")
            .splitlines()[: options.lines]
        ]
        counted = profile(name, (text for line in lines for text in respell(line)))
        target = PROFILES / f"{name}.json"
        target.write_text(
            json.dumps(counted, ensure_ascii=False, separators=(",", ":")) + "\n",
            encoding="utf-8",
        )
        print(f"{name:14} {len(lines):6} lines {target.stat().st_size:8} bytes")
    (PROFILES / "script.sha256").write_text(script_hash() + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
