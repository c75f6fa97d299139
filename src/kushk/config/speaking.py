"""A story read from a file or an address, as a sound file: ``./kushk read --audio``."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from kushk.base.options import option
from kushk.config.progress import Bar
from kushk.core.errors import KushkError
from kushk.renditions.narration.files import tags_of
from kushk.renditions.narration.narrated import Narrated, as_webvtt
from kushk.renditions.narration.studio import Studio
from kushk.sources.formats.parsed import FeedList, Parsed, ParsedFeed, ParsedStory

_DAY = 10


class NotOneStory(KushkError):
    """Something that holds no story was to be spoken."""

    code = "not-one-story"
    words = "There is no story in this that could be spoken."


class CannotWrite(KushkError):
    """The file for the sound cannot be written."""

    code = "cannot-write"
    words = "“{path}” cannot be written: {reason}."


def speak(parsed: Parsed, out: Path, voice: str = "") -> int:
    """Speak a story, or the first one of a feed, into a file, and its captions into a ``.vtt`` beside it.

    Args:
        parsed: what was read.
        out: the sound file; WebM when it ends so, else MP3.
        voice: key of a voice; the stand's own choice for the language when empty.

    Raises:
        NotOneStory: it holds none.
        NoSuchVoice: there is no such voice.
        NoVoice: no engine speaks the language.
        CannotWrite: the file cannot be written.
    """
    story = _story(parsed)
    with tempfile.TemporaryDirectory(prefix="kushk-speech-") as folder:
        studio = Studio(Path(folder), option("SPEECH"), voices=option("DATA") / "voices")
        try:
            narrated = studio.narrate(
                story.document,
                story="story",
                headline=story.title,
                publication=story.publication,
                date=story.published[:_DAY],
                voice=studio.speakers.voice(voice) if voice else None,
            )
            _write(studio, narrated, out, story.published)
        finally:
            studio.speakers.close()
    return 0


def _story(parsed: Parsed) -> ParsedStory:
    if isinstance(parsed, FeedList):
        raise NotOneStory
    story = next(iter(parsed.entries), None) if isinstance(parsed, ParsedFeed) else parsed
    if story is None:
        raise NotOneStory
    return story


def _write(studio: Studio, narrated: Narrated, out: Path, date: str) -> None:
    with Bar("speaking") as bar:
        complete = studio.whole(narrated, progress=bar)
    make = studio.webm if out.suffix == ".webm" else studio.mp3
    joined = make(complete, tags_of(narrated, date=date))
    try:
        _put(out, joined.read())
        _put(out.with_suffix(".vtt"), as_webvtt(complete).encode())
    except OSError as fault:
        raise CannotWrite(path=out, reason=fault.strerror) from None
    voice = narrated.voice
    facts = f"{complete.seconds:.1f} s, {len(complete.lines)} lines, voice {voice.key}"
    print(f"{out}: {facts}" + (" (synthetic)" if voice.synthetic else ""), file=sys.stderr)


def _put(path: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise
