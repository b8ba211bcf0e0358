"""The names that registries give their numbers, short or of a kind, each enough for a label.

Beside a name its number's form, where the name is a word or an abbreviation of something else too.
Forms are the issuers' own; check digits are not asked for beside a name that means one thing.
"""

from typing import Final

from spanveil.redaction.detection._registries_world import UNSURE_WORLD, WORLD


def _named(entity: str, names: str, form: str = "") -> dict[str, tuple[str, str]]:
    return dict.fromkeys(names.split(), (entity, form))


PLATE: Final = (
    r"[A-Z]{2}[0-9]{2} ?[A-Z]{3}|[A-Z]{2}[ -]?[0-9]{1,2}[ -]?[A-Z]{1,3}[ -]?[0-9]{4}"
    r"|[A-Z]{3}[- ]?[0-9]{3}[A-Z]{2}|[A-Z]{2}-[0-9]{3}-[A-Z]{2}|[A-Z]{1,3}-[A-Z]{1,2} ?[0-9]{1,4}"
    r"|[0-9]{2} (?!(?:JAN|FEB|MA[RY]|APR|JU[NL]|AUG|SEP|OCT|NOV|DEC) )[A-Z]{1,3} [0-9]{2,4}|[0-9][A-Z]{3}[0-9]{3}|[A-Z]{3}[- ]?[0-9]{4}|[A-Z]{3}[0-9][A-Z][0-9]{2}"
)
"""Of vehicles: Great Britain, India, Nigeria, France and Italy, Germany, Turkey, California and Texas, Brazil."""

REGISTRIES: Final[dict[str, tuple[str, str]]] = {
    **{name: (entity, form) for entity, names, form in WORLD for name in names.split()},
    # Persons' numbers: Bulgaria, Romania, Croatia, Serbia, Slovenia, Greece, Hungary, Ireland,
    # Iceland, Estonia, Belgium, Switzerland, Portugal, Ukraine, Russia, Kazakhstan
    **_named("NATIONAL_ID", "egn enc cnp oib jmbg mbg emso emšo amka afm ppsn kennitala kennitalan kennitölu isikukood niss nrn rijksregisternummer rijksregister ahv ahvn "
             "avsnummer ahvnummer rnokpp snils iin rodnecislo asmenskodas personaskods personkood personcode"),
    **_named("NATIONAL_ID", "avs", r"756\.?\d{4}\.?\d{4}\.?\d{2}"),
    **_named("NATIONAL_ID", "utr", r"\d{5} ?\d{5}K?"),
    **_named("NATIONAL_ID", "ine", r"[A-Z]{6}\d{8}[HM]\d{3}|\d{12,13}|\d{10}[A-Z]|\d{9}[A-Z]{2}"),
    **_named("NATIONAL_ID", "pps", r"\d{7}[A-W][A-IWTX]?"),
    **_named("NATIONAL_ID", "taj", r"\d{3}[ -]?\d{3}[ -]?\d{3}"),
    **_named("NATIONAL_ID", "adoazonosito adoazonosíto adóazonosító taxid npwp ird pan_no nipc vkn siret"),
    **_named("NATIONAL_ID", "inn", r"\d{10}|\d{12}|[12]\d{13}"),
    # The Americas
    **_named("NATIONAL_ID", "cuil cuit dui curp nss ruc rtn nuip pasep ohip phn sevis edipi ktn dodid cedula cédula"),
    **_named("NATIONAL_ID", "nit", r"\d{3}\.?\d{5}\.?\d{2}-\d|\d{4}-?\d{6}-?\d{3}-?\d|\d{1,3}(?:\.\d{3}){2}-?\d|\d{5,10}-?[\dK]"),
    **_named("NATIONAL_ID", "dni", r"\d{8}(?:-?[\dA-Z])?|\d{1,2}\.\d{3}\.\d{3}|\d{4}-?\d{4}-?\d{5}"),
    **_named("NATIONAL_ID", "dpi cui", r"\d{4} ?\d{5} ?\d{4}|\d{8}-?\d|(?:RO ?)?\d{6,10}"),
    **_named("NATIONAL_ID", "pis nis nit_br", r"\d{3}\.?\d{5}\.?\d{2}-?\d"),
    **_named("NATIONAL_ID", "naf", r"\d{2}[/ ]?\d{7,8}[/ ]?\d{2}"),
    **_named("NATIONAL_ID", "ci", r"\d{1,2}\.\d{3}\.\d{3}(?:-\d)?|[A-Z]{2} ?\d{6}|\d{7}-\d|[0-3]\d{8}-\d"),
    **_named("NATIONAL_ID", "cc", r"\d{8} ?\d ?[A-Z]{2}\d|\d{1,3}\.\d{3}\.\d{3}(?:\.\d{3})?"),
    **_named("NATIONAL_ID", "uci", r"\d{2}-?\d{4}-?\d{4}|\d{4}-?\d{4}"),
    **_named("NATIONAL_ID", "nif nipc nie", r"[A-Z]?-?\d(?:[ .]?\d){7,19}(?:-?[A-Z])?"),
    # One name for numbers of many countries
    **_named("NATIONAL_ID", "tin", r"[A-Z]{0,3}-?\d(?:[ .-]?\d){7,13}-?[A-Z\d]?"),
    **_named("NATIONAL_ID", "ssn", r"\d(?:[ .-]?\d){8,14}"),
    **_named("NATIONAL_ID", "pin", r"[AP]\d{9}[A-Z]|\d-?\d{4}-?\d{5}-?\d{2}-?\d"),
    **_named("NATIONAL_ID", "ni", r"[A-Z]{2} ?(?:\d{2} ?){3}[A-D]|\d{11}"),
    **_named("NATIONAL_ID", "ic", r"\d{6}-\d{2}-\d{4}|\d{12}|\d{2}-\d{6}|[STFGM]\d{7}[A-Z]"),
    **_named("NATIONAL_ID", "vid", r"[1-9]\d{3} \d{4} \d{4} \d{4}"),
    **_named("PERSONAL_ID", "bn", r"\d{9}(?: ?[A-Z]{2} ?\d{4})?"),
    **_named("PERSONAL_ID", "mf", r"\d{7}/?[A-Z](?:/?[A-Z]/?[A-Z]/?\d{3})?"),
    **_named("PERSONAL_ID", "eori", r"[A-Z]{2} ?[0-9A-Z]{8,15}"),
    **_named("PERSONAL_ID", "duns", r"\d{2}-?\d{3}-?\d{4}"),
    # Asia, Oceania, Africa
    **_named("NATIONAL_ID", "cnic nicop iqama npwp mykad cccd cmnd hkid abha esic bvn kra cnie epf uan philhealth pagibig cni dod cprid"),
    **_named("NATIONAL_ID", "nik ktp", r"\d{16}"),
    **_named("NATIONAL_ID", "nid nin", r"\d{10,18}|[A-T]\d{8}[A-W]|C[MF]\d{2}[0-9A-Z]{10}|[A-Z]\d{12}[0-9A-Z]"),
    **_named("NATIONAL_ID", "nic", r"\d{9}[VX]|\d{12}|[A-Z]\d{12}[0-9A-Z]"),
    **_named("NATIONAL_ID", "cin", r"[A-Z]{1,2}\d{5,6}|\d{8}"),
    **_named("NATIONAL_ID", "crn", r"\d{3}[ -]?\d{3}[ -]?\d{3}[A-Z]"),
    **_named("NATIONAL_ID", "eid", r"784-?\d{4}-?\d{7}-?\d"),
    **_named("NATIONAL_ID", "jumin", r"\d{6}-?[1-8]\d{6}"),
    **_named("NATIONAL_ID", "kojin", r"\d{4}[ -]?\d{4}[ -]?\d{4}"),
    **_named("NATIONAL_ID", "tw", r"[A-Z][1289]\d{8}"),
    **_named("NATIONAL_ID", "sa", r"\d{6} ?\d{4} ?\d{3}"),
    **_named("NATIONAL_ID", "uid", r"[2-9]\d{3}[ -]?\d{4}[ -]?\d{4}|(?:AT ?)?U ?\d{8}"),
    # Scandinavia and Austria
    **_named("NATIONAL_ID", "pnr", r"(?:19|20)?\d{6}[-+]\d{4}"),
    **_named("NATIONAL_ID", "svnr", r"\d{4}[ -]?\d{6}|\d{2} ?\d{6} ?[A-Z] ?\d{3}"),
    # Traders who are persons
    **_named("NATIONAL_ID", "biz", r"\d{3}-\d{2}-\d{5}"),
    **_named("NATIONAL_ID", "acn", r"\d{3} ?\d{3} ?\d{3}"),
    **_named("NATIONAL_ID", "gstin", r"\d{2}[A-Z]{5}\d{4}[A-Z][1-9A-Z]Z[\dA-Z]"),
    **_named("NATIONAL_ID", "hr", r"HR[AB] ?\d{3,6}(?: ?[A-Z]{1,2})?"),
    # Passports
    **_named("US_PASSPORT", "pp yeogwon yeokwon", r"[A-Z]\d{3}[A-Z\d]\d{4}|[A-Z]\d{7,8}"),
    # Immigration
    **_named("NATIONAL_ID", "brp anumber uscis", r"[A-Z]{1,3}[- ]?\d{7,10}|[A-Z]-\d{3}-\d{3}-\d{3}"),
    **_named("US_DRIVER_LICENSE", "dl cdl", r"[A-Z]{1,2}\d{2} ?(?:19|20)\d{8,9}|[A-Z]{0,2}\d{6,12}|[A-Z]\d{3,4}(?:-\d{3,5}){2,3}"),
    # Health
    **_named("UK_NHS", "nhi", r"[A-Z]{3}\d{4}|[A-Z]{3}\d{2}[A-Z]{2}"),
    **_named("NATIONAL_ID", "ihi", r"8003 ?60\d{2} ?\d{4} ?\d{4}"),
    **_named("UK_NHS", "chi", r"\d{10}"),
    **_named("NATIONAL_ID", "cns", r"[1-9]\d{2} ?\d{4} ?\d{4} ?\d{4}"),
    **_named("NATIONAL_ID", "cip", r"[A-Z]{4} ?\d{10}|[A-Z]{4}\d{12}"),
    **_named("US_HEALTH_INSURANCE_MEMBER_ID", "medicaid ehic kvnr dva"),
    **_named("MEDICAL_LICENSE", "rpps adeli gmc pwz ahpra"),
    **_named("MEDICAL_LICENSE", "hpcsa", r"[A-Z]{2,4} ?\d{6,7}"),
    **_named("MEDICAL_LICENSE", "nmc", r"\d{2}[A-Z]\d{4}[A-Z]"),
    **_named("MEDICAL_LICENSE", "big", r"[1-9]\d{10}"),
    **_named("MEDICAL_LICENSE", "rn lpn", r"(?:RN|LPN)?\d{5,8}"),
    # Money
    **_named("US_BANK_NUMBER", "clabe cbu cvu bban nuban fpan"),
    **_named("US_BANK_NUMBER", "rib", r"\d{5} ?\d{5} ?[\dA-Z]{11} ?\d{2}|\d{23,24}"),
    **_named("US_BANK_NUMBER", "blz", r"\d{3} ?\d{3} ?\d{2}|\d{3} ?\d{2} ?\d{3}"),
    # Devices and vehicles
    **_named("PERSONAL_ID", "imei imeisv imsi iccid meid tac_imei", r"[\dA-F]{14,20}|\d{2}[ -]?\d{6}[ -]?\d{6}[ -]?\d{1,2}"),
    **_named("UK_VEHICLE_REGISTRATION", "plate plates plaka plakası numberplate", PLATE),
    **_named("UK_VEHICLE_REGISTRATION", "rc", r"[A-Z]{2}[ -]?\d{1,2}[ -]?[A-Z]{1,3}[ -]?\d{4}|\d{6}/\d{3,4}"),
    **_named("UK_VEHICLE_REGISTRATION", "vin", r"[A-HJ-NPR-Z0-9]{17}|[0-9A-F]{4}(?: ?[0-9A-F]{4}){4}"),
    # Others
    **_named("US_HEALTH_INSURANCE_MEMBER_ID", "vers.-nr vers-nr vers.nr kv-nr"),
    **_named("PERSONAL_ID", "kd.-nr kd-nr kd.nr pers.-nr pers-nr persnr pers.nr mitgl.-nr mitgl-nr mgl.-nr mgl-nr matr.-nr matr-nr matrnr"),
    **_named("PERSONAL_ID", "orcid", r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]"),
    **_named("PERSONAL_ID", "mpan mprn", r"\d{13}|\d{10,11}"),
    **_named("PERSONAL_ID", "eticket etkt", r"\d{3}[ -]?\d{10}"),
}  # fmt: skip
"""By name, the entity and the form of its numbers; ``""`` for whatever looks like an identifier."""

UNSURE: Final = frozenset(
    {"big", "dl", "cdl", "rn", "lpn", "pis", "nis", "cin", "cip", "ci", "cc", "inn", "nit"}
    | {
        "bn",
        "mf",
        "ni",
        "pin",
        "vid",
        "sa",
        "tw",
        "uid",
        "pnr",
        "biz",
        "rc",
        "pp",
        "hr",
        "plate",
        "plates",
    }
    | UNSURE_WORLD
)
"""Names that are words of something else as well: only with a head or a sign behind them."""

TERSE: Final = frozenset({"hr", "pin", "pp", "rc", "sa", "tw"})
"""Names so short that the scanner looks for the head behind them too: `hrNummer`, `SA ID no.`"""

FOREIGN: Final = {
    # Russian, Ukrainian, Bulgarian, Serbian
    "NATIONAL_ID": "ЕГН ЛНЧ ДДС граждански|номер налогоплательщика плательщика платника|податків ОГРН ЄДРПОУ даночен|број Даночен|Број порески|број Порески|број матични|број ЕМБГ ЕДБ УНП ЖСН ЖШШИР ЖШШИРИ ПИНФЛ ОГРНИП УНЗР регистрийн|дугаар ИНН СНИЛС ИИН РНОКПП ІПН ЈМБГ идентификационен паспорт полис удостоверени посвідчен идентификационный ідентифікаційний "
    "шофьорска|книжка свидетелство|за|управление страховой|номер полис|омс страховий|номер лични|карти возачка|дозвола возачке|дозволе "
    "водительск водійськ військовий|квиток военный|билет военная|книжка лична|карта личен|номер "
    # Greek
    "ΑΜΚΑ ΑΦΜ ΑΔΤ ΦΠΑ Φ.Π.Α μητρώου Μητρώου ταυτότητ διαβατήρι διαβατηρί δίπλωμα|οδήγησης άδεια|οδήγησης άδειας|οδήγησης διπλώματος|οδήγησης Α.Μ.Κ.Α Α.Φ.Μ Α.Δ.Τ φορολογικού "
    # Hebrew, Arabic, Persian
    "תעודת|זהות מספר|חברה ח.פ ת.ז ת\"ז ת״ז ת''ז التعريف|الموحد السجل|التجاري מספר|זהות דרכון רישיון הهوية الهوية الإقامة إقامت الرقم|القومي الرقم|الوطني جواز رخصة کد|ملی کدملی گذرنامه "
    "شماره|ملی کدملّی شناسنامه تذکره گواهینامه شناختی|کارڈ پاسپورٹ بطاقة|الهوية البطاقة|المدنية الرقم|المدني الرقم|الشخصي الرقم|الضريبي "
    # with an ending that says whose
    "هويتي هويته هويتها هويتك هويتكم إقامتي إقامته إقامتها اقامتي جوازي جوازه جوازها رخصتي رخصته رخصتها بطاقتي בתעודת|זהות תעודתי זהותי דרכוני "
    # Georgian, Armenian, Amharic
    "პირადი|ნომერი პირადობის პასპორტ მართვის|მოწმობ ՀԾՀ ՀՎՀՀ անձնագիր անձնագրի መታወቂያ ፓስፖርት "
    # Of the other scripts of India, of Sri Lanka and Nepal
    "ஆதார் அடையாள|அட்டை கடவுச்சீட்டு ఆధార్ ಆಧಾರ್ ആധാർ આધાર ਆਧਾਰ আধার හැඳුනුම්පත नागरिकता राहदानी मतदाता|पहचान ड्राइविंग|लाइसेंस "
    # Khmer, Lao, Burmese
    "អត្តសញ្ញាណប័ណ្ណ លិខិតឆ្លងដែន ບັດປະຈຳຕົວ မှတ်ပုံတင် "
    # Hindi, Bengali, Thai
    "บัตรประชาชน ผู้เสียภาษี รหัสปชช ทะเบียนนิติบุคคล เลขประจำตัว आधार पासपोर्ट पहचान|पत्र জাতীয়|পরিচয় পरिचय পাসপোর্ট หนังสือเดินทาง ใบขับขี่ ประกันสังคม "
    # Chinese, Japanese, Korean
    "居民身份 居留证 居留證 身份号码 公民身份 社会信用代码 信用代码 纳税人 法人番号 统一编号 統一編號 統一證號 统一证号 稅號 税号 健保卡 回乡证 台胞证 身份证 身份證 身分證 證件號 证件号 护照 護照 驾驶证 驾照 社保 医保 病历号 病歷號 工号 学号 学籍 會員 会员号 银行账号 银行卡 "
    "帳號 保单 マイナンバー 個人番号 旅券 パスポート番号 運転免許 免許証 年金番号 保険証 被保険者 口座番号 会員番号 社員番号 "
    "患者番号 保険者番号 記号・番号 住民票コード 普通預金 顧客番号 従業員番号 学籍番号 学生番号 診察券 在留カード 여권 등록번호 외국인번호 주민|번호 주민번호 사업자 계좌 회원번호 사번 학번 환자 보험 면허",
    "US_BANK_NUMBER": "расчетный|счет расчётный|счёт лицевой|счет лицевой|счёт корреспондентский|счет корреспондентский|счёт счет|№ счёт номер|счета номер|счёта рахунок λογαριασμ חשבון|בנק رقم|الحساب",
    "PERSONAL_ID": "табельный номер|клиента номер|карты номер|договора номер|пациента номер|телефона|imei רכב|מספר",
}
"""Labels in scripts of which the scanner sees nothing; a bar is whatever white space there is."""
