"""The glossary: names that are never translated, and words with a fixed rendering."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models

from kushk.core.languages import normalise_tag
from kushk.library.api import Publication


def is_language(tag: str) -> None:
    """Refuse what is no language tag.

    Raises:
        ValidationError: it is none.
    """
    if normalise_tag(tag) != tag:
        raise ValidationError("“%(tag)s” is no language tag. Write en, ar or pt-BR.", params={"tag": tag})


class GlossaryTerm(models.Model):
    """One term, for the whole stand or for one publication."""

    publication = models.ForeignKey(
        Publication, models.CASCADE, null=True, blank=True, related_name="+", help_text="Empty: for the whole stand."
    )
    term = models.CharField(max_length=200, help_text="As it stands in stories.")
    rendering = models.CharField(
        max_length=200, blank=True, help_text="As it must stand in translations. Empty: the term itself, untouched."
    )
    source = models.CharField(
        "from", max_length=35, blank=True, validators=[is_language], help_text="Language of the story. Empty: any."
    )
    target = models.CharField(
        "into", max_length=35, blank=True, validators=[is_language], help_text="Language of readers. Empty: any."
    )

    class Meta:
        ordering = ("term",)
        verbose_name = "glossary term"
        constraints = (
            models.UniqueConstraint(
                fields=["publication", "term", "source", "target"], name="term_once", nulls_distinct=False
            ),
        )

    def __str__(self) -> str:
        return self.term
