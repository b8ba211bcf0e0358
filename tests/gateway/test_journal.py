"""What a gateway says in its log: enough to operate it, and nothing of what goes through it."""

import json
import logging
import secrets
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from spanveil.config import Config
from spanveil.gateway._hardening import log_own
from spanveil.gateway._journal import Journal
from spanveil.gateway._outline import is_open, outline
from spanveil.gateway._stats import Stats
from tests.gateway.processes import PATIENCE, Process, fetch, post, request


def lines(journal: Journal, stats: Stats, not_ready: str = "") -> list[str]:
    return [line for _, line in journal.look(stats.snapshot(), not_ready)]


def test_a_start_says_where_it_listens_and_where_it_sends(tmp_path: Path) -> None:
    secret = secrets.token_hex(16)
    config = Config.model_validate(
        {
            "gateway": {
                "receivers": {
                    "grpc": "0.0.0.0:24317",
                    "tokens": [{"name": "billing", "token": secret}],
                },
                "sinks": [
                    {"name": "tempo", "url": "grpc://tempo.internal:4317"},
                    {
                        "name": "vendor",
                        "url": f"https://vendor.example/{secret}",
                        "profile": "strict",
                        "headers": {"x-key": secret},
                        "tag_key": secret,
                    },
                ],
                "queue": {"directory": str(tmp_path)},
                "workers": 2,
            }
        }
    )
    assert list(outline(config.gateway)) == [
        "receives OTLP over gRPC 0.0.0.0:24317, HTTP 127.0.0.1:4318 (plain, 1 token)",
        "sends to tempo (grpc, profile shared), vendor (https, profile strict, tags of its own)",
        f"keeps its queue in {tmp_path}, 1024 MiB for each worker; 2 workers",
        "shows the admin page on http://127.0.0.1:13133/",
    ]


def test_receivers_that_anybody_reaches_are_told_apart() -> None:
    def receivers(**given: Any) -> Any:
        return Config.model_validate({"gateway": {"receivers": given}}).gateway.receivers

    tls = {"certificate": "c.pem", "key": "k.pem"}
    assert not is_open(receivers())
    assert is_open(receivers(http="0.0.0.0:4318"))
    assert is_open(receivers(grpc="[::]:4317", tls=tls))
    assert not is_open(receivers(grpc="[::]:4317", tls={**tls, "client_ca": "ca.pem"}))
    assert not is_open(
        receivers(http="0.0.0.0:1", tokens=[{"name": "a", "token": secrets.token_hex(8)}])
    )


def test_a_flood_of_events_is_one_line_with_their_number() -> None:
    journal, stats = Journal(), Stats()
    for _ in range(1000):
        stats.add(
            "spanveil_refused_requests",
            code="UNAVAILABLE",
            reason="the queue is full",
            transport="http",
        )
    stats.add("otelcol_exporter_send_failed_metric_points", 7, exporter="tempo")
    assert sorted(lines(journal, stats)) == [
        "requests over http turned away (UNAVAILABLE, the queue is full): 1000",
        "sink tempo: metric points dropped: 7",
    ]
    assert lines(journal, stats) == []
    stats.add("otelcol_exporter_send_failed_metric_points", 1, exporter="tempo")
    assert lines(journal, stats) == ["sink tempo: metric points dropped: 1"]


def test_a_sink_that_goes_and_comes_back_is_told_once_each() -> None:
    journal, stats = Journal(), Stats()
    told = []
    for is_up in (1, 0, 0, 1, 1):
        stats.set("spanveil_sink_up", is_up, exporter="tempo")
        told.append(lines(journal, stats))
    assert told == [
        [],
        ["sink tempo takes no requests now; it is asked again"],
        [],
        ["sink tempo takes requests again"],
        [],
    ]


def test_a_queue_that_fills_and_empties_is_told_once_each() -> None:
    journal, stats = Journal(), Stats()
    stats.set("spanveil_queue_max_bytes", 100)
    told = []
    for used in (10, 85, 79, 90, 40, 70):
        stats.set("spanveil_queue_bytes", used)
        told.append(lines(journal, stats))
    full = "the queue is 85% full; a full one turns requests away"
    assert told == [[], [full], [], [], ["the queue has room again"], []]


def test_readiness_is_told_with_its_reason() -> None:
    journal, stats = Journal(), Stats()
    told = [
        lines(journal, stats, reason)
        for reason in ("", "a canary came through", "a canary came through", "", "shutting down")
    ]
    assert told == [[], ["not ready: a canary came through"], [], ["ready again"], []]


@pytest.fixture
def loggers() -> Iterator[None]:
    own, root = logging.getLogger("spanveil"), logging.getLogger()
    before = own.handlers, own.level, own.propagate, root.handlers, logging.raiseExceptions
    yield
    own.handlers, own.level, own.propagate, root.handlers, logging.raiseExceptions = before


@pytest.mark.usefixtures("loggers")
def test_a_library_that_quotes_what_it_was_given_is_not_heard(
    capfd: pytest.CaptureFixture[str],
) -> None:
    log_own("worker 3: ")
    canary = secrets.token_hex(8)
    logging.getLogger("some.library").error("cannot parse %s", canary)
    logging.getLogger().critical(canary)
    logging.getLogger("spanveil.gateway").info("%d", canary)  # a mistake of ours quotes nothing
    logging.getLogger("spanveil.gateway").info("ready")
    said = capfd.readouterr()
    assert canary not in said.out + said.err
    assert said.err.endswith(" INFO worker 3: ready\n")


def test_a_running_gateway_says_what_an_operator_needs(
    launch: Callable[..., Process], http_sink: Any
) -> None:
    process = launch(http_sink.url, "http://127.0.0.1:9/secret-path")
    process.wait_ready()
    assert post(process.http, request(3)[1]) == 200
    assert fetch(f"{process.http}/v1/nothing")[0] == 404
    http_sink.wait(lambda: process.metric("spanveil_sink_retries"))
    process.config["sinks"] = process.config["sinks"][:1]
    process.path.write_text(json.dumps({"gateway": process.config}))
    process.process.send_signal(signal.SIGHUP)
    http_sink.wait(lambda: b"configuration reloaded" in process.log)
    process.process.send_signal(signal.SIGTERM)
    process.process.wait(PATIENCE)
    process.end()
    log = process.log.decode()
    listening = process.config["receivers"]
    for expected in (
        f"INFO receives OTLP over gRPC {listening['grpc']}, HTTP {listening['http']} (plain, no",
        "INFO sends to sink-0 (http, profile shared), sink-1 (http, profile shared)\n",
        f"INFO keeps its queue in {process.config['queue']['directory']}, 1024 MiB; 1 worker\n",
        "INFO ready, policy ",
        "; sends to sink-0 (http, profile shared)\n",
        "WARNING sink sink-1: exports to be tried again (UNAVAILABLE): ",
        "WARNING requests over http turned away (UNIMPLEMENTED): 1\n",
    ):
        assert expected in log
    assert "secret-path" not in log
