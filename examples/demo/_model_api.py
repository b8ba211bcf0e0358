"""The model vendor's API on loopback: OpenAI's chat completions protocol with a scripted model.

The only stand-in of the demo. It keeps no state: like a model, it answers from the messages and
tools that it is sent. It calls the tools it knows one after the other, with arguments taken from
the conversation, and then writes a reply that quotes what it was told.
"""

import json
import re
import socket
import threading
import time
import uuid
from collections.abc import Iterator, Mapping, Sequence
from multiprocessing.connection import Connection
from typing import Any, Final

import uvicorn
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from examples.demo._process import ServerProcess

_Message = Mapping[str, Any]
_SCRIPT: Final = ("search_contracts", "look_up_account", "open_dispute")
_CHUNK_CHARS: Final = 24
_CHARS_PER_TOKEN: Final = 4  # OpenAI's rule of thumb for English text
_ACCOUNT: Final = re.compile(r"\bACC-[A-Z0-9]+")
_EMAIL: Final = re.compile(r"\b[\w.]+@[\w.]+\w")
_CARD: Final = re.compile(r"\b\d{16}\b")


def _text_of(messages: Sequence[_Message], role: str) -> str:
    return "\n".join(str(m.get("content") or "") for m in messages if m["role"] == role)


def _arguments_for(tool: str, messages: Sequence[_Message]) -> dict[str, str]:
    prompt = _text_of(messages, "user")

    def first(pattern: re.Pattern[str]) -> str:
        match = pattern.search(prompt)
        return match.group() if match else ""

    match tool:
        case "search_contracts":
            return {"question": prompt}
        case "look_up_account":
            return {"account": first(_ACCOUNT), "email": first(_EMAIL)}
        case _:
            return {"account": first(_ACCOUNT), "card": first(_CARD), "reason": prompt}


def _next_tool(request: Mapping[str, Any]) -> str | None:
    offered = {tool["function"]["name"] for tool in request.get("tools", ())}
    called = {
        call["function"]["name"]
        for message in request["messages"]
        for call in message.get("tool_calls") or ()
    }
    return next((name for name in _SCRIPT if name in offered and name not in called), None)


def _reply(messages: Sequence[_Message]) -> str:
    results = [str(m.get("content")) for m in messages if m["role"] == "tool"]
    quoted = "\n".join(f"- {result}" for result in results)
    return (
        f"You wrote: {_text_of(messages, 'user')}\n"
        f"I am bound by: {_text_of(messages, 'system')}\nThis is what I found:\n{quoted}"
    )


def _complete(request: Mapping[str, Any]) -> dict[str, Any]:
    """Return the assistant's next message."""
    messages = request["messages"]
    tool = _next_tool(request)
    if tool is None:
        return {"role": "assistant", "content": _reply(messages)}
    call = {
        "id": f"call_{uuid.uuid4().hex[:24]}",
        "type": "function",
        "function": {"name": tool, "arguments": json.dumps(_arguments_for(tool, messages))},
    }
    return {"role": "assistant", "content": None, "tool_calls": [call]}


def _usage(request: Mapping[str, Any], message: _Message) -> dict[str, int]:
    prompt = len(json.dumps(request["messages"])) // _CHARS_PER_TOKEN
    completion = max(1, len(json.dumps(message)) // _CHARS_PER_TOKEN)
    return {
        "prompt_tokens": prompt,
        "completion_tokens": completion,
        "total_tokens": prompt + completion,
    }


def _envelope(request: Mapping[str, Any], kind: str) -> dict[str, Any]:
    return {
        "id": f"chatcmpl-{uuid.uuid4().hex}",
        "object": kind,
        "created": int(time.time()),
        "model": f"{request['model']}-2026-08-07",
    }


def _finish_reason(message: _Message) -> str:
    return "tool_calls" if message.get("tool_calls") else "stop"


def _whole(request: Mapping[str, Any]) -> dict[str, Any]:
    message = _complete(request)
    choice = {"index": 0, "message": message, "finish_reason": _finish_reason(message)}
    envelope = _envelope(request, "chat.completion")
    return envelope | {"choices": [choice], "usage": _usage(request, message)}


def _deltas(message: _Message) -> Iterator[dict[str, Any]]:
    yield {"role": "assistant"}
    for index, call in enumerate(message.get("tool_calls") or ()):
        yield {"tool_calls": [{"index": index, **call}]}
    text = message.get("content") or ""
    for start in range(0, len(text), _CHUNK_CHARS):
        yield {"content": text[start : start + _CHUNK_CHARS]}


def _stream(request: Mapping[str, Any]) -> Iterator[str]:
    """Yield server-sent events, as the API does for ``stream: true``."""
    message = _complete(request)
    envelope = _envelope(request, "chat.completion.chunk")

    def event(**members: Any) -> str:
        return f"data: {json.dumps(envelope | members)}\n\n"

    for delta in _deltas(message):
        yield event(choices=[{"index": 0, "delta": delta, "finish_reason": None}])
    finish_reason = _finish_reason(message)
    yield event(choices=[{"index": 0, "delta": {}, "finish_reason": finish_reason}])
    if (request.get("stream_options") or {}).get("include_usage"):
        yield event(choices=[], usage=_usage(request, message))
    yield "data: [DONE]\n\n"


async def _chat_completions(http_request: Request) -> Response:
    request = await http_request.json()
    if request.get("stream"):
        return StreamingResponse(_stream(request), media_type="text/event-stream")
    return JSONResponse(await run_in_threadpool(_whole, request))


def serve(connection: Connection) -> None:
    """Serve the API until the connection closes."""
    app = Starlette(routes=[Route("/v1/chat/completions", _chat_completions, methods=["POST"])])
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="off"))

    def stop_with_parent() -> None:
        try:
            connection.recv()
        except (EOFError, OSError):
            server.should_exit = True

    with socket.create_server(("127.0.0.1", 0)) as listener:
        # The socket already listens: who connects before uvicorn accepts is queued, not refused.
        connection.send(listener.getsockname()[1])
        threading.Thread(target=stop_with_parent, daemon=True).start()
        server.run(sockets=[listener])


class ModelAPI(ServerProcess):
    """The vendor's process, seen from the demo."""

    def __init__(self) -> None:
        super().__init__("model API", serve)

    @property
    def base_url(self) -> str:
        """What an OpenAI client takes as ``base_url``."""
        return f"http://127.0.0.1:{self.port}/v1"
