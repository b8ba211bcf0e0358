"""Numbers that registries of Africa and Asia give out, right to the check digit."""

import random
from typing import Final

from benchmarks.held_out._pilgrim._draw import Draw, born, cut, luhn, shape, shapes, weigh


def _za_id(rng: random.Random) -> str:
    value = luhn(f"{born(rng):%y%m%d}" + shape(rng, "####") + "08")
    return rng.choice((value, cut(value, 6, 4, 3)))


def _nuban(rng: random.Random) -> str:
    bank, serial = rng.choice(("058", "044", "057", "011")), shape(rng, "0########")
    check = -weigh(f"{bank}{serial}", (3, 7, 3, 3, 7, 3, 3, 7, 3, 3, 7, 3)) % 10
    return f"{serial}{check}"


def _eg_id(rng: random.Random) -> str:
    day = born(rng)
    century, governorate = (2 if day.year < 2000 else 3), rng.choice(("01", "02", "12", "16", "21"))
    return f"{century}{day:%y%m%d}{governorate}" + shape(rng, "#####")


def _nik(rng: random.Random) -> str:
    area = rng.choice(("317401", "327305", "357801", "347102", "517103"))
    day = born(rng)
    return f"{area}{day.day + 40 * rng.randrange(2):02d}{day:%m%y}000" + shape(rng, "%")


def _npwp(rng: random.Random) -> str:
    body = luhn(rng.choice(("07", "08", "24", "66")) + shape(rng, "######"))
    office = rng.choice(("017", "411", "541"))
    return f"{cut(body[:8], 2, 3, 3, by='.')}.{body[8]}-{office}.000"


def _cccd(rng: random.Random) -> str:
    day, province = born(rng), rng.choice(("001", "048", "079", "031", "092"))
    sex = rng.randrange(2) + (2 if day.year > 1999 else 0)
    return f"{province}{sex}{day:%y}" + shape(rng, "######")


def _mst(rng: random.Random) -> str:
    while True:
        body = rng.choice(("01", "03", "04", "31")) + shape(rng, "#######")
        check = 10 - weigh(body, (31, 29, 23, 19, 17, 13, 7, 5, 3)) % 11
        if 0 <= check < 10:
            return f"{body}{check}"


def _cn_id(rng: random.Random) -> str:
    area = rng.choice(("110105", "310104", "440305", "330106", "510104"))
    body = f"{area}{born(rng):%Y%m%d}" + shape(rng, "###")
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return f"{body}{'10X98765432'[weigh(body, weights) % 11]}"


def _uscc(rng: random.Random) -> str:
    signs = "0123456789ABCDEFGHJKLMNPQRTUWXY"
    body = rng.choice(("91310104", "91440305", "91110105"))
    body += "MA" + "".join(rng.choice(signs) for _ in range(7))
    total = sum(signs.index(c) * pow(3, at, 31) for at, c in enumerate(body))
    return f"{body}{signs[-total % 31]}"


def _tw_id(rng: random.Random) -> str:
    letter = rng.choice("ABCDEFGHJKLMN")
    number = 10 + "ABCDEFGHJKLMN".index(letter)
    body = rng.choice("12") + shape(rng, "#######")
    total = number // 10 + number % 10 * 9 + weigh(body, range(8, 0, -1))
    return f"{letter}{body}{-total % 10}"


def _tw_ubn(rng: random.Random) -> str:
    while True:
        value = shape(rng, "%#######")
        parts = zip(value, (1, 2, 1, 2, 1, 2, 4, 1), strict=True)
        total = sum(sum(map(int, str(int(d) * w))) for d, w in parts)
        if total % 10 == 0:
            return value


def _hkid(rng: random.Random) -> str:
    letter, digits = rng.choice("ABCDGHKMPRYZ"), shape(rng, "######")
    total = 36 * 9 + (ord(letter) - 55) * 8 + weigh(digits, range(7, 1, -1))
    return f"{letter}{digits}({'0123456789A'[-total % 11]})"


AFRASIA: Final[dict[str, Draw]] = {
    "NG_NIN": shapes("%##########", "%### ### ####"),
    "NG_BVN": shapes("22#########"),
    "NG_TIN": shapes("########-0001"),
    "NG_RC": shapes("RC %######", "RC-%#####", "BN %######"),
    "NG_BANK_ACCOUNT": _nuban,
    "NG_PASSPORT": shapes("A########", "B########"),
    "NG_DRIVER_LICENCE": shapes("???#####AA##"),
    "ZA_ID": _za_id,
    "ZA_TAX": lambda rng: luhn(rng.choice("0123") + shape(rng, "########")),
    "ZA_COMPANY": shapes("2014/######/07", "2019/######/07", "2003/######/23"),
    "ZA_PASSPORT": shapes("A########", "M########"),
    "EG_NATIONAL_ID": _eg_id,
    "EG_TAX": shapes("###-###-###"),
    "EG_PASSPORT": shapes("A########"),
    "PH_PSN": shapes("####-####-####-####", "################"),
    "PH_TIN": shapes("%##-###-###-000", "%##-###-###"),
    "PH_SSS": shapes("##-#######-#", "34-#######-#"),
    "PH_PHILHEALTH": shapes("##-#########-#"),
    "PH_PASSPORT": shapes("P#######A", "P#######B"),
    "ID_NIK": _nik,
    "ID_NPWP": _npwp,
    "ID_BPJS": shapes("000%#########"),
    "ID_PASSPORT": shapes("C#######", "X#######", "E#######"),
    "VN_CCCD": _cccd,
    "VN_TAX": _mst,
    "VN_BHXH": shapes("79########", "01########"),
    "VN_PASSPORT": shapes("C#######", "N#######"),
    "CN_RESIDENT_ID": _cn_id,
    "CN_USCC": _uscc,
    "CN_PASSPORT": shapes("E########", "EA#######"),
    "CN_BANK_CARD": lambda rng: luhn("622202" + shape(rng, "############")),
    "TW_ID": _tw_id,
    "TW_UBN": _tw_ubn,
    "TW_NHI": shapes("0000%#######"),
    "HK_ID": _hkid,
    "HK_BR": shapes("%#######-000", "%#######"),
    "HK_HOME_RETURN": shapes("H%#######", "H%#########"),
    "PLATE_NG": shapes("KJA-###??", "ABJ-###??", "LSD-###??"),
    "PLATE_ZA": shapes("CA ###-###", "&&& ### GP", "ND ###-###"),
    "PLATE_PH": shapes("N?? ####", "??? ###"),
    "PLATE_ID": shapes("B #### ???", "D #### ??", "L #### ??"),
    "PLATE_VN": shapes("51F-###.##", "30A-###.##", "43C-###.##"),
    "PLATE_CN": lambda rng: (
        rng.choice(("沪A", "京N", "粤B", "川A"))
        + shape(rng, "*####").replace("O", "8").replace("I", "7")
    ),
    "PLATE_HK": shapes("&& ####", "&& ###"),
}
