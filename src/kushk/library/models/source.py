"""Where stories come from, how it went, and what the stand may do with them."""

from __future__ import annotations

from django.db import models

from kushk.library.models.publication import Publication


class SourceKind(models.TextChoices):
    """How a source gives its stories."""

    FEED = "feed", "Feed"
    PAGE = "page", "Page"
    PASTE = "paste", "Pasted text"
    FILE = "file", "File"


class SourceState(models.TextChoices):
    """Whether a source is fetched."""

    ACTIVE = "active", "Active"
    PAUSED = "paused", "Paused"
    GONE = "gone", "Gone"


class Source(models.Model):
    """A feed, page, paste or file that brings stories into one publication, and its health."""

    publication = models.ForeignKey(Publication, models.CASCADE, related_name="sources")
    kind = models.CharField(max_length=8, choices=SourceKind, default=SourceKind.FEED)
    url = models.CharField(max_length=2000)
    """As it is fetched; of a paste or file, a name of its own."""
    canonical_url = models.CharField(max_length=2000, unique=True)
    """What makes two addresses one source (``canonical_link``)."""
    title = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=8, choices=SourceState, default=SourceState.ACTIVE)
    etag = models.CharField(max_length=500, blank=True)
    """Byte for byte as the server sent it."""
    last_modified = models.CharField(max_length=200, blank=True)
    next_fetch_at = models.DateTimeField(null=True, blank=True)
    """Null: not on a schedule."""
    last_fetch_at = models.DateTimeField(null=True, blank=True)
    last_success_at = models.DateTimeField(null=True, blank=True)
    last_error_code = models.CharField(max_length=80, blank=True)
    last_error_detail = models.CharField(max_length=500, blank=True)
    failures = models.PositiveIntegerField(default=0)
    """Fetches that failed in a row."""
    stories_a_day = models.FloatField(null=True, blank=True)
    """How often it publishes, as the scheduler last reckoned."""
    items_seen = models.PositiveIntegerField(default=0)
    warnings = models.JSONField(default=list, blank=True)
    """What the last parse warned about: ``[{"code": ..., "detail": ...}]``."""
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("publication", "title")
        indexes = (models.Index(fields=["state", "next_fetch_at"], name="source_due"),)

    def __str__(self) -> str:
        return self.title or self.url


class Extent(models.TextChoices):
    """How much of a story may be shown."""

    FULL = "full", "Full text"
    EXCERPT = "excerpt", "Excerpt"
    LINK = "link", "Headline and link"


class Rights(models.Model):
    """What the stand may do with a source's stories. No record: headline, link and 200 characters."""

    source = models.OneToOneField(Source, models.CASCADE, primary_key=True, related_name="rights")
    extent = models.CharField(max_length=8, choices=Extent, default=Extent.EXCERPT)
    excerpt_characters = models.PositiveIntegerField(default=200)
    images = models.BooleanField(default=False)
    translate = models.BooleanField(default=False)
    speak = models.BooleanField(default=False)
    archive_days = models.PositiveIntegerField(null=True, blank=True)
    """How long a story may be shown; null: for ever."""
    api_reuse = models.BooleanField(default=False)
    ai_use = models.BooleanField(default=False)
    evidence = models.TextField(blank=True)
    """Why we believe so: a licence, an agreement, the address of a page."""
    decided_on = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "rights"

    def __str__(self) -> str:
        return f"{self.source}: {self.extent}"
