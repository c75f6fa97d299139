"""What search engines and readers' tools are told of a story: schema.org ``NewsArticle``."""

from __future__ import annotations

from typing import Any

from kushk.core.document import Document
from kushk.library.api import Story
from kushk.reader.addresses import absolute, outside
from kushk.reader.leading import Leading
from kushk.reader.safe import html_language


def news_article(story: Story, document: Document, address: str, lead: Leading) -> dict[str, Any]:
    """Return the story's structured data; what is not known is left out."""
    publication = story.publication
    known = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": story.headline,
        "description": story.dek,
        "inLanguage": html_language(story.language),
        "datePublished": story.published_text,
        "dateModified": story.corrected_at.isoformat() if story.corrected_at else story.modified_text,
        "author": [{"@type": "Person", "name": document.byline.text}] if document.byline else [],
        "publisher": {"@type": "NewsMediaOrganization", "name": publication.native_name or publication.name},
        "image": [absolute(lead.picture.src)] if lead.picture else [],
        "articleSection": story.section.name if story.section else "",
        "url": address,
        "mainEntityOfPage": address,
        "isBasedOn": outside(story.canonical_url),
    }
    return {key: value for key, value in known.items() if value}
