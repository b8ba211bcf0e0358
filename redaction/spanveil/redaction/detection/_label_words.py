"""The words of a label that says a number is somebody's: nouns, heads, and what makes it another.

Of `numéro de permis`, `memberNo` and `Kundennummer` the noun says whose number or of which document
it is, and the head that it is a number. Words are written as people write them, in the languages
in which people write to agents; they are compared without accents and case.
"""

import unicodedata
from typing import Final


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


def bare(word: str) -> str:
    """Return a word in lower case without accents."""
    word = word.lower()
    if word.isascii():
        return word
    split = unicodedata.normalize("NFKD", word.translate(_LETTERS))
    return "".join(char for char in split if not unicodedata.combining(char))


_LETTERS: Final = str.maketrans({"ß": "ss", "ø": "o", "æ": "ae", "ł": "l", "đ": "d", "ı": "i"})

NOUNS: Final = {
    "US_PASSPORT": "passport passports pasport pasporti pasaporta pasipoti pasipoto reisepass pasaporte passaporto passaporte passeport paspoort paszport paszportu pasaport "
    "chiếu potni potnega cestovní cestovný cestovního cestovného putovnica pasporta pasportul diabatirio phas passin "
    "pass pasu pasa paşaport pașaport pașaportului útlevél vegabréf passi passin passnummer putovnice pasoš pasoša pasnummer",
    "US_DRIVER_LICENSE": "licence license licences licenses driver drivers führerschein permis permiso conducir conduire rijbewijs "
    "jazdy körkort kørekort førerkort ajokortti ajokortin habilitação habilitacao patente brevet řidičského vodičského "
    "dozvola dozvole dovoljenje dovoljenja preukaz preukazu průkaz jazdy prawo conducere apliecība apliecības autovadītāja pažymėjimas pažymėjimo vezetői engedély driving izin surat sewqan liċenzja tas-sewqan "
    "vozačke vozačka vozniškega vozniško condução carteira vodičský řidičský jogosítvány permisului ehliyet fahrerlaubnis leseni mengemudi memandu haydovchilik ökuskírteini juhiluba juhiloa vairuotojo vadītāja patentë",
    "NATIONAL_ID": "identity identité identite identidad identità identidade identitate identiteit identitatii nationality citizen "
    "citizenship ciudadanía ciudadano ciudadania cidadão cidadao national nationale nacional nazionale resident residence residency foreigner foreigners "
    "residencia residência séjour sejour soggiorno aufenthaltstitel aufenthalt visa visum permit immigration alien refugee asylum "
    "taxpayer tax taxation fiscal fiscale steuer contribuinte contribuyente podatnika podatkowy skatt vergi kimlik "
    "pension pensions rente rentenversicherung pensioen emerytura pensjon jubilación previdencia retirement "
    "security social secu sécu fødsel sécurité securite seguridad segurança sociale seguro insee voter voters elector electoral eleitor elettorale wyborcy "
    "geral votar eleitoral credencial nationalregister identifikations identifikationsnummer társadalombiztosítási taxxa tal-identità identità asiointi asiointitunnus "
    "piradi kvytok afiliación afiliacion letërnjoftim letërnjoftimi davčna davčni kitambulisho vəsiqəsi vəsiqənin guvohnoma nüfus cüzdanı rentenausweis elamisluba elamisloa oleskelulupa oleskeluluvan "
    "uppehållstillstånd opholdstilladelse oppholdstillatelse dvalarleyfi verblijfsdocument verblijfsvergunning pobytu tartózkodási boravišna "
    "vreemdelingen loonheffingen wohngeld kindergeld kassenzeichen étranger retraite visado visto paspor pașaport pas pasu vize sürücü belgesi assessment boravka ikamet cước carné carnet cukai "
    "personalausweis ausweis ausweises dowodu občanského občianskeho igazolvány henkilökortti henkilökortin legitimation "
    "rodné rodne asmens personas matični matricule asmens zehut emirates teudat osobni osobni isikliku kenyan nigerian ghanaian ugandan egyptian moroccan marocaine tunisian tunisienne algerian algérien saudi emirati qatari kuwaiti israeli pakistani bangladeshi nepali lankan indonesian malaysian thai khmer burmese vietnamese filipino taiwanese korean turkish ukrainian peruano hondureño cédula cedula ciudadana panameña osobna osobne iskaznica iskaznice iskaznici osebna osebne izkaznica izkaznice izkaznico lične lična ličnu cidadania bilhete személyi személyazonosító buletin buletinul buletinului občanský občiansky občanky průkazu preukazu dowód osobistego identiteitskaart henkilöllisyys huduma kenya nigeria ghana uganda tanzania ethiopia egypt morocco tunisia algeria "
    "pakistan india bangladesh nepal lanka indonesia malaysia thailand vietnam philippines taiwan korea japan israel turkey "
    "british irish french german dutch belgian swiss austrian italian spanish portuguese polish czech slovak hungarian romanian "
    "bulgarian greek russian mexican brazilian argentine chilean colombian peruvian canadian australian indian chinese japanese  ration "
    "osobní osobny osobisty pengenalan penduduk kependudukan pajak thuế thue "
    "contribuyentes tributaria tributario tributária tributário tributari tributação impuestos población "
    "poreski poreskog porezni poreznog podatkowej daňové daňový danové danový nodokļa nodokļu mokesčių mokėtojo maksukohustuslase käibemaksukohuslase "
    "tatueshëm tatimor pessoas građana občana obywatela birth marriage civil death naturalization adoption welfare benefit benefits "
    "crime arrest inmate inmates prisoner detainee offender probation parole booking-number conscript military service soldier veteran",
    "US_HEALTH_INSURANCE_MEMBER_ID": "versichertenkarte krankenkasse krankenversicherung sairaanhoitokortti sairaanhoitokortin sairausvakuutus versicherungsschein gesundheitskarte kötvény poliță verzekerden asegurado asigurat sygesikrings sygesikring sundhedskort pojištěnec policen benefício polisa polise insurance insured policy policyholder versicherung versicherungsnehmer versicherten verzekering polis "
    "polisy póliza poliza polizza apólice assurance assuré assicurazione assicurato seguro ubezpieczenia försäkring forsikring vakuutus "
    "pojistka pojistky pojištěnce poistenca biztosítás sigorta member members membership subscriber subscribers beneficiary beneficiaries "
    "beneficiario bénéficiaire afiliado mutuelle medicare medicaid medical health sanitaria sanitario tessera healthcare salud saúde santé mutual enrollee dependant",
    "US_CLAIM_NUMBER": "schade skada claim claims claimant schaden schadens sinistre siniestro sinistro szkody skade",
    "US_PRESCRIPTION_NUMBER": "prescription prescriptions rx rezept ordonnance receta ricetta recept recepty",
    "MEDICAL_RECORD_NUMBER": "prontuário hasta patiënt pasien rekam kórlap patient patients patienten paciente paziente pacjenta potilas potilaan pasient pacienta beteg hospital clinic "
    "chart historia clínica dossier aktenzeichen specimen donor donors utente transplant vaccination vaccine immunization",
    "MEDICAL_LICENSE": "physician doctor nurse nursing pharmacist dentist midwife arzt médecin medico médico practitioner practising betriebsstätten hausarzt vertragsarzt",
    "US_BANK_NUMBER": "konta cont contul bankszámla bankszámlaszám girokarte clearing bankgiro plusgiro interbancaria karty kartı payee mandate transit account accounts acct konto kontos compte cuenta conto conta rekening kontonummer loan mortgage brokerage depot "
    "credit debit savings sparbuch sparkonto kredit darlehen prêt préstamo empréstimo hypotheek bank banking banka rachunku számlaszám hesap účtu "
    "cuentas tili tilinumero custody wallet bancaria bancario bancaire bancária bancário účet účtu",
    "UK_VEHICLE_REGISTRATION": "plaque châssis telaio bastidor chasis alváz șasiu şasi rangka spz registrační înmatriculare polisi registration reg engine toll vrm vrn vehicle vehicles plate plates kennzeichen fahrzeug fahrzeugschein véhicule vehículo matrícula targa kenteken "
    "immatriculation rejestracyjny registreringsnummer rekisterinumero rendszám logbook fahrzeugbrief zulassungsbescheinigung chassis fahrgestellnummer motorcycle",
    "PERSONAL_ID": "centrelink carta matricola expediente documento título mandat personeel personeels estadual municipal trabajo trabalho travail profissional profesional professionnelle professionale "
    "sagsnummer saksnummer zaaknummer fallnummer stamnummer arbeitnehmer bewerber teilnehmer vertrag vertragskonto zähler prüfung dienst betrieb schüler melderegister beitrag fall gläubiger mandatsreferenz "
    "geburtsurkunde blutspende blutspender blutspenderausweis organspendeausweis jagdschein waffenbesitz waffenbesitzkarte bibliotheksausweis impfpass kundenkarte anschlussinhaber dienstausweis "
    "kontrakt contrat contrato contratto umowy avtal aftale avtale sopimus smlouvy szerződés sözleşme kontrak compteur medidor contatore licznika počitadlo meterstand fogyasztó abone abonne abonné pelanggan "
    "donneur créancier candidat inscription agrément écrou allocataire usager électeur légitimation dossierstuk zaak sak sag ärende sprawy akt akty dosya dosar dosarul trámite "
    "legajo colegiado afiliación recluso interno pasajero carné universitario nacimiento acta padrón iscrizione assistito libretto pratica albo mecanográfico inscrição aluna processo "
    "leerling lening stam aansluit relatienummers albumu ewidencyjny pracowniczy opiskelijakortti henkilö työntekijä käyttöpaikka rekisteröinti studie medarbejder anställning autorisations "
    "zaměstnance klientské zákaznické členské evidenční značka spisová matricol angajat legitimație törzs diákigazolvány oktatási pecsét dolgozói ügyfél tagsági "
    "öğrenci sicil tapu diploma anggota mahasiswa pegawai peserta keluarga karyawan siswa nim company business enterprise organisation organization corporate corporation establishment handelsregister firmenbuch unternehmens "
    "gewerbe ondernemings organisations organisasjons forening yhdistyksen registrikood rekisteri entreprise empresa impresa firmy företags foretaks virksomheds "
    "umsatzsteuer mehrwertsteuer omzetbelasting arvonlisävero merverdiavgift momsregistrerings maticna matična matičnu matičné regkood înregistrare "
    "suministro zählpunkt catastral cadastral preparer meter contract "
    "diver discharge redress admission admissions juror jury docket court matriculation bar warrant accession roll contractor foster carer tenant baptism police "
    "trader exam examination examinee microchip chip railcard subscription engineer architect referee coach deed sentri laissez travel document kundnummer kundnr lidnummer elevnummer employee employees employment staff personnel payroll worker crew mitarbeiter personal personalnummer empleado empregado "
    "dipendente employé salarié pracownika anställd ansatt medewerker werknemer funcionário trabajador nómina student students pupil learner "
    "alumno aluno étudiant studente studenta matrikel matrikelnummer legitymacji opiskelija elev library candidate applicant applicants "
    "enrolment enrollment teacher mitglied mitglieds miembro membre membro socio sócio członkowski medlem medlems jäsen lid lidmaatschap adhérent "
    "člena üye customer customers client cliente clienti klient klienta kunde kunden kund kunden asiakas asiakkaan klant relatie zákazníka "
    "ügyfél müşteri loyalty rewards reward bonus fidelity fidélité fidelidad fidelidade flyer flier traveler traveller passenger passengers "
    "guest mileage miles badge officer counsel lawyer attorney advokat notary pilot seafarer seaman seafarers seamans mariner firearm firearms weapon "
    "lizenz approbation certification certificate licensee professional device handset sim advertising "
    "ticketholder cardholder card karte karta carte tarjeta kaart kort kortti cartão cartao kart householder tenant-number "
    "tenancy resident borrower debtor creditor person persons personen persona individual "
    "family household child spouse witness victim suspect defendant plaintiff caregiver volunteer player athlete",
}
"""Nouns that with a head make a label, by what the number is then taken for."""

SURE: Final = _listed(
    "passport reisepass pasaporte passaporto passaporte passeport paspoort paszport pasaport passnummer kontonummer personalnummer "
    "matrikelnummer rijbewijs personalausweis fahrgestellnummer registreringsnummer rekisterinumero tilinumero számlaszám sparbuch "
    "führerschein körkort kørekort førerkort kennzeichen kenteken rendszám matrícula aufenthaltstitel ajokortti policyholder "
    "contribuinte osobne iskaznice izkaznice vrm vrn dowodu útlevél matricule eleitor elector eleitoral kimlik personas asmens "
    "versicherungsnummer enrolment cédula zehut huduma séjour soggiorno "
    "davčna kitambulisho kvytok kundnummer kundnr lidnummer elevnummer registrikood bancaria bancario bancaire bancária suministro "
    "matricola prontuário aktenzeichen pasnummer sagsnummer saksnummer zaaknummer fallnummer stamnummer "
    "chiếu putovnica paspor pasport mengemudi identifikationsnummer versichertenkarte sairaanhoitokortti sairaanhoitokortin "
    "kassenzeichen mandatsreferenz legajo legitimație vertragskonto spz bibliotheksausweis blutspenderausweis diákigazolvány"
)
"""Nouns that need no head."""

OF_ROWS: Final = frozenset(
    {"account", "accounts", "client", "customer", "worker", "child", "device", "player", "person"}
    | {"guest", "candidate", "crew", "bank", "card", "learner", "individual", "family", "household"}
    | {
        "librarian",
        "library",
        "vehicle",
        "driver",
        "health",
        "service",
        "national",
        "sim",
        "handset",
    }
)
"""Nouns whose `id` in a program is the number of a row."""

FIRMS: Final = _listed(
    "company business enterprise organisation organization corporate corporation establishment entreprise empresa impresa "
    "vertrag zähler prüfung dienst betrieb fall beitrag stam studie akt akty sag sak zaak cont hasta pas nim diploma acta interno processo pratica albo "
    "documento título mandat trabajo trabalho travail municipal estadual profissional profesional professionnelle professionale expediente "
    "compteur livraison inscription contrat contrato contratto polisi "
    "engine meter contract subscription admission admissions travel chip bar roll transit mandate assessment discharge court tenant exam accession registration reg document"
)
"""Nouns whose `id` or `code` in a program is nobody's: only their number is told by a register."""

DEMONYMS: Final = _listed(
    "albanian algerian american andorran angolan argentinian armenian azerbaijani belarusian bolivian bosnian british cambodian cameroonian "
    "costa rica rican croatian cuban cypriot danish dominican ecuadorian english estonian european faroese finnish french georgian guatemalan "
    "guinea haitian honduran hong kong icelandic iranian iraqi islands isle kazakh korean kosovo kuwaiti latvian libyan liechtenstein lithuanian "
    "luxembourg luxembourgian macedonian north south east west maltese mauritian moldovan monaco mongolian montenegrin montenegro mozambican myanmar new zealand "
    "nicaraguan northern norwegian paraguayan salvador salvadoran san marino scottish senegalese serbian singaporean slovenian somali soviet sri sudanese "
    "swedish syrian tajik turkmen ukrainian unique united kingdom states senegal tunisia uruguayan uzbek venezuelan welsh yemeni zambian zimbabwean "
    "albania argentina austria australia azerbaijan belarus belgium bolivia brazil bulgaria canada chile china colombia croatia cyprus denmark ecuador "
    "estonia finland france germany greece guatemala hungary iceland ireland italy kazakhstan latvia lithuania malta mexico moldova netherlands norway "
    "paraguay peru poland portugal romania russia serbia singapore slovakia slovenia spain sweden switzerland ukraine uruguay uzbekistan venezuela"
)
"""What says of which country a label is, and changes nothing else."""

HEADS: Final = _listed(
    "number numbers num no nr n nº n° # № id ids identifier identification identifiant identificación identificativo identificador "
    "ref refs reference referenz referencia registration reg record file pin nbr nmbr nro núm "
    "nummer nummern nummere numer numery numero número numéro numeri números numéros nummeret numret broj broja číslo čislo cislo szám száma szama "
    "uimhir numru broja nro-a nomeru "
    "azonosító azonosítója jel številka numara numarası no'su kodu kod koodi tunnus tunniste numeris numurs number nomor mã số "
    "codigo código codice cod kennung kennnummer kennzahl kennziffer kenn matricule folio expediente seria série serie "
    "număr numărul numar azonosítója "
    "kode bango bangou beonho shomare nomer nombori raqm raqam rakam mispar sankhya arithmos namber nummeri nummern "
    # with an ending that says whose: `kimlik numaram`, `személyi számom`, `numărul meu`
    "numaram numaranız numaraniz numaramız számom szamom számod tunnukseni tunnuksesi numeroni nomorku nomornya nomorna broju broje čísla čísle numeru "
    "registro registre rejestr registrul cadastro codul numărul brojčano identifikimit identifikacijski identifikacioni identifikacyjny identifikační identifikačné "
    "identyfikacji identyfikacyjny numurs nömrəsi númer kood jednotné clave rol "
    "numri nomeri raqami namba nambari nomor nombor kods kodas koda kad certificate book document docs permit licence license card serial account"
)
FILLERS: Final = _listed(
    "is was are be the a an of for on in to by del de della do da di du la le el les los der des dem den die das von van vom zu zum "
    "isch his her my your our their mine yours its holder owner titular inhaber ist lautet lauten es est é er är on je to jest und and y e et "
    "value values val text content contents data field label input string display printed written quoted given says reads shown listed entered "
    "new old current primary secondary main full same official state government federal province issued valid verified confirmed "
    "td th tr dd dt dl li ul span div strong b p i em tbody table row cell name for key class id attribute placeholder "
    "meu minha seu sua mio mia suo tuo mi mis tu su mon ma votre ton son mein meine meiner ihre sein deine mijn jouw uw zijn min mitt mina din ditt "
    "moj moja moje mój můj moji mea lui ei ul ului este sunt minun sinun benim senin onun oma meie mana mano jūsų mans saya anda kamu nya om là của tôi ang aking yangu "
    "code coding system use use official object item items entry details info information values answer result response "
    "person user customer client patient member employee student applicant as with without incl including excl incluindo incluye inkl supplier vendor fornitore proveedor fornecedor fournisseur lieferant leverancier dostawcy under below above follows following this that "
    "scan scans scanned copy photocopy states stated displays displayed shows showing saying reading appears "
    "personal individual private public us uk eu usa de fr it es nl pl se fi dk no ca au in nz jp kr cn br mx za ng ke "
    "único única unico unica unique unic unificado uniforme uniform común commun primary state single legal "
    "republic tc "
    "here mid file should read reads it show as mark n'est c'est it's now still nbsp quot amp lt gt u var char varchar"
)
"""Words that change nothing between a label and its value."""

OTHERS: Final = _listed(
    "count counts total totals size sizes length len format formats formatted types version versions ver page pages line lines port ports amount amounts "
    "price prices cost costs fee fees balance limit limits max min maximum minimum rate rates ratio percent percentage year years month months day "
    "days date dates time times timestamp ms millis seconds minutes hours bytes kb mb token tokens order orders bestellung invoice invoices "
    "rechnung facture factura ticket tickets request requests trace span build builds sku part parts batch lot index idx offset status "
    "null none nil missing unknown undefined true false error errors errno example placeholder_ row_number score average avg mean sum usd eur "
    "gbp per quantity qty since until created updated deleted latency duration height weight session thread process pid job task "
    "queue commit revision hash checksum digest sha md5 uuid guid schema regex pattern validator validation invalid param params parameter "
    "parameters exception bug issue issues ticket pull rfc cve isbn ean gtin model models metric metrics dashboard cluster node pod "
    "shard partition byte bits bit width depth level levels step steps retry retries attempt attempts timeout module package "
    "address addresses email mail phone dob url uri host hostname port city street agent description message messages "
    "mileage speed warning study function method column columns rows records cells chars characters people users members_count dollars euros usage quota "
    "shipment shipping parcel tracking delivery package product products item_number article articles warehouse stock"
)
"""Words that say of a number that it is none of a person's."""

_WITH_E: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})


def spellings(word: str) -> set[str]:
    """Return a word without accents, and with an `e` for an umlaut."""
    return {bare(word), bare(word.lower().translate(_WITH_E))}


def _plain(words: frozenset[str]) -> frozenset[str]:
    return frozenset(plain for word in words for plain in spellings(word))


ENTITY_OF: Final = {
    plain: entity
    for entity, words in NOUNS.items()
    for word in words.split()
    for plain in spellings(word)
}
"""What a noun without accents says that the number is."""
SURE_PLAIN: Final = _plain(SURE)
HEADS_PLAIN: Final = _plain(HEADS)
FILLERS_PLAIN: Final = _plain(FILLERS | DEMONYMS)
FIRMS_PLAIN: Final = _plain(FIRMS)
OTHERS_PLAIN: Final = _plain(OTHERS)
_ENDS: Final = (
    *("nummer", "nummern", "number", "numer", "numero", "nr", "no", "id", "szam", "szama", "kod"),
    *(
        "nro",
        "broj",
        "bango",
        "kode",
        "azonosito",
        "code",
        "ref",
        "tunnus",
        "num",
        "koodi",
        "kennung",
    ),
)
_JOINS: Final = ("", "s", "n", "en", "e")
_SHORTEST: Final = 3
_LONGEST: Final = 48


def compound(word: str) -> str:
    """Return what a noun and its head in one word say, `Kundennummer`; ``""`` if it is none."""
    if not word.endswith(_ENDS) or len(word) > _LONGEST:
        return ""
    for end in _ENDS:
        if not word.endswith(end):
            continue
        for join in _JOINS:
            stem = word[: -len(end + join)]
            if not word.endswith(join + end) or len(stem) < _SHORTEST:
                continue
            for start in range(len(stem) - _SHORTEST + 1):
                # Short words of much else mean it alone: `Vorfallnummer` is of no `Fall`.
                if stem[start:] in ENTITY_OF and not (start and stem[start:] in FIRMS_PLAIN):
                    return ENTITY_OF[stem[start:]]
    return ""
