"""Keys that have no mark, of services that no row of the tables knows, where a program or somebody hands them on.

A run of drawn letters and digits alone is as often the identifier of a thing, or what is derived
from content. So it is a key only as the first argument of a call that makes a client, as the user
of a request, or where somebody who speaks of a key points at it.
"""

import re
from typing import Final

from spanveil.redaction._entities import SECRET
from spanveil.redaction.detection._finding import Finding
from spanveil.redaction.detection._letters import is_unspoken
from spanveil.redaction.detection._marked_keys import (
    LINE_ENDS,
    TOLD,
    is_of_thing,
    is_thing,
)
from spanveil.redaction.detection._values import (
    UUID,
    entropy,
    is_documented,
    turns,
)

LEAST: Final = 20
"""How many characters a run has that is looked at."""
_LONGEST: Final = 200
_UUID: Final = re.compile(UUID)
_HEXADECIMAL: Final = re.compile(r"[0-9a-f]{20,200}|[0-9A-F]{20,200}")
_DIGESTS: Final = frozenset({32, 40, 56, 64, 96, 128})
# A mark says more than any place, and is judged beside it
_MARK: Final = re.compile("(?:[a-z]{2,16}|[A-Z]{2,16}|[A-Z][a-z]{1,15})[_-]")
_TURNS: Final = 5
_FEWEST: Final = 2.8
# `new Acme("…")`, `acme.NewClient("…")`, `Acme::Client.new('…')`, `require('acme')('…')`, `acme.init("…")`
_CALL: Final = re.compile(
    r"(?:(?:(?<![\w.])|(?<=[.:]))(?P<made>[A-Z][a-z0-9]\w{0,38}|New\w{0,24}|[a-z]{2,24}Client)"
    r"|(?<![\w.:])(?P<of>[A-Za-z]\w{0,38})(?:(?:::|[.\\])[A-Za-z]\w{0,38}){0,2}(?:\.|::|->)(?:new|New|init|initialize|setup|configure|create_client|createClient)"
    r"|require\(\s?[\"'](?:@[\w-]{1,30}/)?[\w-]{2,40}[\"']\s?\))"
    r"\(\s{0,8}\\{0,7}[\"'`]$"
)
# What such a call makes that is no client: a thing that has an identifier, a text, a number
_NO_CLIENT: Final = re.compile(
    r"(?:I[dD]|UUID|Uuid|GUID|Guid|Hash|Sha|SHA|Md5|MD5|Digest|Checksum|Etag|ETag|Commit|Revision|Version|Decimal|Fraction|Bytes|Buffer|Hex|Address|Error|Exception|Warning|"
    r"Text|String|Literal|Label|Title|Message|Prompt|Query|Field|Column|Header|Path|File|Image|Icon|Blob|Asset|Model|Dataset|Event|Span|Trace|Node|Block|Transaction|Tx|Point|PublicKey|"
    r"Test|Case|Regex|RegExp|Pattern|Number|Int|BigInt|Integer|Amount|Date|Time|Url|URL|Uri|URI|Link|Route|Object|Item|Entry|Record|Row|Document|Page|Cursor|Tag|Name|User|Group|Account|"
    r"Session|Thread|Job|Task|Run|Order|Invoice|Product|Price|Plan|Customer|Tenant|Project|Workspace|Team|Org|Device|Instance|Cluster|Volume|Snapshot|Container|Release|Build|Package|"
    r"Fingerprint|Thumbprint|Certificate|Cert|Enum|Type|Symbol|Class|Module|Selector|Locator|Element|Component|Color|Font|Style|Animation|Random|Seed|Layer|Bucket|Cache|Lock|Queue|Topic|"
    r"Video|Player|Playlist|Song|Track|Album|Photo|Picture|Sprite|Avatar|Gravatar|Emoji|Spreadsheet|Sheet|Notebook|Note|Slide|Form|Chart|Map|Assistant|Agent|Chain|Memo|Memory|Vector|Embedding|Snowflake|"
    r"Signature|Merkle|Root|Tree|Leaf|Head|Branch|Reference|Ref|Oid|Repo|Repository|Diff|Patch|Get|Lookup|Find|Equals?|Expect|Entity|Issue|Ticket|Comment|Post|Article|Feature|Flag|Key|Value|Pair|State|Step|Response|Request|Result)s?$"
)
# A digest is a key only of what is called a client, or put into what is called one
_CLIENT: Final = re.compile(
    r"(?:Client|API|Api|SDK|Sdk|Service|Provider|Connector|Gateway|Bot|Wrapper|Transport|Session)(?:V[0-9])?$"
)
_INTO_CLIENT: Final = re.compile(
    r"(?<![A-Za-z])\w{0,12}(?:[cC]lient|api|API|[sS]dk|SDK|[sS]ervice|svc|[cC]onn|[gG]ateway|[bB]ot|[pP]rovider)(?:,\s?err)?\s{0,2}(?::\s?[\w.]{1,40}\s?)?:?=\s{0,2}(?:await\s)?(?:new\s)?(?:[\w.\\]{1,30}[.\\])?$"
    r"|(?<![A-Za-z.])(?P<it>[A-Za-z]\w{2,30})\s{0,2}:?=\s{0,2}(?:await\s)?(?:new\s)?(?i:(?P=it))$"
)
# As the user of a request, without a password
_USER: Final = re.compile(r"curl(?=\s)[^\n]{0,120}?\s(?:-\w{0,4}u|--user)[\s=]{0,3}[\"']?$")
_HUMP: Final = re.compile("(?<=[a-z])(?=[A-Z])")
# What takes nothing but a key
_CLIENTS: Final = ("Client", "API", "Api", "SDK", "Sdk")
_ONLY_UUID: Final = re.compile(UUID + r"\\{0,7}[\"'`]\s?\)")
_WITHOUT_PASSWORD: Final = re.compile(
    r"(?:[+/=.~|!][A-Za-z0-9_-]{6,400}){0,12}={0,2}:(?:[xX\s\"']|$)"
)
# Words that nothing but a key is spoken of with
_TOLD_OF_KEY: Final = re.compile(
    r"(?<![a-z])(?:token|secret|credential|cred|bearer|rotat(?:ed|e|ing)|revoke[ds]?|leak(?:ed|s)?|log(?:ged|ging)? in|sign(?:ed)? in|authenticat|"
    r"(?:[a-z][a-z0-9]{1,20}|my|our|your)[ _-]key|api-?schl\u00fcssel|zugangsschl\u00fcssel|cl[e\u00e9] (?:d'|api|secr)|clave|chave|chiave|klucz|sleutel|nyckel|n\u00f8gle|n\u00f8kkel|kl\u00ed\u010d|anahtar)"
    r"|\u043a\u043b\u044e\u0447|\u5bc6\u94a5|\u91d1\u9470|\u30ad\u30fc|\ud0a4"
)
# What is said of a key that was refused
_REFUSED: Final = re.compile(
    r"(?<![a-z0-9])(?:401|403|unauthori[sz]ed|forbidden|authentication)(?![a-z0-9]).{0,24}\bkey\b"
)
_USE: Final = re.compile(r"(?<![a-z])(?:use|using|try|with)$", re.IGNORECASE)
_FOR: Final = re.compile(
    r"[\"'`)]{0,2}\s(?:for|with|on|against|as)\s(?:the\s)?[A-Za-z]", re.IGNORECASE
)
# What is looked up, compared or gone back to, and is no key
_OTHER: Final = re.compile(
    r"(?<![a-z])(?:base|rebase|checkout|check out|cherry|diff|pin|pinned|sha|merge|head|tag|hash|partition key|sort key|primary key|foreign key|public key|cache key|row key|object key|routing key|lookup key|idempotency key|dedup key|dedupe key|composite key|shard key|"
    r"matches|equals|compare|lookup|look up|find|search|about|called|named|titled|number|code|reference|returned|replied|responded|answered|came back|(?:key|token|secret)[ _-](?:ids?|names?|fingerprints?|hash)|stored|under key|(?:kms|redis|s3|kafka|offset|translation) key|"
    r"(?:tool|agent|function|model|query|search)(?: call)? (?:gave|sent|handed))(?![a-z])"
)
_FIELD: Final = '": "'
"""Between a field's name and its value, which the name says what it is."""
_OPENERS: Final = " \n\\\"'`(*\u201c\u201e\u00ab\u300c"
_QUOTES: Final = frozenset("\"'`")
_KEY_SPOKEN: Final = re.compile(
    r"[a-z][ _-](?:key|secret|password)(?![a-z])|klucz|kl\u00ed\u010d|klj\u00f9\u010d"
)
_SIGNS: Final = frozenset("?>\u2192\u2014\u2013")
_USER_OPTIONS: Final = ("u", "--user", "--user=")
# The word before what is handed on, in the languages that agents are talked to in
_POINTING: Final = frozenset({
    *("key", "token", "secret", "value", "wert", "valeur", "valor", "from", "to", "lautet", "\u00e9", "\u00e8", "olan", "on", "este"),
    *("is", "was", "use", "used", "uses", "using", "with", "try", "tried", "me", "us", "mit", "ist", "nimm", "nutze", "avec", "est", "utilise", "utiliser", "utilisez", "con"),
    *("es", "usa", "usar", "com", "met", "gebruik", "med", "\u00e4r", "er", "z", "ze", "s", "se", "jest", "je", "u\u017cyj", "ile", "kullan", "kullan\u0131n"),
})  # fmt: skip
# As a library for keys writes a UUID in 32 signs, and an exchange its keys
_GROUPS: Final = re.compile("(?:[0-9A-Z]{7}-){3}[0-9A-Z]{7}|(?:[0-9A-Z]{8}-){3}[0-9A-Z]{8}")
_WRITTEN: Final = re.compile("[a-z]{5}")
_WORD: Final = 12
_AROUND: Final = 72
_REST: Final = re.compile(r"(?:[+/=.:~|!][A-Za-z0-9_-]{1,400}){0,24}={0,2}")
_BEFORE: Final = frozenset("\"'`(: *\u201c\u201e\u00ab\u300c\n=")
_AFTER: Final = frozenset({"", "\"", "'", "`", ")", " ", "\n", "\\", ",", ".", ";", "*", "!", "?", ":", "\u201d", "\u00bb", "\u300d"})  # fmt: skip


def unmarked_key(text: str, start: int, end: int) -> Finding | None:
    """Return the key that a run of letters, digits and hyphens is, if it is handed on.

    Args:
        text: The text.
        start: Where the run begins.
        end: Where it ends.
    """
    last = text[start - 1 : start]
    if last not in _BEFORE or text.startswith(_FIELD, start - 4):
        return None
    # What is before it says soonest of most that they are none.
    begin = start - _AROUND if start > _AROUND else 0
    before = text[begin:start]
    told = before.rstrip(_OPENERS)
    if last in _QUOTES and before[:-1].rstrip("\\")[-1:] == "(":
        call = _CALL.search(before)
        made = (call["made"] or call["of"] or "") if call else ""
        if call is None or not is_of_client(made, before[: call.start()], text[start:end], call[0]):
            return None
        drawn = is_drawn_key(text[start:end]) or (
            made.endswith(_CLIENTS)
            and not is_thing(_HUMP.sub(" ", made))
            and _ONLY_UUID.match(text, start) is not None
        )
    elif told.endswith(_USER_OPTIONS):
        drawn = (
            _USER.search(text, max(0, start - 160), start) is not None
            and _WITHOUT_PASSWORD.match(text, end) is not None
            and _is_drawn_or_uuid(text[start:end])
        )
    else:
        drawn = (
            _points(told, last)
            and text[(stop := _end(text, end)) : stop + 1] in _AFTER
            and _is_told(text, told, start, end)
        )
    return Finding(start, _end(text, end), SECRET, 0.65) if drawn else None


def _end(text: str, end: int) -> int:
    """Return the end of what is not of letters and digits alone: `…/…+…=`, `….…`."""
    rest = _REST.match(text, end)
    return rest.end() if rest else end


def _points(told: str, last: str) -> bool:
    """Say whether the last word or sign of what is before a run points at it, and is no field's name."""
    sign = told[-1:]
    if sign == ":":
        return told[-2:-1] not in _QUOTES
    if sign in _SIGNS:
        return True
    if sign.isalpha():
        return not sign.isascii() or told[told.rfind(" ") + 1 :].lower() in _POINTING
    return sign != "" and not sign.isascii() and last != ":"


def _is_told(text: str, told: str, start: int, end: int) -> bool:
    value = text[start:end]
    before = LINE_ENDS.split(told)[-1]
    after = LINE_ENDS.split(text[end : end + _AROUND])[0]
    around = f"{before.lower()} {after.lower()}"
    if before.endswith((" from", " to")) and (
        _KEY_SPOKEN.search(around) is None or _UUID.fullmatch(value)
    ):
        return False
    if not _is_drawn_or_uuid(value):
        return False
    if is_of_thing(f"{before} ") or is_thing(around) or _OTHER.search(around):
        return False
    derived = is_derived(value)
    spoken = _TOLD_OF_KEY.search(around) is not None
    if not spoken:
        spoken = _REFUSED.search(around) is not None
    if not spoken and not derived:
        spoken = TOLD.search(around) is not None or (
            _USE.search(before) is not None and _FOR.match(text, end) is not None
        )
    return spoken


def _is_drawn_or_uuid(value: str) -> bool:
    return is_drawn_key(value) or _UUID.fullmatch(value) is not None


def is_of_client(name: str, before: str, value: str, call: str = "") -> bool:
    """Say whether what a call makes is a client that takes a key.

    Args:
        name: Of the class or of what stands before `new`, ``""`` if a package is called.
        before: What stands before it.
        value: The argument.
        call: The whole of the call, before the argument.
    """
    if names_a_thing(name):
        return False
    return (
        not name
        or not is_derived(value)
        or _CLIENT.search(name) is not None
        or "Client" in call
        or _INTO_CLIENT.search(before) is not None
        or _INTO_CLIENT.search(before + name) is not None
    )


def names_a_thing(name: str) -> bool:
    """Say whether a name is of what has an identifier, a text or a number."""
    return name != "" and (_NO_CLIENT.search(name) is not None or is_thing(name))


def is_derived(value: str) -> bool:
    """Say whether a value has the form of a digest or of an identifier."""
    return _UUID.fullmatch(value) is not None or (
        len(value) in _DIGESTS and _HEXADECIMAL.fullmatch(value) is not None
    )


def is_drawn_key(value: str) -> bool:
    """Say whether no word and no name in code is in a run."""
    if not LEAST <= len(value) <= _LONGEST or value.isdigit() or is_documented(value):
        return False
    if _UUID.fullmatch(value) or _MARK.match(value):
        return False
    drawn = turns(value) >= _TURNS or is_unspoken(value)
    return drawn and entropy(value) >= _FEWEST and not _is_joined(value)


def _is_joined(value: str) -> bool:
    """Say whether hyphens or underscores part a run into words and numbers, as names are."""
    parts = value.replace("_", "-").split("-")
    if len(parts) == 1 or max(map(len, parts)) >= _WORD:
        return False
    if _GROUPS.fullmatch(value):
        return False
    return value.islower() or value.isupper() or _WRITTEN.search(value) is not None
