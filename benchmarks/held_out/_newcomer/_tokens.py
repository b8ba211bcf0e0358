"""Tokens of services and formats that neither the public set nor the seventh split asks for.

Prefixes, lengths and alphabets are those that the services document or that rules of public
scanners state; none was issued.
"""

import random
from typing import Final

from benchmarks.held_out._newcomer._tokens_made import MADE
from benchmarks.held_out._outside._tokens import KINDS as _KNOWN
from benchmarks.held_out._outside._tokens_drawn import Maker, drawn

_PREFIXED: Final = {
    "adafruit": "aio_{a28}",
    "authress": "sc_{l14}.{l5}.acc_{l12}.{w60}",
    "frameio": "fio-u-{w64}",
    "gitlab_flags": "glffct-{w20}",
    "grafana_legacy": "eyJrIjoi{a82}",
    "intra": "s-s4t2ud-{h64}",
    "maxmind": "{a6}_{a29}_mmk",
    "newrelic_browser": "NRJS-{h19}",
    "planetscale_oauth": "pscale_oauth_{w43}",
    "settlemint": "sm_pat_{a16} | sm_aat_{a16}",
    "slack_workspace": "xoxa-2-{d12}-{d12}-{d12}-{h32}",
    "slack_workflow": "xwfp-{d13}-{d13}-{a60}",
    "sonar_global": "sqa_{h40}",
    "yandex_iam": "t1.9euelZ{w120}.{w86}",
    "yandex_static": "YC{w38}",
    "nylas": "nyk_v0_{a64}",
    "vercel_personal": "vcp_{a56} | vck_{a56}",
    "deno_deploy": "ddp_{a36}",
    "tinybird": "p.eyJ1Ijog{a90}.{w43}",
    "chroma": "ck-{s44}",
    "openai_session": "sess-{a40}",
    "friendli": "flp_{a46}",
    "arize": "ak-{uuid}-{w32}",
    "zep": "z_1dWlkIjoi{a86}.{w43}",
    "letta": "sk-let-{b84}==",
    "brave": "BSA{w28}",
    "cartesia": "sk_car_{a22}",
    "honeybadger": "hbp_{a36}",
    "axiom": "xaat-{uuid} | xapt-{uuid}",
    "checkly": "cu_{h32}",
    "rootly": "rootly_{h64}",
    "configcat": "configcat-sdk-1/{w22}/{w22}",
    "permit": "permit_key_{a87}",
    "ory": "ory_pat_{a32}",
    "ory_access": "ory_at_{w43}.{w43}",
    "svix": "testsk_{w32}.eu",
    "courier": "pk_prod_{B28}",
    "cashfree": "cfsk_ma_prod_{h32}_{h8}",
    "xendit": "xnd_production_{a60}",
    "midtrans": "Mid-server-{w24}",
    "omise": "skey_{l19}",
    "tatum": "t-{h24}-{h24}",
    "coingecko": "CG-{a24}",
    "blockfrost": "mainnet{a32}",
    "shopify_private": "shppa_{h32}",
    "woocommerce": "cs_{h40}",
    "ebay": "PRD-{h12}-{h4}-{h4}-{h4}-{h4}",
    "amazon_login": "amzn1.oa2-cs.v1.{h64}",
    "amazon_refresh": "Atzr|IwEB{w190}",
    "amazon_marketplace": "amzn.mws.{uuid}",
    "azure_functions": "{w44}AzFu{w6}==",
    "azure_search": "{a42}AzSe{a6}",
    "azure_storage": "{b76}+AStA{b5}==",
    "azure_registry": "{b42}+ACR{b6}",
    "azure_devops": "{a76}AZDO{a4}",
    "firebase_messaging": "AAAA{w7}:APA91b{w134}",
    "google_code": "4/0A{w70}",
    "facebook_app": "{d15}|{w27}",
    "tiktok": "act.{a58}!{d4}.va",
    "pinterest": "pina_{u84}",
    "jumpcloud": "jca_{a36}",
    "boundary": "at_{a10}_s1{s110}",
    "depot": "depot_org_{h64}",
    "open_vsx": "ovsxat_{uuid}",
    "anaconda": "an-{uuid}",
    "upcloud": "ucat_{a26}",
    "backblaze": "K005{b27}",
    "volcengine": "AKLT{w43}",
    "tencent": "AKID{a32}",
    "astra": "AstraCS:{A24}:{h64}",
    "fauna": "fnA{w37}",
    "elastic_cloud": "essu_{b60}==",
    "ntfy": "tk_{l29}",
    "dingtalk": "SEC{h64}",
    "windmill": "wm_token_{a32}",
    "prefect_bot": "pnb_{l36}",
    "easypost_test": "EZTK{a54}",
    "doppler_audit": "dp.audit.{a43}",
    "lob": "live_{h35}",
}

_NAMED: Final = {
    "CISCO_MERAKI_DASHBOARD_API_KEY": "{h40}",
    "LIVEKIT_API_SECRET": "{a44}",
    "STABILITY_API_KEY": "sk-{a48}",
    "SAMBANOVA_API_KEY": "{uuid}",
    "SERPER_API_KEY": "{h40}",
    "UNSTRUCTURED_API_KEY": "{a30}",
    "TRAVIS_API_TOKEN": "{a22}",
    "DRONE_TOKEN": "{a32}",
    "CONSUL_HTTP_TOKEN": "{uuid}",
    "NOMAD_TOKEN": "{uuid}",
    "BUF_TOKEN": "{h64}",
    "OVH_APPLICATION_SECRET": "{a32}",
    "EXOSCALE_API_SECRET": "{w43}",
    "NEO4J_PASSWORD": "{w43}",
    "INFLUX_TOKEN": "{w86}==",
    "RECAPTCHA_SECRET_KEY": "6L{w38}",
    "DUO_SKEY": "{a40}",
    "CUSTOMERIO_APP_KEY": "{h32}",
    "COINMARKETCAP_API_KEY": "{uuid}",
    "ETHERSCAN_API_KEY": "{u34}",
    "KUCOIN_API_PASSPHRASE": "{a14}",
    "MIXPANEL_SERVICE_SECRET": "{a32}",
    "BUNNY_STORAGE_PASSWORD": "{h8}-{h4}-{h4}-{h12}-{h4}-{h4}",
    "VSCE_PAT": "{l52}",
    "PUSHOVER_TOKEN": "{l30}",
    "BIGCOMMERCE_ACCESS_TOKEN": "{l31}",
    "TF_VAR_db_password": "{a9}_{a7}",
    "GITEA_ACCESS_TOKEN": "{h40}",
    "ICLOUD_APP_SPECIFIC_PASSWORD": "{L4}-{L4}-{L4}-{L4}",
    "GMAIL_APP_PASSWORD": "{L4} {L4} {L4} {L4}",
    "TEXTLOCAL_APIKEY": "{b22}-{a10}",
    "SHORTCUT_API_TOKEN": "{uuid}",
}

# Identifiers and sums that the texts without a secret need; their names are no slot of a secret.
_PLAIN: Final = {
    "ulid": "01J{u23}",
    "ksuid": "2{a26}",
    "nanoid": "{w21}",
    "cuid": "c{l24}",
    "objectid": "6{h23}",
    "hexshort": "{h8}",
    "hexfour": "{h32}",
    "shaone": "{h40}",
    "shatwo": "{h64}",
    "shasum": "{b43}=",
    "guid": "{uuid}",
    "rays": "8{h15}-FRA",
    "wide": "{a28}",
    "nix": "{l32}",
    "shaless": "{b27}=",
    "minor": "{d2}",
    "number": "{d5}",
    "longer": "{d7}",
    "word": "{l5}",
    "podid": "{l9}-{l5}",
    "shortid": "{l11}",
    "publicone": "{b68}",
}

PREFIXED: Final = tuple(_PREFIXED)
NAMED: Final = tuple(_NAMED)
KINDS: Final[dict[str, Maker]] = {
    **_KNOWN,
    **MADE,
    **{kind: drawn(notation) for kind, notation in (_PREFIXED | _NAMED | _PLAIN).items()},
}


def _whole(low: int, high: int, form: str = "{}") -> Maker:
    def draw(rng: random.Random) -> str:
        return form.format(rng.randint(low, high))

    return draw


def _nineteen(rng: random.Random) -> str:
    return str(rng.randint(10**18, 9 * 10**18))


def _version(rng: random.Random) -> str:
    return ".".join(str(rng.randint(0, top)) for top in (30, 40, 99))


def _float(rng: random.Random) -> str:
    return f"{rng.uniform(-1, 1):.9f}"


def _stamp(rng: random.Random) -> str:
    return f"2026-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}T{rng.randint(0, 23):02}:{rng.randint(0, 59):02}:{rng.randint(0, 59):02}.{rng.randint(0, 999):03}Z"


def _day(rng: random.Random) -> str:
    return f"2026-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"


NEGATIVE_KINDS: Final[dict[str, Maker]] = {kind: KINDS[kind] for kind in _PLAIN} | {
    "small": _whole(1, 99),
    "count": _whole(100, 99_999),
    "millis": _whole(1_700_000_000_000, 1_790_000_000_000),
    "seconds": _whole(1_700_000_000, 1_790_000_000),
    "nineteen": _nineteen,
    "version": _version,
    "float": _float,
    "stamp": _stamp,
    "day": _day,
    "cost": lambda rng: f"{rng.uniform(1, 9000):,.2f}",
    "mebibytes": _whole(64, 65_536),
}
