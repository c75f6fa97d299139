"""What is kept back is on no surface that everybody has: a word of the paid part, and the ids of its sentences."""

from __future__ import annotations

import pytest
from django.urls import get_resolver, reverse
from tests.functional.membership.conftest import MARKER, told

from kushk.library import api as library
from kushk.reader.addresses import card_path, quote_path
from kushk.renditions.narration import api as narration
from kushk.renditions.translation import api as translation

pytestmark = pytest.mark.django_db

EVERYBODY = "every page shows the same, the story or not"
PRIVATE = "test_wall.py looks at it, by viewer"
WITHOUT_STORIES = "has nothing of a story"

ROUTES = {
    **dict.fromkeys(
        (
            *("home", "publications", "latest", "search", "publication", "section", "issue", "story", "changes"),
            *("card", "quote-card", "timeline", "clip", "narration", "audio", "listen-issue"),
            *("translation", "translation-view", "translated-timeline", "translated-clip", "translated-narration"),
            *("translated-audio", "translation-data", "translation-progress", "story-short"),
            *("podcast", "issue-podcast"),
        ),
        EVERYBODY,
    ),
    **dict.fromkeys(
        (
            *("whole", "access", "whole-timeline", "whole-clip", "whole-narration", "whole-audio"),
            *("whole-translation", "whole-translation-view", "whole-translation-progress"),
            *("whole-translated-timeline", "whole-translated-clip", "whole-translated-narration"),
            *("whole-translated-audio", "give", "gift"),
        ),
        PRIVATE,
    ),
    **dict.fromkeys(
        (
            *("about", "settings", "saved", "offline", "manifest", "reading", "styles", "rack-colours", "colours"),
            *("media", "qr", "silence", "robots", "icon", "worker", "way-in", "health", "cover"),
            *("plans", "payment-event", "note-reading"),
        ),
        WITHOUT_STORIES,
    ),
}
"""Each route, and how it is looked at. A route that is not here fails the build."""


def test_every_route_has_its_place_here():
    names = {
        name
        for namespace in ("reader", "syndication")
        for name in get_resolver().namespace_dict[namespace][1].reverse_dict
        if isinstance(name, str)
    }
    assert names == set(ROUTES)


def kept_back(story: library.Story) -> set[str]:
    """Return the ids of the sentences that not everybody may read."""
    whole = {each.id for each in library.member_document(story).sentences()}
    return whole - {each.id for each in library.visible_document(story).sentences()}


def addresses(story: library.Story) -> dict[str, str]:
    """Return an address of each route that shows something of the story."""
    spoken = narration.narration_of(story)
    translated = translation.whole(story, "es")
    said = narration.narration_of(story, translated.document)
    ours, slug = story.public_id, story.publication.slug
    day = story.issue.date if story.issue else None
    arguments = {
        "home": ["en"],
        "publications": ["en"],
        "latest": ["en"],
        "search": ["en"],
        "publication": ["en", slug],
        "section": ["en", slug, story.section.slug],
        "issue": ["en", slug, day],
        "story": ["en", ours, story.slug],
        "story-short": ["en", ours],
        "changes": ["en", ours],
        "timeline": [ours],
        "clip": [ours, spoken.plans[0].key, "json"],
        "narration": [ours, spoken.version, "vtt"],
        "audio": [ours, "vtt"],
        "listen-issue": [slug, day],
        "translation": ["en", ours, "es"],
        "translation-view": ["en", ours, "es", "side"],
        "translated-timeline": [ours, "es"],
        "translated-clip": [ours, "es", said.plans[0].key, "json"],
        "translated-narration": [ours, "es", said.version, "vtt"],
        "translated-audio": [ours, "es", "vtt"],
        "translation-data": [ours, "es"],
        "translation-progress": [ours, "es"],
    }
    found = {name: reverse(f"reader:{name}", args=given) for name, given in arguments.items()}
    found["search"] += f"?q={MARKER}"
    found["card"] = card_path(story)
    found["quote-card"] = quote_path(story, library.visible_document(story).headline.sentences[0].id)
    found["podcast"] = reverse("syndication:podcast", args=[slug])
    found["issue-podcast"] = reverse("syndication:issue-podcast", args=[slug, day])
    return found


def content(answer) -> str:
    return (
        b"".join(answer).decode("utf-8", "replace") if answer.streaming else answer.content.decode("utf-8", "replace")
    )


@pytest.mark.parametrize("kind", ["metered", "members"])
def test_nothing_that_everybody_gets_has_a_word_of_what_is_kept_back(client, story_of, kind):
    story = story_of(kind)
    back = kept_back(story)
    assert len(back) > 3
    looked = addresses(story)
    assert set(looked) == {name for name, how in ROUTES.items() if how is EVERYBODY}
    for name, address in looked.items():
        for headers in ({}, {"user-agent": "Googlebot/2.1"}, {"cookie": "pass=x; meter=y"}):
            answer = client.get(address, headers=headers, follow=True)
            assert answer.status_code == 200, (name, answer.status_code)
            text = content(answer)
            text = text.replace(f'value="{MARKER}"', "").replace(f"<title>{MARKER}", "") if name == "search" else text
            if name == "search":
                assert story.public_id not in text
                continue
            assert MARKER not in text, name
            assert not [each for each in back if each in text], name


def test_the_same_addresses_of_a_free_story_do_have_it(client, story_of):
    """The control: the word would be found."""
    story = story_of("free")
    looked = addresses(story)
    for name in ("story", "timeline", "audio", "translation-view", "translated-timeline", "translation-data"):
        text = content(client.get(looked[name], follow=True))
        ids = [each.id for each in library.visible_document(story).sentences()]
        assert MARKER in text or ids[-1] in text, name
    assert story.public_id in content(client.get(looked["search"]))


@pytest.mark.parametrize("kind", ["metered", "members"])
def test_names_that_nobody_should_know_open_nothing(client, story_of, kind):
    story = story_of(kind)
    whole = library.member_document(story)
    spoken = narration.narration_of(story, whole)
    for plan in spoken.plans[len(narration.narration_of(story).plans) :]:
        for extension in ("webm", "mp3", "json"):
            path = reverse("reader:clip", args=[story.public_id, plan.key, extension])
            assert client.get(path).status_code == 404
    assert client.get(reverse("reader:narration", args=[story.public_id, spoken.version, "vtt"])).status_code != 200
    for sentence in kept_back(story):
        assert client.get(quote_path(story, sentence)).status_code == 404


def test_what_was_open_and_is_closed_is_gone_from_cards_and_search(client, paper, story_of):
    assert library.search(MARKER).hits
    library.set_access(paper, "members", preview=0)
    assert not library.search(MARKER).hits
    assert MARKER not in content(client.get(reverse("reader:latest", args=["en"])))
    story = story_of("free")
    assert [block.text for block in library.visible_document(story).blocks] == []
    assert library.visible_document(story).standfirst.text == "How the free town slept."
    library.set_access(paper, "free")
    library.set_access(story.section, "members")
    assert library.access_of(story_of("free")) == "members"
    library.set_access(story_of("free"), "free")
    assert library.access_of(story_of("free")) == "free"


def test_search_engines_are_told(client, story_of):
    for kind in ("metered", "members"):
        story = story_of(kind)
        text = content(client.get(reverse("reader:story", args=["en", story.public_id, story.slug])))
        assert '"isAccessibleForFree": false' in text
        assert '"cssSelector": ".body--kept"' in text
    story = story_of("free")
    text = content(client.get(reverse("reader:story", args=["en", story.public_id, story.slug])))
    assert '"isAccessibleForFree": true' in text
    assert "hasPart" not in text


def test_a_correction_of_what_is_kept_back_shows_nothing_of_it(client, story_of):
    story = story_of("members")
    library.correct_story(story, told("members", coins="4343"), note="The coins were counted again.")
    story = story_of("members")
    text = content(client.get(reverse("reader:changes", args=["en", story.public_id])))
    assert "4343" not in text
    assert MARKER not in text


def test_what_slid_behind_the_wall_was_not_removed(client, story_of):
    """Sentences more at the top move the end of the preview; nothing else changed."""
    story = story_of("members")
    before = library.visible_document(story)
    bells = "A bell was rung at dawn, which nobody had heard for years. "
    bells += "The whole town went to the river to look."
    library.correct_story(story, told("members", first=bells), note="The bell was forgotten.")
    story = story_of("members")
    slid = {each.id for each in before.sentences()} - {each.id for each in library.visible_document(story).sentences()}
    assert slid, "the preview ends earlier now"
    found = [change for change in library.diff_of(story, 1, 2) if change.kind != "kept"]
    assert [(change.kind, change.new.text[:5]) for change in found] == [("added", "A bel"), ("added", "The w")]
    text = content(client.get(reverse("reader:changes", args=["en", story.public_id])))
    assert MARKER not in text
    assert "went to the river" in text
