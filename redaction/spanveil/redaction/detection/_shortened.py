"""Numbers behind labels that records shorten with full stops, strokes and signs: `č. poj.`, `emp#`.

Nobody writes them in prose, so that a number right behind one is the label's, whatever its form.
"""

from typing import Final

from spanveil.redaction.detection._identifiers import Context, digits_at_least

_ANY: Final = r"(?!\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?!\d)|(?:0?[1-9]|1[0-2])/(?:19|20)?\d\d(?!\d))(?:[A-Z]{1,4}[-/]?)?\d{1,20}(?:[A-Z]{1,2}\d{1,10})?(?:[-/. ](?:[A-Z][-/. ]?)?\d{1,10}){0,5}(?: ?[A-Z]{1,2}\d|[A-Z]{1,2})?"
"""No date."""
_REACH: Final = 10

SHORTENED: Final = (
    # customers, members, employees, students, cases
    Context("PERSONAL_ID", ("kd.-nr", "kd. nr", "vertr.-nr", "vertr.nr", "mitgl.-nr", "mitgl-nr", "mgl.-nr", "mitgl.nr", "mitgl. nr", "pers. nr", "pers.nr", "fall-nr", "mat.-nr", "matr.-nr", "n\u00b0 adh", "n\u00ba adh", "n\u00b0 cli", "n\u00b0 doss", "n\u00b0 alloc", "n\u00b0 \u00e9tud", "n\u00ba exp", "n.\u00ba exp", "n\u00fam. exp", "n\u00ba cli", "n.\u00ba cli", "n\u00ba leg", "n\u00ba mat", "n.\u00ba mat", "n\u00ba soc", "n.\u00ba proc", "cod. cli", "c\u00f3d. cli", "mat. n", "matr. n", "matr.", "nr leg", "nr klienta", "nr umowy", "nr alb", "nr prac", "\u010d. klienta", "\u010d. kl", "\u010d. sml", "\u010d. zam", "os. \u010d", "os.\u010d", "\u00fcgyf\u00e9lsz", "t\u00f6rzssz", "m\u00fc\u015f. no", "sic. no", "dos. no", "\u00f6\u011fr. no", "abone no", "nr. cl", "nr. contr", "nr. dos", "\u0442\u0430\u0431. \u2116", "\u0434\u043e\u0433. \u2116", "\u2116 \u0434\u043e\u0433", "\u03b1\u03c1. \u03c0\u03b5\u03bb", "\u03b1\u03c1. \u03bc\u03b7\u03c4\u03c1", "emp#", "emp #", "emp no", "empl no", "cust#", "cust #", "cust no", "stud#", "stud no", "stu#", "mbr#", "mbr no"), _ANY, digits_at_least(5), digits=5, reach=_REACH),
    # patients and whoever is insured
    Context("MEDICAL_RECORD_NUMBER", ("pat.-nr", "pat-nr", "patnr", "pat.nr", "pat no", "pt#", "pt no", "pt id", "n\u00fam. hist", "n\u00ba hist", "n.\u00ba hist", "nhc", "n.\u00ba utente", "n\u00b0 pat", "ipp", "nr pac", "\u010d. pac", "kart. nr", "\u2116 \u043a\u0430\u0440\u0442\u044b", "\u03b1\u03c1. \u03b1\u03c3\u03b8", "hasta no", "protokol no", "no. rm"), _ANY, digits_at_least(5), digits=5, reach=16),
    Context("US_HEALTH_INSURANCE_MEMBER_ID", ("vers.-nr", "vers.nr", "vers. nr", "kv-nr", "mem#", "mem #", "mem no", "pol#", "pol #", "pol no", "pol. nr", "ins#", "ins no", "grp#", "med no", "hi no", "tess. san", "t.s. n", "n\u00b0 mut", "n\u00b0 contr", "n\u00ba p\u00f3l", "n.\u00ba ap\u00f3l", "nr pol", "\u010d. poj", "\u010d. pol", "k\u00f6tv. sz", "pol. no", "\u043f\u043e\u043b. \u2116"), _ANY, digits_at_least(5), digits=5, reach=_REACH),
    Context("US_CLAIM_NUMBER", ("clm#", "clm #", "clm no", "claim#", "schad.-nr", "sch.-nr", "n\u00b0 sin", "n\u00ba sin", "n.\u00ba sin", "nr szk", "\u010d. \u0161k", "k\u00e1rsz"), _ANY, digits_at_least(5), digits=5, reach=_REACH),
    # papers of states
    Context("NATIONAL_ID", ("nr dow", "dow. os", "\u010d. op", "\u010d.op", "\u010d. p", "szem. ig", "szem.ig", "szig.", "ad\u00f3sz", "tajsz", "taj sz", "i.k", "p.no", "p.nr", "pers.id", "n\u00b0 s\u00e9c", "n\u00b0 ci ", "n\u00b0 cni", "n\u00ba afil", "n.\u00ba afil", "n\u00ba ident", "n.\u00ba cart. cid", "n.\u00ba cart", "c. i. n", "ident. n", "id. n", "dok. nr", "dok. st", "osob. br", "br. lk", "br. osob", "\u043b/\u043a", "\u0431\u0440. \u043b\u043a", "\u0438\u043d\u043d/\u043a\u043f\u043f", "\u03b1\u03c1. \u03c4\u03b1\u03c5\u03c4", "\u0391\u03c1. \u03c4\u03b1\u03c5\u03c4", "\u0631.\u0642", "\u0631. \u0642", "\u0631.\u0647\u0640", "\u043d\u043e\u043c. \u043b\u043a"), _ANY, digits_at_least(6), digits=6, reach=_REACH),
    Context("NATIONAL_ID", ("\u03b1\u03c1. \u03c4\u03b1\u03c5\u03c4", "\u0391\u03c1. \u03c4\u03b1\u03c5\u03c4", "\u0391.\u0394.\u03a4", "\u03b1\u03c1. \u03b4\u03b9\u03b1\u03b2", "\u0391\u03c1. \u03b4\u03b9\u03b1\u03b2"), r"[A-Z\u0391-\u03a9]{1,2}[- ]?\d{6,7}", digits=6, reach=12),
    Context("US_PASSPORT", ("\u043f\u0430\u0441\u043f\u043e\u0440\u0442", "\u0441\u0435\u0440\u0438\u044f", "\u0441\u0435\u0440."), r"\d{2} ?\d{2}[ ,]{0,2}(?:(?:\u2116|N|\u043d\u043e\u043c\u0435\u0440|\u043d\u043e\u043c\.) ?)?\d{6}", digits=10, reach=16),
    Context("US_PASSPORT", ("pas. no", "pass. nr", "pass-nr", "pass. n", "pasp. nr", "n\u00b0 pass", "n\u00ba pas", "n.\u00ba pass", "nr pasz", "\u010d. pasu", "\u010d. cp", "\u00fatl. sz", "br. pas", "pp#", "ppt#", "ppt no"), _ANY, digits_at_least(5), digits=5, reach=_REACH),
    Context("US_DRIVER_LICENSE", ("lic#", "lic #", "lic no", "lic. no", "dl #", "ehl. no", "f\u00fchr.-nr", "fs.-nr", "n\u00b0 perm", "n\u00ba lic", "nr pr. j", "\u010d. \u0159p", "\u010d. vp", "\u0432/\u0443", "jog. sz"), _ANY, digits_at_least(5), digits=5, reach=_REACH),
    # money
    Context("US_BANK_NUMBER", ("kto.", "kto:", "kto-nr", "acct#", "acct #", "acc#", "acc #", "n\u00b0 cpte", "n\u00b0 compte", "n\u00ba cta", "n.\u00ba cta", "nr rach", "nr konta", "\u010d.\u00fa", "\u010d. \u00fa", "sz\u00e1mlasz", "hes. no", "nr. cont", "\u0440\u0430\u0445. \u2116", "\u0441\u0447. \u2116", "\u0441\u0447\u0451\u0442 \u2116"), _ANY, digits_at_least(5), digits=5, reach=_REACH),
)  # fmt: skip
"""Every shortened label, and what the number behind it is."""
