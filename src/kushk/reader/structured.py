"""What search engines and readers' tools are told of a story: schema.org ``NewsArticle``."""

from __future__ import annotations

import re
from typing import Any

from kushk.core.document import Document
from kushk.library.api import Story, is_gated, permissions_of
from kushk.reader.addresses import absolute, outside
from kushk.reader.leading import Leading
from kushk.reader.safe import html_language

_BETWEEN = re.compile(r"\s*[,;،؛、&]\s*(?:(?:and|et|y|und|e)\s)?|\s(?:and|et|y|und|و)\s")
_LONGEST_NAME = 5
"""Words of a person's name, at most: what is longer says something else beside names."""

_KEPT_BACK = {"@type": "WebPageElement", "isAccessibleForFree": False, "cssSelector": ".body--kept"}
"""What search engines are told of the part that is not for everybody: the page in its address has none of it."""


def names_in(byline: str) -> list[str]:
    """Return the names of a byline: its parts when each could be a name, else the line as it is."""
    parts = [part for part in _BETWEEN.split(byline.strip()) if part]
    likely = all(1 < len(part.split()) <= _LONGEST_NAME for part in parts)
    return parts if likely or "、" in byline else [byline.strip()]


def news_article(story: Story, document: Document, address: str, lead: Leading, card: str) -> dict[str, Any]:
    """Return the story's structured data; what is not known is left out."""
    publication = story.publication
    gated = is_gated(story)
    homepage = outside(publication.homepage)
    publisher = {
        "@type": "NewsMediaOrganization",
        "name": publication.native_name or publication.name,
        **({"url": homepage} if homepage else {}),
    }
    known = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": story.headline,
        "description": story.dek,
        "inLanguage": html_language(story.language),
        "datePublished": story.published_text,
        "dateModified": story.corrected_at.isoformat() if story.corrected_at else story.modified_text,
        "author": [
            {"@type": "Person", "name": each} for each in names_in(document.byline.text if document.byline else "")
        ],
        "publisher": publisher,
        "image": [card, *([absolute(lead.picture.src)] if lead.picture else [])],
        "isAccessibleForFree": permissions_of(story).full_text and not story.excerpt and not gated,
        "hasPart": _KEPT_BACK if gated else None,
        "license": publication.licence,
        "timeRequired": f"PT{story.reading_minutes}M" if story.reading_minutes else "",
        "articleSection": story.section.name if story.section else "",
        "url": address,
        "mainEntityOfPage": address,
        "isBasedOn": outside(story.canonical_url),
    }
    return {key: value for key, value in known.items() if value or (gated and key == "isAccessibleForFree")}
