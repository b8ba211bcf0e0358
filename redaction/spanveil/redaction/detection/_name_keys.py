"""What a key says of its value: a person's name, a place, or a bare ``name``."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from spanveil.config import split_words

_PERSON_KEYS = frozenset(
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
_PERSON_NAMES: Final = frozenset(
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
_PLACE_KEYS = frozenset(
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
_WHOLE: Final = frozenset(
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
_NAMES: Final = (
    "nombre", "apellido", "apellidos", "nome", "cognome", "vorname", "nachname", "naam", "imie", "nazwisko",
    "nombres", "jmeno", "prijmeni", "navn", "namn", "nimi", "nev", "nume", "prenume", "soyad", "nama",
)  # fmt: skip
_SIGNS: Final = " .,'\u2019-\\\u00b7\u30fb\u3000\u200c\u200d\u05f3"
_MAX_UNCASED: Final = 40
_PLAIN: Final = re.compile(r"[A-Za-z .,'\\-]{0,80}")
"""What is ASCII is sooner compared as a whole."""
_CODE_KEYS: Final = frozenset({
    "zip", "zipcode", "postcode", "postalcode", "plz", "cep", "codepostal", "postnummer", "postnr", "postinumero", "postleitzahl", "pincode",
})  # fmt: skip
_ADDRESS_KEYS: Final = frozenset({"pickup", "dropoff", "origin", "destination"})
"""What may hold an address, or a word."""
_TOWN_WORDS: Final = frozenset(
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
_NO_PLACE: Final = frozenset({"ip", "mac", "email", "mail", "server", "client", "host", "peer"})
_NAME_PARTS: Final = frozenset({"given", "family"})
_SPELT: Final = frozenset({"native", "latin", "kana", "kanji", "furigana", "romaji"})
"""In what script a name is written, behind the word for it."""
_OF_SAP: Final = ("nachn", "vorna", "rufnm", "midnm", "ename", "nach2")
"""The fields of SAP's infotype 0002 that hold a name."""
_SHOWN_OF: Final = frozenset({
    "actor", "subject", "performer", "practitioner", "individual", "asserter", "recorder", "informant", "enterer", "requestor", "participant", "who",
})  # fmt: skip
"""Whose ``display`` is somebody's name, beside those that name a person themselves."""
ENDS_OF_NAMES: Final = frozenset({"first", "middle", "last", "ad"})
"""What a part of a name is called where the object around it is one."""
BARE_PARTS: Final = _NAME_PARTS | ENDS_OF_NAMES
"""What is a key only where it is quoted: a sentence may end with it."""
_OF_FONTS: Final = frozenset(
    {"font", "product", "instance", "model", "device", "protocol", "address"}
)
_SHORT: Final = {"nm": "name", "nme": "name", "fst": "first", "lst": "last", "adr": "addr"}

_PERSON_KEYS |= {
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
    *_OF_SAP,
    "signedby", "witnessedby", "guardian", "carer", "therapist", "dentist", "surgeon", "relative", "heir", "executor", "trustee",
}  # fmt: skip
_PLACE_KEYS |= {
    "osoite", "adress", "adresa", "adresi", "alamat", "lakcim", "adrese", "adresas", "aadress", "naslov", "domicilio", "morada", "kota", "kaupunki",
    "mesto", "oras",
    "varos", "sted", "postnummer", "postnr", "postinumero", "plz", "cep", "strasse", "stra\u00dfe", "ulica", "ulice", "utca", "katuosoite",
    "gateadresse", "straat", "calle", "rue",
    "rua", "kelurahan", "kecamatan", "woonplaats", "localidad", "localidade", "bairro", "codepostal", "postleitzahl", "kommune", "poblacion",
    "comune", "paese",
}  # fmt: skip
PERSON_WORDS: Final = _PERSON_KEYS | {"name", "names", "oncard", "on_card"}
"""Those that end a key of a person where it stands as a value."""
LAST_WORDS: Final = frozenset(
    {
        *_PERSON_KEYS,
        *_PLACE_KEYS,
        *_CODE_KEYS,
        *_NAME_PARTS,
        *_ADDRESS_KEYS,
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
        *_SPELT,
    }
)
"""The words one of which ends every key that says something."""


@lru_cache(maxsize=4096)
def key_kind(key: str) -> str:
    """Say whether a key names a person, a place, or something with a bare ``name``.

    >>> [key_kind(key) for key in ("custFirstNm", "billing_addr", "ip_address", "name", "model")]
    ['PERSON', 'LOCATION', '', 'NAME', '']
    """
    words = [_SHORT.get(word, word) for word in split_words(key)]
    if not words:
        return ""
    last = words[-1]
    if last in _SPELT and len(words) > 1:
        return "PERSON" if key_kind(key[: -len(last)]) in {"PERSON", "NAME"} else ""
    if last.isdigit() and len(words) > 1:
        last = words[-2] + last
    if len(words) > 2 and words[-2] in {"address", "addr"} and last.startswith("line"):
        last = "address"
    if last in _CODE_KEYS or words[-2:] == ["postal", "code"]:
        return "POSTCODE"
    if (last in _PLACE_KEYS or last[:-1] in {"addressline", "line"}) and _NO_PLACE.isdisjoint(
        words
    ):
        return "LOCATION"
    if last in _NAME_PARTS and len(words) > 1 and words[-2] in _OF_FONTS:
        return ""
    if last in _PERSON_KEYS or last in _NAME_PARTS or words[-2:] == ["known", "as"]:
        return "PERSON"
    if words[-3:] == ["name", "on", "card"]:
        return "PERSON"
    if last == "display":
        return "SHOWN" if len(words) == 1 else "PERSON" * shows_person(words[-2])
    if last in ENDS_OF_NAMES and (len(words) == 1 or words[-2] == "name"):
        return "END"
    if last == "names" and len(words) > 1 and words[-2] in _PERSON_NAMES:
        return "PERSON"
    if last in _ADDRESS_KEYS or words[-2:] in (["pick", "up"], ["drop", "off"]):
        return "ADDRESS"
    if last != "name":
        return ""
    if len(words) > 1 and words[-2] in _TOWN_WORDS:
        return "LOCATION"
    if len(words) == 1:
        return "NAME"
    return "PERSON" if words[-2] in _PERSON_NAMES else ""


def shows_person(parent: str) -> bool:
    """Say whether what an object is called says that its ``display`` is somebody's name."""
    words = split_words(parent)
    return bool(words) and (words[-1] in _SHOWN_OF or words[-1] in _PERSON_KEYS)


@lru_cache(maxsize=4096)
def is_part(key: str) -> bool:
    """Say whether a key speaks of a part of a name, which may be any word.

    >>> [is_part(key) for key in ("firstName", "surname", "displayName", "owner")]
    [True, True, False, False]
    """
    words = split_words(key)
    return says_name(key) and _WHOLE.isdisjoint((*words[-2:-1], *words[-1:]))


@lru_cache(maxsize=4096)
def says_name(key: str) -> bool:
    """Say whether a key speaks of a name, and not of somebody's role alone.

    >>> [says_name(key) for key in ("firstName", "surname", "owner")]
    [True, True, False]
    """
    return key.lower().endswith(
        (
            "name",
            "nm",
            "nom",
            "given",
            "family",
            "names",
            "noms",
            "known_as",
            "knownas",
            "on_card",
            "oncard",
            *_NAMES,
            *_SPELT,
            *_OF_SAP,
        )
    )


def is_personal(value: str) -> bool:
    """Say whether a value has the form of a person's name."""
    if len(value) > 80 or value.count(" ") > 5:
        return False
    if not _PLAIN.fullmatch(value) and (
        value.isascii() or not all(c.isalpha() or c in _SIGNS or _is_mark(c) for c in value)
    ):
        return False
    if not value.isascii() and is_uncased(value):
        return len(value) <= _MAX_UNCASED
    return value[:1].isupper() or any(word[:1].isupper() for word in value.split(" "))


def is_uncased(value: str) -> bool:
    """Say whether a value begins in a script that writes names without capitals.

    >>> [is_uncased(value) for value in ("\u738b\u5c0f\u660e", "\u10dc\u10d8\u10dc\u10dd", "ada", "Ada", "7")]
    [True, True, False, False, False]
    """
    first = value[:1]
    # Georgian has capitals that no word begins with.
    return first > "\u0500" and first.isalpha() and first.title() == first and not first.isupper()


def is_short(value: str) -> bool:
    """Say whether a value without capitals is no longer than a name beside somebody's role is."""
    return len(value) <= 4 or (len(value) <= 24 and 1 <= value.count(" ") <= 3)


def _is_mark(char: str) -> bool:
    """Say whether a character is a vowel's sign or an accent of its own."""
    return unicodedata.category(char)[0] == "M"
