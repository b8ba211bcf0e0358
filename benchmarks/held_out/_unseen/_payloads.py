"""Shapes of JSON that services answer with: each key is its service's own or made up like one."""

from typing import Any, Final

PAYLOADS: Final[tuple[Any, ...]] = (
    {"Contact": {"FirstName": "<<first:ro_RO>>", "LastName": "<<last:ro_RO>>", "MobilePhone": "<<phone:ro_RO>>", "MailingStreet": "<<street:ro_RO>>", "OwnerId": "0055g00000AbCdE"}, "attributes": {"type": "Contact", "url": "/services/data/v60.0/sobjects/Contact/0035g00000XyZ"}},
    {"properties": {"firstname": "<<first:pt_PT>>", "lastname": "<<last:pt_PT>>", "hs_object_id": "512", "mobilephone": "<<phone:pt_PT>>", "email": "<<email:pt_PT>>"}, "archived": False},
    {"ticket": {"requester": {"name": "<<full:hr_HR>>", "email": "<<email:hr_HR>>"}, "via": {"source": {"from": {"address": "<<email2:hr_HR>>"}}}, "status": "open", "id": 88121}},
    {"object": "charge", "billing_details": {"name": "<<full:de_AT>>", "phone": "<<phone:de_AT>>", "email": "<<email:de_AT>>", "address": {"line1": "<<street:de_AT>>", "city": "<<city:de_AT>>", "country": "AT"}}, "amount": 1200, "currency": "eur"},
    {"resourceType": "Patient", "name": [{"use": "official", "family": "<<last:fi_FI>>", "given": ["<<first:fi_FI>>"]}], "identifier": [{"system": "urn:oid:1.2.246.21", "value": "<<FI_PERSONAL_IDENTITY_CODE>>"}], "birthDate": "<<birth>>", "active": True},
    {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": "<<email:da_DK>>", "name": {"formatted": "<<full:da_DK>>", "familyName": "<<last:da_DK>>", "givenName": "<<first:da_DK>>"}, "phoneNumbers": [{"type": "work", "value": "<<phone:da_DK>>"}]},
    {"claims": {"sub": "auth0|5f7c8ec7c33c6c004bbafe82", "given_name": "<<first:es_CO>>", "family_name": "<<last:es_CO>>", "email": "<<email:es_CO>>", "phone_number": "<<phone:es_CO>>", "email_verified": True}},
    {"envelope": {"signers": [{"name": "<<full:en_NZ>>", "email": "<<email:en_NZ>>", "recipientId": "1"}], "tabs": {"textTabs": [{"tabLabel": "address", "value": "<<address:en_NZ>>"}]}}},
    {"trip": {"riders": [{"display": "<<full:tr_TR>>", "msisdn": "<<phone:de_DE>>"}], "pickup_address": "<<address:de_DE>>", "fare": {"amount": 1820, "currency": "EUR"}}},
    {"invoice": {"bill_to": "<<full:cs_CZ>>, <<address:cs_CZ>>", "remit_iban": "<<IBAN_CODE>>", "lines": [{"desc": "Consulting", "qty": 3, "unit": 95.0}]}},
    {"application": {"borrower": {"legal_name": "<<full:en_US>>", "ssn_or_itin": "<<US_SSN>>", "employer": "Example Corp"}, "co_borrower": {"legal_name": "<<full2:en_US>>"}, "loan_amount": 250000}},
    {"payroll": [{"worker": "<<full:pl_PL>>", "pesel": "<<PL_PESEL>>", "net": 5120.33}, {"worker": "<<full2:pl_PL>>", "pesel": "<<PL_PESEL2>>", "net": 4310.0}]},
    {"cmd": "kubectl get cm crm -o yaml", "stdout": "data:\n  owner: <<full:sv_SE>>\n  escalation_phone: \"<<phone:sv_SE>>\"\n", "exit": 0},
    {"tool_use": {"name": "send_sms", "input": {"to_number": "<<phone:hu_HU>>", "text": "Hi <<first:hu_HU>>, your table is ready"}}},
    {"arguments": "{\"cc_number\": \"<<CREDIT_CARD>>\", \"name_on_card\": \"<<full:it_IT>>\", \"exp\": \"11/29\"}", "type": "function_call"},
    {"documents": [{"metadata": {"source": "hr/contract.docx", "author": "<<full:sk_SK>>"}, "page_content": "This agreement is made between Example Ltd and <<full2:sk_SK>>, born <<birth>>."}]},
    {"GET /v1/people/7": {"status": 200, "body": {"full_legal_name": "<<full:es_MX>>", "contact_email": "<<email:es_MX>>", "residential_address": "<<address:es_MX>>"}}},
    {"survey": {"answers": {"q1_name": "<<full:nl_NL>>", "q2_postal_address": "<<address:nl_NL>>", "q3_rating": 4}}},
    {"header": ["Vorname", "Nachname", "Telefon", "IBAN"], "data": [["<<first:de_CH>>", "<<last:de_CH>>", "<<phone:de_CH>>", "<<IBAN_CODE>>"], ["<<first2:de_CH>>", "<<last2:de_CH>>", "<<phone2:de_CH>>", "<<IBAN_CODE2>>"]]},
    {"firewall": {"src_ip": "<<IP_ADDRESS>>", "src_mac": "<<MAC_ADDRESS>>", "user": {"upn": "<<email:no_NO>>", "display_name": "<<full:no_NO>>"}}, "action": "deny", "rule": 40},
    {"cpf": "<<BR_CPF>>", "nome_completo": "<<full:pt_BR>>", "endereco": "<<address:pt_BR>>", "pedido": 3312},
    {"顧客": {"氏名": "<<last:ja_JP>> <<first:ja_JP>>", "電話番号": "<<phone:ja_JP>>"}, "注文": 42},
    {"клиент": {"фио": "<<full:ru_RU>>", "телефон": "<<phone:ru_RU>>", "почта": "<<email:en_US>>"}, "сумма": 120.5},
    {"vault": {"data": {"data": {"username": "app", "password": "<<SECRET_strong>>"}, "metadata": {"version": 3}}}, "renewable": False},
    {"SecretString": "{\"username\":\"app\",\"password\":\"<<SECRET_strong>>\",\"host\":\"db1\",\"port\":5432}", "VersionStages": ["AWSCURRENT"]},
    {"Config": {"Env": ["PATH=/usr/bin", "POSTGRES_PASSWORD=<<SECRET_strong>>", "LANG=C.UTF-8"], "Image": "postgres:16"}},
    {"request": {"method": "GET", "headers": [{"name": "Accept", "value": "*/*"}, {"name": "Authorization", "value": "Bearer <<SECRET_opaque>>"}], "httpVersion": "HTTP/2"}},
    {"participants": {"guests": [{"prénom": "<<first:fr_CH>>", "nom": "<<last:fr_CH>>", "portable": "<<phone:fr_CH>>"}]}, "salle": "B12"},
)  # fmt: skip
