"""Numbers of European registries, with right check digits where the scheme is public."""

import random
import string
from typing import Final

from benchmarks.held_out._outside._sums import (
    Draw,
    birthday,
    digits,
    form,
    iso11_10,
    luhn,
    until,
    weighted,
)


def _nhs(rng: random.Random) -> str:
    number, rest = until(rng, 9, (10, 9, 8, 7, 6, 5, 4, 3, 2), "4679")
    whole = number + str(11 - rest)
    return f"{whole[:3]} {whole[3:6]} {whole[6:]}"


def _steuer_id(rng: random.Random) -> str:
    order = rng.sample("123456789", 9)
    order.insert(rng.randrange(2, 9), order[0])
    return iso11_10("".join(order))


def _nir(rng: random.Random) -> str:
    year, month, _ = birthday(rng)
    body = (
        rng.choice("12")
        + year[2:]
        + month
        + f"{rng.randrange(10, 95)}"
        + digits(rng, 3, "0123")
        + digits(rng, 3, "0")
    )
    return f"{body}{97 - int(body) % 97:02}"


def _dni(rng: random.Random) -> str:
    number = digits(rng, 8)
    return number + "TRWAGMYFPDXBNJZSQVHLCKE"[int(number) % 23]


def _nie(rng: random.Random) -> str:
    head, number = rng.randrange(3), digits(rng, 7)
    return "XYZ"[head] + number + "TRWAGMYFPDXBNJZSQVHLCKE"[int(f"{head}{number}") % 23]


def _nif_pt(rng: random.Random) -> str:
    number, rest = until(rng, 8, (9, 8, 7, 6, 5, 4, 3, 2), "12")
    return number + str(11 - rest)


def _bsn(rng: random.Random) -> str:
    while True:
        number = digits(rng, 8)
        rest = weighted(number, (9, 8, 7, 6, 5, 4, 3, 2)) % 11
        if rest < 10:
            return number + str(rest)


def _rrn_be(rng: random.Random) -> str:
    year, month, day = birthday(rng)
    body = year[2:] + month + day + f"{rng.randrange(1, 998):03}"
    return f"{body[:2]}.{body[2:4]}.{body[4:6]}-{body[6:]}.{97 - int(body) % 97:02}"


def _pesel(rng: random.Random) -> str:
    year, month, day = birthday(rng)
    body = year[2:] + month + day + digits(rng, 4)
    return body + str(-weighted(body, (1, 3, 7, 9, 1, 3, 7, 9, 1, 3)) % 10)


def _personnummer(rng: random.Random) -> str:
    year, month, day = birthday(rng)
    body = luhn(year[2:] + month + day + digits(rng, 3))
    return f"{year[:2]}{body[:6]}-{body[6:]}"


def _fodselsnummer(rng: random.Random) -> str:
    while True:
        year, month, day = birthday(rng)
        body = day + month + year[2:] + digits(rng, 3, "01234")
        one = -weighted(body, (3, 7, 6, 1, 8, 9, 4, 5, 2)) % 11
        if one < 10:
            two = -weighted(f"{body}{one}", (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)) % 11
            if two < 10:
                return f"{body}{one}{two}"


def _cpr(rng: random.Random) -> str:
    year, month, day = birthday(rng)
    return f"{day}{month}{year[2:]}-{digits(rng, 4, '0123')}"


def _isikukood(rng: random.Random) -> str:
    while True:
        year, month, day = birthday(rng)
        body = rng.choice("34") + year[2:] + month + day + digits(rng, 3)
        rest = weighted(body, (1, 2, 3, 4, 5, 6, 7, 8, 9, 1)) % 11
        if rest < 10:
            return f"{body}{rest}"


def _egn(rng: random.Random) -> str:
    year, month, day = birthday(rng)
    body = year[2:] + month + day + digits(rng, 3)
    return body + str(weighted(body, (2, 4, 8, 5, 10, 9, 7, 3, 6)) % 11 % 10)


def _cnp(rng: random.Random) -> str:
    year, month, day = birthday(rng)
    body = rng.choice("12") + year[2:] + month + day + f"{rng.randrange(1, 47):02}" + digits(rng, 3)
    rest = weighted(body, (2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9)) % 11
    return f"{body}{1 if rest == 10 else rest}"


def _amka(rng: random.Random) -> str:
    year, month, day = birthday(rng)
    return luhn(day + month + year[2:] + digits(rng, 4))


def _ahv(rng: random.Random) -> str:
    body = "756" + digits(rng, 9)
    whole = body + str(-weighted(body, (1, 3) * 6) % 10)
    return f"{whole[:3]}.{whole[3:7]}.{whole[7:11]}.{whole[11:]}"


def _pps(rng: random.Random) -> str:
    number = digits(rng, 7)
    return number + "WABCDEFGHIJKLMNOPQRSTUV"[weighted(number, (8, 7, 6, 5, 4, 3, 2)) % 23]


def _codice_fiscale(rng: random.Random) -> str:
    year, month, day = birthday(rng)
    consonants = "BCDFGLMNPRSTVZ"
    body = (
        "".join(rng.choices(consonants, k=6))
        + year[2:]
        + "ABCDEHLMPRST"[int(month) - 1]
        + day
        + rng.choice(("H501", "F205", "L219", "A944"))
    )
    odd = (
        1,
        0,
        5,
        7,
        9,
        13,
        15,
        17,
        19,
        21,
        2,
        4,
        18,
        20,
        11,
        3,
        6,
        8,
        12,
        14,
        16,
        10,
        22,
        25,
        24,
        23,
    )

    def value(char: str) -> int:
        return int(char) if char.isdigit() else ord(char) - ord("A")

    total = sum(odd[value(c)] if i % 2 == 0 else value(c) for i, c in enumerate(body))
    return body + chr(ord("A") + total % 26)


def _oib(rng: random.Random) -> str:
    return iso11_10(digits(rng, 10))


def _svnr(rng: random.Random) -> str:
    while True:
        year, month, day = birthday(rng)
        serial, born = digits(rng, 3), day + month + year[2:]
        check = weighted(serial + born, (3, 7, 9, 5, 8, 4, 2, 1, 6)) % 11
        if check < 10:
            return f"{serial}{check} {born}"


def _rodne(rng: random.Random) -> str:
    year, month, day = birthday(rng)
    body = int(year[2:] + month + day + digits(rng, 3))
    check = body % 11 % 10
    whole = f"{body:09}{check}"
    return f"{whole[:6]}/{whole[6:]}"


def _kvnr(rng: random.Random) -> str:
    letter, body = rng.choice(string.ascii_uppercase), digits(rng, 8)
    number = f"{ord(letter) - ord('A') + 1:02}{body}"
    doubled = (int(d) * (1 + i % 2) for i, d in enumerate(number))
    return f"{letter}{body}{sum(d // 10 + d % 10 for d in doubled) % 10}"


EUROPE: Final[dict[str, Draw]] = {
    "UK_NHS": _nhs,
    "UK_NINO": form("JG ## ## ## A", "CE######B", "PW######C"),
    "UK_PASSPORT": form("5########"),
    "UK_SORT_CODE_ACCOUNT": form("20-##-## ########", "40-##-## ########"),
    "UK_DRIVING_LICENCE": form("MORGA6012~#SM9@@", "HARPE8112~#J99@@"),
    "DE_TAX_ID": _steuer_id,
    "DE_ID_CARD": form("L01X##T##", "T22000###"),
    "DE_HEALTH_INSURANCE": _kvnr,
    "FR_NIR": _nir,
    "ES_NIF": _dni,
    "ES_NIE": _nie,
    "PT_NIF": _nif_pt,
    "IT_FISCAL_CODE": _codice_fiscale,
    "NL_BSN": _bsn,
    "BE_NRN": _rrn_be,
    "PL_PESEL": _pesel,
    "CZ_BIRTH_NUMBER": _rodne,
    "SE_PERSONNUMMER": _personnummer,
    "NO_FODSELSNUMMER": _fodselsnummer,
    "DK_CPR": _cpr,
    "EE_ISIKUKOOD": _isikukood,
    "BG_EGN": _egn,
    "RO_CNP": _cnp,
    "GR_AMKA": _amka,
    "HR_OIB": _oib,
    "AT_SVNR": _svnr,
    "CH_AHV": _ahv,
    "IE_PPS": _pps,
}
