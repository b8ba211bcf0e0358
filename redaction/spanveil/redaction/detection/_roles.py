"""What somebody is, as it stands before a name: `Claimant Robert J. Hanlon`, `Schwester Maria`.

A role may be written with a capital, so that it stands within the run of capitals that holds the name.
"""

from typing import Final

_ROLES = (
    # courts, tenancy, insurance
    "claimant defendant plaintiff appellant respondent petitioner complainant accused suspect victim witness juror inmate prisoner detainee offender parolee tenant subtenant "
    "landlord landlady lessee lessor resident occupant lodger homeowner leaseholder policyholder insured beneficiary guarantor cosigner borrower lender "
    "debtor creditor executor trustee heir guardian ward nominee donor payee payer cardholder signatory applicant candidate nominee "
    # health
    "nurse doctor gp dentist surgeon physician midwife therapist psychologist psychiatrist pharmacist paramedic caregiver carer optician cardiologist dermatologist "
    "paediatrician pediatrician radiologist anaesthetist orthodontist physiotherapist vet donor "
    # work, schools, travel
    "driver employee colleague coworker supervisor foreman secretary treasurer chairman chairwoman chairperson president ceo cto cfo coo cmo ciso cio cpo vp svp evp "
    "senator congressman congresswoman mp mep mayor governor ambassador councillor councilor magistrate sheriff constable sergeant detective inspector superintendent corporal lieutenant "
    "captain colonel commander admiral cadet pilot copilot stewardess steward conductor teacher professor lecturer tutor headmaster headmistress headteacher coach referee goalkeeper striker midfielder "
    "student pupil apprentice trainee intern volunteer passenger traveller traveler guest visitor caller interviewer interviewee moderator panelist presenter "
    "reporter journalist photographer electrician plumber mechanic handyman courier postman receptionist cashier waiter waitress bartender accountant auditor notary "
    "lawyer attorney solicitor barrister counsel paralegal pastor priest vicar rabbi imam deacon nun babysitter nanny housekeeper gardener cleaner caretaker janitor farmer widow widower "
    # what somebody is asked to do with somebody, at the begin of a sentence
    "congratulate ping remind notify introduce "
    # family
    "spouse keeper husband wife fianc\u00e9 fianc\u00e9e father mother son daughter brother sister uncle aunt auntie cousin nephew niece grandfather grandmother grandson granddaughter stepfather stepmother stepson "
    "stepdaughter godfather godmother neighbour neighbor roommate flatmate boyfriend girlfriend classmate twin "
    # German
    "kl\u00e4ger kl\u00e4gerin beklagte beklagter mieter mieterin vermieter vermieterin fahrer fahrerin krankenschwester pfleger pflegerin schwester arzt \u00e4rztin zahnarzt patient patientin kundin mandant "
    "mandantin zeuge zeugin angeklagter angeklagte sch\u00fcler sch\u00fclerin studentin lehrer lehrerin mitarbeiter mitarbeiterin kollege kollegin chefin gesch\u00e4ftsf\u00fchrer gesch\u00e4ftsf\u00fchrerin richter richterin "
    "rechtsanwalt rechtsanw\u00e4ltin anwalt anw\u00e4ltin notarin bewohner bewohnerin versicherter versicherte antragsteller antragstellerin bewerber bewerberin empf\u00e4nger absender nachbar nachbarin onkel tante hausmeister "
    "tochter sohn ehefrau ehemann mutter vater bruder oma opa enkel enkelin nichte neffe freundin schw\u00e4gerin schwager "
    # French, Spanish, Italian, Portuguese
    "locataire bailleur propri\u00e9taire demandeur d\u00e9fendeur t\u00e9moin victime patiente cliente m\u00e9decin infirmier infirmi\u00e8re chauffeur salari\u00e9 salari\u00e9e coll\u00e8gue directeur directrice juge "
    "\u00e9l\u00e8ve \u00e9tudiant \u00e9tudiante professeur voisin voisine assur\u00e9 assur\u00e9e b\u00e9n\u00e9ficiaire titulaire avocat avocate oncle "
    "inquilino inquilina demandante demandado demandada testigo v\u00edctima paciente clienta m\u00e9dico m\u00e9dica doctora enfermero enfermera conductor conductora empleado empleada compa\u00f1ero compa\u00f1era directora juez jueza "
    "abogado abogada alumno alumna estudiante profesor profesora vecino vecina asegurado asegurada beneficiario beneficiaria arrendatario arrendador "
    "conduttore locatore convenuto testimone vittima paziente medico dottore dottoressa infermiere infermiera autista dipendente collega direttore direttrice giudice avvocato alunno "
    "studente studentessa professore professoressa assicurato beneficiario zio zia "
    "r\u00e9u testemunha v\u00edtima enfermeiro enfermeira motorista funcion\u00e1rio funcion\u00e1ria diretor diretora juiz ju\u00edza advogado advogada aluno aluna professora vizinho vizinha segurado segurada benefici\u00e1rio benefici\u00e1ria "
    # Dutch, Polish, the Nordic languages, Czech, Turkish
    "patienten pasienten huurder verhuurder eiser gedaagde getuige slachtoffer pati\u00ebnt klant cli\u00ebnt verpleegkundige bestuurder medewerker medewerkster rechter advocaat leerling docent leraar buurman buurvrouw verzekerde "
    "najemca pow\u00f3d pozwany pozwana \u015bwiadek pacjent pacjentka klientka lekarz lekarka piel\u0119gniarka kierowca pracownik koleg\u0119 kole\u017canka dyrektor s\u0119dzia adwokat mecenas ucze\u0144 uczennica nauczyciel nauczycielka s\u0105siad s\u0105siadka doktor "
    "hyresg\u00e4st hyresv\u00e4rd vittne l\u00e4kare sjuksk\u00f6terska f\u00f6rare medarbetare kollega domare advokat elev l\u00e4rare granne lejer udlejer vidne l\u00e6ge sygeplejerske chauff\u00f8r medarbejder direkt\u00f8r dommer l\u00e6rer nabo "
    "leietaker pasienten sykepleier sj\u00e5f\u00f8r vuokralainen todistaja potilas asiakas l\u00e4\u00e4k\u00e4ri hoitaja kuljettaja ty\u00f6ntekij\u00e4 tuomari oppilas opettaja naapuri "
    "n\u00e1jemce \u017ealobce \u017ealovan\u00fd sv\u011bdek pacient pacientka l\u00e9ka\u0159 l\u00e9ka\u0159ka sestra \u0159idi\u010d zam\u011bstnanec kolegyn\u011b \u0159editel soudce advok\u00e1t u\u010ditel u\u010ditelka soused sousedka "
    "kirac\u0131 davac\u0131 daval\u0131 tan\u0131k hasta m\u00fc\u015fteri hem\u015fire s\u00fcr\u00fcc\u00fc \u00f6\u011frenci \u00f6\u011fretmen avukat m\u00fcd\u00fcr kom\u015fu "
    # Russian, Ukrainian
    "\u0438\u0441\u0442\u0435\u0446 \u0438\u0441\u0442\u0438\u0446\u0430 \u043e\u0442\u0432\u0435\u0442\u0447\u0438\u043a \u043e\u0442\u0432\u0435\u0442\u0447\u0438\u0446\u0430 \u0441\u0432\u0438\u0434\u0435\u0442\u0435\u043b\u044c \u043f\u0430\u0446\u0438\u0435\u043d\u0442 \u043f\u0430\u0446\u0438\u0435\u043d\u0442\u043a\u0430 \u043a\u043b\u0438\u0435\u043d\u0442\u043a\u0430 \u0432\u0440\u0430\u0447 \u043c\u0435\u0434\u0441\u0435\u0441\u0442\u0440\u0430 \u0432\u043e\u0434\u0438\u0442\u0435\u043b\u044c "
    "\u0441\u043e\u0442\u0440\u0443\u0434\u043d\u0438\u043a \u0441\u043e\u0442\u0440\u0443\u0434\u043d\u0438\u0446\u0430 \u043a\u043e\u043b\u043b\u0435\u0433\u0430 \u0434\u0438\u0440\u0435\u043a\u0442\u043e\u0440 \u0441\u0443\u0434\u044c\u044f \u0430\u0434\u0432\u043e\u043a\u0430\u0442 \u0443\u0447\u0435\u043d\u0438\u043a \u0441\u0442\u0443\u0434\u0435\u043d\u0442 \u0441\u0442\u0443\u0434\u0435\u043d\u0442\u043a\u0430 \u0443\u0447\u0438\u0442\u0435\u043b\u044c \u0441\u043e\u0441\u0435\u0434 \u0441\u043e\u0441\u0435\u0434\u043a\u0430 \u0430\u0440\u0435\u043d\u0434\u0430\u0442\u043e\u0440 "
    "\u043f\u0430\u0441\u0441\u0430\u0436\u0438\u0440 \u043f\u043e\u043a\u0443\u043f\u0430\u0442\u0435\u043b\u044c \u043f\u043e\u0437\u0438\u0432\u0430\u0447 \u0441\u0432\u0456\u0434\u043e\u043a \u043f\u0430\u0446\u0456\u0454\u043d\u0442 \u043a\u043b\u0456\u0454\u043d\u0442 \u043b\u0456\u043a\u0430\u0440 \u0432\u043e\u0434\u0456\u0439 \u0441\u0443\u0441\u0456\u0434"
)
ROLES: Final = frozenset(_ROLES.split())
"""In lower case. What a program or a machine may be as well (`agent`, `host`, `user`) is none of them."""
