"""Numbers of registries, right to the check digit where their author knew it by heart."""

import random
from typing import Final

from benchmarks.held_out._outside._sums import Draw, luhn, weighted
from benchmarks.held_out._stranger._sums import born, filled, grouped, shaped


def _cpf(rng: random.Random) -> str:
    body = filled(rng, "#########")
    for weights in (range(10, 1, -1), range(11, 1, -1)):
        body += str(-weighted(body, weights) % 11 % 10)
    return rng.choice((body, f"{body[:3]}.{body[3:6]}.{body[6:9]}-{body[9:]}"))


def _pis(rng: random.Random) -> str:
    body = "1" + filled(rng, "#########")
    check = -weighted(body, (3, 2, 9, 8, 7, 6, 5, 4, 3, 2)) % 11 % 10
    return f"{body[:3]}.{body[3:8]}.{body[8:]}-{check}"


def _cuil(rng: random.Random) -> str:
    while True:
        body = rng.choice(("20", "27", "23")) + rng.choice("1234") + filled(rng, "#######")
        if (check := -weighted(body, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)) % 11) != 10:
            return rng.choice((f"{body[:2]}-{body[2:]}-{check}", f"{body}{check}"))


def _curp(rng: random.Random) -> str:
    day = born(rng, 1950, 1999)
    consonants = "".join(rng.choices("BCDFGJLMNPRSTVZ", k=3))
    head = filled(rng, "@") + rng.choice("AEIOU") + filled(rng, "@@")
    return f"{head}{day:%y%m%d}{rng.choice('HM')}{rng.choice(('DF', 'JC', 'NL', 'OC', 'YN', 'VZ'))}{consonants}0{filled(rng, '#')}"


def _rfc(rng: random.Random) -> str:
    head = filled(rng, "@") + rng.choice("AEIOU") + filled(rng, "@@")
    return f"{head}{born(rng, 1950, 1999):%y%m%d}{filled(rng, '@%#')}"


def _nordic(shift: int) -> Draw:
    def draw(rng: random.Random) -> str:
        day = born(rng, 1940, 1999)
        whole = luhn(f"{day:%y%m}{day.day + shift:02}{filled(rng, '###')}")
        long = f"{day.year // 100}{whole}"
        return rng.choice((f"{whole[:6]}-{whole[6:]}", long, f"{long[:8]}-{long[8:]}"))

    return draw


def _cpr(rng: random.Random) -> str:
    return f"{born(rng, 1940, 1999):%d%m%y}-{filled(rng, '%###')}"


def _npi(rng: random.Random) -> str:
    return luhn("80840" + "1" + filled(rng, "########"))[5:]


def _sin(rng: random.Random) -> str:
    return grouped(luhn(rng.choice("1245") + filled(rng, "#######")), 3, 3, 3)


def _ramq(rng: random.Random) -> str:
    day = born(rng, 1940, 1999)
    month = day.month + rng.choice((0, 50))
    return f"{filled(rng, '@@@@')} {day:%y}{month:02} {day:%d}{filled(rng, '##')}"


def _nric(rng: random.Random) -> str:
    body = filled(rng, "#######")
    return f"S{body}{'JZIHGFEDCBA'[weighted(body, (2, 7, 6, 5, 4, 3, 2)) % 11]}"


REGISTRIES: Final[dict[str, Draw]] = {
    "BR_CPF": _cpf, "BR_PIS": _pis, "BR_RG": shaped("%#.###.###-#", "%#.###.###-X"), "BR_TITULO_ELEITOR": shaped("#### #### 01##"),
    "AR_DNI": shaped("2#.###.###", "3#######", "4#.###.###"), "AR_CUIL": _cuil, "CO_CEDULA": shaped("1.0##.###.###", "7#.###.###", "1%########"),
    "PE_DNI": shaped("4#######", "7#######"), "PE_CMP": shaped("0%####"), "BO_CI": shaped("%###### LP", "%######-1A SC"), "PY_CI": shaped("%.###.###"),
    "VE_CEDULA": shaped("V-1#.###.###", "V2#######", "E-84.###.###"), "MX_CURP": _curp, "MX_RFC": _rfc, "MX_NSS": shaped("%#8%8%#####", "%# %# 8% ####-#"),
    "SV_DUI": shaped("0%######-#"), "NI_CEDULA": lambda rng: f"001-{born(rng):%d%m%y}-{filled(rng, '000#@')}", "CU_CARNE": lambda rng: f"{born(rng, 1950, 1999):%y%m%d}{filled(rng, '#####')}",
    "SE_PERSONNUMMER": _nordic(0), "SE_SAMORDNINGSNUMMER": _nordic(60), "DK_CPR": _cpr, "NO_HPR": shaped("%######"), "DK_PASSPORT": shaped("20%######"), "SE_PASSPORT": shaped("AA%#######"),
    "FI_PASSPORT": shaped("FP%######"), "NG_NIN": shaped("%##########", "%### #### ###"), "NG_TIN": shaped("########-0001"), "GH_SSNIT": shaped("C0##########"), "KE_NHIF": shaped("%#######"),
    "KE_PASSPORT": shaped("AK0######"), "ET_FAYDA": shaped("%### #### #### ####"), "SN_CNI": shaped("1 ### 19%# #####", "2###19%######"), "CI_CNI": shaped("C00########", "CI00%#######"),
    "BW_OMANG": shaped("%##1####", "%##2####"), "MZ_NUIT": shaped("1########"), "AO_BI": shaped("00%######LA04#", "00%######HO03#"), "MW_NID": shaped("@@@%@#@#"), "MU_NIC": lambda rng: f"{filled(rng, '@')}{born(rng):%d%m%y}{filled(rng, '######@')}",
    "TN_CIN": shaped("0#######", "1#######"), "DZ_NIN": shaped("1099%############"), "ZA_HPCSA": shaped("MP 0######", "MP0######"), "ZA_TAX_NUMBER": shaped("0#########"),
    "PH_PHILSYS": shaped("%###-####-####-####"), "PH_TIN": shaped("%##-###-###-000", "%##-###-###"), "PH_SSS": shaped("0%-#######-#", "3%-#######-#"), "PH_PAGIBIG": shaped("1%##-####-####"), "PH_DRIVER_LICENSE": shaped("N0%-##-######"),
    "ID_NPWP": shaped("%#.###.###.#-0##.000", "0%############"), "ID_PASSPORT": shaped("C#######", "X#######"), "MY_EPF": shaped("1%######"), "MY_TIN": shaped("IG%##########"), "SG_NRIC": _nric,
    "VN_TAX_CODE": shaped("8%########"), "KH_NID": shaped("0########", "0## ### ###"), "MM_NRC": shaped("12/KAMANA(N)######", "9/MAKANA(N)######"), "BN_IC": shaped("00-######", "01-######"), "TH_PASSPORT": shaped("AA#######"),
    "CA_SIN": _sin, "CA_RAMQ": _ramq, "CA_BC_PHN": shaped("9### ### ###"), "CA_PASSPORT": shaped("GA######", "HK######"), "US_NPI": _npi, "US_ITIN": shaped("9##-7#-####", "9##-8#-####"),
    "US_DRIVER_LICENSE": shaped("D%######", "S%##-####-####", "%#######"), "US_SEVIS_ID": shaped("N00########"), "US_DOD_ID": shaped("1%########"), "US_KNOWN_TRAVELER": shaped("TT1%#####@", "98#######"), "PH_SEAFARER_BOOK": shaped("C1######", "B0######"),
}  # fmt: skip
