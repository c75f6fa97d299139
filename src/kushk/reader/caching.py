"""Which pages shared caches may keep, and on what each of them depends."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Callable, Iterable
from typing import TypeVar

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from kushk.library.api import EVERYTHING, Publications

View = Callable[..., HttpResponse]
_Answering = TypeVar("_Answering", bound=Callable[..., HttpResponseBase])

PUBLIC = "public, max-age=60, stale-while-revalidate=600"
FOR_EVER = "public, max-age=31536000, immutable"
"""For what has its own hash in its address."""

_MARK = "depends_on_publications"
"""Attribute of an answer that is the same for everybody. The page store in front of Django reads it."""


def only_read(view: _Answering) -> _Answering:
    """Mark a view as one that nothing is sent to: every method but GET and HEAD is refused, with the reason."""
    return csrf_exempt(require_safe(view))  # there is nothing that a forged request could change


def public_page(view: View) -> View:
    """Mark a view's good answers as the same for everybody: cacheable, with an ETag of their bytes.

    Such a view never looks at cookies, the session or the user, and at no query parameter that is not in
    ``context.MEANINGFUL``. The page store keeps what it answers until what it depends on changes: any publication,
    unless the view says more by ``depends_on``. An answer that sets a ``Cache-Control`` of its own keeps it.
    """

    @functools.wraps(view)
    def handle(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if response.status_code == HttpResponse.status_code:
            response.setdefault("Cache-Control", PUBLIC)
            response.setdefault("ETag", f'"{hashlib.blake2b(response.content, digest_size=12).hexdigest()}"')
            if dependencies_of(response) is None:
                depends_on(response, EVERYTHING)
        return response

    return only_read(handle)


def depends_on(response: HttpResponse, publications: Iterable[int]) -> HttpResponse:
    """Say that an answer shows something of these publications and of no other; ``NOTHING`` for data-free ones."""
    setattr(response, _MARK, frozenset(publications))
    return response


def dependencies_of(response: object) -> Publications | None:
    """Return the publications that an answer depends on, None for an answer that is not for everybody."""
    return getattr(response, _MARK, None)
