"""Structured personal data: addresses, numbers with check digits, numbers beside telling words."""

import ipaddress
import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from spanveil.redaction._entities import SECRET
from spanveil.redaction.detection import _checksums as check
from spanveil.redaction.detection._finding import Finding
from spanveil.redaction.detection._scanner import Anchor

Confirm = Callable[[str, int], Iterator[Finding]]

_LOCAL: Final = re.compile(r"[\w.!#$%&'*+=?^`{|}~-]{1,64}")
_DOMAIN: Final = re.compile(
    r"(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.){1,8}(?:xn--[a-z0-9-]{2,59}|[^\W\d_]{2,24})(?![\w@])"
)
_NO_TLD: Final = frozenset(
    {"png", "jpg", "jpeg", "gif", "svg", "webp", "js", "css", "tar", "zip", "whl", "html", "json"}
)

_IPV4: Final = re.compile(
    r"(?<![\w.-])(?<![A-Za-z]/)(?:\d{1,3}\.){3}\d{1,3}(?![\w-])(?!\.\d)", re.ASCII
)
_IPV6: Final = re.compile(
    r"(?<![\w:.])(?:[0-9A-Fa-f]{1,4}:(?=[0-9A-Fa-f:])|::(?=[0-9A-Fa-f]))[0-9A-Fa-f:]{1,45}(?:(?<=:)[0-9]{1,3}(?:\.[0-9]{1,3}){3})?(?![\w:])",
    re.ASCII,
)
_MAC: Final = re.compile(
    r"(?<![\w:-])[0-9A-Fa-f]{2}([:-])(?:[0-9A-Fa-f]{2}\1){4}[0-9A-Fa-f]{2}(?![\w:-])", re.ASCII
)

_UPPER: Final = re.compile(
    r"(?<![A-Za-z0-9_])(?:"
    r"(?P<iban>[A-Z]{2}\d{2}(?=[ -]?[A-Z0-9])[A-Z0-9 -]{11,40}[A-Z0-9])"
    r"|(?P<nino>[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D])(?![A-Za-z0-9])"
    r"|(?P<pan>[A-Z]{3}[ABCFGHLJPT][A-Z]\d{4}[A-Z])(?![A-Za-z0-9])"
    r"|(?P<cf>[A-Z]{6}\d{2}[ABCDEHLMPRST]\d{2}[A-Z]\d{3}[A-Z])(?![A-Za-z0-9])"
    r"|(?P<nie>[XYZ]-?\d{7}-?[A-Z])(?![A-Za-z0-9])"
    r"|(?P<fin>[STFGM]\d{7}[A-Z])(?![A-Za-z0-9])"
    r"|(?P<bot>[MNO][A-Za-z0-9_-]{23,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,40})(?![A-Za-z0-9])"
    r"|(?P<wif>[KL][1-9A-HJ-NP-Za-km-z]{51}|5[HJK][1-9A-HJ-NP-Za-km-z]{49})(?![A-Za-z0-9]))",
    re.ASCII,
)  # fmt: skip
_NIF: Final = re.compile(r"(?<![A-Za-z0-9])(\d{8})-?([A-HJ-NP-TV-Z])(?![A-Za-z0-9])", re.ASCII)
_COIN: Final = re.compile(
    r"(?<![A-Za-z0-9])(?:[13][1-9A-HJ-NP-Za-km-z]{25,34}|bc1[02-9ac-hj-np-z]{11,71}|0x[0-9a-fA-F]{40})(?![A-Za-z0-9])",
    re.ASCII,
)
_MYSQL: Final = re.compile(r"(?<![\w*])\*[0-9A-F]{40}(?![0-9A-Za-z])", re.ASCII)

NUMBERS: Final = re.compile(
    r"(?<![A-Za-z0-9_+(])(?<!\d[.,-])[+(]{0,2}\d(?:[ .()/\u2011\u2010-]{0,2}\d){8,22}(?![A-Za-z0-9_])(?!\.\d)",
    re.ASCII,
)
_EXTENSION: Final = re.compile(r" ?(?:ext\.?|x|extension|#) ?\d{1,6}", re.IGNORECASE)
_US_PHONE: Final = re.compile(
    r"(?:\+?1[ .-]?)?(?:\([2-9]\d{2}\)[ .-]?|[2-9]\d{2}[ .-])[2-9]\d{2}[ .-]\d{4}"
)
_TRUNK_PHONE: Final = re.compile(r"\(?0\d{1,5}\)?(?:[ /-]\(?\d{1,8}\)?){1,5}")
_INTERNATIONAL: Final = re.compile(r"(?:\+|00)[1-9]\d{0,2}[ .-]?\(?\d(?:[ .()/-]{0,2}\d){5,13}")
_SSN: Final = re.compile(r"(?<!\d)(?!000|666)(\d{3})([- ])(?!00)(\d{2})\2(?!0000)(\d{4})(?!\d)")
_SSN_WORD: Final = re.compile("ssn|SSN")
_SSN_DIGITS: Final = re.compile(r"(?!000|666|9)\d{3}(?!00)\d{2}(?!0000)\d{4}")
_DATEISH: Final = re.compile(
    r"(?:19|20)\d\d[-/. ]\d{1,2}[-/. ]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d"
)
_CARD_GROUPS: Final = re.compile(
    r"\d{12,19}|\d{4}([ -])\d{4}\1\d{4}\1\d{1,7}|\d{4}([ -])\d{6}\2\d{4,5}|\d{4}([ -])(?:\d{4}\3){3}\d{3}"
)
_CARD_IIN: Final = re.compile(
    r"4(?:\d{12}|\d{15}|\d{18})$|5[1-5]\d{14}$|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}$|3[47]\d{13}$"
    r"|3(?:0[0-5]|[68]\d)\d{11}$|6(?:011|5\d\d|4[4-9]\d)\d{12,15}$|35(?:2[89]|[3-8]\d)\d{12}$|62\d{14,17}$|(?:50|5[6-9]|6\d)\d{10,17}$"
)  # fmt: skip

_DATES: Final = re.compile(
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/. ]\d{1,2}[-/. ]\d{2,4}"
    r"|\d{1,2}(?:st|nd|rd|th)?[-. /](?:of )?(?:[A-Za-z\u00c0-\u017f]{3,10})\.?[-. /,]{1,2}\d{2,4}"
    r"|[A-Za-z\u00c0-\u017f]{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|(?:19|20)\d{6}"
)


class Context(NamedTuple):
    """A number that is one only beside a telling word.

    Attributes:
        entity: What it is.
        words: Anchors, any case; where one is short it must be a word of its own.
        value: The number's form.
        valid: The check digits, over the value without separators.
        reach: How far behind the word the value may stand, in characters.
    """

    entity: str
    words: tuple[str, ...]
    value: str
    valid: Callable[[str], bool] = lambda _: True
    reach: int = 40


CONTEXTS: Final = (
    Context("US_SSN", ("ssn", "social security", "socialsecurity", "social_security"), r"\d{3}[- .]?\d{2}[- .]?\d{4}"),
    Context("US_ITIN", ("itin", "taxpayer id"), r"9\d{2}[- ]?\d{2}[- ]?\d{4}"),
    Context("US_PASSPORT", ("passport", "reisepass", "pasaporte"), r"[A-Z]{0,3}\d{6,9}[A-Z]?"),
    Context(
        "US_DRIVER_LICENSE",
        ("licen", "driver", "permis de conduire", "f\u00fchrerschein"),
        r"(?=[A-Z0-9 -]*\d{4})[A-Z]{0,5}[ -]?\d[A-Z0-9]{4,17}",
    ),
    Context(
        "US_BANK_NUMBER",
        ("account number", "account no", "account #", "acct", "account_number", "accountnumber", "bank account", "bank_account", "konto"),
        r"\d{6,17}(?:[ -]\d{2,8}){0,3}",
    ),
    Context("ABA_ROUTING_NUMBER", ("routing", "aba "), r"\d{9}", check.aba),
    Context("MEDICAL_LICENSE", ("dea",), r"[A-Z][A-Z9]\d{7}", check.dea),
    Context("US_NPI", ("npi",), r"[12]\d{9}", lambda d: check.luhn("80840" + d)),
    Context("US_MBI", ("mbi", "medicare"), r"[1-9][A-Z][A-Z0-9]\d-?[A-Z][A-Z0-9]\d-?[A-Z]{2}\d{2}"),
    Context("AU_MEDICARE", ("medicare",), r"[2-6]\d{3} ?\d{5} ?\d{1,2}"),
    Context("UK_NHS", ("nhs", "national health"), r"\d{3}[- ]?\d{3}[- ]?\d{4}", check.nhs),
    Context("UK_NINO", ("nino", "national insurance", "ni number"), r"[A-Z]{2} ?(?:\d{2} ?){3}[A-D]"),
    Context("IN_AADHAAR", ("aadhaar", "aadhar", "uidai"), r"[2-9]\d{3}[ -]?\d{4}[ -]?\d{4}"),
    Context("IN_PAN", ("pan ", "pan:", "pan=", 'pan"'), r"[A-Z]{5}\d{4}[A-Z]"),
    Context("AU_TFN", ("tfn", "tax file"), r"\d{3} ?\d{3} ?\d{3}", check.tfn),
    Context("AU_ABN", ("abn",), r"\d{2} ?\d{3} ?\d{3} ?\d{3}"),
    Context("CA_SIN", ("sin ", "sin:", "sin=", 'sin"', "social insurance", "sin_"), r"\d{3}[- ]?\d{3}[- ]?\d{3}", check.luhn),
    Context("ES_NIF", ("nif", "dni"), r"\d{8}-?[A-Z]"),
    Context("ES_NIE", ("nie ", "nie:", 'nie"'), r"[XYZ]-?\d{7}-?[A-Z]"),
    Context("PL_PESEL", ("pesel",), r"\d{11}"),
    Context("KR_RRN", ("rrn", "resident registration"), r"\d{6}-?\d{7}"),
    Context("CREDIT_CARD", ("card", "karte", "carte", "tarjeta"), r"\d{4}[ -]?(?:\d{4}[ -]?\d{4}|\d{6})[ -]?\d{1,7}", check.luhn),
    Context("PHONE_NUMBER", ("phone", "tel", "mobile", "cell", "fax", "call me", "my number", "whatsapp", "handy", "sms"), r"[+(]?\d(?:[ .()/-]{0,2}\d){6,14}"),
    Context("DATE_TIME", ("dob", "birth", "born", "geburt", "n\u00e9 le", "naissance", "nacimiento", "d.o.b"), _DATES.pattern),
)  # fmt: skip


def structured_rules() -> list[tuple[Anchor, Confirm]]:
    """Return the rules that have an anchor."""
    rules: list[tuple[Anchor, Confirm]] = [(Anchor("@"), _email), (Anchor("%40"), _encoded_email)]
    for context in CONTEXTS:
        value = re.compile(
            rf"(?<![A-Za-z0-9.])(?:{context.value})(?![A-Za-z0-9])",
            re.IGNORECASE if "DATE" in context.entity else 0,
        )
        ascii_words = [word for word in context.words if word.isascii()]
        rules += [
            (Anchor(word, caseless=True), _beside(context, value, word)) for word in ascii_words
        ]
    return rules


def _email(text: str, at: int) -> Iterator[Finding]:
    yield from _address(text, at, at + 1)


def _encoded_email(text: str, at: int) -> Iterator[Finding]:
    yield from _address(text, at, at + 3)


def _address(text: str, at: int, after: int) -> Iterator[Finding]:
    local = _LOCAL.match(text[max(0, at - 64) : at][::-1])
    domain = _DOMAIN.match(text, after)
    if local is None or domain is None:
        return
    start = at - local.end()
    # A `\n` of a JSON text, or a query's `key=`, is no part of the address.
    if text[start - 1 : start] == "\\" and text[start] in "nrt" and at - start > 1:
        start += 1
    start = max(start, text.rfind("=", start, at) + 1)
    while start < at and text[start] in "'`.*{|":
        start += 1
    if start < at and domain[0].rpartition(".")[2].lower() not in _NO_TLD:
        yield Finding(start, domain.end(), "EMAIL_ADDRESS", 1.0)


def _beside(context: Context, value: re.Pattern[str], word: str) -> Confirm:
    short = len(word) <= 4

    def confirm(text: str, start: int) -> Iterator[Finding]:
        if short and text[start - 1 : start].isalpha() and not text[start : start + 1].isupper():
            before = text[start - 2 : start]
            if not (len(before) == 2 and before[0] == "\\"):  # the letter of an escape
                return
        end = start + len(word)
        match = value.search(text, end, min(len(text), end + context.reach + 24))
        if match is None or match.start() - end > context.reach:
            return
        between = text[end : match.start()]
        if "\n" in between and context.entity != "DATE_TIME":
            return
        if context.valid(re.sub(r"[^A-Za-z0-9]", "", match[0])):
            yield Finding(match.start(), match.end(), context.entity, 0.75)

    return confirm


# Where one of the forms below may begin: the character before it, and as much of it as all share.
_NUMBER_START: Final = r"(?:^|[^A-Za-z0-9_+(])[+(]{0,2}[0-9](?:[ .()/?-]{0,2}[0-9]){8}"
_QUAD_START: Final = r"(?:^|[^0-9A-Za-z_.-])[0-9]{1,3}[.][0-9]{1,3}[.][0-9]{1,3}[.][0-9]"
_COLON_START: Final = r"(?:^|[^0-9A-Za-z_:.])(?:[0-9A-Fa-f]{1,4}:[0-9A-Fa-f]{0,4}:|::[0-9A-Fa-f])"
_DASH_START: Final = r"(?:^|[^0-9A-Za-z_:-])[0-9A-Fa-f]{2}-[0-9A-Fa-f]{2}-[0-9A-Fa-f]{2}-"
_UPPER_START: Final = r"(?:^|[^A-Za-z0-9_])[A-Z]{1,6}[ -]?[0-9]{2}"
_WIF_START: Final = r"(?:^|[^A-Za-z0-9_])[KL5][1-9A-HJ-NP-Za-km-z]{40}"
_BOT_START: Final = r"(?:^|[^A-Za-z0-9_])[MNO][A-Za-z0-9_-]{23,27}[.][A-Za-z0-9_-]{6}[.]"
_NIF_START: Final = r"(?:^|[^A-Za-z0-9])[0-9]{8}-?[A-Z]"
_COIN_START: Final = (
    r"(?:^|[^A-Za-z0-9])(?:[13][1-9A-HJ-NP-Za-km-z]{25}|bc1[02-9ac-hj-np-z]{11}|0x[0-9a-fA-F]{40})"
)
_MYSQL_START: Final = r"[*][0-9A-F]{40}"


def form_rules() -> list[tuple[Anchor, Confirm]]:
    """Return the rules for what has a form of its own and so needs no anchor word."""
    rules: tuple[
        tuple[str, re.Pattern[str], Callable[[str, re.Match[str]], Iterator[Finding]]], ...
    ] = (
        (_NUMBER_START, NUMBERS, _number),
        (_QUAD_START, _IPV4, _ipv4),
        (_COLON_START, _IPV6, _ipv6),
        (_COLON_START, _MAC, _mac),
        (_DASH_START, _MAC, _mac),
        (_UPPER_START, _UPPER, _upper),
        (_WIF_START, _UPPER, _upper),
        (_BOT_START, _UPPER, _upper),
        (_NIF_START, _NIF, _nif),
        (_COIN_START, _COIN, _coin),
        (_MYSQL_START, _MYSQL, _mysql),
    )
    return [(Anchor(start, expression=True), _formed(form, judge)) for start, form, judge in rules]


def _formed(
    form: re.Pattern[str], judge: Callable[[str, re.Match[str]], Iterator[Finding]]
) -> Confirm:
    def confirm(text: str, start: int) -> Iterator[Finding]:
        match = form.match(text, start) or form.match(text, start + 1)
        if match is not None:
            yield from judge(text, match)

    return confirm


def _ipv4(text: str, match: re.Match[str]) -> Iterator[Finding]:
    if _is_address(match[0]) and not _is_version(text, match.start()):
        yield Finding(*match.span(), "IP_ADDRESS", 0.95)


def _ipv6(text: str, match: re.Match[str]) -> Iterator[Finding]:
    if match[0].count(":") >= 2 and len(match[0]) > 4 and _is_address(match[0]):
        yield Finding(*match.span(), "IP_ADDRESS", 0.9)


def _mac(text: str, match: re.Match[str]) -> Iterator[Finding]:
    yield Finding(*match.span(), "MAC_ADDRESS", 0.9)


def _nif(text: str, match: re.Match[str]) -> Iterator[Finding]:
    if check.spanish_id(match[1] + match[2]):
        yield Finding(*match.span(), "ES_NIF", 0.8)


def _coin(text: str, match: re.Match[str]) -> Iterator[Finding]:
    if _is_coin(match[0]):
        yield Finding(*match.span(), "CRYPTO", 1.0)


def _mysql(text: str, match: re.Match[str]) -> Iterator[Finding]:
    yield Finding(*match.span(), SECRET, 0.8)


def _upper(text: str, match: re.Match[str]) -> Iterator[Finding]:
    kind, start = match.lastgroup, match.start()
    value = match[0]
    if kind == "iban":
        if end := check.iban_length(value):
            yield Finding(start, start + end, "IBAN_CODE", 1.0)
    elif kind == "wif":
        if any(map(str.isdigit, value)) and check.base58check(value):
            yield Finding(*match.span(), SECRET, 1.0)
    elif kind == "bot":
        yield Finding(*match.span(), SECRET, 0.8)
    elif kind == "nie":
        if check.spanish_id(value.replace("-", "")):
            yield Finding(*match.span(), "ES_NIE", 0.8)
    elif kind == "nino" and value[:2] not in {"BG", "GB", "NK", "KN", "TN", "NT", "ZZ"}:
        yield Finding(*match.span(), "UK_NINO", 0.8)
    elif kind in {"pan", "cf", "fin"}:
        yield Finding(
            *match.span(),
            {"pan": "IN_PAN", "cf": "IT_FISCAL_CODE", "fin": "SG_NRIC_FIN"}[kind],
            0.7,
        )


def _is_address(text: str) -> bool:
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return False
    return not address.is_unspecified and not address.is_loopback


def _is_version(text: str, start: int) -> bool:
    before = text[max(0, start - 12) : start].lower().rstrip(" :=v")
    return before.endswith(("version", "ver", "section", "release", "chapter"))


def _is_coin(text: str) -> bool:
    if text.startswith("0x"):
        return True
    return check.bech32(text) if text.startswith("bc1") else check.base58check(text)


def _number(text: str, match: re.Match[str]) -> Iterator[Finding]:
    start, end = match.span()
    value = match[0]
    while value[:1] == "(" and value.count("(") > value.count(")"):
        start += 1
        value = value[1:]
    digits = value if value.isdigit() else "".join(filter(str.isdigit, value))
    if _DATEISH.match(value):
        return
    if 13 <= len(digits) <= 19 and _is_card(value, digits):
        yield Finding(start, end, "CREDIT_CARD", 1.0)
    elif _SSN.fullmatch(value):
        entity = "US_ITIN" if value[0] == "9" else "US_SSN"
        yield Finding(start, end, entity, 0.85)
    elif (
        len(digits) == 12
        and value[4:5] in " -"
        and len(value) == 14
        and digits[0] in "23456789"
        and check.verhoeff(digits)
    ):
        yield Finding(start, end, "IN_AADHAAR", 0.9)
    elif (_INTERNATIONAL.fullmatch(value) or _US_PHONE.fullmatch(value)) or (
        len(digits) in range(9, 13) and _TRUNK_PHONE.fullmatch(value)
    ):
        yield _phone(text, start, end)
    elif len(value) == 9 and _SSN_DIGITS.fullmatch(value) and _SSN_WORD.search(text):
        yield Finding(start, end, "US_SSN", 0.5)  # a column of a table whose head says so
    elif len(digits) > 9 and " " in value:
        yield from _parts(text, start, end)


def _parts(text: str, start: int, end: int) -> Iterator[Finding]:
    """Look into a run of numbers that only spaces separate."""
    for pattern, entity in (
        (_SSN, "US_SSN"),
        (_US_PHONE, "PHONE_NUMBER"),
        (_INTERNATIONAL, "PHONE_NUMBER"),
    ):
        for match in pattern.finditer(text, start, end):
            yield Finding(*match.span(), entity, 0.6)
    for match in re.compile(r"\d{13,19}").finditer(text, start, end):
        if _is_card(match[0], match[0]):
            yield Finding(*match.span(), "CREDIT_CARD", 1.0)


def _phone(text: str, start: int, end: int) -> Finding:
    extension = _EXTENSION.match(text, end)
    return Finding(start, extension.end() if extension else end, "PHONE_NUMBER", 0.75)


def _is_card(value: str, digits: str) -> bool:
    return (
        _CARD_IIN.match(digits) is not None
        and _CARD_GROUPS.fullmatch(value) is not None
        and check.luhn(digits)
    )
