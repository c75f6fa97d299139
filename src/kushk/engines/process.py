"""An engine's library in a process of its own: it may hang, crash or leak there, and is simply started again.

Each message is the length of a JSON object, the length of a payload (two unsigned 32-bit numbers), and both. The
child answers each message with one; it ends by itself when its input ends, so it cannot outlive its parent.
"""

from __future__ import annotations

import json
import os
import select
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO

from kushk.core.errors import KushkError

_HEAD = struct.Struct("<II")
_MOST = 1 << 28
"""Bytes of a payload; a larger number is a child that has gone astray."""

Answer = tuple[dict[str, Any], bytes]


@dataclass(frozen=True, slots=True)
class Faults:
    """The errors of the room that an engine belongs to."""

    down: Callable[[str, str], KushkError]
    """Made of the engine's name and a detail: its process died twice or did not answer."""
    failed: Callable[[dict[str, Any], str], KushkError]
    """Made of the question and a detail: it said that it cannot."""


class _Dead(Exception):
    """The child ended, or said something that is no message."""


class Child:
    """A child process that answers one question at a time."""

    def __init__(self, engine: str, command: Sequence[str], faults: Faults, *, seconds: float = 20.0) -> None:
        """Prepare; the process is started by the first question.

        Args:
            engine: name for errors.
            command: arguments after the Python interpreter.
            faults: what is raised.
            seconds: how long an answer may take.
        """
        self.engine = engine
        self.command = [sys.executable, *command]
        self.faults = faults
        self.seconds = seconds
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0

    @property
    def pid(self) -> int | None:
        """Process id of the running child."""
        return self._process.pid if self._process and self._process.poll() is None else None

    def ask(self, question: dict[str, Any], payload: bytes = b"") -> Answer:
        """Send a question and return the answer; a child that died meanwhile is started again, once.

        Raises:
            KushkError: ``faults.down`` when it died twice or took too long, ``faults.failed`` when it cannot.
        """
        with self._lock:
            for attempt in (1, 2):
                try:
                    answer, body = self._exchange(question, payload)
                    break
                except (_Dead, BrokenPipeError) as fault:
                    self._end()
                    if attempt == 2:  # noqa: PLR2004 - the second and last
                        raise self.faults.down(self.engine, str(fault) or "its process ended") from None
        if "error" in answer:
            raise self.faults.failed(question, answer["error"])
        return answer, body

    def close(self) -> None:
        """End the child."""
        with self._lock:
            self._end()

    def _exchange(self, question: dict[str, Any], payload: bytes) -> Answer:
        process = self._running()
        assert process.stdin is not None  # noqa: S101 - we asked for pipes
        process.stdin.write(packed(question, payload))
        process.stdin.flush()
        until = time.monotonic() + self.seconds
        heading, body = _HEAD.unpack(self._read(process, _HEAD.size, until))
        if body > _MOST or heading > _MOST:
            raise _Dead("nonsense")
        said = self._read(process, heading, until)
        try:
            answer = json.loads(said)
        except ValueError:
            answer = None
        if not isinstance(answer, dict):
            raise _Dead("nonsense")
        return answer, self._read(process, body, until)

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._owner != os.getpid() or self._process.poll() is not None:
            self._end()
            self._process = subprocess.Popen(
                self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
            self._owner = os.getpid()
        return self._process

    def _read(self, process: subprocess.Popen[bytes], wanted: int, until: float) -> bytes:
        """Read exactly so many bytes.

        Raises:
            _Dead: the child ended first.
            KushkError: it took too long; it is ended.
        """
        assert process.stdout is not None  # noqa: S101 - we asked for pipes
        output, parts, missing = process.stdout.fileno(), [], wanted
        waiter = select.poll()
        waiter.register(output, select.POLLIN)
        while missing:
            left = until - time.monotonic()
            if left <= 0 or not waiter.poll(left * 1000):
                self._end()
                raise self.faults.down(self.engine, f"no answer in {self.seconds:.0f} s")
            part = os.read(output, missing)
            if not part:
                raise _Dead("its process ended")
            parts.append(part)
            missing -= len(part)
        return b"".join(parts)

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None or self._owner != os.getpid():
            return
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                try:
                    pipe.close()
                except BrokenPipeError:
                    continue
        process.wait()


def packed(heading: dict[str, Any], payload: bytes = b"") -> bytes:
    """Return one message."""
    text = json.dumps(heading).encode()
    return _HEAD.pack(len(text), len(payload)) + text + payload


def serve(answer: Callable[[dict[str, Any], bytes], Answer]) -> None:
    """Answer messages from standard input until it ends: the child's whole life.

    Whatever a library prints goes to the error output, not among the answers.
    """
    questions, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    while head := questions.read(_HEAD.size):
        heading, body = _HEAD.unpack(head)
        question = json.loads(questions.read(heading))
        _reply(answers, answer, question, questions.read(body))


def _reply(answers: BinaryIO, answer: Callable[[dict[str, Any], bytes], Answer], question: Any, body: bytes) -> None:
    try:
        reply = packed(*answer(question, body))
    except Exception as fault:  # noqa: BLE001 - the parent is told, and goes on
        reply = packed({"error": f"{type(fault).__name__}: {fault}"[:200]})
    answers.write(reply)
    answers.flush()
