"""Rights as machines are told them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kushk.sources.fetch.reservations import (
    NOTHING_RESERVED,
    Reservations,
    from_headers,
    from_page,
    from_robots,
    from_tdmrep,
    strictest,
)

URL = "https://news.example/a/story"


def test_headers_reserve():
    found = from_headers(
        {
            "tdm-reservation": "1",
            "tdm-policy": "/policy.json",
            "link": '</other>; rel="next", </rsl.xml>; rel="license"; type="application/rsl+xml", </cc>; rel=license',
            "content-usage": "train-ai=n, search=y;exp=1, ?odd, =, broken=perhaps",
            "x-robots-tag": "noarchive, googlebot: nosnippet",
        },
        URL,
    )
    assert found == Reservations(
        tdm=True,
        tdm_policy="https://news.example/policy.json",
        licenses=("https://news.example/rsl.xml",),
        usage=(("search", True), ("train-ai", False)),
        no_archive=True,
        no_snippet=True,
    )


def test_a_page_reserves():
    html = """<meta name="TDM-Reservation" content="1"><meta name="tdm-policy" content="https://news.example/p">
    <meta name="robots" content="index, NoAI"><meta name=robots content=noimageai>
    <link rel="license" type="application/rsl+xml" href="/rsl.xml"><link rel=license href=/cc>"""
    assert from_page(html, URL) == Reservations(
        tdm=True, tdm_policy="https://news.example/p", licenses=("https://news.example/rsl.xml",), no_ai=True
    )


def test_robots_txt_reserves_in_the_newer_and_the_older_word():
    text = "License: https://x.example/rsl # free\nUser-agent: kushk\nContent-Signal: search=yes, ai-train=no\n"
    text += "Content-Usage: /archive train-ai=y, ai-use=n\n"
    found = from_robots(text, URL)
    assert found.licenses == ("https://x.example/rsl",)
    assert found.usage == (("ai-use", False), ("search", True), ("train-ai", False))


@pytest.mark.parametrize(
    ("path", "tdm"),
    [
        ("/news/1", True),
        ("/free/1", False),
        ("/free/1.html", False),
        ("/pictures/1.jpg", True),
        ("/pictures/1.png", None),
    ],
)
def test_the_first_rule_of_tdmrep_that_fits_counts(path, tdm):
    text = """[{"location": "/free/*", "tdm-reservation": 0}, {"location": "*.jpg$", "tdm-reservation": 1}, 7,
    {"location": "/news", "tdm-reservation": "1", "tdm-policy": "/p"}]"""
    assert from_tdmrep(text, path, URL).tdm is tdm


@pytest.mark.parametrize("text", ["", "{}", "[[", "null", "[" * 100_000, '[{"location": 5, "tdm-policy": {}}]'])
def test_a_broken_tdmrep_reserves_nothing(text):
    assert from_tdmrep(text, "/", URL) == NOTHING_RESERVED


def test_the_stricter_word_wins_and_the_header_comes_before_the_file():
    header = Reservations(tdm=False, usage=(("search", True), ("train-ai", True)), licenses=("a",))
    file = Reservations(tdm=True, tdm_policy="p", usage=(("train-ai", False),), licenses=("b", "a"), no_ai=True)
    assert strictest(header, file) == Reservations(
        tdm=False, usage=(("search", True), ("train-ai", False)), licenses=("a", "b"), no_ai=True
    )
    assert (
        strictest(NOTHING_RESERVED, file)
        == strictest(file)
        == Reservations(tdm=True, tdm_policy="p", usage=(("train-ai", False),), licenses=("b", "a"), no_ai=True)
    )
    assert strictest() == NOTHING_RESERVED


@given(st.text(max_size=80))
def test_no_text_breaks_the_reading(text):
    names = ("tdm-reservation", "tdm-policy", "link", "content-usage", "x-robots-tag")
    for found in (from_headers(dict.fromkeys(names, text), URL), from_robots(text, URL), from_page(text, URL)):
        assert found.tdm in {None, True, False}
