"""Ports for processes that a test starts."""

import random
import socket

_PORTS = iter(random.SystemRandom().sample(range(12_000, 32_000), 20_000))


def free_port() -> int:
    """Return a port that nobody else is given.

    It is below those that the system gives (`ip_local_port_range`) to whoever connects or asks for
    any, and none is returned twice: it is still free when a process comes to use it.
    """
    for port in _PORTS:
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise OSError("no port is free")
