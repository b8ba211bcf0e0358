"""MCP: `params._meta`, which no header guard sees.

The SDK injects into every request before it knows the transport, so everything of the header table
is removed there. Notifications go by another way, where nothing is injected but the caller's own
``_meta`` travels: they are cleaned too. The HTTP transport knows the server's URL, and adds what
its class gets.
"""

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any, Final

from spanveil.propagators._counts import FAILED
from spanveil.propagators._destination import Destination, destination_of_url
from spanveil.propagators._egress import Egress, Exchange, nowhere
from spanveil.propagators.wire._sites import SITES

_CLIENT: Final = "mcp"


def patch_mcp_dispatcher(module: Any) -> None:
    """Guard ``_meta`` of requests and notifications, whatever the transport."""
    SITES.wrap(_CLIENT, module, "inject_trace_context", _guard_inject)
    SITES.wrap(_CLIENT, module.JSONRPCDispatcher, "notify", _guard_notify)


def _guard_inject(original: Callable[..., Any]) -> Callable[..., Any]:
    def inject_trace_context(meta: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        result = original(meta, *args, **kwargs)
        egress = SITES.egress
        if egress is not None:
            exchange = egress.exchange(_CLIENT, nowhere)
            for name in [name for name in meta if not exchange.keep(str(name))]:
                del meta[name]
            exchange.settle()
        return result

    return inject_trace_context


def _guard_notify(original: Callable[..., Any]) -> Callable[..., Any]:
    async def notify(self: Any, method: str, params: Any = None, *args: Any, **kwargs: Any) -> Any:
        egress = SITES.egress
        if egress is not None and isinstance(params, Mapping) and "_meta" in params:
            params = _without_listed(egress, params)
        return await original(self, method, params, *args, **kwargs)

    return notify


def _without_listed(egress: Egress, params: Mapping[str, Any]) -> dict[str, Any]:
    cleaned = {key: value for key, value in params.items() if key != "_meta"}
    try:
        exchange = egress.exchange(_CLIENT, nowhere)
        meta = params["_meta"]
        if isinstance(meta, Mapping):
            cleaned["_meta"] = {
                key: value for key, value in meta.items() if exchange.keep(str(key), value)
            }
        exchange.settle()
    except Exception:
        cleaned.pop("_meta", None)
        egress.counts.add(FAILED, _CLIENT)
    return cleaned


def patch_mcp(module: Any) -> None:
    """Guard the POST of ``StreamableHTTPTransport``, which knows the server's URL."""
    transport = module.StreamableHTTPTransport
    SITES.wrap(_CLIENT, transport, "_handle_post_request", _guard_post)


def _guard_post(original: Callable[..., Any]) -> Callable[..., Any]:
    async def _handle_post_request(self: Any, ctx: Any, *args: Any, **kwargs: Any) -> Any:
        egress = SITES.egress
        if egress is not None:
            ctx = _rewritten(egress, self, ctx)
        return await original(self, ctx, *args, **kwargs)

    return _handle_post_request


def _route(transport: Any) -> tuple[Destination | None, None]:
    return destination_of_url(transport.url), None


def _rewritten(egress: Egress, transport: Any, ctx: Any) -> Any:
    exchange = egress.exchange(_CLIENT, _route, transport)
    try:
        message = ctx.session_message.message
        params = getattr(message, "params", None)
        if not isinstance(params, dict):
            return ctx
        message = message.model_copy(update={"params": _params(params, exchange)})
        exchange.settle()
        session_message = dataclasses.replace(ctx.session_message, message=message)
        return dataclasses.replace(ctx, session_message=session_message)
    except Exception:
        # The SDK's own objects are not as we know them. Without `_meta` the call may be refused by
        # the server, and nothing has leaked.
        egress.counts.add(FAILED, _CLIENT)
        ctx.session_message.message.params.pop("_meta", None)
        return ctx


def _params(params: dict[str, Any], exchange: Exchange) -> dict[str, Any]:
    meta = params.get("_meta", {})
    if not isinstance(meta, dict):
        return {key: value for key, value in params.items() if key != "_meta"}
    # MCP specification 2026-07-28, "_meta": traceparent, tracestate and baggage are reserved.
    kept = {key: value for key, value in meta.items() if exchange.keep(str(key), value)}
    if not exchange.destination_class.silent:
        kept.update(exchange.context_headers(None))
    return {**params, "_meta": kept} if kept or "_meta" in params else params
