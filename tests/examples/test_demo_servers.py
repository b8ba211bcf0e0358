"""The demo's two servers are processes of their own that answer what the real ones would."""

import json
import os
from collections.abc import Iterator
from multiprocessing.connection import Connection

import grpc
import pytest
from openai import OpenAI
from openai.types.chat import ChatCompletionMessageParam, ChatCompletionToolParam

from examples.demo._errors import DemoError
from examples.demo._model_api import ModelAPI
from examples.demo._process import ServerProcess
from examples.demo._sink import SharedSink

_TRACES = "/opentelemetry.proto.collector.trace.v1.TraceService/Export"
_LOGS = "/opentelemetry.proto.collector.logs.v1.LogsService/Export"
_QUESTION: ChatCompletionMessageParam = {
    "role": "user",
    "content": "The account is ACC-42X, write to ada@mail.example.",
}


def _tool(name: str) -> ChatCompletionToolParam:
    return {"type": "function", "function": {"name": name}}


def test_the_sink_hands_over_the_very_bytes_and_headers_it_received() -> None:
    odd = b"\xfa\x06\x03abc"  # field 111: no OTLP message has it, so a parser would hide it
    with (
        SharedSink() as sink,
        grpc.insecure_channel(f"127.0.0.1:{sink.port}") as channel,
    ):
        for method in (_TRACES, _LOGS):
            export: grpc.UnaryUnaryMultiCallable[bytes, bytes] = channel.unary_unary(method)
            answer = export(odd, metadata=(("x-tenant", "acme"),), timeout=60)
            assert answer == b""
        exports = sink.collect()

        assert [(e.signal, e.body) for e in exports] == [("traces", odd), ("logs", odd)]
        assert all("x-tenant: 'acme'" in e.headers for e in exports)
        assert sink.collect() == []


def _die(connection: Connection) -> None:
    connection.send(1)
    connection.recv()
    os._exit(3)


def test_a_server_that_dies_is_an_error_and_not_a_hang() -> None:
    with ServerProcess("short-lived", _die) as server, pytest.raises(DemoError, match="short-liv"):
        server.ask("anything")


@pytest.fixture(scope="module")
def client() -> Iterator[OpenAI]:
    with (
        ModelAPI() as api,
        OpenAI(base_url=api.base_url, api_key="unused", max_retries=0, timeout=60) as client,
    ):
        yield client


def test_the_model_calls_a_tool_with_arguments_from_the_conversation(client: OpenAI) -> None:
    completion = client.chat.completions.create(
        model="gpt-5-mini", messages=[_QUESTION], tools=[_tool("look_up_account")]
    )

    choice = completion.choices[0]
    assert choice.finish_reason == "tool_calls"
    assert choice.message.tool_calls is not None
    call = choice.message.tool_calls[0]
    assert call.type == "function"
    assert json.loads(call.function.arguments) == {
        "account": "ACC-42X",
        "email": "ada@mail.example",
    }
    assert completion.usage is not None
    assert completion.usage.total_tokens == (
        completion.usage.prompt_tokens + completion.usage.completion_tokens
    )


def test_the_model_streams_the_same_reply(client: OpenAI) -> None:
    whole = client.chat.completions.create(model="gpt-5-mini", messages=[_QUESTION])
    chunks = list(
        client.chat.completions.create(
            model="gpt-5-mini",
            messages=[_QUESTION],
            stream=True,
            stream_options={"include_usage": True},
        )
    )

    streamed = "".join(chunk.choices[0].delta.content or "" for chunk in chunks if chunk.choices)
    assert streamed == whole.choices[0].message.content
    assert "ACC-42X" in streamed
    assert chunks[-1].usage == whole.usage


def test_the_model_does_not_call_what_it_was_not_offered(client: OpenAI) -> None:
    completion = client.chat.completions.create(
        model="gpt-5-mini", messages=[_QUESTION], tools=[_tool("delete_everything")]
    )

    assert completion.choices[0].message.tool_calls is None
