"""The sample stand comes in through the same pipeline as everything else."""

from __future__ import annotations

from pathlib import Path

import pytest

from kushk.core.errors import KushkError
from kushk.library.api import Media, Publication, Related, Source, Story, document_of, permissions_of, pictures_wanted
from kushk.pipeline.api import fetch
from kushk.pipeline.edition import week_of
from kushk.pipeline.models import Job
from kushk.pipeline.retrieve import UnknownScheme, retriever_for, sample
from kushk.pipeline.sample import load_sample


@pytest.fixture
def media(settings: object, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.mark.slow
@pytest.mark.django_db
def test_the_whole_stand_comes_in_once(media: None) -> None:
    reports = load_sample()
    assert [report.error for report in reports if not report.ok] == []
    stories = Story.objects.count()
    languages = set(Publication.objects.values_list("language", flat=True))
    assert languages >= {"en", "ar", "es", "fr", "hi", "ur", "zh-Hans"}
    assert stories == sum(report.new for report in reports) >= 20
    assert Story.objects.filter(corrected_at__isnull=False).count() == 1
    assert not Story.objects.filter(excerpt=True).exists()
    assert not Story.objects.filter(section=None).exists()
    assert not Story.objects.filter(issue=None).exists()
    assert Media.objects.count() > 6
    assert Related.objects.exists()
    assert Job.objects.count() == 0
    for story in Story.objects.all():
        assert permissions_of(story).full_text
        assert pictures_wanted(story) == []
        assert len(document_of(story).paragraphs) >= 2
    assert [(report.new, report.corrected) for report in load_sample()] == [(0, 0)] * Source.objects.count()
    for source in Source.objects.all():
        assert [(report.new, report.corrected, report.error) for report in fetch(source.pk)] == [(0, 0, "")]
    assert Story.objects.count() == stories
    assert not Story.objects.filter(section=None).exists()


@pytest.mark.parametrize(
    "path", ["../config/settings.py", "marsa/../../api.py", "/etc/passwd", "marsa", "", "marsa//feed.xml"]
)
def test_nothing_but_the_samples_own_files_is_read(path: str) -> None:
    with pytest.raises(KushkError):
        sample().get(f"sample:{path}")


def test_addresses_of_the_samples_sites_lead_to_their_files() -> None:
    site = sample().stand["publications"][0]["site"]
    assert sample().get(f"{site}feed.xml").body.startswith(b"<?xml")
    with pytest.raises(UnknownScheme):
        sample().get("https://elsewhere.example/feed.xml")


@pytest.mark.parametrize("url", ["file:/etc/passwd", "ftp://example.org/", "javascript:alert(1)", "", "feed.xml"])
def test_other_kinds_of_addresses_have_no_retriever(url: str) -> None:
    with pytest.raises(UnknownScheme):
        retriever_for(url)


def test_a_weekly_issue_is_dated_by_its_monday() -> None:
    assert str(week_of("2026-11-22T23:59:00+02:00")) == "2026-11-16"
    assert str(week_of("2026-11-16")) == "2026-11-16"
    assert week_of("") is None
    assert week_of("2026") is None
