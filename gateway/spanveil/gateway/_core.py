"""The gateway's core: OTLP bytes in, redacted OTLP bytes out. No sockets, no clock, no files."""

from collections.abc import Callable

from spanveil.config import RequestLimits
from spanveil.gateway._fields import Fields
from spanveil.gateway._flat_request import FlatRequests
from spanveil.gateway._kept import Kept
from spanveil.gateway._limits import Checks
from spanveil.gateway._outcome import Outcome, Part
from spanveil.gateway._signals import Signal
from spanveil.gateway._tags import TagPolicy
from spanveil.gateway._walk import Walk
from spanveil.redaction import Redactor


def go_on() -> None:
    """Make no pause."""


class Core:
    """Redact requests for one profile.

    Args:
        redactor: The engine, with the sink's profile.
        tags: What is done with tenant tags.
        strict: The engine for items of a trusted stream that have no tenant.
        limits: How many parts a request may have.

    Attributes:
        redactor: The engine, with the sink's profile.

    >>> core = Core(Redactor(), TagPolicy("spanveil.tenant"))
    >>> core.redact(Signal.TRACES, b"").parts
    ()
    """

    def __init__(
        self,
        redactor: Redactor,
        tags: TagPolicy,
        strict: Redactor | None = None,
        limits: RequestLimits | None = None,
    ) -> None:
        limits = limits or RequestLimits()
        self.redactor = redactor
        self._kept = Kept(redactor)
        self._flat = FlatRequests(redactor, tags, limits.max_attributes)
        self._checks = Checks(limits)
        self._tags = tags
        self._strict = Kept(strict or Redactor(profile="strict"))

    def redact(
        self,
        signal: Signal,
        body: bytes,
        *,
        trusted: bool = False,
        pause: Callable[[], None] = go_on,
    ) -> Outcome:
        """Redact one request.

        Args:
            signal: Which request it is.
            body: A serialized ``Export<Signal>ServiceRequest``.
            trusted: The stream's tags are believed.
            pause: Called between two steps of the work, of which others may have the next.

        Raises:
            PayloadError: The bytes are no such request, or it has too many parts
                (``INVALID_ARGUMENT``).
        """
        fields = Fields(self._kept, self._strict, self._tags, trusted, self._checks, pause)
        return self._run(signal, body, fields, trusted=trusted)

    def redact_again(self, signal: Signal, body: bytes, tag: str) -> Outcome:
        """Redact what some core has redacted before, by this one's profile and rules.

        Redaction only ever tightens and leaves its own marks alone, so that the result is no looser
        than either.

        Args:
            signal: Which request it is.
            body: A part of an outcome.
            tag: Under which it was queued: its believed tag, or the stream's name.

        Raises:
            PayloadError: The bytes are no such request.
        """
        is_tagged = self._tags.believed(tag) is not None
        tags = self._tags.for_one(tag) if is_tagged else self._tags
        fields = Fields(self._kept, self._strict, tags, is_tagged, Checks(None), go_on)
        return self._run(signal, body, fields, trusted=is_tagged)

    def _run(self, signal: Signal, body: bytes, fields: Fields, *, trusted: bool) -> Outcome:
        # A trusted stream's tags choose the profile of each item, which the short way cannot.
        # Neither can it answer from memory where a rule looks at other attributes.
        walk = Walk(signal, fields)
        if signal is Signal.TRACES and not trusted and self._kept.redactor.goes_by_key():
            found = self._flat.redact(body, walk)
            if found is not None:
                return walk.outcome((Part("", *found),) if found[1] else ())
        return walk.run(body)
