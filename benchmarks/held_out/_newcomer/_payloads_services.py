"""JSON of services that agents call: registries, shops, clinics, banks, databases and their exports."""

import json
from typing import Any, Final

SERVICES: Final[tuple[Any, ...]] = (
    {"resourceType": "Patient", "id": "<<PLAIN_objectid>>", "name": [{"use": "official", "family": "<<last>>", "given": ["<<first>>"]}], "telecom": [{"system": "phone", "value": "<<phone>>"}, {"system": "email", "value": "<<email>>"}], "birthDate": "<<BORN_ISO>>", "address": [{"text": "<<address>>", "city": "<<city>>"}]},
    {"resourceType": "Coverage", "subscriberId": "<<HEALTH_INSURANCE_ID>>", "beneficiary": {"display": "<<full>>"}, "payor": [{"display": "Acme Health"}], "status": "active"},
    {"customer": {"id": "cus_<<PLAIN_wide>>", "object": "customer", "name": "<<full>>", "email": "<<email>>", "phone": "<<phone>>", "address": {"line1": "<<STREET>>", "city": "<<city>>"}, "balance": 0, "livemode": True, "created": 1781002833}},
    {"order": {"id": 5538217, "number": "#1882", "shipping_address": {"first_name": "<<first>>", "last_name": "<<last>>", "address1": "<<STREET>>", "city": "<<city>>", "phone": "<<phone>>"}, "browser_ip": "<<IP_FOUR>>", "total_price": "118.20", "line_items": [{"sku": "TS-0093-B", "quantity": 2}]}},
    {"data": {"viewer": {"person": {"fullName": "<<WHOLE>>", "contactEmail": "<<MAILBOX>>", "mobilePhone": "<<PHONE_ES>>"}}}, "extensions": {"cost": {"requested": 12}}},
    {"took": 5, "hits": {"total": {"value": 1}, "hits": [{"_index": "people-2026", "_id": "<<PLAIN_nanoid>>", "_score": 11.20187, "_source": {"patient_name": "<<WHOLE>>", "dob": "<<BORN_ISO>>", "nhs_number": "<<UK_NHS>>"}}]}},
    {"op": "u", "before": {"id": 91, "email": "<<MAILBOX>>"}, "after": {"id": 91, "email": "<<MAILBOX2>>"}, "source": {"table": "subscribers", "lsn": 29184733}, "ts_ms": 1781002833190},
    {"specversion": "1.0", "type": "com.acme.member.joined", "source": "/members", "id": "<<PLAIN_guid>>", "data": {"memberName": "<<full>>", "memberEmail": "<<email>>", "plan": "gold"}},
    {"Item": {"pk": {"S": "CUST#88120"}, "fullName": {"S": "<<WHOLE>>"}, "phoneNumber": {"S": "<<PHONE_AU>>"}, "visits": {"N": "14"}}, "ConsumedCapacity": {"CapacityUnits": 0.5}},
    {"fields": {"guest": {"stringValue": "<<WHOLE>>"}, "passport": {"stringValue": "<<US_PASSPORT>>"}, "nights": {"integerValue": "3"}}, "createTime": "2026-06-01T11:02:33.120943Z"},
    {"_id": {"$oid": "<<PLAIN_objectid>>"}, "applicant": "<<WHOLE>>", "dateOfBirth": {"$date": "<<BORN_STAMP>>"}, "taxId": "<<DE_TAX_ID>>", "score": {"$numberDouble": "0.8812"}},
    {"columns": ["full_name", "iban", "amount"], "index": [0, 1], "data": [["<<full>>", "<<IBAN_DE>>", 120.5], ["<<full2>>", "<<IBAN_FR>>", 88]]},
    {"schema": {"fields": [{"name": "emp_name", "type": "STRING"}, {"name": "ssn", "type": "STRING"}]}, "rows": [{"f": [{"v": "<<full>>"}, {"v": "<<US_SSN>>"}]}, {"f": [{"v": "<<full2>>"}, {"v": "<<US_SSN2>>"}]}], "totalRows": "2"},
    {"log": {"entries": [{"request": {"method": "POST", "url": "https://shop.example/checkout?email=<<MAIL_HEX>>", "postData": {"text": "card=<<VISA_PLAIN>>&name=<<first>>"}}, "time": 211.04}]}},
    {"exception": {"values": [{"type": "ValueError", "value": "invalid phone <<PHONE_E>> for <<MAILBOX>>"}]}, "user": {"ip_address": "<<IP_FOUR>>", "email": "<<MAILBOX>>"}, "release": "web@4.18.2", "event_id": "<<PLAIN_hexfour>>"},
    {"type": "message", "channel": "C03PLD88X", "text": "can someone ring <<FORENAME>> back? <<PHONE_PAREN>>", "ts": "1781002833.190219", "team": "T024BE7LD"},
    {"ticket": {"id": 90213, "subject": "Refund", "requester": {"name": "<<full>>", "email": "<<email>>"}, "description": "I am <<full>> and I paid with <<DISCOVER>>.", "tags": ["refund", "vip"]}},
    {"op": "replace", "path": "/contacts/0/phone", "value": "<<PHONE_NL>>"},
    {"reservation": {"pnr_segments": 2, "passengers": [{"givenName": "<<first>>", "surname": "<<last>>", "passportNumber": "<<US_PASSPORT>>", "dob": "<<BORN_ISO>>"}], "fare": {"amount": 412.8, "currency": "EUR"}}},
    {"employee": {"emp_no": 10482, "legal_name": "<<full>>", "preferred_name": "<<first>>", "personal_email": "<<email>>", "bank": {"routing_number": "<<ABA_ROUTING_NUMBER>>", "account_number": "<<US_BANK_NUMBER>>"}, "salary": 74200}},
    {"kyc": {"documents": [{"kind": "passport", "number": "<<US_PASSPORT>>", "holder": "<<full>>"}, {"kind": "driving_licence", "number": "<<US_DRIVER_LICENSE>>"}], "risk": 0.12, "provider_ref": "<<PLAIN_guid>>"}},
    {"device": {"mac": "<<MAC_COLON>>", "lan_ip": "<<IP_LAN>>", "wan_ip": "<<IP_FOUR>>", "firmware": "7.12.4", "uptime": 882113}, "registered_to": "<<WHOLE>>"},
    {"wallets": [{"chain": "bitcoin", "address": "<<BTC_BECH>>", "balance": "0.10423"}, {"chain": "ethereum", "address": "<<ETHER>>", "balance": "1.2"}], "owner": "<<MAILBOX>>"},
    {"prescription": {"prescriber": {"name": "<<full>>", "dea": "<<MEDICAL_LICENSE>>", "npi": "<<US_NPI>>"}, "patient": {"name": "<<full2>>", "birth_date": "<<BORN_ISO>>"}, "drug": "amoxicillin 500 mg", "refills": 1}},
    {"csv": "nachname;vorname;telefon\n<<SURNAME>>;<<FORENAME>>;<<PHONE_AT>>\n<<SURNAME2>>;<<FORENAME2>>;<<PHONE_AT2>>\n", "rows": 2},
    {"html": "<p>Dear <b><<WHOLE>></b>,</p><p>your new address is <i><<STREET>></i>.</p>", "template": "address-changed-v3"},
    {"record": json.dumps({"payload": json.dumps({"user": {"full_name": "<<WHOLE>>", "email": "<<MAILBOX>>"}})}), "partition": 3, "offset": 918223},
    {"audit": [{"at": "2026-07-19T21:40:02Z", "who": "<<MAILBOX>>", "what": "export", "from": "<<IP_SHORT>>"}, {"at": "2026-07-19T21:41:55Z", "who": "<<MAILBOX2>>", "what": "delete", "from": "<<IP_LAN>>"}]},
    {"contacts": {"emergency": {"contactName": "<<WHOLE>>", "relationship": "sister", "tel": "<<PHONE_IE>>"}, "gp": {"doctorName": "<<WHOLE2>>", "practice": "4"}}},
    {"business": {"abn": "<<AU_ABN>>", "trading_as": "Corner Bakery", "director": "<<WHOLE>>", "tfn": "<<AU_TFN>>"}, "active": True},
)  # fmt: skip
