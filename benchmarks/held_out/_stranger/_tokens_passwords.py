"""Passwords, phrases, codes and numbers that people choose or are dealt."""

import random
from typing import Final

from benchmarks.held_out._stranger._tokens_form import Maker, drawn, letters

_THINGS: Final = (
    "otter", "walnut", "rocket", "marble", "teapot", "harbor", "cactus", "velvet", "pirate", "tundra",
    "saffron", "gravel", "lantern", "biscuit", "meadow", "puzzle", "falcon", "mustard", "copper", "glacier",
)  # fmt: skip
_GIVEN: Final = (
    "Martin",
    "Sofia",
    "Daniela",
    "Kevin",
    "Yusuf",
    "Agata",
    "Bella",
    "Rocky",
    "Luna",
    "Simba",
)
_ELSEWHERE: Final = {
    "german": ("Gartenzaun", "Schlüssel", "Käsekuchen", "Fußball", "Blumentopf", "Zwetschge"),
    "french": ("Chaussette", "Papillon", "Grenouille", "Été", "Crêpe", "Bricolage"),
    "spanish": ("Pantufla", "Cigüeña", "Mañana", "Tortuga", "Cuchara", "Piñata"),
    "polish": ("Żubr", "Pierogi", "Gżegżółka", "Wiosna", "Kapusta", "Źródło"),
    "turkish": ("Kalemlik", "Çaydanlık", "Şeftali", "Gökkuşağı", "Karpuz"),
    "russian": ("Самовар", "Кошка", "Берёза", "Весна", "Огурец"),
    "greek": ("Καλημέρα", "Θάλασσα", "Ελιά", "Γάτα"),
    "chinese": ("小猫钓鱼", "月亮代表", "红烧肉", "春风十里"),
    "japanese": ("さくら", "たぬき", "おにぎり", "ひみつ"),
    "korean": ("비밀번호", "고양이", "김치찌개", "바다"),
    "arabic": ("قهوة", "مفتاح", "شمس"),
}
_LEET: Final = str.maketrans("aeiost", "@31057")
_CISCO: Final = b"dsfd;kfoA,.iyewrkldJKDHSUBsgvca69834ncxv9873254k;fg87"


def _word(rng: random.Random) -> str:
    return rng.choice(
        (
            f"{rng.choice(_THINGS).title()}{rng.randint(1950, 2026)}",
            f"{rng.choice(_GIVEN)}{rng.randint(1, 99):02d}!",
            f"{rng.choice(_THINGS)}{rng.choice('.-_@#')}{rng.choice(_THINGS)}{rng.randint(1, 999)}",
            f"{rng.choice(_THINGS).title()}{rng.choice('!?*$')}{rng.choice(_THINGS).title()}",
        )
    )


def _leet(rng: random.Random) -> str:
    return (
        rng.choice(_THINGS).translate(_LEET).capitalize()
        + rng.choice("!#$_")
        + str(rng.randint(10, 999))
    )


def _phrase(rng: random.Random) -> str:
    return "-".join(rng.sample(_THINGS, 4))


def _spaced(rng: random.Random) -> str:
    return " ".join(rng.sample(_THINGS, 5))


def _strong(rng: random.Random) -> str:
    kinds = ("abcdefghjkmnpqrstuvwxyz", "ABCDEFGHJKLMNPQRSTUVWXYZ", "23456789", "!#%*+=?^~")
    drawn_letters = [rng.choice(kind) for kind in kinds] + [
        rng.choice("".join(kinds)) for _ in range(rng.randint(8, 16))
    ]
    rng.shuffle(drawn_letters)
    return "".join(drawn_letters)


def _tongue(name: str) -> Maker:
    def make(rng: random.Random) -> str:
        return (
            f"{rng.choice(_ELSEWHERE[name])}{rng.randint(1, 2026)}{rng.choice(('', '!', '#', '?'))}"
        )

    return make


def _keys_in_row(rng: random.Random) -> str:
    return rng.choice(("qwertz", "asdfgh", "1q2w3e4r", "zaq12wsx", "qazxsw")) + str(
        rng.randint(10, 9999)
    )


def _season(rng: random.Random) -> str:
    return f"{rng.choice(('Winter', 'Summer', 'Autumn', 'Spring', 'Welcome', 'Monday'))}{rng.randint(2019, 2026)}{rng.choice('!@#$')}"


def _bitlocker(rng: random.Random) -> str:
    return "-".join(f"{rng.randrange(65536) * 11:06d}" for _ in range(8))


def _cisco_seven(rng: random.Random) -> str:
    start = rng.randint(0, 15)
    word = _word(rng).encode()
    return f"{start:02d}" + "".join(
        f"{letter ^ _CISCO[(start + place) % len(_CISCO)]:02X}" for place, letter in enumerate(word)
    )


def _backup(rng: random.Random) -> str:
    return letters(rng, "0123456789abcdef", 5) + "-" + letters(rng, "0123456789abcdef", 5)


PASSWORDS: Final[dict[str, Maker]] = {
    "word": _word,
    "leet": _leet,
    "phrase": _phrase,
    "spaced": _spaced,
    "strong": _strong,
    "keys_in_row": _keys_in_row,
    "season": _season,
    "short": drawn("[a-z]{3,4}[0-9]{2,3}"),
    "simple": drawn("[A-Za-z0-9]{12,18}"),
    "quiet": drawn("[a-z0-9]{10}"),
    "long_random": drawn("[A-Za-z0-9_-]{32}"),
    "pin": drawn("[0-9]{4}"),
    "six": drawn("[0-9]{6}"),
    "eight": drawn("[0-9]{8}"),
    "google_otp": drawn("G-[0-9]{6}"),
    "door": drawn("[0-9]{4}#||*[0-9]{4}#||[0-9]{2}-[0-9]{2}-[0-9]{2}"),
    "bitlocker": _bitlocker,
    "filevault": drawn("[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}"),
    "backup_code": _backup,
    "backup_digits": drawn("[0-9]{4} [0-9]{4}"),
    "apple_app": drawn("[a-z]{4}-[a-z]{4}-[a-z]{4}-[a-z]{4}"),
    "google_app": drawn("[a-z]{4} [a-z]{4} [a-z]{4} [a-z]{4}"),
    "product_key": drawn(
        "[B-DF-HJ-NP-TV-Y2-46-9]{5}-[B-DF-HJ-NP-TV-Y2-46-9]{5}-[B-DF-HJ-NP-TV-Y2-46-9]{5}-[B-DF-HJ-NP-TV-Y2-46-9]{5}-[B-DF-HJ-NP-TV-Y2-46-9]{5}"
    ),
    "totp": drawn("[A-Z2-7]{16}||[A-Z2-7]{32}"),
    "totp_spaced": drawn(
        "[a-z2-7]{4} [a-z2-7]{4} [a-z2-7]{4} [a-z2-7]{4} [a-z2-7]{4} [a-z2-7]{4} [a-z2-7]{4} [a-z2-7]{4}"
    ),
    "cisco_seven": _cisco_seven,
    "community": drawn("[a-z]{3,5}RW[0-9]{3}||n3t[a-z]{4}[0-9]{2}||[a-z]{6}-ro-[0-9]{2}"),
    "wps": drawn("[0-9]{8}"),
    "router_label": drawn("[0-9]{20}||[a-z0-9]{16}"),
    **{f"word_{name}": _tongue(name) for name in _ELSEWHERE},
}
