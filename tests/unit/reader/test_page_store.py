"""Finished pages are kept exactly until something changes."""

from __future__ import annotations

import sqlite3

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from kushk.base.stamp import _looked_at, data_stamp
from kushk.reader.caching import PageStore, public_page


class Counted:
    """A view that says how often it was asked, over a database of one number."""

    def __init__(self) -> None:
        self.made = 0
        self.version = 1
        self.view = public_page(self.answer, PageStore(most=3), lambda: (0, 0, self.version))

    def answer(self, request, status: int = 200) -> HttpResponse:
        self.made += 1
        return HttpResponse(f"{self.version} {request.get_full_path()} " + "x" * 300, status=status)

    def get(self, path: str, **headers: str) -> HttpResponse:
        return self.view(RequestFactory().get(path, headers=headers))


def test_a_page_is_made_once_until_the_data_changes():
    counted = Counted()
    first = counted.get("/a")
    again = counted.get("/a")
    assert (first.content, first.headers) == (again.content, again.headers)
    assert counted.made == 1
    counted.version = 2
    assert counted.get("/a").content.startswith(b"2 ")
    assert counted.made == 2


def test_addresses_and_encodings_are_kept_apart():
    counted = Counted()
    plain, other, packed = counted.get("/a"), counted.get("/a?x=1"), counted.get("/a", accept_encoding="gzip")
    assert counted.made == 3
    assert plain.content != other.content
    assert packed["Content-Encoding"] == "gzip"
    assert counted.get("/a").content == plain.content
    assert counted.made == 3


def test_the_store_holds_only_so_many_pages():
    counted = Counted()
    for path in ("/a", "/b", "/c", "/d"):
        counted.get(path)
    counted.get("/d")
    assert counted.made == 4
    counted.get("/a")
    assert counted.made == 5


def test_only_good_answers_are_kept():
    counted = Counted()
    request = RequestFactory().get("/a")
    for _ in range(2):
        assert counted.view(request, status=410).status_code == 410
    assert counted.made == 2


def test_without_a_stamp_nothing_is_kept():
    counted = Counted()
    view = public_page(counted.answer, PageStore(), lambda: None)
    view(RequestFactory().get("/a"))
    view(RequestFactory().get("/a"))
    assert counted.made == 2


def test_the_stamp_changes_with_every_commit_and_only_then(tmp_path):
    path = tmp_path / "data.sqlite3"
    writer = sqlite3.connect(path)
    writer.execute("PRAGMA journal_mode=WAL")
    writer.execute("CREATE TABLE t (n)")
    writer.commit()
    before = _looked_at(path, (1, 1))
    assert _looked_at(path, (1, 1)) == before
    writer.execute("INSERT INTO t VALUES (1)")
    assert _looked_at(path, (1, 1)) == before
    writer.commit()
    after = _looked_at(path, (1, 1))
    assert after != before
    assert _looked_at(path, (1, 2)) != after
    writer.close()


@pytest.mark.django_db
def test_inside_a_transaction_there_is_no_stamp():
    assert data_stamp() is None
