"""Addresses out of outside HTML: resolved, judged, or dropped."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

_INVISIBLE = re.compile("[\x00-\x1f\x7f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]+")
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.\-]*:")
_LONGEST = 4096
"""Characters of an address; no server takes more."""


def resolve(address: str, base: str) -> str:
    """Return an absolute ``http`` or ``https`` address, or an empty text when it is none."""
    address = _INVISIBLE.sub("", address).strip()
    if not address or len(address) > _LONGEST:
        return ""
    try:
        if not address.lower().startswith(("http://", "https://")):
            if not base or (_SCHEME.match(address) and not address.lower().startswith(("http:", "https:"))):
                return f"https:{address}" if address.startswith("//") and urlsplit(f"https:{address}").hostname else ""
            address = urljoin(base, address)
        parts = urlsplit(address)
        if parts.scheme.lower() not in {"http", "https"} or not parts.hostname:
            return ""
    except ValueError:
        return ""
    return address.replace(" ", "%20").replace('"', "%22").replace("<", "%3C").replace(">", "%3E")


def link_target(address: str, base: str) -> tuple[str, bool]:
    """Return where a link leads, and whether it was refused for being something else than a page or a mailbox.

    A link within the page, or a relative one without a base, leads nowhere and is not worth a warning.
    """
    cleaned = _INVISIBLE.sub("", address).strip()
    if not cleaned or cleaned.startswith("#"):
        return "", False
    if cleaned[:7].lower() == "mailto:":
        return (cleaned.replace(" ", "%20"), False) if "@" in cleaned and len(cleaned) <= _LONGEST else ("", False)
    target = resolve(cleaned, base)
    if target and base and target.split("#", 1)[0] == base.split("#", 1)[0] and "#" in target:
        return "", False
    return target, not target and _SCHEME.match(cleaned) is not None
