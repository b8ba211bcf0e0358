"""Identifiers of registries as forms, exports and records write them, with keys and labels of their own."""

import random
from typing import Final

from benchmarks.held_out._identifiers import (
    IDENTIFIERS,
    Maker,
    chars,
    luhn,
    numbers,
    one_of,
    pattern,
    until,
)


def _health_insurance(rng: random.Random) -> str:
    """Germany (GKV, section 290 SGB V): a letter as two digits, weights 1 and 2, modulus 10."""
    letter, digits = rng.choice("ABCDEFGHIKLMNPRSTUVWXYZ"), chars(rng, "0123456789", 8)
    total = 0
    for index, digit in enumerate(f"{ord(letter) - 64:02}{digits}"):
        product = int(digit) * (1 + index % 2)
        total += product - 9 if product > 9 else product
    return f"{letter}{digits}{total % 10}"


def _korean_business(rng: random.Random) -> str:
    """Korea (National Tax Service): weights 1 3 7 1 3 7 1 3 5, the tens of the last product too."""
    body = [rng.randrange(1, 7), *(rng.randrange(10) for _ in range(8))]
    total = sum(a * b for a, b in zip(body, (1, 3, 7, 1, 3, 7, 1, 3, 5), strict=True))
    digits = "".join(map(str, [*body, -(total + body[8] * 5 // 10) % 10]))
    return f"{digits[:3]}-{digits[3:5]}-{digits[5:]}"


def _cpf(rng: random.Random) -> str:
    """Brazil (Receita Federal): two check digits, modulus 11."""
    digits = [rng.randrange(10) for _ in range(9)]
    for _ in range(2):
        weights = range(len(digits) + 1, 1, -1)
        rest = sum(a * b for a, b in zip(digits, weights, strict=True)) * 10 % 11
        digits.append(rest % 10)
    text = "".join(map(str, digits))
    return f"{text[:3]}.{text[3:6]}.{text[6:9]}-{text[9:]}"


def _bsn_valid(text: str) -> bool:
    """Netherlands (RvIG): the eleven test."""
    return sum(a * b for a, b in zip(numbers(text), (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True)) % 11 == 0  # fmt: skip


def _insee(rng: random.Random) -> str:
    """France (INSEE): 13 digits and 97 less their remainder."""
    body = f"{rng.choice('12')}{rng.randrange(40, 99)}{rng.randrange(1, 13):02}{rng.randrange(10, 95)}{rng.randrange(1, 990):03}{rng.randrange(1, 999):03}"
    check = f"{97 - int(body) % 97:02}"
    return f"{body[0]} {body[1:3]} {body[3:5]} {body[5:7]} {body[7:10]} {body[10:]} {check}"


MORE: Final[dict[str, Maker]] = {
    **IDENTIFIERS,
    "DE_HEALTH_INSURANCE": _health_insurance,
    "DE_HANDELSREGISTER": one_of(pattern("HRB %#####"), pattern("HRB %####"), pattern("HRA %####")),
    "DE_TAX_NUMBER": one_of(pattern("21/815/08%##"), pattern("93815/08%##"), pattern("181/815/08%##")),
    "KR_BRN": _korean_business,
    "KR_PASSPORT": one_of(pattern("M########"), pattern("M###A####")),
    "KR_DRIVER_LICENSE": pattern("11-1#-%#####-##"),
    "IN_VEHICLE_REGISTRATION": one_of(pattern("MH12AB%###"), pattern("KA05MN%###"), pattern("DL3CAY%###")),
    "NG_VEHICLE_REGISTRATION": pattern("KJA-%##AB"),
    "PH_PASSPORT": pattern("P%######B"),
    "SE_ORGANISATIONSNUMMER": until(pattern("556###-####"), luhn),
    "TR_LICENSE_PLATE": one_of(pattern("34 ABK %##"), pattern("06 EK %###")),
    "UK_VEHICLE_REGISTRATION": one_of(pattern("BD51 SMR"), pattern("LM68 ?KT"), pattern("KX19 N?E")),
    "ES_PASSPORT": pattern("PAB######"),
    "US_HEALTH_INSURANCE_MEMBER_ID": one_of(pattern("XQH%########"), pattern("W%########")),
    "ZA_COMPANY_REGISTRATION": pattern("2014/%#####/07"),
    "ZA_PASSPORT": pattern("A0%######"),
    "BR_CPF": _cpf,
    "NL_BSN": until(pattern("%########"), _bsn_valid),
    "FR_NIR": _insee,
}  # fmt: skip
"""The last three are of no recognizer of Presidio's; they stand in prompts and payloads alone."""

LABELS: Final[dict[str, tuple[str, str]]] = {
    "CREDIT_CARD": ("charge it to Visa", "card_no"),
    "US_SSN": ("Soc. Sec. No.", "taxpayer_ssn"),
    "US_ITIN": ("ITIN of the spouse", "itin"),
    "US_PASSPORT": ("passport book number", "passport_number"),
    "US_DRIVER_LICENSE": ("driver license #", "dl_number"),
    "US_BANK_NUMBER": ("savings account number", "account_number"),
    "US_MBI": ("Medicare Beneficiary Identifier", "mbi"),
    "US_NPI": ("rendering provider NPI", "npi"),
    "ABA_ROUTING_NUMBER": ("ABA transit routing number", "routing_number"),
    "MEDICAL_LICENSE": ("prescriber DEA no.", "dea_number"),
    "UK_NHS": ("NHS no.", "nhs_number"),
    "UK_NINO": ("Nat. Insurance no.", "ni_number"),
    "UK_PASSPORT": ("passport no. (GBR)", "passport_no"),
    "UK_DRIVING_LICENCE": ("driver number on the licence", "driving_licence_no"),
    "IBAN_CODE": ("refund goes to IBAN", "payee_iban"),
    "CRYPTO": ("withdraw to BTC", "btc_addr"),
    "IP_ADDRESS": ("source IP", "client_ip"),
    "MAC_ADDRESS": ("NIC", "mac"),
    "IN_AADHAAR": ("Aadhaar card no.", "aadhaar_no"),
    "IN_PAN": ("PAN card", "pan_no"),
    "IN_VOTER": ("elector's photo identity card", "epic_no"),
    "IN_PASSPORT": ("passport no. (IND)", "passport_no"),
    "IN_GSTIN": ("supplier GSTIN", "gstin"),
    "AU_ABN": ("supplier ABN", "abn"),
    "AU_ACN": ("company ACN", "acn"),
    "AU_TFN": ("employee TFN", "tfn"),
    "AU_MEDICARE": ("Medicare card no.", "medicare_no"),
    "CA_SIN": ("Social Insurance No.", "sin"),
    "ES_NIF": ("NIF del titular", "nif"),
    "ES_NIE": ("NIE del arrendatario", "nie"),
    "ES_PASSPORT": ("pasaporte español", "pasaporte"),
    "IT_FISCAL_CODE": ("cod. fiscale", "codice_fiscale"),
    "IT_VAT_CODE": ("P. IVA", "partita_iva"),
    "IT_DRIVER_LICENSE": ("numero di patente", "patente"),
    "IT_IDENTITY_CARD": ("carta identità n.", "carta_identita"),
    "IT_PASSPORT": ("passaporto n.", "passaporto"),
    "PL_PESEL": ("nr PESEL", "pesel"),
    "FI_PERSONAL_IDENTITY_CODE": ("hetu", "henkilotunnus"),
    "SE_PERSONNUMMER": ("personnr", "personnummer"),
    "SE_ORGANISATIONSNUMMER": ("org.nr", "organisationsnummer"),
    "KR_RRN": ("주민등록번호", "rrn"),
    "KR_BRN": ("사업자등록번호", "business_registration_number"),
    "KR_PASSPORT": ("Korean passport", "passport_no"),
    "KR_DRIVER_LICENSE": ("운전면허번호", "driver_license_no"),
    "SG_NRIC_FIN": ("NRIC/FIN", "nric"),
    "SG_UEN": ("UEN of the vendor", "uen"),
    "TH_TNIN": ("เลขประจำตัวประชาชน", "national_id"),
    "TR_NATIONAL_ID": ("T.C. kimlik numarası", "tckn"),
    "TR_LICENSE_PLATE": ("plaka", "plaka"),
    "ZA_ID_NUMBER": ("SA identity number", "id_number"),
    "ZA_COMPANY_REGISTRATION": ("CIPC registration number", "company_registration"),
    "ZA_PASSPORT": ("South African passport", "passport_no"),
    "DE_TAX_ID": ("IdNr. (Steuer)", "steuer_id"),
    "DE_TAX_NUMBER": ("Steuernummer", "steuernummer"),
    "DE_ID_CARD": ("Personalausweis-Nr.", "personalausweis"),
    "DE_PASSPORT": ("Reisepass-Nr.", "reisepass"),
    "DE_SOCIAL_SECURITY": ("SV-Nummer", "sozialversicherungsnummer"),
    "DE_VAT_ID": ("Umsatzsteuer-ID", "ust_id"),
    "DE_HEALTH_INSURANCE": ("Krankenversichertennummer", "kvnr"),
    "DE_HANDELSREGISTER": ("Amtsgericht München", "handelsregister"),
    "IN_VEHICLE_REGISTRATION": ("vehicle registration", "vehicle_reg_no"),
    "NG_VEHICLE_REGISTRATION": ("plate number", "plate_number"),
    "UK_VEHICLE_REGISTRATION": ("vehicle reg", "vrm"),
    "NG_NIN": ("National Identification Number", "nin"),
    "PH_TIN": ("BIR TIN", "tin"),
    "PH_PASSPORT": ("Philippine passport", "passport_no"),
    "US_HEALTH_INSURANCE_MEMBER_ID": ("insurance member ID", "member_id"),
}
"""Beside each entity what people write before it and the name of the column or key it stands under."""

FORMS: Final = (
    "3. {label}\n   {value}\n4. Signature",
    "Confirmed with the caller: {label} {value}; nothing else changed.",
    "{key};status\n{value};ok\n",
    "record:\n  {key}: {value}\n  reviewed: false\n",
    "<row><{key}>{value}</{key}><status>ok</status></row>",
    "<tr><th>{label}</th><td>{value}</td></tr>",
    "2026-08-14 07:12:01 DEBUG kyc.match {key}={value} score=0.93",
    "UPDATE applicants SET {key} = '{value}' WHERE id = 4;",
    '{{"{key}": "{value}", "verified_at": null}}',
    "- **{label}**: `{value}`",
)
