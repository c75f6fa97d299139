"""The sample stand in five languages on a phone and on a desk: the pictures that people look at before a release.

``KUSHK_PICTURES=folder`` keeps them. Asserted is what a machine can see: nothing sideways, the script's own face.
"""

from __future__ import annotations

import pytest
from tests.browser.conftest import Visit

from kushk.library.api import Story
from kushk.pipeline.api import load_sample

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SIZES = {"phone": (390, 844), "desk": (1280, 900)}
FACES = {"en": "Kushk Serif", "ar": "Kushk Naskh", "ur": "Kushk Nastaliq", "hi": "Kushk Devanagari"}
"""The face that a story in each language is read in; Chinese has the system's."""
LOADED = """async face => { await document.fonts.ready;
    const used = [...document.fonts].filter(f => f.status === 'loaded');
    return used.some(f => f.family.replaceAll('"', '') === face) }"""


@pytest.fixture
def stand(transactional_db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    return load_sample()


def places(language: str) -> dict[str, str]:
    own = Story.objects.filter(base_language=language, picture__isnull=False).select_related("publication")
    story = own.latest("published_at")
    return {
        "home": f"/{language}/",
        "publication": f"/{language}/p/{story.publication.slug}/",
        "story": f"/{language}/s/{story.public_id}/{story.slug}/",
        "settings": f"/{language}/settings/",
        "search": f"/{language}/search/?q={story.headline.split()[0]}",
    }


def look(trip: Visit, language: str, shape: str, width: int) -> None:
    for name, path in places(language).items():
        page = trip.go(path, "networkidle")
        trip.picture(f"{language}-{name}-{shape}")
        assert page.evaluate("document.scrollingElement.scrollWidth") <= width, name
        assert page.locator("h1").count() == 1, name
        if name == "story" and language in FACES:
            assert page.evaluate(LOADED, FACES[language])


@pytest.mark.parametrize("language", ["en", "ar", "ur", "hi", "zh"])
def test_every_page_can_be_looked_at(visit, language):
    for shape, (width, height) in SIZES.items():
        look(visit(width, height), language, shape, width)
