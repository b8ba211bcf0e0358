"""The names of registries country by country, beside those that most texts are of.

Of a country that is not here the words of its language say enough (`national identity number`), or
another country's registry has the same name. A name that is a word or an abbreviation of something
else has its number's form beside it. The forms tell such a name from others and are as wide as the
numbers that are known; they are no proof that a number was issued, and hold no check digits.
"""

from typing import Final

_VAT: Final = (
    r"(?!\d{1,3}(?: \d{3}){2,3}(?! ?\d))(?:[A-Z]{2,3}[ .-]?[A-Z]?\d{7,13}|[A-Z]?\d{8,13}|[A-Z]{2,3}[ .-]?[A-Z]?\d(?:[ .-]?\d){6,11}"
    r"|\d{2,4}(?:[.-]\d{2,4}){2,3}|\d{3,4} \d{3,4} \d{2,4}(?: \d{2,3})?)"
    r"(?:[A-Z]{1,2}|[ .-]?(?-i:[A-Z]{1,3})(?:[ .-]?\d{2,3})?)?(?![.,]\d| ?(?:EUR|USD|GBP|CHF|[\u20ac$%]))"
)
"""Numbers of traders under the tax on value added: no amount of it has as many digits at a stretch."""

WORLD: Final[tuple[tuple[str, str, str], ...]] = (
    # The tax on value added, in the languages of Europe
    ("PERSONAL_ID", "vat tva iva mwst ust nwst btw mva moms alv pvm pvn kmkr dph ddv fpa vatin", _VAT),
    ("PERSONAL_ID", "mehrwertsteuernummer umsatzsteuernummer ustid ustidnr momsnummer", _VAT),
    ("PERSONAL_ID", "mvanummer alvnumero btwnummer", _VAT),
    # Europe
    ("PERSONAL_ID", "nipt nuis", r"[A-Z]\d{8}[A-Z]"),  # Albania
    ("PERSONAL_ID", "nrt", r"[A-Z]-?\d{6}-?[A-Z]"),  # Andorra
    ("PERSONAL_ID", "hvhh", r"\d{8}"),  # Armenia
    ("PERSONAL_ID", "voen vöen", r"\d{10}"),  # Azerbaijan
    ("PERSONAL_ID", "zmr", r"\d{12}"),  # Austria
    ("PERSONAL_ID", "fn", r"(?:FN ?)?\d{5,6} ?[A-Z]"),
    ("NATIONAL_ID", "vnr vsnr sv-nummer svnummer", r"\d{4}[ -]?\d{6}|\d{2} ?\d{6} ?[A-Z] ?\d{3}"),  # and Germany
    ("PERSONAL_ID", "unp", r"[A-Z\d]{2}\d{7}"),  # Belarus
    ("NATIONAL_ID", "insz bis nn", r"\d{2}[.-]?\d{2}[.-]?\d{2}[ -]?\d{3}[ .-]?\d{2}"),  # Belgium
    ("PERSONAL_ID", "kbo", r"[01]\d{3}\.?\d{3}\.?\d{3}"),
    ("PERSONAL_ID", "lnch pnf", r"\d{10}"),  # Bulgaria: foreigners, traders
    ("PERSONAL_ID", "bulstat eik", r"\d{9}(?:\d{4})?"),
    ("PERSONAL_ID", "mbo", r"\d{9}"),  # Croatia: health
    ("PERSONAL_ID", "ičo", r"\d{8}"),
    ("NATIONAL_ID", "op", r"[A-Z]{2} ?\d{6}|\d{9}"),  # the card of an identity
    ("PERSONAL_ID", "dic dič", r"(?:(?:CZ|SK) ?)?\d{8,10}"),  # Czechia and Slovakia
    ("PERSONAL_ID", "cvr", r"\d{2} ?\d{2} ?\d{2} ?\d{2}"),  # Denmark
    ("PERSONAL_ID", "v-number", r"\d{6}"),
    ("PERSONAL_ID", "ptal", r"\d{6}-?\d{3}"),  # Faroe Islands
    ("PERSONAL_ID", "veronumero", r"\d{12}"),  # Finland
    ("NATIONAL_ID", "satu", r"\d{8,9}[0-9A-Y]"),
    ("US_HEALTH_INSURANCE_MEMBER_ID", "ehic ceam gekv", r"\d{20}|\d{9,16}[A-Z]?"),  # the card of the Union
    ("PERSONAL_ID", "ytunnus y-tunnus", r"\d{7}-?\d"),
    ("PERSONAL_ID", "siren", r"\d{3} ?\d{3} ?\d{3}"),  # France
    ("PERSONAL_ID", "agdref", r"\d{10}"),
    ("PERSONAL_ID", "rcs", r"(?:RCS )?(?:[AB] ?)?\d{3} ?\d{3} ?\d{3}"),
    ("NATIONAL_ID", "spi", r"\d{2} ?\d{2} ?\d{3} ?\d{3} ?\d{3}"),
    ("NATIONAL_ID", "nir", r"[12] ?\d{2} ?\d{2} ?\d[\dAB] ?\d{3} ?\d{3}(?: ?\d{2})?"),
    ("NATIONAL_ID", "cni", r"\d{12}|[A-Z\d]{9}|\d[ -]?\d{3}[ -]?\d{4}[ -]?\d{5}"),
    ("US_HEALTH_INSURANCE_MEMBER_ID", "vitale", r"[12] ?\d{2} ?\d{2} ?\d[\dAB] ?\d{3} ?\d{3}(?: ?\d{2})?|80(?: ?\d){17,19}"),
    ("PERSONAL_ID", "idnr steueridnr", r"\d{2} ?\d{3} ?\d{3} ?\d{3}"),  # Germany
    ("NATIONAL_ID", "rvnr rv", r"\d{2} ?\d{6} ?[A-Z] ?\d{3}"),
    ("PERSONAL_ID", "azr", r"\d{12}"),
    ("PERSONAL_ID", "schufa", r"\d{6,12}"),
    ("NATIONAL_ID", "sv", r"\d{2} ?\d{6} ?[A-Z] ?\d{3}|\d{4}[ -]\d{6}"),
    ("US_HEALTH_INSURANCE_MEMBER_ID", "egk", r"[A-Z] ?\d{9}"),
    ("US_BANK_NUMBER", "kto ktonr", r"\d{5,10}|\d{2,4}(?: \d{2,4}){1,4}"),
    ("US_BANK_NUMBER", "bankleitzahl bankleitzahlen", r"\d{3} ?\d{3} ?\d{2}|\d{3} ?\d{2} ?\d{3}"),
    ("PERSONAL_ID", "hrb", r"\d{3,6}(?: ?[A-Z]{1,2})?"),
    ("MEDICAL_LICENSE", "lanr", r"\d{9}"),
    ("PERSONAL_ID", "adoszam adószám anum", r"(?:HU[ -]?)?\d{8}(?:-?\d-?\d{2})?"),  # Hungary
    ("NATIONAL_ID", "szig szigszam", r"\d{6} ?[A-Z]{2}"),
    ("PERSONAL_ID", "pod", r"IT\d{3}E\d{8}"),
    ("PERSONAL_ID", "pdr pdl", r"\d{14}"),  # and France
    ("PERSONAL_ID", "rea", r"[A-Z]{2}[ -]?\d{5,7}"),
    ("PERSONAL_ID", "piva", r"(?:IT)?\d{11}"),  # Italy
    ("PERSONAL_ID", "peid", r"\d{4,12}"),  # Liechtenstein
    ("PERSONAL_ID", "sodra", r"[A-Z]{2} ?\d{7}"),  # Lithuania: pension
    ("US_PASSPORT", "paso pase pases", r"(?:[A-Z]{2} ?)?\d{7,8}"),  # Latvia, Lithuania
    ("PERSONAL_ID", "embg edb", r"\d{13}"),  # North Macedonia
    ("PERSONAL_ID", "idnp idno", r"\d{13}"),  # Moldova
    ("PERSONAL_ID", "cpas", r"[A-Z]{0,2}\d{7,13}"),
    ("PERSONAL_ID", "onderwijsnummer", r"\d{9}"),  # Netherlands
    ("PERSONAL_ID", "kvk", r"\d{8}"),
    ("PERSONAL_ID", "rsin", r"\d{9}"),
    ("PERSONAL_ID", "fiscaal", r"(?:NL ?)?\d{9}(?: ?B\d{2})?"),
    ("PERSONAL_ID", "btwid", r"NL\d{9}B\d{2}"),
    ("MEDICAL_LICENSE", "agb", r"\d{8}"),
    ("MEDICAL_LICENSE", "hpr", r"\d{7,9}"),  # Norway
    ("PERSONAL_ID", "orgnr", r"\d{3} ?\d{3} ?\d{3}|\d{6}-?\d{4}"),  # Norway and Sweden
    ("NATIONAL_ID", "d-nummer", r"[4-7]\d{5} ?\d{5}"),  # Norway
    ("NATIONAL_ID", "duf-nummer", r"(?:19|20)\d{10}"),
    ("PERSONAL_ID", "kt", r"\d{6}-?\d{4}"),  # Iceland
    ("NATIONAL_ID", "fnr", r"\d{6} ?\d{5}"),  # Norway
    ("PERSONAL_ID", "vsk", r"(?:IS ?)?\d{5,6}"),
    ("NATIONAL_ID", "nip", r"(?:PL ?)?\d{3}-?\d{2,3}-?\d{2}-?\d{2,3}"),
    ("PERSONAL_ID", "regon", r"\d{9}(?:\d{5})?"),  # Poland
    ("PERSONAL_ID", "cif", r"[A-W]-?\d{7}-?[\dA-J]|(?:RO ?)?\d{6,10}"),  # Romania, Spain
    ("PERSONAL_ID", "onrc", r"[JFC]\d{1,2}/\d{1,7}/(?:19|20)\d{2}|[JFC](?:19|20)\d{11}"),
    ("PERSONAL_ID", "ogrn ogrnip psrn", r"\d{13}|\d{15}"),  # Russia
    ("PERSONAL_ID", "pib", r"\d{8,9}"),  # Serbia, Montenegro
    ("US_BANK_NUMBER", "ccc", r"\d{4}[ -]?\d{4}[ -]?\d{2}[ -]?\d{5} ?\d{5}"),  # Spain
    ("PERSONAL_ID", "cups", r"ES ?\d{4}(?: ?\d{4}){3} ?[A-Z]{2}(?: ?\d[A-Z])?"),
    ("PERSONAL_ID", "lbo", r"\d{11}"),  # Serbia: health
    ("PERSONAL_ID", "zzzs", r"\d{9}"),  # Slovenia: health
    ("NATIONAL_ID", "nuss", r"\d{2}[/ ]?\d{8}[/ ]?\d{2}"),  # Spain
    ("NATIONAL_ID", "samordningsnummer", r"(?:19|20)?\d{6}[-+]?\d{4}"),  # Sweden
    ("PERSONAL_ID", "zemis", r"\d{8}[.-]?\d"),  # Switzerland
    ("MEDICAL_LICENSE", "zsr", r"[A-Z] ?\d{4}[. ]?\d{2}"),
    ("NATIONAL_ID", "ykn", r"99\d{9}"),  # Turkey: foreigners
    ("PERSONAL_ID", "edrpou", r"\d{8}"),
    ("NATIONAL_ID", "rntrc ipn", r"\d{10}"),  # Ukraine
    ("NATIONAL_ID", "unzr", r"(?:19|20)\d{6}-?\d{5}"),
    ("PERSONAL_ID", "upn", r"[A-Z]\d{11}[0-9A-Z]"),  # Great Britain: pupils, learners
    ("PERSONAL_ID", "uln husid ucas", r"\d{3}-?\d{3}-?\d{4}|\d{13}"),
    ("NATIONAL_ID", "psp", r"\d{7}[A-W][A-IW]?"),  # Ireland
    ("PERSONAL_ID", "hcn carecard", r"\d{3} ?\d{3} ?\d{4}"),
    ("MEDICAL_LICENSE", "gphc", r"\d{7}"),
    ("MEDICAL_LICENSE", "hcpc", r"[A-Z]{2}\d{5,6}"),
    # Asia
    ("PERSONAL_ID", "tazkira tazkera", r"\d{4}-?\d{4}-?\d{5}|\d{5,9}"),  # Afghanistan
    ("PERSONAL_ID", "etin", r"\d{12}"),  # Bangladesh
    ("NATIONAL_ID", "ric", r"\d{17}[\dX]"),
    ("PERSONAL_ID", "uscc", r"[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}"),  # China
    ("NATIONAL_ID", "sfzh sfz shenfenzheng", r"\d{17}[\dX]"),
    ("US_PASSPORT", "huzhao", r"[A-Z]{1,2}\d{7,8}"),
    ("PERSONAL_ID", "bir", r"[157]/?\d{6}/\d|[157]\d{6}\(\d\)"),  # Macau
    ("PERSONAL_ID", "pran apaar", r"\d{4} ?\d{4} ?\d{4}"),  # India: pension, students
    ("PERSONAL_ID", "ckyc", r"\d{14}"),
    ("PERSONAL_ID", "samagra", r"\d{8,9}"),
    ("PERSONAL_ID", "fir", r"\d{1,5}/(?:19|20)?\d{2}"),
    ("UK_VEHICLE_REGISTRATION", "fastag", r"[A-Z\d]{10,24}"),
    ("PERSONAL_ID", "epic", r"[A-Z]{3}/?\d{7}"),
    ("PERSONAL_ID", "nuptk", r"\d{16}"),  # Indonesia: teachers
    ("NATIONAL_ID", "kk", r"\d{16}"),
    ("PERSONAL_ID", "nisn nidn", r"\d{10}"),
    ("US_HEALTH_INSURANCE_MEMBER_ID", "bpjs", r"\d{11}|\d{13}"),
    ("PERSONAL_ID", "kitas kitap", r"[A-Z\d]{2}[A-Z\d]{2}\d{5,8}-?[A-Z\d]?"),
    ("PERSONAL_ID", "melli codemelli kodemelli kodmeli codemeli", r"\d{3}-?\d{6}-?\d"),  # Iran
    ("PERSONAL_ID", "shenasname shenasnameh", r"\d{1,10}"),
    ("PERSONAL_ID", "zairyu", r"[A-Z]{2}\d{8}[A-Z]{2}"),  # Japan
    ("PERSONAL_ID", "nenkin", r"\d{4}-?\d{6}"),
    ("NATIONAL_ID", "juminhyo juminhyou", r"\d{11}"),
    ("US_HEALTH_INSURANCE_MEMBER_ID", "hihokensha hokensha hokenshabango", r"\d{6,8}"),
    ("US_BANK_NUMBER", "koza kouza gyejwa", r"\d{7}|\d{3}-\d{4,7}|\d{2,6}(?:-\d{2,6}){1,3}"),
    ("PERSONAL_ID", "menkyo", r"\d{12}"),
    ("NATIONAL_ID", "jsn zhsn", r"\d{12}"),  # Kazakhstan
    ("NATIONAL_ID", "rrn", r"\d{6}-?\d{7}|\d{2}\.?\d{2}\.?\d{2}-?\d{3}[.-]?\d{2}"),  # Korea, Belgium
    ("PERSONAL_ID", "brn", r"\d{3}-\d{2}-\d{5}|(?:19|20)\d{15}"),  # Korea, births of Bangladesh
    ("NATIONAL_ID", "arn", r"\d{6}-?[5-8]\d{6}|A-?\d{7,9}"),
    ("PERSONAL_ID", "paci", r"[123]\d{11}"),  # Kuwait
    ("PERSONAL_ID", "mykas mypr", r"\d{6}-?\d{2}-?\d{4}"),  # Malaysia
    ("PERSONAL_ID", "kwsp perkeso socso", r"\d{6}-?\d{2}-?\d{4}|\d{8}"),
    ("NATIONAL_ID", "kp", r"\d{6}-?\d{2}-?\d{4}"),
    ("NATIONAL_ID", "nric", r"[STFGM]\d{7}[A-Z]|\d{6}-?\d{2}-?\d{4}"),
    ("PERSONAL_ID", "nrc", r"\d{6}/\d{2}/\d|\d{1,2}/[A-Z]{3,9} ?\([A-Z]{1,7}\) ?\d{6}"),  # Zambia, Myanmar
    ("PERSONAL_ID", "nagarikta", r"\d{2}-?\d{2}-?\d{2}-?\d{5}"),  # Nepal
    ("PERSONAL_ID", "pag-ibig", r"\d{4}-?\d{4}-?\d{4}"),  # Philippines
    ("NATIONAL_ID", "snic", r"\d{5}-?\d{7}-?\d"),  # Pakistan
    ("PERSONAL_ID", "ntn", r"\d{7}-\d"),
    ("PERSONAL_ID", "eobi", r"\d{4}[A-Z]\d{6}"),
    ("PERSONAL_ID", "gsis", r"\d{11}"),  # Philippines
    ("PERSONAL_ID", "philsys", r"\d{4}-?\d{4}-?\d{4}(?:-?\d{4})?"),
    ("PERSONAL_ID", "psn pcn umid", r"\d{4}-\d{4}-\d{4}(?:-\d{4})?|\d{4}-\d{7}-\d|\d{10}|\d{12}|\d{16}"),
    ("PERSONAL_ID", "lrn", r"\d{12}"),
    ("PERSONAL_ID", "prc", r"\d{7}"),
    ("US_DRIVER_LICENSE", "lto", r"[A-Z]\d{2}-?\d{2}-?\d{6}"),
    ("PERSONAL_ID", "qid", r"[23]\d{10}"),  # Qatar
    ("PERSONAL_ID", "fin", r"[FGM]\d{7}[A-Z]|(?-i:(?=[A-Z]{0,6}\d)(?=\d{0,6}[A-Z])[\dA-HJ-NP-Z]{7})|\d{4}[ -]\d{4}[ -]\d{4}"),  # Singapore, Ethiopia
    ("PERSONAL_ID", "uen", r"\d{8,9}[A-Z]|[TSR]\d{2}[A-Z]{2}\d{4}[A-Z]"),
    ("PERSONAL_ID", "arc ui", r"[A-Z][A-D89]\d{8}"),  # Taiwan: foreigners
    ("PERSONAL_ID", "ubn", r"\d{8}"),
    ("PERSONAL_ID", "pinfl jshshir", r"\d{14}"),  # Uzbekistan
    ("PERSONAL_ID", "stir", r"[4-6]\d{8}"),
    ("PERSONAL_ID", "mst", r"\d{10}-?\d{3}|[02-9]\d{9}"),  # Vietnam
    ("PERSONAL_ID", "bhxh", r"\d{10}"),
    ("US_HEALTH_INSURANCE_MEMBER_ID", "bhyt", r"[A-Z]{2} ?\d ?\d{2} ?\d{10}|\d{10}"),
    ("US_DRIVER_LICENSE", "gplx", r"\d{12}"),
    # Africa
    ("PERSONAL_ID", "bi", r"\d{9}[A-Z]{2}\d{3}|\d{12}[A-Z]|\d{8}(?: ?\d ?[A-Z]{2}\d)?"),  # Angola, Mozambique
    ("PERSONAL_ID", "ifu", r"\d{13}|\d{8}[A-Z]"),  # Benin, Burkina Faso
    ("PERSONAL_ID", "cnib", r"B\d{7,8}"),
    ("PERSONAL_ID", "nifp", r"\d{3}-?\d{3}-?\d{3}"),  # Guinea
    ("PERSONAL_ID", "omang", r"\d{4}[12]\d{4}"),  # Botswana
    ("PERSONAL_ID", "niu", r"[MP]\d{12}[A-Z]"),  # Cameroon
    ("PERSONAL_ID", "nni", r"\d{10,11}"),  # Côte d'Ivoire, Mauritania
    ("PERSONAL_ID", "raqam qawmi", r"[23]\d{13}"),  # Egypt
    ("PERSONAL_ID", "fayda", r"\d{4}[ -]?\d{4}[ -]?\d{4}(?:[ -]?\d{4})?"),  # Ethiopia
    ("PERSONAL_ID", "cnamgs", r"\d{3}-?\d{3}-?\d{3}-?\d"),  # Gabon
    ("PERSONAL_ID", "ghanacard", r"[A-Z]{3}-?\d{9}-?\d"),  # Ghana
    ("PERSONAL_ID", "ssnit", r"[A-Z]\d{12}"),
    ("MEDICAL_LICENSE", "cmp", r"\d{5,6}"),  # Peru
    ("US_HEALTH_INSURANCE_MEMBER_ID", "nhis", r"\d{8}"),
    ("US_HEALTH_INSURANCE_MEMBER_ID", "nhif", r"\d{6,9}"),  # Kenya
    ("PERSONAL_ID", "nssf", r"\d{8,13}X?"),  # Kenya, Uganda, Tanzania
    ("PERSONAL_ID", "maisha", r"\d{8,14}"),
    ("PERSONAL_ID", "ice", r"\d{15}"),  # Morocco
    ("PERSONAL_ID", "cnss", r"\d{8}-?\d{1,2}|\d{9}"),  # Morocco, Tunisia
    ("PERSONAL_ID", "massar cne", r"[A-Z]\d{9}|\d{10}"),
    ("PERSONAL_ID", "nuit", r"\d{9}"),  # Mozambique
    ("PERSONAL_ID", "jamb nysc", r"\d{8,12}[A-Z]{2}|NYSC/[A-Z]{3}/\d{4}/\d{6}"),  # Nigeria
    ("PERSONAL_ID", "pvc", r"[0-9A-F]{4}(?: ?[0-9A-F]{4}){4}|[0-9A-F]{19}"),
    ("PERSONAL_ID", "indangamuntu irangamuntu", r"[123] ?\d{4} ?[78] ?\d{7} ?\d ?\d{2}"),  # Rwanda
    ("PERSONAL_ID", "ninea", r"\d{7} ?\d{0,2}(?: ?\d[A-Z]\d)?"),  # Senegal
    ("PERSONAL_ID", "nida", r"(?:19|20)\d{6}-?\d{5}-?\d{5}-?\d{2}"),  # Tanzania
    ("PERSONAL_ID", "zanid", r"\d{9}"),
    ("PERSONAL_ID", "napsa", r"\d{9}"),  # Zambia
    ("PERSONAL_ID", "tpin", r"\d{10}"),
    # The Americas
    ("US_DRIVER_LICENSE", "cnh", r"\d{11}"),  # Brazil
    ("UK_VEHICLE_REGISTRATION", "renavam", r"\d{9,10}-?\d"),
    ("PERSONAL_ID", "rne rnm", r"[A-Z]\d{6}-?[0-9A-Z]"),
    ("PERSONAL_ID", "cpf", r"0?\d-\d{3,4}-\d{3,4}"),  # Costa Rica; Brazil's has check digits
    ("PERSONAL_ID", "cpj", r"\d-?\d{3}-?\d{6}"),
    ("PERSONAL_ID", "rg", r"(?:[A-Z]{2}-)?\d{1,2}\.?\d{3}\.?\d{3}(?:-?[\dX])?(?!\d)"),
    ("PERSONAL_ID", "ctps", r"\d{7}(?:[ /-]\d{3,4}(?:-?[A-Z]{2})?)?"),
    ("PERSONAL_ID", "oab", r"(?:OAB/)?[A-Z]{2} ?\d{2,3}\.?\d{3}"),
    ("MEDICAL_LICENSE", "crm coren", r"[A-Z]{2}[ -]\d{4,6}|\d{4,6}[-/][A-Z]{2}"),
    ("US_HEALTH_INSURANCE_MEMBER_ID", "sus", r"[1-9]\d{2} ?\d{4} ?\d{4} ?\d{4}"),
    ("US_HEALTH_INSURANCE_MEMBER_ID", "ramq", r"[A-Z]{4} ?\d{4} ?\d{4}"),  # Canada
    ("US_HEALTH_INSURANCE_MEMBER_ID", "nam", r"[A-Z]{4} ?\d{4} ?\d{4}"),
    ("UK_NHS", "phin", r"\d{3}[ -]?\d{3}[ -]?\d{3,4}"),
    ("CA_SIN", "sin", r"\d{3}[ -]\d{3}[ -]\d{3}"),
    ("NATIONAL_ID", "nas", r"\d{3}[ -]\d{3}[ -]\d{3}"),
    ("PERSONAL_ID", "dimex", r"\d{11,12}"),  # Costa Rica
    ("PERSONAL_ID", "rnc", r"\d-?\d{2}-?\d{5}-?\d|\d{11}"),  # Dominican Republic
    ("PERSONAL_ID", "nup isss", r"\d{12}|\d{9}"),  # El Salvador
    ("PERSONAL_ID", "ninu", r"\d{10}"),  # Haiti
    ("PERSONAL_ID", "trn", r"\d{3}-?\d{3}-?\d{3}|100\d{12}"),  # Jamaica, Emirates
    ("PERSONAL_ID", "infonavit", r"\d{10,11}"),  # Mexico
    ("NATIONAL_ID", "imss", r"\d{11}|\d{2}-?\d{2}-?\d{2}-?\d{4}-?\d"),
    ("PERSONAL_ID", "rfc", r"[A-Z&\xd1]{3,4}[ -]?\d{6}[ -]?[A-Z\d]{3}"),
    ("PERSONAL_ID", "rut", r"\d{1,2}\.?\d{3}\.?\d{3}-?[\dK]|\d{2}-?\d{6}-?\d{3}-?\d"),  # Chile, Uruguay
    ("PERSONAL_ID", "cuspp", r"\d{6}[A-Z]{5}\d"),  # Peru
    ("PERSONAL_ID", "essalud", r"\d{7}[A-Z]{5}\d{3}"),
    ("US_ITIN", "atin", r"9\d{2}-?93-?\d{4}"),  # United States
    ("PERSONAL_ID", "passid upin", r"\d{9}|[A-Z]\d{5}"),
    ("PERSONAL_ID", "ptin", r"P-?\d{8}"),
    ("US_EIN", "fein", r"\d{2}-?\d{7}"),
    ("US_DRIVER_LICENSE", "dln", r"[A-Z]?\d{6,14}|[A-Z]\d{3}(?:-\d{4}){2}|[A-Z]\d{3}-\d{3}-\d{2}-\d{3}-\d"),
    ("US_NPI", "npi", r"[12]\d{3}[- ]?\d{3}[- ]?\d{3}"),
    ("MEDICAL_LICENSE", "dea", r"[A-Z][A-Z9]-?\d{7}"),
    ("PERSONAL_ID", "hicn", r"\d{3}-?\d{2}-?\d{4}-?[A-Z]\d?"),
    ("PERSONAL_ID", "rif", r"[VEJPG]-?\d{8}-?\d|[VEJPG]-?\d{1,2}\.\d{3}\.\d{3}(?:-?\d)?|[VE]-?\d{7,8}"),  # Venezuela
    # Oceania
    ("AU_TFN", "tfn", r"\d{3}[ -]?\d{3}[ -]?\d{2,3}"),
    ("PERSONAL_ID", "usi", r"[2-9A-HJ-NP-Z]{10}"),  # Australia: students
    ("MEDICAL_LICENSE", "hpii", r"8003 ?61\d{2} ?\d{4} ?\d{4}"),
    ("PERSONAL_ID", "fnpf", r"[A-Z]?\d{5,8}[A-Z]?"),  # Fiji
    ("PERSONAL_ID", "nsn", r"\d{9,10}"),  # New Zealand: students
    ("NATIONAL_ID", "swn", r"\d{3} ?\d{3} ?\d{3}"),
    # Shortened, and with a full stop for each word
    ("NATIONAL_ID", "d.n.i", r"\d{1,2}\.?\d{3}\.?\d{3}(?:-?[A-Z])?|\d{8}(?:-?[\dA-Z])?"),
    ("NATIONAL_ID", "c.i", r"(?:[A-Z]-?)?\d{1,2}\.\d{3}\.\d{3}(?:-\d)?|[VE]-?\d{6,8}|\d{6,10}(?:-\d)?(?: ?(?:LP|SC|CB|OR|PT|TJ|CH|BE|PD))?"),
    ("NATIONAL_ID", "c.c", r"\d{1,3}(?:\.\d{3}){2,3}|\d{6,10}"),
    ("NATIONAL_ID", "t.i c.e", r"\d{6,11}|\d{1,3}(?:\.\d{3}){1,3}"),
    ("NATIONAL_ID", "n.i.f n.i.e n.i.p.c", r"(?:[A-Z]-?)?\d{7,9}(?:-?[A-Z])?|\d{3} ?\d{3} ?\d{3}"),
    ("PERSONAL_ID", "c.i.f r.i.f r.u.c r.n.c", r"(?:[A-Z]-?)?\d{7,11}(?:-?[\dA-Z])?"),
    ("NATIONAL_ID", "c.u.i.t c.u.i.l", r"\d{2}-?\d{8}-?\d"),
    ("NATIONAL_ID", "r.u.t r.u.n", r"\d{1,2}\.?\d{3}\.?\d{3}-?[\dK]"),
    ("NATIONAL_ID", "n.i.t", r"\d{1,3}(?:\.\d{3}){2}-?\d|\d{5,10}-?[\dK]"),
    ("NATIONAL_ID", "r.g", r"(?:[A-Z]{2}-)?\d{1,2}\.?\d{3}\.?\d{3}(?:-?[\dX])?"),
    ("NATIONAL_ID", "c.p.f", r"\d{3}\.?\d{3}\.?\d{3}-?\d{2}"),
    ("NATIONAL_ID", "n.i.s.s n.s.s", r"\d{11}|\d{2}[/ ]?\d{8}[/ ]?\d{2}"),
    ("US_SSN", "s.s.n", r"\d{3}-?\d{2}-?\d{4}"),
    ("CA_SIN", "s.i.n n.a.s", r"\d{3}[ -]?\d{3}[ -]?\d{3}"),
    ("NATIONAL_ID", "n.i.n", r"[A-Z]{2} ?(?:\d{2} ?){3}[A-D]|\d{10,18}"),
    ("NATIONAL_ID", "n.i.c i.c", r"\d{9}[VX]|\d{12}|\d{6}-\d{2}-\d{4}|[STFGM]\d{7}[A-Z]"),
    ("NATIONAL_ID", "p.p.s", r"\d{7}[A-W][A-IW]?"),
    ("NATIONAL_ID", "a.k", r"[3-6]\d{10}"),
    ("NATIONAL_ID", "r.č", r"\d{6} ?/? ?\d{3,4}"),
    ("NATIONAL_ID", "č.op", r"\d{9}|[A-Z]{2} ?\d{6}"),
    ("NATIONAL_ID", "t.c", r"[1-9]\d{10}"),
    ("UK_NHS", "n.h.s", r"\d{3} ?\d{3} ?\d{4}"),
    ("PERSONAL_ID", "st.-nr st.nr st-nr stnr", r"\d{2,3}[/ ]?\d{3,4}[/ ]?\d{4,5}|\d{2}-?\d{3}/?\d{4}"),
    ("US_BANK_NUMBER", "kto.-nr kto-nr kto.nr", r"\d{5,10}|\d{2,4}(?: \d{2,4}){1,4}"),
    ("US_DRIVER_LICENSE", "fs-nr fs.-nr", r"[\dA-Z]{8,11}"),
    ("NATIONAL_ID", "sv-nr sv.-nr rv-nr rv.-nr", r"\d{2} ?\d{6} ?[A-Z] ?\d{3}|\d{4}[ -]?\d{6}"),
    ("US_HEALTH_INSURANCE_MEMBER_ID", "egk-nr egk-nummer", r"[A-Z] ?\d{9}"),
    ("UK_NHS", "nhs", r"\d{3}[ -]?\d{3}[ -]?\d{4}"),
    # Whatever country
    ("IBAN_CODE", "iban", r"[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?"),
    ("US_PASSPORT", "diavatirio diavatiriou", r"[A-Z]{2} ?\d{7}"),
    ("NATIONAL_ID", "taftotitas tautotitas taftotita tautotita", r"[A-Z]{1,2}[ -]?\d{6,7}|\d{6,10}"),
    ("PERSONAL_ID", "tic", r"\d{8}[A-Z]"),  # Cyprus
)  # fmt: skip
"""The entity, the names and the form of their numbers."""

UNSURE_WORLD: Final = frozenset(
    {"agb", "arc", "bi", "bir", "brn", "cne", "crm", "cvr", "dic", "epic", "fin", "hcn", "hpr"}
    | {"ice", "ifu", "lbo", "lrn", "mbo", "melli", "mst", "nas", "nni", "nsn", "nup", "pcn", "psn"}
    | {
        "bis",
        "cif",
        "cmp",
        "fn",
        "fnr",
        "kt",
        "nn",
        "pib",
        "pnf",
        "psrn",
        "raqam",
        "rg",
        "ric",
        "rif",
        "rnc",
        "rne",
        "siren",
        "sodra",
        "stir",
        "sus",
        "op",
        "rv",
        "trn",
        "kk",
        "kp",
        "kto",
        "nam",
        "nir",
        "pase",
        "pases",
        "paso",
        "prc",
        "psp",
        "pvc",
        "sin",
        "spi",
        "sv",
        "tic",
        "arn",
        "satu",
        "ui",
        "unp",
        "upn",
        "usi",
    }
)
"""Names that are words of something else as well: only with a head or a sign behind them."""
