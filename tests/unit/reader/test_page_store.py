"""Finished pages are kept within bounds, and rendered one at a time."""

from __future__ import annotations

import random
import sqlite3
import threading
import time

import pytest

from kushk.base.stamp import Watch
from kushk.library.versions.asking import EVERYTHING, NOTHING
from kushk.reader.pagestore.memory import Memory
from kushk.reader.pagestore.page import Page, finished
from kushk.reader.pagestore.shelf import Shelf
from kushk.reader.pagestore.store import PageStore

HEADERS = [
    ("Content-Type", "text/html"),
    ("Cache-Control", "public, max-age=60"),
    ("Content-Length", "3"),
    ("ETag", '"e"'),
]


class Data:
    """Versions of a stand whose commits are counted by hand."""

    def __init__(self) -> None:
        self.commits = 1
        self.numbers = {0: 10, 1: 10, 2: 5}
        self.questions = 0

    def stamp(self):
        return 1, self.commits

    def newest(self, publications):
        self.questions += 1
        return max((self.numbers[each] for each in publications), default=0)

    def change(self, publication: int) -> None:
        self.commits += 1
        self.numbers[0] += 7
        self.numbers[publication] = self.numbers[0]


def made(text: str = "page", publications: frozenset[int] = EVERYTHING, headers=HEADERS) -> Page:
    return finished(text.encode(), headers, '"e"', publications, time.time())


def random_page(size: int, seed: int = 0) -> Page:
    return finished(random.Random(seed).randbytes(size), HEADERS, '"e"', NOTHING, time.time())  # noqa: S311 - cannot be compressed


@pytest.fixture
def shelf(tmp_path):
    opened = Shelf(tmp_path / "pages.sqlite3", 1 << 20, "1")
    yield opened
    opened.close()


@pytest.fixture
def data() -> Data:
    return Data()


@pytest.fixture
def store(shelf, data) -> PageStore:
    return PageStore(Memory(1 << 20), shelf, data)


def test_memory_holds_so_many_bytes_and_the_least_asked_for_goes_first():
    memory = Memory(100_000)
    for number in range(9):
        memory.put(str(number), random_page(10_500, number))
    assert memory.size <= 100_000
    assert [bool(memory.get(str(number))) for number in range(9)] == [False] + [True] * 8
    memory.get("1")
    memory.put("9", random_page(10_500))
    assert memory.get("1")
    assert memory.get("2") is None


def test_a_page_that_takes_too_much_of_the_memory_is_not_kept():
    memory = Memory(100_000)
    memory.put("small", random_page(100))
    memory.put("large", random_page(20_000))
    assert memory.get("large") is None
    assert memory.get("small")


def test_a_page_that_is_kept_again_counts_once():
    memory = Memory(100_000)
    for _ in range(5):
        memory.put("a", random_page(5000))
    assert memory.size == memory.get("a").size
    memory.drop("a")
    memory.drop("a")
    assert memory.size == 0


def test_the_shelf_gives_back_what_was_put_there(shelf):
    page = made("नमस्ते", frozenset({3, 1}))
    page.version = 12
    shelf.put("k", page)
    found = shelf.get("k")
    assert (found.body(), found.headers, found.publications) == ("नमस्ते".encode(), page.headers, frozenset({1, 3}))
    assert (found.version, found.until, found.etag, found.for_gzip) == (12, page.until, "e", page.for_gzip)
    assert shelf.get("other") is None


def test_the_shelf_holds_so_many_bytes_and_the_oldest_goes_first(tmp_path):
    shelf = Shelf(tmp_path / "pages.sqlite3", 100_000, "1")
    for number in range(65):
        shelf.put(str(number), random_page(10_000, number))
    kept = [number for number in range(65) if shelf.get(str(number))]
    assert kept == list(range(kept[0], 65))
    assert 5 <= len(kept) <= 9
    shelf.close()


def test_a_new_version_of_the_software_clears_the_shelf(tmp_path):
    old = Shelf(tmp_path / "pages.sqlite3", 1 << 20, "1")
    old.put("k", made())
    new = Shelf(tmp_path / "pages.sqlite3", 1 << 20, "2")
    assert new.get("k") is None
    assert old.get("k") is None
    for each in (old, new):
        each.close()


@pytest.mark.parametrize("content", [b"", b"no database" * 999, b"SQLite format 3\x00" + b"\x01" * 9000])
def test_a_broken_file_is_an_empty_shelf_that_works_again(tmp_path, content):
    path = tmp_path / "pages.sqlite3"
    path.write_bytes(content)
    shelf = Shelf(path, 1 << 20, "1")
    assert shelf.get("k") is None
    shelf.put("k", made())
    shelf.put("k", made())
    assert shelf.get("k")
    shelf.close()


def test_rows_that_make_no_sense_are_not_there(shelf):
    shelf.put("k", made())
    shelf._database().execute("UPDATE page SET facts = '[1, 2]'")
    assert shelf.get("k") is None


def test_a_folder_that_is_not_there_is_no_error(tmp_path):
    shelf = Shelf(tmp_path / "nowhere" / "pages.sqlite3", 1 << 20, "1")
    shelf.put("k", made())
    assert shelf.get("k") is None


def test_a_page_holds_while_nothing_that_it_shows_changes(store, data):
    store.keep("k", made(publications=frozenset({1})), store.now())
    data.questions = 0
    assert store.find("k")
    assert store.find("k")
    assert data.questions == 1, "nothing was committed between the two"
    data.change(2)
    assert store.find("k")
    data.change(1)
    assert store.find("k") is None


def test_a_page_of_everything_changes_with_anything(store, data):
    store.keep("k", made(), store.now())
    assert store.find("k")
    data.change(2)
    assert store.find("k") is None


def test_a_page_that_shows_no_data_outlives_all_changes(store, data):
    store.keep("k", made(publications=NOTHING), store.now())
    data.change(1)
    data.questions = 0
    assert store.find("k")
    assert data.questions == 0


def test_a_change_during_rendering_is_not_lost(store, data):
    before = store.now()
    data.change(1)
    store.keep("k", made(publications=frozenset({1})), before)
    assert store.find("k") is None
    store.keep("k", made(publications=frozenset({2})), before)
    assert store.find("k")


def test_a_backup_that_is_brought_back_takes_no_page_with_it(store, data):
    old = dict(data.numbers)
    data.change(1)
    store.keep("k", made(publications=frozenset({1})), store.now())
    data.numbers, data.commits = old, data.commits + 1
    assert store.find("k") is None


def test_without_versions_nothing_is_kept(shelf):
    store = PageStore(Memory(1 << 20), shelf, None)
    store.keep("k", made(publications=NOTHING), store.now())
    assert store.find("k") is None


def test_where_versions_cannot_be_told_nothing_is_kept(store, data, monkeypatch):
    store.keep("k", made(), store.now())
    monkeypatch.setattr(data, "stamp", lambda: None)
    assert store.find("k") is None
    monkeypatch.setattr(data, "newest", lambda _: None)
    store.keep("j", made(), store.now())
    assert store.memory.get("j") is None


def test_only_an_immutable_answer_holds_longer_than_a_day():
    assert made().until - time.time() <= 24 * 3600
    lasting = [("Content-Type", "text/css"), ("Cache-Control", "public, max-age=31536000, immutable")]
    assert made(headers=lasting).until - time.time() > 10 * 365 * 24 * 3600


def test_one_thread_renders_and_the_others_take_its_page(store):
    rendered, found, begin = [], [], threading.Barrier(8)

    def reader() -> None:
        begin.wait()
        with store.alone("k"):
            page = store.find("k")
            if page is None:
                rendered.append(1)
                time.sleep(0.05)
                page = made()
                store.keep("k", page, store.now())
        found.append(page.body())

    readers = [threading.Thread(target=reader) for _ in range(8)]
    for each in readers:
        each.start()
    for each in readers:
        each.join()
    assert (len(rendered), found) == (1, [b"page"] * 8)
    assert not store._turns


def test_a_fault_while_rendering_lets_the_next_one_try(store):
    with pytest.raises(ZeroDivisionError), store.alone("k"):
        raise ZeroDivisionError
    with store.alone("k"):
        pass
    assert not store._turns


@pytest.fixture
def writer(tmp_path):
    opened = sqlite3.connect(tmp_path / "data.sqlite3", isolation_level=None, timeout=0)
    opened.executescript(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; CREATE TABLE t (n); INSERT INTO t VALUES (1)"
    )
    yield opened
    opened.close()


def test_the_stamp_changes_with_every_commit_and_only_then(writer, tmp_path):
    watch = Watch(str(tmp_path / "data.sqlite3"))
    before = watch.stamp()
    assert watch._shared is not None
    for number in range(500):
        writer.execute("BEGIN")
        writer.execute("INSERT INTO t VALUES (?)", (number,))
        assert watch.stamp() == before
        writer.execute("COMMIT")
        after = watch.stamp()
        assert after != before
        assert watch.stamp() == after
        before = after
    writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = watch.stamp()
    writer.execute("DELETE FROM t")
    assert watch.stamp() != before
    assert watch.ask("SELECT count(*) FROM t") == (0,)


def test_the_stamp_is_the_same_without_shared_memory_to_look_at(writer, tmp_path, monkeypatch):
    monkeypatch.setattr("kushk.base.stamp._shared_memory", lambda _: None)
    watch = Watch(str(tmp_path / "data.sqlite3"))
    before = watch.stamp()
    assert watch.stamp() == before
    writer.execute("INSERT INTO t VALUES (2)")
    assert watch.stamp() != before


def test_looking_takes_no_lock_away(writer, tmp_path):
    watch = Watch(str(tmp_path / "data.sqlite3"))
    watch.stamp()
    reader = sqlite3.connect(tmp_path / "data.sqlite3", isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM t").fetchone()
    again = Watch(str(tmp_path / "data.sqlite3"))
    again.stamp()
    del watch, again
    writer.execute("INSERT INTO t VALUES (3)")
    busy, _, _ = writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    assert busy == 1, "the reader's lock is still there"
    reader.close()


def test_another_file_in_its_place_is_noticed(writer, tmp_path, monkeypatch):
    watch = Watch(str(tmp_path / "data.sqlite3"))
    before = watch.stamp()
    writer.close()
    for ending in ("", "-wal", "-shm"):
        (tmp_path / f"data.sqlite3{ending}").unlink(missing_ok=True)
    with pytest.raises(OSError):
        Watch(str(tmp_path / "data.sqlite3")).ask("SELECT 1")
    other = sqlite3.connect(tmp_path / "data.sqlite3", isolation_level=None)
    other.executescript("PRAGMA journal_mode=WAL; CREATE TABLE t (n)")
    watch._look_next = 0
    assert watch.stamp() != before
    assert watch.ask("SELECT count(*) FROM t") == (0,)
    other.close()


def test_what_readers_look_for_is_not_written_down(tmp_path):
    shelf = Shelf(tmp_path / "pages.sqlite3", 1 << 20, "1")
    store = PageStore(Memory(1 << 20), shelf, Data())
    for key in ("q=secret /en/search/", " /en/"):
        store.keep(key, made(), store.now())
        assert store.find(key) is not None
    assert shelf.get("q=secret /en/search/") is None
    assert shelf.get(" /en/") is not None


def test_a_page_of_yesterday_is_dropped_from_disk(tmp_path, monkeypatch):
    path = tmp_path / "pages.sqlite3"
    shelf = Shelf(path, 1 << 20, "1")
    shelf.put("old", made())
    now = time.time_ns()
    monkeypatch.setattr(time, "time_ns", lambda: now + 25 * 3600 * 10**9)
    assert Shelf(path, 1 << 20, "1").get("old") is None
