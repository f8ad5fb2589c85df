"""The channel's settings: a wrong one names the file, the key and the mend."""

from __future__ import annotations

from typing import Any

import pytest

from horgos.channels.settings import WrongSetting
from horgos.channels.web.channel import WebChannel
from horgos.channels.web.settings import read_settings

WHERE = "credentials.yml: horgos.channels.web.channel.WebChannel"


@pytest.mark.parametrize("given", [None, {}, {"origins": None, "rates": None}])
def test_usual_settings(given: Any) -> None:
    settings = read_settings(given, WHERE)
    assert (settings.origins, settings.trusted_proxies) == ((), ())
    rates = settings.rates
    amounts = (rates.session_messages, rates.address_messages, rates.address_sessions)
    assert [limit.amount for limit in amounts] == [20, 300, 60]
    assert rates.longest == 60


def test_settings_of_an_operator() -> None:
    settings = read_settings(
        {
            "origins": ["https://zone.example", "http://10.0.0.5:8080"],
            "trusted_proxies": ["127.0.0.1", "10.0.0.0/8", "::1"],
            "rates": {"session_messages": "5/second", "address_sessions": "10 per 2 hour"},
        },
        WHERE,
    )
    assert settings.origins == ("https://zone.example", "http://10.0.0.5:8080")
    assert list(map(str, settings.trusted_proxies)) == ["127.0.0.1/32", "10.0.0.0/8", "::1/128"]
    assert settings.rates.session_messages.get_expiry() == 1
    assert settings.rates.longest == 7200
    assert settings.rates.address_messages.amount == 300


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ([], "not a mapping"),
        ("x", "not a mapping"),
        ({"origin": []}, "origin: unknown: use one of origins, trusted_proxies, rates"),
        ({"origins": "https://zone.example"}, "origins: not a list"),
        ({"origins": ["*"]}, "origins: '*': not an origin: write it like \"https://zone"),
        ({"origins": ["null"]}, "origins: 'null': not an origin"),
        ({"origins": ["https://zone.example/"]}, "origins: 'https://zone.example/'"),
        ({"origins": ["https://Zone.example"]}, "small letters"),
        ({"origins": ["zone.example"]}, "not an origin"),
        ({"origins": [5]}, "origins: 5: not an origin"),
        ({"trusted_proxies": ["localhost"]}, "trusted_proxies: 'localhost': not an address"),
        ({"trusted_proxies": ["10.0.0.1/8"]}, "trusted_proxies: '10.0.0.1/8'"),
        ({"trusted_proxies": [None]}, "trusted_proxies: None"),
        ({"rates": []}, "rates: not a mapping"),
        ({"rates": {"session": "5/minute"}}, "rates: session: unknown: use one of session_mess"),
        ({"rates": {"session_messages": 20}}, "session_messages: 20: not a rate: write one like"),
        ({"rates": {"session_messages": "0/minute"}}, "session_messages: '0/minute'"),
        ({"rates": {"session_messages": "-5/minute"}}, "session_messages: '-5/minute'"),
        ({"rates": {"session_messages": "5/fortnight"}}, "session_messages: '5/fortnight'"),
        ({"rates": {"session_messages": "5/minute;9/hour"}}, "session_messages"),
        ({"rates": {"session_messages": None}}, "session_messages: None"),
    ],
)
def test_a_wrong_setting_is_one_line_with_its_mend(given: Any, told: str) -> None:
    with pytest.raises(WrongSetting) as caught:
        read_settings(given, WHERE)
    assert str(caught.value).startswith(WHERE)
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


def test_the_channel_names_the_file_it_was_given(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    monkeypatch.setenv("HORGOS_VAR", str(tmp_path))
    monkeypatch.delenv("HORGOS_CREDENTIALS", raising=False)
    with pytest.raises(WrongSetting, match=r"^credentials\.yml: horgos\.channels\.web"):
        WebChannel.from_credentials({"origins": 5})
    monkeypatch.setenv("HORGOS_CREDENTIALS", "/etc/horgos/mine.yml")
    with pytest.raises(WrongSetting, match=r"^/etc/horgos/mine\.yml: horgos"):
        WebChannel.from_credentials({"origins": 5})
