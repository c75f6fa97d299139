"""The file of a clip: what goes in comes out, and nothing else comes out."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kushk.renditions.narration.sound import clip as clips
from kushk.renditions.narration.sound.clip import Encoded, pack, read_notes, unpack
from kushk.renditions.narration.sound.grid import FRAMES, PACKETS
from kushk.renditions.narration.sound.mp3 import FRAME
from kushk.renditions.narration.sound.parts import DamagedClip

STEP_BYTES = FRAMES * FRAME
NOTES = {"engine": "espeak", "words": [[0.1, 0, 5]], "text": "Καλημέρα"}
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@st.composite
def some_clips(draw):
    steps = draw(st.integers(0, 4))
    frames = draw(st.binary(min_size=steps * STEP_BYTES, max_size=steps * STEP_BYTES))
    packet = st.binary(min_size=1, max_size=40)
    count = draw(st.sampled_from([0, steps * PACKETS]))
    return Encoded(frames, tuple(draw(st.lists(packet, min_size=count, max_size=count))))


@pytest.fixture(scope="module")
def kept() -> bytes:
    packets = tuple(bytes([number]) * (number + 1) for number in range(PACKETS))
    return pack(Encoded(bytes(range(240)) * 3, packets), NOTES)


@given(some_clips(), st.dictionaries(st.text(), json_values, max_size=4))
def test_what_is_packed_is_unpacked(clip, notes):
    assert unpack(pack(clip, notes)) == (clip, notes)


@given(some_clips(), st.dictionaries(st.text(), json_values, max_size=4))
def test_notes_are_read_without_the_sound(clip, notes):
    data = pack(clip, notes)
    file = io.BytesIO(data)
    assert read_notes(file) == (clip.shape, notes)
    sound = len(clip.mp3) + sum(map(len, clip.opus)) + 2 * len(clip.opus)
    assert file.tell() == len(data) - sound


def test_every_file_that_was_cut_short_is_refused(kept):
    for length in range(len(kept)):
        with pytest.raises(DamagedClip):
            unpack(kept[:length])
    with pytest.raises(DamagedClip):
        unpack(kept + b"\x00")


def test_every_changed_byte_is_noticed(kept):
    for place in range(len(kept)):
        with pytest.raises(DamagedClip):
            unpack(kept[:place] + bytes([kept[place] ^ 0x41]) + kept[place + 1 :])


@given(st.binary(max_size=200))
def test_nothing_else_is_a_clip(data):
    for opened in (unpack, lambda data: read_notes(io.BytesIO(data))):
        with pytest.raises(DamagedClip):
            opened(data)


def test_another_version_is_refused(kept, monkeypatch):
    monkeypatch.setattr(clips, "_VERSION", 2)
    with pytest.raises(DamagedClip, match="version"):
        unpack(kept)


def test_encodings_of_other_lengths_are_no_clip():
    for frames, packets in ((b"x", ()), (bytes(STEP_BYTES), (b"x",)), (bytes(STEP_BYTES), (b"x",) * (PACKETS - 1))):
        with pytest.raises(DamagedClip, match="as long as each other"):
            Encoded(frames, packets)


def test_the_same_clip_is_the_same_file(kept):
    assert pack(*unpack(kept)) == kept
    assert list(unpack(kept)[1]) == sorted(NOTES)
