"""Secrets by the forms that services document, passwords as people make them, and plain values."""

import base64
import json
import random
import string
from typing import Final

from benchmarks.held_out._caller._sums import Draw, filled, runs

_ANY: Final = "A-Za-z0-9"
_FORMS: Final = {
    "adyen": "AQE[a-z0-9]{60}-[A-Za-z0-9+/]{43}=",
    "airtable": f"pat[{_ANY}]{{14}}.[a-f0-9]{{64}}",
    "age_key": "AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}",
    "anthropic": f"sk-ant-api03-[{_ANY}_-]{{93}}AA",
    "artifactory": f"AKCp[{_ANY}]{{69}}",
    "aws_key": "AKIA[A-Z2-7]{16}",
    "aws_secret": f"[{_ANY}+/]{{40}}",
    "azure_storage": f"[{_ANY}+/]{{86}}==",
    "azure_sig": f"[{_ANY}]{{41}}%3D",
    "azure_client": f"[{_ANY}]{{3}}8Q~[{_ANY}_.~-]{{34}}",
    "bitbucket": f"ATBB[{_ANY}]{{32}}",
    "buildkite": "bkua_[0-9a-f]{40}",
    "circleci": f"CCIPAT_[{_ANY}]{{22}}_[a-f0-9]{{40}}",
    "clojars": "CLOJARS_[a-z0-9]{60}",
    "cloudflare": f"[{_ANY}_-]{{40}}",
    "contentful": f"CFPAT-[{_ANY}_-]{{43}}",
    "databricks": "dapi[a-f0-9]{32}",
    "deepgram": "[a-f0-9]{40}",
    "digitalocean": "dop_v1_[a-f0-9]{64}",
    "discord_path": f"[0-9]{{19}}/[{_ANY}_-]{{68}}",
    "docker_pat": f"dckr_pat_[{_ANY}_-]{{27}}",
    "doppler": f"dp.pt.[{_ANY}]{{43}}",
    "dropbox": f"sl.[{_ANY}_-]{{136}}",
    "duffel": f"duffel_live_[{_ANY}_-]{{43}}",
    "dynatrace": "dt0c01.[A-Z2-7]{24}.[A-Z2-7]{64}",
    "easypost": f"EZAK[{_ANY}]{{54}}",
    "figma": f"figd_[{_ANY}_-]{{40}}",
    "flyio": f"fo1_[{_ANY}_-]{{43}}",
    "gcp_key": f"AIzaSy[{_ANY}_-]{{33}}",
    "google_oauth": f"GOCSPX-[{_ANY}_-]{{28}}",
    "google_refresh": f"1//0[{_ANY}_-]{{97}}",
    "github_classic": f"ghp_[{_ANY}]{{36}}",
    "github_fine": f"github_pat_[{_ANY}]{{22}}_[{_ANY}]{{59}}",
    "github_server": f"ghs_[{_ANY}]{{36}}",
    "gitlab_pat": f"glpat-[{_ANY}_-]{{20}}",
    "gitlab_runner": f"glrt-[{_ANY}_-]{{20}}",
    "gitlab_trigger": "glptt-[a-f0-9]{40}",
    "gocardless": f"live_[{_ANY}_-]{{40}}",
    "grafana": f"glsa_[{_ANY}]{{32}}_[a-f0-9]{{8}}",
    "groq": f"gsk_[{_ANY}]{{52}}",
    "hashicorp": f"[{_ANY}]{{14}}.atlasv1.[{_ANY}_-]{{67}}",
    "heroku": "HRKU-AA[A-Za-z0-9_-]{58}",
    "hex_short": "[a-f0-9]{32}",
    "hex_long": "[a-f0-9]{64}",
    "hubspot": "pat-eu1-[a-f0-9]{8}-[a-f0-9]{4}-4[a-f0-9]{3}-a[a-f0-9]{3}-[a-f0-9]{12}",
    "huggingface": "hf_[A-Za-z]{34}",
    "langfuse": "sk-lf-[a-f0-9]{8}-[a-f0-9]{4}-4[a-f0-9]{3}-9[a-f0-9]{3}-[a-f0-9]{12}",
    "langsmith": "lsv2_pt_[a-f0-9]{32}_[a-f0-9]{10}",
    "linear": f"lin_api_[{_ANY}]{{40}}",
    "mailgun": "key-[a-f0-9]{32}",
    "mapbox": f"sk.eyJ1[{_ANY}]{{60}}.[{_ANY}_-]{{22}}",
    "mailchimp": "[a-f0-9]{32}-us21",
    "netlify": f"nfp_[{_ANY}]{{36}}",
    "newrelic": "NRAK-[A-Z0-9]{27}",
    "notion": f"ntn_[0-9]{{11}}[{_ANY}]{{35}}",
    "npm": f"npm_[{_ANY}]{{36}}",
    "okta": f"00[{_ANY}_-]{{40}}",
    "openai": f"sk-proj-[{_ANY}_-]{{74}}T3BlbkFJ[{_ANY}_-]{{74}}",
    "pagerduty": f"u+[{_ANY}_-]{{18}}",
    "paystack": "sk_live_[a-f0-9]{40}",
    "perplexity": f"pplx-[{_ANY}]{{48}}",
    "planetscale": f"pscale_tkn_[{_ANY}_-]{{43}}",
    "postman": "PMAK-[a-f0-9]{24}-[a-f0-9]{34}",
    "posthog": f"phx_[{_ANY}]{{43}}",
    "pulumi": "pul-[a-f0-9]{40}",
    "pypi": f"pypi-AgEIcHlwaS5vcmc[{_ANY}_-]{{150}}",
    "razorpay": f"[{_ANY}]{{24}}",
    "replicate": f"r8_[{_ANY}]{{37}}",
    "rubygems": "rubygems_[a-f0-9]{48}",
    "sendgrid": f"SG.[{_ANY}_-]{{22}}.[{_ANY}_-]{{43}}",
    "sendinblue": f"xkeysib-[a-f0-9]{{64}}-[{_ANY}]{{16}}",
    "sentry_token": "sntryu_[a-f0-9]{64}",
    "shopify": "shpat_[a-f0-9]{32}",
    "slack_app": "xapp-1-A[A-Z0-9]{10}-[0-9]{13}-[a-f0-9]{64}",
    "slack_bot": f"xoxb-[0-9]{{12}}-[0-9]{{13}}-[{_ANY}]{{24}}",
    "slack_path": f"T[A-Z0-9]{{10}}/B[A-Z0-9]{{10}}/[{_ANY}]{{24}}",
    "sonar": "sqp_[a-f0-9]{40}",
    "square": f"EAAA[{_ANY}_-]{{60}}",
    "stripe_live": f"sk_live_51[{_ANY}]{{97}}",
    "stripe_restricted": f"rk_live_51[{_ANY}]{{97}}",
    "stripe_hook": f"whsec_[{_ANY}]{{32}}",
    "supabase": "sbp_[a-f0-9]{40}",
    "tailscale": f"tskey-auth-k[{_ANY}]{{11}}CNTRL-[{_ANY}]{{32}}",
    "telegram": f"7[0-9]{{9}}:AA[{_ANY}_-]{{33}}",
    "totp": "[A-Z2-7]{32}",
    "vault": f"hvs.CAES[{_ANY}_-]{{90}}",
    "vercel": f"[{_ANY}]{{24}}",
    "voyage": f"pa-[{_ANY}_-]{{43}}",
    "wireguard": f"[{_ANY}+/]{{42}}8=",
    "yandex": f"AQVN[{_ANY}_-]{{36}}",
    "random": f"[{_ANY}]{{36}}",
    "strong": "[A-Z]{2}[a-z]{4}[0-9]{3}[!#*_.-]{1}[A-Za-z0-9]{6}",
    "code": "[0-9]{6}",
    "pin": "[0-9]{4}",
}
_WORDS: Final = {
    "word": "Hagel|Tramway|Kazan|Monsoon|Riesling|Wombat|Chennai|Tiramisu|Maple|Kimchi",
    "word_german": "Baustelle|Zahnfee|Gewitter|Kellerkind|Straßenbahn",
    "word_french": "Bordeaux|Parapluie|Tramway|Merlot|Chouette",
    "word_polish": "Zubr|Krakowiak|Pierogi|Tramwaj|Bocian",
    "word_turkish": "Galata|Karadeniz|Simit|Yakamoz|Boncuk",
    "word_indian": "Jalebi|Monsoon|Namaste|Hyderabad|Cricket",
    "word_japanese": "Sakura|Shinkansen|Hokkaido|Tanuki|Matsuri",
}
_SEED: Final = [
    "ribbon",
    "lunar",
    "cradle",
    "oven",
    "glimpse",
    "hockey",
    "timber",
    "vivid",
    "acoustic",
    "marble",
    "fossil",
    "quantum",
    "saddle",
    "umbrella",
    "noble",
    "dentist",
    "wagon",
    "pepper",
    "island",
    "velvet",
    "orchard",
    "mango",
    "turtle",
    "canvas",
]


def _word(words: str) -> Draw:
    def draw(rng: random.Random) -> str:
        year = rng.choice(("2024", "2025", "26", "77", "1988"))
        return (
            rng.choice(words.split("|")) + rng.choice("!#_.*-") + year + rng.choice(("", "x!", "?"))
        )

    return draw


def _jwt(rng: random.Random) -> str:
    head = {"alg": "HS256", "typ": "JWT"}
    body = {"sub": filled(rng, "%#####"), "scope": "claims:read", "exp": 1790000000}
    parts = [json.dumps(part, separators=(",", ":")).encode() for part in (head, body)]
    parts.append(rng.randbytes(32))
    return ".".join(base64.urlsafe_b64encode(part).decode().rstrip("=") for part in parts)


def _basic(rng: random.Random) -> str:
    pair = f"claims-bot:{runs(_FORMS['strong'])(rng)}"
    return base64.b64encode(pair.encode()).decode()


def _key_file(name: str, lines: int, head: str) -> Draw:
    def draw(rng: random.Random) -> str:
        text = head + base64.b64encode(rng.randbytes(48 * lines - rng.randrange(20))).decode()
        rows = [text[i : i + 64] for i in range(0, len(text), 64)]
        return "\n".join((f"-----BEGIN {name}-----", *rows, f"-----END {name}-----"))

    return draw


def _phrase(count: int) -> Draw:
    return lambda rng: " ".join(rng.sample(_SEED, count))


KINDS: Final[dict[str, Draw]] = {
    **{name: runs(form) for name, form in _FORMS.items()},
    **{name: _word(words) for name, words in _WORDS.items()},
    "jwt": _jwt,
    "basic": _basic,
    "rsa_key": _key_file("RSA PRIVATE KEY", 12, "MIIE"),
    "ssh_key": _key_file("OPENSSH PRIVATE KEY", 6, "b3BlbnNzaC1rZXktdjEA"),
    "ec_key": _key_file("EC PRIVATE KEY", 3, "MHcCAQEE"),
    "pkcs_key": _key_file("PRIVATE KEY", 14, "MIIE"),
    "seed_phrase": _phrase(12),
    "passphrase": lambda rng: "-".join(rng.sample(_SEED, 5)),
    "backup": runs("[a-z0-9]{5}-[a-z0-9]{5}"),
    "app_password": lambda rng: " ".join(
        "".join(rng.choice(string.ascii_lowercase) for _ in range(4)) for _ in range(4)
    ),
    "recovery": lambda rng: "-".join(filled(rng, "######") for _ in range(8)),
}
