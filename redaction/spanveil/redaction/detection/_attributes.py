"""Numbers of persons in attributes as OTLP's JSON has them, whose key is a value of its own.

``{"key": "passport_no", "value": {"stringValue": "..."}}``: set over several lines, the value stands
farther from its key than any label reaches.
"""

import re
from collections.abc import Iterator
from typing import Final

from spanveil.redaction._entities import SECRET
from spanveil.redaction.detection._columns import column_kind, in_field
from spanveil.redaction.detection._finding import Confirm, Finding
from spanveil.redaction.detection._scanner import Anchor

_Q: Final = r"\\{0,7}\""
_S: Final = r"(?:\s|\\{1,7}[nrt]){0,60}"
_BACK: Final = 240
_KEY: Final = re.compile(
    rf"\"key{_Q}{_S}:{_S}{_Q}(?P<key>[\w.-]{{1,64}}){_Q}{_S},{_S}{_Q}value{_Q}{_S}:{_S}\{{{_S}\\{{0,7}}$"
)
_VALUE: Final = re.compile(rf"\"\w{{8,12}}{_Q}{_S}:{_S}(?:{_Q})?(?P<value>[^\"\\\n,}}]{{1,200}})")
_OF_MACHINES: Final = ("cloud.", "k8s.", "host.", "os.", "process.", "service.", "telemetry.")
"""Resource attributes of OpenTelemetry's conventions, which are of no person."""


def attribute_rules() -> list[tuple[Anchor, Confirm]]:
    """Return the rule, whose anchor is the kind of a value."""

    def confirm(text: str, start: int) -> Iterator[Finding]:
        value = _VALUE.match(text, start)
        begin = text.rfind('"key', max(0, start - _BACK), start)
        key = _KEY.match(text, begin, start) if value and begin >= 0 else None
        if value is None or key is None or key["key"].startswith(_OF_MACHINES):
            return
        kind = column_kind(key["key"], False)
        if (
            kind
            and kind != SECRET
            and (found := in_field(kind, value["value"], value.start("value")))
        ):
            yield found

    return [(Anchor(r"\"(?:string|int)_?[Vv]alue\\{0,7}\"", expression=True), confirm)]
