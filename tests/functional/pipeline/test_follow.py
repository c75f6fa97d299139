"""What follows a stored story: pictures through the guarded fetcher, as far as rights allow; related stories."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from django.utils import timezone
from PIL import Image
from tests.functional.pipeline.conftest import Page, Site
from tests.functional.pipeline.feeds import WORDS, item, rss

from kushk.library.api import FULL_RIGHTS, Media, Story, add_publication, add_source, pictures_wanted, set_rights
from kushk.pipeline.flow import Run, bring_in
from kushk.pipeline.jobs import run_waiting

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings: object, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path / "media"


def picture(colour: str) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (640, 400), colour).save(file, "JPEG")
    return file.getvalue()


@pytest.fixture
def feed(fetching: Site) -> str:
    fetching.pages["/a.jpg"] = Page(picture("teal"))
    fetching.pages["/evil.svg"] = Page(b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>")
    fetching.pages["/cut.jpg"] = Page(picture("red")[:300])
    names = ["a.jpg", "missing.jpg", "evil.svg", "cut.jpg"]
    figures = "".join(f"<figure><img src='{fetching.url}/{name}' alt='x'></figure>" for name in names)
    inside = "<figure><img src='http://169.254.169.254/x.jpg' alt='x'></figure>"
    return fetching.feed("/feed.xml", rss([item(1, text=f"<p>{WORDS}</p>{figures}{inside}<p>{WORDS} Again.</p>")]))


def brought_in(url: str, *, full: bool) -> None:
    source, _ = add_source(add_publication("The Paper"), url)
    if full:
        set_rights(source, FULL_RIGHTS)
    assert bring_in(Run(source, timezone.now())).new == 1
    run_waiting()


def test_pictures_are_kept_and_those_that_fail_are_left_out(fetching: Site, feed: str) -> None:
    brought_in(feed, full=True)
    assert Media.objects.count() == 1
    assert f"{fetching.url}/a.jpg" not in pictures_wanted(Story.objects.get())
    assert len(pictures_wanted(Story.objects.get())) >= 3


def test_without_the_right_to_pictures_none_is_asked_for(fetching: Site, feed: str) -> None:
    brought_in(feed, full=False)
    assert Media.objects.count() == 0
    assert {path for path, _ in fetching.asked} == {"/feed.xml"}
