"""How a channel is doing."""

from horgos.channels.messaging.state import ChannelState, Refusal, state_of, states_of


def test_a_channel_says_whether_it_works_and_what_it_refused() -> None:
    state = ChannelState()
    state.run()
    state.handled += 2
    state.refused[Refusal.FORGED] += 1
    assert state.as_json() == {
        "state": "running",
        "detail": "",
        "handled": 2,
        "duplicates": 0,
        "undelivered": 0,
        "refused": {"forged": 1, "replayed": 0, "oversized": 0, "malformed": 0},
    }


def test_trouble_has_a_sentence_that_goes_when_it_is_over() -> None:
    state = ChannelState()
    state.disable("set TELEGRAM_TOKEN")
    assert (state.as_json()["state"], state.detail) == ("disabled", "set TELEGRAM_TOKEN")
    state.degrade("no connection")
    assert (state.as_json()["state"], state.detail) == ("degraded", "no connection")
    state.run()
    assert (state.as_json()["state"], state.detail) == ("running", "")


def test_there_is_one_state_a_channel() -> None:
    assert state_of("telegram") is state_of("telegram")
    assert state_of("telegram") is not state_of("wechat")


def test_only_channels_that_keep_a_state_are_told_of() -> None:
    class App:
        state = ChannelState()

        def name(self) -> str:
            return "app"

    class Rest:
        def name(self) -> str:
            return "rest"

    assert states_of([App(), Rest()]) == {"app": App.state}
