"""Let search find stories by their translations, and let pages know that translations changed."""

from __future__ import annotations

from django.db import connection, transaction

from kushk.core.document import Document
from kushk.library.models import SearchText, Story
from kushk.library.search.analyzer import words
from kushk.library.search.words import TRANSLATION
from kushk.library.versions import triggers


def index_translation(story: Story, language: str, document: Document) -> None:
    """Make a story findable by a translation of it; what was there of that language is replaced.

    Args:
        story: published; for any other there is nothing to do.
        language: of the translation, without script and region.
        document: the translation of the part that readers may see.
    """
    said = words("\n".join(block.text for block in document.walk() if block.sentences))
    line = " ".join([TRANSLATION + language, *said])
    with transaction.atomic():
        row = SearchText.objects.filter(story_id=story.pk).only("translated").first()
        if row is None:
            return
        lines = dict.fromkeys(_others(row.translated, language))
        translated = "\n".join([*lines, line])
        if translated != row.translated:
            SearchText.objects.filter(story_id=story.pk).update(translated=translated)
            triggers.note(connection, triggers.CLOCK)


def _others(translated: str, language: str) -> list[str]:
    return [line for line in translated.split("\n") if line and line.split(" ", 1)[0] != TRANSLATION + language]


def note_translations() -> None:
    """Let every page that shows a translation be made anew."""
    triggers.note(connection, triggers.TRANSLATIONS)


def refresh_pages() -> None:
    """Let every page be made anew: what the stand can do has changed, not what it holds."""
    triggers.note_all(connection)
