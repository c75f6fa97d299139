"""Why an input cannot be read."""

from __future__ import annotations

from kushk.core.errors import KushkError


class FormatError(KushkError):
    """The bytes are not something that a parser can turn into stories."""

    code = "format"
    words = "This cannot be read."


class EmptyInput(FormatError):
    """There is nothing in it."""

    code = "empty-input"
    words = "The file is empty."


class UnknownFormat(FormatError):
    """None of the formats fits."""

    code = "unknown-format"
    words = "This is not a feed, a page, a list of feeds or a text."


class NotAFeed(FormatError):
    """A feed was asked for and something else came."""

    code = "not-a-feed"
    words = "This is {found}, not a feed."


class NoStory(FormatError):
    """A page without a story in it."""

    code = "no-story"
    words = "No story was found in this page."


class TooLarge(FormatError):
    """More than the parser is allowed to take in."""

    code = "too-large"
    words = "This has more than {limit} bytes."


class TooDeep(FormatError):
    """Elements nested deeper than any real document."""

    code = "too-deep"
    words = "Elements are nested more than {limit} deep."


class ForbiddenMarkup(FormatError):
    """A document type with entities: only attacks have those."""

    code = "forbidden-markup"
    words = "The XML declares entities of its own, which is refused."


class Malformed(FormatError):
    """Broken beyond what a forgiving parser can mend."""

    code = "malformed"
    words = "The {format} is broken: {detail}."
