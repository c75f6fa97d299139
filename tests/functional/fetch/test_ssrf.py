"""No form of an inner address is ever dialled: directly, by redirect, by name, by a name that changes its mind."""

import itertools
import socket
import time

import pytest
from tests.functional.fetch.servers import Internet, http

from kushk.sources.fetch.client import Fetcher, FetchSettings
from kushk.sources.fetch.errors import AddressRefused, BadAddress, FetchError, HostUnreachable
from kushk.sources.fetch.guard import Deadline, GuardedBackend, Judge, Network, _is_own, resolve_by_system

INNER_ADDRESSES = [
    "127.0.0.1",
    "127.255.255.254",
    "0.0.0.0",
    "0.1.2.3",
    "10.0.0.1",
    "10.255.255.255",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "100.64.0.1",
    "100.100.100.200",
    "169.254.169.254",
    "168.63.129.16",
    "192.0.0.1",
    "192.0.0.8",
    "192.0.0.192",
    "192.0.2.1",
    "192.88.99.1",
    "198.18.0.1",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.1.1.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::127.0.0.1",
    "::8.8.8.8",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:169.254.169.254",
    "::ffff:0:127.0.0.1",
    "::ffff:0:8.8.8.8",
    "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::7f00:1",
    "64:ff9b:1::808:808",
    "100::1",
    "2001::1",
    "2001:0:7f00:1::80ff:fffe",
    "2001:2::1",
    "2001:10::1",
    "2001:20::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "2002:a00:1::1",
    "2620:4f:8000::1",
    "2a00:1450::5efe:127.0.0.1",
    "2a00:1450::200:5efe:10.0.0.1",
    "3fff::1",
    "5f00::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fec0::1",
    "ff02::1",
]

ODD_HOSTS = [
    "127.1",
    "127.0.1",
    "0x7f.1",
    "0x7f000001",
    "2130706433",
    "017700000001",
    "0177.0.0.1",
    "0",
    "127.0.0.1.",
    "１２７.0.0.1",
    "①②⑦.⓪.⓪.①",
    "127。0。0。1",
    "localhost",
    "LOCALHOST.",
    "user@127.0.0.1",
    "example.com@127.0.0.1",
    "example.com\\@127.0.0.1",
    "127.0.0.1\\.example.com",
    "[::1%25lo]",
    "[fe80::1%eth0]",
    "[v1.127.0.0.1]",
    "[127.0.0.1]",
    "127.0.0.1%2f.example.com",
    "127.0.0.1%00.example.com",
    "127.0.0.1\t.example.com",
    "127.0.\u00ad0.1",
]


@pytest.fixture
def canaries(serve):
    """Servers where an attacker would like to get, on one port of both loopback addresses."""
    return [serve(http(b"secret")), serve(http(b"secret"), family=socket.AF_INET6, host="::1")]


@pytest.fixture
def watched():
    """A fetcher with the system's resolver whose dialler writes down and refuses whatever reaches it."""
    dialled = []

    def dial(address, port, seconds):
        dialled.append(address)
        raise ConnectionRefusedError(111, "Connection refused")

    fetcher = Fetcher(FetchSettings(), network=Network(resolve_by_system, dial))
    yield fetcher
    assert dialled == []


def in_url(address):
    return f"[{address}]" if ":" in address else address


@pytest.mark.parametrize("address", INNER_ADDRESSES)
def test_an_inner_address_is_not_dialled(watched, address):
    with pytest.raises(AddressRefused):
        watched.get(f"http://{in_url(address)}:8080/")


@pytest.mark.parametrize("host", ODD_HOSTS)
def test_an_odd_notation_of_an_inner_address_is_not_dialled(watched, host):
    with pytest.raises((AddressRefused, BadAddress)):
        watched.get(f"http://{host}:8080/")


@pytest.mark.parametrize("kind", ["feed", "page", "image"])
def test_the_canaries_hear_nothing(canaries, kind):
    fetcher = Fetcher(FetchSettings())
    hosts = [in_url(address) for address in INNER_ADDRESSES if address.startswith(("127.0.0.1", "0.0.0.0", "::"))]
    for canary, host in itertools.product(canaries, [*hosts, *ODD_HOSTS]):
        with pytest.raises((AddressRefused, BadAddress)):
            fetcher.get(f"http://{host}:{canary.port}/", kind=kind)
    assert [canary.connections for canary in canaries] == [0, 0]


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"])
def test_no_redirect_leads_inside(serve, internet, canaries, status):
    forms = [*(in_url(address) for address in INNER_ADDRESSES), *(host for host in ODD_HOSTS if "\t" not in host)]
    locations = iter(forms)
    server = serve(
        lambda connection, _: connection.sendall(
            http(status=status, Location=f"http://{next(locations)}:{canaries[0].port}/")
        )
    )
    internet.site("outside.example", server)
    fetcher = Fetcher(FetchSettings(), network=Network(either(internet), internet.dial))
    for form in forms:
        with pytest.raises((AddressRefused, BadAddress)):
            fetcher.get("http://outside.example/")
        assert internet.dialled == [Internet.FIRST], form
        internet.dialled.clear()
    assert server.connections == len(forms)
    assert canaries[0].connections == 0


def either(internet):
    """Return a resolver that knows the test's names and leaves the rest to the system."""
    return lambda host, port: internet.resolve(host, port) if host in internet.names else resolve_by_system(host, port)


@pytest.mark.parametrize(
    "location",
    [
        "file:///etc/passwd",
        "ftp://outside.example/",
        "javascript:alert(1)",
        "gopher://127.0.0.1/",
        "//127.0.0.1/",
        "http:///",
    ],
)
def test_no_redirect_changes_to_another_scheme_or_inner_host(serve, internet, location):
    internet.site("outside.example", serve(http(status="302 Found", Location=location)))
    fetcher = Fetcher(FetchSettings(), network=Network(either(internet), internet.dial))
    with pytest.raises((AddressRefused, BadAddress)):
        fetcher.get("http://outside.example/")
    assert internet.dialled == [Internet.FIRST]


@pytest.mark.parametrize("address", INNER_ADDRESSES)
def test_a_name_with_an_inner_address_is_not_dialled(internet, address):
    internet.names["inside.example"] = [address]
    with pytest.raises(AddressRefused):
        internet.fetcher().get("https://inside.example/")
    assert internet.dialled == []


@pytest.mark.parametrize("address", INNER_ADDRESSES)
def test_only_the_public_addresses_of_a_name_are_dialled(serve, internet, address):
    internet.site("both.example", serve(http(b"public")))
    internet.names["both.example"] = [address, Internet.FIRST, address]
    assert internet.fetcher().get("http://both.example/").body == b"public"
    assert internet.dialled == [Internet.FIRST]


def test_ten_thousand_names_that_change_their_address_reach_nothing_inside():
    answers = itertools.cycle([["93.184.216.34"], ["127.0.0.1"], ["93.184.216.34", "10.0.0.1"], ["::1"]])
    dialled = set()

    def dial(address, port, seconds):
        dialled.add(address)
        raise ConnectionRefusedError(111, "Connection refused")

    network = Network(lambda host, port: next(answers), dial)
    refused = 0
    for _ in range(10_000):
        backend = GuardedBackend(Judge(), network, Deadline(5), 1000)
        try:
            backend.connect_tcp("flips.example", 80)
        except AddressRefused:
            refused += 1
        except HostUnreachable:
            continue
    assert dialled == {"93.184.216.34"}
    assert refused == 5_000


def test_a_name_that_turns_inward_between_two_hops_is_refused(serve, internet):
    internet.site("flips.example", serve(http(status="302 Found", Location="/next")))
    answers = iter([[Internet.FIRST], ["127.0.0.1"]])
    fetcher = Fetcher(FetchSettings(), network=Network(lambda host, port: next(answers), internet.dial))
    with pytest.raises(AddressRefused):
        fetcher.get("http://flips.example/")
    assert internet.dialled == [Internet.FIRST]


@pytest.mark.parametrize("port", [1, 22, 25, 53, 110, 143, 445, 993, 3306, 5432, 6379, 9200, 11211, 27017])
def test_ports_of_services_are_refused(internet, port):
    internet.names["outside.example"] = [Internet.FIRST]
    with pytest.raises(AddressRefused):
        internet.fetcher().get(f"http://outside.example:{port}/")
    assert internet.resolved == []


def test_the_stand_does_not_fetch_from_itself(internet):
    internet.names["stand.example"] = [Internet.FIRST]
    with pytest.raises(AddressRefused, match="this stand itself"):
        internet.fetcher(own_hosts=frozenset({"Stand.Example"})).get("https://STAND.example./feed")
    assert internet.dialled == []


def test_the_machines_own_addresses_are_known_without_a_packet(canaries):
    assert _is_own("127.0.0.1")
    assert not _is_own("93.184.216.34")
    assert canaries[0].connections == 0


def test_what_the_operator_allows_is_fetched_and_logged(serve, caplog):
    server = serve(http(b"inner feed"))
    fetcher = Fetcher(FetchSettings(allow=frozenset({f"127.0.0.1:{server.port}"})))
    with caplog.at_level("INFO", "kushk.sources.fetch"):
        assert fetcher.get(f"http://127.0.0.1:{server.port}/feed").body == b"inner feed"
    assert f"127.0.0.1:{server.port}" in caplog.text


def test_an_allowed_host_opens_no_other_port_and_no_other_name(serve, canaries):
    server = serve(http(status="302 Found", Location=f"http://127.0.0.1:{canaries[0].port}/"))
    fetcher = Fetcher(FetchSettings(allow=frozenset({f"127.0.0.1:{server.port}"})))
    for url in (f"http://127.0.0.1:{server.port}/", f"http://localhost:{server.port}/"):
        with pytest.raises(AddressRefused):
            fetcher.get(url)
    assert canaries[0].connections == 0


def test_proxy_variables_are_ignored(monkeypatch, serve, internet):
    proxy = serve(http(b"by proxy"))
    for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{proxy.port}")
    internet.site("outside.example", serve(http(b"direct")))
    assert internet.fetcher().get("http://outside.example/").body == b"direct"
    assert proxy.connections == 0


def test_a_resolver_that_hangs_does_not_hold_the_request():
    network = Network(lambda host, port: time.sleep(5) or [], Internet().dial)
    fetcher = Fetcher(FetchSettings(connect_seconds=0.1), network=network)
    started = time.monotonic()
    with pytest.raises(FetchError) as caught:
        fetcher.get("http://slow.example/")
    assert caught.value.code == "timed-out"
    assert time.monotonic() - started < 4
