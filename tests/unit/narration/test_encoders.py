"""What both encoders make: as long as the grid says, in its place, and whole from the first sample to the last."""

import numpy as np
import pytest
from tests.unit.narration.sounds import babble, decoded_mp3, decoded_opus, late, tone

from kushk.renditions.narration.sound import mp3, opus
from kushk.renditions.narration.sound.clip import encoded
from kushk.renditions.narration.sound.grid import DELAY, FRAMES, PACKETS, RATE, STEP, steps_for

needs_opus = pytest.mark.skipif(not opus.available(), reason="needs libopus (Debian: apt-get install libopus0)")


def heard_mp3(samples):
    return decoded_mp3(mp3.encode(samples))


def heard_opus(samples):
    return decoded_opus(opus.encode(samples))


BOTH = pytest.mark.parametrize("heard", [heard_mp3, pytest.param(heard_opus, marks=needs_opus)])
LENGTHS = [0, 1, 1_775, 1_776, 24_000, 10 * STEP - DELAY - 1, 10 * STEP - DELAY, 10 * STEP - DELAY + 1]


@BOTH
@pytest.mark.parametrize("length", LENGTHS)
def test_a_clip_is_exactly_as_long_as_its_steps(heard, length):
    assert len(heard(babble(length / RATE)[:length])) == steps_for(length) * STEP


@needs_opus
@pytest.mark.parametrize("length", LENGTHS)
def test_both_encodings_last_equally_long(length):
    clip = encoded(babble(length / RATE)[:length], RATE)
    assert len(clip.mp3) == clip.steps * FRAMES * mp3.FRAME
    assert len(clip.opus) == clip.steps * PACKETS
    assert mp3.seconds_of(clip.mp3) == pytest.approx(opus.seconds_of(clip.opus))
    assert clip.seconds == pytest.approx(mp3.seconds_of(clip.mp3))


@BOTH
def test_the_first_sample_is_heard_after_the_lead(heard):
    samples = babble(2)
    assert late(heard(samples), samples) == pytest.approx(DELAY, abs=2)


@needs_opus
def test_libopus_is_late_by_what_we_allow_for():
    samples = babble(2)
    unpadded = decoded_opus(opus.encode(samples))[DELAY - opus.LOOKAHEAD :]
    assert late(unpadded, samples) == pytest.approx(opus.LOOKAHEAD, abs=2)


@BOTH
@pytest.mark.parametrize("short_of_the_end", [0, 1, 300])
def test_neither_the_head_nor_the_tail_is_cut(heard, short_of_the_end):
    length = 10 * STEP - DELAY - short_of_the_end
    samples = tone(700, length / RATE)[:length]
    played = heard(samples)[DELAY : DELAY + length].astype(float)

    def loudness(part):
        return np.sqrt(np.mean(part**2))

    middle = loudness(played[length // 2 : length // 2 + 240])
    assert loudness(played[:240]) == pytest.approx(middle, rel=0.15)
    assert loudness(played[-240:]) == pytest.approx(middle, rel=0.15)


def test_frames_are_of_one_kind_and_stand_alone():
    frames = mp3.encode(babble(3))
    assert mp3.alike(frames)
    assert not mp3.alike(frames[:-1])
    assert not mp3.alike(mp3.info_frame(10))
    assert frames[4] == 0, "the first frame takes bits from no frame before it"


def test_an_encoder_that_works_otherwise_is_noticed(monkeypatch):
    monkeypatch.setattr(mp3, "KILOBITS", 64)
    with pytest.raises(mp3.BadFrames, match="another kind"):
        mp3.encode(babble(1))


def test_without_libopus_there_is_mp3_alone(monkeypatch):
    monkeypatch.setattr(opus, "_library", lambda: None)
    assert not opus.available()
    with pytest.raises(opus.OpusMissing, match="not installed"):
        opus.encode(babble(1))
    clip = encoded(babble(1), RATE)
    assert clip.opus == ()
    assert clip.shape.opus_bytes == 0
    assert clip.seconds == pytest.approx(1.08)


def test_a_libopus_that_refuses_is_a_typed_fault(monkeypatch):
    class Refusing:
        opus_encoder_create = staticmethod(lambda *arguments: 0)

    monkeypatch.setattr(opus, "_library", lambda: Refusing)
    with pytest.raises(opus.OpusMissing, match="answers 0"):
        opus.encode(babble(1))
