"""A client for servers that the operator names: engines that run elsewhere.

Their addresses are not judged as addresses from outside are; they may well be on this machine. Redirects are not
followed, answers are bounded in bytes and in time.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import cast

import httpcore2

_FAILED, _BUSY = 500, 429


class Unreachable(Exception):
    """The server does not answer, answers too late, or fails; its words say how."""


class Unusable(Exception):
    """The address or the answer is such that asking again is of no use."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer that is no failure of the server."""

    status: int
    body: bytes

    @property
    def ok(self) -> bool:
        """Whether it is a success."""
        return 200 <= self.status < 300  # noqa: PLR2004 - the class of successes

    def said(self, characters: int = 120) -> str:
        """Return how the body begins, as text for an error."""
        return self.body[: characters * 4].decode("utf-8", "replace")[:characters]


@dataclass(frozen=True, slots=True)
class Limits:
    """What a server may cost."""

    seconds: float = 60.0
    """For a whole answer."""
    connect_seconds: float = 5.0
    most_bytes: int = 32 << 20
    connections: int = 4


@dataclass
class Client:
    """Connections to one server, kept open between questions."""

    key: str = field(default="", repr=False)
    """Sent as a bearer token; none when empty."""
    limits: Limits = Limits()
    _pool: httpcore2.ConnectionPool | None = None

    def post(self, address: str, body: bytes) -> Reply:
        """Send JSON and return the answer; a failure is tried once more.

        Raises:
            Unreachable: it failed twice.
            Unusable: the address is none, or the answer is too large.
        """
        try:
            return self.once("POST", address, body)
        except Unreachable:
            return self.once("POST", address, body)

    def get(self, address: str, seconds: float) -> Reply:
        """Ask once for what is at an address; see ``post``."""
        return self.once("GET", address, b"", seconds)

    def once(self, method: str, address: str, body: bytes, seconds: float = 0.0) -> Reply:
        """Ask once.

        Raises:
            Unreachable: the server does not answer, or fails (5xx, 429).
            Unusable: the address is none, or the answer is too large.
        """
        limit = seconds or self.limits.seconds
        until = time.monotonic() + limit
        timeouts = dict.fromkeys(("read", "write", "pool"), limit) | {
            "connect": min(limit, self.limits.connect_seconds)
        }
        if self._pool is None:
            self._pool = httpcore2.ConnectionPool(max_connections=self.limits.connections, keepalive_expiry=30.0)
        try:
            with self._pool.stream(
                method, address, headers=self._headers(), content=body, extensions={"timeout": timeouts}
            ) as response:
                found = Reply(response.status, self._read(cast("Iterable[bytes]", response.stream), until))
        except (httpcore2.NetworkError, httpcore2.TimeoutException, httpcore2.ProtocolError) as fault:
            raise Unreachable(str(fault) or type(fault).__name__) from None
        except (httpcore2.UnsupportedProtocol, ValueError) as fault:
            raise Unusable(str(fault)) from None
        if found.status >= _FAILED or found.status == _BUSY:
            raise Unreachable(f"it answers {found.status}")
        return found

    def close(self) -> None:
        """End the connections; the next question opens new ones."""
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.close()

    def _headers(self) -> list[tuple[bytes | str, bytes | str]]:
        key = [("Authorization", f"Bearer {self.key}")] if self.key else []
        return [("Content-Type", "application/json"), *key]

    def _read(self, parts: Iterable[bytes], until: float) -> bytes:
        body = bytearray()
        for part in parts:
            body += part
            if len(body) > self.limits.most_bytes:
                raise Unusable("the server sends too much")
            if time.monotonic() > until:
                raise Unreachable("it takes too long")
        return bytes(body)
