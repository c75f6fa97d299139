"""Which of Debian's packages bring which pair. Pure."""

from __future__ import annotations

from kushk.core.languages import base
from kushk.engines.translation.apertium.engine import MIDDLES, WEAK
from kushk.engines.translation.interface import Pair

BASE = "apertium"

_PACKAGES = (
    "af nl afr-nld, an es spa-arg, ast es spa-ast, be ru bel-rus, br fr br-fr, ca an arg-cat, ca en eng-cat, "
    "ca eo eo-ca, ca es spa-cat, ca fr fra-cat, ca it cat-ita, ca oc oc-ca, ca pt por-cat, ca sc cat-srd, da no dan-nor, "
    "da sv swe-dan, en eo eo-en, en es eng-spa, en eu eu-en, en gl en-gl, en is isl-eng, en mk mkd-eng, en sh hbs-eng, "
    "eo es eo-es, eo fr eo-fr, es eu eu-es, es fr fr-es, es gl es-gl, es it spa-ita, es oc oc-es, es pt es-pt, "
    "es ro es-ro, fr oc oci-fra, gl pt pt-gl, hi ur urd-hin, id ms ind-zlm, is sv isl-swe, it sc srd-ita, "
    "mk bg mkd-bul, mk sh hbs-mkd, nb nn nno-nob, no sv swe-nor, pl szl pol-szl, ru uk rus-ukr, sh sl hbs-slv"
)
"""Two languages and the package ``apertium-NAME`` of Debian 12, in either direction."""

_BY_PAIR = {frozenset(entry.split()[:2]): f"apertium-{entry.split()[2]}" for entry in _PACKAGES.split(", ")}


def packages_for(pair: Pair) -> tuple[str, ...]:
    """Return what to install for a pair, be it in two good steps; nothing where Debian has none."""
    source, target = (base(tag) for tag in pair)
    direct = _BY_PAIR.get(frozenset({source, target}))
    if direct:
        return BASE, direct
    for middle in () if {source, target} & WEAK else MIDDLES:
        steps = [_BY_PAIR.get(frozenset({source, middle})), _BY_PAIR.get(frozenset({middle, target}))]
        if all(steps):
            return (BASE, *(step for step in steps if step))
    return ()
