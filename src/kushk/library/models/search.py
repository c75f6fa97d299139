"""What search reads: the words of each published story, folded by ``search/analyzer.py``."""

from __future__ import annotations

from django.db import models

from kushk.library.models.story import Story


class SearchText(models.Model):
    """The searchable words of one published story. A story that is taken down has no row.

    The full-text index (``search/fts5.py``) follows this table by triggers, so that it changes in the same
    transaction as the story.
    """

    story = models.OneToOneField(Story, models.CASCADE, primary_key=True, related_name="search_text")
    headline = models.TextField()
    standfirst = models.TextField()
    body = models.TextField()
    stems = models.TextField()
    """Stems that are not words of the text themselves."""
    facets = models.TextField()
    """Tokens to filter by: publication, language, month."""
    translated = models.TextField(default="", db_default="")
    """Words of its translations, a line for each language: ``=tes word word``."""
    shown = models.TextField()
    """The standfirst and body as readers may see them; snippets are cut from it."""

    def __str__(self) -> str:
        return str(self.story_id)
