"""The canary self-test: readiness needs to have seen redaction work on the real pipeline."""

import asyncio
import secrets
from collections.abc import Iterator, Sequence
from typing import Final

from opentelemetry.proto.collector.logs.v1.logs_service_pb2 import ExportLogsServiceRequest
from opentelemetry.proto.collector.metrics.v1.metrics_service_pb2 import (
    ExportMetricsServiceRequest,
)
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

from spanveil.gateway._content import unpacked
from spanveil.gateway._errors import PayloadError
from spanveil.gateway._otlp_json import decode, encode
from spanveil.gateway._pipeline import Pipeline
from spanveil.gateway._queue import DurableQueue, Entry
from spanveil.gateway._queue_rows import Stored
from spanveil.gateway._signals import Signal

CANARY_SINK: Final = "#canary"
"""No configured sink can have this name."""
_KEYS: Final = ("gen_ai.input.messages", "gen_ai.tool.call.result", "password", "note", "user.id")
_TIMEOUT: Final = 10.0


class SelfTestFailed(Exception):
    """A canary came through, or nothing did. The text says where."""


def redact_canaries(pipeline: Pipeline) -> list[tuple[bytes, Entry]]:
    """Send a canary of each signal and encoding through a pipeline.

    Returns:
        Each canary, with what would be queued.

    Raises:
        SelfTestFailed: A canary is still in it, or there is nothing.
    """
    result = []
    for signal, canary, body in _requests():
        redacted = pipeline.redact(signal, body, trusted=False, stream=CANARY_SINK)
        if len(redacted.entries) != len(pipeline.forms) or redacted.rejected:
            raise SelfTestFailed(f"{signal}: nothing came out of redaction")
        for entry in redacted.entries:
            if canary in entry.body:
                raise SelfTestFailed(f"{signal}: a canary came through redaction")
            result.append((canary, entry))
    return result


def _requests() -> Iterator[tuple[Signal, bytes, bytes]]:
    for as_json in (False, True):
        for signal in Signal:
            token = secrets.token_hex(12)
            # An address, which the profile that keeps prose takes away too.
            message = _message(signal, f"Jane said {token}@canary.example to me yesterday")
            body = message.SerializeToString()
            yield signal, token.encode(), decode(signal, encode(message)) if as_json else body


def _message(
    signal: Signal, text: str
) -> ExportTraceServiceRequest | ExportLogsServiceRequest | ExportMetricsServiceRequest:
    if signal is Signal.TRACES:
        traces = ExportTraceServiceRequest()
        span = traces.resource_spans.add().scope_spans.add().spans.add(name=text)
        span.status.message = text
        lists = [span.attributes, span.events.add(name=text).attributes]
        message: ExportTraceServiceRequest | ExportLogsServiceRequest | ExportMetricsServiceRequest
        message = traces
    elif signal is Signal.LOGS:
        logs = ExportLogsServiceRequest()
        record = logs.resource_logs.add().scope_logs.add().log_records.add()
        record.body.string_value = text
        lists = [record.attributes]
        message = logs
    else:
        metrics = ExportMetricsServiceRequest()
        metric = metrics.resource_metrics.add().scope_metrics.add().metrics.add(name="canary")
        metric.description = text
        lists = [metric.gauge.data_points.add(as_int=1).attributes]
        message = metrics
    for attributes in lists:
        for key in _KEYS:
            attributes.add(key=key).value.string_value = text
    return message


class SelfTest:
    """Run canaries through redaction and the queue, and keep the verdict.

    Attributes:
        failure: Why the gateway is not ready; ``""`` when it is.
    """

    def __init__(self) -> None:
        self.failure = "the self-test has not run"
        self._arrived: asyncio.Queue[Stored] = asyncio.Queue()
        self._nonce = secrets.token_hex(4)
        self._runs = 0

    def arrived(self, stored: Stored) -> None:
        """Take a canary that the queue has stored."""
        self._arrived.put_nowait(stored)

    async def run(self, pipeline: Pipeline, queue: DurableQueue | None) -> bool:
        """Run the test, and say whether it passed. Never raises."""
        try:
            async with asyncio.timeout(_TIMEOUT):
                canaries = redact_canaries(pipeline)
                if queue is not None:
                    await self._through(queue, canaries)
        except (SelfTestFailed, PayloadError) as error:
            self.failure = str(error)
        except TimeoutError:
            self.failure = "the self-test took too long"
        except Exception as error:
            self.failure = f"the self-test failed: {type(error).__name__}"
        else:
            self.failure = ""
        return not self.failure

    async def _through(self, queue: DurableQueue, canaries: Sequence[tuple[bytes, Entry]]) -> None:
        # Those of a run that took too long, or of one before a crash, may still come.
        self._runs += 1
        tag = f"{CANARY_SINK}-{self._nonce}-{self._runs}"
        await queue.put(
            [
                Entry(entry.signal, tag, entry.items, entry.body, (CANARY_SINK,))
                for _, entry in canaries
            ]
        )
        found = b""
        expected = sum(entry.items for _, entry in canaries)
        while expected > 0:
            stored = await self._arrived.get()
            if stored.tag == tag:
                found += unpacked(await queue.body(stored))
                expected -= stored.items
            queue.done(stored, CANARY_SINK)
        if any(canary in found for canary, _ in canaries):
            raise SelfTestFailed("a canary came out of the queue")
