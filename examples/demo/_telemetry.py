"""Telemetry of the agent service: the one place where the protected and the plain run differ."""

import os
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

from opentelemetry import trace
from opentelemetry.exporter.otlp.proto.grpc.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import SERVICE_NAME, Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor

from spanveil.config import load
from spanveil.processors import configure

_CONFIG: Final = Path(__file__).with_name("spanveil.yaml")
_KEY_BYTES: Final = 32


class Telemetry(NamedTuple):
    """What the demo needs of either set-up.

    Attributes:
        tracer_provider: The service's provider.
        tag_attribute: The key under which Spanveil puts the tenant tag.
        force_flush: Sends what waits, and returns when the sink has taken it.
        shutdown: Ends it.
    """

    tracer_provider: trace.TracerProvider
    tag_attribute: str
    force_flush: Callable[[], object]
    shutdown: Callable[[], object]


def protect_or_plain(endpoint: str, *, unprotected: bool) -> Telemetry:
    """Set the service's telemetry up to export to the sink, with Spanveil or without.

    Args:
        endpoint: The sink's OTLP/gRPC endpoint.
        unprotected: Export with the bare SDK.
    """
    os.environ["OTEL_EXPORTER_OTLP_ENDPOINT"] = endpoint
    provider = TracerProvider(resource=Resource.create({SERVICE_NAME: "service-desk"}))
    trace.set_tracer_provider(provider)
    tag_attribute = load(_CONFIG).tenant.attribute
    if unprotected:
        provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
        return Telemetry(provider, tag_attribute, provider.force_flush, provider.shutdown)
    os.environ["SPANVEIL_TAG_KEYS"] = f"demo:{secrets.token_urlsafe(_KEY_BYTES)}"
    protection = configure(_CONFIG)
    return Telemetry(provider, tag_attribute, protection.force_flush, protection.shutdown)
