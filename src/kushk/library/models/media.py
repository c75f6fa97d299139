"""Pictures: re-encoded, named by their content, kept once."""

from __future__ import annotations

from django.db import models


class Media(models.Model):
    """A kept picture. Its words (alt, caption, credit) lie in the documents that show it."""

    name = models.CharField(max_length=40, primary_key=True)
    """Generated from the content; a document refers to it as ``media:NAME``."""
    mime = models.CharField(max_length=40)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    bytes = models.PositiveIntegerField()
    variants = models.JSONField(default=list)
    """Smaller sizes, narrowest first: ``[{"file": ..., "width": ..., "height": ..., "bytes": ...}]``."""
    file = models.CharField(max_length=120)
    """Path of the full size below ``MEDIA_ROOT``."""
    original_url = models.CharField(max_length=2000, blank=True)
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name_plural = "media"

    def __str__(self) -> str:
        return self.name


class StoryMedia(models.Model):
    """Says which kept picture stands for an address that a story's document names."""

    story = models.ForeignKey("library.Story", models.CASCADE, related_name="pictures")
    address = models.CharField(max_length=2000)
    media = models.ForeignKey(Media, models.CASCADE, related_name="uses")

    class Meta:
        constraints = (models.UniqueConstraint(fields=["story", "address"], name="story_media_once"),)

    def __str__(self) -> str:
        return f"{self.story_id}: {self.media_id}"
