"""Codes that people read, write down and type: few signs, none like another, on any keyboard."""

from __future__ import annotations

import secrets
import unicodedata

LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Thirty signs that are not taken for one another."""
_GROUP = 4
_CODE, _REFERENCE = 16, 8
"""16 of 30 signs are 78 bits, which nobody guesses; 8 tell orders apart, which are no secret."""


def new_code() -> str:
    """Return a new code as people read it: ``7KQM-2XPD-9TRV-HB4C``."""
    return _random(_CODE)


def new_reference() -> str:
    """Return a new order's number as somebody writes it on a bank transfer: ``7KQM-2XPD``."""
    return _random(_REFERENCE)


def code_of(number: int) -> str:
    """Return the code that a large number stands for."""
    signs = []
    for _ in range(_CODE):
        number, sign = divmod(number, len(LETTERS))
        signs.append(LETTERS[sign])
    return _grouped("".join(signs))


def plain_code(typed: str) -> str:
    """Return a code as it is hashed: capitals and digits, without the lines that make it legible."""
    return "".join(each for each in plain_signs(typed) if each in LETTERS)


def plain_signs(typed: str) -> str:
    """Return a code or number in capitals and ASCII digits, however it was typed: ``٢٠٠٢``, ``２００２``, ``2002``."""
    plain = unicodedata.normalize("NFKC", typed).upper()
    return "".join(str(unicodedata.decimal(each, each)) for each in plain)


def _random(length: int) -> str:
    return _grouped("".join(secrets.choice(LETTERS) for _ in range(length)))


def _grouped(signs: str) -> str:
    return "-".join(signs[at : at + _GROUP] for at in range(0, len(signs), _GROUP))
