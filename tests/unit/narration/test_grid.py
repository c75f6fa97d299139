"""One grid for both encodings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kushk.renditions.narration.sound import mp3, opus
from kushk.renditions.narration.sound.grid import DELAY, FRAMES, LEAD, PACKETS, STEP, STEP_SECONDS, starts, steps_for


def test_a_step_is_whole_in_both_encodings():
    assert FRAMES * mp3.FRAME_SAMPLES == PACKETS * opus.PACKET_SAMPLES == STEP
    assert pytest.approx(0.12) == STEP_SECONDS
    assert pytest.approx(0.04604, abs=1e-5) == LEAD


@given(st.integers(0, 10_000_000))
def test_all_samples_fit_and_no_step_is_empty(samples):
    steps = steps_for(samples)
    assert (steps - 1) * STEP < max(1, samples + DELAY) <= steps * STEP


def test_clips_start_where_those_before_them_end():
    assert starts([5, 1, 10]) == pytest.approx((0, 0.6, 0.72, 1.92))
    assert starts([]) == (0,)
    assert starts([1] * 100_000)[-1] == 12_000, "no error adds up"
