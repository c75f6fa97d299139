"""Manners towards one host, with a clock of the test's own."""

import threading

import pytest

from kushk.sources.fetch.errors import BreakerOpen, HostBusy, SlowDown
from kushk.sources.fetch.slots import FAILURES_TO_OPEN, FIRST_REST, LONGEST_REST, MOST_HOSTS, Hosts

SITE = "news.example:443"


class Clock:
    now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def hosts(clock):
    return Hosts(clock=clock)


def fail(hosts, times, site=SITE):
    for _ in range(times):
        hosts.failed(site)


def refused(hosts, site=SITE):
    with pytest.raises((BreakerOpen, SlowDown)) as caught:
        hosts.admit(site)
    return caught.value


def test_the_breaker_opens_after_five_failures_in_a_row(hosts):
    fail(hosts, FAILURES_TO_OPEN - 1)
    hosts.admit(SITE)
    hosts.succeeded(SITE)
    fail(hosts, FAILURES_TO_OPEN - 1)
    hosts.admit(SITE)
    hosts.failed(SITE)
    assert refused(hosts).data == {"host": SITE, "failures": 5, "retry_after": int(FIRST_REST)}
    hosts.admit("news.example:80")


def test_after_its_rest_a_host_gets_one_try(hosts, clock):
    fail(hosts, FAILURES_TO_OPEN)
    clock.now += FIRST_REST
    hosts.admit(SITE)
    refused(hosts)
    hosts.succeeded(SITE)
    hosts.admit(SITE)
    hosts.admit(SITE)


def test_rests_grow_up_to_an_hour(hosts, clock):
    fail(hosts, FAILURES_TO_OPEN)
    rests = []
    for _ in range(6):
        rests.append(refused(hosts).retry_after)
        clock.now += rests[-1]
        hosts.admit(SITE)
        hosts.failed(SITE)
    assert rests == [300, 600, 1200, 2400, 3600, 3600]


def test_a_pause_is_kept_and_the_longer_one_counts(hosts, clock):
    hosts.pause(SITE, 100)
    hosts.pause(SITE, 50)
    assert refused(hosts).retry_after == 100
    clock.now += 99.5
    assert refused(hosts).retry_after == 1
    clock.now += 0.5
    hosts.admit(SITE)


def test_no_answer_closes_a_host_for_longer_than_an_hour(hosts, clock):
    hosts.pause(SITE, 10**9)
    clock.now += LONGEST_REST - 1
    assert refused(hosts).retry_after == 1
    clock.now += 1
    hosts.admit(SITE)


def test_a_slot_is_held_by_one_and_given_back(hosts):
    with hosts.slot(SITE, wait=0), pytest.raises(HostBusy), hosts.slot(SITE, wait=0):
        pytest.fail("two hold one slot")
    with pytest.raises(ZeroDivisionError), hosts.slot(SITE, wait=0):
        1 / 0  # noqa: B018
    with hosts.slot(SITE, wait=0), hosts.slot("other.example:443", wait=0):
        assert True


def test_two_slots_let_two_in(clock):
    hosts = Hosts(per_host=2, clock=clock)
    with hosts.slot(SITE, wait=0), hosts.slot(SITE, wait=0), pytest.raises(HostBusy), hosts.slot(SITE, wait=0):
        pytest.fail("three hold two slots")


def test_spacing_lies_between_two_uses(hosts, clock):
    with hosts.slot(SITE, wait=0):
        clock.now += 5
        hosts.space(SITE, 10)
    with pytest.raises(HostBusy) as caught, hosts.slot(SITE, wait=9):
        pytest.fail("too early")
    assert caught.value.retry_after == 10
    clock.now += 10
    with hosts.slot(SITE, wait=0):
        assert True


def test_who_waits_is_let_in_when_the_slot_comes_free():
    hosts, order = Hosts(), []
    held, may_leave = threading.Event(), threading.Event()

    def first():
        with hosts.slot(SITE, wait=1):
            held.set()
            may_leave.wait(1)
            order.append("first")

    thread = threading.Thread(target=first)
    thread.start()
    held.wait(1)
    threading.Timer(0.02, may_leave.set).start()
    with hosts.slot(SITE, wait=1):
        order.append("second")
    thread.join()
    assert order == ["first", "second"]


def test_what_is_remembered_is_bounded(hosts):
    with hosts.slot("held.example:443", wait=0):
        for number in range(MOST_HOSTS + 50):
            hosts.failed(f"{number}.example:443")
        assert len(hosts._hosts) <= MOST_HOSTS
        assert "held.example:443" in hosts._hosts
