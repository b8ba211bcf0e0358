"""Identifiers: each registry's number in every form of ``FORMS``, other values in lines of their own."""

from typing import Final

from benchmarks.held_out._outside._registries import REGISTRIES
from benchmarks.held_out._outside._sums import Draw
from benchmarks.held_out._outside._values import VALUES

MORE: Final[dict[str, Draw]] = REGISTRIES | VALUES

FORMS: Final = (
    "Sure, my {label} is {value}, let me know when it went through.",
    "{label}: {value}",
    '{{"status": "pending_review", "{key}": "{value}", "attempt": 2}}',
    "applicant:\n  {key}: '{value}'\n  verified: false\n",
    "2026-08-19 06:02:41.118 WARN  kyc.worker - duplicate {key}={value} rejected after 3 checks",
    "record_no,{key},state\n17,{value},open\n",
    "| Field | Given |\n| --- | --- |\n| {label} | {value} |\n| Checked | yes |",
    "verify_document(kind=\"id\", {key}='{value}', strict=True)",
)

LABELS: Final = {
    "US_SSN": ("social security number", "socialSecurityNumber"), "US_ITIN": ("ITIN", "itin"), "US_PASSPORT": ("US passport number", "us_passport_no"),
    "US_DRIVER_LICENSE": ("driver's license number", "driverLicenseNumber"), "US_BANK_NUMBER": ("checking account number", "bank_account_number"), "ABA_ROUTING_NUMBER": ("routing number", "routing_number"),
    "MEDICAL_LICENSE": ("DEA number", "dea_number"), "US_NPI": ("NPI", "npi"), "US_MBI": ("Medicare number", "medicareBeneficiaryId"),
    "MEDICAL_RECORD_NUMBER": ("medical record number", "medical_record_number"), "HEALTH_INSURANCE_ID": ("insurance member ID", "insuranceMemberId"),
    "UK_NHS": ("NHS number", "nhs_number"), "UK_NINO": ("National Insurance number", "niNumber"), "UK_PASSPORT": ("UK passport number", "passport_number"),
    "UK_SORT_CODE_ACCOUNT": ("sort code and account number", "sort_code_account"), "UK_DRIVING_LICENCE": ("driving licence number", "driving_licence_no"),
    "CA_SIN": ("social insurance number", "sin"), "CA_HEALTH_CARD": ("Ontario health card number", "healthCardNumber"), "AU_TFN": ("tax file number", "tfn"), "AU_MEDICARE": ("Medicare card number", "medicare_card"),
    "NZ_IRD": ("IRD number", "ird_number"), "DE_TAX_ID": ("Steuer-ID", "steuerId"), "DE_ID_CARD": ("Personalausweisnummer", "ausweisnummer"), "DE_HEALTH_INSURANCE": ("Krankenversichertennummer", "kvnr"),
    "FR_NIR": ("numéro de sécurité sociale", "num_secu"), "ES_NIF": ("DNI", "dni"), "ES_NIE": ("NIE", "nie"), "PT_NIF": ("NIF", "nif"), "IT_FISCAL_CODE": ("codice fiscale", "codiceFiscale"),
    "NL_BSN": ("BSN", "bsn"), "BE_NRN": ("rijksregisternummer", "rijksregisternummer"), "PL_PESEL": ("PESEL", "pesel"), "CZ_BIRTH_NUMBER": ("rodné číslo", "rodne_cislo"),
    "SE_PERSONNUMMER": ("personnummer", "personnummer"), "NO_FODSELSNUMMER": ("fødselsnummer", "fodselsnummer"), "DK_CPR": ("CPR-nummer", "cpr"), "EE_ISIKUKOOD": ("isikukood", "isikukood"),
    "BG_EGN": ("ЕГН", "egn"), "RO_CNP": ("CNP", "cnp"), "GR_AMKA": ("ΑΜΚΑ", "amka"), "HR_OIB": ("OIB", "oib"), "AT_SVNR": ("Sozialversicherungsnummer", "svnr"), "CH_AHV": ("AHV-Nummer", "ahvNummer"),
    "IE_PPS": ("PPS number", "ppsn"), "TR_TCKN": ("T.C. kimlik no", "tcKimlikNo"), "IL_ID": ("Israeli ID number", "teudat_zehut"), "AE_EMIRATES_ID": ("Emirates ID", "emirates_id"), "SA_NATIONAL_ID": ("Saudi national ID", "saudi_national_id"),
    "ZA_ID": ("South African ID number", "sa_id_number"), "NG_NIN": ("national identification number (NIN)", "nin"), "KE_ID": ("national ID number", "national_id"), "PK_CNIC": ("CNIC", "cnic"),
    "IN_AADHAAR": ("Aadhaar number", "aadhaar"), "IN_PAN": ("PAN card number", "pan_number"), "CN_ID": ("身份证号", "id_card_no"), "TW_ID": ("身分證字號", "national_id_tw"), "JP_MY_NUMBER": ("マイナンバー", "my_number"),
    "KR_RRN": ("주민등록번호", "rrn"), "SG_NRIC_FIN": ("NRIC", "nric"), "MY_NRIC": ("MyKad number", "mykad"), "TH_ID": ("Thai national ID", "thai_id"), "ID_NIK": ("NIK", "nik"), "VN_CCCD": ("số CCCD", "cccd"),
    "PH_SSS": ("SSS number", "sss_number"), "BR_CPF": ("CPF", "cpf"), "AR_CUIL": ("CUIL", "cuil"), "CL_RUT": ("RUT", "rut"), "CO_CEDULA": ("cédula de ciudadanía", "cedula"), "PE_DNI": ("DNI peruano", "dniPeru"),
    "MX_CURP": ("CURP", "curp"), "MX_CLABE": ("CLABE", "clabe"), "IMEI": ("IMEI", "imei"), "VIN": ("VIN", "vin"),
}  # fmt: skip

LINES: Final = (
    "could you text me at <<PHONE_UK>> instead, the landline is dead", "Mobile (JP): <<PHONE_JP>>", "手机号 <<PHONE_CN>>，请尽快回电", "연락처: <<PHONE_KR>>", "whatsapp <<PHONE_IN>> pls", "dial <<PHONE_NG>> or flash me", "M-Pesa payout to <<PHONE_KE>> failed: code 17",
    "voicemail left on <<PHONE_ZA>> at 14:05", "Celular: <<PHONE_BR>>", "cel <<PHONE_MX>>, casa <<PHONE_MX2>>", '{"msisdn": "<<PHONE_E>>", "bearer": "LTE"}', "reach the guest at <<PHONE_AE>> after landing", "טלפון: <<PHONE_IL>>", "tél. <<PHONE_FR>>",
    "Rückruf erbeten unter <<PHONE_DE>>", "Natel <<PHONE_CH>>", "nr tel. <<PHONE_PL>>", "ring mig på <<PHONE_SE>>", "Cell <<PHONE_US>> (ok to leave a message)", "sms_gateway.send(to='<<PHONE_E>>', body='Your parcel is at the door')", "HP: <<PHONE_SG>>", "call.from=<<PHONE_E>> call.to=<<PHONE_E2>> duration=83s",
    "tel:<<PHONE_E>>", "موبايل <<PHONE_EG>>",
    "The card I used was <<VISA>>.", "PAN <<VISA_PLAIN>> declined with 05 do not honor", "card_number,expiry\n<<MASTERCARD>>,11/28", "my amex is <<AMEX>> and it keeps failing", "charge(<<AMEX_PLAIN>>, cents=1999)", "银联卡 <<UNIONPAY>>", "cc: {number: '<<JCB>>', exp: '04/29'}", "Diners Club <<DINERS>>", "DEBUG form payload: card=<<DISCOVER>>&zip=&save=1",
    "IBAN: <<IBAN_DE>>", "overmaken naar <<IBAN_NL>> aub", "creditor_iban: <<IBAN_GB>>", "virement sur le compte <<IBAN_FR>>", "ES account for the refund is <<IBAN_ES>>", "przelew na <<IBAN_PL>>", "<<IBAN_SE>> is not a valid debtor account in this scheme", "kontonr. <<IBAN_NO>>", "payroll,AED,<<IBAN_AE>>,settled", "IBAN'ım <<IBAN_TR>>", "Zahlbar an <<IBAN_CH>>",
    "write me: <<MAIL>>", "<<MAIL_UPPER>> bounced twice", "To: <<MAIL>>; <<MAIL2>>", "GET /unsubscribe?addr=<<MAIL_HEX>>&list=4 HTTP/1.1", "https://app.example.com/people/<<MAIL>>/orders", "mailto:<<MAIL>>?subject=Hi", "smtp: 550 5.1.1 <<<MAIL>>>: Recipient address rejected", "(<<MAIL>>)", "git config user.email <<MAIL>>", "assignee=<<MAIL>>,priority=P3", "ldap: mail: <<MAIL>>", "x-user-b64: <<BASE_MAIL>>", "SELECT id FROM users WHERE lower(email) = '<<MAIL>>' LIMIT 1",
    "blocked <<IP_FOUR>> after 5 failures", "<<IP_FOUR>> - - [03/May/2026:10:11:12 +0000] \"POST /login HTTP/2\" 302 17", "X-Forwarded-For: <<IP_FOUR>>, <<IP_FOUR2>>", "peer=[<<IP_SIX>>]:443 tls=1.3", "client <<IP_SIX>> exceeded quota", "http://<<IP_FOUR>>:8080/cb", "remote_addr: \"<<IP_FOUR>>\"", "Failed password for invalid user admin from <<IP_FOUR>> port 51514 ssh2", "dhcp lease <<IP_FOUR>> -> <<MAC_COLON>>",
    "MAC <<MAC_DASH>> joined ssid guest", "arp <<MAC_CISCO>> vlan 30", "device.mac=<<MAC_COLON>>",
    "send the rest to <<BTC_ONE>>", "deposit address (BTC): <<BTC_THREE>>", "bitcoin:<<BTC_BECH>>?amount=0.02", "wallet <<ETHER>> received 3 NFTs", "to: '<<ETHER>>', value: '0x0'", "USDT TRC20 <<TRON>>", "LTC payout address <<LITECOIN>>", "solana wallet: <<SOLANA>>", "tip me some doge at <<DOGE>>", "XRP address <<XRP>> tag 104",
    "born <<BORN_WORD>>", "DOB=<<BORN_ISO>>", "geb. am <<BORN_EU>>", "date of birth (M/D/Y): <<BORN_US>>", "birthDate: <<BORN_PACKED>>", "née le <<BORN_SHORT>>", "生年月日 <<BORN_CJK>>", "her birthday is <<BORN_COMMA>>", '{"dateOfBirth":"<<BORN_STAMP>>"}', "fecha de nacimiento: <<BORN_SHORT>>", "dob <<BORN_EU>>, smoker: no", "data urodzenia: <<BORN_EU>>", "D.O.B. <<BORN_SHORT>>; allergies none",
    "my number plate is <<PLATE_UK>>", "Kennzeichen <<PLATE_DE>>", "plaque d'immatriculation : <<PLATE_FR>>", "license plate <<PLATE_US>>, blue hatchback", "vehicle reg no <<PLATE_IN>>", "parking.plate=<<PLATE_DE>>",
    "<<MRZ>>", "Reisepass Nr. <<PASSPORT_DE>>", "Indian passport <<PASSPORT_IN>>", "护照号码 <<PASSPORT_CN>>", "passeport n° <<PASSPORT_FR>>", "旅券番号: <<PASSPORT_JP>>", "travel_doc = {'type': 'P', 'number': '<<PASSPORT_IN>>'}",
    "SSN ending is not enough for us, it is <<US_SSN>> in full", "W-9 line: <<US_SSN>> / sole proprietor", "acct <<US_BANK_NUMBER>>, rtg <<ABA_ROUTING_NUMBER>>", "ACH debit: routing <<ABA_ROUTING_NUMBER>> account <<US_BANK_NUMBER>> type checking", "Rx by DEA# <<MEDICAL_LICENSE>>", "NPI: <<US_NPI>>", "hn (hospital number) MRN <<MEDICAL_RECORD_NUMBER>>",
    "Bank: sort code / account <<UK_SORT_CODE_ACCOUNT>>", "member id <<HEALTH_INSURANCE_ID>> group 0044", "imei <<IMEI>> reported stolen", "VIN <<VIN>>, odometer 88 214 km", "CPF do titular: <<BR_CPF>>", "身份证 <<CN_ID>>", "aadhar no. <<IN_AADHAAR>>", "con DNI <<ES_NIF>>, firmado", "mój pesel to <<PL_PESEL>>", "secu : <<FR_NIR>>",
)  # fmt: skip
