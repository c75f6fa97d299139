"""Addresses for other programs."""

from __future__ import annotations

from datetime import date

from django.urls import path, register_converter

from kushk.syndication import views


class IssueDayConverter:
    """A calendar day, ``2026-11-04``."""

    regex = r"\d{4}-\d\d-\d\d"

    def to_python(self, value: str) -> date:
        """Return the day; Django takes ValueError for an address that does not match."""
        return date.fromisoformat(value)

    def to_url(self, value: date | str) -> str:
        """Return the day as text."""
        return str(value)


register_converter(IssueDayConverter, "issueday")

app_name = "syndication"

urlpatterns = [
    path("podcasts/<slug:slug>.xml", views.podcast, name="podcast"),
    path("podcasts/<slug:slug>/<issueday:day>.xml", views.podcast, name="issue-podcast"),
    path("podcasts/<slug:slug>/cover.png", views.cover, name="cover"),
]
