"""Rasa answers no preflight in place of a channel."""

import pytest
import rasa.core.run
import rasa.server

from horgos.run.cross_origin import leave_it_to_the_channels


def _app_of_rasa() -> object:
    return rasa.core.run._create_app_without_api(None)


@pytest.fixture(autouse=True)
def _no_app_stays() -> object:
    yield
    from sanic import Sanic

    Sanic._app_registry.pop("rasa_core_no_api", None)


def test_rasas_own_app_answers_for_its_channels() -> None:
    assert hasattr(_app_of_rasa().ctx, "sanic_cors")


def test_ours_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rasa.server, "configure_cors", rasa.server.configure_cors)
    leave_it_to_the_channels()
    assert not hasattr(_app_of_rasa().ctx, "sanic_cors")
