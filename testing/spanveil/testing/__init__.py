"""Canaries, leak assertions and non-interference checks for a user's own tests."""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from spanveil.testing._noninterference import assert_noninterference
    from spanveil.testing._telemetry import Telemetry

# Imported on first use: pytest imports this package in every run of every project that has it
# installed, and the lint needs neither OpenTelemetry nor Hypothesis.
_HOMES: Final = {
    "Telemetry": "_telemetry",
    "assert_noninterference": "_noninterference",
}

__all__ = ["Telemetry", "assert_noninterference"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
