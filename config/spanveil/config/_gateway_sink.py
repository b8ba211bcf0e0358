"""Where the gateway sends to: one destination of redacted OTLP."""

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
Name = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]{0,31}$")]

# RFC 9110 sections 5.1 and 5.5, narrowed to what every HTTP and gRPC library sends.
_HEADER_NAME = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+", re.ASCII)
_HEADER_VALUE = re.compile(r"(?:[!-~](?:[ -~]*[!-~])?)?", re.ASCII)
_OWN_HEADERS = frozenset(
    {
        "connection",
        "content-encoding",
        "content-length",
        "content-type",
        "te",
        "transfer-encoding",
    }
)


def _sink_url(url: str) -> str:
    """Return a sink's address, or raise ``ValueError`` with a text that does not quote it."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:  # urllib's own text quotes the address
        raise ValueError("an address that can be read, its port a number") from None
    if "@" in parts.netloc:
        raise ValueError("no user and password in it; put credentials into `headers`")
    remote = parts.scheme in ("grpc", "grpcs", "http", "https") and bool(parts.hostname)
    local = parts.scheme == "file" and not parts.netloc and parts.path.startswith("/")
    if not (remote or local) or parts.query or parts.fragment:
        raise ValueError("grpc(s)://host:port, http(s)://host:port or file:///path")
    if parts.scheme in ("grpc", "grpcs") and (port is None or parts.path.strip("/")):
        raise ValueError("grpc(s)://host:port without a path")
    return url


def _known_profile(name: str) -> str:
    if name not in SHIPPED_PROFILES:
        raise ValueError(f"one of {', '.join(SHIPPED_PROFILES)}")
    return name


class ClosedModel(BaseModel):
    """Frozen, closed to unknown keys, and silent about values in its errors."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class ClientTls(ClosedModel):
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


class RetryConfig(ClosedModel):
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


class GatewaySink(ClosedModel):
    """One destination of redacted OTLP.

    Attributes:
        name: Shown in counters and errors.
        url: ``grpc://``, ``grpcs://``, ``http://`` or ``https://`` with host and port, or
            ``file:///path`` for OTLP JSON lines. An HTTP path is the base that ``/v1/<signal>`` is
            appended to.
        profile: The redaction profile for this sink's readers.
        tag_key: If set, tenant tags are re-keyed for this sink. At least 32 characters.
        headers: Sent with each export; kept secret in every ``repr`` and error.
        token_file: A file with a token that is sent as ``Authorization: Bearer``; it may be written
            anew.
        tls: Of ``grpcs`` and ``https``.
        compression: On the wire.
        timeout: Seconds for one attempt.
        max_request_bytes: Limit before compression; a larger batch is split.
        concurrency: Exports in flight.
        retry: Back-off.
    """

    name: Name = "shared"
    url: str = Field(repr=False)
    profile: Annotated[str, AfterValidator(_known_profile)] = "shared"
    tag_key: SecretStr | None = None
    headers: dict[str, SecretStr] = {}
    token_file: Path | None = None
    tls: ClientTls = ClientTls()
    compression: Literal["gzip", "none"] = "gzip"
    timeout: float = Field(default=10.0, gt=0)
    max_request_bytes: int = Field(default=64 * _MIB, ge=1024)
    concurrency: int = Field(default=4, ge=1, le=1000)
    retry: RetryConfig = RetryConfig()

    @field_validator("url")
    @classmethod
    def _known_scheme(cls, url: str) -> str:
        return _sink_url(url)

    @field_validator("headers")
    @classmethod
    def _header_syntax(cls, headers: dict[str, SecretStr]) -> dict[str, SecretStr]:
        for name, value in headers.items():
            if _HEADER_NAME.fullmatch(name) is None or name.lower() in _OWN_HEADERS:
                raise ValueError("names of HTTP headers, none of which describes the body")
            if _HEADER_VALUE.fullmatch(value.get_secret_value()) is None:
                raise ValueError("values of printable ASCII without spaces around them")
        return headers

    @model_validator(mode="after")
    def _one_credential(self) -> "GatewaySink":
        if self.token_file is not None and "authorization" in map(str.lower, self.headers):
            raise ValueError("token_file or an Authorization header")
        return self

    @field_validator("tag_key")
    @classmethod
    def _long_enough(cls, key: SecretStr | None) -> SecretStr | None:
        if key is not None and len(key.get_secret_value()) < 32:
            raise ValueError("at least 32 characters")
        return key
