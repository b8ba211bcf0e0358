"""What the tools of the ten trades are called with, and what they answer; leaves name a slot."""

import json
from typing import Any, Final

_HAIL: Final = json.dumps(
    {"insured": {"name": "<<GERMAN>>", "geburtsdatum": "<<BORN_DOT>>"}, "iban": "<<IBAN_CODE>>"}
)
_PORTING: Final = json.dumps(
    {"msisdn": "<<PHONE_TR>>", "holder": "<<TURKISH>>", "tckn": "<<TR_TCKN>>"}
)

PAYLOADS: Final[tuple[Any, ...]] = (
    {"subscriber": {"firstName": "<<first:de_DE>>", "lastName": "<<last:de_DE>>", "msisdn": "<<PHONE_DE>>"}, "plan": "Flat M"},
    {"ticket": 88121, "caller": "<<AUSTRALIAN>>", "callback": "<<PHONE_AU>>", "category": "no dial tone"},
    {"event": "sim.swapped", "data": {"iccid": "<<ICCID>>", "imei": "<<IMEI>>", "customer_email": "<<MAIL>>"}},
    {"tool": "port_number", "arguments": _PORTING},
    {"cdr": [{"calling": "<<PHONE_FR>>", "called": "<<PHONE_FR2>>", "seconds": 61}], "cell": "LAC-2101"},
    {"router": {"mac": "<<MAC_ADDRESS>>", "wan_ip": "<<IP_ADDRESS>>", "firmware": "7.29.1"}},
    {"claim": {"number": "<<INSURANCE_CLAIM_NUMBER>>", "policy": "<<INSURANCE_POLICY_NUMBER>>", "claimant": "<<DUTCH>>"}, "amount": 1840.5},
    {"messages": [{"role": "user", "content": "Hail damage"}, {"role": "tool", "content": _HAIL}]},
    {"vehicle": {"vin": "<<VEHICLE_VIN>>", "keeper": "<<full:en_GB>>", "address": "<<address:en_GB>>"}},
    {"driver": {"name": "<<INDIAN>>", "dlNumber": "<<IN_DRIVING_LICENCE>>", "mobile": "<<PHONE_IN>>"}, "hypothecation": False},
    {"witnesses": ["<<POLISH>>", "<<CZECH>>"], "place": "lane 2", "weather": "rain"},
    {"card": {"type": "concession", "serial": "<<TRANSIT_CARD_NUMBER>>", "owner": {"name": "<<CANADIAN>>", "birthDate": "<<BORN_ISO>>"}}},
    {"lost_property": {"item": "umbrella", "finder_phone": "<<PHONE_CZ>>", "owner_name": "<<CZECH>>"}, "line": "22"},
    {"fine": {"offender": "<<HUNGARIAN>>", "lakcim": "<<HOME_HU>>", "amount_huf": 25000}},
    {"alert": "detour", "stops": [2101, 2102], "subscribers": [{"email": "<<MAIL>>"}, {"email": "<<MAIL2>>"}]},
    {"application": {"kind": "parking permit", "applicant": "<<ROMANIAN>>", "cnp": "<<RO_CNP>>", "adresa": "<<HOME_RO>>"}},
    {"resident": {"nombre": "<<IBERIAN>>", "domicilio": "<<HOME_ES>>", "telefono": "<<PHONE_ES>>"}},
    {"registry": {"osoba": {"ime": "<<BALKAN>>", "oib": "<<HR_OIB>>"}, "izvod": "rodni list"}},
    {"results": [{"name": "<<BULGARIAN>>", "egn": "<<BG_EGN>>"}, {"name": "<<BULGARIAN2>>", "egn": "<<BG_EGN2>>"}], "total": 2},
    {"marriage": {"spouse_a": "<<full:fr_FR>>", "spouse_b": "<<full2:fr_FR>>", "acte": 114}},
    {"site": "Tower B", "visitor": {"full_name": "<<ARABIC>>", "emirates_id": "<<AE_EMIRATES_ID>>"}, "ppe": True},
    {"subcontractor": {"abn": "<<AU_ABN>>", "contact": "<<AUSTRALIAN>>", "phone": "<<PHONE_AU>>"}, "trade": "formwork"},
    {"incident": {"injured": "<<TURKISH>>", "dogum_tarihi": "<<BORN_DOT>>", "kan_grubu": None}, "severity": 2},
    {"timesheet": [{"worker": "<<UKRAINIAN>>", "rnokpp": "<<UA_RNOKPP>>", "hours": 8}]},
    {"patient": {"id": "<<PATIENT_NUMBER>>", "name": {"given": "<<first:pl_PL>>", "family": "<<last:pl_PL>>"}, "pesel": "<<PL_PESEL>>"}, "tooth": 36},
    {"resourceType": "Patient", "identifier": [{"system": "urn:au:medicare", "value": "<<AU_MEDICARE>>"}], "birthDate": "<<BORN_ISO>>", "name": [{"text": "<<AUSTRALIAN>>"}]},
    {"appointment": {"at": "2026-05-04T09:30", "guardian": "<<ITALIAN>>", "cellulare": "<<PHONE_IT>>", "codice_fiscale": "<<IT_FISCAL_CODE>>"}},
    {"recall": {"to": "<<PHONE_AT>>", "text": "Liebe Patientin, Ihr Termin ist am Montag.", "svnr": "<<AT_SVNR>>"}},
    {"wine_club": {"member": "<<FRENCH>>", "ship_to": "<<HOME_FR>>", "bottles": 12}, "vintage": 2021},
    {"order": {"buyer": {"company": "Rebstock Handels GmbH", "contact": "<<GERMAN>>", "email": "<<MAIL>>"}, "cases": 40}},
    {"payment": {"pan": "<<CREDIT_CARD>>", "exp": "11/28", "cardholder": "<<full:en_CA>>"}, "currency": "CAD"},
    {"pnr": {"locator": "K7QX2M", "passengers": [{"surname": "<<last:tr_TR>>", "givenName": "<<first:tr_TR>>", "passport": "<<TR_PASSPORT>>", "dob": "<<BORN_ISO>>"}]}},
    {"apis": [{"name": "<<ROMANISED>>", "passportNumber": "<<JP_PASSPORT>>"}, {"name": "<<ROMANISED_KOREAN>>", "passportNumber": "<<KR_PASSPORT>>"}]},
    {"loyalty": {"number": "<<FREQUENT_FLYER_NUMBER>>", "member_name": "<<GREEK>>", "tier": "gold"}},
    {"refund": {"ticket_number": "<<TICKET_NUMBER>>", "payee": "<<CANADIAN>>", "account": "<<CA_BANK_ACCOUNT>>"}},
    {"pet": {"species": "dog", "age": 4, "owner": {"name": "<<full:en_AU>>", "mobile": "<<PHONE_AU>>", "street": "<<HOME_AU>>"}}},
    {"farm_visit": {"vet": "<<DUTCH>>", "farmer_phone": "<<PHONE_NL>>", "herd": 82}},
    {"prescription": {"animal": "cat", "keeper": "<<HEBREW>>", "teudat_zehut": "<<IL_TEUDAT_ZEHUT>>"}},
    {"employee": {"name": "<<KOREAN>>", "rrn": "<<KR_RRN>>", "account": "<<KR_BANK_ACCOUNT>>", "address": "<<HOME_KR>>"}},
    {"従業員": {"氏名": "<<JAPANESE_SPACED>>", "マイナンバー": "<<JP_MY_NUMBER>>", "住所": "<<HOME_JP>>"}, "部署": "営業"},
    {"payslip": {"employee_no": "<<EMPLOYEE_NUMBER>>", "pan_no": "<<IN_PAN>>", "uan": "<<IN_UAN>>", "name": "<<INDIAN>>"}, "net": 71200},
    {"onboarding": {"nom": "<<FRENCH>>", "nir": "<<FR_NIR>>", "iban": "<<IBAN_CODE>>", "courriel": "<<MAIL>>"}},
    {"w_form": {"sin": "<<CA_SIN>>", "legal_name": "<<CANADIAN>>", "home": "<<HOME_CA>>"}},
    {"connector": {"type": "sftp", "host": "files.payroll.example", "user": "hr", "password": "<<SECRET_word>>"}, "schedule": "daily"},
    {"headers": {"authorization": "Bearer <<SECRET_jwt>>", "accept": "application/json"}, "path": "/v2/claims"},
    {"env": [{"name": "TWILIO_AUTH_TOKEN", "value": "<<SECRET_hex_short>>"}, {"name": "PORT", "value": "8080"}]},
    {"audit": [{"actor": "<<MAIL>>", "ip": "<<IP_ADDRESS>>", "action": "export"}, {"actor": "<<MAIL2>>", "ip": "<<IP_ADDRESS2>>", "action": "login"}]},
    {"jsonrpc": "2.0", "id": 4, "method": "tools/call", "params": {"name": "find_tenant", "arguments": {"full_name": "<<SOUTHASIAN>>", "nid": "<<BD_NID>>"}}},
)  # fmt: skip
