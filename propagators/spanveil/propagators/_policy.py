"""Destination classes, compiled: which class an origin is in, and what that class gets."""

import re
from collections.abc import Mapping
from typing import Final

from spanveil.config import (
    THIRD_PARTY,
    DestinationConfig,
    OriginPattern,
    PropagationConfig,
    parse_origin_pattern,
)
from spanveil.propagators._destination import Destination

_MEMO_ENTRIES: Final = 4096


def compiled(patterns: Mapping[str, str]) -> dict[str, re.Pattern[str]]:
    """Compile value patterns; ``\\d`` and ``\\w`` mean ASCII."""
    return {key: re.compile(pattern, re.ASCII) for key, pattern in patterns.items()}


class DestinationClass:
    """What goes to one class of destinations.

    Attributes:
        name: The name in the configuration.
        trace_context: ``none``, ``continue`` or ``fresh``.
        tenant_tag: Whether the tenant tag goes there.
        baggage: Baggage keys and the patterns of their values.
        request_id_header: Lower-case header for a fresh id, or ``None``.
        allow_headers: Names of the header table that pass.
        bodies: ``remove``, ``pseudonym`` or ``keep``.
        silent: Nothing is ever added and nothing of the header table passes.
    """

    __slots__ = (
        "allow_headers",
        "baggage",
        "bodies",
        "name",
        "request_id_header",
        "silent",
        "tenant_tag",
        "trace_context",
    )

    def __init__(self, config: DestinationConfig | None = None) -> None:
        self.name = config.name if config else THIRD_PARTY
        self.trace_context = config.trace_context if config else "none"
        self.tenant_tag = bool(config and config.tenant_tag)
        self.baggage = compiled(config.baggage) if config else {}
        self.request_id_header = config.request_id_header if config else None
        self.allow_headers = frozenset(config.allow_headers) if config else frozenset[str]()
        self.bodies = config.bodies if config else "remove"
        self.silent = not (
            self.tenant_tag
            or self.baggage
            or self.request_id_header
            or self.allow_headers
            or self.trace_context != "none"
        )


NOTHING: Final = DestinationClass()
"""The class of third parties and of everything unknown."""


class Policy:
    """The propagation allowlist, ready to run.

    Args:
        config: The allowlist.
    """

    __slots__ = ("_classes", "_memo")

    def __init__(self, config: PropagationConfig) -> None:
        self._classes: list[tuple[list[tuple[str, OriginPattern]], DestinationClass]] = [
            ([(text, parse_origin_pattern(text)) for text in item.match], DestinationClass(item))
            for item in config.destinations
        ]
        self._memo: dict[Destination, DestinationClass] = {}

    def classify(
        self, destination: Destination | None, hop: Destination | None = None
    ) -> DestinationClass:
        """Return the class of a destination; unknown is ``third-party``.

        Args:
            destination: Whom the request is for.
            hop: A proxy that reads the headers on the way. Unless it is in the same class, the
                request counts as one to a third party.
        """
        if destination is None:
            return NOTHING
        known = self._memo.get(destination)
        if known is None:
            known = self.match(destination)[0]
            if len(self._memo) >= _MEMO_ENTRIES:
                self._memo.clear()
            self._memo[destination] = known
        if hop is not None and hop != destination and known is not NOTHING:
            return known if self.classify(hop) is known else NOTHING
        return known

    def match(self, destination: Destination) -> tuple[DestinationClass, str]:
        """Return the class and the pattern that decided, ``""`` if none did."""
        scheme, host, port = destination
        for patterns, destination_class in self._classes:
            for text, pattern in patterns:
                if pattern.matches(scheme, host, port):
                    return destination_class, text
        return NOTHING, ""
