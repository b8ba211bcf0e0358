"""What would be sent to a URL, and why."""

from typing import NamedTuple

from spanveil.config import PropagationConfig
from spanveil.propagators._destination import Destination, destination_of_url
from spanveil.propagators._headers import BAGGAGE, TENANT, TRACEPARENT, TRACESTATE
from spanveil.propagators._policy import NOTHING, DestinationClass, Policy


class DestinationExplanation(NamedTuple):
    """The answer to "what goes there?".

    Attributes:
        destination_class: Name of the class.
        pattern: The origin pattern that decided, ``""`` where none did.
        sent: One sentence fragment for each thing that is sent.
        bodies: What becomes of body fields that name the user.
    """

    destination_class: str
    pattern: str
    sent: tuple[str, ...]
    bodies: str

    def lines(self) -> list[str]:
        """Return the explanation as lines of text."""
        why = f"matched by {self.pattern}" if self.pattern else "no pattern matches"
        return [
            f"class: {self.destination_class} ({why})",
            *(f"sent: {item}" for item in self.sent or ("nothing of the header table",)),
            f"body fields that name the user: {self.bodies}",
        ]


def explain_destination(config: PropagationConfig, url: str) -> DestinationExplanation:
    """Explain which class a URL falls in and what would be sent there.

    Args:
        config: The allowlist.
        url: An absolute URL; a URL that cannot be read falls in the class of third parties, as it
            would on the wire.

    >>> explain_destination(PropagationConfig(), "https://api.example.com").destination_class
    'third-party'
    """
    destination: Destination | None = destination_of_url(url)
    found, pattern = Policy(config).match(destination) if destination else (NOTHING, "")
    return DestinationExplanation(found.name, pattern, tuple(_sent(found)), _bodies(found))


def _sent(found: DestinationClass) -> list[str]:
    sent = []
    if found.trace_context == "continue":
        sent.append(f"{TRACEPARENT} and {TRACESTATE} of the current trace")
    if found.trace_context == "fresh":
        sent.append(f"{TRACEPARENT} with a random trace id for each call")
    if found.tenant_tag:
        sent.append(f"{TENANT}: the opaque tag of the current tenant")
    sent += [
        f"{BAGGAGE}: {key} where the value matches {pattern.pattern}"
        for key, pattern in sorted(found.baggage.items())
    ]
    if found.request_id_header:
        sent.append(f"{found.request_id_header}: a random id for each call")
    sent += [f"{name}: as the application sets it" for name in sorted(found.allow_headers)]
    return sent


def _bodies(found: DestinationClass) -> str:
    words = {"remove": "removed", "pseudonym": "replaced by pseudonyms", "keep": "kept"}
    return words[found.bodies]
