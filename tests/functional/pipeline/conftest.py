"""A publisher's site on the loopback interface, and a stand that is allowed to fetch from it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from kushk.pipeline import web as web_module


@dataclass
class Page:
    """What the site answers at one path."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    etag: str = ""
    stream: Callable[[], Iterator[bytes]] | None = None
    """Instead of a body: pieces, for as long as the client listens."""


class Site:
    """A publisher's web server."""

    def __init__(self) -> None:
        self.pages: dict[str, Page] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.server.daemon_threads = True
        self.host = f"127.0.0.1:{self.server.server_port}"
        self.url = f"http://{self.host}"
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02})

    def feed(self, path: str, text: str, **more: object) -> str:
        self.pages[path] = Page(text.encode(), headers={"Content-Type": "application/rss+xml"}, **more)
        return self.url + path

    def page(self, path: str, text: str) -> str:
        self.pages[path] = Page(text.encode(), headers={"Content-Type": "text/html; charset=utf-8"})
        return self.url + path

    def asked_for(self, path: str) -> list[dict[str, str]]:
        return [headers for asked, headers in self.asked if asked == path]

    def _handler(site) -> type[BaseHTTPRequestHandler]:  # noqa: N805 - the handler's own self is another
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:  # noqa: N802
                site.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
                page = site.pages.get(self.path, Page(b"not here", 404))
                if page.etag and self.headers.get("If-None-Match") == page.etag:
                    page = Page(b"", 304, {"ETag": page.etag})
                self.send_response(page.status)
                for name, value in page.headers.items():
                    self.send_header(name, value)
                if page.etag and page.status != 304:
                    self.send_header("ETag", page.etag)
                self.send_header("Connection", "close")
                self.close_connection = True
                if page.stream is None:
                    if page.status != 304:
                        self.send_header("Content-Length", str(len(page.body)))
                    self.end_headers()
                    self.wfile.write(page.body)
                else:
                    self.end_headers()
                    self._pour(page.stream())

            def _pour(self, pieces: Iterator[bytes]) -> None:
                try:
                    for piece in pieces:
                        self.wfile.write(piece)
                except OSError:
                    self.close_connection = True

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        return Handler


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    made.thread.start()
    yield made
    made.server.shutdown()
    made.server.server_close()
    made.thread.join()


@pytest.fixture
def fetching(site: Site, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """The site, which the stand's fetcher may reach."""
    monkeypatch.setenv("KUSHK_ALLOW_HOSTS", site.host)
    web_module.web.cache_clear()
    yield site
    web_module.web.cache_clear()
