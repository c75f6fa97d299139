"""What was opened, given away and read."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from kushk.library.api import Publication


class Opened(models.Model):
    """A metered story that an account opened this month. It is forgotten when the month is over."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="opened")
    month = models.CharField(max_length=7)
    story = models.CharField(max_length=16)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("account", "month", "story"), name="opened_once"),)
        verbose_name_plural = "opened"

    def __str__(self) -> str:
        return f"{self.month} {self.story}"


class Gift(models.Model):
    """A link by which a member lets others read a story to its end, for some days and some devices."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="gifts")
    story = models.CharField(max_length=16)
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    devices = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("-made_at",)

    def __str__(self) -> str:
        return f"gift of {self.story}"


class Reading(models.Model):
    """That somebody read or heard a story on a day, and how much of it: who is not known to the stand."""

    class Kind(models.TextChoices):
        """How."""

        READ = "read"
        HEARD = "heard"

    day = models.DateField(db_index=True)
    publication = models.ForeignKey(Publication, models.SET_NULL, null=True, related_name="+")
    slug = models.CharField(max_length=80)
    """Of the publication when it was read: it outlasts the publication, and what was read is paid for."""
    story = models.CharField(max_length=16)
    kind = models.CharField(max_length=5, choices=Kind.choices)
    seconds = models.PositiveIntegerField()
    expected = models.PositiveIntegerField()
    """Seconds that the whole story takes."""

    class Meta:
        ordering = ("day", "pk")

    def __str__(self) -> str:
        return f"{self.day} {self.story} {self.kind}"
