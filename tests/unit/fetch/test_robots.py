"""Which part of a robots.txt speaks to us, and what it says."""

import time

import pytest

from kushk.sources.fetch.robots import LONGEST_DELAY, parse_robots
from kushk.sources.fetch.url import parse_address

ORIGIN = "https://news.example"


def allowed(robots: str, path: str = "/a/story") -> bool:
    return parse_robots(robots.encode()).allows(parse_address(ORIGIN + path))


@pytest.mark.parametrize(
    ("robots", "open_"),
    [
        ("", True),
        ("User-agent: *\nDisallow:", True),
        ("User-agent: *\nDisallow: /", False),
        ("\ufeffUser-agent: *\r\nDisallow: /\r\n", False),
        ("user-AGENT : *  # all\ndisallow : /a  # this", False),
        ("User-agent: *\rDisallow: /", False),
        ("User-agent: GPTBot\nDisallow: /", True),
        ("User-agent: Kushk\nDisallow: /", False),
        ("User-agent: kushk/9.0\nDisallow: /", False),
        ("User-agent: kushkbot\nDisallow: /", True),
        ("User-agent: k\nDisallow: /", True),
        ("User-agent: GPTBot\nUser-agent: Kushk\nUser-agent: CCBot\n\nDisallow: /", False),
        ("User-agent: *\nDisallow: /\n\nUser-agent: Kushk\nDisallow: /private", True),
        ("User-agent: Kushk\nUser-agent: other\n\nUser-agent: *\nDisallow: /", False),
        ("User-agent: *\nDisallow: /\nUser-agent: kushk\nDisallow:", True),
        ("User-agent: *\nDisallow: /a\nAllow: /a/story", True),
        ("User-agent: *\nDisallow: /*/story$", False),
        ("User-agent: *\nDisallow: /*.pdf$", True),
        ("User-agent: a\nDisallow: /x\nUser-agent: *\nDisallow: /a", False),
        ("Disallow: /", True),
        ("User-agent: *\nSitemap: https://news.example/s.xml\nDisallow: /a", False),
        ("<!doctype html><title>Not found</title><p>User-agent: *", True),
        ("\x00\xff" * 100, True),
    ],
)
def test_the_group_that_names_us_counts_else_the_one_for_all(robots, open_):
    assert allowed(robots) is open_


def test_paths_in_any_script_are_compared_alike():
    assert not allowed("User-agent: *\nDisallow: /خبر", "/خبر/1")
    assert not allowed("User-agent: *\nDisallow: /%D8%AE%D8%A8%D8%B1", "/خبر/1")
    assert allowed("User-agent: *\nDisallow: /خبر", "/رأي/1")


@pytest.mark.parametrize(
    ("said", "seconds"), [("2", 2.0), ("0.5", 0.5), ("99999", LONGEST_DELAY), ("-1", 0.0), ("nan", 0.0), ("x", 0.0)]
)
def test_the_delay_is_read_and_bounded(said, seconds):
    assert parse_robots(f"User-agent: *\nCrawl-delay: {said}".encode()).delay == seconds


@pytest.mark.parametrize(
    "robots",
    [
        "User-agent: a{0}\n" * 12_000 + "Disallow: /{0}\n" * 18_000,
        "User-agent: *\n" + "Disallow: /*a*a*a*a*a*a*a*a*a*a*b\n" * 12_000,
        "User-agent: *\n" + "Disallow: /" + "*a" * 250_000,
        "User-agent: *\n" + "".join(f"Disallow: /{number}$\n" for number in range(25_000)),
    ],
    ids=["many agents", "many stars", "one long rule", "many rules"],
)
def test_a_hostile_robots_txt_is_read_in_bounded_time(robots):
    robots = "".join(f"{line.format(number)}\n" for number, line in enumerate(robots.splitlines()))
    started = time.process_time()
    assert allowed(robots, "/" + "a" * 4000)
    assert time.process_time() - started < 2.5


def test_what_the_publisher_reserves_is_read_with_the_rules():
    rules = parse_robots(
        b"License: /license.xml\nUser-agent: *\nContent-Usage: train-ai=n\nAllow: /\n"
        b"User-agent: x\nContent-Usage: search=n",
        ORIGIN + "/robots.txt",
    )
    assert rules.reservations.licenses == ("https://news.example/license.xml",)
    assert rules.reservations.usage == (("train-ai", False),)
