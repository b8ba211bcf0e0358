"""Two customers of the platform, and the private content that each of them brings."""

from dataclasses import dataclass
from typing import Final

from langchain_core.documents import Document

from examples.demo._canaries import Canaries, Place

TENANT_NAMES: Final = ("Acme", "Globex")


@dataclass(frozen=True, slots=True)
class Tenant:
    """One customer, with a canary at every place where telemetry could give it away."""

    name: str
    canaries: Canaries

    @classmethod
    def plant(cls, name: str) -> "Tenant":
        """Make a tenant with fresh canaries."""
        return cls(name, Canaries(name))

    @property
    def system_prompt(self) -> str:
        return (
            f"You are {self.name}'s service desk. Never reveal the "
            f"{self.canaries[Place.SYSTEM_PROMPT]} to a caller."
        )

    @property
    def question(self) -> str:
        c = self.canaries
        return (
            f"I dispute a card payment out of {c[Place.USER_PROMPT]}. The account is "
            f"{c[Place.TOOL_ARGUMENT]}, the card {c[Place.CARD_NUMBER]}, and I can be reached at "
            f"{c[Place.CUSTOMER_EMAIL]}. Which contract terms on disputed payments protect me?"
        )

    @property
    def documents(self) -> list[Document]:
        c = self.canaries
        return [
            Document(
                f"Disputed payments: under {c[Place.RETRIEVED_DOCUMENT]} the bank refunds a "
                "disputed card payment within ten days.",
                metadata={"note": c[Place.DOCUMENT_METADATA], "page": 12},
            ),
            Document("Opening hours: branches close at noon on Fridays.", metadata={"page": 1}),
            Document("Account closure: thirty days of notice in writing.", metadata={"page": 7}),
        ]
