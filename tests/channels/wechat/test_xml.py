"""XML as WeChat sends it, and as others would."""

import pytest

from horgos.channels.wechat.xml import NoMessage, read, write

ENTITY = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><xml><Content>&a;</Content></xml>'
FILE = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><xml><Content>&a;</Content></xml>'
DTD = b'<!DOCTYPE xml SYSTEM "http://evil.example/x.dtd"><xml><A>1</A></xml>'


def test_a_message_is_read_and_written() -> None:
    body = "<xml><Content><![CDATA[几点<开门>&]]></Content><MsgId>1</MsgId><Empty/></xml>"
    elements = {"Content": "几点<开门>&", "MsgId": "1", "Empty": ""}
    assert read(body.encode()) == elements
    assert read(write(elements).encode()) == elements


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{}",
        b"<xml>",
        b"<html><a>1</a></html>",
        b"\xff\xfe<",
        ENTITY,
        FILE,
        DTD,
        b"<xml>" + b"<a>1</a>" * 65 + b"</xml>",
        b'<?xml version="1.0" encoding="nonsense"?><xml><a>1</a></xml>',
        b"<xml><a>\x00</a></xml>",
    ],
)
def test_anything_else_is_refused(body: bytes) -> None:
    with pytest.raises(NoMessage):
        read(body)
