"""Safe mode, against WeChat's published sample and against wechatpy."""

import pytest
from wechatpy.crypto import WeChatCrypto
from wechatpy.exceptions import InvalidSignatureException

from horgos.channels.wechat.aes import SafeMode, Unreadable, WrongKey
from horgos.channels.wechat.signature import Signer, signature
from horgos.channels.wechat.xml import read

# The sample of WXBizMsgCrypt, which WeChat published with its documentation.
TOKEN = "spamtest"
KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"
APP_ID = "wx2c2769f8efd9abc2"
TIMESTAMP, NONCE = "1409735669", "1320562132"
MSG_SIGNATURE = "5d197aaffba7e9b25a30732f161a50dee96bd5fa"
ENCRYPTED = (
    "hyzAe4OzmOMbd6TvGdIOO6uBmdJoD0Fk53REIHvxYtJlE2B655HuD0m8KUePWB3+LrPXo87wzQ1QLvbeUgmBM4x6"
    "F8PGHQHFVAFmOD2LdJF9FrXpbUAh0B5GIItb52sn896wVsMSHGuPE328HnRGBcrS7C41IzDWyWNlZkyyXwon8T33"
    "2jisa+h6tEDYsVticbSnyU8dKOIbgU6ux5VTjg3yt+WGzjlpKn6NPhRjpA912xMezR4kw6KWwMrCVKSVCZciVGCg"
    "avjIQ6X8tCOp3yZbGpy0VxpAe+77TszTfRd5RJSVO/HTnifJpXgCSUdUue1v6h0EIBYYI1BD1DlD+C0CR8e6Oewp"
    "usjZ4uBl9FyJvnhvQl+q5rv1ixrcpCumEPo5MJSgM9ehVsNPfUM669WuMyVWQLCzpu9GhglF2PE="
)
REPLIES = ["ok", "免税额度为8,000元人民币。" * 40, "Бажсыз шек — 500 еуро. & <b>", ""]


def test_the_published_sample_is_genuine_and_readable() -> None:
    assert signature(TOKEN, TIMESTAMP, NONCE, ENCRYPTED) == MSG_SIGNATURE
    message = read(SafeMode.of(KEY, APP_ID).decrypt(ENCRYPTED).encode())
    assert message["MsgType"] == "text"
    assert message["Content"] == "abcdteT"
    assert message["MsgId"] == "6054768590064713728"


@pytest.mark.parametrize("text", REPLIES)
def test_another_implementation_reads_what_we_write_and_we_what_it_writes(text: str) -> None:
    ours, theirs = SafeMode.of(KEY, APP_ID), WeChatCrypto(TOKEN, KEY, APP_ID)
    encrypted = ours.encrypt(text)
    envelope = {"Encrypt": encrypted}
    signed = signature(TOKEN, TIMESTAMP, NONCE, encrypted)
    assert theirs.decrypt_message(envelope, signed, TIMESTAMP, NONCE) == text
    with pytest.raises(InvalidSignatureException):
        theirs.decrypt_message(envelope, "0" * 40, TIMESTAMP, NONCE)
    back = read(theirs.encrypt_message(text, NONCE, TIMESTAMP).encode())
    assert ours.decrypt(back["Encrypt"]) == text


@pytest.mark.parametrize(
    "damaged",
    [
        ENCRYPTED[:-4],
        ENCRYPTED[4:],
        "",
        "AAAA",
        "!" * 64,
        ENCRYPTED.replace("hyz", "xyz"),
        "A" * 64,
    ],
)
def test_what_is_damaged_is_refused(damaged: str) -> None:
    with pytest.raises(Unreadable):
        SafeMode.of(KEY, APP_ID).decrypt(damaged)


def test_what_is_for_another_account_is_refused() -> None:
    with pytest.raises(Unreadable, match="another account"):
        SafeMode.of(KEY, "wx0000000000000000").decrypt(ENCRYPTED)


@pytest.mark.parametrize("key", ["", KEY[:-1], f"{KEY}A", "!" * 43])
def test_a_wrong_key_says_what_a_key_is(key: str) -> None:
    with pytest.raises(WrongKey, match="43 letters and digits"):
        SafeMode.of(key, APP_ID)


@pytest.mark.parametrize(
    ("given", "timestamp", "nonce", "genuine"),
    [
        (signature(TOKEN, "1", "2"), "1", "2", True),
        (signature(TOKEN, "1", "2"), "1", "3", False),
        (signature("other", "1", "2"), "1", "2", False),
        ("", "1", "2", False),
        ("ы" * 40, "1", "2", False),
    ],
)
def test_only_the_token_makes_a_signature(
    given: str, timestamp: str, nonce: str, genuine: bool
) -> None:
    assert Signer(TOKEN).is_genuine(given, timestamp, nonce) is genuine


@pytest.mark.parametrize(
    ("timestamp", "fresh"),
    [
        ("1000", True),
        ("400", True),
        ("399", False),
        ("1601", False),
        ("", False),
        ("-1", False),
        ("x", False),
    ],
)
def test_an_old_request_is_a_replay(timestamp: str, fresh: bool) -> None:
    assert Signer(TOKEN, clock=lambda: 1000.0).is_fresh(timestamp) is fresh


def test_no_secret_is_shown() -> None:
    assert TOKEN not in repr(Signer(TOKEN))
    assert "key" not in repr(SafeMode.of(KEY, APP_ID))
