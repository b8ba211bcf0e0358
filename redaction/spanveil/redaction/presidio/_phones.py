"""Presidio's phone recognizer, with the search for candidates done once for all regions.

``phonenumbers`` looks through the text anew for each region and parses every candidate there. Here
the candidates and what is tried of them are found once, and a region parses only what one of its
valid numbers may stand in: a necessary condition, read from the metadata of ``phonenumbers``. What
is parsed goes through its own code.
"""

import re
from bisect import bisect_left
from contextlib import suppress
from functools import cache
from typing import Any, Final, NamedTuple

import phonenumbers
from phonenumbers import phonenumbermatcher as matching
from phonenumbers import phonenumberutil
from phonenumbers.phonemetadata import PhoneMetadata
from presidio_analyzer import EntityRecognizer, RecognizerResult

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
_VERIFY: Final[Any] = vars(matching)["_verify"]
_STRIP_PREFIX: Final[Any] = vars(phonenumberutil)["_maybe_strip_national_prefix_carrier_code"]
_MATCHES: Final[Any] = vars(phonenumberutil)["_match_national_number"]
_TEST_LENGTH: Final[Any] = vars(phonenumberutil)["_test_number_length"]
_TOO_SHORT: Final = (
    phonenumbers.ValidationResult.TOO_SHORT,
    phonenumbers.ValidationResult.IS_POSSIBLE_LOCAL_ONLY,
    phonenumbers.ValidationResult.INVALID_LENGTH,
)

_PLAIN: Final = re.compile(r"[0-9 ./()\[\]-]+", re.ASCII)
"""A candidate without a plus sign, an extension or anything else that steers the parser."""
_NO_PLUS: Final = re.compile(r"[0-9 ./()-]+", re.ASCII)
_NOT_DIGITS: Final = re.compile(r"[^0-9]+")
_TYPES: Final = (
    *("fixed_line", "mobile", "toll_free", "premium_rate", "shared_cost"),
    *("personal_number", "voip", "pager", "uan", "voicemail"),
)
_MAX_TRIES: Final = 20_000
"""Well below the 65,535 failed tries after which the matcher gives a text up."""
_MIN_DIGITS: Final = 2
_MAX_DIGITS: Final = 17
"""The lengths of a national number within which ``phonenumbers`` reads one."""


_NO_REGIONS: Final[frozenset[str]] = frozenset()


class _Region(NamedTuple):
    lengths: tuple[int, ...]
    valid: re.Pattern[str]
    abroad: re.Pattern[str]
    max_prefix: int


@cache
def _region(name: str) -> _Region | None:
    """Return what a valid number of a region's country code must look like; ``None``: unknown."""
    metadata: Any = PhoneMetadata.metadata_for_region(name, None)
    if metadata is None or metadata.country_code is None:
        return None
    # The parser strips prefixes by the rules of the region or of its country code's main one.
    main: Any = PhoneMetadata.metadata_for_region(_main_region(metadata.country_code), None)
    if not all(_keeps_an_end(parsing) for parsing in (metadata, main)):
        return None
    lengths: set[int] = set()
    patterns: list[str] = []
    for sibling_name in phonenumbers.COUNTRY_CODE_TO_REGION_CODE[metadata.country_code]:
        sibling: Any = PhoneMetadata.metadata_for_region(sibling_name, None)
        if not sibling.general_desc.possible_length:
            return None
        lengths |= set(sibling.general_desc.possible_length)
        kinds = [getattr(sibling, kind) for kind in _TYPES]
        patterns += [k.national_number_pattern for k in kinds if k and k.national_number_pattern]
    widest = max(_width(parsing.national_prefix_for_parsing or "") for parsing in (metadata, main))
    return _Region(
        tuple(sorted(lengths)),
        re.compile("|".join(f"(?:{p})" for p in dict.fromkeys(patterns))),
        re.compile(metadata.international_prefix or "(?!)"),
        len(str(metadata.country_code)) + 2 * widest,
    )


def _keeps_an_end(metadata: Any) -> bool:
    """Say whether the national number is always an end of the digits that were written.

    A rule that writes a national prefix anew may write digits that stand nowhere in the text.
    """
    rule = metadata.national_prefix_transform_rule
    prefix = metadata.national_prefix_for_parsing or ""
    return not rule or (rule == "\\2" and prefix.endswith("(\\d{10,11}))?"))


def _main_region(country_code: int) -> str:
    return str(phonenumbers.region_code_for_country_code(country_code))


def _width(pattern: str) -> int:
    from importlib import import_module

    parser: Any = import_module("re._parser")
    return min(int(parser.parse(pattern).getwidth()[1]), _MAX_DIGITS)


@cache
def _grouped(names: tuple[str, ...]) -> list[tuple[_Region | None, frozenset[str]]]:
    """Return regions by their rules, which the United States and Canada have in common."""
    groups: dict[_Region | None, set[str]] = {}
    for name in names:
        groups.setdefault(_region(name), set()).add(name)
    return [(rules, frozenset(group)) for rules, group in groups.items()]


def _may_be_valid(digits: str, region: _Region | None) -> bool:
    """Say whether digits may end in a valid number of a region."""
    if region is None or region.abroad.match(digits):
        return True
    size = len(digits)
    return any(
        0 <= size - length <= region.max_prefix and region.valid.fullmatch(digits, size - length)
        for length in region.lengths
    )


class _Candidate(NamedTuple):
    """A stretch that the matcher tries.

    Attributes:
        start: Where it starts.
        end: Where the search goes on if nothing is found in it.
        text: What is tried.
        regions: The regions in which a part of it may be a number.
    """

    start: int
    end: int
    text: str
    regions: frozenset[str]


class _Candidates:
    """What may be a phone number in a text, for all regions."""

    def __init__(self, text: str, regions: tuple[str, ...]) -> None:
        self.text = text
        self._all = frozenset(regions)
        self._rules = _grouped(regions)
        self.tries = 0
        self.abroad: dict[tuple[int, str], Any] = {}
        self.stands_free: dict[tuple[int, str], bool] = {}
        self._valid: dict[str, frozenset[str]] = {}
        self._from: dict[int, _Candidate | None] = {}
        self.chain: list[_Candidate] = []
        index = 0
        while (candidate := self.next(index)) is not None and self.tries < _MAX_TRIES:
            self.chain.append(candidate)
            index = candidate.end
        self.starts = [candidate.start for candidate in self.chain]

    def next(self, index: int) -> _Candidate | None:
        """Return the first candidate from an index on."""
        if index not in self._from:
            match = _PATTERN.search(self.text, index)
            self._from[index] = match and self._candidate(
                match.start(), _cut(_SECOND_NUMBER, match[0])
            )
        return self._from[index]

    def regions_of(self, digits: str) -> frozenset[str]:
        """Return the regions in which digits may be a valid number."""
        regions = self._valid.get(digits)
        if regions is None:
            fit = [names for rules, names in self._rules if _may_be_valid(digits, rules)]
            regions = self._valid[digits] = _NO_REGIONS.union(*fit)
        return regions

    def _candidate(self, start: int, text: str) -> _Candidate:
        """Walk as ``PhoneNumberMatcher._extract_match`` walks if nothing is a number."""
        self.tries += 1
        end = start + len(text)
        regions = self._may_stand_in(text)
        if text.isascii() and text.isdigit():
            return _Candidate(start, end, text, regions)
        follows = _TIME_STAMPS_SUFFIX.match(self.text, end)
        if _DATES.search(text) or (follows and _TIME_STAMPS.search(text)):
            return _Candidate(start, end, text, frozenset())
        for inner in _INNER:
            group = inner.search(text)
            if group:
                self.tries += 1
                regions |= self._may_stand_in(_cut(_UNWANTED_END, text[: group.start()]))
            while group:
                self.tries += 1
                regions |= self._may_stand_in(_cut(_UNWANTED_END, group[1]))
                group = inner.search(text, group.start() + 1)
        return _Candidate(start, end, text, regions)

    def _may_stand_in(self, candidate: str) -> frozenset[str]:
        if _PLAIN.fullmatch(candidate):
            return self.regions_of(_NOT_DIGITS.sub("", candidate))
        return self._all if candidate else _NO_REGIONS


def _cut(pattern: Any, text: str) -> str:
    match = pattern.search(text)
    return text[: match.start()] if match else text


class _Matcher(phonenumbers.PhoneNumberMatcher):
    """The matcher of ``phonenumbers`` over shared candidates."""

    def __init__(self, candidates: _Candidates, region: str, leniency: int) -> None:
        super().__init__(candidates.text, region, leniency=leniency)
        self._region = region
        self._candidates = candidates
        self._wanted = [c for c in candidates.chain if region in c.regions]

    def _find(self, index: int) -> Any:
        candidates = self._candidates
        while (candidate := candidates.next(index)) is not None:
            on_chain = _is_on(candidates, candidate)
            if on_chain:  # nothing is found in what no wanted candidate holds
                place = bisect_left(self._wanted, candidate.start, key=lambda c: c.start)
                if place == len(self._wanted):
                    return None
                candidate = self._wanted[place]
            if self._region in candidate.regions:
                match = self._extract_match(candidate.text, candidate.start)
                if match is not None:
                    return match
            index = candidate.end
        return None

    def _parse_and_verify(self, candidate: str, offset: int) -> Any:
        candidates = self._candidates
        if _PLAIN.fullmatch(candidate):
            digits = _NOT_DIGITS.sub("", candidate)
            if self._region not in candidates.regions_of(digits):
                return None
            if (number := _parse_plain(digits, self._region)) is not None:
                return self._verify_plain(candidate, offset, number)
        elif _names_its_country(candidate):
            known = (offset, candidate)
            if known not in candidates.abroad:
                candidates.abroad[known] = super()._parse_and_verify(candidate, offset)
            return candidates.abroad[known]
        return super()._parse_and_verify(candidate, offset)

    def _verify_plain(self, candidate: str, offset: int, number: Any) -> Any:
        """Go on as ``PhoneNumberMatcher._parse_and_verify`` does around its call of ``parse``."""
        places = self._candidates.stands_free
        place = (offset, candidate)
        if place not in places:
            places[place] = self._stands_free(candidate, offset)
        if not places[place] or not _VERIFY(self.leniency, number, candidate, self):
            return None
        return phonenumbers.PhoneNumberMatch(offset, candidate, number)

    def _stands_free(self, candidate: str, offset: int) -> bool:
        if not _BRACKETS.fullmatch(candidate) or _PUB_PAGES.search(candidate):
            return False
        around = [self.text[offset - 1]] if offset and not _LEAD.match(candidate) else []
        around += self.text[offset + len(candidate) : offset + len(candidate) + 1]
        return not any(
            self._is_invalid_punctuation_symbol(char) or self._is_latin_letter(char)
            for char in around
        )


def _parse_plain(digits: str, region: str) -> Any:
    """Return what ``phonenumbers.parse`` makes of bare digits, ``None`` where it must say itself.

    Two thirds of its time go to questions that bare digits answer: is there a plus sign, an
    extension, a letter, a digit of another script.
    """
    rules = _region(region)
    metadata: Any = PhoneMetadata.metadata_for_region(region, None)
    if rules is None or len(digits) < 4 or rules.abroad.match(digits):
        return None
    national, source = digits, phonenumbers.CountryCodeSource.FROM_DEFAULT_COUNTRY
    code = str(metadata.country_code)
    if digits.startswith(code):
        stripped = _STRIP_PREFIX(digits[len(code) :], metadata)[1]
        whole = _MATCHES(digits, metadata.general_desc, False)
        if (not whole and _MATCHES(stripped, metadata.general_desc, False)) or (
            _TEST_LENGTH(digits, metadata) == phonenumbers.ValidationResult.TOO_LONG
        ):
            national = stripped
            source = phonenumbers.CountryCodeSource.FROM_NUMBER_WITHOUT_PLUS_SIGN
            metadata = PhoneMetadata.metadata_for_region(_main_region(metadata.country_code), None)
    if len(national) < _MIN_DIGITS:
        return None
    stripped = _STRIP_PREFIX(national, metadata)[1]
    if _TEST_LENGTH(stripped, metadata) not in _TOO_SHORT:
        national = stripped
    if not _MIN_DIGITS <= len(national) <= _MAX_DIGITS:
        return None
    number = phonenumbers.PhoneNumber(
        country_code=int(code),
        national_number=int(national),
        country_code_source=source,
        raw_input=digits,
    )
    zeros = len(national) - len(national[:-1].lstrip("0") + national[-1])
    if zeros:
        number.italian_leading_zero = True
        number.number_of_leading_zeros = zeros if zeros > 1 else None
    return number


def _is_on(candidates: _Candidates, candidate: _Candidate) -> bool:
    """Say whether the search from the beginning comes to a candidate too."""
    place = bisect_left(candidates.starts, candidate.start)
    return place < len(candidates.chain) and candidates.chain[place] == candidate


def _names_its_country(candidate: str) -> bool:
    """Say whether a number is parsed alike for all regions: a plus sign and a known code."""
    if not candidate.startswith("+"):
        return False
    digits = _NOT_DIGITS.sub("", candidate[:12]) if candidate.isascii() else ""
    return any(
        int(digits[:size]) in phonenumbers.COUNTRY_CODE_TO_REGION_CODE
        for size in (1, 2, 3)
        if len(digits) > size and digits[0] != "0"
    )


def find_phones(recognizer: Any, text: str, artifacts: Any) -> list[RecognizerResult]:
    """Return what ``PhoneRecognizer.analyze`` returns."""
    regions = tuple(recognizer.supported_regions)
    results: list[RecognizerResult] = []
    candidates = _Candidates(text, regions)
    if candidates.tries >= _MAX_TRIES:  # where the matcher gives up, only it does as it does
        found: list[RecognizerResult] = recognizer.analyze(text, recognizer.supported_entities)
        return found
    origins: dict[str, Any] = {}
    for region in regions:
        origin: Any = region
        for match in _Matcher(candidates, region, recognizer.leniency):
            shown = text[match.start : match.end]
            if not _NO_PLUS.fullmatch(shown):  # without one, a number does not say its country
                with suppress(phonenumbers.NumberParseException):
                    if shown not in origins:
                        number = phonenumbers.parse(shown)
                        origins[shown] = phonenumbers.region_code_for_number(number)
                    origin = origins[shown]
            results.append(recognizer._get_recognizer_result(match, text, origin, artifacts))
    return EntityRecognizer.remove_duplicates(results)
