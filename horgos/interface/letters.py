"""Which letters the pages show: what fonts must hold."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime

from horgos.answers.guide import Guide
from horgos.facts.model import Facts
from horgos.interface.pack import pack
from horgos.interface.words import Interface


def letters_shown(
    interface: Interface, guide: Guide, facts: Facts, now: datetime, pages: Iterable[str]
) -> frozenset[str]:
    """Every visible character of every pack, and of further pages such as the phrasebook's.

    Args:
        interface: The words of the pages.
        guide: What answers.
        facts: What is true at the moment.
        now: The present moment, with its time zone.
        pages: More text that visitors may be shown.
    """
    packs = [pack(form, interface, guide, facts, now).as_json() for form in guide.forms]
    text = "".join([*(json.dumps(made, ensure_ascii=False) for made in packs), *pages])
    return frozenset(letter for letter in text if letter.isprintable() and letter != " ")
