"""What may be kept and what may leave: frozen models with defaults, loaded and validated."""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from spanveil.config._catalogue import UNKNOWN_FIELD, WORD_ORIGIN, Catalogue, CatalogueField
from spanveil.config._errors import ConfigError
from spanveil.config._judged_once import judged_once
from spanveil.config._key_words import KeyWords, split_words
from spanveil.config._strictness import Action, key_matcher, stricter
from spanveil.config._vocabulary import ContentClass, Treatment, ValueFormat
from spanveil.config._words import is_code_name, is_key_word

if TYPE_CHECKING:
    from spanveil.config._environment import Environment, Mode, parse_boolean, read_environment
    from spanveil.config._gateway import (
        BearerToken,
        GatewayConfig,
        QueueConfig,
        ReceiverConfig,
        RequestLimits,
        ServerTls,
        is_loopback,
    )
    from spanveil.config._gateway_sink import ClientTls, GatewaySink, RetryConfig
    from spanveil.config._load import load, validate
    from spanveil.config._model import (
        Config,
        GuardConfig,
        Limits,
        MetricsConfig,
        RedactionConfig,
        SinkConfig,
        TenantConfig,
    )
    from spanveil.config._ner import NerConfig
    from spanveil.config._origin import (
        DEFAULT_PORTS,
        OriginPattern,
        normal_host,
        parse_origin_pattern,
    )
    from spanveil.config._patterns import Pattern
    from spanveil.config._profile import SHIPPED_PROFILES, Profile, shipped_profile
    from spanveil.config._propagation import (
        THIRD_PARTY,
        DestinationConfig,
        IngressConfig,
        PropagationConfig,
        PropagationHeader,
        shipped_headers,
    )
    from spanveil.config._reserved import (
        ERROR_ATTRIBUTE,
        RANDOM_IDS,
        RESERVED_PREFIX,
        is_random_id,
    )
    from spanveil.config._rules import KeyRule, TenantRule

__all__ = [
    "DEFAULT_PORTS",
    "ERROR_ATTRIBUTE",
    "RANDOM_IDS",
    "RESERVED_PREFIX",
    "SHIPPED_PROFILES",
    "THIRD_PARTY",
    "UNKNOWN_FIELD",
    "WORD_ORIGIN",
    "Action",
    "BearerToken",
    "Catalogue",
    "CatalogueField",
    "ClientTls",
    "Config",
    "ConfigError",
    "ContentClass",
    "DestinationConfig",
    "Environment",
    "GatewayConfig",
    "GatewaySink",
    "GuardConfig",
    "IngressConfig",
    "KeyRule",
    "KeyWords",
    "Limits",
    "MetricsConfig",
    "Mode",
    "NerConfig",
    "OriginPattern",
    "Pattern",
    "Profile",
    "PropagationConfig",
    "PropagationHeader",
    "QueueConfig",
    "ReceiverConfig",
    "RedactionConfig",
    "RequestLimits",
    "RetryConfig",
    "ServerTls",
    "SinkConfig",
    "TenantConfig",
    "TenantRule",
    "Treatment",
    "ValueFormat",
    "is_code_name",
    "is_key_word",
    "is_loopback",
    "is_random_id",
    "judged_once",
    "key_matcher",
    "load",
    "normal_host",
    "parse_boolean",
    "parse_origin_pattern",
    "read_environment",
    "shipped_headers",
    "shipped_profile",
    "split_words",
    "stricter",
    "validate",
]

_HOMES: Final = {
    "_environment": (
        "Environment",
        "Mode",
        "parse_boolean",
        "read_environment",
    ),
    "_gateway": (
        "BearerToken",
        "GatewayConfig",
        "QueueConfig",
        "ReceiverConfig",
        "RequestLimits",
        "ServerTls",
        "is_loopback",
    ),
    "_gateway_sink": (
        "ClientTls",
        "GatewaySink",
        "RetryConfig",
    ),
    "_load": (
        "load",
        "validate",
    ),
    "_model": (
        "Config",
        "GuardConfig",
        "Limits",
        "MetricsConfig",
        "RedactionConfig",
        "SinkConfig",
        "TenantConfig",
    ),
    "_ner": ("NerConfig",),
    "_origin": (
        "DEFAULT_PORTS",
        "OriginPattern",
        "normal_host",
        "parse_origin_pattern",
    ),
    "_patterns": ("Pattern",),
    "_profile": (
        "SHIPPED_PROFILES",
        "Profile",
        "shipped_profile",
    ),
    "_propagation": (
        "THIRD_PARTY",
        "DestinationConfig",
        "IngressConfig",
        "PropagationConfig",
        "PropagationHeader",
        "shipped_headers",
    ),
    "_reserved": (
        "ERROR_ATTRIBUTE",
        "RANDOM_IDS",
        "RESERVED_PREFIX",
        "is_random_id",
    ),
    "_rules": (
        "KeyRule",
        "TenantRule",
    ),
}
"""Modules that need pydantic, whose import takes three times as long as the rest of this package:
each is imported when the first of its names is asked for."""


def __getattr__(name: str) -> Any:
    for module, names in _HOMES.items():
        if name in names:
            home = import_module(f"spanveil.config.{module}")
            globals().update((each, getattr(home, each)) for each in names)
            return globals()[name]
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
