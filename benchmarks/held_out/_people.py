"""People of many countries, from ``faker``."""

import random
import unicodedata
from typing import Final

from faker import Faker
from faker.providers.address.it_IT import Provider as ItalianAddresses

LOCALES: Final = (
    "en_US", "en_US", "en_US", "en_GB", "en_GB", "en_CA", "en_AU", "de_DE", "fr_FR", "es_ES", "it_IT", "pt_BR",
    "nl_NL", "pl_PL", "sv_SE", "da_DK", "en_IN",
)  # fmt: skip
_DOMAINS: Final = (
    "gmail.com",
    "posteo.de",
    "hotmail.co.uk",
    "wanadoo.fr",
    "uni-bonn.de",
    "startup.ai",
    "mail.ny.gov",
)
_ITALIAN_TOWNS: Final = sorted(ItalianAddresses.cities)


class Person:
    """A person who does not exist.

    Args:
        rng: Where chance comes from.
        locale: One of faker's; drawn if empty.
    """

    def __init__(self, rng: random.Random, locale: str = "") -> None:
        self._rng = rng
        self.locale = locale or rng.choice(LOCALES)
        self.fake = Faker(self.locale)
        self.fake.seed_instance(rng.randrange(1 << 30))
        self.first: str = self.fake.first_name()
        self.last: str = self.fake.last_name()
        self.full = f"{self.first} {self.last}"

    def email(self) -> str:
        """Return an address that is made of the name, as most are, or of something else."""
        first, last = (_ascii(part) for part in (self.first, self.last))
        local = self._rng.choice(
            (
                f"{first}.{last}",
                f"{first[0]}{last}",
                f"{first}{self._rng.randrange(99)}",
                f"{last}_{first}",
                f"{first}-{last}+news",
            )
        )
        return f"{local}@{self._rng.choice(_DOMAINS)}"

    def phone(self) -> str:
        """Return a number as people of that country write it."""
        return str(self.fake.phone_number())

    def address(self) -> str:
        """Return a postal address on one line."""
        return ", ".join(str(self.fake.address()).split("\n"))

    def city(self) -> str:
        """Return a town."""
        if self.locale == "it_IT":  # faker draws from a set, in another order in each process
            return str(self.fake.random_element(_ITALIAN_TOWNS))
        return str(self.fake.city())

    def birth(self) -> str:
        """Return a date of birth in one of the usual forms."""
        day = self.fake.date_of_birth(minimum_age=18, maximum_age=90)
        form = self._rng.choice(
            ("%d/%m/%Y", "%m/%d/%Y", "%Y-%m-%d", "%d.%m.%Y", "%d %B %Y", "%B %d, %Y", "%d-%b-%Y")
        )
        return str(day.strftime(form))


def _ascii(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.replace("ß", "ss").replace("ł", "l"))
    return "".join(c for c in plain.lower() if c.isascii() and c.isalnum()) or "x"
