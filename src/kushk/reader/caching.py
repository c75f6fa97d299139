"""Which pages shared caches may keep, and the stand's own store of finished pages."""

from __future__ import annotations

import functools
import hashlib
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TypeVar

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from kushk.base.stamp import Stamp, data_stamp

View = Callable[..., HttpResponse]
_Answering = TypeVar("_Answering", bound=Callable[..., HttpResponseBase])

PUBLIC = "public, max-age=60, stale-while-revalidate=600"
FOR_EVER = "public, max-age=31536000, immutable"
"""For what has its own hash in its address."""

_MOST_PAGES = 512
_LARGEST = 256 * 1024
"""Bytes of a page that is worth keeping."""


@dataclass(frozen=True, slots=True)
class _Page:
    """A finished page, as it was when the database had this stamp."""

    stamp: tuple[Stamp, str]
    content: bytes
    headers: tuple[tuple[str, str], ...]

    def answer(self) -> HttpResponse:
        return HttpResponse(self.content, headers=dict(self.headers))


@dataclass
class PageStore:
    """The pages asked for last. A page is dropped as soon as anything in the database has changed."""

    most: int = _MOST_PAGES
    pages: OrderedDict[tuple[str, bool], _Page] = field(default_factory=OrderedDict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def get(self, key: tuple[str, bool], stamp: tuple[Stamp, str]) -> HttpResponse | None:
        """Return the kept page if nothing has changed since it was made."""
        with self.lock:
            page = self.pages.get(key)
            if page is None or page.stamp != stamp:
                return None
            self.pages.move_to_end(key)
        return page.answer()

    def put(self, key: tuple[str, bool], stamp: tuple[Stamp, str], answer: HttpResponse) -> None:
        """Keep a page, and drop the one that was not asked for the longest."""
        if len(answer.content) > _LARGEST:
            return
        with self.lock:
            self.pages[key] = _Page(stamp, answer.content, tuple(answer.headers.items()))
            self.pages.move_to_end(key)
            while len(self.pages) > self.most:
                self.pages.popitem(last=False)


_store = PageStore()


def only_read(view: _Answering) -> _Answering:
    """Mark a view as one that nothing is sent to: every method but GET and HEAD is refused, with the reason."""
    return csrf_exempt(require_safe(view))  # there is nothing that a forged request could change


def public_page(view: View, store: PageStore = _store, stamp_now: Callable[[], Stamp | None] = data_stamp) -> View:
    """Mark a view's good answers as the same for everybody: cacheable, with an ETag of their bytes.

    Such a view never looks at cookies, the session or the user. It holds no secret of a reader, which is what
    makes compressing it safe. Finished pages are kept until the database changes.
    """
    make = gzip_page(functools.partial(_made, view))

    @functools.wraps(view)
    def handle(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        data = stamp_now() if request.method == "GET" else None
        if data is None:
            return make(request, *args, **kwargs)
        key = request.get_full_path(), "gzip" in request.headers.get("Accept-Encoding", "")
        stamp = data, datetime.now(UTC).date().isoformat()
        answer = store.get(key, stamp)
        if answer is None:
            answer = make(request, *args, **kwargs)
            if answer.get("Cache-Control") == PUBLIC:
                store.put(key, stamp, answer)
        return answer

    return only_read(handle)


def _made(view: View, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
    response = view(request, *args, **kwargs)
    if response.status_code == HttpResponse.status_code and not response.has_header("Cache-Control"):
        response["Cache-Control"] = PUBLIC
        response["ETag"] = f'"{hashlib.blake2b(response.content, digest_size=12).hexdigest()}"'
    return response
