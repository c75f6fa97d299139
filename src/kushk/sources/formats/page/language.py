"""In which language a story is written: what the page declares, checked against its words."""

from __future__ import annotations

import re

from kushk.sources.formats.page.head import Head
from kushk.sources.formats.page.jsonld import LinkedData

_TAG = re.compile(r"^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$")


def declared_language(head: Head, data: LinkedData) -> str:
    """Return the language that the page declares, as a BCP 47 tag, empty when it declares none."""
    told = (
        head.language,
        head.first("content-language", "language", "dc.language", "dcterms.language", "inlanguage"),
        head.first("og:locale", "article:language"),
        *data.texts("inLanguage")[:1],
    )
    return next((tag for value in told if (tag := as_tag(value))), "")


def as_tag(value: str) -> str:
    """Return a language tag in its usual form, empty when the text is none."""
    parts = value.split(",", maxsplit=1)[0].strip().replace("_", "-").split("-")
    if not parts[0] or not parts[0].isascii():
        return ""
    tag = "-".join([parts[0].lower(), *(_shaped(part) for part in parts[1:])])
    return tag if _TAG.match(tag) and tag not in {"und", "xx", "mul"} else ""


def _shaped(part: str) -> str:
    if len(part) == 4:
        return part.title()
    return part.upper() if len(part) == 2 else part.lower()
