"""robots.txt is asked for, kept and obeyed; delays and pauses are kept."""

import time

import pytest
from tests.functional.fetch.servers import Internet, http, path_of

from kushk.sources.fetch.client import Fetcher, FetchSettings
from kushk.sources.fetch.errors import AddressRefused, HostBusy, RobotsForbid, RobotsUnknown, SlowDown
from kushk.sources.fetch.guard import Network
from kushk.sources.fetch.slots import Hosts


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def site(serve, internet):
    """A site whose robots.txt a test sets, and which notes the paths that were asked for."""

    class Site:
        robots = http(b"User-agent: *\nDisallow: /private\n")
        page = http(b"<p>page")

        def __init__(self):
            self.clock = Clock()
            self.internet = internet
            self.server = serve(self.answer)
            internet.site("news.example", self.server)
            self.fetcher = Fetcher(
                FetchSettings(slot_seconds=1), network=Network(internet.resolve, internet.dial), clock=self.clock
            )

        def answer(self, connection, request):
            path = path_of(request)
            connection.sendall(self.robots if path == "/robots.txt" else self.answer_page(path))

        def answer_page(self, path):
            return self.page

        @property
        def paths(self):
            return [path_of(request) for request in self.server.requests]

        def get(self, path, kind="page", **options):
            return self.fetcher.get(f"http://news.example{path}", kind=kind, **options)

    return Site()


def test_pages_and_images_obey_and_feeds_are_offered(site):
    assert site.get("/open").body == b"<p>page"
    for kind in ("page", "image"):
        with pytest.raises(RobotsForbid):
            site.get("/private/1", kind=kind)
    assert site.get("/private/feed", kind="feed").body == b"<p>page"
    assert site.get("/private/picture", kind="image", offered=True).body == b"<p>page"
    assert site.paths == ["/robots.txt", "/open", "/private/feed", "/private/picture"]


def test_rules_are_kept_for_a_day_and_no_longer(site):
    site.get("/1")
    site.clock.now = 24 * 3600 - 1
    site.get("/2")
    site.clock.now += 2
    site.robots = http(b"User-agent: *\nDisallow: /\n")
    with pytest.raises(RobotsForbid):
        site.get("/3")
    assert site.paths == ["/robots.txt", "/1", "/2", "/robots.txt"]


@pytest.mark.parametrize("status", ["400 Bad", "401 Who", "403 No", "404 Not Found", "410 Gone", "451 Law"])
def test_a_site_without_robots_txt_is_open(site, status):
    site.robots = http(b"User-agent: *\nDisallow: /\n", status)
    assert site.get("/1").body == b"<p>page"


@pytest.mark.parametrize(
    "answer",
    [
        http(status="500 Oh"),
        http(status="502 Gateway"),
        http(status="503 Busy"),
        http(status="429 Slow"),
        b"garbage\r\n\r\n",
        http(b"half", length=99),
    ],
)
def test_a_site_whose_robots_txt_cannot_be_read_is_closed(site, answer):
    site.robots = answer
    for _ in range(2):
        with pytest.raises(RobotsUnknown):
            site.get("/1")
    assert site.paths == ["/robots.txt"]
    site.robots = http()
    site.clock.now = 3601
    assert site.get("/1").body == b"<p>page"


def test_a_pause_that_the_host_asked_for_elsewhere_does_not_close_its_pages_for_longer(site):
    network = Network(site.internet.resolve, site.internet.dial)
    site.fetcher = Fetcher(FetchSettings(), network=network, hosts=Hosts(clock=site.clock), clock=site.clock)
    site.page = http(status="429 Slow", Retry_After="90")
    with pytest.raises(SlowDown):
        site.get("/feed", kind="feed")
    with pytest.raises(SlowDown) as caught:
        site.get("/1")
    assert caught.value.retry_after == 90
    assert site.paths == ["/feed"]
    site.page = http(b"<p>page")
    site.clock.now = 90
    assert site.get("/1").body == b"<p>page"


def test_robots_txt_may_redirect_but_not_for_ever(site):
    site.robots = http(status="302 Found", Location="/robots.txt")
    assert site.get("/1").body == b"<p>page"
    assert site.paths == ["/robots.txt"] * 6 + ["/1"]


def test_robots_txt_is_no_way_inside(site):
    site.robots = http(status="302 Found", Location="http://127.0.0.1/robots.txt")
    site.internet.names["127.0.0.1"] = ["127.0.0.1"]
    with pytest.raises(AddressRefused):
        site.get("/1")
    assert site.internet.dialled == [Internet.FIRST]


def test_the_first_half_mebibyte_of_a_huge_robots_txt_counts(site):
    filler = b"# nothing\n" * 50_500
    site.robots = http(b"User-agent: *\n" + filler + b"Disallow: /private\n" + b"Disallow: /x\n" * 100_000)
    with pytest.raises(RobotsForbid):
        site.get("/private")
    assert site.get("/open").body == b"<p>page"


def test_a_redirect_target_is_asked_for_leave_too(site):
    site.page = http(status="302 Found", Location="/private/2")
    with pytest.raises(RobotsForbid):
        site.get("/1")
    assert site.paths == ["/robots.txt", "/1"]


def test_the_crawl_delay_lies_between_two_pages(site):
    site.robots = http(b"User-agent: *\nCrawl-delay: 0.2\n")
    site.get("/1")
    started = time.monotonic()
    site.get("/2")
    assert time.monotonic() - started > 0.15


def test_a_redirect_within_a_site_does_not_wait_for_the_delay(site):
    site.robots = http(b"User-agent: *\nCrawl-delay: 30\n")
    moved = http(status="301 Moved", Location="/1/")
    site.answer_page = lambda path: moved if path == "/1" else site.page
    assert site.get("/1").moved_to == "http://news.example/1/"
    with pytest.raises(HostBusy):
        site.get("/2")


def test_a_delay_longer_than_anybody_waits_is_an_error_that_says_how_long(site):
    site.robots = http(b"User-agent: *\nCrawl-delay: 30\n")
    site.get("/1")
    started = time.monotonic()
    with pytest.raises(HostBusy) as caught:
        site.get("/2")
    assert time.monotonic() - started < 5
    assert 20 <= caught.value.retry_after <= 30
    assert site.paths == ["/robots.txt", "/1"]
