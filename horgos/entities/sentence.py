"""A message ready for the matchers: a spaCy Doc of terms between two sentinels."""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc
from spacy.vocab import Vocab

from horgos.entities.terms import Term

BEGIN, END = "<begin>", "<end>"


@dataclass(frozen=True, eq=False)
class Sentence:
    """The terms of a message and the Doc the matchers read.

    Token i of the Doc is term i - 1; the first and the last token are BEGIN and END, so that a
    pattern can ask for the edge of the message. A token's norm is its entry (the canonical
    reading), its entity type the label of the term, its tag what its Kazakh endings say. Words
    the lexicon does not know get an empty norm: spaCy would remember every one of them for ever.
    """

    terms: tuple[Term, ...]
    doc: Doc

    def term(self, token: int) -> Term:
        """The term of a token of the Doc; not for the sentinels."""
        return self.terms[token - 1]

    def is_sentinel(self, token: int) -> bool:
        """Whether a token is BEGIN or END."""
        return not 0 < token <= len(self.terms)


UNKNOWN = "<unknown>"


def sentence_of(terms: Sequence[Term], vocab: Vocab) -> Sentence:
    """Build the Doc.

    Args:
        terms: of a message.
        vocab: the one the matchers were built with.
    """
    norms = [BEGIN, *(_norm(term) for term in terms), END]
    doc = Doc(
        vocab,
        words=norms,
        tags=["bare", *(term.ending for term in terms), "bare"],
        ents=["O", *(f"B-{term.label}" if term.label else "O" for term in terms), "O"],
    )
    for token, norm in zip(doc, norms, strict=True):
        token.norm_ = norm
    return Sentence(tuple(terms), doc)


def _norm(term: Term) -> str:
    is_mark = term.label == "MARK" and len(term.entry) == 1
    return term.entry if term.known or is_mark else UNKNOWN
