"""The guarded fetcher: one request in, one answer or one error out."""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from http import HTTPStatus
from typing import Literal, cast

import httpcore2

from kushk import __version__
from kushk.sources.fetch.decoding import Incomplete, Overflow, Undecodable, read_decoded
from kushk.sources.fetch.errors import (
    AnswerTooLarge,
    BadAnswer,
    BadEncoding,
    BadStatus,
    CutOff,
    FetchError,
    Gone,
    HostUnknown,
    HostUnreachable,
    SlowDown,
    TimedOut,
    TlsFailed,
    TooManyRedirects,
)
from kushk.sources.fetch.guard import Deadline, GuardedBackend, Judge, Network
from kushk.sources.fetch.headers import fresh_for, retry_after
from kushk.sources.fetch.result import Fetched, NotModified, Validators
from kushk.sources.fetch.robots import LIMIT_BYTES as ROBOTS_BYTES
from kushk.sources.fetch.robots import RobotsCache
from kushk.sources.fetch.slots import Hosts
from kushk.sources.fetch.url import WebAddress, join_address, parse_address

Kind = Literal["feed", "page", "image", "file"]

ACCEPT: dict[Kind, str] = {
    "feed": (
        "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, "
        "application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, text/html;q=0.5, */*;q=0.1"
    ),
    "page": "text/html, application/xhtml+xml, */*;q=0.1",
    "image": "image/webp, image/jpeg, image/png, image/gif, image/*;q=0.5",
    "file": "*/*",
}

MIB = 1024 * 1024
LIMITS: dict[Kind, int] = {"feed": 10 * MIB, "page": 5 * MIB, "image": 20 * MIB, "file": 16 * MIB}
"""Decoded bytes of an answer."""

PERMANENT = frozenset({301, 308})
REDIRECTS = frozenset({301, 302, 303, 307, 308})

ROBOTS_SECONDS = 15.0
"""The whole time for a robots.txt, which is asked for before the page's own time begins."""


@dataclass(frozen=True, slots=True)
class FetchSettings:
    """What the operator, and nobody else, decides of requests."""

    contact: str = ""
    """A page or mailbox, told in the User-Agent."""
    allow: frozenset[str] = frozenset()
    """Exact ``host:port`` pairs that may be fetched whatever their address or port is."""
    own_hosts: frozenset[str] = frozenset()
    """Names of this stand: it never fetches from itself."""
    seconds: float = 30.0
    """The whole request, redirects included."""
    connect_seconds: float = 5.0
    """Resolving the name and connecting; TLS has the same again."""
    silence_seconds: float = 10.0
    """The first byte, and every further one."""
    slot_seconds: float = 10.0
    """Waiting for one of the host's slots and for the delay that it asks for, before ``HostBusy``."""
    redirects: int = 5
    per_host: int = 1
    """Connections to one host at a time."""
    limits: dict[Kind, int] = field(default_factory=lambda: dict(LIMITS))

    @property
    def user_agent(self) -> str:
        """``Kushk/<version> (+contact)``."""
        contact = "".join(character for character in self.contact if "!" <= character <= "~" and character not in "()")
        return f"Kushk/{__version__} (+{contact})" if contact else f"Kushk/{__version__}"


@dataclass(frozen=True, slots=True)
class _Wish:
    """What one request is for, the same for each of its hops."""

    accept: str
    limit: int
    conditional: Validators
    deadline: Deadline
    obeys_robots: bool = False
    cut: bool = False
    part: str = ""
    """A ``Range`` header; the answer may then be a part."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """A response whose body has not been read."""

    status: int
    headers: dict[str, str]
    chunks: Iterable[bytes]


class Fetcher:
    """Fetches what others name. One a process, used from any thread.

    Args:
        settings: the operator's.
        network: the way out.
        hosts: manners towards hosts.
        clock: seconds that only grow, for what is kept of robots.txt.
    """

    def __init__(
        self,
        settings: FetchSettings,
        *,
        network: Network | None = None,
        hosts: Hosts | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._settings = settings
        self._network = network or Network()
        allow, own_hosts = (frozenset(map(str.lower, named)) for named in (settings.allow, settings.own_hosts))
        self._judge = Judge(allow, own_hosts)
        self._tls = self._network.tls or _system_tls()
        self._hosts = hosts or Hosts(per_host=settings.per_host)
        self.robots = RobotsCache(self._read_robots, clock)

    def get(  # noqa: PLR0913  # each is a plain option of one request, by name
        self,
        url: str,
        *,
        limit_bytes: int | None = None,
        conditional: Validators | None = None,
        kind: Kind = "feed",
        accept: str | None = None,
        offered: bool | None = None,
        part: tuple[int, int] | None = None,
    ) -> Fetched | NotModified:
        """Fetch an address.

        Args:
            url: http or https; judged here and at every redirect.
            limit_bytes: the largest decoded body; the kind's own limit when None.
            conditional: validators of an earlier answer, to be told ``NotModified``.
            kind: what it is for: decides limit, ``Accept`` and robots.txt.
            accept: the ``Accept`` header, instead of the kind's.
            offered: whether the publisher offers this very address to readers' programs, so that robots.txt, which
                is for crawlers, does not apply. None: feeds and files are, pages and images are not.
            part: first and last byte that are wanted. A server that gives no parts answers 200 with the whole.

        Raises:
            FetchError: one of the errors of ``kushk.sources.fetch.errors``, each with its code.
        """
        wish = _Wish(
            accept=accept or ACCEPT[kind],
            limit=self._settings.limits[kind] if limit_bytes is None else limit_bytes,
            conditional=conditional or Validators(),
            deadline=Deadline(self._settings.seconds),
            obeys_robots=kind not in {"feed", "file"} if offered is None else not offered,
            part=f"bytes={part[0]}-{part[1]}" if part else "",
        )
        return self._follow(parse_address(url), wish)

    def _read_robots(self, url: str) -> bytes:
        deadline = Deadline(min(ROBOTS_SECONDS, self._settings.seconds))
        wish = _Wish("text/plain, */*;q=0.1", ROBOTS_BYTES, Validators(), deadline, cut=True)
        answer = self._follow(parse_address(url), wish)
        return answer.body if isinstance(answer, Fetched) else b""

    def _follow(self, address: WebAddress, wish: _Wish) -> Fetched | NotModified:
        """Fetch an address and what it redirects to, each hop judged as if it were the first."""
        first, moved_to, permanent = address, "", True
        for _hop in range(self._settings.redirects + 1):
            result = self._hop(address, wish, moved_to)
            if not isinstance(result, _Redirect):
                return result
            address = result.to
            permanent = permanent and result.permanent
            moved_to = str(address) if permanent else moved_to
        raise TooManyRedirects(url=first, limit=self._settings.redirects)

    def _hop(self, address: WebAddress, wish: _Wish, moved_to: str) -> Fetched | NotModified | _Redirect:
        """Ask one host, with manners; what waiting takes is not taken from the request's own time."""
        began = time.monotonic()
        spacing = self.robots.check(address).delay if wish.obeys_robots else 0.0
        self._hosts.admit(address.site)
        result: Fetched | NotModified | _Redirect | None = None
        with self._hosts.slot(address.site, wait=self._settings.slot_seconds):
            wish.deadline.extend(time.monotonic() - began)
            try:
                with self._asked(address, wish) as answer:
                    result = self._read(address, answer, wish, moved_to)
            except FetchError as error:
                self._note(address.site, error)
                raise
            finally:
                if not isinstance(result, _Redirect):  # a page and what it redirects to are one page
                    self._hosts.space(address.site, spacing)
        self._hosts.succeeded(address.site)
        return result

    def _note(self, site: str, error: FetchError) -> None:
        """Remember what an error says about the host; a refused address says nothing."""
        if isinstance(error, SlowDown) and error.retry_after is not None:
            self._hosts.pause(site, error.retry_after)
        elif isinstance(error, _HOST_FAULTS) or (isinstance(error, BadStatus) and error.status >= _SERVER_ERROR):
            self._hosts.failed(site)
        elif isinstance(error, BadStatus | Gone | AnswerTooLarge | BadEncoding):
            self._hosts.succeeded(site)

    @contextmanager
    def _asked(self, address: WebAddress, wish: _Wish) -> Iterator[_Answer]:
        """Send the request over a connection of its own and yield the answer; the connection ends with it."""
        connection = self._connection(address, wish)
        answered = False
        try:
            response = connection.handle_request(self._request(address, wish))
            answered = True
            yield _Answer(response.status, _by_name(response.headers), cast("Iterable[bytes]", response.stream))
        except httpcore2.ProtocolError as error:
            ended = answered and "closed connection" in str(error)
            raise (CutOff if ended else BadAnswer)(host=address.host) from None
        except Incomplete:
            raise CutOff(host=address.host) from None
        except Overflow:
            raise AnswerTooLarge(url=address, limit=wish.limit) from None
        finally:
            connection.close()

    def _connection(self, address: WebAddress, wish: _Wish) -> httpcore2.HTTPConnection:
        most_bytes = 2 * wish.limit + MIB  # framing and the worst of real encodings fit; a flood of both does not
        backend = GuardedBackend(self._judge, self._network, wish.deadline, most_bytes)
        origin = httpcore2.Origin(address.scheme.encode(), address.host.encode(), address.port)
        return httpcore2.HTTPConnection(origin, ssl_context=self._tls, network_backend=backend)

    def _request(self, address: WebAddress, wish: _Wish) -> httpcore2.Request:
        headers = {
            "Host": address.authority,
            "User-Agent": self._settings.user_agent,
            "Accept": wish.accept,
            "Accept-Encoding": "identity" if wish.part else "gzip",
            "Connection": "close",
            "Range": wish.part,
            "If-None-Match": wish.conditional.etag,
            "If-Modified-Since": wish.conditional.last_modified,
        }
        silence = self._settings.silence_seconds
        return httpcore2.Request(
            "GET",
            httpcore2.URL(
                scheme=address.scheme.encode(),
                host=address.host.encode(),
                port=address.port,
                target=address.target.encode(),
            ),
            headers=[(name.encode(), value.encode("latin-1", "replace")) for name, value in headers.items() if value],
            extensions={
                "timeout": {"connect": self._settings.connect_seconds, "read": silence, "write": silence},
            },
        )

    def _read(
        self, address: WebAddress, answer: _Answer, wish: _Wish, moved_to: str
    ) -> Fetched | NotModified | _Redirect:
        """Turn an answer into a result, or into the error that its status stands for."""
        now = datetime.now(UTC)
        headers, status = answer.headers, answer.status
        if status in REDIRECTS and headers.get("location"):
            return _Redirect(join_address(address, headers["location"]), permanent=status in PERMANENT)
        given = Validators(headers.get("etag", ""), headers.get("last-modified", ""))
        if status == HTTPStatus.NOT_MODIFIED and wish.conditional:
            newest = Validators(
                given.etag or wish.conditional.etag, given.last_modified or wish.conditional.last_modified
            )
            return NotModified(str(address), newest, headers, moved_to, fresh_for(headers, now))
        _refuse_status(address, status, headers, now, partial=bool(wish.part))
        body = _body(address, answer, wish)
        media_type = headers.get("content-type", "")
        return Fetched(body, str(address), media_type, headers, given, moved_to, fresh_for(headers, now), status)


@cache
def _system_tls() -> ssl.SSLContext:
    """Return what verifies certificates by the operating system's store; reading that takes 20 ms."""
    return httpcore2.default_ssl_context()


@dataclass(frozen=True, slots=True)
class _Redirect:
    to: WebAddress
    permanent: bool


_HOST_FAULTS = (HostUnknown, HostUnreachable, TimedOut, TlsFailed, BadAnswer, CutOff, SlowDown)
_SERVER_ERROR = 500


def _refuse_status(
    address: WebAddress, status: int, headers: dict[str, str], now: datetime, *, partial: bool = False
) -> None:
    if status == HTTPStatus.GONE:
        raise Gone(url=address)
    if status in {HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE}:
        raise SlowDown(url=address, status=status, retry_after=retry_after(headers, now))
    unasked = status == HTTPStatus.PARTIAL_CONTENT and not partial
    if not 200 <= status < 300 or unasked:  # noqa: PLR2004  # the class of successes
        raise BadStatus(url=address, status=status)


def _body(address: WebAddress, answer: _Answer, wish: _Wish) -> bytes:
    encoding = answer.headers.get("content-encoding", "")
    length = answer.headers.get("content-length", "")
    if length.isdigit() and int(length) > wish.limit and not wish.cut:
        raise AnswerTooLarge(url=address, limit=wish.limit)
    try:
        return read_decoded(answer.chunks, encoding, wish.limit, cut=wish.cut)
    except Undecodable:
        raise BadEncoding(url=address, encoding=encoding) from None


def _by_name(headers: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    """Return headers by lower-case name; a later one of the same name is added after a comma.

    Addresses are sent in UTF-8 by some servers though the standard knows only ASCII; all else is Latin-1, which keeps
    every byte as it is.
    """
    named: dict[str, str] = {}
    for raw_name, raw_value in headers:
        name = raw_name.decode("ascii").lower()
        value = raw_value.decode("latin-1")
        if name == "location":
            if name in named:  # the first one, as browsers do
                continue
            value = raw_value.decode("utf-8", "replace")
        named[name] = f"{named[name]}, {value}" if name in named else value
    return named
