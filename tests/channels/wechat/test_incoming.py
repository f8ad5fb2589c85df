"""Every kind of message WeChat sends."""

import pytest

from horgos.channels.wechat.incoming import Kind, incoming

WHO = {"FromUserName": "o1", "ToUserName": "gh_1", "CreateTime": "1700000000"}
TEXT = {"MsgType": "text", "Content": "几点开门", "MsgId": "1"}


def event(name: str, key: str = "") -> dict[str, str]:
    return {"MsgType": "event", "Event": name, "EventKey": key}


MESSAGES = [
    (TEXT, Kind.TEXT, "几点开门"),
    ({"MsgType": "voice", "MsgId": "1", "Recognition": "几点开门"}, Kind.TEXT, "几点开门"),
    ({"MsgType": "voice", "MsgId": "1", "Recognition": " "}, Kind.MEDIA, "voice"),
    ({"MsgType": "image", "MsgId": "1"}, Kind.MEDIA, "image"),
    ({"MsgType": "video", "MsgId": "1"}, Kind.MEDIA, "video"),
    ({"MsgType": "shortvideo", "MsgId": "1"}, Kind.MEDIA, "shortvideo"),
    ({"MsgType": "location", "MsgId": "1"}, Kind.MEDIA, "location"),
    ({"MsgType": "link", "MsgId": "1"}, Kind.MEDIA, "link"),
    ({"MsgType": "something_new", "MsgId": "1"}, Kind.NOTHING, "something_new"),
    (event("subscribe"), Kind.ARRIVE, ""),
    (event("subscribe", "qrscene_kiosk_zh"), Kind.ARRIVE, "kiosk_zh"),
    (event("SCAN", "kiosk_kk"), Kind.ARRIVE, "kiosk_kk"),
    (event("unsubscribe"), Kind.LEAVE, ""),
    (event("CLICK", "ask:duty_free"), Kind.PRESS, "ask:duty_free"),
    (event("VIEW", "https://zone.example"), Kind.NOTHING, "VIEW"),
    (event("LOCATION"), Kind.NOTHING, "LOCATION"),
    (event("TEMPLATESENDJOBFINISH"), Kind.NOTHING, "TEMPLATESENDJOBFINISH"),
]


@pytest.mark.parametrize(("message", "kind", "content"), MESSAGES)
def test_a_message_says_what_was_done(message: dict[str, str], kind: Kind, content: str) -> None:
    found = incoming({**WHO, **message})
    assert found is not None
    assert (found.kind, found.content) == (kind, content)
    assert (found.account, found.ours) == ("o1", "gh_1")


@pytest.mark.parametrize("lacking", ["FromUserName", "ToUserName", "MsgType"])
def test_a_message_without_sender_or_type_is_none(lacking: str) -> None:
    message = {**WHO, **TEXT}
    del message[lacking]
    assert incoming(message) is None


def test_tries_of_the_same_event_are_alike_and_others_are_not() -> None:
    def identity(**more: str) -> str:
        found = incoming({**WHO, **event("CLICK", "a"), **more})
        assert found is not None
        return found.identity

    assert identity() == identity()
    assert (
        len(
            {
                identity(),
                identity(CreateTime="1"),
                identity(FromUserName="o2"),
                identity(EventKey="b"),
            }
        )
        == 4
    )
