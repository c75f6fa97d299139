"""Files of whole stories: exact lengths, every sentence in its place, and any range without the rest."""

import io
import itertools
import struct

import numpy as np
import pytest
import soundfile
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.narration.sounds import TONES, blocks, decoded_opus, elements, found, pitch, story

from kushk.renditions.narration.sound import mp3, opus, webm
from kushk.renditions.narration.sound.grid import PACKETS, RATE, STEP, starts
from kushk.renditions.narration.sound.id3 import id3, three_letters
from kushk.renditions.narration.sound.parts import DamagedClip, Joined, Shape, Tags

JPEG = b"\xff\xd8\xff" + bytes(300) + b"\xff\xd9"
TAGS = Tags(
    "Der Fluß stieg",
    "Riverside Gazette",
    "News",
    "de-AT",
    "2026-11-19",
    "Synthetic voice: engine espeak, voice de",
    JPEG,
)
SEGMENT, CUES, CLUSTER = 0x18538067, 0x1C53BB6B, 0x1F43B675

needs_opus = pytest.mark.skipif(not opus.available(), reason="needs libopus (Debian: apt-get install libopus0)")


@pytest.fixture(scope="module")
def clips():
    return story()


def pitches(samples, clips, early=0):
    """The pitch in the middle of every sentence."""
    at = starts(clip.steps for clip in clips)
    return [pitch(samples[round((start + end) / 2 * RATE) - early :][:4_800]) for start, end in itertools.pairwise(at)]


def tag_frames(data: bytes) -> tuple[dict[str, bytes], int]:
    """Read ID3v2.4 back: its frames by name, and its size."""
    assert data[:6] == b"ID3\x04\x00\x00"
    number = lambda four: sum(byte << shift for byte, shift in zip(four, (21, 14, 7, 0), strict=True))  # noqa: E731
    size, place, frames = number(data[6:10]) + 10, 10, {}
    while place < size:
        length = number(data[place + 4 : place + 8])
        frames[data[place : place + 4].decode()] = data[place + 10 : place + 10 + length]
        place += 10 + length
    assert place == size
    return frames, size


def test_an_mp3_is_its_tags_an_info_frame_and_the_frames_of_its_clips(clips):
    data = mp3.join([clip.mp3 for clip in clips], TAGS)
    _, size = tag_frames(data)
    assert data[size + mp3.FRAME :] == b"".join(clip.mp3 for clip in clips)


def test_the_info_frame_tells_frames_bytes_and_places(clips):
    frames = sum(len(clip.mp3) for clip in clips) // mp3.FRAME
    info = mp3.info_frame(frames)
    assert len(info) == mp3.FRAME
    assert info[:4] == mp3.HEADER
    assert info[13:17] == b"Info"
    flags, count, size = struct.unpack(">III", info[17:29])
    assert (flags, count, size) == (7, frames, (frames + 1) * mp3.FRAME)
    table = list(info[29:129])
    assert table == sorted(table)
    assert all(abs(place / 256 - percent / 100) < 0.006 for percent, place in enumerate(table))
    assert not any(info[129:]), "no fields of LAME"


@pytest.mark.parametrize("frames", [0, 1, 5, 1_000_000])
def test_an_info_frame_fits_any_length(frames):
    assert len(mp3.info_frame(frames)) == mp3.FRAME


def test_an_mp3_is_decoded_whole_and_in_order(clips):
    data = mp3.join([clip.mp3 for clip in clips], TAGS)
    samples, rate = soundfile.read(io.BytesIO(data), dtype="int16")
    assert rate == RATE
    length = sum(clip.steps for clip in clips) * STEP
    early = length - len(samples)
    assert early in {0, 529}, "libsndfile takes a decoder's delay away when it sees an Info frame"
    assert pitches(samples, clips, early) == pytest.approx(TONES, abs=3)
    assert mp3.joined([clip.steps for clip in clips], lambda _: b"", TAGS).seconds == pytest.approx(length / RATE)


def test_tags_are_read_back():
    frames, size = tag_frames(id3(TAGS, 12.345))
    assert frames["TIT2"] == b"\x03" + "Der Fluß stieg".encode()
    assert frames["TPE1"] == b"\x03Riverside Gazette"
    assert frames["TALB"] == b"\x03News"
    assert frames["TLAN"] == b"\x03deu"
    assert frames["TDRC"] == b"\x032026-11-19"
    assert frames["TLEN"] == b"\x0312345"
    assert frames["COMM"] == b"\x03deu\x00Synthetic voice: engine espeak, voice de"
    assert frames["APIC"] == b"\x03image/jpeg\x00\x03\x00" + JPEG
    assert size == len(id3(TAGS, 12.345))
    assert set(tag_frames(id3(Tags("A\x00B"), 1))[0]) == {"TIT2", "TLAN", "TLEN", "TSSE"}
    assert tag_frames(id3(Tags("A\x00B"), 1))[0]["TIT2"] == b"\x03AB"


@pytest.mark.parametrize(
    ("language", "code"),
    [("en", "eng"), ("de-AT", "deu"), ("zh-Hant", "zho"), ("fa", "fas"), ("ckb", "ckb"), ("", "und"), ("fr", "fra")],
)
def test_files_name_languages_by_three_letters(language, code):
    assert three_letters(language) == code


@needs_opus
def test_a_webm_tells_its_length_its_track_and_its_tags(clips):
    data = webm.joined([clip.shape for clip in clips], lambda number: clips[number].opus, TAGS).read()
    tree = list(elements(data))
    seconds = starts(clip.steps for clip in clips)[-1]
    assert struct.unpack(">d", found(tree, SEGMENT, 0x1549A966, 0x4489)[0])[0] == pytest.approx(seconds * 1000)
    track = (SEGMENT, 0x1654AE6B, 0xAE)
    assert found(tree, *track, 0x86) == [b"A_OPUS"]
    assert found(tree, *track, 0x22B59C) == [b"deu"]
    assert found(tree, *track, 0x63A2)[0][:10] == b"OpusHead\x01\x01"
    assert int.from_bytes(found(tree, *track, 0x56BB)[0]) == 80_000_000
    texts = found(tree, SEGMENT, 0x1254C367, 0x7373, 0x67C8, 0x4487)
    assert {TAGS.title.encode(), TAGS.artist.encode(), TAGS.comment.encode()} <= set(texts)


@needs_opus
def test_what_a_webm_points_at_is_there(clips):
    data = webm.joined([clip.shape for clip in clips], lambda number: clips[number].opus, TAGS).read()
    tree = list(elements(data))
    inside = found(tree, SEGMENT)[0]
    places = {start - inside[0][1]: name for name, start, _ in inside}
    seek = (SEGMENT, 0x114D9B74, 0x4DBB)
    sought = zip(found(tree, *seek, 0x53AC), found(tree, *seek, 0x53AB), strict=True)
    assert all(places[int.from_bytes(place)] == int.from_bytes(name) for place, name in sought)
    cues = [places[int.from_bytes(place)] for place in found(tree, SEGMENT, CUES, 0xBB, 0xB7, 0xF1)]
    assert cues == [CLUSTER] * len(clips)
    times = [int.from_bytes(time) for time in found(tree, SEGMENT, CUES, 0xBB, 0xB3)]
    assert times == pytest.approx([1000 * start for start in starts(clip.steps for clip in clips)][:-1])
    order = [name for name, _, _ in inside]
    assert order.index(CUES) < order.index(CLUSTER)


@needs_opus
def test_a_webm_holds_every_packet_at_its_time_and_sounds_in_order(clips):
    data = webm.joined([clip.shape for clip in clips], lambda number: clips[number].opus, TAGS).read()
    held = blocks(list(elements(data)))
    assert [time for time, _ in held] == [20 * number for number in range(len(held))]
    assert [packet for _, packet in held] == [packet for clip in clips for packet in clip.opus]
    assert pitches(decoded_opus(packet for _, packet in held), clips) == pytest.approx(TONES, abs=3)


@needs_opus
def test_a_clip_is_a_webm_of_its_own(clips):
    tree = list(elements(webm.clip(clips[3].opus)))
    assert [name for name, _, _ in tree] == [0x1A45DFA3, SEGMENT]
    assert blocks(tree) == [(20 * number, packet) for number, packet in enumerate(clips[3].opus)]
    assert struct.unpack(">d", found(tree, SEGMENT, 0x1549A966, 0x4489)[0])[0] == pytest.approx(1000 * clips[3].seconds)


@pytest.mark.parametrize("steps", [1, 249, 250, 251, 1_000])
def test_a_long_sentence_has_several_clusters(steps):
    packets = [bytes([number % 256]) * (1 + number % 90) for number in range(steps * PACKETS)]
    tree = list(elements(webm.clip(packets)))
    assert blocks(tree) == [(20 * number, packet) for number, packet in enumerate(packets)]
    assert len(found(tree, SEGMENT, CLUSTER)) == -(-steps // 250)


@given(st.lists(st.lists(st.integers(1, 1_275), min_size=PACKETS, max_size=PACKETS), max_size=5))
def test_the_size_of_a_webm_is_known_before_its_packets(sizes):
    packets = [[bytes(size) for size in part] for part in sizes]
    whole = webm.joined([Shape(1, sum(part)) for part in sizes], packets.__getitem__, Tags("t"))
    assert len(whole.read()) == whole.size
    list(elements(whole.read()))


@given(st.binary(max_size=9), st.lists(st.binary(max_size=7), max_size=6), st.integers(0, 70), st.integers(0, 70))
def test_any_range_is_read_from_the_parts_it_lies_in(head, parts, start, end):
    loaded = []

    def load(number):
        loaded.append(number)
        return parts[number]

    file = Joined(head, [len(part) for part in parts], load, 0)
    whole = head + b"".join(parts)
    assert file.size == len(whole)
    assert file.read(start, end) == whole[start:end]
    ends = np.cumsum([len(head), *map(len, parts)])
    assert all(ends[number] < end and ends[number + 1] > start for number in loaded)
    assert file.read() == whole


def test_a_part_that_is_not_as_planned_is_not_sent():
    file = Joined(b"head", [3, 3], lambda number: b"abc" if number == 0 else b"ab", 0)
    assert file.read(0, 7) == b"headabc"
    with pytest.raises(DamagedClip, match="planned"):
        file.read()
