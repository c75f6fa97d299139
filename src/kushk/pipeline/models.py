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
