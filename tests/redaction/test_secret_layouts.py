"""Secrets are found by how a text joins them to what names them, and nothing like them is."""

import random
import re
import string

import pytest

from spanveil.redaction._entities import SECRET
from spanveil.redaction.detection import Detector
from tests.redaction import secret_kinds, secret_layouts, secret_services, secret_talk
from tests.redaction.secretgen import ALNUM, HEX, Generator

DETECTOR = Detector()
WORDS = [
    "tiger",
    "bremen",
    "rocket",
    "otter",
    "falcon",
    "maple",
    "kettle",
    "violin",
    "ladder",
    "copper",
    "meadow",
    "pirate",
]
# drawn of letters and one sign, without a digit
JUMBLED = ["kNHDy.NlyZOHdz", "JTiWr.nFYSRBaVRcD", "EfILs-dkhfBaBTTY", "yhYTF_qLBbmBbZk"]
BASE32 = string.ascii_uppercase + "234567"
SLOT = re.compile(r"@([a-z]+[0-9]*s?)@|<(user|host|db|int|ts)>")
PLAIN = {"user": "bob", "host": "nas", "db": "shop", "int": "42", "ts": "2026-03-04T10:11:12Z"}


def password(g: Generator, *, quoted: bool = False) -> str:
    one, other = g.random.choice(WORDS), g.random.choice(WORDS)
    forms = [
        f"{one.title()}{g.random.randrange(10, 99)}!",
        f"{one}{g.random.randrange(100, 9999)}x",
        f"{one.title()}_{other.title()}{g.random.randrange(9)}",
        g.chars(ALNUM, 7) + g.chars("!#%*?+^~", 1) + g.chars(ALNUM, 3) + "4",
    ]
    if quoted:
        forms.append(f"{one} {other} {g.random.choice(WORDS)} {g.random.randrange(10, 99)}")
    return g.random.choice(forms)


def drawn(g: Generator, slot: str) -> str:
    """Draw what a slot stands for; its digits are a length in characters or in bytes."""
    kind, size = slot.rstrip(string.digits), int(re.sub(r"\D", "", slot) or 0)
    match kind:
        case "pw" | "pwq":
            return password(g, quoted=kind == "pwq")
        case "hex":
            return g.chars(HEX, size - 2) + "a7"
        case "a":
            return g.chars(ALNUM, size - 2) + "x7"
        case "pin":
            return g.chars("123456789", size)
        case "b":
            return g.base64(size)
        case "aws":
            return g.base64(30)
        case "uuid":
            return "-".join(g.chars(HEX, n) for n in (8, 4, 4, 4, 12))
        case "grp":
            return "-".join(g.chars(BASE32, 4) + "7" for _ in range(size))
        case "codes":
            return "\n".join(f"{g.chars(HEX, 4)}-{g.chars(HEX, 3)}7" for _ in range(4))
        case "words":
            return "-".join(g.random.sample(WORDS, k=size))
        case "jumbled":
            return g.random.choice(JUMBLED)
        case "pair":
            return ".".join(g.random.sample(WORDS, k=2))
        case "lower":
            return g.chars("abcdefghijkmnpqrstuvwxyz23456789", size - 2) + "x7"
        case "grub":
            halves = (g.chars(HEX.upper(), 128) for _ in range(2))
            return "grub.pbkdf2.sha512.10000." + ".".join(halves)
        case "yc":
            return "YC" + g.chars(ALNUM, 35) + "xK7"
        case "joined":
            return "_".join(g.random.sample(WORDS, k=4))
        case "dotted":
            return ".".join(g.random.sample(WORDS, k=4))
        case "signed":
            return f"{g.random.choice(WORDS)}{g.chars('!', 1)}{g.random.randrange(10, 99)}"
        case "mixed":
            one, other = g.random.sample(WORDS, k=2)
            return f"{one.title()}-{other.title()}-{g.random.randrange(10, 99)}"
        case "year":
            return f"{g.random.choice(WORDS).title()}{g.random.randrange(1950, 2030)}"
        case "turns":
            return "-".join(str(g.random.randrange(10, 99)) for _ in range(3))
        case "four":
            return " ".join(g.chars("abcdefgh", 4) for _ in range(size))
        case "six":
            return "-".join(g.chars("123456789", 6) for _ in range(size))
        case "base":
            return " ".join(g.chars("abcdefgh234567", 3) + "7" for _ in range(size))
        case "commas":
            return ", ".join(g.random.choices(WORDS, k=size))
        case "seed":
            return " ".join(g.random.choices(WORDS, k=size))
        case _:
            return g.chars(BASE32, 32)


def filled(template: str, seed: int) -> tuple[str, list[tuple[int, int]]]:
    g = Generator(seed)
    pieces: list[str] = []
    spans: list[tuple[int, int]] = []
    last = length = 0
    for slot in SLOT.finditer(template):
        value = drawn(g, slot[1]) if slot[1] else PLAIN[slot[2]]
        pieces += [template[last : slot.start()], value]
        length += slot.start() - last
        if slot[1]:
            spans.append((length, length + len(value)))
        length += len(value)
        last = slot.end()
    return "".join([*pieces, template[last:]]), spans


@pytest.mark.parametrize(
    "template",
    [
        *secret_layouts.SECRETS,
        *secret_kinds.SECRETS,
        *secret_services.SECRETS,
        *secret_talk.SECRETS,
    ],
)
def test_a_secret_is_found_whole(template: str) -> None:
    for seed in random.Random(template).sample(range(10_000), 3):  # noqa: S311
        text, spans = filled(template, seed)
        every = DETECTOR.find(text)
        covered = {place for f in every for place in range(f.start, f.end)}
        found = [f for f in every if f.entity == SECRET]
        assert spans
        for start, end in spans:
            assert all(n in covered for n in range(start, end) if text[n].isalnum()), seed
        assert all(any(f.start < e and s < f.end for s, e in spans) for f in found), seed


@pytest.mark.parametrize(
    "text",
    [*secret_layouts.NONE, *secret_kinds.NONE, *secret_services.NONE, *secret_talk.NONE],
)
def test_a_text_without_a_secret_is_left_alone(text: str) -> None:
    assert DETECTOR.find(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "@run@+xHpw/@run@",  # what a sign of base64 joins
        "@run@/8xHpw/@run@",
        "@run@\nxHpw/@run@",
        "@run@/SxDuPw8QN0f\n@run@+@run@",
        "sent to 1PW7@run@ on Monday",  # a wallet's address
    ],
)
def test_letters_of_a_drawn_run_that_spell_a_key_tell_nothing(text: str) -> None:
    generator = Generator(11)
    # Letters of which no other key is made, and a digit and a capital in each.
    letters = "BDFGHJLMNQRVXZbdfghjlmnqrvxz23456789"

    def run(_: re.Match[str]) -> str:
        return "Q7" + generator.chars(letters, 30)

    for _ in range(30):
        shown = re.sub("@run@", run, text)
        assert not [f for f in DETECTOR.find(shown) if f.entity == SECRET], shown


@pytest.mark.parametrize("key", ["pw", "dbpw", "PW", "wifiPw", "pw2"])
def test_a_key_that_a_slash_joins_tells_its_secret(key: str) -> None:
    secret = password(Generator(3))
    text = f"the box has {key}/{secret}"
    assert [text[f.start : f.end] for f in DETECTOR.find(text)] == [secret]
