"""Names, ways to reach people, homes and birthdays, as each country writes them."""

import random
from typing import Final

from benchmarks.held_out._caller._registries_asia import ASIA
from benchmarks.held_out._caller._registries_east import EAST
from benchmarks.held_out._caller._registries_west import WEST
from benchmarks.held_out._caller._registries_world import WORLD
from benchmarks.held_out._caller._sums import Draw, born, filled, shapes

_NAMES: Final = {
    "GERMAN": ("Annegret|Torben|Liesl|Falk|Heike|Jörg|Sieglinde", "Krüger|von Bergen|Strasser|Möhring|Abele|Grünwald"),
    "FRENCH": ("Maëlle|Thibault|Anne-Laure|Corentin|Ghislaine|Loïc", "Lefebvre|Le Goff|de Villiers|Garnier|Pasquier|Chevallier"),
    "ITALIAN": ("Ornella|Fabrizio|Chiara|Tommaso|Loredana|Nazzareno", "Bevilacqua|De Santis|Lo Presti|Zanetti|Marchesi"),
    "IBERIAN": ("Íñigo|Montserrat|Rui|Leonor|Gonzalo|Inês", "Etxeberria|Vilanova|Figueiredo|Castelo Branco|Quiroga"),
    "DUTCH": ("Sjoerd|Marloes|Wouter|Hanneke|Joris|Fleur", "van der Meer|Hoekstra|De Smet|Vandenberghe|Kuipers"),
    "POLISH": ("Zbigniew|Łukasz|Wojciech|Tadeusz|Krzysztof", "Wiśniewski|Kowalczyk|Dąbrowski|Gołąb|Zieliński"),
    "CZECH": ("Bohumil|Jiří|Radek|Zdeněk|Vojtěch|Ľubomír", "Dvořák|Procházka|Hrubý|Novák|Kovář"),
    "HUNGARIAN": ("Szabó|Kovács|Horváth|Tóth|Németh|Fekete", "Gergő|Ágnes|Zsófia|Béla|Réka|Miklós"),
    "ROMANIAN": ("Ionuț|Andreea|Costel|Ștefania|Vlad|Mihaela", "Popescu|Dumitrescu|Ciobanu|Munteanu|Lupu"),
    "BALKAN": ("Dragana|Zoran|Ivana|Tomislav|Snežana|Matej|Mojca", "Petrović|Horvat|Jovanović|Babić|Kovačič|Marušić"),
    "BULGARIAN": ("Димитър|Красимир|Пламен|Георги|Стефан", "Стоянов|Колев|Желязков|Тодоров|Иванов"),
    "UKRAINIAN": ("Олександр|Оксана|Тарас|Ірина|Богдан", "Шевчук|Коваленко|Бондар|Ткаченко|Мельник"),
    "GREEK": ("Ελένη|Δέσποινα|Κατερίνα|Σοφία", "Παπαδοπούλου|Νικολαΐδου|Αντωνίου|Καραγιάννη"),
    "ESTONIAN": ("Kristjan|Tõnu|Maarja|Liis|Rein", "Tamm|Mägi|Kask|Saar|Rebane"),
    "LATVIAN": ("Jānis|Māris|Andris|Kārlis", "Bērziņš|Kalniņš|Ozols|Liepiņš"),
    "LITHUANIAN": ("Tomas|Mindaugas|Vytautas|Rokas", "Kazlauskas|Petrauskas|Jankauskas"),
    "TURKISH": ("Gülşen|Oğuzhan|Çağla|Serdar|Nurcan|Tuğba", "Yıldırım|Karagöz|Öztürk|Çelik|Şahin|Aydoğan"),
    "INDIAN": ("Lakshmi|Harpreet|Anirudh|Meenakshi|Devendra|Shreya", "Venkataraman|Chatterjee|Gill|Deshpande|Iyer|Bhattacharya"),
    "SOUTHASIAN": ("Farzana|Imran|Nusrat|Dilshan|Bishnu|Tahmina", "Siddiqui|Rahman|Jayawardena|Thapa|Chowdhury|Mirza"),
    "ARABIC": ("Fatima|Khalid|Noura|Yousef|Mariam|Abdulrahman", "Al Mansoori|Al-Harbi|Haddad|El-Sayed|Al Thani|Khoury"),
    "ARABIC_NATIVE": ("فاطمة|خالد|نورة|يوسف|مريم", "المنصوري|الحربي|حداد|السيد|العتيبي"),
    "HEBREW": ("נועה|איתן|שירה|יואב|מיכל", "לוי|מזרחי|פרידמן|אברהמי|שפירא"),
    "CANADIAN": ("Marie-Ève|Gordon|Tanisha|Étienne|Harjit|Shauna", "Tremblay|MacLeod|Sandhu|Bouchard|Wojcik|Fraser"),
    "AUSTRALIAN": ("Bronwyn|Lachlan|Kiri|Darcy|Shayla|Heath", "O'Loughlin|Nguyen|Papadakis|McAllister|Hargreaves"),
}  # fmt: skip
_JAPANESE: Final = ("佐藤|高橋|渡辺|小林|松本|石川", "美咲|健太|陽子|大輔|直樹|さくら")
_KOREAN: Final = ("김|이|박|최|정|강", "민준|서연|지훈|수빈|영희|도윤")
_ROMANISED: Final = ("Haruka|Kenji|Ayumi|Daichi", "Takahashi|Yamamoto|Nakagawa|Ishikawa")
_ROMANISED_KOREAN: Final = ("Ji-woo|Min-jae|Seo-yeon|Hyun-woo", "Park|Choi|Kang|Hwang")
_MAIL_USERS: Final = "annegret.k|oguz.karagoz|lakshmi_v|zbyszek77|m.tremblay|haruka.t|noura.h|ionut.p|b.oloughlin|jiri-dvorak|seoyeon.kang|rui.figueiredo"
_MAIL_HOSTS: Final = "gmail.com|gmx.at|seznam.cz|wp.pl|naver.com|yahoo.co.jp|rediffmail.com|bigpond.com|videotron.ca|libero.it|freemail.hu|etisalat.ae|proximus.be|abv.bg"
_PHONES: Final = {
    "DE": ("0171 #######", "+49 30 ########", "0049 89 #######"),
    "AT": ("+43 664 #######", "0676 / ### ## ##"),
    "CH": ("079 ### ## ##", "+41 44 ### ## ##"),
    "FR": ("06 ## ## ## ##", "+33 7 ## ## ## ##"),
    "BE": ("0478 ## ## ##", "+32 2 ### ## ##"),
    "NL": ("06-########", "+31 20 ### ####"),
    "IT": ("347 ### ####", "+39 02 #### ####"),
    "ES": ("6## ## ## ##", "+34 91 ### ## ##"),
    "PT": ("91# ### ###", "+351 21 ### ####"),
    "PL": ("6## ### ###", "+48 22 ### ## ##"),
    "CZ": ("+420 7## ### ###", "60# ### ###"),
    "HU": ("+36 30 ### ####", "06 20 ### ####"),
    "RO": ("07## ### ###", "+40 21 ### ## ##"),
    "RS": ("+381 64 ### ####", "063/###-####"),
    "BG": ("+359 88 ### ####", "0887 ### ###"),
    "UA": ("+380 67 ### ## ##", "(050) ###-##-##"),
    "GR": ("69## ### ###", "+30 210 ### ####"),
    "TR": ("0532 ### ## ##", "+90 212 ### ## ##"),
    "IN": ("+91 98### #####", "97########", "022-2### ####"),
    "PK": ("0300-#######", "+92 321 #######"),
    "AE": ("+971 50 ### ####", "055 ### ####"),
    "SA": ("+966 5# ### ####", "050#######"),
    "IL": ("054-###-####", "+972 52 ### ####"),
    "CA": ("(514) 3##-####", "+1 604-7##-####", "416.5##.####"),
    "AU": ("04## ### ###", "+61 2 9### ####", "(03) 9### ####"),
    "JP": ("090-%###-####", "03-3###-####", "+81 80 %### ####"),
    "KR": ("010-%###-####", "02-###-####", "+82 10 %### ####"),
}  # fmt: skip
_HOMES: Final = {
    "DE": ("Lindenweg %#, 79### Freiburg im Breisgau", "Am Mühlbach %, 04### Leipzig"),
    "AT": ("Mariahilfer Straße %#/%, 1060 Wien", "Kirchengasse %#, 8020 Graz"),
    "CH": ("Rue du Lac %#, 1800 Vevey", "Seefeldstrasse %##, 8008 Zürich"),
    "FR": ("%# rue des Tanneurs, 37000 Tours", "% bis avenue Foch, 69006 Lyon"),
    "BE": ("Gentsesteenweg %##, 2800 Mechelen", "Chaussée de Wavre %##, 1050 Ixelles"),
    "IT": ("Via dei Mille %#, 10123 Torino (TO)", "Corso Garibaldi %##, 80141 Napoli"),
    "ES": ("Calle Uría %#, 3º B, 33003 Oviedo", "Rúa do Franco %#, 15702 Santiago de Compostela"),
    "PT": ("Rua das Flores %##, 2.º Esq., 4050-### Porto",),
    "PL": ("ul. Długa %#/%, 31-### Kraków", "al. Niepodległości %##, 02-### Warszawa"),
    "CZ": ("Husova %#, 602 00 Brno", "Na Příkopě %##/%, 110 00 Praha 1"),
    "HU": ("1051 Budapest, Nádor utca %#", "6720 Szeged, Kárász utca %"),
    "RO": ("Str. Mihai Eminescu nr. %#, ap. %, 400### Cluj-Napoca",),
    "RS": ("Bulevar kralja Aleksandra %##, 11000 Beograd",),
    "BG": ("ул. Граф Игнатиев %#, 1000 София",),
    "UA": ("вул. Хрещатик, буд. %#, кв. %#, Київ, 01001",),
    "GR": ("Ερμού %#, 105 63 Αθήνα",),
    "TR": ("Bağdat Caddesi No: %##/%, 34728 Kadıköy/İstanbul", "Atatürk Mah. 1453 Sok. No:%#, Çankaya/Ankara"),
    "IN": ("Flat %0%, Shanti Apartments, FC Road, Pune 4110##", "%#/2, 4th Cross, Jayanagar, Bengaluru 5600##"),
    "PK": ("House %##, Street %#, F-8/3, Islamabad",),
    "AE": ("Villa %#, Al Wasl Road, Jumeirah 1, Dubai", "Apt %0%, Marina Heights, Dubai Marina, Dubai"),
    "IL": ("רחוב הרצל %#, חיפה",),
    "CA": ("%### rue Saint-Denis, Montréal, QC H2J 2L#", "%## Dundas St W, Unit %, Toronto, ON M5T 1H#"),
    "AU": ("%#/%## Lygon Street, Carlton VIC 3053", "%# Bulwara Rd, Pyrmont NSW 2009"),
    "JP": ("東京都世田谷区三軒茶屋2丁目%#-%", "大阪府大阪市北区梅田%-%-%#"),
    "KR": ("서울특별시 마포구 월드컵북로 %##, %0%호", "부산광역시 해운대구 센텀중앙로 %#"),
}  # fmt: skip
_BIRTHS: Final = {
    "BORN_DOT": "%d.%m.%Y",
    "BORN_ISO": "%Y-%m-%d",
    "BORN_SLASH": "%d/%m/%Y",
    "BORN_DASH": "%d-%m-%Y",
    "BORN_LONG": "%d %B %Y",
    "BORN_ASIA": "%Y年%m月%d日",
    "BORN_KOREA": "%Y년 %m월 %d일",
    "BORN_YMD": "%Y/%m/%d",
}


def _names(parts: tuple[str, str], by: str = " ") -> Draw:
    first, last = (part.split("|") for part in parts)
    return lambda rng: f"{rng.choice(first)}{by}{rng.choice(last)}"


def _born(form: str) -> Draw:
    return lambda rng: born(rng).strftime(form)


def _mail(rng: random.Random) -> str:
    user, host = rng.choice(_MAIL_USERS.split("|")), rng.choice(_MAIL_HOSTS.split("|"))
    return f"{user}{filled(rng, rng.choice(('', '%#', '+app')))}@{host}"


_PEOPLE: Final[dict[str, Draw]] = {
    **{name: _names(parts) for name, parts in _NAMES.items()},
    "JAPANESE": _names(_JAPANESE, ""),
    "JAPANESE_SPACED": _names(_JAPANESE),
    "KOREAN": _names(_KOREAN, ""),
    "ROMANISED": _names(_ROMANISED),
    "ROMANISED_KOREAN": _names(_ROMANISED_KOREAN),
}
_PHONE: Final = {f"PHONE_{country}": shapes(*forms) for country, forms in _PHONES.items()}
_HOME: Final = {f"HOME_{country}": shapes(*forms) for country, forms in _HOMES.items()}
_BIRTH: Final = {name: _born(form) for name, form in _BIRTHS.items()}

MORE: Final[dict[str, Draw]] = {
    **WEST,
    **EAST,
    **ASIA,
    **WORLD,
    **_PEOPLE,
    **_PHONE,
    **_HOME,
    **_BIRTH,
    "MAIL": _mail,
    "DATE_OF_BIRTH": _born("%d.%m.%Y"),
}
TYPES: Final = {
    **dict.fromkeys(_PEOPLE, "PERSON"),
    **dict.fromkeys(_PHONE, "PHONE_NUMBER"),
    **dict.fromkeys(_HOME, "LOCATION"),
    **dict.fromkeys(_BIRTH, "DATE_OF_BIRTH"),
    "MAIL": "EMAIL_ADDRESS",
}
