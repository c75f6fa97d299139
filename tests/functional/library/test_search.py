"""Search in every language, ranked, filtered, with the place in the original text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.functional.library.conftest import arriving

from kushk.library.api import (
    FULL_RIGHTS,
    Publication,
    SearchHit,
    Source,
    Story,
    add_publication,
    add_source,
    correct_story,
    rebuild_search,
    restore_story,
    search,
    set_rights,
    store_stories,
    withdraw_story,
)
from kushk.library.models import SearchText

Keep = Callable[..., Story]


def found(query: str, **filters: object) -> list[str]:
    return [hit.card.headline for hit in search(query, **filters).hits]


def marked(hit: SearchHit) -> list[str]:
    return [hit.snippet.text[start:end] for start, end in hit.snippet.marks]


@pytest.mark.parametrize(
    ("language", "text", "query", "match"),
    [
        ("en", "The elections were held in the city.", "election cities", ["elections", "city"]),
        ("ar", "أعلنت الحُكُومة نتائج الانتخابات.", "حكومة", ["الحُكُومة"]),
        ("fa", "او می‌خواهد کتاب‌ها را بخواند.", "میخواهد", []),
        ("fa", "او می‌خواهد کتاب‌ها را بخواند.", "كتاب", ["کتاب"]),
        ("he", "הַסֵּפֶר החדש יצא לאור.", "ספר", ["הַסֵּפֶר"]),
        ("zh", "中国人民银行宣布降息。", "人民银行", ["人民银行"]),
        ("zh", "中国人民银行宣布降息。", "息", ["息"]),
        ("ja", "東京タワーへ行く人が増えた。", "タワー", ["タワー"]),
        ("ko", "학교에서 공부하는 학생들이 많다.", "학교", ["학교"]),
        ("th", "รัฐบาลประกาศนโยบายใหม่", "นโยบาย", ["นโยบาย"]),
        ("hi", "लड़कियों ने चुनाव जीता।", "लडकी", ["लड़कियों"]),
        ("ur", "نئی کتابیں شائع ہوئیں۔", "کتاب", ["کتابیں"]),
        ("tr", "ISPARTA'da yeni kitaplar çıktı.", "ısparta kitap", ["ISPARTA", "kitaplar"]),
        ("de", "Die Straße war gesperrt.", "STRASSE", ["Straße"]),
        ("ru", "Ёлки стояли в городах.", "елка город", ["Ёлки", "городах"]),
        ("el", "Οι ΠΌΛΕΙΣ της Ελλάδας.", "πολη", ["ΠΌΛΕΙΣ"]),
        ("vi", "Chính phủ Việt Nam công bố.", "viet nam", ["Việt", "Nam"]),
        ("am", "መንግሥት አዲስ ፖሊሲ አወጀ።", "ፖሊሲ", ["ፖሊሲ"]),
        ("my", "မြန်မာစာ သင်တန်း", "မာစာ", ["မာစာ"]),
        ("und", "Some words of 2026 and ١٢٣.", "123 words", ["words", "١٢٣"]),
    ],
)
def test_every_language_is_found_as_readers_type_it(
    keep: Keep, language: str, text: str, query: str, match: list[str]
) -> None:
    keep("Headline", text, language=language)
    keep("Other", "Nothing of the kind.", language=language)
    (hit,) = search(query).hits
    assert hit.card.headline == "Headline"
    assert marked(hit) == match
    assert found(query, language=language) == ["Headline"]


def test_headline_counts_above_standfirst_above_body(keep: Keep) -> None:
    keep("In the body", "A comet was seen. " + "Other words follow here. " * 5)
    keep("In the standfirst", "Words. " + "Other words follow here. " * 5, standfirst="A comet was seen.")
    keep("A comet was seen", "Words. " + "Other words follow here. " * 5)
    assert found("comet") == ["A comet was seen", "In the standfirst", "In the body"]


def test_of_equal_matches_the_newer_comes_first(keep: Keep) -> None:
    now = datetime.now(UTC)
    for days in (400, 1, 40):
        keep(f"Storm {days}", "A storm came.", published=(now - timedelta(days=days)).isoformat())
    assert found("storm") == ["Storm 1", "Storm 40", "Storm 400"]


def test_phrases_exclusions_and_beginnings(keep: Keep) -> None:
    keep("One", "The prime minister spoke about tax.")
    keep("Two", "The minister said that prime numbers matter.")
    assert found('"prime minister"') == ["One"]
    assert sorted(found("minister prime")) == ["One", "Two"]
    assert found("minister -tax") == ["Two"]
    assert found("num*") == ["Two"]
    assert found("-tax") == []


def test_filters_narrow_by_publication_language_and_day(keep: Keep, publication: Publication) -> None:
    other = add_publication("Beacon")
    source, _ = add_source(other, "https://beacon.example/feed")
    set_rights(source, FULL_RIGHTS)
    store_stories(other, source, [arriving("Beacon", "A whale.", guid="1", published="2026-03-05T23:59:59Z")])
    keep("Lantern", "A whale.", language="en-GB", published="2026-03-06T00:00:00Z")
    keep("Farol", "A whale.", language="pt", published="2019-01-01")
    assert sorted(found("whale", language="en")) == ["Beacon", "Lantern"]
    assert found("whale", publication=other) == ["Beacon"]
    assert found("whale", since=date(2026, 3, 6)) == ["Lantern"]
    assert found("whale", since=date(2026, 3, 5), until=date(2026, 3, 5)) == ["Beacon"]
    assert found("whale", until=date(2020, 1, 1)) == ["Farol"]
    assert found("whale", since=date.min, until=date.max, language="pt") == ["Farol"]


def test_pages_follow_each_other_without_gaps(keep: Keep) -> None:
    for number in range(25):
        keep(f"Rain {number}", "Rain fell. " + "x " * number)
    pages = [search("rain", limit=10, page=page) for page in (1, 2, 3, 4)]
    assert [page.more for page in pages] == [True, True, False, False]
    assert len({hit.card.id for page in pages for hit in page.hits}) == 25


def test_a_word_in_more_stories_than_are_looked_at_finds_the_newest_and_the_headlines(
    publication: Publication, source: Source
) -> None:
    titled = arriving("Common in a headline", "Words.", guid="h", published="2020-01-01")
    many = [arriving(f"Story {n}", f"The common word {n}.", guid=f"g{n}") for n in range(450)]
    store_stories(publication, source, [titled])
    store_stories(publication, source, many)
    hits = search("common", limit=100).hits
    assert len(hits) == 100
    assert hits[0].card.headline == "Common in a headline"


def test_what_changes_is_found_anew_and_what_is_taken_down_is_gone(keep: Keep) -> None:
    story = keep("Old words", "About herons.")
    correct_story(story, arriving("New words", "About cranes.").document)
    assert (found("herons"), found("cranes")) == ([], ["New words"])
    withdraw_story(Story.objects.get())
    assert (found("cranes"), SearchText.objects.count()) == ([], 0)
    restore_story(Story.objects.get())
    assert found("cranes") == ["New words"]
    Story.objects.all().delete()
    assert found("cranes") == []
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO library_fts(library_fts, rank) VALUES ('integrity-check', 1)")


def test_the_index_can_be_made_again(keep: Keep) -> None:
    keep("Heron", "About herons.")
    SearchText.objects.all().delete()
    assert found("heron") == []
    assert rebuild_search() == 1
    assert found("heron") == ["Heron"]


def test_a_snippet_shows_the_place_in_the_original_text(keep: Keep) -> None:
    keep("Long", "Nothing here at all. " * 200 + "Then the Île-de-France award was given. " + "And more. " * 100)
    (hit,) = search("ile france award").hits
    assert marked(hit) == ["Île", "France", "award"]
    assert len(hit.snippet.text) < 300
    (hit,) = search("long").hits
    assert [hit.headline.text[start:end] for start, end in hit.headline.marks] == ["Long"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=300))
def test_any_text_is_a_query(db: None, text: str) -> None:
    assert search(text).query == text[:256]


def test_a_search_takes_three_queries(keep: Keep) -> None:
    for number in range(30):
        keep(f"Rain {number}", "Rain fell.")
    with CaptureQueriesContext(connection) as queries:
        search("rain")
    assert len(queries) == 3
