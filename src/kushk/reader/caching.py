"""Which pages shared caches may keep."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.views.decorators.gzip import gzip_page

View = Callable[..., HttpResponse]

PUBLIC = "public, max-age=60, stale-while-revalidate=600"


def public_page(view: View) -> View:
    """Mark a view's good answers as the same for everybody: cacheable, with an ETag of their bytes.

    Such a view never looks at cookies, the session or the user. It holds no secret of a reader, which is what
    makes compressing it safe.
    """

    @gzip_page
    @functools.wraps(view)
    def handle(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if response.status_code == HttpResponse.status_code and not response.has_header("Cache-Control"):
            response["Cache-Control"] = PUBLIC
            response["ETag"] = f'"{hashlib.blake2b(response.content, digest_size=12).hexdigest()}"'
        return response

    return handle
