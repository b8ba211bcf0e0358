"""One configuration's redaction: which sinks get which redacted form of a request."""

from collections.abc import Callable
from dataclasses import dataclass, field

from spanveil.config import Config, GatewaySink
from spanveil.gateway._core import Core, go_on
from spanveil.gateway._digest import redaction_digest
from spanveil.gateway._outcome import Outcome
from spanveil.gateway._queue import Entry
from spanveil.gateway._signals import Signal
from spanveil.gateway._tags import TagPolicy
from spanveil.redaction import Redactor


@dataclass(frozen=True, slots=True)
class Form:
    """What the sinks with one profile and one tag key see.

    Attributes:
        profile: The profile's name.
        sinks: Their names.
        core: Makes it.
        policy: By what, as a digest.
    """

    profile: str
    sinks: tuple[str, ...]
    core: Core = field(repr=False)
    policy: str = ""


@dataclass(frozen=True, slots=True)
class Redacted:
    """A request in all its forms.

    Attributes:
        outcomes: One for each form.
        entries: What is to be queued.
    """

    outcomes: tuple[tuple[Form, Outcome], ...]
    entries: tuple[Entry, ...]

    @property
    def rejected(self) -> int:
        """Items that could not be redacted for some sink."""
        return max((outcome.rejected for _, outcome in self.outcomes), default=0)

    @property
    def items(self) -> int:
        """Items that go on."""
        return max((outcome.items for _, outcome in self.outcomes), default=0)


class Pipeline:
    """Redact requests for all sinks of a configuration. Immutable: a reload makes another one.

    Args:
        config: The whole configuration.
        key: The key of pseudonyms; the SDK's processors use ``KeyRing.subkey("pseudonym")``, and
            pseudonyms are equal under equal keys.

    Raises:
        ConfigError: A profile is not known.
    """

    def __init__(self, config: Config, key: bytes | None = None) -> None:
        self.config = config
        strict = Redactor(config, profile="strict", key=key)
        groups: dict[tuple[str, bytes | None], list[GatewaySink]] = {}
        for sink in config.gateway.sinks:
            tag_key = sink.tag_key.get_secret_value().encode() if sink.tag_key else None
            groups.setdefault((sink.profile, tag_key), []).append(sink)
        self.forms = tuple(
            Form(
                profile,
                tuple(sink.name for sink in sinks),
                Core(
                    Redactor(config, profile=profile, key=key),
                    TagPolicy(config.tenant.attribute, tag_key),
                    strict,
                    config.gateway.limits,
                ),
                redaction_digest(config, sinks[0]),
            )
            for (profile, tag_key), sinks in groups.items()
        )

    def form_of(self, sink: str) -> Form | None:
        """Return the form that a sink gets, ``None`` if there is no such sink."""
        return next((form for form in self.forms if sink in form.sinks), None)

    def redact(
        self,
        signal: Signal,
        body: bytes,
        *,
        trusted: bool,
        stream: str,
        pause: Callable[[], None] = go_on,
    ) -> Redacted:
        """Redact one request in all forms.

        Args:
            signal: Which request it is.
            body: As it came, without its content coding.
            trusted: The stream's tags are believed.
            stream: What fairness goes by for items without a believed tag.
            pause: Called between two steps of the work, of which others may have the next.

        Raises:
            PayloadError: The bytes are no such request.
        """
        outcomes = tuple(
            (form, form.core.redact(signal, body, trusted=trusted, pause=pause))
            for form in self.forms
        )
        entries = tuple(
            Entry(signal, part.tag or stream, part.items, part.body, form.sinks, form.policy)
            for form, outcome in outcomes
            for part in outcome.parts
        )
        return Redacted(outcomes, entries)
