"""Canaries, leak assertions and non-interference checks for a user's own tests."""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from spanveil.testing._canary import TenantCanaries
    from spanveil.testing._facts import assert_facts_kept
    from spanveil.testing._leak import assert_no_leak
    from spanveil.testing._leak_check import LeakCheck
    from spanveil.testing._noninterference import assert_noninterference
    from spanveil.testing._telemetry import Telemetry

# Imported on first use: pytest imports this package in every run of every project that has it
# installed, and the lint needs neither OpenTelemetry nor Hypothesis.
_HOMES: Final = {
    "LeakCheck": "_leak_check",
    "Telemetry": "_telemetry",
    "TenantCanaries": "_canary",
    "assert_facts_kept": "_facts",
    "assert_no_leak": "_leak",
    "assert_noninterference": "_noninterference",
}

__all__ = [
    "LeakCheck",
    "Telemetry",
    "TenantCanaries",
    "assert_facts_kept",
    "assert_no_leak",
    "assert_noninterference",
]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
