"""A value that a sentence names afterwards is found, and what only stands before a label is not."""

import pytest

from spanveil.redaction.detection import Detector

DETECTOR = Detector()


def found(text: str) -> set[str]:
    return {text[finding.start : finding.end] for finding in DETECTOR.find(text)}


@pytest.mark.parametrize(
    ("value", "label"),
    [
        ("82418896288", "ABN"),
        ("45 412 013 423", "ABN"),
        ("163 056 737", "ACN"),
        ("AA9572755P", "patente di guida"),
        ("AS2089879", "carta d'identità"),
        ("53195391B", "UEN"),
        ("07UTGPK3219R1ZO", "GSTIN"),
        ("250491-18853", "personas kods"),
        ("621 241 345", "TAJ szám"),
        ("0112998509672", "EMŠO"),
        ("244-679-513 03", "СНИЛС"),
        ("781025325550", "ЖСН/ИИН"),
        ("29303260233260", "الرقم القومي"),
        ("2.904.311-2", "cédula"),
        ("G646492(A)", "HKID"),
        ("887368461V", "NIC number"),
        ("DE303505355", "USt-IdNr."),
        ("X256-4879-2009", "driver licence number"),
        ("5937023522", "bank account number"),
        ("1833324795", "provider NPI"),
        ("6335 15186 1", "Medicare number"),
        ("561113-2359452", "주민번호"),
        ("19752864137", "steuerliche Identifikationsnummer"),
    ],
)
@pytest.mark.parametrize(
    "sentence",
    [
        "Can you tell me whether {value} is still the {label} we have",
        "Please use {value} as the {label}, not the old one",
        "They wrote {value}, which is her {label}.",
        "I gave you {value} - that's my {label}",
        "we hold {value} ({label}) on file",
        "{value} isn't this customer's {label}",
    ],
)
def test_a_value_before_any_label(value: str, label: str, sentence: str) -> None:
    assert value in found(sentence.format(value=value, label=label))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("82418896288, her ABN, is wrong", "82418896288"),
        ("use 82418896288 as the ABN", "82418896288"),
        ("82418896288 = ABN", "82418896288"),
        ("He says 21099808 is also the number on her passport", "21099808"),
        ("1833324795 is the NPI, 1528060837 is hers", "1833324795"),
        ("AA9572755P è ancora la mia patente", "AA9572755P"),
        ("91100310258 to jest mój numer PESEL", "91100310258"),
        ("91100310258 nadal jest jego PESEL", "91100310258"),
        ("19752864137 ist immer noch meine Steuer-ID", "19752864137"),
        ("134 893 528 est toujours mon NAS", "134 893 528"),
        ("543381417620 — это мой ИНН", "543381417620"),
        ("18984330151, la nostra partita IVA", "18984330151"),
        ("53195391B es todavía su UEN", "53195391B"),
        ("11.768.010/0001-98 ainda é o nosso CNPJ", "11.768.010/0001-98"),
        ("12 March 1987 is his date of birth", "12 March 1987"),
        # a number of another kind behind the label
        ("82418896288 is the ABN, 4111 1111 1111 1111 the card", "82418896288"),
        ("621 241 345 is his TAJ, and 4111 1111 1111 1111 the card", "621 241 345"),
    ],
)
def test_sentences_of_other_forms_and_languages(text: str, value: str) -> None:
    assert value in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "42 is still the port we have",
        "200 is the status code",
        "v2.1 is the version",
        "12345678 is the account limit for page views",
        "12345678 is in the account queue",
        "8080 is the account service port",
        "1700000000000 is the account creation timestamp",
        "waited 30000 ms for the driver",
        "10000000 rows for the account table",
        "2024 is the passport renewal year",
        "build 482913 for the member service",
        "order 48291345 for the bank account",
        "12345 is what the customer saw",
        "1048576 is the max size of the account export",
        "Ticket 48213, our customer, is open",
        "we shipped 48291345 to the customer",
        "It ended with 48291345. The ABN is missing",
    ],
)
def test_what_stands_before_a_label_and_is_not_its_value(text: str) -> None:
    assert found(text) == set()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Unternehmens-ID (UID) CHE-863.473.414 over the phone", "CHE-863.473.414"),
        ('{"uid_nummer": "CHE-717.526.952"}', "CHE-717.526.952"),
        ("Rechnung von CHE-105.805.080 MWST", "CHE-105.805.080"),
        ("Rechnung von CHE105805081", "CHE105805081"),
        ('{"mbi": "4D8C6L86AB67"}', "4D8C6L86AB67"),
        ("kyc mbi=1F1H5Y1KK70 latency_ms=418", "1F1H5Y1KK70"),
        ("mobilnummer 963 52 623", "963 52 623"),
        ("handynr. 0664 327 64 69", "0664 327 64 69"),
        ("fecha nac. 12/09/87", "12/09/87"),
        ("dt. nasc.: 12-09-87", "12-09-87"),
        ("geb.-dat. 12.9.87", "12.9.87"),
        ("ur. 12.09.1987 w Krakowie", "12.09.1987"),
        ("szül. 1987.09.12", "1987.09.12"),
        ("д.р. 12.09.87", "12.09.87"),
        ("ip table 4.12.3.1 and route table 10.0.0.1", "10.0.0.1"),
    ],
)
def test_forms_and_short_labels(text: str, value: str) -> None:
    assert value in found(text)


@pytest.mark.parametrize(
    "text",
    [
        # the check digit is wrong, and there are no points
        "SKU CHE-123456789",
        "memory map 7fd7a4a5da000-7f611b8717000 r-xp 00028000 103:02 0165167",
        "table 4.12.3.1: limits for class A",
        "WARN token bucket exhausted: capacity=82 refill=58/s",
        "password: '{{ .Values.db.password | b64enc }}'",
        'secret = data.vault_kv_secret_v2.smtp.data["password"]',
        "-----BEGIN PRIVATE KEY-----\n(omitted)\n-----END PRIVATE KEY-----",
        "New password:\nRetype new password:\npasswd: password updated successfully",
        '{"customer": {"id": "cus_pdT1byeaDw8KJWYYWwDYuyarZdKj"}}',
    ],
)
def test_what_only_looks_like_something(text: str) -> None:
    assert found(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "-----BEGIN PRIVATE KEY-----\nMIIBVQIBADANBgkqhkiG\n-----END PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----\n(omitted)\nMIIBVQIBADANBgkqhkiG9w0BAQ",
    ],
)
def test_a_short_or_a_cut_key_is_no_stand_in(text: str) -> None:
    assert found(text) == {text}
