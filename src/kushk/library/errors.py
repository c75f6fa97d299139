"""What can go wrong in the library."""

from __future__ import annotations

from kushk.core.errors import KushkError


class NoSuchPublication(KushkError):
    """Nothing is kept under that name."""

    code = "no-such-publication"
    words = "There is no publication “{slug}” here."


class NoSuchStory(KushkError):
    """Nothing is kept under that id."""

    code = "no-such-story"
    words = "There is no story “{id}” here."


class NotPermitted(KushkError):
    """The rights record forbids this form of the story."""

    code = "not-permitted"
    words = "The rights of this story do not allow {form}."


class NotAPicture(KushkError):
    """The bytes are no raster picture that can be read."""

    code = "not-a-picture"
    words = "This is not a picture that can be shown: {detail}."


class PictureTooLarge(KushkError):
    """The picture has more pixels than may be unpacked."""

    code = "picture-too-large"
    words = "The picture has {pixels} pixels; at most {limit} are read."
