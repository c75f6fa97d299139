"""Stories, their revisions, and what makes two arrivals one story."""

from __future__ import annotations

from django.db import models

from kushk.library.models.media import Media
from kushk.library.models.publication import Access, Issue, Publication, Section
from kushk.library.models.source import Source


class StoryState(models.TextChoices):
    """Whether readers may have a story."""

    PUBLISHED = "published", "Published"
    WITHHELD = "withheld", "Withheld"
    WITHDRAWN = "withdrawn", "Withdrawn"


class Story(models.Model):
    """A story of a publication, as lists need it. Its words lie in its current revision."""

    public_id = models.CharField(max_length=16, unique=True)
    """Short, stable, made from what identifies the story."""
    slug = models.CharField(max_length=80, blank=True)
    """Words of the headline, for addresses that say what they lead to."""
    publication = models.ForeignKey(Publication, models.CASCADE, related_name="stories", db_index=False)
    source = models.ForeignKey(Source, models.SET_NULL, null=True, blank=True, related_name="stories")
    source_guid = models.CharField(max_length=2000, blank=True)
    canonical_url = models.CharField(max_length=2000, blank=True)
    """Where the publisher has it; the source link."""
    headline = models.CharField(max_length=1000)
    dek = models.CharField(max_length=1000, blank=True)
    """What a card shows under the headline, already cut as the source's rights want it."""
    byline = models.CharField(max_length=500, blank=True)
    language = models.CharField(max_length=35, default="und")
    base_language = models.CharField(max_length=8, default="und")
    """First part of the tag: what lists and search filter by."""
    direction = models.CharField(max_length=3, default="ltr")
    published_at = models.DateTimeField()
    """The instant lists sort by: as published, or when first seen if that is missing or impossible."""
    published_text = models.CharField(max_length=40, blank=True)
    """ISO 8601 as given, no more precise than the source."""
    modified_text = models.CharField(max_length=40, blank=True)
    listed_at = models.DateTimeField(null=True, editable=False)
    """``published_at`` while the story is published, else null: one index serves every list."""
    first_seen = models.DateTimeField()
    corrected_at = models.DateTimeField(null=True, blank=True)
    section = models.ForeignKey(Section, models.SET_NULL, null=True, blank=True, related_name="stories", db_index=False)
    issue = models.ForeignKey(Issue, models.SET_NULL, null=True, blank=True, related_name="stories", db_index=False)
    categories = models.JSONField(default=list, blank=True)
    reading_minutes = models.PositiveIntegerField(default=0)
    excerpt = models.BooleanField(default=False)
    """The source gave only a part."""
    picture = models.ForeignKey(Media, models.SET_NULL, null=True, blank=True, related_name="leads")
    picture_address = models.CharField(max_length=2000, blank=True)
    """The picture that stands for the story, as the source names it."""
    attachments = models.JSONField(default=list, blank=True)
    """Media outside the body: ``[{"kind", "src", "mime", "bytes", "seconds", "caption", "credit"}]``."""
    text_key = models.CharField(max_length=40, blank=True)
    document_key = models.CharField(max_length=40, blank=True)
    """Hash of the stored document: tells an unchanged arrival without reading the old one."""
    number = models.PositiveIntegerField(default=1)
    """Of the current revision."""
    access = models.CharField(max_length=8, choices=Access, blank=True, default="", db_default="")
    """Who may read it to its end; empty: as its section or its publication has it."""
    members_until = models.DateTimeField(null=True, blank=True)
    """Until then it is for members alone, whatever else is said; then as it is said."""
    state = models.CharField(max_length=10, choices=StoryState, default=StoryState.PUBLISHED)
    notice = models.TextField(blank=True)
    """What readers are told in place of a story that was taken down, or beside a correction."""

    class Meta:
        ordering = ("-published_at", "-id")
        verbose_name_plural = "stories"
        indexes = (
            models.Index(fields=["listed_at", "id"], name="story_listed"),
            models.Index(fields=["publication", "listed_at", "id"], name="story_publication"),
            models.Index(fields=["base_language", "listed_at", "id"], name="story_language"),
            models.Index(fields=["section", "listed_at", "id"], name="story_section"),
            models.Index(fields=["issue", "listed_at", "id"], name="story_issue"),
        )

    def __str__(self) -> str:
        return self.headline


class StoryKey(models.Model):
    """One thing that identifies a story: its source's id, its link or its text. The key is unique."""

    key = models.CharField(max_length=32, primary_key=True)
    """Hash of the publication, the kind and the value (``services/identity.py``)."""
    story = models.ForeignKey(Story, models.CASCADE, related_name="keys")

    def __str__(self) -> str:
        return self.key


class Reason(models.TextChoices):
    """Why a revision was made."""

    ARRIVAL = "arrival", "First arrival"
    CORRECTION = "correction", "Changed by the publisher"
    DESK = "desk", "Corrected at the desk"


class Revision(models.Model):
    """One state of a story's document. Never changed in a way that a reader would notice."""

    story = models.ForeignKey(Story, models.CASCADE, related_name="revisions", db_index=False)
    number = models.PositiveIntegerField()
    document = models.BinaryField()
    """The packed JSON form (``stored.py``)."""
    text_key = models.CharField(max_length=40, blank=True)
    made_at = models.DateTimeField()
    reason = models.CharField(max_length=10, choices=Reason, default=Reason.ARRIVAL)
    note = models.TextField(blank=True)
    summary = models.JSONField(default=dict, blank=True)
    """Counts of what changed against the revision before: ``{"added", "removed", "changed"}``."""

    class Meta:
        ordering = ("story", "-number")
        constraints = (models.UniqueConstraint(fields=["story", "number"], name="revision_once"),)

    def __str__(self) -> str:
        return f"{self.story_id}/{self.number}"


class Related(models.Model):
    """A story that belongs beside another, reckoned in the background."""

    story = models.ForeignKey(Story, models.CASCADE, related_name="related", db_index=False)
    other = models.ForeignKey(Story, models.CASCADE, related_name="related_from")
    rank = models.PositiveSmallIntegerField()
    names = models.JSONField(default=list, blank=True)
    """People whom both stories name; empty when only their subject is the same."""

    class Meta:
        ordering = ("story", "rank")
        constraints = (models.UniqueConstraint(fields=["story", "rank"], name="related_rank_once"),)

    def __str__(self) -> str:
        return f"{self.story_id} -> {self.other_id}"
