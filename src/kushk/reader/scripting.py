"""The words that scripts say, handed to them as data in the page: a script never holds a text of its own."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from kushk.base.locale import wording
from kushk.reader.settingsform import shown_sizes

WORDS: dict[str, tuple[str, str]] = {
    "saved": ("Saved", "story"),
    "save": ("Save", "button"),
    "textSize": ("Text size: {size}", ""),
    "applied": ("The settings were applied.", ""),
    "loading": ("Loading…", ""),
    "failed": ("That did not work. Please try again.", ""),
    "copied": ("Link copied", ""),
    "close": ("Close", ""),
    "undo": ("Undo", ""),
    "removed": ("Removed", ""),
    "remove": ("Remove", ""),
    "readingTime": ("Reading time: {duration}", ""),
    "readSoFar": ("Read so far: {share}", ""),
    "continue": ("Continue where you stopped", ""),
    "offlineCopy": ("Offline copy from {date}", ""),
    "space": ("Pages that you open and stories that you save are kept on this device: {size}.", ""),
    "deleteCopies": ("Delete offline copies", ""),
    "selected": ("Selected passage", ""),
    "copyPassage": ("Copy link to this passage", ""),
    "quoteCard": ("Quote card", ""),
}
"""English message and its context by the key under which a script asks for it; placeholders are filled in there."""


@lru_cache(maxsize=64)
def script_words(interface: str) -> dict[str, Any]:
    """Return the scripts' words in an interface language, with placeholders that scripts fill in.

    ``sizes`` holds every text size, smallest first, as the interface language writes it.
    """
    words: dict[str, Any] = {key: wording(msgid, interface, context).text for key, (msgid, context) in WORDS.items()}
    return {**words, "sizes": shown_sizes(interface)}
