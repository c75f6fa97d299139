"""The words that scripts say, handed to them as data in the page: a script never holds a text of its own."""

from __future__ import annotations

from kushk.base.locale import wording

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


def script_words(interface: str) -> dict[str, str]:
    """Return the scripts' words in an interface language, as ICU patterns whose placeholders scripts fill in."""
    return {key: wording(msgid, interface, context).text for key, (msgid, context) in WORDS.items()}
