"""What ``phonenumbers`` says of bare digits, with every question that it asks compiled once.

For each region that it is asked about, ``phonenumbers`` builds a number from the digits, tries the
country's kinds of numbers one after the other, and looks its patterns up by their text each time.
Here the same metadata is read once for a region: a pattern for all kinds, and what else is asked.
No rule of a country stands in this module, and what is not understood is left to ``phonenumbers``.
"""

import importlib
import re
from functools import cache, lru_cache
from typing import Any, Final, NamedTuple

import regex
from phonenumbers import COUNTRY_CODE_TO_REGION_CODE, phonenumberutil
from phonenumbers.phonemetadata import PhoneMetadata

_FIRST_GROUP_ONLY: Final[Any] = vars(phonenumberutil)["_formatting_rule_has_first_group_only"]
_KINDS: Final = (
    *("fixed_line", "toll_free", "premium_rate", "shared_cost", "voip"),
    *("personal_number", "pager", "uan", "voicemail"),
)
_MIN_DIGITS: Final = 2
_MAX_DIGITS: Final = 17
"""The lengths of a national number within which ``phonenumbers`` reads one."""
_MAX_CODE: Final = 3
HEAD: Final = 3
"""How many of the first digits are looked at before all others."""
_SHORTENS: Final = re.compile(r"(?:[\\$][1-9])?")
"""A rule that writes a part of what was written, or none."""
_MAX_HEADS: Final = 20_000
_BACK_REFERENCE: Final = re.compile(r"\\[1-9]|\(\?P")


class Unreadable(Exception):
    """Raised for metadata that is not of the form that is read here."""


class _Format(NamedTuple):
    """How a country writes numbers of a form, and whether they need the national prefix."""

    leading: re.Pattern[str] | None
    pattern: re.Pattern[str]
    needs_prefix: bool


class Plan:
    """How the numbers of a region, or of the main one of a country code, are read.

    Args:
        metadata: The region's metadata.

    Attributes:
        code: The country code.
        least: How many digits a number has at the least.

    Raises:
        Unreadable: If it is not of a form that is read here.
    """

    def __init__(self, metadata: Any) -> None:
        general = metadata.general_desc
        if not metadata.country_code or not (general and general.possible_length):
            raise Unreadable
        self.code = str(metadata.country_code)
        self._general = re.compile(general.national_number_pattern or "(?!)")
        self._lengths = frozenset(general.possible_length)
        self._longest = general.possible_length[-1]
        self._local = frozenset(general.possible_length_local_only)
        self._abroad = re.compile(metadata.international_prefix or "(?!)")
        self._prefix = re.compile(metadata.national_prefix_for_parsing or "(?!)")
        self._rule: str = metadata.national_prefix_transform_rule or ""
        self._formats = [
            _Format(
                re.compile(written.leading_digits_pattern[-1])
                if written.leading_digits_pattern
                else None,
                re.compile(written.pattern),
                bool(written.national_prefix_formatting_rule)
                and not written.national_prefix_optional_when_formatting
                and not _FIRST_GROUP_ONLY(written.national_prefix_formatting_rule),
            )
            for written in metadata.number_format
        ]
        # What a valid number may have lost on the way from what was written.
        stripped = len(self.code) + 2 * _width(metadata.national_prefix_for_parsing or "")
        lengths = _lengths_of(metadata.country_code)
        # A rule may write a prefix anew, and so make a number longer than what was written.
        self.least = min(lengths) if _SHORTENS.fullmatch(self._rule) else _MIN_DIGITS
        self._sizes = frozenset(range(self.least, max(lengths) + stripped + 1))
        self._may_begin_abroad = _may_begin(self._abroad.pattern)
        self._may_begin_prefix = _may_begin(self._prefix.pattern)

    def may_read(self, size: int, head: str) -> bool:
        """Say whether digits may be a number, by the first three and how many there are."""
        if _may_match(self._abroad.pattern, head):
            return True
        if _may_match(self._prefix.pattern, head) or head.startswith(self.code[:HEAD]):
            return size in self._sizes
        # Nothing is in front of the national number.
        return size in self._sizes and _may_be_valid(int(self.code), size, head)

    def is_number(self, digits: str, written: str) -> bool:
        """Say whether ``phonenumbers`` finds a valid number in digits that somebody here dials.

        Args:
            digits: The digits.
            written: All digits that were written, those of an extension included.

        Raises:
            Unreadable: If only ``phonenumbers`` can say.
        """
        abroad = digits[:1] in self._may_begin_abroad and self._abroad.match(digits)
        # No country code begins with a zero.
        if abroad and digits[abroad.end() : abroad.end() + 1] != "0":
            return is_international(digits[abroad.end() :])
        main = _main_plan(int(self.code))
        if digits.startswith(self.code):
            rest = self._strip(digits[len(self.code) :])[0]
            whole = self._general.fullmatch(digits)
            if (not whole and self._general.fullmatch(rest)) or self._is_too_long(digits):
                return main.is_national(rest)
        national = self._national(digits)
        if national is None or not _is_valid(int(self.code), national):
            return False
        return not main._needs_prefix(national) or main._strip(written)[1]

    def is_national(self, digits: str) -> bool:
        """Say whether a valid number follows a country code."""
        national = self._national(digits)
        return national is not None and _is_valid(int(self.code), national)

    def _national(self, digits: str) -> str | None:
        """Return the national number in digits without a country code."""
        if len(digits) < _MIN_DIGITS:
            return None
        stripped = self._strip(digits)[0]
        size = len(stripped)
        if size not in self._local and (size in self._lengths or size > self._longest):
            digits = stripped
        return digits if _MIN_DIGITS <= len(digits) <= _MAX_DIGITS else None

    def _is_too_long(self, digits: str) -> bool:
        return len(digits) not in self._local and len(digits) > self._longest

    def _strip(self, digits: str) -> tuple[str, bool]:
        """Return digits without a national prefix, and whether there was one."""
        match = digits[:1] in self._may_begin_prefix and self._prefix.match(digits)
        if not match:
            return digits, False
        # Without a group of the prefix there is nothing that a rule could write.
        if not self._rule or not match.re.groups or match[match.re.groups] is None:
            stripped = digits[match.end() :]
        else:
            stripped = self._prefix.sub(self._rule, digits, count=1)
        if self._general.fullmatch(digits) and not self._general.fullmatch(stripped):
            return digits, False
        return stripped, True

    def _needs_prefix(self, national: str) -> bool:
        for written in self._formats:
            if (written.leading is None or written.leading.match(national)) and (
                written.pattern.fullmatch(national)
            ):
                return written.needs_prefix
        return False


def is_international(digits: str) -> bool:
    """Say whether digits behind a plus sign, or what stands for it, are a valid number.

    Args:
        digits: The country code and the number. It must be a code that there is, for else
            ``phonenumbers`` reads what stands behind a plus sign as a number of the region.

    Raises:
        Unreadable: If only ``phonenumbers`` can say.
    """
    code = country_code(digits)
    if not code:
        return False
    return _main_plan(code).is_national(digits[len(str(code)) :])


def country_code(digits: str) -> int:
    """Return the country code that digits begin with, 0 if there is none or nothing behind it."""
    if len(digits) <= _MIN_DIGITS or digits[0] == "0":
        return 0
    codes = (int(digits[:size]) for size in range(1, _MAX_CODE + 1))
    return next((code for code in codes if code in COUNTRY_CODE_TO_REGION_CODE), 0)


@cache
def plan(region: str) -> Plan | None:
    """Return how a region's numbers are read; ``None`` if only ``phonenumbers`` can say."""
    metadata: Any = PhoneMetadata.metadata_for_region(region, None)
    try:
        made = None if metadata is None else Plan(metadata)
        if made is not None:
            _main_plan(int(made.code))
    except Unreadable:
        return None
    return made


@lru_cache(_MAX_HEADS)
def readers(regions: tuple[str, ...], size: int, head: str) -> tuple[tuple[str, Plan | None], ...]:
    """Return the regions in which so many digits that begin so may be a number.

    Nothing is remembered of a number but that.

    Args:
        regions: The regions that are asked about.
        size: How many digits there are.
        head: The first of them, at most ``HEAD``.

    Returns:
        Each with its plan, which is ``None`` if only ``phonenumbers`` can say.
    """
    plans = [(region, plan(region)) for region in regions]
    return tuple((name, read) for name, read in plans if read is None or read.may_read(size, head))


def _may_be_valid(code: int, size: int, head: str) -> bool:
    """Say whether a valid national number of a size may begin so."""
    if size not in _lengths_of(code):
        return False
    return any(
        (not kind.possible_length or size in kind.possible_length)
        and _may_match(kind.national_number_pattern, head)
        for region in COUNTRY_CODE_TO_REGION_CODE[code]
        for kind in _kinds(_metadata(code, region))
        if kind is not None and kind.national_number_pattern
    )


@cache
def _main_plan(code: int) -> Plan:
    regions = COUNTRY_CODE_TO_REGION_CODE[code]
    metadata = _metadata(code, regions[0])
    if metadata is None or metadata.id != regions[0]:
        raise Unreadable
    for region in regions:
        _kinds_of(code, region)
    return Plan(metadata)


@cache
def _lengths_of(code: int) -> frozenset[int]:
    """Return the lengths that a valid number behind a country code may have."""
    lengths: set[int] = set()
    for region in COUNTRY_CODE_TO_REGION_CODE[code]:
        lengths |= set(_metadata(code, region).general_desc.possible_length)
    return frozenset(lengths)


def _is_valid(code: int, national: str) -> bool:
    """Say what ``phonenumbers.is_valid_number`` says: the first region that claims it decides."""
    if len(national) not in _lengths_of(code):
        return False
    regions = COUNTRY_CODE_TO_REGION_CODE[code]
    for region in regions:
        leading = _leading(code, region) if len(regions) > 1 else None
        if leading is None:
            if _valid(code, region).fullmatch(national):
                return True
        elif leading.match(national):
            return bool(_valid(code, region).fullmatch(national))
    return False


@cache
def _leading(code: int, region: str) -> re.Pattern[str] | None:
    digits = _metadata(code, region).leading_digits
    return None if digits is None else re.compile(digits)


@cache
def _valid(code: int, region: str) -> re.Pattern[str]:
    """Return what a region's valid numbers are like, of whatever kind."""
    return re.compile(_kinds_of(code, region))


def _kinds_of(code: int, region: str) -> str:
    metadata = _metadata(code, region)
    if metadata is None or not metadata.general_desc.national_number_pattern:
        raise Unreadable
    known = dict.fromkeys(map(_of_kind, _kinds(metadata)))
    written = f"(?={_of_kind(metadata.general_desc)}\\Z)(?:{'|'.join(filter(None, known))})"
    if _BACK_REFERENCE.search(written):
        raise Unreadable
    return written


def _kinds(metadata: Any) -> list[Any]:
    """Return what is said of each kind of a region's numbers."""
    kinds = [getattr(metadata, kind) for kind in _KINDS]
    return kinds if metadata.same_mobile_and_fixed_line_pattern else [*kinds, metadata.mobile]


def _of_kind(kind: Any) -> str:
    if kind is None or not kind.national_number_pattern:
        return ""
    sizes = "|".join(rf"\d{{{size}}}" for size in kind.possible_length if size > 0)
    if not sizes and kind.possible_length:
        return ""
    ahead = rf"(?=(?:{sizes})\Z)" if sizes else ""
    return f"(?:{ahead}(?:{kind.national_number_pattern}))"


def _metadata(code: int, region: str) -> Any:
    metadata: Any = PhoneMetadata.metadata_for_region_or_calling_code(code, region)
    return metadata


def _may_begin(pattern: str) -> frozenset[str]:
    """Return the digits with which something that a pattern matches may begin."""
    return frozenset(digit for digit in "0123456789" if _may_match(pattern, digit))


def _may_match(pattern: str, head: str) -> bool:
    """Say whether a pattern matches anything that begins so."""
    return regex.match(pattern, head, partial=True) is not None


def _width(pattern: str) -> int:
    parser: Any = importlib.import_module("re._parser")
    return min(int(parser.parse(pattern).getwidth()[1]), _MAX_DIGITS)
