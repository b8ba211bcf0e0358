"""Worker processes: start them, watch them, and speak for them."""

import asyncio
import contextlib
import logging
import multiprocessing
import signal
from collections.abc import Mapping
from multiprocessing.connection import Connection
from typing import Final

from spanveil.config import Config, ConfigError
from spanveil.gateway._event_loop import run_loop, settle
from spanveil.gateway._hardening import harden, log_own, quiet
from spanveil.gateway._process import Process
from spanveil.gateway._stats import Series, counters, merged
from spanveil.gateway._worker import Worker

_LOG = logging.getLogger("spanveil.gateway")
_REPORT_EVERY: Final = 1.0
_RESTART_AFTER: Final = 1.0
_STARTING: Final = "starting"


class _Child:
    """A worker process, as its supervisor knows it."""

    def __init__(self, config: Config, key: bytes, index: int) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, other = context.Pipe()
        self.process = context.Process(target=_work, args=(config, key, index, other), daemon=False)
        self.process.start()
        other.close()
        self.series: dict[Series, float] = {}
        self.reason = _STARTING

    def listen(self) -> None:
        """Take the newest report."""
        try:
            while self.pipe.poll():
                self.series, self.reason = self.pipe.recv()
        except (EOFError, OSError):
            self.reason = "a worker has ended"


class Supervisor(Process):
    """Start workers, watch them, and speak for them."""

    async def start(self) -> None:
        count = self.config.gateway.workers
        self._ended: dict[Series, float] = {}
        self._children = [_Child(self.config, self.key, index) for index in range(count)]
        self._watch = asyncio.create_task(self._watched())
        while not self.stop_requested.is_set() and any(
            c.reason == _STARTING for c in self._children
        ):
            await asyncio.sleep(0.05)
            if any(not c.process.is_alive() for c in self._children):
                await self.stop()
                raise ConfigError("gateway", "", "workers that start; see their messages")

    async def _watched(self) -> None:
        while True:
            for index, child in enumerate(self._children):
                child.listen()
                if not child.process.is_alive() and child.reason != _STARTING:
                    _LOG.error("worker %d ended, starting another", index)
                    self._ended = merged([self._ended, counters(child.series)])
                    child.series = {}
                    await asyncio.sleep(_RESTART_AFTER)
                    self._children[index] = _Child(self.config, self.key, index)
            await asyncio.sleep(_REPORT_EVERY / 5)

    async def apply(self, config: Config) -> None:
        for child in self._children:
            with contextlib.suppress(OSError):  # it has ended; the next one starts with this
                child.pipe.send(config)

    async def stop(self) -> None:
        self._watch.cancel()
        for child in self._children:
            child.listen()
            child.pipe.close()  # a worker that sees its pipe end drains and stops
            # One that still starts would see it late, and has nothing to drain.
            if child.reason == _STARTING:
                child.process.kill()
        for child in self._children:
            limit = self.config.gateway.shutdown_timeout + 5.0
            await asyncio.to_thread(child.process.join, limit)
            if child.process.is_alive():
                child.process.kill()

    def not_ready(self) -> str:
        if self.stop_requested.is_set():
            return "shutting down"
        return next((child.reason for child in self._children if child.reason), "")

    def snapshot(self) -> Mapping[Series, float]:
        """Return the sums over all workers, those that have ended among them."""
        running = [child.series for child in self._children]
        return merged([*running, self._ended, self.stats.snapshot()])


def _work(config: Config, key: bytes, index: int, pipe: Connection) -> None:
    """Run one worker process until its supervisor's end of the pipe closes."""
    harden()
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)  # the supervisor decides
    log_own(f"worker {index}: ")
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
