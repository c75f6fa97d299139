"""The connection layer that judges: a name is resolved once, and the very address that was judged is dialled.

It sits below the HTTP library, so that no redirect, rebinding or odd notation gets around it.
"""

from __future__ import annotations

import contextlib
import logging
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

import httpcore2

from kushk.sources.fetch.addresses import is_public
from kushk.sources.fetch.decoding import Overflow
from kushk.sources.fetch.errors import AddressRefused, HostUnknown, HostUnreachable, TimedOut, TlsFailed
from kushk.sources.fetch.url import port_is_lawful

Resolve = Callable[[str, int], Sequence[str]]
"""Return the IP addresses of a host, best first; raise ``OSError`` when it has none."""

Dial = Callable[[str, int, float], socket.socket]
"""Connect to an IP address and port within a number of seconds; raise ``OSError``."""

MOST_DIALLED = 4
"""Addresses of one name that are tried, the two families in turn."""

_log = logging.getLogger("kushk.sources.fetch")


def resolve_by_system(host: str, port: int) -> list[str]:
    """Return what the system's resolver answers."""
    answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(answer[4][0]) for answer in answers))


def dial_by_system(address: str, port: int, seconds: float) -> socket.socket:
    """Return a socket connected to an IP address."""
    return socket.create_connection((address, port), timeout=seconds)


class Deadline:
    """The moment at which a whole request must be over."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def extend(self, seconds: float) -> None:
        """Put it off, by time that was spent on waiting for a turn."""
        self._end += seconds

    def remaining(self, host: str, most: float | None = None) -> float:
        """Return how many seconds one step may take.

        Raises:
            TimedOut: none are left.
        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimedOut(host=host)
        return left if most is None else min(left, most)


@dataclass(frozen=True, slots=True)
class Network:
    """The way out: real, or a test's own."""

    resolve: Resolve = resolve_by_system
    dial: Dial = dial_by_system
    """It is given judged addresses only."""
    tls: ssl.SSLContext | None = None
    """How certificates are verified; by the operating system's store when None."""


@dataclass(frozen=True, slots=True)
class Judge:
    """Which hosts may be asked."""

    allow: frozenset[str] = frozenset()
    """Exact ``host:port`` pairs that the operator allows whatever their address or port; logged when used."""
    own_hosts: frozenset[str] = frozenset()
    """Names of this stand, which never asks itself."""

    def allows_unseen(self, host: str, port: int) -> bool:
        """Tell whether the operator vouches for a host and port, so that its addresses are not judged.

        Raises:
            AddressRefused: the name or the port is refused before anything is resolved.
        """
        pair = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
        if pair in self.allow:
            _log.info("fetching from %s, which the operator allows", pair)
            return True
        if host in self.own_hosts:
            raise AddressRefused(host=host, reason="it is this stand itself")
        if not port_is_lawful(port):
            raise AddressRefused(host=host, reason=f"no site is served on port {port}")
        return False

    def lawful(self, host: str, addresses: Sequence[str]) -> list[str]:
        """Return those of a host's addresses that are public and not this machine's own.

        Raises:
            AddressRefused: none is.
        """
        lawful = [address for address in addresses if is_public(address) and not _is_own(address)]
        if not lawful:
            raise AddressRefused(host=host, reason="it is not on the public internet")
        return lawful


class GuardedBackend(httpcore2.NetworkBackend):
    """Connects one request. It is told nothing but a host and a port, and trusts neither.

    Args:
        judge: decides what may be dialled.
        network: resolves and dials.
        deadline: of the whole request.
        most_bytes: that may come over the wire.
    """

    def __init__(self, judge: Judge, network: Network, deadline: Deadline, most_bytes: int) -> None:
        self._judge = judge
        self._network = network
        self._deadline = deadline
        self._most_bytes = most_bytes

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,  # noqa: ARG002  # the library's signature
        socket_options: Iterable[Any] | None = None,  # noqa: ARG002
    ) -> httpcore2.NetworkStream:
        """Return a stream to a host, dialled at an address that was judged public.

        Raises:
            AddressRefused: the host, the port or every address of the host is refused.
            HostUnknown: the name has no address.
            HostUnreachable: none of its addresses answers.
            TimedOut: neither came in time.
        """
        step = Deadline(self._deadline.remaining(host, timeout))
        vouched = self._judge.allows_unseen(host, port)
        addresses = self._resolved(host, port, step)
        lawful = addresses if vouched else self._judge.lawful(host, addresses)
        return GuardedStream(self._dialled(host, port, lawful, step), host, self._deadline, self._most_bytes)

    def _resolved(self, host: str, port: int, step: Deadline) -> list[str]:
        """Return a host's addresses; a resolver knows no time limit, so it is asked beside and left behind."""
        answer: list[str] = []
        faults: list[Exception] = []

        def ask() -> None:
            try:
                answer.extend(self._network.resolve(host, port))
            except (OSError, UnicodeError) as error:
                faults.append(error)

        asking = threading.Thread(target=ask, daemon=True, name="resolve")
        asking.start()
        asking.join(step.remaining(host))
        if asking.is_alive():
            raise TimedOut(host=host)
        if any(isinstance(fault, OSError) and fault.errno == socket.EAI_AGAIN for fault in faults):
            raise HostUnreachable(host=host, reason="its name cannot be looked up now")
        if not answer:
            raise HostUnknown(host=host)
        return answer

    def _dialled(self, host: str, port: int, addresses: list[str], step: Deadline) -> socket.socket:
        tried = _in_turn(addresses)[:MOST_DIALLED]
        reason = ""
        for position, address in enumerate(tried):
            try:
                connected = self._network.dial(address, port, step.remaining(host) / (len(tried) - position))
            except TimeoutError:
                reason = "it does not answer"
            except OSError as error:
                reason = (error.strerror or "the connection failed").lower()
            else:
                connected.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                return connected
        raise HostUnreachable(host=host, reason=reason)


class GuardedStream(httpcore2.NetworkStream):
    """A connection that ends with the request's deadline, however slowly the other side drips."""

    def __init__(self, connected: socket.socket, host: str, deadline: Deadline, most_bytes: int) -> None:
        self._socket = connected
        self._host = host
        self._deadline = deadline
        self._bytes_left = most_bytes

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Return what came, at most ``max_bytes``."""
        self._socket.settimeout(self._deadline.remaining(self._host, timeout))
        try:
            data = self._socket.recv(max_bytes)
        except TimeoutError:
            raise TimedOut(host=self._host) from None
        except OSError as error:
            raise HostUnreachable(host=self._host, reason=_reason(error)) from None
        self._bytes_left -= len(data)
        if self._bytes_left < 0:
            raise Overflow
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send everything."""
        self._socket.settimeout(self._deadline.remaining(self._host, timeout))
        try:
            self._socket.sendall(buffer)
        except TimeoutError:
            raise TimedOut(host=self._host) from None
        except OSError as error:  # the answer may be there already: a server may refuse before it has heard all
            raise httpcore2.WriteError(_reason(error)) from None

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        """Return the stream inside TLS, the certificate checked against the name that was asked for."""
        self._socket.settimeout(self._deadline.remaining(self._host, timeout))
        try:
            inside = ssl_context.wrap_socket(self._socket, server_hostname=server_hostname)
        except TimeoutError:
            self.close()
            raise TimedOut(host=self._host) from None
        except (OSError, ValueError) as error:  # ValueError: a name that no certificate can carry
            self.close()
            raise TlsFailed(host=self._host, reason=_reason(error)) from None
        return GuardedStream(inside, self._host, self._deadline, self._bytes_left)

    def close(self) -> None:
        """End the connection."""
        self._socket.close()


def _in_turn(addresses: list[str]) -> list[str]:
    """Return addresses with the families in turn, that of the first one leading (after RFC 8305)."""
    first = ":" in addresses[0]
    leading = [address for address in addresses if (":" in address) == first]
    following = [address for address in addresses if (":" in address) != first]
    return [address for pair in zip_longest(leading, following) for address in pair if address]


def _is_own(address: str) -> bool:
    """Tell whether an address is one of this machine's: the route to it then starts at itself. Nothing is sent."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with contextlib.suppress(OSError), socket.socket(family, socket.SOCK_DGRAM) as probe:
        probe.connect((address, 9))
        return bool(probe.getsockname()[0] == probe.getpeername()[0])
    return False


def _reason(error: BaseException) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return error.verify_message
    if isinstance(error, ssl.SSLError):
        return (error.reason or "TLS error").replace("_", " ").lower()
    return (getattr(error, "strerror", None) or "the connection broke").lower()
