"""A fingerprint of everything but the data that a page is made of: code, templates, words, styles and settings."""

from __future__ import annotations

import hashlib
from pathlib import Path

from django.conf import settings

from kushk.base.options import ROOT

_PACKAGE = Path(__file__).resolve().parents[2]
_MADE_OF = frozenset({".py", ".html", ".po", ".svg"})
_BESIDE = ("requirements/run.txt",)


def fingerprint() -> str:
    """Return a text that changes whenever the same data might make other pages. Takes some milliseconds."""
    sources = sorted(path for path in _PACKAGE.rglob("*") if path.suffix in _MADE_OF)
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    found = hashlib.blake2b(digest_size=16)
    for path in (*sources, *(ROOT / name for name in _BESIDE), manifest):
        if path.is_file():
            content = path.read_bytes()
            found.update(f"{path.name}\0{len(content)}\0".encode())
            found.update(content)
    found.update(f"{settings.STAND_NAME}\0{settings.STAND_URL}".encode())
    return found.hexdigest()
