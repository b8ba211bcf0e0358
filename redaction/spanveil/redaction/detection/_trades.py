"""Numbers of banks, journeys, vehicles and insurers, in the form that their trade writes them in.

A trade shortens its labels (`a/c`, `DL`, `FIN`, `N° SS`) and leaves out `number`, so that the form
of the number is what tells it: a row for each form, and the words beside which it stands. Forms are
those of the banks, of IATA (tickets of 3 and 10 digits, RP 1724), of ISO 3779 and of the issuers.
"""

from typing import Final

from spanveil.redaction.detection._identifiers import Context, digits_at_least

# Canada's transit, institution and account; Korea's, Australia's and Great Britain's branch and
# account; New Zealand's, Norway's, Hungary's, Czechia's, Brazil's, Sweden's
_PARTED_ACCOUNT: Final = (
    r"\d{5}-\d{3}-\d{7,12}|\d{3,6}-\d{2,4}-\d{5,8}(?:-\d{1,3})?|\d{3}-\d{3}[ -]\d{6,9}|\d{2}-\d{2}-\d{2} \d{8}|\d{2}-\d{4}-\d{7}-\d{2,3}"
    r"|\d{4}[. ]\d{2}[. ]\d{5}|\d{8}-\d{8}(?:-\d{8})?|(?:\d{1,6}-)?\d{4,10}/\d{4}|\d{4,6}-\d{1,2} ?/ ?\d{5,9}-[\dX]|\d{4}-\d,? ?\d{2,3} ?\d{3} ?\d{3}"
)
_FORM_OF_CARD: Final = r"(?:[A-Z]{2}\d{2} \d{4}|\d{4})[ -]\d{4}[ -]\d{4}[ -]\d{3,7}(?: \d)?|\d{3} \d{4} \d{4} \d{4}|\d{2} \d{8} \d{3} ?\d|\d{9,20}"
_VIN: Final = r"(?=[A-HJ-NPR-Z]{0,13}[0-9])[A-HJ-NPR-Z0-9]{13}[0-9]{4}"
_POLICY: Final = r"[A-Z]{1,4}[-/]\d{2,6}[-/]\d{2,9}(?:[-/]\d{1,9})?|[A-Z]{1,4}[-/]\d{6,12}|\d{2,4}[-/.]\d{3,7}[-/.]\d{2,7}"

TRADES: Final = (
    # banks
    Context("US_BANK_NUMBER", ("account", "acct", "a/c", "deposit", "bank", "payroll", "transit", "payee", "salary", "sort code", "bsb", "compte", "virement", "konto", "cuenta", "conto", "conta", "ag\u00eancia", "rekening", "sz\u00e1mlasz\u00e1m", "banksz\u00e1mla", "\u00fa\u010det", "rachunek", "hesap", "\uacc4\uc88c", "\uc740\ud589", "\uc785\uae08", "\uc1a1\uae08"), _PARTED_ACCOUNT, digits_at_least(9), reach=24, digits=9),
    Context("US_BANK_NUMBER", ("a/c", "salary account", "bank a/c", "ac no", "acc no", "acc. no", "salary to", "gehaltskonto", "lohnkonto", "cta.", "cta no", "nro. cta", "c/c", "c/ahorro", "caja de ahorro", "norek", "no. rek", "no rek", "rek.", "stk", "s\u1ed1 tk", "hesap no", "rach.", "\u0440/\u0441", "\u0440/\u0440", "\u043b/\u0441", "\u10d0/\u10d0", "\u8d26\u53f7", "\u8cec\u865f", "\u5361\u53f7", "\ud1b5\uc7a5"), r"\d{8,20}", digits=8, reach=24),
    Context("US_BANK_NUMBER", ("\u666e\u901a", "\u5f53\u5ea7", "\u7dcf\u5408\u53e3\u5ea7", "\u8caf\u84c4"), r"\d{6,8}", reach=8),
    # a line that somebody has, in Spain's, Portugal's and France's groups
    Context("PHONE_NUMBER", ("l\u00ednea", "linea", "linha", "ligne", "abonado", "n\u00famero de l\u00ednea", "titular", "portabilidad", "portabilidade", "rufnummernmitnahme", "line ", "forfait"), r"[6-9]\d{2}(?:[ .-]\d{2}){3}|[6-9]\d{2}(?:[ .-]\d{3}){2}|9[1236]\d(?:[ .-]\d{3}){2}|0[1-9](?:[ .-]\d{2}){4}", digits=9, reach=24),
    # journeys
    Context("PERSONAL_ID", ("ticket", "e-ticket", "etkt", "tkt", "refund", "flugschein", "billet", "biglietto", "billete", "boleto", "bilhete", "bilet", "lippu", "biljett", "\u0431\u0438\u043b\u0435\u0442", "\u822a\u7a7a\u5238", "\u673a\u7968", "\u6a5f\u7968", "\ud56d\uacf5\uad8c", "\u0627\u0644\u062a\u0630\u0643\u0631\u0629", "\u062a\u0630\u0643\u0631\u0629"), r"\d{3}[ -]\d{10}", digits=13, reach=32),
    Context("PERSONAL_ID", ("e-ticket", "eticket", "ticket number", "ticket no", "etkt", "tkt no", "num\u00e9ro de billet", "ticketnummer", "numero biglietto", "n\u00famero de billete", "n\u00famero do bilhete", "numer biletu", "bilet no", "\u043d\u043e\u043c\u0435\u0440 \u0431\u0438\u043b\u0435\u0442\u0430"), r"(?!1[4-8])\d{13}", digits=13, reach=24),
    Context("PERSONAL_ID", ("frequent flyer", "frequent flier", "frequent-flyer", "ffn", "miles", "mileage", "skywards", "aadvantage", "mileageplus", "skymiles", "avios", "krisflyer", "flying blue", "eurobonus", "finnair plus", "qantas", "velocity", "vielflieger", "meilenkonto", "grand voyageur", "voyageur fr\u00e9quent", "viajero frecuente", "pasajero frecuente", "volador frecuente", "passageiro frequente", "viaggiatore frequente", "s\u0131k u\u00e7an", "sik ucan", "yolcu no", "bonuskarte", "vaste klant", "cz\u0119sto lataj\u0105", "\u0447\u0430\u0441\u0442\u043e \u043b\u0435\u0442\u0430", "\u30de\u30a4\u30eb", "\u30de\u30a4\u30ec\u30fc\u30b8", "\u5e38\u65c5\u5ba2", "\ub9c8\uc77c\ub9ac\uc9c0"), r"[A-Z]{2} ?\d{6,15}[A-Z]?|\d{8,15}", digits=6, reach=32),
    Context("PERSONAL_ID", ("navigo", "opal", "presto", "oyster", "octopus", "suica", "pasmo", "icoca", "t-money", "tmoney", "ez-link", "ezlink", "clipper card", "orca card", "ventra", "metrocard", "myki", "leap card", "ov-chip", "mobib", "snapper", "istanbulkart", "i\u0307stanbulkart", "\u0130stanbulkart", "tarjeta sube", "tarjeta bip", "bilhete \u00fanico", "viva viagem", "navegante", "rejsekort", "easycard", "rav-kav", "rav kav", "compass card", "charliecard", "carte opus", "nol card", "troika", "metro card", "transit card", "travel card", "bus pass", "abokarte", "zeitkarte", "monatskarte", "abonnement de transport", "abono transporte", "tessera trasporti", "karta miejska", "\u0442\u0440\u043e\u0439\u043a\u0430", "\u516b\u9054\u901a", "\u4ea4\u901a\u5361", "\u60a0\u904a\u5361", "\uad50\ud1b5\uce74\ub4dc"), _FORM_OF_CARD, digits=9, reach=40),
    # vehicles and who drives them
    Context("UK_VEHICLE_REGISTRATION", ("fin", "vin", "fahrgestell", "chassis", "ch\u00e2ssis", "telaio", "bastidor", "chasis", "nadwozia", "rangka", "\u015fasi", "podvozku", "alv\u00e1z", "chassinummer", "chassisnummer", "rungon", "vehicle", "\u8f66\u67b6", "\u8eca\u53f0", "\ucc28\ub300", "vin-\u043a\u043e\u0434"), _VIN, caseless=False, digits=4, reach=32),
    Context("IN_DRIVING_LICENCE", ("dl", "licence", "license", "driver", "driving"), r"[A-Z]{2}[- ]?\d{2}[- ]?(?:19|20)\d{2}[- ]?\d{7}", digits=13, reach=24),
    Context("IN_VEHICLE_REGISTRATION", ("vehicle", "plate", "registration", "rto", "claim", "car", "cab", "taxi", "bike", "scooter", "truck", "parked", "challan", "insured", "fastag", "motor"), r"(?:AP|AR|AS|BR|CG|CH|DD|DL|DN|GA|GJ|HP|HR|JH|JK|KA|KL|LA|LD|MH|ML|MN|MP|MZ|NL|OD|OR|PB|PY|RJ|SK|TN|TR|TS|TG|UK|UP|UT|WB)[ -]?\d{1,2}[ -]?(?:[A-Z][ -]?)?[A-Z]{1,2}[ -]?\d{4}", caseless=False, digits=5, reach=24),
    # insurers
    Context("US_CLAIM_NUMBER", ("claim", "claims", "schaden", "schadennr", "schadenfall", "sinistre", "siniestro", "sinistro", "schade", "skada", "skade", "szkoda", "szkody", "szkod\u0119", "hasar", "\u0161koda", "\u0161teta", "vahinko", "k\u00e1r", "daun\u0103", "\u0443\u0431\u044b\u0442\u043e\u043a"), _POLICY, digits_at_least(6), digits=6, reach=12, caseless=False),
    Context("US_HEALTH_INSURANCE_MEMBER_ID", ("policy", "police", "polizze", "p\u00f3liza", "poliza", "polizza", "ap\u00f3lice", "polisa", "polisy", "poli\u00e7e", "polis", "poli\u021ba", "pojistka", "pojistky", "k\u00f6tv\u00e9ny", "vakuutus", "f\u00f6rs\u00e4kring", "forsikring", "contrat", "\u043f\u043e\u043b\u0438\u0441"), _POLICY, digits_at_least(6), digits=6, reach=12, caseless=False),
    # the insurance of a state, shortened
    Context("FR_NIR", ("n\u00b0 ss", "n\u00b0ss", "n\u00ba ss", "no ss", "num ss", "num\u00e9ro ss", "n\u00b0 s.s", "n\u00b0 s\u00e9cu", "n\u00b0 secu", "nir", "nss", "immatriculation"), r"[12] ?\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\d) ?\d[\dAB] ?\d{3} ?\d{3}(?: ?\d{2})?", digits=12, reach=16),
    Context("NATIONAL_ID", ("afiliaci\u00f3n", "afiliacion", "n\u00ba ss", "n.\u00ba ss", "num. ss", "naf", "nss", "seguridad social"), r"\d{2}[ /-]?\d{8}[ /-]?\d{2}", digits=12, reach=24),
    Context("NATIONAL_ID", ("sv-nummer", "sv_nummer", "sv nummer", "svnummer", "sv-nr", "svnr", "vsnr", "sozialversicherungsnummer"), r"\d{4}[ -]?\d{6}|\d{2} ?\d{6} ?[A-Z] ?\d{3}", digits=10, reach=16),
    Context("US_HEALTH_INSURANCE_MEMBER_ID", ("ramq", "carte soleil", "assurance maladie", "assurance-maladie", "health card", "nam"), r"[A-Z]{4}[ -]?\d{4}[ -]?\d{4}", digits=8, reach=24),
    Context("US_HEALTH_INSURANCE_MEMBER_ID", ("ohip", "health card", "carte sant\u00e9"), r"\d{4}[ -]?\d{3}[ -]?\d{3}(?:[ -]?[A-Z]{2})?", digits=10, reach=24),
    # states' numbers of persons with a letter apart, or behind a shortened label
    Context("NATIONAL_ID", ("pps", "ppsn", "psp"), r"\d{7} ?[A-W][A-IW]?", digits=7, reach=24, caseless=False),
    Context("ES_NIF", ("nif", "dni"), r"\d{8} [A-HJ-NP-TV-Z]|\d{2}\.\d{3}\.\d{3}[ -]?[A-HJ-NP-TV-Z]", digits=8, reach=16, caseless=False),
    Context("ES_NIE", ("nie",), r"[XYZ][ -]\d{7}[ -][A-HJ-NP-TV-Z]", digits=7, reach=16, caseless=False),
    Context("NATIONAL_ID", ("cnp", "cnp-ul"), r"[1-9]\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{6}", digits=13, reach=24),
    Context("NATIONAL_ID", ("pers. kods", "pers.kods", "pers. k.", "personas kods", "p.k", "asm. kodas", "asm.kodas", "asm. k.", "a.k", "isikukood", "ik:"), r"\d{6}-?\d{5}|[3-6]\d{10}", digits=11, reach=16),
    Context("NATIONAL_ID", ("r.\u010d", "r. \u010d", "rod. \u010d\u00edslo", "rod.\u010d", "rodn\u00e9 \u010d", "rc:"), r"\d{6} ?/? ?\d{3,4}", digits=9, reach=12),
    Context("DE_ID_CARD", ("ausweis", "reisepass", "passnummer", "pass-nr", "personalausw"), r"[CFGHJ-NPRTV-Z][CFGHJ-NPRTV-Z0-9]{7,8}[0-9]", reach=24, caseless=False),
)  # fmt: skip
"""Every number that its form tells beside a word of its trade."""
