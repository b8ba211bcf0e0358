"""The guards of one process: before providers that exist, and before those made later."""

import gc
from collections.abc import Callable
from copy import copy
from functools import wraps
from typing import Any, Final

from opentelemetry.sdk._logs import LoggerProvider
from opentelemetry.sdk._logs._internal import SynchronousMultiLogRecordProcessor
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.trace import SynchronousMultiSpanProcessor, TracerProvider

from spanveil.config import Config, ConfigError, SinkConfig
from spanveil.context import KeyRing
from spanveil.processors._counters import UNGUARDED, Counters
from spanveil.processors._guarded import put_on, take_off
from spanveil.processors._log import LogRedactor
from spanveil.processors._log_guard import (
    GuardedLogProcessors,
    GuardedSynchronousLogProcessors,
    LogGuard,
)
from spanveil.processors._metric import MetricRedactor
from spanveil.processors._metric_guard import GuardedConsumer, MetricGuard, guard_storages
from spanveil.processors._silence import silence
from spanveil.processors._span import SpanRedactor
from spanveil.processors._span_guard import (
    GuardedSpanProcessors,
    GuardedSynchronousSpanProcessors,
    SpanGuard,
)
from spanveil.processors._tenant import TenantTags

PROVIDERS: Final = (TracerProvider, LoggerProvider, MeterProvider)


class Guards:
    """One guard for each signal, and the providers that they stand before.

    Args:
        config: The configuration; its ``guard`` says what unconfigured processors see.
        key_ring: Makes tags and pseudonyms.
        counters: Where to count.
    """

    def __init__(self, config: Config, key_ring: KeyRing, counters: Counters) -> None:
        tags = TenantTags(key_ring)
        others = SinkConfig(
            name="guard", profile=config.guard.profile, tag_key=config.guard.tag_key
        )
        parts = config, others, key_ring, counters
        self._counters = counters
        spans = SpanRedactor(*parts)
        spans.policy.parts.shows_projects = True
        self._span = SpanGuard(tags, spans, counters, strict=config.guard.strict)
        self._log = LogGuard(tags, LogRedactor(*parts), counters)
        self._metric = MetricGuard(tags, MetricRedactor(*parts))
        self._guarded: list[Any] = []
        self._unhooks: list[Callable[[], None]] = []

    def protect(self, provider: Any) -> None:
        """Guard a provider of the SDK, or of a class derived from one.

        Raises:
            ConfigError: It cannot be guarded.
        """
        target = choke_point(provider)
        if isinstance(provider, TracerProvider):
            plain = type(target) is SynchronousMultiSpanProcessor
            mixin = GuardedSynchronousSpanProcessors if plain else GuardedSpanProcessors
            put_on(target, mixin, copy(self._span))
        elif isinstance(provider, LoggerProvider):
            plain = type(target) is SynchronousMultiLogRecordProcessor
            put_on(
                target,
                GuardedSynchronousLogProcessors if plain else GuardedLogProcessors,
                self._log,
            )
        else:
            put_on(target, GuardedConsumer, self._metric)
            guard_storages(target, self._metric)
        self._guarded.append(target)

    def span_processors(self) -> SynchronousMultiSpanProcessor:
        """Return a guarded multi-processor for a new tracer provider."""
        made = SynchronousMultiSpanProcessor()  # type: ignore[no-untyped-call]
        put_on(made, GuardedSynchronousSpanProcessors, copy(self._span))
        return made

    def protect_existing(self) -> None:
        """Guard every provider in the process, also those that a library keeps to itself.

        Raises:
            ConfigError: One of them cannot be guarded.
        """
        for found in living_providers():
            self.protect(found)

    def protect_later(self) -> None:
        """Guard every provider that is made from now on."""
        self._unhooks += [_hook(kind, self._made) for kind in PROVIDERS]

    def _made(self, provider: Any) -> None:
        try:
            self.protect(provider)
        except Exception:
            # The constructor runs in the application, which must not see this, and nothing that is
            # unguarded may export.
            self._counters.add(UNGUARDED)
            silence(provider)

    def remove(self) -> None:
        """Take the guards off again; for tests, and for a service that configures itself anew."""
        while self._unhooks:
            self._unhooks.pop()()
        while self._guarded:
            take_off(self._guarded.pop())


def living_providers() -> list[Any]:
    """Return every provider of the SDK in this process, also those that nobody has announced."""
    # A million objects take 0.1 s, once; each class is asked once, and by its bases, since
    # `isinstance` runs the code of proxies and fills the caches of abstract classes.
    known: dict[type, bool] = {}
    found = []
    for thing in gc.get_objects():
        kind = type(thing)
        wanted = known.get(kind)
        if wanted is None:
            wanted = known[kind] = not set(PROVIDERS).isdisjoint(kind.__mro__)
        if wanted:
            found.append(thing)
    return found


def choke_point(provider: Any) -> Any:
    """Return the object that every item of a provider passes.

    Raises:
        ConfigError: The provider is none of the OpenTelemetry SDK's, or one of a later make.
    """
    for kind, attribute in zip(PROVIDERS, _CHOKE_POINTS, strict=True):
        if isinstance(provider, kind) and hasattr(provider, attribute):
            return getattr(provider, attribute)
    raise ConfigError("guard", type(provider).__qualname__, "a provider of the OpenTelemetry SDK")


_CHOKE_POINTS: Final = (
    "_active_span_processor",
    "_multi_log_record_processor",
    "_measurement_consumer",
)


def _hook(kind: type, made: Callable[[Any], None]) -> Callable[[], None]:
    """Call ``made`` with every new object of a class; return a function that stops that."""
    original: Any = kind.__init__  # type: ignore[misc]
    active = [True]

    @wraps(original)
    def __init__(self: Any, *args: Any, **kwargs: Any) -> None:
        original(self, *args, **kwargs)
        if active:
            made(self)

    def unhook() -> None:
        active.clear()  # where somebody has wrapped it since, it stays and does nothing
        if vars(kind)["__init__"] is __init__:
            kind.__init__ = original  # type: ignore[misc]

    kind.__init__ = __init__  # type: ignore[misc]
    return unhook
