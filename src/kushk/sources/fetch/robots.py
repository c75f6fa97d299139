"""What a site's robots.txt lets us read (RFC 9309), kept for a day at the most."""

from __future__ import annotations

import re
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from protego import Protego

from kushk.sources.fetch.errors import (
    AnswerTooLarge,
    BadAddress,
    BadAnswer,
    BadEncoding,
    BadStatus,
    CutOff,
    Gone,
    RobotsForbid,
    RobotsUnknown,
    SlowDown,
    TooManyRedirects,
)
from kushk.sources.fetch.reservations import NOTHING_RESERVED, Reservations, from_robots
from kushk.sources.fetch.url import WebAddress

AGENT = "kushk"
"""The product token under which a robots.txt may speak to us."""

LIMIT_BYTES = 512 * 1024
"""What is read of a robots.txt; RFC 9309 asks for 500 KiB at least."""

KEPT_SECONDS = 24 * 3600

RETRY_SECONDS = 3600
"""How long a robots.txt that could not be read keeps a site's pages closed before it is asked for again."""

MOST_ORIGINS = 2000
LONGEST_DELAY = 60.0
"""Seconds; a larger crawl delay is taken as this (nobody waits for hours between two pages in one process)."""

_AGENT_LINE = re.compile(r"(?i)[ \t]*user[- ]?agents?[ \t]*:?[ \t]*([^#]*)")


@dataclass(frozen=True, slots=True)
class Rules:
    """The part of a robots.txt that speaks to us."""

    parsed: Protego | None
    """None: nothing may be read."""
    reservations: Reservations = NOTHING_RESERVED

    def allows(self, address: WebAddress) -> bool:
        """Tell whether a page may be read."""
        return self.parsed is not None and self.parsed.can_fetch(str(address), AGENT)

    @property
    def delay(self) -> float:
        """Seconds that must lie between two pages."""
        delay = self.parsed.crawl_delay(AGENT) if self.parsed else None
        return min(delay or 0.0, LONGEST_DELAY)


def parse_robots(body: bytes, url: str = "") -> Rules:
    """Return the rules that a robots.txt holds for us; what cannot be read in it is passed over."""
    text = our_part(body[:LIMIT_BYTES].decode("utf-8-sig", "replace"))
    return Rules(Protego.parse(text), from_robots(text, url))


def our_part(text: str) -> str:
    """Return a robots.txt with every group that is for others alone taken out.

    Our own group rules out the one for everybody, as RFC 9309 2.2.1 says. It also keeps the parser's work linear: it
    repeats each rule for every agent of a group, and 10,000 agents with 10,000 rules fit into 500 KiB.
    """
    groups: dict[str, list[str]] = {"*": [], AGENT: []}
    site_wide: list[str] = []
    speaking_to: set[str] = set()
    naming = called = False
    for line in text.splitlines():
        named = _AGENT_LINE.match(line)
        if named:
            speaking_to = (speaking_to if naming else set()) | ({_agent(named[1])} & groups.keys())
            called = called or AGENT in speaking_to
            naming = True
            continue
        if re.match(r"(?i)[ \t]*(sitemap|license)\b", line):
            site_wide.append(line)
            continue
        naming = naming and not line.partition("#")[0].strip()
        for agent in speaking_to:
            groups[agent].append(line)
    ours = groups[AGENT if called else "*"]
    return "\n".join([*site_wide, f"User-agent: {AGENT}", *ours])


class RobotsCache:
    """The rules of each origin, read when they are needed.

    Args:
        read: returns the bytes of a robots.txt address, raising ``FetchError``.
        clock: seconds that only grow.
    """

    def __init__(self, read: Callable[[str], bytes], clock: Callable[[], float] = time.monotonic) -> None:
        self._read = read
        self._clock = clock
        self._kept: OrderedDict[str, tuple[float, Rules]] = OrderedDict()
        self._lock = threading.Lock()

    def rules(self, address: WebAddress) -> Rules:
        """Return the rules of an address's origin.

        Raises:
            FetchError: the host itself cannot be reached or is refused.
        """
        origin = address.origin
        with self._lock:
            kept = self._kept.get(origin)
        if kept and self._clock() < kept[0]:
            return kept[1]
        rules = self._ask(origin)
        seconds = KEPT_SECONDS if rules.parsed else RETRY_SECONDS
        with self._lock:
            self._kept[origin] = (self._clock() + seconds, rules)
            self._kept.move_to_end(origin)
            if len(self._kept) > MOST_ORIGINS:
                self._kept.popitem(last=False)
        return rules

    def check(self, address: WebAddress) -> Rules:
        """Return the rules of an origin when they allow the address.

        Raises:
            RobotsForbid: they do not.
            RobotsUnknown: they are there but cannot be read now.
        """
        rules = self.rules(address)
        if rules.parsed is None:
            raise RobotsUnknown(host=address.host)
        if not rules.allows(address):
            raise RobotsForbid(host=address.host, url=str(address))
        return rules

    def _ask(self, origin: str) -> Rules:
        url = f"{origin}/robots.txt"
        try:
            return parse_robots(self._read(url), url)
        except BadStatus as error:
            return _NOTHING_SAID if error.status < _SERVER_ERROR else Rules(None)
        except (Gone, TooManyRedirects, BadAddress):  # RFC 9309 2.3.1.2 and 2.3.1.3: there is none
            return _NOTHING_SAID
        except SlowDown as error:
            if "status" not in error.data:  # a pause that the host asked for elsewhere: nothing was asked now
                raise
            return Rules(None)
        except (AnswerTooLarge, BadAnswer, BadEncoding, CutOff):
            return Rules(None)


_SERVER_ERROR = 500
_NOTHING_SAID = Rules(Protego.parse(""))


def _agent(value: str) -> str:
    """Return the product token that a ``User-agent`` line names."""
    return value.strip().lower().partition("/")[0]
