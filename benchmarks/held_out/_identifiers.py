"""Numbers that states, banks and registries issue: drawn at random, with right check digits.

Forms and check digits are those of the issuers' public rules, named beside each maker.
"""

import random
import string
from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import Final

UPPER: Final = string.ascii_uppercase
DIGITS: Final = string.digits
Maker = Callable[[random.Random], str]


def chars(rng: random.Random, alphabet: str, count: int) -> str:
    """Draw characters."""
    return "".join(rng.choices(alphabet, k=count))


def pattern(form: str) -> Maker:
    """Return a maker for a form in which ``#`` is a digit, ``%`` one from 1 to 9, ``?`` a letter."""
    kinds = {"#": DIGITS, "%": DIGITS[1:], "?": UPPER}
    return lambda rng: "".join(rng.choice(kinds[c]) if c in kinds else c for c in form)


def one_of(*makers: Maker) -> Maker:
    """Return a maker that chooses among others."""
    return lambda rng: rng.choice(makers)(rng)


def until(make: Maker, valid: Callable[[str], bool]) -> Maker:
    """Return a maker that draws until the check digits are right (at most some thousand times)."""

    def drawn(rng: random.Random) -> str:
        for _ in range(20_000):
            value = make(rng)
            if valid(value):
                return value
        raise ValueError("no draw has right check digits")

    return drawn


def numbers(text: str) -> list[int]:
    """Return the digits of a text."""
    return [int(c) for c in text if c in DIGITS]


def weighted(weights: Sequence[int], modulus: int, remainder: int = 0) -> Callable[[str], bool]:
    """Return a test that the weighted sum of a text's digits leaves a remainder."""
    return lambda text: (
        sum(a * b for a, b in zip(numbers(text), weights, strict=False)) % modulus == remainder
    )


def luhn(text: str) -> bool:
    """ISO/IEC 7812-1."""
    doubled = [n if i % 2 == 0 else n * 2 for i, n in enumerate(reversed(numbers(text)))]
    return sum(n - 9 if n > 9 else n for n in doubled) % 10 == 0


def grouped(make: Maker, *sizes: int, by: str = " ") -> Maker:
    """Return a maker that writes another's value in groups."""

    def groups(rng: random.Random) -> str:
        value, parts, start = make(rng), [], 0
        for size in sizes:
            parts.append(value[start : start + size])
            start += size
        return by.join(part for part in [*parts, value[start:]] if part)

    return groups


def _card(prefixes: tuple[str, ...], length: int) -> Maker:
    def draw(rng: random.Random) -> str:
        prefix = rng.choice(prefixes)
        return prefix + chars(rng, DIGITS, length - len(prefix))

    return until(draw, luhn)


_VISA = _card(("4",), 16)
_MASTERCARD = _card(("51", "52", "53", "54", "55", "2221", "2500", "2720"), 16)
_AMEX = _card(("34", "37"), 15)
credit_card: Final = one_of(
    _VISA,
    grouped(_VISA, 4, 4, 4),
    grouped(_VISA, 4, 4, 4, by="-"),
    _MASTERCARD,
    grouped(_MASTERCARD, 4, 4, 4),
    _AMEX,
    grouped(_AMEX, 4, 6),
    grouped(_AMEX, 4, 6, by="-"),
    _card(("36", "300", "305"), 14),
    _card(("6011", "65"), 16),
    _card(("3528", "3589"), 16),
)


def _ssn(by: str) -> Maker:
    draw = pattern(f"###{by}##{by}####")
    return until(
        draw,
        lambda t: (
            "000" < t[:3] < "900"
            and t[:3] != "666"
            and "00" not in (t[-6:-4], t[4:6])
            and t[-4:] != "0000"
        ),
    )


def _iban(country: str, form: str) -> Maker:
    def draw(rng: random.Random) -> str:
        body = pattern(form)(rng)
        number = "".join(str(int(c, 36)) for c in body + country + "00")
        return f"{country}{98 - int(number) % 97:02}{body}"

    return draw


_IBANS: Final = (
    _iban("DE", "##################"),
    _iban("GB", "????##############"),
    _iban("FR", "#######################"),
    _iban("ES", "####################"),
    _iban("NL", "????##########"),
    _iban("PL", "########################"),
    _iban("AT", "################"),
    _iban("CH", "#################"),
)
iban: Final = one_of(*_IBANS, *(grouped(m, 4, 4, 4, 4, 4, 4, 4) for m in _IBANS))


def _base58check(version: bytes) -> Maker:
    alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"

    def draw(rng: random.Random) -> str:
        payload = version + rng.randbytes(20)
        raw = payload + sha256(sha256(payload).digest()).digest()[:4]
        number, text = int.from_bytes(raw, "big"), ""
        while number:
            number, digit = divmod(number, 58)
            text = alphabet[digit] + text
        return "1" * (len(raw) - len(raw.lstrip(b"\0"))) + text

    return draw


def _aadhaar(rng: random.Random) -> str:
    """UIDAI: twelve digits, Verhoeff's check digit."""
    body = rng.choice("23456789") + chars(rng, DIGITS, 10)
    inverse = (0, 4, 3, 2, 1, 5, 6, 7, 8, 9)
    check = 0
    for index, char in enumerate(reversed(body)):
        number = int(char)
        for _ in range((index + 1) % 8):
            number = (1, 5, 7, 6, 2, 8, 3, 0, 9, 4)[number]
        low, high = check % 5, number % 5
        rotate = low + high if check < 5 else low - high
        check = rotate % 5 + 5 * ((check < 5) != (number < 5))
    return body + str(inverse[check])


def _dea(rng: random.Random) -> str:
    """DEA (21 CFR 1301): odd places plus twice the even ones end in the check digit."""
    d = [rng.randrange(10) for _ in range(6)]
    check = (d[0] + d[2] + d[4] + 2 * (d[1] + d[3] + d[5])) % 10
    return rng.choice("ABFGM") + rng.choice(UPPER) + "".join(map(str, d)) + str(check)


def _ip(rng: random.Random) -> str:
    if rng.random() < 0.6:
        return ".".join(str(rng.randrange(11, 223)) for _ in range(4))
    words = [f"{rng.randrange(1, 65536):x}" for _ in range(6)]
    return f"2a02:{words[0]}:" + (
        ":".join(words[1:]) + f":{words[0]}" if rng.random() < 0.5 else f":{words[1]}"
    )


def _mac(rng: random.Random) -> str:
    return rng.choice(":-").join(f"{rng.randrange(256):02x}" for _ in range(6))


def _nhs_valid(text: str) -> bool:
    """NHS Data Dictionary: modulus 11."""
    d = numbers(text)
    return (11 - sum(a * b for a, b in zip(d, range(10, 1, -1), strict=False)) % 11) % 11 == d[9]


def _abn_valid(text: str) -> bool:
    """Australian Business Register: first digit less one, weights, modulus 89."""
    d = numbers(text)
    return (
        sum(
            w * (n - (i == 0))
            for i, (w, n) in enumerate(zip((10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19), d, strict=True))
        )
        % 89
        == 0
    )


def _acn_valid(text: str) -> bool:
    """ASIC: weights 8 to 1, complement to ten."""
    d = numbers(text)
    return (10 - sum(w * n for w, n in zip(range(8, 0, -1), d, strict=False)) % 10) % 10 == d[8]


def _control_letter(letters: str, digits: str) -> str:
    return letters[int(digits) % 23]


def _nif(rng: random.Random) -> str:
    digits = chars(rng, DIGITS, 8)
    return digits + rng.choice(("", "-")) + _control_letter("TRWAGMYFPDXBNJZSQVHLCKE", digits)


def _nie(rng: random.Random) -> str:
    first, digits = rng.choice("XYZ"), chars(rng, DIGITS, 7)
    return f"{first}{digits}" + _control_letter(
        "TRWAGMYFPDXBNJZSQVHLCKE", str("XYZ".index(first)) + digits
    )


def _hetu(rng: random.Random) -> str:
    """Finland (DVV): date, sign of the century, number, modulus 31."""
    day = f"{rng.randrange(1, 29):02}{rng.randrange(1, 13):02}{rng.randrange(30, 99)}"
    number = f"{rng.randrange(2, 900):03}"
    return f"{day}-{number}{'0123456789ABCDEFHJKLMNPRSTUVWXY'[int(day + number) % 31]}"


def _pesel(rng: random.Random) -> str:
    body = f"{rng.randrange(40, 99)}{rng.randrange(1, 13):02}{rng.randrange(1, 29):02}{chars(rng, DIGITS, 4)}"
    total = sum(int(c) * w for c, w in zip(body, (1, 3, 7, 9, 1, 3, 7, 9, 1, 3), strict=True))
    return f"{body}{-total % 10}"


def _rrn(rng: random.Random) -> str:
    day = f"{rng.randrange(50, 99)}{rng.randrange(1, 13):02}{rng.randrange(1, 29):02}"
    return f"{day}-{rng.choice('12')}{chars(rng, DIGITS, 6)}"


def _cf(rng: random.Random) -> str:
    """Codice fiscale: the form, without the check letter's rule (nobody's, then)."""
    return f"{chars(rng, 'BCDFGLMNPRSTV', 6)}{rng.randrange(40, 99)}{rng.choice('ABCDEHLMPRST')}{rng.randrange(1, 29):02}{rng.choice('ABFHLM')}{chars(rng, DIGITS, 3)}{rng.choice(UPPER)}"


def _sin(rng: random.Random) -> str:
    return grouped(
        until(pattern("%########"), lambda t: luhn(t) and t[0] != "8"), 3, 3, by=rng.choice(" -")
    )(rng)


IDENTIFIERS: Final[dict[str, Maker]] = {
    "CREDIT_CARD": credit_card,
    "US_SSN": one_of(_ssn("-"), _ssn("-"), _ssn(" "), _ssn("")),
    "US_ITIN": one_of(*(until(pattern(f), lambda t: t.replace("-", "")[3:5] in {"70", "78", "83", "91", "52"}) for f in ("9##-##-####", "9########"))),
    "US_PASSPORT": one_of(pattern("?########"), pattern("%########")),
    "US_DRIVER_LICENSE": one_of(pattern("?#######"), pattern("?############"), pattern("########"), pattern("??######")),
    "US_BANK_NUMBER": one_of(pattern("%#########"), pattern("%###########"), pattern("%#######")),
    "US_MBI": one_of(pattern("1EG4TE5MK##"), pattern("1EG4-TE5-MK##")),
    "US_NPI": until(pattern("1#########"), lambda t: luhn("80840" + t)),
    "ABA_ROUTING_NUMBER": until(pattern("0########"), weighted((3, 7, 1) * 3, 10)),
    "MEDICAL_LICENSE": _dea,
    "UK_NHS": one_of(until(pattern("4##-###-####"), _nhs_valid), until(pattern("9## ### ####"), _nhs_valid), until(pattern("6#########"), _nhs_valid)),
    "UK_NINO": one_of(pattern("JG ## ## ## C"), pattern("AB######D"), pattern("CE ###### A")),
    "UK_PASSPORT": pattern("%########"),
    "UK_DRIVING_LICENCE": pattern("MORGA6570%#SM9IJ"),
    "IBAN_CODE": iban,
    "CRYPTO": one_of(_base58check(b"\x00"), _base58check(b"\x05")),
    "IP_ADDRESS": _ip,
    "MAC_ADDRESS": _mac,
    "IN_AADHAAR": one_of(_aadhaar, grouped(_aadhaar, 4, 4)),
    "IN_PAN": pattern("AB?P?####?"),
    "IN_VOTER": pattern("ABC#######"),
    "IN_PASSPORT": pattern("?%######%"),
    "IN_GSTIN": pattern("27ABCD?####?1Z#"),
    "AU_ABN": one_of(until(pattern("## ### ### ###"), _abn_valid), until(pattern("###########"), _abn_valid)),
    "AU_ACN": one_of(until(pattern("### ### ###"), _acn_valid), until(pattern("#########"), _acn_valid)),
    "AU_TFN": one_of(until(pattern("### ### ###"), weighted((1, 4, 3, 7, 5, 8, 6, 9, 10), 11)), until(pattern("#########"), weighted((1, 4, 3, 7, 5, 8, 6, 9, 10), 11))),
    "AU_MEDICARE": one_of(until(pattern("2### ##### #"), weighted((1, 3, 7, 9, 1, 3, 7, 9, -1), 10)), until(pattern("4#########"), weighted((1, 3, 7, 9, 1, 3, 7, 9, -1), 10))),
    "CA_SIN": _sin,
    "ES_NIF": _nif,
    "ES_NIE": _nie,
    "IT_FISCAL_CODE": _cf,
    "IT_VAT_CODE": until(pattern("0##########"), luhn),
    "IT_DRIVER_LICENSE": pattern("AB#######?"),
    "IT_IDENTITY_CARD": pattern("CA#####AA"),
    "IT_PASSPORT": pattern("YA#######"),
    "PL_PESEL": _pesel,
    "FI_PERSONAL_IDENTITY_CODE": _hetu,
    "SE_PERSONNUMMER": until(pattern("7%0%1#-####"), luhn),
    "KR_RRN": _rrn,
    "SG_NRIC_FIN": one_of(pattern("S#######?"), pattern("G#######?")),
    "SG_UEN": pattern("2012#####?"),
    "TH_TNIN": until(pattern("110%#########"), lambda t: (11 - sum(w * n for w, n in zip(range(13, 1, -1), numbers(t), strict=False)) % 11) % 10 == int(t[-1])),
    "TR_NATIONAL_ID": until(pattern("%##########"), lambda t: (sum(numbers(t)[0:9:2]) * 7 - sum(numbers(t)[1:8:2])) % 10 == int(t[9]) and sum(numbers(t)[:10]) % 10 == int(t[10])),
    "ZA_ID_NUMBER": until(pattern("8%0%1#####08#"), luhn),
    "DE_TAX_ID": pattern("%##########"),
    "DE_ID_CARD": pattern("L01X00T4##"),
    "DE_PASSPORT": pattern("C01X00T##"),
    "DE_SOCIAL_SECURITY": pattern("651505%#M0##"),
    "DE_VAT_ID": pattern("DE#########"),
    "NG_NIN": pattern("%##########"),
    "PH_TIN": pattern("###-###-###"),
}  # fmt: skip
