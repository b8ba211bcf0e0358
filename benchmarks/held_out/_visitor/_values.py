"""People and ways to reach them in layouts and countries that the seventh and eighth splits do not draw."""

import random
from typing import Final

from benchmarks.held_out._newcomer._values import MORE as _KNOWN
from benchmarks.held_out._newcomer._values import TYPES as _KNOWN_TYPES
from benchmarks.held_out._outside._sums import Draw, birthday, digits, form, luhn
from benchmarks.held_out._outside._values import native
from benchmarks.held_out._visitor._registries import REGISTRIES

_GIVEN: Final = (
    "Margarethe", "Olumide", "Saoirse", "Tadeusz", "Ximena", "Hiroshi", "Parvati", "Eskil", "Nomvula", "Ludovico", "Rania", "Bogdan",
    "Thuy", "Cormac", "Milena", "Aditya", "Soledad", "Gunnar", "Hoang", "Fatoumata", "Dariusz", "Leocadia", "Ruaridh", "Jelena",
)  # fmt: skip
_FAMILY: Final = (
    "Achterberg", "Balogun", "Castellanos", "Drozdowski", "Edmonstone", "Fukuda", "Gopinath", "Hjalmarsson", "Iheanacho", "Jovanović", "Kjeldsen", "Lombardi",
    "McAllister", "Nguyen", "Oyelaran", "Pellegrini", "Quintero", "Raghunathan", "Strömberg", "Tchaikovsky", "Uchenna", "Van Houten", "Wójcik", "Zamora",
)  # fmt: skip
_PARTICLES: Final = (
    "van der Berg",
    "de la Cruz",
    "von Stetten",
    "bin Abdullah",
    "da Silva",
    "ter Horst",
)


def _name(shape: str) -> Draw:
    def draw(rng: random.Random) -> str:
        given, other = rng.sample(_GIVEN, 2)
        return shape.format(
            g=given, o=other, f=rng.choice(_FAMILY), e=rng.choice(_FAMILY),
            m=rng.choice("BCDFHKLPRW"), p=rng.choice(_PARTICLES), i=given[0],
        )  # fmt: skip

    return draw


def _box(rng: random.Random) -> str:
    given, family = (
        "".join(char for char in part.lower() if char.isascii() and char.isalpha())
        for part in (rng.choice(_GIVEN), rng.choice(_FAMILY))
    )
    local = rng.choice(
        (
            f"{given}.{family}",
            f"{family}.{given}",
            f"{given[0]}{family}{rng.randrange(2, 99)}",
            f"{given}-{family[:3]}",
            f"{given}.{family}+billing",
            f"the.{family}s",
            f"{family}",
        )
    )
    domain = rng.choice(
        (
            "zoho.com", "tutanota.com", "bluewin.ch", "virgilio.it", "terra.com.br", "yandex.ru", "btinternet.com", "shaw.ca",
            "bigpond.net.au", "kpnmail.nl", "o2.pl", "telia.com", "163.com", "northwind-traders.example", "cs.university.edu", "me.com",
        )
    )  # fmt: skip
    return f"{local}@{domain}"


def _road(rng: random.Random) -> str:
    return rng.choice(
        (
            f"{rng.randrange(2, 400)} {rng.choice(('Juniper', 'St. Andrews', 'Cobblestone', 'Riverview'))} {rng.choice(('Court', 'Terrace', 'Drive', 'Close'))}",
            f"{rng.choice(('Birkenallee', 'Schillerstr.', 'Mühlgasse'))} {rng.randrange(1, 90)}",
            f"{rng.randrange(1, 120)} {rng.choice(('avenue Foch', 'boulevard Gambetta', 'impasse du Moulin'))}",
            f"{rng.choice(('Piazza Dante', 'Viale Mazzini'))} {rng.randrange(1, 90)}",
            f"{rng.choice(('Prinsengracht', 'Kerkstraat'))} {rng.randrange(1, 400)}",
        )
    )


def _home(rng: random.Random) -> str:
    return rng.choice(
        (
            f"{rng.randrange(10, 990)} Juniper Court, Apt {rng.randrange(1, 40)}, Springfield, OH {rng.randrange(45010, 45990)}",
            f"Birkenallee {rng.randrange(1, 90)}, {rng.randrange(10115, 14199)} Berlin",
            f"{rng.randrange(1, 90)} avenue Foch, 69006 Lyon",
            f"Kerkstraat {rng.randrange(1, 400)}, 1017 GL Amsterdam",
            f"Flat {rng.randrange(1, 30)}, Harbour House, Leith, EH6 7DX",
            f"ul. Długa {rng.randrange(1, 60)}/{rng.randrange(1, 20)}, 31-146 Kraków",
            f"Rua das Flores {rng.randrange(10, 900)}, Pinheiros, São Paulo - SP, 05422-012",
        )
    )


def _host(rng: random.Random) -> str:
    return f"{rng.choice((45, 62, 88, 109, 151, 178, 213))}." + ".".join(
        str(rng.randrange(1, 254)) for _ in range(3)
    )


def _born(shape: str) -> Draw:
    names = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")  # fmt: skip

    def draw(rng: random.Random) -> str:
        year, month, day = birthday(rng)
        n = int(day)
        ending = "th" if 10 < n < 14 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
        name = names[int(month) - 1]
        return shape.format(y=year, m=month, d=day, D=n, th=ending, N=name, U=name[:3].upper())

    return draw


def _maestro(rng: random.Random) -> str:
    return luhn(rng.choice(("6304", "6759", "6761")) + digits(rng, 11))


_OWN: Final[dict[str, tuple[str, Draw]]] = {
    "FULLNAME": ("PERSON", _name("{g} {f}")),
    "DOUBLE": ("PERSON", _name("{g}-{o} {f}")),
    "HYPHEN": ("PERSON", _name("{g} {f}-{e}")),
    "PARTICLE": ("PERSON", _name("{g} {p}")),
    "MIDINIT": ("PERSON", _name("{g} {m}. {f}")),
    "LASTFIRST": ("PERSON", _name("{f}, {g}")),
    "DOTTED": ("PERSON", _name("{i}. {f}")),
    "ONLYGIVEN": ("PERSON", _name("{g}")),
    "ONLYFAMILY": ("PERSON", _name("{f}")),
    "SMALL": ("PERSON", lambda rng: _name("{g} {f}")(rng).lower()),
    "SHOUT": ("PERSON", lambda rng: _name("{g} {f}")(rng).upper()),
    "NAME_HR": ("PERSON", native("hr_HR", lambda f: f"{f.first_name()} {f.last_name()}")),
    "NAME_SK": ("PERSON", native("sk_SK", lambda f: f"{f.first_name()} {f.last_name()}")),
    "NAME_VN": ("PERSON", native("vi_VN", lambda f: f"{f.last_name()} {f.first_name()}")),
    "NAME_ID": ("PERSON", native("id_ID", lambda f: f"{f.first_name()} {f.last_name()}")),
    "NAME_BG": ("PERSON", native("bg_BG", lambda f: f"{f.first_name()} {f.last_name()}")),
    "NAME_TH": ("PERSON", native("th_TH", lambda f: f"{f.first_name()} {f.last_name()}")),
    "NAME_FA": ("PERSON", native("fa_IR", lambda f: f"{f.first_name()} {f.last_name()}")),
    "NAME_TW": ("PERSON", native("zh_TW", lambda f: str(f.name()))),
    "BOX": ("EMAIL_ADDRESS", _box),
    "ROAD": ("LOCATION", _road),
    "HOME": ("LOCATION", _home),
    "PLACE": ("LOCATION", lambda rng: rng.choice(("Montevideo", "Gdańsk", "Bergamo", "Aberdeen", "Linz", "Antalya", "Oulu", "Sapporo", "Davao", "Nakuru", "Puebla", "Tucson", "Leuven", "Mysore", "Halifax", "Timișoara"))),
    "POSTPLACE": ("LOCATION", lambda rng: rng.choice(("50667 Köln", "13001 Marseille", "3511 Utrecht", "80-001 Gdańsk", "4020 Linz", "41121 Modena", "8001 Zürich"))),
    "HOST": ("IP_ADDRESS", _host),
    "HOME_IP": ("IP_ADDRESS", lambda rng: f"192.168.{rng.randrange(2, 250)}.{rng.randrange(2, 250)}"),
    "LINK_SIX": ("IP_ADDRESS", lambda rng: f"fe80::{rng.randrange(4096, 65535):x}:{rng.randrange(4096, 65535):x}:{rng.randrange(4096, 65535):x}:{rng.randrange(4096, 65535):x}"),
    "BORN_NTH": ("DATE_OF_BIRTH", _born("{D}{th} of {N} {y}")),
    "BORN_CAPS": ("DATE_OF_BIRTH", _born("{d}-{U}-{y}")),
    "BORN_SLASH": ("DATE_OF_BIRTH", _born("{y}/{m}/{d}")),
    "BORN_LONG": ("DATE_OF_BIRTH", _born("{N} {D}, {y}")),
    "BORN_DASH": ("DATE_OF_BIRTH", _born("{d}-{m}-{y}")),
    "MAESTRO": ("CREDIT_CARD", _maestro),
    "PHONE_AR": ("PHONE_NUMBER", form("+54 9 11 ~###-####", "011 ~###-####")),
    "PHONE_CL": ("PHONE_NUMBER", form("+56 9 ~### ####")),
    "PHONE_CO": ("PHONE_NUMBER", form("+57 310 ### ####", "315 ### ####")),
    "PHONE_CZ": ("PHONE_NUMBER", form("+420 60~ ### ###", "72~ ### ###")),
    "PHONE_HR": ("PHONE_NUMBER", form("+385 91 ### ####", "098 ### ###")),
    "PHONE_SK": ("PHONE_NUMBER", form("+421 905 ### ###", "0905 ### ###")),
    "PHONE_GR": ("PHONE_NUMBER", form("+30 69~# ### ###", "69########")),
    "PHONE_HU": ("PHONE_NUMBER", form("+36 30 ### ####", "06 20 ### ####")),
    "PHONE_RO": ("PHONE_NUMBER", form("0722 ### ###", "+40 74~ ### ###")),
    "PHONE_RU": ("PHONE_NUMBER", form("+7 (916) ###-##-##", "8 903 ###-##-##")),
    "PHONE_UA": ("PHONE_NUMBER", form("+380 67 ### ## ##", "(050) ###-##-##")),
    "PHONE_PT": ("PHONE_NUMBER", form("91~ ### ###", "+351 96~ ### ###")),
    "PHONE_DK": ("PHONE_NUMBER", form("+45 ~# ## ## ##")),
    "PHONE_FI": ("PHONE_NUMBER", form("040 ### ####", "+358 50 ### ####")),
    "PHONE_BE": ("PHONE_NUMBER", form("0475 ## ## ##", "+32 486 ## ## ##")),
    "PHONE_SA": ("PHONE_NUMBER", form("+966 5~ ### ####")),
    "PHONE_GH": ("PHONE_NUMBER", form("+233 24 ### ####", "024 ### ####")),
    "PHONE_VN": ("PHONE_NUMBER", form("0912 ### ###", "+84 90 ### ## ##")),
    "PHONE_TH": ("PHONE_NUMBER", form("08~-###-####")),
    "PHONE_MY": ("PHONE_NUMBER", form("012-### ####", "+60 19-### ####")),
    "PHONE_NZ": ("PHONE_NUMBER", form("021 ### ###", "+64 27 ### ####")),
    "PHONE_EXT": ("PHONE_NUMBER", form("(503) 555-01## ext. ~##", "+1-404-555-01##", "1-877-555-01##")),
}  # fmt: skip

MORE: Final[dict[str, Draw]] = REGISTRIES | _KNOWN | {name: draw for name, (_, draw) in _OWN.items()}  # fmt: skip
TYPES: Final = _KNOWN_TYPES | {name: entity for name, (entity, _) in _OWN.items()}
