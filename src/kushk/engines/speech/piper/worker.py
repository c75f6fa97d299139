"""The process in which voices are computed: ``python -m kushk.engines.speech.piper.worker``."""

from __future__ import annotations

import resource
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from kushk.engines.process import Answer, serve
from kushk.engines.speech.piper.model import MOST_BYTES, with_durations

_MEMORY = 4 << 30
"""Bytes of address space, most of which is only reserved."""
_VOICES = 2
"""Voices held at a time."""
_SEED = 1
_LOUDEST = 32_767


@lru_cache(maxsize=_VOICES)
def _model(path: str, _version: str) -> _Model:
    return _Model(path)


class _Model:
    """A loaded voice."""

    def __init__(self, path: str) -> None:
        import onnxruntime

        if Path(path).stat().st_size > MOST_BYTES:
            raise ValueError("the file is too large for a voice")
        model, self.durations = with_durations(Path(path).read_bytes())
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1  # two were slower (docs/decisions/listen.md)
        options.enable_cpu_mem_arena = False
        options.log_severity_level = 4
        onnxruntime.set_seed(_SEED)
        self.session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        self.inputs = {given.name for given in self.session.get_inputs()}

    def speak(self, numbers: list[int], scales: list[float]) -> tuple[bytes, list[float]]:
        """Return samples and, where the model tells, the frames of each number."""
        given: dict[str, Any] = {
            "input": np.array([numbers], np.int64),
            "input_lengths": np.array([len(numbers)], np.int64),
            "scales": np.array(scales, np.float32),
            "sid": np.array([0], np.int64),
        }
        wanted = [self.session.get_outputs()[0].name, *([self.durations] if self.durations else [])]
        out = self.session.run(wanted, {name: value for name, value in given.items() if name in self.inputs})
        wave = np.nan_to_num(np.asarray(out[0], np.float32).reshape(-1))
        samples = (np.clip(wave, -1, 1) * _LOUDEST).astype("<i2").tobytes()
        frames = np.asarray(out[-1]).reshape(-1).tolist() if self.durations else []
        return samples, frames if len(frames) == len(numbers) else []


def main() -> None:
    """Answer until the parent has gone."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with_vowels = _vowels()

    def answer(question: dict[str, Any], _payload: bytes) -> Answer:
        if question["do"] == "vowels":
            return {"text": with_vowels(question["text"])}, b""
        samples, frames = _model(question["model"], question["version"]).speak(question["numbers"], question["scales"])
        return {"frames": frames}, samples

    serve(answer)


def _vowels() -> Callable[[str], str]:
    """Return what writes the vowels of an Arabic text, the package ``piper-tts``; without it the text stays as is."""
    made: list[Callable[..., str]] = []

    def write(text: str) -> str:
        try:
            if not made:
                from piper.tashkeel import TashkeelDiacritizer

                made.append(TashkeelDiacritizer())
            return str(made[0](text, taskeen_threshold=0.8))
        except Exception:  # noqa: BLE001 - it is a help, not a need
            return text

    return write


if __name__ == "__main__":
    main()
