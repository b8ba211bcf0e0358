"""Lines with one or several numbers, as people, forms and machines of each country write them."""

from typing import Final

LINES: Final = (
    # German
    "Guten Tag, meine Steuer-ID lautet <<DE_STEUER_ID>>, geboren am <<BORN_DOT>>.",
    "Vers.-Nr. <<DE_RVNR>>, Krankenkasse-Nr. <<DE_KVNR>>, bitte in der Lohnabrechnung ändern.",
    "Ausweisnummer <<DE_PERSONALAUSWEIS>> gültig bis 04/2031, Inhaber/in: <<GERMAN>>",
    "Patient;SVNR;Zahn\n<<GERMAN>>;<<AT_SVNR>>;36",
    "Lohnausweis: <<GERMAN>>, AHV <<CH_AHV>>, <<HOME_CH>>",
    "Erstattung bitte auf <<IBAN_CODE>>, Kontoinhaber <<GERMAN>>.",
    "Schaden <<INSURANCE_CLAIM_NUMBER>> zur Police <<INSURANCE_POLICY_NUMBER>>, FIN <<VEHICLE_VIN>>",
    # French
    "Mon numéro de sécu, c'est le <<FR_NIR>>.",
    "Assuré : <<FRENCH>>\nNé(e) le : <<BORN_SLASH>>\nN° SS : <<FR_NIR>>\nTél. : <<PHONE_FR>>",
    "Mon RRN belge est <<BE_NRN>> et j'habite <<HOME_BE>>.",
    "Carte Navigo perdue, n° <<TRANSIT_CARD_NUMBER>>, titulaire <<FRENCH>>",
    "NAS <<CA_SIN>>, carte soleil <<CA_RAMQ>>, embauche le 3 mars",
    # Dutch
    "Mijn burgerservicenummer is <<NL_BSN>>, geboren <<BORN_DASH>>.",
    "Rijksregisternummer <<BE_NRN>> op naam van <<DUTCH>>",
    # Spanish, Portuguese, Italian
    "NIE <<ES_NIE>>, afiliación <<ES_NSS>>, nacido el <<BORN_SLASH>>",
    "Contribuinte n.º <<PT_NIF>>, titular <<IBERIAN>>, telemóvel <<PHONE_PT>>",
    "C.F. <<IT_FISCAL_CODE>>\nCarta d'identità n. <<IT_IDENTITY_CARD>>\nTel. <<PHONE_IT>>",
    "Il mio codice fiscale è <<IT_FISCAL_CODE>>, sono nata il <<BORN_SLASH>>",
    # Ireland and Britain
    "PPS no <<IE_PPSN>> for the new starter, DOB <<BORN_SLASH>>.",
    "NI no. <<UK_NINO>>, licence <<UK_DRIVING_LICENCE>>, sort code and account <<UK_BANK_ACCOUNT>>",
    "Transfer the records: NHS no. <<UK_NHS>>, born <<BORN_LONG>>.",
    # Greek
    "ΑΜΚΑ: <<GR_AMKA>>, ΑΦΜ: <<GR_AFM>>, κινητό <<PHONE_GR>>",
    "Ονοματεπώνυμο: <<GREEK>>\nΗμ. γέννησης: <<BORN_SLASH>>\nΑΜΚΑ: <<GR_AMKA>>",
    # Polish, Czech, Slovak, Hungarian
    "Dzień dobry, mój PESEL to <<PL_PESEL>>, a numer dowodu <<PL_ID_CARD>>.",
    "Faktura na NIP <<PL_NIP>>, kontakt: <<PHONE_PL>>",
    "r.č. <<CZ_RODNE_CISLO>>, tel. <<PHONE_CZ>>, pojištěnec <<CZECH>>",
    "Moje rodné číslo je <<SK_RODNE_CISLO>>, prosím o opravu v zmluve.",
    "Firma IČO: <<CZ_ICO>>, jednatel <<CZECH>>",
    "TAJ: <<HU_TAJ>>\nAdóazonosító: <<HU_ADOAZONOSITO>>\nNév: <<HUNGARIAN>>",
    "A TAJ számom <<HU_TAJ>>, a telefonszámom <<PHONE_HU>>.",
    # Romanian, Bulgarian, South Slavic
    "CNP-ul meu este <<RO_CNP>>, telefon <<PHONE_RO>>.",
    "Subsemnatul(a) <<ROMANIAN>>, CNP <<RO_CNP>>, domiciliată în <<HOME_RO>>",
    "ЕГН <<BG_EGN>>, тел. <<PHONE_BG>>, адрес: <<HOME_BG>>",
    "OIB zaposlenika: <<HR_OIB>>, IBAN za plaću: <<IBAN_CODE>>",
    "JMBG <<RS_JMBG>>, prebivalište <<HOME_RS>>",
    "EMŠO: <<SI_EMSO>>, rojena <<BORN_DOT>>",
    # Ukrainian, Baltic
    "ІПН <<UA_RNOKPP>>, закордонний паспорт <<UA_PASSPORT>>, моб. <<PHONE_UA>>",
    "Asmens kodas <<LT_ASMENS_KODAS>>, gim. <<BORN_ISO>>",
    "Patsiendi isikukood on <<EE_ISIKUKOOD>>.",
    "Pers. kods: <<LV_PERSONAS_KODS>>; klients <<LATVIAN>>",
    # Turkish
    "TC kimlik numaram <<TR_TCKN>>, doğum tarihim <<BORN_DOT>>.",
    "TCKN=<<TR_TCKN>> GSM=<<PHONE_TR>> ABONE=<<TURKISH>>",
    "Vergi No: <<TR_VKN>>, yetkili: <<TURKISH>>, adres: <<HOME_TR>>",
    "Sık uçan yolcu no <<FREQUENT_FLYER_NUMBER>>, pasaport <<TR_PASSPORT>>",
    # India and South Asia
    "Aadhaar <<IN_AADHAAR>> linked, PAN <<IN_PAN>>, UAN <<IN_UAN>>, salary a/c <<IN_BANK_ACCOUNT>>",
    "मेरा आधार नंबर <<IN_AADHAAR>> है और मोबाइल <<PHONE_IN>>",
    "Claim for <<IN_VEHICLE_REGISTRATION>>, DL <<IN_DRIVING_LICENCE>>, insured <<INDIAN>>",
    "Voter card <<IN_VOTER>>; passport <<IN_PASSPORT>>; ABHA <<IN_ABHA>>",
    "Vendor GSTIN <<IN_GSTIN>>, proprietor <<INDIAN>>, mob. <<PHONE_IN>>",
    "شناختی کارڈ نمبر <<PK_CNIC>>، موبائل <<PHONE_PK>>",
    "জাতীয় পরিচয়পত্র নম্বর: <<BD_NID>>",
    "NIC <<LK_NIC>> of the applicant, <<SOUTHASIAN>>, for the water connection",
    "नागरिकता नं. <<NP_CITIZENSHIP>>",
    # Middle East
    "EID <<AE_EMIRATES_ID>>, mobile <<PHONE_AE>>, lives at <<HOME_AE>>",
    "رقم الهوية <<SA_NATIONAL_ID>> والجوال <<PHONE_SA>>",
    "رقم الإقامة: <<SA_IQAMA>>",
    "Civil ID <<KW_CIVIL_ID>> / QID <<QA_QID>>, both holders want the same plan",
    "ת.ז. <<IL_TEUDAT_ZEHUT>>, טלפון <<PHONE_IL>>",
    "الرقم القومي للمريض <<EG_NATIONAL_ID>>",
    "کد ملی بیمار: <<IR_KODE_MELLI>>",
    # Japan
    "マイナンバーは<<JP_MY_NUMBER>>です。生年月日は<<BORN_ASIA>>です。",
    "氏名:<<JAPANESE_SPACED>>\n生年月日:<<BORN_YMD>>\n電話:<<PHONE_JP>>\n免許証番号:<<JP_DRIVERS_LICENSE>>",
    "在留カード <<JP_RESIDENCE_CARD>>、基礎年金番号 <<JP_PENSION>>",
    "みずほ銀行 渋谷支店 普通 <<JP_BANK_ACCOUNT>> <<JAPANESE>>",
    # Korea
    "주민번호 <<KR_RRN>>, 휴대폰 <<PHONE_KR>>",
    "성명: <<KOREAN>>\n주민등록번호: <<KR_RRN>>\n주소: <<HOME_KR>>",
    "외국인등록번호는 <<KR_FRN>>이고 여권번호는 <<KR_PASSPORT>>입니다.",
    "사업자번호 <<KR_BRN>>, 환급 계좌 신한은행 <<KR_BANK_ACCOUNT>>",
    # Canada and Australia
    "SIN <<CA_SIN>>, health card <<CA_OHIP>>, licence <<CA_DRIVER_LICENCE>>",
    "PHN <<CA_BC_PHN>> booked for a cleaning, guardian <<CANADIAN>> <<PHONE_CA>>",
    "UCI <<CA_UCI>>, passport <<CA_PASSPORT>>, direct deposit <<CA_BANK_ACCOUNT>>",
    "TFN <<AU_TFN>>; super paid; bank <<AU_BANK_ACCOUNT>>; <<AUSTRALIAN>>",
    "Medicare <<AU_MEDICARE>> ref 1, IHI <<AU_IHI>>, dob <<BORN_SLASH>>",
    "Subbie's ABN <<AU_ABN>>, trading under ACN <<AU_ACN>>, call <<PHONE_AU>>",
    "CRN <<AU_CENTRELINK_CRN>> for the concession Opal card <<TRANSIT_CARD_NUMBER>>",
    # Anywhere
    "SIM swap: ICCID <<ICCID>>, IMEI <<IMEI>>, subscriber <<GERMAN>>, MSISDN <<PHONE_DE>>",
    "wifi client <<MAC_ADDRESS>> got lease <<IP_ADDRESS>> user=<<MAIL>>",
    "Refund <<TICKET_NUMBER>> to card <<CREDIT_CARD>> exp 11/28",
    "Payout for the tasting goes to <<CRYPTO>>, tell <<FRENCH>>",
    "Staff no. <<EMPLOYEE_NUMBER>> changed her bank to <<IBAN_CODE>>",
    "Owner of the dog: <<AUSTRALIAN>>, <<PHONE_AU>>, <<HOME_AU>>",
    "name,dob,phone,email\n<<POLISH>>,<<BORN_ISO>>,<<PHONE_PL>>,<<MAIL>>\n<<CZECH>>,<<BORN_ISO2>>,<<PHONE_CZ>>,<<MAIL2>>",
)
