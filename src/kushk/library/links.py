"""When two addresses are one: the form in which links are compared. Nobody is sent to this form."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

_TRACKING = re.compile(
    r"^(utm_\w+|fbclid|gclid|dclid|msclkid|yclid|twclid|igshid|mc_[ce]id|_ga|_gl|wt[._]mc\w*|at_(medium|campaign|"
    r"link\w*|format|ptr\w*|bbc\w*)|ns_(mchannel|source|campaign|linkname|fee)|cmpid|cmp|smid|ocid|ftag|ref_src|"
    r"spm|s_cid|xtor|rss_?id)$",
    re.IGNORECASE,
)
"""Query parameters that say how a reader came, not what the page is."""

_PORTS = {"http": 80, "https": 443}


@lru_cache(maxsize=1024)
def canonical_link(url: str) -> str:
    """Return the form of a web address in which equal pages compare equal.

    The scheme (http or https), the case of the host, a default port, tracking parameters, the fragment and a
    slash at the end do not count. An address that cannot be read is returned as it is.
    """
    url = url.strip()
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return url
    if parts.scheme.lower() not in _PORTS or not parts.hostname:
        return url
    host = parts.hostname.rstrip(".")
    if port is not None and port != _PORTS[parts.scheme.lower()]:
        host = f"{host}:{port}"
    path = quote(parts.path, safe="/%:@!$&'()*+,;=~-._").rstrip("/")
    query = _kept_parameters(parts.query)
    fragment = f"#{parts.fragment}" if parts.fragment.startswith(("!", "/")) else ""
    return f"//{host}{path}{'?' + query if query else ''}{fragment}"


def _kept_parameters(query: str) -> str:
    if not query:
        return ""
    pairs = parse_qsl(query, keep_blank_values=True)
    kept = [(name, value) for name, value in pairs if not _TRACKING.match(name)]
    return urlencode(kept) if len(pairs) else query


def names_one_page(url: str) -> bool:
    """Tell whether an address can identify a story: a bare host is the front page of everything."""
    canonical = canonical_link(url)
    return canonical.startswith("//") and any(character in canonical[2:] for character in "/?#")
