"""Cookies. Over a secure connection ``__Host-`` lets no other host and no plain connection set them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kushk.base.options import option

if TYPE_CHECKING:
    from django.http import HttpResponse


def is_secure() -> bool:
    """Tell whether readers reach the stand over a secure connection, whatever a proxy speaks behind it."""
    return bool(option("URL").startswith("https://"))


def cookie_name(name: str) -> str:
    """Return a cookie's name as the stand's public address lets it be."""
    return f"__Host-{name}" if is_secure() else name


def keep_cookie(response: HttpResponse, name: str, value: str, seconds: int, *, for_scripts: bool = False) -> None:
    """Have the browser keep a cookie for this host alone.

    Args:
        response: what it goes with.
        name: its name, from ``cookie_name``.
        value: what it holds.
        seconds: how long it is kept.
        for_scripts: whether the pages' own scripts read it.
    """
    response.set_cookie(name, value, max_age=seconds, samesite="Lax", httponly=not for_scripts, secure=is_secure())
