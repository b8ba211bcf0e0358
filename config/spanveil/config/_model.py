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
from spanveil.config._ner import NerConfig
from spanveil.config._patterns import Pattern
from spanveil.config._profile import SHIPPED_PROFILES
from spanveil.config._propagation import PropagationConfig
from spanveil.config._rules import KeyRule, TenantRule


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


def _specific(pattern: str) -> str:
    if len(pattern.replace("*", "")) < 4 or len(pattern) > 256 or pattern.count("*") > 4:
        raise ValueError("at least 4 characters besides at most 4 asterisks")
    return pattern


class RedactionConfig(_Model):
    """How values are redacted, whatever the sink.

    Attributes:
        limits: Bounds on the work for one value.
        rules: Rules for keys.
        tenants: Further rules by opaque tenant tag (``spanveil tag`` prints it); they only tighten.
        allow: Texts that are no findings of detection, with ``*`` for any characters, such as
            ``*@support.example``. One exempts a finding that it matches from end to end, and never
            a secret.
        patterns: Expressions of one's own for what is sensitive; they only add to what is found.
        memo_bytes: Memory for what detection found in texts seen before; 0 remembers nothing.
        names: Whether detection looks for names of people and places.
        ner: A spaCy model that looks for further names; none by default.
    """

    limits: Limits = Limits()
    rules: tuple[KeyRule, ...] = ()
    tenants: dict[str, tuple[TenantRule, ...]] = {}
    allow: tuple[Annotated[str, AfterValidator(_specific)], ...] = ()
    patterns: tuple[Pattern, ...] = Field(default=(), max_length=64)
    memo_bytes: int = Field(default=16_000_000, ge=0, le=1_000_000_000)
    names: bool = True
    ner: NerConfig | None = None


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


def _long_enough(key: SecretStr | None) -> SecretStr | None:
    if key is not None and len(key.get_secret_value()) < 32:
        raise ValueError("at least 32 characters")
    return key


class SinkConfig(_Model):
    """One receiver of redacted OTLP.

    Attributes:
        name: Shown in counters and errors.
        endpoint: ``http(s)://host:port``. Without one the standard ``OTEL_EXPORTER_OTLP_*``
            variables decide, as for any OpenTelemetry exporter.
        protocol: OTLP transport (OpenTelemetry specification, "OTLP Exporter configuration").
        signals: What it receives; all three unless said otherwise.
        profile: The redaction profile for this sink's readers.
        headers: Sent with each export; kept secret in every ``repr`` and error.
        tag_key: If set, tenant tags are re-keyed for this sink, so that its data cannot be joined
            with another sink's by tag. At least 32 characters.
    """

    name: str = Field(default="shared", pattern=r"^[a-z][a-z0-9_-]{0,31}$")
    endpoint: HttpUrl | None = None
    protocol: Literal["grpc", "http/protobuf"] = "grpc"
    signals: frozenset[Literal["traces", "logs", "metrics"]] = frozenset(
        {"traces", "logs", "metrics"}
    )
    profile: ProfileName = "shared"
    headers: dict[str, SecretStr] = {}
    tag_key: SecretStr | None = None

    _long_enough = field_validator("tag_key")(_long_enough)

    @field_validator("endpoint")
    @classmethod
    def _no_user_in(cls, endpoint: HttpUrl | None) -> HttpUrl | None:
        if endpoint is not None and (endpoint.username or endpoint.password):
            raise ValueError("no user and password in it; put credentials into `headers`")
        return endpoint


class GuardConfig(_Model):
    """What processors and exporters see that are no sink of this file.

    Attributes:
        profile: The redaction profile for them.
        tag_key: As a sink's. Set one where they export to a third party.
        strict: Redact a recorded span in place when it ends, on the thread that ends it, for
            processors that get hold of it by another way than their hooks. Sinks then get what this
            profile leaves over.
        self_test: Send canaries through the providers at start-up, and refuse to run if one shows.
    """

    profile: ProfileName = "shared"
    tag_key: SecretStr | None = None
    strict: bool = False
    self_test: bool = True

    _long_enough = field_validator("tag_key")(_long_enough)


class MetricsConfig(_Model):
    """How metrics are exported.

    Attributes:
        tag: Give every metric the tenant tag. A tag makes each series one of every tenant, and the
            SDK keeps at most 2,000 series of an instrument (OpenTelemetry specification, "Metrics
            SDK", cardinality limits): from there on whole tenants vanish into one point with
            ``otel.metric.overflow``. Leave it off unless tenants times series stay below the limit.
        interval_ms: Milliseconds between two exports, 60,000 if not given (specification, "Periodic
            exporting MetricReader").
    """

    tag: bool = False
    interval_ms: float | None = Field(default=None, gt=0)


class Config(_Model):
    """The whole of ``spanveil.yaml``.

    Attributes:
        version: The version of this format.
        tenant: Tagging.
        redaction: Redaction, for all sinks.
        sinks: Where redacted telemetry goes. Names are unique.
        gateway: The gateway's own receivers, queue and sinks.
        guard: What other processors and exporters in the process see.
        metrics: Metrics, for all sinks.
        propagation: What may cross a process boundary. By default nothing does.
    """

    version: Literal[1] = 1
    tenant: TenantConfig = TenantConfig()
    redaction: RedactionConfig = RedactionConfig()
    sinks: tuple[SinkConfig, ...] = (SinkConfig(),)
    gateway: GatewayConfig = GatewayConfig()
    guard: GuardConfig = GuardConfig()
    metrics: MetricsConfig = MetricsConfig()
    propagation: PropagationConfig = PropagationConfig()

    @field_validator("sinks")
    @classmethod
    def _unique_names(cls, sinks: tuple[SinkConfig, ...]) -> tuple[SinkConfig, ...]:
        if not sinks:
            raise ValueError("at least one sink")
        if len({sink.name for sink in sinks}) < len(sinks):
            raise ValueError("a different name for each sink")
        return sinks
