"""What one sink's readers may see, as the redactors of the three signals share it."""

from collections.abc import Mapping
from typing import Any, Final

from spanveil.config import Config, SinkConfig
from spanveil.context import CONFLICT, UNSCOPED, KeyRing, TenantTag
from spanveil.processors._counters import ITEMS, Counters
from spanveil.processors._counters import UNSCOPED as UNSCOPED_ITEMS
from spanveil.processors._reserved import ERROR_ATTRIBUTE, Reserved
from spanveil.processors._shared_parts import SharedParts
from spanveil.redaction import Redactor, Report

_MAX_ALIASES: Final = 65_536


class SinkPolicy:
    """Pick the redactor for a tenant's item, and write the tag as the sink knows it.

    Args:
        config: Limits, rules and the tag's attribute.
        sink: The sink's profile and tag key.
        key_ring: Derives the key of pseudonyms; without one pseudonyms are random in each process.
        counters: Where to count.

    Attributes:
        counters: Where to count.
        parts: Resources and scopes for this sink.
    """

    def __init__(
        self,
        config: Config | None = None,
        sink: SinkConfig | None = None,
        key_ring: KeyRing | None = None,
        counters: Counters | None = None,
    ) -> None:
        config, sink = config or Config(), sink or SinkConfig()
        key = key_ring.subkey("pseudonym") if key_ring else None
        self.counters = counters or Counters()
        self._attribute = config.tenant.attribute
        self._shared = Redactor(config, profile=sink.profile, key=key)
        self._strict = Redactor(config, profile="strict", key=key)
        self._reserved = Reserved(config.tenant.attribute)
        self.parts = SharedParts(self._shared, self._reserved)
        self._tag_key = sink.tag_key.get_secret_value().encode() if sink.tag_key else None
        self._aliases: dict[str, str] = {}

    def redactor(self, tag: str) -> Redactor:
        """Return the redactor for a tenant's item: the strict one where there is no tenant."""
        return self._shared if _is_scoped(tag) else self._strict

    def count(self, tag: str, report: Report) -> None:
        """Count an item that was redacted."""
        self.counters.add(ITEMS)
        if not _is_scoped(tag):
            self.counters.add(UNSCOPED_ITEMS)
        self.counters.merge(report)

    def attributes(
        self,
        tag: str,
        attributes: Mapping[str, Any] | None,
        report: Report,
        signal: str = "span",
    ) -> dict[str, Any]:
        """Redact what the application wrote; what it wrote under a key of ours is left out."""
        redacted, done = self.redactor(tag).attributes(
            self._reserved.without(attributes), signal=signal, tenant=tag
        )
        report.merge(done)
        redacted.update(self._reserved.random_ids(attributes))
        return redacted

    def tag(self, attributes: dict[str, Any], tag: str) -> dict[str, Any]:
        """Write the tag, last and over anything."""
        attributes.pop(self._attribute, None)
        attributes[self._attribute] = self._alias(tag) if _is_scoped(tag) else tag
        return attributes

    def blank(self, tag: str) -> dict[str, Any]:
        """Return the attributes of an item whose redaction failed."""
        return self.tag({ERROR_ATTRIBUTE: True}, tag)

    def is_reserved(self, key: str) -> bool:
        """Say whether only Spanveil writes this key."""
        return self._reserved.covers(key)

    def _alias(self, tag: str) -> str:
        if self._tag_key is None:
            return tag
        known = self._aliases.get(tag)
        if known is None:
            if len(self._aliases) >= _MAX_ALIASES:
                self._aliases.clear()
            known = self._aliases[tag] = TenantTag.parse(tag).alias(self._tag_key).text
        return known


class SinkRedactor:
    """What the redactors of the three signals have in common.

    Args:
        config: Limits, rules and the tag's attribute.
        sink: The sink's profile and tag key.
        key_ring: Derives the key of pseudonyms; without one pseudonyms are random in each process.
        counters: Where to count.
    """

    def __init__(
        self,
        config: Config | None = None,
        sink: SinkConfig | None = None,
        key_ring: KeyRing | None = None,
        counters: Counters | None = None,
    ) -> None:
        self.policy = SinkPolicy(config, sink, key_ring, counters)
        self.counters = self.policy.counters


def _is_scoped(tag: str) -> bool:
    return tag not in (UNSCOPED, CONFLICT)
