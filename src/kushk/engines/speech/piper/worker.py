"""The process in which voices are computed: ``python -m kushk.engines.speech.piper.worker``."""

from __future__ import annotations

import resource
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from kushk.engines.speech.piper.graph import durations_name, with_output
from kushk.engines.speech.process import Answer, serve

MOST_MODEL_BYTES = 256 << 20
"""The largest voices that are published have 114 MB."""
_MEMORY = 3 << 30
"""Bytes of address space, most of which is only reserved."""
_KEPT = 2
"""Voices that stay loaded."""
_SEED = 1
_LOUDEST = 32_767


class _Model:
    """A loaded voice."""

    def __init__(self, path: str) -> None:
        import onnxruntime

        if Path(path).stat().st_size > MOST_MODEL_BYTES:
            raise ValueError("the file is too large for a voice")
        model = Path(path).read_bytes()
        self.durations = durations_name(model)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1  # more were slower, measured on two cores
        options.enable_cpu_mem_arena = False
        options.log_severity_level = 4
        onnxruntime.set_seed(_SEED)
        self.session = onnxruntime.InferenceSession(
            with_output(model, self.durations) if self.durations else model,
            options,
            providers=["CPUExecutionProvider"],
        )
        self.inputs = {given.name for given in self.session.get_inputs()}

    def speak(self, numbers: list[int], scales: list[float], speaker: int) -> tuple[bytes, list[float]]:
        """Return samples and, where the model tells, the frames of each number."""
        given: dict[str, Any] = {
            "input": np.array([numbers], np.int64),
            "input_lengths": np.array([len(numbers)], np.int64),
            "scales": np.array(scales, np.float32),
            "sid": np.array([speaker], np.int64),
        }
        out = self.session.run(None, {name: value for name, value in given.items() if name in self.inputs})
        wave = np.nan_to_num(np.asarray(out[0], np.float32).reshape(-1))
        samples = (np.clip(wave, -1, 1) * _LOUDEST).astype("<i2").tobytes()
        frames = np.asarray(out[-1]).reshape(-1).tolist() if self.durations else []
        return samples, frames if len(frames) == len(numbers) else []


def main() -> None:
    """Answer until the parent has gone."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    loaded: OrderedDict[str, _Model] = OrderedDict()
    with_vowels = _vowels()

    def model(path: str) -> _Model:
        if path not in loaded:
            while len(loaded) >= _KEPT:
                loaded.popitem(last=False)
            loaded[path] = _Model(path)
        loaded.move_to_end(path)
        return loaded[path]

    def answer(question: dict[str, Any], _payload: bytes) -> Answer:
        if question["do"] == "vowels":
            return {"text": with_vowels(question["text"])}, b""
        samples, frames = model(question["model"]).speak(question["numbers"], question["scales"], question["speaker"])
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
