"""What else is sensitive: names, ways to reach people, homes, with what ``_stranger`` draws."""

import random
from typing import Final

from benchmarks.held_out._guest._registries import REGISTRIES
from benchmarks.held_out._outside._sums import Draw
from benchmarks.held_out._stranger import _values
from benchmarks.held_out._stranger._sums import shaped

_NAMES: Final = {
    "LATIN": ("Ximena Yolanda|Joaquín|Rosalía|Gustavo|Marisol|Thiago|Benedita|Nahuel|Itzel|Evaristo|Luciana|Wilmer", "Quispe Mamani|Restrepo Gómez|Villalobos|Echeverría|Sepúlveda Rojas|Nascimento|do Carmo|Zelaya|Ixchop|Barrientos|Carvalho Lima"),
    "AFRICAN": ("Chinonso|Wanjiku|Abebe|Thandiwe|Kwabena|Mamadou|Oluwaseun|Nomvula|Achieng|Fatoumata|Tendai|Zainab", "Okonjo|Mwangi|Tadesse|Mokoena|Asante|Diallo|Adeyemi|Dlamini|Otieno|Ndiaye|Chikwanha|Bello"),
    "FILIPINO": ("Maricel|Jun-Jun|Rodel|Analyn|Jericho|Liezl|Crisanto", "Dimaculangan|dela Cruz|Macapagal|Bautista|Catacutan|Magsaysay"),
    "ASIAN": ("Putri|Agus|Siti Nurhaliza|Wei Ling|Dewi|Hafiz|Somchai|Bagus", "Wulandari|Setiawan|binti Rahman|Tan|Hartono|Lim|Srisuk|Nasution"),
    "NORDIC": ("Sigrún|Åsa|Torbjørn|Aino|Bjarke|Linnéa|Eirik|Veikko|Solveig|Rasmus", "Þorsteinsdóttir|Lindqvist|Haugland|Korhonen|Østergaard|Nyström|Bakken|Mäkinen|Holm|Kjærgaard"),
    "NORTHERN": ("Tyrell|Marguerite|Dakota|Priscilla|Étienne|Beau|LaShonda|Wesley", "Whitfield|Bouchard|Yellowhorse|Kowalchuk|Tremblay|Abernathy|Hutchins|Beauchamp"),
}  # fmt: skip
_VIETNAMESE: Final = ("Nguyễn Thị Hồng Nhung", "Trần Quốc Bảo", "Phạm Minh Khôi", "Đặng Thu Trang", "Võ Hoàng Long")  # fmt: skip
_THAI: Final = ("สมชาย ศรีสุข", "พิมพ์ชนก วงศ์สวัสดิ์", "อนุชา แก้วมณี", "กมลวรรณ ทองดี")
_AMHARIC: Final = ("አበበ ታደሰ", "ሰላማዊት ገብሬ", "ዳዊት መኮንን")
_PHONES: Final[dict[str, tuple[str, ...]]] = {
    "PHONE_MX": ("+52 55 #### ####", "(33) 3### ####", "222 ### ####"), "PHONE_CO": ("+57 31# ### ####", "300 ### ####", "(601) 3######"), "PHONE_AR": ("+54 9 11 ####-####", "011 15-####-####"),
    "PHONE_CL": ("+56 9 #### ####", "9 #### ####"), "PHONE_PE": ("+51 9## ### ###", "9########"), "PHONE_NG": ("+234 803 ### ####", "0803#######"), "PHONE_GH": ("+233 24 ### ####", "024 ### ####"),
    "PHONE_SN": ("+221 77 ### ## ##", "77 ### ## ##"), "PHONE_MZ": ("+258 84 ### ####", "84#######"), "PHONE_ET": ("+251 91 ### ####", "0911 ######"), "PHONE_PH": ("+63 917 ### ####", "0917-###-####", "(02) 8### ####"),
    "PHONE_MY": ("+60 12-### ####", "012-#######"), "PHONE_SE": ("+46 70 ### ## ##", "070-### ## ##"), "PHONE_DK": ("+45 2# ## ## ##", "2#######"), "PHONE_FI": ("+358 40 ### ####", "040 #######"), "PHONE_IS": ("+354 6## ####", "8##-####"),
    "PHONE_CA": ("+1 514 55%-01##", "(604) 55%-01##"), "PHONE_TZ": ("+255 754 ### ###", "0754######"),
}  # fmt: skip
_HOMES: Final[dict[str, tuple[str, ...]]] = {
    "HOME_CO": ("Carrera %# No. %#-%#, apto 50%, Bogotá", "Calle %# Sur No. %#A-%#, Medellín, Antioquia"), "HOME_AR": ("Av. Rivadavia %###, piso %, depto B, C1406 CABA", "San Martín %##, X5000 Córdoba"), "HOME_CL": ("Los Aromos %##, depto %0%, Ñuñoa, Santiago",),
    "HOME_PE": ("Jr. Huallaga %##, Cercado de Lima", "Av. El Sol %##, Cusco 08002"), "HOME_GH": ("House No. %#, Ring Road East, Osu, Accra",), "HOME_SN": ("Villa %##, Sicap Liberté %, Dakar",), "HOME_ZA": ("%# Protea Road, Claremont, Cape Town, 7708", "Unit %, %## Jan Smuts Avenue, Rosebank, Johannesburg 2196"),
    "HOME_PH": ("Blk % Lot %#, Mabini St., Brgy. San Isidro, Quezon City 1113", "%## Rizal Avenue, Cebu City 6000"), "HOME_ID": ("Jl. Diponegoro No. %#, RT 0%/RW 0%, Bandung 40115", "Jalan Kaliurang KM %, Sleman, Yogyakarta"), "HOME_MY": ("No. %#, Jalan SS 2/%#, 47300 Petaling Jaya, Selangor",),
    "HOME_SE": ("Storgatan %#, lgh 110%, 903 2% Umeå", "Vasagatan %A, 411 24 Göteborg"), "HOME_DK": ("Nørrebrogade %#, 2. tv, 2200 København N",), "HOME_NO": ("Storgata %#B, 9008 Tromsø",), "HOME_FI": ("Hämeenkatu %# A %, 33100 Tampere",), "HOME_IS": ("Laugavegur %#, 101 Reykjavík",),
    "HOME_CA": ("%## Rue Saint-Denis, app. %, Montréal (Québec) H2X 3K%", "%### Granville St, Vancouver, BC V6H 3H%"), "HOME_TH": ("%#/% ซอยสุขุมวิท %# แขวงคลองเตย กรุงเทพฯ 10110",),
}  # fmt: skip


def _chosen(values: tuple[str, ...]) -> Draw:
    return lambda rng: rng.choice(values)


def _named(given: str, family: str) -> Draw:
    def draw(rng: random.Random) -> str:
        return f"{rng.choice(given.split('|'))} {rng.choice(family.split('|'))}"

    return draw


_PEOPLE: Final[dict[str, Draw]] = {name: _named(*parts) for name, parts in _NAMES.items()} | {
    "VIETNAMESE": _chosen(_VIETNAMESE),
    "THAI": _chosen(_THAI),
    "AMHARIC": _chosen(_AMHARIC),
}
_TABLES: Final[tuple[tuple[str, dict[str, Draw]], ...]] = (
    ("PERSON", _PEOPLE),
    ("PHONE_NUMBER", {name: shaped(*shapes) for name, shapes in _PHONES.items()}),
    ("LOCATION", {name: shaped(*shapes) for name, shapes in _HOMES.items()}),
)
MORE: Final[dict[str, Draw]] = {
    **_values.MORE,
    **REGISTRIES,
    **{name: draw for _, table in _TABLES for name, draw in table.items()},
}
TYPES: Final = _values.TYPES | {name: entity for entity, table in _TABLES for name in table}
