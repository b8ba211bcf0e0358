"""Tokens of services as their documentation describes them: prefixes, lengths, checksums. None was issued."""

import base64
import random
import zlib
from typing import Final

from benchmarks.held_out._blind._values import (
    BASE58,
    BASE64,
    LOWER,
    LOWNUM,
    URL,
    VALUES,
    Maker,
    base58check,
    compact,
    form,
)
from benchmarks.held_out._identifiers import DIGITS, UPPER, chars
from benchmarks.held_out._secrets import ALNUM, HEX

_UPNUM: Final = UPPER + DIGITS
_RIPPLE: Final = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz"
_BASE62: Final = DIGITS + UPPER + LOWER


def _crc(text: str, alphabet: str, width: int) -> str:
    number, check = zlib.crc32(text.encode()), ""
    for _ in range(width):
        number, digit = divmod(number, len(alphabet))
        check = alphabet[digit] + check
    return check


def _checked(prefix: str, size: int) -> Maker:
    """GitHub's form since 2021: random letters and their CRC-32 in six digits of base 62."""

    def draw(r: random.Random) -> str:
        body = chars(r, ALNUM, size)
        return prefix + body + _crc(body, _BASE62, 6)

    return draw


def _encoded(prefix: str, value: object, tail: int = 0) -> Maker:
    """Return a maker of JSON in base64 after a prefix; ``@`` in the value is drawn."""

    def draw(r: random.Random) -> str:
        text = compact(value).replace("@", chars(r, ALNUM, 32))
        coded = base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")
        return prefix + coded + ("_" + chars(r, BASE64, tail) if tail else "")

    return draw


def _synapse(r: random.Random) -> str:
    """Matrix (Synapse): the user in base64, twenty letters, CRC-32 of both in base 62."""
    body = f"syt_b3BzYm90_{chars(r, ALNUM[:52], 20)}"
    return f"{body}_{_crc(body, _BASE62, 6)}"


def _routable(r: random.Random) -> str:
    """GitLab since 17.9: payload, its length in base 36, CRC-32 in base 36."""
    body = f"glpat-{chars(r, URL, 27)}.01.0r"
    return body + _crc(body, DIGITS + LOWER, 7)


TOKENS: Final[dict[str, Maker]] = {
    # code and builds
    "github_user": _checked("ghu_", 30),
    "github_refresh": _checked("ghr_", 70),
    "npm_granular": _checked("npm_", 30),
    "gitlab_trigger": form("glptt-", (HEX, 40)),
    "gitlab_deploy": form("gldt-", (URL, 20)),
    "gitlab_routable": _routable,
    "gitlab_job": form("glcbt-64_", (URL, 20)),
    "gitlab_legacy_runner": form("GR1348941", (URL, 20)),
    "sourcegraph": form("sgp_", (HEX, 16), "_", (HEX, 40)),
    "pypi_test": form("pypi-AgENdGVzdC5weXBpLm9yZwIk", (URL, 140)),
    "crates": form("cio", (ALNUM, 32)),
    "clojars": form("CLOJARS_", (HEX, 60)),
    "nuget": form("oy2", (LOWNUM, 43)),
    "jfrog": form("AKCp", (ALNUM, 69)),
    "jfrog_reference": lambda r: base64.b64encode(f"reftkn:01:{chars(r, DIGITS, 10)}:{chars(r, ALNUM, 21)}".encode()).decode(),
    "docker_org": form("dckr_oat_", (URL, 32)),
    "pulumi": form("pul-", (HEX, 40)),
    "octopus": form("API-", (_UPNUM, 26)),
    "harness": form("pat.", (ALNUM, 22), ".", (HEX, 24), ".", (ALNUM, 20)),
    "snyk": form("snyk_uat.", (HEX, 8), ".eyJ", (URL, 60), ".", (URL, 43)),
    "sonar_user": form("squ_", (HEX, 40)),
    "hcp_vault_batch": form("hvb.AAAAAQ", (URL, 130)),
    "boundary": form("at_", (ALNUM, 10), "_s1", (BASE58, 96)),
    "infisical": form("st.", (HEX, 24), ".", (HEX, 32), ".", (HEX, 32)),
    "doppler_service": form("dp.st.prd.", (ALNUM, 43)),
    "bitwarden_machine": lambda r: f"0.{VALUES['uuid_secret'](r)}.{chars(r, ALNUM, 30)}:{base64.b64encode(r.randbytes(16)).decode()}",
    "onepassword_secret": lambda r: "A3-" + "-".join(chars(r, _UPNUM, n) for n in (6, 6, 5, 5, 5, 5)),
    # models and agents
    "anthropic_admin": form("sk-ant-admin01-", (URL, 93), "AA"),
    "openai_service": form("sk-svcacct-", (URL, 74), "T3BlbkFJ", (URL, 74)),
    "deepseek": form("sk-", (HEX, 32)),
    "fireworks": form("fw_", (ALNUM, 24)),
    "together": form("tgp_v1_", (URL, 43)),
    "cerebras": form("csk-", (LOWNUM, 48)),
    "jina": form("jina_", (HEX, 32), (URL, 28)),
    "voyage": form("pa-", (URL, 43)),
    "elevenlabs": form("sk_", (HEX, 48)),
    "firecrawl": form("fc-", (HEX, 32)),
    "apify": form("apify_api_", (ALNUM, 36)),
    "browserbase": form("bb_live_", (URL, 27)),
    "sandbox": form("e2b_", (HEX, 40)),
    "helicone": lambda r: "sk-helicone-" + "-".join(chars(r, LOWNUM, 7) for _ in range(4)),
    "logfire": form("pylf_v1_us_", (ALNUM, 43)),
    "bedrock": lambda r: "ABSK" + base64.b64encode(f"BedrockAPIKey-{chars(r, LOWNUM, 4)}-at-{chars(r, DIGITS, 12)}:{chars(r, ALNUM, 44)}".encode()).decode(),
    "azure_openai": form((ALNUM, 52), "JQQJ99BD", ("ABC", 1), "C", (ALNUM, 12), "AAABACOG", (ALNUM, 4)),
    "chroma": form("ck-", (BASE58, 44)),
    # clouds and hosting
    "heroku": form("HRKU-AA", (URL, 58)),
    "fly": lambda r: "fm2_" + base64.b64encode(r.randbytes(150)).decode(),
    "render": form("rnd_", (ALNUM, 28)),
    "neon": form("napi_", (LOWNUM, 64)),
    "planetscale_password": form("pscale_pw_", (URL, 43)),
    "databricks_oauth": form("dose", (HEX, 32)),
    "atlas": form("mdb_sa_sk_", (URL, 40)),
    "cloudflare_origin": form("v1.0-", (HEX, 24), "-", (HEX, 146)),
    "tencent": form("AKID", (ALNUM, 32)),
    "yandex": form("AQVN", (URL, 36)),
    "yandex_iam": form("t1.9euelZ", (URL, 120), ".", (URL, 86)),
    "swarm": form("SWMTKN-1-", (LOWNUM, 50), "-", (LOWNUM, 25)),
    "kthree_node": form("K10", (HEX, 64), "::server:", (HEX, 32)),
    "cloudflared": _encoded("", {"a": "00112233445566778899aabbccddeeff", "t": "@", "s": "@"}),
    # watching
    "dynatrace": form("dt0c01.", (UPPER + "234567", 24), ".", (UPPER + "234567", 64)),
    "grafana_cloud": _encoded("glc_", {"o": "652992", "n": "stack-hl-write", "k": "@", "m": {"r": "eu"}}),
    "honeycomb": form("hcaik_01", (LOWNUM, 58)),
    "posthog": form("phx_", (ALNUM, 47)),
    "sentry_org": _encoded("sntrys_", {"iat": 1790000000.5, "url": "https://sentry.io", "org": "acme", "x": "@"}, 43),
    "newrelic_insert": form("NRII-", (URL, 32)),
    "pagerduty": form("u+", (URL, 18)),
    "checkly": form("cu_", (HEX, 32)),
    # money and goods
    "stripe_long": form("sk_live_51", (ALNUM, 97)),
    "stripe_hook": form("whsec_", (ALNUM, 32)),
    "braintree": form("access_token$production$", (LOWNUM, 16), "$", (HEX, 32)),
    "adyen": form("AQE", ("hkmpwyn", 1), (BASE64, 90), "==-", (BASE64, 44), "=-", (ALNUM, 16)),
    "square_secret": form("sq0csp-", (URL, 43)),
    "mollie": form("live_", (ALNUM, 30)),
    "paystack": form("sk_live_", (HEX, 40)),
    "lob": form("live_", (HEX, 35)),
    "duffel": form("duffel_live_", (URL, 43)),
    "shopify_shared": form("shpss_", (HEX, 32)),
    "shopify_custom": form("shpca_", (HEX, 32)),
    # mail, chat, work
    "slack_user": form("xoxp-", (DIGITS, 12), "-", (DIGITS, 12), "-", (DIGITS, 12), "-", (HEX, 32)),
    "slack_rotating": form("xoxe.xoxb-1-", (ALNUM, 160)),
    "brevo": form("xkeysib-", (HEX, 64), "-", (ALNUM, 16)),
    "mailchimp": form((HEX, 32), "-us14"),
    "resend": form("re_", (ALNUM, 8), "_", (ALNUM, 24)),
    "klaviyo": form("pk_", (HEX, 34)),
    "typeform": form("tfp_", (URL, 59)),
    "asana": form("2/", (DIGITS, 16), "/", (DIGITS, 16), ":", (HEX, 32)),
    "clickup": form("pk_", (DIGITS, 8), "_", (_UPNUM, 32)),
    "intercom": lambda r: base64.b64encode(f"tok:{chars(r, HEX, 8)}_{chars(r, HEX, 4)}_{chars(r, HEX, 4)}_{chars(r, HEX, 12)}:1:0".encode()).decode(),
    "salesforce": form("00D5g00000", (ALNUM, 5), "!AQ", (ALNUM + "._", 95)),
    "nylas": form("nyk_v0_", (ALNUM, 64)),
    "calendar": form("cal_live_", (HEX, 32)),
    "inngest": form("signkey-prod-", (HEX, 64)),
    "trigger": form("tr_prod_", (ALNUM, 20)),
    "liveblocks": form("sk_prod_", (URL, 64)),
    "pubnub": lambda r: "sec-c-" + base64.b64encode(VALUES["uuid_secret"](r).encode()).decode().rstrip("="),
    "matrix": _synapse,
    "twitter_app": form("AAAAAAAAAAAAAAAAAAAAA", (ALNUM, 12), "%3D", (ALNUM, 60)),
    # chains
    "ripple": base58check(b"\x21", 16, alphabet=_RIPPLE),
    "tezos": base58check(bytes.fromhex("2bf64e07"), 64),
    "zprv": base58check(bytes.fromhex("04b2430c"), 74),
}  # fmt: skip

PLAIN: Final[dict[str, Maker]] = {
    "rancher": form((LOWNUM, 54)),
    "vultr": form((_UPNUM, 36)),
    "hetzner": form((ALNUM, 64)),
    "mattermost": form((LOWNUM, 26)),
    "twitch": form((LOWNUM, 30)),
    "gitea": form((HEX, 40)),
    "virustotal": form((HEX, 64)),
    "abuse": form((HEX, 80)),
    "solana": form((BASE58, 87)),
    "okta": form("00", (URL, 40)),
    "ably": form((URL, 6), ".", (URL, 6), ":", (URL, 43)),
    "elastic_key": lambda r: base64.b64encode(f"{chars(r, URL, 20)}:{chars(r, URL, 22)}".encode()).decode(),
    "ngrok": form("2", (ALNUM, 26), "_", (ALNUM, 21)),
    "linkedin": form("AQV", (URL, 180)),
}  # fmt: skip
"""Tokens of services that only what stands beside tells."""

KINDS: Final[dict[str, Maker]] = {**VALUES, **TOKENS, **PLAIN}
