"""Bodies that agents and services send; leaves name a slot."""

import json
from typing import Any, Final

PAYLOADS: Final[tuple[Any, ...]] = (
    {"reservation": {"id": "R-88121", "guest": {"firstName": "<<first:es_MX>>", "lastName": "<<last:es_MX>>", "phone": "<<PHONE_MX>>"}, "nights": 3}},
    {"event": "checkin.completed", "data": {"guest_name": "<<LATIN>>", "email": "<<MAIL>>", "room": 214, "document": {"type": "CPF", "number": "<<BR_CPF>>"}}},
    {"resourceType": "Patient", "name": [{"text": "<<NORDIC>>"}], "birthDate": "<<BORN_ISO>>", "telecom": [{"system": "phone", "value": "<<PHONE_SE>>"}], "address": [{"text": "<<HOME_SE>>"}]},
    {"prescription": {"patient": "<<AFRICAN>>", "dob": "<<BORN_ISO>>", "drug": "amoxicillin", "deliver_to": "<<HOME_ZA>>"}},
    {"matter": 5512, "parties": [{"role": "plaintiff", "name": "<<LATIN>>"}, {"role": "defendant", "name": "<<NORTHERN>>"}]},
    {"student": {"fullName": "<<ASIAN>>", "personalEmail": "<<MAIL>>", "mobile": "<<PHONE_MY>>", "program": "MSc"}},
    {"members": [{"name": "<<NORDIC>>", "personnummer": "<<SE_PERSONNUMMER>>", "team": "U15"}, {"name": "<<NORDIC2>>", "personnummer": "<<SE_PERSONNUMMER2>>", "team": "U13"}]},
    {"farmer_name": "<<AFRICAN>>", "nin": "<<NG_NIN>>", "msisdn": "<<PHONE_NG>>", "crop": "maize", "hectares": 1.5},
    {"vessel": "MV Aurora", "crew": [{"rank": "AB", "name": "<<FILIPINO>>", "seaman_book": "<<PH_SEAFARER_BOOK>>", "dob": "<<BORN_ISO>>"}]},
    {"callSheet": {"day": 12, "contacts": [{"dept": "camera", "name": "<<LATIN>>", "cell": "<<PHONE_US>>"}]}},
    {"donation": {"amount": 250, "currency": "CAD", "donor": {"name": "<<NORTHERN>>", "address": "<<HOME_CA>>", "email": "<<MAIL>>"}}},
    {"player_id": 991, "gdpr_request": {"requester": "<<ASIAN>>", "email": "<<MAIL>>", "ip": "<<IP>>"}},
    [{"role": "user", "content": "Mi nombre es <<LATIN>> y mi teléfono es <<PHONE_AR>>"}, {"role": "assistant", "content": "Gracias, un momento."}],
    [{"role": "user", "content": "Olá, CPF <<BR_CPF>>, nascido em <<BORN_SLASH>>"}],
    {"role": "assistant", "tool_calls": [{"id": "call_2", "type": "function", "function": {"name": "create_booking", "arguments": json.dumps({"guest": "<<NORDIC>>", "phone": "<<PHONE_DK>>", "room_type": "double"})}}]},
    {"role": "tool", "tool_call_id": "call_2", "content": json.dumps({"rows": [{"nombre": "<<LATIN>>", "cedula": "<<CO_CEDULA>>", "direccion": "<<HOME_CO>>"}]})},
    {"messages": [{"type": "human", "content": "Em là <<VIETNAMESE>>, gọi em số <<PHONE_VN>>"}, {"type": "ai", "content": "Cảm ơn."}]},
    {"contents": [{"role": "user", "parts": [{"text": "ชื่อ <<THAI>> เบอร์ <<PHONE_TH>>"}]}]},
    {"jsonrpc": "2.0", "id": 4, "method": "tools/call", "params": {"name": "lookup_member", "arguments": {"cpr": "<<DK_CPR>>", "name": "<<NORDIC>>"}}},
    {"jsonrpc": "2.0", "id": 4, "result": {"content": [{"type": "text", "text": "Member <<NORDIC>> lives at <<HOME_NO>>"}]}},
    {"thread_id": "t-9", "memory": ["The user is <<NORTHERN>>", "Their dog is called Biscuit", "Phone <<PHONE_CA>>"]},
    {"span": "book_table", "attributes": {"input.value": "table for <<AFRICAN>> at 8", "output.value": "ok", "latency_ms": 210}},
    {"payment": {"card": {"number": "<<MASTER>>", "holder": "<<NORTHERN>>", "exp": "09/28"}, "amount": 8900}},
    {"beneficiario": {"nombre": "<<LATIN>>", "curp": "<<MX_CURP>>", "fecha_nacimiento": "<<BORN_ISO>>", "domicilio": "<<HOME_MX>>"}},
    {"penerima": {"nama": "<<ASIAN>>", "alamat": "<<HOME_ID>>", "no_hp": "<<PHONE_ID>>", "npwp": "<<ID_NPWP>>"}},
    {"bénéficiaire": {"nom": "<<AFRICAN>>", "tel": "<<PHONE_SN>>", "cni": "<<SN_CNI>>"}},
    {"asiakas": {"nimi": "<<NORDIC>>", "puhelin": "<<PHONE_FI>>", "osoite": "<<HOME_FI>>"}},
    {"w9": {"name": "<<NORTHERN>>", "tin": {"type": "SSN", "value": "<<SSN>>"}, "address": "<<HOME_US>>"}},
    {"payroll": [{"employee": "<<FILIPINO>>", "sss": "<<PH_SSS>>", "philsys": "<<PH_PHILSYS>>", "gross": 31000}]},
    {"webhook": "form.submit", "answers": {"Full name": "<<AFRICAN>>", "Date of birth": "<<BORN_SLASH>>", "Phone": "<<PHONE_GH>>", "T-shirt": "M"}},
    {"config": {"pms_url": "https://pms.lodge.example", "pms_password": "<<SECRET_word_hotel>>", "owner": "<<NORDIC>>"}},
    {"env": {"STRIPE_SECRET_KEY": "<<SECRET_stripe_live>>", "PORT": "8080"}, "on_call": "<<MAIL>>"},
)  # fmt: skip
