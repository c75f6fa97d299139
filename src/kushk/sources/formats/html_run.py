"""Running text under construction: white space collapsed, marks beside it."""

from __future__ import annotations

import re

from kushk.core.document import Mark, MarkKind
from kushk.core.draft import RichText

_IDEOGRAPHIC = "\u2e80-\u312f\u3190-\ua4cf\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff"
_WRAPPED = re.compile(rf"(?<=[{_IDEOGRAPHIC}])[ \t]*[\r\n]\s*(?=[{_IDEOGRAPHIC}])")
_IS_IDEOGRAPHIC = re.compile(f"[{_IDEOGRAPHIC}]")
_UNSEEN = re.compile("[\u00ad\ufeff\u2060\ufffc]")
_WORD_BREAKS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
"""Scripts that part words with U+200B."""


def tidy(text: str) -> str:
    """Return the text without what is not seen: soft hyphens, byte order marks, line wraps between ideographs."""
    if text.isascii():
        return text
    text = _UNSEEN.sub("", text)
    if "\u200b" in text and not _WORD_BREAKS.search(text):
        text = text.replace("\u200b", "")
    return _WRAPPED.sub("", text) if "\n" in text or "\r" in text else text


class Run:
    """One paragraph's text as it is being read."""

    __slots__ = ("_last", "_length", "_marks", "_open", "_parts", "_space", "_wrapped", "breaks")

    def __init__(self) -> None:
        self._open: list[tuple[MarkKind, int, str, str]] = []
        self._clear()

    def _clear(self) -> None:
        self._parts: list[str] = []
        self._marks: list[Mark] = []
        self._length = 0
        self._last = ""
        self._space = self._wrapped = False
        self.breaks = 0

    @property
    def empty(self) -> bool:
        """Whether no text has come yet."""
        return not self._length

    def add(self, raw: str) -> None:
        """Take in a text node."""
        raw = tidy(raw)
        words = " ".join(raw.split())
        if not words:
            if raw:
                self._space = True
                self._wrapped = self._wrapped or "\n" in raw
            return
        if self._length and self.breaks:
            words = "\n" + words
        elif self._length and (self._space or raw[0].isspace()) and not self._joins(raw, words):
            words = " " + words
        self.breaks = 0
        self._parts.append(words)
        self._length += len(words)
        self._last = words[-1]
        self._space = raw[-1].isspace()
        self._wrapped = self._space and "\n" in raw[len(raw.rstrip()) :]

    def _joins(self, raw: str, words: str) -> bool:
        """Tell whether the white space before ``words`` is only the source's line wrap between ideographs."""
        if words.isascii() or not (self._wrapped or "\n" in raw[: len(raw) - len(raw.lstrip())]):
            return False
        return bool(_IS_IDEOGRAPHIC.match(words) and _IS_IDEOGRAPHIC.match(self._last))

    def gap(self) -> None:
        """Part what comes from what was, as the edge of a block does inside a caption."""
        self._space = True

    def open(self, kind: MarkKind, href: str = "", language: str = "") -> None:
        """Begin a mark here."""
        self._open.append((kind, self._length, href, language))

    def close(self) -> None:
        """End the mark that was begun last."""
        kind, start, href, language = self._open.pop()
        if self._length > start and kind not in {mark[0] for mark in self._open}:
            self._marks.append(Mark(kind, start, self._length, href, language))

    def take(self) -> RichText:
        """Return the text so far and begin anew; marks that are open go on in what follows."""
        for kind, start, href, language in self._open:
            if self._length > start:
                self._marks.append(Mark(kind, start, self._length, href, language))
        self._open = [(kind, 0, href, language) for kind, _, href, language in self._open]
        text, marks = "".join(self._parts), self._marks
        self._clear()
        return RichText(text, tuple(_trimmed(text, marks)))


def _trimmed(text: str, marks: list[Mark]) -> list[Mark]:
    """Return the marks without white space at their ends, in order, empty ones left out."""
    kept = []
    for mark in marks:
        start, end = mark.start, mark.end
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            moved = (start, end) != (mark.start, mark.end)
            kept.append(Mark(mark.kind, start, end, mark.href, mark.language) if moved else mark)
    kept.sort(key=lambda mark: (mark.start, -mark.end, mark.kind))
    return kept
