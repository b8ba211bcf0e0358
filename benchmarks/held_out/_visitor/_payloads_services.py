"""JSON of shops, banks, clinics, carriers and clouds. Leaves name a slot."""

from typing import Any, Final

SERVICE_SHAPES: Final[tuple[Any, ...]] = (
    {"booking": {"lead_guest": {"title": "Ms", "firstName": "<<ONLYGIVEN>>", "lastName": "<<ONLYFAMILY>>"}, "contact": {"mobile": "<<PHONE_TH>>", "email": "<<BOX>>"}, "nights": 2}},
    {"shipment": {"consignee": "<<FULLNAME>>", "deliverTo": {"addressLine1": "<<ROAD>>", "postTown": "<<PLACE>>", "country": "GB"}, "weight_g": 1200}},
    {"payment_method": {"type": "card", "card": {"number": "<<AMEX_PLAIN>>", "exp_month": 4, "exp_year": 2029}, "billing_details": {"name": "<<FULLNAME>>", "phone": "<<PHONE_EXT>>"}}},
    {"kyc": {"applicant": "<<FULLNAME>>", "document": {"kind": "passport", "number": "<<PASSPORT_FR>>"}, "placeOfBirth": "<<PLACE>>", "dateOfBirth": "<<BORN_DASH>>"}},
    {"payroll": [{"employee": "<<LASTFIRST>>", "ssn": "<<US_SSN>>", "gross": 4100.0}, {"employee": "<<LASTFIRST2>>", "ssn": "<<US_SSN2>>", "gross": 3880.5}]},
    {"resourceType": "Patient", "identifier": [{"system": "https://fhir.nhs.uk/Id/nhs-number", "value": "<<UK_NHS>>"}], "name": [{"text": "<<FULLNAME>>"}], "address": [{"text": "<<HOME>>"}]},
    {"ticket": {"requester": {"name": "<<FULLNAME>>", "email": "<<BOX>>"}, "subject": "Heating broken", "description": "Please call <<ONLYGIVEN>> on <<PHONE_DK>> after four.", "priority": "high"}},
    {"alerts": [{"labels": {"alertname": "GeoAnomaly", "severity": "page"}, "annotations": {"summary": "<<BOX>> signed in from <<HOST>>"}}]},
    {"Records": [{"eventName": "ConsoleLogin", "sourceIPAddress": "<<HOST>>", "userIdentity": {"type": "IAMUser"}, "responseElements": {"ConsoleLogin": "Success"}}]},
    {"device": {"hostname": "till-7", "wlan_mac": "<<MAC_COLON>>", "lan_ip": "<<HOME_IP>>", "assignedTo": "<<FULLNAME>>"}},
    {"subscriber": {"imei": "<<IMEI>>", "msisdn": "<<PHONE_E>>", "holder": "<<SHOUT>>"}, "roaming": False},
    {"policy": {"vehicle": {"vin": "<<VIN>>", "registration": "<<PLATE_FR>>"}, "conducteur": {"nom": "<<last:fr_FR>>", "prenom": "<<first:fr_FR>>"}}},
    {"cliente": {"nome": "<<full:pt_BR>>", "cpf": "<<BR_CPF>>", "telefone": "<<PHONE_BR>>", "cidade": "<<city:pt_BR>>"}, "pedido": 5521},
    {"zamowienie": {"imieNazwisko": "<<full:pl_PL>>", "ulica": "<<street:pl_PL>>", "nip": "<<PL_NIP>>"}},
    {"contribuyente": {"rfc": "<<MX_RFC>>", "nombre": "<<full:es_MX>>", "correo": "<<BOX>>"}, "ejercicio": 2025},
    {"withdrawal": {"asset": "BTC", "address": "<<BTC_BECH>>", "amount": "0.05"}, "user": {"mail": "<<BOX>>"}},
    {"smtp": {"host": "mx.example.org", "port": 587, "username": "mailer", "password": "<<SECRET_generated>>"}, "dkim": True},
    {"datasource": {"type": "influx", "secureJsonData": {"token": "<<SECRET_blob>>"}, "jsonData": {"version": "Flux"}}},
    {"kind": "Secret", "apiVersion": "v1", "metadata": {"name": "censys"}, "stringData": {"pat": "<<SECRET_censys>>"}},
    {"webhook": {"url": "https://hooks.example.net/in", "signing_secret": "<<SECRET_hexfull>>"}, "created_by": "<<FULLNAME>>"},
)  # fmt: skip
