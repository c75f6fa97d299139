"""How cards are asked for, and what they may show."""

from __future__ import annotations

import fcntl
import io

import pytest
from PIL import Image
from tests.functional.reader.building import build_stand
from tests.functional.reader.pages import page

from kushk.library import api as library
from kushk.reader.addresses import card_path, qr_path, quote_path, story_path
from kushk.renditions.cards import api as cards
from kushk.renditions.cards.about import quote_content, story_content

pytestmark = pytest.mark.django_db


@pytest.fixture
def stand(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.DATA = tmp_path
    return build_stand(width=700)


@pytest.fixture
def told(stand) -> library.Story:
    return library.story_by_public_id(stand["gazette"].stories.get(source_guid="gazette-0").public_id)


def test_a_card_is_kept_under_its_version(client, told, tmp_path):
    path = card_path(told)
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "public, max-age=86400"
    assert answer["Content-Type"] == "image/jpeg"
    assert path.endswith(".jpg")
    assert Image.open(io.BytesIO(answer.content)).size == (1200, 630)
    (kept,) = (tmp_path / "cards" / "drawn").iterdir()
    assert kept.read_bytes() == answer.content
    kept.write_bytes(b"kept")
    assert client.get(path).content == b"kept"


def test_another_version_leads_to_the_current_one(client, told):
    for other in ("000000000000.png", "ffffffffffff.jpg", card_path(told).rsplit("/")[-1].replace("jpg", "png")):
        answer = client.get(f"/cards/{told.public_id}/{other}")
        assert (answer.status_code, answer["Location"]) == (302, card_path(told))
        assert answer["Cache-Control"] == "public, max-age=300"


def test_a_correction_gives_another_version(told):
    before = cards.story_card(told).version
    type(told.publication).objects.filter(pk=told.publication_id).update(stripe_start="#000000")
    assert cards.story_card(library.story_by_public_id(told.public_id)).version != before


def test_bad_addresses_lead_nowhere_and_draw_nothing(client, told, monkeypatch):
    monkeypatch.setattr(cards, "_made", lambda *_: pytest.fail("drawn"))
    for path in (
        "/cards/nobody/000000000000.png",
        f"/cards/{told.public_id}/00.png",
        f"/cards/{told.public_id}/000000000000.gif",
        f"/cards/{told.public_id}/quote/s1-0000000000000000.png",
        f"/cards/{told.public_id}/quote/s1-{'0' * 500}.png",
        f"/cards/{told.public_id}/quote/x.png",
        "/cards/nobody/qr.png",
    ):
        answer = client.get(path)
        assert answer.status_code == 404, path
        assert answer["Cache-Control"] == "private, no-store"


def test_a_story_that_was_taken_down_has_no_cards(client, told):
    paths = [card_path(told), qr_path(told), quote_path(told, library.visible_document(told).headline.sentences[0].id)]
    assert [client.get(path).status_code for path in paths] == [200, 200, 200]
    library.withdraw_story(told)
    assert [client.get(path).status_code for path in paths] == [410, 410, 410]


def test_a_sentence_is_quoted_only_where_it_is_visible(client, told):
    whole = library.visible_document(told)
    last = whole.blocks[-1].sentences[-1]
    first = client.get(quote_path(told, last.id))
    assert (first.status_code, first["Content-Type"], first["Cache-Control"]) == (
        200,
        "image/png",
        "public, max-age=86400",
    )
    library.set_rights(told.source, library.RightsTerms(extent="excerpt", excerpt_characters=60))
    assert client.get(quote_path(told, last.id)).status_code == 404


def test_nothing_is_drawn_that_a_card_may_not_show(told):
    assert story_content(told).picture
    assert story_content(told).standfirst.text
    library.set_rights(told.source, library.RightsTerms(extent="link"))
    again = library.story_by_public_id(told.public_id)
    content = story_content(again)
    assert (content.picture, content.standfirst.text) == ("", "")
    assert content.headline.text == told.headline
    assert quote_content(again, library.document_of(told).blocks[0].sentences[0].id) is None
    assert cards.story_card(again).extension == "png"


def test_what_is_no_sentence_to_quote_has_no_card(told):
    document = library.visible_document(told)
    code = next(block for block in document.walk() if block.kind == "code")
    assert quote_content(told, code.sentences[0].id) is None
    assert quote_content(told, document.byline.sentences[0].id) is None


def test_a_sentence_in_another_language_is_quoted_in_it(told):
    block = next(block for block in library.visible_document(told).blocks if block.language == "ar")
    content = quote_content(told, block.sentences[0].id)
    assert (content.words.language, content.words.direction, content.marks) == ("ar", "rtl", ("”", "“"))


def test_cards_are_the_same_for_everybody(client, told):
    client.cookies["language"] = "ar"
    answer = client.get(card_path(told))
    assert "Vary" not in answer or "Cookie" not in answer["Vary"]
    assert not answer.cookies


def test_the_page_tells_of_its_card(client, told, settings):
    settings.STAND_URL = "https://stand.example"
    root = page(client.get(story_path("en", told)).content)
    told_of = {
        each.attributes.get("property") or each.attributes.get("name"): each.attributes.get("content")
        for each in root.all("meta")
    }
    address = f"https://stand.example{card_path(told)}"
    assert told_of["og:image"] == told_of["twitter:image"] == address
    assert (told_of["og:image:width"], told_of["og:image:height"]) == ("1200", "630")
    assert told_of["og:image:type"] == "image/jpeg"
    assert told_of["og:image:alt"] == told_of["twitter:image:alt"] == f"{told.headline} · The Ferry Gazette"
    assert told_of["twitter:card"] == "summary_large_image"
    assert told_of["twitter:title"] == told.headline
    assert told_of["article:section"] == "News"
    assert "article:modified_time" not in told_of or told_of["article:modified_time"]


def test_one_quote_is_drawn_at_a_time_and_a_kept_one_is_always_given(client, told, tmp_path):
    sentence = library.visible_document(told).headline.sentences[0].id
    folder = tmp_path / "cards"
    folder.mkdir(exist_ok=True)
    with (folder / ".drawing").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        busy = client.get(quote_path(told, sentence))
        assert (busy.status_code, busy["Retry-After"], busy["Cache-Control"]) == (503, "5", "no-store")
        fcntl.flock(file, fcntl.LOCK_UN)
        assert client.get(quote_path(told, sentence)).status_code == 200
        fcntl.flock(file, fcntl.LOCK_EX)
        assert client.get(quote_path(told, sentence)).status_code == 200


def test_what_was_drawn_of_a_story_that_was_taken_down_is_dropped(client, told, tmp_path):
    path = card_path(told)
    assert client.get(path).status_code == 200
    assert list((tmp_path / "cards" / "drawn").iterdir())
    library.withdraw_story(told)
    assert client.get(path).status_code == 410
    assert not list((tmp_path / "cards" / "drawn").iterdir())


@pytest.mark.parametrize("headline", ["W" * 1000, "n" * 500 + " end", "字" * 900])
def test_a_headline_without_a_break_has_a_card(client, told, headline):
    told.headline = headline
    drawn = cards.drawn_story(told)
    assert Image.open(io.BytesIO(drawn.data)).size == (1200, 630)


def test_a_folder_that_cannot_be_written_is_a_reason_to_come_back_later(client, told, tmp_path):
    (tmp_path / "cards").write_text("no folder")
    answer = client.get(card_path(told))
    assert (answer.status_code, answer["Cache-Control"]) in {(503, "no-store"), (200, "public, max-age=86400")}
