"""The gateway as a process, or as several: signals, reload, admin page, workers."""

import asyncio
import logging
import multiprocessing
import secrets
import signal
from collections.abc import Callable, Mapping
from multiprocessing.connection import Connection
from typing import Any, Final

from spanveil.config import Config, ConfigError, is_loopback, read_environment
from spanveil.context import KeyRing
from spanveil.gateway._admin import Admin
from spanveil.gateway._errors import invalid
from spanveil.gateway._event_loop import run_loop, settle
from spanveil.gateway._hardening import harden, quiet
from spanveil.gateway._http_server import HttpServer
from spanveil.gateway._pipeline import Pipeline
from spanveil.gateway._preview import preview
from spanveil.gateway._selftest import redact_canaries
from spanveil.gateway._stats import Series, Stats, merged
from spanveil.gateway._worker import Worker, check_reloadable, policy

_LOG = logging.getLogger("spanveil.gateway")
_REPORT_EVERY: Final = 1.0
_RESTART_AFTER: Final = 1.0


def serve(config: Config, load: Callable[[], Config]) -> None:
    """Run until SIGTERM or SIGINT; reload on SIGHUP.

    Args:
        config: What to run.
        load: Reads the configuration again, for a reload.

    Raises:
        ConfigError: The configuration cannot be used.
        OSError: An address is in use.
    """
    harden()
    if config.gateway.workers == 1:
        run_loop(_Single(config, load).run())
    else:
        run_loop(_Supervisor(config, load).run())


def pseudonym_key() -> bytes:
    """Return the key of pseudonyms: of the environment's key ring, so that they equal those of the
    SDK's processors, or else one for this run.

    Raises:
        ConfigError: A variable cannot be understood.
        KeyRingError: ``SPANVEIL_TAG_KEYS`` is malformed.
    """
    environment = read_environment()
    ring = KeyRing.configured(environment.tag_keys, mode=environment.mode)
    return secrets.token_bytes(32) if ring is None else ring.subkey("pseudonym")


class _Process:
    """What a gateway of one process and a supervisor have in common."""

    def __init__(self, config: Config, load: Callable[[], Config]) -> None:
        self.config = config
        self._load = load
        self._stop = asyncio.Event()
        self._key = pseudonym_key()
        self.stats = Stats()

    async def run(self) -> None:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(quiet)
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._stop.set)
        reloads: set[asyncio.Task[None]] = set()

        def reload() -> None:
            task = asyncio.create_task(self._reload())
            reloads.add(task)
            task.add_done_callback(reloads.discard)

        loop.add_signal_handler(signal.SIGHUP, reload)
        await self.start()
        settle()
        try:
            admin = await self._start_admin()
        except BaseException:
            await self.stop()
            raise
        _LOG.info("ready" if not self.not_ready() else "started, not ready")
        await self._stop.wait()
        _LOG.info("draining")
        await self.stop()
        if admin is not None:
            await admin.stop(1.0)

    async def _start_admin(self) -> HttpServer | None:
        gateway = self.config.gateway
        if gateway.admin is None:
            return None
        admin = Admin(self, is_public=not is_loopback(gateway.admin))
        server = HttpServer(admin, gateway.admin, timeout=10.0)
        await server.start()
        return server

    async def _reload(self) -> None:
        try:
            config = await asyncio.to_thread(self._load)
            check_reloadable(self.config, config)
            redact_canaries(Pipeline(config, self._key))
            await self.apply(config)
        except ConfigError as error:
            _LOG.error("configuration not reloaded, the one before stays: %s", error)
            self.stats.add("spanveil_reloads", outcome="refused")
            return
        except Exception as error:
            _LOG.error("configuration not reloaded: %s", type(error).__name__)
            self.stats.add("spanveil_reloads", outcome="refused")
            return
        self.config = config
        self.stats.add("spanveil_reloads", outcome="applied")
        _LOG.info("configuration reloaded")

    async def start(self) -> None:
        raise NotImplementedError

    async def apply(self, config: Config) -> None:
        raise NotImplementedError

    async def stop(self) -> None:
        raise NotImplementedError

    def not_ready(self) -> str:
        """Return why the gateway is not ready."""
        raise NotImplementedError

    def snapshot(self) -> Mapping[Series, float]:
        """Return all series."""
        raise NotImplementedError

    def state(self) -> dict[str, Any]:
        """Return the configuration's outline for the admin page."""
        gateway = self.config.gateway
        return {
            "policy": policy(self.config),
            "workers": gateway.workers,
            "queue": gateway.queue.directory is not None,
            "sinks": [{"name": sink.name, "profile": sink.profile} for sink in gateway.sinks],
        }

    def preview(self, sink: str, signal: str, payload: bytes) -> dict[str, Any]:
        """Redact a payload for the admin page, with an engine that is forgotten afterwards."""
        try:
            return preview(Pipeline(self.config, self._key), sink, signal, payload)
        except ConfigError:
            raise invalid("expected a configured sink and a signal") from None


class _Single(_Process):
    """One process that does everything."""

    async def start(self) -> None:
        self._worker = Worker(self.config, self._key)
        await self._worker.start()

    async def apply(self, config: Config) -> None:
        await self._worker.reload(config)
        settle()

    async def stop(self) -> None:
        await self._worker.stop()

    def not_ready(self) -> str:
        return self._worker.not_ready()

    def snapshot(self) -> Mapping[Series, float]:
        """Return all series."""
        return merged([self._worker.snapshot(), self.stats.snapshot()])


class _Child:
    """A worker process, as its supervisor knows it."""

    def __init__(self, config: Config, key: bytes, index: int) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, other = context.Pipe()
        self.process = context.Process(target=_work, args=(config, key, index, other), daemon=False)
        self.process.start()
        other.close()
        self.series: dict[Series, float] = {}
        self.reason = "starting"

    def listen(self) -> None:
        """Take the newest report."""
        try:
            while self.pipe.poll():
                self.series, self.reason = self.pipe.recv()
        except (EOFError, OSError):
            self.reason = "a worker has ended"


class _Supervisor(_Process):
    """Start workers, watch them, and speak for them."""

    async def start(self) -> None:
        count = self.config.gateway.workers
        self._children = [_Child(self.config, self._key, index) for index in range(count)]
        self._watch = asyncio.create_task(self._watched())
        while not self._stop.is_set() and any(c.reason == "starting" for c in self._children):
            await asyncio.sleep(0.05)
            if any(not c.process.is_alive() for c in self._children):
                await self.stop()
                raise ConfigError("gateway", "", "workers that start; see their messages")

    async def _watched(self) -> None:
        while True:
            for index, child in enumerate(self._children):
                child.listen()
                if not child.process.is_alive() and child.reason != "starting":
                    _LOG.error("worker %d ended, starting another", index)
                    await asyncio.sleep(_RESTART_AFTER)
                    self._children[index] = _Child(self.config, self._key, index)
            await asyncio.sleep(_REPORT_EVERY / 5)

    async def apply(self, config: Config) -> None:
        for child in self._children:
            child.pipe.send(config)

    async def stop(self) -> None:
        self._watch.cancel()
        for child in self._children:
            child.pipe.close()  # a worker that sees its pipe end drains and stops
        for child in self._children:
            limit = self.config.gateway.shutdown_timeout + 5.0
            await asyncio.to_thread(child.process.join, limit)
            if child.process.is_alive():
                child.process.kill()

    def not_ready(self) -> str:
        if self._stop.is_set():
            return "shutting down"
        return next((child.reason for child in self._children if child.reason), "")

    def snapshot(self) -> Mapping[Series, float]:
        """Return the sums over all workers."""
        return merged([*(child.series for child in self._children), self.stats.snapshot()])


def _work(config: Config, key: bytes, index: int, pipe: Connection) -> None:
    """Run one worker process until its supervisor's end of the pipe closes."""
    harden()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)  # the supervisor decides
    logging.basicConfig(level=logging.INFO, format=f"%(levelname)s worker {index}: %(message)s")
    try:
        run_loop(_work_async(config, key, index, pipe))
    except (ConfigError, OSError) as error:
        _LOG.error("%s", error)
        raise SystemExit(1) from None


async def _work_async(config: Config, key: bytes, index: int, pipe: Connection) -> None:
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(quiet)
    worker = Worker(config, key, index)
    await worker.start()
    settle()
    stop = asyncio.Event()
    inbox: asyncio.Queue[Config] = asyncio.Queue()

    def read() -> None:
        try:
            inbox.put_nowait(pipe.recv())
        except (EOFError, OSError):
            loop.remove_reader(pipe.fileno())
            stop.set()

    loop.add_reader(pipe.fileno(), read)
    while not stop.is_set():
        try:
            pipe.send((worker.snapshot(), worker.not_ready()))
        except OSError:
            break
        while not inbox.empty():
            try:
                await worker.reload(inbox.get_nowait())
                settle()
            except ConfigError as error:
                _LOG.error("configuration not reloaded: %s", error)
        try:
            await asyncio.wait_for(stop.wait(), _REPORT_EVERY)
        except TimeoutError:
            continue
    await worker.stop()
