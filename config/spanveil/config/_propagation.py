"""What may cross a process boundary: destination classes out, edges in, and the header table."""

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Annotated, Final, Literal, NamedTuple

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, field_validator

from spanveil.config._errors import ConfigError
from spanveil.config._origin import parse_origin_pattern
from spanveil.config._yaml import parse_shipped

# RFC 9110, section 5.6.2 (token), in lower case.
_HEADER_NAME: Final = re.compile(r"[a-z0-9!#$%&'*+.^_`|~-]{1,128}")
_BAGGAGE_KEY: Final = re.compile(r"[A-Za-z0-9!#$&'*+.^_`|~-]{1,128}")
# Literals and character classes, each with at most one quantifier, in alternatives: without groups
# no repetition nests, so that matching cannot become exponential.
_PATTERN: Final = re.compile(
    r"(?:(?:\[(?:[^\[\]\\]|\\[dws.\\\]\[-])+\]|\\[dw.\\+*?|-]|[A-Za-z0-9_.:@/=~-])"
    r"(?:[?+*]|\{\d{1,3}(?:,\d{0,3})?\})?|\|)+"
)
_VARIABLE_QUANTIFIER: Final = re.compile(r"(?<!\\)[?+*]|\{\d+,\d*\}")
_MAX_VARIABLE_QUANTIFIERS: Final = 2


def _origin(text: str) -> str:
    parse_origin_pattern(text)
    return text


def _header_name(text: str) -> str:
    name = text.strip().lower()
    if not _HEADER_NAME.fullmatch(name):
        raise ValueError("a header name")
    return name


def _header_pattern(text: str) -> str:
    name = text.strip().lower()
    if not _HEADER_NAME.fullmatch(name.removesuffix("*")) or "*" in name[:-1]:
        raise ValueError("a header name, or a prefix of one with a closing *")
    return name


def _baggage_key(text: str) -> str:
    # "%" is a token character too; without it no key can look like the encoding of another one.
    if not _BAGGAGE_KEY.fullmatch(text):
        raise ValueError("a baggage key: a token of RFC 9110 without %")
    return text


def _value_pattern(text: str) -> str:
    expected = (
        "a pattern of literals and character classes with at most "
        f"{_MAX_VARIABLE_QUANTIFIERS} variable quantifiers and no groups"
    )
    variable = len(_VARIABLE_QUANTIFIER.findall(text))
    if len(text) > 256 or not _PATTERN.fullmatch(text) or variable > _MAX_VARIABLE_QUANTIFIERS:
        raise ValueError(expected)
    try:
        re.compile(text, re.ASCII)
    except re.error:
        raise ValueError(expected) from None
    return text


OriginText = Annotated[str, AfterValidator(_origin)]
HeaderName = Annotated[str, AfterValidator(_header_name)]
HeaderPattern = Annotated[str, AfterValidator(_header_pattern)]
BaggageKey = Annotated[str, AfterValidator(_baggage_key)]
ValuePattern = Annotated[str, AfterValidator(_value_pattern)]

THIRD_PARTY: Final = "third-party"
"""The class of every destination that no other class matches. It gets nothing."""


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class DestinationConfig(_Model):
    """A class of destinations and what goes there. By default nothing goes there.

    Attributes:
        name: Shown by ``spanveil config check`` and in counters.
        match: Origin patterns ``[scheme://]host[:port]``: an exact name, ``*.suffix`` on a label
            border, an address, or a network in CIDR form (which matches addresses in URLs; names
            are not resolved). gRPC targets have the scheme ``grpc``. An AWS account is
            ``aws://123456789012`` (for Lambda, SNS and SQS).
        trace_context: ``continue`` sends the trace's own ``traceparent`` and ``tracestate``;
            ``fresh`` a random ``traceparent`` for each call, recorded on our span.
        tenant_tag: Whether the opaque tenant tag goes there, as a claim for correlation.
        baggage: Baggage keys that go there, each with the pattern that its whole value has to match
            (literals and character classes; at most 256 characters).
        request_id_header: The header for a fresh random id of each call, recorded on our span.
        allow_headers: Names of the header table that the application may send there itself.
        bodies: What becomes of ``user``, ``metadata`` and their relatives in calls of model APIs:
            ``remove``, ``pseudonym`` (keyed, different for each class), or ``keep`` (which also
            leaves payloads and attributes of AWS messages alone).
    """

    name: str = Field(pattern=r"^[a-z][a-z0-9_-]{0,31}$")
    match: tuple[OriginText, ...] = ()
    trace_context: Literal["none", "continue", "fresh"] = "none"
    tenant_tag: bool = False
    baggage: dict[BaggageKey, ValuePattern] = {}
    request_id_header: HeaderName | None = None
    allow_headers: tuple[HeaderName, ...] = ()
    bodies: Literal["remove", "pseudonym", "keep"] = "remove"

    @field_validator("name")
    @classmethod
    def _not_the_default(cls, name: str) -> str:
        if name == THIRD_PARTY:
            raise ValueError(f"a name other than {THIRD_PARTY}, which gets nothing")
        return name


class IngressConfig(_Model):
    """Whose context is continued. Everybody else's starts a new trace with one link.

    Attributes:
        default: Trust in a listener that is not named below.
        trusted_listeners: ``host:port`` or ``*:port`` of the server's own sockets.
        trusted_peers: Subjects of verified client certificates: a DNS or URI subject alternative
            name or a common name, exact, or ``spiffe://trust-domain/path/*`` by path prefix.
        baggage: Baggage keys accepted at a trusted edge, with the pattern of the whole value. An
            untrusted edge accepts none.
    """

    default: Literal["untrusted", "trusted"] = "untrusted"
    trusted_listeners: tuple[
        Annotated[str, Field(pattern=r"^(\*|[A-Za-z0-9_.:\[\]-]{1,255}):[0-9]{1,5}$")], ...
    ] = ()
    trusted_peers: tuple[Annotated[str, Field(pattern=r"^[^*\s]{1,2048}(/\*)?$")], ...] = ()
    baggage: dict[BaggageKey, ValuePattern] = {}


class PropagationConfig(_Model):
    """The propagation allowlist.

    Attributes:
        destinations: Classes; the first one that matches decides. Unmatched: ``third-party``.
        strip_headers: Names (or ``prefix*``) in addition to the shipped header table.
        ingress: Whose incoming context is continued.
    """

    destinations: tuple[DestinationConfig, ...] = ()
    strip_headers: tuple[HeaderPattern, ...] = ()
    ingress: IngressConfig = IngressConfig()

    @field_validator("destinations")
    @classmethod
    def _unique_names(
        cls, destinations: tuple[DestinationConfig, ...]
    ) -> tuple[DestinationConfig, ...]:
        if len({item.name for item in destinations}) < len(destinations):
            raise ValueError("a different name for each destination class")
        return destinations


class PropagationHeader(NamedTuple):
    """One row of the header table.

    Attributes:
        name: Lower-case header name, or a prefix with a closing ``*``.
        carries: What it tells its receiver.
        source: Where that is written down.
    """

    name: str
    carries: str
    source: str


@cache
def shipped_headers() -> tuple[PropagationHeader, ...]:
    """Return the header table that the package ships (parsed once in a process)."""
    source = files("spanveil.config") / "data" / "propagation_headers.yaml"
    document = parse_shipped(source.read_text("utf-8"))
    if not isinstance(document, dict) or not isinstance(document.get("headers"), list):
        raise ConfigError(str(source), "headers", "a list")
    return tuple(_rows(document["headers"], str(source)))


def _rows(rows: Iterable[object], source: str) -> Iterable[PropagationHeader]:
    for index, row in enumerate(rows):
        if not isinstance(row, dict) or set(row) != {"names", "carries", "source"}:
            raise ConfigError(source, f"headers.{index}", "names, carries and source")
        for name in row["names"]:
            yield PropagationHeader(_header_pattern(name), str(row["carries"]), str(row["source"]))
