"""Where a Kazakh word is cut in its middle.

A hyphen joins pairs, which stay whole (бала-шаға, аз-кем). It also ties an ending or a noun to
digits (2-қабат, 8-де) or to letters read by name (МЦПС-ке, АҚШ-тан); there the word is cut, so
that the number or the name stands alone. Ordinals (8-ші) are one number and stay whole.
"""

from spacy.lang.char_classes import (
    ALPHA,
    ALPHA_LOWER,
    ALPHA_UPPER,
    CONCAT_QUOTES,
    LIST_ELLIPSES,
    LIST_ICONS,
)

from .lex_attrs import ORDINAL_ENDING

_DASHES = "–—―−"
# Letters spaCy's classes for the Cyrillic script do not hold.
_LOWER = ALPHA_LOWER + "әғқңөұүһі"
_UPPER = ALPHA_UPPER + "ӘҒҚҢӨҰҮҺІ"
_LETTER = ALPHA + "әғқңөұүһіӘҒҚҢӨҰҮҺІ"

TOKENIZER_INFIXES = [
    *LIST_ELLIPSES,
    *LIST_ICONS,
    # A number, then its ending or the noun it counts.
    rf"(?<=[0-9])-(?=[{_LETTER}])(?!{ORDINAL_ENDING}(?![{_LETTER}]))",
    # A range: 9-18.
    r"(?<=[0-9])[-–—](?=[0-9])",
    # An abbreviation in capitals, then its ending.
    rf"(?<=[{_UPPER}][{_UPPER}])-(?=[{_LOWER}])",
    # Typing without a space after a mark: "келдім.Қашан", "ашық,жабық", "ашық(жабық)".
    rf"(?<=[{_LOWER}])\.(?=[{_UPPER}])",
    rf"(?<=[{_LETTER}0-9])[,;!?/()]+(?=[{_LETTER}])",
    rf"(?<=[{_LETTER}])[:<>=](?=[{_LETTER}])",
    rf"(?<=[{_LETTER}])[{_DASHES}]+(?=[{_LETTER}])",
    rf"(?<=[{_LETTER}])--(?=[{_LETTER}])",
    rf"(?<=[{_LETTER}])[{CONCAT_QUOTES}\[\]](?=[{_LETTER}])",
]
