"""Shapes of JSON that tools take and give. Leaves name a slot; the key names are the application's own."""

from typing import Any, Final

DEVELOPMENT: Final[tuple[Any, ...]] = (
    {"custFirstNm": "<<first>>", "custLastNm": "<<last>>", "contactPhone": "<<phone>>", "emailAddr": "<<email>>", "tier": 3},
    {"passengers": [{"givenName": "<<first>>", "familyName": "<<last>>", "dateOfBirth": "<<birth>>", "passportNo": "<<US_PASSPORT>>"}], "pnr": "QX7TY2"},
    {"shipTo": {"attention": "<<full>>", "addressLine1": "<<street>>", "town": "<<city>>", "mobileNumber": "<<phone>>"}, "sku": "KB-88", "qty": 2},
    {"patient": {"fullName": "<<full>>", "nhsNumber": "<<UK_NHS>>", "gp": "<<full2>>"}, "observations": [{"code": "8480-6", "value": 120}]},
    {"hits": [{"_id": "a81", "_score": 1.2, "_source": {"author": "<<full>>", "body": "Call <<first>> on <<phone>>"}}]},
    {"jsonrpc": "2.0", "id": 4, "result": {"content": [{"type": "text", "text": "Found <<full>> <<<email>>>"}]}},
    {"rows": [["<<full>>", "<<email>>", "<<IP_ADDRESS>>"], ["<<full2>>", "<<email2>>", "<<IP_ADDRESS2>>"]], "columns": ["display_name", "mail", "last_ip"]},
    {"employee_ssn": "<<US_SSN>>", "employee_name": "<<full>>", "salary": 72000, "bankAcctNo": "<<US_BANK_NUMBER>>"},
    {"payment": {"cardNumber": "<<CREDIT_CARD>>", "cardholderName": "<<full>>", "expMonth": 4}, "billingAddr": "<<address>>"},
    {"beneficiaries": [{"holder": "<<full>>", "iban": "<<IBAN_CODE>>"}, {"holder": "<<full2>>", "iban": "<<IBAN_CODE2>>"}]},
    {"event": "login", "actor": {"user_name": "<<full>>", "ipAddress": "<<IP_ADDRESS>>", "mac": "<<MAC_ADDRESS>>"}, "ok": True},
    {"kyc": {"doc": "aadhaar", "number": "<<IN_AADHAAR>>", "panNumber": "<<IN_PAN>>", "applicantName": "<<full:en_IN>>"}},
    {"contact": {"n": "<<full>>", "tel": "<<phone>>", "homeAddress": "<<address>>"}, "tags": ["vip"]},
    {"messages": [{"role": "user", "content": "Hi, I'm <<full>> from <<city>>, tel <<phone>>"}, {"role": "assistant", "content": "Hello <<first>>!"}]},
    {"args": {"recipient_email": "<<email>>", "recipient_name": "<<full>>", "body": "Dear <<first>>, your IBAN <<IBAN_CODE>> is confirmed."}},
    {"person": {"name": {"given": "<<first>>", "family": "<<last>>"}, "birthDate": "<<birth>>", "telecom": [{"system": "phone", "value": "<<phone>>"}]}},
    {"lead": {"fname": "<<first>>", "lname": "<<last>>", "ph": "<<phone>>", "addr": "<<address>>", "dob": "<<birth>>"}},
    {"wallet": {"btc_address": "<<CRYPTO>>", "owner": "<<full>>"}, "secrets": {"webhookSecret": "<<KEY>>"}},
    {"taxInfo": {"tfn": "<<AU_TFN>>", "abn": "<<AU_ABN>>"}, "name": "<<full>>"},
    {"identityDocs": [{"kind": "driverLicense", "licenseNumber": "<<US_DRIVER_LICENSE>>"}, {"kind": "sin", "sin": "<<CA_SIN>>"}]},
    # second round
    {'guestList': [{'guestName': '<<full>>', 'guestEmail': '<<email>>'}, {'guestName': '<<full2>>', 'guestEmail': '<<email2>>'}]},
    {'policyHolder': {'foreName': '<<first>>', 'surName': '<<last>>', 'birth_date': '<<birth>>'}, 'premium': 30.5},
    {'booking': {'travellers': ['<<full>>', '<<full2>>'], 'contactNo': '<<phone>>'}, 'ref': 'ZX81'},
    {'order': {'buyer': '<<full>>', 'deliveryAddress': '<<address>>', 'phone_no': '<<phone>>'}, 'lines': [{'sku': 'A1', 'n': 2}]},
    {'tax': {'payer': '<<full>>', 'codiceFiscale': '<<IT_FISCAL_CODE>>'}, 'year': 2025},
    {'refund': {'iban': '<<IBAN_CODE>>', 'account_holder': '<<full>>'}, 'amount': {'value': 12.5, 'currency': 'EUR'}},
    {'user': {'profile': {'nick': '<<first>>', 'fullName': '<<full>>', 'hometown': '<<city>>'}}, 'plan': 'pro'},
    {'nhs_no': '<<UK_NHS>>', 'patient_name': '<<full>>', 'next_of_kin': '<<full2>>', 'ward': 4},
)  # fmt: skip

SEALED: Final[tuple[Any, ...]] = (
    {'from': {'displayName': '<<full>>', 'address': '<<email>>'}, 'to': [{'displayName': '<<full2>>', 'address': '<<email2>>'}], 'subject': 'Hi'},
    {'employee': {'emp_name': '<<full>>', 'work_phone': '<<phone>>', 'ssn': '<<US_SSN>>'}, 'dept': 'R&D'},
    {'device': {'lastIp': '<<IP_ADDRESS>>', 'macAddr': '<<MAC_ADDRESS>>', 'ownerName': '<<full>>'}, 'fw': '1.2.3'},
    {'call': {'caller_id': '<<phone>>', 'callerName': '<<full>>', 'transcript': 'Hello, this is <<full>>, my card is <<CREDIT_CARD>>.'}},
    {'student': {'student_name': '<<full>>', 'guardian': {'name': '<<full2>>', 'mobile': '<<phone>>'}}, 'grade': 7},
    {'input': '{"q": "orders of <<full>>", "email": "<<email>>"}', 'tool': 'search'},
    {'result': 'Customer <<full>> (tel. <<phone>>) lives at <<address>>.'},
    {'signup': {'mail': '<<email>>', 'cell': '<<phone>>', 'dateofbirth': '<<birth>>', 'name': '<<full>>'}},
)  # fmt: skip
"""Written with half of the last round, and never looked at while detection was mended."""
