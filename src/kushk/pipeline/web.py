"""The process's one guarded fetcher, made from the operator's options. Needs neither Django nor a stand."""

from __future__ import annotations

from functools import cache
from urllib.parse import urlsplit

from kushk.base.options import option
from kushk.sources.fetch.client import Fetcher, FetchSettings


@cache
def web() -> Fetcher:
    """Return the fetcher, the same for every thread, so that manners towards hosts are kept together."""
    own = {*option("HOSTS"), urlsplit(option("URL")).hostname or ""}
    return Fetcher(
        FetchSettings(
            contact=option("CONTACT"), allow=frozenset(option("ALLOW_HOSTS")), own_hosts=frozenset(own - {""})
        )
    )
