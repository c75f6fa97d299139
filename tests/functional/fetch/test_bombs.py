"""Hostile bodies end in an error, in bounded time and memory."""

import contextlib
import gzip
import random
import time
import tracemalloc
import zlib

import brotli
import pytest
from tests.functional.fetch.servers import http

from kushk.sources.fetch.decoding import read_decoded
from kushk.sources.fetch.errors import AnswerTooLarge, BadAnswer, BadEncoding, CutOff, FetchError, TimedOut

MIB = 1024 * 1024


def zeros(mebibytes: int, wbits: int = 31) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, wbits)
    return b"".join(packer.compress(bytes(MIB)) for _ in range(mebibytes)) + packer.flush()


@contextlib.contextmanager
def at_most(mebibytes: float):
    """Hold what runs inside to so much memory."""
    tracemalloc.start()
    try:
        yield
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < mebibytes * MIB


def stream(*pieces, pause=0.0):
    """Return an answer that sends pieces one after the other until the other side goes away."""

    def answer(connection, _):
        for piece in pieces:
            connection.sendall(piece)
            time.sleep(pause)

    return answer


def endless(head: bytes, piece: bytes, pause=0.0):
    def answer(connection, _):
        connection.sendall(head)
        while True:
            connection.sendall(piece)
            time.sleep(pause)

    return answer


HEAD = b"HTTP/1.1 200 OK\r\n"


@pytest.fixture(scope="module")
def gzip_bomb():
    return zeros(200)


@pytest.mark.parametrize("encoding", ["gzip", "x-gzip", "GZIP"])
def test_a_gzip_bomb_is_counted_as_it_opens(serve, internet, gzip_bomb, encoding):
    internet.site("bomb.example", serve(http(gzip_bomb, Content_Encoding=encoding)))
    with at_most(4), pytest.raises(AnswerTooLarge, match="holds more than 1048576 bytes"):
        internet.fetcher().get("http://bomb.example/", limit_bytes=MIB)


@pytest.mark.parametrize("wbits", [15, -15])
def test_a_deflate_bomb_is_counted_as_it_opens(serve, internet, wbits):
    internet.site("bomb.example", serve(http(zeros(50, wbits), Content_Encoding="deflate")))
    with at_most(4), pytest.raises(AnswerTooLarge):
        internet.fetcher().get("http://bomb.example/", limit_bytes=MIB)


def test_a_brotli_bomb_is_counted_as_it_opens(serve, internet):
    internet.site("bomb.example", serve(http(brotli.compress(bytes(100 * MIB), quality=5), Content_Encoding="br")))
    with at_most(4), pytest.raises(AnswerTooLarge):
        internet.fetcher().get("http://bomb.example/", limit_bytes=MIB)


@pytest.mark.parametrize(
    "encoding", ["gzip, gzip", "gzip,br", "deflate, gzip", "zstd", "compress", "gzip;q=1", "x" * 500]
)
def test_chains_and_unknown_encodings_are_refused(serve, internet, encoding):
    internet.site("bomb.example", serve(http(gzip.compress(gzip.compress(b"x")), Content_Encoding=encoding)))
    with pytest.raises(BadEncoding):
        internet.fetcher().get("http://bomb.example/")


def test_encodings_in_several_headers_are_a_chain(serve, internet):
    head = b"Content-Encoding: gzip\r\nContent-Encoding: gzip\r\n"
    internet.site("bomb.example", serve(http(gzip.compress(b"x")).replace(b"Content-Length", head + b"Content-Length")))
    with pytest.raises(BadEncoding):
        internet.fetcher().get("http://bomb.example/")


def test_a_bomb_inside_a_bomb_is_opened_once(serve, internet, gzip_bomb):
    internet.site("bomb.example", serve(http(gzip.compress(gzip_bomb), Content_Encoding="gzip")))
    assert internet.fetcher().get("http://bomb.example/").body == gzip_bomb


@pytest.mark.parametrize("encoding", ["identity", "none", "utf-8", "UTF-8", "", "identity, gzip"])
def test_what_is_no_encoding_does_not_count(serve, internet, encoding):
    body = gzip.compress(b"news") if "gzip" in encoding else b"news"
    internet.site("news.example", serve(http(body, Content_Encoding=encoding)))
    assert internet.fetcher().get("http://news.example/").body == b"news"


BODY = bytes(random.Random(4).choices(range(256), k=30_000)) + b"word " * 60_000  # noqa: S311


@pytest.mark.parametrize(
    ("encoding", "packed"),
    [
        ("gzip", gzip.compress(BODY)),
        ("gzip", gzip.compress(BODY[:50_000]) + gzip.compress(BODY[50_000:])),
        ("gzip", gzip.compress(BODY) + b"\x00\x00padding"),
        ("deflate", zlib.compress(BODY)),
        ("deflate", zlib.compress(BODY, wbits=-15)),
        ("br", brotli.compress(BODY)),
        ("", BODY),
    ],
)
@pytest.mark.parametrize("size", [1, 7, 4096, 10**6])
def test_every_encoding_comes_out_whole_however_it_is_cut_up(encoding, packed, size):
    pieces = (packed[start : start + size] for start in range(0, len(packed), size))
    assert read_decoded(pieces, encoding, len(BODY)) == BODY


@pytest.mark.parametrize(
    ("encoding", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress), ("br", brotli.compress)]
)
def test_a_cut_off_stream_is_told_as_such(serve, internet, encoding, pack):
    internet.site("news.example", serve(http(pack(BODY)[:-9], Content_Encoding=encoding)))
    with pytest.raises(CutOff):
        internet.fetcher().get("http://news.example/")


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br"])
def test_what_is_not_in_its_encoding_is_refused(serve, internet, encoding):
    internet.site("news.example", serve(http(b"<rss version='2.0'>", Content_Encoding=encoding)))
    with pytest.raises(BadEncoding):
        internet.fetcher().get("http://news.example/")


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br"])
def test_an_empty_body_is_empty_in_every_encoding(serve, internet, encoding):
    internet.site("news.example", serve(http(b"", Content_Encoding=encoding)))
    assert internet.fetcher().get("http://news.example/").body == b""


def test_ten_gigabytes_are_refused_by_their_announcement(serve, internet):
    server = serve(http(b"x", length=10**10))
    internet.site("huge.example", server)
    with pytest.raises(AnswerTooLarge):
        internet.fetcher().get("http://huge.example/")


@pytest.mark.parametrize(
    ("head", "piece"),
    [
        (b"\r\n", bytes(65536)),
        (b"Transfer-Encoding: chunked\r\n\r\n", b"10000\r\n" + bytes(65536) + b"\r\n"),
        (b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n", b"10000\r\n" + bytes(65536) + b"\r\n"),
        (b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(b"x")[:10], b"\x00\x00\x00\xff\xff" * 10_000),
    ],
    ids=["plain", "chunked", "lying length", "gzip that says nothing"],
)
def test_an_endless_body_is_cut(serve, internet, head, piece):
    internet.site("endless.example", serve(endless(HEAD + head, piece)))
    with at_most(8), pytest.raises(AnswerTooLarge):
        internet.fetcher().get("http://endless.example/", limit_bytes=MIB)


def test_exactly_the_limit_is_taken_in(serve, internet):
    internet.site("news.example", serve(http(bytes(1000))))
    assert len(internet.fetcher().get("http://news.example/", limit_bytes=1000).body) == 1000
    with pytest.raises(AnswerTooLarge):
        internet.fetcher().get("http://news.example/", limit_bytes=999)


@pytest.mark.parametrize(("kind", "mebibytes"), [("feed", 10), ("page", 5), ("image", 20)])
def test_each_kind_has_its_limit(serve, internet, kind, mebibytes):
    for length, error in ((mebibytes * MIB + 1, AnswerTooLarge), (mebibytes * MIB, CutOff)):
        internet.site("news.example", serve(http(b"x", length=length)))
        with pytest.raises(error):
            internet.fetcher().get("http://news.example/", kind=kind, offered=True)


@pytest.mark.parametrize(
    "answer",
    [
        http(b"half", length=400),
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n400\r\nhalf",
    ],
)
def test_a_body_that_stops_too_early_is_told_as_such(serve, internet, answer):
    internet.site("news.example", serve(answer))
    with pytest.raises(CutOff):
        internet.fetcher().get("http://news.example/")


def test_what_comes_after_the_announced_length_is_not_read(serve, internet):
    internet.site("news.example", serve(http(b"news and more", length=4)))
    assert internet.fetcher().get("http://news.example/").body == b"news"


@pytest.mark.parametrize(
    "answer",
    [
        HEAD + b"X: " + b"a" * 300_000 + b"\r\n\r\n",
        HEAD + b"X: a\r\n" * 60_000 + b"\r\n",
        HEAD + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nxx",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n",
    ],
    ids=["one huge header", "many headers", "two lengths", "no chunk"],
)
def test_broken_or_huge_headers_are_a_bad_answer(serve, internet, answer):
    internet.site("news.example", serve(answer))
    with at_most(4), pytest.raises(BadAnswer):
        internet.fetcher().get("http://news.example/")


@pytest.mark.parametrize(
    "answer",
    [
        endless(b"H", b"T", pause=0.05),
        endless(HEAD, b"X: a\r\n", pause=0.05),
        endless(HEAD + b"\r\n", b"x", pause=0.05),
        endless(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n", pause=0.05),
        endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n", pause=0.05),
    ],
    ids=["status line", "headers", "body", "chunks", "interim answers"],
)
def test_a_dripping_server_ends_at_the_deadline(serve, internet, answer):
    internet.site("slow.example", serve(answer))
    started = time.monotonic()
    with pytest.raises((TimedOut, BadAnswer)):
        internet.fetcher(seconds=0.3).get("http://slow.example/")
    assert time.monotonic() - started < 3


def test_a_silent_server_is_left_before_the_deadline(serve, internet):
    internet.site("silent.example", serve(stream(HEAD, pause=3)))
    started = time.monotonic()
    with pytest.raises(TimedOut):
        internet.fetcher(silence_seconds=0.1).get("http://silent.example/")
    assert time.monotonic() - started < 2.5


def test_redirects_share_one_deadline(serve, internet):
    def answer(connection, _):
        time.sleep(0.12)
        connection.sendall(http(status="302 Found", Location="/again"))

    internet.site("slow.example", serve(answer))
    with pytest.raises(TimedOut):
        internet.fetcher(seconds=0.3).get("http://slow.example/")


def test_every_fault_is_one_line_with_a_code(serve, internet):
    internet.site("news.example", serve(http(b"x", length=10**10)))
    for url in (
        "http://news.example/",
        "nonsense\r\nX: y",
        "http://" + "a" * 9000,
        "http://10.0.0.1/",
        "http://x.invalid/",
    ):
        with pytest.raises(FetchError) as caught:
            internet.fetcher().get(url)
        assert "\n" not in str(caught.value)
        assert len(str(caught.value)) < 400
        assert caught.value.code
