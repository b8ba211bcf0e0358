"""People and ways to reach them in more layouts and cultures, beside those of the seventh split."""

import random
from typing import Final

from benchmarks.held_out._newcomer._registries import REGISTRIES
from benchmarks.held_out._outside._sums import Draw, form
from benchmarks.held_out._outside._values import TYPES as _KNOWN_TYPES
from benchmarks.held_out._outside._values import VALUES as _KNOWN
from benchmarks.held_out._outside._values import native

_GIVEN: Final = (
    "Abigail", "Tomasz", "Giulia", "Rashid", "Mei", "Oksana", "Javier", "Freya", "Chinedu", "Yuki", "Lakshmi", "Pedro",
    "Annika", "Youssef", "Blessing", "Marek", "Niamh", "Arjun", "Valentina", "Selim", "Heidi", "Kofi", "Renée", "Zsófia",
)  # fmt: skip
_FAMILY: Final = (
    "Winterbottom", "Kowalczyk", "Ferrari", "Al-Masri", "Chen", "Shevchenko", "Ortega", "Halvorsen", "Eze", "Nakamura", "Iyer", "Carvalho",
    "de Jong", "Benali", "Moyo", "Novotný", "O'Connell", "Mehta", "Rossi", "Aydın", "Baumgartner", "Asante", "Lefèvre", "Szabó",
)  # fmt: skip


def _whole(shape: str) -> Draw:
    def draw(rng: random.Random) -> str:
        given, family = rng.choice(_GIVEN), rng.choice(_FAMILY)
        middle = rng.choice("ABDEGHJLMRST")
        return shape.format(g=given, f=family, m=middle, F=family.upper())

    return draw


def _mailbox(rng: random.Random) -> str:
    given, family = (
        "".join(char for char in part.lower() if char.isascii() and char.isalpha())
        for part in (rng.choice(_GIVEN), rng.choice(_FAMILY))
    )
    local = rng.choice(
        (
            f"{given}.{family}",
            f"{given}{rng.randrange(1960, 2006)}",
            f"{family}.{given[0]}",
            f"{given[:3]}_{family[:4]}",
            f"{given}.{family}+shop",
            f"x.{family}.{rng.randrange(10, 99)}",
        )
    )
    domain = rng.choice(
        (
            "fastmail.com", "t-online.de", "bbox.fr", "libero.it", "uol.com.br", "rediffmail.com", "sbcglobal.net",
            "hey.com", "xn--bcher-kva.example", "alumni.kth.se", "ziggo.nl", "wp.pl", "icloud.com", "gov.example.org",
        )
    )  # fmt: skip
    return f"{local}@{domain}"


def _street(rng: random.Random) -> str:
    return rng.choice(
        (
            f"{rng.randrange(2, 900)} {rng.choice(('Maple', 'Harcourt', 'Pine Ridge', 'Old Mill'))} {rng.choice(('Street', 'Ave', 'Lane', 'Blvd'))}",
            f"{rng.choice(('Lindenweg', 'Goethestraße', 'Am Markt'))} {rng.randrange(1, 90)}",
            f"{rng.randrange(1, 120)} rue {rng.choice(('des Lilas', 'Voltaire', 'de la Gare'))}",
            f"{rng.choice(('Via Garibaldi', 'Corso Italia'))} {rng.randrange(1, 90)}",
            f"{rng.choice(('Calle Mayor', 'Avenida del Puerto'))} {rng.randrange(1, 90)}",
        )
    )


def _private_mask(rng: random.Random) -> str:
    return f"10.{rng.randrange(256)}.{rng.randrange(256)}.{rng.randrange(1, 255)}"


def _short_six(rng: random.Random) -> str:
    return f"2001:{rng.randrange(1, 1 << 16):x}:{rng.randrange(1, 1 << 16):x}::{rng.randrange(1, 1 << 16):x}"


_OWN: Final[dict[str, tuple[str, Draw]]] = {
    "WHOLE": ("PERSON", _whole("{g} {f}")),
    "MIDDLE": ("PERSON", _whole("{g} {m}. {f}")),
    "SURNAMEFIRST": ("PERSON", _whole("{f}, {g}")),
    "CAPSLAST": ("PERSON", _whole("{F} {g}")),
    "FORENAME": ("PERSON", lambda rng: rng.choice(_GIVEN)),
    "SURNAME": ("PERSON", lambda rng: rng.choice(_FAMILY)),
    "NAME_TR": ("PERSON", native("tr_TR", lambda f: f"{f.first_name()} {f.last_name()}")),
    "NAME_CZ": ("PERSON", native("cs_CZ", lambda f: f"{f.first_name()} {f.last_name()}")),
    "NAME_FI": ("PERSON", native("fi_FI", lambda f: f"{f.first_name()} {f.last_name()}")),
    "NAME_GR": ("PERSON", native("el_GR", lambda f: f"{f.first_name()} {f.last_name()}")),
    "NAME_UA": ("PERSON", native("uk_UA", lambda f: f"{f.first_name()} {f.last_name()}")),
    "NAME_RO": ("PERSON", native("ro_RO", lambda f: f"{f.first_name()} {f.last_name()}")),
    "MAILBOX": ("EMAIL_ADDRESS", _mailbox),
    "STREET": ("LOCATION", _street),
    "ADDRESS_TR": ("LOCATION", native("tr_TR", lambda f: str(f.address()))),
    "ADDRESS_CZ": ("LOCATION", native("cs_CZ", lambda f: str(f.address()))),
    "ADDRESS_NO": ("LOCATION", native("no_NO", lambda f: str(f.address()))),
    "TOWN": ("LOCATION", lambda rng: rng.choice(("Porto Alegre", "Kraków", "Lyon", "Bristol", "Graz", "Izmir", "Tampere", "Nagoya", "Cebu City", "Durban", "Guadalajara", "Boise", "Ghent", "Pune"))),
    "ZIPCITY": ("LOCATION", lambda rng: rng.choice(("60314 Frankfurt", "75011 Paris", "1071 Amsterdam", "00-950 Warszawa", "8010 Graz", "20121 Milano"))),
    "IP_LAN": ("IP_ADDRESS", _private_mask),
    "IP_SHORT": ("IP_ADDRESS", _short_six),
    "PHONE_IT": ("PHONE_NUMBER", form("+39 347 #######", "333 ### ####")),
    "PHONE_ES": ("PHONE_NUMBER", form("+34 6## ## ## ##", "6~# ### ###")),
    "PHONE_NL": ("PHONE_NUMBER", form("06-########", "+31 6 ########")),
    "PHONE_TR": ("PHONE_NUMBER", form("+90 532 ### ## ##", "0 (505) ### ## ##")),
    "PHONE_AU": ("PHONE_NUMBER", form("04## ### ###", "+61 4## ### ###")),
    "PHONE_PH": ("PHONE_NUMBER", form("0917 ### ####", "+63 917 ### ####")),
    "PHONE_ID": ("PHONE_NUMBER", form("0812-####-####", "+62 812 #### ####")),
    "PHONE_AT": ("PHONE_NUMBER", form("0664 / ### ## ##", "+43 664 #######")),
    "PHONE_NO": ("PHONE_NUMBER", form("+47 9## ## ###", "9~# ## ###")),
    "PHONE_IE": ("PHONE_NUMBER", form("087 ### ####", "+353 86 ### ####")),
    "PHONE_PAREN": ("PHONE_NUMBER", form("(312) 555-01##", "+1 (303) 555-01##", "1.206.555.01##")),
}  # fmt: skip

MORE: Final[dict[str, Draw]] = (
    REGISTRIES | _KNOWN | {name: draw for name, (_, draw) in _OWN.items()}
)
TYPES: Final = _KNOWN_TYPES | {name: entity for name, (entity, _) in _OWN.items()}
