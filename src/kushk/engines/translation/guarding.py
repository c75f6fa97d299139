"""What no translation may bring along, whichever server gave it: mark-up, addresses, another text's size."""

from __future__ import annotations

import re

from kushk.engines.translation.interface import BadOutput, Translated

_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:#\d+|#x[0-9a-fA-F]+|[a-z]{2,8});|\[[^\]]*\]\(\s*\w+:")
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"'“”«»()\[\]]+|[\w.+-]+@[\w-]+\.[\w.-]+", re.IGNORECASE)
_MOST = 8
"""Characters of a translation for each of the text, beyond a few words."""
_FEW = 80


NOTHING = Translated("")
"""In place of a sentence whose translation cannot be taken, among others that can: readers see the original."""


def guarded(engine: str, text: str, made: object) -> str:
    """Return a translation that a server gave, on one line.

    Args:
        engine: its name, for errors.
        text: what was to be translated.
        made: what the server says that it is.

    Raises:
        BadOutput: it is empty, no text, or has what the text had not.
    """
    if not isinstance(made, str):
        raise BadOutput(engine=engine, detail="a sentence is missing")
    line = " ".join(made.split())
    if not line:
        raise BadOutput(engine=engine, detail="a sentence came back empty")
    if len(line) > _FEW + _MOST * len(text):
        raise BadOutput(engine=engine, detail="a sentence came back many times as long")
    if len(_MARKUP.findall(line)) > len(_MARKUP.findall(text)):
        raise BadOutput(engine=engine, detail="a sentence came back with mark-up")
    known = {address.rstrip(".,;:!?").casefold() for address in _ADDRESS.findall(text)}
    if any(address.rstrip(".,;:!?").casefold() not in known for address in _ADDRESS.findall(line)):
        raise BadOutput(engine=engine, detail="a sentence came back with an address that it had not")
    return line
