"""The gateway's part of ``spanveil.yaml``. Defaults are those that Collector users know, made safe.

They follow opentelemetry-collector (receiver/otlpreceiver, exporter/exporterhelper) unless an
attribute says otherwise.
"""

import re
from pathlib import Path
from typing import Annotated

from pydantic import (
    AfterValidator,
    Field,
    SecretStr,
    field_validator,
    model_validator,
)

from spanveil.config._gateway_sink import ClosedModel, GatewaySink, Name

_MIB = 2**20
_ADDRESS = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9.-]+):([0-9]{1,5})")


def _address(text: str) -> str:
    match = _ADDRESS.fullmatch(text)
    if match is None or int(match[2]) > 65535:
        raise ValueError("HOST:PORT, with an IPv6 address in brackets")
    return text


Address = Annotated[str, AfterValidator(_address)]


class ServerTls(ClosedModel):
    """TLS of a receiver, version 1.2 or newer.

    Attributes:
        certificate: PEM file with the server's chain.
        key: PEM file with its private key.
        client_ca: PEM file; if set, clients must show a certificate that it signed (mTLS).
    """

    certificate: Path
    key: Path
    client_ca: Path | None = None


class BearerToken(ClosedModel):
    """One client that may send.

    Attributes:
        name: Names the client's stream in counters and in fair queueing.
        token: At least 16 characters; compared in constant time.
        token_file: A file that holds it instead, which may be written anew.
        trusted: Tenant tags from this client are believed.
    """

    name: Name
    token: SecretStr | None = None
    token_file: Path | None = None
    trusted: bool = False

    @field_validator("token")
    @classmethod
    def _long_enough(cls, token: SecretStr | None) -> SecretStr | None:
        if token is not None and len(token.get_secret_value()) < 16:
            raise ValueError("at least 16 characters")
        return token

    @model_validator(mode="after")
    def _one(self) -> "BearerToken":
        if (self.token is None) is (self.token_file is None):
            raise ValueError("token or token_file")
        return self


class ReceiverConfig(ClosedModel):
    """Where OTLP comes in.

    Attributes:
        grpc: Address of OTLP/gRPC, ``None`` for no gRPC.
        http: Address of OTLP/HTTP, ``None`` for no HTTP.
        tls: TLS for both.
        tokens: If any, a client must send one as ``Authorization: Bearer``.
        trusted: Tenant tags of all clients are believed; needs mTLS, which authenticates them all.
        max_request_bytes: Limit before and after decompression; 64 MiB is what the OTLP
            specification recommends.
        max_arriving_bytes: Bytes of requests that have not arrived whole, for gRPC and for HTTP
            each, at least those of one request; one client may hold half. Over gRPC a request that
            is not there after half a second counts as ``max_request_bytes``, since nobody can tell
            how large it will be.
        max_connections: Limit of connections of one worker, for gRPC and for HTTP each.
        max_concurrent_streams: gRPC requests in flight on one connection.
        timeout: Seconds within which a request must have arrived, and a connection must have said
            something.
    """

    grpc: Address | None = "127.0.0.1:4317"
    http: Address | None = "127.0.0.1:4318"
    tls: ServerTls | None = None
    tokens: tuple[BearerToken, ...] = ()
    trusted: bool = False
    max_request_bytes: int = Field(default=64 * _MIB, ge=1024, le=1024 * _MIB)
    max_arriving_bytes: int = Field(default=512 * _MIB, ge=1024)
    max_connections: int = Field(default=1000, ge=1)
    max_concurrent_streams: int = Field(default=100, ge=1)
    timeout: float = Field(default=30.0, gt=0)

    @model_validator(mode="after")
    def _sane(self) -> "ReceiverConfig":
        if self.grpc is None and self.http is None:
            raise ValueError("an address for grpc or for http")
        if self.trusted and (self.tls is None or self.tls.client_ca is None):
            raise ValueError("trusted only with tls.client_ca, or trusted on a token instead")
        if len({token.name for token in self.tokens}) < len(self.tokens):
            raise ValueError("a different name for each token")
        return self


class QueueConfig(ClosedModel):
    """The durable queue between receivers and sinks.

    Attributes:
        directory: Where it lives; ``None`` for no queue: a request is then acknowledged when every
            sink has acknowledged it.
        max_bytes: Bytes of redacted, compressed payload of one worker. Beyond it clients are asked
            to come back later; nothing is dropped.
        max_share: How much of the free room one tenant (or, without trusted tags, one client) may
            hold, as a multiple of it: with 1.0 a flood takes at most half, and what it leaves is
            for the others (Choudhury and Hahne, "Dynamic queue length thresholds", 1998).
    """

    directory: Path | None = Path("spanveil-data")
    max_bytes: int = Field(default=1024 * _MIB, ge=_MIB)
    max_share: float = Field(default=1.0, gt=0, le=16)


class RequestLimits(ClosedModel):
    """How many parts one request may have, whatever its bytes: an empty part is two bytes on the
    wire, next to nothing in gzip, and a step of work here.

    An item over a limit is rejected by ``partial_success``, a request over one is refused as
    ``INVALID_ARGUMENT``. No program meets them: an SDK keeps 128 attributes, events and links
    (OpenTelemetry specification, "Span Limits") unless it is told otherwise, as it is where a long
    conversation becomes thousands of attributes, or each token an event. It sends 512 items, the
    Collector batches 8,192.

    Attributes:
        max_resources: Of one request.
        max_scopes: Of one request, those of all its resources together.
        max_items: Spans, log records or metrics of one request, and data points of one metric.
        max_attributes: Of one span, event, link, log record, data point, exemplar, scope, resource.
        max_events: Of one span.
        max_links: Of one span.
        max_exemplars: Of one metric, those of all its data points together.
        max_values: Nested in the attributes and the body of one item, containers and leaves.
    """

    max_resources: int = Field(default=16_384, ge=1)
    max_scopes: int = Field(default=16_384, ge=1)
    max_items: int = Field(default=131_072, ge=1)
    max_attributes: int = Field(default=8_192, ge=1)
    max_events: int = Field(default=16_384, ge=1)
    max_links: int = Field(default=16_384, ge=1)
    max_exemplars: int = Field(default=131_072, ge=1)
    max_values: int = Field(default=200_000, ge=1)


class GatewayConfig(ClosedModel):
    """The gateway.

    Attributes:
        receivers: Where OTLP comes in.
        sinks: Where redacted OTLP goes. Names are unique; without one the gateway does not start.
        queue: Between them.
        limits: What one request may consist of.
        admin: Address of health, metrics and the admin page. The page has no login, so that only a
            loopback address is accepted unless ``admin_public`` says that a network guards it.
        admin_public: Accept an ``admin`` address that is not loopback; the page's preview is off
            there.
        workers: Processes; each has its own queue.
        shutdown_timeout: Seconds that a stop may spend on draining.
        reload_interval: Seconds between two looks at the files of certificates, keys and tokens;
            ``None`` for none but at SIGHUP (the Collector's ``reload_interval``).
    """

    receivers: ReceiverConfig = ReceiverConfig()
    sinks: tuple[GatewaySink, ...] = ()
    queue: QueueConfig = QueueConfig()
    limits: RequestLimits = RequestLimits()
    admin: Address | None = "127.0.0.1:13133"
    admin_public: bool = False
    workers: int = Field(default=1, ge=1, le=256)
    shutdown_timeout: float = Field(default=10.0, gt=0)
    reload_interval: float | None = Field(default=60.0, gt=0)

    @model_validator(mode="after")
    def _sane(self) -> "GatewayConfig":
        if len({sink.name for sink in self.sinks}) < len(self.sinks):
            raise ValueError("a different name for each sink")
        if self.admin and not self.admin_public and not is_loopback(self.admin):
            raise ValueError("a loopback address for admin, or admin_public: true")
        return self


def is_loopback(address: str) -> bool:
    """Say whether ``HOST:PORT`` can be reached from this machine alone.

    >>> is_loopback("127.0.0.1:4317"), is_loopback("0.0.0.0:4317")
    (True, False)
    """
    host = address.rpartition(":")[0].strip("[]")
    return host in ("localhost", "::1") or re.fullmatch(r"127(\.[0-9]{1,3}){3}", host) is not None
