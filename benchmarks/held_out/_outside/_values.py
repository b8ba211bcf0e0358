"""People, ways to reach them and accounts, each in several layouts under names of its own."""

import base64
import hashlib
import random
from collections.abc import Callable
from typing import Final

from faker import Faker

from benchmarks.held_out._outside._accounts import iban
from benchmarks.held_out._outside._sums import Draw, birthday, digits, form, luhn

_GIVEN: Final = (
    "oluwaseun", "thandiwe", "nguyet", "haruka", "jisoo", "xiaoling", "farid", "zeynep", "anjali", "mateo", "siobhan", "katarzyna",
    "dmitri", "leilani", "tane", "ewa", "bjorn", "amadou", "priyanka", "kwame", "rosa", "hamza", "ingrid", "pavlos",
)  # fmt: skip
_FAMILY: Final = (
    "adebayo", "nkosi", "pham", "tanaka", "kwon", "zhao", "haddad", "yildirim", "krishnan", "villanueva", "gallagher", "wisniewska",
    "sokolov", "kealoha", "ngata", "lindqvist", "diallo", "mensah", "ferreira", "quispe", "siddiqui", "bergstrom", "papadakis", "okafor",
)  # fmt: skip


def _pair(rng: random.Random) -> tuple[str, str]:
    return rng.choice(_GIVEN), rng.choice(_FAMILY)


def native(locale: str, make: Callable[[Faker], str]) -> Draw:
    """Return what draws something of a country's, on one line."""

    def draw(rng: random.Random) -> str:
        fake = Faker(locale)
        fake.seed_instance(rng.randrange(1 << 30))
        return make(fake).replace("\n", ", ")

    return draw


def _mail(rng: random.Random) -> str:
    given, family = _pair(rng)
    local = rng.choice(
        (
            f"{given}.{family}",
            f"{given[0]}.{family}",
            f"{family}{given[:2]}",
            f"{given}_{family}{rng.randrange(50, 99)}",
            f"{given.title()}.{family.title()}",
            f"{given}+receipts",
        )
    )
    return f"{local}@{rng.choice(('proton.me', 'mail.ru', 'qq.com', 'naver.com', 'gmx.at', 'student.uct.ac.za', 'seznam.cz', 'clinic-north.org', 'yahoo.co.in', 'haus-verwaltung.example'))}"


def _card(prefixes: str, length: int, groups: tuple[int, ...] = (), glue: str = " ") -> Draw:
    def draw(rng: random.Random) -> str:
        prefix = rng.choice(prefixes.split())
        number = luhn(prefix + digits(rng, length - len(prefix) - 1))
        if not groups:
            return number
        start, parts = 0, []
        for size in groups:
            parts.append(number[start : start + size])
            start += size
        return glue.join(parts)

    return draw


def _ip4(rng: random.Random) -> str:
    return ".".join(
        str(n)
        for n in (
            rng.choice((23, 41, 77, 91, 103, 186, 201)),
            *(rng.randrange(2, 250) for _ in range(3)),
        )
    )


def _ip6(rng: random.Random) -> str:
    return ":".join(
        (
            rng.choice(("2001", "2a02", "2404")),
            *(f"{rng.randrange(1, 1 << 16):x}" for _ in range(7)),
        )
    )


def _mac(glue: str, size: int = 2) -> Draw:
    def draw(rng: random.Random) -> str:
        text = "".join(rng.choices("0123456789abcdef", k=11))
        text = "02468ace"[rng.randrange(8)] + text
        return glue.join(text[i : i + size] for i in range(0, 12, size))

    return draw


_BASE58: Final = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_RIPPLE: Final = str.maketrans(
    _BASE58, "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz"
)


def _base58(raw: bytes) -> str:
    number, text = int.from_bytes(raw), ""
    while number:
        number, rest = divmod(number, 58)
        text = _BASE58[rest] + text
    return "1" * (len(raw) - len(raw.lstrip(b"\0"))) + text


def _checked58(version: int) -> Draw:
    def draw(rng: random.Random) -> str:
        raw = bytes([version]) + rng.randbytes(20)
        return _base58(raw + hashlib.sha256(hashlib.sha256(raw).digest()).digest()[:4])

    return draw


def _bech32(rng: random.Random) -> str:
    alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
    bits = int.from_bytes(rng.randbytes(20))
    data = [0] + [bits >> shift & 31 for shift in range(155, -1, -5)]
    state = 1
    for value in [3, 3, 0, 2, 3, *data, 0, 0, 0, 0, 0, 0]:  # BIP 173, prefix "bc"
        top, state = state >> 25, (state & 0x1FFFFFF) << 5 ^ value
        for index, word in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            state ^= word if top >> index & 1 else 0
    state ^= 1
    return "bc1" + "".join(
        alphabet[v] for v in [*data, *(state >> 5 * (5 - i) & 31 for i in range(6))]
    )


def _mrz(rng: random.Random) -> str:
    given, family = _pair(rng)
    year, month, day = birthday(rng)

    def check(text: str) -> str:
        return str(
            sum((0 if c == "<" else int(c, 36)) * (7, 3, 1)[i % 3] for i, c in enumerate(text)) % 10
        )

    number = rng.choice("CFGHJK") + digits(rng, 8)
    born, ends = (
        year[2:] + month + day,
        f"{rng.randrange(27, 34)}0{rng.randrange(1, 9)}1{rng.randrange(9)}",
    )
    first = f"P<D<<{family.upper()}<<{given.upper()}".ljust(44, "<")[:44]
    body = f"{number}{check(number)}D<<{born}{check(born)}F{ends}{check(ends)}" + "<" * 14 + "0"
    return f"{first}\n{body}{check(body[:10] + body[13:20] + body[21:43])}"


def _day(shape: str) -> Draw:
    months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

    def draw(rng: random.Random) -> str:
        year, month, day = birthday(rng)
        return shape.format(
            y=year,
            m=month,
            d=day,
            yy=year[2:],
            D=int(day),
            M=int(month),
            mon=months[int(month) - 1],
        )

    return draw


VALUES: Final[dict[str, Draw]] = {
    "LOWER": lambda rng: " ".join(_pair(rng)), "UPPER": lambda rng: " ".join(_pair(rng)).upper(), "ROMAN": lambda rng: " ".join(_pair(rng)).title(),
    "COMMA": lambda rng: "{1}, {0}".format(*(part.title() for part in _pair(rng))), "SHOUTCOMMA": lambda rng: "{1}, {0}".format(*(part.upper() for part in _pair(rng))),
    "INITIAL": lambda rng: "{[0]}. {}".format(*(part.title() for part in _pair(rng))), "GIVEN": lambda rng: rng.choice(_GIVEN).title(), "FAMILY": lambda rng: rng.choice(_FAMILY).title(),
    "LOWGIVEN": lambda rng: rng.choice(_GIVEN),
    "NAME_ZH": native("zh_CN", lambda f: str(f.name())), "NAME_JA": native("ja_JP", lambda f: str(f.name())), "NAME_KO": native("ko_KR", lambda f: str(f.name())),
    "NAME_AR": native("ar_PS", lambda f: f"{f.first_name()} {f.last_name()}"), "NAME_HE": native("he_IL", lambda f: f"{f.first_name()} {f.last_name()}"),
    "NAME_HI": native("hi_IN", lambda f: f"{f.first_name()} {f.last_name()}"), "NAME_RU": native("ru_RU", lambda f: f"{f.first_name()} {f.last_name()}"),
    "NAME_HU": native("hu_HU", lambda f: f"{f.last_name()} {f.first_name()}"),
    "ADDRESS_JA": native("ja_JP", lambda f: str(f.address())), "ADDRESS_ZH": native("zh_CN", lambda f: str(f.address())), "ADDRESS_KO": native("ko_KR", lambda f: str(f.address())),
    "ADDRESS_UK": native("uk_UA", lambda f: str(f.address())),
    "MAIL": _mail, "MAIL_UPPER": lambda rng: _mail(rng).upper(), "MAIL_HEX": lambda rng: _mail(rng).replace("@", "%40"),
    "PHONE_JP": form("090-####-####", "+81 80 #### ####"), "PHONE_CN": form("138 #### ####", "+86-159-####-####"), "PHONE_KR": form("010-####-####"), "PHONE_IN": form("+91 98### #####", "0987#-######"),
    "PHONE_NG": form("+234 803 ### ####", "0806 ### ####"), "PHONE_KE": form("+254 7## ######"), "PHONE_ZA": form("082 ### ####", "+27 83 ### ####"), "PHONE_BR": form("(11) 9~###-####", "+55 21 9####-####"),
    "PHONE_MX": form("+52 55 #### ####"), "PHONE_AE": form("+971 50 ### ####"), "PHONE_IL": form("052-###-####"), "PHONE_EG": form("+20 100 ### ####"), "PHONE_FR": form("06.~#.##.##.##", "+33 (0)6 ## ## ## ##"),
    "PHONE_DE": form("0171/#######", "+49 (0)151 ########"), "PHONE_CH": form("079 ### ## ##"), "PHONE_PL": form("+48 6## ### ###"), "PHONE_SE": form("070-### ## ##"), "PHONE_UK": form("07~## ######", "020 7946 0###"),
    "PHONE_US": form("(646) 555-01##", "415.555.01##", "+1 212 555 01## x~##", "202-555-01##"), "PHONE_E": form("+4479########", "+1646555####", "+6591######"), "PHONE_SG": form("9### ####", "+65 8### ####"),
    "VISA": _card("4539 4716 4024", 16, (4, 4, 4, 4)), "VISA_PLAIN": _card("4485 4532", 16), "MASTERCARD": _card("52 54 2221 2720", 16, (4, 4, 4, 4), "-"), "AMEX": _card("34 37", 15, (4, 6, 5)),
    "AMEX_PLAIN": _card("37", 15), "UNIONPAY": _card("622126 625094", 16, (4, 4, 4, 4)), "JCB": _card("3530 3566", 16), "DINERS": _card("3852 3643", 14, (4, 6, 4)), "DISCOVER": _card("6011 65", 16, (4, 4, 4, 4)),
    "IBAN_DE": iban("DE", "37040044##########", True), "IBAN_NL": iban("NL", "INGB##########", True), "IBAN_GB": iban("GB", "MIDL4005##########", False), "IBAN_FR": iban("FR", "30004##################", True),
    "IBAN_ES": iban("ES", "0049################", True), "IBAN_PL": iban("PL", "109024##################", True), "IBAN_SE": iban("SE", "5000################", False), "IBAN_NO": iban("NO", "8601#######", True),
    "IBAN_AE": iban("AE", "033################", False), "IBAN_TR": iban("TR", "00062#################", True), "IBAN_CH": iban("CH", "00762############", True),
    "IP_FOUR": _ip4, "IP_SIX": _ip6, "MAC_COLON": _mac(":"), "MAC_DASH": lambda rng: _mac("-")(rng).upper(), "MAC_CISCO": _mac(".", 4),
    "BTC_ONE": _checked58(0), "BTC_THREE": _checked58(5), "BTC_BECH": _bech32, "DOGE": _checked58(30), "TRON": _checked58(65), "LITECOIN": _checked58(48),
    "ETHER": lambda rng: "0x" + rng.randbytes(20).hex(), "SOLANA": lambda rng: _base58(b"\x07" + rng.randbytes(31)),
    "XRP": lambda rng: _checked58(0)(rng).translate(_RIPPLE),
    "BORN_ISO": _day("{y}-{m}-{d}"), "BORN_EU": _day("{d}.{m}.{y}"), "BORN_US": _day("{M}/{D}/{y}"), "BORN_WORD": _day("{D} {mon} {y}"), "BORN_PACKED": _day("{y}{m}{d}"), "BORN_SHORT": _day("{d}/{m}/{yy}"),
    "BORN_CJK": _day("{y}年{M}月{D}日"), "BORN_COMMA": _day("{mon} {D}, {y}"), "BORN_STAMP": _day("{y}-{m}-{d}T00:00:00Z"),
    "PLATE_UK": form("LB~# @@@", "YK1~ @@@"), "PLATE_DE": form("M-@@ ~###", "KA-@ ~##"), "PLATE_FR": form("@@-###-@@"), "PLATE_US": form("~@@@###"), "PLATE_IN": form("MH 12 @@ ####", "KA05@@####"), "MRZ": _mrz,
    "PASSPORT_DE": lambda rng: "C" + "".join(rng.choices("0123456789CFGHJKLMNPRTVWXYZ", k=7)) + digits(rng, 1), "PASSPORT_IN": form("Z~######"), "PASSPORT_CN": form("E########", "EJ#######"), "PASSPORT_FR": form("##@@#####"), "PASSPORT_JP": form("TK#######"),
    "BASE_MAIL": lambda rng: base64.b64encode(_mail(rng).encode()).decode(),
}  # fmt: skip

_TYPES: Final = {
    "PERSON": "LOWER UPPER ROMAN COMMA SHOUTCOMMA INITIAL GIVEN FAMILY LOWGIVEN NAME_ZH NAME_JA NAME_KO NAME_AR NAME_HE NAME_HI NAME_RU NAME_HU",
    "LOCATION": "ADDRESS_JA ADDRESS_ZH ADDRESS_KO ADDRESS_UK",
    "EMAIL_ADDRESS": "MAIL MAIL_UPPER MAIL_HEX BASE_MAIL",
    "PHONE_NUMBER": " ".join(name for name in VALUES if name.startswith("PHONE_")),
    "CREDIT_CARD": "VISA VISA_PLAIN MASTERCARD AMEX AMEX_PLAIN UNIONPAY JCB DINERS DISCOVER",
    "IBAN_CODE": " ".join(name for name in VALUES if name.startswith("IBAN_")),
    "IP_ADDRESS": "IP_FOUR IP_SIX", "MAC_ADDRESS": "MAC_COLON MAC_DASH MAC_CISCO",
    "CRYPTO": "BTC_ONE BTC_THREE BTC_BECH DOGE TRON LITECOIN ETHER SOLANA XRP",
    "DATE_OF_BIRTH": " ".join(name for name in VALUES if name.startswith("BORN_")),
    "LICENSE_PLATE": "PLATE_UK PLATE_DE PLATE_FR PLATE_US PLATE_IN",
    "PASSPORT": "MRZ PASSPORT_DE PASSPORT_IN PASSPORT_CN PASSPORT_FR PASSPORT_JP",
}  # fmt: skip
TYPES: Final = {name: entity for entity, names in _TYPES.items() for name in names.split()}
