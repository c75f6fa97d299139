"""The stand's one style sheet: the files of ``static/reader`` one after the other, behind the colours of the themes."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from pathlib import Path

from django.templatetags.static import static
from django.urls import reverse

from kushk.reader.colours import publication_rules
from kushk.reader.themes import STAND_STRIPES, automatic_rules

FILES = ("type", "base", "stand", "story", "tools", "translation", "settings", "account", "device", "player", "print")
"""In the order in which they stand; a later one may refine what an earlier one says."""

_FOLDER = Path(__file__).parent / "static" / "reader"
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s*\n\s*")
_ADDRESS = re.compile(r'url\("(fonts/[\w.-]+)"\)')


@lru_cache(maxsize=1)
def style_sheet() -> str:
    """Return the whole style sheet, without comments, its fonts at the addresses that this stand serves them under."""
    parts = [publication_rules(":root", *STAND_STRIPES), automatic_rules()]
    parts += [(_FOLDER / f"{name}.css").read_text(encoding="utf-8") for name in FILES]
    plain = _SPACE.sub("\n", _COMMENT.sub("", "".join(parts))).strip()
    return _ADDRESS.sub(lambda found: f'url("{static(f"reader/{found[1]}")}")', plain) + "\n"


@lru_cache(maxsize=1)
def style_version() -> str:
    """Return the hash that stands in the style sheet's address."""
    return hashlib.blake2b(style_sheet().encode(), digest_size=6).hexdigest()


def style_path() -> str:
    """Return the address of the style sheet, which changes with every word of it."""
    return reverse("reader:styles", args=[style_version()])
