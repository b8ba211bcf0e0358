"""Numbers of registries that no other split draws, with right check digits by the issuers' rules."""

import random
from typing import Final

from benchmarks.held_out._blind._registries_europe import EUROPE
from benchmarks.held_out._blind._sums import birthday, weighted_sum
from benchmarks.held_out._identifiers import (
    DIGITS,
    Maker,
    chars,
    luhn,
    pattern,
    until,
)


def _rut(rng: random.Random) -> str:
    """Chile (SII): modulus 11, K for ten."""
    body = str(rng.randrange(5_000_000, 26_000_000))
    total = sum(int(c) * (2 + i % 6) for i, c in enumerate(reversed(body)))
    check = "0K987654321"[total % 11] if total % 11 else "0"
    return f"{int(body):,}".replace(",", ".") + f"-{check}"


def _cuit(rng: random.Random) -> str:
    """Argentina (AFIP): weights 5 4 3 2 7 6 5 4 3 2, modulus 11."""
    while True:
        body = rng.choice(("20", "27", "23")) + str(rng.randrange(10_000_000, 45_000_000))
        check = -weighted_sum(body, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)) % 11
        if check < 10:
            return f"{body[:2]}-{body[2:]}-{check}"


def _curp(rng: random.Random) -> str:
    """Mexico (RENAPO): the weights 18 to 2 over an alphabet of 37."""
    year, month, day = birthday(rng)
    letters = "BCDFGHJKLMNPQRSTVWXYZ"
    body = f"{rng.choice(letters)}{rng.choice('AEIOU')}{chars(rng, letters, 2)}{year % 100:02}{month:02}{day:02}{rng.choice('HM')}{rng.choice(('DF', 'JC', 'NL', 'PL'))}{chars(rng, letters, 3)}0"
    total = sum(
        "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ".index(c) * (18 - i) for i, c in enumerate(body)
    )
    return body + str(-total % 10)  # fmt: skip


def _resident(rng: random.Random) -> str:
    """China (GB 11643): ISO/IEC 7064, MOD 11-2."""
    year, month, day = birthday(rng)
    body = f"{rng.choice(('110101', '310104', '440305', '510107'))}{year}{month:02}{day:02}{rng.randrange(1, 999):03}"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return body + "10X98765432"[weighted_sum(body, weights) % 11]


def _taiwan(rng: random.Random) -> str:
    """Taiwan: a letter as two digits, weights 1 9 8 to 1 1."""
    letter = rng.choice("ABCDEFGHJK")
    body = f"{10 + 'ABCDEFGHJK'.index(letter)}{rng.choice('12')}{chars(rng, DIGITS, 7)}"
    return letter + body[2:] + str(-weighted_sum(body, (1, 9, 8, 7, 6, 5, 4, 3, 2, 1)) % 10)


def _hong_kong(rng: random.Random) -> str:
    """Hong Kong: weights 9 to 2 with a space of 36, modulus 11, A for ten."""
    letter, body = rng.choice("ABCDEGKMPRVYZ"), chars(rng, DIGITS, 6)
    total = 36 * 9 + (ord(letter) - 55) * 8 + weighted_sum(body, (7, 6, 5, 4, 3, 2))
    return f"{letter}{body}({'0123456789A'[-total % 11]})"


def _my_number(rng: random.Random) -> str:
    """Japan: weights 6 5 4 3 2 7 6 5 4 3 2, modulus 11."""
    body = chars(rng, DIGITS, 11)
    rest = weighted_sum(body, (6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)) % 11
    text = body + str(0 if rest < 2 else 11 - rest)
    return f"{text[:4]} {text[4:8]} {text[8:]}"


def _mykad(rng: random.Random) -> str:
    year, month, day = birthday(rng)
    return f"{year % 100:02}{month:02}{day:02}-{rng.choice(('10', '14', '08', '01'))}-{chars(rng, DIGITS, 4)}"


def _nik(rng: random.Random) -> str:
    year, month, day = birthday(rng)
    return f"3174{rng.randrange(1, 10):02}{day + rng.choice((0, 40)):02}{month:02}{year % 100:02}{rng.randrange(1, 99):04}"


def _cnpj(rng: random.Random) -> str:
    """Brazil (Receita Federal): two check digits, modulus 11."""
    body = chars(rng, DIGITS, 8) + "0001"
    for weights in ((5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2), (6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2)):
        rest = weighted_sum(body, weights) % 11
        body += str(0 if rest < 2 else 11 - rest)
    return f"{body[:2]}.{body[2:5]}.{body[5:8]}/{body[8:12]}-{body[12:]}"


def _vin(rng: random.Random) -> str:
    """ISO 3779 with the check digit of 49 CFR 565."""
    letters = "ABCDEFGHJKLMNPRSTUVWXYZ"
    values = dict(zip(letters, "12345678123457923456789", strict=True))
    head = rng.choice(("1HG", "WVW", "5YJ", "JTD")) + chars(rng, letters + DIGITS, 5)
    tail = rng.choice("LMNPR") + rng.choice("ABK") + chars(rng, DIGITS, 6)
    weights = (8, 7, 6, 5, 4, 3, 2, 10, 9, 8, 7, 6, 5, 4, 3, 2)
    total = sum(int(values.get(c, c)) * w for c, w in zip(head + tail, weights, strict=True))
    return f"{head}{'0123456789X'[total % 11]}{tail}"


def _mbi(rng: random.Random) -> str:
    """US (CMS): C A AN N A AN N A A N N, without S L O I B Z."""
    letter, either = "ACDEFGHJKMNPQRTUVWXY", "ACDEFGHJKMNPQRTUVWXY0123456789"
    parts = ("123456789", letter, either, DIGITS, letter, either, DIGITS, letter, letter, DIGITS)
    text = "".join(rng.choice(part) for part in (*parts, DIGITS))
    return rng.choice((text, f"{text[:4]}-{text[4:7]}-{text[7:]}"))


REGISTRIES: Final[dict[str, Maker]] = {
    **EUROPE,
    "US_MBI": _mbi,
    "CL_RUT": _rut,
    "AR_CUIT": _cuit,
    "MX_CURP": _curp,
    "CO_CEDULA": pattern("%.0##.###.###"),
    "BR_CNPJ": _cnpj,
    "IL_ID": until(pattern("0########"), luhn),
    "CN_RESIDENT_ID": _resident,
    "TW_NATIONAL_ID": _taiwan,
    "HK_IDENTITY_CARD": _hong_kong,
    "JP_MY_NUMBER": _my_number,
    "MY_MYKAD": _mykad,
    "ID_NIK": _nik,
    "VN_CITIZEN_ID": pattern("0010950#####"),
    "PK_CNIC": pattern("35202-%######-#"),
    "SA_NATIONAL_ID": until(pattern("1#########"), luhn),
    "AE_EMIRATES_ID": until(pattern("784-19%#-#######-#"), luhn),
    "NZ_NHI": pattern("ZZZ%###"),
    "US_EIN": pattern("47-%######"),
    "VEHICLE_VIN": _vin,
    "IMEI": until(pattern("35############%"), luhn),
}  # fmt: skip
"""Most are kinds that no recognizer of Presidio is named after."""
