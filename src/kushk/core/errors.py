"""The root of every error that Kushk raises on purpose."""

from __future__ import annotations

from typing import ClassVar


class KushkError(Exception):
    """A fault that has a stable code and data; the words are put on at the edge.

    A subclass sets ``code`` (kebab-case, documented in ``docs/errors.md``) and ``words``, an English
    sentence with ``{name}`` placeholders for the data. The sentence is also the key under which the
    interface catalogues translate it.
    """

    code: ClassVar[str] = "error"
    words: ClassVar[str] = "Something went wrong."

    def __init__(self, **data: object) -> None:
        super().__init__()
        self.data = data

    def __str__(self) -> str:
        return self.words.format_map(_Shown(self.data))


_LONGEST = 200
"""Characters of a value that an error shows."""


class _Shown(dict[str, object]):
    """Data made fit for one line: control characters gone, long values cut."""

    def __getitem__(self, key: str) -> str:
        shown = " ".join(str(super().__getitem__(key)).split())
        shown = "".join(character for character in shown if character.isprintable())
        return shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + "…"

    def __missing__(self, key: str) -> str:
        return "?"
