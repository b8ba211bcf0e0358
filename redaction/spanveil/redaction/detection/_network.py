"""Addresses of machines: IPv4, IPv6, MAC."""

import re
from collections.abc import Iterable
from ipaddress import IPv6Address
from typing import Final

from spanveil.redaction.detection._finding import Finding

IPV4: Final = re.compile(
    r"(?<![\w.-])(?<![A-Za-z]/)(?:\d{1,3}\.){3}\d{1,3}(?![\w-])(?!\.\d)", re.ASCII
)
IPV6: Final = re.compile(
    r"(?<![\w:.])(?:[0-9A-Fa-f]{1,4}:(?=[0-9A-Fa-f:])|::(?=[0-9A-Fa-f]))[0-9A-Fa-f:]{1,45}"
    r"(?:(?<=:)[0-9]{1,3}(?:\.[0-9]{1,3}){3})?(?![\w:])",
    re.ASCII,
)
MAC: Final = re.compile(
    r"(?<![\w:-])[0-9A-Fa-f]{2}([:-])(?:[0-9A-Fa-f]{2}\1){4}[0-9A-Fa-f]{2}(?![\w:-])", re.ASCII
)
DOTTED_MAC: Final = re.compile(
    r"(?<![\w.])(?=[0-9.]{0,13}[A-Fa-f])[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}(?![\w.-])",
    re.ASCII,
)
# No table of routes or of addresses
_CAPTION: Final = re.compile(
    r"(?:^|[.;:(\n]\s?|\b(?:see|in|of|from|cf\.|per|and) )"
    r"(?i:table|tab\.|figure|fig\.|clause|annex|appendix) $"
)
_NUMBERED: Final = re.compile(r"(?!10\.)(?:[0-9]{1,2}\.){3}[0-9]{1,2}(?![0-9])")
# Four numbers of one digit, as versions have them and hardly an address, behind what has versions
_SMALL: Final = re.compile(r"(?:[0-9]\.){3}[0-9]{1,2}(?![0-9])")
_OF_A_VERSION: Final = re.compile(
    r"(?i:\b(?:since|gcc|clang|ec|tag(?:ged)?|sections?|patch|rev(?:ision)?|merged (?:to|in)|fixed in"
    r"|(?:upgrad|updat|downgrad)(?:es?|ed|ing)(?: [\w-]{1,20})?(?: from| to)?)[ ])$"
    r"|(?:[0-9]\.){3}[0-9]{1,2} (?:to|and|or|->|\u2192) $"
)
_OCTETS: Final = frozenset(map(str, range(256)))


def ipv4(text: str, match: re.Match[str]) -> Iterable[Finding]:
    """Judge four numbers between dots, which may be a version."""
    if _is_ipv4(match[0]) and not _is_version(text, match.start()):
        return (Finding(match.start(), match.end(), "IP_ADDRESS", 0.95),)
    return ()


def ipv6(text: str, match: re.Match[str]) -> Iterable[Finding]:
    """Judge numbers between colons, which may be a time, or end in a port."""
    value = match[0]
    # Eight groups, or a double colon for those that are left out (RFC 4291, section 2.2).
    if len(value) <= 4 or ("::" not in value and value.count(":") < 6):
        return ()
    if value[2:].isalpha():
        return ()  # a word behind the mark of a command: `::add-mask::`
    for shown in (value, value.rpartition(":")[0]):
        if _is_ipv6(shown):
            start = match.start()
            return (Finding(start, start + len(shown), "IP_ADDRESS", 0.9),)
    return ()


def mac(text: str, match: re.Match[str]) -> Iterable[Finding]:
    """Take a MAC address for one."""
    return (Finding(match.start(), match.end(), "MAC_ADDRESS", 0.9),)


def _is_ipv4(text: str) -> bool:
    if not _OCTETS.issuperset(text.split(".")):
        return False
    return not text.startswith("127.") and text != "0.0.0.0"  # noqa: S104 - not a bind


def _is_ipv6(text: str) -> bool:
    """Say whether hexadecimal digits and colons are an address of some other machine.

    As ``ipaddress`` does, in a sixth of the time, unless there is an IPv4 address at the end.
    """
    if "." in text:
        return _is_mixed(text)
    head, double, tail = text.partition("::")
    groups = head.split(":") if head else []
    if double:
        groups += tail.split(":") if tail else []
    if len(groups) > 7 if double else len(groups) != 8:
        return False
    sizes = [*map(len, groups)]
    if sizes and not (min(sizes) > 0 and max(sizes) <= 4):
        return False
    return text.lstrip("0:") not in {"", "1"}  # no address, and this machine's own


def _is_mixed(text: str) -> bool:
    try:
        address = IPv6Address(text)
    except ValueError:
        return False
    return not address.is_unspecified and not address.is_loopback


def _is_version(text: str, start: int) -> bool:
    before = text[max(0, start - 12) : start].lower().rstrip(" :=v\"'\\")
    if _CAPTION.search(text, max(0, start - 24), start) and _NUMBERED.match(text, start):
        return True
    if _SMALL.match(text, start) and _is_told_version(text, start):
        return True
    return before.endswith(
        (
            "version",
            "ver",
            "section",
            "release",
            "chapter",
            "cudnn",
            "cuda",
            "nccl",
            "tensorrt",
            "firmware",
            "build",
            "sdk",
            "sqlite",
            "openssl",
            "plugin",
            "library",
        )
    )


def _is_told_version(text: str, start: int) -> bool:
    """Say whether what stands before small numbers has versions: `upgrade from 1.2.3.4 to 1.2.3.5`."""
    told = _OF_A_VERSION.search(text, max(0, start - 36), start)
    if told is None or not told[0][0].isdigit():
        return told is not None
    return _is_version(text, told.start())
