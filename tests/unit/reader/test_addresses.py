"""Where a reader may be led."""

from __future__ import annotations

import pytest

from kushk.reader.addresses import outside


@pytest.mark.parametrize(
    "url",
    [
        "https://paper.org/a?b=1#c",
        "http://paper.org",
        "HTTPS://paper.org/",
        "https://xn--mgbh0fb.com/%D9%85",
        "https://[2001:db8::1]/",
        "https://testing.org/",
        "https://an-example.org/",
    ],
)
def test_the_web_may_be_linked_to(url):
    assert outside(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "https://marsa.example/2026/1",
        "https://MARSA.EXAMPLE/",
        "https://marsa.example./",
        "http://www.example.com:8080/",
        "https://example.net",
        "https://a.test/",
        "http://localhost:8000/",
        "https://x.invalid/",
    ],
)
def test_hosts_that_cannot_exist_are_not(url):
    assert not outside(url)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "javascript:alert(1)",
        "data:text/html,x",
        "//paper.org/",
        "/a",
        "ftp://paper.org/",
        "https://",
        "https://[/",
        "https:paper.org",
    ],
)
def test_anything_else_is_not(url):
    assert not outside(url)
