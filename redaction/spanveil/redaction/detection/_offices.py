"""Numbers that offices give out in a form of their own: of immigrants, firms, vehicles and drivers.

The words beside one say little alone (`case`, `tag`, `RC`), so that the form of the number decides.
Forms are those that the offices publish: USCIS (receipts of three letters and ten digits), Companies
House, the registers of Poland, Nigeria, Hong Kong and Taiwan, and DVLA's licences (16 characters).
"""

import re
from typing import Final

from spanveil.redaction.detection._identifiers import Context, digits_at_least
from spanveil.redaction.detection._values import UUID

_PLATE: Final = (
    r"[A-Z]{1,3}[ -]\d{1,4}[ -][A-Z]{1,3}|[A-Z]{2,3}[ -]\d{3}-\d{3}|[A-Z]{2,3}[ -]\d{3,4}|[A-Z]{3}\d[A-Z]\d{2}|[A-Z]{3}\d{3,4}"
    r"|\d[A-Z]{3}\d{3}|[A-Z]{3}-\d{3}-[A-Z]|\d{2}[A-Z]\d?-\d{3}\.?\d{2}|\d{2,3}[ -]?[A-Z]{1,3}[ -]?\d{2,4}"
)
_PLATE_OF_CHINA: Final = r"[\u4eac\u6caa\u6d25\u6e1d\u5180\u8c6b\u4e91\u8fbd\u9ed1\u6e58\u7696\u9c81\u65b0\u82cf\u6d59\u8d63\u9102\u6842\u7518\u664b\u8499\u9655\u5409\u95fd\u8d35\u7ca4\u9752\u85cf\u5ddd\u5b81\u743c][A-Z][A-Z0-9]{5,6}|[A-Z]{2} ?\d{1,4}|[A-Z]{3}-\d{4}"
_VEHICLE: Final = re.compile(r"\b(?:VIN|vehicle|car|parked|plate|DMV|truck|towed)\b", re.IGNORECASE)
_BORN: Final = r"\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"

OFFICES: Final = (
    # who immigrates to the United States
    Context("NATIONAL_ID", ("uscis", "receipt", "case ", "i-765", "i-485", "i-130"), r"(?:IOE|EAC|WAC|LIN|SRC|MSC|NBC|YSC)[ -]?\d{10}", digits=10, reach=24),
    Context("NATIONAL_ID", ("a-number", "alien number", "alien reg", "anumber", "a number"), r"A?[ -]?\d{2,3}[ -]\d{3}[ -]\d{3}|A\d{8,9}", digits=8, reach=16),
    # firms
    Context("PERSONAL_ID", ("companies house", "company no", "company number", "company reg"), r"(?:SC|NI|OC|SO|NC|FC|LP|SL|RC|CE)\d{6}|\d{8}", digits=6, reach=24),
    Context("PERSONAL_ID", ("krs",), r"\d{10}", digits=10, reach=16),
    Context("PERSONAL_ID", ("cac ", "cac_", "onboarding", "rc number", "rc no", "bn no", "rc:", "rc_number"), r"(?:RC|BN)[ :-]?\d{5,8}", digits=5, reach=24),
    Context("PERSONAL_ID", ("br no", "br number", "br_number", "business registration", "\u5546\u696d\u767b\u8a18", "\u5546\u4e1a\u767b\u8bb0"), r"\d{8}(?:-\d{3}(?:-\d{2}-\d{2}-[A-Z0-9])?)?", digits=8, reach=24),
    Context("PERSONAL_ID", ("\u7d71\u7de8", "\u7d71\u4e00\u7de8\u865f", "ubn"), r"\d{8}", digits=8, reach=12),
    Context("PERSONAL_ID", ("\u0627\u0644\u062a\u0633\u062c\u064a\u0644 \u0627\u0644\u0636\u0631\u064a\u0628\u064a", "\u0627\u0644\u0631\u0642\u0645 \u0627\u0644\u0636\u0631\u064a\u0628\u064a"), r"\d{3}-\d{3}-\d{3}|\d{9}", digits=9, reach=20),
    Context("PERSONAL_ID", ("factura", "rectificativa", "cif ", "raz\u00f3n social"), r"[ABCDEFGHJNPQRSUVW]-?\d{7}[0-9A-J]", digits=7, reach=24, caseless=False),
    # persons
    Context("NATIONAL_ID", ("nin",), r"\d{4} \d{3} \d{4}", digits=11, reach=16),
    Context("NATIONAL_ID", ("kamazisi", "(id ", "said no", "sa id"), rf"{_BORN} ?\d{{4}} ?[01]\d\d", digits=13, reach=16),
    Context("NATIONAL_ID", ("op \u010d", "\u010d. op", "ob\u010dansk\u00fd pr\u016fkaz", "ob\u010dansk\u00e9ho pr\u016fkazu"), r"\d{9}", digits=9, reach=12),
    Context("MEDICAL_LICENSE", ("c\u00e9d. prof", "ced. prof", "c\u00e9dula prof", "cedula prof"), r"\d{7,8}", digits=7, reach=16),
    Context("PHONE_NUMBER", ("iccid", "sim "), r"89\d{17,18}", digits=19, reach=16),
    Context("US_BANK_NUMBER", ("gtbank", "zenith bank", "access bank", "first bank", "kuda", "opay", "palmpay", "moniepoint", "fidelity bank", "sterling bank", "wema", "polaris bank", "ecobank", "stanbic"), r"\d{10}", digits=10, reach=12),
    Context("UK_DRIVING_LICENCE", ("licence", "license", "driving", "dvla", "driver"), r"[A-Z9]{5}[ -]?\d{6}[ -]?[A-Z]{1,2}9?[A-Z0-9]{3,4}", digits=6, reach=32, caseless=False),
    # vehicles
    Context("UK_VEHICLE_REGISTRATION", ("plate", "placa", "placas", "plat ", "patente", "bi\u1ec3n s\u1ed1", "traffic fine", "parking fine", "n\u00famero de placa"), _PLATE, digits=2, reach=12, caseless=False),
    Context("UK_VEHICLE_REGISTRATION", ("\u8f66\u724c", "\u8eca\u724c", "\u8f66\u53f7", "\u8eca\u865f"), _PLATE_OF_CHINA, digits=1, reach=8),
    Context("UK_VEHICLE_REGISTRATION", ("reg", "rego"), r"[A-Z]{2} \d{3}-\d{3}|[A-Z]{2}\d{2} [A-Z]{3}", digits=2, reach=12, caseless=False),
    Context("UK_VEHICLE_REGISTRATION", ("tag ",), r"\d[A-Z]{3}\d{3}|[A-Z]{3}-\d{4}", digits=3, reach=8, near=_VEHICLE),
    # accounts of banks
    Context("US_BANK_NUMBER", ("sort code", "sortcode"), r"\d{8}", digits=8, reach=24, back=True),
    Context("US_BANK_NUMBER", ("account", "sent to", "pay into"), r"\d{2}-\d{2}-\d{2}(?=,? ?\d{8}(?!\d))", digits=6, reach=16),
    Context("US_BANK_NUMBER", ("cuenta", "clabe"), r"\d{3} ?\d{3} ?\d{11} ?\d", digits=18, reach=20),
    Context("PERSONAL_ID", ("chave pix", "pix aleat", "chave aleat"), rf"{UUID}|\d{{11}}|\d{{14}}", digits=1, reach=24),
    # papers that a program names before its rows and messages
    Context("NATIONAL_ID", ("hkid", "hk id"), r"[A-Z]{1,2}\d{6} ?\([0-9A]\)", digits=6, reach=80),
    Context("NATIONAL_ID", ("nik",), r"\d{6}(?:[04][1-9]|[1256]\d|[37][01])(?:0[1-9]|1[0-2])\d{6}", digits=16, reach=140),
    Context("NATIONAL_ID", ("rc", "r\u010d"), r"\d{6}/\d{3,4}", digits=9, reach=12),
    # what people say before their own telephone
    Context(
        "PHONE_NUMBER",
        ("llamadme al", "ll\u00e1mame al", "llamarme al", "ll\u00e1menme al", "lui passer le", "m'appeler au", "me joindre au", "m\u00f3j numer", "moj numer", "numer to", "el meu tel\u00e8fon", "tel\u00e8fon", "kalemni", "\u0631\u0642\u0645\u064a", "p\u00e8 m\u00ed s\u00ed", "\u81f4\u96fb", "\u6253\u4fbe", "\u6253\u7d66", "meine nummer", "moje \u010d\u00edslo", "num\u0103rul meu", "mijn nummer", "min telefon", "numaram"),
        r"\+?\(?\d{1,4}\)?(?:[ ./-]?\d{2,5}){2,4}|\d{9,11}", digits_at_least(8), digits=8, reach=16,
    ),
    Context("PHONE_NUMBER", ("\u6253",), r"(?:\+852 ?)?[2-9]\d{3} ?\d{4}", digits=8, reach=4),
)  # fmt: skip
"""Every number that its form tells beside a word of its office."""
