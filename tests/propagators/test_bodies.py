"""Bodies: what a third party reads past every header."""

import asyncio
import base64
import json
import shlex
import sys
import threading
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import parse_qs

import pytest
import uvicorn
from mcp.client.client import Client
from mcp.client.sse import sse_client
from mcp.client.stdio import StdioServerParameters
from mcp.server.mcpserver import MCPServer
from mcp.server.transport_security import TransportSecuritySettings
from opentelemetry import baggage, context
from opentelemetry.instrumentation.botocore import BotocoreInstrumentor
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from spanveil.config import PropagationConfig
from spanveil.context import KeyRing, RequestContext, bind
from spanveil.propagators import EgressGuard, guard_egress
from spanveil.propagators._policy import NOTHING
from spanveil.propagators.bodies._model_api import rewrite_body
from tests.propagators.clients import (
    boto_client,
    call_anthropic,
    call_openai,
    call_openai_async,
)
from tests.propagators.conftest import resolve
from tests.propagators.servers import INSIDE, OUTSIDE, SECRET, Received, Server

FIELDS: dict[str, Any] = {
    "user": SECRET,
    "safety_identifier": SECRET,
    "prompt_cache_key": SECRET,
    "metadata": {"customer": SECRET},
}


@contextmanager
def bodies(mode: str, key_ring: KeyRing | None, match: str = f"{OUTSIDE}:*") -> Iterator[None]:
    item = {"name": "model-api", "match": [match], "bodies": mode}
    guard = guard_egress(
        PropagationConfig.model_validate({"destinations": [item]}), key_ring=key_ring
    )
    yield
    guard.uninstall()


@pytest.mark.parametrize("call", [call_openai, call_openai_async])
class TestOpenAI:
    def test_fields_are_removed_for_third_parties(
        self, call: Any, guard: EgressGuard, outside: Server
    ) -> None:
        call(outside.url, {}, **FIELDS, extra_body={"user": SECRET, "seed": 7})
        assert outside.last.leaks == []
        sent = json.loads(outside.last.body)
        assert not set(FIELDS) & set(sent)
        assert sent["model"] == "m"
        assert sent["seed"] == 7
        assert guard.counts.total("body_fields") == 1

    def test_fields_become_pseudonyms_where_the_class_says_so(
        self, call: Any, key_ring: KeyRing, acme: RequestContext, outside: Server
    ) -> None:
        with bodies("pseudonym", key_ring), bind(acme):
            call(outside.url, {}, **FIELDS)
            call(outside.url, {}, **FIELDS)
        first, second = (json.loads(item.body) for item in outside.received)
        assert outside.last.leaks == []
        assert first == second  # the provider can still recognise an abuser
        assert first["user"].startswith("sv_")
        assert len({first["user"], first["safety_identifier"], first["metadata"]["customer"]}) == 3
        assert len(first["prompt_cache_key"]) <= 64

    def test_two_tenants_have_two_pseudonyms(
        self, call: Any, key_ring: KeyRing, acme: RequestContext, outside: Server
    ) -> None:
        with bodies("pseudonym", key_ring):
            for bound in (acme, resolve("bob", "globex")):
                with bind(bound):
                    call(outside.url, {}, user="same")
        users = [json.loads(item.body)["user"] for item in outside.received]
        assert len(set(users)) == 2

    def test_without_a_key_they_are_removed(self, call: Any, outside: Server) -> None:
        with bodies("pseudonym", None):
            call(outside.url, {}, **FIELDS)
        assert outside.last.leaks == []

    def test_a_class_can_turn_the_wrapper_off(self, call: Any, outside: Server) -> None:
        with bodies("keep", None):
            call(outside.url, {}, **FIELDS)
        assert json.loads(outside.last.body)["metadata"] == FIELDS["metadata"]


@pytest.mark.usefixtures("guard")
class TestAnthropic:
    def test_the_user_id_is_removed(self, outside: Server) -> None:
        call_anthropic(outside.url, {}, metadata={"user_id": SECRET})
        assert outside.last.leaks == []
        assert "metadata" not in json.loads(outside.last.body)

    def test_the_user_id_becomes_a_pseudonym(
        self, key_ring: KeyRing, acme: RequestContext, outside: Server
    ) -> None:
        with bodies("pseudonym", key_ring), bind(acme):
            call_anthropic(outside.url, {}, metadata={"user_id": SECRET})
        assert outside.last.leaks == []
        assert json.loads(outside.last.body)["metadata"]["user_id"].startswith("sv_")

    def test_the_items_of_a_batch_are_rewritten(self) -> None:
        item = {"custom_id": "1", "params": {"model": "m", "metadata": {"user_id": SECRET}}}
        body = rewrite_body({"requests": [item, "odd"]}, NOTHING)
        assert SECRET not in json.dumps(body)
        assert body["requests"][0]["params"]["model"] == "m"


def test_a_fault_removes_the_fields(
    guard: EgressGuard, outside: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_args: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("spanveil.propagators.bodies._model_api.destination_of_url", broken)
    call_openai(outside.url, {}, **FIELDS)
    assert outside.last.leaks == []
    assert guard.counts.total("failed") == 1


# --- MCP ---------------------------------------------------------------------


ECHO_META = """
from mcp.server.mcpserver import Context, MCPServer
server = MCPServer("t")
@server.tool()
def meta(ctx: Context) -> str:
    return str(ctx.request_context.meta)
server.run()
"""


class _Recorder:
    """ASGI middleware that keeps the bodies that a real MCP server reads."""

    def __init__(self, app: Any, received: list[Received]) -> None:
        self._app = app
        self._received = received

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = [(key.decode(), value.decode()) for key, value in scope["headers"]]
        record = Received(headers, b"", scope["path"])
        self._received.append(record)

        async def recording() -> Any:
            message = await receive()
            record.body += message.get("body", b"")
            return message

        await self._app(scope, recording, send)


@contextmanager
def mcp_server(address: str, *, sse: bool = False) -> Iterator[Server]:
    server = MCPServer("t")

    @server.tool()
    def ping() -> str:
        """Answer."""
        return "pong"

    record = Server("")
    make_app = server.sse_app if sse else server.streamable_http_app
    app = make_app(
        transport_security=TransportSecuritySettings(enable_dns_rebinding_protection=False)
    )
    config = uvicorn.Config(
        _Recorder(app, record.received), host=address, port=0, log_level="critical", ws="none"
    )
    runner = uvicorn.Server(config)
    thread = threading.Thread(target=runner.run, daemon=True)
    thread.start()
    for _ in range(6_000):
        if runner.started:
            break
        time.sleep(0.01)
    port = runner.servers[0].sockets[0].getsockname()[1]
    record.url = f"http://{address}:{port}/mcp"
    yield record
    runner.should_exit = True
    thread.join(60)


def _call_tool(url: str, meta: dict[str, Any]) -> None:
    async def run() -> None:
        async with Client(url) as client:
            result = await client.call_tool("ping", {}, meta=meta)  # type: ignore[arg-type]
            assert not result.is_error

    asyncio.run(run())


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.usefixtures("guard", "stock_propagator")
class TestMcp:
    META: ClassVar = {
        "baggage": f"tenant.id={SECRET}",
        "x-tenant-id": SECRET,
        "example/purpose": "test",
    }

    @pytest.fixture
    def ambient(self, provider: TracerProvider, acme: RequestContext) -> Iterator[None]:
        held = baggage.set_baggage("tier", "gold", baggage.set_baggage("tenant.id", SECRET))
        token = context.attach(held)
        with bind(acme), provider.get_tracer("t").start_as_current_span("work"):
            yield
        context.detach(token)

    @pytest.mark.usefixtures("ambient")
    def test_meta_is_clean_at_a_third_party(self) -> None:
        with mcp_server(OUTSIDE) as server:
            _call_tool(server.url, dict(self.META))
        assert server.received
        assert [item.leaks for item in server.received] == [[]] * len(server.received)
        body = b"".join(item.body for item in server.received)
        for name in (b"traceparent", b"baggage", b"spanveil-tenant"):
            assert name not in body
        assert b"example/purpose" in body

    def test_meta_of_the_caller_does_not_pass_without_any_context(self) -> None:
        with mcp_server(OUTSIDE) as server:
            _call_tool(server.url, dict(self.META))
        assert [item.leaks for item in server.received] == [[]] * len(server.received)

    @pytest.mark.usefixtures("ambient")
    def test_meta_is_clean_on_standard_streams(self) -> None:
        parameters = StdioServerParameters(command=sys.executable, args=["-c", ECHO_META])

        async def run() -> str:
            async with Client(parameters) as client:
                result = await client.call_tool("meta", {}, meta=dict(self.META))  # type: ignore[arg-type]
                return str(result.content)

        seen = asyncio.run(run())
        assert "example/purpose" in seen
        for text in (SECRET, "traceparent", "baggage"):
            assert text not in seen

    @staticmethod
    def _notify(client: Any, meta: dict[str, Any]) -> Any:
        with warnings.catch_warnings():  # newer servers want progress from servers alone
            warnings.simplefilter("ignore")
            return client.session.send_progress_notification("t1", 0.5, meta=meta)

    @pytest.mark.usefixtures("ambient")
    def test_meta_of_a_notification_is_clean_on_standard_streams(self, tmp_path: Path) -> None:
        wire = tmp_path / "wire"
        server = f"{shlex.quote(sys.executable)} -c {shlex.quote(ECHO_META)}"
        parameters = StdioServerParameters(
            command="sh", args=["-c", f"tee {shlex.quote(str(wire))} | {server}"]
        )

        async def run() -> None:
            async with Client(parameters) as client:
                await self._notify(client, dict(self.META))
                await client.call_tool("meta", {})

        asyncio.run(run())
        sent = [json.loads(line) for line in wire.read_text().splitlines()]
        (note,) = [item for item in sent if item["method"] == "notifications/progress"]
        assert note["params"]["progress"] == 0.5
        meta = note["params"]["_meta"]
        assert meta["example/purpose"] == "test"
        assert not {"baggage", "x-tenant-id"} & meta.keys()
        assert SECRET not in wire.read_text()

    @pytest.mark.usefixtures("ambient")
    def test_meta_of_a_notification_is_clean_at_a_third_party(self) -> None:
        async def run(url: str) -> None:
            async with Client(url) as client:
                await self._notify(client, dict(self.META))
                await client.call_tool("ping", {})

        with mcp_server(OUTSIDE) as server:
            asyncio.run(run(server.url))
        body = b"".join(item.body for item in server.received)
        assert b"notifications/progress" in body
        for name in (SECRET.encode(), b"traceparent", b"baggage", b"x-tenant-id"):
            assert name not in body

    @pytest.mark.usefixtures("ambient")
    @pytest.mark.parametrize("address", [OUTSIDE, INSIDE])
    def test_meta_over_server_sent_events_is_clean(self, address: str) -> None:
        """The older transport is not told the server's class here, and gets nothing of ours."""

        async def run(url: str) -> None:
            async with Client(sse_client(url)) as client:
                await self._notify(client, dict(self.META))
                result = await client.call_tool("ping", {}, meta=dict(self.META))  # type: ignore[arg-type]
                assert not result.is_error

        with mcp_server(address, sse=True) as server:
            asyncio.run(run(f"{server.url.rpartition('/')[0]}/sse"))
        messages = [json.loads(item.body) for item in server.received if item.body]
        (note,) = [item for item in messages if item["method"] == "notifications/progress"]
        (call,) = [item for item in messages if item["method"] == "tools/call"]
        for message in (note, call):
            assert message["params"]["_meta"]["example/purpose"] == "test"
        body = b"".join(item.body for item in server.received)
        for name in (SECRET.encode(), b"traceparent", b"baggage", b"x-tenant-id"):
            assert name not in body

    @pytest.mark.usefixtures("ambient")
    def test_an_internal_server_gets_its_due(self, key_ring: KeyRing) -> None:
        with mcp_server(INSIDE) as server:
            _call_tool(server.url, dict(self.META))
        messages = [json.loads(item.body) for item in server.received if item.body]
        (call,) = [item for item in messages if item.get("method") == "tools/call"]
        meta = call["params"]["_meta"]
        assert meta["baggage"] == "tier=gold"
        assert meta["spanveil-tenant"] == key_ring.tag("acme").text
        assert meta["traceparent"]
        assert "x-tenant-id" not in meta


# --- AWS ---------------------------------------------------------------------

INSIDER = "111122223333"
STRANGER = "999988887777"


@pytest.mark.usefixtures("guard", "stock_propagator")
class TestAws:
    @pytest.fixture
    def ambient(self, provider: TracerProvider, acme: RequestContext) -> Iterator[None]:
        from opentelemetry import propagate

        BotocoreInstrumentor().instrument(
            tracer_provider=provider, propagator=propagate.get_global_textmap()
        )
        held = baggage.set_baggage("tier", "gold", baggage.set_baggage("tenant.id", SECRET))
        token = context.attach(held)
        with bind(acme), provider.get_tracer("t").start_as_current_span("work"):
            yield
        context.detach(token)
        BotocoreInstrumentor().uninstrument()

    @staticmethod
    def _invoke(url: str, account: str, payload: Any, **more: Any) -> None:
        client = boto_client("lambda", url)
        arn = f"arn:aws:lambda:eu-west-1:{account}:function:f"
        client.invoke(FunctionName=arn, Payload=payload, **more)
        client.close()

    @pytest.mark.usefixtures("ambient")
    def test_a_lambda_payload_of_a_strange_account_carries_nothing(self, outside: Server) -> None:
        event = {"headers": {"x-tenant-id": SECRET, "accept": "a"}, "baggage": "two suitcases"}
        custom = {"custom": {"traceparent": SECRET, "plain": "p"}}
        encoded = base64.b64encode(json.dumps(custom).encode()).decode()
        self._invoke(outside.url, STRANGER, json.dumps(event), ClientContext=encoded)
        assert outside.last.leaks == []
        sent = json.loads(outside.last.body)
        assert sent == {"headers": {"accept": "a"}, "baggage": "two suitcases"}
        client_context = base64.b64decode(outside.last.get("x-amz-client-context") or "")
        assert json.loads(client_context) == {"custom": {"plain": "p"}}

    @pytest.mark.usefixtures("ambient")
    def test_a_lambda_payload_of_our_account_carries_its_due(
        self, outside: Server, key_ring: KeyRing
    ) -> None:
        self._invoke(outside.url, INSIDER, b'{"headers": {}}')
        headers = json.loads(outside.last.body)["headers"]
        assert headers["baggage"] == "tier=gold"
        assert headers["spanveil-tenant"] == key_ring.tag("acme").text

    @pytest.mark.parametrize("payload", [b"not json", b'"text"', b"\xff\xfe", b'{"headers": 1}'])
    def test_an_odd_payload_passes_unchanged(self, outside: Server, payload: bytes) -> None:
        self._invoke(outside.url, STRANGER, payload)
        assert outside.last.body.replace(b" ", b"") == payload.replace(b" ", b"")

    @pytest.mark.usefixtures("ambient")
    def test_message_attributes_to_a_strange_topic_carry_nothing(self, outside: Server) -> None:
        attributes = {
            "x-tenant-id": {"DataType": "String", "StringValue": SECRET},
            "kind": {"DataType": "String", "StringValue": "k"},
        }
        client = boto_client("sns", outside.url)
        arn = f"arn:aws:sns:eu-west-1:{STRANGER}:t"
        client.publish(TopicArn=arn, Message="m", MessageAttributes=attributes)
        entry = {"Id": "1", "Message": "m", "MessageAttributes": attributes}
        client.publish_batch(TopicArn=arn, PublishBatchRequestEntries=[entry])
        client.close()
        for received in outside.received:
            assert received.leaks == []
            names = {
                value
                for key, values in parse_qs(received.body.decode()).items()
                if key.endswith(".Name")
                for value in values
            }
            assert names == {"kind"}
        assert "x-tenant-id" in attributes  # the caller's own mapping is left alone

    @pytest.mark.usefixtures("ambient")
    def test_message_attributes_of_queues(self, outside: Server, key_ring: KeyRing) -> None:
        client = boto_client("sqs", outside.url)
        attributes = {"x-tenant-id": {"DataType": "String", "StringValue": SECRET}}
        system = {"AWSTraceHeader": {"DataType": "String", "StringValue": SECRET}}
        for account in (STRANGER, INSIDER):
            url = f"{outside.url}/{account}/q"
            more = {"MessageAttributes": attributes, "MessageSystemAttributes": system}
            client.send_message(QueueUrl=url, MessageBody="m", **more)
            entry = {"Id": "1", "MessageBody": "m", **more}
            client.send_message_batch(QueueUrl=url, Entries=[entry])
        client.close()
        strange, strange_batch, ours, our_batch = (
            json.loads(item.body) for item in outside.received
        )
        assert [item.leaks for item in outside.received] == [[]] * 4
        assert not strange.get("MessageAttributes")
        assert not strange_batch["Entries"][0].get("MessageAttributes")
        for message in (ours, our_batch["Entries"][0]):
            sent = message["MessageAttributes"]
            assert sent["spanveil-tenant"]["StringValue"] == key_ring.tag("acme").text
            assert sent["baggage"]["StringValue"] == "tier=gold"

    def test_the_trace_header_that_botocore_adds_in_lambda_is_removed(
        self, outside: Server, monkeypatch: pytest.MonkeyPatch, exporter: InMemorySpanExporter
    ) -> None:
        monkeypatch.setenv("AWS_LAMBDA_FUNCTION_NAME", "f")
        monkeypatch.setenv("_X_AMZN_TRACE_ID", f"Root=1-{SECRET};Parent=x;Sampled=1")
        self._invoke(outside.url, STRANGER, b"{}")
        assert outside.last.leaks == []
