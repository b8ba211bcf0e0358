"""Numbers of registries that the seventh and eighth splits do not draw, with right check digits where the scheme is public."""

import random
from typing import Final

from benchmarks.held_out._outside._registries import REGISTRIES as _KNOWN
from benchmarks.held_out._outside._sums import (
    Draw,
    birthday,
    digits,
    form,
    luhn,
    pattern,
    verhoeff,
    weighted,
)


def _dowod(rng: random.Random) -> str:
    while True:
        head = rng.choice(("ABS", "CCK", "DAT", "AVX"))
        tail = digits(rng, 5)
        values = [ord(char) - 55 for char in head] + [int(char) for char in tail]
        check = sum(v * w for v, w in zip(values, (7, 3, 1, 7, 3, 1, 7, 3), strict=True)) % 10
        return rng.choice((f"{head}{check}{tail}", f"{head} {check}{tail}"))


def _nip(rng: random.Random) -> str:
    while True:
        body = digits(rng, 9)
        check = weighted(body, (6, 5, 7, 2, 3, 4, 5, 6, 7)) % 11
        if check < 10:
            return rng.choice((f"{body[:3]}-{body[3:6]}-{body[6:8]}-{body[8]}{check}", f"{body}{check}"))  # fmt: skip


def _hungarian_tax(rng: random.Random) -> str:
    while True:
        body = "8" + digits(rng, 8, "234")
        check = weighted(body, (1, 2, 3, 4, 5, 6, 7, 8, 9)) % 11
        if check < 10:
            return f"{body}{check}"


def _spi(rng: random.Random) -> str:
    body = digits(rng, 10, "0123")
    whole = f"{body}{int(body) % 511:03}"
    return rng.choice((whole, f"{whole[:2]} {whole[2:4]} {whole[4:7]} {whole[7:10]} {whole[10:]}"))


def _utr(rng: random.Random) -> str:
    body = digits(rng, 9)
    whole = "21987654321"[weighted(body, (6, 7, 8, 9, 10, 5, 4, 3, 2)) % 11] + body
    return rng.choice((whole, f"{whole[:5]} {whole[5:]}"))


def _chi(rng: random.Random) -> str:
    while True:
        year, month, day = birthday(rng)
        body = day + month + year[2:] + digits(rng, 3)
        check = -weighted(body, (10, 9, 8, 7, 6, 5, 4, 3, 2)) % 11
        if check < 10:
            return f"{body}{check}"


def _niss(rng: random.Random) -> str:
    body = "1" + digits(rng, 9, "0123")
    return f"{body}{9 - weighted(body, (29, 23, 19, 17, 13, 11, 7, 5, 3, 2)) % 10}"


def _afm(rng: random.Random) -> str:
    body = digits(rng, 8, "01")
    return f"{body}{weighted(body, (256, 128, 64, 32, 16, 8, 4, 2)) % 11 % 10}"


def _matricule(rng: random.Random) -> str:
    body = "".join(birthday(rng)) + digits(rng, 3)
    return luhn(body) + verhoeff(body)[-1]


def _jmbg(rng: random.Random) -> str:
    while True:
        year, month, day = birthday(rng)
        body = day + month + year[1:] + rng.choice(("71", "72", "80")) + digits(rng, 3)
        check = -weighted(body, (7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)) % 11
        if check < 10:
            return f"{body}{check}"


def _idnp(rng: random.Random) -> str:
    body = "200" + digits(rng, 9, "0123")
    return f"{body}{weighted(body, (7, 3, 1) * 4) % 10}"


def _pis(rng: random.Random) -> str:
    body = digits(rng, 10, "12")
    check = -weighted(body, (3, 2, 9, 8, 7, 6, 5, 4, 3, 2)) % 11 % 10
    return f"{body[:3]}.{body[3:8]}.{body[8:]}-{check}"


def _titulo(rng: random.Random) -> str:
    serial, state = digits(rng, 8), rng.choice(("03", "05", "10", "19"))
    one = weighted(serial, (2, 3, 4, 5, 6, 7, 8, 9)) % 11 % 10
    two = weighted(f"{state}{one}", (7, 8, 9)) % 11 % 10
    whole = f"{serial}{state}{one}{two}"
    return f"{whole[:4]} {whole[4:8]} {whole[8:]}"


def _rfc(rng: random.Random) -> str:
    year, month, day = birthday(rng)
    body = (
        rng.choice(("GOMR", "HEPA", "LUSM", "VAQJ")) + year[2:] + month + day + pattern(rng, "@#")
    )
    order = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ"
    total = sum(order.index(char) * (13 - index) for index, char in enumerate(body))
    return body + "0123456789A0"[-total % 11]


def _nss(rng: random.Random) -> str:
    return luhn(digits(rng, 2, "129") + digits(rng, 8, "789"))


def _cbu(rng: random.Random) -> str:
    bank, account = rng.choice(("0170", "0720", "2850")) + digits(rng, 3, "0"), digits(rng, 13)
    one = -weighted(bank, (7, 1, 3, 9, 7, 1, 3)) % 10
    two = -weighted(account, (3, 9, 7, 1, 3, 9, 7, 1, 3, 9, 7, 1, 3)) % 10
    return f"{bank}{one}{account}{two}"


def _ruc(rng: random.Random) -> str:
    body = "10" + digits(rng, 8, "0474")
    return f"{body}{(11 - weighted(body, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)) % 11) % 10}"


def _dui(rng: random.Random) -> str:
    body = digits(rng, 8, "0")
    return f"{body}-{-weighted(body, (9, 8, 7, 6, 5, 4, 3, 2)) % 10}"


def _kuwait(rng: random.Random) -> str:
    while True:
        year, month, day = birthday(rng)
        body = "2" + year[2:] + month + day + digits(rng, 4, "0")
        check = 11 - weighted(body, (2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)) % 11
        if check < 10:
            return f"{body}{check}"


def _melli(rng: random.Random) -> str:
    body = rng.choice(("001", "048", "127")) + digits(rng, 6)
    rest = weighted(body, (10, 9, 8, 7, 6, 5, 4, 3, 2)) % 11
    return f"{body}{rest if rest < 2 else 11 - rest}"


def _pinfl(rng: random.Random) -> str:
    year, month, day = birthday(rng)
    body = rng.choice("34") + day + month + year[2:] + digits(rng, 6)
    return f"{body}{weighted(body, (7, 3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1, 7)) % 10}"


def _ihi(rng: random.Random) -> str:
    whole = luhn("80036" + digits(rng, 10, "0"))
    return rng.choice((whole, f"{whole[:4]} {whole[4:8]} {whole[8:12]} {whole[12:]}"))


def _nhi(rng: random.Random) -> str:
    letters = "ABCDEFGHJKLMNPQRSTUVWXYZ"
    while True:
        body = pattern(rng, "@@@###")
        total = sum(
            (letters.index(char) + 1 if char in letters else int(char)) * (7 - index)
            for index, char in enumerate(body)
        )
        if total % 11:
            return f"{body}{(11 - total % 11) % 10}"


def _nida(rng: random.Random) -> str:
    return f"{''.join(birthday(rng))}-{digits(rng, 5, '1')}-{digits(rng, 5, '0')}-{digits(rng, 2)}"


NEW: Final[dict[str, Draw]] = {
    "PL_IDENTITY_CARD": _dowod,
    "PL_NIP": _nip,
    "HU_TAX_ID": _hungarian_tax,
    "FR_SPI": _spi,
    "UK_UTR": _utr,
    "UK_CHI": _chi,
    "PT_NISS": _niss,
    "GR_AFM": _afm,
    "LU_MATRICULE": _matricule,
    "RS_JMBG": _jmbg,
    "MD_IDNP": _idnp,
    "BR_PIS": _pis,
    "BR_TITULO_ELEITOR": _titulo,
    "MX_RFC": _rfc,
    "MX_NSS": _nss,
    "AR_CBU": _cbu,
    "PE_RUC": _ruc,
    "SV_DUI": _dui,
    "KW_CIVIL_ID": _kuwait,
    "IR_NATIONAL_CODE": _melli,
    "UZ_PINFL": _pinfl,
    "AU_IHI": _ihi,
    "NZ_NHI": _nhi,
    "TZ_NIDA": _nida,
    "GH_CARD": form("GHA-7########-#"),
    "KE_PIN": form("A00#######@"),
    "NG_BVN": form("222########"),
    "ZM_NRC": form("~#####/##/1"),
    "PH_TIN": form("~##-###-###-000", "~##-###-###"),
    "ID_NPWP": form("0~.###.###.#-0##.000"),
    "US_ALIEN_NUMBER": form("A2########", "A-0##-###-###"),
    "CR_CEDULA": form("~-0###-0###"),
}
REGISTRIES: Final = _KNOWN | NEW
