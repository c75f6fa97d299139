"""Lists: newest first, page after page, by index alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.functional.library.conftest import NOW, arriving

from kushk.library.api import (
    Choices,
    NoSuchPublication,
    NoSuchStory,
    Publication,
    Source,
    Story,
    add_publication,
    add_source,
    choices,
    front,
    issues_of,
    name_issue,
    newest_stories,
    publication_by_slug,
    publication_stories,
    publications,
    sections_of,
    store_stories,
    story_by_public_id,
)

Keep = Callable[..., Story]


def papers(count: int) -> None:
    for number in range(count):
        paper = add_publication(
            f"Paper {number}", language="fr" if number % 2 else "en", country="ca", topic=f"topic{number % 3}"
        )
        source, _ = add_source(paper, f"https://paper{number}.example/feed")
        arrivals = [
            arriving(
                f"Paper {number} story {story}",
                f"Words {number} {story}.",
                language=paper.language,
                guid=str(story),
                published=(NOW - timedelta(hours=number + 10 * story)).isoformat(),
            )
            for story in range(6)
        ]
        store_stories(paper, source, arrivals, now=NOW)


def plans(call: Callable[[], object]) -> list[str]:
    """Return how SQLite answers each query of a call."""
    with CaptureQueriesContext(connection) as queries:
        call()
    steps = []
    with connection.cursor() as cursor:
        for query in queries.captured_queries:
            if query["sql"].startswith("SELECT") or "WITH" in query["sql"]:
                cursor.execute(f"EXPLAIN QUERY PLAN {query['sql']}")
                steps += [row[3] for row in cursor.fetchall()]
    return steps


def test_a_front_page_has_the_newest_of_each_publication(db: None) -> None:
    papers(5)
    shelves = front(publications=3, each=2)
    assert [shelf.publication.name for shelf in shelves] == ["Paper 0", "Paper 1", "Paper 2"]
    assert [card.headline for card in shelves[1].stories] == ["Paper 1 story 0", "Paper 1 story 1"]
    assert [shelf.publication.name for shelf in front(language="fr")] == ["Paper 1", "Paper 3"]
    assert [shelf.publication.name for shelf in front(topic="topic1", country="CA")] == ["Paper 1", "Paper 4"]
    assert front(country="jp") == []


@pytest.mark.parametrize(
    "filters", [{}, {"language": "fr"}, {"country": "CA"}, {"topic": "topic2"}, {"country": "CA", "language": "en"}]
)
def test_pages_hold_every_story_once_in_order(db: None, filters: dict[str, str]) -> None:
    papers(5)
    seen, cursor = [], ""
    while True:
        page = newest_stories(cursor=cursor, limit=4, **filters)
        seen += page.cards
        cursor = page.next
        if not cursor:
            break
    whole = newest_stories(limit=100, **filters).cards
    assert seen == list(whole)
    assert [card.published_at for card in seen] == sorted((card.published_at for card in seen), reverse=True)
    assert len(seen) == 6 * len(publications(**filters))


def test_stories_of_one_moment_are_paged_without_loss(keep: Keep, publication: Publication) -> None:
    stories = {keep(f"Same {number}", f"Words {number}.").pk for number in range(7)}
    first = publication_stories(publication, limit=3)
    second = publication_stories(publication, limit=3, cursor=first.next)
    third = publication_stories(publication, limit=3, cursor=second.next)
    assert {card.id for page in (first, second, third) for card in page.cards} == stories
    assert third.next == ""


@pytest.mark.parametrize("cursor", ["x", "_", "2026-01-01_1", "2026-01-01T00:00:00+00:00_x", "9" * 400, "\x00_1"])
def test_a_cursor_that_nobody_made_is_the_first_page(keep: Keep, cursor: str) -> None:
    keep("One", "Words.")
    assert len(newest_stories(cursor=cursor).cards) == 1


def test_sections_and_issues(keep: Keep, publication: Publication) -> None:
    keep("In news", "Words one.", section="News", issue=date(2026, 11, 20))
    keep("In sport", "Words two.", section=" Sport ", issue=date(2026, 11, 19))
    keep("Also news", "Words three.", section="news")
    keep("In culture", "كلمات.", section="ثقافة")
    name_issue(publication, date(2026, 11, 20), "Friday")
    sections = {section.slug: section for section in sections_of(publication)}
    assert set(sections) == {"news", "sport", "ثقافة"}
    news = publication_stories(publication, section=sections["news"])
    assert {card.headline for card in news.cards} == {"In news", "Also news"}
    issues = issues_of(publication)
    assert [str(issue) for issue in issues] == ["Friday", "2026-11-19"]
    assert [card.headline for card in publication_stories(publication, issue=issues[1]).cards] == ["In sport"]


def test_no_list_scans_or_sorts_stories(keep: Keep, publication: Publication) -> None:
    papers(3)
    story = keep("One", "Words.", section="News", issue=date(2026, 11, 20))
    section, issue = sections_of(publication)[0], issues_of(publication)[0]
    cursor = newest_stories(limit=2).next
    calls = [
        lambda: newest_stories(cursor=cursor),
        lambda: newest_stories(language="en", cursor=cursor),
        lambda: publication_stories(publication, cursor=cursor),
        lambda: publication_stories(publication, section=section),
        lambda: publication_stories(publication, issue=issue),
        lambda: story_by_public_id(story.public_id),
    ]
    for call in calls:
        steps = plans(call)
        assert steps
        assert not [step for step in steps if step.startswith("SCAN library_story") and "USING INDEX" not in step], (
            steps
        )
        assert not [step for step in steps if "TEMP B-TREE" in step], steps


def test_lists_take_one_or_two_queries(keep: Keep, publication: Publication) -> None:
    papers(4)
    story = keep("One", "Words.")
    for most, call in (
        (3, front),
        (1, newest_stories),
        (1, lambda: publication_stories(publication)),
        (1, lambda: story_by_public_id(story.public_id)),
        (1, lambda: publication_by_slug("the-lantern")),
    ):
        with CaptureQueriesContext(connection) as queries:
            call()
        assert len(queries) <= most


def test_what_the_stand_can_be_browsed_by(publication: Publication) -> None:
    add_publication("Faro", language="es-MX", country="mx", topic="science")
    add_publication("Nobody's")
    assert choices() == Choices(("en", "es"), ("GB", "MX"), ("local", "science"))


def test_what_is_not_there_is_an_error_with_a_code(db: None) -> None:
    with pytest.raises(NoSuchPublication):
        publication_by_slug("none")
    with pytest.raises(NoSuchStory) as missing:
        story_by_public_id("none")
    assert missing.value.code == "no-such-story"


def test_a_publication_without_colours_gets_its_own_and_white_can_be_read_on_them(db: None) -> None:
    def luminance(colour: str) -> float:
        channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    for number in range(60):
        paper = add_publication(f"Paper number {number}")
        for colour in (paper.stripe_start, paper.stripe_end):
            assert 1.05 / (luminance(colour) + 0.05) >= 4.5, colour


def test_names_in_any_script_make_addresses(db: None) -> None:
    assert add_publication("الوطن اليوم").slug == "الوطن-اليوم"
    assert add_publication("人民日报").slug == "人民日报"
    assert add_publication("हिन्दी समाचार").slug
    assert add_publication("!!!").slug
    assert add_publication("The Lantern") == add_publication("The  Lantern!")


def test_one_address_is_one_source(publication: Publication) -> None:
    source, made = add_source(publication, "https://lantern.example/feed/")
    again, made_again = add_source(publication, "HTTP://Lantern.example:80/feed?utm_medium=rss")
    assert (made, made_again, again) == (True, False, source)
    assert isinstance(again, Source)
