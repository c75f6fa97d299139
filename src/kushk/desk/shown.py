"""How the desk shows what came from outside: as text, linked only where the address is a web page."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.utils.html import format_html

_LONGEST = 80


def web_link(address: str) -> str:
    """Return a link to a web address, or the bare text of anything else (``javascript:``, ``data:``, junk)."""
    shown = address if len(address) <= _LONGEST else address[: _LONGEST - 1] + "…"
    if not is_web(address):
        return shown
    return format_html('<a href="{}" rel="noopener noreferrer external"><bdi dir="ltr">{}</bdi></a>', address, shown)


def is_web(address: str) -> bool:
    """Tell whether an address is that of a web page, as it stands: browsers trim and bend what this refuses."""
    if not address.isprintable() or " " in address:
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname)


def in_language(text: str, language: str) -> str:
    """Return a text marked with its language, isolated from the line that it stands in."""
    return format_html('<bdi lang="{}" dir="auto">{}</bdi>', "" if language == "und" else language, text)
