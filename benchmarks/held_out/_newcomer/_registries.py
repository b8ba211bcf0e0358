"""Numbers of registries that no other split draws, with right check digits where the scheme is public."""

import random
from typing import Final

from benchmarks.held_out._outside._registries import REGISTRIES as _KNOWN
from benchmarks.held_out._outside._sums import (
    Draw,
    birthday,
    digits,
    form,
    iso11_10,
    luhn,
    pattern,
    weighted,
)


def _abn(rng: random.Random) -> str:
    while True:
        body = digits(rng, 11, "23456789")
        first = str(int(body[0]) - 1) + body[1:]
        if weighted(first, (10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19)) % 89 == 0:
            return rng.choice((f"{body[:2]} {body[2:5]} {body[5:8]} {body[8:]}", body))


def _epic(rng: random.Random) -> str:
    return rng.choice(("ABC", "XGM", "NLN")) + luhn(digits(rng, 6))


def _uen(rng: random.Random) -> str:
    business = "53" + digits(rng, 6, "0123")
    company = f"{rng.randrange(1998, 2024)}" + digits(rng, 5, "0123")
    return rng.choice(
        (
            business + "XMKECAWLJDB"[weighted(business, (10, 4, 9, 3, 8, 2, 7, 1)) % 11],
            company + "ZKCMDNERGWH"[weighted(company, (10, 8, 6, 4, 9, 7, 5, 3, 1)) % 11],
        )
    )


def _acn(rng: random.Random) -> str:
    body = digits(rng, 8, "01")
    whole = f"{body}{-weighted(body, (8, 7, 6, 5, 4, 3, 2, 1)) % 10}"
    return f"{whole[:3]} {whole[3:6]} {whole[6:]}"


def _finnish(rng: random.Random) -> str:
    year, month, day = birthday(rng)
    serial = f"{rng.randrange(2, 900):03}"
    check = "0123456789ABCDEFHJKLMNPRSTUVWXY"[int(day + month + year[2:] + serial) % 31]
    return f"{day}{month}{year[2:]}-{serial}{check}"


def _partita_iva(rng: random.Random) -> str:
    return luhn(digits(rng, 7, "01") + rng.choice(("015", "058", "063")))


def _gstin(rng: random.Random) -> str:
    alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    body = rng.choice(("07", "27", "29", "33")) + pattern(rng, "@@@P@####@") + "1Z"
    total = 0
    for index, char in enumerate(body):
        product = alphabet.index(char) * (1 + index % 2)
        total += product // 36 + product % 36
    return body + alphabet[-total % 36]


def _lithuanian(rng: random.Random) -> str:
    year, month, day = birthday(rng)
    body = rng.choice("34") + year[2:] + month + day + digits(rng, 3)
    rest = weighted(body, (1, 2, 3, 4, 5, 6, 7, 8, 9, 1)) % 11
    if rest == 10:
        rest = weighted(body, (3, 4, 5, 6, 7, 8, 9, 1, 2, 3)) % 11 % 10
    return f"{body}{rest}"


def _latvian(rng: random.Random) -> str:
    while True:
        year, month, day = birthday(rng)
        body = day + month + year[2:] + "1" + digits(rng, 3)
        check = (1101 - weighted(body, (1, 6, 3, 7, 9, 10, 5, 8, 4, 2))) % 11
        if check < 10:
            return f"{body[:6]}-{body[6:]}{check}"


def _emso(rng: random.Random) -> str:
    while True:
        year, month, day = birthday(rng)
        body = day + month + year[1:] + "50" + digits(rng, 3)
        check = -weighted(body, (7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)) % 11
        if check < 10:
            return f"{body}{check}"


def _taj(rng: random.Random) -> str:
    body = digits(rng, 8)
    whole = f"{body}{weighted(body, (3, 7, 3, 7, 3, 7, 3, 7)) % 10}"
    return f"{whole[:3]} {whole[3:6]} {whole[6:]}"


def _snils(rng: random.Random) -> str:
    body = digits(rng, 9)
    check = weighted(body, (9, 8, 7, 6, 5, 4, 3, 2, 1)) % 101 % 100
    return f"{body[:3]}-{body[3:6]}-{body[6:]} {check:02}"


def _inn(rng: random.Random) -> str:
    body = rng.choice(("77", "78", "54")) + digits(rng, 8)
    one = weighted(body, (7, 2, 4, 10, 3, 5, 9, 4, 6, 8)) % 11 % 10
    two = weighted(f"{body}{one}", (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)) % 11 % 10
    return f"{body}{one}{two}"


def _rnokpp(rng: random.Random) -> str:
    body = digits(rng, 9, "23")
    return f"{body}{weighted(body, (-1, 5, 7, 9, 4, 6, 10, 5, 7)) % 11 % 10}"


def _cnpj(rng: random.Random) -> str:
    number = digits(rng, 8) + "0001"
    for weights in ((5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2), (6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2)):
        rest = weighted(number, weights) % 11
        number += str(0 if rest < 2 else 11 - rest)
    return f"{number[:2]}.{number[2:5]}.{number[5:8]}/{number[8:12]}-{number[12:]}"


def _ecuador(rng: random.Random) -> str:
    return luhn(f"{rng.randrange(1, 25):02}" + digits(rng, 7, "012345"))


def _uruguay(rng: random.Random) -> str:
    body = digits(rng, 7, "12345")
    check = -weighted(body, (2, 9, 8, 7, 6, 3, 4)) % 10
    return f"{body[0]}.{body[1:4]}.{body[4:]}-{check}"


def _dominican(rng: random.Random) -> str:
    whole = luhn(rng.choice(("001", "031", "402")) + digits(rng, 7))
    return f"{whole[:3]}-{whole[3:10]}-{whole[10]}"


def _kennitala(rng: random.Random) -> str:
    while True:
        year, month, day = birthday(rng)
        body = day + month + year[2:] + digits(rng, 2, "23456789")
        check = -weighted(body, (3, 2, 7, 6, 5, 4, 3, 2)) % 11
        if check < 10:
            return f"{body[:6]}-{body[6:]}{check}9"


def _hong_kong(rng: random.Random) -> str:
    letter, body = rng.choice("ACDEGHKRYZ"), digits(rng, 6)
    total = 36 * 9 + (ord(letter) - 55) * 8 + weighted(body, (7, 6, 5, 4, 3, 2))
    return f"{letter}{body}({'0123456789A'[-total % 11]})"


def _egypt(rng: random.Random) -> str:
    year, month, day = birthday(rng)
    return "2" + year[2:] + month + day + rng.choice(("01", "02", "12")) + digits(rng, 5)


def _kazakh(rng: random.Random) -> str:
    while True:
        year, month, day = birthday(rng)
        body = year[2:] + month + day + rng.choice("34") + digits(rng, 4)
        check = weighted(body, (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)) % 11
        if check < 10:
            return f"{body}{check}"


def _german_vat(rng: random.Random) -> str:
    return "DE" + iso11_10(digits(rng, 8))


def _swiss_uid(rng: random.Random) -> str:
    while True:
        body = digits(rng, 8)
        check = -weighted(body, (5, 4, 3, 2, 7, 6, 5, 4)) % 11
        if check < 10:
            return f"CHE-{body[:3]}.{body[3:6]}.{body[6:]}{check}"


NEW: Final[dict[str, Draw]] = {
    "AU_ABN": _abn,
    "AU_ACN": _acn,
    "FI_PERSONAL_IDENTITY_CODE": _finnish,
    "IT_VAT_CODE": _partita_iva,
    "IT_DRIVER_LICENSE": form("AA#######@", "U1#######@"),
    "IT_IDENTITY_CARD": form("CA#####@@", "AS#######"),
    "IT_PASSPORT": form("YA#######", "YB#######"),
    "IN_VOTER": _epic,
    "IN_GSTIN": _gstin,
    "IN_PASSPORT": form("K~######", "T~######"),
    "SG_UEN": _uen,
    "LT_ASMENS_KODAS": _lithuanian,
    "LV_PERSONAS_KODS": _latvian,
    "SI_EMSO": _emso,
    "HU_TAJ": _taj,
    "RU_SNILS": _snils,
    "RU_INN": _inn,
    "UA_RNOKPP": _rnokpp,
    "KZ_IIN": _kazakh,
    "BR_CNPJ": _cnpj,
    "EC_CEDULA": _ecuador,
    "UY_CI": _uruguay,
    "DO_CEDULA": _dominican,
    "IS_KENNITALA": _kennitala,
    "HK_ID": _hong_kong,
    "EG_NATIONAL_ID": _egypt,
    "LK_NIC": form("1987########", "8~#######V"),
    "BD_NID": form("~#########"),
    "DE_VAT_ID": _german_vat,
    "CH_UID": _swiss_uid,
}
REGISTRIES: Final = _KNOWN | NEW
