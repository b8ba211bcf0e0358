"""Kinds of secrets: tokens by the forms their services document, keys, passwords; none was issued."""

import base64
import json
import random
import re
from typing import Final

from benchmarks.held_out._pilgrim._draw import Draw
from benchmarks.held_out._pilgrim._passwords import PASSWORDS

_SETS: Final = {
    "a": "abcdefghijklmnopqrstuvwxyz0123456789",
    "A": "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789",
    "n": "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789",
    "u": "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_",
    "b": "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/",
    "h": "0123456789abcdef",
    "H": "0123456789ABCDEF",
    "d": "0123456789",
    "t": "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567",
    "q": "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L",
}
_RUN: Final = re.compile(r"\{([aAnubhHdtq])(\d+)\}")

# ``{n36}``: thirty-six of the set "n".
_FORMS: Final = {
    # Code and packages
    "github_classic": "ghp_{n36}",
    "github_fine": "github_pat_{n22}_{n59}",
    "github_server": "ghs_{n36}",
    "gitlab_pat": "glpat-{u20}",
    "gitlab_trigger": "glptt-{h40}",
    "bitbucket_app": "ATBB{n32}",
    "npm": "npm_{n36}",
    "pypi": "pypi-AgEIcHlwaS5vcmcC{u140}",
    "rubygems": "rubygems_{h48}",
    "crates": "cio{n32}",
    "docker": "dckr_pat_{u27}",
    "jfrog": "AKCp{n69}",
    "sonar": "squ_{h40}",
    "buildkite": "bkua_{h40}",
    "circle": "CCIPAT_{n22}_{h40}",
    # Clouds and hosts
    "aws_key": "AKIA{t16}",
    "aws_secret": "{b40}",
    "aws_session": "FwoGZXIvYXdzE{b260}==",
    "azure_storage": "{b86}==",
    "azure_bus": "{b43}=",
    "azure_client": "{n3}8Q~{u34}",
    "azure_sas": "{n40}%2B{n3}%3D",
    "google_api": "AIza{u35}",
    "google_oauth": "GOCSPX-{u28}",
    "digitalocean": "dop_v1_{h64}",
    "cloudflare": "{u40}",
    "cloudflare_global": "{h37}",
    "heroku": "HRKU-{h8}-{h4}-{h4}-{h4}-{h12}",
    "netlify": "nfp_{n36}",
    "render": "rnd_{n28}",
    "terraform": "{n14}.atlasv1.{u67}",
    "vault": "hvs.{u90}",
    "doppler": "dp.st.prd.{n40}",
    "pulumi": "pul-{h40}",
    "tailscale": "tskey-auth-k{n11}CNTRL-{n32}",
    "ngrok": "2{n26}_{n21}",
    # Models
    "openai_project": "sk-proj-{u74}T3BlbkFJ{u74}",
    "anthropic": "sk-ant-api03-{u93}AA",
    "huggingface": "hf_{n34}",
    "groq": "gsk_{n52}",
    "openrouter": "sk-or-v1-{h64}",
    "replicate": "r8_{n37}",
    "elevenlabs": "sk_{h48}",
    "deepgram": "{h40}",
    "langsmith": "lsv2_pt_{h32}_{h10}",
    "wandb": "{h40}",
    "pinecone": "pcsk_{n6}_{n62}",
    "cohere": "{n40}",
    "firecrawl": "fc-{h32}",
    # Money and shops
    "stripe_live": "sk_live_51{n97}",
    "stripe_restricted": "rk_live_{n24}",
    "stripe_hook": "whsec_{n32}",
    "paystack": "sk_live_{h40}",
    "flutterwave": "FLWSECK-{h32}-X",
    "mercadopago": "APP_USR-{d16}-031126-{h32}-{d9}",
    "square": "sq0csp-{u43}",
    "plaid": "{h30}",
    "shopify_admin": "shpat_{h32}",
    "shopify_shared": "shpss_{h32}",
    "shippo": "shippo_live_{h40}",
    "easypost": "EZAK{h32}{n22}",
    "duffel": "duffel_live_{u43}",
    # Chats and mail
    "slack_bot": "xoxb-{d12}-{d13}-{n24}",
    "slack_user": "xoxp-{d12}-{d12}-{d13}-{h32}",
    "slack_app": "xapp-1-A{A10}-{d13}-{h64}",
    "slack_hook": "{n24}",
    "discord_hook": "{u68}",
    "telegram": "{d10}:AA{u33}",
    "twilio": "{h32}",
    "sendgrid": "SG.{u22}.{u43}",
    "mailgun": "key-{h32}",
    "mailchimp": "{h32}-us14",
    "postmark": "{h8}-{h4}-4{h3}-a{h3}-{h12}",
    "resend": "re_{n8}_{n24}",
    "brevo": "xkeysib-{h64}-{n16}",
    # Watching and working
    "datadog": "{h32}",
    "newrelic": "NRAK-{A27}",
    "grafana": "glsa_{n32}_{h8}",
    "sentry_dsn": "{h32}",
    "sentry_user": "sntryu_{h64}",
    "pagerduty": "u+{n18}",
    "pagerduty_route": "{h32}",
    "opsgenie": "{h8}-{h4}-4{h3}-b{h3}-{h12}",
    "splunk": "{h8}-{h4}-4{h3}-9{h3}-{h12}",
    "launchdarkly": "sdk-{h8}-{h4}-4{h3}-8{h3}-{h12}",
    "linear": "lin_api_{n40}",
    "notion": "ntn_{d11}{n35}",
    "airtable": "pat{n14}.{h64}",
    "atlassian": "ATATT3xFfGF0{u172}={H8}",
    "figma": "figd_{u40}",
    "clickup": "pk_{d8}_{A32}",
    "trello": "ATTA{h64}",
    "hubspot": "pat-eu1-{h8}-{h4}-4{h3}-8{h3}-{h12}",
    "typeform": "tfp_{n44}_{n14}",
    "contentful": "CFPAT-{u43}",
    "postman": "PMAK-{h24}-{h34}",
    "databricks": "dapi{h32}-2",
    "supabase": "sbp_{h40}",
    "planetscale": "pscale_pw_{u43}",
    "okta": "00{u40}",
    "auth_secret": "{u64}",
    "facebook": "EAAG{n170}",
    "dropbox": "sl.B{u138}",
    "mapbox": "sk.eyJ1Ijoi{n40}.{u22}",
    # No service's
    "opaque": "{n40}",
    "opaque_short": "{n24}",
    "hex_long": "{h64}",
    "hex_short": "{h32}",
    "base_long": "{b43}=",
    "otp_seed": "{t32}",
    "cookie": "{a32}",
    "wallet_key": "0x{h64}",
    "age": "AGE-SECRET-KEY-1{q58}",
    "wireguard": "{b42}E=",
    "pin_six": "{d6}",
    "pin_four": "{d4}",
}
_WORDS: Final = [
    "orbit",
    "velvet",
    "lunar",
    "cabin",
    "maple",
    "frozen",
    "tiger",
    "anchor",
    "puzzle",
    "rival",
    "sketch",
    "ocean",
    "ladder",
    "noble",
    "humble",
    "cactus",
    "drift",
    "enough",
    "fabric",
    "glance",
    "harvest",
    "inject",
    "jungle",
    "kitten",
]


def _form(form: str) -> Draw:
    def draw(rng: random.Random) -> str:
        return _RUN.sub(lambda run: "".join(rng.choices(_SETS[run[1]], k=int(run[2]))), form)

    return draw


def _segment(value: dict[str, object]) -> str:
    text = json.dumps(value, separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(text).decode().rstrip("=")


def _jwt(rng: random.Random) -> str:
    claims = {"sub": str(rng.randrange(10**7)), "aud": "returns-api", "exp": 1767225600}
    head = _segment({"alg": "RS256", "typ": "JWT"})
    return f"{head}.{_segment(claims)}.{_form('{u86}')(rng)}"


def _pem(kind: str, lines: int) -> Draw:
    def draw(rng: random.Random) -> str:
        body = "\n".join(_form("{b64}")(rng) for _ in range(lines))
        return f"-----BEGIN {kind}-----\n{body}\n{_form('{b22}')(rng)}==\n-----END {kind}-----"

    return draw


def _basic(rng: random.Random) -> str:
    return base64.b64encode(f"svc-returns:{_form('{n14}')(rng)}".encode()).decode()


KINDS: Final[dict[str, Draw]] = {
    **{kind: _form(form) for kind, form in _FORMS.items()},
    **PASSWORDS,
    "jwt": _jwt,
    "basic": _basic,
    "seed_words": lambda rng: " ".join(rng.choices(_WORDS, k=12)),
    "pem_rsa": _pem("RSA PRIVATE KEY", 12),
    "pem_plain": _pem("PRIVATE KEY", 10),
    "pem_ec": _pem("EC PRIVATE KEY", 3),
    "pem_ssh": _pem("OPENSSH PRIVATE KEY", 6),
    "pem_line": lambda rng: _pem("PRIVATE KEY", 8)(rng).replace("\n", "\\n"),
}
