"""The site's settings: read, or refused by name."""

from __future__ import annotations

from typing import Any

import pytest

from horgos.channels.settings import WrongSetting
from horgos.channels.site.settings import SiteSettings, read_settings

WHERE = "mine.yml: horgos.channels.site.SiteChannel"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (None, SiteSettings()),
        ({}, SiteSettings()),
        ({"public_address": None, "frame_ancestors": None}, SiteSettings()),
        ({"public_address": "https://guide.example"}, SiteSettings("https://guide.example")),
        ({"public_address": "http://192.168.1.5:5005"}, SiteSettings("http://192.168.1.5:5005")),
        (
            {"frame_ancestors": ["https://a.example", "http://b.example:8080"]},
            SiteSettings("", ("https://a.example", "http://b.example:8080")),
        ),
    ],
)
def test_what_may_be_set(given: dict[str, Any] | None, expected: SiteSettings) -> None:
    assert read_settings(given, WHERE) == expected


@pytest.mark.parametrize(
    ("given", "variable", "address"),
    [
        ({}, "https://guide.example", "https://guide.example"),
        (None, " https://guide.example/ ", "https://guide.example"),
        ({"public_address": "https://a.example"}, "https://b.example", "https://a.example"),
        ({"public_address": "https://a.example"}, "not looked at", "https://a.example"),
        ({}, "", ""),
    ],
)
def test_the_address_of_the_messaging_apps_is_the_sites_too(
    given: dict[str, Any] | None, variable: str, address: str
) -> None:
    found = read_settings(given, WHERE, {"PUBLIC_ADDRESS": variable})
    assert found.public_address == address


def test_a_wrong_address_of_the_environment_is_named_as_that() -> None:
    with pytest.raises(WrongSetting) as caught:
        read_settings({}, WHERE, {"PUBLIC_ADDRESS": "guide.example"})
    told = "PUBLIC_ADDRESS='guide.example' is not like https://guide.example"
    assert str(caught.value) == told


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"adress": "x"}, "adress: unknown: use one of public_address, frame_ancestors"),
        ({"public_address": "guide.example"}, "public_address: 'guide.example' is not like"),
        ({"public_address": "https://a.example/x"}, "public_address: "),
        ({"public_address": 5}, "public_address: 5 is not like"),
        ({"frame_ancestors": "https://a.example"}, "frame_ancestors: "),
        ({"frame_ancestors": ["*"]}, "frame_ancestors: "),
        ({"frame_ancestors": ["https://a.example; script-src *"]}, "frame_ancestors: "),
        ({"frame_ancestors": [1]}, "frame_ancestors: "),
    ],
)
def test_what_cannot_be_used_is_named(given: dict[str, Any], told: str) -> None:
    with pytest.raises(WrongSetting) as caught:
        read_settings(given, WHERE)
    assert told in str(caught.value)
    assert str(caught.value).startswith(f"{WHERE}: ")
