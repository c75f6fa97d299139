"""Pictures: unpacked within limits, made anew as raster, named by their content, kept once."""

from __future__ import annotations

import contextlib
import io
import os
import tempfile
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import transaction
from PIL import Image, ImageOps, UnidentifiedImageError

from kushk.library.errors import NotAPicture, PictureTooLarge
from kushk.library.models import Media, Story, StoryMedia
from kushk.library.stored import digest

MOST_PIXELS = 50_000_000
"""Pixels that are unpacked at most: 200 MB of memory for a moment."""

LONGEST_SIDE = 2000
WIDTHS = (480, 960, 1600)
"""Widths in pixels of the smaller sizes; those below the picture's own are made."""

_FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "BMP", "TIFF", "AVIF", "ICO")
_QUALITY = 80
_EFFORT = 3
"""WebP method: above it, time doubles for a few per cent of size."""


@dataclass(frozen=True, slots=True)
class _Size:
    """One size of a picture, encoded."""

    width: int
    height: int
    data: bytes


def keep_picture(data: bytes, original_url: str = "") -> Media:
    """Keep a picture: its first frame, turned upright, without EXIF or any other byte of the original, as WebP.

    Args:
        data: the bytes of a JPEG, PNG, GIF, WebP, AVIF, BMP, TIFF or ICO file; SVG is refused.
        original_url: where it came from.

    Returns:
        The kept picture; the same bytes give the same one.

    Raises:
        NotAPicture: the bytes are nothing of the kind, or broken.
        PictureTooLarge: it has more than ``MOST_PIXELS``.
    """
    name = f"p1-{digest(data, size=12)}"
    kept = Media.objects.filter(name=name).first()
    if kept is not None and (Path(settings.MEDIA_ROOT) / kept.file).exists():
        return kept
    full, *smaller = _encoded(data)
    file = _write(name, full)
    variants = [
        {"file": _write(f"{name}-{size.width}", size), "width": size.width, "height": size.height}
        for size in reversed(smaller)
    ]
    with transaction.atomic():
        media, _ = Media.objects.update_or_create(
            name=name,
            defaults={
                "mime": "image/webp",
                "width": full.width,
                "height": full.height,
                "bytes": len(full.data),
                "variants": variants,
                "file": file,
                "original_url": original_url[:2000],
            },
        )
    return media


@transaction.atomic
def place_picture(story: Story, address: str, media: Media) -> None:
    """Let a kept picture stand for an address that a story's document, or its lead picture, names."""
    StoryMedia.objects.update_or_create(story=story, address=address[:2000], defaults={"media": media})
    Story.objects.filter(pk=story.pk, picture_address=address[:2000]).update(picture=media)


def drop_pictures(story_ids: Sequence[int]) -> None:
    """Forget the pictures of stories; the files of those that no other story shows go once that is written."""
    uses = StoryMedia.objects.filter(story_id__in=story_ids)
    stories = Story.objects.filter(pk__in=story_ids)
    names = {*uses.values_list("media_id", flat=True), *stories.values_list("picture_id", flat=True)} - {None}
    uses.delete()
    stories.update(picture=None)
    unused = Media.objects.filter(name__in=names, uses=None, leads=None)
    files = [file for media in unused for file in (media.file, *(size["file"] for size in media.variants))]
    unused.delete()
    transaction.on_commit(lambda: _remove(files))


def _remove(files: Sequence[str]) -> None:
    for file in files:
        (Path(settings.MEDIA_ROOT) / file).unlink(missing_ok=True)


def _encoded(data: bytes) -> list[_Size]:
    """Return the picture's sizes, widest first."""
    with _opened(data) as opened:
        try:
            opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            picture = ImageOps.exif_transpose(opened)
            picture = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
        except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError) as fault:
            raise NotAPicture(detail=str(fault)) from None
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    sizes = [_size(picture)]
    for width in sorted((width for width in WIDTHS if width < picture.width), reverse=True):
        height = max(1, round(picture.height * width / picture.width))
        sizes.append(_size(picture.resize((width, height), Image.Resampling.LANCZOS)))
    return sizes


@contextlib.contextmanager
def _opened(data: bytes) -> Iterator[Image.Image]:
    """Open a picture without unpacking it, and refuse it by what its head says."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            opened = Image.open(io.BytesIO(data), formats=_FORMATS)
        except Image.DecompressionBombError:
            raise PictureTooLarge(pixels="too many", limit=MOST_PIXELS) from None
        except (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError) as fault:
            raise NotAPicture(detail=type(fault).__name__) from None
        with opened:
            pixels = opened.width * opened.height
            if pixels > MOST_PIXELS:
                raise PictureTooLarge(pixels=pixels, limit=MOST_PIXELS)
            yield opened


def _size(picture: Image.Image) -> _Size:
    buffer = io.BytesIO()
    picture.save(buffer, "WEBP", quality=_QUALITY, method=_EFFORT, exif=b"", icc_profile=b"", xmp=b"")
    return _Size(picture.width, picture.height, buffer.getvalue())


def _write(name: str, size: _Size) -> str:
    """Write a file whole or not at all; return its path below ``MEDIA_ROOT``."""
    relative = f"pictures/{name[3:5]}/{name}.webp"
    path = Path(settings.MEDIA_ROOT) / relative
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(size.data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)
    return relative


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
