"""Numbers of Central and Eastern Europe and of Turkey."""

import random
from typing import Final

from benchmarks.held_out._caller._sums import (
    Draw,
    born,
    filled,
    grouped,
    mod_11_10,
    pick,
    shapes,
    total,
    until,
)


def _pesel(rng: random.Random) -> str:
    day = born(rng, last=1999)
    return until(
        rng, f"{day:%y%m%d}####", lambda body: -total(body, (1, 3, 7, 9, 1, 3, 7, 9, 1, 3)) % 10
    )


def _polish_card(rng: random.Random) -> str:
    letters, digits = filled(rng, "???"), filled(rng, "#####")
    values = [ord(c) - 55 for c in letters] + [int(c) for c in digits]
    weights = (7, 3, 1, 7, 3, 1, 7, 3)
    check = sum(v * w for v, w in zip(values, weights, strict=True)) % 10
    return pick(rng, f"{letters}{check}{digits}", f"{letters} {check}{digits}")


def _nip(rng: random.Random) -> str:
    number = until(rng, "%%#######", lambda body: total(body, (6, 5, 7, 2, 3, 4, 5, 6, 7)) % 11)
    return pick(rng, number, grouped(number, (3, 3, 2, 2), "-"))


def _birth_number(rng: random.Random) -> str:
    while True:
        day = born(rng, 1955, 2003)
        head = f"{day:%y}{day.month + rng.choice((0, 50)):02}{day:%d}"
        serial = filled(rng, "####")
        if int(head + serial) % 11 == 0:
            return pick(rng, f"{head}/{serial}", f"{head}/{serial}", head + serial)


def _czech_company(rng: random.Random) -> str:
    return until(
        rng,
        rng.choice("12345678") + "######",
        lambda body: (11 - total(body, range(8, 1, -1)) % 11) % 10,
    )


def _taj(rng: random.Random) -> str:
    number = until(rng, "########", lambda body: total(body, (3, 7) * 4) % 10)
    return pick(rng, number, grouped(number, (3, 3, 3), " "), grouped(number, (3, 3, 3), "-"))


def _hungarian_tax(rng: random.Random) -> str:
    return until(rng, "8########", lambda body: total(body, range(1, 10)) % 11)


def _cnp(rng: random.Random) -> str:
    day = born(rng, last=1999)
    body = rng.choice("12") + f"{day:%y%m%d}{rng.randrange(1, 47):02}" + filled(rng, "###")
    check = total(body, (2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9)) % 11
    return body + str(check if check < 10 else 1)


def _egn(rng: random.Random) -> str:
    weights = (2, 4, 8, 5, 10, 9, 7, 3, 6)
    day = born(rng, last=1999)
    return until(rng, f"{day:%y%m%d}###", lambda body: total(body, weights) % 11 % 10)


def _oib(rng: random.Random) -> str:
    return mod_11_10(filled(rng, "%#########"))


def _jmbg(regions: tuple[str, ...]) -> Draw:
    def check(body: str) -> int:
        rest = 11 - total(body, (7, 6, 5, 4, 3, 2) * 2) % 11
        return rest if rest < 10 else (0 if rest == 11 else -1)

    def draw(rng: random.Random) -> str:
        day = born(rng, last=1999)
        head = f"{day:%d%m}{day.year % 1000:03}"
        return until(rng, head + rng.choice(regions) + "###", check)

    return draw


def _ukrainian(rng: random.Random) -> str:
    weights = (-1, 5, 7, 9, 4, 6, 10, 5, 7)
    return until(rng, rng.choice("23") + "########", lambda body: total(body, weights) % 11 % 10)


def _baltic(rng: random.Random) -> str:
    day = born(rng, last=1999)
    body = f"{rng.choice('34')}{day:%y%m%d}" + filled(rng, "###")
    check = total(body, (1, 2, 3, 4, 5, 6, 7, 8, 9, 1)) % 11
    if check == 10:
        check = total(body, (3, 4, 5, 6, 7, 8, 9, 1, 2, 3)) % 11 % 10
    return body + str(check)


def _latvian(rng: random.Random) -> str:
    body = f"{born(rng, last=1999):%d%m%y}1" + filled(rng, "###")
    check = (1 + total(body, (10, 5, 8, 4, 2, 1, 6, 3, 7, 9))) % 11 % 10
    return f"{body[:6]}-{body[6:]}{check}"


def _turkish(rng: random.Random) -> str:
    digits = [int(c) for c in filled(rng, "%########")]
    tenth = (sum(digits[0:9:2]) * 7 - sum(digits[1:8:2])) % 10
    digits.append(tenth)
    return "".join(map(str, [*digits, sum(digits) % 10]))


def _turkish_tax(rng: random.Random) -> str:
    body, amount = filled(rng, "%########"), 0
    for i, c in enumerate(body):
        step = (int(c) + 9 - i) % 10
        if step:
            amount += step * 2 ** (9 - i) % 9 or 9
    return body + str(-amount % 10)


EAST: Final[dict[str, Draw]] = {
    "PL_PESEL": _pesel,
    "PL_ID_CARD": _polish_card,
    "PL_NIP": _nip,
    "CZ_RODNE_CISLO": _birth_number,
    "SK_RODNE_CISLO": _birth_number,
    "CZ_ICO": _czech_company,
    "HU_TAJ": _taj,
    "HU_ADOAZONOSITO": _hungarian_tax,
    "RO_CNP": _cnp,
    "BG_EGN": _egn,
    "HR_OIB": _oib,
    "RS_JMBG": _jmbg(("71", "75", "78", "80")),
    "SI_EMSO": _jmbg(("50",)),
    "UA_RNOKPP": _ukrainian,
    "UA_PASSPORT": shapes("FA######", "FE######"),
    "LT_ASMENS_KODAS": _baltic,
    "EE_ISIKUKOOD": _baltic,
    "LV_PERSONAS_KODS": _latvian,
    "TR_TCKN": _turkish,
    "TR_VKN": _turkish_tax,
    "TR_PASSPORT": shapes("U########"),
}
