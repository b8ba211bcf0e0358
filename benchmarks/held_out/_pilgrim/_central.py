"""Numbers that registries of Central Europe give out, right to the check digit."""

import random
from typing import Final

from benchmarks.held_out._pilgrim._draw import (
    Draw,
    born,
    cut,
    ean,
    iso_eleven,
    passport_digit,
    shape,
    shapes,
    weigh,
)


def _fitting(pattern: str, weights: tuple[int, ...], modulus: int) -> Draw:
    """Draw digits until their weighted sum leaves a rest below ten, and put it last."""

    def draw(rng: random.Random) -> str:
        while True:
            body = shape(rng, pattern)
            rest = weigh(body, weights) % modulus
            if rest < 10:
                return f"{body}{rest}"

    return draw


def _steuer_id(rng: random.Random) -> str:
    digits = rng.sample("0123456789", 9)
    body = [*digits, digits[rng.randrange(9)]]
    rng.shuffle(body)
    if body[0] == "0":
        body.append(body.pop(0))
    while body[0] == "0":
        body.append(body.pop(0))
    value = iso_eleven("".join(body))
    return rng.choice((value, cut(value, 2, 3, 3, 3)))


def _sv_nummer(rng: random.Random) -> str:
    letter = rng.choice("ABFGHKLMRSW")
    body = f"{rng.choice(('04', '12', '24', '53', '65'))}{born(rng):%d%m%y}"
    serial = shape(rng, "##")
    digits = f"{body}{ord(letter) - 64:02d}{serial}"
    total = 0
    for digit, weight in zip(digits, (2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1), strict=True):
        total += sum(int(d) for d in str(int(digit) * weight))
    value = f"{body}{letter}{serial}{total % 10}"
    return rng.choice((value, cut(value, 2, 6, 1, 3)))


def _kvnr(rng: random.Random) -> str:
    letter, digits = shape(rng, "?"), shape(rng, "########")
    total = 0
    for digit, weight in zip(f"{ord(letter) - 64:02d}{digits}", [1, 2] * 5, strict=True):
        total += sum(int(d) for d in str(int(digit) * weight))
    return f"{letter}{digits}{total % 10}"


def _ausweis(rng: random.Random) -> str:
    body = "L" + "".join(rng.choice("0123456789CFGHJKLMNPRTVWXYZ") for _ in range(8))
    return f"{body}{passport_digit(body)}"


def _svnr(rng: random.Random) -> str:
    while True:
        serial, birth = shape(rng, "%##"), f"{born(rng):%d%m%y}"
        check = weigh(f"{serial}{birth}", (3, 7, 9, 5, 8, 4, 2, 1, 6)) % 11
        if check < 10:
            return f"{serial}{check} {birth}"


def _atu(rng: random.Random) -> str:
    body = shape(rng, "%######")
    total = sum(sum(map(int, str(int(d) * (1 + at % 2)))) for at, d in enumerate(body))
    return f"ATU{body}{(10 - (total + 4) % 10) % 10}"


def _ahv(rng: random.Random) -> str:
    return cut(ean("756" + shape(rng, "#########")), 3, 4, 4, 2, by=".")


def _uid(rng: random.Random) -> str:
    while True:
        body = shape(rng, "1#######")
        check = -weigh(body, (5, 4, 3, 2, 7, 6, 5, 4)) % 11
        if check < 10:
            return "CHE-" + cut(f"{body}{check}", 3, 3, 3, by=".")


def _pesel(rng: random.Random) -> str:
    day = born(rng)
    body = f"{day:%y}{day.month + (20 if day.year > 1999 else 0):02d}{day:%d}" + shape(rng, "####")
    return f"{body}{-weigh(body, (1, 3, 7, 9, 1, 3, 7, 9, 1, 3)) % 10}"


def _nip(rng: random.Random) -> str:
    value = _fitting("%########", (6, 5, 7, 2, 3, 4, 5, 6, 7), 11)(rng)
    return rng.choice((value, cut(value, 3, 3, 2, 2, by="-")))


def _dowod(rng: random.Random) -> str:
    letters, digits = "C" + shape(rng, "??"), shape(rng, "#####")
    values = [int(c, 36) for c in f"{letters}{digits}"]
    check = sum(v * w for v, w in zip(values, (7, 3, 1, 7, 3, 1, 7, 3), strict=True)) % 10
    return rng.choice((f"{letters}{check}{digits}", f"{letters} {check}{digits}"))


def _rodne(rng: random.Random) -> str:
    while True:
        day = born(rng, 1955)
        month = day.month + 50 * rng.randrange(2)
        body = f"{day:%y}{month:02d}{day:%d}" + shape(rng, "###")
        check = int(body) % 11
        if check < 10:
            return f"{body[:6]}/{body[6:]}{check}"


def _ico(rng: random.Random) -> str:
    body = rng.choice("0246") + shape(rng, "######")
    return f"{body}{(11 - weigh(body, range(8, 1, -1)) % 11) % 10}"


def _czech_account(rng: random.Random) -> str:
    while True:
        body = shape(rng, "%#########")
        if weigh(body, (6, 3, 7, 9, 10, 5, 8, 4, 2, 1)) % 11 == 0:
            return f"{body}/{rng.choice(('0100', '0800', '2010', '3030', '0300'))}"


CENTRAL: Final[dict[str, Draw]] = {
    "DE_STEUER_ID": _steuer_id,
    "DE_RVNR": _sv_nummer,
    "DE_KVNR": _kvnr,
    "DE_AUSWEIS": _ausweis,
    "DE_VAT": lambda rng: "DE" + iso_eleven(shape(rng, "%#######")),
    "DE_HANDELSREGISTER": shapes("HRB %####", "HRB 1#####", "HRA %###"),
    "AT_SVNR": _svnr,
    "AT_UID": _atu,
    "CH_AHV": _ahv,
    "CH_UID": _uid,
    "PL_PESEL": _pesel,
    "PL_NIP": _nip,
    "PL_REGON": _fitting("%#######", (8, 9, 2, 3, 4, 5, 6, 7), 11),
    "PL_KRS": shapes("0000%#####", "0001%#####"),
    "PL_DOWOD": _dowod,
    "CZ_RODNE_CISLO": _rodne,
    "CZ_ICO": _ico,
    "CZ_OP": shapes("2########", "1########"),
    "CZ_BANK_ACCOUNT": _czech_account,
}
