"""The strict reading finds the faults that it is there to find."""

from __future__ import annotations

import pytest
from tests.functional.podcasts.checking import faults
from tests.functional.podcasts.conftest import spoken
from tests.functional.podcasts.test_podcasts import BAHR, STAND, got

PLAZA = "/podcasts/plaza.xml"

BREAKS = [
    (b'length="', b'length="1'),
    (b"<itunes:duration>", b"<itunes:duration>9"),
    (b"+0000</pubDate>", b"GMT+0</pubDate>"),
    (b'isPermaLink="false"', b""),
    (b"<link>https://", b"<link>//"),
    (b"<itunes:explicit>false", b"<itunes:explicit>no"),
    (b".vtt", b".mp3"),
    (b"cover.png", b"cover.gif"),
    (b"<podcast:guid>", b"<podcast:guid>0"),
    (b"<language>es</language>", b""),
    (b"<itunes:category text=", b'<itunes:category text="Gossip"/><itunes:category text='),
    (b'rel="self"', b'rel="next"'),
]


@pytest.mark.parametrize(("old", "new"), BREAKS)
def test_a_broken_feed_has_a_fault(stand, client, old, new):
    spoken(stand["plaza"])
    data = client.get(PLAZA).content
    assert old in data
    assert faults(data.replace(old, new), STAND + PLAZA, lambda address: got(client, address))


def test_a_guid_that_occurs_twice_is_a_fault(stand, client):
    first, second = spoken(stand["bahr"])
    data = client.get(BAHR).content.replace(second.public_id.encode(), first.public_id.encode())
    assert "a guid occurs twice" in faults(data, STAND + BAHR, lambda address: got(client, address))
