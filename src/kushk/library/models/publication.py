"""Publications, their sections and their dated issues."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, RegexValidator
from django.db import models

_COLOUR = RegexValidator(r"^#[0-9a-f]{6}$", "A colour is # and six hexadecimal digits, in lower case.")


class Face(models.TextChoices):
    """The type in which a publication sets its nameplate."""

    BOLD = "bold", "Bold serif"
    LIGHT = "light", "Light serif"
    ITALIC = "italic", "Italic serif"
    SANS = "sans", "Bold sans-serif"


class Access(models.TextChoices):
    """Who may read a story to its end."""

    FREE = "free", "Everybody"
    METERED = "metered", "Members, and everybody a few stories a month"
    MEMBERS = "members", "Members"


class Publication(models.Model):
    """A newspaper, magazine, newsletter or site whose stories the stand holds."""

    slug = models.CharField(max_length=80, unique=True)
    name = models.CharField(max_length=200)
    """As readers of other languages know it."""
    native_name = models.CharField(max_length=200, blank=True)
    """As it writes itself, in its own script; the same as ``name`` when empty."""
    language = models.CharField(max_length=35, default="und")
    """BCP 47 tag."""
    country = models.CharField(max_length=2, blank=True)
    """ISO 3166-1 alpha-2, upper case; empty when it belongs to none."""
    topic = models.CharField(max_length=80, blank=True)
    homepage = models.URLField(max_length=2000, blank=True)
    description = models.TextField(blank=True)
    stripe_start = models.CharField(max_length=7, default="#334155", validators=[_COLOUR])
    stripe_end = models.CharField(max_length=7, default="#64748b", validators=[_COLOUR])
    nameplate = models.CharField(max_length=120, blank=True)
    """Text of the nameplate on covers; the native name when empty."""
    face = models.CharField(max_length=6, choices=Face, default=Face.BOLD)
    licence = models.CharField(max_length=200, blank=True)
    access = models.CharField(max_length=8, choices=Access, default=Access.FREE, db_default=Access.FREE)
    """Who may read its stories to their end, where neither the section nor the story says otherwise."""
    preview = models.PositiveSmallIntegerField(default=20, db_default=20, validators=[MaxValueValidator(99)])
    """Percent of a story's text that everybody may read, where the rest is not for everybody."""
    latest_at = models.DateTimeField(null=True, blank=True, editable=False)
    """``listed_at`` of the newest listed story: lets a front page find the newest without a scan."""
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("name",)
        indexes = (
            models.Index(fields=["-latest_at"], name="publication_latest"),
            models.Index(fields=["country", "-latest_at"], name="publication_country"),
            models.Index(fields=["topic", "-latest_at"], name="publication_topic"),
            models.Index(fields=["language", "-latest_at"], name="publication_language"),
        )

    def __str__(self) -> str:
        return self.name


class Section(models.Model):
    """A part of a publication, under the name that its source gives it."""

    publication = models.ForeignKey(Publication, models.CASCADE, related_name="sections")
    name = models.CharField(max_length=200)
    slug = models.CharField(max_length=80)
    order = models.PositiveIntegerField(default=0)
    access = models.CharField(max_length=8, choices=Access, blank=True, default="", db_default="")
    """Empty: as the publication has it."""

    class Meta:
        ordering = ("order", "name")
        constraints = (models.UniqueConstraint(fields=["publication", "slug"], name="section_once"),)

    def __str__(self) -> str:
        return self.name


class Issue(models.Model):
    """A dated edition of a publication."""

    publication = models.ForeignKey(Publication, models.CASCADE, related_name="issues")
    date = models.DateField()
    title = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("-date",)
        constraints = (models.UniqueConstraint(fields=["publication", "date"], name="issue_once"),)

    def __str__(self) -> str:
        return self.title or self.date.isoformat()
