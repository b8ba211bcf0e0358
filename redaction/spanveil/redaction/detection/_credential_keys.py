"""How strongly a key says that its value is a secret: by its words, in a dozen languages."""

from functools import lru_cache
from typing import Final, Literal

from spanveil.config import ContentClass, KeyWords, split_words

Strength = Literal["password", "pin", "token", "weak", "none"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# The words for a password; one with a letter beyond ASCII is looked up joined.
_PASSWORDS: Final = _words(
    "password passwords passwd passphrase passcode pwd pass pw psk codeword passwort kennwort "
    "mdp passe contrasena contraseña clave senha wachtwoord haslo hasło heslo parola losenord "
    "lösenord salasana adgangskode sifre şifre sifrem şifrem passord geslo lozinka jelszo "
    "jelszó parole slaptazodis slaptažodis katasandi passwortes lösenordet passordet motdepasse "
    "palavrapasse palabraclave contrasenya wagwoord salasona salasõna heslo fjalekalimi nenosiri "
    "pasahitza fokalfaire lykilord lykilorð loosinord parol sandi kodeord kodord pswd pword passwrd "
    "passkey katalaluan passwordd passphrases passcodes pwds psw passw usrpwd masterpassword keypass storepass parool paroolid contrasinal"
)
# The same in languages that add to the word: `şifreniz`, `sandinya`, `hasłem`.
_STEMS: Final = (
    *(
        "şifre",
        "sifre",
        "parola",
        "heslo",
        "hasł",
        "hasl",
        "jelsz",
        "lösenord",
        "losenord",
        "passord",
    ),
    *("adgangskode", "salasan", "wachtwoord", "kennwort", "passwort", "contrase", "senha", "geslo"),
    *(
        "lozink",
        "kodeord",
        "sandi",
        "password",
        "katalaluan",
        "fjalëkalim",
        "lykilor",
        "salasõn",
        "motdepass",
    ),
)
_ENDING: Final = 4
_NO_PASSES: Final = ("bypass", "compass", "overpass", "surpass", "trespass", "underpass")
# A function whose name begins so answers with a secret and takes none.
_ASKED: Final = _words("get fetch read load has is forgot require requires show hide no")
_PINS: Final = _words(
    "pin otp totp cvv cvc cvv2 csc zugangscode puk pincode combo combination tan mtan smstan"
)
_SECRET_ENDS: Final = tuple(
    _words(
        "password passwd passphrase secret token apikey secretkey accesskey privatekey authkey sharedkey signingkey masterkey keystring"
    )
)
_FACTORS: Final = frozenset({"mfa", "2fa", "otp", "totp", "sms"})
_NETWORKS: Final = frozenset({"wifi", "fi", "wlan", "wireless", "wep", "wpa", "hotspot", "router"})
_SECRETS: Final = _words(
    "biscuit macaroon geheimnis chave chiave llave jeton authtok encryptionkey segreto segredo"
)
"""More words for a secret that is drawn and not chosen."""

# A key that is written down for the day when nothing else opens the thing.
_KEPT: Final = _words("authentication shared psk recovery backup unlock setup pairing")
# `appkey`, written as one word
_KEY_ENDS: Final = tuple(
    f"{word}key"
    for word in [
        "app",
        "apps",
        "nwks",
        "nwk",
        "link",
        "network",
        "enc",
        "aes",
        "hmac",
        "crypt",
        "identity",
        "device",
        "server",
        "client",
        "user",
        "account",
        "subscription",
        "license",
        "deploy",
        "storage",
        "integration",
        "ingest",
        "write",
        "admin",
        "root",
        "webhook",
        "local",
        "sign",
        "seed",
    ]
)
_SESSIONS: Final = _words(
    "session sessionid jsessionid phpsessid sid sessid csrftoken xsrftoken authtoken "
    "tok sessionkey verifier seed encrypt wif aspxauth community csrf xsrf csrfmiddlewaretoken nonce pepper "
    "keyfile kek dek"
)
# Words that say in which form a key's value stands, and nothing of what it is.
_CARRIERS: Final = _words(
    "data value val text string str raw b64 base64 hex plain plaintext default base bytes "
    "material new old current cleartext"
)
_ONE_TIME: Final = _words(
    "time verification security login access auth authentication confirmation alarm door gate "
    "token pairing setup reset recovery backup entry lock device login signin signup "
    "sms 2fa mfa otp pass activation unlock pin validation verificacion seguridad verifica "
    "seguranca sicherheits"
)
# A key that ends so names something about the secret and not the secret.
_ABOUT: Final = _words(
    "age algorithm arn at authentication callback changed class column command count created date encoder encoding endpoint env error expired expires "
    "expiration expiry field file format generator header help hint id ids input invalid "
    "encryption timeout interval ttl seconds minutes days rate ratio percent enabled disabled supported "
    "label last length lifetime limit link manager max message method min mode name names "
    "path pattern placeholder policy prefix prompt protection provider ref regex required "
    "requirements reset rotation rules schema scope screen selector service size source "
    "status store strength tokens accessor attempts type updated uri url usage user username valid validator "
    "version iterations rounds memory parallelism cost"
)
# Keys that are secrets though their words do not say so: of Azure, and of Windows' WLAN profiles.
_NAMED_KEYS: Final[dict[str, Strength]] = {
    "instrumentationkey": "token",
    "keymaterial": "password",
    "auth": "weak",
    "httpbasic": "weak",
    "access": "weak",
    "refresh": "weak",
    "basicauth": "weak",
    "authuserinfo": "weak",
    "basicauthuserinfo": "weak",
    "schemaregistrybasicauthuserinfo": "weak",
    "integrationkey": "token",
    # PagerDuty's, Honeycomb's, of the device flow (RFC 8628), of a SIM card
    "routingkey": "weak",
    "xhoneycombteam": "token",
    "honeycombteam": "token",
    "devicecode": "weak",
    "appkeys": "weak",
    "functionshostkey": "token",
    "functionhostkey": "token",
    # the hash of a certificate, and where a shell is
    "discoverytokencacerthash": "none",
    "geniekey": "token",
    "aspnetsessionid": "weak",
}
# Keys that are no secrets, with the word that stands before `key` in them.
_PLAIN_KEYS: Final = _words(
    "attribute base bucket cache composite dedup dedupe deduplication dict document event "
    "field foreign group hash host idempotency index item join json lookup map message metric "
    "natural object order parent partition primary pub public query range record registry "
    "routing row s3 sort state surrogate tag trace translation unique"
)


@lru_cache(maxsize=4096)
def judge_key(key: str) -> Strength:
    """Say how strongly a key says that its value is a secret.

    >>> [judge_key(k) for k in ("DB_PASSWORD", "apiKey", "max_tokens", "primary_key", "DATADOG_KEY")]
    ['password', 'token', 'none', 'none', 'weak']
    """
    words = split_words(key)
    if named := _NAMED_KEYS.get("".join(words)):
        return named
    while len(words) > 1 and (words[-1] in _CARRIERS or words[-1].isdigit()):
        words.pop()
    if not words or (words[-1] in _ABOUT and len(words) > 1):
        return "none"
    if len(words) > 1 and words[0] in _ASKED and "".join(words) not in _PASSWORDS:
        return "none"
    if len(words) > 1 and words[-1] == "key" and words[-2] in _PASSWORDS:
        return "weak"  # the name under which a password is kept elsewhere
    ends_so = words[-1].endswith(("password", "passwd", "passphrase", "pass", "pw"))
    ends_so = ends_so and not words[-1].endswith(_NO_PASSES)
    ends_so = ends_so or any(
        words[-1].startswith(stem) and len(words[-1]) <= len(stem) + _ENDING for stem in _STEMS
    )
    if not _PASSWORDS.isdisjoint([*words, "".join(words)]) or ends_so:
        return "password"
    if words[-1] in {"answer", "word"} and words[-2:-1] in (
        ["security"],
        ["secret"],
        ["magic"],
        ["safe"],
    ):
        return "password"
    if words[-1] in _PINS or (words[-1] == "code" and not _ONE_TIME.isdisjoint(words[:-1])):
        return "pin"
    if words[-1] == "token" and words[-2:-1] in (
        ["page"],
        ["sync"],
        ["continuation"],
        ["pagination"],
        ["next"],
    ):
        return "none"  # where a list goes on
    if words[-1] in {"token", "code"} and not _FACTORS.isdisjoint(words):
        return "pin"
    if words[-1] == "key" and not _NETWORKS.isdisjoint(words):
        return "password"
    if words[-1] == "community" and "snmp" in words:
        return "password"
    if "public" in words:
        return "none"
    if words[-1] == "key" and len(words) > 1 and words[-2] in _KEPT:
        return "token"
    hint = KeyWords.shipped().judge("_".join(words))
    if hint.measure:
        return "none"
    if words[-1] == "key" and len(words) > 1 and words[-2] in _PLAIN_KEYS:
        return "none"
    joined = "".join(words)
    telling = joined.endswith(_SECRET_ENDS) or not _SECRETS.isdisjoint([*words, joined])
    if telling or hint.content_class is ContentClass.CREDENTIAL:
        return "token"
    if joined in _SESSIONS or words[-1] in _SESSIONS or words[-1].endswith(_KEY_ENDS):
        return "weak"
    return (
        "weak"
        if len(words) > 1
        and words[-1] in {"auth", "key", "pat", "sk", "hash", "salt", "license", "session"}
        else "none"
    )
