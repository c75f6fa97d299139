"""How models name languages. Pure tables."""

from __future__ import annotations

from kushk.core.languages import base, normalise_tag

_ARGOS = {"zt": "zh-Hant", "pb": "pt-BR"}
"""Codes of the Argos packages that are no BCP 47 tags."""

FLORES = dict(
    pair.split("=")
    for pair in (
        "am=amh_Ethi ar=arb_Arab az=azj_Latn be=bel_Cyrl bg=bul_Cyrl bn=ben_Beng bs=bos_Latn ca=cat_Latn "
        "ckb=ckb_Arab cs=ces_Latn cy=cym_Latn da=dan_Latn de=deu_Latn el=ell_Grek en=eng_Latn eo=epo_Latn "
        "es=spa_Latn et=est_Latn eu=eus_Latn fa=pes_Arab fi=fin_Latn fr=fra_Latn ga=gle_Latn gl=glg_Latn "
        "gu=guj_Gujr ha=hau_Latn he=heb_Hebr hi=hin_Deva hr=hrv_Latn hu=hun_Latn hy=hye_Armn id=ind_Latn "
        "ig=ibo_Latn is=isl_Latn it=ita_Latn ja=jpn_Jpan ka=kat_Geor kk=kaz_Cyrl km=khm_Khmr kn=kan_Knda "
        "ko=kor_Hang ku=kmr_Latn lo=lao_Laoo lt=lit_Latn lv=lvs_Latn mk=mkd_Cyrl ml=mal_Mlym mr=mar_Deva "
        "ms=zsm_Latn my=mya_Mymr nb=nob_Latn ne=npi_Deva nl=nld_Latn nn=nno_Latn pa=pan_Guru pl=pol_Latn "
        "ps=pbt_Arab pt=por_Latn ro=ron_Latn ru=rus_Cyrl sd=snd_Arab si=sin_Sinh sk=slk_Latn sl=slv_Latn "
        "so=som_Latn sq=als_Latn sr=srp_Cyrl sv=swe_Latn sw=swh_Latn ta=tam_Taml te=tel_Telu th=tha_Thai "
        "ti=tir_Ethi tl=tgl_Latn tr=tur_Latn uk=ukr_Cyrl ur=urd_Arab uz=uzn_Latn vi=vie_Latn yo=yor_Latn "
        "zh=zho_Hans zh-Hant=zho_Hant zu=zul_Latn"
    ).split()
)
"""FLORES-200 codes, NLLB's names of languages, by our tags."""

_OPUS = dict(
    pair.split("=")
    for pair in (
        "ar=ara az=aze fa=fas lv=lav ms=msa,zlm ne=nep nb=nob sq=sqi sw=swa uz=uzb ku=kur "
        "zh=cmn_Hans,cmn,zho zh-Hant=cmn_Hant pt-BR=pob,por"
    ).split()
)
"""Names that OPUS-MT uses beside the letters of the FLORES code and the tag itself."""


def tag_of(code: str) -> str:
    """Return the BCP 47 tag of a code in an Argos package or an OPUS-MT folder's name, empty if it is none."""
    return _ARGOS.get(code) or normalise_tag(code)


def opus_names(tag: str) -> tuple[str, ...]:
    """Return what may stand in a ``>>name<<`` token for a language, the likeliest first."""
    flores = FLORES.get(tag, "").partition("_")[0]
    names = [*_OPUS.get(tag, "").split(","), flores, tag, base(tag)]
    return tuple(dict.fromkeys(name for name in names if name))
