"""What stands where a name would and names nobody: `не указано`, `Atentamente, Servicio al Cliente`.

Forms are left empty in every language, letters are signed by departments and written to customers,
and institutions are spelled as people are. This judges what all rules found, whatever found it.
"""

import re
from collections.abc import Callable
from typing import Final

from spanveil.redaction.detection._word_marks import ENGLISH, GIVEN, KNOWN, ROLE, USUAL

_NO_NAMES = (
    # asked for and not told, or not decided; what is spelled as a name is and is a word of several
    "unknown|tba|tbd|tbc|n/a|not given|not known|not provided|not available|not applicable|not specified|not stated|not set|not assigned|unassigned|anonymous|to be announced|to be confirmed|to be decided|no name|nobody|no one|not disclosed|withheld|undisclosed"
    "|unbekannt|nicht bekannt|nicht angegeben|keine angabe|ohne namen|noch offen|nicht zugewiesen|nicht vergeben|entf\u00e4llt|anonym|niemand"
    "|inconnu|inconnue|non renseign\u00e9|non renseign\u00e9e|non communiqu\u00e9|non pr\u00e9cis\u00e9|non attribu\u00e9|sans nom|\u00e0 d\u00e9finir|\u00e0 confirmer|anonyme|n\u00e9ant|aucun|aucune|non"
    "|desconocido|desconocida|sin nombre|sin asignar|sin especificar|sin datos|no consta|no indicado|no disponible|no informado|no especificado|por asignar|por definir|por confirmar|an\u00f3nimo|ninguno|nadie"
    "|sconosciuto|sconosciuta|non disponibile|non indicato|non specificato|non assegnato|non noto|senza nome|da definire|da assegnare|anonimo|nessuno"
    "|desconhecido|desconhecida|n\u00e3o informado|n\u00e3o informada|n\u00e3o dispon\u00edvel|n\u00e3o especificado|n\u00e3o atribu\u00eddo|n\u00e3o consta|sem nome|a definir|an\u00f4nimo|an\u00f3nimo|ningu\u00e9m|nenhum"
    "|onbekend|niet bekend|niet opgegeven|niet ingevuld|niet beschikbaar|niet toegewezen|geen opgave|geen|anoniem|niemand|nog te bepalen"
    "|ok\u00e4nd|ok\u00e4nt|ej angivet|ej angiven|inte angivet|uppgift saknas|saknas|ej tilldelad|ingen|ukendt|ukjent|ikke angivet|ikke oppgitt|ikke tildelt|ikke tildelet|anonymt|tuntematon|ei tiedossa|ei ilmoitettu|ei m\u00e4\u00e4ritetty|nimet\u00f6n"
    "|\u00f3\u00feekkt|\u00f3\u00feekktur|teadmata|m\u00e4\u00e4ramata|nezin\u0101ms|nav nor\u0101d\u012bts|ne\u017einoma|nenurodyta|ne\u017einomas"
    "|nieznany|nieznana|nieznane|nie podano|brak|brak danych|nie dotyczy|nieprzypisany|bez nazwiska|anonimowy|nezn\u00e1m\u00fd|nezn\u00e1m\u00e9|neuvedeno|neuveden\u00e9|nen\u00ed zn\u00e1mo|nep\u0159i\u0159azeno|neznano|nepoznat|nepoznato|nije navedeno|ni navedeno|nezadan\u00e9"
    "|ismeretlen|nincs megadva|nem ismert|nincs|necunoscut|necunoscut\u0103|nespecificat|indisponibil|f\u0103r\u0103 nume|neprecizat|bilinmiyor|belirtilmemi\u015f|belirtilmedi|bilinmeyen|atanmam\u0131\u015f|yok|isimsiz"
    "|\u043d\u0435 \u0443\u043a\u0430\u0437\u0430\u043d\u043e|\u043d\u0435 \u0443\u043a\u0430\u0437\u0430\u043d|\u043d\u0435 \u0443\u043a\u0430\u0437\u0430\u043d\u0430|\u043d\u0435 \u0437\u0430\u043f\u043e\u043b\u043d\u0435\u043d\u043e|\u043d\u0435 \u0437\u0430\u0434\u0430\u043d\u043e|\u043d\u0435 \u043d\u0430\u0437\u043d\u0430\u0447\u0435\u043d|\u043d\u0435\u0438\u0437\u0432\u0435\u0441\u0442\u043d\u043e|\u043d\u0435\u0438\u0437\u0432\u0435\u0441\u0442\u0435\u043d|\u043d\u0435\u0438\u0437\u0432\u0435\u0441\u0442\u043d\u0430|\u0431\u0435\u0437 \u0438\u043c\u0435\u043d\u0438|\u0430\u043d\u043e\u043d\u0438\u043c|\u043d\u0435\u0442 \u0434\u0430\u043d\u043d\u044b\u0445|\u043d\u0435\u0442|\u043e\u0442\u0441\u0443\u0442\u0441\u0442\u0432\u0443\u0435\u0442"
    "|\u043d\u0435\u0432\u0456\u0434\u043e\u043c\u043e|\u043d\u0435\u0432\u0456\u0434\u043e\u043c\u0438\u0439|\u043d\u0435 \u0432\u043a\u0430\u0437\u0430\u043d\u043e|\u043d\u0435 \u043f\u0440\u0438\u0437\u043d\u0430\u0447\u0435\u043d\u043e|\u043d\u0435 \u0435 \u043f\u043e\u0441\u043e\u0447\u0435\u043d\u043e|\u043d\u0435\u043f\u043e\u0437\u043d\u0430\u0442|\u043d\u0435\u043f\u043e\u0437\u043d\u0430\u0442\u043e"
    "|\u03ac\u03b3\u03bd\u03c9\u03c3\u03c4\u03bf|\u03ac\u03b3\u03bd\u03c9\u03c3\u03c4\u03bf\u03c2|\u03ac\u03b3\u03bd\u03c9\u03c3\u03c4\u03b7|\u03b4\u03b5\u03bd \u03ad\u03c7\u03b5\u03b9 \u03b4\u03bf\u03b8\u03b5\u03af|\u03b4\u03b5\u03bd \u03b4\u03b7\u03bb\u03ce\u03b8\u03b7\u03ba\u03b5"
    "|\u063a\u064a\u0631 \u0645\u0639\u0631\u0648\u0641|\u063a\u064a\u0631 \u0645\u062d\u062f\u062f|\u063a\u064a\u0631 \u0645\u062a\u0648\u0641\u0631|\u0645\u062c\u0647\u0648\u0644|\u0646\u0627\u0645\u0634\u062e\u0635|\u0646\u0627 \u0645\u0634\u062e\u0635|\u0646\u0627\u0645\u0639\u0644\u0648\u0645|\u05dc\u05d0 \u05d9\u05d3\u05d5\u05e2|\u05dc\u05d0 \u05e6\u05d5\u05d9\u05df|\u05d0\u05dc\u05de\u05d5\u05e0\u05d9"
    "|\u0905\u091c\u094d\u091e\u093e\u0924|\u0909\u092a\u0932\u092c\u094d\u0927 \u0928\u0939\u0940\u0902|\u0985\u099c\u09be\u09a8\u09be|\u0985\u099c\u09cd\u099e\u09be\u09a4|\u0e44\u0e21\u0e48\u0e23\u0e30\u0e1a\u0e38|\u0e44\u0e21\u0e48\u0e17\u0e23\u0e32\u0e1a|\u0e44\u0e21\u0e48\u0e21\u0e35"
    "|\u672a\u5b9a|\u672a\u5165\u529b|\u672a\u8a18\u5165|\u672a\u8a2d\u5b9a|\u672a\u767b\u9332|\u4e0d\u660e|\u306a\u3057|\u7121\u3057|\u533f\u540d|\u672a\u586b\u5199|\u672a\u586b\u5beb|\u672a\u63d0\u4f9b|\u672a\u77e5|\u672a\u6307\u5b9a|\u672a\u5206\u914d|\u4e0d\u8be6|\u4e0d\u8a73|\u6682\u65e0|\u66ab\u7121|\u65e0|\u65e0\u540d|\u524d\u53f0|\u5ba2\u670d|\u5e97\u957f|\u7ba1\u7406\u5458|\u672a\u5b9a\u3067\u3059"
    "|\ubbf8\uc815|\ubbf8\uc785\ub825|\ubbf8\uc9c0\uc815|\ubbf8\uae30\uc7ac|\uc5c6\uc74c|\uc54c \uc218 \uc5c6\uc74c|\uc775\uba85|\ubbf8\uc0c1|\ubbf8\ub4f1\ub85d"
    "|kh\u00f4ng r\u00f5|ch\u01b0a c\u1eadp nh\u1eadt|ch\u01b0a c\u00f3|kh\u00f4ng c\u00f3|ch\u01b0a x\u00e1c \u0111\u1ecbnh|\u1ea9n danh|tidak diketahui|tidak ada|belum diisi|belum ditentukan|tanpa nama|tidak dinyatakan|hindi alam|haijulikani|hakuna"
    # what a line of a form asks for
    "|chave pix|registro geral|geral|carteira de identidade|sitz der gesellschaft|carte navigo"
    "|desconegut|sense nom|ezezaguna|descon\u00e9cese"
    "|kh\u00e1ch h\u00e0ng|qu\u00fd kh\u00e1ch|vi\u1ec7t nam|h\u00e0 n\u1ed9i|qu\u1ed1c gia|\u0111\u00e0 n\u1eb5ng|b\u1ed9|b\u1ed9 ph\u1eadn|hoge raad|\u0432\u0435\u0440\u0445\u043e\u0432\u043d\u0430 \u0440\u0430\u0434\u0430|\u0432\u0435\u0440\u0445\u043e\u0432\u043d\u0430 \u0440\u0430\u0434\u0430 \u0443\u043a\u0440\u0430\u0457\u043d\u0438"
)
_HOUSES = (
    # who signs and who is written to, where it is more than one; houses of learning, law and state;
    # terms and dishes
    "hotel abteilung kundenservice kundendienst kundenbetreuung service-team kundcenter redaktion buchhaltung personalabteilung gesch\u00e4ftsleitung vorstand verwaltung "
    "servizio servicio servi\u00e7o serviciul departamento d\u00e9partement departamentul dipartimento departament oddelen\u00ed odd\u011blen\u00ed equipo equipe \u00e9quipe echipa equip squadra "
    "clienti clientes clients klienta klient\u00f3w z\u00e1kazn\u00edk\u016f z\u00e1kaznick\u00e1 z\u00e1kazn\u00edcka podpora dzia\u0142 dzia\u0142u obs\u0142ugi obs\u0142uga biuro klantenservice klantendienst afdeling "
    "kundtj\u00e4nst kundeservice kundesenter asiakaspalvelu \u00fcgyf\u00e9lszolg\u00e1lat klienditeenindus hizmetleri hizmeti departman\u0131 m\u00fc\u015fteri ekibi "
    "\u0441\u043b\u0443\u0436\u0431\u0430 \u043f\u043e\u0434\u0434\u0435\u0440\u0436\u043a\u0438 \u043f\u043e\u0434\u0434\u0435\u0440\u0436\u043a\u0430 \u043f\u0456\u0434\u0442\u0440\u0438\u043c\u043a\u0438 \u043e\u0442\u0434\u0435\u043b \u0432\u0456\u0434\u0434\u0456\u043b \u043a\u043e\u043c\u0430\u043d\u0434\u0430 \u0430\u0434\u043c\u0438\u043d\u0438\u0441\u0442\u0440\u0430\u0446\u0438\u044f \u0440\u0435\u0434\u0430\u043a\u0446\u0438\u044f \u0431\u0443\u0445\u0433\u0430\u043b\u0442\u0435\u0440\u0438\u044f \u0434\u0435\u043f\u0430\u0440\u0442\u0430\u043c\u0435\u043d\u0442 "
    "\u03bf\u03bc\u03ac\u03b4\u03b1 \u03c5\u03c0\u03bf\u03c3\u03c4\u03ae\u03c1\u03b9\u03be\u03b7\u03c2 \u03c5\u03c0\u03b7\u03c1\u03b5\u03c3\u03af\u03b1 \u03c4\u03bc\u03ae\u03bc\u03b1 \u0938\u0947\u0935\u093e layanan pelanggan "
    "hochschule fachhochschule gymnasium grundschule realschule volkshochschule bundesministerium bundesamt landesamt arbeitsgericht verwaltungsgericht sozialgericht bundesgerichtshof "
    "colegio col\u00b7legi collegio ordem ordre faculdade facultad facult\u00e9 facolt\u00e0 wydzia\u0142 fakultet fakulta fakulteta facultatea tribunal tribunale tribunalul s\u0105d soud bir\u00f3s\u00e1g \u043c\u0438\u043d\u0438\u0441\u0442\u0435\u0440\u0441\u0442\u0432\u043e \u043c\u0456\u043d\u0456\u0441\u0442\u0435\u0440\u0441\u0442\u0432\u043e "
    "ministerio minist\u00e8re minist\u00e9rio ministero ministerstwo ministerstvo minist\u00e9rium ministerul bakanl\u0131\u011f\u0131 mahkemesi rekt\u00f6rl\u00fc\u011f\u00fc ayuntamiento sejm "
    "\u0441\u0443\u0434 \u0441\u0443\u0434\u0443 \u0430\u043a\u0430\u0434\u0435\u043c\u0438\u044f \u0430\u043a\u0430\u0434\u0435\u043c\u0456\u044f \u0448\u043a\u043e\u043b\u0430 \u0431\u0430\u043d\u043a \u0433\u043e\u0441\u0443\u0434\u0430\u0440\u0441\u0442\u0432\u0435\u043d\u043d\u044b\u0439 \u0433\u043e\u0441\u0443\u0434\u0430\u0440\u0441\u0442\u0432\u0435\u043d\u043d\u0430\u044f \u043d\u0430\u0446\u0456\u043e\u043d\u0430\u043b\u044c\u043d\u0438\u0439 \u0444\u0435\u0434\u0435\u0440\u0430\u0446\u0438\u0438 \u03b4\u03b9\u03ba\u03b1\u03c3\u03c4\u03ae\u03c1\u03b9\u03bf \u03c5\u03c0\u03bf\u03c5\u03c1\u03b3\u03b5\u03af\u03bf "
    "d\u00eda condiciones condizioni condi\u00e7\u00f5es bedingungen preguntas domande perguntas b\u00e1nh ph\u1edf b\u00fan p\u00e3o "
)
_PEOPLE = (
    # customers, users, members, parents, colleagues
    "kunde kunden kundin kundinnen nutzer nutzerin benutzer mitglied mitglieder eltern sch\u00fclerinnen sch\u00fcler kolleginnen kollegen damen herren bewerber bewerberin g\u00e4ste gast freunde leser leserin "
    "client clients cliente clientes clienti usager usagers utilisateur utilisateurs abonn\u00e9 abonn\u00e9s adh\u00e9rent coll\u00e8gues parents madame monsieur mesdames messieurs lecteur lecteurs "
    "usuario usuarios usuaria socio socios colegas amigos padres se\u00f1or se\u00f1ora se\u00f1ores se\u00f1oras gentile signora signore signor signori utente utenti collega colleghi amici dottore dottoressa egregio "
    "usu\u00e1rio usu\u00e1rios senhor senhora senhores colegas amigos professores klant klanten gebruiker gebruikers collega's lid leden ouders "
    "kund kunder anv\u00e4ndare medlem medlemmar kollegor f\u00f6r\u00e4ldrar kunder bruker brukere kollegaer asiakas k\u00e4ytt\u00e4j\u00e4 j\u00e4sen klient klienci kliencie klientem u\u017cytkownik u\u017cytkowniku pa\u0144stwo prezydent dyrektor kierownik "
    "z\u00e1kazn\u00edk z\u00e1kazn\u00edku z\u00e1kazn\u00edci klienti kolegov\u00e9 u\u017eivatel u\u017eivateli \u0159editel \u00fcgyfel \u00fcgyfel\u00fcnk v\u00e1s\u00e1rl\u00f3 v\u00e1s\u00e1rl\u00f3nk felhaszn\u00e1l\u00f3 client\u0103 clien\u021bi utilizator utilizatori "
    "m\u00fc\u015fteri m\u00fc\u015fterimiz kullan\u0131c\u0131 kullan\u0131c\u0131m\u0131z \u00fcye \u00fcyemiz misafir misafirimiz velimiz klijent kupac kup\u010de kupci korisnik korisni\u010de stranka stranke "
    "\u043a\u043b\u0438\u0435\u043d\u0442 \u043a\u043b\u0438\u0435\u043d\u0442\u044b \u043a\u043b\u0438\u0435\u043d\u0442\u0438 \u043a\u043b\u0456\u0454\u043d\u0442 \u043a\u043b\u0456\u0454\u043d\u0442\u0435 \u043a\u043b\u0456\u0454\u043d\u0442\u0438 \u043f\u043e\u043b\u044c\u0437\u043e\u0432\u0430\u0442\u0435\u043b\u044c \u043a\u043e\u0440\u0438\u0441\u0442\u0443\u0432\u0430\u0447 \u043a\u043e\u043b\u043b\u0435\u0433\u0438 \u043a\u043e\u043b\u0435\u0433\u0438 \u0440\u043e\u0434\u0438\u0442\u0435\u043b\u0438 \u043f\u043e\u043a\u0443\u043f\u0430\u0442\u0435\u043b\u044c \u0433\u043e\u0441\u043f\u043e\u0434\u0430 \u043f\u0440\u0435\u0437\u0438\u0434\u0435\u043d\u0442 \u0434\u0438\u0440\u0435\u043a\u0442\u043e\u0440 "
    "\u03c0\u03b5\u03bb\u03ac\u03c4\u03b7 \u03c0\u03b5\u03bb\u03ac\u03c4\u03b7\u03c2 \u03c7\u03c1\u03ae\u03c3\u03c4\u03b7\u03c2 \u03c7\u03c1\u03ae\u03c3\u03c4\u03b7 pelanggan pengguna nasabah customer mteja mwalimu "
)
_SMALL: Final = frozenset(
    # what joins them, who speaks, and how politely
    {
        "und", "et", "y", "e", "i", "en", "och", "og", "a", "\u0438", "\u0456", "de", "del", "der", "die", "la", "le", "les", "el", "los", "il", "gli", "os", "as", "ich", "ik", "ben", "eu", "yo", "io", "je", "\u044f", "saya", "t\u00f4i", "sayg\u0131n", "liebe", "caro", "cara",
    }
)  # fmt: skip
_NO_NAME: Final = frozenset(_NO_NAMES.split("|"))
_HOUSE: Final = frozenset(_HOUSES.split())
"""Of which one word says that a run is no name, as long as it begins with no given name."""
_STEMS: Final = (
    "universit", "uniwersyte", "univerzit", "\u00fcniversite", "yliopist", "egyetem", "\u0443\u043d\u0438\u0432\u0435\u0440\u0441\u0438\u0442", "\u0443\u043d\u0456\u0432\u0435\u0440\u0441\u0438\u0442", "\u0443\u043d\u0438\u0432\u0435\u0440\u0437\u0438\u0442",
    "\u03c0\u03b1\u03bd\u03b5\u03c0\u03b9\u03c3\u03c4", "\u03c0\u03bf\u03bb\u03c5\u03c4\u03b5\u03c7\u03bd", "politechni", "polit\u00e9cni", "politecni", "polytechni", "institut", "instytut", "\u0438\u043d\u0441\u0442\u0438\u0442\u0443\u0442", "\u0456\u043d\u0441\u0442\u0438\u0442\u0443\u0442",
)  # fmt: skip
_ADDRESSED: Final = frozenset(_PEOPLE.split())
"""Of which a run that consists of them is nobody by name."""
_POLITE: Final = frozenset({"Sie", "Ihr", "Ihre", "Ihren", "Ihrem", "Ihnen", "Usted", "Ustedes", "Voc\u00ea", "Vous"})  # fmt: skip
"""Capitals of those who are spoken to, with which no name begins."""
_LAST: Final = frozenset({"As", "Of", "With", "From", "Your", "Our", "Into", "And"})
_JOINS_HEADINGS: Final = frozenset({"Y", "Und", "Et"})
_PARTS: Final = re.compile(r"[^\s.,;:'\"\u2019()/-]{1,40}(?:'s)?")
_HUMP: Final = re.compile("[A-Z][a-z]{1,20}[A-Z]")
_HUMPS: Final = re.compile("[A-Z][a-z]{1,40}")


def is_nobody(value: str, mark: Callable[[str], int], *, acts: bool) -> bool:
    """Say whether what was found as a person's name tells of nobody.

    Args:
        value: It, as it is written.
        mark: Returns the marks that the lists have for a word in lower case.
        acts: Whether it begins a sentence, with a verb behind it: `Coach says`.
    """
    lower = value.lower().strip(" .!:-")
    words = _PARTS.findall(lower)
    if not words:
        return lower in _NO_NAME
    first = mark(words[0])
    if len(words) == 1 and _HUMP.match(value) and _is_of_code(value, mark):
        return True
    if len(words) == 1 and first & KNOWN:  # somebody may be called so: `Herr Gast`
        return acts and (first & (ROLE | GIVEN) == ROLE or lower in _NO_NAME)
    if lower in _NO_NAME:
        return True
    plain = value.split()
    if plain[0] in _POLITE or (len(plain) > 1 and plain[-1] in _LAST):
        return True
    said = [word for word in words if word not in _SMALL]
    if said and all(word in _ADDRESSED or mark(word) & (ROLE | KNOWN) == ROLE for word in said):
        return True
    if first & GIVEN and len(words) > 1 and "-" not in plain[0]:
        return False
    if any(word in _HOUSE or word.startswith(_STEMS) for word in words):
        return True
    return len(plain) > 2 and not first & KNOWN and not _JOINS_HEADINGS.isdisjoint(plain[1:-1])


def _is_of_code(word: str, mark: Callable[[str], int]) -> bool:
    """Say whether words joined by capitals are a class or a team: `BaseModel`, and no `JohnSmith`."""
    humps = [mark(hump.lower()) for hump in _HUMPS.findall(word)]
    usual = sum(hump & (ENGLISH | USUAL) != 0 for hump in humps)
    return len(humps) > 1 and 2 * usual >= len(humps) and not any(hump & GIVEN for hump in humps)
