"""ID3v2.4, the tags before the frames of an MP3 (id3.org/id3v2.4.0-structure and -frames)."""

from __future__ import annotations

from kushk.core.language_codes import RENAMED
from kushk.renditions.narration.sound.parts import Tags

_UTF8 = b"\x03"
_FRONT_COVER = b"\x03"
_UNKNOWN = "und"


def id3(tags: Tags, seconds: float) -> bytes:
    """Return the tags; frames that would be empty are left out."""
    language = three_letters(tags.language)
    texts = {
        b"TIT2": tags.title,
        b"TPE1": tags.artist,
        b"TALB": tags.album,
        b"TLAN": language,
        b"TDRC": tags.date,
        b"TLEN": str(round(seconds * 1000)),
        b"TSSE": "Kushk",
    }
    frames = b"".join(_frame(name, _UTF8 + _plain(text)) for name, text in texts.items() if text)
    if tags.comment:
        frames += _frame(b"COMM", _UTF8 + language.encode() + b"\x00" + _plain(tags.comment))
    if tags.picture:
        frames += _frame(b"APIC", _UTF8 + b"image/jpeg\x00" + _FRONT_COVER + b"\x00" + tags.picture)
    return b"ID3\x04\x00\x00" + _synchsafe(len(frames)) + frames


def three_letters(language: str) -> str:
    """Return the code of ISO 639-2 that stands for a BCP 47 tag, as files want it: ``eng``; ``und`` when unknown."""
    code = language.split("-", maxsplit=1)[0].lower()
    if len(code) == 3:  # noqa: PLR2004
        return code
    # Where a language has two codes, the older comes of its English name; ISO 639-2/T is the other.
    found = [three for three, two in RENAMED.items() if two == code and len(three) == 3]  # noqa: PLR2004
    return next((three for three in found if three.startswith(code)), next(iter(found), _UNKNOWN))


def _frame(name: bytes, content: bytes) -> bytes:
    return name + _synchsafe(len(content)) + b"\x00\x00" + content


def _plain(text: str) -> bytes:
    """A text frame ends at the first zero; what follows would be another value."""
    return text.replace("\x00", "").encode()


def _synchsafe(number: int) -> bytes:
    return bytes(number >> shift & 0x7F for shift in (21, 14, 7, 0))
