"""One request on its way out: which of its headers pass, and which ones we add."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

from opentelemetry import baggage as otel_baggage
from opentelemetry.context import (
    _SUPPRESS_INSTRUMENTATION_KEY,  # the API's own, without a public name
    Context,
    attach,
    create_key,
    detach,
    get_value,
    set_value,
)
from opentelemetry.trace import get_current_span

from spanveil.config import PropagationConfig
from spanveil.propagators._baggage import format_baggage, parse_baggage, valid_value
from spanveil.propagators._counts import FAILED, REMOVED, Counts
from spanveil.propagators._destination import (
    Destination,
    destination_of_span,
    destination_of_url,
)
from spanveil.propagators._headers import BAGGAGE, TENANT, TRACEPARENT, TRACESTATE, HeaderTable
from spanveil.propagators._policy import NOTHING, DestinationClass, Policy
from spanveil.propagators._record import fresh_traceparent, record_request_id
from spanveil.propagators._tenant import CheckedTag, TagSource
from spanveil.propagators._traceparent import format_traceparent

Locate = Callable[..., tuple[Destination | None, Destination | None]]

_DESTINATION: Final = create_key("spanveil.destination")
_quarantined: Final[ContextVar[bool]] = ContextVar("spanveil.quarantined", default=False)


def nowhere() -> tuple[None, None]:
    """Locate a request whose receiver is not known."""
    return None, None


@contextmanager
def egress_to(url: str) -> Iterator[None]:
    """Say where the calls inside a ``with`` block go, for clients that do not tell a propagator.

    For message brokers and other clients without a wire guard: ``with egress_to("kafka://broker")``
    lets `SpanveilPropagator` inject what the class of that destination gets. It never loosens the
    wire guard, which looks at the connection.
    """
    token = attach(set_value(_DESTINATION, (destination_of_url(url),)))
    try:
        yield
    finally:
        detach(token)


@contextmanager
def quarantine() -> Iterator[None]:
    """Treat every destination inside a ``with`` block as a third party."""
    token = _quarantined.set(True)
    try:
        yield
    finally:
        _quarantined.reset(token)


class Egress:
    """The egress side of the allowlist.

    Args:
        config: The allowlist.
        tag: Returns the current tenant's tag.
        counts: Where removals and faults are counted.
    """

    __slots__ = ("_tag", "counts", "policy", "table")

    def __init__(self, config: PropagationConfig, tag: TagSource, counts: Counts) -> None:
        self.policy = Policy(config)
        ids = [item.request_id_header for item in config.destinations if item.request_id_header]
        self.table = HeaderTable([*config.strip_headers, *ids])
        self.counts = counts
        self._tag = CheckedTag(tag)

    def classify(
        self, destination: Destination | None, hop: Destination | None = None
    ) -> DestinationClass:
        """Return the class of a destination; see `Policy.classify`."""
        return NOTHING if _quarantined.get() else self.policy.classify(destination, hop)

    def exchange(self, client: str, locate: Locate, *args: object) -> "Exchange":
        """Start looking at one request. Never raises: on a fault the destination is unknown.

        Args:
            client: The client's name, for counters.
            locate: Returns whom the request is for, and a proxy that reads it, from ``args``.
        """
        try:
            return Exchange(self, client, self.classify(*locate(*args)))
        except Exception:
            self.counts.add(FAILED, client)
            return Exchange(self, client, NOTHING)

    def injected(self, context: Context | None) -> list[tuple[str, str]]:
        """Return what the propagator writes: by the stated destination, or the client span's."""
        stated = get_value(_DESTINATION, context)
        if isinstance(stated, tuple):
            (destination,) = stated
        else:
            destination = destination_of_span(get_current_span(context))
        destination_class = self.classify(destination)
        if destination_class.silent:
            return []
        return Exchange(self, "propagator", destination_class).context_headers(context)

    def tag(self) -> str | None:
        """Return the current tenant's tag."""
        return self._tag()


class Exchange:
    """One request: `keep` is asked for each header, then `additions` gives ours.

    Args:
        egress: The allowlist.
        client: The client's name, for counters.
        destination_class: The class of the connection that is really made.
    """

    # One is made for every request: what most requests never set are class attributes.
    _removed = 0
    _seen: tuple[str, ...] = ()
    _baggage: tuple[str, ...] = ()

    def __init__(self, egress: Egress, client: str, destination_class: DestinationClass) -> None:
        self._egress = egress
        self._client = client
        self.destination_class = destination_class

    def keep(self, name: str | bytes, value: object = "") -> bool:
        """Tell whether a header passes. Baggage never passes as it is: what may go is rewritten."""
        listed = self._egress.table.listed(name)
        return not listed or self._keep_listed(listed, value)

    @property
    def verdicts(self) -> dict[str | bytes, str]:
        """Names that were looked up before; ``""`` passes everywhere. Saves hot loops a call."""
        return self._egress.table.memo

    def _keep_listed(self, name: str, value: object) -> bool:
        allowed = self.destination_class
        if not allowed.silent:
            if name in allowed.allow_headers:
                return True
            if name in (TRACEPARENT, TRACESTATE) and allowed.trace_context == "continue":
                self._seen += (name,)
                return True
            if name == BAGGAGE and allowed.baggage:
                self._baggage += (_text(value),)
                return False
            if name == TENANT and allowed.tenant_tag:
                return False  # ours is written instead
        self._removed += 1
        return False

    def settle(self) -> None:
        """Count what was removed; `additions` does it too."""
        if self._removed:
            counts, removed = self._egress.counts, self._removed
            counts.add(REMOVED, self._client, self.destination_class.name, removed)
            self._removed = 0

    def again(self) -> "Exchange":
        """Return the exchange of a further message to the same destination."""
        return Exchange(self._egress, self._client, self.destination_class)

    def additions(self) -> list[tuple[str, str]]:
        """Return the headers to add. Never raises: on a fault there are none."""
        self.settle()
        if self.destination_class.silent:
            return []
        try:
            if get_value(_SUPPRESS_INSTRUMENTATION_KEY):
                return self._rewritten_baggage({})
            headers = self.context_headers(None)
            headers += fresh_traceparent(self.destination_class)
            headers += record_request_id(self.destination_class)
            return headers
        except Exception:
            self._egress.counts.add(FAILED, self._client)
            return []

    def context_headers(self, context: Context | None) -> list[tuple[str, str]]:
        """Return the tenant tag, trace context and baggage that this class gets."""
        allowed = self.destination_class
        headers: list[tuple[str, str]] = []
        if allowed.trace_context == "continue" and TRACEPARENT not in self._seen:
            span_context = get_current_span(context).get_span_context()
            if span_context.is_valid:
                headers.append((TRACEPARENT, format_traceparent(span_context)))
                if span_context.trace_state and TRACESTATE not in self._seen:
                    headers.append((TRACESTATE, span_context.trace_state.to_header()))
        if allowed.tenant_tag and (tag := self._egress.tag()):
            headers.append((TENANT, tag))
        return headers + self._rewritten_baggage(otel_baggage.get_all(context))

    def _rewritten_baggage(self, ambient: Mapping[str, object]) -> list[tuple[str, str]]:
        allowed = self.destination_class.baggage
        if not allowed:
            return []
        members = parse_baggage(self._baggage, allowed) if self._baggage else {}
        for key, pattern in allowed.items():
            value = ambient.get(key)
            if isinstance(value, str) and valid_value(value, pattern):
                members[key] = value
        return [(BAGGAGE, format_baggage(members))] if members else []


def _text(value: object) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)
