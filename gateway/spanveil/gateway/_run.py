"""The gateway as a process, or as several."""

from collections.abc import Callable, Mapping

from spanveil.config import Config
from spanveil.gateway._addresses import check_free
from spanveil.gateway._event_loop import run_loop, settle
from spanveil.gateway._hardening import harden, log_own
from spanveil.gateway._process import Process
from spanveil.gateway._stats import Series, merged
from spanveil.gateway._supervisor import Supervisor
from spanveil.gateway._worker import Worker


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
    log_own()
    check_free(config.gateway)
    if config.gateway.workers == 1:
        run_loop(_Single(config, load).run())
    else:
        run_loop(Supervisor(config, load).run())


class _Single(Process):
    """One process that does everything."""

    async def start(self) -> None:
        self._worker = Worker(self.config, self.key)
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
