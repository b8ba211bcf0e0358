"""Numbers before their label: `{"value": "…", "type": "passport"}`, `… is my EGN`, `… (CNIC)`."""

import re
from collections.abc import Iterable
from typing import Final

from spanveil.redaction.detection._finding import Confirm, Finding
from spanveil.redaction.detection._label_reading import key_entity
from spanveil.redaction.detection._label_values import VALUE, is_identifier
from spanveil.redaction.detection._scanner import Anchor

_Q: Final = r"\\{0,3}[\"']"
_JOIN: Final = (
    rf"(?:{_Q},?\s{{0,16}}{_Q}(?:[A-Za-z_]{{0,8}}[Tt]ype|kind|name|label){_Q}\s?:\s?{_Q}"
    r"| is (?:my|the|your|her|his|our) |\s{0,4}\()"
)
# Without the words, which would make the expression large: a value stands so before little else.
_ANCHOR: Final = rf"[0-9][A-Z]{{0,3}}{_JOIN}[A-Za-z?]"
_AFTER: Final = re.compile(
    rf"[A-Z]{{0,3}}(?P<join>{_JOIN})(?P<label>[^\W\d][\w .'/-]{{1,47}}?)(?P<end>{_Q}|\)|[.,;]?(?:\s|$))"
)
_LONGEST: Final = 40
_ASIDE: Final = 60
_PROSE: Final = 4
"""Of a sentence, so many words behind a value are read for its label."""


def label_after_rules() -> list[tuple[Anchor, Confirm]]:
    """Return the rule, whose anchor is what joins a value to a label behind it."""
    return [(Anchor(_ANCHOR, expression=True), _confirm)]


def _confirm(text: str, start: int) -> Iterable[Finding]:
    match = _AFTER.match(text, start + 1)
    if match is None:
        return ()
    label = match["label"]
    if match["join"].endswith("("):
        label = text[match.start("label") : match.start("label") + _ASIDE].partition(")")[0]
    elif match["join"].startswith(" "):
        words = text[match.start("label") : match.start("label") + 60].split(None, _PROSE)[:_PROSE]
        label = re.split(r"[.,;!?]", " ".join(words))[0]
    entity = key_entity(label)
    if not entity:
        return ()
    begin = start
    least = max(0, start - _LONGEST)
    while begin > least and (
        text[begin - 1].isdigit() or text[begin - 1].isupper() or text[begin - 1] in "-./ "
    ):
        begin -= 1
    for value in VALUE.finditer(text, begin, match.start("join")):
        if value.end() == match.start("join") and is_identifier(value[0]):
            return (Finding(*value.span(), entity, 0.55),)
    return ()
