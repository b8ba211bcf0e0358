"""What has a form of its own and so needs no anchor word: where it begins, and who judges it."""

import re
from collections.abc import Callable, Iterable
from typing import Final

from spanveil.redaction.detection import _codes, _dates, _network, _numbers
from spanveil.redaction.detection._finding import Confirm, Finding
from spanveil.redaction.detection._scanner import Anchor

Judge = Callable[[str, re.Match[str]], Iterable[Finding]]

_EDGE: Final = "(?:^|"
# Where a form may begin: the character before it, and as much of it as all of its kind share.
_NUMBER: Final = r"(?:^|[^A-Za-z0-9_+(])[+(]{0,2}[0-9](?:[ .()/?-]{0,3}[0-9]){8}"
_CALLED: Final = r"[A-Za-z_]\([0-9]{9}"  # the first argument of a call
_BANK: Final = r"(?:^|[^0-9A-Za-z_./-])[0-9]{9} ?[/|] ?[0-9]{7}"
_QUAD: Final = r"(?:^|[^0-9A-Za-z_.-])[0-9]{1,3}[.][0-9]{1,3}[.][0-9]{1,3}[.][0-9]"
_COLON: Final = r"(?:^|[^0-9A-Za-z_:.])(?:[0-9A-Fa-f]{1,4}:[0-9A-Fa-f]{0,4}:|::[0-9A-Fa-f])"
_DASH: Final = r"(?:^|[^0-9A-Za-z_:-])[0-9A-Fa-f]{2}-[0-9A-Fa-f]{2}-[0-9A-Fa-f]{2}-"
_DOTS: Final = r"(?:^|[^0-9A-Za-z_.])[0-9A-Fa-f]{4}[.][0-9A-Fa-f]{4}[.][0-9A-Fa-f]{4}"
_CODE: Final = (
    r"(?:^|[^A-Za-z0-9_])(?:[A-Z]{2}[0-9]{2}|[A-Z]{2} [0-9]{2} ?[0-9]{2}|[A-Z]{5,6}[0-9]{2}"
    r"|[XYZ]-?[0-9]{7}|[STFGM][0-9]{7})"
)
_WIF: Final = r"(?:^|[^A-Za-z0-9_])[KL5][1-9A-HJ-NP-Za-km-z]{40}"
_BOT: Final = r"(?:^|[^A-Za-z0-9_])[MNO][A-Za-z0-9_-]{23,27}[.][A-Za-z0-9_-]{6}[.]"
_NIF: Final = r"(?:^|[^A-Za-z0-9])[0-9]{8}-?[A-Z]"
_HETU: Final = r"(?:^|[^A-Za-z0-9-])[0-3][0-9][01][0-9]{3}[A-FU-Y+-][0-9]{3}[0-9A-Y]"
_COIN: Final = (
    r"(?:^|[^A-Za-z0-9])(?:[13][1-9A-HJ-NP-Za-km-z]{25}|bc1[02-9ac-hj-np-z]{11}|0x[0-9a-fA-F]{40})"
)
_MYSQL: Final = r"[*][0-9A-F]{40}"
_DATE: Final = r"(?:^|[^0-9A-Za-z_/.-])(?:[0-9]{1,2}[/.-][0-9]{1,2}[/.-](?:19|200)|(?:19[0-9]|200)[0-9][/-][0-9]{1,2}[/-][0-9])"


def form_rules() -> list[tuple[Anchor, Confirm]]:
    """Return the rules."""
    rules: tuple[tuple[str, re.Pattern[str], Judge], ...] = (
        (_NUMBER, _numbers.NUMBERS, _numbers.number),
        (_CALLED, _numbers.NUMBERS, _numbers.number),
        (_BANK, _numbers.BANK, _numbers.bank),
        (_QUAD, _network.IPV4, _network.ipv4),
        (_COLON, _network.IPV6, _network.ipv6),
        (_COLON, _network.MAC, _network.mac),
        (_DASH, _network.MAC, _network.mac),
        (_DOTS, _network.DOTTED_MAC, _network.mac),
        (_CODE, _codes.CODES, _codes.code),
        (_WIF, _codes.CODES, _codes.code),
        (_BOT, _codes.CODES, _codes.code),
        (_NIF, _codes.NIF, _codes.nif),
        (_HETU, _codes.HETU, _codes.hetu),
        (_COIN, _codes.COIN, _codes.coin),
        (_MYSQL, _codes.MYSQL, _codes.mysql),
        (_DATE, _dates.OLD, _dates.old_date),
        (_dates.OLD_WITH_MONTH_START, _dates.OLD_WITH_MONTH, _dates.old_date),
    )
    return [
        (Anchor("CHE"), _formed(_codes.CHE, _codes.che, 0)),
        *(
            (Anchor(start, expression=True), _formed(form, judge, _lead(start)))
            for start, form, judge in rules
        ),
    ]


def _lead(start: str) -> int:
    """Return how many characters may stand before a form where its anchor begins."""
    return 2 if start is _CALLED else int(start.startswith(_EDGE))


def _formed(form: re.Pattern[str], judge: Judge, lead: int) -> Confirm:
    match_at = form.match

    def confirm(text: str, start: int) -> Iterable[Finding]:
        match = match_at(text, start + lead)
        if match is None and not start:
            match = match_at(text, 0)  # nothing stands before what begins the text
        return judge(text, match) if match is not None else ()

    return confirm
