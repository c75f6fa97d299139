"""When two addresses are one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kushk.library.links import canonical_link, names_one_page


@pytest.mark.parametrize(
    "same",
    [
        "http://example.org/a/b",
        "https://EXAMPLE.org/a/b/",
        "https://example.org:443/a/b",
        "https://example.org./a/b#comments",
        "https://example.org/a/b?utm_source=x&utm_campaign=y&fbclid=z",
        " https://example.org/a/b?at_medium=RSS&at_campaign=rss ",
    ],
)
def test_what_leads_to_one_page_is_one_link(same: str) -> None:
    assert canonical_link(same) == "//example.org/a/b"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://example.org/?p=1", "https://example.org/?p=2"),
        ("https://example.org/a", "https://example.org/A"),
        ("https://example.org:8443/a", "https://example.org/a"),
        ("https://example.org/#!/story/1", "https://example.org/#!/story/2"),
        ("https://example.org/a?id=1&utm_source=x", "https://example.org/a?id=2&utm_source=x"),
        ("https://a.example.org/a", "https://example.org/a"),
    ],
)
def test_what_leads_to_two_pages_is_two_links(one: str, other: str) -> None:
    assert canonical_link(one) != canonical_link(other)


def test_letters_of_any_script_and_their_escapes_are_one_link() -> None:
    assert canonical_link("https://example.org/أخبار") == canonical_link(
        "https://example.org/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1"
    )


@pytest.mark.parametrize(
    "front", ["https://example.org", "http://example.org/", "", "urn:uuid:1", "mailto:a@example.org"]
)
def test_a_front_page_identifies_no_story(front: str) -> None:
    assert not names_one_page(front)


@pytest.mark.parametrize("page", ["https://example.org/a", "https://example.org/?p=3", "https://example.org/#!/3"])
def test_a_page_of_its_own_identifies_a_story(page: str) -> None:
    assert names_one_page(page)


@given(st.one_of(st.text(), st.from_regex(r"https?://[^/]{0,9}[:@\[\]][^ ]*")))
def test_no_address_is_an_error(text: str) -> None:
    assert isinstance(canonical_link(text), str)


@given(st.from_regex(r"https?://[a-z]{1,9}\.org(/[a-z%0-9é]{0,5}){0,3}(\?[a-z=&%0-9+]{0,9})?", fullmatch=True))
def test_the_canonical_form_is_its_own(url: str) -> None:
    canonical = canonical_link(url)
    assert canonical_link(f"https:{canonical}") == canonical
