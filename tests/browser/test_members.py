"""To the wall and past it, in a real browser: by the meter, by a code, with and without a script, both ways round."""

from __future__ import annotations

import pytest
from tests.browser.checks.axe import axe
from tests.functional.membership.conftest import MARKER, told
from tests.functional.reader.building import FULL, NOW

from kushk.library import api as library
from kushk.membership import api as membership

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("made_up")]
PICTURE_WIDTH = 300
WORDS = {
    "en": ("Read the whole story", "Enter a code", "Use the code", "Remove from this device"),
    "ar": ("قراءة المقال كاملًا", "إدخال رمز", "استخدام الرمز", "الإزالة من هذا الجهاز"),
}


@pytest.fixture
def kept(stand) -> dict[str, library.Story]:
    """A metered story and one for members, of one publication, and a plan."""
    membership.Plan.objects.create(name="GOLD")
    paper = library.add_publication("The Toll", slug="toll", language="en")
    source, _ = library.add_source(paper, "https://toll.example/feed.xml")
    library.set_rights(source, FULL)
    kinds = ("metered", "members")
    library.store_stories(paper, source, [library.Arrival(document=told(kind), guid=kind) for kind in kinds], now=NOW)
    library.set_access(paper, "free", preview=40)
    stories = {kind: paper.stories.get(source_guid=kind) for kind in kinds}
    for kind, story in stories.items():
        library.set_access(story, kind)
    return stories


def page_of(story: library.Story, ui: str) -> str:
    return f"/{ui}/s/{story.public_id}/{story.slug}/"


def shows_all(page) -> bool:
    return MARKER in page.locator("article .body").inner_text()


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("ui", ["en", "ar"])
def test_the_meter_lets_a_reader_past_the_wall(visit, kept, ui, script):
    trip = visit(390, 844, java_script_enabled=script)
    page = trip.go(page_of(kept["metered"], ui))
    assert not shows_all(page)
    assert page.locator(".wall").inner_text().count("GOLD") == 1
    page.get_by_role("link", name=WORDS[ui][0]).click()
    page.wait_for_url(f"**/{ui}/whole/{kept['metered'].public_id}/")
    assert shows_all(page)
    assert page.locator(".wall").count() == 0
    assert page.locator(".entry").is_visible()
    assert trip.complaints == []


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("ui", ["en", "ar"])
def test_a_code_does_and_can_be_given_back(visit, kept, ui, script):
    (code,) = membership.make_vouchers(membership.Plan.objects.get(), 1)
    whole, enter, use, remove = WORDS[ui]
    trip = visit(java_script_enabled=script)
    page = trip.go(page_of(kept["members"], ui))
    page.get_by_role("link", name=whole).click()
    page.wait_for_url("**/whole/**")
    assert not shows_all(page)
    page.get_by_role("link", name=enter).click()
    page.locator("#code").fill("NOT-A-CODE")
    page.get_by_role("button", name=use).click()
    page.locator("[role=alert]").wait_for()
    if script:
        assert axe(page) == []
    page.locator("#code").fill(code.lower())
    page.get_by_role("button", name=use).click()
    page.wait_for_url(f"**/{ui}/whole/{kept['members'].public_id}/")
    assert shows_all(page)
    assert "GOLD" in page.locator(".entry").inner_text()
    trip.go(f"/{ui}/access/")
    page.get_by_role("button", name=remove).click()
    page.get_by_role("button", name=remove).wait_for(state="detached")
    assert not shows_all(trip.go(f"/{ui}/whole/{kept['members'].public_id}/"))


def test_a_member_hears_the_end_and_reads_it_in_arabic(visit, kept):
    (code,) = membership.make_vouchers(membership.Plan.objects.get(), 1)
    story = kept["members"]
    trip = visit()
    page = trip.go(f"/ar/access/?story={story.public_id}")
    page.locator("#code").fill(code)
    page.get_by_role("button", name=WORDS["ar"][2]).click()
    page.wait_for_url("**/whole/**")
    page.locator("[data-tool=listen]").click()
    page.locator(".player").wait_for()
    asked = [address for address in trip.asked if "/audio/" in address]
    assert asked
    assert all(f"/audio/{story.public_id}/whole/" in address or "silence" in address for address in asked), asked
    page.locator("a[data-tool=translate]").click()
    page.wait_for_url(f"**/ar/whole/{story.public_id}/in/ar/")
    page.wait_for_selector("article[data-audio]")
    last = [each.id for each in library.member_document(story).sentences()][-1]
    assert page.locator(f"[id='{last}']").count() == 1
    assert page.locator("article").get_attribute("dir") == "rtl"
    assert axe(page) == []
