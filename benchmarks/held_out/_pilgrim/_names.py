"""Names of people, as they are written where they live."""

import random
from typing import Final

from benchmarks.held_out._pilgrim._draw import Draw

_PARTS: Final = {
    "AMERICAN": (
        "Darnell|Kaylee|Wyatt|Marisela|Trent|Deborah|Malik|Josephine|Brody|Latoya",
        "Whitfield|Kowalczyk|Hutchins|Delacruz|Okonedo|McElroy|Van Horn|Pritchett|Salazar|Bauman",
    ),
    "BRITISH": (
        "Callum|Niamh|Saoirse|Gareth|Eilidh|Imogen|Declan|Rhiannon|Alistair|Padraig",
        "Hargreaves|O'Shaughnessy|Pritchard|MacAulay|Byrne|Okafor-Lane|Whittle|Ní Dhomhnaill",
    ),
    "BRAZILIAN": (
        "Thaís|Wellington|Raimunda|Cauã|Jussara|Everton|Luana|Otávio|Neide|Murilo",
        "Figueiredo|Bittencourt|de Araújo|Sampaio|Vasconcelos Pinto|Tavares|Guimarães|Peixoto",
    ),
    "MEXICAN": (
        "Guadalupe|Refugio|Citlali|Armando|Yadira|Cuauhtémoc|Lourdes|Efraín|Nayeli|Rigoberto",
        "Ochoa Reyes|Villaseñor|Cárdenas Ruiz|Huerta|Zepeda Luna|Ibarra|Mondragón|Cervantes Solís",
    ),
    "SPANISH": (
        "Iker|Nerea|Jordi|Montserrat|Álvaro|Begoña|Unai|Rocío|Manel|Candela",
        "Etxeberria|Puigdomènech|Cabrera Gil|Lozano|Quiroga Vidal|Ferrer|Arribas|Sanchís Peris",
    ),
    "FRENCH": (
        "Maëlys|Thibault|Ghislaine|Bastien|Océane|Loïc|Solène|Gwenaël|Amandine|Yannick",
        "Lefèvre|Le Goff|Charpentier|Bensaïd|d'Aubigny|Rousselot|Kerbrat|Vandamme|Pélissier",
    ),
    "GERMAN": (
        "Annegret|Torben|Lieselotte|Wolfram|Mechthild|Kilian|Swantje|Urs|Reto|Korbinian",
        "Schönfelder|Hürlimann|Brandstätter|Kröger|Zellweger|von Arnsberg|Pichler|Wüst|Oberhuber",
    ),
    "NIGERIAN": (
        "Chukwuemeka|Folasade|Ngozi|Babatunde|Aisha|Ifeoma|Olumide|Halima|Ebuka|Temitope",
        "Adeyemi|Okonkwo|Bello|Nwachukwu|Olatunji|Danjuma|Eze|Balogun|Uzoma|Abubakar",
    ),
    "SOUTHAFRICAN": (
        "Thandeka|Sipho|Lerato|Riaan|Nomvula|Kagiso|Annelize|Bongani|Zanele|Francois",
        "Mokoena|van der Merwe|Dlamini|Naidoo|Mthembu|Botha|Khumalo|Pillay|Nkosi|du Plessis",
    ),
    "EGYPTIAN": (
        "محمود|ياسمين|عمرو|هبة الله|طارق|نرمين|كريم|منى",
        "عبد الرحمن|الشناوي|حسنين|البدري|فوزي|الجمال|رمضان|السيوفي",
    ),
    "EGYPTLATIN": (
        "Mahmoud|Yasmine|Amr|Hebatallah|Tarek|Nermine|Karim|Mona",
        "Abdelrahman|El-Shenawy|Hassanein|El Badry|Fawzy|Gamal|Ramadan|Siufy",
    ),
    "FILIPINO": (
        "Jhonrey|Maricel|Rodrigo|Analyn|Crisanto|Ligaya|Jericho|Rowena|Emmanuel|Divina",
        "Dimaculangan|Bautista|Magsaysay|Villanueva|Pangilinan|Dela Cruz|Salonga|Macaraeg",
    ),
    "INDONESIAN": (
        "Bambang|Sri|Dewi|Agus|Wulan|Hendra|Ratna|Teguh|Yuliana|Fajar",
        "Wijayanto|Rahmawati|Kusumaningrum|Simanjuntak|Prasetyo|Hutapea|Nugraha|Lestari",
    ),
    "VIETNAMESE": (
        "Nguyễn Thị|Trần Văn|Lê Hoàng|Phạm Minh|Đỗ Thuỳ|Bùi Quang|Võ Ngọc|Huỳnh Anh",
        "Hương|Dũng|Phúc|Trang|Khánh|Linh|Tuấn|Thảo",
    ),
    "PINYIN": (
        "Zhang|Ouyang|Liu|Xu|Zhao|Qian|Shen|Lin",
        "Wei|Meiling|Jianguo|Xiaoyan|Zihan|Haoran|Guifen|Yifan",
    ),
    "CANTONESE": (
        "Chan|Wong|Cheung|Leung|Lam|Kwok|Yip|Tsang",
        "Ka Ho|Wing Yan|Siu Ming|Hoi Lam|Tsz Kin|Pui Shan|Chi Keung|Mei Fong",
    ),
}
# Where a family's name has two forms: men's and women's.
_PAIRS: Final = {
    "POLISH": (
        ("Zbigniew|Sławomir|Wiesław|Radosław", "Wróblewski|Szczepaniak|Jabłoński|Mróz|Pietrzak"),
        ("Małgorzata|Bożena|Jadwiga|Agnieszka", "Gołębiewska|Dąbek|Żuraw|Jabłońska|Mróz"),
    ),
    "CZECH": (
        ("Zdeněk|Vojtěch|Radim|Ctibor", "Havlíček|Dvořáček|Kučera|Vondráček"),
        ("Ludmila|Květa|Hedvika|Šárka", "Procházková|Němcová|Říhová|Beránková"),
    ),
}
_CHINESE: Final = (
    "张王李赵陈刘周孙",
    ("建国", "晓燕", "子涵", "浩然", "桂芬", "一凡", "丽华", "志强"),
)
_TAIWANESE: Final = (
    "林黃蔡吳許謝鄭洪",
    ("雅婷", "志豪", "淑芬", "家瑋", "怡君", "俊傑", "美惠", "冠廷"),
)


def _name(first: str, last: str) -> Draw:
    return lambda rng: f"{rng.choice(first.split('|'))} {rng.choice(last.split('|'))}"


def _first(first: str) -> Draw:
    return lambda rng: rng.choice(first.split("|"))


def _written(families: str, given: tuple[str, ...]) -> Draw:
    return lambda rng: rng.choice(families) + rng.choice(given)


def _pair(pairs: tuple[tuple[str, str], ...]) -> Draw:
    return lambda rng: _name(*rng.choice(pairs))(rng)


def _surname_first(rng: random.Random) -> str:
    first, last = _PARTS["FRENCH"]
    return f"{rng.choice(last.split('|')).upper()} {rng.choice(first.split('|'))}"


NAMES: Final[dict[str, Draw]] = {
    **{kind: _name(*parts) for kind, parts in _PARTS.items()},
    **{f"{kind}_FIRST": _first(parts[0]) for kind, parts in _PARTS.items()},
    **{kind: _pair(pairs) for kind, pairs in _PAIRS.items()},
    "FRENCH_FORMAL": _surname_first,
    "CHINESE": _written(*_CHINESE),
    "TAIWANESE": _written(*_TAIWANESE),
}
