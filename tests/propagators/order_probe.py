"""Run in a process of its own: installs the guard in one order, and prints what leaked.

``python -m tests.propagators.order_probe before-imports|before|after``
"""

import json
import sys
from typing import Any

from spanveil.config import PropagationConfig
from spanveil.propagators import guard_egress


def main(order: str) -> dict[str, Any]:
    config = PropagationConfig()
    guard = guard_egress(config) if order == "before-imports" else None
    from opentelemetry import baggage, context
    from opentelemetry.sdk.trace import TracerProvider

    from tests.propagators.clients import GRPC, HTTP, instrumented
    from tests.propagators.servers import OUTSIDE, SECRET, grpc_server, http_server

    provider = TracerProvider()
    if order == "before":
        guard = guard_egress(config)
    leaks: dict[str, list[str]] = {}
    with instrumented(provider), http_server(OUTSIDE) as http, grpc_server(OUTSIDE) as grpc:
        guard = guard or guard_egress(config)
        guard.check(installed=True)
        context.attach(baggage.set_baggage("tenant.id", SECRET))
        calls = [(name, call, http) for name, call in HTTP.items()]
        calls += [(name, call, grpc) for name, call in GRPC.items()]
        with provider.get_tracer("t").start_as_current_span("server"):
            for name, call, server in calls:
                server.received.clear()
                call(server.url, {"x-tenant-id": SECRET})
                assert server.received, name
                if found := [leak for item in server.received for leak in item.leaks]:
                    leaks[name] = found
    return {"calls": len(calls), "leaks": leaks, "clients": sorted(guard.clients)}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(sys.argv[1])))
