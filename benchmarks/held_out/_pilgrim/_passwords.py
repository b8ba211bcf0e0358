"""Passwords that people make up in their languages, and those that a manager draws."""

import random
from typing import Final

from benchmarks.held_out._pilgrim._draw import Draw

_WORDS: Final = {
    "english": "Teapot Blizzard Harbour Walnut Copper Pilot Rocket Saddle Lantern Meadow",
    "spanish": "Girasol Naranja Tormenta Camino Ventana Pajarito Lluvia Volcan Cereza",
    "portuguese": "Saudade Cachoeira Abacaxi Janela Pipoca Jabuti Ladeira Mangueira",
    "french": "Papillon Coquelicot Fromage Tempete Noisette Grenouille Baguette Marron",
    "german": "Regenbogen Kartoffel Schmetterling Winter Gluehwein Fahrrad Kirsche",
    "polish": "Wiewiorka Jagoda Bociany Zamek Herbata Pierogi Sloneczko",
    "czech": "Knedlik Sojka Medved Pohadka Tramvaj Borovice Kocicka",
    "tagalog": "Mangga Bahaghari Kalabaw Sampaguita Tsinelas Merienda",
    "indonesian": "Rendang Pelangi Kelinci Melati Durian Sepeda Gunung",
    "vietnamese": "Hoadao Matong Banhmi Songhong Concho Muathu",
    "pinyin": "Xiongmao Meihua Taiyang Jiaozi Doufu Longmen",
    "african": "Ubuntu Jollof Baobab Springbok Suya Rooibos Egusi",
    "arabic": "Yasmin Felfel Koshary Amar Nil Sokkar",
}
_STRONG: Final = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789!#%*+-_=?"


def _word(words: tuple[str, ...]) -> Draw:
    def draw(rng: random.Random) -> str:
        first, second = rng.choice(words), rng.choice(words)
        year, mark = rng.randrange(1970, 2026), rng.choice("!#*?+")
        return rng.choice(
            (
                f"{first}{year}{mark}",
                f"{first.lower()}{mark}{second}{rng.randrange(10, 99)}",
                f"{first}-{second}-{rng.randrange(100, 999)}",
                f"{first.replace('a', '4').replace('o', '0')}_{rng.randrange(100, 9999)}",
                f"{first}{mark}{rng.randrange(1000, 9999)}",
            )
        )

    return draw


def _strong(size: int) -> Draw:
    def draw(rng: random.Random) -> str:
        return rng.choice("BCDFGHJK") + "".join(rng.choices(_STRONG, k=size - 2)) + "7"

    return draw


def _in_address(rng: random.Random) -> str:
    """Return one that needs no escape in an address."""
    signs = _STRONG.translate(str.maketrans("", "", "#%?+=*"))
    return rng.choice("mnpqr") + "".join(rng.choices(signs, k=14))


PASSWORDS: Final[dict[str, Draw]] = {
    **{f"word_{language}": _word(tuple(words.split())) for language, words in _WORDS.items()},
    "strong": _strong(16),
    "strong_long": _strong(24),
    "in_address": _in_address,
}
