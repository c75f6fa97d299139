"""JSON Feed 1.0 and 1.1."""

from __future__ import annotations

import json

import pytest
from tests.unit.formats.feeds.given import codes, feed_of

from kushk.core.document import MediaKind
from kushk.sources.formats.errors import Malformed, NotAFeed
from kushk.sources.formats.jsonfeed import parse_json_feed
from kushk.sources.formats.parsed import Input, ParsedStory


def feed_text(*items: object, **members: object) -> str:
    head = {"version": "https://jsonfeed.org/version/1.1", "title": "Paper", "home_page_url": "https://p.example/"}
    return json.dumps({**head, **members, "items": items}, ensure_ascii=False)


def story(**members: object) -> ParsedStory:
    (only,) = feed_of(feed_text(members), url="https://p.example/feed.json").entries
    return only


def test_what_a_feed_says_of_itself() -> None:
    feed = feed_of(
        feed_text(
            language="ar",
            description="All of it",
            feed_url="/feed.json",
            next_url="/feed.json?page=2",
            icon="/icon.png",
            hubs=[{"type": "WebSub", "url": "https://hub.example/"}],
            authors=[{"name": "The desk"}],
        ),
        url="https://p.example/feed.json",
    )
    assert (feed.format, feed.title, feed.url, feed.language) == ("jsonfeed", "Paper", "https://p.example/", "ar")
    assert feed.feed_url == "https://p.example/feed.json"
    assert feed.next_url == "https://p.example/feed.json?page=2"
    assert (feed.picture, feed.hub) == ("https://p.example/icon.png", "https://hub.example/")


def test_every_member_of_an_item() -> None:
    found = story(
        id="7",
        url="/7",
        title="Ferry <back>",
        content_html="<p>Twice <b>a day</b>.</p>",
        summary="The boats are back from the long repair.",
        date_published="2024-05-03T10:00:00+02:00",
        date_modified="2024-05-04T10:00:00Z",
        authors=[{"name": "Ann"}, {"name": "Bo"}],
        tags=["Sea", "sea", "Ports"],
        language="fr",
        image="/7.jpg",
        attachments=[{"url": "/7.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 9, "duration_in_seconds": 3.5}],
    )
    assert (found.id, found.url, found.title) == ("7", "https://p.example/7", "Ferry <back>")
    assert (found.published, found.modified) == ("2024-05-03T10:00:00+02:00", "2024-05-04T10:00:00+00:00")
    assert (found.authors, found.categories) == (("Ann", "Bo"), ("Sea", "Ports"))
    assert found.document.language == "fr"
    assert found.picture is not None
    assert found.picture.src == "https://p.example/7.jpg"
    (audio,) = found.attachments
    assert (audio.media.kind, audio.bytes, audio.seconds) == (MediaKind.AUDIO, 9, 3.5)


def test_plain_text_is_never_html() -> None:
    found = story(id="1", content_text="1 < 2 <b>&amp;</b>\nnext line\n\nnext paragraph", title="&amp; <i>x</i>")
    assert found.document.text == "1 < 2 <b>&amp;</b>\nnext line\n\nnext paragraph"
    assert found.title == "&amp; <i>x</i>"


def test_html_is_preferred_to_plain_text() -> None:
    assert story(id="1", content_html="<p>rich</p>", content_text="poor").document.text == "rich"


@pytest.mark.parametrize("identifier", [7, 7.5, "7"])
def test_numbers_as_ids_are_kept_as_written(identifier: object) -> None:
    assert story(id=identifier, content_text="x").id == str(identifier)


@pytest.mark.parametrize(
    "members",
    [
        {"authors": None, "tags": None, "attachments": None, "url": None, "title": None, "content_html": None},
        {"authors": "Ann", "tags": "a, b", "attachments": {}, "image": 3},
        {"authors": [None, 3, {"name": None}], "tags": [None, {}], "attachments": ["x", {"url": 3}]},
        {"author": {"name": "Ann"}, "date_published": 1714730400, "language": ["en"]},
    ],
)
def test_members_of_the_wrong_type_are_as_if_absent(members: dict[str, object]) -> None:
    found = story(**{"id": "1", "content_text": "x", **members})
    assert (found.id, found.document.text) == ("1", "x")


@pytest.mark.parametrize("identifier", ["NaN", "Infinity", "true", "null", "[1]", "{}"])
def test_what_is_no_id_is_as_if_absent(identifier: str) -> None:
    feed = feed_of(f'{{"version":"https://jsonfeed.org/version/1","items":[{{"id":{identifier},"content_text":"x"}}]}}')
    assert [each.id for each in feed.entries] == [""]


def test_author_of_version_one() -> None:
    assert story(id="1", content_text="x", author={"name": "Ann"}).authors == ("Ann",)


def test_authors_of_the_feed_are_those_of_an_item_without() -> None:
    feed = feed_of(feed_text({"id": "1", "content_text": "x"}, authors=[{"name": "The desk"}]))
    assert feed.entries[0].byline == "The desk"


def test_items_before_a_cut_are_returned() -> None:
    body = feed_text({"id": "1", "content_text": "one"}, {"id": "2", "content_text": "two"})
    feed = feed_of(body[: body.index("two")])
    assert (feed.title, [each.id for each in feed.entries]) == ("Paper", ["1"])
    assert codes(feed) == ["json-broken"]


def test_mark_and_junk_around_the_object() -> None:
    feed = feed_of("\ufeff\n" + feed_text({"id": "1", "content_text": "x"}) + ";junk")
    assert len(feed.entries) == 1
    assert codes(feed) == ["json-broken"]


def test_half_a_surrogate_pair_does_no_harm() -> None:
    feed = feed_of('{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","content_text":"a \\ud83d b"}]}')
    assert feed.entries[0].document.text.encode() == "a \ufffd b".encode()


def test_unsafe_address_is_dropped_and_said() -> None:
    found = story(id="1", url="javascript:alert(1)", content_text="x")
    assert (found.url, codes(found)) == ("", ["link-dropped"])


@pytest.mark.parametrize(
    ("body", "error"),
    [('{"a": 1}', NotAFeed), ("[]", NotAFeed), ('"x"', NotAFeed), ('{"items": 3}', NotAFeed), ("{", Malformed)],
)
def test_other_json_is_no_feed(body: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        parse_json_feed(Input(body.encode()))


def test_version_may_be_missing_where_the_items_tell() -> None:
    assert feed_of('{"title":"P","items":[{"id":"1","content_html":"<p>x</p>"}]}').entries[0].document.text == "x"
