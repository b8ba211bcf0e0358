"""One process of the gateway, put together: receivers, redaction, queue, sinks."""

import asyncio
import logging
import resource
import secrets
import sqlite3
import time
from functools import partial
from typing import Final

from spanveil.config import Config, ConfigError
from spanveil.gateway._adoption import adopt_left_behind
from spanveil.gateway._auth import Authenticator
from spanveil.gateway._counting import begin
from spanveil.gateway._deliveries import Deliveries
from spanveil.gateway._delivery import Delivery
from spanveil.gateway._direct import Direct
from spanveil.gateway._event_loop import give_back, resident_bytes
from spanveil.gateway._fair import Room
from spanveil.gateway._intake import Intake
from spanveil.gateway._pipeline import Pipeline
from spanveil.gateway._queue import DurableQueue
from spanveil.gateway._queue_file import QueueFile, Stored
from spanveil.gateway._queue_open import QueueUnusable, damaged
from spanveil.gateway._queued_again import QueuedAgain
from spanveil.gateway._receivers import Receivers
from spanveil.gateway._reloadable import check_reloadable
from spanveil.gateway._renewal import sink_files
from spanveil.gateway._selftest import CANARY_SINK, SelfTest, redact_canaries
from spanveil.gateway._sink import Sink
from spanveil.gateway._sinks import Replaced, make_sink
from spanveil.gateway._stats import Series, Stats

_LOG = logging.getLogger("spanveil.gateway")
_SELF_TEST_EVERY: Final = 30.0
_LOOK_EVERY: Final = 1.0


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
        self._deliveries = Deliveries(self.stats)
        self._queue: DurableQueue | None = None
        self._room = Room(config.gateway.queue.max_bytes, config.gateway.queue.max_share)
        self._direct: Direct | None = None
        receivers = config.gateway.receivers
        self._receivers = Receivers(receivers, shares_ports=config.gateway.workers > 1)
        self._tester: asyncio.Task[None] | None = None
        self._started = time.monotonic()
        self._is_closing = False
        self._replaced = Replaced()

    @property
    def grpc_port(self) -> int:
        """The port of OTLP/gRPC, 0 if there is none."""
        return self._receivers.grpc_port

    @property
    def http_port(self) -> int:
        """The port of OTLP/HTTP, 0 if there is none."""
        return self._receivers.http_port

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
        authenticator = Authenticator(self.config.gateway.receivers, self._address_key)
        await self._receivers.open(self.intake, authenticator)
        self._deliveries.start()
        self._tell_health()
        self._tester = asyncio.create_task(self._test_again())

    def _open_store(self) -> None:
        gateway = self.config.gateway
        directory = gateway.queue.directory
        if directory is None:
            room = Room(4 * gateway.receivers.max_request_bytes, gateway.queue.max_share)
            self._direct = Direct([make_sink(sink) for sink in gateway.sinks], self.stats, room)
            return
        self._deliveries.set(self._delivery(make_sink(sink)) for sink in gateway.sinks)
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
            else:
                self._deliveries.put(stored, sink)

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
        self._receivers.set_serving(not self.not_ready())

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
        self._receivers.renew_tls()
        again = QueuedAgain(config, self._key, self.stats)
        # From here on nothing fails, and until the next `await` nothing else runs.
        begin(self.stats, config.gateway)
        self.config, self._pipeline, self.intake.pipeline = config, pipeline, pipeline
        self._again = again
        self._receivers.authenticate(authenticator)
        if self._direct is not None:
            old_sinks = self._direct.sinks
            self._direct.sinks = {sink.config.name: sink for sink in sinks}
            await asyncio.gather(*(sink.close() for sink in old_sinks.values()))
        else:
            await self._deliveries.replace([self._delivery(sink) for sink in sinks])
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
        self._receivers.renew_tls()
        self._receivers.authenticate(authenticator)
        for sink in sinks:
            name = sink.config.name
            if self._direct is not None:
                old, self._direct.sinks[name] = self._direct.sinks[name], sink
            else:
                old, self._deliveries[name].sink = self._deliveries[name].sink, sink
            self._replaced.close_later(old)

    async def stop(self) -> None:
        """Refuse new requests, deliver what is queued for as long as the configuration allows."""
        self._is_closing = True
        deadline = time.monotonic() + self.config.gateway.shutdown_timeout
        if self._tester is not None:
            self._tester.cancel()
        self._tell_health()
        await self._receivers.close(deadline)
        self.intake.is_closing = True
        while time.monotonic() < deadline and self._deliveries.has_work:
            await asyncio.sleep(0.02)
        await self._deliveries.stop()
        await self._replaced.close()
        if self._direct is not None:
            await self._direct.close()
        if self._queue is not None:
            await self._queue.close()
        self.intake.close()

    def snapshot(self) -> dict[Series, float]:
        """Return all series, gauges brought up to date."""
        stats = self.stats
        self._deliveries.show(self._room.capacity)
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
