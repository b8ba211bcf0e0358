"""What else is sensitive: ways to reach people, accounts, cards, birthdays, homes."""

import random
import unicodedata
from typing import Final

from benchmarks.held_out._outside._sums import Draw, luhn, weighted
from benchmarks.held_out._stranger._names import FAMILY, GIVEN, NAMES
from benchmarks.held_out._stranger._registries import REGISTRIES
from benchmarks.held_out._stranger._sums import born, filled, grouped, shaped

_HOSTS: Final = (
    "citromail.hu", "seznam.cz", "walla.co.il", "mynet.com", "ukr.net", "naver.com", "yahoo.co.jp", "rediffmail.com",
    "telenet.be", "bluewin.ch", "abv.bg", "wp.pl", "otenet.gr", "safaricom-mail.example", "mail.kyoto-u.example", "outlook.com.br", "icloud.com", "gmx.at",
)  # fmt: skip
_TOWNS: Final = (
    "Székesfehérvár", "Olomouc", "Maribor", "Plovdiv", "Kaunas", "Tartu", "Tampere", "Akureyri", "Stavanger", "Liège", "Annecy", "Kilkenny",
    "Castelló", "Braga", "Ioannina", "Eskişehir", "Almaty", "Samarkand", "Kutaisi", "Haifa", "Sharjah", "Enugu", "Kumasi", "Durban",
    "Nakuru", "Mwanza", "Coimbatore", "Ludhiana", "Surabaya", "Yogyakarta", "Cebu City", "Penang", "Đà Nẵng", "Chiang Mai", "Busan", "Sapporo",
    "Chengdu", "Dunedin", "Guayaquil", "Arequipa", "Rosario", "Puebla", "Saskatoon", "Boise", "Wollongong", "Inverness",
)  # fmt: skip
_MONTHS: Final = {
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "tr": "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
    "th": "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม",
    "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
    "cs": "ledna února března dubna května června července srpna září října listopadu prosince",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
    "en": "January February March April May June July August September October November December",
}
_WORDS: Final = ("oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def _plain(name: str) -> str:
    flat = unicodedata.normalize("NFKD", name.lower().replace("ı", "i").replace("đ", "d"))
    return "".join(c for c in flat if c.isascii() and c.isalnum())


def _mail(rng: random.Random) -> str:
    first, last = _plain(rng.choice(GIVEN)), _plain(rng.choice(FAMILY))
    local = rng.choice(
        (
            f"{first}.{last}",
            f"{last}{rng.randrange(60, 99)}",
            f"{first[0]}_{last}",
            f"{last}.{first}+claims",
            f"{first}{last[0]}",
        )
    )
    return f"{local}@{rng.choice(_HOSTS)}"


def _spoken_mail(rng: random.Random) -> str:
    first, last = _plain(rng.choice(GIVEN)), _plain(rng.choice(FAMILY))
    return f"{first} dot {last} at {rng.choice(('seznam dot cz', 'icloud dot com', 'gmx dot at'))}"


def _spoken_phone(rng: random.Random) -> str:
    number = "07" + filled(rng, "#########")
    return " ".join(_WORDS[int(char)] for char in number)


def _date(form: str) -> Draw:
    def draw(rng: random.Random) -> str:
        day = born(rng)
        months = {key: names.split(" ")[day.month - 1] for key, names in _MONTHS.items()}
        era = day.year - 1925 if day.year < 1989 else day.year - 1988
        return form.format(
            d=day,
            thai=day.year + 543,
            showa="昭和" if day.year < 1989 else "平成",
            era=era,
            **months,
        )

    return draw


def _iban(country: str, shape: str) -> Draw:
    def draw(rng: random.Random) -> str:
        account = filled(rng, shape)
        number = int("".join(str(int(char, 36)) for char in account + country + "00"))
        whole = f"{country}{98 - number % 97:02}{account}"
        blocks = " ".join(whole[i : i + 4] for i in range(0, len(whole), 4))
        return rng.choice((whole, blocks))

    return draw


def _card(head: str, length: int, *groups: int) -> Draw:
    def draw(rng: random.Random) -> str:
        whole = luhn(head + filled(rng, "#" * (length - len(head) - 1)))
        return rng.choice((whole, grouped(whole, *groups), grouped(whole, *groups, by="-")))

    return draw


def _routing(rng: random.Random) -> str:
    body = rng.choice(("0210", "1110", "3222", "0910")) + filled(rng, "####")
    return body + str(-weighted(body, (3, 7, 1, 3, 7, 1, 3, 7)) % 10)


def _nhs(rng: random.Random) -> str:
    while True:
        body = filled(rng, "4########")
        if (check := -weighted(body, range(10, 1, -1)) % 11) != 10:
            return grouped(f"{body}{check}", 3, 3, 4)


def _dea(rng: random.Random) -> str:
    body = filled(rng, "######")
    check = sum(map(int, body[::2])) + 2 * sum(map(int, body[1::2]))
    return f"{rng.choice('ABFM')}{filled(rng, '@')}{body}{check % 10}"


def _sixth(rng: random.Random) -> str:
    return f"2a0{rng.randrange(10)}:{rng.randrange(4096, 65536):x}:{rng.randrange(1, 999):x}::{rng.randrange(4096, 65536):x}"


def _fourth(rng: random.Random) -> str:
    return f"{rng.choice((31, 46, 77, 91, 105, 119, 178, 197, 203))}.{rng.randrange(1, 255)}.{rng.randrange(1, 255)}.{rng.randrange(1, 255)}"


_HOMES: Final[dict[str, tuple[str, ...]]] = {
    "HOME_TR": (
        "Barbaros Mah. Lale Sok. No:%# D:%, 34758 Ataşehir/İstanbul",
        "Yenimahalle, Atatürk Cad. %#/%, 06170 Ankara",
    ),
    "HOME_IN": (
        "Flat %0%, Shanti Kunj, 4th Cross, Indiranagar, Bengaluru 5600%#",
        "H.No. %#-B, Sector %#, Chandigarh - 160036",
    ),
    "HOME_MX": (
        "Av. Insurgentes Sur 1%##, Int. %#, Col. Del Valle, 03100 Ciudad de México, CDMX",
        "Calle Hidalgo %## Pte., Col. Centro, 64000 Monterrey, N.L.",
    ),
    "HOME_VN": (
        "Số %# ngõ %## Cầu Giấy, phường Quan Hoa, quận Cầu Giấy, Hà Nội",
        "%## Nguyễn Trãi, Phường 7, Quận 5, TP. Hồ Chí Minh",
    ),
    "HOME_SG": ("Blk %## Ang Mo Kio Ave 3 Unit 0%-%##, Singapore 5607##",),
    "HOME_AE": (
        "Villa %#, Street %#B, Al Barsha 2, Dubai",
        "Flat 1%0%, Corniche Tower, PO Box %####, Abu Dhabi",
    ),
    "HOME_KE": ("Apt %B, Muthaiga Heights, Limuru Road, P.O. Box %####-00100, Nairobi",),
    "HOME_NG": ("%# Adeola Odeku Street, Victoria Island, Lagos", "Plot %##, Ogui Road, Enugu"),
    "HOME_BR": ("Rua das Palmeiras, %##, apto %#, Vila Mariana, São Paulo - SP, 04102-0%#",),
    "HOME_NL": ("Prinsengracht %##-II, 1016 HK Amsterdam", "Kerkstraat %#, 3811 CV Amersfoort"),
    "HOME_IE": (
        "%# Seaview Terrace, Howth, Co. Dublin, D13 X4Y%",
        "The Old Mill, Ballinamore, Co. Leitrim",
    ),
    "HOME_US": (
        "%### SW Alder St Apt %B, Portland, OR 97205",
        "PO Box %##, Rural Route 2, Bozeman, MT 59715",
    ),
    "HOME_DE": (
        "Eppendorfer Weg %#, 20259 Hamburg",
        "Am Alten Markt %a, Hinterhaus, 96047 Bamberg",
    ),
    "HOME_JA": ("大阪府吹田市千里山東%丁目%番%#号", "〒150-00%# 東京都渋谷区恵比寿南%-%-%#"),
    "HOME_AR": (
        "شارع الملك فهد، حي العليا، مبنى %#، الرياض 12214",
        "%# شارع طلعت حرب، وسط البلد، القاهرة",
    ),
}
_PHONES: Final[dict[str, tuple[str, ...]]] = {
    "PHONE_HU": ("+36 30 ### ####", "06-70/###-####", "06 20 ### ## ##"),
    "PHONE_CZ": ("+420 60# ### ###", "72#-###-###"),
    "PHONE_TR": ("+90 53# ### ## ##", "0(54#) ### ## ##"),
    "PHONE_IL": ("05%-###-####", "+972-52-#######"),
    "PHONE_EG": ("+20 10 #### ####", "011########"),
    "PHONE_AE": ("+971 50 ### ####", "055-#######"),
    "PHONE_IN": ("+91 98### #####", "099###-#####"),
    "PHONE_KR": ("010-####-####", "+82 10-####-####"),
    "PHONE_JP": ("090-####-####", "+81-3-5###-####", "06-6###-####"),
    "PHONE_GR": ("+30 694 ### ####", "210 6## ####"),
    "PHONE_UA": ("+380 67 ### ## ##", "(050) ###-##-##"),
    "PHONE_ID": ("+62 812-####-####", "0857########"),
    "PHONE_KE": ("+254 7## ### ###", "07##-######"),
    "PHONE_TH": ("08%-###-####", "+66 9# ### ####"),
    "PHONE_VN": ("09## ### ###", "+84 38 ### ## ##"),
    "PHONE_BR": ("(11) 9%###-####", "+55 21 9%### ####"),
    "PHONE_PL": ("+48 5## ### ###", "(22) 6## ## ##"),
    "PHONE_DE": ("0171/#######", "+49 (0)40 %######", "030 / %## ## ##-##"),
    "PHONE_FR": ("06.%#.##.##.##", "+33 (0)7 %# ## ## ##"),
    "PHONE_UK": ("07%## ######", "+44 (0)161 4## ####", "0131 6## ####"),
    "PHONE_US": ("(503) 55%-01##", "+1 212-55%-01##", "720.55%.01## x4%"),
    "PHONE_SG": ("+65 9### ####", "8%## ####"),
    "PHONE_ZA": ("+27 82 ### ####", "083 ### ####"),
    "PHONE_ES": ("6%# ## ## ##", "+34 91 ### ## ##"),
    "PHONE_NO": ("+47 9## ## ###", "4## ## ###"),
    "PHONE_SPOKEN": ("",),
}
_DATES: Final = {
    "BORN_ISO": "{d:%Y-%m-%d}", "BORN_DOT": "{d:%d.%m.%Y}", "BORN_SLASH": "{d:%d/%m/%Y}", "BORN_US": "{d:%m/%d/%Y}", "BORN_SHORT": "{d:%d.%m.%y}",
    "BORN_TIGHT": "{d:%Y%m%d}", "BORN_LONG": "{d.day} {en} {d.year}", "BORN_AMERICAN": "{en} {d.day}, {d.year}", "BORN_HU": "{d:%Y. %m. %d.}",
    "BORN_JA": "{d.year}年{d.month}月{d.day}日", "BORN_ERA": "{showa}{era}年{d.month}月{d.day}日", "BORN_KO": "{d.year}년 {d.month}월 {d.day}일", "BORN_TH": "{d.day} {th} {thai}",
    "BORN_ES": "{d.day} de {es} de {d.year}", "BORN_DE": "{d.day}. {de} {d.year}", "BORN_TR": "{d.day} {tr} {d.year}", "BORN_ID": "{d.day} {id} {d.year}",
    "BORN_CS": "{d.day}. {cs} {d.year}", "BORN_UK": "{d.day} {uk} {d.year} р.",
}  # fmt: skip
_OTHERS: Final[dict[str, tuple[str, Draw]]] = {
    "MAIL": ("EMAIL_ADDRESS", _mail), "MAIL_SPOKEN": ("EMAIL_ADDRESS", _spoken_mail),
    "IP": ("IP_ADDRESS", _fourth), "IP_SIX": ("IP_ADDRESS", _sixth),
    "TOWN": ("LOCATION", lambda rng: rng.choice(_TOWNS)),
    "VISA": ("CREDIT_CARD", _card("4", 16, 4, 4, 4, 4)), "MASTER": ("CREDIT_CARD", _card("52", 16, 4, 4, 4, 4)),
    "AMEX": ("CREDIT_CARD", _card("37", 15, 4, 6, 5)), "JCB": ("CREDIT_CARD", _card("3530", 16, 4, 4, 4, 4)),
    "TROY": ("CREDIT_CARD", _card("9792", 16, 4, 4, 4, 4)), "RUPAY": ("CREDIT_CARD", _card("6521", 16, 4, 4, 4, 4)),
    "IBAN_HU": ("IBAN_CODE", _iban("HU", "#" * 24)), "IBAN_CZ": ("IBAN_CODE", _iban("CZ", "0800" + "#" * 16)),
    "IBAN_TR": ("IBAN_CODE", _iban("TR", "000620" + "#" * 16)), "IBAN_AE": ("IBAN_CODE", _iban("AE", "033" + "#" * 16)),
    "IBAN_GR": ("IBAN_CODE", _iban("GR", "0110" + "#" * 19)), "IBAN_NL": ("IBAN_CODE", _iban("NL", "INGB" + "#" * 10)),
    "IBAN_NO": ("IBAN_CODE", _iban("NO", "#" * 11)), "IBAN_PK": ("IBAN_CODE", _iban("PK", "HABB" + "#" * 16)),
    "IBAN_IE": ("IBAN_CODE", _iban("IE", "AIBK" + "#" * 14)), "IBAN_CH": ("IBAN_CODE", _iban("CH", "00762" + "#" * 12)),
    "ROUTING": ("ABA_ROUTING_NUMBER", _routing), "US_ACCOUNT": ("US_BANK_NUMBER", shaped("%#########", "%###########")),
    "SSN": ("US_SSN", shaped("5##-4#-1###", "21% 3% ####", "40####7##")), "NHS": ("UK_NHS", _nhs), "DEA": ("MEDICAL_LICENSE", _dea),
    "NINO": ("UK_NINO", shaped("JK######C", "PX ## ## ## B", "CE######A")), "PAN": ("IN_PAN", shaped("@@@P@####@")),
    "PASSPORT_US": ("US_PASSPORT", shaped("5########", "A########")), "ETHER": ("CRYPTO", lambda rng: f"0x{rng.getrandbits(160):040x}"),
    "PLATE": ("VEHICLE_REGISTRATION", shaped("#### JKL", "HH-KT %##", "34 ABC %##", "AA-%##-KD")),
}  # fmt: skip

_TABLES: Final = (
    (
        "PHONE_NUMBER",
        {name: shaped(*shapes) for name, shapes in _PHONES.items()}
        | {"PHONE_SPOKEN": _spoken_phone},
    ),
    ("LOCATION", {name: shaped(*shapes) for name, shapes in _HOMES.items()}),
    ("DATE_OF_BIRTH", {name: _date(form) for name, form in _DATES.items()}),
    ("PERSON", NAMES),
)
MORE: Final[dict[str, Draw]] = (
    REGISTRIES
    | {name: draw for name, (_, draw) in _OTHERS.items()}
    | {name: draw for _, table in _TABLES for name, draw in table.items()}
)
TYPES: Final = {name: entity for name, (entity, _) in _OTHERS.items()} | {
    name: entity for entity, table in _TABLES for name in table
}
