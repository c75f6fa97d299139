"""Who asks: the network address of a request, for budgets. It is never stored as it stands."""

from __future__ import annotations

import ipaddress

from django.http import HttpRequest

from kushk.base.options import option
from kushk.membership.api import CONNECTION_BITS


def address_of(request: HttpRequest) -> str:
    """Return the address from which a request comes, as told by the last of the operator's own proxies."""
    told = [each.strip() for each in request.headers.get("X-Forwarded-For", "").split(",")]
    proxies = option("PROXIES")
    address = told[-proxies] if 0 < proxies <= len(told) else request.META.get("REMOTE_ADDR", "")
    return _household(address) or "unknown"


def _household(address: str) -> str:
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return ""
    if isinstance(found, ipaddress.IPv6Address) and found.ipv4_mapped:
        found = found.ipv4_mapped  # as servers tell it that take both kinds on one socket
    if isinstance(found, ipaddress.IPv4Address):
        return str(found)
    return str(ipaddress.ip_network((found, CONNECTION_BITS), strict=False).network_address)


def is_ahead(request: HttpRequest) -> bool:
    """Tell whether a browser fetches the page before anybody asked for it, or a program looks at its headers alone."""
    return "prefetch" in request.headers.get("Sec-Purpose", "") or request.method == "HEAD"
