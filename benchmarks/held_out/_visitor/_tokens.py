"""Tokens of services and formats that the seventh and eighth splits do not draw.

Prefixes, lengths and alphabets are those that the services document or that rules of public
scanners state; none was issued.
"""

from typing import Final

from benchmarks.held_out._newcomer._tokens import KINDS as _KNOWN
from benchmarks.held_out._outside._tokens_drawn import Maker, drawn
from benchmarks.held_out._visitor._tokens_made import MADE

_PREFIXED: Final = {
    "huggingface_organization": "api_org_{A34}",
    "swarm_unlock": "SWMKEY-1-{w43}",
    "akamai": "akab-{l16}-{l16}",
    "tigris": "tsec_{w62}",
    "cockroach": "CCDB1_{a22}_{a40}",
    "zuplo": "zpka_{h32}_{h8}",
    "unkey": "unkey_{s24}",
    "workos": "sk_test_a2V5Xz{a44}",
    "trigger_dev": "tr_prod_{a24} | tr_dev_{a24}",
    "inngest": "signkey-prod-{h64}",
    "sanity": "sk{a178}",
    "storyblok": "{a22}tt",
    "wix": "IST.eyJraWQiOi{w110}.{w160}.{w342}",
    "beamer": "b_{w44}",
    "plaid_access": "access-production-{uuid}",
    "dropbox_short": "sl.B{w134}",
    "lichess": "lip_{a20}",
    "telnyx": "KEY{H32}_{a22}",
    "signalwire": "PT{h48}",
    "murf": "ap2_{uuid}",
    "baseten": "{a8}.{a32}",
    "novita": "sk_{w43}",
    "nebius": "v1.CmQ{w200}",
    "lambda_cloud": "secret_prod_{h32}.{a32}",
    "neptune": "eyJhcGlfYWRkcmVzcyI6Imh0dHBzOi8v{a120}",
    "promptlayer": "pl_{h32}",
    "humanloop": "hl_sk_{h48}",
    "logfire": "pylf_v1_us_{a44}",
    "wandb_new": "wandb_v1_{a27}_{a49}",
    "arcade": "arc_{a40}",
    "hyperbrowser": "hb_{h30}",
    "context_seven": "ctx7sk-{uuid}",
    "vercel_zero": "v1:{a24}:{a24}",
    "devin": "apk_user_{b88}",
    "amp": "sgamp_user_{u26}_{h64}",
    "coderabbit": "cr-{h58}",
    "socket_dev": "sktsec_{w44}_api",
    "aikido": "AIK_CI_{a64}",
    "censys": "censys_{a8}_{a24}",
    "vault_recovery": "hvr.{w90}",
    "confluent_cloud": "cflt{b60}",
    "pubnub": "sec-c-{a48}",
    "growthbook": "secret_admin_{b43}",
    "devcycle": "dvc_server_{h32}",
    "datadog_app": "ddapp_{a34}",
    "honeycomb_management": "hcamk_01{l24}{a32}",
    "uptimerobot": "u{d7}-{h24}",
    "healthchecks": "hcw_{a28}",
    "firehydrant": "fhb-{h32}",
    "plain_support": "plainApiKey_{h64}",
    "close_crm": "api_{a22}.{a22}",
    "salesforce_refresh": "5Aep861{w80}",
    "discord_mfa": "mfa.{w84}",
    "webex": "{a64}_PF84_{uuid}",
    "viber": "{h16}-{h16}-{h16}",
    "twitter_access": "{d19}-{a40}",
    "twitch_chat": "{l30}",
    "riot": "RGAPI-{uuid}",
    "sui": "suiprivkey1{l59}",
    "ripple_seed": "s{s28}",
    "bip_encrypted": "6P{s56}",
    "redpanda": "rpk_{a40}",
}

_NAMED: Final = {
    "ABLY_API_KEY": "{w6}.{w6}:{w43}",
    "MUX_TOKEN_SECRET": "{b74}",
    "TODOIST_API_TOKEN": "{h40}",
    "STRAVA_CLIENT_SECRET": "{h40}",
    "ABUSEIPDB_KEY": "{h80}",
    "ZULIP_API_KEY": "{a32}",
    "WEBFLOW_TOKEN": "{h64}",
    "CROWDIN_PERSONAL_TOKEN": "{h80}",
    "MESSAGEBIRD_ACCESS_KEY": "{a25}",
    "KRAKEN_PRIVATE_KEY": "{b86}==",
    "BUGSNAG_AUTH_TOKEN": "{uuid}",
    "QDRANT_API_KEY": "{w54}",
    "DAILY_API_KEY": "{h64}",
    "SIDEKIQ_PRO_CREDENTIALS": "{h8}:{h8}",
    "RESTIC_PASSWORD": "{a24}",
    "AKAMAI_CLIENT_SECRET": "{b43}=",
    "SMARTSHEET_ACCESS_TOKEN": "{a37}",
    "AGENTOPS_API_KEY": "{uuid}",
    "PIPEDRIVE_API_TOKEN": "{h40}",
    "GRAYLOG_PASSWORD_SECRET": "{a96}",
    "N8N_ENCRYPTION_KEY": "{b32}",
    "SUPERSET_SECRET_KEY": "{b56}",
    "AIRFLOW__CORE__FERNET_KEY": "{w43}=",
    "SENTRY_SECRET_KEY": "{l50}",
    "VAULTWARDEN_ADMIN_TOKEN": "{b64}",
}

# Identifiers and sums that the texts without a secret need.
_PLAIN: Final = {
    "flake": "1{d18}",
    "hexed": "{h40}",
    "hexlong": "{h64}",
    "hexmid": "{h32}",
    "hexsmall": "{h12}",
    "tag": "{h7}",
    "integrity": "{b86}==",
    "checksum": "{b43}=",
    "uid": "{uuid}",
    "ulids": "01K{u23}",
    "slug": "{l8}",
    "pair": "{l5}-{l5}",
    "capsid": "{u10}",
    "mixed": "{a24}",
    "digitsix": "{d6}",
    "digiteight": "{d8}",
    "digitten": "4{d9}",
    "digittwelve": "7{d11}",
    "publickey": "{b68}",
    "picture": "/9j/4AAQSkZJRgABAQAAAQABAAD{b180}",
    "sku": "{U2}-{d4}-{U3}",
}

PREFIXED: Final = tuple(_PREFIXED)
NAMED: Final = tuple(_NAMED)
KINDS: Final[dict[str, Maker]] = {
    **_KNOWN,
    **MADE,
    **{kind: drawn(notation) for kind, notation in (_PREFIXED | _NAMED | _PLAIN).items()},
}


def _number(low: int, high: int) -> Maker:
    return lambda rng: str(rng.randint(low, high))


NEGATIVE_KINDS: Final[dict[str, Maker]] = {kind: KINDS[kind] for kind in _PLAIN} | {
    "few": _number(2, 59),
    "many": _number(100, 9999),
    "lots": _number(10_000, 9_999_999),
    "epoch": _number(1_700_000_000, 1_790_000_000),
    "epochms": _number(1_700_000_000_000, 1_790_000_000_000),
    "decimal": lambda rng: f"{rng.uniform(-2, 2):.6f}",
    "money": lambda rng: f"{rng.uniform(5, 90000):,.2f}",
    "semver": lambda rng: f"{rng.randint(0, 9)}.{rng.randint(0, 30)}.{rng.randint(0, 20)}",
    "isoday": lambda rng: f"2026-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}",
    "clock": lambda rng: f"{rng.randint(0, 23):02}:{rng.randint(0, 59):02}:{rng.randint(0, 59):02}",
}
