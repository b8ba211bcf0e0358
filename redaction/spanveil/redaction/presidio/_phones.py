"""Presidio's phone recognizer, with the search for candidates done once for all regions.

``phonenumbers`` looks through the text anew for each region and parses every candidate there. Here
the candidates and what is tried of them are found once, with the regions in which each may be a
number (``_numbering``), and a region goes through those alone. What is more than digits and the
signs between them goes through ``phonenumbers``' own code.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, Final, NamedTuple

import phonenumbers
from phonenumbers import phonenumbermatcher as matching
from phonenumbers import phonenumberutil
from presidio_analyzer import RecognizerResult

from spanveil.redaction.presidio._matching import without_duplicates
from spanveil.redaction.presidio._numbering import (
    HEAD,
    Unreadable,
    country_code,
    is_international,
    plan,
    readers,
)

_PATTERN: Final[Any] = vars(matching)["_PATTERN"]
_SECOND_NUMBER: Final[Any] = vars(matching)["_SECOND_NUMBER_START_PATTERN"]
_UNWANTED_END: Final[Any] = vars(matching)["_UNWANTED_END_CHAR_PATTERN"]
_INNER: Final[Any] = vars(matching)["_INNER_MATCHES"]
_DATES: Final[Any] = vars(matching)["_SLASH_SEPARATED_DATES"]
_TIME_STAMPS: Final[Any] = vars(matching)["_TIME_STAMPS"]
_TIME_STAMPS_SUFFIX: Final[Any] = vars(matching)["_TIME_STAMPS_SUFFIX"]
_BRACKETS: Final[Any] = vars(matching)["_MATCHING_BRACKETS"]
_PUB_PAGES: Final[Any] = vars(matching)["_PUB_PAGES"]
_LEAD: Final[Any] = vars(matching)["_LEAD_PATTERN"]
_TO_PARSE: Final[Any] = vars(phonenumberutil)["_build_national_number_for_parsing"]
_WITHOUT_EXTENSION: Final[Any] = vars(phonenumberutil)["_maybe_strip_extension"]

_DIGIT: Final = re.compile(r"\d")
_MOST_FEW: Final = 3
_FEW: Final = re.compile(
    rf"(?<![-+x0-9()\[\]./~ ])[0-9]{{1,{_MOST_FEW}}}(?![-x0-9()\[\]./~ \t,;#]|e?xt|anexo|int)",
    re.ASCII | re.IGNORECASE,
)
"""Digits with nothing around them that would make them a part of something longer."""
_MAX_LEAD: Final = 10
"""How far before its first digit a candidate may start: two opening signs, four others each."""
_PLAIN: Final = re.compile(r"[0-9 ./()\[\]-]+", re.ASCII)
"""A candidate without a plus sign, an extension or anything else that steers the parser."""
_WITH_PLUS: Final = re.compile(r"[ ./()\[\]-]*\+[0-9 ./()\[\]-]*", re.ASCII)
_NO_PLUS: Final = re.compile(r"[0-9 ./()-]+", re.ASCII)
_NOT_DIGITS: Final = re.compile(r"[^0-9]+")
_MIN_DIGITS: Final = 4
"""With fewer, a candidate may be too short to be parsed at all."""
_MIN_DIGITS_ABROAD: Final = 3
_VALID: Final = phonenumbers.Leniency.VALID
_MAX_TRIES: Final = 20_000
"""Well below the 65,535 failed tries after which the matcher gives a text up."""
_NO_REGIONS: Final[frozenset[str]] = frozenset()


class _Span(NamedTuple):
    """Where a number stands; what the recognizer reads of a match."""

    start: int
    end: int


class _Try(NamedTuple):
    """A part of a candidate that the matcher tries.

    Attributes:
        span: Where it stands.
        text: The part.
        regions: The regions in which it may be a number.
        is_settled: Whether it is a number in all of them.
    """

    span: _Span
    text: str
    regions: frozenset[str]
    is_settled: bool


class _Candidate(NamedTuple):
    """A stretch that the matcher tries.

    Attributes:
        start: Where it starts.
        end: Where the search goes on if nothing is found in it.
        tries: Its parts that may be a number somewhere, in the order in which they are tried.
        regions: The regions in which one of them may be.
    """

    start: int
    end: int
    tries: list[_Try]
    regions: frozenset[str]


class _Candidates:
    """What may be a phone number in a text, for all regions."""

    def __init__(self, text: str, regions: tuple[str, ...], leniency: int) -> None:
        self.text = text
        self.tries = 0
        self._leniency = leniency
        self._asked = tuple(dict.fromkeys(regions))
        self._reads_all = leniency == _VALID and all(map(plan, self._asked))
        self._skips = text.isascii() and all(
            read is not None and read.least > _MOST_FEW for read in map(plan, self._asked)
        )
        self._all = frozenset(regions)
        self._any = phonenumbers.PhoneNumberMatcher("", None, leniency=leniency)
        self._matchers: dict[str, Any] = {}
        self._regions: dict[str, frozenset[str]] = {}
        self._parsed: dict[tuple[str, _Try], bool] = {}
        self._from: dict[int, _Candidate | None] = {}
        self._chain: list[_Candidate] = []
        index = 0
        while (candidate := self._next(index)) is not None and self.tries < _MAX_TRIES:
            self._chain.append(candidate)
            index = candidate.end
        self._starts = [candidate.start for candidate in self._chain]

    def spans(self, region: str) -> Iterator[_Span]:
        """Yield what the matcher finds in the text for a region."""
        wanted = [candidate for candidate in self._chain if region in candidate.regions]
        if not wanted:
            return
        index = 0
        while (candidate := self._next(index)) is not None:
            if self._is_on_chain(candidate):  # nothing is found in what no wanted candidate holds
                place = bisect_left(wanted, candidate.start, key=lambda c: c.start)
                if place == len(wanted):
                    return
                candidate = wanted[place]
            span = self._first_number(candidate, region)
            if span is not None:
                yield span
            index = candidate.end if span is None else span.end

    def _is_on_chain(self, candidate: _Candidate) -> bool:
        """Say whether the search from the beginning comes to a candidate too."""
        place = bisect_left(self._starts, candidate.start)
        return place < len(self._chain) and self._chain[place] == candidate

    def _first_number(self, candidate: _Candidate, region: str) -> _Span | None:
        for tried in candidate.tries:
            if region in tried.regions and (tried.is_settled or self._parses(tried, region)):
                return tried.span
        return None

    def _parses(self, tried: _Try, region: str) -> bool:
        known = self._parsed.get((region, tried))
        if known is None:
            matcher = self._matchers.get(region)
            if matcher is None:
                made: Any = phonenumbers.PhoneNumberMatcher(
                    self.text, region, leniency=self._leniency
                )
                matcher = self._matchers[region] = made
            found = matcher._parse_and_verify(tried.text, tried.span.start)
            known = self._parsed[region, tried] = found is not None
        return known

    def _next(self, index: int) -> _Candidate | None:
        """Return the first candidate from an index on."""
        if index not in self._from:
            start, digit = self._skip(index)
            match = digit and _PATTERN.search(self.text, max(start, digit.start() - _MAX_LEAD))
            self._from[index] = match and self._candidate(
                match.start(), _cut(_SECOND_NUMBER, match[0])
            )
        return self._from[index]

    def _skip(self, index: int) -> tuple[int, re.Match[str] | None]:
        """Return where to search from an index on, and the first digit there.

        A few digits between letters are candidates too, and most of all that there are in a key or
        a hash; they are counted and passed over.
        """
        digit = _DIGIT.search(self.text, index)
        while digit and self._skips and (few := _FEW.match(self.text, digit.start())):
            self.tries += 1
            index = few.end()
            digit = _DIGIT.search(self.text, index)
        return index, digit

    def _candidate(self, start: int, text: str) -> _Candidate:
        """Walk as ``PhoneNumberMatcher._extract_match`` walks if nothing is a number."""
        self.tries += 1
        end = start + len(text)
        tries: list[_Try] = []
        if text.isascii() and text.isdigit():
            self._try(tries, start, text)
        elif not (_DATES.search(text) or self._is_time_stamp(text, end)):
            self._try(tries, start, text)
            for inner in _INNER:
                group = inner.search(text)
                if group:
                    self.tries += 1
                    self._try(tries, start, _cut(_UNWANTED_END, text[: group.start()]))
                while group:
                    self.tries += 1
                    self._try(tries, start + group.start(1), _cut(_UNWANTED_END, group[1]))
                    group = inner.search(text, group.start() + 1)
        return _Candidate(start, end, tries, _NO_REGIONS.union(*(t.regions for t in tries)))

    def _is_time_stamp(self, text: str, end: int) -> bool:
        return bool(_TIME_STAMPS.search(text) and _TIME_STAMPS_SUFFIX.match(self.text, end))

    def _try(self, tries: list[_Try], start: int, text: str) -> None:
        """Add a part to what is tried, if it may be a number somewhere."""
        if not _DIGIT.search(text):
            return
        regions, is_settled = self._all, False
        with suppress(Unreadable, phonenumbers.NumberParseException):
            if _PLAIN.fullmatch(text):
                digits = _NOT_DIGITS.sub("", text)
                regions = self._regions_of(digits)
                is_settled = self._reads_all and len(digits) >= _MIN_DIGITS
            elif text.isascii():
                regions, is_settled = self._regions_with_signs(text)
        if regions and self._stands_free(text, start):
            tries.append(_Try(_Span(start, start + len(text)), text, regions, is_settled))

    def _regions_of(self, digits: str) -> frozenset[str]:
        """Return the regions in which digits are, or may be, a valid number."""
        regions = self._regions.get(digits)
        if regions is None:
            regions = self._regions[digits] = self._read(digits, digits)
        return regions

    def _read(self, digits: str, written: str) -> frozenset[str]:
        asked = readers(self._asked, len(digits), digits[:HEAD])
        if not asked:
            return _NO_REGIONS
        return frozenset(
            [name for name, read in asked if read is None or read.is_number(digits, written)]
        )

    def _regions_with_signs(self, text: str) -> tuple[frozenset[str], bool]:
        """Return the regions for digits and more, and whether that is settled."""
        if _WITH_PLUS.fullmatch(text):
            return self._regions_abroad(_NOT_DIGITS.sub("", text))
        number = _WITHOUT_EXTENSION(_TO_PARSE(text))[1]
        digits = _NOT_DIGITS.sub("", number)
        if _PLAIN.fullmatch(number):
            return self._read(digits, _NOT_DIGITS.sub("", text)), False
        if _WITH_PLUS.fullmatch(number):
            return self._regions_abroad(digits)[0], False
        return self._all, False

    def _regions_abroad(self, digits: str) -> tuple[frozenset[str], bool]:
        """Return the regions for digits behind a plus sign, and whether that is settled."""
        if len(digits) < _MIN_DIGITS_ABROAD:
            return _NO_REGIONS, True
        if not country_code(digits):  # then `phonenumbers` reads them without the plus sign
            return self._all, False
        known = "+" + digits
        regions = self._regions.get(known)
        if regions is None:
            regions = self._all if is_international(digits) else _NO_REGIONS
            self._regions[known] = regions
        return regions, self._leniency == _VALID

    def _stands_free(self, candidate: str, offset: int) -> bool:
        """Say what ``PhoneNumberMatcher._parse_and_verify`` asks before it parses."""
        if not _BRACKETS.fullmatch(candidate) or _PUB_PAGES.search(candidate):
            return False
        around = [self.text[offset - 1]] if offset and not _LEAD.match(candidate) else []
        around += self.text[offset + len(candidate) : offset + len(candidate) + 1]
        return not any(
            self._any._is_invalid_punctuation_symbol(char) or self._any._is_latin_letter(char)
            for char in around
        )


def _cut(pattern: Any, text: str) -> str:
    match = pattern.search(text)
    return text[: match.start()] if match else text


def find_phones(recognizer: Any, text: str, artifacts: Any) -> list[RecognizerResult]:
    """Return what ``PhoneRecognizer.analyze`` returns."""
    regions = tuple(recognizer.supported_regions)
    candidates = _Candidates(text, regions, recognizer.leniency)
    if candidates.tries >= _MAX_TRIES:  # where the matcher gives up, only it does as it does
        found: list[RecognizerResult] = recognizer.analyze(text, recognizer.supported_entities)
        return found
    if not getattr(artifacts, "explained", True):
        spans = dict.fromkeys(span for region in regions for span in candidates.spans(region))
        results = [_result(recognizer, span) for span in spans]
    else:
        results = list(_explained(recognizer, candidates, regions, artifacts))
    return without_duplicates(results)


def _result(recognizer: Any, span: _Span) -> RecognizerResult:
    return RecognizerResult(
        entity_type=recognizer.supported_entities[0],
        start=span.start,
        end=span.end,
        score=recognizer.SCORE,
        recognition_metadata={
            RecognizerResult.RECOGNIZER_NAME_KEY: recognizer.name,
            RecognizerResult.RECOGNIZER_IDENTIFIER_KEY: recognizer.id,
        },
    )


def _explained(
    recognizer: Any, candidates: _Candidates, regions: tuple[str, ...], artifacts: Any
) -> Iterator[RecognizerResult]:
    """Yield results that say for which region a number was found, as Presidio says it."""
    known: set[_Span] = set()
    origins: dict[str, Any] = {}
    for region in regions:
        origin: Any = region
        for span in candidates.spans(region):
            shown = candidates.text[span.start : span.end]
            if not _NO_PLUS.fullmatch(shown):  # without one, a number does not say its country
                with suppress(phonenumbers.NumberParseException):
                    if shown not in origins:
                        number = phonenumbers.parse(shown)
                        origins[shown] = phonenumbers.region_code_for_number(number)
                    origin = origins[shown]
            if span not in known:  # of equal results Presidio keeps the first
                known.add(span)
                yield recognizer._get_recognizer_result(span, candidates.text, origin, artifacts)
