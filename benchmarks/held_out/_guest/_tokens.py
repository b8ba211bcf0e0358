"""Kinds of secrets this split draws beside ``_stranger``'s, and what its negatives draw.

Prefixes, lengths and alphabets are those that services document, as far as their author knew them by
heart; none was issued.
"""

from typing import Final

from benchmarks.held_out._stranger import _tokens
from benchmarks.held_out._stranger._tokens_form import Maker, drawn

_FORMS: Final = {
    "github_fine": "github_pat_[A-Za-z0-9]{22}_[A-Za-z0-9]{59}", "github_classic": "ghp_[A-Za-z0-9]{36}", "gitlab_pat": "glpat-[A-Za-z0-9_-]{20}", "slack_bot": "xoxb-[0-9]{12}-[0-9]{12}-[A-Za-z0-9]{24}",
    "slack_path": "T0[A-Z0-9]{8}/B0[A-Z0-9]{8}/[A-Za-z0-9]{24}", "stripe_live": "sk_live_51[A-Za-z0-9]{97}", "stripe_hook": "whsec_[A-Za-z0-9]{32}", "twilio_auth": "[0-9a-f]{32}", "sendgrid": "SG.[A-Za-z0-9_-]{22}.[A-Za-z0-9_-]{43}",
    "openai_project": "sk-proj-[A-Za-z0-9_-]{74}T3BlbkFJ[A-Za-z0-9_-]{74}", "anthropic": "sk-ant-api03-[A-Za-z0-9_-]{93}AA", "google_api": "AIzaSy[A-Za-z0-9_-]{33}", "aws_key": "AKIA[A-Z2-7]{16}", "npm": "npm_[A-Za-z0-9]{36}",
    "pypi": "pypi-AgEIcHlwaS5vcmc[A-Za-z0-9_-]{90}", "digitalocean": "dop_v1_[0-9a-f]{64}", "shopify": "shpat_[0-9a-f]{32}", "telegram": "[1-9]{1}[0-9]{9}:AA[A-Za-z0-9_-]{33}", "discord_bot": "MTE[A-Za-z0-9]{23}.G[A-Za-z0-9]{5}.[A-Za-z0-9_-]{38}",
    "huggingface": "hf_[A-Za-z]{34}", "heroku": "HRKU-AA[A-Za-z0-9_-]{58}", "postman": "PMAK-[0-9a-f]{24}-[0-9a-f]{34}", "linear": "lin_api_[A-Za-z0-9]{40}", "planetscale": "pscale_tkn_[A-Za-z0-9_-]{43}", "pulumi": "pul-[0-9a-f]{40}",
    "facebook": "EAA[A-Za-z0-9]{150}", "docker_pat": "dckr_pat_[A-Za-z0-9_-]{27}", "groq": "gsk_[A-Za-z0-9]{52}", "perplexity": "pplx-[A-Za-z0-9]{48}", "xai": "xai-[A-Za-z0-9]{80}", "pinecone": "pcsk_[A-Za-z0-9]{5}_[A-Za-z0-9]{63}",
    "plaid": "access-production-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-9[0-9a-f]{3}-[0-9a-f]{12}", "conekta": "key_[A-Za-z0-9]{22}", "wompi": "prv_prod_[A-Za-z0-9]{32}", "africas_talking": "atsk_[0-9a-f]{64}", "infobip": "[0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-9[0-9a-f]{3}-[0-9a-f]{12}",
    "cloudbeds": "cbat_[A-Za-z0-9]{32}", "mews": "[0-9A-F]{32}-[0-9A-F]{31}", "playfab": "[A-Z0-9]{52}", "roblox": "_|WARNING:-DO-NOT-SHARE-THIS.--Sharing-this-will-allow-someone-to-log-in-as-you-and-to-steal-your-ROBUX-and-items.|_[0-9A-F]{200}", "canvas": "[1-9]{1}[0-9]{4}~[A-Za-z0-9]{64}",
    "frameio": "fio-u-[A-Za-z0-9_-]{64}", "dropbox": "sl.B[A-Za-z0-9_-]{130}", "planet": "PLAK[0-9a-f]{32}", "wordpress_app": "[A-Za-z0-9]{4} [A-Za-z0-9]{4} [A-Za-z0-9]{4} [A-Za-z0-9]{4} [A-Za-z0-9]{4} [A-Za-z0-9]{4}", "wireguard": "[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]{1}=",
    "entra_secret": "[A-Za-z0-9]{3}8Q~[A-Za-z0-9_.~-]{31}", "mpesa": "[A-Za-z0-9]{48}", "daraja_passkey": "bfb279[0-9a-f]{58}", "tesla": "NA_[0-9a-f]{64}", "moodle": "[0-9a-f]{32}",
    "word_swedish": "Sommarstuga[0-9]{2}!||blåbär-kanel[0-9]{3}||Midsommar#[0-9]{4}", "word_finnish": "Saunailta[0-9]{2}!||mustikka_[0-9]{4}", "word_portuguese": "Saudade[0-9]{3}!||futebol@[0-9]{4}||PraiaGrande#[0-9]{2}", "word_swahili": "Simba[0-9]{4}!||karibu_[0-9]{3}#||Jambo@[0-9]{2}Mombasa",
    "word_indonesian": "Merdeka[0-9]{4}!||kopiSusu#[0-9]{2}||rahasia_[0-9]{4}", "word_tagalog": "Mabuhay[0-9]{3}!||sinigang#[0-9]{2}", "word_vietnamese": "PhoBo@[0-9]{4}||HaNoi!mua[0-9]{3}", "word_mexican": "Guadalupe[0-9]{2}!||tacos-al-pastor-[0-9]{2}||Chivas#[0-9]{4}", "word_hotel": "Lobby&Bar[0-9]{4}||seaview-[0-9]{4}-Guest||Night.Audit[0-9]{2}",
    "word_farm": "Tractor-[0-9]{3}-Maize||John.D33re[0-9]{2}", "word_club": "GoTigers![0-9]{4}||U15coach_[0-9]{3}", "word_port": "Crane7!berth[0-9]{2}||Tugboat$[0-9]{4}", "word_film": "ClapperBoard_[0-9]{3}||ThatsAWrap[0-9]{2}", "word_law": "Habeas-Corpus-[0-9]{3}||Objection!0verruled[0-9]{2}", "code_mfa": "[1-9]{1}[0-9]{5}", "code_safe": "[1-9]{1}[0-9]{4}#",
}  # fmt: skip
KINDS: Final[dict[str, Maker]] = _tokens.KINDS | {name: drawn(form) for name, form in _FORMS.items()}  # fmt: skip

NEGATIVE_KINDS: Final[dict[str, Maker]] = {
    "md": drawn("[0-9a-f]{32}"),
    "sha": drawn("[0-9a-f]{40}"),
    "digest": drawn("[0-9a-f]{64}"),
    "short": drawn("[0-9a-f]{7}"),
    "uid": drawn("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-9[0-9a-f]{3}-[0-9a-f]{12}"),
    "half": drawn("[0-9a-f]{16}"),
    "ulid": drawn("01J[0-9A-HJKMNP-TV-Z]{23}"),
    "stamp": drawn("17[0-9]{8}"),
    "call": drawn("[A-Za-z0-9]{24}"),
    "some": drawn("[1-9]{1}[0-9]{1}"),
    "many": drawn("[1-9]{1}[0-9]{2,3}"),
    "lots": drawn("[1-9]{1}[0-9]{5,6}"),
    "sri": drawn("[A-Za-z0-9+/]{86}=="),
    "blob": drawn("[A-Za-z0-9+/]{160}"),
    "price": drawn("[1-9]{1}[0-9]{1,3}.[0-9]{2}"),
    "version": drawn("[1-9]{1}.[0-9]{1,2}.[1-9]{1}"),
}
