"""The packs as the guide serves them: the words a visitor reads, to find things by."""

from __future__ import annotations

from typing import Any

import httpx

Pack = dict[str, Any]


class Packs:
    """All packs of a running guide, fetched when first asked for."""

    def __init__(self, home: str) -> None:
        self._home = home
        self._packs: dict[str, Pack] = {}

    def __getitem__(self, form: str) -> Pack:
        if form not in self._packs:
            response = httpx.get(f"{self._home}/pack/{form}.json", timeout=30, trust_env=False)
            self._packs[form] = dict(response.raise_for_status().json())
        return self._packs[form]
