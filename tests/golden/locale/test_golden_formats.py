"""What is shown in every interface is what people read and found right."""

from __future__ import annotations

import json

import pytest
from tests.golden.locale.formats import FILE, rows, table

from kushk.base.locale import INTERFACES

GOLDEN = json.loads(FILE.read_text(encoding="utf-8"))


def test_every_interface_is_in_the_file():
    assert list(GOLDEN) == list(table()) == list(INTERFACES)


@pytest.mark.parametrize("tag", INTERFACES)
def test_it_is_still_shown_so(tag):
    assert rows(tag) == GOLDEN[tag], "if CLDR or byhand.py changed, run tests/golden/locale/formats.py and read it"
