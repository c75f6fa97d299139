"""What a card says, and the version that follows from it. Pure values: nothing here draws or asks."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass

DESIGN = 1
"""Counted up whenever the same content is drawn in another way, so that its address changes."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text in its language and direction."""

    text: str = ""
    language: str = "und"
    direction: str = "ltr"


@dataclass(frozen=True, slots=True)
class Imprint:
    """Whose card it is: the publication in its own script and colours, and the stand."""

    nameplate: Words
    stripes: tuple[str, str]
    stand: str
    """Empty where the stand has Kushk's own name and so its wordmark."""


@dataclass(frozen=True, slots=True)
class StoryContent:
    """All that is drawn on a story's card."""

    imprint: Imprint
    headline: Words
    standfirst: Words
    picture: str = ""
    """A kept picture's file below the media folder."""

    @property
    def extension(self) -> str:
        """How the card is packed: with a picture JPEG, else PNG, each the smaller and faster for it."""
        return "jpg" if self.picture else "png"


@dataclass(frozen=True, slots=True)
class QuoteContent:
    """All that is drawn on a quote card."""

    imprint: Imprint
    words: Words
    """The sentence, without quotation marks around it."""
    marks: tuple[str, str]
    headline: Words

    @property
    def extension(self) -> str:
        """Text alone: PNG."""
        return "png"


def version(content: StoryContent | QuoteContent) -> str:
    """Return twelve hexadecimal digits that change when anything does that is drawn."""
    said = json.dumps([DESIGN, type(content).__name__, asdict(content)], sort_keys=True)
    return hashlib.blake2b(said.encode(), digest_size=6).hexdigest()


def cover_version(imprint: Imprint, other_name: str) -> str:
    """Return twelve hexadecimal digits that change when anything does that is drawn on a publication's cover."""
    said = json.dumps([DESIGN, "cover", asdict(imprint), other_name], sort_keys=True)
    return hashlib.blake2b(said.encode(), digest_size=6).hexdigest()
