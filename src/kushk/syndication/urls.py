"""Addresses of what other programs read. They hold no language: a podcast is in that of its publication."""

from __future__ import annotations

from datetime import date

from django.urls import path, register_converter

from kushk.syndication import views


class EditionConverter:
    """The day of an issue, ``2026-11-04``."""

    regex = r"\d{4}-\d\d-\d\d"

    def to_python(self, value: str) -> date:
        """Return the day; Django takes ValueError for an address that does not match."""
        return date.fromisoformat(value)

    def to_url(self, value: date | str) -> str:
        """Return the day as text."""
        return str(value)


register_converter(EditionConverter, "edition")

app_name = "syndication"

urlpatterns = [
    path("podcasts/<str:slug>.xml", views.podcast, name="podcast"),
    path("podcasts/<str:slug>/<edition:day>.xml", views.issue_podcast, name="issue-podcast"),
    path("podcasts/<str:slug>/cover.png", views.cover, name="cover"),
]
