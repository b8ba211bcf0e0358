"""Numbers of registries, with right check digits where the scheme is public."""

import random
import string
from typing import Final

from benchmarks.held_out._outside._registries_europe import EUROPE
from benchmarks.held_out._outside._sums import (
    Draw,
    birthday,
    digits,
    form,
    luhn,
    pattern,
    verhoeff,
    weighted,
)


def _ssn(rng: random.Random) -> str:
    area = rng.choice([n for n in range(101, 899) if n not in (219, 666)])
    return f"{area}-{rng.randrange(11, 99)}-{digits(rng, 4)}"


def _aba(rng: random.Random) -> str:
    head = rng.choice(("0210", "1110", "1221", "2711", "3222")) + digits(rng, 4)
    return head + str(-weighted(head, (3, 7, 1, 3, 7, 1, 3, 7)) % 10)


def _dea(rng: random.Random) -> str:
    body = digits(rng, 6)
    total = sum(map(int, body[::2])) + 2 * sum(map(int, body[1::2]))
    return rng.choice("ABFM") + rng.choice(string.ascii_uppercase) + body + str(total % 10)


def _tfn(rng: random.Random) -> str:
    while True:
        number = digits(rng, 9)
        if weighted(number, (1, 4, 3, 7, 5, 8, 6, 9, 10)) % 11 == 0:
            return number


def _medicare(rng: random.Random) -> str:
    head = digits(rng, 8, "23456")
    whole = head + str(weighted(head, (1, 3, 7, 9, 1, 3, 7, 9)) % 10) + "1"
    return f"{whole[:4]} {whole[4:9]} {whole[9]}"


def _tckn(rng: random.Random) -> str:
    body = digits(rng, 9)
    odd, even = sum(map(int, body[::2])), sum(map(int, body[1::2]))
    body += str((odd * 7 - even) % 10)
    return body + str(sum(map(int, body)) % 10)


def _za_id(rng: random.Random) -> str:
    year, month, day = birthday(rng)
    return luhn(year[2:] + month + day + digits(rng, 4) + "08")


def _cn_id(rng: random.Random) -> str:
    body = (
        rng.choice(("110101", "310115", "440106", "510104"))
        + "".join(birthday(rng))
        + digits(rng, 3)
    )
    rest = weighted(body, (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)) % 11
    return body + "10X98765432"[rest]


def _tw_id(rng: random.Random) -> str:
    letter, body = rng.choice("ABCDEFGH"), rng.choice("12") + digits(rng, 7)
    code = ord(letter) - ord("A") + 10
    total = code // 10 + code % 10 * 9 + weighted(body, (8, 7, 6, 5, 4, 3, 2, 1))
    return f"{letter}{body}{-total % 10}"


def _my_number(rng: random.Random) -> str:
    body = digits(rng, 11)
    rest = weighted(body, (6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)) % 11
    return body + str(0 if rest < 2 else 11 - rest)


def _rrn_kr(rng: random.Random) -> str:
    year, month, day = birthday(rng)
    body = year[2:] + month + day + rng.choice("12") + digits(rng, 5, "0123")
    check = (11 - weighted(body, (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)) % 11) % 10
    return f"{body[:6]}-{body[6:]}{check}"


def _nric(rng: random.Random) -> str:
    number = digits(rng, 7)
    return f"S{number}{'JZIHGFEDCBA'[weighted(number, (2, 7, 6, 5, 4, 3, 2)) % 11]}"


def _th_id(rng: random.Random) -> str:
    body = digits(rng, 12, "123")
    whole = body + str((11 - weighted(body, tuple(range(13, 1, -1))) % 11) % 10)
    return "-".join((whole[0], whole[1:5], whole[5:10], whole[10:12], whole[12]))


def _nik(rng: random.Random) -> str:
    year, month, day = birthday(rng)
    return rng.choice(("317305", "320106", "357803")) + day + month + year[2:] + digits(rng, 4, "0")


def _mykad(rng: random.Random) -> str:
    year, month, day = birthday(rng)
    return f"{year[2:]}{month}{day}-{rng.randrange(1, 15):02}-{digits(rng, 4)}"


def _ird(rng: random.Random) -> str:
    while True:
        body = str(rng.randrange(10_000_000, 14_900_000))
        check = -weighted(body, (3, 2, 7, 6, 5, 4, 3, 2)) % 11
        if check < 10:
            return f"{body[:3]}-{body[3:6]}-{body[6:]}{check}"


def _cpf(rng: random.Random) -> str:
    number = digits(rng, 9)
    for _ in range(2):
        rest = weighted(number, tuple(range(len(number) + 1, 1, -1))) * 10 % 11 % 10
        number += str(rest)
    return f"{number[:3]}.{number[3:6]}.{number[6:9]}-{number[9:]}"


def _cuil(rng: random.Random) -> str:
    while True:
        body = rng.choice(("20", "27")) + digits(rng, 8, "1234")
        check = -weighted(body, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)) % 11
        if check < 10:
            return f"{body[:2]}-{body[2:]}-{check}"


def _rut(rng: random.Random) -> str:
    body = digits(rng, 8, "12")
    check = "0123456789K0"[11 - weighted(body, (3, 2, 7, 6, 5, 4, 3, 2)) % 11]
    return f"{body[:2]}.{body[2:5]}.{body[5:]}-{check}"


def _curp(rng: random.Random) -> str:
    year, month, day = birthday(rng)
    body = (
        pattern(rng, "@A@R")
        + year[2:]
        + month
        + day
        + rng.choice("HM")
        + rng.choice(("DF", "JC", "NL", "PL"))
        + rng.choice(("LRN", "RZD", "MNS"))
        + "0"
    )
    total = sum(
        "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ".index(char) * (18 - i)
        for i, char in enumerate(body)
    )
    return f"{body}{-total % 10}"


def _clabe(rng: random.Random) -> str:
    body = rng.choice(("002", "012", "072")) + digits(rng, 14)
    return body + str(-sum(int(d) * w % 10 for d, w in zip(body, (3, 7, 1) * 6, strict=False)) % 10)


def _imei(rng: random.Random) -> str:
    return luhn("35" + digits(rng, 12))


def _vin(rng: random.Random) -> str:
    value = dict(zip("ABCDEFGHJKLMNPRSTUVWXYZ", "12345678123457923456789", strict=True))
    body = pattern(rng, "1@@@@##@") + "0" + pattern(rng, "@@######")
    weights = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
    rest = weighted("".join(value.get(char, char) for char in body), weights) % 11
    return body[:8] + "0123456789X"[rest] + body[9:]


def _npi(rng: random.Random) -> str:
    return luhn("80840" + digits(rng, 9, "12"))[5:]


def _emirates(rng: random.Random) -> str:
    whole = luhn("784" + birthday(rng)[0] + digits(rng, 7))
    return f"{whole[:3]}-{whole[3:7]}-{whole[7:14]}-{whole[14:]}"


def _il_id(rng: random.Random) -> str:
    return luhn(digits(rng, 8, "23"))


def _aadhaar(rng: random.Random) -> str:
    whole = verhoeff(digits(rng, 11, "23456789"))
    return f"{whole[:4]} {whole[4:8]} {whole[8:]}"


REGISTRIES: Final[dict[str, Draw]] = EUROPE | {
    "US_SSN": _ssn,
    "US_ITIN": form("9##-7~-####", "9##-84-####"),
    "US_PASSPORT": form("~########", "A########"),
    "US_DRIVER_LICENSE": form("@#######", "@############", "@###-####-####"),
    "US_BANK_NUMBER": form("~#########", "~###########"),
    "ABA_ROUTING_NUMBER": _aba,
    "MEDICAL_LICENSE": _dea,
    "US_NPI": _npi,
    "US_MBI": form("1@~@#@~@@##", "4@#@#-@##-@@##".replace("-", "")),
    "MEDICAL_RECORD_NUMBER": form("MRN-0#######", "~#######", "H00#######"),
    "HEALTH_INSURANCE_ID": form("XEA~########", "W~######## 01"),
    "CA_SIN": lambda rng: (lambda n: f"{n[:3]} {n[3:6]} {n[6:]}")(luhn(digits(rng, 8, "12345679"))),
    "CA_HEALTH_CARD": form("~###-###-###-@@"),
    "AU_TFN": _tfn,
    "AU_MEDICARE": _medicare,
    "NZ_IRD": _ird,
    "TR_TCKN": _tckn,
    "IL_ID": _il_id,
    "AE_EMIRATES_ID": _emirates,
    "SA_NATIONAL_ID": lambda rng: luhn(digits(rng, 9, "1")),
    "ZA_ID": _za_id,
    "NG_NIN": form("~##########"),
    "KE_ID": form("2#######", "3#######"),
    "PK_CNIC": form("42201-#######-~", "35202-#######-~"),
    "IN_AADHAAR": _aadhaar,
    "IN_PAN": form("@@@P@####@"),
    "CN_ID": _cn_id,
    "TW_ID": _tw_id,
    "JP_MY_NUMBER": _my_number,
    "KR_RRN": _rrn_kr,
    "SG_NRIC_FIN": _nric,
    "MY_NRIC": _mykad,
    "TH_ID": _th_id,
    "ID_NIK": _nik,
    "VN_CCCD": form("001#########", "079#########"),
    "PH_SSS": form("34-#######-~", "03-#######-~"),
    "BR_CPF": _cpf,
    "AR_CUIL": _cuil,
    "CL_RUT": _rut,
    "CO_CEDULA": form("1.0##.###.###", "52.###.###"),
    "PE_DNI": form("4#######"),
    "MX_CURP": _curp,
    "MX_CLABE": _clabe,
    "IMEI": _imei,
    "VIN": _vin,
}
