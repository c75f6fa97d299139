"""Which IP addresses belong to the public internet: our own table, since ``ipaddress.is_global`` is not a guard.

Sources: the IANA IPv4 and IPv6 special-purpose address registries (2026), RFC 6890, 4291, 6052, 8215, 3056, 4380,
5214. Only the *dialled* address is judged, never a text.
"""

from __future__ import annotations

import ipaddress

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_PRIVATE_4 = tuple(
    ipaddress.IPv4Network(network)
    for network in (
        "0.0.0.0/8",  # this network; on Linux 0.0.0.0 is this machine
        "10.0.0.0/8",
        "100.64.0.0/10",  # carrier-grade NAT; some clouds keep their metadata here
        "127.0.0.0/8",
        "168.63.129.16/32",  # a cloud's host agent, reachable from every virtual machine in it
        "169.254.0.0/16",  # link-local, cloud metadata
        "172.16.0.0/12",
        "192.0.0.0/24",  # protocol assignments
        "192.0.2.0/24",  # documentation
        "192.31.196.0/24",  # AS112
        "192.52.193.0/24",  # AMT
        "192.88.99.0/24",  # 6to4 relays
        "192.168.0.0/16",
        "192.175.48.0/24",  # AS112
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, broadcast
    )
)

_PUBLIC_6 = ipaddress.IPv6Network("2000::/3")
"""The only block from which global unicast addresses are given out."""

_PRIVATE_6 = tuple(
    ipaddress.IPv6Network(network)
    for network in (
        "2001::/23",  # protocol assignments: Teredo, benchmarks, ORCHID
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4: an IPv4 address in disguise
        "2620:4f:8000::/48",  # AS112
        "3fff::/20",  # documentation
    )
)

_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
"""How a machine without IPv4 reaches IPv4 sites (DNS64): as public as the IPv4 address inside."""

_ISATAP = frozenset({0x0000_5EFE, 0x0200_5EFE})
"""Upper half of an interface identifier that holds an IPv4 address (RFC 5214)."""


def is_public(address: str | Address) -> bool:
    """Tell whether an address is a public unicast one.

    An IPv4-mapped address and one of the well-known NAT64 prefix are as public as the IPv4 address that they carry.
    All other ways to write IPv4 inside IPv6 (compatible, translated, local NAT64, 6to4, Teredo, ISATAP) are refused,
    as is a text that is no address.
    """
    if isinstance(address, str):
        try:
            address = ipaddress.ip_address(address)
        except ValueError:
            return False
    if isinstance(address, ipaddress.IPv4Address):
        return not any(address in network for network in _PRIVATE_4)
    if address.scope_id is not None:
        return False
    carried = _carried(address)
    if carried is not None:
        return is_public(carried)
    if int(address) >> 32 & 0xFFFF_FFFF in _ISATAP:
        return False
    return address in _PUBLIC_6 and not any(address in network for network in _PRIVATE_6)


def _carried(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
    return None
