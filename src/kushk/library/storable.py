"""Text that every database can hold: no lone surrogates, no NUL."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from kushk.core.jsonform import from_json, to_json
from kushk.library.values import Arrival

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def storable(text: str) -> str:
    """Return the text with U+FFFD in place of each character that a database refuses."""
    return _UNSTORABLE.sub("\ufffd", text) if _UNSTORABLE.search(text) else text


def storable_arrival(arrival: Arrival) -> Arrival:
    """Return an arrival whose texts, the document's too, can all be stored."""
    return replace(
        arrival,
        document=from_json(_mended(to_json(arrival.document))),
        guid=storable(arrival.guid),
        url=storable(arrival.url),
        published=storable(arrival.published),
        modified=storable(arrival.modified),
        section=storable(arrival.section),
        categories=tuple(map(storable, arrival.categories)),
    )


def _mended(form: Any) -> Any:
    """Return a JSON value with every text in it storable."""
    if isinstance(form, str):
        return storable(form)
    if isinstance(form, dict):
        return {name: _mended(value) for name, value in form.items()}
    return [_mended(value) for value in form] if isinstance(form, list | tuple) else form


def is_storable(form: bytes, arrival: Arrival) -> bool:
    """Tell quickly whether an arrival, with the encoded form of its document, can be stored as it is.

    In JSON a NUL is written as an escape (an escaped backslash before ``u0000`` is looked at needlessly, no more);
    a surrogate makes UTF-8 that cannot be read.
    """
    texts = (arrival.guid, arrival.url, arrival.published, arrival.modified, arrival.section, *arrival.categories)
    return b"\\u0000" not in form and not _has_surrogates(form) and not any(map(_UNSTORABLE.search, texts))


def _has_surrogates(form: bytes) -> bool:
    try:
        form.decode()
    except UnicodeDecodeError:
        return True
    return False
