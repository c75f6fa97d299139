"""The short path: finished pages are answered in front of Django, without its middlewares and without a cookie.

A request that is not for a public page goes to Django as it came. One that is but whose page is not kept goes there
stripped to what public pages listen to, so that nobody can have a page kept that others should not see.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpResponse

from kushk.base.options import option
from kushk.library.api import versions
from kushk.reader.asked import LONGEST_HEADER, Environ, as_everybody, is_known, query_of, takes_gzip, takes_host
from kushk.reader.caching import dependencies_of
from kushk.reader.pagestore.memory import Memory
from kushk.reader.pagestore.page import Header, Page, finished
from kushk.reader.pagestore.shelf import Shelf
from kushk.reader.pagestore.software import fingerprint
from kushk.reader.pagestore.store import PageStore

Start = Callable[..., Any]
Application = Callable[[Environ, Start], Iterable[bytes]]

FILE = "pages.sqlite3"
"""Of the finished pages, in the data folder. It may be deleted at any time."""

_MEGABYTE = 1 << 20
_TEXTS = ("text/", "application/json", "application/feed+json", "application/xml", "application/manifest+json")
_KEEPABLE = ("public", "private, no-cache")
"""What a marked answer may say of caches outside; the second is one reader's choices, kept here by what they are."""
_PERSONAL = frozenset({"set-cookie", "content-encoding"})


@dataclass(frozen=True, slots=True)
class Passed:
    """An answer that is handed on as Django gave it."""

    status: str
    headers: list[Header]
    body: Iterable[bytes]


class ShortPath:
    """A WSGI application that answers from the page store, and else asks the one behind it."""

    def __init__(self, behind: Application, store: PageStore, host: str) -> None:
        """Stand in front of an application.

        Args:
            behind: Django.
            store: the finished pages.
            host: under which pages are rendered, whichever the reader used.
        """
        self.behind = behind
        self.store = store
        self.host = host
        self.takes_host = lru_cache(maxsize=256)(takes_host)  # the settings do not change while a stand runs

    def __call__(self, environ: Environ, start: Start) -> Iterable[bytes]:
        """Answer one request."""
        query = query_of(environ)
        named = environ.get("HTTP_HOST", "")
        if query is None or len(named) > LONGEST_HEADER or not self.takes_host(named):
            return self.behind(environ, start)
        key = f"{query} {environ['PATH_INFO']}"  # an encoded query has no space, so no path can pass for one
        answer = self.store.find(key) or self._made(key, environ, query)
        if isinstance(answer, Page):
            return _answered(answer, environ, start)
        start(answer.status, answer.headers)
        return _without_body(answer.body) if environ["REQUEST_METHOD"] == "HEAD" else answer.body

    def _made(self, key: str, environ: Environ, query: str) -> Page | Passed:
        with self.store.alone(key):
            kept = self.store.find(key)  # by the one that we waited for
            if kept is not None:
                return kept
            before = self.store.now()
            answer = self._asked(as_everybody(environ, query, self.host))
            if isinstance(answer, Page):
                self.store.keep(key, answer, before)
            return answer

    def _asked(self, environ: Environ) -> Page | Passed:
        told: list[tuple[str, list[Header]]] = []
        began = time.time()
        body = self.behind(environ, lambda status, headers, *_: told.append((status, headers)))
        status, headers = told[-1]
        publications = dependencies_of(body)
        if publications is None or not isinstance(body, HttpResponse) or not _is_for_everybody(body):
            return Passed(status, headers, body)
        page = finished(body.content, headers, body.headers["ETag"], publications, began)
        body.close()
        return page


def in_front_of(application: Application) -> ShortPath:
    """Return Django with this stand's page store in front of it. While debugging, nothing is kept."""
    software = fingerprint()
    store = PageStore(
        Memory(option("PAGES_MEMORY") * _MEGABYTE),
        Shelf(option("DATA") / FILE, option("PAGES_DISK") * _MEGABYTE, software),
        None if settings.DEBUG else versions(),
    )
    return ShortPath(application, store, urlsplit(settings.STAND_URL).netloc)


def _is_for_everybody(answer: HttpResponse) -> bool:
    """Tell whether an answer that its view has marked as public still is when all middlewares have seen it."""
    names = {name.lower() for name in answer.headers}
    return (
        answer.status_code == HTTPStatus.OK
        and answer.get("Cache-Control", "").startswith(_KEEPABLE)
        and answer.get("Content-Type", "").startswith(_TEXTS)
        and "etag" in names
        and not answer.cookies
        and not names & _PERSONAL
        and {name.strip().lower() for name in answer.get("Vary", "").split(",")} <= {"", "accept-encoding"}
    )


def _answered(page: Page, environ: Environ, start: Start) -> list[bytes]:
    known = environ.get("HTTP_IF_NONE_MATCH")
    if known and is_known(known, page.etag):
        start("304 Not Modified", list(page.for_unchanged))
        return []
    packed = takes_gzip(environ.get("HTTP_ACCEPT_ENCODING", "")[:LONGEST_HEADER])
    start("200 OK", list(page.for_gzip if packed else page.for_plain))
    if environ["REQUEST_METHOD"] == "HEAD":
        return []
    return [page.packed if packed else page.body()]


def _without_body(body: Iterable[bytes]) -> list[bytes]:
    close = getattr(body, "close", None)
    if close is not None:
        close()
    return []
