"""Names of cookies. Over a secure connection ``__Host-`` lets no other host and no plain connection set them."""

from __future__ import annotations

from kushk.base.options import option


def cookie_name(name: str) -> str:
    """Return a cookie's name as the stand's public address lets it be."""
    return f"__Host-{name}" if option("URL").startswith("https://") else name
