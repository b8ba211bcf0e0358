"""The engine's face: one redactor for one profile."""

import secrets
from collections.abc import Callable, Container, Mapping, Sequence
from typing import Any

from spanveil.config import (
    Catalogue,
    CatalogueField,
    Config,
    ContentClass,
    Profile,
    Treatment,
    ValueFormat,
    shipped_profile,
)
from spanveil.redaction._budget import Budget, BudgetExhausted
from spanveil.redaction._json import looks_like_container
from spanveil.redaction._marker import DROPPED, is_marked_key, is_marker, marker, unique_key
from spanveil.redaction._names import Position, redact_name
from spanveil.redaction._pseudonym import Pseudonymizer, is_pseudonym
from spanveil.redaction._report import Report
from spanveil.redaction._shape import (
    is_label,
    is_number_text,
    is_plain_key,
    is_short_number,
    is_token,
)
from spanveil.redaction._skeleton import Skeleton


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

    Raises:
        ConfigError: If no profile has that name.
        ValueError: If the key is too short.

    >>> redactor = Redactor()
    >>> redactor.attributes({"gen_ai.request.model": "gpt-4o", "note": "Alice is ill"})[0]
    {'gen_ai.request.model': 'gpt-4o', 'note': '[redacted:unknown:12]'}
    """

    def __init__(
        self,
        config: Config | None = None,
        *,
        profile: str | Profile = "shared",
        key: bytes | None = None,
    ) -> None:
        self._limits = (config or Config()).redaction.limits
        self.profile = shipped_profile(profile) if isinstance(profile, str) else profile
        self._catalogue = Catalogue.shipped()
        self._pseudonym = Pseudonymizer(key or secrets.token_bytes(32))
        self._treatments: dict[Treatment, Callable[[CatalogueField, Any], Any]] = {
            Treatment.KEEP: self._keep,
            Treatment.TOKEN: self._token,
            Treatment.SKELETON: self._skeleton,
            Treatment.PSEUDONYM: self._pseudonymize,
            Treatment.MARKER: self._mark,
            Treatment.DROP: self._drop,
        }

    def attributes(
        self, attributes: Mapping[str, object], *, signal: str = "span"
    ) -> tuple[dict[str, Any], Report]:
        """Redact a mapping of attributes.

        Args:
            attributes: Keys and values. A key that could carry content is replaced too.
            signal: ``span``, ``log``, ``metric`` or ``resource``. A metric's attributes are its
                identity, so that lengths, which differ from point to point, are left out there.

        Returns:
            New attributes, one for each given one, and what was done.
        """
        report = Report()
        result: dict[str, Any] = {}
        for key, value in attributes.items():
            try:
                field = self._catalogue.classify(key)
                redacted = self._treat(field, value, report)
                if signal == "metric":
                    redacted = _without_length(redacted)
                plain = field.pattern == key or is_plain_key(key) or is_marked_key(key)
                result[key if plain else unique_key(key, result)] = redacted
            except Exception as error:  # the laws: fail closed, never fail the app
                report.errors[type(error).__name__] += 1
                result[unique_key(str(key), result)] = DROPPED
        return result, report

    def value(self, value: object, content_class: ContentClass) -> tuple[Any, Report]:
        """Redact one value whose class the caller knows, such as a log body."""
        report = Report()
        field = CatalogueField(content_class, ValueFormat.TEXT, "", "")
        return self._treat(field, value, report), report

    def text(
        self, text: str, content_class: ContentClass = ContentClass.MESSAGE_PAYLOAD
    ) -> tuple[str, Report]:
        """Redact one text, such as a status description (``ContentClass.EXCEPTION_TEXT``)."""
        redacted, report = self.value(text, content_class)
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
            return redact_name(text, position, kept), report
        except Exception as error:
            report.errors[type(error).__name__] += 1
            return DROPPED, report

    def _treat(self, field: CatalogueField, value: object, report: Report) -> Any:
        treatment = self.profile.treatments[field.content_class]
        try:
            redacted = self._treatments[treatment](field, value)
        except BudgetExhausted as exhausted:
            report.errors[exhausted.limit] += 1
            return marker(field.content_class)
        except Exception as error:
            report.errors[type(error).__name__] += 1
            return DROPPED
        report.fields[field.content_class, treatment] += 1
        return redacted

    def _keep(self, field: CatalogueField, value: object) -> Any:
        match value:
            case None | bool() | int() | float():
                return value
            case str():
                return self._keep_text(field, value)
            case bytes():
                return marker("bytes", len(value))
            case Mapping():
                return self._skeleton(field, value)
            case Sequence():
                self._check_size(value)
                return [self._keep(field, item) for item in value]
        return DROPPED

    def _keep_text(self, field: CatalogueField, text: str) -> str:
        if is_marker(text):
            return text
        shaped = is_number_text if field.value_format is ValueFormat.NUMBER else is_label
        return text if shaped(text) else marker("text", len(text))

    def _token(self, field: CatalogueField, value: object) -> Any:
        match value:
            case None | bool():
                return value
            case int() | float():
                return value if is_short_number(value) else self._mark(field, value)
            case str() if not value or is_token(value) or is_marker(value) or is_pseudonym(value):
                return value
            case str() if not looks_like_container(value):
                return self._mark(field, value)
            case str() | Mapping() | Sequence():
                return self._skeleton(field, value)
        return DROPPED

    def _skeleton(self, field: CatalogueField, value: object) -> Any:
        return Skeleton(field.content_class, Budget(self._limits), self._pseudonym).of(value)

    def _pseudonymize(self, field: CatalogueField, value: object) -> Any:
        match value:
            case None | bool() | "":
                return value
            case str():
                return value if is_marker(value) else self._pseudonym(field.content_class, value)
            case int() | float():
                return self._pseudonym(field.content_class, repr(value))
            case bytes() | Mapping():
                return self._mark(field, value)
            case Sequence():
                self._check_size(value)
                return [self._pseudonymize(field, item) for item in value]
        return DROPPED

    def _mark(self, field: CatalogueField, value: object) -> Any:
        match value:
            case None:
                return value
            case str():
                kept = not value or is_marker(value)
                return value if kept else marker(field.content_class, len(value))
            case bool() | int() | float():
                return marker(field.content_class)
            case bytes() | Mapping() | Sequence():
                return marker(field.content_class, len(value))
        return DROPPED

    def _drop(self, field: CatalogueField, value: object) -> Any:
        return DROPPED

    def _check_size(self, items: Sequence[object]) -> None:
        if len(items) > self._limits.max_nodes:
            raise BudgetExhausted("max_nodes")


def _without_length(value: Any) -> Any:
    if isinstance(value, str) and is_marker(value):
        return ":".join(value.split(":")[:2]).rstrip("]") + "]"
    return value
