"""Make texts such as agents send: prose, JSON, logs and code with personal data among them."""

import json
import random
import string
from collections.abc import Callable

Make = Callable[[random.Random], str]

_DIGITS = string.digits
_UPPER = string.ascii_uppercase


def _chars(rng: random.Random, alphabet: str, count: int) -> str:
    return "".join(rng.choice(alphabet) for _ in range(count))


def _d(count: int) -> Make:
    return lambda rng: _chars(rng, _DIGITS, count)


def _form(form: str) -> Make:
    """``9`` stands for a digit, ``A`` for a capital, ``a`` for a small letter, ``h`` for hex."""
    sets = {"9": _DIGITS, "A": _UPPER, "a": string.ascii_lowercase, "h": "0123456789abcdef"}
    return lambda rng: "".join(rng.choice(sets[c]) if c in sets else c for c in form)


def luhn(rng: random.Random, prefix: str, length: int) -> str:
    """Return a number with a right check digit."""
    digits = prefix + _chars(rng, _DIGITS, length - len(prefix) - 1)
    total = sum(
        sum(divmod(int(d) * (2 - i % 2), 10)) for i, d in enumerate(reversed(digits), start=0)
    )
    return digits + str(-total % 10)


def iban(rng: random.Random) -> str:
    """Return a German account number with right check digits."""
    account = _chars(rng, _DIGITS, 18)
    check = 98 - int(account + "131400") % 97
    return f"DE{check:02}{account}"


def _ipv4(rng: random.Random) -> str:
    return ".".join(str(rng.randrange(1, 255)) for _ in range(4))


def _date(rng: random.Random) -> str:
    year, month, day = rng.randrange(1950, 2026), rng.randrange(1, 13), rng.randrange(1, 29)
    return rng.choice(
        [
            f"{year}-{month:02}-{day:02}",
            f"{month}/{day}/{year}",
            f"{day:02}.{month:02}.{year}",
            f"{day}-{rng.choice(['JAN', 'may', 'Dec'])}-{year}",
            f"{year}-{month:02}-{day:02}T10:0{rng.randrange(10)}:22Z",
            f"{month}/{year % 100:02}",
        ]
    )


def _email(rng: random.Random) -> str:
    host = rng.choice(["mail.example", "example.co.uk", "acme.org", "xn--80ak6aa92e.com"])
    return f"{_chars(rng, string.ascii_lowercase, 6)}{rng.choice(['', '.', '+'])}x@{host}"


def _url(rng: random.Random) -> str:
    host = _chars(rng, string.ascii_lowercase, 7)
    return rng.choice(
        [
            f"https://{host}.com/a/b?c={rng.randrange(99)}",
            f"http://www.{host}.io",
            f"{host}.dev/path",
            f'"{host}.net"',
            f"'https://{host}.ai/x'",
            f"www2.{host}.co.uk",
        ]
    )


ENTITIES: dict[str, Make] = {
    "card": lambda rng: luhn(rng, rng.choice(["4", "51", "37", "6011"]), rng.choice([15, 16])),
    "card in groups": _form("4999-9999-9999-9999"),
    "ssn": _form("399-49-9999"),
    "ssn with dots": _form("199.39.9999"),
    "nine digits": _d(9),
    "itin": _form("999-79-9999"),
    "ten digits": _form("999 999 9999"),
    "bank": _d(12),
    "passport": _form("A99999999"),
    "license": _form("AA99999"),
    "dea": _form("AB9999999"),
    "iban": iban,
    "iban in groups": lambda rng: " ".join(
        text[i : i + 4] for text in [iban(rng)] for i in range(0, 22, 4)
    ),
    "ip": _ipv4,
    "ipv6": _form("2001:db8:hhhh:0:hhhh::hhhh"),
    "mac": _form("hh:hh:hh:hh:hh:hh"),
    "mac with dots": _form("hhhh.hhhh.hhhh"),
    "uuid": _form("hhhhhhhh-hhhh-4hhh-ahhh-hhhhhhhhhhhh"),
    "wallet": _form("1AaA9aAa9AaAaA9aAaA9aAaA9aAaAaA9a"),
    "us phone": _form("(212) 599-9999"),
    "us phone, plain": _form("4155999999"),
    "uk phone": _form("020 7946 9999"),
    "german phone": _form("030/9999999"),
    "international phone": _form("+49 151 99999999"),
    "french phone": _form("+33 1 99 99 99 99"),
    "phone with extension": _form("+1 212-599-9999 x999"),
    "date": _date,
    "email": _email,
    "url": _url,
    "price": _form("$99.99"),
    "float": _form("0.99999999"),
    "epoch": _form("17999999999"),
    "version": _form("v1.99.9"),
}

WORDS = [
    "please",
    "update",
    "the",
    "account",
    "number",
    "for",
    "my",
    "card",
    "and",
    "social",
    "security",
    "record",
    "to",
    "the",
    "new",
    "phone",
    "call",
    "bank",
    "transaction",
    "visa",
    "passport",
    "driver",
    "license",
    "tax",
    "payer",
    "email",
    "website",
    "link",
    "ip",
    "address",
    "mac",
    "uuid",
    "wallet",
    "date",
    "birthday",
    "nhs",
    "medical",
    "certificate",
    "iban",
    "us",
    "status",
    "user",
    "duplicate",
    "public",
    "credit",
    "be",
    "is",
    "can't",
    "it's",
    "a.m.",
    "Dr.",
    "e.g.",
    "U.S.",
    "etc.",
    "cannot",
    "gonna",
    ":)",
    ":-(",
    "10a.m.",
    "and/or",
    "he's",
    "I'll",
    "Ph.D.",
    "don\u2019t",
]

JOINTS = (" ", " ", " ", ", ", ". ", ": ", ":", " - ", "\n", "\r\n", "\t", "  ", "=", "/", "", '"')

ODD = (
    "\u017f",  # long s, which is s in another case
    "\u212a",  # the Kelvin sign, which is k
    "\u0130",  # a capital i with a dot
    "\u0131",
    "\u0660",
    "\u0967",
    "\uff11",
    "\u00e9",
    "\u03a3",
    "\u00df",
    "\u0301",
    "\u00a0",
    "\u2028",
    "\u0085",
    "\x1c",
    "\x1f",
    "\x00",
    "\u200b",
    "\ufeff",
    "\u2011",
    "\uff0b",
    "\U0001f600",
    "\u20ac",
    "?",
    "%",
)
"""Characters that fold, split, join or hide where others do not."""


def prose(rng: random.Random, parts: int) -> str:
    """Return words with entities among them."""
    made: list[str] = []
    for _ in range(parts):
        if rng.random() < 0.3:
            made.append(ENTITIES[rng.choice(list(ENTITIES))](rng))
        else:
            made.append(rng.choice(WORDS))
        made.append(rng.choice(JOINTS))
    return "".join(made)


def document(rng: random.Random) -> str:
    """Return a text of one of several kinds."""
    kind = rng.randrange(4)
    if kind == 0:
        return prose(rng, rng.randrange(2, 60))
    if kind == 1:
        fields = {
            rng.choice(WORDS): rng.choice(
                [prose(rng, 4), ENTITIES[rng.choice(list(ENTITIES))](rng), rng.randrange(10**10)]
            )
            for _ in range(rng.randrange(1, 12))
        }
        separators = rng.choice([(",", ":"), (", ", ": ")])
        return json.dumps([{"role": "user", "content": json.dumps(fields)}], separators=separators)
    if kind == 2:
        return "\n".join(
            f"{_date(rng)} {rng.choice(['INFO', 'WARN'])} {_ipv4(rng)} {prose(rng, 4)}"
            for _ in range(rng.randrange(1, 6))
        )
    return "\n".join(
        f"self.{a} = os.{b}.call({c!r})" for a, b, c in zip(*[WORDS[:9]] * 3, strict=True)
    )
