"""Policy engines behind the one `PolicyEngine` protocol. Each loads its library when it is made."""

from spanveil.context.engines._cedar import CedarEngine
from spanveil.context.engines._opa import OpaEngine
from spanveil.context.engines._rules import RuleEngine

__all__ = ["CedarEngine", "OpaEngine", "RuleEngine"]
