"""Installing the wire guard, and asking whether it still holds."""

import logging
import threading
from collections.abc import Callable, Iterable
from types import ModuleType
from typing import Final

import wrapt
from opentelemetry.metrics import get_meter

from spanveil.config import Config, ConfigError, PropagationConfig
from spanveil.context import KeyRing
from spanveil.propagators._counts import ALARM, Counts, publish
from spanveil.propagators._egress import Egress
from spanveil.propagators._ingress import Ingress
from spanveil.propagators._propagator import (
    SpanveilPropagator,
    environment_key_ring,
    resolve_config,
)
from spanveil.propagators._pseudonym import Pseudonyms
from spanveil.propagators._tenant import TagSource, tag_from_context
from spanveil.propagators.wire._canary import run_canaries
from spanveil.propagators.wire._modules import PATCHES
from spanveil.propagators.wire._sites import SITES

_LOGGER: Final = logging.getLogger("spanveil.propagators")
PROPAGATOR_REPLACED: Final = "propagator_replaced"
UNGUARDED: Final = "unguarded"


class EgressGuard:
    """The wire guard of this process.

    Attributes:
        counts: What it removed, and what the watchdog found.
    """

    def __init__(self, counts: Counts) -> None:
        self.counts = counts
        self._reported: set[str] = set()
        self._stopped = threading.Event()
        self._thread: threading.Thread | None = None

    @property
    def clients(self) -> frozenset[str]:
        """The clients that are patched so far; others follow when they are imported."""
        return SITES.clients()

    def check(self, *, installed: bool = False) -> None:
        """Send a planted header through each client, to a loopback server that looks for it.

        Args:
            installed: Also import and check the clients that are installed and not imported yet.

        Raises:
            ConfigError: A planted header arrived, or a client could not be patched. The service
                must not start.
        """
        for finding in self.findings(propagator=False):
            raise ConfigError("egress guard", finding, "a patched client; its version is not known")
        for client, reason in run_canaries(installed=installed):
            self.counts.add(ALARM, client)
            raise ConfigError("egress guard", client, f"a guarded client, but {reason}")

    def findings(self, *, propagator: bool = True) -> list[str]:
        """Return what is wrong now: clients without their patch, a replaced global propagator."""
        found = [f"{module} could not be patched" for module in sorted(SITES.failed)]
        found += sorted({f"{site.client}: {site.name} is unguarded" for site in SITES.unguarded()})
        if SITES.egress is None:
            found.append("the guard is not active")
        if propagator and not _is_ours(_global_propagator()):
            found.append("the global propagator was replaced")
        return found

    def watch(self, interval: float = 30.0) -> None:
        """Look for findings every ``interval`` seconds on a daemon thread; count and log new ones.

        Calling it again does nothing.
        """
        if self._thread is None:
            self._thread = threading.Thread(
                target=self._watch, args=(interval,), name="spanveil-watchdog", daemon=True
            )
            self._thread.start()

    def look(self) -> list[str]:
        """Look once: count every finding, and log each one the first time it is seen."""
        found = self.findings()
        for finding in found:
            self.counts.add(ALARM, finding)
            if finding not in self._reported:
                _LOGGER.error("propagation boundary: %s", finding)
        self._reported = set(found)
        return found

    def uninstall(self) -> None:
        """Stop enforcing and watching. The wrappers stay in place and call through."""
        self._stopped.set()
        with SITES.lock:
            SITES.egress = None

    def _watch(self, interval: float) -> None:
        while not self._stopped.wait(interval):
            try:
                self.look()
            except Exception:
                _LOGGER.error("propagation boundary: the watchdog failed once")


def guard_egress(
    config: Config | PropagationConfig | None = None,
    *,
    key_ring: KeyRing | None = None,
    tag: TagSource | None = None,
    counts: Counts | None = None,
) -> EgressGuard:
    """Install the wire guard under every supported client, imported already or later.

    It can be installed before or after instrumentation, and again: the last allowlist counts.

    Args:
        config: The allowlist; ``None`` for the configuration that the environment names.
        key_ring: Makes tenant tags and body pseudonyms; ``None`` for the environment's.
        tag: Returns the current tag instead of the bound `RequestContext`'s.
        counts: Where removals and faults are counted.

    Raises:
        ConfigError: The configuration cannot be read, or an imported client is of a version that
            cannot be patched.
        KeyRingError: The environment's tag keys are malformed.
    """
    propagation = resolve_config(config)
    key_ring = key_ring or environment_key_ring()
    counts = counts or Counts()
    with SITES.lock:
        SITES.egress = Egress(propagation, tag or tag_from_context(key_ring), counts)
        SITES.pseudonyms = Pseudonyms(key_ring)
        SITES.ingress = Ingress(propagation.ingress)
        _patch_all(PATCHES)
        if not SITES.published:
            SITES.published = True
            publish(get_meter("spanveil.propagators"), _active_counts)
    for module in sorted(SITES.failed):
        raise ConfigError("egress guard", module, "a version that can be patched")
    return EgressGuard(counts)


def _active_counts() -> Counts | None:
    return SITES.egress.counts if SITES.egress is not None else None


def _patch_all(names: Iterable[str]) -> None:
    for name in names:
        if name not in SITES.hooked:
            SITES.hooked.add(name)
            wrapt.register_post_import_hook(_hook(name), name)


def _hook(name: str) -> Callable[[ModuleType], None]:
    def patch(module: ModuleType) -> None:
        # An exception here would come out of the application's import.
        try:
            PATCHES[name](module)
        except Exception as error:
            SITES.failed[name] = type(error).__name__
            _LOGGER.error("propagation boundary: %s could not be patched", name)

    return patch


def _global_propagator() -> object:
    # Not at the top: while it is imported, this module loads the entry point and with it us.
    from opentelemetry.propagate import get_global_textmap

    return get_global_textmap()


def _is_ours(propagator: object) -> bool:
    inner = getattr(propagator, "_propagators", None)  # of a CompositePropagator
    parts = list(inner) if isinstance(inner, (list, tuple)) else [propagator]
    return bool(parts) and all(isinstance(part, SpanveilPropagator) for part in parts)
