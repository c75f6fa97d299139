"""When what readers see of a publication last changed. ``versions/triggers.py`` keeps this table."""

from __future__ import annotations

from django.db import models


class PublicationVersion(models.Model):
    """The number of a publication's last change; row 0 is the clock that gives these numbers.

    Not a foreign key: the row outlives its publication, so that no page about it is ever taken for a new one.
    """

    publication_id = models.BigIntegerField(primary_key=True)
    number = models.BigIntegerField()

    def __str__(self) -> str:
        return f"{self.publication_id}: {self.number}"
