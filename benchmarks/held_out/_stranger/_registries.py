"""Numbers of registries: Europe and its neighbours, right to the check digit where that is public."""

import random
from typing import Final

from benchmarks.held_out._outside._sums import Draw, iso11_10, luhn, weighted
from benchmarks.held_out._stranger._registries_world import WORLD
from benchmarks.held_out._stranger._sums import born, ean, filled, grouped, shaped, until


def _taj(rng: random.Random) -> str:
    body = filled(rng, "%#######")
    whole = body + str(weighted(body, (3, 7, 3, 7, 3, 7, 3, 7)) % 10)
    return rng.choice((whole, grouped(whole, 3, 3, 3), grouped(whole, 3, 3, 3, by="-")))


def _hungarian(rng: random.Random) -> str | None:
    body = rng.choice("12") + born(rng, 1940, 1996).strftime("%y%m%d") + filled(rng, "###")
    check = weighted(body, range(1, 11)) % 11
    return None if check == 10 else f"{body[0]}-{body[1:7]}-{body[7:]}{check}"


def _czech(rng: random.Random) -> str:
    day = born(rng, 1955, 2003)
    month = day.month + rng.choice((0, 50))
    body = f"{day:%y}{month:02}{day:%d}{filled(rng, '###')}"
    check = int(body) % 11 % 10
    return rng.choice((f"{body[:6]}/{body[6:]}{check}", f"{body}{check}"))


def _emso(rng: random.Random) -> str | None:
    day = born(rng)
    body = f"{day:%d%m}{day.year % 1000:03}50{rng.choice('05')}{filled(rng, '##')}"
    check = -weighted(body, (7, 6, 5, 4, 3, 2) * 2) % 11
    return None if check == 10 else body + str(check)


def _davcna(rng: random.Random) -> str | None:
    body = filled(rng, "%######")
    check = 11 - weighted(body, range(8, 1, -1)) % 11
    return None if check == 11 else rng.choice(("", "SI")) + body + str(check % 10)


def _egn(rng: random.Random) -> str:
    day = born(rng)
    month = day.month + (40 if day.year > 1999 else 0)
    body = f"{day:%y}{month:02}{day:%d}{filled(rng, '###')}"
    return body + str(weighted(body, (2, 4, 8, 5, 10, 9, 7, 3, 6)) % 11 % 10)


def _cnp(rng: random.Random) -> str:
    day = born(rng)
    body = f"{rng.choice('56' if day.year > 1999 else '12')}{day:%y%m%d}{rng.randint(1, 46):02}{filled(rng, '##%')}"
    check = weighted(body, (2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9)) % 11
    return body + str(1 if check == 10 else check)


def _baltic(rng: random.Random) -> str:
    day = born(rng)
    body = f"{rng.choice('56' if day.year > 1999 else '34')}{day:%y%m%d}{filled(rng, '###')}"
    check = weighted(body, (1, 2, 3, 4, 5, 6, 7, 8, 9, 1)) % 11
    if check == 10:
        check = weighted(body, (3, 4, 5, 6, 7, 8, 9, 1, 2, 3)) % 11 % 10
    return body + str(check)


def _latvian(rng: random.Random) -> str | None:
    if rng.random() < 0.4:  # since 2017 without the day
        return filled(rng, "32####-#####")
    day = born(rng)
    body = f"{day:%d%m%y}{2 if day.year > 1999 else 1}{filled(rng, '###')}"
    check = (1101 - weighted(body, (1, 6, 3, 7, 9, 10, 5, 8, 4, 2))) % 11
    return None if check == 10 else f"{body[:6]}-{body[6:]}{check}"


def _hetu(rng: random.Random) -> str:
    day = born(rng)
    number = f"{rng.randint(2, 899):03}"
    sign = rng.choice("AF" if day.year > 1999 else "-Y")
    return f"{day:%d%m%y}{sign}{number}{'0123456789ABCDEFHJKLMNPRSTUVWXY'[int(f'{day:%d%m%y}{number}') % 31]}"


def _fnr(rng: random.Random) -> str | None:
    body = f"{born(rng, 1940, 1999):%d%m%y}{rng.randint(0, 499):03}"
    first = -weighted(body, (3, 7, 6, 1, 8, 9, 4, 5, 2)) % 11
    second = -weighted(f"{body}{first % 10}", (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)) % 11
    if 10 in (first, second):
        return None
    return rng.choice((f"{body}{first}{second}", f"{body[:6]} {body[6:]}{first}{second}"))


def _kennitala(rng: random.Random) -> str | None:
    day = born(rng)
    body = f"{day:%d%m%y}{rng.randint(20, 99)}"
    check = -weighted(body, (3, 2, 7, 6, 5, 4, 3, 2)) % 11
    century = 0 if day.year > 1999 else 9
    return None if check == 10 else f"{body[:6]}-{body[6:]}{check}{century}"


def _ahv(rng: random.Random) -> str:
    return grouped(ean("756" + filled(rng, "#########")), 3, 4, 4, 2, by=".")


def _svnr(rng: random.Random) -> str | None:
    head, tail = filled(rng, "%##"), f"{born(rng):%d%m%y}"
    check = weighted(head + tail, (3, 7, 9, 5, 8, 4, 2, 1, 6)) % 11
    return None if check == 10 else f"{head}{check}{rng.choice(('', ' '))}{tail}"


def _rijksregister(rng: random.Random) -> str:
    day = born(rng)
    number = f"{rng.randint(1, 997):03}"
    check = 97 - int(("2" if day.year > 1999 else "") + f"{day:%y%m%d}{number}") % 97
    return rng.choice((f"{day:%y.%m.%d}-{number}.{check:02}", f"{day:%y%m%d}{number}{check:02}"))


def _rentenversicherung(rng: random.Random) -> str:
    area, day = rng.choice(("12", "15", "52", "65", "80")), f"{born(rng):%d%m%y}"
    letter, number = filled(rng, "@"), filled(rng, "##")
    body = f"{area}{day}{ord(letter) - 64:02}{number}"
    products = (int(c) * w for c, w in zip(body, (2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1), strict=True))
    check = sum(p // 10 + p % 10 for p in products) % 10
    by = rng.choice(("", " "))
    return by.join((area, day, letter, f"{number}{check}"))


def _kvnr(rng: random.Random) -> str:
    letter, number = filled(rng, "@"), filled(rng, "########")
    body = f"{ord(letter) - 64:02}{number}"
    products = (int(c) * w for c, w in zip(body, (1, 2) * 5, strict=True))
    return f"{letter}{number}{sum(p // 10 + p % 10 for p in products) % 10}"


def _lanr(rng: random.Random) -> str:
    body = filled(rng, "%#####")
    return (
        body + str(-weighted(body, (4, 9, 4, 9, 4, 9)) % 10) + rng.choice(("01", "10", "34", "51"))
    )


def _afiliacion(rng: random.Random) -> str:
    province, number = rng.choice(("08", "28", "41", "46")), filled(rng, "1#######")
    check = int(province + number) % 97
    by = rng.choice(("", " ", "/"))
    return f"{province}{by}{number}{by}{check:02}"


def _cartao_cidadao(rng: random.Random) -> str:
    body = filled(rng, "1#######")
    check = -weighted(body, range(9, 1, -1)) % 11 % 10
    head = f"{body}{check}ZZ"
    values = [int(char, 36) for char in head]
    total = sum(v if i % 2 else (v * 2 - 9 if v * 2 > 9 else v * 2) for i, v in enumerate(values))
    return f"{body} {check} ZZ{-total % 10}"


def _ppsn(rng: random.Random) -> str:
    body, second = filled(rng, "%######"), rng.choice(("", "A", "B"))
    rest = (weighted(body, range(8, 1, -1)) + (9 * (ord(second) - 64) if second else 0)) % 23
    return f"{body}{'WABCDEFGHIJKLMNOPQRSTUV'[rest]}{second}"


def _uk_driver(rng: random.Random) -> str:
    day = born(rng)
    month = day.month + rng.choice((0, 50))
    return f"{rng.choice(('HALLI', 'MORGA', 'OKONJ', 'WREN9', 'TATE9'))}{day.year // 10 % 10}{month:02}{day:%d}{day.year % 10}{filled(rng, '@@')}9{filled(rng, '@@')}"


def _rnokpp(rng: random.Random) -> str:
    days = born(rng).toordinal() - 693594  # counted from the last day of 1899
    body = f"{days:05}{filled(rng, '####')}"
    return body + str(weighted(body, (-1, 5, 7, 9, 4, 6, 10, 5, 7)) % 11 % 10)


def _tckn(rng: random.Random) -> str:
    body = filled(rng, "%########")
    odd, even = (sum(map(int, body[start::2])) for start in (0, 1))
    tenth = (odd * 7 - even) % 10
    return f"{body}{tenth}{(odd + even + tenth) % 10}"


def _pwz(rng: random.Random) -> str | None:
    body = filled(rng, "######")
    check = weighted(body, range(1, 7)) % 11
    return None if check in (0, 10) else f"{check}{body}"


EUROPE: Final[dict[str, Draw]] = {
    "HU_TAJ": _taj,
    "HU_PERSONAL_ID": until(_hungarian),
    "CZ_BIRTH_NUMBER": _czech,
    "SK_IDENTITY_CARD": shaped("EA######", "HB######", "EK ######"),
    "SI_EMSO": until(_emso),
    "SI_TAX_NUMBER": until(_davcna),
    "HR_OIB": lambda rng: iso11_10(filled(rng, "%#########")),
    "BG_EGN": _egn,
    "RO_CNP": _cnp,
    "LT_PERSONAL_CODE": _baltic,
    "EE_PERSONAL_CODE": _baltic,
    "LV_PERSONAL_CODE": until(_latvian),
    "FI_PERSONAL_IDENTITY_CODE": _hetu,
    "NO_FODSELSNUMMER": until(_fnr),
    "IS_KENNITALA": until(_kennitala),
    "CH_AHV": _ahv,
    "AT_SVNR": until(_svnr),
    "BE_NATIONAL_NUMBER": _rijksregister,
    "DE_RENTENVERSICHERUNG": _rentenversicherung,
    "DE_KVNR": _kvnr,
    "DE_LANR": _lanr,
    "IT_IDENTITY_CARD": shaped("CA#####@@"),
    "ES_SOCIAL_SECURITY": _afiliacion,
    "PT_CITIZEN_CARD": _cartao_cidadao,
    "IE_PPSN": _ppsn,
    "UK_DRIVING_LICENCE": _uk_driver,
    "UK_GMC": shaped("6######", "7######"),
    "FR_INE": shaped("##########@", "#########@@"),
    "FR_RPPS": lambda rng: luhn("10" + filled(rng, "########")),
    "MT_IDENTITY_CARD": shaped("0######M", "####%##G"),
    "UA_RNOKPP": _rnokpp,
    "UA_UNZR": lambda rng: f"{born(rng):%Y%m%d}-{filled(rng, '#####')}",
    "UA_MILITARY_TICKET": shaped("АВ ######", "МТ № ######", "СО######"),
    "AL_NID": lambda rng: filled(rng, "J") + f"{born(rng, 1990, 1999):%y%m%d}" + filled(rng, "##@"),
    "TR_NATIONAL_ID": _tckn,
    "PL_PWZ": until(_pwz),
    "GE_PERSONAL_NUMBER": shaped("01########%", "600########"),
}
REGISTRIES: Final[dict[str, Draw]] = EUROPE | WORLD
