"""Web addresses: parsed once, validated, rebuilt; what is sent is what was judged.

Two programs that read one address differently are how guards are passed, so whatever is read differently in the
wild (user names, backslashes, control characters, IPv4 in odd notations, percent signs in a host) is refused.
"""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from urllib.parse import quote, urljoin

import idna

from kushk.sources.fetch.errors import BadAddress

LONGEST = 4096
"""Characters of an address; servers and browsers agree on far fewer."""

DEFAULT_PORTS = {"http": 80, "https": 443}

FIRST_FREE_PORT = 1024
"""From here up any program may listen, and small publishers do serve from here; below it only 80 and 443."""

SERVICE_PORTS = frozenset(
    # the list of the Fetch standard ("port blocking"), which browsers keep
    {1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080}
    # databases, queues, caches and control ports, none of which serves pages
    | {1080, 1433, 1521, 2181, 2375, 2376, 2379, 2380, 3128, 3306, 3389, 4369, 5432, 5672, 5900, 5984, 5985, 5986}
    | {6379, 6443, 7001, 8500, 8600, 9042, 9092, 9100, 9200, 9300, 10250, 10255, 11211, 15672, 25565, 27017, 50000}
)
"""Ports from 1024 up on which a request could only do harm."""

_PARTS = re.compile(r"(?i)(https?)://([^/?#]*)([^?#]*)(?:\?([^#]*))?(?:#.*)?", re.DOTALL)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_AUTHORITY = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[^\[\]:]+)(?::([0-9]{0,5}))?")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_NAME = re.compile(r"[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*")
_NUMBER = re.compile(r"0x[0-9a-f]*|[0-9]+")
_SPACE = " \t\r\n\f"


@dataclass(frozen=True, slots=True)
class WebAddress:
    """A validated http or https address, without fragment."""

    scheme: str
    host: str
    """Lower case, in ASCII (IDNA), without a dot at the end; an IPv6 address without brackets."""
    port: int
    target: str
    """Path and query as they are sent."""

    @property
    def authority(self) -> str:
        """Host and, when it is not the scheme's own, port: the ``Host`` header."""
        return self.host_in_url if self.port == DEFAULT_PORTS[self.scheme] else f"{self.host_in_url}:{self.port}"

    @property
    def host_in_url(self) -> str:
        """The host, an IPv6 address in brackets."""
        return f"[{self.host}]" if ":" in self.host else self.host

    @property
    def site(self) -> str:
        """``host:port``: what slots, breakers and the operator's list count by."""
        return f"{self.host_in_url}:{self.port}"

    @property
    def origin(self) -> str:
        """``scheme://host[:port]``: what a robots.txt holds for."""
        return f"{self.scheme}://{self.authority}"

    def __str__(self) -> str:
        return self.origin + self.target


def parse_address(text: str) -> WebAddress:
    """Return the address that ``text`` is.

    Raises:
        BadAddress: it is none, is longer than ``LONGEST``, or could be read in two ways.
    """
    text = text.strip(_SPACE)
    _refuse_ambiguous(text)
    parts = _PARTS.fullmatch(text)
    if parts is None:
        raise BadAddress(url=text, reason="it does not begin with http:// or https://")
    scheme, authority, path, query = parts[1].lower(), parts[2], parts[3], parts[4]
    if "@" in authority:
        raise BadAddress(url=text, reason="it holds a user name")
    named = _AUTHORITY.fullmatch(authority)
    if named is None:
        raise BadAddress(url=text, reason="its host cannot be read")
    port = int(named[2]) if named[2] else DEFAULT_PORTS[scheme]
    if not 0 < port < 2**16:
        raise BadAddress(url=text, reason="its port is not a port")
    target = quote(path or "/", safe="/%:@!$&'()*+,;=~-._|[]") + ("?" + _query(query) if query else "")
    return WebAddress(scheme, _host(named[1], text), port, target)


def join_address(base: WebAddress, reference: str) -> WebAddress:
    """Return the address that a reference (a ``Location``, a link) means on a page.

    Raises:
        BadAddress: as for ``parse_address``.
    """
    reference = reference.strip(_SPACE)
    _refuse_ambiguous(reference)
    if _SCHEME.match(reference):
        return parse_address(reference)
    try:
        return parse_address(urljoin(str(base), reference))
    except ValueError:
        raise BadAddress(url=reference, reason="its host cannot be read") from None


def port_is_lawful(port: int) -> bool:
    """Tell whether sites are served on a port: 80, 443, and from 1024 up all but those of known services."""
    return port in {80, 443} or (port >= FIRST_FREE_PORT and port not in SERVICE_PORTS)


def _refuse_ambiguous(text: str) -> None:
    if len(text) > LONGEST:
        raise BadAddress(url=text, reason="it is too long")
    if _CONTROL.search(text):
        raise BadAddress(url=text, reason="it holds control characters")
    if "\\" in text:
        raise BadAddress(url=text, reason="it holds a backslash")


def _query(query: str) -> str:
    return quote(query, safe="/%:@!$&'()*+,;=~-._|[]?{}^`")


def _host(host: str, url: str) -> str:
    if host.startswith("["):
        try:
            return str(ipaddress.IPv6Address(host[1:-1]))
        except ValueError:
            raise BadAddress(url=url, reason="its host is not an IPv6 address") from None
    try:
        name = _ascii(host).removesuffix(".")
    except (idna.IDNAError, UnicodeError):
        raise BadAddress(url=url, reason="its host is not a name") from None
    if not _NAME.fullmatch(name) or len(name) > 253:  # noqa: PLR2004  # RFC 1035: octets of a name
        raise BadAddress(url=url, reason="its host is not a name")
    if _NUMBER.fullmatch(name.rpartition(".")[2]):
        return _ipv4(name, url)
    return name


def _ascii(host: str) -> str:
    """Return a host in ASCII as browsers do (UTS 46, non-transitional, no registration rules)."""
    mapped = idna.uts46_remap(host, std3_rules=False)
    return ".".join(
        label if label.isascii() else "xn--" + label.encode("punycode").decode("ascii") for label in mapped.split(".")
    )


def _ipv4(name: str, url: str) -> str:
    """Return a host that ends in a number, which only four plain decimal numbers may."""
    try:
        return str(ipaddress.IPv4Address(name))
    except ValueError:
        raise BadAddress(url=url, reason="its host is an IPv4 address in an odd notation") from None
