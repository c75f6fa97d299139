"""Samples: recordings that are read, the house rate, and peaks."""

import io
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import soundfile
from tests.unit.narration.sounds import babble, late, pitch, tone

import kushk
from kushk.renditions.narration.sound import pcm
from kushk.renditions.narration.sound.grid import RATE
from kushk.renditions.narration.sound.pcm import NotARecording


def recording(samples, rate=RATE, **options) -> bytes:
    file = io.BytesIO()
    soundfile.write(file, samples, rate, **options)
    return file.getvalue()


@pytest.mark.parametrize("form", ["WAV", "FLAC", "OGG", "MP3"])
@pytest.mark.parametrize("rate", [16_000, 24_000, 44_100])
def test_recordings_are_read_at_the_house_rate(form, rate):
    samples = pcm.read_recording(recording(tone(700, 1.5, rate), rate, format=form))
    assert samples.dtype == np.int16
    assert len(samples) == pytest.approx(1.5 * RATE, abs=0.1 * RATE)
    assert pitch(samples) == pytest.approx(700, abs=2)


def test_a_recording_keeps_its_place_and_its_loudness_over_many_blocks(monkeypatch, tmp_path):
    monkeypatch.setattr(pcm, "_BLOCK", 1_000)
    path = tmp_path / "a.wav"
    path.write_bytes(recording(babble(2), format="WAV"))
    samples = pcm.read_recording(path)
    assert len(samples) == 2 * RATE
    assert late(np.concatenate([samples, np.zeros(100)]), babble(2)) == 0
    assert np.abs(samples.astype(int) - babble(2)).max() <= 2


def test_channels_become_one():
    both = np.stack([tone(700, 1), np.zeros(RATE, dtype=np.int16)], axis=1)
    assert pcm.read_recording(recording(both, format="WAV")).max() == pytest.approx(tone(700, 1).max() / 2, rel=0.01)


@pytest.mark.parametrize("data", [b"", b"RIFF", b"<html>", bytes(1_000), b"\xff\xf3\x64\xc4" * 20])
def test_what_is_no_recording_is_refused(data):
    with pytest.raises(NotARecording, match="not a recording"):
        pcm.read_recording(data)


def test_a_missing_file_is_no_recording(tmp_path):
    with pytest.raises(NotARecording):
        pcm.read_recording(tmp_path / "none.wav")


def test_an_empty_recording_is_refused():
    with pytest.raises(NotARecording, match="empty"):
        pcm.read_recording(recording(tone(700, 0), format="WAV"))


def test_a_recording_that_lasts_too_long_is_refused(monkeypatch):
    monkeypatch.setattr(pcm, "LONGEST", 1)
    with pytest.raises(NotARecording, match="longer than 1 seconds"):
        pcm.read_recording(recording(tone(700, 1.1), format="FLAC"))


@pytest.mark.parametrize(("rate", "channels"), [(3_000, 1), (500_000, 1), (24_000, 9)])
def test_what_no_voice_is_recorded_with_is_refused(rate, channels):
    with pytest.raises(NotARecording, match="channels at"):
        pcm.read_recording(recording(np.zeros((1_000, channels), dtype=np.int16), rate, format="WAV"))


def test_every_truncated_wave_is_read_or_refused():
    whole = recording(tone(700, 0.02), format="WAV")
    for length in range(len(whole)):
        try:
            pcm.read_recording(whole[:length])
        except NotARecording:
            continue


def test_resampling_keeps_pitch_and_length():
    samples = pcm.resampled(tone(700, 2, 22_050), 22_050)
    assert len(samples) == pytest.approx(2 * RATE, abs=1)
    assert pitch(samples) == pytest.approx(700, abs=1)
    own = tone(700, 1)
    assert pcm.resampled(own, RATE) is own


def test_only_peaks_are_rounded():
    quiet = tone(700, 1, loudness=0.7)
    assert pcm.limited(quiet) is quiet
    everything = np.arange(-32_768, 32_768, dtype=np.int16)
    rounded = pcm.limited(everything).astype(int)
    assert (np.diff(rounded) >= 0).all()
    assert np.abs(rounded).max() <= 30_902
    assert (rounded == everything)[np.abs(everything.astype(int)) <= 23_197].all()


def test_silence_is_silent():
    assert len(pcm.silence(0.5)) == 12_000
    assert not pcm.silence(0.5).any()


def test_what_serves_pages_loads_no_library_of_sound():
    code = (
        "import sys\n"
        "from kushk.renditions.narration.sound import clip, grid, mp3, opus, parts, webm\n"
        "opus.available()\n"
        "print(sorted({'numpy', 'soxr', 'soundfile', 'lameenc'} & set(sys.modules)))"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(kushk.__file__).parents[1])}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
