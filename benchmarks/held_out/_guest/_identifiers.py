"""How the numbers of registries are told, and lines with several fields."""

from typing import Final

# The public registries whose numbers the set has, under a label of prose and a key of a field.
LABELS: Final = {
    "BR_CPF": ("CPF", "cpf"), "BR_PIS": ("PIS/PASEP", "pis_pasep"), "BR_RG": ("RG", "rg"), "BR_TITULO_ELEITOR": ("título de eleitor", "titulo_eleitor"),
    "AR_DNI": ("DNI", "dni"), "AR_CUIL": ("CUIL", "cuil"), "CO_CEDULA": ("cédula de ciudadanía", "cedula_ciudadania"), "PE_DNI": ("DNI", "nroDni"),
    "PE_CMP": ("CMP (Colegio Médico)", "cmp_medico"), "BO_CI": ("carnet de identidad", "carnet_identidad"), "PY_CI": ("cédula de identidad", "cedulaIdentidad"),
    "VE_CEDULA": ("cédula", "cedula"), "MX_CURP": ("CURP", "curp"), "MX_RFC": ("RFC", "rfc"), "MX_NSS": ("número de seguridad social", "nss"),
    "SV_DUI": ("DUI", "dui"), "NI_CEDULA": ("cédula", "num_cedula"), "CU_CARNE": ("carné de identidad", "carne_identidad"),
    "SE_PERSONNUMMER": ("personnummer", "personnummer"), "SE_SAMORDNINGSNUMMER": ("samordningsnummer", "samordningsnummer"), "DK_CPR": ("CPR-nummer", "cprNummer"),
    "NO_HPR": ("HPR-nummer", "hpr_nummer"), "DK_PASSPORT": ("pasnummer", "pasnummer"), "SE_PASSPORT": ("passnummer", "passnummer"), "FI_PASSPORT": ("passin numero", "passinNumero"),
    "NG_NIN": ("NIN", "nin"), "NG_TIN": ("tax identification number", "tin"), "GH_SSNIT": ("SSNIT number", "ssnit_no"), "KE_NHIF": ("NHIF number", "nhif_no"),
    "KE_PASSPORT": ("passport number", "passport_no"), "ET_FAYDA": ("Fayda number", "fayda_fin"), "SN_CNI": ("numéro de CNI", "numero_cni"), "CI_CNI": ("numéro CNI", "cni"),
    "BW_OMANG": ("Omang", "omang_no"), "MZ_NUIT": ("NUIT", "nuit"), "AO_BI": ("bilhete de identidade", "bilhete_identidade"), "MW_NID": ("national ID", "national_id"),
    "MU_NIC": ("NIC number", "nic_number"), "TN_CIN": ("numéro CIN", "cin"), "DZ_NIN": ("numéro d'identification national", "nin"), "ZA_HPCSA": ("HPCSA registration", "hpcsa_no"),
    "ZA_TAX_NUMBER": ("income tax number", "incomeTaxNumber"), "PH_PHILSYS": ("PhilSys Card Number", "philsys_pcn"), "PH_TIN": ("TIN", "tin_no"), "PH_SSS": ("SSS number", "sss_no"),
    "PH_PAGIBIG": ("Pag-IBIG MID", "pagibig_mid"), "PH_DRIVER_LICENSE": ("driver's license no.", "drivers_license_no"), "ID_NPWP": ("NPWP", "npwp"), "ID_PASSPORT": ("nomor paspor", "nomor_paspor"),
    "MY_EPF": ("nombor KWSP", "no_kwsp"), "MY_TIN": ("nombor cukai pendapatan", "noCukai"), "SG_NRIC": ("NRIC", "nric"), "VN_TAX_CODE": ("mã số thuế cá nhân", "ma_so_thue"),
    "KH_NID": ("Khmer ID card", "khmer_id"), "MM_NRC": ("NRC", "nrc_no"), "BN_IC": ("IC number", "ic_number"), "TH_PASSPORT": ("เลขที่หนังสือเดินทาง", "passport_number"),
    "CA_SIN": ("social insurance number", "sin"), "CA_RAMQ": ("numéro d'assurance maladie", "ramq"), "CA_BC_PHN": ("personal health number", "phn"), "CA_PASSPORT": ("Canadian passport", "passportNumber"),
    "US_NPI": ("NPI", "npi"), "US_ITIN": ("ITIN", "itin"), "US_DRIVER_LICENSE": ("driver's license", "driver_license"), "US_SEVIS_ID": ("SEVIS ID", "sevis_id"), "US_DOD_ID": ("DoD ID number", "dod_id"),
    "US_KNOWN_TRAVELER": ("Known Traveler Number", "known_traveler_number"), "PH_SEAFARER_BOOK": ("seafarer's record book no", "seafarers_book_no"),
}  # fmt: skip

FORMS: Final = (
    "Check-in form, desk 2\n{label}: {value}\nroom: 214\nnights: 3",
    'tool result: {{"ok": true, "guest": {{"{key}": "{value}", "source": "scan"}}}}',
    "I have her {label} here, {value}, is that enough to release the parcel?",
    "2026-03-02 09:14:55 INFO onboarding step=3 {key}={value} status=accepted",
    "| field | value |\n|---|---|\n| {label} | {value} |\n| checked by | front office |",
)

LINES: Final = (
    "room,guest,phone,arrival\n214,<<LATIN>>,<<PHONE_MX>>,2026-05-02\n215,<<AFRICAN>>,<<PHONE_KE>>,2026-05-02",
    "Guest: <<LATIN>>\nDocument: CPF <<BR_CPF>>\nHome address: <<HOME_BR>>\nLate checkout: yes",
    "crew_list:\n  - rank: 2/O\n    name: <<FILIPINO>>\n    seamans_book: <<PH_SEAFARER_BOOK>>\n    born: <<BORN_ISO>>",
    "Rx 44812 | patient <<NORTHERN>> | DOB <<BORN_US>> | prescriber NPI <<US_NPI>> | DEA <<DEA>>",
    "INSERT INTO donors (name, email, phone) VALUES ('<<AFRICAN>>', '<<MAIL>>', '<<PHONE_NG>>');",
    "SELECT * FROM members WHERE personnummer = '<<SE_PERSONNUMMER>>' AND club_id = 17;",
    "Call sheet day 12\nDOP\t<<LATIN>>\t<<PHONE_US>>\nGaffer\t<<NORDIC>>\t<<PHONE_SE>>",
    "<student><id>20261188</id><name><<ASIAN>></name><dob><<BORN_ISO>></dob><email><<MAIL>></email></student>",
    "BEGIN:VCARD\nVERSION:3.0\nFN:<<LATIN>>\nTEL;TYPE=CELL:<<PHONE_CO>>\nEMAIL:<<MAIL>>\nEND:VCARD",
    "farmer=<<AFRICAN>>;nin=<<NG_NIN>>;plot=KD-17;phone=<<PHONE_NG>>",
    "UPDATE pacientes SET direccion='<<HOME_CO>>', telefono='<<PHONE_CO>>' WHERE id=3391;",
    '2026-04-11T07:01:02Z INFO checkin guest="<<NORDIC>>" passport=<<SE_PASSPORT>> ip=<<IP>>',
    "[member]\nname = <<NORDIC>>\ncpr = <<DK_CPR>>\nphone = <<PHONE_DK>>\nteam = U15",
    "Titular: <<LATIN>>\nCLABE/IBAN: <<IBAN_NO>>\nTarjeta: <<VISA>>\nVigencia: 09/28",
    "GET /api/v2/guests?email=<<MAIL>>&phone=<<PHONE_PH>> 200 31ms",
    "POST /rsvp form: nombre=<<LATIN>>&dni=<<AR_DNI>>&correo=<<MAIL>>",
    "patient_id\tname\tbirth_date\tcity\n1\t<<NORDIC>>\t<<BORN_ISO>>\t<<city:sv_SE>>\n2\t<<NORDIC2>>\t<<BORN_ISO2>>\t<<city:da_DK>>",
    "Employee SIN <<CA_SIN>>, deposit to IBAN n/a, address <<HOME_CA>>",
    "Payroll advice: <<FILIPINO>>, TIN <<PH_TIN>>, SSS <<PH_SSS>>, Pag-IBIG <<PH_PAGIBIG>>",
    "W-9 on file for <<NORTHERN>>: SSN <<SSN>>, routing <<ROUTING>>, account <<US_ACCOUNT>>",
    "Nama: <<ASIAN>>\nNPWP: <<ID_NPWP>>\nAlamat: <<HOME_ID>>\nHP: <<PHONE_ID>>",
    "Họ tên: <<VIETNAMESE>>; ngày sinh: <<BORN_SLASH>>; MST: <<VN_TAX_CODE>>; ĐT: <<PHONE_VN>>",
    "Nome;NUIT;Telefone\n<<LATIN>>;<<MZ_NUIT>>;<<PHONE_MZ>>",
    "Nom : <<AFRICAN>>\nNé le : <<BORN_SLASH>>\nN° CNI : <<SN_CNI>>\nTél : <<PHONE_SN>>",
    "refund -> card <<MASTER>> holder <<NORTHERN>> amount 120.00 CAD",
)
