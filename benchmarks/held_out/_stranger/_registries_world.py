"""Numbers of registries: Asia, Africa, the Americas and Oceania."""

import random
from typing import Final

from benchmarks.held_out._outside._sums import Draw, luhn, verhoeff, weighted
from benchmarks.held_out._stranger._sums import born, filled, grouped, shaped, until


def _kazakh(rng: random.Random) -> str | None:
    day = born(rng)
    body = f"{day:%y%m%d}{rng.choice('56' if day.year > 1999 else '34')}{filled(rng, '####')}"
    check = weighted(body, range(1, 12)) % 11
    if check == 10:
        check = weighted(body, (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2)) % 11
    return None if check == 10 else body + str(check)


def _egyptian(rng: random.Random) -> str:
    day = born(rng)
    return f"{3 if day.year > 1999 else 2}{day:%y%m%d}{rng.choice(('01', '02', '21', '88'))}{filled(rng, '#####')}"


def _melli(rng: random.Random) -> str:
    body = filled(rng, "00#######")
    rest = weighted(body, range(10, 1, -1)) % 11
    return body + str(rest if rest < 2 else 11 - rest)


def _thai(rng: random.Random) -> str:
    body = filled(rng, "%###########")
    whole = body + str((11 - weighted(body, range(13, 1, -1)) % 11) % 10)
    return rng.choice((whole, grouped(whole, 1, 4, 5, 2, 1, by="-"), grouped(whole, 1, 4, 5, 2, 1)))


def _vietnamese(rng: random.Random) -> str:
    day = born(rng)
    sex = rng.randint(0, 1) + (2 if day.year > 1999 else 0)
    return f"{rng.choice(('001', '048', '079', '092'))}{sex}{day:%y}{filled(rng, '######')}"


def _nik(rng: random.Random) -> str:
    day = born(rng)
    number = day.day + rng.choice((0, 40))
    return f"{rng.choice(('317106', '327301', '351502', '517103'))}{number:02}{day:%m%y}{filled(rng, '000%')}"


def _mykad(rng: random.Random) -> str:
    return f"{born(rng):%y%m%d}-{rng.choice(('01', '07', '10', '14'))}-{filled(rng, '####')}"


def _fin(rng: random.Random) -> str:
    head, body = rng.choice("FG"), filled(rng, "#######")
    total = weighted(body, (2, 7, 6, 5, 4, 3, 2)) + (4 if head == "G" else 0)
    return f"{head}{body}{'XWUTRQPNMLK'[total % 11]}"


def _rrn(rng: random.Random) -> str:
    day = born(rng, 1950, 1999)
    body = f"{day:%y%m%d}{rng.choice('12')}{filled(rng, '#####')}"
    check = (11 - weighted(body, (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)) % 11) % 10
    return f"{body[:6]}-{body[6:]}{check}"


def _my_number(rng: random.Random) -> str:
    body = filled(rng, "%##########")
    rest = weighted(body, (6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)) % 11
    whole = body + str(0 if rest < 2 else 11 - rest)
    return rng.choice((whole, grouped(whole, 4, 4, 4), grouped(whole, 4, 4, 4, by="-")))


def _hkid(rng: random.Random) -> str:
    letter, body = filled(rng, "@"), filled(rng, "######")
    total = 36 * 9 + (ord(letter) - 55) * 8 + weighted(body, range(7, 1, -1))
    return f"{letter}{body}({'0123456789A'[-total % 11]})"


def _taiwan_resident(rng: random.Random) -> str:
    area, codes = "ABCDEFGHJKLMNPQRSTUVXYWZIO", range(10, 36)
    letter, body = rng.choice("ABDFH"), rng.choice("89") + filled(rng, "#######")
    code = dict(zip(area, codes, strict=True))[letter]
    total = code // 10 + code % 10 * 9 + weighted(body, range(8, 0, -1))
    return f"{letter}{body}{-total % 10}"


def _nida(rng: random.Random) -> str:
    return f"{born(rng):%Y%m%d}-{rng.choice(('11101', '14115', '67112'))}-{filled(rng, '0000%')}-{filled(rng, '##')}"


def _south_african(rng: random.Random) -> str:
    whole = luhn(f"{born(rng):%y%m%d}{filled(rng, '####')}08")
    return rng.choice((whole, grouped(whole, 6, 4, 3)))


def _ecuadorian(rng: random.Random) -> str:
    return luhn(f"{rng.randint(1, 24):02}{rng.choice('012345')}{filled(rng, '######')}")


def _uruguayan(rng: random.Random) -> str:
    body = filled(rng, "%######")
    return f"{body[0]}.{body[1:4]}.{body[4:]}-{-weighted(body, (2, 9, 8, 7, 6, 3, 4)) % 10}"


def _guatemalan(rng: random.Random) -> str | None:
    body = filled(rng, "%#######")
    check = weighted(body, range(2, 10)) % 11
    return (
        None
        if check == 10
        else f"{body[:4]} {body[4:]}{check} {rng.choice(('0101', '1301', '0901'))}"
    )


def _dominican(rng: random.Random) -> str:
    return grouped(
        luhn(rng.choice(("001", "031", "402")) + filled(rng, "#######")), 3, 7, 1, by="-"
    )


def _chilean(rng: random.Random) -> str:
    body = filled(rng, "1#######")
    check = "0123456789K"[-weighted(body, (3, 2, 7, 6, 5, 4, 3, 2)) % 11]
    return f"{body[:2]}.{body[2:5]}.{body[5:]}-{check}"


def _clabe(rng: random.Random) -> str:
    body = rng.choice(("002180", "012320", "072580", "646180")) + filled(rng, "###########")
    weights = (3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7)
    return body + str(-sum(int(c) * w % 10 for c, w in zip(body, weights, strict=True)) % 10)


def _sus(rng: random.Random) -> str | None:
    body = "7" + filled(rng, "#############")
    check = -weighted(body, range(15, 1, -1)) % 11
    return None if check == 10 else grouped(f"{body}{check}", 3, 4, 4, 4)


def _cnh(rng: random.Random) -> str:
    body = filled(rng, "0########")
    first = weighted(body, range(9, 0, -1)) % 11
    less, first = (2, 0) if first > 9 else (0, first)
    second = weighted(body, range(1, 10)) % 11 - less
    return f"{body}{first}{0 if second > 9 else second % 11 % 10}"


def _mbi(rng: random.Random) -> str:
    """Return a number of Medicare; its letters leave S, L, O, I, B and Z out (CMS, 2017)."""
    a = "ACDEFGHJKMNPQRTUVWXY"
    n = "0123456789"
    kinds = (n[1:], a, a + n, n, a, a + n, n, a, a, n, n)
    whole = "".join(rng.choice(kind) for kind in kinds)
    return rng.choice((whole, grouped(whole, 4, 3, 4, by="-")))


def _medicare(rng: random.Random) -> str:
    body = filled(rng, "2#######")
    return grouped(f"{body}{weighted(body, (1, 3, 7, 9, 1, 3, 7, 9)) % 10}1", 4, 5, 1)


def _ird(rng: random.Random) -> str | None:
    body = filled(rng, "1#######")
    check = -weighted(body, (3, 2, 7, 6, 5, 4, 3, 2)) % 11
    return None if check == 10 else grouped(f"{body}{check}", 3, 3, 3, by="-")


def _nhi(rng: random.Random) -> str | None:
    letters, body = "ABCDEFGHJKLMNPQRSTUVWXYZ", filled(rng, "###")
    head = "".join(rng.choice(letters) for _ in range(3))
    total = sum((letters.index(c) + 1) * w for c, w in zip(head, (7, 6, 5), strict=True))
    rest = (total + weighted(body, (4, 3, 2))) % 11
    return None if rest == 0 else f"{head}{body}{(11 - rest) % 10}"


WORLD: Final[dict[str, Draw]] = {
    "KZ_IIN": until(_kazakh),
    "IL_TEUDAT_ZEHUT": lambda rng: luhn(filled(rng, "%#######")),
    "AE_EMIRATES_ID": lambda rng: grouped(
        luhn(f"784{born(rng).year}{filled(rng, '#######')}"), 3, 4, 7, 1, by="-"
    ),
    "SA_IQAMA": lambda rng: luhn("2" + filled(rng, "########")),
    "EG_NATIONAL_ID": _egyptian,
    "QA_QID": lambda rng: (
        f"{rng.choice('23')}{born(rng):%y}{rng.choice(('356', '608', '634'))}{filled(rng, '#####')}"
    ),
    "IR_NATIONAL_CODE": _melli,
    "PK_CNIC": shaped("35202-#######-#", "42101-#######-#", "61101#######%"),
    "IN_VOTER_ID": shaped("XGF#######", "ABZ#######", "TNK#######"),
    "IN_ABHA": lambda rng: grouped(verhoeff("91" + filled(rng, "###########")), 2, 4, 4, 4, by="-"),
    "IN_UAN": shaped("10##########"),
    "LK_NIC": shaped("85#######V", "91#######V", "19992#######"),
    "TH_NATIONAL_ID": _thai,
    "VN_CITIZEN_ID": _vietnamese,
    "VN_HEALTH_INSURANCE": shaped("GD479########%#", "DN401########%#", "HS 4 48 ##########"),
    "ID_NIK": _nik,
    "ID_BPJS": shaped("000##########"),
    "MY_MYKAD": _mykad,
    "SG_FIN": _fin,
    "PH_PHILHEALTH": shaped("12-#########-#", "19-#########-#"),
    "PH_UMID_CRN": shaped("0111-#######-#", "0028-#######-#"),
    "KR_RRN": _rrn,
    "KR_DRIVER_LICENSE": shaped("11-0#-######-##", "28-1#-######-##"),
    "JP_MY_NUMBER": _my_number,
    "JP_PENSION_NUMBER": shaped("####-######"),
    "JP_RESIDENCE_CARD": shaped("AB########CD", "UH########EA"),
    "TW_RESIDENT_ID": _taiwan_resident,
    "HK_ID": _hkid,
    "KE_KRA_PIN": shaped("A00#######@"),
    "KE_NATIONAL_ID": shaped("2#######", "3#######"),
    "TZ_NIDA": _nida,
    "UG_NIN": lambda rng: (
        f"{rng.choice(('CM', 'CF'))}{born(rng):%y}{filled(rng, '0#####')}{filled(rng, '@#@@')}"
    ),
    "NG_BVN": shaped("22#########"),
    "GH_CARD": shaped("GHA-7########-#"),
    "ZA_ID": _south_african,
    "RW_NID": shaped("1 19%# 7 00##### # ##", "1 19%# 8 00##### # ##"),
    "ZM_NRC": shaped("######/10/1", "######/67/1"),
    "ZW_NATIONAL_ID": shaped("63-#######@%#", "29-######@%#"),
    "MA_CIN": shaped("BK######", "AE######", "J######"),
    "EC_CEDULA": _ecuadorian,
    "CL_RUT": _chilean,
    "CR_CEDULA": shaped("1-0###-0###", "2-0###-0###"),
    "GT_CUI": until(_guatemalan),
    "HN_DNI": lambda rng: f"0801-{born(rng).year}-{filled(rng, '#####')}",
    "PA_CEDULA": shaped("8-###-####", "4-###-###", "PE-##-###"),
    "DO_CEDULA": _dominican,
    "UY_CEDULA": _uruguayan,
    "MX_CLABE": _clabe,
    "MX_PASSPORT": shaped("G########", "N########"),
    "BR_CARTAO_SUS": until(_sus),
    "BR_CNH": _cnh,
    "US_MBI": _mbi,
    "US_ALIEN_NUMBER": shaped("A###-###-###", "A#########"),
    "CA_OHIP": lambda rng: (
        f"{grouped(luhn(filled(rng, '%########')), 4, 3, 3, by='-')}-{filled(rng, '@@')}"
    ),
    "AU_MEDICARE": _medicare,
    "NZ_IRD": until(_ird),
    "NZ_NHI": until(_nhi),
}
