"""What a request for a public page asks for."""

from __future__ import annotations

import pytest

from kushk.reader.asked import as_everybody, is_known, known_query, query_of, takes_gzip, takes_host


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("q=river", "q=river"),
        ("page=2&q=river", "q=river&page=2"),
        ("utm_source=x&q=river&fbclid=1", "q=river"),
        ("q=a&q=b", "q=b"),
        ("q=&language=", ""),
        ("q=%D9%86%D9%87%D8%B1+x", "q=%D9%86%D9%87%D8%B1+x"),
        ("q=a%26page%3D9", "q=a%26page%3D9"),
        ("q=%ff", "q=%EF%BF%BD"),
        ("Q=river&;page=3", ""),
        ("v=abc", ""),
        ("remember", None),
        ("q=x&remember=", None),
        ("q=" + "x" * 3000, None),
        ("&".join(f"a{number}=1" for number in range(1500))[:1999], ""),
        ("q=\u20ac", None),
    ],
)
def test_known_parameters_alone_count_in_one_order(text, known):
    assert known_query(text) == known


@pytest.mark.parametrize(
    ("environ", "query"),
    [
        ({"PATH_INFO": "/en/"}, ""),
        ({"PATH_INFO": "/ar/p/x/", "QUERY_STRING": "after=1"}, "after=1"),
        ({"PATH_INFO": "/colours/rack.css", "QUERY_STRING": "v=1"}, ""),
        ({"PATH_INFO": "/en/", "REQUEST_METHOD": "HEAD"}, ""),
        ({"PATH_INFO": "/en/", "REQUEST_METHOD": "POST"}, None),
        ({"PATH_INFO": "/en/", "SCRIPT_NAME": "/below"}, None),
        ({"PATH_INFO": "/en"}, None),
        ({"PATH_INFO": "/"}, None),
        ({"PATH_INFO": "/desk/"}, None),
        ({"PATH_INFO": "/xx/"}, None),
        ({"PATH_INFO": "//en/"}, None),
        ({"PATH_INFO": "/en/", "QUERY_STRING": "remember"}, None),
    ],
)
def test_only_reading_public_pages_takes_the_short_path(environ, query):
    assert query_of({"REQUEST_METHOD": "GET", **environ}) == query


@pytest.mark.parametrize(
    ("accepted", "taken"),
    [
        ("gzip", True),
        ("GZIP", True),
        ("br, gzip;q=0.5, *;q=0", True),
        ("gzip, deflate, br, zstd", True),
        ("x-gzip", True),
        ("*", True),
        ("*;q=0.1", True),
        ("br;q=1, gzip ; q = 0.001", True),
        ("gzip;q=0", False),
        ("gzip;q=0, *", False),
        ("gzip;q=0.000", False),
        ("gzip;q=high", False),
        ("*;q=0", False),
        ("br", False),
        ("identity", False),
        ("notgzip", False),
        ("", False),
        (";;,,=", False),
    ],
)
def test_gzip_is_given_to_those_who_take_it(accepted, taken):
    assert takes_gzip(accepted) is taken


@pytest.mark.parametrize(
    ("header", "known"),
    [
        ('"abc"', True),
        ('W/"abc"', True),
        ('"x", W/"abc" , "y"', True),
        ("*", True),
        ('"x"', False),
        ("abc", False),
        ('"ABC"', False),
        ("", False),
    ],
)
def test_versions_are_compared_weakly(header, known):
    assert is_known(header, "abc") is known


def test_hosts_are_those_that_django_takes(settings):
    settings.ALLOWED_HOSTS = ["stand.example", ".wide.example"]
    for host in ("stand.example", "stand.example:8000", "STAND.example.", "a.wide.example"):
        assert takes_host(host), host
    for host in ("", "evil.example", "stand.example.evil", "x@stand.example", "stand.example/", "stand.example:x", "*"):
        assert not takes_host(host), host


def test_a_request_for_everybody_tells_nothing_of_a_reader():
    mine = {
        "REQUEST_METHOD": "HEAD",
        "PATH_INFO": "/en/",
        "QUERY_STRING": "evil=1",
        "CONTENT_TYPE": "x",
        "HTTP_HOST": "other.example",
        "HTTP_COOKIE": "sessionid=1",
        "HTTP_X_FORWARDED_HOST": "evil.example",
        "HTTP_IF_NONE_MATCH": "*",
        "wsgi.url_scheme": "http",
    }
    assert as_everybody(mine, "q=1", "stand.example") == {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": "/en/",
        "QUERY_STRING": "q=1",
        "CONTENT_LENGTH": "0",
        "HTTP_HOST": "stand.example",
        "wsgi.url_scheme": "http",
    }


def test_choices_are_found_among_any_number_of_cookies():
    asked = {"PATH_INFO": "/reading.css", "REQUEST_METHOD": "GET"}
    others = "; ".join(f"tracker{number}={'x' * 50}" for number in range(80))
    found = query_of(asked | {"HTTP_COOKIE": f"{others}; reading=theme-dark; z=1"})
    assert found == "reading=theme-dark"
    assert query_of(asked | {"HTTP_COOKIE": "unreading=theme-dark"}) == ""
