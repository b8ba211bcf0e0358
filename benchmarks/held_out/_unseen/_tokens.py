"""Values of secrets that no other split draws: tokens of services, hashes, keys, sessions, passwords."""

import base64
import json
import random
import string
import zlib
from collections.abc import Callable
from typing import Final

from benchmarks.held_out._fresh import KINDS as EARLIER
from benchmarks.held_out._identifiers import UPPER, chars
from benchmarks.held_out._secrets import ALNUM, HEX

Maker = Callable[[random.Random], str]
_URL: Final = ALNUM + "-_"
_BASE58: Final = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_BECH32: Final = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_BASE64: Final = ALNUM + "+/"
_LOWER32: Final = string.ascii_lowercase + "234567"


def _form(*parts: str | tuple[str, int]) -> Maker:
    """Return a maker of fixed text and drawn runs, ``(alphabet, count)``."""
    return lambda r: "".join(p if isinstance(p, str) else chars(r, *p) for p in parts)


def _memorable(r: random.Random) -> str:
    """Draw a password as people make them up."""
    word = r.choice(("Sommer", "Chelsea", "dragon", "Welkom", "Lisboa", "monkey", "Bonjour", "Krakow"))  # fmt: skip
    return r.choice(
        (
            f"{word}{r.randrange(2015, 2027)}!",
            f"{word}.{r.randrange(100, 999)}",
            f"{r.randrange(10, 99)}{word}$",
            word.replace("o", "0").replace("s", "$") + str(r.randrange(10, 99)),
        )
    )


def _generated(r: random.Random) -> str:
    """Draw what a password manager suggests."""
    return r.choice(
        (
            lambda: "-".join(chars(r, ALNUM, 6) for _ in range(3)) + r.choice("2345679"),
            lambda: chars(r, ALNUM, 9) + r.choice("^~+.") + chars(r, ALNUM, 7) + "4",
            lambda: chars(r, ALNUM, 19) + "7",
        )
    )()


def _json64(value: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")


def _session(r: random.Random) -> str:
    packed = base64.urlsafe_b64encode(zlib.compress(r.randbytes(40))).decode().rstrip("=")
    return f".{packed}.{chars(r, _URL, 6)}.{chars(r, _URL, 27)}"


def _jwe(r: random.Random) -> str:
    head = _json64({"alg": "dir", "enc": "A256GCM"})
    return f"{head}..{chars(r, _URL, 16)}.{chars(r, _URL, 90)}.{chars(r, _URL, 22)}"


def _pem(kind: str, size: int) -> Maker:
    def draw(r: random.Random) -> str:
        body = base64.b64encode(r.randbytes(size)).decode()
        lines = "\n".join(body[i : i + 64] for i in range(0, len(body), 64))
        return f"-----BEGIN {kind}-----\n{lines}\n-----END {kind}-----"

    return draw


def _uuid(r: random.Random) -> str:
    return EARLIER["uuid"](r)


def _base64(count: int) -> Maker:
    return lambda r: base64.b64encode(r.randbytes(count)).decode()


TOKENS: Final[dict[str, Maker]] = {
    "groq": _form("gsk_", (ALNUM, 52)),
    "replicate": _form("r8_", (ALNUM, 37)),
    "perplexity": _form("pplx-", (ALNUM, 48)),
    "xai": _form("xai-", (ALNUM, 80)),
    "langsmith": _form("lsv2_pt_", (HEX, 32), "_", (HEX, 10)),
    "openrouter": _form("sk-or-v1-", (HEX, 64)),
    "nvidia": _form("nvapi-", (_URL, 64)),
    "pinecone": _form("pcsk_", (ALNUM, 6), "_", (ALNUM, 63)),
    "tavily": _form("tvly-dev-", (ALNUM, 32)),
    "langfuse": lambda r: "sk-lf-" + _uuid(r),
    "digitalocean": _form("dop_v1_", (HEX, 64)),
    "supabase": _form("sbp_", (HEX, 40)),
    "planetscale": _form("pscale_tkn_", (_URL, 43)),
    "figma": _form("figd_", (_URL, 40)),
    "airtable": _form("pat", (ALNUM, 14), ".", (HEX, 64)),
    "postman": _form("PMAK-", (HEX, 24), "-", (HEX, 34)),
    "atlassian": _form("ATATT3xFfGF0", (_URL, 171), "=", ("0123456789ABCDEF", 8)),
    "bitbucket": _form("ATBB", (ALNUM, 24), ("0123456789ABCDEF", 8)),
    "square": _form("EAAA", (_URL, 60)),
    "sentry_user": _form("sntryu_", (HEX, 64)),
    "docker_hub": _form("dckr_pat_", (_URL, 27)),
    "terraform_cloud": _form((ALNUM, 14), ".atlasv1.", (ALNUM, 67)),
    "buildkite": _form("bkua_", (HEX, 40)),
    "circleci": _form("CCIPAT_", (ALNUM, 22), "_", (HEX, 40)),
    "hubspot": lambda r: "pat-eu1-" + _uuid(r),
    "contentful": _form("CFPAT-", (_URL, 43)),
    "easypost": _form("EZAK", (ALNUM, 54)),
    "plaid": lambda r: "access-production-" + _uuid(r),
    "shippo": _form("shippo_live_", (HEX, 40)),
    "launchdarkly": lambda r: "sdk-" + _uuid(r),
    "netlify": _form("nfp_", (ALNUM, 36)),
    "sonar": _form("sqp_", (HEX, 40)),
    "prefect": _form("pnu_", (ALNUM, 36)),
    "alibaba": _form("LTAI", (ALNUM, 20)),
    "tailscale": _form("tskey-auth-", (ALNUM, 11), "CNTRL-", (ALNUM, 32)),
    "mapbox": lambda r: f"sk.{_json64({'u': 'ops', 'a': chars(r, HEX, 25)})}.{chars(r, _URL, 22)}",
    "github_fine": _form("github_pat_", (ALNUM, 22), "_", (ALNUM, 59)),
    "gitlab_runner": _form("glrt-", (_URL, 20)),
    "slack_app": _form("xapp-1-A0", (UPPER + string.digits, 9), "-", (string.digits, 13), "-", (HEX, 64)),
    "google_client": _form("GOCSPX-", (_URL, 28)),
    "google_access": _form("ya29.a0", (_URL, 180)),
    "google_refresh": _form("1//0", (_URL, 99)),
    "aws_temporary": _form("ASIA", (UPPER + "234567", 16)),
    "facebook": _form("EAAG", (ALNUM, 160)),
    "dropbox": _form("sl.u.", (_URL, 150)),
    "razorpay": _form("rzp_live_", (ALNUM, 14)),
    "flutterwave": _form("FLWSECK-", (HEX, 32), "-X"),
    "onepassword": lambda r: "ops_" + _json64({"signInAddress": "x.1password.com", "k": chars(r, _URL, 160)}),
    "nostr": _form("nsec1", (_BECH32, 58)),
    "openshift": _form("sha256~", (_URL, 43)),
    "paseto": _form("v4.local.", (_URL, 130)),
    "jwe": _jwe,
}  # fmt: skip
"""Tokens that say themselves what they are."""

KINDS: Final[dict[str, Maker]] = {
    **EARLIER,
    **TOKENS,
    "memorable": _memorable,
    "generated": _generated,
    "opaque": _form((ALNUM, 43), ("23456789", 1)),
    "hexlong": _form((HEX, 64)),
    "ethereum": _form("0x", (HEX, 64)),
    "stellar": _form("S", (UPPER + "234567", 55)),
    "xprv": _form("xprv9s21ZrQH143K", (_BASE58, 95)),
    "wif": lambda r: r.choice("KL") + chars(r, _BASE58, 51),
    "azure_devops": _form((_LOWER32, 52)),
    "session_token": _form("IQoJb3JpZ2luX2Vj", (_BASE64, 260)),
    "flask": _session,
    "rails": lambda r: f"{_base64(60)(r).replace('/', 'x').replace('+', 'y').rstrip('=')}--{chars(r, HEX, 40)}",
    "django_hash": _form("pbkdf2_sha256$600000$", (ALNUM, 22), "$", (_BASE64, 43), "="),
    "werkzeug": _form("scrypt:32768:8:1$", (ALNUM, 16), "$", (HEX, 128)),
    "drupal": _form("$S$D", (ALNUM + "./", 51)),
    "postgres_md5": _form("md5", (HEX, 32)),
    "mosquitto": lambda r: f"$7$101${_base64(12)(r)}${_base64(64)(r)}",
    "junos": _form("$9$", (ALNUM + "./-", 26)),
    "fortinet": lambda r: "ENC " + _base64(60)(r),
    "mssql": _form("0x0200", ("0123456789ABCDEF", 136)),
    "netntlm": _form((HEX, 16), ":", (HEX, 32), ":0101", (HEX, 120)),
    "kerberos": _form("$krb5tgs$23$*svc$EXAMPLE.COM$http/web*$", (HEX, 32), "$", (HEX, 200)),
    "dcc2": _form("$DCC2$10240#svc#", (HEX, 32)),
    "nats": lambda r: "SU" + chars(r, UPPER + "234567", 56),
    "ec": _pem("EC PRIVATE KEY", 118),
    "plain_key": _pem("PRIVATE KEY", 300),
    "dsa": _pem("DSA PRIVATE KEY", 200),
    "base64_key": _base64(32),
    "laravel": lambda r: "base64:" + _base64(32)(r),
    "pin4": _form((string.digits, 4)),
    "basic_opaque": lambda r: base64.b64encode(f"ops:{_generated(r)}".encode()).decode(),
    "hex128": _form((HEX, 128)),
    "bootstrap": _form((string.ascii_lowercase + string.digits, 6), ".", (HEX, 16)),
    "jwkd": _form((_URL, 42), ("23456789", 1)),
    "snmp": lambda r: r.choice(("Kestrel", "Yard", "Harbour")) + chars(r, ALNUM, 7) + "3",
}  # fmt: skip
