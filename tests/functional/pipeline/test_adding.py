"""Bringing something new in: feeds, sites, pages, lists and files."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.functional.pipeline.conftest import Site
from tests.functional.pipeline.feeds import WORDS, item, rss

from kushk.core.errors import KushkError
from kushk.library.api import Extent, Publication, Rights, Source, Story, document_of, visible_document
from kushk.pipeline.adding import NothingToAdd, add
from kushk.sources.formats.errors import NoStory

pytestmark = pytest.mark.django_db
SHARED = Path(__file__).resolve().parents[4] / "shared" / "data"
ARTICLE = f"<article><h1>The ferry waits</h1>{''.join(f'<p>{WORDS} Part {n}.</p>' for n in range(6))}</article>"


def html(head: str = "", body: str = ARTICLE) -> str:
    head = f"<title>A site</title>{head}"
    return f"<!doctype html><html lang='en'><head>{head}</head><body><main>{body}</main></body></html>"


def announced(path: str, title: str) -> str:
    return f'<link rel="alternate" type="application/rss+xml" title="{title}" href="{path}">'


def test_a_feed(fetching: Site) -> None:
    (added,) = add(fetching.feed("/feed.xml", rss([item(1), item(2)]))).sources
    assert (added.created, added.publication, added.title, added.brought_in.new) == (True, "The Paper", "The Paper", 2)
    assert added.rights == ""
    source = Source.objects.get()
    assert (source.kind, source.publication.homepage) == ("feed", "https://paper.example/")
    assert source.next_fetch_at is not None
    assert len(fetching.asked_for("/feed.xml")) == 1


def test_stories_from_the_web_are_excerpts_until_somebody_decides(fetching: Site) -> None:
    add(fetching.feed("/feed.xml", rss([item(1, text=f"<p>{WORDS * 9}</p>")])))
    assert len(visible_document(Story.objects.get()).text) <= 200
    (added,) = add(f"{fetching.url}/feed.xml", rights="full", evidence="their licence page").sources
    assert (added.created, added.rights) == (False, "full")
    assert len(visible_document(Story.objects.get()).text) > 800
    assert Rights.objects.get().evidence == "their licence page"


def test_a_site_leads_to_its_main_feed_and_the_others_are_told(fetching: Site) -> None:
    fetching.feed("/comments.xml", rss([item(9)], "Comments on everything"))
    fetching.feed("/all.xml", rss([item(1)]))
    fetching.feed("/sport.xml", rss([item(2)], "Sport"))
    links = [announced("/comments.xml", "Comments"), announced("/all.xml", "All"), announced("/sport.xml", "Sport")]
    report = add(fetching.page("/", html("".join(links))))
    assert [source.url for source in report.sources] == [f"{fetching.url}/all.xml"]
    assert {other.url for other in report.others} == {f"{fetching.url}/sport.xml", f"{fetching.url}/comments.xml"}
    assert Source.objects.count() == 1


def test_an_announced_feed_that_is_none_is_passed_over(fetching: Site) -> None:
    fetching.page("/dead.xml", html())
    fetching.feed("/live.xml", rss([item(1)]))
    links = announced("/missing.xml", "A") + announced("/dead.xml", "B") + announced("/live.xml", "C")
    (added,) = add(fetching.page("/", html(links))).sources
    assert added.url == f"{fetching.url}/live.xml"


def test_a_page_without_feeds_is_a_story_itself(fetching: Site) -> None:
    (added,) = add(fetching.page("/story", html())).sources
    assert (Source.objects.get().kind, added.brought_in.new) == ("page", 1)
    assert "Part 5." in document_of(Story.objects.get()).text


def test_a_page_with_nothing_to_read_adds_nothing(fetching: Site) -> None:
    with pytest.raises(KushkError) as fault:
        add(fetching.page("/empty", html(body="")))
    assert fault.value.code in {NoStory.code, "empty-input"}
    assert (Source.objects.count(), Publication.objects.count()) == (0, 0)


def test_what_cannot_be_fetched_adds_nothing(fetching: Site) -> None:
    for target in (f"{fetching.url}/missing", "http://10.1.2.3/feed", "gopher://example.org/"):
        with pytest.raises(KushkError):
            add(target)
    with pytest.raises(NothingToAdd):
        add("neither this nor that")
    assert Source.objects.count() == 0


@pytest.mark.django_db(transaction=True)
def test_a_list_of_feeds_adds_each_and_one_that_fails_spoils_no_other(
    fetching: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KUSHK_JOBS", "1")  # the tests' database is in memory, where writers do not wait for each other
    good = fetching.feed("/good.xml", rss([item(1)]))
    outlines = f'<outline text="Good" xmlUrl="{good}"/><outline text="Bad" xmlUrl="{fetching.url}/bad.xml"/>'
    (tmp_path / "feeds.opml").write_text(f'<opml version="2.0"><body>{outlines}</body></opml>')
    report = add(str(tmp_path / "feeds.opml"))
    assert [(source.publication, source.brought_in.error_code) for source in report.sources] == [
        ("Good", ""),
        ("Bad", "bad-status"),
    ]
    assert Source.objects.count() == 2


def test_a_file_of_stories_is_the_operators_own(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(rss([item(1), item(2)]))
    (added,) = add(str(tmp_path / "feed.xml")).sources
    assert (added.rights, added.brought_in.new) == ("full", 2)
    assert "operator" in Rights.objects.get().evidence
    assert Source.objects.get().next_fetch_at is None


def test_a_newer_copy_of_a_file_brings_corrections(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_text(rss([item(1), item(2)]))
    (tmp_path / "b.xml").write_text(rss([item(1), item(2, text=f"<p>{WORDS} And then it left.</p>")]))
    add(str(tmp_path / "a.xml"))
    (again,) = add(str(tmp_path / "b.xml")).sources
    assert (again.created, again.brought_in.corrected, again.brought_in.unchanged) == (False, 1, 1)
    assert Source.objects.count() == 1


def test_a_files_default_never_overrules_a_decision(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(rss([item(1)]))
    add(str(tmp_path / "feed.xml"), rights="link")
    add(str(tmp_path / "feed.xml"))
    assert Rights.objects.get().extent == Extent.LINK


def test_namesakes_on_different_sites_are_two_publications(fetching: Site) -> None:
    add(fetching.feed("/a.xml", rss([item(1)], "News")))
    other = rss([item(2)], "News").replace("https://paper.example/</link>", "https://other.example/</link>", 1)
    add(fetching.feed("/b.xml", other))
    assert sorted(Publication.objects.values_list("slug", flat=True)) == ["news", "news-otherexample"]


@pytest.mark.slow
@pytest.mark.skipif(not (SHARED / "digitalgov" / "feed.xml").exists(), reason="needs the shared data")
def test_real_posts_come_in_whole_once_and_an_edit_is_a_correction(tmp_path: Path) -> None:
    whole = (SHARED / "digitalgov" / "feed.xml").read_text(encoding="utf-8")
    first, second = (add(str(SHARED / "digitalgov" / "feed.xml")).sources[0].brought_in for _ in range(2))
    assert (first.new, second.new, second.corrected, second.unchanged) == (320, 0, 0, 320)
    assert len(visible_document(Story.objects.get(headline="Rebuilding CDC.gov")).text) > 4000
    (tmp_path / "edited.xml").write_text(whole.replace("saw the need to", "saw a pressing need to"), encoding="utf-8")
    assert add(str(tmp_path / "edited.xml")).sources[0].brought_in.corrected == 1
