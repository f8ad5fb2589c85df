"""Russian names of countries and towns in their cases, by rule."""

# Feminine in a soft sign; the others in the lexicon are masculine.
_FEMININE = frozenset({"беларусь", "русь", "сибирь"})
# Nouns that names of holidays begin with; "declined" knows names of countries only. Who writes
# Russian in Latin letters leaves the soft sign out: den pobedy.
_HEADS = {
    "день": ("ден", "дня", "дню", "днем", "дне", "дни", "дней", "дням", "днях"),
    "праздник": ("праздника", "празднику", "праздником", "празднике", "праздники", "праздников"),
    "фестиваль": ("фестиваля", "фестивалю", "фестивалем", "фестивале", "фестивали"),
}
_SIBILANTS = "гкхжшщч"


def declined(name: str) -> frozenset[str]:
    """Every case of a name, lower case, its nominative included.

    Adjectives before the noun are declined with it; a form too many does no harm here, since
    the forms are only compared with what people type.
    """
    words = name.lower().split()
    cases = [_cases(word) for word in words]
    count = max((len(forms) for forms in cases), default=0)
    forms = {" ".join(forms[min(case, len(forms) - 1)] for forms in cases) for case in range(count)}
    return frozenset({name.lower(), *forms})


def with_declined_head(phrase: str) -> tuple[str, ...]:
    """A phrase, and its cases if it begins with a noun of the calendar: день победы, дня победы."""
    head, _, rest = phrase.partition(" ")
    forms = _HEADS.get(head, ()) if rest else ()
    return (phrase, *(f"{form} {rest}" for form in forms))


def _cases(word: str) -> tuple[str, ...]:
    """Genitive, dative, accusative, instrumental, prepositional, then variants of the genitive."""
    for ending, endings in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            if word in _FEMININE:
                endings = ("и", "и", "ь", "ью", "и")
            return tuple(word[: len(word) - len(ending)] + new for new in endings)
    if word.endswith("а") and len(word) > 2:
        genitive = "и" if word[-2] in _SIBILANTS else "ы"
        return tuple(word[:-1] + new for new in (genitive, "е", "у", "ой", "е"))
    if word[-1:] in "оеиуэю'":
        return (word,)
    return tuple(word + new for new in ("а", "у", "", "ом", "е"))


_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ия", ("ии", "ии", "ию", "ией", "ии")),
    ("ая", ("ой", "ой", "ую", "ой", "ой")),
    ("ий", ("ого", "ому", "ий", "им", "ом")),
    ("ый", ("ого", "ому", "ый", "ым", "ом")),
    ("ые", ("ых", "ым", "ые", "ыми", "ых", "ых")),
    ("ие", ("их", "им", "ие", "ими", "их", "их")),
    ("я", ("и", "е", "ю", "ей", "е")),
    ("й", ("я", "ю", "й", "ем", "е")),
    ("ь", ("я", "ю", "ь", "ем", "е")),
    ("ец", ("ца", "цу", "ец", "цом", "це")),
    ("ы", ("", "ам", "ы", "ами", "ах", "ов")),
)
