"""The exporter half of the OTLP specification; each test names its number on the checklist.

22-23 size limits, 24-26 retries, 27-28 partial success and refusals, 29 compression, 30 several
destinations.
"""

import asyncio
import json
import os
import secrets
import shutil
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import grpc
import pytest
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import (
    ExportTraceServiceRequest,
    ExportTraceServiceResponse,
)

from spanveil.gateway import Signal
from spanveil.gateway._auth import Stream
from spanveil.gateway._content import Content
from spanveil.gateway._errors import PayloadError
from spanveil.gateway._intake import Accepted, Request
from spanveil.gateway._journal import Journal
from spanveil.gateway._otlp_json import decode
from spanveil.gateway._sink_file import FileSink
from tests.gateway.conftest import GrpcSinkServer, serving, wait
from tests.gateway.processes import PATIENCE

STREAM = Stream("test")


def request(spans: int = 1, size: int = 0) -> bytes:
    message = ExportTraceServiceRequest()
    scope = message.resource_spans.add().scope_spans.add()
    for _ in range(spans):
        span = scope.spans.add(span_id=secrets.token_bytes(8), name="chat")
        for number in range(size):
            span.attributes.add(key=f"n{number}").value.int_value = number
    return message.SerializeToString()


def accept(gateway: Any, body: bytes) -> Accepted:
    result: Accepted = gateway.call(
        gateway.worker.intake.accept(Request(Signal.TRACES, body, STREAM, "grpc"))
    )
    return result


def metric(gateway: Any, name: str, **labels: str) -> float:
    gateway.worker.snapshot()
    return float(gateway.worker.stats.get(name, **labels))


@pytest.fixture(params=["grpc", "http"])
def sink(request: pytest.FixtureRequest, grpc_sink: Any, http_sink: Any) -> Any:
    return grpc_sink if request.param == "grpc" else http_sink


GRPC_RETRYABLE = ["CANCELLED", "DEADLINE_EXCEEDED", "ABORTED", "OUT_OF_RANGE", "UNAVAILABLE"]
GRPC_FINAL = ["INVALID_ARGUMENT", "UNKNOWN", "INTERNAL", "UNIMPLEMENTED", "PERMISSION_DENIED"]


@pytest.mark.parametrize("code", [*GRPC_RETRYABLE, "DATA_LOSS"])
def test_checklist_24_grpc_codes_that_are_retried(
    code: str, grpc_sink: Any, configured: Any, running: Any
) -> None:
    grpc_sink.script = [(grpc.StatusCode[code], None)] * 2
    gateway = running(configured(grpc_sink))
    accept(gateway, request())
    grpc_sink.wait(lambda: len(grpc_sink.spans()) == 1)
    assert metric(gateway, "spanveil_sink_retries", code=code) == 2


@pytest.mark.parametrize("code", [*GRPC_FINAL, "RESOURCE_EXHAUSTED"])
def test_checklist_24_28_grpc_codes_that_are_not_retried_are_counted(
    code: str, grpc_sink: Any, configured: Any, running: Any
) -> None:
    grpc_sink.script = [(grpc.StatusCode[code], None)]
    gateway = running(configured(grpc_sink))
    accept(gateway, request(3))
    grpc_sink.wait(lambda: metric(gateway, "otelcol_exporter_send_failed_spans") == 3)
    accept(gateway, request())
    grpc_sink.wait(lambda: len(grpc_sink.spans()) == 1)
    assert grpc_sink.attempts == 2


def test_checklist_24_26_resource_exhausted_with_a_delay_waits_for_it(
    grpc_sink: Any, configured: Any, running: Any
) -> None:
    grpc_sink.script = [(grpc.StatusCode.RESOURCE_EXHAUSTED, 0.6)]
    gateway = running(configured(grpc_sink))
    begin = time.monotonic()
    accept(gateway, request())
    grpc_sink.wait(lambda: len(grpc_sink.spans()) == 1)
    assert time.monotonic() - begin >= 0.6


@pytest.mark.parametrize("status", [429, 502, 503, 504])
def test_checklist_25_26_http_statuses_that_are_retried_when_they_say(
    status: int, http_sink: Any, configured: Any, running: Any
) -> None:
    http_sink.script = [(status, {"Retry-After": "1"})]
    gateway = running(configured(http_sink))
    begin = time.monotonic()
    accept(gateway, request())
    http_sink.wait(lambda: len(http_sink.spans()) == 1)
    assert time.monotonic() - begin >= 1


@pytest.mark.parametrize("status", [400, 401, 404, 413, 500, 501, 307])
def test_checklist_25_28_other_http_statuses_are_not_retried(
    status: int, http_sink: Any, configured: Any, running: Any
) -> None:
    http_sink.script = [(status, {"Location": "http://127.0.0.1:9/"})]
    gateway = running(configured(http_sink))
    accept(gateway, request(2))
    http_sink.wait(lambda: metric(gateway, "otelcol_exporter_send_failed_spans") == 2)
    assert http_sink.attempts == 1


@pytest.mark.parametrize("status", [202, 204])
def test_any_status_of_success_is_one(
    status: int, http_sink: Any, configured: Callable[..., Any], running: Any
) -> None:
    http_sink.always = (status, {})
    gateway = running(configured(http_sink))
    accept(gateway, request(3))
    http_sink.wait(lambda: metric(gateway, "otelcol_exporter_sent_spans") == 3)
    assert metric(gateway, "otelcol_exporter_send_failed_spans") == 0


def test_checklist_25_a_sink_that_hangs_up_is_tried_again(
    configured: Any, running: Any, http_sink: Any
) -> None:
    gateway = running(configured({"url": f"http://127.0.0.1:{http_sink.port}", "timeout": 0.3}))
    http_sink.delay = 0.6
    accept(gateway, request())
    http_sink.wait(lambda: metric(gateway, "spanveil_sink_retries") >= 1)
    http_sink.delay = 0.0
    http_sink.wait(lambda: http_sink.spans())


def test_checklist_27_partial_success_is_counted_and_not_sent_again(
    sink: Any, configured: Any, running: Any
) -> None:
    response = ExportTraceServiceResponse()
    response.partial_success.rejected_spans = 2
    sink.response = response.SerializeToString()
    gateway = running(configured(sink))
    accept(gateway, request(5))
    sink.wait(lambda: metric(gateway, "spanveil_sink_rejected_items") == 2)
    assert metric(gateway, "otelcol_exporter_sent_spans") == 3
    time.sleep(0.2)
    assert sink.attempts == 1


class Cut:
    """An HTTP server that takes every request and breaks its answer off."""

    def __init__(self, ending: str) -> None:
        self.requests = 0
        self.released = threading.Event()
        server = self

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *args: object) -> None:
                pass

            def do_POST(self) -> None:
                self.rfile.read(int(self.headers["Content-Length"]))
                server.requests += 1
                length = "Transfer-Encoding: chunked" if ending == "chunk" else "Content-Length: 90"
                self.wfile.write(f"HTTP/1.1 200 OK\r\n{length}\r\n\r\n40\r\nhalf".encode())
                self.wfile.flush()
                if ending == "nothing":
                    server.released.wait()

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"
        self._thread = serving(self._server)

    def close(self) -> None:
        self.released.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@pytest.mark.parametrize("ending", ["length", "chunk", "nothing"])
@pytest.mark.parametrize("has_disk", [True, False])
def test_checklist_27_a_success_whose_answer_is_cut_off_is_not_sent_again(
    ending: str, has_disk: bool, configured: Any, running: Any
) -> None:
    sink = Cut(ending)
    queue = {} if has_disk else {"directory": None}
    # Of an answer that only stops the head must have come before the time is over.
    timeout = 2 if ending == "nothing" else PATIENCE
    gateway = running(configured({"url": sink.url, "timeout": timeout}, queue=queue))
    accept(gateway, request(5))
    wait(lambda: metric(gateway, "otelcol_exporter_sent_spans") == 5)
    time.sleep(0.3)
    assert sink.requests == 1
    assert metric(gateway, "spanveil_sink_unclear_answers", data_type="traces") == 1
    assert metric(gateway, "spanveil_sink_retries") == 0
    gateway.stop()
    sink.close()


def test_checklist_27_a_success_whose_answer_cannot_be_read_is_not_sent_again(
    sink: Any, configured: Any, running: Any
) -> None:
    sink.response = b"<html>thank you</html>"
    gateway = running(configured(sink))
    accept(gateway, request(5))
    sink.wait(lambda: metric(gateway, "otelcol_exporter_sent_spans") == 5)
    time.sleep(0.2)
    assert sink.attempts == 1
    assert metric(gateway, "spanveil_sink_unclear_answers") == 1
    (line,) = (text for _, text in Journal().look(gateway.worker.snapshot(), ""))
    assert "answers that cannot be read, taken as full success (traces): 1" in line


@pytest.mark.parametrize("jump", [1e6, -1e6])
def test_a_clock_that_is_set_anew_makes_no_batch_older(
    jump: float, http_sink: Any, configured: Any, running: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    http_sink.always = (503, {})
    retry = {"initial": 0.05, "maximum": 0.1, "give_up_after": 30}
    gateway = running(configured({"url": http_sink.url, "retry": retry}))
    accept(gateway, request(3))
    http_sink.wait(lambda: http_sink.attempts > 1)
    clock = time.time
    monkeypatch.setattr(time, "time", lambda: clock() + jump)
    seen = http_sink.attempts
    http_sink.wait(lambda: http_sink.attempts > seen + 2)
    accept(gateway, request(2))
    http_sink.always = None
    http_sink.wait(lambda: len(http_sink.spans()) == 5)
    assert metric(gateway, "otelcol_exporter_send_failed_spans") == 0


def test_checklist_22_a_batch_over_the_sinks_limit_is_split(
    sink: Any, configured: Any, running: Any
) -> None:
    limited = {"url": sink.url, "max_request_bytes": 2000}
    gateway = running(configured(limited))
    accept(gateway, request(200))
    sink.wait(lambda: len(sink.spans()) == 200)
    assert max(len(body) for _, body in sink.received) <= 2000


def test_checklist_22_an_item_over_the_limit_is_not_sent_and_counted(
    sink: Any, configured: Any, running: Any
) -> None:
    gateway = running(configured({"name": "small", "url": sink.url, "max_request_bytes": 2000}))
    accept(gateway, request(1, 500) + request(3))
    sink.wait(lambda: len(sink.spans()) == 3)
    assert metric(gateway, "otelcol_exporter_send_failed_spans", exporter="small") == 1


def test_pieces_that_a_sink_has_are_not_sent_again(
    http_sink: Any, configured: Any, running: Any
) -> None:
    http_sink.script = [None, (503, {}), None, (503, {})]
    gateway = running(configured({"url": http_sink.url, "max_request_bytes": 2000}))
    accept(gateway, request(200))
    http_sink.wait(lambda: len(http_sink.spans()) >= 200)
    time.sleep(0.1)
    assert len(http_sink.spans()) == 200


def test_checklist_23_an_endless_response_is_not_read(
    sink: Any, configured: Any, running: Any
) -> None:
    sink.response = bytes(5_000_000)
    gateway = running(configured(sink))
    accept(gateway, request())
    sink.wait(lambda: metric(gateway, "otelcol_exporter_send_failed_spans") == 1)


@pytest.mark.parametrize("compression", ["gzip", "none"])
def test_checklist_29_compression_and_headers(
    compression: str, http_sink: Any, configured: Any, running: Any
) -> None:
    secret = secrets.token_hex(8)
    described = {
        "url": http_sink.url,
        "compression": compression,
        "headers": {"X-Api-Key": secret},
    }
    config = configured(described)
    gateway = running(config)
    accept(gateway, request(100))
    http_sink.wait(lambda: http_sink.spans())
    headers = http_sink.headers[0]
    assert headers.get("content-encoding") == (None if compression == "none" else "gzip")
    assert (headers["content-type"], headers["x-api-key"]) == ("application/x-protobuf", secret)
    assert secret not in repr(config) + repr(gateway.worker.stats.snapshot())


def test_checklist_29_grpc_compression_and_headers(
    grpc_sink: Any, configured: Any, running: Any
) -> None:
    gateway = running(configured({"url": grpc_sink.url, "headers": {"X-Team": "a"}}))
    accept(gateway, request())
    grpc_sink.wait(lambda: grpc_sink.spans())
    assert grpc_sink.headers[0]["x-team"] == "a"


@pytest.mark.parametrize("transport", ["grpc", "http"])
def test_checklist_29_a_sink_without_gzip_gets_everything_uncompressed(
    transport: str,
    http_sink: Any,
    configured: Any,
    running: Any,
    caplog: pytest.LogCaptureFixture,
) -> None:
    sink = http_sink if transport == "http" else GrpcSinkServer(takes_gzip=False)
    sink.takes_gzip = False
    gateway = running(configured(sink))
    for number in range(1, 4):
        accept(gateway, request(50))
        wait(lambda: len(sink.spans()) == 50 * number)  # noqa: B023 - called here
    assert sink.attempts == (4 if transport == "http" else 3)  # gRPC's own code refuses the first
    assert all("content-encoding" not in headers for headers in sink.headers)
    assert metric(gateway, "otelcol_exporter_send_failed_spans") == 0
    (said,) = [record.message for record in caplog.records if "gzip" in record.message]
    assert "sink sink-0 does not take gzip" in said
    if sink is not http_sink:
        gateway.stop()
        sink.close()


def test_checklist_29_a_sink_that_takes_neither_is_asked_without_gzip_once(
    http_sink: Any, configured: Any, running: Any, caplog: pytest.LogCaptureFixture
) -> None:
    http_sink.always = (415, {})
    gateway = running(configured(http_sink))
    for number in range(1, 4):
        accept(gateway, request(2))
        failed = "otelcol_exporter_send_failed_spans"
        wait(lambda: metric(gateway, failed) == 2 * number)  # noqa: B023 - called here
    assert http_sink.attempts == 4
    assert "gzip" not in caplog.text


@pytest.mark.parametrize("trouble", ["down", "slow"])
def test_checklist_30_a_bad_sink_never_holds_another(
    trouble: str, grpc_sink: Any, http_sink: Any, configured: Any, running: Any
) -> None:
    if trouble == "down":
        http_sink.always = (503, {})
    else:
        http_sink.delay = PATIENCE
    gateway = running(configured(http_sink, grpc_sink))
    for _ in range(30):
        accept(gateway, request())
    grpc_sink.wait(lambda: len(grpc_sink.spans()) == 30)
    assert not http_sink.spans()


def test_a_sink_sees_its_own_profile(
    grpc_sink: Any, http_sink: Any, configured: Any, running: Any
) -> None:
    message = ExportTraceServiceRequest()
    span = message.resource_spans.add().scope_spans.add().spans.add(name="chat")
    span.attributes.add(key="user.id").value.string_value = "plain"
    gateway = running(
        configured(
            {"name": "open", "url": grpc_sink.url},
            {"name": "closed", "url": http_sink.url, "profile": "strict"},
        )
    )
    accept(gateway, message.SerializeToString())
    for sink, expected in ((grpc_sink, "ps1_"), (http_sink, "[redacted]")):
        sink.wait(lambda sink=sink: sink.spans())
        (attribute,) = sink.spans()[0].attributes
        assert attribute.value.string_value.startswith(expected)


def test_a_file_gets_otlp_json_lines(configured: Any, running: Any, tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_bytes(b'{"half a li')  # what a killed process leaves
    gateway = running(configured({"url": f"file://{path}"}, queue={"directory": None}))
    accept(gateway, request(2))
    accept(gateway, request(3))
    _, *lines = path.read_bytes().splitlines()
    counts = [
        len(
            ExportTraceServiceRequest.FromString(decode(Signal.TRACES, line))
            .resource_spans[0]
            .scope_spans[0]
            .spans
        )
        for line in lines
    ]
    assert counts == [2, 3]
    assert json.loads(lines[0])["resourceSpans"]


def test_a_file_that_is_moved_or_removed_is_opened_anew(
    configured: Any, running: Any, tmp_path: Path
) -> None:
    path = tmp_path / "of" / "out.jsonl"
    path.parent.mkdir()
    gateway = running(configured({"url": f"file://{path}"}, queue={"directory": None}))
    accept(gateway, request(1))
    path.rename(tmp_path / "out.1")
    accept(gateway, request(1))
    shutil.rmtree(path.parent)
    with pytest.raises(PayloadError):  # nothing is said to be written that is nowhere
        accept(gateway, request(1))
    path.parent.mkdir()
    accept(gateway, request(1))
    assert [len(one.read_bytes().splitlines()) for one in (tmp_path / "out.1", path)] == [1, 1]


def test_a_file_is_not_closed_under_a_line_that_is_being_written(
    configured: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The number of a closed file is given to the next one that is opened, a client's socket say.
    (described,) = configured({"url": f"file://{tmp_path}/out.jsonl"}).gateway.sinks
    sync = os.fdatasync
    begun, faults = threading.Event(), []

    def slow(file: int) -> None:
        begun.set()
        time.sleep(0.3)
        try:
            sync(file)
        except OSError as error:
            faults.append(error)

    monkeypatch.setattr(os, "fdatasync", slow)

    async def cancelled() -> None:
        sink = FileSink(described)
        sending = asyncio.create_task(sink.send(Signal.TRACES, Content(request())))
        await asyncio.to_thread(begun.wait)
        sending.cancel()
        await sink.close()
        with pytest.raises(asyncio.CancelledError):
            await sending

    asyncio.run(cancelled())
    assert (tmp_path / "out.jsonl").read_bytes().count(b"\n") == 1
    assert not faults


def test_a_new_file_is_for_this_user_only(configured: Any, running: Any, tmp_path: Path) -> None:
    running(configured({"url": f"file://{tmp_path}/new.jsonl"}))
    assert (tmp_path / "new.jsonl").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "queue").stat().st_mode & 0o777 == 0o700
    for file in (tmp_path / "queue").glob("*.sqlite3*"):
        assert file.stat().st_mode & 0o077 == 0


def test_small_batches_go_together_and_one_bad_one_is_lost_alone(
    http_sink: Any, configured: Any, running: Any
) -> None:
    http_sink.always = (503, {})
    gateway = running(configured({"url": http_sink.url, "concurrency": 1}))
    for _ in range(30):
        accept(gateway, request(2))
    # The first answer with all of them together is a refusal for good, and so is one alone.
    http_sink.script = [(503, {}), None, (400, {}), (400, {})]
    http_sink.always = None
    http_sink.wait(lambda: metric(gateway, "otelcol_exporter_send_failed_spans") == 2)
    http_sink.wait(lambda: len(http_sink.spans()) == 58)
    assert len(http_sink.received) < 35


def test_giving_up_is_counted(http_sink: Any, configured: Any, running: Any) -> None:
    http_sink.always = (503, {})
    retry = {"initial": 0.01, "maximum": 0.05, "give_up_after": 0.3}
    gateway = running(configured({"url": http_sink.url, "retry": retry}))
    accept(gateway, request(4))
    http_sink.wait(lambda: metric(gateway, "otelcol_exporter_send_failed_spans") == 4)


@pytest.mark.parametrize(
    ("script", "code", "has_delay"),
    [
        ([(grpc.StatusCode.UNAVAILABLE, None)], grpc.StatusCode.UNAVAILABLE, True),
        ([(grpc.StatusCode.RESOURCE_EXHAUSTED, 3.0)], grpc.StatusCode.RESOURCE_EXHAUSTED, True),
        ([(grpc.StatusCode.INVALID_ARGUMENT, None)], grpc.StatusCode.INVALID_ARGUMENT, False),
    ],
)
def test_checklist_32_without_a_disk_the_sinks_answer_travels_back(
    script: list[Any],
    code: grpc.StatusCode,
    has_delay: bool,
    grpc_sink: Any,
    configured: Callable[..., Any],
    running: Any,
) -> None:
    grpc_sink.script = script
    gateway = running(configured(grpc_sink, queue={"directory": None}))
    with pytest.raises(PayloadError) as refused:
        accept(gateway, request())
    assert refused.value.code is code
    assert (refused.value.retry_after is not None) is has_delay
    assert accept(gateway, request()) == Accepted()


@pytest.mark.parametrize(
    "asked", ["inf", "1e999", "99999999999999999999", "Fri, 31 Dec 9999 23:59:59 GMT"]
)
def test_without_a_disk_an_endless_delay_is_not_passed_on(
    asked: str, http_sink: Any, configured: Callable[..., Any], running: Any
) -> None:
    # It was an error of ours, for which the client dropped the data.
    http_sink.always = (503, {"Retry-After": asked})
    gateway = running(configured(http_sink, queue={"directory": None}))
    with pytest.raises(PayloadError) as refused:
        accept(gateway, request())
    assert refused.value.code is grpc.StatusCode.UNAVAILABLE
    assert refused.value.retry_after == 3600


def test_without_a_disk_what_waits_for_a_slow_sink_is_bounded(
    http_sink: Any, configured: Callable[..., Any], running: Any
) -> None:
    http_sink.delay = 0.5
    limit = {"max_request_bytes": 5_000}
    gateway = running(configured(http_sink, queue={"directory": None}, receivers=limit))
    body = request(20, 4)

    async def send_all() -> list[Any]:
        intake = gateway.worker.intake
        return await asyncio.gather(
            *(intake.accept(Request(Signal.TRACES, body, STREAM, "grpc")) for _ in range(60)),
            return_exceptions=True,
        )

    answers = gateway.call(send_all())
    refused = [answer for answer in answers if isinstance(answer, PayloadError)]
    assert {answer.retry_after for answer in refused} == {1.0}
    accepted = answers.count(Accepted())
    assert accepted + len(refused) == 60
    assert 0 < accepted * len(body) < 4 * 5_000
    assert accept(gateway, body) == Accepted()


def test_without_a_disk_a_reload_lets_no_request_wait_for_the_sink_of_before(
    http_sink: Any, grpc_sink: Any, configured: Callable[..., Any], running: Any
) -> None:
    grpc_sink.delay = PATIENCE
    slow = {"name": "one", "url": grpc_sink.url}
    gateway = running(configured(slow, queue={"directory": None}))

    async def under_way() -> list[Any]:
        intake = gateway.worker.intake
        first = asyncio.create_task(
            intake.accept(Request(Signal.TRACES, request(), STREAM, "grpc"))
        )
        while not grpc_sink.attempts:
            await asyncio.sleep(0.01)
        fast = configured({"name": "one", "url": http_sink.url}, queue={"directory": None})
        reload = asyncio.create_task(gateway.worker.reload(fast))
        await asyncio.sleep(0)  # the sinks are swapped, and the old one is being closed
        later = [intake.accept(Request(Signal.TRACES, request(), STREAM, "grpc")) for _ in range(3)]
        answers = await asyncio.gather(*later, first, reload, return_exceptions=True)
        return answers[:4]

    *later, first = gateway.call(under_way())
    assert later == [Accepted()] * 3
    assert isinstance(first, PayloadError)
    assert first.retry_after == 1.0
    assert len(http_sink.spans()) == 3


def test_without_a_disk_small_requests_go_together_and_are_answered_each(
    http_sink: Any, configured: Callable[..., Any], running: Any
) -> None:
    # All go together, which is refused because one of them is at fault, and then each by itself.
    http_sink.script = [(400, {}), None, (400, {})]
    gateway = running(configured(http_sink, queue={"directory": None}))

    async def send_all() -> list[Any]:
        intake = gateway.worker.intake
        return await asyncio.gather(
            *(intake.accept(Request(Signal.TRACES, request(), STREAM, "grpc")) for _ in range(6)),
            return_exceptions=True,
        )

    answers = gateway.call(send_all())
    refused = [answer for answer in answers if isinstance(answer, PayloadError)]
    assert [answer.code for answer in refused] == [grpc.StatusCode.INVALID_ARGUMENT]
    assert sum(answer == Accepted() for answer in answers) == 5
    assert len(http_sink.spans()) == 5

    answers = gateway.call(send_all())
    assert answers == [Accepted()] * 6
    assert len(http_sink.received) == 5 + 1
    assert len(http_sink.spans()) == 5 + 6
