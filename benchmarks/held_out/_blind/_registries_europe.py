"""Numbers of European registries that no other split draws, with right check digits by the issuers' rules."""

import random
from typing import Final

from benchmarks.held_out._blind._sums import birthday, digits_of, weighted_sum
from benchmarks.held_out._identifiers import (
    DIGITS,
    Maker,
    chars,
    grouped,
    luhn,
    one_of,
    pattern,
    until,
    weighted,
)


def _nif(rng: random.Random) -> str:
    """Portugal (AT): weights 9 to 2, modulus 11."""
    body = rng.choice("12") + chars(rng, DIGITS, 7)
    rest = weighted_sum(body, (9, 8, 7, 6, 5, 4, 3, 2)) % 11
    return body + str(0 if rest < 2 else 11 - rest)


def _cnp(rng: random.Random) -> str:
    """Romania: weights 279146358279, modulus 11, one for ten."""
    year, month, day = birthday(rng)
    body = f"{rng.choice('12')}{year % 100:02}{month:02}{day:02}{rng.randrange(1, 46):02}{rng.randrange(1, 999):03}"
    rest = weighted_sum(body, (2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9)) % 11
    return body + str(1 if rest == 10 else rest)


def _egn(rng: random.Random) -> str:
    """Bulgaria: weights 2 4 8 5 10 9 7 3 6, modulus 11."""
    year, month, day = birthday(rng)
    body = f"{year % 100:02}{month:02}{day:02}{rng.randrange(1000):03}"
    return body + str(weighted_sum(body, (2, 4, 8, 5, 10, 9, 7, 3, 6)) % 11 % 10)


def _birth_number(rng: random.Random) -> str:
    """Czechia and Slovakia: a woman's month is plus 50; the whole is a multiple of 11."""
    while True:
        year, month, day = birthday(rng)
        body = f"{year % 100:02}{month + rng.choice((0, 50)):02}{day:02}{rng.randrange(1, 999):03}"
        check = int(body) % 11
        if check < 10 and year > 1953:
            return f"{body[:6]}/{body[6:]}{check}"


def _oib(rng: random.Random) -> str:
    """Croatia and ISO/IEC 7064, MOD 11,10; Germany's tax number has the same digit."""
    return _mod_eleven_ten(chars(rng, DIGITS, 10))


def _mod_eleven_ten(body: str) -> str:
    rest = 10
    for digit in digits_of(body):
        rest = (digit + rest) % 10 or 10
        rest = rest * 2 % 11
    return body + str((11 - rest) % 10)


def _steuer_id(rng: random.Random) -> str:
    """Germany (BZSt): of the first ten digits one stands twice and one is missing."""
    digits = rng.sample(DIGITS, 9)
    digits.insert(rng.randrange(1, 10), rng.choice(digits))
    if digits[0] == "0":
        digits.reverse()
    if digits[0] == "0":
        digits[0], digits[4] = digits[4], digits[0]
    return _mod_eleven_ten("".join(digits))


def _emso(rng: random.Random) -> str:
    """Slovenia: weights 765432765432, modulus 11."""
    while True:
        year, month, day = birthday(rng)
        body = f"{day:02}{month:02}{year % 1000:03}50{rng.randrange(1000):03}"
        check = -weighted_sum(body, (7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)) % 11
        if check < 10:
            return f"{body}{check}"


def _cpr(rng: random.Random) -> str:
    """Denmark (CPR): the form; its check digit is no longer required."""
    year, month, day = birthday(rng)
    return f"{day:02}{month:02}{year % 100:02}-{rng.randrange(1, 4000):04}"


def _fodselsnummer(rng: random.Random) -> str:
    """Norway (Skatteetaten): two check digits, modulus 11."""
    while True:
        year, month, day = birthday(rng)
        body = f"{day:02}{month:02}{year % 100:02}{rng.randrange(500):03}"
        one = -weighted_sum(body, (3, 7, 6, 1, 8, 9, 4, 5, 2)) % 11
        two = -weighted_sum(f"{body}{one}", (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)) % 11 if one < 10 else 10
        if two < 10:
            return f"{body[:6]} {body[6:]}{one}{two}"


def _kennitala(rng: random.Random) -> str:
    """Iceland: weights 3 2 7 6 5 4 3 2, modulus 11, and the century's digit."""
    while True:
        year, month, day = birthday(rng)
        body = f"{day:02}{month:02}{year % 100:02}{rng.randrange(20, 99)}"
        check = -weighted_sum(body, (3, 2, 7, 6, 5, 4, 3, 2)) % 11
        if check < 10:
            return f"{body[:6]}-{body[6:]}{check}9"


def _baltic(rng: random.Random) -> str:
    """Estonia and Lithuania: weights 1234567891, or 3456789123 where ten is left."""
    year, month, day = birthday(rng)
    body = f"{rng.choice('34')}{year % 100:02}{month:02}{day:02}{rng.randrange(1000):03}"
    check = weighted_sum(body, (1, 2, 3, 4, 5, 6, 7, 8, 9, 1)) % 11
    if check == 10:
        check = weighted_sum(body, (3, 4, 5, 6, 7, 8, 9, 1, 2, 3)) % 11 % 10
    return f"{body}{check}"


def _rijksregister(rng: random.Random) -> str:
    """Belgium: 97 less the rest."""
    year, month, day = birthday(rng)
    body = f"{year % 100:02}{month:02}{day:02}{rng.randrange(1, 998):03}"
    return f"{body[:2]}.{body[2:4]}.{body[4:6]}-{body[6:]}.{97 - int(body) % 97:02}"


def _svnr(rng: random.Random) -> str:
    """Austria: weights 3 7 9 5 8 4 2 1 6, modulus 11; the digit stands fourth."""
    while True:
        year, month, day = birthday(rng)
        number, born = str(rng.randrange(100, 1000)), f"{day:02}{month:02}{year % 100:02}"
        check = weighted_sum(number + born, (3, 7, 9, 5, 8, 4, 2, 1, 6)) % 11
        if check < 10:
            return f"{number}{check} {born}"


def _ahv(rng: random.Random) -> str:
    """Switzerland (ZAS): 756 and EAN-13."""
    body = "756" + chars(rng, DIGITS, 9)
    check = -weighted_sum(body, (1, 3) * 6) % 10
    return f"756.{body[3:7]}.{body[7:11]}.{body[11]}{check}"


def _pps(rng: random.Random) -> str:
    """Ireland: weights 8 to 2, modulus 23."""
    body = chars(rng, DIGITS, 7)
    return body + "WABCDEFGHIJKLMNOPQRSTUV"[weighted_sum(body, (8, 7, 6, 5, 4, 3, 2)) % 23]


def _inn(rng: random.Random) -> str:
    """Russia (FNS): twelve digits, the last two of them checks, modulus 11."""
    body = "77" + chars(rng, DIGITS, 8)
    one = weighted_sum(body, (7, 2, 4, 10, 3, 5, 9, 4, 6, 8)) % 11 % 10
    two = weighted_sum(f"{body}{one}", (3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8)) % 11 % 10
    return f"{body}{one}{two}"


def _snils(rng: random.Random) -> str:
    """Russia (SFR): weights 9 to 1, modulus 101."""
    body = rng.choice("123456789") + chars(rng, DIGITS, 8)
    check = weighted_sum(body, (9, 8, 7, 6, 5, 4, 3, 2, 1)) % 101 % 100
    return f"{body[:3]}-{body[3:6]}-{body[6:]} {check:02}"


def _rnokpp(rng: random.Random) -> str:
    """Ukraine: weights -1 5 7 9 4 6 10 5 7, modulus 11."""
    body = rng.choice("23") + chars(rng, DIGITS, 8)
    return body + str(weighted_sum(body, (-1, 5, 7, 9, 4, 6, 10, 5, 7)) % 11 % 10)


EUROPE: Final[dict[str, Maker]] = {
    "DE_TAX_ID": one_of(_steuer_id, grouped(_steuer_id, 2, 3, 3)),
    "PT_NIF": one_of(_nif, grouped(_nif, 3, 3)),
    "RO_CNP": _cnp,
    "BG_EGN": _egn,
    "CZ_BIRTH_NUMBER": _birth_number,
    "HR_OIB": _oib,
    "SI_EMSO": _emso,
    "DK_CPR": _cpr,
    "NO_FODSELSNUMMER": _fodselsnummer,
    "IS_KENNITALA": _kennitala,
    "EE_ISIKUKOOD": _baltic,
    "LT_ASMENS_KODAS": _baltic,
    "BE_NATIONAL_NUMBER": _rijksregister,
    "AT_SOCIAL_SECURITY": _svnr,
    "CH_AHV": _ahv,
    "IE_PPS": _pps,
    "GR_AMKA": until(pattern("15088#0####"), luhn),
    "HU_TAJ": until(pattern("### ### ###"), weighted((3, 7, 3, 7, 3, 7, 3, 7, -1), 10)),
    "RU_INN": _inn,
    "RU_SNILS": _snils,
    "UA_RNOKPP": _rnokpp,
    "UK_UTR": pattern("%#### #####"),
}  # fmt: skip
