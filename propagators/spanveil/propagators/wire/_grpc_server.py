"""gRPC servers: whose verified certificate a call came with.

OpenTelemetry's server interceptor hands ``extract`` the metadata alone. This one stands in front of
it, also where an instrumentation puts its own first, and leaves the transport's verified names in a
context variable while the call is set up.
"""

import inspect
from collections.abc import AsyncIterator, Callable, Iterator
from importlib import import_module
from typing import Any, Final

from spanveil.propagators._ingress import peer_names
from spanveil.propagators.wire._sites import SITES

_INTERCEPTORS: Final = 2  # position in create_server(pool, handlers, interceptors, ...)


def patch_grpc_server(module: Any) -> None:
    """Guard ``grpc._server.create_server``, below instrumentations of ``grpc.server``."""
    SITES.wrap("grpc server", module, "create_server", _guard_create(_sync_interceptor, 0))


def patch_grpc_aio_server(module: Any) -> None:
    """Guard ``grpc.aio._server.Server``, likewise."""
    SITES.wrap("grpc.aio server", module.Server, "__init__", _guard_create(_aio_interceptor, 1))


def _guard_create(
    make_interceptor: Callable[[], Any], skip: int
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    position = _INTERCEPTORS + skip

    def make(original: Callable[..., Any]) -> Callable[..., Any]:
        def create(*args: Any, **kwargs: Any) -> Any:
            if SITES.ingress is not None and SITES.ingress.checks_peers:
                if len(args) > position:
                    first = (make_interceptor(), *args[position])
                    args = (*args[:position], first, *args[position + 1 :])
                else:
                    kwargs["interceptors"] = (
                        make_interceptor(),
                        *(kwargs.get("interceptors") or ()),
                    )
            return original(*args, **kwargs)

        return create

    return make


def verified_names(context: Any) -> tuple[str, ...]:
    """Return the names of a call's verified client certificate, none without one.

    Args:
        context: A ``grpc.ServicerContext``; its ``auth_context`` is the transport's, not the
            sender's (gRPC core, "auth_context" properties).
    """
    try:
        auth = context.auth_context()
        if list(auth.get("transport_security_type", ())) != [b"ssl"]:
            return ()
        names = auth.get("x509_subject_alternative_name") or auth.get("x509_common_name") or ()
        return tuple(name.decode("utf-8", "replace") for name in names)
    except Exception:
        return ()


def _sync_interceptor() -> Any:
    grpc: Any = import_module("grpc")

    class PeerInterceptor(grpc.ServerInterceptor):  # type: ignore[misc]
        def intercept_service(self, continuation: Any, details: Any) -> Any:
            return _wrapped_handler(continuation(details), _sync_behaviour)

    return PeerInterceptor()


def _aio_interceptor() -> Any:
    aio: Any = import_module("grpc.aio")

    class PeerInterceptor(aio.ServerInterceptor):  # type: ignore[misc]
        async def intercept_service(self, continuation: Any, details: Any) -> Any:
            return _wrapped_handler(await continuation(details), _aio_behaviour)

    return PeerInterceptor()


def _wrapped_handler(handler: Any, wrap: Callable[[Any, bool], Any]) -> Any:
    grpc: Any = import_module("grpc")
    if handler is None:
        return None
    kind = (bool(handler.request_streaming), bool(handler.response_streaming))
    name, make = {
        (False, False): ("unary_unary", grpc.unary_unary_rpc_method_handler),
        (False, True): ("unary_stream", grpc.unary_stream_rpc_method_handler),
        (True, False): ("stream_unary", grpc.stream_unary_rpc_method_handler),
        (True, True): ("stream_stream", grpc.stream_stream_rpc_method_handler),
    }[kind]
    behaviour = wrap(getattr(handler, name), kind[1])
    return make(behaviour, handler.request_deserializer, handler.response_serializer)


def _sync_behaviour(behaviour: Any, streams: bool) -> Any:
    def unary(request: Any, context: Any) -> Any:
        token = peer_names.set(verified_names(context))
        try:
            return behaviour(request, context)
        finally:
            peer_names.reset(token)

    def stream(request: Any, context: Any) -> Iterator[Any]:
        # Set for one step at a time: the pool's thread is somebody else's in between.
        names = verified_names(context)
        items: Any = None
        while True:
            token = peer_names.set(names)
            try:
                items = iter(behaviour(request, context)) if items is None else items
                item = next(items)
            except StopIteration:
                return
            finally:
                peer_names.reset(token)
            yield item

    return stream if streams else unary


def _aio_behaviour(behaviour: Any, _streams: bool) -> Any:
    async def call(request: Any, context: Any) -> Any:
        token = peer_names.set(verified_names(context))
        try:
            return await behaviour(request, context)
        finally:
            peer_names.reset(token)

    async def stream(request: Any, context: Any) -> AsyncIterator[Any]:
        names = verified_names(context)
        items: Any = None
        while True:
            token = peer_names.set(names)
            try:
                items = aiter(behaviour(request, context)) if items is None else items
                item = await anext(items)
            except StopAsyncIteration:
                return
            finally:
                peer_names.reset(token)
            yield item

    if inspect.isasyncgenfunction(behaviour):
        return stream
    # A plain function runs in a pool that the context does not reach: it stays untrusted.
    return call if inspect.iscoroutinefunction(behaviour) else behaviour
