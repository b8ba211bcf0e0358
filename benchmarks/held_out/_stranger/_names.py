"""People and their names in the order, case and script of where they live."""

import random
from typing import Final

from benchmarks.held_out._outside._sums import Draw
from benchmarks.held_out._people import Person

GIVEN: Final = (
    "Zsófia", "Bálint", "Ondřej", "Živa", "Tihomir", "Ioana", "Gintaras", "Liisbet", "Aino", "Sigurður", "Ingunn", "Wouter",
    "Maëlle", "Caoimhe", "Ximo", "Itziar", "Duarte", "Eleftheria", "Nazlı", "Kerem", "Aizhan", "Farrukh", "Nilufar", "Tamar",
    "Yonatan", "Noor", "Samira", "Chidera", "Kwabena", "Thandiwe", "Wanjiru", "Baraka", "Lakshmi", "Harpreet", "Rizky", "Dewi",
    "Amihan", "Jomar", "Siew Ling", "Minh Châu", "Somchai", "Hyun-woo", "Kaori", "Xiulan", "Tāne", "Matías", "Yesenia", "Leandro",
)  # fmt: skip
FAMILY: Final = (
    "Szalai", "Kocsis", "Procházka", "Zupančič", "Radoslavov", "Munteanu", "Kazlauskas", "Tamm", "Virtanen", "Gunnarsdóttir", "Haugen", "Verstraete",
    "Lefranc", "O'Driscoll", "Belda", "Etxeberria", "Figueiredo", "Papanikolaou", "Karadeniz", "Yıldırım", "Nurlanova", "Rahimov", "Yusupova", "Kvaratskhelia",
    "Ben-Haim", "Al-Mutairi", "Haddad", "Nwosu", "Asante", "Mthembu", "Kamau", "Mwakyusa", "Subramanian", "Sandhu", "Pratama", "Wulandari",
    "Dimaculangan", "Villanueva", "Tan", "Phạm", "Wattanasin", "Seo", "Hasegawa", "Deng", "Parata", "Olivares", "Quispe", "Barbosa",
)  # fmt: skip
_VIETNAMESE: Final = (
    ("Nguyễn", "Trần", "Lê", "Phạm", "Võ", "Đặng", "Bùi"),
    ("Thị Hồng", "Văn", "Minh", "Thanh", "Quốc", "Ngọc", "Hoàng"),
    ("Anh", "Dũng", "Hạnh", "Khoa", "Linh", "Phúc", "Trang", "Tuấn"),
)
_SWAHILI: Final = (
    ("Neema", "Juma", "Zawadi", "Hamisi", "Rehema", "Baraka", "Asha", "Omari", "Furaha", "Salim"),
    ("Mwakalinga", "Kimaro", "Odhiambo", "Wambui", "Mushi", "Mutua", "Ngowi", "Kariuki", "Shayo"),
)
_URDU: Final = (
    ("Ayesha", "Bilal", "Hina", "Usman", "Zainab", "Imran", "Rabia", "Faisal"),
    ("Chaudhry", "Siddiqui", "Qureshi", "Mirza", "Baloch", "Javed", "Khattak"),
)


def given(rng: random.Random) -> str:
    """Return a given name."""
    return rng.choice(GIVEN)


def family(rng: random.Random) -> str:
    """Return a family name."""
    return rng.choice(FAMILY)


def _told(form: str) -> Draw:
    return lambda rng: form.format(
        given(rng), family(rng), rng.choice("ABCDEFGHJKLMNPRSTVW"), family(rng), given(rng)
    )


def _native(locale: str, form: str) -> Draw:
    def draw(rng: random.Random) -> str:
        person = Person(rng, locale)
        return form.format(first=person.first, last=person.last)

    return draw


def _of(*parts: tuple[str, ...]) -> Draw:
    return lambda rng: " ".join(rng.choice(part) for part in parts)


def _spelled(rng: random.Random) -> str:
    name = rng.choice(("KOCSIS", "HAUGEN", "SANDHU", "MTHEMBU", "BARBOSA", "VIRTANEN", "ASANTE"))
    return rng.choice(("-", " ", ". ")).join(name)


# ``MORE`` of names; all are persons.
NAMES: Final[dict[str, Draw]] = {
    "FULL": _told("{0} {1}"),
    "GIVEN": given,
    "FAMILY": family,
    "COMMA": _told("{1}, {0}"),
    "CAPITALS": lambda rng: f"{given(rng)} {family(rng)}".upper(),
    "FAMILY_FIRST": lambda rng: f"{family(rng).upper()} {given(rng)}",
    "SMALL": lambda rng: f"{given(rng)} {family(rng)}".lower(),
    "INITIAL": _told("{2}. {1}"),
    "MIDDLE": _told("{0} {2}. {1}"),
    "DOUBLE": _told("{0} {1}-{3}"),
    "TWO_GIVEN": _told("{0} {4} {1}"),
    "SPELLED": _spelled,
    "NAME_HU": _native("hu_HU", "{last} {first}"),
    "NAME_JA": _native("ja_JP", "{last} {first}"),
    "NAME_JA_TIGHT": _native("ja_JP", "{last}{first}"),
    "NAME_KO": _native("ko_KR", "{last}{first}"),
    "NAME_ZH": _native("zh_CN", "{last}{first}"),
    "NAME_TW": _native("zh_TW", "{last}{first}"),
    "NAME_TH": _native("th_TH", "{first} {last}"),
    "NAME_HE": _native("he_IL", "{first} {last}"),
    "NAME_AR": _native("ar_SA", "{first} {last}"),
    "NAME_FA": _native("fa_IR", "{first} {last}"),
    "NAME_HI": _native("hi_IN", "{first} {last}"),
    "NAME_BN": _native("bn_BD", "{first} {last}"),
    "NAME_TA": _native("ta_IN", "{first} {last}"),
    "NAME_UK": _native("uk_UA", "{last} {first}"),
    "NAME_RU": _native("ru_RU", "{first} {last}"),
    "NAME_BG": _native("bg_BG", "{first} {last}"),
    "NAME_EL": _native("el_GR", "{first} {last}"),
    "NAME_KA": _native("ka_GE", "{first} {last}"),
    "NAME_VI": _of(*_VIETNAMESE),
    "NAME_SW": _of(*_SWAHILI),
    "NAME_UR": _of(*_URDU),
}
