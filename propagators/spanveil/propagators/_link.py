"""The one link that an untrusted edge leaves."""

from typing import Any, Final

from opentelemetry.context import Context

from spanveil.propagators._extract import REMOTE_KEY, restarted_from


class IngressLinkProcessor:
    """A span processor that links a new trace to the one that an untrusted caller named.

    It has the methods of the SDK's ``SpanProcessor`` without importing it. Only root spans get the
    link; it is added after sampling, so that it cannot influence it.

    Attributes:
        key: Where an OpenTelemetry context without this key starts a span, there is nothing to do.
    """

    key: Final = REMOTE_KEY

    def on_start(self, span: Any, parent_context: Context | None = None) -> None:
        """Add the link to a root span. Never raises."""
        try:
            if span.parent is None and (remote := restarted_from(parent_context)) is not None:
                span.add_link(remote)
        except Exception:  # noqa: S110 - a lost link is no reason to fail the request
            pass

    def _on_ending(self, span: Any) -> None:
        """Do nothing."""

    def on_end(self, span: Any) -> None:
        """Do nothing."""

    def shutdown(self) -> None:
        """Do nothing."""

    def force_flush(self, timeout_millis: int = 30_000) -> bool:
        """Return at once."""
        return True
