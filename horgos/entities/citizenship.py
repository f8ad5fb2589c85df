"""Whose citizenship a message states or asks about.

A country as a place, a direction or the origin of goods is none: only what the patterns of
``lexicon/citizenship.yml`` recognise counts, or a country with hardly a word beside it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from horgos.entities.lexicon import lexicon
from horgos.entities.patterns import Found, Patterns
from horgos.entities.reader import read, vocab
from horgos.entities.sentence import Sentence
from horgos.entities.terms import Term
from horgos.entities.values import Citizenship, Entity
from horgos.language.spelling import Spelling
from horgos.language.tokens import Word

_GROUPS = ("legal", "group", "self", "weak", "ethnic", "compared", "none")
_MENTIONS = frozenset({"NAME", "PLACE", "PEOPLE", "ADJ", "ETHNIC", "SETTLER", "CAPS"})
_PEOPLE = frozenset({"PEOPLE", "ADJ", "ETHNIC"})
_ENDINGS_OF_THINGS = frozenset({"case", "at", "own", "theirs"})
# Kazakhs live on both sides of this border: one of them alone says nothing about a passport.
_UNTOLD = "KZ"


@dataclass(frozen=True)
class _Claim:
    """What a message says of one mention: the group of patterns it fits."""

    token: int
    group: str
    country: str
    is_people: bool = False  # and no country: қазақ


def find(words: tuple[Word, ...], spelling: Spelling) -> tuple[Entity, ...]:
    """Citizenships a message is about, each country once, in order of the text.

    Args:
        words: of the message.
        spelling: of the message.
    """
    sentence = read(words, spelling)
    if all(term.country is None for term in sentence.terms):
        return ()
    made = list(_claims(sentence))
    denied = [claim for claim in made if claim.group == "none"]
    stated = [claim for claim in made if claim.group != "none"]
    claims = _weigh(_with_coordinated(stated, sentence, {claim.token for claim in made}))
    claims = claims or ([] if denied else list(_bare(sentence)))
    entities: dict[str, Entity] = {}
    for claim in sorted(claims, key=lambda claim: claim.token):
        term = sentence.term(claim.token)
        entity = Entity("citizenship", Citizenship(claim.country), term.start, term.end)
        entities.setdefault(claim.country, entity)
    return tuple(entities.values())


def _claims(sentence: Sentence) -> Iterator[_Claim]:
    """One claim a mention, from the longest pattern around it; of two alike, that of none.

    Those of none are claims of the group "none".

    A town is no citizenship: people live and come from where they are no citizens.
    """
    settled: set[int] = set()
    longest_first = _patterns().find(sentence)
    for found in sorted(longest_first, key=lambda one: (one.start - one.end, one.name != "none")):
        about = found.about
        if about is None or about in settled:
            continue
        settled.update((about, *_mentions_in(found, sentence)))
        if sentence.term(about).label == "PLACE":
            about = _people_of_the_place(found, sentence)
        country = None if about is None else sentence.term(about).country
        if about is not None and country is not None:
            is_people = sentence.term(about).label == "ETHNIC"
            yield _Claim(about, found.name, country, is_people)


def _people_of_the_place(found: Found, sentence: Sentence) -> int | None:
    """Koreans from Seoul are what they are called; Kazakhs from Yining may be either."""
    tokens = [at for at in range(found.start, found.end) if not sentence.is_sentinel(at)]
    places = {sentence.term(at).country for at in tokens if sentence.term(at).label == "PLACE"}
    people = (at for at in tokens if sentence.term(at).label in {"PEOPLE", "ADJ"})
    return next((at for at in people if sentence.term(at).country in places), None)


def _mentions_in(found: Found, sentence: Sentence) -> Iterator[int]:
    """Mentions a match takes with it; one parted by "and" speaks for itself."""
    both = lexicon().books["citizenship"].lists["and"]
    for token in range(found.start, found.end):
        if sentence.is_sentinel(token) or sentence.term(token).label not in _MENTIONS:
            continue
        about = token if found.about is None else found.about
        between = sentence.terms[min(token, about) : max(token, about) - 1]
        if not any(term.entry in both for term in between):
            yield token


def _with_coordinated(
    claims: list[_Claim], sentence: Sentence, judged: Iterable[int]
) -> list[_Claim]:
    """Chinese and Kazakh citizens: what is said of one is said of the other.

    Not of those judged by themselves: ethnic Kazakh but Chinese passport.
    """
    both = lexicon().books["citizenship"].lists["and"]
    queue = list(claims)
    taken = set(judged)
    while queue:
        claim = queue.pop()
        for step in (-2, 2):
            other = claim.token + step
            if other in taken or sentence.is_sentinel(other):
                continue
            term, joint = sentence.term(other), sentence.term(claim.token + step // 2)
            if joint.entry in both and _is_coordinated(other, claim.token, sentence):
                new = _Claim(other, claim.group, term.country or claim.country)
                taken.add(other)
                claims.append(new)
                queue.append(new)
    return claims


def _is_coordinated(other: int, token: int, sentence: Sentence) -> bool:
    """Whether two mentions say the same; қытаймын, Қазақстанға барам and Қазақстан жақта do not."""
    term, claimed = sentence.term(other), sentence.term(token)
    goes_elsewhere = term.ending in {"at", "from"} and term.ending != claimed.ending
    things = lexicon().books["citizenship"].lists["thing"]
    is_thing = not sentence.is_sentinel(other + 1) and sentence.term(other + 1).entry in things
    return _alike(term.label, claimed.label) and not goes_elsewhere and not is_thing


def _alike(label: str, other: str) -> bool:
    """A passport, монгольский, is nothing like a people: "казах", behind a comma."""
    return label in _MENTIONS and (
        label == other or ({label, other} <= _PEOPLE and {label, other} != {"ADJ", "ETHNIC"})
    )


def _is_outweighed_people(claim: _Claim, groups: set[str]) -> bool:
    """A Kazakh alone, or қазақ қызы beside a passport: that says what passport it is."""
    is_beside_papers = claim.group == "group" and "legal" in groups
    return claim.group == "ethnic" or (claim.is_people and is_beside_papers)


def _weigh(claims: Sequence[_Claim]) -> list[_Claim]:
    """Papers count before origin, a country before a people, those meant before those like them."""
    groups = {claim.group for claim in claims}
    outweighed: set[str] = {"compared"} if groups - {"compared"} else set()
    if "legal" in groups:
        outweighed |= {"self", "weak", "ethnic"}
    if groups & {"self", "group"}:
        outweighed |= {"ethnic"} | ({"weak"} if "self" in groups else set())
    return [
        claim
        for claim in claims
        if claim.group not in outweighed
        and not (claim.country == _UNTOLD and _is_outweighed_people(claim, groups))
    ]


def _bare(sentence: Sentence) -> Iterator[_Claim]:
    """Countries of a message that holds hardly anything else."""
    lists = lexicon().books["citizenship"].lists
    filler, cue = lists["filler"], lists["cue"]
    has_cue = any(term.entry in cue for term in sentence.terms)
    found = []
    for token, term in enumerate(sentence.terms, start=1):
        if term.label in _MENTIONS - {"CAPS", "PLACE"} and term.country is not None:
            needs_cue = term.label in {"ADJ", "ETHNIC"} or term.ending in _ENDINGS_OF_THINGS
            if needs_cue and not has_cue:
                return
            found.append(_Claim(token, "bare", term.country))
        elif term.entry not in filler:
            return
    yield from (claim for claim in found if not is_untold(sentence.term(claim.token)))


def is_untold(term: Term) -> bool:
    """Whether it is a Kazakh alone, which says nothing about a passport."""
    return term.label == "ETHNIC" and term.country == _UNTOLD and term.ending != "people"


@lru_cache(maxsize=1)
def _patterns() -> Patterns:
    book = lexicon().books["citizenship"]
    book.require(_GROUPS)
    return Patterns(vocab(), lexicon().vocabulary, book.lists, book.groups)
