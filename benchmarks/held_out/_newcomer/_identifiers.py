"""Identifiers: each registry's number in every form of ``FORMS``, other values in lines of their own."""

from typing import Final

FORMS: Final = (
    "Customer gave {label} {value} over the phone.",
    "{label} - {value}",
    "<applicant><{key}>{value}</{key}><tier>2</tier></applicant>",
    '[{{"{key}": "{value}", "verified_by": "agent-3", "score": 0.91}}]',
    "kyc step=2 outcome=match {key}={value} latency_ms=418",
    "UPDATE applicants SET {key} = '{value}' WHERE ref = 7719;",
    "> tool: check_identity\n> {key}: {value}\n< result: no hit",
    "Can you tell me whether {value} is still the {label} we have for them?",
)

LABELS: Final = {
    "AU_ABN": ("ABN", "abn"), "AU_ACN": ("ACN", "acn"), "FI_PERSONAL_IDENTITY_CODE": ("henkilötunnus", "hetu"), "IT_VAT_CODE": ("partita IVA", "partita_iva"), "IT_DRIVER_LICENSE": ("patente di guida", "numero_patente"),
    "IT_IDENTITY_CARD": ("carta d'identità", "carta_identita"), "IT_PASSPORT": ("passaporto", "passaporto"), "IN_VOTER": ("voter ID", "voter_id"), "IN_GSTIN": ("GSTIN", "gstin"), "IN_PASSPORT": ("Indian passport number", "passport_number"),
    "SG_UEN": ("UEN", "uen"), "LT_ASMENS_KODAS": ("asmens kodas", "asmens_kodas"), "LV_PERSONAS_KODS": ("personas kods", "personas_kods"), "SI_EMSO": ("EMŠO", "emso"), "HU_TAJ": ("TAJ szám", "taj_szam"), "RU_SNILS": ("СНИЛС", "snils"),
    "RU_INN": ("ИНН", "inn"), "UA_RNOKPP": ("РНОКПП", "rnokpp"), "KZ_IIN": ("ЖСН/ИИН", "iin"), "BR_CNPJ": ("CNPJ", "cnpj"), "EC_CEDULA": ("cédula de identidad", "cedula"), "UY_CI": ("cédula", "cedula_identidad"),
    "DO_CEDULA": ("cédula dominicana", "cedula_rd"), "IS_KENNITALA": ("kennitala", "kennitala"), "HK_ID": ("HKID", "hkid"), "EG_NATIONAL_ID": ("الرقم القومي", "national_id"), "LK_NIC": ("NIC number", "nic_number"), "BD_NID": ("NID number", "nid"),
    "DE_VAT_ID": ("USt-IdNr.", "ust_id"), "CH_UID": ("Unternehmens-ID (UID)", "uid_nummer"),
    "US_SSN": ("SSN", "ssn"), "US_ITIN": ("taxpayer ITIN", "taxpayer_itin"), "US_DRIVER_LICENSE": ("driver license", "drivers_license"), "US_PASSPORT": ("passport no.", "passportNo"), "US_BANK_NUMBER": ("bank account number", "accountNumber"),
    "ABA_ROUTING_NUMBER": ("ABA routing number", "aba"), "MEDICAL_LICENSE": ("DEA registration", "deaRegistration"), "US_NPI": ("provider NPI", "providerNpi"), "US_MBI": ("Medicare beneficiary identifier", "mbi"),
    "UK_NHS": ("NHS no.", "nhsNumber"), "UK_NINO": ("NI number", "nino"), "UK_PASSPORT": ("British passport", "gbr_passport"), "CA_SIN": ("SIN", "socialInsuranceNumber"), "AU_TFN": ("TFN", "taxFileNumber"), "AU_MEDICARE": ("Medicare no.", "medicareNumber"),
    "IN_AADHAAR": ("aadhaar", "aadhaarNumber"), "IN_PAN": ("PAN", "pan_card"), "ES_NIF": ("NIF", "nif"), "ES_NIE": ("N.I.E.", "numero_nie"), "PL_PESEL": ("numer PESEL", "numerPesel"), "KR_RRN": ("주민번호", "residentNumber"), "SG_NRIC_FIN": ("NRIC/FIN", "nricFin"),
    "TH_ID": ("เลขประจำตัวประชาชน", "citizen_id"), "IT_FISCAL_CODE": ("CF", "codice_fiscale"), "SE_PERSONNUMMER": ("personnr", "personNr"), "TR_TCKN": ("TCKN", "tckn"), "ZA_ID": ("RSA ID", "rsaId"), "DE_TAX_ID": ("steuerliche Identifikationsnummer", "steuerIdNr"),
}  # fmt: skip

LINES: Final = (
    "please ring <<PHONE_IT>> before you come", "numero di cellulare: <<PHONE_IT>>", "mi móvil es el <<PHONE_ES>>", "bel me op <<PHONE_NL>>", "telefonum <<PHONE_TR>>", "Mob. <<PHONE_AU>> (after hours)", "text her on <<PHONE_PH>>",
    "No HP saya <<PHONE_ID>>", "erreichbar unter <<PHONE_AT>>", "mobilnummer <<PHONE_NO>>", "my mobile's <<PHONE_IE>> if the courier asks", "callback <<PHONE_PAREN>> ext 4", '{"caller_id": "<<PHONE_PAREN>>", "queue": "returns"}', "to=<<PHONE_E>> status=undelivered error=30005",
    "sip:<<PHONE_E>>;transport=tls", "WhatsApp message from <<PHONE_AU>>: ok", "PHONE|<<PHONE_NL>>|MOBILE|Y",
    "card: <<MASTERCARD>> exp 04/29 cvv n/a", "declined: <<VISA_PLAIN>>", "paid with <<AMEX>>, want it back on <<VISA>>", "pan=<<UNIONPAY>>&expiry=1128", '{"fpan":"<<DISCOVER>>","network":"DISC"}', "DINERS <<DINERS>> approved 00", "JCB number <<JCB>> was keyed in by hand",
    "pay <<IBAN_FR>> by Friday", "Bankverbindung: <<IBAN_DE>>", "conto corrente <<IBAN_CH>>", "debtorAccount.iban=<<IBAN_NL>>", "refund,<<IBAN_ES>>,EUR,40.00", "numer konta <<IBAN_PL>>", "iban: '<<IBAN_GB>>'", "<<IBAN_AE>> belongs to the supplier",
    "reply-to <<MAILBOX>>", "invite sent: <<MAILBOX>>, <<MAILBOX2>>", "user:<<MAILBOX>> action:delete", "RCPT TO:<<<MAILBOX>>>", "https://crm.internal/contacts?mail=<<MAILBOX>>&tab=2", "Bounce <<MAILBOX>> 5.2.2 mailbox full", "'<<MAILBOX>>' is not a member of this workspace", "[<<MAILBOX>>](mailto:<<MAILBOX>>)",
    "ban <<IP_FOUR>> for 3600s", "src=<<IP_LAN>> dst=<<IP_FOUR>> proto=6", "remote=<<IP_SHORT>> attempts=9", "ssh: connect to host <<IP_FOUR>> port 22: Connection refused", "\"ip\":\"<<IP_SIX>>\"", "allow from <<IP_LAN>>", "session opened from <<IP_FOUR>> (residential)",
    "hwaddr <<MAC_COLON>> on br0", "device <<MAC_DASH>> quarantined", "bssid=<<MAC_COLON>> rssi=-61",
    "payout to <<BTC_BECH>> pending", "cold wallet: <<BTC_THREE>>", "send the ETH to <<ETHER>>", "BTC <<BTC_ONE>> received 0.004",
    "date of birth <<BORN_COMMA>>", "dob: <<BORN_US>>", "birth_date=<<BORN_ISO>>", "born on <<BORN_WORD>>", "Geburtsdatum <<BORN_EU>>", "patient (<<BORN_ISO>> DOB) was discharged", "fecha nac. <<BORN_SHORT>>",
    "routing <<ABA_ROUTING_NUMBER>>, account number <<US_BANK_NUMBER>>", "SSN <<US_SSN>> does not match the W-2", "passport <<US_PASSPORT>> expires in May", "DL# <<US_DRIVER_LICENSE>> issued in TX",
)  # fmt: skip
