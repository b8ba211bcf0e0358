"""Addresses that the gateway listens on."""

import socket

from spanveil.config import GatewayConfig


def check_free(gateway: GatewayConfig) -> None:
    """Look whether every address can be listened on, before the engine is loaded.

    Loading takes seconds, in each worker, and more than a minute where the machine is busy.

    Raises:
        OSError: An address is in use.
    """
    shares_port = gateway.workers > 1
    for address in (gateway.receivers.grpc, gateway.receivers.http):
        if address is not None:
            bound(address, shares_port).close()
    if gateway.admin is not None:
        bound(gateway.admin, False).close()


def bound(address: str, shares_port: bool) -> socket.socket:
    """Return a socket that listens.

    Args:
        address: ``HOST:PORT``.
        shares_port: Several processes listen on it.

    Raises:
        OSError: The address is in use, or is none of this machine.
    """
    host, _, port = address.rpartition(":")
    try:
        found = socket.getaddrinfo(host.strip("[]"), int(port), type=socket.SOCK_STREAM)
    except OSError:
        raise OSError(f"cannot listen on {address}: no such host") from None
    family, kind, protocol, _, where = found[0]
    try:
        listener = socket.socket(family, kind, protocol)
    except OSError:
        raise OSError(f"cannot listen on {address}") from None
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if shares_port:  # the kernel spreads connections over the workers
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        listener.bind(where)
        listener.listen(1024)
        listener.setblocking(False)
    except OSError:
        listener.close()
        raise OSError(f"cannot listen on {address}") from None
    return listener
