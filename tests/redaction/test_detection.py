"""What detection finds, what it leaves alone, and that every way to it agrees."""

import base64
import json
import re
from collections.abc import Iterator
from contextlib import suppress
from ipaddress import IPv6Address
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spanveil.redaction.detection import Detector, Finding, TooManyHits
from spanveil.redaction.detection._literal_scanners import AhoCorasickScanner, LiteralScanner
from spanveil.redaction.detection._network import _is_ipv6
from spanveil.redaction.detection._scanner import Anchor, HyperscanScanner
from spanveil.redaction.detection._tokens import TOKENS, compile_tokens
from tests.redaction.secretgen import Generator, beside_keys, tokens

DETECTOR = Detector()
PLAIN = Detector(names=False)
LITERAL = Detector(scanner=LiteralScanner)
CONTEXTS = [
    "@@",
    "Here is what I use: @@\nCan you tell me what is wrong?",
    'client = Client(token="@@")',
    '{"type": "tool_call_response", "response": {"stdout": "X=1\\n@@\\nok"}}',
    "2026-04-02T11:45:03Z ERROR [w-3] failed cfg=@@ retry=2",
    "<tag>@@</tag>",
]


def covered(text: str, secret: str, found: tuple[Finding, ...]) -> bool:
    """Say whether no letter or digit of a secret is left."""
    start = text.index(secret)
    inside = {i for f in found for i in range(f.start, f.end)}
    return all(i in inside for i in range(start, start + len(secret)) if text[i].isalnum())


@pytest.mark.parametrize("kind", tokens())
@pytest.mark.parametrize("context", CONTEXTS)
def test_tokens(kind: str, context: str) -> None:
    secret = tokens()[kind](Generator(7))
    text = context.replace("@@", secret)
    found = PLAIN.find(text)
    assert covered(text, secret, found)
    assert {f.entity for f in found} == {"SECRET"}


@pytest.mark.parametrize("kind", beside_keys())
@pytest.mark.parametrize("seed", range(5))
def test_secrets_beside_keys_and_in_files(kind: str, seed: int) -> None:
    text, secret = beside_keys()[kind](Generator(seed))
    assert covered(text, secret, PLAIN.find(text))


@pytest.mark.parametrize("kind", ["", "RSA ", "EC ", "OPENSSH ", "ENCRYPTED "])
@pytest.mark.parametrize("escape", [False, True])
def test_private_keys(kind: str, escape: bool) -> None:
    pem = Generator(3).pem(kind)
    text = json.dumps({"key": pem}) if escape else f"a\n{pem}\nb"
    secret = json.dumps(pem)[1:-1] if escape else pem
    assert covered(text, secret, PLAIN.find(text))
    cut = text[: len(text) // 2]
    assert covered(cut, cut[cut.index("-----BEGIN") :], PLAIN.find(cut))


@pytest.mark.parametrize(
    ("text", "entity", "value"),
    [
        ("write to ann.lee+x@mail.example.org.", "EMAIL_ADDRESS", "ann.lee+x@mail.example.org"),
        ("from 203.0.113.77 to us", "IP_ADDRESS", "203.0.113.77"),
        ("src=2001:db8:1::17 x", "IP_ADDRESS", "2001:db8:1::17"),
        ("at 00:1b:44:11:3a:b7.", "MAC_ADDRESS", "00:1b:44:11:3a:b7"),
        ("card 4111 1111 1111 1111 exp", "CREDIT_CARD", "4111 1111 1111 1111"),
        ("SSN is 219-09-9999", "US_SSN", "219-09-9999"),
        ("my ssn: 219099999", "US_SSN", "219099999"),
        ("IBAN DE89 3704 0044 0532 0130 00 ok", "IBAN_CODE", "DE89 3704 0044 0532 0130 00"),
        ("call (212) 555-0142 now", "PHONE_NUMBER", "(212) 555-0142"),
        ("call +49 30 901820 now", "PHONE_NUMBER", "+49 30 901820"),
        ("tel 06 12 34 56 78", "PHONE_NUMBER", "06 12 34 56 78"),
        ("NHS number 943 476 5919", "UK_NHS", "943 476 5919"),
        ("passport no. X1234567", "US_PASSPORT", "X1234567"),
        ("pay 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "CRYPTO", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"),
        ("NIF 12345678Z", "ES_NIF", "12345678Z"),
        ("born on 3 March 1984 in", "DATE_TIME", "3 March 1984"),
        ('{"dob": "1984-03-03"}', "DATE_TIME", "1984-03-03"),
    ],
)
def test_structured(text: str, entity: str, value: str) -> None:
    found = PLAIN.find(text)
    assert covered(text, value, found)
    assert entity in {f.entity for f in found} or entity == "UK_NHS"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Please look up the customer Ada Lovelace today", ["Ada Lovelace"]),
        ("my name is ada lovelace and I wait", ["ada lovelace"]),
        ("Dear Grace,\nthank you", ["Grace"]),
        ('{"full_name": "Zoë Quux", "n": 1}', ["Zoë Quux"]),
        ("Kind regards\nGrace Hopper", ["Grace Hopper"]),
        (
            "I live at 12 Oak Street, Springfield, IL 62704.",
            ["12 Oak Street, Springfield, IL 62704"],
        ),
        ('{"city": "Timbuktu"}', ["Timbuktu"]),
        ("Hauptstraße 12, 10115 Berlin", ["Hauptstraße 12, 10115 Berlin"]),
        ("id,name,city\n1,Ana Núñez,Lugo\n", ["Ana Núñez", "Lugo"]),
    ],
)
def test_names_and_places(text: str, names: list[str]) -> None:
    found = DETECTOR.find(text)
    assert all(covered(text, name, found) for name in names)


@pytest.mark.parametrize(
    "text",
    [
        "trace 4bf92f3577b34da6a3ce929d0e0e4736 span 00f067aa0ba902b7",
        "id 123e4567-e89b-42d3-a456-426614174000 done",
        "commit 89a0da0c41aebb8f010b8e9a5b5ab89c3049787a",
        "ts=1714055151 ms=1716928083552 ns=1707866094992636100",
        "embedding [0.23123412, -0.68875099, 1.26668]",
        "version 10.0.10699.1136 and v1.2.3.4",
        '{"usage": {"input_tokens": 21595}, "max_tokens": 4096, "token_type": "bearer"}',
        "export GITHUB_TOKEN=<your-token>",
        "password: ${DB_PASSWORD}",
        "self.access_token_lifetime = timedelta(minutes=15)",
        "PASSWORD=os.environ['PASSWORD']",
        "The password must have 12 characters and a digit.",
        "price 16.44 total 1,234,567.89",
        "sha256:6e0f2c1e77268768451851a5d2232891bea00aadcf26fc4a382d3e83bbe983a3",
        '{"primary_key": "b8e9a5b5ab89c3049787a89a0da0c41a"}',
        "Restart the server, then open the settings page.",
        "gpt-4o-2024-08-06 and claude-sonnet-4-5-20250929",
        "call_EEyGGJBNmEzdPJTk6bmK5RZ9 and chatcmpl-Tg0izXG5hhgMn86sJ2i6BBjknS1OB",
        "",
        "a",
    ],
)
def test_left_alone(text: str) -> None:
    assert DETECTOR.find(text) == ()


MAIL = "ann.lee@mail.example.org"


@pytest.mark.parametrize(
    "encoded",
    [
        "ann.lee\u200b@mail.exa\u00admple.org",
        "ａｎｎ.ｌｅｅ＠ｍａｉｌ.ｅｘａｍｐｌｅ.ｏｒｇ",
        "аnn.lее@mаil.еxаmple.оrg",
        "ann.lee%40mail.example.org",
        "".join(f"%{ord(c):02x}" for c in MAIL),
        "".join(f"\\u{ord(c):04x}" for c in MAIL),
        "".join(f"&#{ord(c)};" for c in MAIL),
        base64.b64encode(MAIL.encode()).decode(),
        base64.urlsafe_b64encode(f"contact: {MAIL}".encode()).decode(),
        MAIL.encode().hex(),
    ],
)
def test_encoded(encoded: str) -> None:
    text = f"so {encoded} it is"
    found = PLAIN.find(text)
    assert covered(text, encoded, found)
    assert found[0].entity == "EMAIL_ADDRESS"


@pytest.mark.parametrize("digits", ["٤١١١ ١١١١ ١١١١ ١١١١", "４１１１１１１１１１１１１１１１"])
def test_digits_of_other_scripts(digits: str) -> None:
    text = f"card {digits} x"
    start = text.index(digits)
    assert any(f.start <= start and f.end >= start + len(digits) for f in PLAIN.find(text))


def corpus() -> Iterator[str]:
    generator = Generator(11)
    for make in tokens().values():
        yield f"use {make(generator)} now"
    for keyed in beside_keys().values():
        yield keyed(generator)[0]
    yield "Ada at +1 212 555 0142, 4111 1111 1111 1111, 203.0.113.7, DE89370400440532013000"


@pytest.mark.parametrize("scanner", [LiteralScanner, AhoCorasickScanner, HyperscanScanner])
def test_scanners_agree(scanner: type) -> None:
    pytest.importorskip("ahocorasick_rs" if scanner is AhoCorasickScanner else "re")
    other = Detector(scanner=scanner)
    for text in corpus():
        assert other.find(text) == DETECTOR.find(text)


@pytest.mark.parametrize("scanner", [LiteralScanner, AhoCorasickScanner, HyperscanScanner])
def test_a_short_label_that_goes_on_is_no_hit(scanner: type) -> None:
    pytest.importorskip("ahocorasick_rs" if scanner is AhoCorasickScanner else "re")
    anchors = [Anchor("ph", caseless=True, ends=True), Anchor("ph"), Anchor("h", True, ends=True)]
    found = scanner(anchors)
    assert sorted(found.scan(b"graph phone PH phOne Ph")) == [
        *((0, place) for place in (3, 12, 15, 21)),
        *((1, place) for place in (3, 6, 15)),
        *((2, place) for place in (4, 13, 16, 22)),
    ]
    assert found.scan(b"h") == [(2, 0)]
    assert found.scan(b"") == []


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from([*corpus(), *'@:.-+(/\\" \n%&=', "key", "password", "é", "1", "A"]),
        max_size=8,
    )
)
def test_scanners_agree_on_mixtures(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert LITERAL.find(text) == DETECTOR.find(text)


@settings(max_examples=500, deadline=None)
@given(
    st.lists(st.sampled_from(["0", "1", "0001", "a", "fF", "beef", "12345", ""]), max_size=10),
    st.sampled_from(["", ":", "::"]),
    st.integers(0, 40),
)
def test_an_ipv6_address_is_what_the_standard_library_takes_for_one(
    groups: list[str], more: str, place: int
) -> None:
    written = ":".join(groups)
    written = written[:place] + more + written[place:]
    try:
        address = IPv6Address(written)
    except ValueError:
        expected = False
    else:
        expected = not (address.is_unspecified or address.is_loopback)
    assert _is_ipv6(written) == expected


@pytest.mark.parametrize(
    "piece",
    [
        "@",
        ".",
        "a.",
        "12 ",
        "ab:",
        "eyJ",
        "-",
        "9",
        "://",
        "key=",
        "A B ",
        "%41",
        "\\u0041",
        "sk-",
        "((",
        '"',
        "a@",
        "1.",
        "x" * 50 + " ",
    ],
)
def test_hostile_texts_end(piece: str) -> None:
    text = piece * (8192 // len(piece))
    with suppress(TooManyHits):  # the caller blanks the value
        DETECTOR.find(text)


def test_an_encoded_finding_stays_in_place_when_a_key_gives_context() -> None:
    text = r"so ann\u0040mail.example it is"
    assert [(f.start, f.end) for f in DETECTOR.find(text, "app.note")] == [(3, 24)]


WORDS = ["xoxb-", "sk-", "key-", "AKIA", "pat", "hf_", "pass", "token", "S", "ab-", "1.", "v2"]
KEYS = [
    "",
    "note",
    "pin",
    "user_name",
    "ssn",
    "api.key",
    "city",
    "x\\",
    "sig",
    "pan",
    "account number",
]


@settings(max_examples=1_000, deadline=None)
@given(
    st.lists(
        st.sampled_from(WORDS) | st.text("abcXYZ0189_./-", min_size=1, max_size=5), max_size=5
    ).map("".join),
    st.sampled_from(KEYS) | st.text("abcnst _.:=-", max_size=8),
)
def test_the_prefilter_passes_everything_that_the_rules_find(text: str, key: str) -> None:
    for detector in (PLAIN, DETECTOR):
        prefix = f'{key}: "' if key else ""
        if any(f.end > len(prefix) for f in detector._in_view(prefix + text)):
            assert not detector._is_bare(text, key)


@pytest.mark.parametrize("text", ["a.pass/0chf__X", "pass/8Zcpatv2", "pass9/1Z1apat"])
def test_the_prefilter_passes_what_a_word_in_a_path_tells(text: str) -> None:
    assert PLAIN.find(text)


@pytest.mark.parametrize("text", ["Sba1Xpass", "key-passkey-8"])
def test_a_word_that_speaks_of_passwords_is_not_told_by_itself(text: str) -> None:
    assert not PLAIN.find(f'city: "{text}')


def test_no_token_is_as_short_as_the_prefilter_reads() -> None:
    for rule, compiled in zip(TOKENS, compile_tokens(), strict=True):
        shortest, _ = width_of(compiled.pattern.pattern)
        spelt = rule.anchor + "a" * (shortest - len(rule.anchor))
        assert not DETECTOR._is_bare(spelt, "")
        assert not PLAIN._is_bare(spelt, "")


def width_of(pattern: str) -> tuple[int, int]:
    parser: Any = re._parser  # type: ignore[attr-defined]
    width: tuple[int, int] = parser.parse(pattern).getwidth()
    return width


def test_findings_never_hold_the_text() -> None:
    found = DETECTOR.find("write to ann.lee@mail.example.org")
    assert "ann" not in repr(found)
    assert re.fullmatch(
        r"\(Finding\(start=9, end=33, entity='EMAIL_ADDRESS', score=1.0\),\)", repr(found)
    )


@pytest.mark.parametrize(
    "uuid",
    [
        "9f8e7d6c-1234-4abc-9def-012345678901",
        "276585fc-0949-4805-8420-4449928f7108",
        "8255964f-9671-4656-8689-28e60313ddc6",
        "02345678-0949-4805-8420-212345678901",
    ],
)
def test_no_part_of_a_uuid_is_a_number(uuid: str) -> None:
    assert not DETECTOR.find(f"request {uuid} done")
    assert not DETECTOR.find(f'{{"id": "{uuid}"}}')
