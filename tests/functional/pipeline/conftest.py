"""A publisher's site on the loopback interface, and a stand that is allowed to fetch from it."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
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

    def answer(self, path: str, headers: dict[str, str]) -> Page:
        self.asked.append((path, headers))
        page = self.pages.get(path, Page(b"not here", 404))
        given = {"ETag": page.etag} if page.etag else {}
        if page.etag and headers.get("if-none-match") == page.etag:
            return Page(status=304, headers=given)
        length = {} if page.stream else {"Content-Length": str(len(page.body))}
        return replace(page, headers={**length, **page.headers, **given})

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                page = site.answer(self.path, {name.lower(): value for name, value in self.headers.items()})
                self.send_response(page.status)
                for name, value in {**page.headers, "Connection": "close"}.items():
                    self.send_header(name, value)
                self.close_connection = True
                with contextlib.suppress(OSError):
                    self.end_headers()
                    for piece in page.stream() if page.stream else [page.body]:
                        self.wfile.write(piece)

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
