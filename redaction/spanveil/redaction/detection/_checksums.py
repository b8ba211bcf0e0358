"""Check digits, each with the document that defines it."""

from collections.abc import Iterator
from hashlib import sha256
from operator import mul
from typing import Final


def luhn(digits: str) -> bool:
    """ISO/IEC 7812-1, annex B."""
    raw = digits.encode()  # bytes are numbers already
    single = raw[::-2]
    total = sum(single) - 48 * len(single) + sum(raw[-2::-2].translate(_DOUBLED))
    return total % 10 == 0


def ean(digits: str) -> bool:
    """ISO/IEC 15420 of an EAN-13: weights of 1 and 3 from the left."""
    raw = digits.encode()
    odd, even = raw[::2], raw[1::2]
    total = sum(odd) - 48 * len(odd) + 3 * (sum(even) - 48 * len(even))
    return len(raw) == 13 and total % 10 == 0


_DOUBLED: Final = bytes.maketrans(
    b"0123456789", bytes(number * 2 - 9 * (number > 4) for number in range(10))
)


def thai_id(digits: str) -> bool:
    """Thailand's identity number: weights of 13 to 2, and the rest of 11."""
    total = sum((13 - place) * int(digit) for place, digit in enumerate(digits[:12]))
    return digits[0] in "12345678" and (11 - total % 11) % 10 == int(digits[12])


def iban_length(text: str) -> int:
    """Return how much of a text is an IBAN (ISO 13616-1), 0 for nothing.

    That is the longest start of 15 to 34 letters and digits which, with its first four moved to its
    end and letters read as numbers from 10, leaves 1 when divided by 97. One pass for every start.
    """
    longest = size = remainder = head = 0
    for end, char in enumerate(text, 1):
        if char in " -":
            continue
        size += 1
        number = int(char, 36)
        if size <= 4:
            head = head * (100 if number > 9 else 10) + number
            continue
        remainder = (remainder * (100 if number > 9 else 10) + number) % 97
        # Two letters and two digits are six decimal places.
        if 15 <= size <= 34 and (remainder * 1_000_000 + head) % 97 == 1:
            longest = end
    return longest


def verhoeff(digits: str) -> bool:
    """Aadhaar (UIDAI numbering scheme): Verhoeff's dihedral check."""
    check = 0
    for step, code in zip(_STEPS, digits.encode()[::-1], strict=False):
        check = step[check][code]
    return check == 0


def _dihedral(a: int, b: int) -> int:
    if a < 5:
        return (a + b) % 5 if b < 5 else 5 + (a + b - 5) % 5
    return 5 + (a - 5 - b) % 5 if b < 5 else (a - b) % 5


_DIHEDRAL: Final = tuple(tuple(_dihedral(a, b) for b in range(10)) for a in range(10))
_STEP: Final = (1, 5, 7, 6, 2, 8, 3, 0, 9, 4)


def _powers() -> tuple[tuple[int, ...], ...]:
    rows = [tuple(range(10))]
    for _ in range(7):
        rows.append(tuple(_STEP[number] for number in rows[-1]))
    return tuple(rows)


def _steps() -> Iterator[tuple[tuple[int, ...], ...]]:
    """Yield for each place the next check by the one before it and by the digit's code."""
    unused = (0,) * ord("0")
    for permuted in _powers():
        yield tuple(unused + tuple(row[number] for number in permuted) for row in _DIHEDRAL)


_LONGEST: Final = 32
_STEPS: Final = tuple(_steps()) * (_LONGEST // 8)


def _weighted(digits: str, weights: tuple[int, ...]) -> int:
    # The codes of digits begin at 48.
    total: int = sum(map(mul, digits.encode(), weights))
    return total - 48 * sum(weights[: len(digits)])


def nhs(digits: str) -> bool:
    """NHS number (NHS Data Dictionary): modulus 11."""
    check = 11 - _weighted(digits[:9], _DOWN_TO_2) % 11
    return check % 11 == int(digits[9]) and check != 10


_DOWN_TO_2: Final = (10, 9, 8, 7, 6, 5, 4, 3, 2)


def tfn(digits: str) -> bool:
    """Australian tax file number (ATO): modulus 11."""
    return _weighted(digits, (1, 4, 3, 7, 5, 8, 6, 9, 10)) % 11 == 0


def abn(digits: str) -> bool:
    """Australian business number (ABR): the first digit less one, weighted, modulus 89."""
    weights = (10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19)
    return (_weighted(digits, weights) - weights[0]) % 89 == 0


def acn(digits: str) -> bool:
    """Australian company number (ASIC): weights 8 to 1, complement to ten."""
    return -_weighted(digits[:8], (8, 7, 6, 5, 4, 3, 2, 1)) % 10 == int(digits[8])


def swiss_uid(digits: str) -> bool:
    """Enterprise's identification number (eCH-0097): modulus 11."""
    return -_weighted(digits[:8], (5, 4, 3, 2, 7, 6, 5, 4)) % 11 == int(digits[8])


def aba(digits: str) -> bool:
    """Routing number (ABA): 3, 7, 1."""
    return _weighted(digits, (3, 7, 1) * 3) % 10 == 0 and digits != "0" * 9


def spanish_id(text: str) -> bool:
    """NIF and NIE (Spain, Real Decreto 1553/2005): modulus 23."""
    digits = text[:-1].replace("X", "0").replace("Y", "1").replace("Z", "2")
    return "TRWAGMYFPDXBNJZSQVHLCKE"[int(digits) % 23] == text[-1]


def finnish_id(text: str) -> bool:
    """Finland's personal identity code: a day, a sign of the century, modulus 31 (DVV)."""
    day, month = int(text[:2]), int(text[2:4])
    signs = "0123456789ABCDEFHJKLMNPRSTUVWXY"
    rest = int(text[:6] + text[7:10]) % 31
    return 1 <= day <= 31 and 1 <= month <= 12 and signs[rest] == text[10]


def dea(text: str) -> bool:
    """DEA registration number (21 CFR 1301): odd places plus twice the even ones."""
    d = [int(char) for char in text[-7:]]
    return (d[0] + d[2] + d[4] + 2 * (d[1] + d[3] + d[5])) % 10 == d[6]


def base58check(text: str) -> bool:
    """Bitcoin's Base58Check: four bytes of a double SHA-256."""
    alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
    number = 0
    for char in text:
        number = number * 58 + alphabet.index(char)
    size = len(text) - len(text.lstrip("1")) + (number.bit_length() + 7) // 8
    raw = number.to_bytes(max(size, 5), "big")
    return sha256(sha256(raw[:-4]).digest()).digest()[:4] == raw[-4:]


def bech32(text: str) -> bool:
    """BIP 173 and BIP 350: the polymod is 1 or 0x2bc830a3."""
    charset = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
    prefix, _, data = text.lower().rpartition("1")
    values = [ord(c) >> 5 for c in prefix] + [0] + [ord(c) & 31 for c in prefix]
    values += [charset.index(c) for c in data]
    check = 1
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for bit, generator in enumerate(
            (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
        ):
            check ^= generator if top >> bit & 1 else 0
    return check in (1, 0x2BC830A3)
