"""The features a text is recognised by: langdetect's n-grams, and whole words.

langdetect's NGram counts one to three characters of a word with a space before and after it, each
character normalised by NGram.normalize. Here the same n-grams are cut from whole words, so that a
word's are computed once.
"""

from functools import lru_cache

from langdetect.utils.ngram import NGram

LONGEST = NGram.N_GRAM


@lru_cache(maxsize=16384)
def normalised(character: str) -> str:
    """The normal form of one character for langdetect; a space for what is no letter to it."""
    return str(NGram.normalize(character))


@lru_cache(maxsize=16384)
def grams(word: str) -> tuple[str, ...]:
    """The n-grams langdetect counts of one lower-case word."""
    found: list[str] = []
    for piece in "".join(map(normalised, word)).split():
        padded = f" {piece} "
        found += [
            padded[start : start + length]
            for length in range(1, LONGEST + 1)
            for start in range(len(padded) - length + 1)
        ]
    return tuple(gram for gram in found if gram != " ")
