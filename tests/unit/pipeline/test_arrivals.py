"""From what a parser saw to what the library takes in."""

from __future__ import annotations

from kushk.core.compose import compose
from kushk.core.document import Media, MediaKind
from kushk.core.draft import paragraph
from kushk.pipeline.arrivals import arrival_of, completed, readable
from kushk.sources.formats.parsed import Attachment, ParsedStory

LEAD = "The ferry waited for the choir."
FULL = [paragraph(f"{LEAD} It was number {number} of the winter.") for number in range(6)]


def entry(**facts: object) -> ParsedStory:
    document = compose("en", [paragraph(LEAD)], headline="From the feed")
    known = {"id": "1", "url": "https://paper.example/1", "title": "From the feed", "published": "2026-11-21"}
    return ParsedStory(**{"format": "rss", "document": document, "excerpt": True, **known, **facts})


def page(**facts: object) -> ParsedStory:
    document = compose("en", FULL, headline="From the page", standfirst="A standfirst.", byline="Nora Quill")
    known = {"title": "From the page", "published": "2026-11-20", "section": "Sea", "byline": "Nora Quill"}
    return ParsedStory(**{"format": "html", "document": document, **known, **facts})


def test_the_page_gives_the_body_and_the_feed_stays_the_authority() -> None:
    whole = completed(entry(), page())
    assert whole.document.blocks == page().document.blocks
    assert (whole.document.headline.text, whole.title, whole.id) == ("From the feed", "From the feed", "1")
    assert (whole.published, whole.section, whole.byline) == ("2026-11-21", "Sea", "Nora Quill")
    assert not whole.excerpt


def test_a_page_with_less_text_than_the_feed_changes_nothing() -> None:
    poorer = page(document=compose("en", [paragraph("Subscribe.")]))
    assert completed(entry(), poorer) is None


def test_a_page_that_is_itself_an_excerpt_changes_nothing() -> None:
    assert completed(entry(), page(excerpt=True)) is None


def test_letters_of_every_script_weigh_the_same() -> None:
    feed = entry(document=compose("ar", [paragraph("انتظرت العبّارة الجوقة مساء كل خميس.")]))
    chinese = page(document=compose("zh", [paragraph("渡船等着合唱团。" * 12)]))
    assert completed(feed, chinese) is not None


def test_attachments_are_ready_for_json() -> None:
    sound = Attachment(Media(MediaKind.AUDIO, "https://paper.example/1.mp3", mime="audio/mpeg"), bytes=9, seconds=2.5)
    arrival = arrival_of(entry(attachments=(sound,), categories=("News",)))
    assert arrival.attachments == (
        {
            "kind": "audio",
            "src": "https://paper.example/1.mp3",
            "alt": "",
            "mime": "audio/mpeg",
            "bytes": 9,
            "seconds": 2.5,
            "caption": "",
            "credit": "",
        },
    )
    assert (arrival.guid, arrival.excerpt, arrival.categories) == ("1", True, ("News",))


def test_an_item_without_any_words_is_not_readable() -> None:
    assert not readable(entry(title="", document=compose("en", [])))
    assert readable(entry())
