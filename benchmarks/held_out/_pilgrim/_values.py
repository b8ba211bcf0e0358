"""All that is sensitive beside secrets, and the type under which it is labelled."""

from typing import Final

from benchmarks.held_out._pilgrim._afrasia import AFRASIA
from benchmarks.held_out._pilgrim._americas import AMERICAS
from benchmarks.held_out._pilgrim._contact import BIRTHS, MAILS, PHONES
from benchmarks.held_out._pilgrim._draw import Draw
from benchmarks.held_out._pilgrim._europe import EUROPE
from benchmarks.held_out._pilgrim._names import NAMES
from benchmarks.held_out._pilgrim._places import PLACES

MORE: Final[dict[str, Draw]] = {
    **EUROPE,
    **AMERICAS,
    **AFRASIA,
    **NAMES,
    **PLACES,
    **PHONES,
    **MAILS,
    **BIRTHS,
    "CRYPTO": AMERICAS["CRYPTO_SEGWIT"],
    "IBAN_CODE": EUROPE["IBAN_CH"],
    "IP_ADDRESS": AMERICAS["IPV"],
    "MAC_ADDRESS": AMERICAS["MAC"],
    "MEDICAL_LICENSE": AMERICAS["US_DEA"],
}
TYPES: Final[dict[str, str]] = {
    **dict.fromkeys(NAMES, "PERSON"),
    **dict.fromkeys(PLACES, "LOCATION"),
    **dict.fromkeys(PHONES, "PHONE_NUMBER"),
    **dict.fromkeys(MAILS, "EMAIL_ADDRESS"),
    **dict.fromkeys(BIRTHS, "DATE_OF_BIRTH"),
    **{kind: "LICENSE_PLATE" for kind in MORE if kind.startswith("PLATE_")},
    **{kind: "IBAN_CODE" for kind in MORE if kind.startswith("IBAN_")},
    **{kind: "CRYPTO" for kind in MORE if kind.startswith("CRYPTO_")},
    "IP": "IP_ADDRESS",
    "IPV": "IP_ADDRESS",
    "MAC": "MAC_ADDRESS",
    "US_DEA": "MEDICAL_LICENSE",
}
