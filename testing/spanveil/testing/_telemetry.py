"""Telemetry to run a decision under: made up, ambient, and gone afterwards."""

import inspect
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import CodeType, FunctionType, MappingProxyType, MethodType, ModuleType
from typing import Any, Final

from opentelemetry import baggage, trace
from opentelemetry import context as otel_context
from opentelemetry.sdk.trace import SpanLimits, TracerProvider
from opentelemetry.sdk.trace.sampling import ALWAYS_ON
from opentelemetry.trace.span import TraceState

Value = str | bool | int

BAGGAGE: Final = "baggage"
SPAN_ATTRIBUTE: Final = "span attribute"
TRACE_STATE: Final = "trace state"
HEADER: Final = "header"

# W3C Trace Context, section 3.3.1.3: at most 32 list members, and the forms of keys and values.
MAX_TRACE_STATE: Final = 32
_TRACE_STATE_KEY: Final = re.compile(r"[a-z][a-z0-9_*/-]{0,255}", re.ASCII)
_TRACE_STATE_VALUE: Final = re.compile(r"[!-+\--<>-~]{1,256}", re.ASCII)
# RFC 9110, section 5.6.2: a field name is a token.
_HEADER_NAME: Final = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}", re.ASCII)
_HEADER_VALUE: Final = re.compile(r"[!-~]([ -~]*[!-~])?", re.ASCII)
# The names that services look for, and values that mean something to them.
COMMON_NAMES: Final = (
    *("tenant_id", "tenant", "tenant.id", "org_id", "organization_id", "workspace_id"),
    *("user_id", "user.id", "enduser.id", "account_id", "session.id", "role", "roles", "scope"),
    *("is_admin", "admin", "internal", "debug", "x-tenant-id", "x-user-id", "x-role"),
    *("x-forwarded-user", "x-request-id", "authorization"),
)
COMMON_VALUES: Final[tuple[Value, ...]] = (
    *("admin", "true", "1", "0", "root", "internal", "x" * 64),
    *(True, 1),
)
_MAX_CONSTANTS: Final = 500
_MAX_CONSTANT_LENGTH: Final = 200


@dataclass(frozen=True, slots=True)
class Entry:
    """One piece of telemetry; its repr names it and keeps its value to itself."""

    channel: str
    name: str
    value: Value = field(repr=False)


@dataclass(frozen=True)
class Telemetry:
    """What one run of a decision is surrounded by.

    Baggage and the current span are ambient when the decision runs; headers and the rest are here
    for a decision that takes them as an argument.

    Attributes:
        baggage: W3C baggage.
        span_attributes: Attributes of the current span.
        trace_state: The vendor entries of the current span's context.
        headers: Headers of a request.
    """

    baggage: Mapping[str, str]
    span_attributes: Mapping[str, Value]
    trace_state: Mapping[str, str]
    headers: Mapping[str, str]

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> "Telemetry":
        """Sort entries into their channels."""
        channels: dict[str, dict[str, Any]] = {
            BAGGAGE: {},
            SPAN_ATTRIBUTE: {},
            TRACE_STATE: {},
            HEADER: {},
        }
        for entry in entries:
            value = entry.value if entry.channel == SPAN_ATTRIBUTE else str(entry.value)
            channels[entry.channel][entry.name] = value
        return cls(*(MappingProxyType(found) for found in channels.values()))

    def __repr__(self) -> str:
        names = {name: sorted(held) for name, held in vars(self).items()}
        return f"Telemetry({names})"

    def attach(self) -> None:
        """Make it ambient in the current `contextvars.Context`, which is to be thrown away."""
        state = TraceState(list(self.trace_state.items()))
        sampled = trace.TraceFlags(trace.TraceFlags.SAMPLED)
        parent = trace.SpanContext(1, 1, is_remote=True, trace_flags=sampled, trace_state=state)
        ambient = trace.set_span_in_context(trace.NonRecordingSpan(parent))
        span = _tracer().start_span("request", ambient, attributes=dict(self.span_attributes))
        ambient = trace.set_span_in_context(span, ambient)
        for name, value in self.baggage.items():
            ambient = baggage.set_baggage(name, value, ambient)
        otel_context.attach(ambient)


@cache
def _tracer() -> trace.Tracer:
    limits = SpanLimits(max_span_attributes=SpanLimits.UNSET)
    provider = TracerProvider(sampler=ALWAYS_ON, span_limits=limits, shutdown_on_exit=False)
    return provider.get_tracer("spanveil.testing")


def entries_for(names: Iterable[str], value: Value) -> Iterator[Entry]:
    """Yield an entry of this value under each name, in every channel whose format admits it."""
    text = str(value)
    for name in names:
        yield Entry(SPAN_ATTRIBUTE, name, value)
        yield Entry(BAGGAGE, name, text)
        if _TRACE_STATE_KEY.fullmatch(name) and _TRACE_STATE_VALUE.fullmatch(text):
            yield Entry(TRACE_STATE, name, text)
        if _HEADER_NAME.fullmatch(name) and _HEADER_VALUE.fullmatch(text):
            yield Entry(HEADER, name, text)


def constants_of(roots: Iterable[object]) -> list[str]:
    """Return the string constants of functions, classes and modules, and of what they call.

    They are the names that the code looks for and the values that it compares with: without them a
    generator would have to guess `"support-session"`.
    """
    found: dict[str, None] = {}
    seen: set[int] = set()
    pending = list(roots)
    while pending and len(found) < _MAX_CONSTANTS:
        item = pending.pop()
        if id(item) in seen:
            continue
        seen.add(id(item))
        if isinstance(item, CodeType):
            for constant in item.co_consts:
                if isinstance(constant, CodeType):
                    pending.append(constant)
                elif isinstance(constant, str) and 0 < len(constant) <= _MAX_CONSTANT_LENGTH:
                    found.setdefault(constant)
                elif isinstance(constant, tuple | frozenset):
                    found.update(dict.fromkeys(c for c in constant if isinstance(c, str)))
        else:
            pending += _parts(item)
    return list(found)


def _parts(item: object) -> Iterator[object]:
    """Yield what a function, class or module of the user's is made of."""
    item = inspect.unwrap(item) if callable(item) else item
    if isinstance(item, MethodType):
        yield item.__func__
    elif isinstance(item, FunctionType):
        if _is_library(item.__module__):
            return
        yield item.__code__
        cells = (cell.cell_contents for cell in item.__closure__ or () if _is_set(cell))
        named = (item.__globals__.get(name) for name in _names(item.__code__))
        yield from (part for part in (*cells, *named) if _is_code(part))
    elif isinstance(item, type | ModuleType):
        if not _is_library(getattr(item, "__module__", None) or item.__name__):
            yield from (part for part in vars(item).values() if _is_code(part))
    elif hasattr(item, "func"):
        yield item.func
    elif callable(item) and not isinstance(item, type):
        yield type(item)


def _names(code: CodeType) -> Iterator[str]:
    yield from code.co_names
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _names(constant)


def _is_code(part: object) -> bool:
    return isinstance(part, FunctionType | MethodType | type)


def _is_set(cell: Any) -> bool:
    try:
        _ = cell.cell_contents
    except ValueError:
        return False
    return True


def _is_library(module: str | None) -> bool:
    root = (module or "").partition(".")[0]
    return root in ("builtins", "opentelemetry", "typing", "spanveil", "hypothesis", "pytest")


Decide = Callable[[], object] | Callable[[Telemetry], object]
