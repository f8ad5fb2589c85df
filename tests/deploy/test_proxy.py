"""The example proxy opens what is for the world, and nothing else: nginx itself is asked."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from horgos.channels.telegram.channel import MAX_BODY as TELEGRAM_BODY
from horgos.channels.wechat.door import MAX_BODY as WECHAT_BODY
from horgos.channels.whatsapp.door import MAX_BODY as WHATSAPP_BODY
from horgos.language.forms import Forms
from tests.deploy.behind_nginx import DEFAULT_LOG, NGINX, Proxied, behind_nginx
from tests.deploy.certificate import NAME
from tests.running import ROOT

pytestmark = pytest.mark.skipif(NGINX is None, reason="no nginx (nginx-light)")

CLOSED = (
    "/webhooks/rest/webhook",
    "/webhooks/rest/",
    "/webhooks/",
    "/webhooks/telegram/",
    "/webhooks/telegram/webhook/x",
    "/webhooks/telegram/set_webhook",
    "/webhooks/operator/",
    "/webhooks/web/../rest/webhook",
    "/webhooks/web/%2e%2e/rest/webhook",
    "//webhooks/rest/webhook",
    "/health",
    "/%68ealth",
    "/health/",
    "/status.json",
    "/model/parse",
    "/conversations/x/tracker",
    "/.env",
    "/kk/x",
)
OPEN = (
    "/",
    "/frame",
    "/kiosk",
    "/kiosk?tablet=desk-1",
    "/widget.js",
    "/sw.js",
    "/kiosk.webmanifest",
    "/pack/kk-Arab.json",
    "/webhooks/web/health",
)
OPEN_TO_POST = (
    "/webhooks/web/session",
    "/webhooks/web/message",
    "/webhooks/web/ping",
    "/webhooks/telegram/webhook",
    "/webhooks/wechat/webhook",
    "/webhooks/whatsapp/webhook",
)
# What the platforms do not do; WeChat and WhatsApp ask by GET whether the address is ours.
DENIED = (
    ("GET", "/webhooks/telegram/webhook"),
    ("PUT", "/webhooks/telegram/webhook"),
    ("PUT", "/webhooks/wechat/webhook"),
    ("PUT", "/webhooks/whatsapp/webhook"),
)


@pytest.fixture(scope="module")
def proxied(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Proxied]:
    with behind_nginx(tmp_path_factory.mktemp("nginx")) as running:
        yield running


def passes(proxied: Proxied, method: str, path: str) -> bool:
    """Whether the guide was asked; the answer must fit that."""
    before = len(proxied.guide.asked)
    status = proxied.ask(method, path).status
    arrived = proxied.guide.asked[before:]
    assert (status, arrived) in ((200, [(method, path)]), (404, []), (403, []))
    return bool(arrived)


@pytest.mark.parametrize("path", OPEN)
def test_what_is_for_the_world_is_open(proxied: Proxied, path: str) -> None:
    assert passes(proxied, "GET", path)


@pytest.mark.parametrize("path", OPEN_TO_POST)
def test_what_is_sent_by_the_world_is_let_through(proxied: Proxied, path: str) -> None:
    assert passes(proxied, "POST", path)


@pytest.mark.parametrize("path", CLOSED)
def test_everything_else_is_closed(proxied: Proxied, path: str) -> None:
    assert not passes(proxied, "GET", path)
    assert not passes(proxied, "POST", path)


@pytest.mark.parametrize(("method", "path"), DENIED)
def test_a_webhook_takes_what_its_platform_sends(proxied: Proxied, method: str, path: str) -> None:
    assert not passes(proxied, method, path)
    assert proxied.ask(method, path).status == 403


def test_every_file_and_every_form_of_the_pages_is_open(proxied: Proxied, forms: Forms) -> None:
    public = ROOT / "web" / "public"
    files = [f"/{path.relative_to(public)}" for path in public.rglob("*") if path.is_file()]
    pages = [f"/{language}" for language in forms.languages]
    pages += [f"/{form.code.lower()}" for form in forms]
    assert len(files) > 20 and len(pages) == 11
    assert [path for path in [*files, *pages] if not passes(proxied, "GET", path)] == []


@pytest.mark.parametrize(
    ("name", "largest"),
    [("telegram", TELEGRAM_BODY), ("wechat", WECHAT_BODY), ("whatsapp", WHATSAPP_BODY)],
)
def test_bodies_that_a_platform_may_bring_are_let_through(
    proxied: Proxied, name: str, largest: int
) -> None:
    """Refused by the proxy they would never be counted, and be brought again for days."""
    one_too_many = b"x" * (largest + 1)
    assert proxied.ask("POST", f"/webhooks/{name}/webhook", one_too_many).status == 200


def test_the_guide_learns_who_asks_from_the_proxy_alone(proxied: Proxied) -> None:
    proxied.ask("GET", "/kiosk", headers={"X-Forwarded-For": "192.0.2.7"})
    told = proxied.guide.headers
    assert told["X-Forwarded-For"] == "127.0.0.1"
    assert (told["Host"], told["X-Forwarded-Proto"]) == (NAME, "https")


@pytest.mark.parametrize("path", ["/kiosk", "/health"])
def test_browsers_are_told_to_stay_with_https(proxied: Proxied, path: str) -> None:
    assert proxied.ask("GET", path).headers["Strict-Transport-Security"] == "max-age=31536000"


def test_without_tls_there_is_only_the_way_to_it(proxied: Proxied) -> None:
    before = len(proxied.guide.asked)
    response = proxied.ask_plainly("/kiosk?tablet=desk-1")
    assert (response.status, len(proxied.guide.asked)) == (301, before)
    assert response.headers["Location"] == f"https://{NAME}/kiosk?tablet=desk-1"


def test_http_2_is_spoken(proxied: Proxied) -> None:
    context = proxied.trust()
    context.set_alpn_protocols(["h2", "http/1.1"])
    with (
        socket.create_connection(("127.0.0.1", proxied.tls)) as line,
        context.wrap_socket(line, server_hostname=NAME) as secured,
    ):
        assert secured.selected_alpn_protocol() == "h2"


def test_no_log_holds_who_asked_or_what_wechat_signed(proxied: Proxied) -> None:
    asked = "/webhooks/wechat/webhook?signature=s1gned&openid=vis1tor"
    proxied.ask_plainly(asked)
    proxied.ask("GET", asked)
    kept = proxied.log("GET /webhooks/wechat/webhook 200")
    kept += (proxied.folder / DEFAULT_LOG).read_text()
    assert [told for told in ("s1gned", "vis1tor", "127.0.0.1") if told in kept] == []
