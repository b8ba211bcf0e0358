"""OTLP in, redacted OTLP out: a pure core, receivers, a durable queue and sinks."""

import spanveil.gateway._grpc_log  # noqa: F401 - before anything loads gRPC
from spanveil.gateway._core import Core
from spanveil.gateway._errors import PayloadError
from spanveil.gateway._outcome import Outcome, Part
from spanveil.gateway._signals import Signal
from spanveil.gateway._tags import TagPolicy

__all__ = ["Core", "Outcome", "Part", "PayloadError", "Signal", "TagPolicy"]
