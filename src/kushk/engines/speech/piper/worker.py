"""The process in which neural voices live: ``python -m kushk.engines.speech.piper.worker``."""

from __future__ import annotations

import resource
from functools import lru_cache
from pathlib import Path
from typing import Any

from kushk.engines.speech.piper.model import with_durations
from kushk.engines.speech.process import Answer, serve

_MEMORY = 6 << 30
"""Bytes of address space: onnxruntime reserves far more than it uses."""
_VOICES = 2
"""Voices held at a time."""
_LOUDEST = 32_767


@lru_cache(maxsize=_VOICES)
def _session(path: str, _version: str) -> tuple[Any, str]:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # two were slower (docs/decisions/listen.md)
    options.log_severity_level = 3
    model, durations = with_durations(Path(path).read_bytes())
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"]), durations


def _answer(question: dict[str, Any], _payload: bytes) -> Answer:
    import numpy as np

    session, durations = _session(question["model"], question["version"])
    ids = np.array([question["ids"]], np.int64)
    given = {
        "input": ids,
        "input_lengths": np.array([ids.shape[1]], np.int64),
        "scales": np.array(question["scales"], np.float32),
        "sid": np.array([0], np.int64),
    }
    wanted = [session.get_outputs()[0].name, *([durations] if durations else [])]
    known = {each.name for each in session.get_inputs()}
    made = session.run(wanted, {name: value for name, value in given.items() if name in known})
    sound = np.nan_to_num(made[0].reshape(-1))
    samples = (np.clip(sound, -1, 1) * _LOUDEST).astype("<i2").tobytes()
    return {"durations": made[1].reshape(-1).tolist() if durations else []}, samples


def main() -> None:
    """Answer until the parent has gone."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    serve(_answer)


if __name__ == "__main__":
    main()
