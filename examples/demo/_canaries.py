"""Planted canaries: unique random values that must never be seen in the shared sink."""

import secrets
import string
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

_ALPHABET: Final = string.ascii_lowercase + string.digits
_CORE_LENGTH: Final = 20
_FRAGMENT_LENGTH: Final = _CORE_LENGTH // 2  # 36^10: about 51 bits, so a hit is never chance
_CARD_PREFIX: Final = "453"
_CARD_DIGITS: Final = 16


class Place(StrEnum):
    """Where a canary is planted, in words for the report."""

    TENANT_ID = "tenant id"
    USER_ID = "user id"
    SESSION_ID = "session id"
    SYSTEM_PROMPT = "system prompt"
    USER_PROMPT = "user prompt"
    CUSTOMER_EMAIL = "e-mail in the prompt"
    CARD_NUMBER = "card number in the prompt"
    RETRIEVED_DOCUMENT = "retrieved document"
    DOCUMENT_METADATA = "document metadata"
    TOOL_ARGUMENT = "tool argument"
    TOOL_RESULT = "tool result"
    EXCEPTION_MESSAGE = "exception message"
    REQUEST_METADATA = "request metadata"
    RUN_NAME = "run name"
    APPLICATION_NOTE = "application's own attribute"


@dataclass(frozen=True, slots=True)
class Canary:
    """One planted value.

    Attributes:
        tenant: The display name of the tenant that owns it.
        place: Where it was planted.
        value: The planted text.
        fragments: Parts of which each alone identifies it, so that a value that was cut is found.
    """

    tenant: str
    place: Place
    value: str
    fragments: tuple[str, ...]

    @property
    def name(self) -> str:
        """Name the canary without giving its value away."""
        return f"{self.tenant}: {self.place.value}"

    def __repr__(self) -> str:
        return f"Canary({self.name})"


def _core() -> str:
    return "".join(secrets.choice(_ALPHABET) for _ in range(_CORE_LENGTH))


def _luhn_digit(digits: str) -> str:
    """Return the check digit of ISO/IEC 7812-1, annex B."""
    total = 0
    for index, digit in enumerate(reversed(digits)):
        number = int(digit) * (2 if index % 2 == 0 else 1)
        total += number - 9 if number > 9 else number
    return str(-total % 10)


def _card_number() -> str:
    length = _CARD_DIGITS - len(_CARD_PREFIX) - 1
    digits = _CARD_PREFIX + "".join(secrets.choice(string.digits) for _ in range(length))
    return digits + _luhn_digit(digits)


# How the core is dressed. Prose where people write prose, an identifier where systems write one.
_SHAPES: Final[Mapping[Place, Callable[[str], str]]] = {
    Place.TENANT_ID: lambda core: f"tenant-{core}",
    Place.USER_ID: lambda core: f"user-{core}",
    Place.SESSION_ID: lambda core: f"thread-{core}",
    Place.SYSTEM_PROMPT: lambda core: f"escalation phrase {core}",
    Place.USER_PROMPT: lambda core: f"my late mother's estate, reference {core}",
    Place.CUSTOMER_EMAIL: lambda core: f"ada.{core}@mail.example",
    Place.RETRIEVED_DOCUMENT: lambda core: f"clause {core}",
    Place.DOCUMENT_METADATA: lambda core: f"signed by Grace {core}",
    Place.TOOL_ARGUMENT: lambda core: f"ACC-{core.upper()}",
    Place.TOOL_RESULT: lambda core: f"overdraft note {core}",
    Place.EXCEPTION_MESSAGE: lambda core: f"ledger row {core}",
    Place.REQUEST_METADATA: lambda core: f"complained about staff member {core}",
    Place.RUN_NAME: lambda core: f"Dispute of Ada Byron {core}",
    Place.APPLICATION_NOTE: lambda core: f"caller is distressed, see {core}",
}


def _plant(tenant: str, place: Place) -> Canary:
    if place is Place.CARD_NUMBER:
        number = _card_number()
        return Canary(tenant, place, number, (number,))
    core = _core()
    fragments = (core[:_FRAGMENT_LENGTH], core[_FRAGMENT_LENGTH:])
    return Canary(tenant, place, _SHAPES[place](core), fragments)


class Canaries:
    """The canaries of one tenant, one at each place, made from the system's random source."""

    def __init__(self, tenant: str) -> None:
        self._planted = {place: _plant(tenant, place) for place in Place}

    def __getitem__(self, place: Place) -> str:
        """Return the text to plant at a place."""
        return self._planted[place].value

    def __iter__(self) -> Iterator[Canary]:
        return iter(self._planted.values())

    def __len__(self) -> int:
        return len(self._planted)
