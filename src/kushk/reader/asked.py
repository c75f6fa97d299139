"""What a request asks for, as far as public pages listen: address, known parameters, host, encoding, known version."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import DisallowedHost, SuspiciousOperation
from django.http import HttpRequest, QueryDict
from django.utils.http import parse_etags

from kushk.base.locale import INTERFACES
from kushk.reader import preferences
from kushk.reader.context import MEANINGFUL
from kushk.reader.interface import is_personal
from kushk.reader.middleware import REMEMBER, SHARED

Environ = dict[str, Any]

PUBLIC_PATHS = (*(f"/{tag}/" for tag in INTERFACES), *SHARED)
"""How the paths begin under which no cookie is seen (``middleware.cookie_blind``): others are never kept."""

LONGEST_HEADER = 256
"""Characters of a header whose meaning is remembered."""

READING = "/reading.css"
"""The one address whose answer differs by cookie, and by nothing of it but a reader's choices."""

_CHOICES = re.compile(rf"(?:^|;) *{re.escape(preferences.COOKIE)}=([^;]{{0,{preferences.LONGEST_COOKIE}}})")
_ONLY_READ = frozenset({"GET", "HEAD"})
_LONGEST = 2000
"""Characters of a query string; pages with a longer one are not kept."""


@lru_cache(maxsize=1024)
def known_query(text: str) -> str | None:
    """Return the part of a query string that makes another page, in one order; None when Django has to see it all."""
    if len(text) > _LONGEST:
        return None
    try:
        asked = QueryDict(text.encode("latin-1"), encoding="utf-8")
    except (SuspiciousOperation, ValueError):
        return None
    if REMEMBER in asked:
        return None
    return urlencode([(name, asked[name]) for name in MEANINGFUL if asked.get(name)])


def query_of(environ: Environ) -> str | None:
    """Return the known query of a request for what may be kept, None for any other request."""
    if environ["REQUEST_METHOD"] not in _ONLY_READ or environ.get("SCRIPT_NAME"):
        return None
    path = environ["PATH_INFO"]
    if path == READING:
        return _choices(environ.get("HTTP_COOKIE", ""))
    if not path.startswith(PUBLIC_PATHS) or is_personal(path):
        return None
    text = environ.get("QUERY_STRING", "")
    return known_query(text) if text else ""


def _choices(cookies: str) -> str:
    """Return a reader's choices as the query that the style sheet of choices takes: the same for all who chose so."""
    found = _CHOICES.search(cookies)
    chosen = preferences.from_cookie(found[1] if found else "")
    return urlencode({preferences.CHOSEN: text}) if (text := preferences.as_cookie(chosen)) else ""


def takes_host(host: str) -> bool:
    """Tell whether Django would answer under a Host header."""
    request = HttpRequest()
    request.META["HTTP_HOST"] = host
    try:
        request.get_host()
    except DisallowedHost:
        return False
    return True


@lru_cache(maxsize=256)
def takes_gzip(accepted: str) -> bool:
    """Tell whether an ``Accept-Encoding`` allows gzip (RFC 9110, 12.5.3)."""
    weights = dict(_weighted(part) for part in accepted.lower().split(","))
    found = [weights[name] for name in ("gzip", "x-gzip", "*") if name in weights]
    return bool(found) and found[0] > 0


def _weighted(part: str) -> tuple[str, float]:
    name, *parameters = (each.strip() for each in part.split(";"))
    for parameter in parameters:
        key, _, value = parameter.partition("=")
        if key.strip() == "q":
            try:
                return name, float(value)
            except ValueError:
                return name, 0.0
    return name, 1.0


def is_known(header: str, etag: str) -> bool:
    """Tell whether an ``If-None-Match`` names a version, compared weakly (RFC 9110, 13.1.2)."""
    known = parse_etags(header)
    return known == ["*"] or etag in {tag.removeprefix("W/").strip('"') for tag in known}


def as_everybody(environ: Environ, query: str, host: str) -> Environ:
    """Return a request for the same page without anything by which readers differ."""
    kept = {name: value for name, value in environ.items() if not name.startswith("HTTP_") and name != "CONTENT_TYPE"}
    return {**kept, "REQUEST_METHOD": "GET", "QUERY_STRING": query, "CONTENT_LENGTH": "0", "HTTP_HOST": host}
