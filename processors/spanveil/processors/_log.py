"""One log record, redacted in every field that can hold text."""

from collections.abc import Mapping
from typing import Any, Final

from opentelemetry._logs import LogRecord, SeverityNumber
from opentelemetry.context import Context
from opentelemetry.sdk._logs import ReadableLogRecord
from opentelemetry.trace import TraceFlags

from spanveil.config import ContentClass
from spanveil.processors._counters import BLANKED, DROPPED
from spanveil.processors._policy import SinkRedactor
from spanveil.processors._span import NO_RESOURCE, encodable_time
from spanveil.processors._tenant import recall
from spanveil.redaction import DROPPED as DROPPED_TEXT
from spanveil.redaction import Position, Redactor, Report

_MAX_ID: Final = 1 << 128


class RedactedLogRecord(ReadableLogRecord):
    """A log record that holds nothing of the original but ids, times and the severity's number."""

    @property
    def dropped_attributes(self) -> int:
        return int(vars(self).get("_dropped", 0))


class LogRedactor(SinkRedactor):
    """Redact log records for one sink.

    It takes what `SinkRedactor` takes: a configuration, a sink, a key ring and counters.
    """

    def __call__(self, record: ReadableLogRecord) -> ReadableLogRecord | None:
        """Return a redacted record. Never raises.

        The tag is the one that `TenantLogRecordProcessor` or the guard has kept.

        Returns:
            The redacted record; where redaction fails a blank one (ids, times, the severity's
            number, tag and ``spanveil.error``); ``None`` where even that fails.
        """
        try:
            return self._redact(record, recall(record.log_record.attributes))
        except Exception as error:
            return self._blank(record, type(error).__name__)

    def attribute(self, tag: str, key: str, value: object) -> dict[str, Any]:
        """Redact one attribute, for a reader that asks for no more.

        Raises:
            Exception: What redaction raises; the value must then not be shown.
        """
        return self.policy.attributes(tag, {key: value}, Report(), "log")

    def _redact(self, record: ReadableLogRecord, tag: str) -> ReadableLogRecord:
        policy, report, original = self.policy, Report(), record.log_record
        redactor = policy.redactor(tag)
        attributes = policy.attributes(tag, original.attributes, report, "log")
        scope = record.instrumentation_scope
        made = RedactedLogRecord(
            log_record=_new_record(
                original,
                body=_body(redactor, original.body, report, tag),
                attributes=policy.tag(attributes, tag),
                event_name=_name(redactor, original.event_name, report),
                severity_text=_name(redactor, original.severity_text, report),
            ),
            resource=policy.parts.resource(record.resource),
            instrumentation_scope=None if scope is None else policy.parts.scope(scope),
        )
        vars(made)["_dropped"] = getattr(original.attributes, "dropped", 0)
        policy.count(tag, report)
        return made

    def _blank(self, record: ReadableLogRecord, cause: str) -> ReadableLogRecord | None:
        try:
            self.counters.fault(cause)
            tag = recall(record.log_record.attributes)
            blank = RedactedLogRecord(
                log_record=_new_record(
                    record.log_record, body=DROPPED_TEXT, attributes=self.policy.blank(tag)
                ),
                resource=NO_RESOURCE,
            )
        except Exception:
            self.counters.add(DROPPED)
            return None
        self.counters.add(BLANKED)
        return blank


def _new_record(
    original: LogRecord,
    *,
    body: Any,
    attributes: Mapping[str, Any],
    event_name: str | None = None,
    severity_text: str | None = None,
) -> LogRecord:
    # Not through the constructor, which would take ids that are missing from the
    # span of the exporting thread.
    record = LogRecord.__new__(LogRecord)
    record.timestamp = encodable_time(original.timestamp)
    record.observed_timestamp = encodable_time(original.observed_timestamp) or 0
    # The original's context carries baggage, and is nothing that an exporter needs.
    record.context = Context()
    record.trace_id = _encodable_id(original.trace_id)
    record.span_id = _encodable_id(original.span_id)
    record.trace_flags = TraceFlags(int(original.trace_flags or 0) & 0xFF)
    number = original.severity_number
    record.severity_number = number if isinstance(number, SeverityNumber) else None
    record.severity_text = severity_text
    record.body = body
    record.attributes = attributes
    record.event_name = event_name
    record.exception = None  # the SDK has written it into the attributes
    return record


def _encodable_id(number: object) -> int:
    return number if type(number) is int and 0 <= number < _MAX_ID else 0


def _body(redactor: Redactor, body: Any, report: Report, tag: str) -> Any:
    if body is None:
        return None
    # GenAI events carry messages as structured bodies; a text is what somebody wrote to a logger.
    content_class = ContentClass.LOG_TEXT if isinstance(body, str) else ContentClass.MESSAGE_PAYLOAD
    redacted, done = redactor.value(body, content_class, tenant=tag)
    report.merge(done)
    return redacted


def _name(redactor: Redactor, text: str | None, report: Report) -> str | None:
    if text is None:
        return None
    name, done = redactor.name(text, Position.EVENT)
    report.merge(done)
    return name
