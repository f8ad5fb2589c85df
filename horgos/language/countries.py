"""The countries of the world, by their ISO 3166 alpha-2 codes, as CLDR lists them."""

from __future__ import annotations

from babel import Locale

_NO_COUNTRIES = frozenset(
    ("AC", "AQ", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ")
)
"""What CLDR lists besides: unions, the unknown region, parts of a country with a code reserved for
them, places nobody is a citizen of, and regions made up for tests."""

COUNTRIES = frozenset(
    code
    for code in map(str, Locale("en").territories)
    if len(code) == 2 and code.isalpha() and code not in _NO_COUNTRIES
)
"""Codes of countries somebody may be a citizen of."""
