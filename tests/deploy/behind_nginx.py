"""The real nginx as the example sets it up, before a stand-in for the guide.

Only what belongs to the operator's machine is replaced in the example: ports, folders, the
guide's address.
"""

from __future__ import annotations

import http.client
import os
import pwd
import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.deploy.certificate import CERTIFICATE, KEY, NAME, self_signed
from tests.running import ROOT, free_port

EXAMPLE = (ROOT / "deploy" / "proxy" / "nginx.conf.example").read_text(encoding="utf-8")
# Debian keeps it where only root's shell looks.
NGINX = shutil.which("nginx", path=os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin")))
LOG = "horgos.log"
DEFAULT_LOG = "access.log"
PATIENCE = 10.0  # seconds
# What Debian's /etc/nginx/nginx.conf is around /etc/nginx/conf.d, its log included.
AROUND = """
daemon off;
worker_processes 1;
user {user};
pid {folder}/nginx.pid;
events {{}}
http {{
    access_log {folder}/{log};
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/horgos.conf;
}}
"""


class StandIn(ThreadingHTTPServer):
    """Takes the guide's place: answers 200 to everything.

    Attributes:
        asked: Method and path of every request that came through, in order.
        headers: Those of the last one.
    """

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: list[tuple[str, str]] = []
        self.headers: Mapping[str, str] = {}


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: StandIn

    def _answer(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.asked.append((self.command, self.path))
        self.server.headers = dict(self.headers)
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_POST = do_PUT = _answer

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@dataclass(frozen=True)
class Proxied:
    """The proxy, and what is behind it.

    Attributes:
        folder: Its logs and its certificate.
        plain: Its port without TLS, 80 in the example.
        tls: Its port with it, 443 in the example.
        guide: What it passes on to.
    """

    folder: Path
    plain: int
    tls: int
    guide: StandIn

    def ask(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> http.client.HTTPResponse:
        """A request from the world, its path sent as it is written here."""
        line = http.client.HTTPSConnection(
            "127.0.0.1", self.tls, timeout=PATIENCE, context=self.trust()
        )
        return _asked(line, method, path, body, headers)

    def ask_plainly(self, path: str) -> http.client.HTTPResponse:
        """The same without TLS."""
        line = http.client.HTTPConnection("127.0.0.1", self.plain, timeout=PATIENCE)
        return _asked(line, "GET", path)

    def trust(self) -> ssl.SSLContext:
        """Trust in the certificate made for the test."""
        return ssl.create_default_context(cafile=str(self.folder / CERTIFICATE))

    def log(self, expected: str) -> str:
        """What the example logs, once this is in it: nginx writes it after the reply."""
        end = time.monotonic() + PATIENCE
        while expected not in (text := (self.folder / LOG).read_text()):
            assert time.monotonic() < end, f"{expected} is not logged: {text}"
            time.sleep(0.02)
        return text


@contextmanager
def behind_nginx(folder: Path) -> Iterator[Proxied]:
    """Start nginx and what is behind it; end both."""
    with StandIn() as guide:
        threading.Thread(target=guide.serve_forever, args=(0.01,), daemon=True).start()
        proxied = Proxied(folder, free_port(), free_port(), guide)
        self_signed(folder)
        (folder / "nginx.conf").write_text(
            AROUND.format(folder=folder, log=DEFAULT_LOG, user=_own_user())
        )
        (folder / "horgos.conf").write_text(_on_this_machine(proxied))
        with _running(proxied):
            yield proxied
        guide.shutdown()


def _on_this_machine(proxied: Proxied) -> str:
    """The example with this machine's ports and folders."""
    text = EXAMPLE
    for theirs, ours in (
        ("listen 80;", f"listen 127.0.0.1:{proxied.plain};"),
        ("listen 443 ssl http2;", f"listen 127.0.0.1:{proxied.tls} ssl http2;"),
        ("server 127.0.0.1:5005;", f"server 127.0.0.1:{proxied.guide.server_port};"),
        ("/etc/letsencrypt/live/guide.example/fullchain.pem", f"{proxied.folder}/{CERTIFICATE}"),
        ("/etc/letsencrypt/live/guide.example/privkey.pem", f"{proxied.folder}/{KEY}"),
        ("/var/log/nginx/horgos.log", f"{proxied.folder}/{LOG}"),
    ):
        assert text.count(theirs) == 1, f"the example says {theirs!r} {text.count(theirs)} times"
        text = text.replace(theirs, ours)
    return text


@contextmanager
def _running(proxied: Proxied) -> Iterator[None]:
    assert NGINX is not None
    errors = proxied.folder / "error.log"
    arguments = [NGINX, "-e", str(errors), "-p", str(proxied.folder), "-c", "nginx.conf"]
    process = subprocess.Popen(arguments, stderr=subprocess.DEVNULL)
    try:
        end = time.monotonic() + PATIENCE
        while not _listens(proxied.tls):
            assert process.poll() is None and time.monotonic() < end, errors.read_text()
            time.sleep(0.02)
        yield
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _listens(port: int) -> bool:
    with socket.socket() as line:
        return line.connect_ex(("127.0.0.1", port)) == 0


def _own_user() -> str:
    """Whoever runs the tests: another could not enter their folder.

    nginx passes over it unless root starts it.
    """
    return pwd.getpwuid(os.geteuid()).pw_name


def _asked(
    line: http.client.HTTPConnection,
    method: str,
    path: str,
    body: bytes | None = None,
    headers: Mapping[str, str] | None = None,
) -> http.client.HTTPResponse:
    line.request(method, path, body, {"Host": NAME, **(headers or {})})
    response = line.getresponse()
    response.read()
    line.close()
    return response
