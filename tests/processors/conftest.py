"""A service's parts: a key ring, verified contexts, and OTLP endpoints that keep what they get."""

import base64
import os
import secrets
from collections.abc import Iterator

import pytest
from opentelemetry import trace
from opentelemetry._logs import _internal as _logs_api
from opentelemetry.metrics import _internal as metrics_api
from opentelemetry.util._once import Once

from spanveil.context import (
    KeyRing,
)
from spanveil.processors import _configure
from tests.processors.canaries import Canaries
from tests.processors.receivers import Received, grpc_receiver, http_receiver


@pytest.fixture
def canaries() -> Canaries:
    return Canaries()


@pytest.fixture
def otlp_grpc() -> Iterator[Received]:
    with grpc_receiver() as received:
        yield received


@pytest.fixture
def otlp_http() -> Iterator[Received]:
    with http_receiver() as received:
        yield received


@pytest.fixture
def fresh_globals(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A process as it starts: no global provider, no configuration, nothing in the environment."""
    for name in list(os.environ):
        if name.startswith(("OTEL_", "SPANVEIL_")):
            monkeypatch.delenv(name)
    for module, name in ((trace, "_TRACER"), (_logs_api, "_LOGGER"), (metrics_api, "_METER")):
        monkeypatch.setattr(module, f"{name}_PROVIDER", None)
        monkeypatch.setattr(module, f"{name}_PROVIDER_SET_ONCE", Once())
    yield
    protection = _configure.active()
    if protection is not None:
        protection.shutdown()


@pytest.fixture
def tag_keys(fresh_globals: None, monkeypatch: pytest.MonkeyPatch) -> KeyRing:
    """Set ``SPANVEIL_TAG_KEYS``, and return the ring that it describes."""
    text = f"k1:{base64.b64encode(secrets.token_bytes(32)).decode()}"
    monkeypatch.setenv("SPANVEIL_TAG_KEYS", text)
    return KeyRing.from_text(text)
