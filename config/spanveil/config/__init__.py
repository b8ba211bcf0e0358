"""What may be kept and what may leave: frozen models with defaults, loaded and validated."""

from spanveil.config._catalogue import UNKNOWN_FIELD, WORD_ORIGIN, Catalogue, CatalogueField
from spanveil.config._environment import Environment, Mode, parse_boolean, read_environment
from spanveil.config._errors import ConfigError
from spanveil.config._gateway import (
    BearerToken,
    ClientTls,
    GatewayConfig,
    GatewaySink,
    QueueConfig,
    ReceiverConfig,
    RetryConfig,
    ServerTls,
    is_loopback,
)
from spanveil.config._key_words import KeyWords, split_words
from spanveil.config._load import load, validate
from spanveil.config._model import Config, Limits, RedactionConfig, SinkConfig, TenantConfig
from spanveil.config._profile import SHIPPED_PROFILES, Profile, shipped_profile
from spanveil.config._vocabulary import ContentClass, Treatment, ValueFormat
from spanveil.config._words import is_code_name

__all__ = [
    "SHIPPED_PROFILES",
    "UNKNOWN_FIELD",
    "WORD_ORIGIN",
    "BearerToken",
    "Catalogue",
    "CatalogueField",
    "ClientTls",
    "Config",
    "ConfigError",
    "ContentClass",
    "Environment",
    "GatewayConfig",
    "GatewaySink",
    "KeyWords",
    "Limits",
    "Mode",
    "Profile",
    "QueueConfig",
    "ReceiverConfig",
    "RedactionConfig",
    "RetryConfig",
    "ServerTls",
    "SinkConfig",
    "TenantConfig",
    "Treatment",
    "ValueFormat",
    "is_code_name",
    "is_loopback",
    "load",
    "parse_boolean",
    "read_environment",
    "shipped_profile",
    "split_words",
    "validate",
]
