"""What a gateway of one process and a supervisor of several have in common."""

import asyncio
import logging
import secrets
import signal
from collections.abc import Callable, Mapping
from typing import Any, Final

from spanveil.config import Config, ConfigError, is_loopback, read_environment
from spanveil.context import KeyRing
from spanveil.gateway._admin import Admin
from spanveil.gateway._errors import invalid
from spanveil.gateway._event_loop import settle
from spanveil.gateway._hardening import quiet
from spanveil.gateway._http_server import HttpServer
from spanveil.gateway._journal import Journal
from spanveil.gateway._outline import is_open, outline, policy, sinks
from spanveil.gateway._pipeline import Pipeline
from spanveil.gateway._preview import preview
from spanveil.gateway._reloadable import check_receivers, check_reloadable
from spanveil.gateway._renewal import Fingerprint, fingerprint
from spanveil.gateway._selftest import redact_canaries
from spanveil.gateway._sinks import check_sinks
from spanveil.gateway._stats import Series, Stats

_LOG = logging.getLogger("spanveil.gateway")
_LOOK_EVERY: Final = 10.0
"""Seconds, the Collector's own interval of sampling its log."""


def pseudonym_key() -> bytes:
    """Return the key of pseudonyms: of the environment's key ring, so that they equal those of the
    SDK's processors, or else one for this run.

    Raises:
        ConfigError: A variable cannot be understood.
        KeyRingError: ``SPANVEIL_TAG_KEYS`` is malformed.
    """
    environment = read_environment()
    ring = KeyRing.configured(environment.tag_keys, mode=environment.mode)
    if ring is None:
        _LOG.info("SPANVEIL_TAG_KEYS is not set: pseudonyms are those of this run only")
        return secrets.token_bytes(32)
    return ring.subkey("pseudonym")


class Process:
    """What a gateway of one process and a supervisor have in common."""

    def __init__(self, config: Config, load: Callable[[], Config]) -> None:
        self.config = config
        self._load = load
        self.stop_requested = asyncio.Event()
        self.key = pseudonym_key()
        self.stats = Stats()
        self._journal = Journal()
        self._reloading = asyncio.Lock()
        self._files: Fingerprint = ()

    async def run(self) -> None:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(quiet)
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self.stop_requested.set)
        reloads: set[asyncio.Task[None]] = set()

        def reload() -> None:
            task = asyncio.create_task(self._reload(self._load))
            reloads.add(task)
            task.add_done_callback(reloads.discard)

        loop.add_signal_handler(signal.SIGHUP, reload)
        self._files = fingerprint(self.config.gateway)
        await self.start()
        settle()
        try:
            admin = await self._start_admin()
        except BaseException:
            await self.stop()
            raise
        self._tell_outline()
        journal = asyncio.create_task(self._write_journal())
        renewal = asyncio.create_task(self._renew())
        await self.stop_requested.wait()
        _LOG.info("draining")
        await self.stop()
        journal.cancel()
        renewal.cancel()
        self._look()
        if admin is not None:
            await admin.stop(1.0)

    def _tell_outline(self) -> None:
        for line in outline(self.config.gateway):
            _LOG.info("%s", line)
        if is_open(self.config.gateway.receivers):
            _LOG.warning("anybody who reaches the receivers may send: no tokens, no client_ca")
        reason = self.not_ready()
        if reason:
            _LOG.warning("started, not ready: %s", reason)
        else:
            _LOG.info("ready, policy %s", policy(self.config))

    async def _write_journal(self) -> None:
        while True:
            await asyncio.sleep(_LOOK_EVERY)
            self._look()

    def _look(self) -> None:
        for level, line in self._journal.look(self.snapshot(), self.not_ready()):
            _LOG.log(level, "%s", line)

    async def _start_admin(self) -> HttpServer | None:
        gateway = self.config.gateway
        if gateway.admin is None:
            return None
        admin = Admin(self, is_public=not is_loopback(gateway.admin))
        server = HttpServer(admin, gateway.admin, timeout=10.0)
        await server.start()
        return server

    async def _renew(self) -> None:
        """Reload when the files of certificates, keys and tokens have changed."""
        told: Fingerprint | None = None
        while True:
            await asyncio.sleep(self.config.gateway.reload_interval or _LOOK_EVERY)
            if self.config.gateway.reload_interval is None:
                continue
            found = await asyncio.to_thread(fingerprint, self.config.gateway)
            if found in (self._files, told):
                continue
            # What is half written is looked at again when the other half is there.
            told = found
            _LOG.info("files of certificates or tokens have changed")
            await self._reload(lambda: self.config)

    async def _reload(self, load: Callable[[], Config]) -> None:
        async with self._reloading:
            await self._load_and_apply(load)

    async def _load_and_apply(self, load: Callable[[], Config]) -> None:
        try:
            config = await asyncio.to_thread(load)
            files = await asyncio.to_thread(fingerprint, config.gateway)
            check_reloadable(self.config, config)
            if config != self.config:
                await asyncio.to_thread(lambda: redact_canaries(Pipeline(config, self.key)))
            check_receivers(config.gateway.receivers)
            await check_sinks(config.gateway.sinks)
            await self.apply(config)
        except ConfigError as error:
            _LOG.error("configuration not reloaded, the one before stays: %s", error)
            self.stats.add("spanveil_reloads", outcome="refused")
            return
        except Exception as error:
            _LOG.error("configuration not reloaded: %s", type(error).__name__)
            self.stats.add("spanveil_reloads", outcome="refused")
            return
        self.config, gateway, self._files = config, config.gateway, files
        self.stats.add("spanveil_reloads", outcome="applied")
        _LOG.info("configuration reloaded, policy %s; sends to %s", policy(config), sinks(gateway))

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
            return preview(Pipeline(self.config, self.key), sink, signal, payload)
        except ConfigError:
            raise invalid("expected a configured sink and a signal") from None
