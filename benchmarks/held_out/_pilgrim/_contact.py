"""Ways to reach people and days of birth, as they are written where people live."""

import random
import unicodedata
from typing import Final

from benchmarks.held_out._pilgrim._draw import Draw, born, shapes
from benchmarks.held_out._pilgrim._names import NAMES

_MONTHS: Final = {
    "BORN_EN": "January February March April May June July August September October November December",
    "BORN_PT": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "BORN_ES": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "BORN_FR": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "BORN_DE": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "BORN_PL": (
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października"
        " listopada grudnia"
    ),
    "BORN_CS": (
        "ledna února března dubna května června července srpna září října listopadu prosince"
    ),
    "BORN_IN": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
    "BORN_AR": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
}
_BETWEEN: Final = {"BORN_PT": " de ", "BORN_ES": " de ", "BORN_DE": ". ", "BORN_CS": ". "}
_NUMERIC: Final = {
    "BORN_ISO": ("%Y-%m-%d",),
    "BORN_US": ("%m/%d/%Y", "%B %d, %Y", "%b %d, %Y"),
    "BORN_DAY_FIRST": ("%d/%m/%Y", "%d-%m-%Y"),
    "BORN_DOTS": ("%d.%m.%Y",),
    "BORN_SLASHED": ("%Y/%m/%d",),
}
_PROVIDERS: Final = {
    "MAIL": ("gmail.com", "outlook.com", "icloud.com", "fastmail.com"),
    "MAIL_WORK": ("pagerfold.io", "tallowbank.com", "northquay-freight.com", "museodelvalle.org"),
    "MAIL_BR": ("uol.com.br", "bol.com.br", "gmail.com"),
    "MAIL_MX": ("prodigy.net.mx", "hotmail.com"),
    "MAIL_ES": ("telefonica.net", "gmail.com"),
    "MAIL_FR": ("laposte.net", "free.fr", "sfr.fr"),
    "MAIL_DE": ("gmx.de", "t-online.de", "bluewin.ch", "gmx.at"),
    "MAIL_PL": ("wp.pl", "onet.pl", "o2.pl"),
    "MAIL_CZ": ("seznam.cz", "centrum.cz"),
    "MAIL_NG": ("yahoo.com", "gmail.com"),
    "MAIL_ZA": ("mweb.co.za", "telkomsa.net"),
    "MAIL_EG": ("link.net", "gmail.com"),
    "MAIL_PH": ("yahoo.com.ph", "gmail.com"),
    "MAIL_ID": ("yahoo.co.id", "gmail.com"),
    "MAIL_VN": ("gmail.com", "fpt.vn"),
    "MAIL_CN": ("163.com", "qq.com", "foxmail.com"),
    "MAIL_TW": ("yahoo.com.tw", "gmail.com"),
}
_PEOPLE: Final = {
    "MAIL": "AMERICAN",
    "MAIL_WORK": "BRITISH",
    "MAIL_BR": "BRAZILIAN",
    "MAIL_MX": "MEXICAN",
    "MAIL_ES": "SPANISH",
    "MAIL_FR": "FRENCH",
    "MAIL_DE": "GERMAN",
    "MAIL_PL": "POLISH",
    "MAIL_CZ": "CZECH",
    "MAIL_NG": "NIGERIAN",
    "MAIL_ZA": "SOUTHAFRICAN",
    "MAIL_EG": "EGYPTLATIN",
    "MAIL_PH": "FILIPINO",
    "MAIL_ID": "INDONESIAN",
    "MAIL_VN": "VIETNAMESE",
    "MAIL_CN": "PINYIN",
    "MAIL_TW": "CANTONESE",
}

PHONES: Final[dict[str, Draw]] = {
    "PHONE_US": shapes("(208) 5%#-####", "312-5%#-####", "+1 404 5%# ####", "615.5%#.####"),
    "PHONE_UK": shapes("07%## ######", "+44 7%## ######", "0141 4## ####", "020 7### ####"),
    "PHONE_IE": shapes("08% ### ####", "+353 8% ### ####", "021 4## ####"),
    "PHONE_BR": shapes("(11) 9%###-####", "+55 81 9%###-####", "(31) 3###-####", "5521 9%#######"),
    "PHONE_MX": shapes("55 %### ####", "+52 33 %### ####", "(999) %##-####"),
    "PHONE_ES": shapes("6## ## ## ##", "+34 6## ### ###", "91 ### ## ##"),
    "PHONE_FR": shapes("06 ## ## ## ##", "+33 7 ## ## ## ##", "05.56.##.##.##"),
    "PHONE_DE": shapes("0171 %######", "+49 176 ########", "0341/%######", "+49 (0)40 %####-##"),
    "PHONE_AT": shapes("0664 %######", "+43 660 %######", "01 5##-##-##"),
    "PHONE_CH": shapes("079 ### ## ##", "+41 44 ### ## ##"),
    "PHONE_PL": shapes("+48 5## ### ###", "6##-###-###", "12 4## ## ##"),
    "PHONE_CZ": shapes("+420 7## ### ###", "6## ### ###"),
    "PHONE_NG": shapes("080########", "+234 81# ### ####", "0703 ### ####"),
    "PHONE_ZA": shapes("08# ### ####", "+27 7# ### ####", "021 4## ####"),
    "PHONE_EG": shapes("010########", "+20 12 #### ####", "0111 ### ####"),
    "PHONE_PH": shapes("0917 ### ####", "+63 998 ### ####", "(02) 8###-####"),
    "PHONE_ID": shapes("0812-####-####", "+62 857 #### ####", "021-5######"),
    "PHONE_VN": shapes("090# ### ###", "+84 98 ### ## ##", "024 3### ####"),
    "PHONE_CN": shapes("138########", "+86 186 #### ####", "021-6#######"),
    "PHONE_TW": shapes("0912-###-###", "+886 9## ### ###", "02-2###-####"),
    "PHONE_HK": shapes("9### ####", "+852 6### ####", "2### ####"),
}


def plain(text: str) -> str:
    """Return a name's letters as they stand in an address of mail."""
    text = text.replace("ł", "l").replace("Đ", "D").replace("đ", "d").replace("ß", "ss")
    text = unicodedata.normalize("NFKD", text)
    return "".join(c for c in text.lower() if c.isascii() and (c.isalnum() or c == " "))


def _mail(kind: str) -> Draw:
    def draw(rng: random.Random) -> str:
        first, *_, last = plain(NAMES[_PEOPLE[kind]](rng)).split(" ")
        local = rng.choice(
            (
                f"{first}.{last}",
                f"{first}{last}{rng.randrange(60, 99)}",
                f"{first[0]}{last}",
                f"{last}-{first}",
                f"{first}_{last}",
                f"{first}.{last}+app",
            )
        )
        return f"{local}@{rng.choice(_PROVIDERS[kind])}"

    return draw


def _long(kind: str) -> Draw:
    def draw(rng: random.Random) -> str:
        day = born(rng)
        between = _BETWEEN.get(kind, " ")
        after = " " if between == ". " else between
        return f"{day.day}{between}{_MONTHS[kind].split(' ')[day.month - 1]}{after}{day.year}"

    return draw


def _short(*forms: str) -> Draw:
    return lambda rng: born(rng).strftime(rng.choice(forms))


def _chinese(rng: random.Random) -> str:
    day = born(rng)
    return f"{day.year}年{day.month}月{day.day}日"


MAILS: Final[dict[str, Draw]] = {kind: _mail(kind) for kind in _PEOPLE}
BIRTHS: Final[dict[str, Draw]] = {
    **{kind: _long(kind) for kind in _MONTHS},
    **{kind: _short(*forms) for kind, forms in _NUMERIC.items()},
    "BORN_ZH": _chinese,
}
