"""Numbers that registries and networks of the Americas give out, and those of no country."""

import hashlib
import random
from typing import Final

from benchmarks.held_out._pilgrim._draw import Draw, born, cut, luhn, shape, shapes, weigh

_BASE58: Final = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_BECH32: Final = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"


def _ssn(rng: random.Random) -> str:
    value = f"{rng.randrange(1, 666):03d}-{rng.randrange(1, 100):02d}-{rng.randrange(1, 10000):04d}"
    return rng.choice((value, value, value.replace("-", " ")))


def _itin(rng: random.Random) -> str:
    return f"9{shape(rng, '##')}-{rng.randrange(70, 89)}-{shape(rng, '####')}"


def _npi(rng: random.Random) -> str:
    return luhn("80840" + rng.choice("12") + shape(rng, "########"))[5:]


def _dea(rng: random.Random) -> str:
    digits = shape(rng, "######")
    check = (weigh(digits[::2], (1, 1, 1)) + 2 * weigh(digits[1::2], (1, 1, 1))) % 10
    return rng.choice("ABFM") + shape(rng, "?") + f"{digits}{check}"


def _mbi(rng: random.Random) -> str:
    letters, both = "ACDEFGHJKMNPQRTUVWXY", "ACDEFGHJKMNPQRTUVWXY0123456789"
    kinds = (
        "123456789",
        letters,
        both,
        "0123456789",
        letters,
        both,
        "0123456789",
        letters,
        letters,
    )
    value = "".join(rng.choice(k) for k in kinds) + shape(rng, "##")
    return rng.choice((value, cut(value, 4, 3, 4, by="-")))


def _aba(rng: random.Random) -> str:
    body = rng.choice(("0210", "1210", "0260", "3222", "0719", "1110")) + shape(rng, "####")
    return f"{body}{-weigh(body, (3, 7, 1, 3, 7, 1, 3, 7)) % 10}"


def _vin(rng: random.Random) -> str:
    values = dict(zip("ABCDEFGHJKLMNPRSTUVWXYZ", "12345678123457923456789", strict=True))
    start = rng.choice(("1HGCM", "3VWFE", "WBA8E", "9BWZZ", "5YJ3E", "VF1RF"))
    body = start + "".join(rng.choice("ABCDEFGHJKLMNPRSTUVWXYZ0123456789") for _ in range(3))
    tail = shape(rng, "L?####").replace("I", "J").replace("O", "P").replace("Q", "R") + shape(
        rng, "##"
    )
    total = weigh(
        "".join(values.get(c, c) for c in f"{body}0{tail}"),
        (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2),
    )
    return f"{body}{'0123456789X'[total % 11]}{tail}"


def _eleven(body: str, weights: tuple[int, ...]) -> str:
    rest = weigh(body, weights) % 11
    return f"{body}{0 if rest < 2 else 11 - rest}"


def _cpf(rng: random.Random) -> str:
    value = _eleven(shape(rng, "#########"), (10, 9, 8, 7, 6, 5, 4, 3, 2))
    value = _eleven(value, (11, 10, 9, 8, 7, 6, 5, 4, 3, 2))
    return rng.choice((value, f"{cut(value[:9], 3, 3, 3, by='.')}-{value[9:]}"))


def _cnpj(rng: random.Random) -> str:
    value = _eleven(shape(rng, "%#######") + "0001", (5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2))
    value = _eleven(value, (6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2))
    return f"{value[:2]}.{value[2:5]}.{value[5:8]}/{value[8:12]}-{value[12:]}"


def _pis(rng: random.Random) -> str:
    value = _eleven("1" + shape(rng, "#########"), (3, 2, 9, 8, 7, 6, 5, 4, 3, 2))
    return rng.choice((value, f"{value[:3]}.{value[3:8]}.{value[8:10]}-{value[10]}"))


def _cnh(rng: random.Random) -> str:
    body = shape(rng, "0########")
    first = weigh(body, range(9, 0, -1)) % 11
    less = 2 if first > 9 else 0
    second = (weigh(body, range(1, 10)) % 11 - less) % 11
    return f"{body}{first if first < 10 else 0}{second if second < 10 else 0}"


def _cns(rng: random.Random) -> str:
    while True:
        value = shape(rng, "7##############")
        if weigh(value, range(15, 0, -1)) % 11 == 0:
            return rng.choice((value, cut(value, 3, 4, 4, 4)))


def _titulo(rng: random.Random) -> str:
    serial, state = shape(rng, "########"), rng.choice(("03", "05", "06", "08", "12"))
    first = weigh(serial, range(2, 10)) % 11 % 10
    second = weigh(f"{state}{first}", (7, 8, 9)) % 11 % 10
    return cut(f"{serial}{state}{first}{second}", 4, 4, 4)


def _renavam(rng: random.Random) -> str:
    body = "0" + shape(rng, "%########")
    return f"{body}{weigh(body, (3, 2, 9, 8, 7, 6, 5, 4, 3, 2)) * 10 % 11 % 10}"


def _pix(rng: random.Random) -> str:
    return f"{shape(rng, '~~~~~~~~-~~~~')}-4{shape(rng, '~~~')}-9{shape(rng, '~~~-~~~~~~~~~~~~')}"


def _curp(rng: random.Random) -> str:
    day = born(rng, youngest=1999)
    start = rng.choice(("GOMA", "LURE", "VIBI", "SAOC", "HEPU", "MEXO"))
    sex, state = rng.choice("HM"), rng.choice(("DF", "JC", "NL", "PL", "YN", "OC"))
    inner = rng.choice(("RLN", "NBR", "LLD", "GZR", "MTS"))
    body = f"{start}{day:%y%m%d}{sex}{state}{inner}0"
    signs = "0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ"
    total = sum(signs.index(c) * (18 - at) for at, c in enumerate(body))
    return f"{body}{-total % 10}"


def _rfc(rng: random.Random) -> str:
    start = rng.choice(("GOMA", "LURE", "VIBI", "SAOC", "HEPU", "MEJO"))
    body = f"{start}{born(rng):%y%m%d}" + shape(rng, "**").replace("O", "8").replace("I", "7")
    signs = "0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ"
    rest = sum(signs.index(c) * (13 - at) for at, c in enumerate(body)) % 11
    return f"{body}{'0' if rest == 0 else 'A' if rest == 1 else 11 - rest}"


def _clabe(rng: random.Random) -> str:
    body = rng.choice(("002", "012", "014", "072", "646")) + rng.choice(("180", "320", "580"))
    body += shape(rng, "###########")
    check = sum(int(d) * (3, 7, 1)[at % 3] % 10 for at, d in enumerate(body))
    return rng.choice((f"{body}{-check % 10}", cut(f"{body}{-check % 10}", 3, 3, 11, 1)))


def _card(rng: random.Random) -> str:
    start = rng.choice(("4539", "4716", "5213", "5502", "2720", "6011"))
    value = luhn(start + shape(rng, "###########"))
    return rng.choice((value, cut(value, 4, 4, 4, 4), cut(value, 4, 4, 4, 4, by="-")))


def _checked(payload: bytes) -> str:
    payload += hashlib.sha256(hashlib.sha256(payload).digest()).digest()[:4]
    number, text = int.from_bytes(payload, "big"), ""
    while number:
        number, rest = divmod(number, 58)
        text = _BASE58[rest] + text
    return "1" * (len(payload) - len(payload.lstrip(b"\0"))) + text


def _bech(rng: random.Random) -> str:
    data = [0, *(rng.randrange(32) for _ in range(31)), rng.choice((0, 16))]
    check = 1
    for value in [3, 3, 0, 2, 3, *data, 0, 0, 0, 0, 0, 0]:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for bit, more in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            check ^= more if top >> bit & 1 else 0
    signs = [*data, *((check ^ 1) >> 5 * (5 - at) & 31 for at in range(6))]
    return "bc1" + "".join(_BECH32[sign] for sign in signs)


def _ip(rng: random.Random) -> str:
    first = rng.choice((41, 49, 77, 81, 90, 102, 113, 146, 177, 189, 196, 203))
    return f"{first}.{rng.randrange(256)}.{rng.randrange(256)}.{rng.randrange(1, 255)}"


def _mac(rng: random.Random) -> str:
    pairs = [shape(rng, "~~") for _ in range(5)]
    by = rng.choice((":", "-"))
    value = by.join([rng.choice(("3c", "a4", "f0", "00", "d8")), *pairs])
    return value if by == ":" else value.upper()


AMERICAS: Final[dict[str, Draw]] = {
    "US_SSN": _ssn,
    "US_ITIN": _itin,
    "US_EIN": shapes("20-%######", "47-%######", "83-%######"),
    "US_NPI": _npi,
    "US_DEA": _dea,
    "US_MBI": _mbi,
    "US_ROUTING": _aba,
    "US_BANK_NUMBER": shapes("%#########", "%###########", "%########"),
    "US_PASSPORT": shapes("5########", "A########", "6########"),
    "US_DRIVER_LICENSE": shapes("F#######", "D###-####-####", "S###-####-##-###"),
    "US_ALIEN_NUMBER": shapes("A#########", "A###-###-###", "A## ### ###"),
    "US_USCIS_RECEIPT": shapes("IOE09########", "WAC21########", "LIN22########"),
    "US_KNOWN_TRAVELER": shapes("98#######", "TT#######"),
    "BR_CPF": _cpf,
    "BR_CNPJ": _cnpj,
    "BR_RG": shapes("##.###.###-#", "MG-##.###.###", "##.###.###-X"),
    "BR_PIS": _pis,
    "BR_CNH": _cnh,
    "BR_CNS": _cns,
    "BR_TITULO": _titulo,
    "BR_RENAVAM": _renavam,
    "BR_PIX": _pix,
    "BR_RNM": shapes("V######-#", "F######-#", "G######-#"),
    "BR_PASSPORT": shapes("F?######", "G?######"),
    "MX_CURP": _curp,
    "MX_RFC": _rfc,
    "MX_NSS": lambda rng: luhn(shape(rng, "%#########")),
    "MX_CLABE": _clabe,
    "MX_CEDULA": shapes("1#######", "%######"),
    "MX_PASSPORT": shapes("G########", "N########"),
    "CREDIT_CARD": _card,
    "VIN": _vin,
    "IMEI": lambda rng: luhn(rng.choice(("35", "86")) + shape(rng, "############")),
    "ICCID": lambda rng: luhn("8949" + shape(rng, "##############")),
    "CRYPTO_BTC": lambda rng: _checked(rng.choice((b"\0", b"\5")) + rng.randbytes(20)),
    "CRYPTO_SEGWIT": _bech,
    "CRYPTO_ETH": lambda rng: "0x" + rng.randbytes(20).hex(),
    "CRYPTO_TRON": lambda rng: _checked(b"\x41" + rng.randbytes(20)),
    "IP": _ip,
    "IPV": shapes("2a02:8109:9~~~:1~~~::4~~", "2804:14d:7~~~:a~~::1~~~", "2c0f:f5c0:4~~:7~::5"),
    "MAC": _mac,
    "PLATE_US": shapes("8???###", "???-####"),
    "PLATE_BR": shapes("???#?##"),
    "PLATE_MX": shapes("???-##-##", "???-###-?"),
}
