"""Sources: health, validators, when they are due, and their end."""

from __future__ import annotations

from datetime import timedelta

from tests.functional.library.conftest import NOW

from kushk.library.api import (
    FetchReport,
    Publication,
    Source,
    add_publication,
    add_source,
    due_sources,
    pause_source,
    record_fetch,
    remove_source,
    resume_source,
    schedule_source,
)


def test_a_good_fetch_is_written_down(bare_source: Source) -> None:
    warnings = ({"code": "odd-date", "detail": "item 3"},)
    report = FetchReport(
        ok=True,
        etag='W/"a"',
        last_modified="Fri, 20 Nov 2026 10:00:00 GMT",
        next_fetch_at=NOW + timedelta(hours=1),
        stories_a_day=4.5,
        items=7,
        title="The Lantern: all",
        warnings=warnings,
    )
    record_fetch(bare_source, report, now=NOW)
    assert (bare_source.etag, bare_source.last_modified) == ('W/"a"', "Fri, 20 Nov 2026 10:00:00 GMT")
    assert (bare_source.last_success_at, bare_source.failures, bare_source.items_seen) == (NOW, 0, 7)
    assert (bare_source.title, bare_source.stories_a_day, bare_source.warnings) == (
        "The Lantern: all",
        4.5,
        list(warnings),
    )


def test_an_unchanged_answer_keeps_the_validators(bare_source: Source) -> None:
    record_fetch(bare_source, FetchReport(ok=True, etag="a", items=3), now=NOW)
    record_fetch(bare_source, FetchReport(ok=True, unchanged=True), now=NOW + timedelta(hours=1))
    assert (bare_source.etag, bare_source.items_seen) == ("a", 3)
    assert bare_source.last_success_at == NOW + timedelta(hours=1)


def test_failures_are_counted_until_a_fetch_succeeds(bare_source: Source) -> None:
    failed = FetchReport(ok=False, error_code="host-unreachable", error_detail="x" * 900)
    record_fetch(bare_source, failed, now=NOW)
    record_fetch(bare_source, failed, now=NOW)
    assert (bare_source.failures, bare_source.last_error_code) == (2, "host-unreachable")
    assert bare_source.last_success_at is None
    record_fetch(bare_source, FetchReport(ok=True), now=NOW)
    assert (bare_source.failures, bare_source.last_error_code, bare_source.last_error_detail) == (0, "", "")


def test_a_validator_that_is_too_long_is_not_kept_in_part(bare_source: Source) -> None:
    record_fetch(bare_source, FetchReport(ok=True, etag="e" * 501), now=NOW)
    assert bare_source.etag == ""


def test_gone_is_never_asked_again(bare_source: Source) -> None:
    record_fetch(bare_source, FetchReport(ok=False, gone=True, error_code="gone"), now=NOW)
    schedule_source(bare_source, NOW - timedelta(days=1))
    assert due_sources(NOW) == []


def test_sources_are_due_in_the_order_in_which_they_wait(publication: Publication) -> None:
    for name, hours in (("late", -1), ("later", -5), ("soon", 1)):
        add_source(publication, f"https://{name}.example/feed", next_fetch_at=NOW + timedelta(hours=hours))
    add_source(publication, "https://never.example/feed")
    assert [source.url for source in due_sources(NOW)] == ["https://later.example/feed", "https://late.example/feed"]
    assert len(due_sources(NOW, limit=1)) == 1


def test_paused_sources_wait_until_they_are_resumed(publication: Publication) -> None:
    source, _ = add_source(publication, "https://l.example/feed", next_fetch_at=NOW - timedelta(hours=1))
    pause_source(source)
    assert due_sources(NOW) == []
    resume_source(source, NOW - timedelta(minutes=1))
    assert due_sources(NOW) == [source]


def test_a_removed_source_comes_back_when_it_is_added_again(publication: Publication) -> None:
    source, _ = add_source(publication, "https://l.example/feed")
    remove_source(source)
    again, made = add_source(add_publication("Beacon"), "https://l.example/feed/")
    assert (again.pk, again.state, made) == (source.pk, "active", True)
