"""Addresses in feeds: resolved against their base, and none but those that a reader may be sent to."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from kushk.sources.formats.parsed import Input

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")
_WEB = re.compile(r"https?://[^/\s]", re.IGNORECASE)
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028\u2029\ufeff]+")
_LONGEST = 8192


def base_address(source: Input) -> str:
    """Return the address against which a document's links are resolved: where it says that it lies, or came from."""
    stated = next((value for name, value in source.headers.items() if name.lower() == "content-location"), "")
    return absolute(stated, source.url) or source.url


def absolute(address: str, base: str = "") -> str:
    """Return the absolute http or https address that ``address`` means on the page ``base``; empty for any other."""
    address = _plain(address)
    if not address or len(address) > _LONGEST:
        return ""
    if not _WEB.match(address):
        if _SCHEME.match(address) and not address.lower().startswith(("http:", "https:")):
            return ""
        address = _joined(base, address)
    return address if _WEB.match(address) and _has_host(address) else ""


def is_web(address: str) -> bool:
    """Tell whether an address is an absolute one of the web as it stands."""
    return _WEB.match(address.strip()) is not None


def is_foreign(address: str) -> bool:
    """Tell whether an address has a scheme of its own that is not one of the web's (``javascript:``, ``data:``)."""
    seen = _plain(address)
    return bool(_SCHEME.match(seen)) and not seen.lower().startswith(("http:", "https:", "mailto:"))


def _plain(address: str) -> str:
    """Return an address without what nobody sees in it, spaces written as ``%20`` and ``&amp;`` as it was meant."""
    if not address.isprintable():
        address = _UNSEEN.sub("", address)
    address = address.strip()
    if " " in address or "\xa0" in address:
        address = address.replace(" ", "%20").replace("\xa0", "%20")
    return address.replace("&amp;", "&") if "&amp;" in address else address


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:
        return ""


def _has_host(address: str) -> bool:
    if "[" not in address and "]" not in address:
        return True
    try:
        return bool(urlsplit(address).hostname)
    except ValueError:
        return False
