"""One process of the gateway, put together: receivers, redaction, queue, sinks."""

import asyncio
import logging
import resource
import secrets
import sqlite3
import time
from collections.abc import Iterable
from functools import partial
from hashlib import sha256
from typing import Final

from spanveil.config import Config, ConfigError, ReceiverConfig
from spanveil.gateway._adoption import adopt_left_behind
from spanveil.gateway._auth import Authenticator
from spanveil.gateway._counting import begin
from spanveil.gateway._delivery import Delivery
from spanveil.gateway._direct import Direct
from spanveil.gateway._event_loop import give_back, resident_bytes
from spanveil.gateway._fair import Room
from spanveil.gateway._http_server import HttpServer
from spanveil.gateway._intake import Intake
from spanveil.gateway._pipeline import Pipeline
from spanveil.gateway._queue import DurableQueue
from spanveil.gateway._queue_file import QueueFile, Stored
from spanveil.gateway._queue_open import QueueUnusable, damaged
from spanveil.gateway._queued_again import QueuedAgain
from spanveil.gateway._receive_grpc import GrpcReceiver
from spanveil.gateway._receive_http import HttpReceiver
from spanveil.gateway._renewal import sink_files
from spanveil.gateway._selftest import CANARY_SINK, SelfTest, redact_canaries
from spanveil.gateway._sink import Sink
from spanveil.gateway._sinks import make_sink
from spanveil.gateway._stats import Series, Stats
from spanveil.gateway._tls import check_server_tls

_LOG = logging.getLogger("spanveil.gateway")
_SELF_TEST_EVERY: Final = 30.0
_LOOK_EVERY: Final = 1.0
_RESTART_ONLY: Final = ("queue", "admin", "admin_public", "workers")
_RECEIVER_RESTART_ONLY: Final = (
    "grpc",
    "http",
    "tls",
    "max_request_bytes",
    "max_arriving_bytes",
    "max_connections",
    "max_concurrent_streams",
    "timeout",
)


def policy(config: Config) -> str:
    """Return a short digest by which a configuration can be recognised; secrets do not enter it."""
    return sha256(config.model_dump_json().encode()).hexdigest()[:12]


class Worker:
    """A running gateway.

    Args:
        config: What to run. It needs at least one sink.
        key: The key of pseudonyms.
        index: Which worker this is, from 0.

    Raises:
        ConfigError: There is no sink, or one of its files cannot be opened.
    """

    def __init__(self, config: Config, key: bytes | None = None, index: int = 0) -> None:
        if not config.gateway.sinks:
            raise ConfigError("gateway", "sinks", "at least one sink")
        self.config = config
        self.stats = Stats()
        self._key = key
        self._address_key = secrets.token_bytes(16)
        self._index = index
        self._pipeline = Pipeline(config, key)
        self._again = QueuedAgain(config, key, self.stats)
        self._self_test = SelfTest()
        self._deliveries: dict[str, Delivery] = {}
        self._orphans: dict[str, list[Stored]] = {}
        self._queue: DurableQueue | None = None
        self._room = Room(config.gateway.queue.max_bytes, config.gateway.queue.max_share)
        self._direct: Direct | None = None
        self._grpc: GrpcReceiver | None = None
        self._http: HttpReceiver | None = None
        self._http_server: HttpServer | None = None
        self._tester: asyncio.Task[None] | None = None
        self._started = time.monotonic()
        self._is_closing = False
        self._closing: set[asyncio.Task[None]] = set()

    @property
    def grpc_port(self) -> int:
        """The port of OTLP/gRPC, 0 if there is none."""
        return self._grpc.port if self._grpc else 0

    @property
    def http_port(self) -> int:
        """The port of OTLP/HTTP, 0 if there is none."""
        return self._http_server.port if self._http_server else 0

    async def start(self) -> None:
        """Open the queue, then the receivers.

        Raises:
            ConfigError: The queue's directory or a certificate cannot be used.
            OSError: An address is in use.
        """
        self._open_store()
        begin(self.stats, self.config.gateway)
        store = self._queue or self._direct
        assert store is not None  # noqa: S101 - one of them was opened
        self.intake = Intake(self._pipeline, store, self.stats)
        await self._self_test.run(self._pipeline, self._queue)
        await self._open_receivers()
        for delivery in self._deliveries.values():
            delivery.start()
        self._tell_health()
        self._tester = asyncio.create_task(self._test_again())

    def _open_store(self) -> None:
        gateway = self.config.gateway
        directory = gateway.queue.directory
        if directory is None:
            room = Room(4 * gateway.receivers.max_request_bytes, gateway.queue.max_share)
            self._direct = Direct([make_sink(sink) for sink in gateway.sinks], self.stats, room)
            return
        self._deliveries = {sink.name: self._delivery(make_sink(sink)) for sink in gateway.sinks}
        file: QueueFile | None = None
        try:
            file = QueueFile(directory / f"queue-{self._index}.sqlite3")
            if self._index == 0:
                adopt_left_behind(file, gateway.workers, self.stats)
            self._queue = DurableQueue(file, self._room, self._stored)
        except (QueueUnusable, sqlite3.Error) as error:
            if file is not None:
                file.close()
            expected = error if isinstance(error, QueueUnusable) else damaged()
            raise ConfigError("gateway", "queue.directory", str(expected)) from None

    def _delivery(self, sink: Sink) -> Delivery:
        read = partial(self._body, sink.config.name)
        return Delivery(sink, read, self._done, self._lost, self.stats)

    async def _body(self, sink: str, stored: Stored) -> bytes:
        assert self._queue is not None  # noqa: S101 - deliveries exist with a queue only
        return await self._again.body(sink, stored, await self._queue.body(stored))

    def _done(self, stored: Stored, sink: str) -> None:
        assert self._queue is not None  # noqa: S101
        self._queue.done(stored, sink)

    def _lost(self, stored: Stored, sink: str, cause: str) -> None:
        assert self._queue is not None  # noqa: S101
        self._queue.lost(stored, sink, cause)

    def _stored(self, stored: Stored) -> None:
        for sink in stored.sinks:
            if sink == CANARY_SINK:
                self._self_test.arrived(stored)
            elif sink in self._deliveries:
                self._deliveries[sink].put(stored)
            else:  # of a sink that is configured no more: kept for when it is again
                self._orphans.setdefault(sink, []).append(stored)

    async def _open_receivers(self) -> None:
        receivers, shared = self.config.gateway.receivers, self.config.gateway.workers > 1
        authenticator = Authenticator(receivers, self._address_key)
        if receivers.tls is not None:
            check_server_tls(receivers.tls)
        try:
            if receivers.grpc is not None:
                self._grpc = GrpcReceiver(receivers, self.intake, authenticator, shares_port=shared)
                await self._grpc.start()
            if receivers.http is not None:
                self._http = HttpReceiver(receivers, self.intake, authenticator)
                self._http_server = HttpServer(
                    self._http,
                    receivers.http,
                    tls=receivers.tls,
                    max_connections=receivers.max_connections,
                    timeout=receivers.timeout,
                    shares_port=shared,
                )
                await self._http_server.start()
        except FileNotFoundError:  # removed since they were looked at
            raise ConfigError("gateway", "receivers.tls", "certificate files") from None

    async def _test_again(self) -> None:
        while True:
            for _ in range(round(_SELF_TEST_EVERY / _LOOK_EVERY)):
                await asyncio.sleep(_LOOK_EVERY)
                self._tell_health()
                if self.not_ready():  # it is asked again soon whether that is over
                    break
            await self._self_test.run(self._pipeline, self._queue)
            self._tell_health()
            await asyncio.to_thread(give_back)

    def _tell_health(self) -> None:
        if self._grpc is not None:
            self._grpc.set_serving(not self.not_ready())

    def not_ready(self) -> str:
        """Return why the gateway is not ready, ``""`` if it is."""
        if self._is_closing:
            return "shutting down"
        return (self._queue.failure if self._queue else "") or self._self_test.failure

    async def reload(self, config: Config) -> None:
        """Put another configuration in place of this one, or keep this one as it is.

        Raises:
            ConfigError: It cannot be used, or needs a restart. Nothing has changed then.
        """
        if config == self.config:
            return self._renew()
        check_reloadable(self.config, config)
        pipeline = Pipeline(config, self._key)
        try:
            redact_canaries(pipeline)
        except Exception as error:
            reason = f"a policy that passes the self-test ({type(error).__name__})"
            raise ConfigError("gateway", "", reason) from None
        authenticator = Authenticator(config.gateway.receivers, self._address_key)
        sinks = [make_sink(sink) for sink in config.gateway.sinks]
        self._renew_tls()
        again = QueuedAgain(config, self._key, self.stats)
        # From here on nothing fails, and until the next `await` nothing else runs.
        begin(self.stats, config.gateway)
        self.config, self._pipeline, self.intake.pipeline = config, pipeline, pipeline
        self._again = again
        self._authenticate(authenticator)
        if self._direct is not None:
            old_sinks = self._direct.sinks
            self._direct.sinks = {sink.config.name: sink for sink in sinks}
            await asyncio.gather(*(sink.close() for sink in old_sinks.values()))
        else:
            await self._replace_deliveries([self._delivery(sink) for sink in sinks])
        await self._self_test.run(self._pipeline, self._queue)
        self._tell_health()

    def _renew(self) -> None:
        """Read the files of certificates, keys and tokens again, or keep what they held before.

        Raises:
            ConfigError: One of them cannot be used. Nothing has changed then.
        """
        gateway = self.config.gateway
        authenticator = Authenticator(gateway.receivers, self._address_key)
        sinks = [make_sink(sink) for sink in gateway.sinks if any(sink_files(sink))]
        self._renew_tls()
        self._authenticate(authenticator)
        for sink in sinks:
            name = sink.config.name
            if self._direct is not None:
                old, self._direct.sinks[name] = self._direct.sinks[name], sink
            else:
                old, self._deliveries[name].sink = self._deliveries[name].sink, sink
            closing = asyncio.create_task(_close_later(old))
            self._closing.add(closing)
            closing.add_done_callback(self._closing.discard)

    def _renew_tls(self) -> None:
        tls = self.config.gateway.receivers.tls
        if tls is None:
            return
        check_server_tls(tls)
        try:
            for server in (self._grpc, self._http_server):
                if server is not None:
                    server.renew()
        except OSError:  # removed since they were looked at
            raise ConfigError("gateway", "receivers.tls", "certificate files") from None

    def _authenticate(self, authenticator: Authenticator) -> None:
        for receiver in (self._grpc, self._http):
            if receiver is not None:
                receiver.authenticator = authenticator

    async def _replace_deliveries(self, new: Iterable[Delivery]) -> None:
        old, self._deliveries = self._deliveries, {delivery.name: delivery for delivery in new}
        orphans, self._orphans = self._orphans, {}
        for name in old.keys() - self._deliveries.keys():
            self.stats.forget(exporter=name)
        left = {name: await delivery.stop() for name, delivery in old.items()}
        for name, waiting in (*orphans.items(), *left.items()):
            for stored in waiting:
                if name in self._deliveries:
                    self._deliveries[name].put(stored)
                else:
                    self._orphans.setdefault(name, []).append(stored)
        for delivery in self._deliveries.values():
            delivery.start()

    async def stop(self) -> None:
        """Refuse new requests, deliver what is queued for as long as the configuration allows."""
        self._is_closing = True
        deadline = time.monotonic() + self.config.gateway.shutdown_timeout
        if self._tester is not None:
            self._tester.cancel()
        self._tell_health()
        await asyncio.gather(
            *(
                server.stop(max(0.1, deadline - time.monotonic()))
                for server in (self._grpc, self._http_server)
                if server is not None
            )
        )
        self.intake.is_closing = True
        while time.monotonic() < deadline and any(d.waiting for d in self._deliveries.values()):
            await asyncio.sleep(0.02)
        await asyncio.gather(*(delivery.stop() for delivery in self._deliveries.values()))
        for closing in self._closing:
            closing.cancel()
        await asyncio.gather(*self._closing, return_exceptions=True)
        if self._direct is not None:
            await self._direct.close()
        if self._queue is not None:
            await self._queue.close()
        self.intake.close()

    def snapshot(self) -> dict[Series, float]:
        """Return all series, gauges brought up to date."""
        stats = self.stats
        for name, delivery in self._deliveries.items():
            stats.set("otelcol_exporter_queue_size", delivery.waiting_bytes, exporter=name)
            stats.set("otelcol_exporter_queue_capacity", self._room.capacity, exporter=name)
            stats.set("spanveil_sink_waiting_batches", delivery.waiting, exporter=name)
            stats.set("otelcol_exporter_in_flight_requests", delivery.in_flight, exporter=name)
            stats.set("spanveil_sink_up", delivery.is_up, exporter=name)
        if self._queue is not None:
            stats.set("spanveil_queue_max_bytes", self._room.capacity)
            stats.set("spanveil_queue_bytes", self._room.used)
            for cause, number in self._queue.faults.items():
                stats.set("spanveil_queue_faults", number, cause=cause)
        stats.set("spanveil_ready", not self.not_ready())
        stats.set("otelcol_process_uptime", time.monotonic() - self._started)
        usage = resource.getrusage(resource.RUSAGE_SELF)
        stats.set("otelcol_process_cpu_seconds", usage.ru_utime + usage.ru_stime)
        stats.set("otelcol_process_memory_rss", resident_bytes())
        return stats.snapshot()


def check_receivers(config: ReceiverConfig) -> None:
    """Raise ``ConfigError`` if a file of the receivers cannot be used."""
    if config.tls is not None:
        check_server_tls(config.tls)
    Authenticator(config, b"")


def check_reloadable(old: Config, new: Config) -> None:
    """Raise ``ConfigError`` if a change needs a restart."""
    if not new.gateway.sinks:
        raise ConfigError("gateway", "sinks", "at least one sink")
    for name in _RESTART_ONLY:
        if getattr(old.gateway, name) != getattr(new.gateway, name):
            raise ConfigError("gateway", name, "no change, or a restart")
    for name in _RECEIVER_RESTART_ONLY:
        if getattr(old.gateway.receivers, name) != getattr(new.gateway.receivers, name):
            raise ConfigError("gateway", f"receivers.{name}", "no change, or a restart")


async def _close_later(sink: Sink) -> None:
    """Close a sink that another has taken the place of, when what is under way has ended."""
    try:
        await asyncio.sleep(sink.config.timeout + 1.0)
    finally:
        await sink.close()
