"""Names in a byline."""

from kushk.reader.structured import names_in


def test_each_author_is_named():
    assert names_in("Nora Quill, Tom Reddy and Ann-Marie O’Neil") == ["Nora Quill", "Tom Reddy", "Ann-Marie O’Neil"]
    assert names_in("سلمى الحارثي، أحمد علي") == ["سلمى الحارثي", "أحمد علي"]
    assert names_in("林晓、王明") == ["林晓", "王明"]
    assert names_in("") == []


def test_a_line_that_is_no_list_of_names_stays_whole():
    assert names_in("Reuters, Cairo") == ["Reuters, Cairo"]
    assert names_in("Nora Quill, who was there on the day it sank") == ["Nora Quill, who was there on the day it sank"]
