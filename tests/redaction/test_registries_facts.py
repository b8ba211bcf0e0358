"""Numbers of persons and traders in forms that registries publish, beside whatever tells them."""

import pytest

from spanveil.redaction.detection import Detector

DETECTOR = Detector()


def _covered(text: str, value: str) -> bool:
    start = text.index(value)
    covered = {place for found in DETECTOR.find(text) for place in range(found.start, found.end)}
    wanted = {place for place in range(start, start + len(value)) if text[place].isalnum()}
    return wanted <= covered


@pytest.mark.parametrize(
    ("label", "value"),
    [
        ("VAT", "GB 980 7806 84"),
        ("TVA", "CHE-107.787.577"),
        ("Mehrwertsteuernummer", "CHE107787577"),
        ("PVN", "LV 4000 3521 600"),
        ("Firmenbuchnummer", "122119m"),
        ("Y-tunnus", "2077474-0"),
        ("Registrikood", "12345678"),
        ("NIF", "000216001808337"),
        ("NIT", "0614-050707-104-8"),
        ("TIN", "C0000803561"),
        ("PPS", "6433435OA"),
        ("RRN", "971013-9019902"),
        ("NIP", "PL 8567346215"),
        ("ONRC", "J52/750/2012"),
        ("MyKad", "770305021234"),
        ("LNCh", "7111042925"),
        ("Registro Único de Contribuyentes", "20512333797"),
        ("Poreski identifikacioni broj", "101134702"),
        ("Daňové identifikační číslo", "25123891"),
        ("Nomor Pokok Wajib Pajak", "013000666091000"),
        ("Единен граждански номер", "7523169263"),
        ("統一社会信用代码", "91110000600037341L"),
        ("Norwegian bank account number", "86011117947"),
        ("Belgian enterprise number", "0403019261"),
        ("redress number", "2104598"),
        ("blue badge number", "KM-4471-90"),
        ("juror number", "V-735-7379"),
        ("Arbeitnehmernummer", "AB 735 118"),
        ("Mandatsreferenz", "MRN-2210457"),
        ("número de expediente", "447120/2021"),
        ("número de colegiado", "28/2814477"),
        ("numero di matricola", "N-447120"),
        ("número mecanográfico", "20447118"),
        ("vreemdelingennummer", "2804471190"),
        ("numer albumu", "447118"),
        ("työntekijänumero", "AB447118"),
        ("sürücü belgesi no", "447118"),
        ("nomor anggota", "KP/4471/1180"),
        ("U.S. Employer Identification Number", "04-2103594"),
    ],
)
@pytest.mark.parametrize(
    "layout",
    [
        "{0}: {1}",
        "{0} number is {1}",
        "Can you check whether {1} is still the {0} we have on file?",
        "The applicant gave {1} as the {0}.",
    ],
)
def test_finds_a_number_that_a_registry_issues(label: str, value: str, layout: str) -> None:
    text = layout.format(label, value)
    assert _covered(text, value), text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The UPN B801200005001 was read from the scan.", "B801200005001"),
        ("step,upn,page\n1,B801200005001,77\n", "B801200005001"),
        ("| step | SIREN |\n|---|---|\n| 3 | 552008443 |\n", "552008443"),
        ("| HR-Nummer | Result |\n|---|---|\n| HRB 86891 | no match |\n", "HRB 86891"),
        ('{"מספר_זהות": "039337423", "page": 2}', "039337423"),
        ("ИНН number is 7707083893", "7707083893"),
        ("CVR DK36963187", "DK36963187"),
        ("ΑΔΤ: ΦΛ142673", "ΦΛ142673"),
        ("расчетный счет 51704959075642195452", "51704959075642195452"),
        ("license #: D-447-118-20", "D-447-118-20"),
        ("My title deed number is PZA/1140/7955.", "PZA/1140/7955"),
        ("document_number: X4471180", "X4471180"),
        ("Bitte prüfen Sie, ob 44711802 noch die Kundennummer ist.", "44711802"),
        ("dni 54362315k de la clienta", "54362315k"),
        ("Numri i Identifikimit për Personin e Tatueshëm: J91402501L", "J91402501L"),
        ("Identifiant Commun de l'Entreprise: 001561191000066", "001561191000066"),
    ],
)
def test_finds_it_in_other_layouts(text: str, value: str) -> None:
    assert _covered(text, value), text


@pytest.mark.parametrize(
    "text",
    [
        "VAT 20% of 1,234,567.89 EUR",
        '"vat": 1234567, "net": 98765432',
        "incl. VAT 119 000 000 yen",
        "RFC 2616 and RFC 9110",
        "von 1234567 bis 2345678",
        'fn: "12345678"',
        "kt: 12345 rows",
        "hra: 1234",
        '"vid": "9876543210123456"',
        "company_id=12345678",
        '"companyId": "AB12345678"',
        '"organization_code": "AB123456"',
        '"company": {"employees": 1234567, "id": 8}',
        "organization members: 12345678",
        "enterprise plan 12345678 seats",
        "BN layer 123456789 params",
        "The French dataset has 12345678 rows",
        "United Kingdom population: 67886011",
        "registro 12345678 eliminado",
        "clave del producto 12345678",
        "Bestellnummer 12345678",
        "Vorfallnummer 12345678",
        "Kontrollnummer 12345678",
        "número de pedido 12345678",
        "numer zamówienia 12345678",
        "ordernummer 12345678",
        '"contractId": 12345678',
        '"document_id": "AB12345678"',
        "subscription_id: 12345678",
        "registration_id: 12345678",
        "search engine 12345678 hits",
        "the pod number 1234 and the bar 12345678",
        "hasta: 12345678",
        "wrote 12345678 for the blue account",
        "model number V12345",
    ],
)
def test_leaves_amounts_rows_and_words_of_something_else(text: str) -> None:
    assert not DETECTOR.find(text)
