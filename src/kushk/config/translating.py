"""What was read from a file or an address, in another language: ``./kushk read --to``."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from kushk.base.options import option
from kushk.config.progress import Bar
from kushk.core.errors import KushkError
from kushk.core.languages import normalise_tag
from kushk.core.translated.pieces import is_foreign
from kushk.renditions.translation.studio import MODELS, TranslationStudio
from kushk.renditions.translation.translation import Translation
from kushk.sources.formats.parsed import FeedList, Parsed, ParsedFeed, ParsedStory


class BadLanguage(KushkError):
    """Something that names no language was given for one."""

    code = "bad-language"
    words = "“{language}” is no language tag. Write en, ar or pt-BR."


def language_tag(text: str) -> str:
    """Return the tag that somebody typed, in its usual form.

    Raises:
        BadLanguage: it is none.
    """
    tag = normalise_tag(text)
    if not tag:
        raise BadLanguage(language=text)
    return tag


def translated(parsed: Parsed, target: str) -> Parsed:
    """Return what was read with each of its stories in another language.

    Stories that are in that language already stay as they are, as do lists of feeds. Nothing is kept.

    Args:
        parsed: what was read.
        target: BCP 47 tag.

    Raises:
        BadLanguage: it is no tag.
        NoPair: no engine translates between the languages.
        TranslationError: no engine could.
    """
    tag = language_tag(target)
    if isinstance(parsed, FeedList):
        return parsed
    with _studio() as studio:
        if isinstance(parsed, ParsedFeed):
            return replace(parsed, entries=tuple(_story(entry, tag, studio) for entry in parsed.entries), language=tag)
        return _story(parsed, tag, studio)


@contextmanager
def _studio() -> Iterator[TranslationStudio]:
    with tempfile.TemporaryDirectory(prefix="kushk-translation-") as folder:
        studio = TranslationStudio(Path(folder), option("TRANSLATION"), models=option("DATA") / MODELS)
        try:
            yield studio
        finally:
            studio.close()


def _story(story: ParsedStory, tag: str, studio: TranslationStudio) -> ParsedStory:
    if not is_foreign(story.document.language, tag):
        return story
    with Bar("translating") as bar:
        made = studio.whole(studio.plan(story.document, tag), tell=bar)
    _tell(made)
    document = made.document
    return replace(story, document=document, title=document.headline.text if document.headline else story.title)


def _tell(made: Translation) -> None:
    """Say who translated, and what stands in the original."""
    for origin in made.origins:
        via = f" by way of {', '.join(origin.via)}" if origin.via else ""
        print(f"translated by {origin.title or origin.engine} ({origin.version}){via}", file=sys.stderr)
    if made.failed:
        print(f"{len(made.failed)} of {made.total} sentences stand in the original", file=sys.stderr)
