"""A stand on a database file with the short path in front of it, and a tiny WSGI client to ask it."""

from __future__ import annotations

import gzip
import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes

from django.core.handlers.wsgi import WSGIHandler
from django.db import connections

from kushk.library.api import versions
from kushk.reader.pagestore.memory import Memory
from kushk.reader.pagestore.shelf import Shelf
from kushk.reader.pagestore.store import PageStore
from kushk.reader.shortpath import ShortPath

HOST = "127.0.0.1:8000"


@dataclass
class Answer:
    """What a WSGI application answered."""

    status: int
    headers: list[tuple[str, str]]
    raw: bytes

    def __getitem__(self, name: str) -> str:
        return ", ".join(value for key, value in self.headers if key.lower() == name.lower())

    @property
    def body(self) -> bytes:
        return gzip.decompress(self.raw) if self["Content-Encoding"] == "gzip" else self.raw

    @property
    def text(self) -> str:
        return self.body.decode()


def environ_of(target: str, method: str = "GET", host: str = HOST, **headers: str) -> dict[str, Any]:
    """Return the request as a server hands it to an application."""
    path, _, query = target.partition("?")
    environ = {
        "REQUEST_METHOD": method,
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(path).decode("latin-1"),
        "QUERY_STRING": query,
        "SERVER_NAME": "127.0.0.1",
        "SERVER_PORT": "8000",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": host,
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": sys.stderr,
    }
    return environ | {f"HTTP_{name.upper().replace('-', '_')}": value for name, value in headers.items()}


def asked(application: Any, environ: dict[str, Any]) -> Answer:
    """Ask an application as a server does."""
    told: list[Any] = []
    body = application(environ, lambda status, headers, *_: told.append((status, headers)))
    try:
        raw = b"".join(body)
    finally:
        if hasattr(body, "close"):
            body.close()
    status, headers = told[-1]
    return Answer(int(status.split()[0]), headers, raw)


@dataclass
class Fronted:
    """The short path over a handler that counts how often it is asked."""

    shelf: Path
    software: str = "1"
    made: int = 0
    meanwhile: Any = None
    """What happens once while the next page is rendered."""
    handler: WSGIHandler = field(default_factory=WSGIHandler)

    def __post_init__(self) -> None:
        store = PageStore(Memory(1 << 22), Shelf(self.shelf, 1 << 22, self.software), versions())
        self.path = ShortPath(self._behind, store, HOST)

    def _behind(self, environ: dict[str, Any], start: Any) -> Any:
        self.made += 1
        body = self.handler(environ, start)
        if self.meanwhile is not None:
            act, self.meanwhile = self.meanwhile, None
            act()
        return body

    def get(self, target: str, method: str = "GET", host: str = HOST, **headers: str) -> Answer:
        return asked(self.path, environ_of(target, method, host, **headers))

    def again(self) -> Fronted:
        """Return another process of the same stand, or the next start of this one."""
        return Fronted(self.shelf, self.software)


@contextmanager
def on_file(path: Path) -> Iterator[None]:
    """Let Django work on a database file, as a stand does, in place of the tests' own database in memory."""
    kept, settings = connections["default"], connections.settings["default"]
    name, settings["NAME"] = settings["NAME"], str(path)
    del connections["default"]
    try:
        yield
    finally:
        connections["default"].close()
        settings["NAME"] = name
        connections["default"] = kept
