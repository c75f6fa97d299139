"""Forms: whether one was sent from a page of the stand (shared pages hold no token), and where it leads."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from kushk.reader.interface import in_address

LONGEST_ADDRESS = 2000
SEE_OTHER = 303


def from_here(request: HttpRequest) -> bool:
    """Tell whether a form was sent from a page of the stand: another site may change nothing for a reader."""
    site = request.headers.get("Sec-Fetch-Site")
    if site:
        return site in {"same-origin", "none"}
    origin = request.headers.get("Origin", "")
    try:
        return not origin or urlsplit(origin).netloc in {request.get_host(), urlsplit(settings.STAND_URL).netloc}
    except ValueError:
        return False  # no browser sends such an address


def see_other(address: str) -> HttpResponse:
    """Lead on after a form, by GET."""
    response = HttpResponseRedirect(address)
    response.status_code = SEE_OTHER
    return response


def own_page(address: str) -> str:
    """Return the address if it is a page of the stand's own, else an empty text."""
    fits = in_address(address) and len(address) <= LONGEST_ADDRESS and "\\" not in address
    return address if fits and address.isprintable() else ""
