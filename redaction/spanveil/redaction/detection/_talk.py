"""Passwords that nothing but their look and the talk around them gives away: `open it with Otter42!`."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from spanveil.redaction._entities import SECRET
from spanveil.redaction.detection._finding import Confirm, Finding
from spanveil.redaction.detection._scanner import Anchor
from spanveil.redaction.detection._shapes import grade
from spanveil.redaction.detection._work import BLOCK, block_of, is_new, known, spend

# Two or three characters that stand within hardly anything but a password.
_SHAPES: Final = (
    r"[A-Za-z0-9]!{1,2}[0-9A-Za-z]",
    r"[A-Za-z0-9][@#$*?&^][0-9]",
    r"[A-Za-z0-9](?:@@|##|\$\$|\*\*|\?\?|&&|%%)[0-9]",
    r"[0-9][!#$^~@?]",
    r"[a-z][0-9]{2}[A-Z]{2}",
    r"[a-z0-9][!#$%*?@^][A-Z]",
)
_EDGE: Final = (
    "\\s\"'`()<>\\[\\]{}|,;=\\\\/:\u201c\u201d\u201e\u00ab\u00bb\u300c\u300d\u3002\u3001\uff0c"
)
_BEFORE: Final = re.compile(rf"[^{_EDGE}]{{0,40}}")
_AFTER: Final = re.compile(rf"[^{_EDGE}]{{0,41}}")
# A part of a path, of an address or of base64 is no word.
_LOOKS: Final = rf"((?=[^{_EDGE}0-9]{{0,23}}[0-9])[^{_EDGE}]{{7,64}}(?![^{_EDGE}]|[/=\\:]))"
_FIRST_WORD: Final = re.compile(_LOOKS)
# With what stands before it: a class is looked for sooner than looked back at.
_WORD: Final = re.compile(rf"[\s\"'`(\[*\u201c\u201e\u00ab\u300c:]{_LOOKS}")
_ESCAPES: Final = frozenset("nrt")
# An e-mail's, which no password has; within what is read of the word
_DOMAIN: Final = re.compile(r"@[A-Za-z0-9-]{1,30}\.[A-Za-z]{2}")
# A word about whoever logs in and what with, in the languages that agents are talked to in
_TALK: Final = (
    *("passw", "passphras", "passcode", "pwd", " pw ", " pw:", " pass ", " pass:", "log in", "login", "log-in", "logged in", "logs in", "logon"),
    *("sign in", "signin", "sign-in", "signs in", "signed in", "credential", "creds", "unlock", "decrypt", "encrypt", " pin ", "wifi", "wi-fi"),
    *("locked", "protected", "wrote it down", "old one", "new one", "authenticat", "secret", " auth ", "account"),
    *("kennwort", "anmeld", "einlog", "zugang", "entsperr", "mot de passe", " mdp ", "connexion", "connecter", "identifiant", "déverrouill"),
    *("contrase", "clave", "iniciar ses", "acced", "acces", "senha", "entrar", "wachtwoord", "inlog", "aanmeld", "lösenord", "logga in"),
    *("passord", "logg inn", "adgangskode", "log ind", "hasł", "haslo", "zaloguj", "heslo", "přihl", "jelsz", "bejelentkez"),
    *("şifre", "giriş", "salasan", "kirjaudu", "parol", "sandi ", "masuk", "lozink", "geslo", "credenz", "credenc"),
    *("парол", "вход", "войти", "логин", "увійти"),
    *("κωδικ", "σύνδε", "密码", "密碼", "口令", "登录", "登錄", "登入", "账号"),
    *("パスワード", "ログイン", "合言葉", "비밀번호", "비번", "로그인", "암호"),
    *("كلمة", "تسجيل الدخول", "סיסמ", "התחבר"),
    *("पासवर्ड", "लॉगिन", "รหัส", "mật khẩu", "đăng nhập"),
)  # fmt: skip
# The word before a password, in the same languages
_POINTS: Final = re.compile(
    r"(?:\b(?:is|was|are|be|with|use|used|using|uses|enter|entered|type|typed|try|tried|trying|it|now|had|reject|rejects|says?|remember|guess(?:ed)?|cracked|found|got|chose|picked|"
    r"mit|lautet|ist|war|auf|nimm|nimmst|(?:nimmst|nutzt|verwendest|gibst|brauchst)\sdu|nutze|nutzt|verwend\w{1,3}|benutz\w{1,3}|gib|avec|est|\u00e9tait|mis|utilise[rz]?|tapez?|entre[rz]|saisi\w{1,6}|"
    r"con|es|era|usar?|uso|utiliza\w?|ingresa\w?|escribe|com|\u00e9|digite|insira|utilizza\w?|inserisci\w?|met|gebruik\w{0,2}|typ|vul|voer|"
    r"med|\u00e4r|er|var|anv\u00e4nd\w{0,2}|skriv|bruk\w?|brug\w?|jest|u\u017cyj|wpisz|je|pou\u017eij|zadej|ile|olarak|kullan\w{0,4}|adalah|pakai|gunakan|masukkan|on|k\u00e4yt\w{1,5}|oli|este|d\u00f9ng)"
    r"|'s|\b(?:set|chang|reset|updat)\w{0,4}\s(?:\w{2,8}\s){0,2}to|@[\w.-]{3,24}\s(?:and|und|et|y|e|i|en|och|og|/)"
    r"|\b(?:still|again|now|immer\snoch|noch|jetzt|toujours|siempre|sempre|ancora)|[:=>\u2192)?]|\s[-\u2013\u2014]|[^\x00-\x7f])\s{0,2}[\"'`(\[*\u201c\u201e\u00ab\u300c]{0,3}$",
    re.IGNORECASE,
)
# What stands before the name of a user, a host or a thing
_NAMING: Final = re.compile(
    r"(?:\b|_)(?:user(?:name|id)?|login|account|host(?:name)?|server|name|e?mail|id|ticket|issue|version|build|branch|image|model|benutzer\w{0,4}|utilisateur|usuario|utente|"
    r"gebruiker\w{0,4}|table|database|db|schema|bucket|repo|package|file|called|named)[\"'`]?\s?(?:is|was|=|:|ist|est|es|\u00e8)?\s{0,2}[\"'`(]{0,2}$",
    re.IGNORECASE,
)
# The same for ASCII in lower case: of their branches all are skipped whose first letter differs.
_LOWER_POINTS: Final = re.compile(_POINTS.pattern)
_LOWER_NAMING: Final = re.compile(_NAMING.pattern)
_OTHER: Final = re.compile(
    r"[\"'`]?,?\s(?:or|and|then|oder|und|ou|et|o|y|e|eller|och|og|lub|i|nebo|a|of|en|veya)\s(?:maybe\s)?[\"'`]?"
)
_AROUND: Final = 120
_NEAR: Final = 80
_LEAD: Final = 32
_COST: Final = 16
_DIGIT: Final = re.compile("[0-9]")
# What tells of a password without the word for one: `the old one was Kiwi41 and the new one is Mango72`
_ABOUT: Final = (
    *("log in", "logs in", "login ", "logged in", "sign in", "signs in", "get in ", "unlock", "open it with"),
    *("opens with", "join with", "wrote it down", "old one ", "new one ", "when it asks", "my account", "anmelden", "einloggen"),
    *("entsperr", "se connecter", "iniciar ses", "credenzial", "credencia", "accedi ", "inloggen", "logga in", "logg inn"),
    *("log ind", "zaloguj", "giri?"),
    *("need to type", "have to type", "to type is", "need to enter", "have to enter", "to enter is", "eintippen muss", "eingeben muss"),
    *("faut taper", "faut saisir", "que escribir", "que teclear", "que digitar", "da digitare", "moet typen", "moet invoeren", "m?ste skriva"),
)  # fmt: skip


def talk_rules() -> list[tuple[Anchor, Confirm]]:
    """Return the rules, each with the anchor that it needs."""
    rules: list[tuple[Anchor, Confirm]] = [
        (Anchor(shape, expression=True), _shaped) for shape in _SHAPES
    ]
    return [*rules, *((Anchor(words, caseless=True), _spoken) for words in _ABOUT)]


def _shaped(text: str, start: int) -> Iterable[Finding]:
    """Judge the word around some characters by its look, and one that is less sure by the talk around it."""
    spend(_COST)
    if text[start + 1 : start + 2] == "@" and _DOMAIN.match(text, start + 1):
        return ()  # as most are: `otter31@example.com`
    begin, end = _word(text, start)
    if not is_new("shape", begin):
        return ()
    value = text[begin:end]
    sure = grade(value)
    if sure < 1 or text[end : end + 1] == "(" or text[begin - 1 : begin] in {")", "]", "}"}:
        return ()
    if sure == 1 and not (_is_pointed_at(text, begin) and is_told(text, begin)):
        return ()
    return (Finding(begin, end, SECRET, 0.7),)


def _spoken(text: str, start: int) -> Iterator[Finding]:
    yield from spoken(text, start, start)


def spoken(text: str, start: int, end: int) -> Iterator[Finding]:
    """Yield the words around one that is about an account which look like passwords and are pointed at.

    Args:
        text: The text.
        start: Where the word begins.
        end: Where it ends.
    """
    block = block_of(start)
    if not is_new("spoken", block):
        return
    spend(_COST)
    begin, stop = max(0, block - _NEAR), min(len(text), max(end, block + BLOCK) + _AROUND)
    if _DIGIT.search(text, begin, stop) is None:
        return
    told = 0
    for first, last in _words(text, begin, stop):
        if first < end and start < last:
            continue  # the word itself tells nothing of itself
        if not is_new("word", first):
            continue  # stretches overlap
        first, last = _trimmed(text, first, last)
        sure = grade(text[first:last])
        # `Otter41! or Maple72!, one of them works`
        listed = bool(told) and _OTHER.fullmatch(text, told, first) is not None
        pointed = sure == 1 and (listed or _is_pointed_at(text, first))
        if pointed:
            yield Finding(first, last, SECRET, 0.7)
        if pointed or sure > 1:
            told = last


def _words(text: str, begin: int, stop: int) -> Iterator[tuple[int, int]]:
    """Yield where the words of a stretch of a text stand that may be passwords by their look."""
    if not begin and (match := _FIRST_WORD.match(text, 0, stop)):
        yield match.span(1)
        begin = match.end()
    for match in _WORD.finditer(text, max(0, begin - 1), stop):
        yield match.span(1)


def _is_pointed_at(text: str, place: int) -> bool:
    before = text[max(0, place - _LEAD) : place]
    if before.isascii():
        before = before.lower()
        return _LOWER_POINTS.search(before) is not None and not _LOWER_NAMING.search(before)
    return _POINTS.search(before) is not None and not _NAMING.search(before)


def is_told(text: str, place: int) -> bool:
    """Say whether somebody speaks of logging in near a place."""
    block = block_of(place)
    begin, end = max(0, block - _AROUND), block + BLOCK + _AROUND
    return known("told", block, lambda: any(map(text[begin:end].lower().__contains__, _TALK)))


def _word(text: str, place: int) -> tuple[int, int]:
    """Return where the word around a place begins and ends."""
    lead = _BEFORE.match(text[max(0, place - 40) : place + 1][::-1])
    tail = _AFTER.match(text, place)
    begin = place + 1 - (lead.end() if lead else 0)
    end = tail.end() if tail else place
    if begin and text[begin - 1] == "\\" and text[begin] in _ESCAPES:
        begin += 1
    return _trimmed(text, begin, end)


def _trimmed(text: str, begin: int, end: int) -> tuple[int, int]:
    """Return a word's bounds without the signs that mark or end a sentence."""
    while end - begin > 1 and text[begin] in "*_~" and text[end - 1] == text[begin]:
        begin, end = begin + 1, end - 1
    while end > begin and text[end - 1] in ".,":
        end -= 1
    # `Otter42! and then`, but `is it Otter42? No.`
    if end > begin and text[end - 1] == "?" and text[end : end + 1] in {" ", "\n", ""}:
        end -= 1
    return begin, end
