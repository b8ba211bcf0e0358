"""The propagator: OpenTelemetry's own seat for both directions.

The entry point `spanveil` names this module, and OpenTelemetry imports it while its own packages
are half imported: nothing here may import more of OpenTelemetry than the API.
"""

from typing import Final

from opentelemetry.context import Context
from opentelemetry.propagators.textmap import (
    CarrierT,
    Getter,
    Setter,
    TextMapPropagator,
    default_getter,
    default_setter,
)

from spanveil.config import Config, PropagationConfig, load, read_environment
from spanveil.context import KeyRing
from spanveil.propagators._carrier import remove_fields
from spanveil.propagators._counts import FAILED, Counts
from spanveil.propagators._egress import Egress
from spanveil.propagators._extract import Extractor
from spanveil.propagators._headers import BAGGAGE, TENANT, TRACEPARENT, TRACESTATE
from spanveil.propagators._ingress import Ingress
from spanveil.propagators._tenant import TagSource, tag_from_context

_FIELDS: Final = frozenset({TRACEPARENT, TRACESTATE, BAGGAGE, TENANT})


class SpanveilPropagator(TextMapPropagator):
    """Inject and extract only what the propagation allowlist names.

    Injection writes by the class of the destination, which is the one stated by `egress_to` or the
    one that the current client span names; unknown means nothing. It is the first of two layers:
    the wire guard (`guard_egress`) sees the connection and also serves spans without attributes.

    Args:
        config: The allowlist; ``None`` for the configuration that the environment names, which is
            how the entry point creates it.
        key_ring: Makes tenant tags; ``None`` for the one of the environment, if it names one.
        tag: Returns the current tag instead, for a service that keeps the tenant in two places.
        counts: Where removals and faults are counted.

    Raises:
        ConfigError: The environment names a configuration that cannot be read.
        KeyRingError: The environment's tag keys are malformed.
    """

    def __init__(
        self,
        config: Config | PropagationConfig | None = None,
        *,
        key_ring: KeyRing | None = None,
        tag: TagSource | None = None,
        counts: Counts | None = None,
    ) -> None:
        propagation = resolve_config(config)
        if tag is None:
            tag = tag_from_context(key_ring or environment_key_ring())
        self.counts = counts or Counts()
        self._egress = Egress(propagation, tag, self.counts)
        self._extractor = Extractor(Ingress(propagation.ingress), self.counts)

    def inject(
        self,
        carrier: CarrierT,
        context: Context | None = None,
        setter: Setter[CarrierT] = default_setter,
    ) -> None:
        """Remove our fields from the carrier, then write what the destination gets."""
        try:
            remove_fields(carrier, _FIELDS)
            for name, value in self._egress.injected(context):
                setter.set(carrier, name, value)
        except Exception:
            # The caller's request goes on; the wire guard clears what a carrier kept.
            self.counts.add(FAILED, "inject")

    def extract(
        self,
        carrier: CarrierT,
        context: Context | None = None,
        getter: Getter[CarrierT] = default_getter,
    ) -> Context:
        """Read the carrier: a trusted edge continues the trace, any other starts one with a link.

        Returns:
            The given context (an empty one for ``None``) with what was accepted. Baggage and a
            remote span that another propagator left in it are gone.
        """
        return self._extractor.extract(carrier, context, getter)

    @property
    def fields(self) -> set[str]:
        """All header names that `inject` may write."""
        return set(_FIELDS)


def resolve_config(config: Config | PropagationConfig | None) -> PropagationConfig:
    """Return the allowlist, from the environment's configuration file if none is given."""
    if config is None:
        config = load(read_environment().config)
    return config.propagation if isinstance(config, Config) else config


def environment_key_ring() -> KeyRing | None:
    """Return the key ring that the environment names, or ``None``: then no tag leaves."""
    environment = read_environment()
    return KeyRing.configured(environment.tag_keys, mode=environment.mode)
