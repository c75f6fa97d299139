"""Sessions that know whose they are, and what is kept for a reader."""

from __future__ import annotations

from django.conf import settings
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models


class Session(AbstractBaseSession):
    """A signed-in device. Its account stands beside it, so that all of a reader's can be ended at once."""

    account_id = models.BigIntegerField(null=True, db_index=True)

    @classmethod
    def get_session_store_class(cls) -> type:
        """Return how sessions are read and written."""
        from kushk.accounts.sessions import SessionStore

        return SessionStore


class Kept(models.Model):
    """One thing that is kept for a reader on every device of theirs."""

    class Kind(models.TextChoices):
        """What it is."""

        SAVED = "saved"
        """A saved story; the key is its public id."""
        PLACE = "place"
        """Where reading stopped: sentence ids, which text, sound and every language share; the key is the story's."""
        FOLLOW = "follow"
        """A publication that is followed, or a section of one; the key is ``slug`` or ``slug/section``."""
        SETTINGS = "settings"
        """Text settings, as the cookie has them; the key is ``reading``."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="kept")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    key = models.CharField(max_length=200)
    data = models.JSONField(null=True)
    """Null: it was taken away, and other devices must hear of that."""
    at = models.BigIntegerField()
    """When a device changed it, in milliseconds since 1970. The later change stands."""
    seen = models.BigIntegerField(db_index=True)
    """When the stand learned of it; devices ask for what is newer than they know."""

    class Meta:
        constraints = (models.UniqueConstraint(fields=("account", "kind", "key"), name="kept_once"),)
        verbose_name_plural = "kept"

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"


class History(models.Model):
    """That a reader wants what they read to be kept. Without one, nothing of it is."""

    account = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="history")
    since = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name_plural = "histories"

    def __str__(self) -> str:
        return f"since {self.since:%Y-%m-%d}"


class HistoryEntry(models.Model):
    """A story in a reader's history, with when it was last read."""

    history = models.ForeignKey(History, models.CASCADE, related_name="entries")
    story = models.CharField(max_length=200)
    """Its public id."""
    at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("history", "story"), name="history_once"),)
        verbose_name_plural = "history entries"

    def __str__(self) -> str:
        return self.story
