"""What a fetch brings back, hop by hop and header by header."""

import socket
import ssl
import subprocess
import threading

import pytest
from tests.functional.fetch.servers import Internet, header_of, http, path_of

from kushk import __version__
from kushk.sources.fetch.client import Fetcher, FetchSettings
from kushk.sources.fetch.errors import (
    BadAnswer,
    BadStatus,
    BreakerOpen,
    Gone,
    HostUnknown,
    HostUnreachable,
    SlowDown,
    TlsFailed,
    TooManyRedirects,
)
from kushk.sources.fetch.guard import Network
from kushk.sources.fetch.result import Fetched, NotModified, Validators

PUBLIC_HOSTS = [
    *(
        f"{name}{dot}"
        for name in ("example.com", "EXAMPLE.org", "a.b.c.d.example", "xn--mnchen-3ya.example")
        for dot in ("", ".")
    ),
    *("bücher.example", "例え.example", "موقع.example", "उदाहरण.example", "пример.example", "παράδειγμα.example"),
    *("दैनिक।example", "新闻。example", "faß.example", "☕.example", "i❤.example", "ＷＩＤＥ.example", "한국.example"),
    *("under_score.example", "-hyphen.example", "hyphen-.example", "1.example", "123.example", "0x1.example.net"),
    *("8.8.8.8", "1.1.1.1", "93.184.216.34", "100.63.255.255", "100.128.0.1", "172.15.255.255", "172.32.0.1"),
    *("9.255.255.255", "11.0.0.1", "126.255.255.255", "128.0.0.1", "169.253.255.255", "169.255.0.1", "192.0.1.1"),
    *(
        "192.167.255.255",
        "192.169.0.1",
        "198.17.255.255",
        "198.20.0.1",
        "203.0.114.1",
        "223.255.255.255",
        "192.88.98.1",
    ),
    *(
        "[2606:4700:4700::1111]",
        "[2001:4860:4860::8888]",
        "[2a00:1450:4001:81b::200e]",
        "[2400:cb00::1]",
        "[2001:200::1]",
    ),
    *("[2001:470::1]", "[2003::1]", "[2600::1]", "[2800:3f0::1]", "[2c0f:fb50::1]", "[3ffe::1]", "[::ffff:8.8.8.8]"),
    *("[64:ff9b::8.8.8.8]", "[2606:4700:0:0:0:0:6810:84E5]"),
    *(f"paper{number}.example" for number in range(70)),
    *(f"صحيفة{number}.example" for number in range(40)),
    *(
        f"news{number}.example:{port}"
        for number, port in enumerate((80, 443, 1024, 8000, 8080, 8443, 3000, 4000, 5000, 8888))
    ),
    *(f"host-{number}.co.uk" for number in range(30)),
]


def address_of(host: str) -> str:
    """Return the literal address that a URL's host is, or a public one for a name."""
    for family in (socket.AF_INET, socket.AF_INET6):
        try:
            socket.inet_pton(family, host)
        except OSError:
            continue
        return host
    return Internet.FIRST


def test_no_lawful_host_is_refused(serve):
    server = serve(http(b"news"))
    network = Internet()
    network.resolve = lambda host, port: [address_of(host)]
    network.dial = lambda address, port, seconds: socket.create_connection(("127.0.0.1", server.port), seconds)
    fetcher = network.fetcher()
    assert len(PUBLIC_HOSTS) >= 200
    assert {host: fetcher.get(f"http://{host}/feed").body for host in PUBLIC_HOSTS} == dict.fromkeys(
        PUBLIC_HOSTS, b"news"
    )


def test_the_request_says_who_asks_and_nothing_else(serve, internet):
    server = serve(http(b"x", Set_Cookie="a=b"))
    internet.site("news.example", server)
    fetcher = internet.fetcher(contact="https://stand.example/about")
    fetcher.get("http://news.example:8080/a%20b/ü?q=1#part")
    fetcher.get("http://news.example:8080/")
    first, second = server.requests
    assert first.startswith(b"GET /a%20b/%C3%BC?q=1 HTTP/1.1\r\n")
    assert header_of(first, "Host") == "news.example:8080"
    assert header_of(first, "User-Agent") == f"Kushk/{__version__} (+https://stand.example/about)"
    assert header_of(first, "Accept-Encoding") == "gzip"
    assert header_of(first, "Connection") == "close"
    assert header_of(second, "Cookie") is None
    assert header_of(second, "Referer") is None


def test_a_contact_cannot_add_a_header(serve, internet):
    server = serve(http(b"x"))
    internet.site("news.example", server)
    internet.fetcher(contact="me@stand.example\r\nX-Evil: 1").get("http://news.example/")
    assert header_of(server.requests[0], "X-Evil") is None


def test_the_answer_is_told_in_full(serve, internet):
    internet.site(
        "news.example",
        serve(
            http(
                b"<rss/>",
                Content_Type="application/rss+xml; charset=utf-8",
                ETag='W/"odd  \xe9"',
                Last_Modified="tuesday, some time",
                Cache_Control="public, max-age=900",
                Link="<a>; rel=x",
            ).replace(b"Link", b"Link: <b>; rel=y\r\nLink")
        ),
    )
    answer = internet.fetcher().get("http://news.example/feed")
    assert isinstance(answer, Fetched)
    assert answer.body == b"<rss/>"
    assert answer.url == "http://news.example/feed"
    assert answer.media_type == "application/rss+xml; charset=utf-8"
    assert answer.validators.last_modified == "tuesday, some time"
    assert answer.fresh_for == 900
    assert answer.headers["link"] == "<b>; rel=y, <a>; rel=x"
    assert answer.moved_to == ""


def test_validators_come_back_byte_for_byte(serve, internet):
    etag, date = 'W/"odd  é,; ÿ"', "tuesday, some time"

    def answer(connection, request):
        wanted = f"If-None-Match: {etag}\r\nIf-Modified-Since: {date}\r\n".encode("latin-1")
        known = wanted in request
        reply = b"HTTP/1.1 304 Not Modified\r\n" if known else b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\n"
        headers = f"ETag: {etag}\r\nLast-Modified: {date}\r\n\r\n".encode("latin-1")
        connection.sendall(reply + headers + (b"" if known else b"x"))

    internet.site("news.example", serve(answer))
    fetcher = internet.fetcher()
    first = fetcher.get("http://news.example/")
    assert first.validators == Validators(etag, date)
    second = fetcher.get("http://news.example/", conditional=first.validators)
    assert second == NotModified("http://news.example/", Validators(etag, date), second.headers)


def test_not_modified_may_bring_a_new_validator(serve, internet):
    internet.site("news.example", serve(b'HTTP/1.1 304 Not Modified\r\nETag: "2"\r\nCache-Control: max-age=60\r\n\r\n'))
    answer = internet.fetcher().get("http://news.example/", conditional=Validators('"1"', "yesterday"))
    assert isinstance(answer, NotModified)
    assert answer.validators == Validators('"2"', "yesterday")
    assert answer.fresh_for == 60


def test_an_unasked_not_modified_is_a_bad_status(serve, internet):
    internet.site("news.example", serve(b"HTTP/1.1 304 Not Modified\r\n\r\n"))
    with pytest.raises(BadStatus, match="304"):
        internet.fetcher().get("http://news.example/")


@pytest.mark.parametrize(
    ("chain", "moved_to"),
    [
        ([301], "http://news.example/1"),
        ([308, 301], "http://news.example/2"),
        ([301, 302, 301], "http://news.example/1"),
        ([302], ""),
        ([303, 301], ""),
        ([307], ""),
        ([301, 301, 301, 301, 308], "http://news.example/5"),
    ],
)
def test_redirects_are_followed_and_permanent_ones_remembered(serve, internet, chain, moved_to):
    def answer(connection, request):
        position = int(path_of(request)[1:])
        if position < len(chain):
            connection.sendall(http(status=f"{chain[position]} Elsewhere", Location=f"{position + 1}"))
        else:
            connection.sendall(http(b"here"))

    internet.site("news.example", serve(answer))
    result = internet.fetcher().get("http://news.example/0")
    assert (result.body, result.moved_to, result.url) == (b"here", moved_to, f"http://news.example/{len(chain)}")


def test_a_redirect_to_another_host_gets_a_connection_of_its_own(serve, internet):
    second = serve(http(b"moved"))
    internet.site("new.example", second, "8.8.8.8")
    internet.site("old.example", serve(http(status="301 Moved", Location="//new.example/ä b")))
    result = internet.fetcher().get("http://old.example/")
    assert result.moved_to == result.url == "http://new.example/%C3%A4%20b"
    assert header_of(second.requests[0], "Host") == "new.example"
    assert internet.dialled == [Internet.FIRST, "8.8.8.8"]


def test_endless_redirects_end_after_five(serve, internet):
    server = serve(http(status="302 Found", Location="/again"))
    internet.site("loop.example", server)
    with pytest.raises(TooManyRedirects):
        internet.fetcher().get("http://loop.example/")
    assert server.connections == 6


@pytest.mark.parametrize("status", [204, 200, 203])
def test_successes_have_a_body_however_small(serve, internet, status):
    internet.site("news.example", serve(f"HTTP/1.1 {status} Fine\r\nContent-Length: 0\r\n\r\n".encode()))
    assert internet.fetcher().get("http://news.example/").body == b""


@pytest.mark.parametrize("status", [206, 300, 301, 400, 401, 403, 404, 451, 500, 502])
def test_other_statuses_are_errors_with_their_number(serve, internet, status):
    internet.site("news.example", serve(http(b"a page of words", f"{status} Something")))
    with pytest.raises(BadStatus) as caught:
        internet.fetcher().get("http://news.example/feed")
    assert caught.value.status == status
    assert str(caught.value) == f"http://news.example/feed answered {status}."


def test_gone_is_an_error_of_its_own(serve, internet):
    internet.site("news.example", serve(http(status="410 Gone")))
    with pytest.raises(Gone):
        internet.fetcher().get("http://news.example/")


@pytest.mark.parametrize("status", ["429 Too Many Requests", "503 Busy"])
@pytest.mark.parametrize(
    ("said", "seconds"), [("120", 120), ("garbage", None), (None, None), ("99999999999", 31 * 86400)]
)
def test_a_pause_is_told_with_its_length(serve, internet, status, said, seconds):
    internet.site("news.example", serve(http(status=status, **({"Retry_After": said} if said else {}))))
    with pytest.raises(SlowDown) as caught:
        internet.fetcher().get("http://news.example/")
    assert caught.value.retry_after == seconds


def test_a_host_that_asked_for_a_pause_is_left_alone_on_that_port_only(serve, internet):
    server = serve(
        lambda connection, request: connection.sendall(
            http(b"other") if b":8080" in request else http(status="429 Slow", Retry_After="50")
        )
    )
    internet.site("news.example", server)
    fetcher = internet.fetcher()
    for _ in range(3):
        with pytest.raises(SlowDown):
            fetcher.get("http://news.example/")
    assert server.connections == 1
    assert fetcher.get("http://news.example:8080/").body == b"other"


def test_the_breaker_opens_for_one_host_and_no_other(serve, internet):
    broken, sound = serve(http(status="500 Oh")), serve(http(b"well"))
    internet.site("broken.example", broken)
    internet.site("sound.example", sound, "8.8.8.8")
    fetcher = internet.fetcher()
    for _ in range(5):
        with pytest.raises(BadStatus):
            fetcher.get("http://broken.example/")
    with pytest.raises(BreakerOpen):
        fetcher.get("http://broken.example/")
    assert broken.connections == 5
    assert fetcher.get("http://sound.example/").body == b"well"


def test_missing_pages_do_not_open_the_breaker(serve, internet):
    server = serve(http(status="404 Not Found"))
    internet.site("news.example", server)
    fetcher = internet.fetcher()
    for _ in range(8):
        with pytest.raises(BadStatus):
            fetcher.get("http://news.example/")
    assert server.connections == 8


def test_one_connection_a_host_at_a_time(serve, internet):
    busy, most, lock = [], [], threading.Lock()

    def answer(connection, _):
        with lock:
            busy.append(1)
            most.append(len(busy))
        threading.Event().wait(0.02)
        with lock:
            busy.pop()
        connection.sendall(http(b"x"))

    internet.site("news.example", serve(answer))
    fetcher = internet.fetcher()
    threads = [threading.Thread(target=fetcher.get, args=("http://news.example/",)) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1] * 6


def test_an_unknown_host_and_a_silent_one_are_told_apart(internet):
    internet.names["closed.example"] = ["8.8.8.8", "2606:4700::1", "8.8.4.4"]
    with pytest.raises(HostUnknown):
        internet.fetcher().get("http://nowhere.example/")
    with pytest.raises(HostUnreachable, match="connection refused"):
        internet.fetcher().get("http://closed.example/")
    assert internet.dialled == ["8.8.8.8", "2606:4700::1", "8.8.4.4"]


def test_a_name_service_that_is_down_is_not_an_unknown_host():
    def resolve(host, port):
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    with pytest.raises(HostUnreachable, match="cannot be looked up now"):
        Fetcher(FetchSettings(), network=Network(resolve)).get("http://news.example/")


def test_the_next_address_is_tried_when_one_is_dead(serve, internet):
    internet.site("news.example", serve(http(b"x")), "2606:4700::2")
    internet.names["news.example"] = ["2606:4700::1", "2606:4700::2"]
    assert internet.fetcher().get("http://news.example/").body == b"x"


@pytest.mark.parametrize("answer", [b"", b"\x00\xff\r\n\r\n", b"SSH-2.0-x\r\n\r\n", b"HTTP/1.1 2x0 OK\r\n\r\n"])
def test_what_is_not_http_is_a_bad_answer(serve, internet, answer):
    internet.site("odd.example", serve(answer))
    with pytest.raises(BadAnswer):
        internet.fetcher().get("http://odd.example/")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A self-signed certificate for secure.example and its key."""
    folder = tmp_path_factory.mktemp("tls")
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    names = ["-subj", "/CN=secure.example", "-addext", "subjectAltName=DNS:secure.example", "-days", "2"]
    files = ["-keyout", str(folder / "key.pem"), "-out", str(folder / "cert.pem")]
    try:
        subprocess.run([*command, *names, *files], check=True, capture_output=True)
    except FileNotFoundError:
        pytest.skip("the openssl program is not installed")
    return folder


@pytest.fixture
def secure(serve, certificate):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate / "cert.pem", certificate / "key.pem")
    return serve(http(b"safe"), tls=context)


def test_a_certificate_that_nobody_vouches_for_is_refused(secure, internet):
    internet.site("secure.example", secure)
    with pytest.raises(TlsFailed, match="self-signed certificate"):
        internet.fetcher().get("https://secure.example/")
    assert secure.requests == []


def test_a_certificate_holds_for_its_own_name_only(secure, internet, certificate):
    internet.site("secure.example", secure)
    internet.site("other.example", secure)
    trusting = ssl.create_default_context(cafile=certificate / "cert.pem")
    assert internet.fetcher(tls=trusting).get("https://secure.example/").body == b"safe"
    with pytest.raises(TlsFailed, match="Hostname mismatch"):
        internet.fetcher(tls=trusting).get("https://other.example/")
    assert len(secure.requests) == 1


def test_a_server_without_tls_on_the_https_port_is_refused(internet):
    listener = socket.create_server(("127.0.0.1", 0))

    def answer():
        connection, _ = listener.accept()
        connection.recv(65536)
        connection.sendall(http(b"plain"))
        connection.close()

    thread = threading.Thread(target=answer)
    thread.start()
    internet.names["plain.example"] = [Internet.FIRST]
    internet.behind[Internet.FIRST] = listener.getsockname()[1]
    with pytest.raises(TlsFailed):
        internet.fetcher().get("https://plain.example/")
    thread.join()
    listener.close()


def test_the_default_fetcher_verifies_certificates():
    context = Fetcher(FetchSettings())._tls
    assert context.verify_mode == ssl.CERT_REQUIRED
    assert context.check_hostname
    assert context.minimum_version >= ssl.TLSVersion.TLSv1_2
