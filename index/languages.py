"""Language codes as libraries write them: ISO 639-2/B, from any other spelling of a code."""

from __future__ import annotations

from functools import lru_cache


def _pairs(table: str) -> dict[str, str]:
    return dict(pair.split(":", 1) for pair in table.split())


# ISO 639-1 to ISO 639-2/B.
_TWO = _pairs(
    """
    aa:aar ab:abk af:afr ak:aka am:amh ar:ara an:arg as:asm av:ava ae:ave ay:aym az:aze ba:bak
    bm:bam be:bel bn:ben bi:bis bo:tib bs:bos br:bre bg:bul ca:cat cs:cze ch:cha ce:che cu:chu
    cv:chv kw:cor co:cos cr:cre cy:wel da:dan de:ger dv:div dz:dzo el:gre en:eng eo:epo et:est
    eu:baq ee:ewe fo:fao fa:per fj:fij fi:fin fr:fre fy:fry ff:ful gd:gla ga:gle gl:glg gv:glv
    gn:grn gu:guj ht:hat ha:hau sh:hbs he:heb hz:her hi:hin ho:hmo hr:hrv hu:hun hy:arm ig:ibo
    io:ido ii:iii iu:iku ie:ile ia:ina id:ind ik:ipk is:ice it:ita jv:jav ja:jpn kl:kal kn:kan
    ks:kas ka:geo kr:kau kk:kaz km:khm ki:kik rw:kin ky:kir kv:kom kg:kon ko:kor kj:kua ku:kur
    lo:lao la:lat lv:lav li:lim ln:lin lt:lit lb:ltz lu:lub lg:lug mh:mah ml:mal mr:mar mk:mac
    mg:mlg mt:mlt mn:mon mi:mao ms:may my:bur na:nau nv:nav nr:nbl nd:nde ng:ndo ne:nep nn:nno
    nb:nob no:nor ny:nya oc:oci oj:oji or:ori om:orm os:oss pa:pan pi:pli pl:pol pt:por ps:pus
    qu:que rm:roh ro:rum rn:run ru:rus sg:sag sa:san si:sin sk:slo sl:slv se:sme sm:smo sn:sna
    sd:snd so:som st:sot es:spa sq:alb sc:srd sr:srp ss:ssw su:sun sw:swa sv:swe ty:tah ta:tam
    tt:tat te:tel tg:tgk tl:tgl th:tha ti:tir to:ton tn:tsn ts:tso tk:tuk tr:tur tw:twi ug:uig
    uk:ukr ur:urd uz:uzb ve:ven vi:vie vo:vol wa:wln wo:wol xh:xho yi:yid yo:yor za:zha zh:chi
    zu:zul
    """
)
# ISO 639-2/T, withdrawn MARC codes, and what ISO 639-3 calls kinds of Chinese.
_OTHER = _pairs(
    """
    sqi:alb hye:arm eus:baq mya:bur zho:chi ces:cze nld:dut fra:fre kat:geo deu:ger ell:gre
    isl:ice mkd:mac mri:mao msa:may fas:per ron:rum slk:slo bod:tib cym:wel nl:dut scc:srp
    scr:hrv esp:epo eth:gez far:fao gae:gla gag:glg iri:gle mla:mlg tag:tgl taj:tgk tar:tat
    tsw:tsn lan:oci lap:sme int:ina gua:grn fri:fry cam:khm ajm:aze cmn:chi yue:chi
    """
)
_NAMES = _pairs(
    """
    english:eng chinese:chi french:fre german:ger spanish:spa italian:ita russian:rus
    japanese:jpn korean:kor portuguese:por latin:lat arabic:ara dutch:dut polish:pol hindi:hin
    vietnamese:vie swedish:swe danish:dan norwegian:nor finnish:fin greek:gre deutsch:ger
    français:fre español:spa italiano:ita 中文:chi 汉语:chi 英文:eng 日文:jpn
    法国:fre 德国:ger 西班牙:spa 意大利:ita 俄罗斯:rus 俄国:rus 苏联:rus 日本:jpn 韩国:kor 中国:chi
    国产:chi 华语:chi 英国:eng 美国:eng
    """
)
_NONE = {"", "und", "zxx", "mul", "mis", "|||", "xxx", "n/a"}


@lru_cache(maxsize=4096)
def language_code(text: str) -> str:
    """ISO 639-2/B for a code or a common name ("zh-Hans", "deu", "English"); "" for none known."""
    key = text.strip().casefold().replace("_", "-")
    code = key.split("-")[0]
    if key in _NONE or code in _NONE:
        return ""
    if found := _NAMES.get(key) or _TWO.get(code) or _OTHER.get(code):
        return found
    return code if len(code) == 3 and code.isascii() and code.isalpha() else ""
