"""Lines with numbers of registries elsewhere, of networks, of cards and coins, and of days of birth."""

from typing import Final

WORLD: Final = (
    # Nigeria
    "BVN <<NG_BVN>> no match o, the name for bank na <<NIGERIAN>>",
    "Customer NIN: <<NG_NIN>> (verified via NIMC), phone <<PHONE_NG>>",
    "Pay to GTBank <<NG_BANK_ACCOUNT>>, account name <<NIGERIAN>>",
    "Vendor onboarding: <<NG_RC>>, TIN <<NG_TIN>>, address <<HOME_NG>>",
    "FRSC licence no. <<NG_DRIVER_LICENCE>>, vehicle reg <<PLATE_NG>>",
    "International passport <<NG_PASSPORT>>, issued to <<NIGERIAN>>, born <<BORN_EN>>",
    # South Africa
    "RSA ID <<ZA_ID>>, surname and initials as per smart card",
    "FICA docs outstanding for <<SOUTHAFRICAN>> (ID no <<ZA_ID>>), proof of address <<HOME_ZA>>",
    "Income tax ref <<ZA_TAX>>, company reg <<ZA_COMPANY>>",
    "traffic fine for <<PLATE_ZA>>, driver <<SOUTHAFRICAN>>, cell <<PHONE_ZA>>",
    "passport <<ZA_PASSPORT>>, contact <<MAIL_ZA>>",
    # Egypt
    "الاسم: <<EGYPTIAN>>، الرقم القومي: <<EG_NATIONAL_ID>>، العنوان: <<HOME_EG>>",
    "رقم البطاقة الضريبية <<EG_TAX>> صادر عن مأمورية الضرائب",
    "Guest <<EGYPTLATIN>>, Egyptian national ID <<EG_NATIONAL_ID>>, mobile <<PHONE_EG>>",
    "جواز السفر رقم <<EG_PASSPORT>> باسم <<EGYPTIAN>>",
    # Philippines
    "PhilID no. <<PH_PSN>>, SSS <<PH_SSS>>, PhilHealth <<PH_PHILHEALTH>>",
    "Employee <<FILIPINO>>, TIN <<PH_TIN>>, nakatira sa <<HOME_PH>>",
    "PH passport <<PH_PASSPORT>>, OEC exempted, flight sa Martes",
    "rider plate <<PLATE_PH>>, tawagan sa <<PHONE_PH>>",
    # Indonesia
    "NIK: <<ID_NIK>>, nama <<INDONESIAN>>, alamat <<HOME_ID>>",
    "NPWP <<ID_NPWP>> sudah dipadankan dengan NIK",
    "no kartu BPJS saya <<ID_BPJS>> kok tidak aktif ya?",
    "Paspor RI <<ID_PASSPORT>>, lahir <<BORN_IN>>",
    "Driver plat <<PLATE_ID>>, hubungi <<PHONE_ID>>",
    # Vietnam
    "CCCD số <<VN_CCCD>>, họ tên <<VIETNAMESE>>, sinh ngày <<BORN_DAY_FIRST>>",
    "Xuất hóa đơn theo MST <<VN_TAX>>, gửi về <<MAIL_VN>>",
    "Sổ BHXH <<VN_BHXH>> chưa chốt, hộ chiếu <<VN_PASSPORT>>",
    "Tài xế biển số <<PLATE_VN>>, gọi <<PHONE_VN>>",
    # China, Taiwan, Hong Kong
    "姓名：<<CHINESE>>，身份证号码：<<CN_RESIDENT_ID>>，手机：<<PHONE_CN>>",
    "开票抬头税号 <<CN_USCC>>，寄到 <<HOME_CN>>",
    "旅客<<CHINESE>>，护照<<CN_PASSPORT>>，出生日期<<BORN_ZH>>",
    "退款到工商银行卡 <<CN_BANK_CARD>>，户名<<CHINESE>>",
    "車主登記：<<TAIWANESE>>，身分證 <<TW_ID>>，健保卡號 <<TW_NHI>>",
    "發票請打統編 <<TW_UBN>>，寄送地址 <<HOME_TW>>",
    "HKID <<HK_ID>>, name <<CANTONESE>>, tel <<PHONE_HK>>",
    "回鄉證號碼 <<HK_HOME_RETURN>>，車牌 <<PLATE_HK>>",
    "网约车车牌<<PLATE_CN>>，司机电话<<PHONE_CN>>",
    "BR no. <<HK_BR>>, registered office <<HOME_HK>>",
    # Cards, accounts and coins
    "PAN <<CREDIT_CARD>> exp 09/29 declined: do_not_honor",
    'charge.source = {brand: "visa", number: "<<CREDIT_CARD>>"}',
    "withdraw 0.042 BTC -> <<CRYPTO_BTC>> (pending 1/6)",
    "send USDT to <<CRYPTO_TRON>>, network TRC20 only",
    "payout wallet: <<CRYPTO_ETH>>",
    "segwit deposit address <<CRYPTO_SEGWIT>> for <<AMERICAN>>",
    "SEPA credit to <<IBAN_CH>>, creditor <<GERMAN>>, <<HOME_CH>>",
    "Payee <<BRITISH>> IBAN <<IBAN_GB>> amount 1,204.00",
    # Devices and networks
    "dhcp: lease 3600s to <<MAC>> (host front-desk-2)",
    "handset IMEI <<IMEI>>, SIM <<ICCID>>, reported stolen by <<SOUTHAFRICAN>>",
    "sshd[812]: Failed password for invalid user test from <<IP>> port 50122 ssh2",
    '<<IP>> - - [11/Mar/2026:08:41:22 +0000] "GET /returns/label HTTP/1.1" 200 5120',
    "new sign-in from <<IPV>> for <<MAIL_WORK>>, browser Firefox",
    "x-forwarded-for: <<IP>>",
    "ip=<<IP>> mac=<<MAC>> vlan=40 action=permit",
    # Contacts and homes
    "BEGIN:VCARD\nFN:<<BRITISH>>\nTEL;TYPE=CELL:<<PHONE_IE>>\nEMAIL:<<MAIL_WORK>>\nEND:VCARD",
    "Consignee: <<NIGERIAN>>\nAddress: <<HOME_NG>>\nPhone: <<PHONE_NG>>",
    "expéditeur : <<FRENCH>> <<HOME_FR>> tél. <<PHONE_FR>>",
    "Abholung bei <<GERMAN>>, <<HOME_DE>>, Tel. <<PHONE_DE>>",
    "to=<<PHONE_BR>> body='Seu entregador chegou'",
    "Odběratel: <<CZECH>>, <<HOME_CZ>>, tel. <<PHONE_CZ>>, <<MAIL_CZ>>",
    "Adresat: <<POLISH>>, <<HOME_PL>>, tel. <<PHONE_PL>>",
    "id\tname\tphone\n9\t<<MEXICAN>>\t<<PHONE_MX>>\n10\t<<SPANISH>>\t<<PHONE_ES>>",
    "收件人：<<TAIWANESE>> 電話：<<PHONE_TW>>",
    # Days of birth
    "Date of birth: <<BORN_EN>>",
    "fecha de nacimiento <<BORN_ES>>",
    "Data de nascimento: <<BORN_PT>>",
    "Geburtsdatum <<BORN_DE>>",
    "data urodzenia: <<BORN_PL>>",
    "datum narození: <<BORN_CS>>",
    "né(e) le <<BORN_FR>> à <<TOWN_FR>>",
    "تاريخ الميلاد: <<BORN_AR>>",
    "Tanggal lahir: <<BORN_IN>>",
    "出生年月日：<<BORN_ZH>>",
    "生日 <<BORN_SLASHED>>",
    "birthdate=<<BORN_ISO>>&age_gate=passed",
    # Members
    "Member <<FILIPINO>>, date joined 2021, mobile <<PHONE_PH>>, plate <<PLATE_PH>>",
)
