"""A person's own web address. Addresses of services are facts that operators need, and stay."""

import re
from collections.abc import Iterable
from typing import Final

from spanveil.redaction.detection._finding import Confirm, Finding
from spanveil.redaction.detection._scanner import Anchor

_BACK: Final = 48
_OWN: Final = re.compile(
    r"(?:web ?site|home ?page|web ?page|my (?:site|page|blog|shop|channel|repo)|portfolio|\bblog|posted|shared|photos?"
    r"|profile|linked ?in|facebook|instagram|twitter|mastodon|xing|\bwww)\b[^\n]{0,24}[\n ]{0,4}[\"'>(]?\s{0,4}$",
    re.IGNORECASE,
)
_OWN_PARTS: Final = (
    *("site", "page", "blog", "shop", "channel", "repo", "portfolio", "posted", "shared", "photo"),
    *("profile", "linked", "facebook", "instagram", "twitter", "mastodon", "xing", "www"),
)
_SCHEME_ENDS: Final = ("s", "S", "p", "P", "\u017f")
_SCHEME: Final = re.compile(r"https?$", re.IGNORECASE)
_SITE: Final = re.compile(
    r"[A-Za-z0-9.-]{1,253}\.[A-Za-z]{2,24}(?:/[@~\w.%-]{0,64}){0,3}", re.ASCII
)
_PROFILE: Final = re.compile(
    r"(?:www\.|[a-z]{2}\.)?(?:linkedin\.com/in|facebook\.com|instagram\.com|twitter\.com|x\.com|tiktok\.com/@|t\.me"
    r"|xing\.com/profile)/[\w.%-]{2,64}"
)


def website_rules() -> list[tuple[Anchor, Confirm]]:
    """Return the rule, whose anchor is the end of a scheme."""
    return [(Anchor("://"), _website)]


def _website(text: str, start: int) -> Iterable[Finding]:
    if text[start - 1 : start] not in _SCHEME_ENDS:
        return ()
    scheme = _SCHEME.search(text, max(0, start - 5), start)
    site = _SITE.match(text, start + 3)
    if scheme is None or site is None:
        return ()
    begin = scheme.start()
    if _PROFILE.match(site[0]) or _is_own(text[max(0, begin - _BACK) : begin]):
        return (Finding(begin, site.end(), "URL", 0.5),)
    return ()


def _is_own(before: str) -> bool:
    """Say whether what stands before an address tells whose it is."""
    lower = before.lower()
    # One of these is in each branch, and to look for each costs less than for all at once.
    return any(map(lower.__contains__, _OWN_PARTS)) and _OWN.search(before) is not None
