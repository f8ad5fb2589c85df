# /// script
# requires-python = ">=3.10"
# dependencies = ["wordfreq==3.1.1"]
# ///
"""Write the commonest English words for the detection: uv run scripts/write_english_words.py.

The counted profile holds the words of 1,797 sentences, too few for a message of a word or two.
wordfreq is not among the project's libraries: its lists are needed once, and weigh 50 MB.
"""

from pathlib import Path

from wordfreq import top_n_list

TARGET = Path(__file__).parents[1] / "horgos" / "language" / "profiles" / "en-words.txt"
LOOKED_AT = 10_000


def main() -> None:
    words = {
        word
        for word in top_n_list("en", LOOKED_AT)
        if word.isascii() and word.replace("'", "").isalpha()
    }
    TARGET.write_text("\n".join(sorted(words)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
