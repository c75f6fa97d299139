"""List the voices of this stand, add one from a file or from a catalogue, or remove one.

./kushk voices                    the voices, and how the engines are
./kushk voices add NAME.onnx      a Piper voice with NAME.onnx.json beside it
./kushk voices add ar             the catalogue's voice for Arabic (KUSHK_VOICES_CATALOGUE)
./kushk voices remove piper/NAME  take it away again
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from kushk.base.options import option
from kushk.config.downloading import download
from kushk.config.progress import Bar
from kushk.core.errors import KushkError
from kushk.engines.speech.piper.catalogue import Entry, Item, read_catalogue, voices_for
from kushk.engines.speech.piper.installing import install, remove
from kushk.pipeline.web import web
from kushk.renditions.narration.roster import engines
from kushk.renditions.narration.speakers import Speakers
from kushk.sources.fetch.result import Fetched
from kushk.sources.files import read_file

_SHOWN_OF_CARD = 1_200


class NoCatalogue(KushkError):
    """No catalogue of voices is set."""

    code = "no-voice-catalogue"
    words = "“{target}” is no file, and KUSHK_VOICES_CATALOGUE names no catalogue to look it up in."


class NothingNamed(KushkError):
    """The command needs a file, a language or a voice."""

    code = "nothing-named"
    words = "Say what to {action}; ./kushk voices --help shows how."


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("action", nargs="?", choices=("list", "add", "remove", "record"), default="list")
    parser.add_argument("target", nargs="?", metavar="FILE|LANGUAGE|VOICE|STORY")
    parser.add_argument("file", nargs="?", type=Path, help="with record: WAV, FLAC, OGG or MP3")
    parser.add_argument("--reader", default="", help="with record: who reads")
    parser.add_argument("--licence", default="", help="with add FILE: the licence, as the voice's makers say it")
    parser.add_argument("--quality", default="", help="with add LANGUAGE: medium, low, x_low or high")
    parser.add_argument("--yes", action="store_true", help="with add LANGUAGE: do not ask before downloading")


def run(parsed: argparse.Namespace) -> int:
    """List, add or remove."""
    if parsed.action == "list":
        return _list()
    if not parsed.target:
        raise NothingNamed(action=parsed.action)
    if parsed.action == "remove":
        remove(parsed.target, _folder())
        print(f"{parsed.target} is gone.")
        return 0
    if parsed.action == "record":
        return _record(parsed.target, parsed.file, parsed.reader)
    path = Path(parsed.target)
    if path.suffix == ".onnx" or path.is_file():
        return _added(install(path, _folder(), licence=parsed.licence, source=path.name))
    return _add_from_catalogue(parsed.target, parsed.quality, sure=parsed.yes)


def _record(public_id: str, file: Path | None, reader: str) -> int:
    from kushk.config.setup import ready_stand

    ready_stand()
    from kushk.library.api import story_by_public_id
    from kushk.renditions.narration import api as narration

    story = story_by_public_id(public_id)
    if file is None:
        narration.unrecord(story)
        print(f"“{story.headline}” is read by the stand's own voice.")
        return 0
    if not reader:
        raise NothingNamed(action="record by whom")
    narration.record(story, read_file(file), reader)
    print(f"“{story.headline}” is read by {reader}.")
    return 0


def _folder() -> Path:
    return Path(option("DATA")) / "voices"


def _list() -> int:
    stand = Speakers(engines(option("SPEECH"), _folder()))
    try:
        for engine in stand.engines:
            health = engine.check()
            print(f"{engine.name}: {'well' if health.ok else 'not usable'}, {health.detail}")
        for voice in stand.voices():
            chosen = stand.voice_for(voice.language)
            mark = "*" if chosen and chosen.key == voice.key else " "
            facts = ", ".join(part for part in (voice.name, voice.quality, voice.licence or "licence unknown") if part)
            print(f"{mark} {voice.language:8} {voice.key:28} {facts}{'. ' + voice.note if voice.note else ''}")
        print("* reads its language. Every voice here is synthetic.")
    finally:
        stand.close()
    return 0


def _add_from_catalogue(language: str, quality: str, *, sure: bool) -> int:
    catalogue = option("VOICES_CATALOGUE")
    if not catalogue:
        raise NoCatalogue(target=language)
    entry = voices_for(read_catalogue(_body(catalogue), catalogue), language, quality)[0]
    base = catalogue.rsplit("/", 1)[0] + "/"
    licence = _show(entry, base)
    if not sure and not _agreed():
        print("Nothing was downloaded.")
        return 1
    waiting = _folder() / ".downloads" / entry.key
    for item in (entry.description, entry.model):
        _fetch(base, item, waiting / Path(item.path).name)
    key = install(waiting / Path(entry.model.path).name, _folder(), licence=licence, source=base + entry.model.path)
    for file in waiting.iterdir():
        file.unlink()
    waiting.rmdir()
    return _added(key)


def _show(entry: Entry, base: str) -> str:
    """Print what is about to be downloaded; return the line of its card that says the licence."""
    print(f"{entry.key}: {entry.language}, {entry.name}, quality {entry.quality}, {entry.size / 1e6:.1f} MB")
    if entry.card is None:
        print("Its licence is not stated: ask its makers before you use it in public.")
        return ""
    card = _body(base + entry.card.path).decode("utf-8", "replace")
    print("".join(each for each in card[:_SHOWN_OF_CARD] if each.isprintable() or each == "\n").strip())
    stated = (line.split(":", 1)[1].strip() for line in card.splitlines() if "licen" in line.lower() and ":" in line)
    return next(stated, "")[:200]


def _agreed() -> bool:
    if not sys.stdin.isatty():
        return False
    return input("Download it? [y/N] ").strip().lower() in {"y", "yes"}


def _fetch(base: str, item: Item, to: Path) -> None:
    with Bar(to.name) as bar:
        download(web(), base + item.path, to, size=item.size, md5=item.md5, progress=bar)


def _body(url: str) -> bytes:
    found = web().get(url, kind="file")
    return found.body if isinstance(found, Fetched) else b""


def _added(key: str) -> int:
    print(f"{key} is added. From now on it reads its language.")
    return 0
