"""Bodies that services, agents and their tools send; leaves name a slot."""

import json
from typing import Any, Final

from benchmarks.held_out._pilgrim._payloads_nested import NESTED

FLAT: Final[tuple[Any, ...]] = (
    # On-call and developer tools
    {
        "event": {"event_type": "incident.acknowledged", "occurred_at": "2026-03-04T02:15:09Z"},
        "agent": {"summary": "<<BRITISH>>", "contact": {"address": "<<MAIL_WORK>>"}},
        "log_entries": [{"channel": {"type": "sms", "to": "<<PHONE_UK>>"}}],
    },
    {
        "action": "opened",
        "pull_request": {"number": 4182, "title": "Retry on 429", "merged": False},
        "commits": [{"sha": "9d1c0be", "author": {"name": "<<CZECH>>", "email": "<<MAIL_CZ>>"}}],
    },
    {
        "schedule": "platform-primary",
        "overrides": [
            {"start": "2026-05-01T18:00Z", "user": {"name": "<<GERMAN>>", "phone": "<<PHONE_DE>>"}},
            {"start": "2026-05-02T18:00Z", "user": {"name": "<<FRENCH>>", "phone": "<<PHONE_FR>>"}},
        ],
    },
    {
        "audit": {"action": "user.login", "outcome": "FAILURE", "reason": "INVALID_MFA"},
        "actor": {"displayName": "<<NIGERIAN>>", "alternateId": "<<MAIL_NG>>"},
        "client": {"ipAddress": "<<IP>>", "geo": {"city": "<<TOWN_NG>>"}},
    },
    {"level": "warn", "msg": "rate limited", "remote_addr": "<<IPV>>", "account": "<<MAIL>>"},
    # Banks
    {
        "transfer": {
            "amount": "640.00",
            "currency": "GBP",
            "creditor": {
                "name": "<<BRITISH>>",
                "sortCode": "<<UK_SORT_CODE>>",
                "accountNumber": "<<UK_BANK_ACCOUNT>>",
            },
        }
    },
    {
        "kyc": {
            "full_name": "<<AMERICAN>>",
            "date_of_birth": "<<BORN_ISO>>",
            "tax_id": {"type": "ssn", "value": "<<US_SSN>>"},
            "residence": "<<HOME_US>>",
        },
        "decision": "review",
    },
    {
        "pix": [
            {
                "endToEndId": "E18236120",
                "chave": "<<BR_PIX>>",
                "valor": "89.90",
                "pagador": {"nome": "<<BRAZILIAN>>", "cpf": "<<BR_CPF>>"},
            }
        ]
    },
    {
        "ordenante": {"nombre": "<<MEXICAN>>", "rfcCurp": "<<MX_CURP>>", "cuenta": "<<MX_CLABE>>"},
        "monto": 1850.5,
        "concepto": "renta",
    },
    {
        "status": True,
        "message": "BVN resolved",
        "data": {"bvn": "<<NG_BVN>>", "first_name": "<<NIGERIAN_FIRST>>", "mobile": "<<PHONE_NG>>"},
    },
    {
        "instructedAmount": {"currency": "EUR", "amount": "318.40"},
        "creditorAccount": {"iban": "<<IBAN_ES>>"},
        "creditorName": "<<SPANISH>>",
        "debtorAccount": {"iban": "<<IBAN_DE>>"},
    },
    {"object": "card", "brand": "visa", "cardholder": "<<FRENCH>>", "pan": "<<CREDIT_CARD>>"},
    {
        "asset": "ETH",
        "to": "<<CRYPTO_ETH>>",
        "amount": "0.75",
        "travel_rule": {"name": "<<POLISH>>"},
    },
    # Returns and orders
    {
        "rma": 77120,
        "reason": "wrong size",
        "customer": {"name": "<<GERMAN>>", "email": "<<MAIL_DE>>"},
        "pickup": {"address": "<<HOME_DE>>", "phone": "<<PHONE_DE>>", "window": "9-12"},
    },
    {
        "shipment": {
            "shipper": {"contact": "<<CANTONESE>>", "phone": "<<PHONE_HK>>", "addr": "<<HOME_HK>>"},
            "consignee": {"contact": "<<SOUTHAFRICAN>>", "addr": "<<HOME_ZA>>"},
            "incoterm": "DAP",
            "weight_kg": 412.5,
        }
    },
    {"orderNo": 550193, "buyer": "<<CHINESE>>", "mobile": "<<PHONE_CN>>", "address": "<<HOME_CN>>"},
    {"訂單": 88213, "收件人": "<<TAIWANESE>>", "電話": "<<PHONE_TW>>", "地址": "<<HOME_TW>>"},
    {"rider": {"name": "<<FILIPINO>>", "plate": "<<PLATE_PH>>"}, "eta_min": 14},
    {"tujuan": "<<HOME_ID>>", "penerima": "<<INDONESIAN>>", "telepon": "<<PHONE_ID>>", "cod": True},
    {"nguoi_nhan": "<<VIETNAMESE>>", "dia_chi": "<<HOME_VN>>", "sdt": "<<PHONE_VN>>", "phi": 25000},
    {"العميل": "<<EGYPTIAN>>", "العنوان": "<<HOME_EG>>", "الهاتف": "<<PHONE_EG>>", "الطلب": 3120},
    # Travel and museums
    {
        "passengers": [
            {
                "type": "ADT",
                "name": "<<PINYIN>>",
                "dob": "<<BORN_ISO>>",
                "document": {"type": "PASSPORT", "number": "<<CN_PASSPORT>>"},
            },
            {
                "type": "ADT",
                "name": "<<EGYPTLATIN>>",
                "dob": "<<BORN_ISO2>>",
                "document": {"type": "PASSPORT", "number": "<<EG_PASSPORT>>"},
            },
        ],
        "cabin": "Y",
    },
    {
        "loan": {
            "object": "bronze, c. 1890",
            "lender": "<<BRITISH>>",
            "courier_phone": "<<PHONE_UK>>",
        }
    },
    {
        "membership": {
            "tier": "patron",
            "holder": "<<FRENCH>>",
            "mail": "<<MAIL_FR>>",
            "since": 2019,
        }
    },
    # Energy
    {
        "supplyPoint": {"address": "<<HOME_PL>>", "tariff": "G12"},
        "odbiorca": {"imie_nazwisko": "<<POLISH>>", "pesel": "<<PL_PESEL>>", "tel": "<<PHONE_PL>>"},
    },
    {"odberatel": {"jmeno": "<<CZECH>>", "rc": "<<CZ_RODNE_CISLO>>"}, "misto": "<<HOME_CZ>>"},
    {"titular": {"nome": "<<BRAZILIAN>>", "cnpj": "<<BR_CNPJ>>"}, "unidade": "<<HOME_BR>>"},
    # Schools, offices, laboratories
    {
        "student": {"legalName": "<<SOUTHAFRICAN>>", "idNumber": "<<ZA_ID>>", "grade": 11},
        "guardians": [{"name": "<<SOUTHAFRICAN2>>", "cell": "<<PHONE_ZA>>"}],
    },
    {
        "beneficiary": {"name": "<<FILIPINO>>", "aNumber": "<<US_ALIEN_NUMBER>>"},
        "receipt": "<<US_USCIS_RECEIPT>>",
        "form": "I-765",
    },
    {
        "demandeur": {"nom": "<<FRENCH>>", "nir": "<<FR_NIR>>"},
        "ville": "<<TOWN_FR>>",
        "etat": "complet",
    },
    {
        "resourceType": "Patient",
        "identifier": [{"system": "urn:oid:2.16.840.1.113883.2.1.4.1", "value": "<<UK_NHS>>"}],
        "name": [{"text": "<<BRITISH>>"}],
        "birthDate": "<<BORN_ISO>>",
        "telecom": [{"system": "phone", "value": "<<PHONE_UK>>"}],
    },
    {"sample": "S-0417", "analyst": "<<GERMAN>>", "patient": {"svnr": "<<AT_SVNR>>"}, "crp": 4.2},
)

PAYLOADS: Final[tuple[Any, ...]] = (
    *FLAT,
    *NESTED,
    {"topic": "loyalty.update", "value": json.dumps({"tel": "<<PHONE_CZ>>", "kdo": "<<CZECH>>"})},
)
