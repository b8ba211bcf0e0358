"""gRPC channels, synchronous and asyncio, by the channel's own target."""

from collections.abc import Callable
from importlib import import_module
from typing import Any, Final

from spanveil.propagators._destination import Destination, make_destination
from spanveil.propagators._egress import Egress
from spanveil.propagators.wire._sites import SITES

_SYNC: Final = "grpc"
_AIO: Final = "grpc.aio"
_HTTPS_PORT: Final = 443  # gRPC name resolution: the default port of a DNS name

_MULTI_CALLABLES: Final = {
    "_UnaryUnaryMultiCallable": ("__call__", "with_call", "future"),
    "_UnaryStreamMultiCallable": ("__call__",),
    "_SingleThreadedUnaryStreamMultiCallable": ("__call__",),
    "_StreamUnaryMultiCallable": ("__call__", "with_call", "future"),
    "_StreamStreamMultiCallable": ("__call__",),
}
_CALLS: Final = ("UnaryUnaryCall", "UnaryStreamCall", "StreamUnaryCall", "StreamStreamCall")
_METADATA: Final = 2  # position after self in both families
_CHANNEL: Final = 5


def patch_grpc(module: Any) -> None:
    """Guard the multi-callables of ``grpc._channel``, which lie below all interceptors."""
    for class_name, methods in _MULTI_CALLABLES.items():
        for method in methods:
            SITES.wrap(_SYNC, getattr(module, class_name), method, _guard_multi_callable)


def _guard_multi_callable(original: Callable[..., Any]) -> Callable[..., Any]:
    def call(self: Any, *args: Any, **kwargs: Any) -> Any:
        egress = SITES.egress
        if egress is not None:
            target = getattr(self, "_target", None)
            args, kwargs = _with_metadata(egress, _SYNC, target, args, kwargs, tuple)
        return original(self, *args, **kwargs)

    return call


def patch_grpc_aio(module: Any) -> None:
    """Guard the calls of ``grpc.aio._call``, which lie below all interceptors."""
    for class_name in _CALLS:
        SITES.wrap(_AIO, getattr(module, class_name), "__init__", _guard_aio_call)


def _guard_aio_call(original: Callable[..., Any]) -> Callable[..., Any]:
    def __init__(self: Any, *args: Any, **kwargs: Any) -> None:
        egress = SITES.egress
        if egress is not None:
            channel = args[_CHANNEL] if len(args) > _CHANNEL else kwargs.get("channel")
            target = getattr(channel, "target", None)  # bytes
            args, kwargs = _with_metadata(egress, _AIO, target, args, kwargs, _aio_metadata)
        original(self, *args, **kwargs)

    return __init__


def _aio_metadata(pairs: list[tuple[str, Any]]) -> Any:
    return import_module("grpc.aio").Metadata(*pairs)


def _with_metadata(
    egress: Egress,
    client: str,
    target: object,
    args: tuple[Any, ...],
    kwargs: dict[str, Any],
    make: Callable[[list[tuple[str, Any]]], Any],
) -> tuple[tuple[Any, ...], dict[str, Any]]:
    positional = len(args) > _METADATA
    metadata = args[_METADATA] if positional else kwargs.get("metadata")
    exchange = egress.exchange(client, _route, target)
    pairs = [(key, value) for key, value in metadata or () if exchange.keep(key, value)]
    pairs += exchange.additions()
    if not pairs and not metadata:
        return args, kwargs
    if positional:
        return (*args[:_METADATA], make(pairs), *args[_METADATA + 1 :]), kwargs
    return args, {**kwargs, "metadata": make(pairs)}


def _route(target: object) -> tuple[Destination | None, None]:
    return destination_of_target(target), None


def destination_of_target(target: object) -> Destination | None:
    """Return the destination of a gRPC target (gRPC name resolution), or ``None`` (unknown).

    Unknown are sockets without a host, lists of addresses, and resolvers that we do not know.
    """
    if isinstance(target, bytes):
        target = target.decode("utf-8", "replace")
    if not isinstance(target, str) or "," in target:
        return None
    for scheme in ("dns", "passthrough", "xds"):
        if target.startswith(scheme + ":"):
            rest = target[len(scheme) + 1 :]
            # dns://authority/host:port, dns:///host:port or dns:host:port
            address = rest[2:].partition("/")[2] if rest.startswith("//") else rest
            return _address(address)
    for scheme in ("ipv4:", "ipv6:"):
        if target.startswith(scheme):
            return _address(target[len(scheme) :].removeprefix("///"))
    if "/" in target or target.split(":", 1)[0] in ("unix", "unix-abstract", "vsock"):
        return None
    return _address(target)


def _address(text: str) -> Destination | None:
    if text.startswith("["):
        host, _, rest = text[1:].partition("]")
        port = rest.removeprefix(":")
    elif text.count(":") > 1:
        host, port = text, ""
    else:
        host, _, port = text.partition(":")
    if port and not (port.isascii() and port.isdigit() and len(port) <= 5):
        return None
    return make_destination("grpc", host, int(port) if port else _HTTPS_PORT)
