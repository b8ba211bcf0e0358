"""The words of which keys of names and places are made."""

from typing import Final

PERSON_KEYS = frozenset(
    {"person", "patient", "customer", "contact", "author", "beneficiary", "holder", "recipient"}
    | {"sender", "employee", "owner", "assignee", "surname", "fullname", "firstname", "lastname"}
    | {"username", "displayname", "nickname", "applicant", "guest", "member", "manager", "attendee"}
    | {"attendees", "participants", "signatory", "payee", "payer", "cardholder", "forename"}
    | {
        "fname",
        "lname",
        "mname",
        "givenname",
        "familyname",
        "middlename",
        "maidenname",
        "attention",
    }
    | {"attn", "passenger", "traveler", "traveller", "student", "teacher", "doctor", "physician"}
    | {
        "nurse",
        "lawyer",
        "attorney",
        "witness",
        "plaintiff",
        "defendant",
        "tenant_name",
        "landlord",
    }
    | {
        "spouse",
        "husband",
        "wife",
        "nominee",
        "insured",
        "claimant",
        "borrower",
        "lender",
        "driver",
    }
    | {"vorname", "nachname", "apellido", "apellidos", "nombre", "nome", "cognome", "sobrenome"}
    | {"prenom", "nom", "achternaam", "voornaam", "imie", "nazwisko", "kunde", "cliente"}
)
PERSON_NAMES: Final = frozenset(
    {
        "fore",
        "full",
        "first",
        "last",
        "middle",
        "given",
        "family",
        "maiden",
        "display",
        "user",
        "customer",
    }
    | {"client", "contact", "patient", "person", "employee", "account", "holder", "legal", "real"}
    | {"billing", "shipping", "owner", "author", "sender", "recipient", "member", "guest"}
    | {
        "beneficiary",
        "cardholder",
        "applicant",
        "student",
        "manager",
        "doctor",
        "preferred",
        "nick",
    }
    | {"birth", "sur", "cust", "emp", "usr", "acct", "passenger", "traveler", "payer", "payee"}
    | {"agent", "caller", "buyer", "seller", "subscriber", "borrower", "insured", "claimant"}
    | {
        "driver",
        "spouse",
        "mother",
        "father",
        "parent",
        "child",
        "emergency",
        "reporter",
        "assignee",
    }
    | {"matched", "screened", "searched", "queried", "subject", "printed", "embossed", "embossing"}
    | {"nominee", "witness", "resident", "pupil", "worker", "debtor", "creditor", "remitter"}
    | {"originator", "signee", "guardian", "donor", "relative", "kin", "wife", "husband", "rider"}
    | {"requester", "creator", "approver", "reviewer", "signer", "signatory", "beneficiary", "host"}
)
PLACE_KEYS = frozenset(
    {"address", "addr", "street", "city", "town", "village", "hometown", "birthplace", "line1"}
    | {"line2", "location", "residence", "county", "district", "suburb", "municipality", "postcode"}
    | {"zip", "zipcode", "postal", "locality", "neighborhood", "neighbourhood", "apartment"}
    | {
        "domicile",
        "birthcity",
        "adresse",
        "anschrift",
        "ort",
        "wohnort",
        "stadt",
        "ville",
        "ciudad",
    }
    | {"direccion", "indirizzo", "citta", "cidade", "endereco", "adres", "miasto", "plaats"}
)
WHOLE: Final = frozenset(
    {
        "full",
        "display",
        "user",
        "account",
        "contact",
        "fullname",
        "displayname",
        "username",
        "nickname",
        "legal",
        "owner",
    }
)
NAMES: Final = (
    "nombre", "apellido", "apellidos", "nome", "cognome", "vorname", "nachname", "naam", "imie", "nazwisko",
    "nombres", "jmeno", "prijmeni", "navn", "namn", "nimi", "nev", "nume", "prenume", "soyad", "nama",
)  # fmt: skip
CODE_KEYS: Final = frozenset({
    "zip", "zipcode", "postcode", "postalcode", "plz", "cep", "codepostal", "postnummer", "postnr", "postinumero", "postleitzahl", "pincode",
})  # fmt: skip
ADDRESS_KEYS: Final = frozenset({"pickup", "dropoff", "origin", "destination"})
"""What may hold an address, or a word."""
TOWN_WORDS: Final = frozenset(
    {
        "city",
        "town",
        "street",
        "village",
        "county",
        "municipality",
        "district",
        "suburb",
        "road",
        "place",
        "stadt",
        "strassen",
        "ville",
    }
)
NO_PLACE: Final = frozenset({"ip", "mac", "email", "mail", "server", "client", "host", "peer"})
NAME_PARTS: Final = frozenset({"given", "family"})
SPELT: Final = frozenset({"native", "latin", "kana", "kanji", "furigana", "romaji"})
"""In what script a name is written, behind the word for it."""
OF_SAP: Final = ("nachn", "vorna", "rufnm", "midnm", "ename", "nach2")
"""The fields of SAP's infotype 0002 that hold a name."""
SHOWN_OF: Final = frozenset({
    "actor", "subject", "performer", "practitioner", "individual", "asserter", "recorder", "informant", "enterer", "requestor", "participant", "who",
})  # fmt: skip
"""Whose ``display`` is somebody's name, beside those that name a person themselves."""
ENDS_OF_NAMES: Final = frozenset({"first", "middle", "last", "ad"})
"""What a part of a name is called where the object around it is one."""
BARE_PARTS: Final = NAME_PARTS | ENDS_OF_NAMES
"""What is a key only where it is quoted: a sentence may end with it."""
OF_FONTS: Final = frozenset(
    {"font", "product", "instance", "model", "device", "protocol", "address"}
)
SHORT: Final = {"nm": "name", "nme": "name", "fst": "first", "lst": "last", "adr": "addr"}

PERSON_KEYS |= {
    "nimi", "etunimi", "sukunimi", "namn", "fornamn", "efternamn", "navn", "fornavn", "etternavn", "efternavn", "naam", "ansprechpartner",
    "kundenname",
    "nume", "prenume", "soyad", "soyadi", "isim", "nama", "jmeno", "prijmeni", "meno", "priezvisko", "prezime", "priimek", "vardas", "pavarde",
    "eesnimi",
    "perenimi", "keresztnev", "vezeteknev", "nombres", "destinatario", "destinataire", "empfaenger", "contactpersoon", "pangalan", "apelido",
    "primeironome",
    "prenoms", "forenames", "firstnames", "givennames", "lastnames", "surnames", "vornamen", "nomes", "sobrenomes", "voornamen", "imiona", "knownas",
    "declarant", "keeper", "rider", "pupil", "instructor", "counsellor", "counselor", "notary", "juror", "prosecutor",
    "godparent", "sibling", "companion", "dependent", "dependant", "petitioner", "locataire", "bailleur", "titulaire",
    "titular", "inquilino", "paciente", "paziente", "mieter", "mieterin", "vermieter", "fahrer", "huurder", "verhuurder", "kierowca", "najemca", "pacjent",
    "requester", "organizer", "organiser", "worker", "signer", "caller", "subscriber", "buyer", "nextofkin", "kin", "salutation", "interviewee",
    "interviewer",
    "reporter", "approver", "reviewer", "supervisor", "occupant", "resident", "donor", "sponsor", "referee", "respondent", "complainant", "victim",
    "suspect", "daughter", "mother", "father", "brother", "sister", "fiance", "fiancee", "boyfriend", "girlfriend", "aunt", "uncle", "nephew", "niece",
    "grandmother", "grandfather", "granddaughter", "stepdaughter", "roommate", "flatmate", "neighbour", "neighbor", "colleague", "coworker", "nanny",
    "babysitter", "bride", "tochter", "ehefrau", "ehemann", "mutter", "schwester", "hija", "hijo", "esposa", "esposo", "conjoint", "moglie", "marito",
    "figlia", "figlio", "filha", "filho",
    *OF_SAP,
    "signedby", "witnessedby", "guardian", "carer", "therapist", "dentist", "surgeon", "relative", "heir", "executor", "trustee",
}  # fmt: skip
PLACE_KEYS |= {
    "osoite", "adress", "adresa", "adresi", "alamat", "lakcim", "adrese", "adresas", "aadress", "naslov", "domicilio", "morada", "kota", "kaupunki",
    "mesto", "oras",
    "varos", "sted", "postnummer", "postnr", "postinumero", "plz", "cep", "strasse", "stra\u00dfe", "ulica", "ulice", "utca", "katuosoite",
    "gateadresse", "straat", "calle", "rue",
    "rua", "kelurahan", "kecamatan", "woonplaats", "localidad", "localidade", "bairro", "codepostal", "postleitzahl", "kommune", "poblacion",
    "comune", "paese",
}  # fmt: skip
PERSON_WORDS: Final = PERSON_KEYS | {"name", "names", "oncard", "on_card"}
"""Those that end a key of a person where it stands as a value."""
LAST_WORDS: Final = frozenset(
    {
        *PERSON_KEYS,
        *PLACE_KEYS,
        *CODE_KEYS,
        *NAME_PARTS,
        *ADDRESS_KEYS,
        *ENDS_OF_NAMES,
        "known_as",
        "names",
        "name",
        "nm",
        "nme",
        "adr",
        "addressline",
        "line",
        "display",
        "on_card",
        "oncard",
        *SPELT,
    }
)
"""The words one of which ends every key that says something."""
