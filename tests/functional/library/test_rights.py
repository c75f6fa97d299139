"""Rights are data: what may be shown, and where."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from tests.functional.library.conftest import NOW, arriving

from kushk.core.compose import compose
from kushk.core.document import BlockKind, Media, MediaKind
from kushk.core.draft import DraftBlock, RichText, paragraph
from kushk.library.api import (
    FULL_RIGHTS,
    Arrival,
    NotPermitted,
    Publication,
    RightsTerms,
    Source,
    Story,
    expire_archive,
    newest_stories,
    permissions_of,
    pictures_wanted,
    search,
    set_rights,
    store_stories,
    story_by_public_id,
    visible_document,
)

SENTENCES = "The first sentence has a few words. The second one has some more of them. " * 6
MARKER = "xyzzymarker"


def shown(story: Story) -> Story:
    return story_by_public_id(story.public_id)


@pytest.fixture
def story(publication: Publication, bare_source: Source) -> Story:
    figure = DraftBlock(
        BlockKind.FIGURE, RichText("A caption."), media=Media(MediaKind.IMAGE, "https://l.example/a.jpg", alt="A")
    )
    document = compose(
        "en", [paragraph(SENTENCES), figure, paragraph(f"The end has {MARKER}.")], headline="Head", byline="By Ann"
    )
    store_stories(publication, bare_source, [Arrival(document, guid="1", picture=figure.media)], now=NOW)
    return Story.objects.get()


def test_without_a_record_there_are_200_characters_of_whole_sentences(story: Story) -> None:
    document = visible_document(shown(story))
    assert document.headline is not None
    assert document.byline is not None
    assert 0 < len(document.text) <= 200
    assert document.text.endswith(".")
    assert MARKER not in document.text
    assert not any(block.kind is BlockKind.FIGURE for block in document.walk())
    for form in ("speech", "translation", "api"):
        with pytest.raises(NotPermitted):
            visible_document(shown(story), form)
    permissions = permissions_of(shown(story))
    assert not any([permissions.full_text, permissions.images, permissions.translate, permissions.speak])


def test_nothing_beyond_the_rights_reaches_lists_or_search(story: Story) -> None:
    assert len(story.dek) <= 200
    assert MARKER not in story.dek
    assert not search(MARKER).hits
    assert [hit.card.headline for hit in search("second").hits] == ["Head"]
    assert pictures_wanted(shown(story)) == []


def test_full_rights_show_everything_and_taking_them_back_hides_it_again(story: Story, bare_source: Source) -> None:
    set_rights(bare_source, FULL_RIGHTS)
    assert MARKER in visible_document(shown(story)).text
    assert visible_document(shown(story), "speech").text == visible_document(shown(story)).text
    assert search(MARKER).hits
    assert pictures_wanted(shown(story)) == ["https://l.example/a.jpg"]
    set_rights(bare_source, replace(FULL_RIGHTS, extent="link", images=False))
    assert not search(MARKER).hits
    assert visible_document(shown(story)).text == ""
    assert Story.objects.get().dek == ""
    assert newest_stories().cards[0].dek == ""


def test_pictures_need_their_own_permission(story: Story, bare_source: Source) -> None:
    set_rights(bare_source, replace(FULL_RIGHTS, images=False))
    document = visible_document(shown(story))
    assert MARKER in document.text
    assert not any(block.media for block in document.walk())


@pytest.mark.parametrize("characters", [0, 1, 2, 10, 36, 80, 200, 10_000])
def test_an_excerpt_is_never_longer_than_allowed(story: Story, bare_source: Source, characters: int) -> None:
    set_rights(bare_source, RightsTerms("excerpt", characters))
    assert len(visible_document(shown(story)).text) <= max(characters, 0)
    assert len(Story.objects.get().dek) <= min(characters, 200)


def test_a_first_sentence_that_is_too_long_is_cut_at_a_word(publication: Publication, bare_source: Source) -> None:
    store_stories(publication, bare_source, [arriving("Head", "word " * 100, guid="1")], now=NOW)
    text = visible_document(shown(Story.objects.get())).text
    assert text.endswith("word…")
    assert len(text) <= 200


def test_the_standfirst_is_part_of_what_an_excerpt_may_have(publication: Publication, bare_source: Source) -> None:
    arrival = arriving("Head", "Body sentence. " * 20, standfirst="A standfirst of forty characters or so.", guid="1")
    store_stories(publication, bare_source, [arrival], now=NOW)
    document = visible_document(shown(Story.objects.get()))
    assert document.standfirst is not None
    assert len(document.standfirst.text) + len(document.text) <= 200


def test_a_story_that_was_taken_down_has_no_words_but_its_headline(keep: Callable[..., Story]) -> None:
    from kushk.library.api import withhold_story

    story = keep("Head", SENTENCES)
    withhold_story(story, "Being checked.")
    assert [block.kind for block in visible_document(shown(story)).walk()] == [BlockKind.HEADLINE]
    assert not permissions_of(shown(story)).full_text


def test_stories_are_withheld_when_their_time_is_over(story: Story, bare_source: Source) -> None:
    set_rights(bare_source, replace(FULL_RIGHTS, archive_days=30))
    assert expire_archive(now=NOW + timedelta(days=29)) == 0
    assert expire_archive(now=NOW + timedelta(days=31)) == 1
    assert not newest_stories().cards
    assert expire_archive(now=NOW + timedelta(days=32)) == 0
