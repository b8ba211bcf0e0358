"""Keys of hexadecimal digits behind a service's mark, of services that no row of the tables knows: `fhb-276f…`.

An identifier is written so too, `run-276f…`. So what is before it has to say that it is a key: the
mark itself, or somebody who speaks of a key or of a call and points at it, behind a mark that
nobody can pronounce, as things are seldom named so.
"""

import re
from typing import Final

from spanveil.redaction._entities import SECRET
from spanveil.redaction.detection._finding import Finding
from spanveil.redaction.detection._values import UUID, entropy, is_documented

_FORM: Final = re.compile(
    rf"(?P<mark>[A-Za-z][A-Za-z0-9]{{0,15}}(?:[_-][A-Za-z0-9]{{1,10}}){{0,2}}?)[_-](?P<body>{UUID}|[0-9a-f]{{28,128}}|[0-9A-F]{{28,128}})"
    r"|(?P<user>[a-z]{1,2}[0-9]{5,9})-(?P<short>[0-9a-f]{24})"
)
# A mark that names a key, alone or as its last part: `hl_sk_`, `ctx7sk-`, `plainApiKey_`
_OF_KEY: Final = re.compile(
    r"(?:[A-Za-z0-9]{1,12}[_-]){0,2}(?:(?:[a-z]{1,8}[0-9])?sk|SK|secret|SECRET|(?:[a-z]{0,8}(?:api|secret|Api|Secret|API)_?[Kk]ey|(?:API|SECRET)_?KEY))"
)
_CALLED_KEY: Final = re.compile(r"(?:[a-z0-9]{1,12}[_-]){0,2}(?:api|auth|key|tok|token|access|pat)")
_UNSPOKEN: Final = re.compile(r"[b-df-hj-np-tv-xz]{2,5}|[a-z]{2,4}[0-9]{1,2}[b-df-hj-np-tv-z]{0,2}")
# What a thing is called by short, and what has a number: a machine, a release, a digest
_THINGS: Final = frozenset({
    *("bn", "blk", "bld", "btn", "cfg", "ch", "chk", "cl", "cmd", "cn", "crd", "cs", "ct", "ctr", "cts", "ctx", "db", "dl", "dlq", "dp", "ds", "fn", "fs", "ft", "gh", "grp"),
    *("gs", "hs", "hst", "ht", "kb", "kv", "ln", "lb", "ls", "mr", "msg", "mq", "mx", "nd", "nft", "ns", "nt", "pg", "pk", "pkg", "pln", "pm", "png", "pr", "prj", "prd"),
    *("pvc", "pv", "ps", "pt", "pub", "rc", "rct", "rds", "rg", "rq", "rs", "rsp", "sbx", "sg", "sh", "snp", "spn", "sql", "srv", "sh", "ss", "ssn", "st", "stp", "str"),
    *("svc", "svg", "tbl", "td", "tg", "tkt", "tmp", "tn", "tpl", "tr", "trc", "trx", "ts", "tsk", "tx", "txn", "vcl", "vm", "vpc", "vpn", "vs", "wf", "wfl", "wh", "wk", "wrk", "ws", "xml"),
})  # fmt: skip
_NUMBERED: Final = re.compile(
    r"(?:app|arm|az|blob|box|cp|crc|db|dc|ec|env|eu|gen|go|gpt|host|http|ipv|ip|jdk|job|k|key|lab|md|net|node|np|org|php|pip|pod|pool|py|rc|req|rev|row|run|seq|sha|srv|step|svc|"
    r"task|team|test|tier|us|user|utf|ver|vm|vol|web|win|x|zone)[0-9]{1,2}|[a-z]8s|[a-z][0-9]n"
)
# A part of the name of what has the digest or the identifier, before or in the mark
_THING: Final = re.compile(
    r"(?<![a-z])(?:artifact|asset|batch|blob|branch|bucket|build|bundle|cache|chat|checkpoint|checksum|cluster|commit|container|conversation|correlation|cursor|customer|deploy|deployment|dedup|dedupe|device|"
    r"digest|document|etag|event|file|fingerprint|group|hash|host|idem|idempotency|image|install|installation|instance|invoice|job|layer|lock|log(?! ?in)|machine|manifest|md5|message|model|msg|node|object|order|organization|"
    r"package|page|partition|pipeline|pod|primary|process|project|public|pub|pull|push|queue|record|registry|repo|ref|release|req|request|resource|response|revision|route|routing|row|run|s3|schema|server|session|"
    r"sha[0-9]{0,3}|shard|snapshot|sort|span|step|storage|stream|subscription|tag|task|tenant|thread|ticket|trace|transaction|upload|user|version|volume|worker|workflow|workspace|"
    r"anfrage|auftrag|bestellung|vorgang|sitzung|requ[e\u00ea]te|commande|pedido|solicitud|ordine|richiesta|aanvraag|zam\u00f3wienie)(?:s|[_ -]?ids?)?(?![a-z])"
)
# What is spoken of when a key is handed on, in the languages that agents are talked to in
TOLD: Final = re.compile(
    r"(?<![a-z])(?:api|token|secret|credential|cred|leak|bearer|webhook|(?:api|access|auth|secret|licen[cs]e|service|private|old|new|my|our|your|the|this)[ _-]?key|"
    r"api-?schl\u00fcssel|zugangsschl\u00fcssel|cl[e\u00e9] (?:d'|api|secr)|clave (?:de )?(?:api|secr|acc)|chave|chiave (?:api|di acc|segr)|klucz|sleutel|nyckel|n\u00f8gle|n\u00f8kkel|kl\u00ed\u010d|anahtar"
    r"|when you call|when calling|to call|endpoint|retry|try again|try (?:it )?with|gave me|sent me|handed me|log in|authenticat"
    r"|aufruf|pr\u00fcf|test(?:e|en)?\b|probier|versuch|gegeben|geschickt|endpunkt|dienst|r\u00e9essa|essa(?:ie|y)|v\u00e9rifi|donn\u00e9|envoy|appel|prueb|(?:re)?int[e\u00e9]nt|llama|verific|envi[o\u00f3]"
    r"|r?i?prov[ao]|chiama|mandat|tent[ae]|chame|passou|probeer|aanroep|stuurde|f\u00f6rs\u00f6k|pr\u00f8v|kontroll|anropa|skicka|spr\u00f3buj|sprawd|wywo\u0142|przys\u0142a|zkus|ov\u011b\u0159|poslal|dene|kontrol|g\u00f6nder"
    r"|kokeil|yrit\u00e4|tarkist|pr\u00f3b\u00e1l|\u00eencearc)"
    r"|\u043f\u043e\u043f\u0440\u043e\u0431|\u043f\u0440\u043e\u0432\u0435\u0440|\u043a\u043b\u044e\u0447|\u043f\u0440\u0438\u0441\u043b\u0430|\u8bd5|\u8a66|\u8c03\u7528|\u5bc6\u94a5|\u91d1\u9470|\u30ad\u30fc|\ud0a4"
)
# The word or the sign before what is handed on
_POINTS: Final = re.compile(
    r"(?:(?<![a-z])(?:is|was|use|used|uses|using|with|try|tried|me|us|mit|ist|nimm|nutze|avec|est|utilise[rz]?|con|es|usa|usar?|com|met|gebruik|med|\u00e4r|er|z|ze|s|se|jest|je|u\u017cyj|ile|kullan\w{0,3})"
    r"|[:=]|[^\x00-\x7f])\s{0,2}\\{0,7}[\"'`(*\u201c\u201e\u00ab\u300c]{0,3}$",
    re.IGNORECASE,
)
# `key: hb_…`, whose body has not the length of a digest, which a cache is kept under
_BARE_KEY: Final = re.compile(
    r"(?<![a-z_-])key\\{0,7}[\"']?\s?[:=]\s?\\{0,7}[\"']?$", re.IGNORECASE
)
_DIGESTS: Final = frozenset({32, 36, 40, 56, 64, 96, 128})
_OF_THING: Final = re.compile(
    r"(?:[_-]|(?<=[a-z])(?=I))(?:ids?|hash|digest|etag)\\{0,7}[\"']?\s?[:=]\s?\\{0,7}[\"']?$|(?<![a-z])ids?\W{1,4}$",
    re.IGNORECASE,
)
_AROUND: Final = 60
_NEAR: Final = 40
_FEWEST: Final = 2.8
LINE_ENDS: Final = re.compile(r"\n|\\n|\. ")


def marked_key(text: str, start: int, end: int) -> Finding | None:
    """Return the key that a run of letters, digits and hyphens is, if it is one.

    Args:
        text: The text.
        start: Where the run begins.
        end: Where it ends.
    """
    match = _FORM.fullmatch(text, start, end)
    if match is None:
        return None
    body = match["body"] or match["short"]
    if body.isdigit() or body.isalpha() or entropy(body) < _FEWEST or is_documented(match[0]):
        return None
    if text[start - 1 : start] in _JOINED_BEFORE or text[end : end + 1] in _JOINED_AFTER:
        return None
    mark = match["mark"] or ""
    named = bool(mark) and _OF_KEY.fullmatch(mark) is not None
    unspoken = not named and _is_unspoken(mark)
    if not (named or unspoken or match["short"] or _CALLED_KEY.fullmatch(mark)):
        return None
    before = LINE_ENDS.split(text[max(0, start - _AROUND) : start])[-1]
    # In the order of what each costs.
    if not named and _POINTS.search(before) is None:
        return None
    if is_of_thing(before) or is_thing(mark):
        return None
    if named:
        return Finding(start, end, SECRET, 0.7)
    before = before.lower()  # sooner than to look for both cases
    if is_thing(before[-_NEAR:]):
        return None
    after = LINE_ENDS.split(text[end : end + _AROUND])[0]
    bare = unspoken and len(body) not in _DIGESTS and _BARE_KEY.search(before)
    if bare or TOLD.search(before) or TOLD.search(after.lower()):
        return Finding(start, end, SECRET, 0.65)
    return None


_JOINED_BEFORE: Final = frozenset({"+", "/", "%", ".", "@", "#"})
_JOINED_AFTER: Final = frozenset({"+", "/", "%", "@", ":"})


def is_of_thing(before: str) -> bool:
    """Say whether a text ends with the name of an identifier or of what is derived from content."""
    return _OF_THING.search(before) is not None


def is_thing(words: str) -> bool:
    """Say whether a thing that has an identifier or a digest is among words or parts of a name."""
    return _THING.search(words.lower().replace("_", " ").replace("-", " ")) is not None


def _is_unspoken(mark: str) -> bool:
    """Say whether a mark is short and no word, nor short for a thing or its number."""
    lower = mark if mark.islower() else mark.lower()
    return (
        lower not in _THINGS
        and _UNSPOKEN.fullmatch(lower) is not None
        and _NUMBERED.fullmatch(lower) is None
    )
