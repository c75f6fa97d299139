"""One warm pipeline: a dozen small processes that answer messages ended by NUL."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import subprocess
import threading
import time
from collections import deque
from collections.abc import Iterator, Sequence

from kushk.engines.translation.interface import BadOutput, EngineDown

SECONDS = 20.0
"""For one answer. The slowest sentence seen took 0.2 s, the start 0.3 s."""

_IN_FLIGHT = 6_000
"""Bytes that are under way: a pipe of the kernel holds 64 kB, and translations may be several times as long."""

_MOST = 1 << 20
"""Bytes of one answer; more is a pipeline that has gone astray."""


class Pipe:
    """A pipeline that is started by the first message and may be ended at any time."""

    def __init__(self, engine: str, pipeline: str, seconds: float = SECONDS) -> None:
        """Prepare.

        Args:
            engine: name for errors.
            pipeline: for the shell; ``$1`` and ``$2`` are options of its generator and tagger.
            seconds: for one answer.
        """
        self.engine = engine
        self.pipeline = pipeline
        self.seconds = seconds
        self.used = time.monotonic()
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0
        self._read = bytearray()

    @property
    def pid(self) -> int | None:
        """Process id (and group) of the running pipeline."""
        return self._process.pid if self._process and self._process.poll() is None else None

    def ask(self, messages: Sequence[str]) -> Iterator[str]:
        """Send messages and yield their answers in order; several are under way at a time.

        Raises:
            EngineDown: the pipeline ended, also after a second start, or took too long.
            BadOutput: it answered with what is no text.
        """
        waiting, under_way = deque(messages), deque[str]()
        with self._lock:
            try:
                yield from self._exchange(waiting, under_way)
            except BaseException:
                if under_way:  # whoever stops listening leaves their answers in the pipe
                    self._end()
                raise
            finally:
                self.used = time.monotonic()

    def close(self) -> None:
        """End the pipeline."""
        with self._lock:
            self._end()

    def close_if_idle(self, seconds: float) -> None:
        """End the pipeline if nobody has used it for so long."""
        if time.monotonic() - self.used > seconds and self._lock.acquire(blocking=False):
            try:
                self._end()
            finally:
                self._lock.release()

    def _exchange(self, waiting: deque[str], under_way: deque[str]) -> Iterator[str]:
        restarted = False
        while waiting or under_way:
            try:
                self._send(waiting, under_way)
                answer = self._answer()
            except (BrokenPipeError, EOFError):
                self._end()
                if restarted:
                    raise EngineDown(engine=self.engine, detail="its process ended") from None
                restarted = True
                waiting.extendleft(reversed(under_way))
                under_way.clear()
                continue
            under_way.popleft()
            restarted = False
            yield answer

    def _send(self, waiting: deque[str], under_way: deque[str]) -> None:
        process = self._running()
        assert process.stdin is not None  # noqa: S101 - we asked for pipes
        flying = sum(map(len, under_way))
        sent = False
        while waiting and (not under_way or flying + len(waiting[0]) * 4 < _IN_FLIGHT):
            message = waiting.popleft()
            under_way.append(message)
            flying += len(message) * 4
            process.stdin.write(message.encode("utf-8", "replace") + b"[]\0")
            sent = True
        if sent:
            process.stdin.flush()

    def _answer(self) -> str:
        until = time.monotonic() + self.seconds
        while (end := self._read.find(0)) < 0:
            self._more(until)
        answer = bytes(self._read[:end])
        del self._read[: end + 1]
        try:
            return answer.decode()
        except UnicodeDecodeError:
            raise BadOutput(engine=self.engine, detail="it is no text") from None

    def _more(self, until: float) -> None:
        process = self._process
        assert process is not None  # noqa: S101 - something was sent to it
        assert process.stdout is not None  # noqa: S101 - we asked for pipes
        waiter = select.poll()
        waiter.register(process.stdout, select.POLLIN)
        left = until - time.monotonic()
        if left <= 0 or not waiter.poll(left * 1000):
            raise EngineDown(engine=self.engine, detail=f"no answer in {self.seconds:.0f} s")
        part = os.read(process.stdout.fileno(), 1 << 16)
        if not part:
            raise EOFError
        self._read += part
        if len(self._read) > _MOST:
            raise BadOutput(engine=self.engine, detail="it does not end")

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._owner != os.getpid() or self._process.poll() is not None:
            self._end()
            if not self.pipeline:
                raise EngineDown(engine=self.engine, detail="its pipeline cannot be made")
            self._process = subprocess.Popen(
                ["bash", "-c", self.pipeline, "x", "-n", ""],  # noqa: S607
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
            self._owner = os.getpid()
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        self._read.clear()
        if process is None or self._owner != os.getpid():
            return
        with contextlib.suppress(ProcessLookupError):  # all of it may have ended by itself
            os.killpg(process.pid, signal.SIGKILL)
        for end in (process.stdin, process.stdout):
            if end is not None:
                try:
                    end.close()
                except BrokenPipeError:
                    continue
        process.wait()
