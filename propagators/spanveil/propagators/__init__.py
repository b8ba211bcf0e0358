"""What crosses a process boundary, both ways, by allowlist."""

from spanveil.propagators._counts import Counts
from spanveil.propagators._egress import egress_to, quarantine
from spanveil.propagators._explain import DestinationExplanation, explain_destination
from spanveil.propagators._extract import claimed_tenant_tag
from spanveil.propagators._link import IngressLinkProcessor
from spanveil.propagators._propagator import SpanveilPropagator
from spanveil.propagators.wire._guard import EgressGuard, guard_egress

__all__ = [
    "Counts",
    "DestinationExplanation",
    "EgressGuard",
    "IngressLinkProcessor",
    "SpanveilPropagator",
    "claimed_tenant_tag",
    "egress_to",
    "explain_destination",
    "guard_egress",
    "quarantine",
]
