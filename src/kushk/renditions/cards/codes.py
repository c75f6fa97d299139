"""QR codes: a story's address for a camera."""

from __future__ import annotations

import io

_DARK, _LIGHT = "#1b1a17", "#ffffff"

_QUIET = 4
"""Modules of white around the code: what ISO/IEC 18004 wants."""

_MODULE = 10
"""Pixels of a module: sharp on paper at the width of a thumb."""


def qr_code(address: str) -> bytes:
    """Return a PNG with the code of an address, readable with 15 % of it hidden."""
    import segno

    out = io.BytesIO()
    code = segno.make(address, error="m", micro=False, boost_error=True)
    code.save(out, kind="png", scale=_MODULE, border=_QUIET, dark=_DARK, light=_LIGHT)
    return out.getvalue()
