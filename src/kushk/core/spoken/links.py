"""Addresses: of a link the host alone is said, of a mailbox its name and host, of a handle the name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kushk.core.languages import base
from kushk.core.spoken.form import Part, Spoken, rewritten
from kushk.core.spoken.tables.words import AT, DOT, HASHTAG, NUMBER

_HOST = r"(?:[^\W_](?:[\w-]{0,62})\.){1,5}"
_ADDRESS = re.compile(
    r"(?:(?:https?|ftp)://|(?<!\w)www\.)(?P<link>[^\s\"«»“”]{1,4000})[^\s\"«»“”]*"
    rf"|(?<![\w.+-])(?P<mailbox>[\w.+-]{{1,64}})@(?P<mailhost>{_HOST}[^\W\d_]{{2,24}})"
    rf"|(?<![\w.@-])(?P<bare>{_HOST}(?:com|org|net|edu|gov|info))(?P<path>/[^\s\"«»“”]{{0,4000}})?(?![\w-])"
    r"|(?<!\w)(?P<handle>@)(?=\w)|(?<![\w&])(?P<hash>[#＃])(?=\w)",
    re.IGNORECASE,
)
_TRAILING = ".,;:!?)'’…"
_PATH = re.compile(r"[/?#]")


def addresses_said(form: Spoken, language: str) -> Spoken:
    """Return a form in which "https://www.example.org/2026/11/a-long-path" is "example dot org"."""
    tongue = base(language)

    def say(match: re.Match[str]) -> Sequence[Part] | None:
        start, end = match.span()
        if match["handle"]:
            return [("", start, end)]
        if match["hash"]:
            return [(_hash(match.string[end], tongue), start, end)]
        end -= len(match.group()) - len(match.group().rstrip(_TRAILING))
        rest = match.string[end : match.end()]
        return [(_address(match, tongue), start, end), (rest, end, match.end())]

    return rewritten(form, _ADDRESS, say)


def _hash(following: str, tongue: str) -> str:
    word = NUMBER.get(tongue, "") if following.isdigit() else HASHTAG.get(tongue, "")
    return f"{word} " if word else ""


def _address(match: re.Match[str], tongue: str) -> str:
    dot = f" {DOT[tongue]} " if tongue in DOT else "."
    if match["mailbox"]:
        name = re.sub(r"[._+-]+", " ", match["mailbox"]).strip()
        return f"{name} {AT.get(tongue, '@')} {match['mailhost'].replace('.', dot)}"
    authority = _PATH.split(match["link"] or match["bare"], maxsplit=1)[0]
    host = authority.rpartition("@")[2].partition(":")[0].rstrip(_TRAILING)
    host = host[4:] if host[:4].casefold() == "www." else host
    return host[:80].replace(".", dot)
