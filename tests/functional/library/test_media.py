"""Pictures are unpacked within limits and made anew; nothing of the original's bytes is served."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from django.conf import LazySettings
from PIL import Image

from kushk.core.compose import compose
from kushk.core.document import BlockKind, MediaKind
from kushk.core.document import Media as DocumentMedia
from kushk.core.draft import DraftBlock, RichText, paragraph
from kushk.library.api import (
    Arrival,
    Media,
    NotAPicture,
    PictureTooLarge,
    Publication,
    Source,
    Story,
    keep_picture,
    newest_stories,
    picture_of,
    pictures_of,
    pictures_wanted,
    place_picture,
    store_stories,
    story_by_public_id,
    visible_document,
    withdraw_story,
)

Committing = Callable[..., AbstractContextManager]


@pytest.fixture(autouse=True)
def media_root(tmp_path: Path, settings: LazySettings) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def encoded(picture: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


def opened(media_root: Path, file: str) -> Image.Image:
    return Image.open(io.BytesIO((media_root / file).read_bytes()))


def test_a_picture_is_kept_once_in_several_sizes(db: None, media_root: Path) -> None:
    data = encoded(Image.new("RGB", (3000, 1500), "red"))
    media = keep_picture(data, "https://l.example/a.jpg")
    assert (media.width, media.height, media.mime) == (2000, 1000, "image/webp")
    assert [(size["width"], size["height"]) for size in media.variants] == [(480, 240), (960, 480), (1600, 800)]
    for file in [media.file, *(size["file"] for size in media.variants)]:
        assert opened(media_root, file).format == "WEBP"
    assert keep_picture(data, "https://other.example/b.jpg").pk == media.pk
    assert Media.objects.count() == 1
    assert not list(media_root.rglob("*.part"))
    picture = picture_of(media)
    assert picture.src == f"/media/{media.file}"
    assert picture.srcset.endswith(f"/media/{media.file} 2000w")


def test_a_file_that_was_lost_is_made_again(db: None, media_root: Path) -> None:
    data = encoded(Image.new("RGB", (10, 10)))
    file = media_root / keep_picture(data).file
    file.unlink()
    keep_picture(data)
    assert file.exists()


def test_orientation_is_applied_and_nothing_told_about_the_camera_is_kept(db: None, media_root: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "SECRETCAMERA"
    media = keep_picture(encoded(Image.new("RGB", (40, 20)), exif=exif, comment=b"SECRETNOTE"))
    assert (media.width, media.height) == (20, 40)
    assert b"SECRET" not in (media_root / media.file).read_bytes()


def test_of_an_animation_the_first_frame_is_kept(db: None, media_root: Path) -> None:
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue")]
    media = keep_picture(encoded(frames[0], "GIF", save_all=True, append_images=frames[1:]))
    kept = opened(media_root, media.file)
    assert getattr(kept, "n_frames", 1) == 1
    assert kept.convert("RGB").getpixel((4, 4))[0] > 200


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGBA", "I;16"])
def test_every_kind_of_pixel_is_read(db: None, media_root: Path, mode: str) -> None:
    media = keep_picture(encoded(Image.new(mode, (12, 7)), "PNG"))
    assert opened(media_root, media.file).size == (12, 7)


def test_cmyk_is_read(db: None) -> None:
    assert keep_picture(encoded(Image.new("CMYK", (9, 9)), "JPEG")).width == 9


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"<!doctype html><p>Not found",
        b"%PDF-1.7",
        b"\x89PNG\r\n\x1a\n",
        b"GIF89a",
        bytes(range(255, 0, -1)) * 3,
        b"\xff\xd8\xff\xe0" + b"\x00" * 400,
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n",
    ],
)
def test_what_is_no_raster_picture_is_refused(db: None, data: bytes) -> None:
    with pytest.raises(NotAPicture) as refused:
        keep_picture(data)
    assert refused.value.code == "not-a-picture"


def test_a_picture_that_ends_too_early_is_refused(db: None, media_root: Path) -> None:
    data = encoded(Image.effect_noise((200, 200), 50).convert("RGB"))
    with pytest.raises(NotAPicture):
        keep_picture(data[: len(data) // 2])
    assert not list(media_root.iterdir())


@pytest.mark.parametrize("side", [8_000, 30_000, 100_000])
def test_a_bomb_is_refused_by_its_head(db: None, side: int) -> None:
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    chunks = b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in ((b"IHDR", header), (b"IDAT", zlib.compress(b"\x00" * 1000)), (b"IEND", b""))
    )
    with pytest.raises(PictureTooLarge) as refused:
        keep_picture(b"\x89PNG\r\n\x1a\n" + chunks)
    assert refused.value.code == "picture-too-large"


def test_a_kept_picture_stands_for_its_address_in_the_document_and_on_the_card(
    publication: Publication, source: Source
) -> None:
    figure = DraftBlock(
        BlockKind.FIGURE,
        RichText("A caption."),
        media=DocumentMedia(MediaKind.IMAGE, "https://l.example/a.jpg", alt="A"),
    )
    document = compose("en", [paragraph("Words."), figure], headline="Head")
    store_stories(publication, source, [Arrival(document, guid="1", picture=figure.media)])
    story = story_by_public_id(Story.objects.get().public_id)
    assert pictures_wanted(story) == ["https://l.example/a.jpg"]
    media = keep_picture(encoded(Image.new("RGB", (60, 30))), "https://l.example/a.jpg")
    place_picture(story, "https://l.example/a.jpg", media)
    assert pictures_wanted(story) == []
    shown = visible_document(story)
    (kept,) = [block.media for block in shown.walk() if block.media]
    assert (kept.src, kept.alt) == (f"media:{media.name}", "A")
    assert pictures_of(shown) == {f"media:{media.name}": picture_of(media)}
    assert newest_stories().cards[0].picture == picture_of(media)
    store_stories(publication, source, [Arrival(document, guid="1", picture=figure.media, modified="2026-11-21")])
    assert newest_stories().cards[0].picture == picture_of(media)


def test_a_lead_picture_that_is_kept_already_is_taken(publication: Publication, source: Source) -> None:
    media = keep_picture(encoded(Image.new("RGB", (60, 30))))
    document = compose("en", [paragraph("Words.")], headline="Head")
    lead = DocumentMedia(MediaKind.IMAGE, f"media:{media.name}")
    store_stories(publication, source, [Arrival(document, guid="1", picture=lead)])
    assert newest_stories().cards[0].picture == picture_of(media)


def test_a_story_without_pictures_wants_none(keep: Callable[..., Story]) -> None:
    assert pictures_wanted(keep("Head", "Words.")) == []


def test_the_pictures_of_a_withdrawn_story_are_deleted_unless_another_shows_them(
    keep: Callable[..., Story], media_root: Path, django_capture_on_commit_callbacks: Committing
) -> None:
    one, other = keep("One", "Words one."), keep("Other", "Words two.")
    own, shared = (keep_picture(encoded(Image.new("RGB", (500, 9), colour))) for colour in ("red", "blue"))
    place_picture(one, "https://l.example/own.jpg", own)
    place_picture(one, "https://l.example/shared.jpg", shared)
    place_picture(other, "https://l.example/shared.jpg", shared)
    with django_capture_on_commit_callbacks(execute=True):
        withdraw_story(one)
    assert list(Media.objects.all()) == [shared]
    assert {path.name for path in media_root.rglob("*.webp")} == {f"{shared.name}.webp", f"{shared.name}-480.webp"}


def test_a_new_lead_picture_that_the_body_had_already_is_shown(publication: Publication, source: Source) -> None:
    media = keep_picture(encoded(Image.new("RGB", (60, 30))))
    document = compose("en", [paragraph("Words.")], headline="Head")
    first, second = (DocumentMedia(MediaKind.IMAGE, f"https://l.example/{name}.jpg") for name in "ab")
    store_stories(publication, source, [Arrival(document, guid="1", picture=first)])
    place_picture(Story.objects.get(), second.src, media)
    store_stories(publication, source, [Arrival(document, guid="1", picture=second)])
    assert newest_stories().cards[0].picture == picture_of(media)
