"""The made-up languages keep what is not text, and change all that is."""

from __future__ import annotations

from kushk.base.locale import country_name, language_name, message
from kushk.base.locale.checks import catalogue
from kushk.base.locale.patterns import parsed, texts, values
from kushk.base.locale.pseudo import CLOSE, OPEN, accented, mirrored

FOUND = "{count, plural, one {# story found} other {# stories found}}"


def test_accents_brackets_and_two_fifths_more():
    assert accented("Save") == "⟦Šåṽé on⟧"
    assert accented("{name}") == "⟦{name}⟧"
    assert message(FOUND, "en-XA", count=3).startswith("⟦3 šţöŕîéš ƒöûñð ")
    for entry in catalogue("en").entries:
        longer, before = accented(entry.msgid), sum(map(len, texts(parsed(entry.msgid))))
        assert longer.startswith(OPEN)
        assert longer.endswith(CLOSE)
        assert len(longer) >= len(entry.msgid) + 0.4 * before
        assert list(values(parsed(longer)))[:1] == [] or "{" in entry.msgid


def test_every_word_is_turned_around_and_no_value_is():
    assert mirrored("Save it") == "\u200f\u202eSave\u202c\u200f \u200f\u202eit\u202c\u200f"
    assert mirrored("{name}") == "{name}"
    assert "3" in message(FOUND, "ar-XB", count=3)


def test_names_out_of_cldr_are_marked_too():
    assert language_name("fr", "en-XA") == "⟦Ƒŕéñçĥ on⟧"
    assert country_name("OM", "en-XA") == "⟦Öḿåñ on⟧"
    assert country_name("{x", "en-XA").startswith("⟦")
    assert language_name("fr", "ar-XB") == "\u200f\u202eFrench\u202c\u200f"


def test_a_hole_is_no_made_up_language():
    assert message("No catalogue has this text", "en-XA") == "No catalogue has this text"
