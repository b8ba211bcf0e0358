"""Numbers of Canada, Australia and Britain, of cards, lines, chains, vehicles and members."""

import hashlib
import random
from typing import Final

from benchmarks.held_out._caller._sums import (
    Draw,
    born,
    filled,
    grouped,
    luhn,
    pick,
    runs,
    shapes,
    total,
    until,
)

_BASE58: Final = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


def _sin(rng: random.Random) -> str:
    number = luhn(rng.choice("124567") + filled(rng, "#######"))
    return pick(rng, grouped(number, (3, 3, 3), " "), grouped(number, (3, 3, 3), "-"), number)


def _ramq(rng: random.Random) -> str:
    day = born(rng, last=1999)
    month = day.month + rng.choice((0, 50))
    name = pick(rng, "TREM", "GAGN", "BOUC", "LAVO", "NGUY", "PELL")
    return f"{name}{rng.choice(' -')}{day:%y}{month:02}{rng.choice(' -')}{day:%d}##".replace(
        "##", filled(rng, "##")
    )


def _british_columbia(rng: random.Random) -> str:
    weights = (0, 2, 4, 8, 5, 10, 9, 7, 3)
    number = until(rng, "9########", lambda body: 11 - total(body, weights) % 11)
    return pick(rng, number, grouped(number, (4, 3, 3), " "))


def _abn(rng: random.Random) -> str:
    body = filled(rng, "#########")
    weights = (3, 5, 7, 9, 11, 13, 15, 17, 19)
    return grouped(f"{11 + (-total(body, weights) - 1) % 89}{body}", (2, 3, 3, 3), " ")


def _acn(rng: random.Random) -> str:
    number = until(rng, "########", lambda body: -total(body, range(8, 0, -1)) % 10)
    return grouped(number, (3, 3, 3), " ")


def _tfn(rng: random.Random) -> str:
    weights = (1, 4, 3, 7, 5, 8, 6, 9, 10)
    while True:
        number = filled(rng, "%########")
        if total(number, weights) % 11 == 0:
            return pick(rng, number, grouped(number, (3, 3, 3), " "))


def _medicare(rng: random.Random) -> str:
    body = rng.choice("23456") + filled(rng, "#######")
    number = body + str(total(body, (1, 3, 7, 9, 1, 3, 7, 9)) % 10) + rng.choice("12")
    return pick(rng, grouped(number, (4, 5, 1), " "), number)


def _nhs_grouped(rng: random.Random) -> str:
    def check(body: str) -> int:
        return -total(body, range(10, 1, -1)) % 11

    number = until(rng, rng.choice("46") + "########", check)
    return pick(rng, number, grouped(number, (3, 3, 4), " "))


def _card(rng: random.Random) -> str:
    head, length = rng.choice((("4", 16), ("51", 16), ("54", 16), ("2223", 16), ("3530", 16)))
    number = luhn(head + "".join(filled(rng, "#") for _ in range(length - 1 - len(head))))
    by = rng.choice((" ", "-", ""))
    return grouped(number, (4, 4, 4, 4), by)


def _vin(rng: random.Random) -> str:
    letters = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789"
    values = dict(zip("ABCDEFGHJKLMNPRSTUVWXYZ", "12345678123457923456789", strict=True))
    head = pick(rng, "WVW", "TMB", "NMT", "JTD", "KNA", "2HG", "6FP", "VF1")
    body = list(head + "".join(rng.choice(letters) for _ in range(8)) + filled(rng, "######"))
    weights = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
    check = sum(int(values.get(c, c)) * w for c, w in zip(body, weights, strict=True)) % 11
    body[8] = "X" if check == 10 else str(check)
    return "".join(body)


def _bitcoin(rng: random.Random) -> str:
    payload = b"\0" + rng.randbytes(20)
    payload += hashlib.sha256(hashlib.sha256(payload).digest()).digest()[:4]
    number, text = int.from_bytes(payload), ""
    while number:
        number, rest = divmod(number, 58)
        text = _BASE58[rest] + text
    return "1" * (len(payload) - len(payload.lstrip(b"\0"))) + text


def _crypto(rng: random.Random) -> str:
    return rng.choice((_bitcoin, runs("0x[0-9a-f]{40}"), _bitcoin))(rng)


def _imei(rng: random.Random) -> str:
    return luhn("35" + filled(rng, "############"))


def _mac(rng: random.Random) -> str:
    pairs = [f"{rng.randrange(0, 256, 2):02x}" for _ in range(6)]
    text = rng.choice(":-:").join(pairs)
    return pick(rng, text, text.upper())


def _address(rng: random.Random) -> str:
    first = rng.choice((31, 46, 78, 85, 91, 103, 118, 145, 176, 188, 203, 212))
    four = f"{first}.{rng.randrange(256)}.{rng.randrange(256)}.{rng.randrange(1, 255)}"
    six = "2a01:" + ":".join(f"{rng.randrange(0x1000, 0xFFFF):x}" for _ in range(3))
    return pick(rng, four, four, f"{six}::{rng.randrange(1, 0xFFF):x}")


WORLD: Final[dict[str, Draw]] = {
    "CA_SIN": _sin,
    "CA_OHIP": shapes("%###-###-###-??", "%### ### ### ??"),
    "CA_RAMQ": _ramq,
    "CA_BC_PHN": _british_columbia,
    "CA_DRIVER_LICENCE": shapes("?####-#####-#####"),
    "CA_UCI": shapes("11-####-####", "####-####"),
    "CA_PASSPORT": shapes("??######", "P######??"),
    "CA_BANK_ACCOUNT": shapes("#####-003-#######", "#####-815-#######"),
    "AU_TFN": _tfn,
    "AU_MEDICARE": _medicare,
    "AU_ABN": _abn,
    "AU_ACN": _acn,
    "AU_IHI": lambda rng: grouped(luhn("800360" + filled(rng, "#########")), (4,) * 4, " "),
    "AU_CENTRELINK_CRN": shapes("%## ### ##%?", "%########?"),
    "AU_PASSPORT": shapes("PA#######", "RA#######", "N#######"),
    "AU_BANK_ACCOUNT": shapes("062-### ########", "733-### ######"),
    "UK_NHS": _nhs_grouped,
    "UK_NINO": shapes("AB ## ## ## C", "JK######A", "SR ## ## ## D", "PX######B"),
    "UK_BANK_ACCOUNT": shapes("20-##-## ########", "40-##-## ########"),
    "CREDIT_CARD": _card,
    "VEHICLE_VIN": _vin,
    "CRYPTO": _crypto,
    "IMEI": _imei,
    "ICCID": lambda rng: luhn(
        "89" + pick(rng, "4930", "9027", "6101") + filled(rng, "############")
    ),
    "MAC_ADDRESS": _mac,
    "IP_ADDRESS": _address,
    "INSURANCE_POLICY_NUMBER": shapes("KFZ-%#######", "HH-####-######", "POL/####/######"),
    "INSURANCE_CLAIM_NUMBER": shapes("CLM-2026-######", "SCH-##-#######"),
    "PATIENT_NUMBER": shapes("MRN%######", "P-%#####", "%#######"),
    "FREQUENT_FLYER_NUMBER": shapes("TK#########", "QF %#######", "LH 9920 #### #### ###"),
    "TRANSIT_CARD_NUMBER": shapes("3085 22## #### ####", "0%## #### #### ####"),
    "EMPLOYEE_NUMBER": shapes("EMP-%####", "E%#####", "HR-%#####"),
    "TICKET_NUMBER": shapes("235-##########", "220 ##########"),
}
