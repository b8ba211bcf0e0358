"""Numbers of Western and Southern Europe."""

import random
import string
from typing import Final

from benchmarks.held_out._caller._sums import (
    Draw,
    born,
    filled,
    grouped,
    luhn,
    mod_11_10,
    pick,
    shapes,
    total,
    until,
)

_NIF_LETTERS: Final = "TRWAGMYFPDXBNJZSQVHLCKE"


def _letters_as_numbers(text: str) -> str:
    return "".join(str(ord(c) - 55) if c.isalpha() else c for c in text)


def _german_tax(rng: random.Random) -> str:
    digits = rng.sample(string.digits, 9)
    body = [*digits, rng.choice(digits)]
    rng.shuffle(body)
    while body[0] == "0":
        rng.shuffle(body)
    number = mod_11_10("".join(body))
    return pick(rng, number, grouped(number, (2, 3, 3, 3), " "))


def _german_pension(rng: random.Random) -> str:
    body = pick(rng, "12", "13", "26", "50", "53", "65") + f"{born(rng):%d%m%y}"
    body += rng.choice("ABDFGHKLMRSWZ") + filled(rng, "##")
    digits = body[:8] + f"{ord(body[8]) - 64:02}" + body[9:]
    weights = (2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1)
    check = sum(sum(divmod(int(c) * w, 10)) for c, w in zip(digits, weights, strict=True)) % 10
    number = body + str(check)
    return pick(rng, number, grouped(number, (2, 6, 1, 3), " "))


def _german_health(rng: random.Random) -> str:
    body = rng.choice(string.ascii_uppercase) + filled(rng, "########")
    digits = f"{ord(body[0]) - 64:02}" + body[1:]
    check = sum(sum(divmod(int(c) * (1 + i % 2), 10)) for i, c in enumerate(digits)) % 10
    return body + str(check)


def _german_card(rng: random.Random) -> str:
    letters = "CFGHJKLMNPRTVWXYZ0123456789"
    body = rng.choice("LMNPRTVWXY") + "".join(rng.choice(letters) for _ in range(8))
    values = [int(c, 36) for c in body]
    return body + str(sum(v * (7, 3, 1)[i % 3] for i, v in enumerate(values)) % 10)


def _austrian(rng: random.Random) -> str:
    while True:
        serial, day = filled(rng, "%##"), f"{born(rng):%d%m%y}"
        check = total(serial + day, (3, 7, 9, 5, 8, 4, 2, 1, 6)) % 11
        if check < 10:
            return pick(rng, f"{serial}{check}{day}", f"{serial}{check} {day}")


def _swiss(rng: random.Random) -> str:
    body = "756" + filled(rng, "#########")
    number = body + str(-total(body, (1, 3) * 6) % 10)
    return grouped(number, (3, 4, 4, 2), ".")


def _french(rng: random.Random) -> str:
    place = f"{rng.randrange(1, 95):02}" + filled(rng, "######")
    body = rng.choice("12") + f"{born(rng):%y%m}" + place
    number = body + f"{97 - int(body) % 97:02}"
    return pick(rng, number, grouped(number, (1, 2, 2, 2, 3, 3, 2), " "))


def _siren(rng: random.Random) -> str:
    number = luhn(filled(rng, "%#######"))
    return pick(rng, number, grouped(number, (3, 3, 3), " "))


def _belgian(rng: random.Random) -> str:
    body = f"{born(rng, last=1999):%y%m%d}" + filled(rng, "%##")
    number = body + f"{97 - int(body) % 97:02}"
    dotted = f"{number[:2]}.{number[2:4]}.{number[4:6]}-{number[6:9]}.{number[9:]}"
    return pick(rng, dotted, number, dotted)


def _dutch(rng: random.Random) -> str:
    return until(rng, "%#######", lambda body: total(body, range(9, 1, -1)) % 11)


def _nie(rng: random.Random) -> str:
    first, digits = rng.choice("XYZ"), filled(rng, "#######")
    letter = _NIF_LETTERS[int(str("XYZ".index(first)) + digits) % 23]
    return pick(rng, f"{first}{digits}{letter}", f"{first}-{digits}-{letter}")


def _spanish_security(rng: random.Random) -> str:
    province, body = f"{rng.randrange(1, 53):02}", filled(rng, "%#######")
    check = f"{int(province + body) % 97:02}"
    return pick(rng, province + body + check, f"{province}/{body}/{check}")


def _italian(rng: random.Random) -> str:
    day = born(rng)
    number = "".join(rng.choice("BCDFGLMNPRSTVZ") for _ in range(6)) + f"{day:%y}"
    number += "ABCDEHLMPRST"[day.month - 1] + f"{day.day + rng.choice((0, 40)):02}"
    number += rng.choice("ABCDEFGHL") + filled(rng, "%##")
    odd: tuple[int, ...] = (
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
    )
    odd += (24, 23)
    values = [int(c) if c.isdigit() else ord(c) - 65 for c in number]
    check = sum(v if i % 2 else odd[v] for i, v in enumerate(values)) % 26
    return number + chr(65 + check)


def _portuguese(rng: random.Random) -> str:
    def check(body: str) -> int:
        rest = 11 - total(body, range(9, 1, -1)) % 11
        return rest if rest < 10 else 0

    number = until(rng, rng.choice("12") + "#######", check)
    return pick(rng, number, grouped(number, (3, 3, 3), " "))


def _irish(rng: random.Random) -> str:
    body, second = filled(rng, "%######"), rng.choice("AB")
    rest = (total(body, range(8, 1, -1)) + 9 * (ord(second) - 64)) % 23
    letter = "WABCDEFGHIJKLMNOPQRSTUV"[rest]
    return pick(rng, body + letter + second, f"{body} {letter}{second}")


def _greek_security(rng: random.Random) -> str:
    return luhn(f"{born(rng):%d%m%y}" + filled(rng, "####"))


def _greek_tax(rng: random.Random) -> str:
    def check(body: str) -> int:
        return total(body, (256, 128, 64, 32, 16, 8, 4, 2)) % 11 % 10

    return until(rng, rng.choice("014") + "#######", check)


def _british_licence(rng: random.Random) -> str:
    day, name = born(rng), pick(rng, "PRENT", "HUGHE", "OKAFO", "BROWN", "WARD9", "KHAN9")
    number = f"{name}{day:%y}"[:6] + f"{day:%m%d}" + f"{day:%y}"[1] + rng.choice("ABCJKMST")
    return number + pick(rng, "9", "A", "S") + filled(rng, "#??")


def _iban(rng: random.Random) -> str:
    country, form = rng.choice(
        (
            ("DE", "##################"),
            ("FR", "#######################"),
            ("NL", "????0#########"),
            ("AT", "################"),
            ("CH", "#################"),
            ("PL", "########################"),
            ("CZ", "####################"),
            ("RO", "????################"),
            ("TR", "#####0################"),
            ("AE", "###################"),
            ("SA", "####################"),
            ("HR", "#################"),
        )
    )
    body = filled(rng, form)
    check = 98 - int(_letters_as_numbers(body + country + "00")) % 97
    number = f"{country}{check:02}{body}"
    return pick(rng, number, grouped(number, [4] * ((len(number) + 3) // 4), " "))


WEST: Final[dict[str, Draw]] = {
    "DE_STEUER_ID": _german_tax,
    "DE_RVNR": _german_pension,
    "DE_KVNR": _german_health,
    "DE_PERSONALAUSWEIS": _german_card,
    "AT_SVNR": _austrian,
    "CH_AHV": _swiss,
    "FR_NIR": _french,
    "FR_SIREN": _siren,
    "FR_PASSPORT": shapes("##??#####"),
    "BE_NRN": _belgian,
    "NL_BSN": _dutch,
    "ES_NIE": _nie,
    "ES_NSS": _spanish_security,
    "IT_FISCAL_CODE": _italian,
    "IT_IDENTITY_CARD": shapes("CA#####??", "CA#####??", "AX#######"),
    "PT_NIF": _portuguese,
    "IE_PPSN": _irish,
    "GR_AMKA": _greek_security,
    "GR_AFM": _greek_tax,
    "UK_DRIVING_LICENCE": _british_licence,
    "IBAN_CODE": _iban,
}
