"""The configuration as frozen models. Every field has a default that is safe."""

from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    HttpUrl,
    SecretStr,
    field_validator,
)

from spanveil.config._catalogue import Catalogue
from spanveil.config._gateway import GatewayConfig
from spanveil.config._profile import SHIPPED_PROFILES


def _known_profile(name: str) -> str:
    if name not in SHIPPED_PROFILES:
        raise ValueError(f"one of {', '.join(SHIPPED_PROFILES)}")
    return name


ProfileName = Annotated[str, AfterValidator(_known_profile)]


class _Model(BaseModel):
    """Frozen, closed to unknown keys, and silent about values in its errors."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class Limits(_Model):
    """Bounds on the work that one value may cause. Past a bound the value becomes a marker.

    Attributes:
        max_depth: Levels of nested containers, JSON inside strings included.
        max_nodes: Containers and leaves visited in one attribute value.
        max_chars: Characters of one string that is looked into; a longer one is not parsed.
    """

    max_depth: int = Field(default=64, ge=1, le=256)
    max_nodes: int = Field(default=20_000, ge=1, le=1_000_000)
    max_chars: int = Field(default=2_000_000, ge=1, le=100_000_000)


class RedactionConfig(_Model):
    """How values are redacted, whatever the sink.

    Attributes:
        limits: Bounds on the work for one value.
        memo_bytes: Memory for what detection found in texts seen before; 0 remembers nothing.
        names: Whether detection looks for names of people and places.
    """

    limits: Limits = Limits()
    memo_bytes: int = Field(default=16_000_000, ge=0, le=1_000_000_000)
    names: bool = True


class TenantConfig(_Model):
    """How telemetry is tagged with its tenant.

    Attributes:
        attribute: The attribute that carries the opaque tag. Whatever the application writes under
            this key is replaced.
    """

    attribute: str = Field(
        default="spanveil.tenant", pattern=r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$"
    )

    @field_validator("attribute")
    @classmethod
    def _no_key_of_a_convention(cls, key: str) -> str:
        # The tag is exempt from redaction and overwrites what it meets.
        if Catalogue.shipped().classify(key).pattern:
            raise ValueError("a key that no telemetry convention uses")
        return key


class SinkConfig(_Model):
    """One receiver of redacted OTLP.

    Attributes:
        name: Shown in counters and errors.
        endpoint: ``http(s)://host:port``. Without one the standard ``OTEL_EXPORTER_OTLP_*``
            variables decide, as for any OpenTelemetry exporter.
        protocol: OTLP transport (OpenTelemetry specification, "OTLP Exporter configuration").
        profile: The redaction profile for this sink's readers.
        headers: Sent with each export; kept secret in every ``repr`` and error.
        tag_key: If set, tenant tags are re-keyed for this sink, so that its data cannot be joined
            with another sink's by tag. At least 32 characters.
    """

    name: str = Field(default="shared", pattern=r"^[a-z][a-z0-9_-]{0,31}$")
    endpoint: HttpUrl | None = None
    protocol: Literal["grpc", "http/protobuf"] = "grpc"
    profile: ProfileName = "shared"
    headers: dict[str, SecretStr] = {}
    tag_key: SecretStr | None = None

    @field_validator("endpoint")
    @classmethod
    def _no_user_in(cls, endpoint: HttpUrl | None) -> HttpUrl | None:
        if endpoint is not None and (endpoint.username or endpoint.password):
            raise ValueError("no user and password in it; put credentials into `headers`")
        return endpoint

    @field_validator("tag_key")
    @classmethod
    def _long_enough(cls, key: SecretStr | None) -> SecretStr | None:
        if key is not None and len(key.get_secret_value()) < 32:
            raise ValueError("at least 32 characters")
        return key


class Config(_Model):
    """The whole of ``spanveil.yaml``.

    Attributes:
        version: The version of this format.
        tenant: Tagging.
        redaction: Redaction, for all sinks.
        sinks: Where redacted telemetry goes. Names are unique.
        gateway: The gateway's own receivers, queue and sinks.
    """

    version: Literal[1] = 1
    tenant: TenantConfig = TenantConfig()
    redaction: RedactionConfig = RedactionConfig()
    sinks: tuple[SinkConfig, ...] = (SinkConfig(),)
    gateway: GatewayConfig = GatewayConfig()

    @field_validator("sinks")
    @classmethod
    def _unique_names(cls, sinks: tuple[SinkConfig, ...]) -> tuple[SinkConfig, ...]:
        if not sinks:
            raise ValueError("at least one sink")
        if len({sink.name for sink in sinks}) < len(sinks):
            raise ValueError("a different name for each sink")
        return sinks
