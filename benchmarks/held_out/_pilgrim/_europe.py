"""Numbers that registries of Europe give out, right to the check digit."""

import random
from typing import Final

from benchmarks.held_out._pilgrim._central import CENTRAL
from benchmarks.held_out._pilgrim._draw import (
    Draw,
    born,
    cut,
    iban,
    luhn,
    quartets,
    shape,
    shapes,
    weigh,
)


def _nhs(rng: random.Random) -> str:
    while True:
        body = shape(rng, "%########")
        check = -weigh(body, range(10, 1, -1)) % 11
        if check < 10:
            return rng.choice((f"{body}{check}", cut(f"{body}{check}", 3, 3, 4)))


def _chi(rng: random.Random) -> str:
    while True:
        body = born(rng).strftime("%d%m%y") + shape(rng, "###")
        check = -weigh(body, range(10, 1, -1)) % 11
        if check < 10:
            return f"{body}{check}"


def _nino(rng: random.Random) -> str:
    prefix = rng.choice("ABCEHJKLMPRSWXYZ") + rng.choice("ABCEHJKLMPRSTWXYZ")
    value = shape(rng, f"{prefix}######") + rng.choice("ABCD")
    return rng.choice((value, cut(value, 2, 2, 2, 2, 1)))


def _utr(rng: random.Random) -> str:
    body = shape(rng, "%########")
    check = "21987654321"[weigh(body, (6, 7, 8, 9, 10, 5, 4, 3, 2)) % 11]
    return rng.choice((f"{check}{body}", cut(f"{check}{body}", 5, 5)))


def _gb_vat(rng: random.Random) -> str:
    body = shape(rng, "%######")
    check = 97 - weigh(body, range(8, 1, -1)) % 97
    return rng.choice((f"GB{body}{check:02d}", f"GB {body[:3]} {body[3:]} {check:02d}"))


def _driver_gb(rng: random.Random) -> str:
    name = rng.choice(("HARGR", "OKAFO", "BYRNE", "WHITT", "LOMAX", "PRITC", "TAYLO"))
    day = born(rng)
    year = str(day.year)
    return f"{name}{year[2]}{day:%m}{day:%d}{year[3]}" + shape(rng, "?") + "9" + shape(rng, "##??")


def _ppsn(rng: random.Random) -> str:
    body = shape(rng, "%######")
    second = rng.choice(("", "A", "B"))
    rest = weigh(body, range(8, 1, -1)) + (9 * (ord(second) - 64) if second else 0)
    return f"{body}{'WABCDEFGHIJKLMNOPQRSTUV'[rest % 23]}{second}"


def _nie(rng: random.Random) -> str:
    first = rng.randrange(3)
    digits = shape(rng, "#######")
    letter = "TRWAGMYFPDXBNJZSQVHLCKE"[int(f"{first}{digits}") % 23]
    return rng.choice((f"{'XYZ'[first]}{digits}{letter}", f"{'XYZ'[first]}-{digits}-{letter}"))


def _dni(rng: random.Random) -> str:
    digits = shape(rng, "%#######")
    return f"{digits}{'TRWAGMYFPDXBNJZSQVHLCKE'[int(digits) % 23]}"


def _cif(rng: random.Random) -> str:
    digits = rng.choice(("08", "28", "46", "41")) + shape(rng, "#####")
    return rng.choice("AB") + luhn(digits)


def _nuss(rng: random.Random) -> str:
    province, number = rng.choice(("08", "28", "46", "41")), shape(rng, "%#######")
    check = int(f"{province}{number}") % 97
    return rng.choice((f"{province}{number}{check:02d}", f"{province}/{number}/{check:02d}"))


def _nir(rng: random.Random) -> str:
    day = born(rng)
    department = rng.choice(("13", "31", "33", "44", "59", "67", "69", "75", "93"))
    body = f"{rng.choice('12')}{day:%y%m}{department}" + shape(rng, "0##0##")
    value = f"{body}{97 - int(body) % 97:02d}"
    return rng.choice((value, cut(value, 1, 2, 2, 2, 3, 3, 2)))


def _siren(rng: random.Random) -> str:
    value = luhn(shape(rng, "%#######"))
    return rng.choice((value, cut(value, 3, 3, 3)))


def _siret(rng: random.Random) -> str:
    value = luhn(luhn(shape(rng, "%#######")) + "000" + shape(rng, "%"))
    return rng.choice((value, cut(value, 3, 3, 3, 5)))


def _fr_vat(rng: random.Random) -> str:
    siren = luhn(shape(rng, "%#######"))
    return f"FR{(12 + 3 * (int(siren) % 97)) % 97:02d}{siren}"


def _spanish_account(rng: random.Random) -> str:
    bank, account = shape(rng, "2100####"), shape(rng, "##########")
    rests = (
        weigh(bank, (4, 8, 5, 10, 9, 7, 3, 6)) % 11,
        weigh(account, (1, 2, 4, 8, 5, 10, 9, 7, 3, 6)) % 11,
    )
    checks = "".join(str(rest if rest < 2 else 11 - rest) for rest in rests)
    value = iban("ES", f"{bank}{checks}{account}")
    return rng.choice((value, quartets(value)))


def _accounts(country: str, pattern: str) -> Draw:
    def draw(rng: random.Random) -> str:
        value = iban(country, shape(rng, pattern))
        return rng.choice((value, quartets(value)))

    return draw


EUROPE: Final[dict[str, Draw]] = {
    **CENTRAL,
    "UK_NHS": _nhs,
    "UK_CHI": _chi,
    "UK_NINO": _nino,
    "UK_UTR": _utr,
    "UK_VAT": _gb_vat,
    "UK_DRIVING_LICENCE": _driver_gb,
    "UK_PASSPORT": shapes("1########", "5########"),
    "UK_SORT_CODE": shapes("20-##-##", "40-##-##", "09-01-##"),
    "UK_BANK_ACCOUNT": shapes("%#######"),
    "UK_COMPANY_NUMBER": shapes("0%######", "SC######", "NI######", "1#######"),
    "UK_UAN": shapes("1212-####-####-####", "3434-####-####-####"),
    "IE_PPSN": _ppsn,
    "IE_PASSPORT": shapes("P?#######", "L?#######"),
    "ES_NIE": _nie,
    "ES_NIF": _dni,
    "ES_CIF": _cif,
    "ES_NUSS": _nuss,
    "ES_PASSPORT": shapes("PA?######", "XD?######"),
    "FR_NIR": _nir,
    "FR_SIREN": _siren,
    "FR_SIRET": _siret,
    "FR_VAT": _fr_vat,
    "FR_SPI": shapes("1# ## ### ### ###", "3############", "2############"),
    "FR_PASSPORT": shapes("1#??#####", "2#??#####"),
    "IBAN_DE": _accounts("DE", "%#################"),
    "IBAN_GB": _accounts("GB", "BARC##############"),
    "IBAN_FR": _accounts("FR", "30004########00######%#"),
    "IBAN_ES": _spanish_account,
    "IBAN_PL": _accounts("PL", "1140####0000##########%#"),
    "IBAN_CH": _accounts("CH", "00762############"),
    "IBAN_IE": _accounts("IE", "AIBK93########%###"),
}
