"""The gateway's part of ``spanveil.yaml``. Defaults are those that Collector users know, made safe.

They follow opentelemetry-collector (receiver/otlpreceiver, exporter/exporterhelper) unless an
attribute says otherwise.
"""

import re
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    SecretStr,
    field_validator,
    model_validator,
)

from spanveil.config._profile import SHIPPED_PROFILES

_MIB = 2**20
_ADDRESS = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9.-]+):([0-9]{1,5})")


def _known_profile(name: str) -> str:
    if name not in SHIPPED_PROFILES:
        raise ValueError(f"one of {', '.join(SHIPPED_PROFILES)}")
    return name


def _address(text: str) -> str:
    match = _ADDRESS.fullmatch(text)
    if match is None or int(match[2]) > 65535:
        raise ValueError("HOST:PORT, with an IPv6 address in brackets")
    return text


Address = Annotated[str, AfterValidator(_address)]
Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]{0,31}$")]


class _Model(BaseModel):
    """Frozen, closed to unknown keys, and silent about values in its errors."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class ServerTls(_Model):
    """TLS of a receiver, version 1.2 or newer.

    Attributes:
        certificate: PEM file with the server's chain.
        key: PEM file with its private key.
        client_ca: PEM file; if set, clients must show a certificate that it signed (mTLS).
    """

    certificate: Path
    key: Path
    client_ca: Path | None = None


class ClientTls(_Model):
    """TLS towards a sink; certificates are always verified.

    Attributes:
        ca: PEM file to verify the server with, instead of the system's authorities.
        certificate: PEM file with the client's chain, for mTLS.
        key: PEM file with its private key.
    """

    ca: Path | None = None
    certificate: Path | None = None
    key: Path | None = None

    @model_validator(mode="after")
    def _pair(self) -> "ClientTls":
        if (self.certificate is None) != (self.key is None):
            raise ValueError("certificate and key together")
        return self


class BearerToken(_Model):
    """One client that may send.

    Attributes:
        name: Names the client's stream in counters and in fair queueing.
        token: At least 16 characters; compared in constant time.
        trusted: Tenant tags from this client are believed.
    """

    name: Name
    token: SecretStr
    trusted: bool = False

    @field_validator("token")
    @classmethod
    def _long_enough(cls, token: SecretStr) -> SecretStr:
        if len(token.get_secret_value()) < 16:
            raise ValueError("at least 16 characters")
        return token


class ReceiverConfig(_Model):
    """Where OTLP comes in.

    Attributes:
        grpc: Address of OTLP/gRPC, ``None`` for no gRPC.
        http: Address of OTLP/HTTP, ``None`` for no HTTP.
        tls: TLS for both.
        tokens: If any, a client must send one as ``Authorization: Bearer``.
        trusted: Tenant tags of all clients are believed; needs mTLS, which authenticates them all.
        max_request_bytes: Limit before and after decompression; 64 MiB is what the OTLP
            specification recommends.
        max_connections: Limit of HTTP connections of one worker.
        max_concurrent_streams: gRPC requests in flight on one connection.
        timeout: Seconds within which a request must have arrived.
    """

    grpc: Address | None = "127.0.0.1:4317"
    http: Address | None = "127.0.0.1:4318"
    tls: ServerTls | None = None
    tokens: tuple[BearerToken, ...] = ()
    trusted: bool = False
    max_request_bytes: int = Field(default=64 * _MIB, ge=1024, le=1024 * _MIB)
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


class RetryConfig(_Model):
    """Back-off between attempts: exponential with full jitter, and never before the sink allows.

    Attributes:
        initial: Seconds.
        maximum: Seconds.
        give_up_after: Seconds after which a batch is dropped and counted; ``None`` to keep trying
            for as long as the queue has room (the Collector gives up after 300 s).
    """

    initial: float = Field(default=1.0, gt=0)
    maximum: float = Field(default=30.0, gt=0)
    give_up_after: float | None = Field(default=None, gt=0)


class GatewaySink(_Model):
    """One destination of redacted OTLP.

    Attributes:
        name: Shown in counters and errors.
        url: ``grpc://``, ``grpcs://``, ``http://`` or ``https://`` with host and port, or
            ``file:///path`` for OTLP JSON lines. An HTTP path is the base that ``/v1/<signal>`` is
            appended to.
        profile: The redaction profile for this sink's readers.
        tag_key: If set, tenant tags are re-keyed for this sink. At least 32 characters.
        headers: Sent with each export; kept secret in every ``repr`` and error.
        tls: Of ``grpcs`` and ``https``.
        compression: On the wire.
        timeout: Seconds for one attempt.
        max_request_bytes: Limit before compression; a larger batch is split.
        concurrency: Exports in flight.
        retry: Back-off.
    """

    name: Name = "shared"
    url: str
    profile: Annotated[str, AfterValidator(_known_profile)] = "shared"
    tag_key: SecretStr | None = None
    headers: dict[str, SecretStr] = {}
    tls: ClientTls = ClientTls()
    compression: Literal["gzip", "none"] = "gzip"
    timeout: float = Field(default=10.0, gt=0)
    max_request_bytes: int = Field(default=64 * _MIB, ge=1024)
    concurrency: int = Field(default=4, ge=1, le=1000)
    retry: RetryConfig = RetryConfig()

    @field_validator("url")
    @classmethod
    def _known_scheme(cls, url: str) -> str:
        parts = urlsplit(url)
        remote = parts.scheme in ("grpc", "grpcs", "http", "https") and bool(parts.hostname)
        local = parts.scheme == "file" and not parts.netloc and parts.path.startswith("/")
        if not (remote or local) or parts.username or parts.query or parts.fragment:
            raise ValueError("grpc(s)://host:port, http(s)://host:port or file:///path")
        if parts.scheme in ("grpc", "grpcs") and (parts.port is None or parts.path.strip("/")):
            raise ValueError("grpc(s)://host:port without a path")
        return url

    @field_validator("tag_key")
    @classmethod
    def _long_enough(cls, key: SecretStr | None) -> SecretStr | None:
        if key is not None and len(key.get_secret_value()) < 32:
            raise ValueError("at least 32 characters")
        return key


class QueueConfig(_Model):
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


class GatewayConfig(_Model):
    """The gateway.

    Attributes:
        receivers: Where OTLP comes in.
        sinks: Where redacted OTLP goes. Names are unique; without one the gateway does not start.
        queue: Between them.
        admin: Address of health, metrics and the admin page. The page has no login, so that only a
            loopback address is accepted unless ``admin_public`` says that a network guards it.
        admin_public: Accept an ``admin`` address that is not loopback; the page's preview is off
            there.
        workers: Processes; each has its own queue.
        shutdown_timeout: Seconds that a stop may spend on draining.
    """

    receivers: ReceiverConfig = ReceiverConfig()
    sinks: tuple[GatewaySink, ...] = ()
    queue: QueueConfig = QueueConfig()
    admin: Address | None = "127.0.0.1:13133"
    admin_public: bool = False
    workers: int = Field(default=1, ge=1, le=256)
    shutdown_timeout: float = Field(default=10.0, gt=0)

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
