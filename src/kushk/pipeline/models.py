"""Rows of the conductor: jobs that are wanted but not yet with the engine, and who is working."""

from __future__ import annotations

from typing import ClassVar

from django.db import models


class Job(models.Model):
    """A job that was asked for in a transaction; the worker hands it to the engine and drops the row."""

    name = models.CharField(max_length=64)
    key = models.CharField(max_length=160)
    args = models.JSONField(default=dict)
    asked_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["name", "key"], name="one_job_a_key")]
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return f"{self.name}:{self.key}"


class Worker(models.Model):
    """A worker process and the last time it said that it lives."""

    name = models.CharField(max_length=64, unique=True)
    pid = models.PositiveIntegerField()
    started_at = models.DateTimeField()
    beat_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.name


class Completion(models.Model):
    """An item of a feed whose page was looked at for the full text, so that it is not asked for at every fetch."""

    source = models.ForeignKey("library.Source", models.CASCADE, related_name="completions")
    item = models.CharField(max_length=32)
    """Hash of the item's id or link."""
    seen = models.CharField(max_length=32)
    """Hash of what the feed said of the item at that time."""
    tries = models.PositiveSmallIntegerField(default=0)
    done = models.BooleanField(default=False)
    """The page gave the full text."""

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["source", "item"], name="one_completion_an_item")]

    def __str__(self) -> str:
        return f"{self.source_id}: {self.item}"
