"""No shortcut of detection skips what the detectors find without it; any miss fails.

The reference runs every rule wherever its anchor stands, found by comparing at every place, with no
text taken for too short or too plain, decodes whatever is encoded in any of the ways that are read
without asking first whether it is worth it, and tries the forms at every place without their
anchors.
"""

import base64
import binascii
import html
import random
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from urllib.parse import quote

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from spanveil.redaction.detection import Detector, Finding, _detector, _views
from spanveil.redaction.detection._forms import form_rules
from spanveil.redaction.detection._numbers import settled
from spanveil.redaction.detection._scanner import Anchor
from tests.redaction.plain_names import no_shortcuts
from tests.redaction.secretgen import Generator, tokens
from tests.redaction.textgen import ENTITIES, JOINTS, ODD, WORDS


class EveryPlace:
    """A scanner that compares every anchor at every place."""

    def __init__(self, anchors: Sequence[Anchor]) -> None:
        self._anchors = [
            re.compile(
                (a.text if a.expression else re.escape(a.text)).encode(),
                re.IGNORECASE if a.caseless else 0,
            )
            for a in anchors
        ]

    def scan(self, shadow: bytes) -> list[tuple[int, int]]:
        places = range(len(shadow) + 1)
        return [(i, p) for p in places for i, a in enumerate(self._anchors) if a.match(shadow, p)]


Scan = Callable[[str], Iterable[Finding]]
_ENCODED = re.compile(r"(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{20,}={0,2}", re.ASCII)


def decoded_runs(text: str, scan: Scan) -> Iterator[Finding]:
    """Find in every run that decodes to a printable text, by the library and without a look."""
    for match in _ENCODED.finditer(text):
        run = match[0].rstrip("=")
        try:
            raw = bytes.fromhex(run)
        except ValueError:
            try:
                raw = base64.urlsafe_b64decode(
                    run.translate({43: 45, 47: 95}) + "=" * (-len(run) % 4)
                )
            except binascii.Error:
                continue
        try:
            plain = raw.decode()
        except UnicodeDecodeError:
            continue
        if all(c.isprintable() or c in "\r\n\t" for c in plain) and [*scan(plain)]:
            yield Finding(*match.span(), "ENCODED", 1.0)


def views_of_everything(
    text: str, shadow: bytes, characters: frozenset[str], scan: Scan
) -> list[Finding]:
    """Scan what a text reads as in each way in turn, wherever a run of it may begin."""
    found = [*decoded_runs(text, scan)]
    for changes in (
        _views._decoded(text, _views._UNICODE, _views._code_point),
        _views._decoded(text, _views._PERCENT, _views._percent),
        _views._decoded(text, _views._ENTITY, _views._entity),
        _views._decoded(text, _views._OCTAL, _views._octal),
        _views._decoded(text, _views._NUL, _views._nothing),
        _views._decoded(text, _views._ENCODED_WORD, _views._encoded_word),
        _views._looks(text),
    ):
        if (view := _views._view(text, changes)) is not None:
            found += [view.original(f) for f in scan(view.text) if f.end > f.start]
    return found


class Unfiltered(Detector):
    """Our detector without a shortcut."""

    def __init__(self, *, names: bool) -> None:
        super().__init__(names=names, scanner=EveryPlace)

    def _is_bare(self, text: str, key: str) -> bool:
        return False


@cache
def detectors(names: bool) -> tuple[Detector, Detector]:
    return Detector(names=names), Unfiltered(names=names)


def covered(findings: Sequence[Finding]) -> set[int]:
    return {place for f in findings for place in range(f.start, f.end)}


def assert_no_miss(text: str, key: str = "") -> None:
    for names in (True, False):
        fast, slow = detectors(names)
        with no_shortcuts(), pytest.MonkeyPatch.context() as patch:
            patch.setattr(_detector, "scan_views", views_of_everything)
            expected = slow.find(text, key)
        missed = covered(expected) - covered(fast.find(text, key))
        assert not missed, (sorted(missed), expected)


NAMES = (
    "Maria Keller",
    "O'Brien, Sean",
    "Dr. Wei Chen",
    "Zürich",
    "Springfield",
    "221B Baker Street",
)
CONTEXTS = (
    *("password: ", "pwd=", "api_key=", '"token": "', "Authorization: Bearer ", "secret is "),
    *("postgres://u:", "my name is ", "name: ", "ssn ", "SSN:", "dob ", "passport no. ", "IBAN "),
    *("account number ", "phone ", "lives in ", "from ", "Dear ", "contact ", "PIN ", "card "),
    *(
        "\\n",
        "\\u0041",
        "%40",
        "&#64;",
        "<name>",
        "INSERT INTO t VALUES ('",
        "define('DB_PASSWORD', '",
    ),
)
KEYS = (
    "",
    "",
    "name",
    "user.name",
    "city",
    "ssn",
    "password",
    "id",
    "note",
    "gen_ai.prompt",
    "dob",
)


def _made_by(make: Callable[[Generator], str]) -> Callable[[random.Random], str]:
    return lambda rng: make(Generator(rng.randrange(10**9)))


_RNG = st.randoms(use_true_random=False)
_MAKERS: dict[str, Callable[[random.Random], str]] = {
    **ENTITIES,
    **{name: _made_by(make) for name, make in tokens().items()},
    "password": lambda rng: Generator(rng.randrange(10**9)).password(),
    "jwt": lambda rng: Generator(rng.randrange(10**9)).jwt(),
    "name": lambda rng: rng.choice(NAMES),
}
_PLANTED = st.builds(lambda rng, kind: _MAKERS[kind](rng), _RNG, st.sampled_from(list(_MAKERS)))
_NOISE = st.one_of(*map(st.sampled_from, (WORDS, JOINTS, ODD, CONTEXTS)))
_TEXT = st.lists(st.one_of(_PLANTED, _NOISE, _NOISE), min_size=1, max_size=8).map("".join)
_KEY = st.sampled_from(KEYS)


@pytest.mark.parametrize("kind", _MAKERS)
@pytest.mark.parametrize("before", ["", "x", "=", "\\n", "\u00e9"])
def test_each_kind(kind: str, before: str) -> None:
    rng = random.Random(11)  # noqa: S311
    for after in ("", " ", "x", '"', ".", "\n", "9"):
        assert_no_miss(before + _MAKERS[kind](rng) + after)


@given(_TEXT, _KEY)
@settings(max_examples=150, deadline=None)
def test_planted_in_noise(text: str, key: str) -> None:
    assert_no_miss(text, key)


@given(_PLANTED, _NOISE, _RNG, _KEY)
@settings(max_examples=150, deadline=None)
def test_changed_and_cut(text: str, noise: str, rng: random.Random, key: str) -> None:
    chars = [*text, *noise]
    for _ in range(rng.randrange(4)):
        place = rng.randrange(len(chars) + 1)
        chars[place : place + rng.randrange(2)] = rng.choice([*ODD, *"0123456789 .-:/@\n'\"(+AZaz"])
    assert_no_miss("".join(chars)[rng.randrange(3) :][:40], key)


@given(st.text(alphabet="aA1.-_/@: x0Zz", max_size=24), _KEY)
@settings(max_examples=300, deadline=None)
def test_short_values(text: str, key: str) -> None:
    assert_no_miss(text, key)


def _wide(text: str) -> str:
    """Return a text in full-width digits, which look like others."""
    return text.translate({ord(digit): ord(digit) - 48 + 0xFF10 for digit in "0123456789"})


_ENCODERS: dict[str, Callable[[str], str]] = {
    "base64": lambda text: base64.b64encode(text.encode()).decode(),
    "base64, unpadded": lambda text: base64.b64encode(text.encode()).decode().rstrip("="),
    "base64url": lambda text: base64.urlsafe_b64encode(text.encode()).decode().rstrip("="),
    "hex": lambda text: text.encode().hex(),
    "percent": lambda text: quote(text, safe=""),
    "entities": lambda text: "".join(f"&#{ord(c)};" for c in text),
    "named entities": lambda text: html.escape(text).replace("@", "&commat;"),
    "escapes": lambda text: "".join(f"\\u{ord(c):04x}" for c in text if ord(c) < 0x10000),
    "wide digits": _wide,
    "zero width": "\u200b".join,
    "letters of other forms": lambda text: text.translate({115: 0x17F, 107: 0x212A, 49: 0x2460}),
    "digits of another script": lambda text: text.translate({48 + n: 0x9E6 + n for n in range(10)}),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
}


@pytest.mark.parametrize("encoder", _ENCODERS)
@pytest.mark.parametrize("before", ["", "x ", "=", '"', "caf\u00e9 "])
def test_each_encoding(encoder: str, before: str) -> None:
    rng = random.Random(23)  # noqa: S311
    for kind in ("email", "us phone", "card", "jwt"):
        assert_no_miss(before + _ENCODERS[encoder](_MAKERS[kind](rng)) + before)


@pytest.mark.parametrize("encoder", _ENCODERS)
def test_each_encoding_is_read(encoder: str) -> None:
    """Both detectors decode by one call, without which neither would miss what the other has."""
    address = "maria.keller.1@example.org, ada.lovelace.1@example.org"
    text = f"x {_ENCODERS[encoder](address)} y"
    assert len(covered(detectors(True)[0].find(text))) >= len("maria.keller.1@example.org")


@given(_TEXT, st.sampled_from(list(_ENCODERS)), _NOISE, _KEY)
@settings(max_examples=150, deadline=None)
def test_encoded_in_noise(text: str, encoder: str, noise: str, key: str) -> None:
    assert_no_miss(noise + _ENCODERS[encoder](text[:100]) + noise, key)


def unanchored(text: str) -> Iterator[Finding]:
    for _, confirm in form_rules():
        for place in range(len(text)):
            yield from confirm(text, place)


@given(_TEXT)
@example("400000000000006 010010001")
@settings(max_examples=200, deadline=None)
def test_forms_without_anchors(text: str) -> None:
    found = covered(detectors(False)[0].find(text))
    assert covered(settled(text, list(unanchored(text)))) <= found
