"""``./kushk up``: sets up, serves, works in the background, stops when told, and survives its parts."""

import http.client
import os
import signal
import subprocess
import sys
import time

import pytest

from kushk.config.supervisor import QUICK_DEATHS, Part, Supervisor


def answer(port: int, path: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        return response.status, response.read().decode()
    finally:
        connection.close()


def wait_for(port: int, process: subprocess.Popen, seconds: float = 90) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and process.poll() is None:
        try:
            if answer(port, "/healthz")[0] == 200:
                return
        except OSError:
            time.sleep(0.1)
    pytest.fail("the stand did not come up")


def children_of(pid: int) -> dict[int, str]:
    listed = subprocess.run(["ps", "-o", "pid=,args=", "--ppid", str(pid)], capture_output=True, text=True, check=False)
    return {int(line.split()[0]): line for line in listed.stdout.splitlines()}


def test_the_sample_stand_is_served_and_all_of_it_stops(kushk, free_port):
    process = kushk.start("up", "--port", str(free_port), KUSHK_WORKERS="1")
    try:
        wait_for(free_port, process)
        status, page = answer(free_port, "/en/")
        assert status == 200
        assert "The ferry that waits for the choir" in page
        parts = children_of(process.pid)
        assert len(parts) == 2

        worker = next(pid for pid, args in parts.items() if " work" in args)
        os.kill(worker, signal.SIGKILL)
        deadline = time.monotonic() + 30
        while worker in children_of(process.pid) or len(children_of(process.pid)) < 2:
            assert time.monotonic() < deadline
            time.sleep(0.1)

        second = kushk("up", "--port", str(free_port))
        assert second.stderr.strip().endswith("[port-taken]")
        assert answer(free_port, "/ar/")[0] == 200
    finally:
        process.send_signal(signal.SIGINT)
        output, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    assert f"http://127.0.0.1:{free_port}/" in output.decode()
    assert [pid for pid in parts if os.path.exists(f"/proc/{pid}")] == []  # noqa: PTH110


def test_an_empty_stand_says_what_to_do(kushk, free_port):
    process = kushk.start("up", "--port", str(free_port), "--no-sample", KUSHK_WORKERS="1")
    try:
        wait_for(free_port, process)
        assert "kushk add" in answer(free_port, "/en/")[1]
    finally:
        process.terminate()
        process.communicate(timeout=60)
    assert process.returncode == 0


def test_a_part_that_never_stays_up_ends_the_group(capsys, monkeypatch):
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    part = Part("the part", [sys.executable, "-c", "raise SystemExit(3)"])
    part.quick_deaths = QUICK_DEATHS - 1
    assert Supervisor([part]).run() == 1
    assert "the part does not stay up" in capsys.readouterr().err
