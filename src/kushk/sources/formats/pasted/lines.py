"""From bytes or text to clean lines: encodings, line endings, direction marks, odd spaces, wrapped lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from kushk.sources.formats.charset import decode
from kushk.sources.formats.errors import EmptyInput, Malformed, TooLarge, UnknownFormat

_MOST_BYTES = 16 * 1024 * 1024
_MOST_LINES = 50_000
"""Lines with words in them: a story has hundreds."""

_BINARY = (
    b"%PDF",
    b"\x89PNG",
    b"PK\x03\x04",
    b"GIF8",
    b"\xff\xd8\xff",
    b"\x7fELF",
    b"\x1f\x8b",
    b"RIFF",
    b"OggS",
    b"ID3",
)
_ENDINGS = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_HIDDEN = re.compile(r"[\u200b\u2060\ufeff\u00ad\ufffc]")
_EDGES = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_SPACES = re.compile(r"[^\S\t\n]+")
_SPACE_AT_TAB = re.compile(r" *\t *")
_MARKDOWN_PICTURE = re.compile(r"!\[[^\[\]\n]{0,300}\]\([^()\s]{1,2000}\)")
_MARKDOWN_LINK = re.compile(r"\[([^\[\]\n]{1,300})\]\((?:https?:|/|#)[^()\s]{0,2000}\)")
_ADDRESSES = re.compile(r"(?<=\S)[^\S\n](?:\(https?://[^()\s]{1,2000}\)|<https?://[^<>\s]{1,2000}>)")
_MANY_ADDRESSES = 4
_CONTROL_SHARE = 0.02
_UNDECODED_SHARE = 0.1


@dataclass(frozen=True, slots=True)
class Line:
    """A line with words. ``gap`` is the number of empty lines before it, ``indent`` its leading spaces."""

    text: str
    gap: int = 0
    indent: int = 0


def text_of(source: str | bytes) -> str:
    """Return the text of a paste.

    Raises:
        EmptyInput, TooLarge, UnknownFormat: there is nothing, too much, or no text in it.
    """
    if len(source) > _MOST_BYTES:
        raise TooLarge(limit=_MOST_BYTES)
    if isinstance(source, bytes):
        if source.startswith(_BINARY):
            raise UnknownFormat
        source = decode(source).text
    odd = len(_CONTROL.findall(source))
    undecoded = source.count("\ufffd")
    if odd > 3 + len(source) * _CONTROL_SHARE or undecoded > 3 + len(source) * _UNDECODED_SHARE:
        raise UnknownFormat
    return source


def lines_of(text: str) -> list[Line]:
    """Return the lines of a text that have words or signs in them, cleaned.

    Raises:
        EmptyInput: there are none.
        Malformed: there are more than any story has.
    """
    lines: list[Line] = []
    gap = 0
    for raw in _ENDINGS.split(unlinked(unicodedata.normalize("NFC", text))):
        clean = _clean(raw)
        if not clean:
            gap += 1
            continue
        lines.append(Line(clean, gap if lines else 0, len(raw) - len(raw.lstrip(" "))))
        gap = 0
        if len(lines) > _MOST_LINES:
            raise Malformed(format="text", detail=f"more than {_MOST_LINES} lines")
    if not lines:
        raise EmptyInput
    return unwrapped(lines)


def unlinked(text: str) -> str:
    """Return a text whose links were copied as Markdown, or as words with an address behind them, without addresses.

    One address in brackets may be what the author printed; many are the copying program's.
    """
    if "](" in text:
        text = _MARKDOWN_LINK.sub(r"\1", _MARKDOWN_PICTURE.sub("", text))
    if len(_ADDRESSES.findall(text)) >= _MANY_ADDRESSES:
        text = _ADDRESSES.sub("", text)
    return text


def _clean(raw: str) -> str:
    if not raw or raw.isspace():
        return ""
    if raw.isascii() and not _CONTROL.search(raw):
        return _SPACE_AT_TAB.sub("\t", _SPACES.sub(" ", raw)).strip()
    clean = _HIDDEN.sub("", _CONTROL.sub("", raw))
    clean = _SPACE_AT_TAB.sub("\t", _SPACES.sub(" ", clean))
    clean = clean.strip().strip(_EDGES + " \t\u200c\u200d")
    return re.sub(f"(?<=\\s)[{_EDGES}]+(?=\\s)", "", clean) if any(mark in clean for mark in _EDGES) else clean


_WIDE = re.compile("[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ufaff\uff00-\uff60]")
_LONG = 2000


def columns(text: str) -> int:
    """Return how many columns a text takes: a Chinese sign or a Korean syllable takes two."""
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))


def weight(text: str) -> int:
    """Return how much a text says, in Latin letters: vowel signs and the like do not count."""
    if text.isascii() or len(text) > _LONG:
        return columns(text)
    return columns(text) - sum(unicodedata.category(sign) == "Mn" for sign in text)


_NARROWEST, _WIDEST = 40, 150
_FEWEST_PAIRS = 3
_SURE_PAIRS = 6
_SURE_WIDTH = 58
_FULL_SHARE = 0.7


def unwrapped(lines: list[Line]) -> list[Line]:
    """Join the lines of a text that was wrapped at a fixed width, as in e-mail; return others as they are.

    A line is full when the first word of the next one would not have fitted behind it.
    """
    widths = [columns(line.text) for line in lines]
    widest = max(widths)
    if not _NARROWEST <= widest <= _WIDEST:
        return lines
    pairs = [at for at in range(len(lines) - 1) if not lines[at + 1].gap]
    full = {at for at in pairs if _is_full(lines[at + 1].text, widths[at], widest)}
    if len(full) < _SURE_PAIRS and widest < _SURE_WIDTH:
        return lines
    if len(full) < _FEWEST_PAIRS or len(full) < _FULL_SHARE * len(pairs):
        return lines
    ended = sum(lines[at].text.endswith(tuple(".!?…。！？۔؟।")) for at in full)
    if ended > len(full) / 2:
        return lines
    return list(_joined(lines, full))


def _is_full(following: str, width: int, widest: int) -> bool:
    first = following.split(" ", maxsplit=1)[0]
    if _starts_item(following):
        return False
    size = columns(first)
    return width + size + 1 > widest if size < widest / 2 else width >= widest - 2


def _starts_item(text: str) -> bool:
    return bool(re.match(r"(?:[-*•>#]|\d{1,2}[.)])\s", text))


def _joined(lines: list[Line], full: set[int]) -> Iterator[Line]:
    held: Line | None = None
    for at, line in enumerate(lines):
        if held is None:
            held = line
        else:
            spaced = "" if _is_wide(held.text[-1]) and _is_wide(line.text[0]) else " "
            quoted = held.text.startswith("> ") and line.text.startswith("> ")
            held = Line(held.text + spaced + (line.text[2:] if quoted else line.text), held.gap, held.indent)
        if at not in full:
            yield held
            held = None
    if held is not None:
        yield held


def _is_wide(sign: str) -> bool:
    return unicodedata.east_asian_width(sign) in "WF" and not "\uac00" <= sign <= "\ud7af"
