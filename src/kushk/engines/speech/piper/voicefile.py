"""What stands beside a voice: Piper's own ``.onnx.json``, and our card with where it came from. Pure."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from kushk.engines.speech.interface import SpeechError

MOST_SETTINGS_BYTES = 1 << 20
"""A voice's settings are 5 to 10 kB."""
_SPEEDS = (0.2, 5.0)
_LOWEST_RATE, _HIGHEST_RATE = 8_000, 48_000


class BadVoiceFile(SpeechError):
    """A file is no voice that can be used here."""

    code = "bad-voice-file"
    words = "“{file}” is no voice that can be used: {reason}."


@dataclass(frozen=True, slots=True)
class Settings:
    """What Piper's JSON says of a voice."""

    language: str
    """BCP 47."""
    espeak: str
    """Name of the espeak-ng voice by which it was taught to read."""
    rate: int
    quality: str
    speakers: int
    noise: float
    length: float
    """Factor of all durations; larger is slower."""
    noise_of_lengths: float
    ids: Mapping[str, tuple[int, ...]]
    """Numbers of each phoneme, a character of IPA."""


@dataclass(frozen=True, slots=True)
class Card:
    """Where an installed voice came from."""

    source: str = ""
    licence: str = ""
    checksum: str = ""
    """SHA-256 of the ``.onnx``, in hexadecimal."""
    size: int = 0
    """Bytes of the ``.onnx``."""
    added: str = ""
    """Date, ISO 8601."""

    def as_json(self) -> str:
        """Return it as it is kept."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=2) + "\n"


def read_settings(text: bytes, file: str) -> Settings:
    """Read Piper's JSON.

    Args:
        text: of the file.
        file: its name, for errors.

    Raises:
        BadVoiceFile: it is too large, no JSON, or lacks or garbles what is needed.
    """
    if len(text) > MOST_SETTINGS_BYTES:
        raise BadVoiceFile(file=file, reason="its settings are too large")
    try:
        settings = _settings(json.loads(text))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise BadVoiceFile(file=file, reason="its settings are not those of a Piper voice") from None
    if not (_LOWEST_RATE <= settings.rate <= _HIGHEST_RATE and _SPEEDS[0] <= settings.length <= _SPEEDS[1]):
        raise BadVoiceFile(file=file, reason="its sample rate or speed is out of bounds")
    if not {"^", "$", "_"} <= settings.ids.keys():
        raise BadVoiceFile(file=file, reason="it names no beginning, end and pause")
    return settings


def read_card(text: str) -> Card:
    """Read our card; what it does not say is left empty."""
    try:
        said = json.loads(text)
        known = {name: said[name] for name, kind in _CARD_KINDS.items() if isinstance(said.get(name), kind)}
    except (ValueError, AttributeError, RecursionError):
        return Card()
    return Card(**known)


_CARD_KINDS: dict[str, type] = {"source": str, "licence": str, "checksum": str, "size": int, "added": str}


def _settings(said: Any) -> Settings:
    if said.get("phoneme_type", "espeak") != "espeak":
        raise ValueError
    scales, espeak = said.get("inference", {}), str(said["espeak"]["voice"])
    code = said.get("language", {}).get("code") or espeak
    return Settings(
        language=str(code).replace("_", "-"),
        espeak=espeak,
        rate=int(said["audio"]["sample_rate"]),
        quality=str(said["audio"].get("quality", "")),
        speakers=int(said.get("num_speakers", 1)),
        noise=float(scales.get("noise_scale", 0.667)),
        length=float(scales.get("length_scale", 1.0)),
        noise_of_lengths=float(scales.get("noise_w", 0.8)),
        ids={str(sound): tuple(map(int, numbers)) for sound, numbers in said["phoneme_id_map"].items()},
    )
