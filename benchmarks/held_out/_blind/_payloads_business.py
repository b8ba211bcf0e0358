"""JSON of businesses and authorities: banks, health, travel, goods, staff, events. Leaves name a slot."""

import json
from typing import Any, Final

BUSINESS_SHAPES: Final[tuple[Any, ...]] = (
    # customers
    {"d": {"results": [{"__metadata": {"type": "API_BUSINESS_PARTNER"}, "BusinessPartnerFullName": "<<full:de_DE>>", "to_Address": {"StreetName": "<<street:de_DE>>", "CityName": "<<city:de_DE>>"}}]}},
    {"@odata.context": "$metadata#contacts", "value": [{"fullname": "<<full:en_GB>>", "emailaddress1": "<<email:en_GB>>", "telephone2": "<<phone:en_GB>>", "statecode": 0}]},
    {"data": {"customer": {"edges": [{"node": {"displayName": "<<full:es_MX>>", "defaultPhone": {"number": "<<phone:es_MX>>"}}}]}}, "extensions": {"cost": 3}},
    {"lead": {"vorname": "<<first:de_AT>>", "nachname": "<<last:de_AT>>", "anschrift": "<<address:de_AT>>", "quelle": "messe"}},
    {"prospect": {"nomComplet": "<<full:fr_FR>>", "adressePostale": "<<address:fr_FR>>", "portable": "<<phone:fr_FR>>"}},
    {"cliente": {"apellidos": "<<last:es_CL>>", "nombres": "<<first:es_CL>>", "rut": "<<CL_RUT>>", "correo": "<<email:es_CL>>"}},
    {"klant": {"voornaam": "<<first:nl_NL>>", "achternaam": "<<last:nl_NL>>", "bsn": "<<NL_BSN>>", "woonplaats": "<<city:nl_NL>>"}},
    {"asiakas": {"etunimi": "<<first:fi_FI>>", "sukunimi": "<<last:fi_FI>>", "hetu": "<<FI_PERSONAL_IDENTITY_CODE>>"}},
    {"客户": {"姓名": "<<last:zh_CN>><<first:zh_CN>>", "手机": "<<phone:zh_CN>>", "住址": "<<address:zh_CN>>"}, "等级": 2},
    {"고객명": "<<last:ko_KR>><<first:ko_KR>>", "휴대폰": "<<phone:ko_KR>>", "주민등록번호": "<<KR_RRN>>", "수량": 1},
    {"заказ": {"получатель": "<<full:ru_RU>>", "адрес": "<<address:ru_RU>>", "снилс": "<<RU_SNILS>>"}, "номер": 14},
    {"respondent": {"q_01": "<<full:en_IE>>", "q_02": "<<birth>>", "q_03": "5", "q_04": "no comment"}, "form": "f-9"},
    # money
    {"Document": {"CstmrCdtTrfInitn": {"PmtInf": {"Dbtr": {"Nm": "<<full:de_DE>>"}, "DbtrAcct": {"Id": {"IBAN": "<<IBAN_CODE>>"}}, "CdtTrfTxInf": {"Cdtr": {"Nm": "<<full2:de_DE>>"}, "CdtrAcct": {"Id": {"IBAN": "<<IBAN_CODE2>>"}}}}}}},
    {"Data": {"Account": [{"SchemeName": "UK.OBIE.IBAN", "Identification": "<<IBAN_CODE>>", "Name": "<<full:en_GB>>"}]}, "Meta": {"TotalPages": 1}},
    {"pan": "<<CREDIT_CARD>>", "expiry": "2904", "embossed": "<<full:en_US>>", "track": None, "amount_minor": 1999},
    {"borrowers": [{"legalName": "<<full:en_US>>", "taxIdentifier": "<<US_SSN>>", "residence": {"line": "<<address:en_US>>"}}], "apr": 6.1},
    {"payee": {"rtn": "<<ABA_ROUTING_NUMBER>>", "acct": "<<US_BANK_NUMBER>>", "holder": "<<full:en_US>>"}, "memo": "rent"},
    {"kyc": {"applicant": {"given": "<<first:en_IN>>", "family": "<<last:en_IN>>"}, "docs": [{"type": "PAN", "no": "<<IN_PAN>>"}, {"type": "UID", "no": "<<IN_AADHAAR>>"}]}},
    {"beneficiario": {"nominativo": "<<full:it_IT>>", "cf": "<<IT_FISCAL_CODE>>", "iban": "<<IBAN_CODE>>"}, "importo": 120.0},
    {"withdrawal": {"chain": "btc", "destination": "<<CRYPTO>>", "requested_by": "<<email:en_US>>"}, "fee": 0.0001},
    {"policy": {"holder": {"name": {"first": "<<first:en_AU>>", "last": "<<last:en_AU>>"}, "dob": "<<birth>>"}, "vehicle": {"vin": "<<VEHICLE_VIN>>", "year": 2021}}},
    # health
    {"resourceType": "Bundle", "entry": [{"resource": {"resourceType": "RelatedPerson", "name": [{"text": "<<full:en_US>>"}], "telecom": [{"system": "phone", "value": "<<phone:en_US>>"}]}}]},
    {"resourceType": "Coverage", "subscriberId": "<<US_HEALTH_INSURANCE_MEMBER_ID>>", "beneficiary": {"display": "<<full:en_US>>"}, "status": "active"},
    {"resourceType": "Practitioner", "identifier": [{"system": "http://hl7.org/fhir/sid/us-npi", "value": "<<US_NPI>>"}], "name": [{"family": "<<last:en_US>>", "given": ["<<first:en_US>>"]}]},
    {"rezept": {"versicherter": "<<full:de_DE>>", "kvnr": "<<DE_HEALTH_INSURANCE>>", "geburtsdatum": "<<birth>>"}, "pzn": "07541234"},
    {"appointment": {"pt": "<<full:en_CA>>", "contact": {"h": "<<phone:en_CA>>", "e": "<<email:en_CA>>"}, "reason": "checkup"}},
    {"specimen": {"barcode": "S-104", "donor": "<<full:fr_CH>>", "ne_le": "<<birth>>"}, "glucose": 5.1},
    # travel, goods, homes
    {"passengers": [{"pax": "<<last:en_US>>/<<first:en_US>> MR", "docs": {"passport": "<<US_PASSPORT>>", "dob": "<<birth>>"}}], "segments": ["XY12"]},
    {"reservation": {"guest": {"salutation": "Ms", "surname": "<<last:en_NZ>>", "forename": "<<first:en_NZ>>"}, "phone_e164": "<<phone:en_NZ>>"}, "nights": 3},
    {"shipment": {"consignee": {"contact": "<<full:pl_PL>>", "addr1": "<<street:pl_PL>>", "town": "<<city:pl_PL>>", "tel": "<<phone:pl_PL>>"}, "pieces": 2}},
    {"stop": {"seq": 4, "recipient": "<<full:en_GB>>", "drop": "<<address:en_GB>>", "note": "ring <<first:en_GB>> on <<phone:en_GB>>"}},
    {"listing": {"landlord": {"n": "<<full:sv_SE>>", "pnr": "<<SE_PERSONNUMMER>>"}, "rent": 9800}, "rooms": 2},
    {"vehicle": {"plate": "<<UK_VEHICLE_REGISTRATION>>", "keeper": "<<full:en_GB>>", "mot": "2026-11-02"}},
    {"宿泊": {"代表者": "<<last:ja_JP>> <<first:ja_JP>>", "連絡先": "<<phone:ja_JP>>"}, "泊数": 2},
    # staff, schools, authorities
    {"schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], "Operations": [{"op": "replace", "path": "name", "value": {"formatted": "<<full:en_US>>"}}, {"op": "add", "path": "emails", "value": [{"value": "<<email:en_US>>"}]}]},
    {"Worker": {"Legal_Name_Data": {"First": "<<first:en_US>>", "Last": "<<last:en_US>>"}, "National_ID": "<<US_SSN>>", "Home_Phone": "<<phone:en_US>>"}},
    {"paystub": {"ee": "<<full:en_GB>>", "nino": "<<UK_NINO>>", "net": 2210.4}, "period": 5},
    {"candidate": {"headline": "nurse", "person": "<<full:en_IN>>", "reach": ["<<email:en_IN>>", "<<phone:en_IN>>"]}, "stage": "phone"},
    {"pupil": {"known_as": "<<first:en_GB>>", "family": "<<last:en_GB>>", "carers": [{"name": "<<full2:en_GB>>", "tel": "<<phone2:en_GB>>"}]}, "year": 4},
    {"declarant": {"nom": "<<last:fr_FR>>", "prenoms": "<<first:fr_FR>>", "nir": "<<FR_NIR>>"}, "annee": 2025},
    {"contribuyente": {"razon": "<<full:es_AR>>", "cuit": "<<AR_CUIT>>"}, "periodo": "2026-05"},
    {"case": {"parties": [{"role": "plaintiff", "name": "<<full:en_US>>"}, {"role": "defendant", "name": "<<full2:en_US>>"}], "docket": "24-118"}},
    {"petition": {"signatures": [["<<full:hu_HU>>", "<<city:hu_HU>>"], ["<<full2:hu_HU>>", "<<city2:hu_HU>>"]], "goal": 500}},
    # events, webhooks, tables in strings
    {"specversion": "1.0", "type": "com.example.account.changed", "data": {"before": {"mail": "<<email:en_US>>"}, "after": {"mail": "<<email2:en_US>>"}, "actor_ip": "<<IP_ADDRESS>>"}},
    {"payload": {"op": "u", "after": {"id": 7, "full_name": "<<full:ro_RO>>", "cnp": "<<RO_CNP>>"}, "source": {"table": "pacienti"}}},
    {"Records": [{"eventSource": "aws:sqs", "body": json.dumps({"recipient": "<<full:it_IT>>", "sms": "<<phone:it_IT>>"})}]},
    {"file": "members.csv", "content": "id,who,mail\n1,<<full:en_AU>>,<<email:en_AU>>\n2,<<full2:en_AU>>,<<email2:en_AU>>\n"},
    {"html": "<p>Dear <<full:de_CH>>,</p><p>Ihre AHV-Nummer: <<CH_AHV>></p>", "to": "<<email:de_CH>>"},
    {"call": {"ani": "<<phone:en_US>>", "agent": "<<full:en_US>>", "turns": [{"s": "caller", "t": "this is <<full2:en_US>>"}]}},
    {"message": {"from": {"first_name": "<<first:uk_UA>>", "last_name": "<<last:uk_UA>>"}, "contact": {"phone_number": "<<phone:uk_UA>>"}}, "update_id": 9},
    {"wifi": {"ssid": "Depot", "sta": [{"mac": "<<MAC_ADDRESS>>", "owner": "<<full:no_NO>>"}]}, "ap": 2},
    {"auditLog": [{"who": "<<email:en_GB>>", "what": "viewed", "whose": "<<full2:en_GB>>", "from": "<<IP_ADDRESS>>"}]},
    {"integration": {"kind": "smtp", "username": "relay", "passwd": "<<SECRET_manager>>"}, "enabled": True},
    {"webhook": {"url": "https://hook.example.com/in", "signing": {"secret": "<<SECRET_stripe_hook>>"}}, "events": ["*"]},
    {"clusters": [{"name": "prod", "auth": {"bearer": "<<SECRET_jwt_access>>"}}], "v": 1},
    {"device": {"sn": "D-77", "provisioning": {"symmetricKey": {"primaryKey": "<<SECRET_b_thirtytwo>>"}}}, "fw": "2.1"},
)  # fmt: skip
