"""From a story as readers may see it to the row that search reads."""

from __future__ import annotations

import re

from kushk.core.document import Block, Document
from kushk.library.models import Story
from kushk.library.search.analyzer import words
from kushk.library.search.stems import further_stems

_ZWNJ_WORD = re.compile("[\u0600-\u06ff]+(?:\u200c[\u0600-\u06ff]+)+")


def search_row(story: Story, document: Document) -> dict[str, str]:
    """Return the fields of a story's ``SearchText`` from the part of its document that may be shown."""
    standfirst = document.standfirst.text if document.standfirst else ""
    body = "\n".join(_body(document))
    shown = f"{standfirst}\n{body}" if standfirst and body else standfirst or body
    headline_words = words(story.headline)
    standfirst_words, body_words = words(standfirst), words(body)
    every = set(body_words).union(headline_words, standfirst_words)
    return {
        "headline": " ".join(headline_words),
        "standfirst": " ".join([*standfirst_words, *words(story.byline)]),
        "body": " ".join(body_words),
        "stems": " ".join(further_stems(every, story.base_language) | _joined(f"{story.headline}\n{shown}")),
        "facets": " ".join(facets_of(story)),
        "shown": shown,
    }


def _body(document: Document) -> list[str]:
    """Return the words of every block, captions and table cells too, in reading order."""
    return [block.text for top in document.blocks for block in _with_words(top)]


def _with_words(top: Block) -> list[Block]:
    return [block for block in top.walk() if block.sentences]


def _joined(text: str) -> set[str]:
    """Return words that a zero-width non-joiner parts, as readers type them who leave it out."""
    if "\u200c" not in text:
        return set()
    return {"".join(words(word.replace("\u200c", ""))) for word in _ZWNJ_WORD.findall(text)}


def facets_of(story: Story) -> tuple[str, ...]:
    """Return the tokens to filter by. No word of a text begins with ``=``."""
    return (
        publication_facet(story.publication_id),
        language_facet(story.base_language),
        month_facet(story.published_at.year, story.published_at.month),
    )


TRANSLATION = "=t"
"""Begins the token, the language in it, that stands before the words of each translation."""


def publication_facet(publication: int) -> str:
    """Return the token of a publication."""
    return f"=p{publication}"


def language_facet(language: str) -> str:
    """Return the token of a language."""
    return f"=l{language}"


def month_facet(year: int, month: int) -> str:
    """Return the token of a month."""
    return f"=m{year:04}{month:02}"
