"""Replace what detection finds in a text by markers, until nothing more is found."""

from functools import partial
from typing import Final, cast

from spanveil.config import is_code_name
from spanveil.redaction._budget import BudgetExhausted
from spanveil.redaction._entities import ENTITIES, SECRET
from spanveil.redaction._marker import marker
from spanveil.redaction._memo import MIN_CHARS, Memo
from spanveil.redaction._report import Report
from spanveil.redaction.detection import Detector, Finding, TooManyHits

_MAX_ROUNDS: Final = 4
_MAX_KEYS: Final = 4_096
_FINDING_BYTES: Final = 96


class Scrubber:
    """Scrub texts for one profile.

    Args:
        detector: Finds.
        min_score: Findings below it stay.
        memo: Remembers findings; ``None`` for no memory.
        allow: Texts that are no findings, ``*`` for any characters; never a secret.
    """

    __slots__ = ("_allow", "_code_keys", "_detector", "_memo", "_min_score")

    def __init__(
        self,
        detector: Detector,
        min_score: float,
        memo: Memo | None,
        allow: tuple[str, ...] = (),
    ) -> None:
        self._allow = tuple(pattern.split("*") for pattern in allow)
        self._detector = detector
        self._min_score = min_score
        self._memo = memo
        self._code_keys: dict[str, bool] = {}

    def scrub(self, text: str, report: Report, key: str = "", tenant: str = "") -> str:
        """Return a text with a marker for each finding, such as ``[redacted:email_address]``.

        A marker changes what stands beside it, and so what could be found there; scrubbing goes on
        until a text comes out as it went in, which is also what makes it idempotent.

        Raises:
            BudgetExhausted: If the text holds more anchors than can be confirmed, or does not
                settle.
        """
        for _ in range(_MAX_ROUNDS):
            found = self._find(text, key, tenant)
            if not found:
                return text
            text = _replace(text, found)
            for finding in found:
                report.entities[finding.entity] += 1
        raise BudgetExhausted("max_rounds")

    def finds(self, text: str, key: str = "", tenant: str = "") -> bool:
        """Say whether anything would be found in a text."""
        return bool(self._find(text, key, tenant))

    def finds_in_key(self, key: str, tenant: str = "") -> bool:
        """Say whether anything would be found in a mapping's key."""
        known = self._code_keys.get(key)
        if known is None:
            known = bool(self._find(key, "", tenant))
            # The vocabulary of code is closed, so that no word of anybody's is held.
            if is_code_name(key):
                if len(self._code_keys) >= _MAX_KEYS:
                    self._code_keys.clear()
                self._code_keys[key] = known
        return known

    def _allows(self, text: str, finding: Finding) -> bool:
        if finding.entity == SECRET:
            return False
        found = text[finding.start : finding.end]
        return any(_matches(pieces, found) for pieces in self._allow)

    def _find(self, text: str, key: str, tenant: str) -> tuple[Finding, ...]:
        memo = self._memo if len(text) >= MIN_CHARS else None
        if memo is None:
            return self._detect(text, key)
        mac = memo.mac(tenant, "text", key)
        mac.update(text.encode("utf-8", "surrogatepass"))
        name = mac.digest()
        known = memo.get(name)
        if known is not None:
            return cast("tuple[Finding, ...]", known)
        found = self._detect(text, key)
        memo.put(name, found, _FINDING_BYTES * len(found))
        return found

    def _detect(self, text: str, key: str) -> tuple[Finding, ...]:
        try:
            allows = partial(self._allows, text) if self._allow else None
            every = self._detector.find(text, key, allows)
        except TooManyHits:
            raise BudgetExhausted("max_anchors") from None
        if not every:
            return every
        return tuple(f for f in every if f.score >= self._min_score)


def _matches(pieces: list[str], text: str) -> bool:
    """Say whether a text is made of pieces with anything between them; in one pass."""
    first, *inner, last = pieces if len(pieces) > 1 else [pieces[0], ""]
    if len(pieces) == 1:
        return text == first
    if not text.startswith(first) or not text.endswith(last) or len(text) < len(first + last):
        return False
    place, end = len(first), len(text) - len(last)
    for piece in inner:
        place = text.find(piece, place, end)
        if place < 0:
            return False
        place += len(piece)
    return True


def _kind(entity: str) -> str:
    # A recognizer of a user's may call its type anything; markers are a closed set.
    return entity.lower() if entity in ENTITIES else "entity"


def _replace(text: str, found: tuple[Finding, ...]) -> str:
    pieces: list[str] = []
    last = 0
    for finding in found:
        pieces += [text[last : finding.start], marker(_kind(finding.entity))]
        last = finding.end
    return "".join(pieces) + text[last:]
