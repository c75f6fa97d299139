"""One reading of a web address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kushk.sources.fetch.errors import BadAddress
from kushk.sources.fetch.url import join_address, parse_address, port_is_lawful


@pytest.mark.parametrize(
    ("text", "rebuilt"),
    [
        ("http://example.com", "http://example.com/"),
        ("HTTPS://Example.COM./a?b#c", "https://example.com/a?b"),
        (" \n http://example.com/a \t", "http://example.com/a"),
        ("http://example.com:80/", "http://example.com/"),
        ("https://example.com:80/", "https://example.com:80/"),
        ("https://example.com:0443/", "https://example.com/"),
        ("http://example.com:/", "http://example.com/"),
        ("http://example.com?a=b c", "http://example.com/?a=b%20c"),
        ("http://example.com/?", "http://example.com/"),
        ("http://bücher.example/ü?ü=é", "http://xn--bcher-kva.example/%C3%BC?%C3%BC=%C3%A9"),
        ("http://faß.example/", "http://xn--fa-hia.example/"),
        ("http://ＥＸ.example/", "http://ex.example/"),
        ("http://دنیا.example/", "http://xn--mgbp3ex1a.example/"),
        ("http://نامه‌ای.example/", "http://xn--mgba3gch31f060k.example/"),
        ("http://例え。example/", "http://xn--r8jz45g.example/"),
        ("http://☕.example/", "http://xn--53h.example/"),
        ("http://my_paper.example/", "http://my_paper.example/"),
        ("http://[2606:4700:0::1]:8080/x", "http://[2606:4700::1]:8080/x"),
        ("http://example.com/a%2Fb/../%zz~", "http://example.com/a%2Fb/../%zz~"),
        ("http://example.com/<a>\"'{}", "http://example.com/%3Ca%3E%22'%7B%7D"),
        ("http://example.com/?a[]=1&b=%D9%83&c=x|y", "http://example.com/?a[]=1&b=%D9%83&c=x|y"),
        ("http://example.com/a@b:c", "http://example.com/a@b:c"),
    ],
)
def test_an_address_is_rebuilt_in_one_form(text, rebuilt):
    assert str(parse_address(text)) == rebuilt
    assert str(parse_address(rebuilt)) == rebuilt


@pytest.mark.parametrize(
    "text",
    [
        *("", "example.com", "//example.com/", "ftp://example.com/", "file:///etc/passwd", "javascript:alert(1)"),
        *("http:example.com", "http:/example.com", "http:///example.com", "http://", "http://?a", "http://:80/"),
        *("http://user@example.com/", "http://user:pass@example.com/", "http://@example.com/", "http://a@b@c/"),
        *(
            "http://example.com\\@127.0.0.1/",
            "http:\\\\example.com/",
            "http://example.com/a\\b",
            "http://\\example.com",
        ),
        *("http://ex\tample.com/", "http://ex\nample.com/", "http://example.com/\x00", "http://example.com/a\r\nX: y"),
        *("http://ex ample.com/", "http://example.com\u2028/", "http://example.com/\ud800", "http://example.com/\x85"),
        *("http://example.com:65536/", "http://example.com:0/", "http://example.com:-1/", "http://example.com:8x/"),
        *("http://example.com:８０/", "http://example.com:80:80/", "http://example.com:999999/"),
        *(
            "http://[::1/",
            "http://::1/",
            "http://[::1]x/",
            "http://[[::1]]/",
            "http://[1.2.3.4]/",
            "http://[fe80::1%eth0]/",
        ),
        *("http://127.1/", "http://0x7f.0.0.1/", "http://2130706433/", "http://0177.0.0.1/", "http://1.2.3.4.5/"),
        *("http://256.1.1.1/", "http://example.0x/", "http://example.1/", "http://①②⑦.⓪.1/", "http://127.0.0.01/"),
        *(
            "http://ex%61mple.com/",
            "http://example.com%2f.evil.example/",
            "http://exa$mple.com/",
            "http://a..b/",
            "http://./",
        ),
        *("http://" + "a" * 64 + ".example/", "http://" + "a." * 130 + "example/", "http://example.com/" + "a" * 5000),
        *("http://exa\u202emple.com\u2066/", "http://\u200b/", "http://exam／ple.com/", "http://ex＠ample.com/"),
    ],
)
def test_what_can_be_read_in_two_ways_is_refused(text):
    with pytest.raises(BadAddress):
        parse_address(text)


@given(st.text(max_size=60))
def test_any_text_is_refused_or_becomes_one_stable_ascii_address(text):
    try:
        address = parse_address("http://" + text)
    except BadAddress:
        return
    assert str(address).isascii()
    assert " " not in str(address)
    assert parse_address(str(address)) == address


@given(st.text(max_size=40))
def test_any_reference_is_refused_or_joined_without_leaving_http(text):
    try:
        joined = join_address(parse_address("https://news.example/a/b?c"), text)
    except BadAddress:
        return
    assert joined.scheme in {"http", "https"}
    assert parse_address(str(joined)) == joined


@pytest.mark.parametrize(
    ("reference", "joined"),
    [
        ("d", "https://news.example/a/d"),
        ("/d", "https://news.example/d"),
        ("../../../d", "https://news.example/d"),
        ("?d", "https://news.example/a/b?d"),
        ("//other.example", "https://other.example/"),
        ("http://other.example:8080/x", "http://other.example:8080/x"),
        (" d e ", "https://news.example/a/d%20e"),
        ("#part", "https://news.example/a/b?c"),
    ],
)
def test_a_reference_is_joined_as_browsers_do(reference, joined):
    assert str(join_address(parse_address("https://news.example/a/b?c"), reference)) == joined


@pytest.mark.parametrize(
    "reference", ["https:d", "https:///d", "javascript:x", "//a@b/", "\\\\other.example", "/\\x", "//[x"]
)
def test_an_ambiguous_reference_is_refused(reference):
    with pytest.raises(BadAddress):
        join_address(parse_address("https://news.example/a"), reference)


def test_a_site_is_a_host_and_a_port():
    assert parse_address("https://News.example/x").site == "news.example:443"
    assert parse_address("http://[::1]/x").site == "[::1]:80"
    assert parse_address("http://news.example:8080/x").origin == "http://news.example:8080"


def test_sites_are_served_on_their_own_ports_and_on_free_ones():
    assert all(port_is_lawful(port) for port in (80, 443, 1024, 3000, 4000, 5000, 8000, 8080, 8081, 8443, 8888, 49152))
    assert not any(port_is_lawful(port) for port in (1, 21, 22, 25, 79, 81, 587, 1023, 2375, 3306, 5432, 6379, 11211))
