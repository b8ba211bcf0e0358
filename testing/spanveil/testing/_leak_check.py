"""A two-tenant run of a user's own service, and what left the process meanwhile."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from opentelemetry import _logs, metrics, trace

from spanveil.context import bind
from spanveil.testing._canary import TenantCanaries
from spanveil.testing._leak import raise_for, request_hits, telemetry_hits
from spanveil.testing._receiver import OtlpReceiver, Received
from spanveil.testing._search import Finder, Hit
from spanveil.testing._snapshot import snapshot_of
from spanveil.testing._wire import SentRequest, WireTap, requests_of


class LeakCheck:
    """Two tenants, and a record of everything that leaves while they act.

    Attributes:
        tenants: The two, with their canaries.
        endpoint: Where telemetry is to be sent; `OTEL_EXPORTER_OTLP_ENDPOINT` says so already.
    """

    def __init__(
        self, tenants: tuple[TenantCanaries, TenantCanaries], receiver: OtlpReceiver, tap: WireTap
    ) -> None:
        self.tenants = tenants
        self.endpoint = receiver.endpoint
        self._receiver = receiver
        self._tap = tap
        self._finder = Finder.of(tenants)

    @contextmanager
    def acting_as(self, tenant: TenantCanaries) -> Iterator[TenantCanaries]:
        """Bind a tenant, and count what is sent meanwhile as sent on its behalf.

        One tenant at a time: what runs in other threads counts for the same one.
        """
        before, self._tap.acting = self._tap.acting, tenant.label
        try:
            with bind(tenant.context):
                yield tenant
        finally:
            self._tap.acting = before

    def exported(self, *providers: Any) -> list[Received]:
        """Flush the global providers and the given ones, and return what was exported."""
        flush(*providers)
        return self._receiver.received

    def sent(self) -> list[SentRequest]:
        """Return the requests that left the process, without the telemetry."""
        return [request for segment in self._tap.segments for request in requests_of(segment)]

    def leaks(self, *providers: Any) -> list[Hit]:
        """Return every place where something of a tenant is that does not belong there."""
        found = list(telemetry_hits(self.exported(*providers), self._finder))
        for segment in self._tap.segments:
            try:
                for request in requests_of(segment):
                    found += request_hits(request, self._finder)
            except ValueError as error:
                # What cannot be read cannot be vouched for.
                found.append(Hit(f"request to {segment.peer}", "", f"unreadable bytes: {error}"))
        return sorted(set(found))

    def assert_nothing_crossed(self, *providers: Any, signals: Iterable[str] = ("traces",)) -> None:
        """Fail if anything of a tenant left in telemetry, or in a request that is not about it.

        Args:
            providers: Providers that are not the global ones, to flush.
            signals: The signals that must have been exported at all: a test that captured nothing
                has shown nothing.

        Raises:
            AssertionError: Something crossed, or nothing was captured. The message names the
                signal, the field and the path, never the value.
        """
        raise_for(self.leaks(*providers))
        missing = sorted(set(signals) - {export.signal for export in self._receiver.received})
        if missing:
            raise AssertionError(
                f"no {', '.join(missing)} were exported to {self.endpoint}: "
                "was the service set up before this fixture, or with another endpoint?"
            )

    def snapshot(self, *providers: Any) -> list[dict[str, Any]]:
        """Return the exported spans without ids and times, for a snapshot test."""
        traces = [e.message for e in self.exported(*providers) if e.signal == "traces"]
        return snapshot_of(traces)


def flush(*providers: Any) -> None:
    """Flush the global providers and the given ones."""
    for provider in (*_global_providers(), *providers):
        force_flush = getattr(provider, "force_flush", None)
        if force_flush is not None:
            force_flush()


def shut_down() -> None:
    """Shut the global providers down, which flushes them."""
    for provider in _global_providers():
        shutdown = getattr(provider, "shutdown", None)
        if shutdown is not None:
            shutdown()


def _global_providers() -> tuple[Any, ...]:
    # Without an SDK these are proxies, which have nothing to flush.
    return (
        trace.get_tracer_provider(),
        metrics.get_meter_provider(),
        _logs.get_logger_provider(),
    )
