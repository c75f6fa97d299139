"""The words that scripts say, handed to them as data in the page: a script never holds a text of its own."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from kushk.base.locale import message, wording
from kushk.reader.settingsform import shown_sizes

SKIP = 15
"""Seconds that the player's two buttons go back and forward."""

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
    "listen": ("Listen", "button"),
    "play": ("Play", "button"),
    "pause": ("Pause", "button"),
    "listenFromHere": ("Listen from here", ""),
    "previousSentence": ("Previous sentence", ""),
    "nextSentence": ("Next sentence", ""),
    "speed": ("Speed", "player"),
    "sleepTimer": ("Sleep timer", ""),
    "sleepOff": ("Off", "sleep timer"),
    "sleepAtEnd": ("At the end of this story", "sleep timer"),
    "player": ("Player", ""),
    "place": ("Place in the story", ""),
    "placeOf": ("{position} of {length}", ""),
    "closePlayer": ("Close the player", ""),
    "syntheticVoice": ("Synthetic voice: {voice}, {engine}", ""),
    "readBy": ("Read by {name}", ""),
    "downloadAudio": ("Download the audio (MP3)", ""),
    "nowPlaying": ("Now playing: {headline}", ""),
    "upNext": ("Up next: {headline}", ""),
    "preparingAudio": ("Preparing the audio…", ""),
    "audioFailed": ("The audio could not be played. Please try again.", ""),
    "audioBusy": ("Many people are listening right now. Trying again in a moment…", ""),
    "backToVoice": ("Back to the spoken sentence", ""),
    "otherLanguages": ("Other languages", ""),
    "alwaysOpen": ("Always open stories in {language}", ""),
    "translatedBy": ("Machine translation by {engine}", ""),
    "checkedByPerson": ("Checked by a person", "translation"),
    "keptOriginal": ("This sentence could not be translated well.", ""),
    "translateHere": ("Translate on this device", ""),
    "translatedHere": ("Translated by the browser, on this device", ""),
}
"""English message and its context by the key under which a script asks for it; placeholders are filled in there."""


@lru_cache(maxsize=64)
def script_words(interface: str) -> dict[str, Any]:
    """Return the scripts' words in an interface language, with placeholders that scripts fill in.

    ``sizes`` holds every text size, smallest first, as the interface language writes it.
    """
    words: dict[str, Any] = {key: wording(msgid, interface, context).text for key, (msgid, context) in WORDS.items()}
    words["back"] = message("Back {seconds, plural, one {# second} other {# seconds}}", interface, seconds=SKIP)
    words["forward"] = message("Forward {seconds, plural, one {# second} other {# seconds}}", interface, seconds=SKIP)
    return {**words, "sizes": shown_sizes(interface)}
