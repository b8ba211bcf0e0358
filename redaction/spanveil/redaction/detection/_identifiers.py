"""The table of numbers that states, banks and registries issue, and of the words that tell them.

One row for each kind. Forms and check digits are the issuers' own; entity names are Presidio's where
it has one. Words are in the languages in which people write to agents.
"""

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from spanveil.redaction.detection import _checksums as check
from spanveil.redaction.detection._dates import DATE, SPELT


def any_value(value: str) -> bool:
    """Take every value: the number has no check digits, or its form is enough."""
    return True


def digits_at_least(count: int) -> Callable[[str], bool]:
    """Return a test that a value has so many digits."""
    return lambda value: sum(map(str.isdigit, value)) >= count


class Context(NamedTuple):
    """A number that is one only beside a telling word.

    Attributes:
        entity: What it is.
        words: Anchors, any case; where one is short it must be a word of its own.
        value: The number's form.
        valid: The check digits, over the value in upper case without separators.
        reach: How far behind the word the value may stand, in characters.
        back: Whether the value may also stand right before the word.
        score: Of the finding.
        caseless: Whether the value's letters may have any case.
        digits: How many digits ``valid`` takes at least, where the form has fewer; none if zero.
        keys: Whether the words are labels, which keys spell with ``_`` or without spaces.
        near: What must stand within 80 characters of the word besides, if anything.
    """

    entity: str
    words: tuple[str, ...]
    value: str
    valid: Callable[[str], bool] = any_value
    reach: int = 40
    back: bool = False
    score: float = 0.75
    caseless: bool = True
    digits: int = 1
    keys: bool = True
    near: re.Pattern[str] | None = None


_PASSPORT: Final = r"[A-Z]{0,3} ?\d{6,9}[A-Z]?|[A-Z]\d{3}[A-Z]\d{4}|(?=[A-Z0-9]*\d[A-Z]{0,6}\d)[CFGHJ-NPRTV-Z][CFGHJ-NPRTV-Z0-9]{7,8}"
_LICENCE: Final = (
    r"(?!(?:19|20)\d\d-\d\d?-\d)[A-Z]{0,5}[ -]?\d[\dA-Z]{1,17}(?:[- ]\d[\dA-Z]{1,8}){0,4}"
)
_ACCOUNT: Final = r"\d{6,17}(?:[ -]\d{2,8}){0,3}|\d{2,5}(?:[ -]\d{2,8}){1,4}"
_GROUPED_PHONE: Final = r"[+(]{0,2}\d{1,5}\)?(?:[ ./-]{1,3}\(?\d{1,5}\)?){1,5}|0\d{8,10}|\+\d{8,14}"

CONTEXTS: Final = (
    # United States
    Context("US_SSN", ("ssn", "social security", "socialsecurity", "social_security", "soc sec", "soc. sec", "social no"), r"\d{3}[- .]?\d{2}[- .]?\d{4}", back=True),
    Context("US_ITIN", ("itin", "taxpayer id", "taxpayer num", "individual taxpayer", "tax id", "taxid", "tax_id", "tin"), r"9\d{2}[- ]?[5-9]\d[- ]?\d{4}"),
    Context("US_PROVIDER_TAX_ID", ("ein", "employer identification", "tax id", "taxid", "tax_id", "tin"), r"\d{2}-\d{7}"),
    Context("US_PASSPORT", ("passport", "passp0rt", "reisepass", "pasaporte", "passaporto", "passaporte", "passeport", "paspoort", "paszport", "pasaport", "travel document", "pass-nr", "passnr", "travel doc", "docnumber"), _PASSPORT, digits_at_least(2), back=True),
    Context("US_DRIVER_LICENSE", ("licence number", "license number", "licence no", "license no", "driver", "dl number", "dl no", "dl#", "permis de conduire", "f\u00fchrerschein", "fuehrerschein", "patente", "permiso de conduc", "carnet de conduc", "rijbewijs", "prawo jazdy", "k\u00f6rkort", "carta de condu", "cnh", "dvla"), _LICENCE, digits_at_least(4), digits=4),
    Context("US_BANK_NUMBER", ("account", "acct", "konto", "rekening", "compte", "cuenta", "conto", "conta"), r"\d{8,17}(?:[ -]\d{2,8}){0,3}", score=0.6),
    Context("US_BANK_NUMBER", ("account number", "account no", "account #", "acct", "account_number", "accountnumber", "account_no", "accountno", "bank account", "bank_account", "bankaccount", "checking", "savings", "kontonummer", "rekeningnummer", "num\u00e9ro de compte", "n\u00famero de cuenta", "bsb", "sort code", "sortcode", "sort_code"), _ACCOUNT, digits_at_least(6), digits=6),
    Context("ABA_ROUTING_NUMBER", ("routing", "aba", "rtn", "rtg"), r"\d{4}-?\d{4}-?\d", check.aba),
    Context("MEDICAL_LICENSE", ("dea", "medical licen", "medical cert", "prescriber"), r"[A-Z][A-Z9]-?\d{7}", check.dea),
    Context("US_NPI", ("npi", "national provider", "provider id"), r"[12]\d{3}[- ]?\d{3}[- ]?\d{3}", lambda d: check.luhn("80840" + d)),
    Context("US_MBI", ("medicare", "beneficiary"), r"[1-9][A-Z][A-Z0-9]\d-?[A-Z][A-Z0-9]\d-?[A-Z]{2}\d{2}"),
    Context("US_MBI", ("mbi", "hicn"), r"(?=[0-9]{0,3}[A-Z])[1-9][A-Z0-9]{3}-?[A-Z0-9]{3}-?[A-Z0-9]{4,5}", digits_at_least(4), digits=4),
    Context("US_HEALTH_INSURANCE_MEMBER_ID", ("member id", "member no", "member number", "memberid", "member_id", "membership no", "membership number", "subscriber id", "subscriber no", "policy number", "policy no", "policynumber", "policy_number", "insurance number", "insurance no", "insurance id", "insurance policy"), r"(?=[A-Z0-9-]*\d{4})[A-Z]{0,5}-?[A-Z0-9]{5,14}(?:-[A-Z0-9]{2,8}){0,3}", digits_at_least(5)),
    Context("US_CLAIM_NUMBER", ("claim number", "claim no", "claim #", "claim id", "claimnumber", "claim_number"), r"[A-Z]{0,4}-?\d{6,15}"),
    Context("US_PRESCRIPTION_NUMBER", ("rx number", "rx no", "rx#", "rx #", "prescription number", "prescription no", "prescription #"), r"(?:RX-?)?\d{6,12}"),
    Context("MEDICAL_RECORD_NUMBER", ("mrn", "medical record", "patient id", "patientid", "patient_id", "patient number", "patient no", "chart no", "chart number"), r"(?=[A-Z0-9-]*\d{4})[A-Z]{0,4}-?[A-Z0-9]{5,14}", digits_at_least(5)),
    # United Kingdom
    Context("UK_NHS", ("nhs", "national health", "health authority"), r"\d{3}[- ]?\d{3}[- ]?\d{4}", check.nhs, score=0.9),
    Context("UK_NINO", ("nino", "national insurance", "ni number", "ni no", "ni_number", "ninumber"), r"[A-Z]{2}[ -]?(?:\d{2}[ -]?){3}[A-D]"),
    Context("UK_DRIVING_LICENCE", ("licence", "license", "dvla", "driver"), r"[A-Z9]{5} ?\d[0156]\d{4}[A-Z9]{2}\d?[A-Z]{2,3}"),
    # India
    Context("IN_AADHAAR", ("aadhaar", "aadhar", "adhaar", "adhar", "uidai", "ஆதார்", "আধার", "ఆధార్", "ಆಧಾರ್", "ആധാർ", "આધાર", "ਆਧਾਰ"), r"[2-9]\d{3}[ :-]?\d{4}[ :-]?\d{4}", back=True),
    Context("IN_PAN", ("pan", "permanent account"), r"[A-Z]{5}\d{4}[A-Z]", digits_at_least(4)),
    Context("IN_PAN", ("pannumber", "pan_number", "pan_no", "panno", "pan card", "pancard"), r"[A-Z]{5}\d{4}[A-Z]"),
    Context("IN_VOTER", ("voter", "epic", "elector photo"), r"[A-Z]{3}\d{7}"),
    Context("IN_GSTIN", ("gst", "gstin", "goods and services tax", "tax identification"), r"[0-3]\d[A-Z]{5}\d{4}[A-Z][A-Z0-9]Z[A-Z0-9]"),
    Context("IN_VEHICLE_REGISTRATION", ("vehicle", "plate", "registration", "rto"), r"[A-Z]{2}[ -]?\d{1,2}[ -]?[A-Z]{1,3}[ -]?\d{4}"),
    # Australia, Canada
    Context("AU_TFN", ("tfn", "tax file"), r"\d{3}[ -]?\d{3}[ -]?\d{3}", check.tfn),
    Context("AU_ABN", ("abn", "australian business"), r"\d{2}[ -]?\d{3}[ -]?\d{3}[ -]?\d{3}", check.abn),
    Context("AU_ACN", ("acn", "australian company"), r"\d{3}[ -]?\d{3}[ -]?\d{3}", check.acn),
    Context("AU_MEDICARE", ("medicare",), r"[2-6]\d{3}[ -]?\d{5}[ -]?\d{1,2}"),
    Context("CA_SIN", ("sin", "social insurance", "assurance sociale", "nas"), r"\d{3}[- ]?\d{3}[- ]?\d{3}", check.luhn),
    # Europe
    Context("ES_NIF", ("nif", "dni", "documento nacional", "identificaci"), r"\d{7,8}-?[A-Z]"),
    Context("ES_NIE", ("nie", "extranjero"), r"[XYZ]-?\d{7}-?[A-Z]"),
    Context("IT_FISCAL_CODE", ("codice fiscale", "codicefiscale", "codice_fiscale", "cf"), r"[A-Z]{6}[0-9LMNP-V]{2}[A-EHLMPRST][0-9LMNP-V]{2}[A-Z][0-9LMNP-V]{3}[A-Z]"),
    Context("IT_VAT_CODE", ("partita iva", "p.iva", "p. iva", "partitaiva", "partita_iva", "piva"), r"(?:IT)?\d{11}"),
    Context("IT_DRIVER_LICENSE", ("patente", "licenza di guida"), r"[A-Z]{2}\d{7}[A-Z]|U1[A-Z0-9]{7}[A-Z]"),
    Context("IT_IDENTITY_CARD", ("carta d", "carta di", "carta identit", "cie", "documento"), r"[A-Z]{2} ?\d{7}|\d{7}[A-Z]{2}|[A-Z]{2}\d{5}[A-Z]{2}"),
    Context("PL_PESEL", ("pesel",), r"\d{11}"),
    Context("PL_NIP", ("nip", "regon"), r"\d{3}-?\d{2,3}-?\d{2}-?\d{2,3}|\d{9}"),
    Context("FI_PERSONAL_IDENTITY_CODE", ("hetu", "henkil\u00f6tunnus", "henkilotunnus", "personbeteckning", "personal identity"), r"\d{6}[-+A-FU-Y]\d{3}[0-9A-Y]"),
    Context("SE_PERSONNUMMER", ("personnummer", "personnr", "samordningsnummer", "personal identity", "svensk id"), r"(?:\d{2})?\d{6}[-+]?\d{4}"),
    Context("SE_ORGANISATIONSNUMMER", ("organisationsnummer", "orgnr", "org nr", "org.nr", "f\u00f6retagsnummer"), r"\d{6}-?\d{4}"),
    Context("DK_CPR", ("cpr", "personnummer"), r"\d{6}-?\d{4}"),
    Context("NO_FODSELSNUMMER", ("f\u00f8dselsnummer", "fodselsnummer", "personnummer"), r"\d{6} ?\d{5}"),
    Context("NL_BSN", ("bsn", "burgerservicenummer", "sofinummer"), r"\d{4}[. ]?\d{2}[. ]?\d{3}|\d{3}[. ]?\d{3}[. ]?\d{3}"),
    Context("FR_NIR", ("nir", "s\u00e9curit\u00e9 sociale", "securite sociale", "num\u00e9ro de s\u00e9cu", "s\u00e9cu", "secu", "insee"), r"[12] ?\d{2} ?\d{2} ?\d[\dAB] ?\d{3} ?\d{3}(?: ?\d{2})?"),
    Context("DE_TAX_ID", ("steuer-id", "steuerid", "steuer_id", "steuer id", "steueridentifikation", "steuerliche identifikation", "idnr", "steuernummer", "bzst"), r"\d{2} ?\d{3} ?\d{3} ?\d{3}"),
    Context("DE_TAX_NUMBER", ("steuernummer", "steuer-nr", "steuernr", "st.-nr", "st-nr", "finanzamt"), r"\d{2,3}[/ ]\d{3,4}[/ ]\d{4,5}|\d{5}/\d{5}|\d{13}"),
    Context("DE_ID_CARD", ("ausweis", "identity card", "dokumentennummer"), r"(?=[A-Z0-9]*\d{2})[CFGHJ-NPRTV-Z][CFGHJ-NPRTV-Z0-9]{7,8}\d?|T\d{8}"),
    Context("DE_SOCIAL_SECURITY", ("sozialversicherung", "rentenversicherung", "versicherungsnummer", "sv-nummer", "svnr", "rvnr"), r"\d{2} ?\d{6} ?[A-Z] ?\d{3}"),
    Context("DE_HEALTH_INSURANCE", ("krankenversicher", "versichertennummer", "kvnr", "krankenkasse", "gesundheitskarte"), r"[A-Z] ?\d{3} ?\d{3} ?\d{3}"),
    Context("DE_VAT_ID", ("ust-id", "ustid", "ust.-id", "umsatzsteuer", "vat", "mwst", "btw"), r"[A-Z]{2}[ .-]?(?=[A-Z0-9]*\d{5})[A-Z0-9]{2,3}[ .-]?[A-Z0-9]{3}[ .-]?[A-Z0-9]{3,6}"),
    Context("DE_HANDELSREGISTER", ("handelsregister", "amtsgericht", "registergericht"), r"HR[AB] ?\d{1,6}"),
    Context("DE_LANR", ("lanr", "arztnummer", "arzt-nr", "bsnr", "betriebsst\u00e4tten", "praxisnummer"), r"\d{9}"),
    Context("DE_KFZ", ("kennzeichen", "nummernschild"), r"[A-Z\u00c4\u00d6\u00dc]{1,3}[ -][A-Z]{1,2}[ -]?\d{1,4}[EH]?"),
    Context("UK_VEHICLE_REGISTRATION", ("number plate", "licence plate", "license plate", "vrn", "vrm", "vehicle reg", "plate no", "plate number", "plaka", "matr\u00edcula", "immatriculation"), r"(?=[A-Z0-9 -]*\d)[A-Z0-9]{1,4}[ -]?[A-Z0-9]{1,4}(?:[ -]?[A-Z0-9]{1,4})?", digits_at_least(2), reach=16),
    # Asia, Africa, the Americas
    Context("KR_RRN", ("rrn", "resident registration", "frn", "foreigner registration", "\uc8fc\ubbfc\ub4f1\ub85d\ubc88\ud638", "\uc678\uad6d\uc778\ub4f1\ub85d\ubc88\ud638"), r"\d{6}-?[1-8]\d{6}"),
    Context("KR_BRN", ("brn", "business registration", "business number", "\uc0ac\uc5c5\uc790"), r"\d{3}-?\d{2}-?\d{5}"),
    Context("KR_DRIVER_LICENSE", ("\uc6b4\uc804\uba74\ud5c8", "\uba74\ud5c8\ubc88\ud638", "korean driver"), r"\d{2}[- ]?\d{2}[- ]?\d{6}[- ]?\d{2}"),
    Context("SG_NRIC_FIN", ("nric", "fin"), r"[STFGM]\d{7}[A-Z]"),
    Context("SG_UEN", ("uen", "unique entity", "acra", "business registration"), r"\d{8,9}[A-Z]|[TSR]\d{2}[A-Z]{2}\d{4}[A-Z]"),
    Context("TH_TNIN", ("thai national", "thai id", "tnin", "\u0e40\u0e25\u0e02\u0e1b\u0e23\u0e30\u0e08\u0e33\u0e15\u0e31\u0e27", "\u0e40\u0e25\u0e02\u0e1a\u0e31\u0e15\u0e23\u0e1b\u0e23\u0e30\u0e0a\u0e32\u0e0a\u0e19"), r"[1-9][- ]?\d{4}[- ]?\d{5}[- ]?\d{2}[- ]?\d"),
    Context("TR_NATIONAL_ID", ("kimlik", "tckn", "tc no", "turkish id"), r"[1-9]\d{10}"),
    Context("ZA_ID_NUMBER", ("south african id", "rsa id", "identity number"), r"\d{6} ?\d{4} ?[0-2]\d ?\d"),
    Context("ZA_COMPANY_REGISTRATION", ("cipc", "company reg", "registration number"), r"(?:CK|[KTWBMN])?(?:19|20)\d{2}/\d{6}(?:/\d{2})?"),
    Context("NG_NIN", ("nin", "nimc", "national identi"), r"\d{4}[ -]?\d{4}[ -]?\d{3}|\d{11}"),
    Context("PH_TIN", ("tin", "taxpayer ident", "taxpayer id", "tax id", "bir"), r"\d{3}-\d{3}-\d{3}(?:-\d{3,5})?|\d{9}|\d{12}"),
    Context("PH_UMID", ("umid", "crn", "gsis", "philhealth", "sss", "common reference"), r"\d{4}-\d{7}-\d|\d{2}-\d{7}-\d|\d{12}"),
    Context("BR_CPF", ("cpf", "cnpj", "rg"), r"\d{3}\.?\d{3}\.?\d{3}-?\d{2}|\d{2}\.?\d{3}\.?\d{3}/?\d{4}-?\d{2}|\d{2}\.\d{3}\.\d{3}-[\dX]"),
    Context("MX_CURP", ("curp", "rfc"), r"[A-Z]{4}\d{6}[HM][A-Z]{5}[A-Z0-9]\d|[A-Z\u00d1&]{3,4}\d{6}[A-Z0-9]{3}"),
    Context("CL_RUT", ("rut", "run"), r"\d{1,2}\.\d{3}\.\d{3}-[\dK]|\d{7,8}-[\dK]"),
    Context("NATIONAL_ID", ("national id", "nationalid", "national_id", "identity number", "identity no", "identity card", "id card", "id number", "identification number", "identification no", "c\u00e9dula", "cedula", "carte d'identit", "ausweisnummer", "dow\u00f3d osobist"), r"(?=[A-Z0-9.-]*\d{2})[A-Z]{0,4}-?\d[A-Z0-9]{4,13}(?:[-.]\d{1,6}){0,3}", digits_at_least(5), score=0.6),
    # money
    Context("IBAN_CODE", ("iban", "account", "konto"), r"[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,3})?", lambda v: check.iban_length(v) == len(v), score=0.95),
    Context("CREDIT_CARD", ("card", "karte", "carte", "tarjeta", "carta", "cart\u00e3o", "kaart", "karta", "visa", "mastercard", "amex", "maestro", "cc", "pan"), r"\d{4}[ -]?(?:\d{4}[ -]?\d{4}|\d{6})[ -]?\d{1,7}|\d{12,19}", lambda d: 12 <= len(d) <= 19 and check.luhn(d), score=0.9, back=True),
    Context("CREDIT_CARD", ("card number", "cardnumber", "card_number", "card no", "credit card", "debit card", "cc number", "kartennummer", "num\u00e9ro de carte", "creditcard"), r"[1-6]\d{3}[ -]?\d{4}[ -]?\d{4}[ -]?\d{3,4}|3\d{3}[ -]?\d{6}[ -]?\d{4,5}", score=0.6),
    Context("CRYPTO", ("trc20", "usdt", "tron", "trx"), r"T[1-9A-HJ-NP-Za-km-z]{33}", caseless=False),
    # reached by phone; the second row's words are common, so that the number must be written as one
    Context("PHONE_NUMBER", ("phone", "telephone", "contacto:", "contato:", "síminn", "sími:", "fone", "fon", "tel", "t\u00e9l", "tel\u00e9", "mobile", "m\u00f3vil", "mobil", "celular", "cell", "fax", "call me", "my number", "whatsapp", "handy", "sms", "gsm", "hotline", "pager", "num\u00e9ro", "nummer lautet", "numer tel", "landline", "callback", "call back", "msisdn", "ph", "mob", "hp", "puh", "telefon", "telefono", "telefone", "t\u00e9l\u00e9phone", "tel\u00e9fono", "\u05dc\u05d8\u05dc\u05e4\u05d5\u05df", "\u05d1\u05d8\u05dc\u05e4\u05d5\u05df", "\u05d4\u05d8\u05dc\u05e4\u05d5\u05df", "nr tel", "phone no", "contact no", "contact number", "reach me", "broj je", "\u0442\u0435\u043b.", "\u03c4\u03b7\u03bb", "\u0e40\u0e1a\u0e2d\u0e23\u0e4c", "\u0e42\u0e17\u0e23", "\u092b\u093c\u094b\u0928", "\u092b\u094b\u0928", "\u092e\u094b\u092c\u093e\u0907\u0932", "\u0647\u0627\u062a\u0641", "\u062c\u0648\u0627\u0644", "\u0645\u0648\u0628\u0627\u064a\u0644", "\u0634\u0645\u0627\u0631\u0647", "\u09ab\u09cb\u09a8", "\u624b\u6a5f", "\u5ea7\u673a", "tlf", "dial", "puhelin", "telp", "\u0442\u0435\u043b\u0435\u0444\u043e\u043d", "\u043f\u043e \u043d\u043e\u043c\u0435\u0440\u0443", "\u624b\u673a", "\u7535\u8bdd", "\u96fb\u8a71", "\u643a\u5e2f", "\uc5f0\ub77d\ucc98", "\uc804\ud654", "\u03ba\u03b9\u03bd\u03b7\u03c4\u03cc", "\u03c4\u03b7\u03bb\u03ad\u03c6\u03c9\u03bd", "\u05d8\u05dc\u05e4\u05d5\u05df", "\u05e0\u05d9\u05d9\u05d3", "\u0111i\u1ec7n tho\u1ea1i", "telem\u00f3vel", "telemovel", "mobilni", "mobiln\u00ed", "kom\u00f3rk", "rufnummer", "matkapuh", "mobiel", "gsm-nummer", "telepon", "mobilnummer", "mobilnr", "mobiltlf", "mobilszám", "mobiilinumero", "mobilní číslo", "mobilus", "handynummer", "handynr", "tlfnr", "telnr", "port.", "fixe", "mobilfunk", "festnetz", "tfno", "tlfno", "teléf", "telef", "telf", "cel", "cellular", "recapito", "tlm", "whats", "wpp", "zap", "telefoon", "mobitel", "моб.", "моб ", "тел ", "сотовый", "сотов", "κιν.", "cep", "טל'", "טל׳", "الهاتف", "الجوال", "هاتفه", "هاتفها", "هاتفي", "تلفن", "موبایل", "মোবাইল", "มือถือ", "đt", "sđt", "di động", "cp#", "cp no", "simu ya", "simu:", "namba ya simu", "連絡先", "휴대폰", "핸드폰", "ddi", "direct dial", "direct line", "callto", "sdt", "dien thoai", "from number", "to number", "caller id", "wa number", "wa:", "dialed number", "toll free", "téléph", "celphone", "cellphone", "mobilephone", "phonenumber", "whatsap"), r"[+(]{0,2}\d(?:[ .()/-]{0,3}\d){5,14}", reach=32, back=True),
    Context("PHONE_NUMBER", ("answering at", "answer at", "call", "ring", "contact", "kontakt", "dzwon", "dzwoni", "chiam", "chiamami", "chiamare", "chiamat", "chiamate", "chiamalo", "appeler", "appelez", "llamar", "llámame", "llamame", "llámeme", "позвон", "звон", "дзвон", "reach", "text me", "messages to", "message to", "registered", "office", "desk", "number is", "number to", "best number", "line is", "at home", "signal", "viber", "telegram", "speak to", "urgent", "emergency", "sent to", "llama", "ligar", "chiama", "appel", "joindre", "rufen", "bel me", "ligue", "portable", "r\u00fcckruf", "erreichbar", "ringer fra", "ring meg", "ring mig", "zvaniet", "zadzwo", "soita", "volejte", "rappel", "llame", "hubungi", "suna\u021bi", "h\u00edvj", "pozovite", "pokli\u010dite", "skambin", "h\u00edvjanak", "h\u00edvjon"), _GROUPED_PHONE, lambda d: 7 <= len(d) <= 13, digits=7, reach=24, back=True, score=0.55, keys=False),
    # born
    Context("DATE_TIME", ("dob", "d.o.b", "birth", "birthday", "birthdate", "born", "bday", "geburtstag", "cumplea\u00f1os", "anniversaire", "compleanno", "anivers\u00e1rio", "verjaardag", "f\u00f6delsedag", "f\u00f8dselsdag", "geburt", "geboren", "geb.", "n\u00e9 le", "n\u00e9e le", "n\u00e9(e) le", "naissance", "nacimiento", "nacid", "nacido", "nacida", "nascita", "nato il", "nata il", "nato a", "nata a", "nascimento", "nascid", "geboorte", "urodz", "urodzony", "urodzona", "urodzon", "f\u00f8dt", "f\u00f6dd", "aged", "deceased", "died", "生年月日", "出生日期", "出生", "誕生日", "生日", "생년월일", "생일", "дата рождения", "дата народження", "родился", "родилась", "ημερομηνία γέννησης", "γεννημέν", "تاريخ الميلاد", "مواليد", "תאריך לידה", "जन्म", "วันเกิด", "doğum", "narozen", "rojen", "rođen", "születet", "született", "syntyny", "syntymä", "data urodzenia", "ngày sinh", "tanggal lahir", "fecha nac", "fec. nac", "fec nac", "fech. nac", "f. nac", "f.nac", "fecnac", "f. de nac", "data nasc", "dt. nasc", "dt nasc", "dtnasc", "d. nasc", "nasc.", "naiss.", "date naiss", "d. naiss", "datanasc", "gebdat", "geb-dat", "geb dat", "geb:", "gebd.", "geb.-dat", "fødselsdato", "fødd", "fødselsd.", "f.dato", "födelsedatum", "födelsedat", "f. datum", "dat. nar", "datum nar", "nar.", "ur.", "data ur", "dat. ur", "szül.", "szül:", "szül ", "synt.", "synt.aika", "d.nașt", "data naș", "data nast", "născut", "doğ. tar", "doğ.tar", "d. tarihi", "dat. rođ", "dat. roj", "roj.", "gim. data", "gimimo data", "dzim. dat", "dzimšanas dat", "sünniaeg", "sünnikuup", "tgl lahir", "tgl. lahir", "\u0434.\u0440.", "\u0434/\u0440", "дата рожд", "дата нар", "ημ. γεν", "ημ/νία γεν", "d.o.birth", "dt of b", "d o b", "bdate", "b-day", "nací ", "nació ", "nacín ", "nasci ", "nasci em", "nasceu", "nacque", "naquit", "nascut", "nascuda", "naixement", "nacemento", "naixença", "gebore", "rojstva", "rođenja", "rodenja", "rođendan", "narození", "narozeni", "narodenia", "narodený", "narodená", "narodil", "narodzin", "szulet", "születés", "syntymaaik", "syntymapaiv", "sündinud", "sunniaeg", "dzimsanas", "dzimis", "dzimus", "gimęs", "gimė", "gimimas", "dogum", "doğdu", "fodelse", "fodsels", "fæðing", "fædd", "nasterii", "nașterii", "naștere", "datëlind", "lindur", "lindja", "twelid", "imwieled", "jaio", "rugadh", "breithe", "geni:", "ganwyd", "ganed", "ngaysinh", "ngay_sinh", "sinh ngày", "sinh năm", "lahir", "ipinanganak", "isinilang", "kapanganakan", "kuzaliwa", "alizaliwa", "nilizaliwa", "nimezaliwa", "lokuzalwa", "tug'ilgan", "tugilgan", "tugʻilgan", "gbdat", "geburtsdat", "rozhden", "narodzhen", "birthdt", "dteofbirth", "date_naiss", "出生年月日", "生於", "生于", "出生年月", "เกิดวันที่", "วัน/เดือน/ปีเกิด", "วันเดือนปีเกิด", "ว/ด/ป เกิด", "народил", "народжен", "родилс", "родил", "родена", "роден", "рођен", "датум рођења", "датум на раѓање", "дата на раждане", "туған", "туылған", "туулган", "төрсөн", "таваллуд", "γεννήθηκ", "γέννησης", "ημερ. γέν", "нар.", "народзін", "нарадз", "تاريخ ميلاد", "تاریخ تولد", "متولد", "ولدت في", "ولد في", "ولدت يوم", "تاریخ پیدائش", "נולד", "לידה", "দিন জন্ম", "জন্ম", "பிறந்த", "పుట్టిన", "ಹುಟ್ಟಿದ", "ജനന", "જન્મ", "ਜਨਮ", "උපන්", "මීලාදය", "မွေး", "កំណើត", "ວັນເກີດ", "የትውልድ", "დაბადებ", "ծննդյան", "ծնված", "ծնվել"), DATE, keys=False),
    # in words
    Context("DATE_TIME", ("birth", "born", "dob", "d.o.b", "geboren", "geburt", "nacid", "nacimiento", "naci\u00f3", "\u751f\u5e74\u6708\u65e5", "\u51fa\u751f", "\u751f\u65e5", "\u751f\u65bc", "\u751f\u4e8e", "\u05dc\u05d9\u05d3\u05d4", "\u05e0\u05d5\u05dc\u05d3"), SPELT, digits=0, reach=24, keys=False),
    # and said behind the date
    Context("DATE_TIME", ("生まれ", "生れ", "出生", "народження", "рождения", "нараджэння", "р.н", "г.р", "р. н", "г. р", "года рожд", "р.нар", "годишта", "doğumlu", "dogumlu", "születésű", "szuletesu", "syntynyt", "narozen", "rojen", "rojena", "rojstva", "rođen", "rođena", "rođeni", "rođenja", "gimęs", "gimusi", "dzimis", "dzimusi", "sündinud", "출생", "생입니다", "생이고", "생,", "생 ", "생)", "생의", "da tug'ilgan", "doğulub", "туған", "დაბადებული", "ծնված", "को जन्म", "জন্মগ্রহণ"), DATE, reach=0, back=True, keys=False),
)  # fmt: skip
"""Every kind that needs a word beside it."""
