"""Runs of digits that say by their form alone what they are: cards, phones, social security."""

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from typing import Final

from spanveil.redaction.detection import _checksums as check
from spanveil.redaction.detection._finding import Finding, found_at

NUMBERS: Final = re.compile(
    r"(?:(?<![A-Za-z0-9_+(])(?<!\d[.,-])[+(]{0,2}|(?<=[A-Za-z_]\()(?=\d{9}))\d(?:[ .()/\u2011\u2010-]{0,3}\d){8,22}"
    r"(?![A-WYZa-wyz0-9_]|[xX](?![0-9]))(?!\.\d)",
    re.ASCII,
)
# What is counted, sent and sold has numbers in the forms of phones and cards.
_OF_AN_ARTICLE: Final = re.compile(
    r"(?<![^\W_])(?i:ean(?:-?13)?|gtin(?:-?1[234])?|upc|isbn(?:-?1[03])?|issn|jan|asin|sku|[hm]?awb|waybill|tracking|track & trace|consignment|shipment|parcel|lot|batch|part|mpn|hts|article|item|barcode)"
    r"(?i:[ _]?(?:no\.?|number|nr\.?|code|id))?[\\\"' :#=-]{1,8}$"
)
# Nor do medicines, papers and programs have numbers that are dialled, which begin with zeros too.
_OF_A_THING: Final = re.compile(
    r"(?<![^\W_])(?i:ndc|pzn|din|imo|invoice|receipt|order|ticket|p/n|s/n|serial|drug|product|model|version|build|release)"
    r"(?i:[ _]?(?:no\.?|number|nr\.?|code|id))?[\\\"' :#=-]{1,8}$"
)
# A bare word for an identity, which counts where the check digits are right.
_IDENTITY: Final = re.compile(
    r"(?<![A-Za-z])(?i:id|identity|kamazisi|isazisi|citizen)(?: (?:no\.?|number|nr\.?))?[ :#=]{1,3}$"
)
_OF_A_DEVICE: Final = re.compile(
    r"(?<![A-Za-z])(?i:device|handset|phone|mobile|sim|ger\u00e4t|appareil|m\u00f3vil|aparelho|dispositivo|toestel)[\"']?(?: (?:is|id|no\.?))?[ :=#\"']{1,4}$"
)
"""Before an IMEI, which has a check digit."""
_MILLISECONDS: Final = re.compile("1[4-8]")
_EXTENSION: Final = re.compile(r" ?(?:ext\.?|x|extension|#) ?\d{1,6}", re.IGNORECASE)
_EXTENSION_STARTS: Final = frozenset(" eExX#")
_US_PHONE: Final = re.compile(
    r"(?:\+?1[ .-]?)?(?:\([2-9]\d{2}\)[ .-]?|[2-9]\d{2}[ .-])[2-9]\d{2}[ .-]\d{4}"
)
_ONLY_SPACES: Final = re.compile(r"\d{3} \d{3} \d{4}")
_LOOSE_US_PHONE: Final = re.compile(r"(?:\+?1[.-])?(?:\(\d{3}\) ?|\d{3}[.-])\d{3}[.-]\d{4}")
# Turkey's and Russia's trunk digit stands before the area in parentheses: `0(545) 014 43 06`.
_TRUNK_BEFORE: Final = re.compile(r"[08] ?\([2-9]\d{2}\) ?\d{3}[ -]?\d{2}[ -]?\d{2}")
_TRUNK_BEFORE_SHAPE: Final = re.compile(r"0 ?\(000\) ?000[ -]?00[ -]?00")
# An area in parentheses and seven to nine digits in the groups of Poland, Brazil and Mexico
_AREA_PHONE: Final = re.compile(r"\([1-9]\d\) ?(?:\d{3}[ -]\d{2}[ -]\d{2}|9?\d{4}[ -]\d{4})")
_AREA_SHAPE: Final = re.compile(r"\(00\) ?(?:000[ -]00[ -]00|0?0000[ -]0000)")
_TRUNK_PHONE: Final = re.compile(
    r"\(?0\d{1,5}\)?(?:(?:[ -]| ?/ ?)\(?\d{1,8}\)?){1,5}|\(0\d{1,5}\)\d{5,8}"
)
# An area never begins with two zeros, nor every group with one; and five pairs are the most.
_NO_TRUNK: Final = re.compile(r"\(?00|\d\d(?: \d\d){5}|0\d{3}(?: 0\d{3}){2}")
_IS_MINOR: Final = re.compile(r"\s[0-9a-f]{8} [0-9a-f]{2,4}:$")
"""Before the minor number of a device in a map of memory (proc(5)): `00028000 103:02 0165167`."""
_INTERNATIONAL: Final = re.compile(
    r"(?:\+\(?|00)[1-9]\d{0,2}\)?[ .-]?\(?\d(?:[ .()/-]{0,3}\d){5,13}"
)
_INTERNATIONAL_SHAPE: Final = re.compile(_INTERNATIONAL.pattern.replace("[1-9]", "0"))
_SSN: Final = re.compile(r"(?<!\d)(?!000|666)(\d{3})([- ])(?!00)(\d{2})\2(?!0000)(\d{4})(?!\d)")
_SSN_DIGITS: Final = re.compile(r"(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}")
_NHS: Final = re.compile(r"\d{3}([ -])\d{3}\1\d{4}")
_DATEISH: Final = re.compile(
    r"(?:19|20)\d\d[-/. ]\d{1,2}[-/. ]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d"
)
_CARD_GROUPS: Final = re.compile(
    r"\d{12,19}|\d{4}([ -])\d{4}\1\d{4}\1\d{1,7}|\d{4}([ -])\d{6}\2\d{4,5}|\d{4}([ -])(?:\d{4}\3){3}\d{3}"
)
_CARD_IIN: Final = re.compile(
    r"4(?:\d{12}|\d{15}|\d{18})$|5[1-5]\d{14}$|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}$"
    r"|3[47]\d{13}$|3(?:0[0-5]|[689]\d)\d{11}$|6(?:011|5\d\d|4[4-9]\d)\d{12,15}$"
    r"|(?:9792|9860|8600|9704|220[0-4])\d{12}$"  # Troy, Humo, Uzcard, Napas, Mir
    r"|35(?:2[89]|[3-8]\d)\d{12}$|62\d{14,17}$|(?:50|5[6-9]|6\d)\d{10,17}$"
)
_CARD_RUN: Final = re.compile(r"\d{13,19}")
# The same with a zero for every digit.
_DATE_SHAPE: Final = re.compile(r"0000[-/. ]00?[-/. ]0|00?[-/.]00?[-/.]0000")
_SSN_SHAPE: Final = re.compile("000(?:-00-| 00 )0000")
_US_SHAPE: Final = re.compile(r"(?:\+?0[ .-]?)?(?:\(000\)[ .-]?|000[ .-])000[ .-]0000")
_LOOSE_US_SHAPE: Final = re.compile(r"(?:\+?0[.-])?(?:\(000\) ?|000[.-])000[.-]0000")
_PART_SHAPE: Final = re.compile(rf"0{{13}}|\+|{_SSN_SHAPE.pattern}|{_US_SHAPE.pattern}")
_TO_SHAPE: Final = bytes.maketrans(b"123456789", b"000000000")
_SEPARATORS: Final = b" +()./-"
_SHAPES: Final = 4096

UNTOLD_SSN: Final = "US_SSN?"
"""Nine digits that are a social security number if the text has a word for it somewhere."""

BANK: Final = re.compile(
    r"(?<![A-Za-z0-9_./-])(?P<bank>(?:0\d|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2])\d{7}) ?[/|] ?(?P<account>\d{7,17})(?![A-Za-z0-9_./-])",
    re.ASCII,
)
_UUID: Final = re.compile(r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}(?![0-9A-Fa-f])")
_UUID_LENGTH: Final = 36

Judge = Callable[[str, int, int, str], Iterable[Finding] | None]
"""From a text, where a number stands in it and the number to its findings; ``None`` asks the next."""


def number(text: str, match: re.Match[str]) -> Iterable[Finding]:
    """Judge a run of digits and separators; ``UNTOLD_SSN`` is for ``settled`` to decide."""
    start, end = match.span()
    value = match[0]
    first = value[0]
    if first != "0" and value.isdigit():
        return _plain(text, start, end, value)
    while first == "(" and value[0] == "(" and value.count("(") > value.count(")"):
        start += 1
        value = value[1:]
    shape = value.encode("ascii", "replace").translate(_TO_SHAPE)
    for judge in _judges(shape, "0" in value[:2]):
        if (found := judge(text, start, end, value)) is not None:
            # Its first group has eight digits, and each other one a hyphen before it.
            hyphen = text[start + 8 : start + 9] == "-" or text[start - 1 : start] == "-"
            return () if hyphen and _in_uuid(text, start) else found
    return ()


def bank(text: str, match: re.Match[str]) -> Iterable[Finding]:
    """Judge the number of an American bank and an account of it, as a cheque or a payslip has them."""
    if not check.aba(match["bank"]):
        return ()
    return (
        Finding(*match.span("bank"), "ABA_ROUTING_NUMBER", 0.6),
        Finding(*match.span("account"), "US_BANK_NUMBER", 0.6),
    )


def _in_uuid(text: str, start: int) -> bool:
    """Say whether a number is a part of a UUID, one in two thousand of which holds such digits."""
    uuids = _UUID.finditer(text, max(0, start - _UUID_LENGTH), start + _UUID_LENGTH)
    return any(match.start() <= start < match.end() for match in uuids)


def settled(text: str, found: list[Finding]) -> list[Finding]:
    """Return findings with each ``UNTOLD_SSN`` named or dropped.

    The word is looked for once in a text, however many numbers the text holds.
    """
    untold = [place for place, one in enumerate(found) if one[2] is UNTOLD_SSN]
    if untold and ("ssn" in text or "SSN" in text):  # as the head of a table says it
        for place in untold:
            start, end, _, score = found[place]
            found[place] = Finding(start, end, "US_SSN", score)
    elif untold:
        return [one for one in found if one[2] is not UNTOLD_SSN]
    return found


@lru_cache(_SHAPES)
def _judges(shape: bytes, zero: bool) -> tuple[Judge, ...]:
    """Return who may find something in a number of a form, in the order in which they are asked.

    Args:
        shape: The number with a zero for every digit, so that none of it is remembered, and a
            question mark for a separator beyond ASCII.
        zero: Whether one of its first two characters is a zero.
    """
    form = shape.decode()
    size = form.count("0")
    grouped_aadhaar = size == 12 and len(form) == 14 and form[4] in " -"
    rows: tuple[tuple[object, Judge], ...] = (
        (_DATE_SHAPE.match(form), _date),
        (form == "000000-00-0000", _mykad),
        (form == "0-0000-00000-00-0", _thai),
        (13 <= size <= 19 and _CARD_GROUPS.fullmatch(form), _card),
        (_SSN_SHAPE.fullmatch(form), _ssn),
        (_NHS.fullmatch(form), _nhs),
        (grouped_aadhaar, _aadhaar),
        (
            (form[0] == "+" or zero) and _INTERNATIONAL_SHAPE.fullmatch(form),
            _with_country if form[0] == "+" else _international,
        ),
        (_US_SHAPE.fullmatch(form), _us_phone),
        (_LOOSE_US_SHAPE.fullmatch(form), _loose_us_phone),
        (_TRUNK_BEFORE_SHAPE.fullmatch(form), _phone_of(_TRUNK_BEFORE)),
        (_AREA_SHAPE.fullmatch(form), _phone_of(_AREA_PHONE)),
        (
            zero
            and 9 <= size <= 12 + (form[0] == "(" or "/" in form)
            and _TRUNK_PHONE.fullmatch(form),
            _trunk_phone,
        ),
        (zero and len(form) == size == 9, _untold),
        (size > 9 and " " in form, _parts if _PART_SHAPE.search(form) else _abroad),
    )
    return tuple(judge for fits, judge in rows if fits)


def _plain(text: str, start: int, end: int, digits: str) -> Iterable[Finding]:
    """Judge digits without separators: all other kinds have some, or begin with a zero."""
    size = end - start
    if size >= 13:
        valid = size <= 19 and _CARD_IIN.match(digits) and check.luhn(digits)
        if (
            valid
            and size <= 14
            and (
                _OF_AN_ARTICLE.search(text, max(0, start - 24), start)
                or (digits[0] != "4" and check.ean(digits))
            )
        ):
            return ()
        if valid:
            return (found_at((start, end, "CREDIT_CARD", 1.0)),)
        if (
            size == 15
            and check.luhn(digits)
            and _OF_A_DEVICE.search(text, max(0, start - 24), start)
        ):
            return (found_at((start, end, "PERSONAL_ID", 0.7)),)
        if size == 13 and _IDENTITY.search(text, max(0, start - 16), start):
            if _is_short_date(digits) and digits[10] in "01" and check.luhn(digits):
                return (found_at((start, end, "ZA_ID_NUMBER", 0.75)),)
            if check.thai_id(digits) and not _MILLISECONDS.match(digits):
                return (found_at((start, end, "TH_TNIN", 0.7)),)
        return ()
    if size == 9 and _SSN_DIGITS.fullmatch(digits):
        return (found_at((start, end, UNTOLD_SSN, 0.5)),)
    return ()


def _date(text: str, start: int, end: int, value: str) -> Iterable[Finding] | None:
    return () if _DATEISH.match(value) else None


def _mykad(text: str, start: int, end: int, value: str) -> Iterable[Finding] | None:
    """Malaysia's MyKad: the date of birth, the place of birth and four digits."""
    return (found_at((start, end, "NATIONAL_ID", 0.75)),) if _is_short_date(value) else None


def _thai(text: str, start: int, end: int, value: str) -> Iterable[Finding] | None:
    """Thailand's identity number as cards show it."""
    return (found_at((start, end, "TH_TNIN", 0.75)),)


def _is_short_date(digits: str) -> bool:
    """Say whether digits begin with a year of two, a month and a day."""
    return 1 <= int(digits[2:4]) <= 12 and 1 <= int(digits[4:6]) <= 31


def _card(text: str, start: int, end: int, value: str) -> Iterable[Finding] | None:
    digits = _digits_of(value)
    if _CARD_IIN.match(digits) and check.luhn(digits):
        return (found_at((start, end, "CREDIT_CARD", 1.0)),)
    return None


def _ssn(text: str, start: int, end: int, value: str) -> Iterable[Finding] | None:
    if _SSN.fullmatch(value):
        return (found_at((start, end, "US_ITIN" if value[0] == "9" else "US_SSN", 0.85)),)
    return None


def _nhs(text: str, start: int, end: int, value: str) -> Iterable[Finding] | None:
    if text[end : end + 1] in ("x", "X") and text[end + 1 : end + 2].isdigit():
        return (_phone(text, start, end),)
    if check.nhs(_digits_of(value)):
        # a phone's form too, and one in eleven is right
        return (found_at((start, end, "UK_NHS", 0.76)),)
    return None


def _aadhaar(text: str, start: int, end: int, value: str) -> Iterable[Finding] | None:
    digits = _digits_of(value)
    if digits[0] in "23456789" and check.verhoeff(digits):
        return (found_at((start, end, "IN_AADHAAR", 0.9)),)
    return None


def _international(text: str, start: int, end: int, value: str) -> Iterable[Finding] | None:
    if value.isdigit() and value[0] == "0":
        return None  # the number of an article may begin with two zeros as well
    if value[0] == "0" and _OF_A_THING.search(text, max(0, start - 24), start):
        return ()  # `NDC 0093-5794-01`
    return (_phone(text, start, end),) if _INTERNATIONAL.fullmatch(value) else None


def _with_country(text: str, start: int, end: int, value: str) -> Iterable[Finding] | None:
    """Judge a number whose plus sign and groups are those of an international one."""
    first = value[2] if value[1] == "(" else value[1]
    return (_phone(text, start, end),) if first != "0" else None


@cache
def _phone_of(form: re.Pattern[str]) -> Judge:
    def judge(text: str, start: int, end: int, value: str) -> Iterable[Finding] | None:
        return (_phone(text, start, end),) if form.fullmatch(value) else None

    return judge


def _us_phone(text: str, start: int, end: int, value: str) -> Iterable[Finding] | None:
    return (_phone(text, start, end),) if _US_PHONE.fullmatch(value) else None


def _loose_us_phone(text: str, start: int, end: int, value: str) -> Iterable[Finding] | None:
    return (_phone(text, start, end),) if _LOOSE_US_PHONE.fullmatch(value) else None


def _trunk_phone(text: str, start: int, end: int, value: str) -> Iterable[Finding] | None:
    if not _TRUNK_PHONE.fullmatch(value) or _NO_TRUNK.match(value):
        return None
    if (
        _OF_AN_ARTICLE.search(text, max(0, start - 24), start)
        or _OF_A_THING.search(text, max(0, start - 24), start)
        or _IS_MINOR.search(text, max(0, start - 16), start)
    ):
        return ()
    return (_phone(text, start, end),)


def _untold(text: str, start: int, end: int, value: str) -> Iterable[Finding] | None:
    return (found_at((start, end, UNTOLD_SSN, 0.5)),) if _SSN_DIGITS.fullmatch(value) else None


def _parts(text: str, start: int, end: int, value: str) -> Iterable[Finding]:
    """Look into a run of numbers that only spaces separate."""
    found = []
    for pattern, entity in ((_SSN, "US_SSN"), (_US_PHONE, "PHONE_NUMBER")):
        found += [
            Finding(*m.span(), entity, 0.6)
            for m in pattern.finditer(text, start, end)
            if not _ONLY_SPACES.fullmatch(m[0])  # three columns of a table
        ]
    for match in _CARD_RUN.finditer(text, start, end):
        if _CARD_IIN.match(match[0]) and check.luhn(match[0]):
            found.append(Finding(*match.span(), "CREDIT_CARD", 1.0))
    return [*found, *_abroad(text, start, end, value)]


def _abroad(text: str, start: int, end: int, value: str) -> Iterable[Finding]:
    """Look for an international phone number in such a run."""
    if "+" not in value and "00" not in value:
        return ()
    matches = _INTERNATIONAL.finditer(text, start, end)
    return [
        Finding(*match.span(), "PHONE_NUMBER", 0.6)
        for match in matches
        if not text[match.start() - 1 : match.start()].isdigit()  # an offset in a file
    ]


def _digits_of(value: str) -> str:
    """Return a number without what separates its digits."""
    return value.encode("ascii", "ignore").translate(None, _SEPARATORS).decode()


def _phone(text: str, start: int, end: int) -> Finding:
    if text[end : end + 1] in _EXTENSION_STARTS and (extension := _EXTENSION.match(text, end)):
        end = extension.end()
    return found_at((start, end, "PHONE_NUMBER", 0.75))
