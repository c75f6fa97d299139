"""The stand's one fetcher, made from the operator's options."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kushk.base.options import option

if TYPE_CHECKING:
    from kushk.sources.fetch.client import Fetcher


@cache
def fetcher() -> Fetcher:
    """Return the process's fetcher."""
    from kushk.sources.fetch.client import Fetcher, FetchSettings

    return Fetcher(FetchSettings(contact=option("CONTACT"), allow=frozenset(option("ALLOW_HOSTS"))))
