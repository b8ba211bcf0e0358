"""Requests for `benchmarks/gateway.py`: batches of spans in which no two are alike.

A request is built once as a template; what differs from request to request (ids, paths, addresses,
a number inside each prompt) is written into its bytes, so that the generator stays cheap and no
memory of values can answer for the server under test.
"""

import itertools
import json
import random
import re
import threading
import time
from collections.abc import Iterator

from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

TEXT = (
    "the plan order refund ticket weather account search result tool answer because please write "
    "summary next city date value model agent retrieve document section review total invoice"
)
WORDS = TEXT.split()
SECRETS = (
    "card 4111 1111 1111 1111",
    "write to jane.doe@example.com",
    "ssn 078-05-1120",
    "password=hunter2-and-more",
)
_MARK = re.compile(rb"(?<![0-9])77[0-9]{6}(?![0-9])")
"""Numbers of eight digits that start with 77 are made anew for each request."""

Attributes = dict[str, str | int | bool]


def _number() -> str:
    return f"77{random.randrange(10**6):06d}"  # noqa: S311 - a workload


def _small(rng: random.Random, secret: bool) -> Attributes:
    """Return 15 attributes as the conventions name them for a request to an HTTP server."""
    query = f"page={rng.randrange(9)}&ref={_number()}"
    if secret:
        query += "&" + rng.choice(SECRETS).replace(" ", "+")
    return {
        "http.request.method": rng.choice(("GET", "POST", "PUT")),
        "http.response.status_code": rng.choice((200, 200, 200, 201, 404, 500)),
        "http.route": f"/api/v1/{rng.choice(WORDS)}/{{id}}",
        "url.path": f"/api/v1/{rng.choice(WORDS)}/{_number()}",
        "url.scheme": "https",
        "url.query": query,
        "server.address": "orders.internal",
        "server.port": 8443,
        "client.address": f"10.{rng.randrange(256)}.{rng.randrange(256)}.{rng.randrange(256)}",
        "user_agent.original": "okhttp/4.12.0",
        "network.protocol.version": "1.1",
        "thread.name": f"worker-{rng.randrange(16)}",
        "enduser.id": f"u{_number()}",
        "db.rows": rng.randrange(50),
        "app.cached": rng.random() < 0.5,
    }


def _agent(rng: random.Random, secret: bool) -> Attributes:
    """Return 30 attributes of a call of a model, one of them a prompt of 8 KiB."""
    text = f"case {_number()} " + " ".join(rng.choices(WORDS, k=1250))[:7850]
    if secret:
        text += " " + rng.choice(SECRETS)
    prompt = [{"role": "user", "parts": [{"type": "text", "content": text}]}]
    result: Attributes = {
        "gen_ai.operation.name": "chat",
        "gen_ai.provider.name": "openai",
        "gen_ai.request.model": "gpt-4.1-mini",
        "gen_ai.response.model": "gpt-4.1-mini-2025-04-14",
        "gen_ai.response.id": f"chatcmpl-{rng.getrandbits(64):016x}a{_number()}",
        "gen_ai.request.max_tokens": 2048,
        "gen_ai.usage.input_tokens": rng.randrange(4000),
        "gen_ai.usage.output_tokens": rng.randrange(900),
        "gen_ai.conversation.id": f"conv_{rng.getrandbits(64):016x}b{_number()}",
        "gen_ai.agent.name": "support-triage",
        "gen_ai.tool.name": "order_lookup",
        "gen_ai.tool.call.arguments": json.dumps({"order": int(_number()), "region": "eu"}),
        "gen_ai.input.messages": json.dumps(prompt),
        "user.id": f"u{_number()}",
        "server.address": "api.openai.com",
        "server.port": 443,
        "http.request.method": "POST",
        "http.response.status_code": 200,
        "url.full": "https://api.openai.com/v1/chat/completions",
        "code.function.name": "agents.triage.run_step",
        "app.retry": False,
    }
    for number in range(30 - len(result)):
        value = rng.randrange(10_000) if number % 3 == 0 else rng.choice(WORDS)
        result[f"app.step_{number}"] = value
    return result


_KINDS = {
    "agent": (_agent, ("gen_ai.operation.name", "gen_ai.request.model"), 3),
    "small": (_small, ("http.request.method", "http.route"), 2),
}


def template(kind: str, spans: int, rng: random.Random) -> bytes:
    """Return a request of so many spans of a kind; one in ten carries a secret."""
    attributes, name, span_kind = _KINDS[kind]
    request = ExportTraceServiceRequest()
    of_resource = request.resource_spans.add()
    for key, text in (("service.name", f"bench-{kind}"), ("host.name", "node-17")):
        of_resource.resource.attributes.add(key=key).value.string_value = text
    scope = of_resource.scope_spans.add()
    scope.scope.name = "bench"
    for _ in range(spans):
        now = time.time_ns()
        span = scope.spans.add(
            trace_id=rng.randbytes(8) + _number().encode(),
            span_id=_number().encode(),
            kind=span_kind,
            start_time_unix_nano=now,
            end_time_unix_nano=now + rng.randrange(1_000_000_000),
        )
        values = attributes(rng, rng.random() < 0.1)
        # "{http.request.method} {http.route}" is how the conventions form the name.
        span.name = " ".join(str(values[key]) for key in name)
        for key, found in values.items():
            value = span.attributes.add(key=key).value
            if isinstance(found, bool):
                value.bool_value = found
            elif isinstance(found, int):
                value.int_value = found
            else:
                value.string_value = found
    return request.SerializeToString()


class Load:
    """Requests without end, of which no two are the same.

    Args:
        kind: ``agent`` or ``small``.
        spans: In a request.
        templates: How many requests differ in more than their numbers.
        seed: Of what they consist of.
    """

    def __init__(self, kind: str, spans: int, templates: int, seed: int = 7) -> None:
        rng = random.Random(seed)  # noqa: S311 - a workload
        self.spans = spans
        bodies = [template(kind, spans, rng) for _ in range(templates)]
        self._templates = itertools.cycle(
            [(bytearray(body), [m.start() + 2 for m in _MARK.finditer(body)]) for body in bodies]
        )
        self._number = itertools.count(rng.randrange(10**6), 7919)
        self._lock = threading.Lock()

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        with self._lock:
            body, places = next(self._templates)
            number = next(self._number)
            for index, place in enumerate(places):
                body[place : place + 6] = b"%06d" % ((number + index * 104_729) % 10**6)
            return bytes(body)
