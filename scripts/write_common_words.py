# /// script
# requires-python = ">=3.10"
# dependencies = ["wordfreq==3.1.1"]
# ///
"""Write the common words of the detection.

Usage: PYTHONPATH=. uv run scripts/write_common_words.py ../shared/corpora

The counted profiles hold the words of 1,797 sentences, too few for a message of a word or two.
English and Russian words are those of wordfreq, which is not among the project's libraries: its
lists are needed once, and weigh 50 MB. It has no Kazakh ones; these are counted in the corpora.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from wordfreq import top_n_list

TARGET = Path(__file__).parents[1] / "horgos" / "language" / "profiles"
ENGLISH, RUSSIAN = 30_000, 20_000
# Of short words only so many of the commonest: rarer ones are abbreviations and foreign words.
SHORT = {1: 100, 2: 600, 3: 3_000, 4: 9_000, 5: 15_000}
KAZAKH = (("ntrex-kk.txt", 1797), ("kaznerd-kk.txt", 6000))
OFTEN = 2


def main() -> None:
    """Write the three lists."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("corpora", type=Path)
    corpora = arguments.parse_args().corpora
    _write("en", _english())
    _write("ru", (word for word in top_n_list("ru", RUSSIAN) if re.fullmatch("[а-яё]+", word)))
    _write("kk", _kazakh(corpora))


def _english() -> Iterator[str]:
    for rank, word in enumerate(top_n_list("en", ENGLISH)):
        plain = word.isascii() and word.replace("'", "").isalpha()
        if plain and rank < SHORT.get(len(word), ENGLISH):
            yield word


def _kazakh(corpora: Path) -> Iterator[str]:
    counted: Counter[str] = Counter()
    for name, lines in KAZAKH:
        for line in (corpora / name).read_text(encoding="utf-8").splitlines()[:lines]:
            counted.update(re.findall(r"\b[а-яёәғқңөұүһі]+\b", line.lower()))
    return (word for word, times in counted.items() if times >= OFTEN)


def _write(name: str, words: Iterable[str]) -> None:
    path = TARGET / f"{name}-words.txt"
    path.write_text("\n".join(sorted(set(words))) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
