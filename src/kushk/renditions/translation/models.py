"""The glossary, and what readers suggest."""

from __future__ import annotations

from django.conf import settings
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


class Proposal(models.Model):
    """A better translation of a sentence that a reader suggests. The desk accepts it or declines."""

    class State(models.TextChoices):
        """How far it is."""

        NEW = "new"
        ACCEPTED = "accepted"
        DECLINED = "declined"

    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="translation_proposals"
    )
    story = models.CharField(max_length=16)
    """Public id."""
    target = models.CharField(max_length=35)
    sentence = models.CharField(max_length=80)
    """Id of the sentence in the original."""
    original = models.TextField()
    before = models.TextField(blank=True)
    text = models.TextField()
    state = models.CharField(max_length=8, choices=State.choices, default=State.NEW)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-made_at", "-pk")
        constraints = (
            models.UniqueConstraint(fields=["account", "story", "target", "sentence"], name="one_proposal_a_sentence"),
        )

    def __str__(self) -> str:
        return self.text[:60]
