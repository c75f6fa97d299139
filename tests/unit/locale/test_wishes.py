"""Which interface a browser's wish leads to."""

from __future__ import annotations

import pytest

from kushk.base.locale import INTERFACES, best_interface


@pytest.mark.parametrize("tag", INTERFACES)
def test_every_interface_can_be_asked_for(tag):
    assert best_interface(tag) == best_interface(tag.upper()) == best_interface(f"{tag};q=0.1") == tag


@pytest.mark.parametrize(
    ("header", "chosen"),
    [
        ("ar-EG,ar;q=0.9,en;q=0.8", "ar"),
        ("tr, en;q=0.1, ar;q=0.5", "ar"),
        ("pt", "pt-BR"),
        ("pt-PT,pt;q=0.9,en;q=0.8", "pt-BR"),
        ("zh-TW,zh;q=0.9,en", "zh"),
        ("zh-Hans-CN", "zh"),
        ("zh-Hant-HK", "zh"),
        ("yue-HK, en;q=0.5", "zh"),
        ("in-ID", "id"),
        ("iw", "he"),
        ("es-419,en;q=0.5", "es"),
        ("fr-CA;q=0.3, de-AT;q=0.9", "de"),
        ("gsw-CH", "de"),
        ("arz, en;q=0.9", "ar"),
        ("prs-AF", "fa"),
        ("nb, ms-MY;q=0.4", "ms"),
        ("ko_KR", "ko"),
    ],
)
def test_the_nearest_interface_is_found(header, chosen):
    assert best_interface(header) == chosen


@pytest.mark.parametrize(
    ("header", "chosen"),
    [
        ("*", "en"),
        ("en;q=0, *", "ar"),
        ("fi, *;q=0.5, sw;q=0.3", "en"),
        ("en-GB;q=0, en;q=0.5", "en"),
        ("ar;q=0", "en"),
        ("ar;q=x", "en"),
        ("ar;q=7", "ar"),
        ("fr;q=-1", "en"),
        ("", "en"),
        (";;;,,=", "en"),
        ("," * 10_000 + "ar", "en"),
        ("x" * 10_000, "en"),
        ("en-XA", "en"),
    ],
)
def test_odd_wishes_are_harmless(header, chosen):
    assert best_interface(header) == chosen
