"""A child that hangs, dies or talks nonsense is an error in bounded time, and the next question is answered."""

import os
import signal
import threading
import time

import pytest

from kushk.engines.process import Child
from kushk.engines.speech.interface import CHILD_FAULTS, EngineDown, SpeechError

ECHO = """
from kushk.engines.process import serve
import os, sys, time
def answer(question, payload):
    if question.get("hang"): time.sleep(60)
    if question.get("die"): os._exit(3)
    if question.get("print"): print("noise"); os.write(1, b"noise"); sys.stdout.flush()
    if question.get("raise"): raise ValueError("no\\u2028such thing")
    return {"said": question.get("say")}, payload
serve(answer)
"""


def child_of(code: str, seconds: float = 20) -> Child:
    return Child("test", ["-c", code], CHILD_FAULTS, seconds=seconds)


@pytest.fixture
def echo():
    child = child_of(ECHO)
    yield child
    child.close()


def test_a_question_is_answered_by_the_same_process(echo):
    assert echo.ask({"say": "é"}, b"\0payload") == ({"said": "é"}, b"\0payload")
    pid = echo.pid
    assert echo.ask({"say": "\ud800"}, bytes(300_000))[1] == bytes(300_000)
    assert echo.pid == pid


def test_what_a_library_prints_is_not_taken_for_an_answer(echo):
    assert echo.ask({"print": True, "say": 1}) == ({"said": 1}, b"")
    assert echo.ask({"say": 2}) == ({"said": 2}, b"")


def test_an_exception_is_told_and_the_child_lives_on(echo):
    echo.ask({})
    pid = echo.pid
    with pytest.raises(SpeechError, match="such thing"):
        echo.ask({"raise": True})
    assert echo.ask({"say": 1})[0] == {"said": 1}
    assert echo.pid == pid


def test_a_child_that_hangs_is_ended_in_time_and_started_again():
    child = child_of(ECHO, seconds=1.0)
    child.ask({})
    pid, began = child.pid, time.monotonic()
    with pytest.raises(EngineDown, match="no answer"):
        child.ask({"hang": True})
    assert time.monotonic() - began < 3
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    assert child.ask({"say": 1})[0] == {"said": 1}
    child.close()


def test_a_child_that_dies_of_a_question_is_down_after_the_second_time(echo):
    with pytest.raises(EngineDown):
        echo.ask({"die": True})
    assert echo.ask({"say": 1})[0] == {"said": 1}


def test_a_killed_child_is_started_again_unnoticed(echo):
    echo.ask({})
    os.kill(echo.pid, signal.SIGKILL)
    assert echo.ask({"say": 1})[0] == {"said": 1}


@pytest.mark.parametrize(
    "said",
    [
        b"hello, this is no message at all",
        b"\x04\0\0\0\0\0\0\0nope",
        b"\x02\0\0\0\0\0\0\0[]",
        b"\x02\0\0\0\xff\xff\xff\xff{}",
        b"\x02\0\0\0\x05\0\0\0{}abc",
        b"\x02",
        b"",
    ],
)
def test_a_child_that_talks_nonsense_is_down(said):
    child = child_of(f"import os, sys; os.write(1, {said!r}); sys.stdin.buffer.read(20)", seconds=1.0)
    with pytest.raises(EngineDown):
        child.ask({"say": 1})
    assert child.pid is None
    child.close()


def test_a_command_that_is_none_is_down():
    child = Child("test", ["-m", "kushk.no.such.module"], CHILD_FAULTS)
    with pytest.raises(EngineDown):
        child.ask({})


def test_many_threads_get_their_own_answers(echo):
    wrong = []

    def ask(number):
        given = [echo.ask({"say": [number, turn]})[0]["said"] for turn in range(20)]
        wrong.extend(said for turn, said in enumerate(given) if said != [number, turn])

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_closing_ends_the_process_and_may_be_done_twice(echo):
    echo.ask({})
    pid = echo.pid
    echo.close()
    echo.close()
    assert echo.pid is None
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
