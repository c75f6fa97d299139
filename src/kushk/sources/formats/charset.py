"""From bytes to text: byte order marks, declarations that may be wrong, and what the bytes themselves say."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

UNDECODED = "\ufffd"

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "cp936": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    "cp950": "big5hkscs",
}
"""The superset that pages declaring the narrower encoding really use (WHATWG Encoding Standard, labels)."""

_LABELS = {
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "x-gbk": "gb18030",
    "x-euc-jp": "euc_jp",
    "ks_c_5601-1987": "cp949",
    "ksc5601": "cp949",
    "x-windows-949": "cp949",
    "windows-949": "cp949",
    "windows-874": "cp874",
    "x-mac-roman": "mac_roman",
    "x-mac-cyrillic": "mac_cyrillic",
    "x-cp1251": "cp1251",
    "x-cp1252": "cp1252",
    "iso-8859-8-i": "iso8859-8",
    "logical": "iso8859-8",
    "unicode": "utf-16",
    "utf8mb4": "utf-8",
    "x-big5": "big5hkscs",
}

_CJK = frozenset({"gb18030", "cp932", "euc_jp", "cp949", "big5hkscs", "johab", "shift_jisx0213", "euc_jisx0213"})
_ESCAPED = ("iso2022", "hz", "utf-7")
"""Encodings whose bytes are all ASCII, so that being valid UTF-8 says nothing about them."""

_XML_DECLARATION = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']\s*([\w.:()+-]+)\s*[\"']", re.IGNORECASE)
_META = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:()+-]+)", re.IGNORECASE)
_TYPE_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:()+-]+)", re.IGNORECASE)
_MANY_BYTES = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_LONG_BYTES = re.compile(rb"[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_LONE_BYTE = re.compile(rb"[\x80-\xff]")

_LETTER = re.compile(rb"[A-Za-z]")
_NOT_WORDS = re.compile(rb"<[^<>]*+>|https?://[^\s<>\"']++")
_JAPANESE_ESCAPE = re.compile(rb"\x1b(?:\$[@B]|\([BJI])")
_LANGUAGE = re.compile(rb"(?:<(?:dc:)?language>\s*|lang\s*=\s*[\"']?)([A-Za-z]{2,3})\b")
_BY_LANGUAGE = (
    dict.fromkeys(("pl", "cs", "sk", "hu", "sl", "hr", "bs", "ro", "sq"), "cp1250")
    | dict.fromkeys(("tr", "az"), "cp1254")
    | dict.fromkeys(("lt", "lv", "et"), "cp1257")
    | dict.fromkeys(("vi",), "cp1258")
)
_JAPANESE = ("euc_jp", "cp932")
_KANA_SHARE = 0.2
_MEASURED = ("cp1251", "koi8_r", "cp1253", "cp1255", "cp1256", "cp874", "cp932", "euc_jp", "gb18030", "big5", "cp949")

_HEAD = 4096
_UNIT = 4
"""Bytes of the longest character."""
_FIRST_LEAD = 0xC2
"""The lowest byte that begins a character of several bytes in UTF-8."""
_SURE = 3
"""Three-byte characters that hardly any double-byte text has by chance."""
_LATIN_SHARE = 0.45
"""Of letters that are not ASCII: no language in Latin letters has more, hardly any in other letters less."""
_TELLING_BYTES = 4
"""Bytes beyond ASCII below which nothing can be told of a language: two Chinese characters, a short word."""
_SAMPLE = 64 * 1024


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with the encoding it was read by; ``mended`` when some bytes did not fit that encoding."""

    text: str
    encoding: str
    mended: bool = False
    overruled: str = ""
    """The declared encoding, where the bytes showed it to be wrong."""


def decode(body: bytes, media_type: str = "") -> Decoded:
    """Return the text of ``body``, without a byte order mark.

    A byte order mark wins; then bytes that are valid UTF-8 and could hardly be anything else; then what the
    document or the transport declares; then what the bytes look like.

    Args:
        body: an XML, HTML, JSON or plain text document.
        media_type: ``Content-Type`` as sent, with its ``charset`` parameter.
    """
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return _forced(body[len(mark) :], encoding)
    wide = _wide_without_mark(body)
    if wide:
        return _forced(body, wide)
    declared = declared_encoding(body, media_type)
    if declared in ([], ["utf-8"]) and body.isascii() and _JAPANESE_ESCAPE.search(body[:_SAMPLE]):
        declared = ["iso2022_jp"]
    plain = _as_utf8(body, declared)
    if plain is not None:
        return plain
    for encoding in declared:
        try:
            text = body.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        return Decoded(text, encoding, overruled=declared[0] if encoding != declared[0] else "")
    return _guessed(body, declared)


def declared_encoding(body: bytes, media_type: str = "") -> list[str]:
    """Return the Python names of the encodings that document and transport declare, the more trusted first."""
    head = body[:_HEAD]
    found = (_XML_DECLARATION.search(head), _META.search(head))
    labels = [match[1].decode("ascii", "replace") for match in found if match]
    sent = _TYPE_CHARSET.search(media_type)
    if sent:
        labels.append(sent[1])
    names = [name for name in map(python_name, labels) if name and not name.startswith(("utf-16", "utf-32"))]
    return list(dict.fromkeys(names))


def python_name(label: str) -> str:
    """Return the Python codec for an encoding label of the web, empty when there is none."""
    label = label.strip().lower()
    label = _LABELS.get(label, label)
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        return ""
    try:
        "".encode(name)
    except LookupError:  # rot13, base64 and their like are codecs too
        return ""
    return _WIDER.get(name, name)


def _wide_without_mark(body: bytes) -> str:
    """Tell UTF-16 and UTF-32 without a mark by where the zero bytes of their first letters stand."""
    first = body[:_UNIT]
    if len(first) < _UNIT or 0 not in first:
        return ""
    zeros = tuple(byte == 0 for byte in first)
    shapes: dict[tuple[bool, ...], str] = {
        (True, True, True, False): "utf-32-be",
        (False, True, True, True): "utf-32-le",
        (True, False, True, False): "utf-16-be",
        (False, True, False, True): "utf-16-le",
    }
    return shapes.get(zeros, "")


def _forced(body: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(body.decode(encoding), encoding)
    except UnicodeDecodeError:
        if encoding == "utf-8":
            return _mixed(body)
        return Decoded(body.decode(encoding, "replace"), encoding, mended=True)


def _as_utf8(body: bytes, declared: list[str]) -> Decoded | None:
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        return None
    other = next((name for name in declared if name != "utf-8"), "")
    if not other:
        return Decoded(text, "utf-8")
    if other.startswith(_ESCAPED) and body.isascii():
        return None
    if other in _CJK and not body.isascii() and not _surely_utf8(body, other):
        return None
    return Decoded(text, "utf-8", overruled="" if body.isascii() else other)


def _surely_utf8(body: bytes, other: str) -> bool:
    """Valid UTF-8 that a double-byte encoding could have made by chance is trusted only when there is much of it."""
    if len(_LONG_BYTES.findall(body[:_SAMPLE])) >= _SURE:
        return True
    try:
        body.decode(other)
    except UnicodeDecodeError:
        return True
    return False


def _guessed(body: bytes, declared: list[str]) -> Decoded:
    """Nothing that was declared fits, or nothing was declared."""
    sample = body[:_SAMPLE]
    many, lone = _MANY_BYTES.findall(sample), len(_LONE_BYTE.findall(sample))
    if many and sum(map(len, many)) >= 0.75 * lone:
        return _mixed(body)
    legacy = [name for name in declared if name != "utf-8"]
    if legacy and _mostly_fits(sample, legacy[0]):
        return Decoded(body.decode(legacy[0], "replace"), legacy[0], mended=True)
    encoding = _statistical(sample) or "cp1252"
    text = body.decode(encoding, "replace")
    return Decoded(text, encoding, mended=UNDECODED in text, overruled=declared[0] if declared else "")


def _mostly_fits(sample: bytes, encoding: str) -> bool:
    text = sample.decode(encoding, "replace")
    return text.count(UNDECODED) <= max(1, len(text) // 100)


def _statistical(sample: bytes) -> str:
    """Latin scripts have few letters outside ASCII, and their language names their code page; others are measured."""
    told = _LANGUAGE.search(sample)
    language = told[1].decode("ascii").lower() if told else ""
    if language in _BY_LANGUAGE:
        return _BY_LANGUAGE[language]
    japanese = next((each for each in _JAPANESE if _hiragana(sample, each) >= _KANA_SHARE), "")
    if japanese:
        return japanese
    words = _NOT_WORDS.sub(b" ", sample)
    high, letters = len(_LONE_BYTE.findall(words)), len(_LETTER.findall(words))
    if high < max(_TELLING_BYTES, _LATIN_SHARE * (high + letters)):
        return "cp1252"
    from charset_normalizer import from_bytes

    lines = [line for line in words.splitlines() if not line.isascii()]
    best = from_bytes(b"\n".join(lines)[:8192], cp_isolation=list(_MEASURED)).best()
    return python_name(best.encoding) if best is not None else ""


def _hiragana(sample: bytes, encoding: str) -> float:
    """Return the share of hiragana: Japanese is full of it, Korean or Chinese misread as Japanese has hardly any."""
    text = sample.decode(encoding, "replace")
    wide = sum(1 for each in text if each > "\x7f")
    return sum(1 for each in text if "\u3041" <= each <= "\u3096") / max(1, wide)


def _mixed(body: bytes) -> Decoded:
    """UTF-8 with a few bytes of Windows-1252 in it: each part read as what it is."""
    return Decoded(body.decode("utf-8", "kushk-windows"), "utf-8", mended=True)


def _windows_bytes(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    cut = error.object[error.start :][:_UNIT]
    if error.end == len(error.object) and len(cut) < _UNIT and cut[0] >= _FIRST_LEAD:
        return "", error.end  # a character that the end of the body cut in two
    wrong = error.object[error.start : error.end]
    return wrong.decode("cp1252", "replace"), error.end


codecs.register_error("kushk-windows", _windows_bytes)
