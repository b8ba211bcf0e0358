"""Numbers of South Asia, the Middle East, Japan and Korea."""

import random
from typing import Final

from benchmarks.held_out._caller._sums import (
    Draw,
    born,
    filled,
    grouped,
    luhn,
    pick,
    shapes,
    total,
    until,
)

_TIMES: Final = (
    "0123456789",
    "1234067895",
    "2340178956",
    "3401289567",
    "4012395678",
    "5987604321",
    "6598710432",
    "7659821043",
    "8765932104",
    "9876543210",
)
_MOVES: Final = (
    "0123456789",
    "1576283094",
    "5803796142",
    "8916043527",
    "9453126870",
    "4286573901",
    "2793806415",
    "7046913258",
)
_INVERSE: Final = "0432156789"
_BASE36: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def _aadhaar(rng: random.Random) -> str:
    body, check = rng.choice("23456789") + filled(rng, "##########"), 0
    for i, c in enumerate(reversed(body), 1):
        check = int(_TIMES[check][int(_MOVES[i % 8][int(c)])])
    number = body + _INVERSE[check]
    return pick(rng, number, grouped(number, (4, 4, 4), " "), grouped(number, (4, 4, 4), "-"))


def _gstin(rng: random.Random) -> str:
    body = pick(rng, "07", "24", "27", "29", "33", "36") + filled(rng, "???P?####?") + "1Z"
    amount = sum(sum(divmod(_BASE36.index(c) * (1 + i % 2), 36)) for i, c in enumerate(body))
    return body + _BASE36[-amount % 36]


def _indian_licence(rng: random.Random) -> str:
    state, year = pick(rng, "MH12", "KA05", "DL04", "TN22", "GJ01"), rng.randrange(1998, 2024)
    return f"{state}{rng.choice((' ', '', '-'))}{year}" + filled(rng, "#######")


def _indian_plate(rng: random.Random) -> str:
    state, by = pick(rng, "MH 12", "KA 05", "DL 3C", "TN 22", "KL 07"), rng.choice((" ", ""))
    return f"{state} {filled(rng, '??')} {filled(rng, '%###')}".replace(" ", by)


def _sri_lankan(rng: random.Random) -> str:
    day = f"{rng.randrange(1, 366) + rng.choice((0, 500)):03}"
    old, new = str(rng.randrange(55, 99)), str(rng.randrange(1955, 2004))
    return pick(rng, old + day + filled(rng, "####") + "V", new + day + filled(rng, "#####"))


def _emirates(rng: random.Random) -> str:
    number = luhn(f"784{rng.randrange(1955, 2004)}" + filled(rng, "#######"))
    return pick(rng, grouped(number, (3, 4, 7, 1), "-"), number)


def _kuwaiti(rng: random.Random) -> str:
    weights = (2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return until(
        rng, f"2{born(rng, last=1999):%y%m%d}####", lambda body: 11 - total(body, weights) % 11
    )


def _qatari(rng: random.Random) -> str:
    return (
        f"2{rng.randrange(60, 99)}" + pick(rng, "634", "356", "586", "818") + filled(rng, "#####")
    )


def _egyptian(rng: random.Random) -> str:
    return (
        f"2{born(rng, last=1999):%y%m%d}" + pick(rng, "01", "02", "12", "21") + filled(rng, "#####")
    )


def _iranian(rng: random.Random) -> str:
    def check(body: str) -> int:
        rest = total(body, range(10, 1, -1)) % 11
        return rest if rest < 2 else 11 - rest

    return until(rng, "00%######", check)


def _my_number(rng: random.Random) -> str:
    def check(body: str) -> int:
        rest = total(body, (6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)) % 11
        return 0 if rest < 2 else 11 - rest

    number = until(rng, "%##########", check)
    return pick(rng, number, grouped(number, (4, 4, 4), " "), grouped(number, (4, 4, 4), "-"))


def _korean(first: str) -> Draw:
    def draw(rng: random.Random) -> str:
        day = born(rng, last=1999)
        body = f"{day:%y%m%d}" + rng.choice(first) + f"{rng.randrange(96):02}" + filled(rng, "###")
        check = (11 - total(body, (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5)) % 11) % 10
        return f"{body[:6]}-{body[6:]}{check}"

    return draw


def _korean_company(rng: random.Random) -> str:
    body = filled(rng, "%########")
    amount = total(body, (1, 3, 7, 1, 3, 7, 1, 3)) + sum(divmod(int(body[8]) * 5, 10))
    return grouped(body + str(-amount % 10), (3, 2, 5), "-")


ASIA: Final[dict[str, Draw]] = {
    "IN_AADHAAR": _aadhaar,
    "IN_PAN": shapes("???P?####?"),
    "IN_GSTIN": _gstin,
    "IN_VOTER": lambda rng: filled(rng, "???") + luhn(filled(rng, "######")),
    "IN_PASSPORT": shapes("M%######", "T%######", "Z%######"),
    "IN_UAN": shapes("10##########"),
    "IN_ABHA": shapes("91-####-####-####", "91############"),
    "IN_DRIVING_LICENCE": _indian_licence,
    "IN_VEHICLE_REGISTRATION": _indian_plate,
    "IN_BANK_ACCOUNT": shapes("%##########", "%############", "%##############"),
    "PK_CNIC": shapes("35202-#######-%", "42101-#######-%", "37405#######%"),
    "BD_NID": shapes("%#########", "19%##############"),
    "LK_NIC": _sri_lankan,
    "NP_CITIZENSHIP": shapes("%#-01-%#-#####", "%#-02-%#-#####"),
    "AE_EMIRATES_ID": _emirates,
    "SA_NATIONAL_ID": lambda rng: luhn("1" + filled(rng, "########")),
    "SA_IQAMA": lambda rng: luhn("2" + filled(rng, "########")),
    "QA_QID": _qatari,
    "KW_CIVIL_ID": _kuwaiti,
    "IL_TEUDAT_ZEHUT": lambda rng: luhn(filled(rng, "0#######")),
    "JO_NATIONAL_NUMBER": shapes("9%########"),
    "EG_NATIONAL_ID": _egyptian,
    "IR_KODE_MELLI": _iranian,
    "JP_MY_NUMBER": _my_number,
    "JP_PASSPORT": shapes("TR#######", "TZ#######"),
    "JP_DRIVERS_LICENSE": shapes("30##########", "62##########"),
    "JP_PENSION": shapes("%###-######"),
    "JP_RESIDENCE_CARD": shapes("??########??"),
    "JP_BANK_ACCOUNT": shapes("%######"),
    "KR_RRN": _korean("12"),
    "KR_FRN": _korean("56"),
    "KR_BRN": _korean_company,
    "KR_PASSPORT": shapes("M########", "M###?####"),
    "KR_DRIVER_LICENSE": shapes("11-##-######-##", "26-##-######-##"),
    "KR_BANK_ACCOUNT": shapes("110-###-######", "1002-###-######", "352-####-####-#3"),
}
