"""The engine's face: one redactor for one profile."""

from collections.abc import Container, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from spanveil.config import (
    UNKNOWN_FIELD,
    ContentClass,
    Treatment,
)
from spanveil.redaction._budget import BudgetExhausted
from spanveil.redaction._explanation import Explanation, explain
from spanveil.redaction._keys import shown_key
from spanveil.redaction._marker import DROPPED, KeyMarkers, marker, marker_spans
from spanveil.redaction._memo import Memo
from spanveil.redaction._names import Position, redact_name
from spanveil.redaction._plan import Plan, Way
from spanveil.redaction._policy import Policy
from spanveil.redaction._pseudonym import Pseudonymizer
from spanveil.redaction._report import Report
from spanveil.redaction._scrub import Scrubber
from spanveil.redaction._subject import Subject
from spanveil.redaction._treatments import Treatments
from spanveil.redaction.detection import Detector, Patterns, Recognizer, shared_detector

if TYPE_CHECKING:
    from spanveil.config import Config, Profile, RedactionConfig
    from spanveil.redaction._ner import NerRecognizer

_LABEL_SCORE: Final = 0.6
"""A label of a safe field is an identifier's natural place: only what is sure goes."""

_MAX_KEYS: Final = 8_192
_MAX_KEY: Final = 256
_MARKED: Final = "[redacted"
"""How a key begins that is shown or not by how many others there are."""


def _no_key(subject: Subject, value: object) -> Any:
    raise TypeError


_NO_KEY: Final = Way(UNKNOWN_FIELD, (ContentClass.UNKNOWN, Treatment.DROP), _no_key, None)


class Redactor:
    """Redact telemetry values by one profile.

    Values are what OpenTelemetry calls ``AnyValue``: strings, booleans, integers, floats, bytes,
    ``None``, sequences and mappings of them. Nothing is mutated, nothing is logged, and no method
    raises for any value: where treatment fails the value is replaced and the cause is counted.

    Args:
        config: Limits and rules; the defaults if ``None``.
        profile: The name of a shipped profile, or a profile.
        key: The key of pseudonyms, at least 16 bytes. Without one a random key is made, and
            pseudonyms can be joined only within this redactor's life.
        recognizers: Recognizers of Presidio's kind that add to detection, wherever it runs. One
            that raises blanks the value.

    Raises:
        ConfigError: If no profile has that name, or if the configured model is not installed.
        ValueError: If the key is too short.

    >>> redactor = Redactor()
    >>> redactor.attributes({"gen_ai.request.model": "gpt-4o", "note": "Alice is ill"})[0]
    {'gen_ai.request.model': 'gpt-4o', 'note': '[redacted:message_payload:12]'}
    """

    def __init__(
        self,
        config: "Config | None" = None,
        *,
        profile: "str | Profile" = "shared",
        key: bytes | None = None,
        recognizers: Sequence[Recognizer] = (),
    ) -> None:
        # pydantic takes longer to import than this package, and an import must not cost that.
        from secrets import token_bytes

        from spanveil.config import Config, shipped_profile

        config = config or Config()
        self.profile = shipped_profile(profile) if isinstance(profile, str) else profile
        settings = config.redaction
        self._policy = Policy(settings, self.profile)
        own: tuple[Recognizer, ...] = tuple(recognizers)
        if settings.patterns:
            own = (*own, Patterns(settings.patterns))
        self._ner = _ner(settings)
        every = own if self._ner is None else (*own, self._ner)
        prose = Detector(names=settings.names, recognizers=every) if every else None
        shares = settings.names  # so that the process has a detector with names anyway
        label = Detector(names=False, recognizers=own, shares=shares) if own else None
        self.memo = Memo(settings.memo_bytes) if settings.memo_bytes else None
        self._ways: dict[object, Way] = {}
        self._treatments = Treatments(
            settings.limits,
            Pseudonymizer(key or token_bytes(32)),
            Scrubber(
                prose or shared_detector(settings.names),
                self.profile.min_score,
                self.memo,
                settings.allow,
            ),
            Scrubber(
                label or shared_detector(False, shares=shares), _LABEL_SCORE, None, settings.allow
            ),
            Scrubber(prose or shared_detector(settings.names), _LABEL_SCORE, None, settings.allow),
            self.profile.label_words,
            self.memo,
        )

    def goes_by_key(self, tenant: str | None = None) -> bool:
        """Say whether an attribute's treatment is the same in every item, so that a caller may
        remember it: no rule has a condition on other attributes, and the tenant has no own rules.
        """
        return self._policy.goes_by_key(tenant or "")

    def attributes(
        self,
        attributes: Mapping[str, object],
        *,
        signal: str = "span",
        scope: str | None = None,
        tenant: str | None = None,
    ) -> tuple[dict[str, Any], Report]:
        """Redact a mapping of attributes.

        Args:
            attributes: Keys and values. A key that could carry content is replaced too.
            signal: ``span``, ``log``, ``metric`` or ``resource``. A metric's attributes are its
                identity, so that lengths, which differ from point to point, are left out there.
            scope: The name of the instrumentation scope. It comes from the payload and changes
                nothing today; nothing in a payload may ever loosen a treatment.
            tenant: The opaque tag of the tenant, from trusted context. It keeps the memories of
                tenants apart and selects the tenant's own, tighter rules.

        Returns:
            New attributes, one for each given one, and what was done.
        """
        report = Report()
        result: dict[str, Any] = {}
        markers: KeyMarkers | None = None
        tag = tenant or ""
        ways = self._ways if self._policy.goes_by_key(tag) else {}
        try:
            for key, value in attributes.items():
                way = ways.get(key) or self._way(key, attributes, tag)
                redacted: Any = None
                if type(value) is str:
                    redacted = way.text and way.text(value)
                elif type(value) is int:
                    redacted = way.integer and way.integer(value)
                if redacted is None:
                    redacted = self._treat(way, Subject(way.field, key, tag, report), value)
                else:
                    report.fields[way.decision] += 1
                if signal == "metric":
                    redacted = _without_length(redacted)
                shown = way.shown
                if shown is None or shown in result:
                    markers = markers or KeyMarkers()
                    shown = markers.name(key if isinstance(key, str) else "", result)
                result[shown] = redacted
        except Exception as error:  # the laws: fail closed, never fail the app
            report.errors[type(error).__name__] += 1
        return result, report

    def plan(self, key: str) -> Plan | None:
        """Return how an attribute is treated wherever it stands, for callers with many of one key.

        Args:
            key: The attribute's key.

        Returns:
            What ``attributes`` does to its value, without a tenant, in every signal but ``metric``;
            ``None`` if that depends on other attributes, or if the key is replaced.
        """
        if not self.goes_by_key():
            return None
        way = self._way(key, {}, "")
        if way.shown != key:
            return None
        text = way.text
        texts = (
            None
            if text is None
            else self._treatments.for_many_texts(way.decision[1], way.field, text)
        )
        return Plan(way, key, self._treat, texts)

    def explain(self, key: str) -> Explanation:
        """Say what becomes of an attribute with a key, and why, whatever its value."""
        return explain(self._policy, self.profile, key)

    def _way(self, key: object, attributes: Mapping[str, object], tenant: str) -> Way:
        """Decide how an attribute is treated, and remember it where that is always so."""
        if not isinstance(key, str):
            return _NO_KEY
        field, treatment = self._policy.decide(key, attributes, tenant)
        shown = shown_key(key, field, self.profile, len(attributes))
        decision = (field.content_class, treatment)
        way = Way(field, decision, self._treatments.get(treatment), shown)
        if (
            self._policy.goes_by_key(tenant)
            and len(key) <= _MAX_KEY
            and not key.startswith(_MARKED)
        ):
            way = way._replace(
                text=self._treatments.for_texts(treatment, field, key),
                integer=self._treatments.for_integers(treatment, field.content_class, key),
            )
            if len(self._ways) >= _MAX_KEYS:
                self._ways.clear()
            self._ways[key] = way
        return way

    def value(
        self, value: object, content_class: ContentClass, *, tenant: str | None = None
    ) -> tuple[Any, Report]:
        """Redact one value whose class the caller knows, such as a log body."""
        report = Report()
        try:
            field, treatment = self._policy.of_class(content_class)
        except KeyError as error:
            report.errors[type(error).__name__] += 1
            return DROPPED, report
        way = Way(field, (field.content_class, treatment), self._treatments.get(treatment), None)
        return self._treat(way, Subject(field, "", tenant or "", report), value), report

    def text(
        self,
        text: str,
        content_class: ContentClass = ContentClass.MESSAGE_PAYLOAD,
        *,
        tenant: str | None = None,
    ) -> tuple[str, Report]:
        """Redact one text, such as a status description (``ContentClass.EXCEPTION_TEXT``)."""
        redacted, report = self.value(text, content_class, tenant=tenant)
        return str(redacted), report

    def json(
        self, value: object, content_class: ContentClass = ContentClass.MESSAGE_PAYLOAD
    ) -> tuple[Any, Report]:
        """Redact a parsed JSON value."""
        return self.value(value, content_class)

    def name(self, text: str, position: Position, kept: Container[str] = ()) -> tuple[str, Report]:
        """Redact a name; see ``spanveil.redaction.Position``.

        Args:
            text: The name.
            position: Where it stands.
            kept: Values that the same item keeps in safe attributes, which may stand in its name.
        """
        report = Report()
        try:
            return redact_name(text, position, kept, known=self.profile.names == "known"), report
        except Exception as error:
            report.errors[type(error).__name__] += 1
            return DROPPED, report

    def _treat(self, way: Way, subject: Subject, value: object) -> Any:
        report = subject.report
        if self._ner is not None:
            self._ner.charge(report)
        try:
            redacted = way.treat(subject, value)
        except BudgetExhausted as exhausted:
            report.errors[exhausted.limit] += 1
            return marker(way.field.content_class)
        except Exception as error:
            report.errors[type(error).__name__] += 1
            return DROPPED
        report.fields[way.decision] += 1
        return redacted


def _ner(settings: "RedactionConfig") -> "NerRecognizer | None":
    if settings.ner is None:
        return None
    from spanveil.redaction._ner import NerRecognizer  # it needs the extra

    return NerRecognizer(settings.ner)


def _without_length(value: Any) -> Any:
    match value:
        case str():
            pieces, last = [], 0
            for start, end in marker_spans(value):
                kind = ":".join(value[start:end].split(":")[:2]).rstrip("]")
                pieces += [value[last:start], kind, "]"]
                last = end
            return "".join(pieces) + value[last:]
        case list():
            return [_without_length(item) for item in value]
        case dict():
            return {key: _without_length(item) for key, item in value.items()}
    return value
