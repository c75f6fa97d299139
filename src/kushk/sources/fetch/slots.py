"""Manners towards one host: few connections at a time, the delay it asks for, and peace while it fails.

Kept per process and per ``host:port``. Nothing a site answers can hold back another site.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from kushk.sources.fetch.errors import BreakerOpen, HostBusy, SlowDown

FAILURES_TO_OPEN = 5

FIRST_REST = 300.0
"""Seconds for which a breaker stays open; twice as long after each further failure."""

LONGEST_REST = 3600.0
"""Seconds; also the longest that one answer's Retry-After holds back the rest of its host in this process."""

MOST_HOSTS = 10_000
"""Hosts that are remembered; the longest unused are forgotten first."""


@dataclass(slots=True)
class _Host:
    held: int = 0
    not_before: float = 0.0
    failures: int = 0
    rest_until: float = 0.0
    paused_until: float = 0.0


class Hosts:
    """What this process knows of the hosts it visits; safe to use from any thread.

    Args:
        per_host: connections to one host at a time.
        clock: seconds that only grow.
    """

    def __init__(self, *, per_host: int = 1, clock: Callable[[], float] = time.monotonic) -> None:
        self._per_host = per_host
        self._clock = clock
        self._hosts: OrderedDict[str, _Host] = OrderedDict()
        self._changed = threading.Condition()

    @contextmanager
    def slot(self, site: str, *, wait: float) -> Iterator[None]:
        """Hold one of a host's slots.

        Args:
            site: ``host:port``.
            wait: seconds to wait for it at most.

        Raises:
            HostBusy: no slot came free, or the host's own delay leaves none, within ``wait``.
        """
        self._take(site, wait)
        try:
            yield
        finally:
            with self._changed:
                self._host(site).held -= 1
                self._changed.notify_all()

    def admit(self, site: str) -> None:
        """Pass when the host may be asked now.

        Raises:
            BreakerOpen: it failed too often of late.
            SlowDown: it asked for a pause that is not over.
        """
        with self._changed:
            host, now = self._host(site), self._clock()
            if host.paused_until > now:
                raise SlowDown(url=site, retry_after=_whole(host.paused_until - now))
            if host.rest_until > now:
                raise BreakerOpen(host=site, failures=host.failures, retry_after=_whole(host.rest_until - now))
            if host.failures >= FAILURES_TO_OPEN:  # half open: one try, and the others wait for what comes of it
                host.rest_until = now + FIRST_REST

    def succeeded(self, site: str) -> None:
        """Note that the host answered."""
        with self._changed:
            host = self._host(site)
            host.failures, host.rest_until = 0, 0.0

    def failed(self, site: str) -> None:
        """Note that the host did not answer, or only with an error of its own."""
        with self._changed:
            host = self._host(site)
            host.failures += 1
            further = host.failures - FAILURES_TO_OPEN
            if further >= 0:
                host.rest_until = self._clock() + min(FIRST_REST * 2 ** min(further, 10), LONGEST_REST)

    def space(self, site: str, seconds: float) -> None:
        """Let so much time pass before the host's next slot."""
        with self._changed:
            host = self._host(site)
            host.not_before = max(host.not_before, self._clock() + seconds)

    def pause(self, site: str, seconds: float) -> None:
        """Leave a host alone for as long as it asked, up to ``LONGEST_REST``."""
        with self._changed:
            host = self._host(site)
            host.paused_until = max(host.paused_until, self._clock() + min(seconds, LONGEST_REST))

    def _take(self, site: str, wait: float) -> None:
        with self._changed:
            until = self._clock() + wait
            while True:
                host, now = self._host(site), self._clock()
                if host.held < self._per_host and host.not_before <= now:
                    host.held += 1
                    return
                ready = host.not_before if host.held < self._per_host else now
                if now >= until or ready > until:
                    raise HostBusy(host=site, retry_after=_whole(ready - now))
                self._changed.wait((ready if ready > now else until) - now)

    def _host(self, site: str) -> _Host:
        host = self._hosts.setdefault(site, _Host())
        self._hosts.move_to_end(site)
        if len(self._hosts) > MOST_HOSTS:
            self._forget_one()
        return host

    def _forget_one(self) -> None:
        for site, host in self._hosts.items():
            if not host.held:
                del self._hosts[site]
                return


def _whole(seconds: float) -> int:
    return max(int(-(-seconds // 1)), 0)
