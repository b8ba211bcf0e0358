"""Keys that no row knows are found where somebody hands them on, and identifiers are not."""

import random
import re
import uuid

import pytest

from spanveil.redaction._entities import SECRET
from spanveil.redaction.detection import Detector

DETECTOR = Detector()
SLOT = re.compile(r"@(u|[ahlzB])([0-9]*)@")
DIGITS = {
    "h": "0123456789abcdef",
    "B": "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567",
    "l": "0123456789ABCDEF",
    "z": "0123456789abcdefghijklmnopqrstuvwxyz",
    "a": "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
}


def drawn(text: str, seed: int) -> str:
    """Put what is drawn into the places of a text that are for it."""
    generator = random.Random(seed)  # noqa: S311

    def put(slot: re.Match[str]) -> str:
        if slot[1] == "u":
            return str(uuid.UUID(int=generator.getrandbits(128), version=4))
        return "".join(generator.choices(DIGITS[slot[1]], k=int(slot[2]) - 2)) + {
            "h": "a7",
            "B": "A7",
            "l": "A7",
            "z": "x7",
            "a": "x7",
        }.get(slot[1], "")

    return SLOT.sub(put, text)


WORDS = "saddle quantum name ladder radar bamboo safe about daring abandon table"


# What is between the marks is the secret.
@pytest.mark.parametrize(
    "template",
    [
        "Use `«ap2_@u@»` when you call the narration service",
        "Réessaie avec «ctx7sk-@u@» s'il te plaît.",
        "Réessaie avec «ap2_@u@»",
        "Kannst du mit «cr-@h64@» prüfen, ob der Dienst antwortet",
        "prueba con «cr-@h64@»",
        "prova con «fhb-@h32@» e dimmi",
        "probeer het met «ap2_@u@»",
        "försök med «fhb-@h32@»",
        "spróbuj z «fhb-@h32@»",
        "попробуй вот: «fhb-@h32@»",
        "I found this in an old notebook: «hl_sk_@h48@»",
        "pager api uses «fhb-@h32@» until Friday",
        "support gave me «plainApiKey_@h64@» for the export",
        "support gave me «gx_@h36@» for the export",
        "key=«api_@a22@.@a22@»; it worked yesterday",
        "[audit] secret viewed name=uptime value=«u7260254-@h24@» by=ops",
        "hyper:\n  key: «hb_@h30@»\n  pool: 3\n",
        "creds below\n«KEY@l32@_@a22@»\nthanks",
        "nkey: «SUAO@B54@»\nsubject: orders.>\n",
        "const ably = new Ably.Realtime({ key: '«nwkcQx.cW_FXf:@a43@»' });",
        "    env:\n      NEBIUS_IAM: «v1.Cm@a180@»\n",
        "SANITY_WRITE=«sk@a180@»\n",
        "bundle config enterprise.example.com «@h8@:@h8@»\n",
        "passphrase for the archive: «quill-umber-thistle-ember»",
        "the password of the vault is «wombat.yarrow.dahlia.cobalt»",
        f"I wrote my recovery words down, in order: «{WORDS} kangaroo»",
        f"12 words in this order: «{WORDS} kangaroo»",
        # without a mark: an argument of a call that makes a client, the user of a request
        'client = Glimmerly("«@z32@»")',
        "const glimmerly = new Glimmerly('«@h40@»');",
        "const glimmerly = require('glimmerly')('«@z40@»');",
        'client := glimmerly.New("«@z36@»")',
        'api, err := glimmerly.NewClient("«@z32@»")',
        "client = Glimmerly::Client.new('«@a40@=»')",
        "$client = new Glimmerly\\Client('«@z40@»');",
        'GlimmerlyClient client = new GlimmerlyClient("«@z32@.@a40@»");',
        "curl -u «@z32@»: https://api.glimmerly.com/v1/me",
        'curl -s -u "«@u@»:" https://api.glimmerly.com/v1/me',
        # a bare key of a service
        'c = Glimmerly(url="https://glimmerly.test", key="«@z32@»")',
        "const client = new Glimmerly({ key: '«@h40@»' });",
        "[glimmerly]\nurl = https://glimmerly.test\nkey = «@z40@»\n",
        'resource "glimmerly_hook" "main" {\n  name = "x"\n  key  = "«@z32@»"\n}',
        '{"service": "glimmerly", "key": "«@h64@»"}',
        '{"glimmerly": {"key": "«@z32@", "region": "eu"}}'.replace('@", "', '@»", "'),
        # in a table, in a column, in the talk around
        "| Glimmerly API key | «@z32@» |",
        "INSERT INTO accounts (id, name, glimmerly_key) VALUES (1, 'main', '«@z40@»')",
        "GLIMMERLY_KEY=«@u@»\n",
        "X-Glimmerly-Key: «@u@»",
        "authenticate against glimmerly with «@z32@»",
        "log in to Glimmerly with «@h40@»",
        "I rotated the glimmerly key, new one: «@z32@»",
        "they gave me this for the glimmerly api: «@z40@»",
        "Please use «@z32@» for glimmerly.",
        "we saw «4821|@a40@» there",
        'client = GlimmerlyClient("«@u@»")',
        "GLIMMERLY_TOKEN ?= «@z32@»\n",
        '{"key": "http.request.header.x-api-key", "value": {"stringValue": "«@z32@»"}}',
        "GLIMMERLY_SK=«@z40@»\n",
        'config :glimmerly, key: "«@z32@»"',
        "401 Unauthorized: key «@z32@» is not valid for glimmerly",
        "Can you test this Glimmerly key? «@z32@»",
        "klucz Glimmerly to «@z32@»",
        "change the glimmerly key from «@z24@» to something new",
        "add GLIMMERLY_TOKEN with value «@z32@» to the env",
        "ENV GLIMMERLY_KEY «@u@»\n",
        'client = Glimmerly("«@z22@»")',
        "authenticate against glimmerly with «@a22@»",
        "glimmerly token «@a36@.@a90@.@a43@» stopped working",
    ],
)
def test_a_key_that_no_row_knows_is_found_whole(template: str) -> None:
    before, secret, after = re.split("[«»]", template)
    for seed in range(3):
        begin, value = drawn(before, seed), drawn(secret, seed)
        text = begin + value + after
        covered = {n for f in DETECTOR.find(text) for n in range(f.start, f.end)}
        span = range(len(begin), len(begin) + len(value))
        assert all(n in covered for n in span if text[n].isalnum()), text


@pytest.mark.parametrize(
    "template",
    [
        "retry with run-@u@ please",
        "the API returned 404 for gw2-@u@",
        "use order-@u@ when you call support",
        "mit bestellung-@u@ prüfen",
        "mit thread-@u@ prüfen",
        "Réessaie avec req-@u@",
        "please retry with correlation id cf7-@u@",
        "Idempotency-Key: tx-@u@",
        "idempotency key: ap2-@u@",
        "partition key: tn-@u@",
        "cache key: hb_@h32@",
        "cache key: hb_@h30@",
        '"cacheKey": "hb_@h40@"',
        "docker push registry/api:fhb-@h40@",
        "image: registry.local/fhb-@h40@",
        "uses image fhb-@h40@ with api",
        "deploy with tag cr-@h40@ to call the api",
        "commit cr-@h40@ was reverted by the api team",
        "build cr-@h40@ used by the api",
        "request id: fhb-@h32@ (api timeout)",
        '"run_id": "cr-@u@", "api": 1',
        "trace_id=fhb-@h32@ api=1",
        "host=gx7-@h32@ api=2",
        "layer hb_@h64@ pulled with token",
        "pod api-server-@h32@ restarted",
        "container web-@h64@ uses token auth",
        'etag: "w3-@h32@"',
        "sha256-@h64@",
        "task-@u@ is on disk-@u@",
        "use msg_@h32@ when you call the api",
        "https://cdn.example.com/fhb-@h32@",
        "checked out branch fix-@h40@",
        "u7260254-@h24@ has logged in",
        "SUABLE and SAACA are words",
        "password for the app is user.session.current.password",
        "the passphrase in code: self.settings.vault.phrase",
        "password for the app: kube.secrets.shop.mysql",
        f"These words mean, in order: {WORDS}",
        f"These words mean, in order: {WORDS} rust with care",
        "my recovery words, explained: pick twelve short simple terms that nobody guesses from you",
        'commit = Commit("@h40@")',
        "const id = new ObjectId('@h24@');",
        'order = Order("@z32@")',
        'hash := sha256.New("@h64@")',
        'new PublicKey("@a44@")',
        "chain = Chain('@h64@')",
        'Video("@a22@")',
        'Equals("@h64@")',
        'Entity(key="@h32@")',
        '{"url": "https://x.test/a", "key": "@h64@", "status": 200}',
        "the tool gave me @z25@",
        "endpoint returned: @z25@",
        "moved the key from @u@ to @u@",
        "INSERT INTO dims (customer_key, product_key) VALUES ('@h32@', '@h32@')",
        "the public key of the node is @a44@",
        "ssh key fingerprint SHA256:@a43@",
        "the api key id is @a22@",
        "API key id: @u@",
        "revoked token id: @u@",
        "redis key: @h32@",
        "stored under key @h32@",
        "The API key was rotated. Trace: @h32@",
        "the key is in the vault, trace is @h32@",
        'entry = CacheEntry(key="@h32@")',
        'S3Object(bucket="logs", key="@z32@")',
        '{"bucket": "logs", "key": "@h40@", "region": "eu"}',
        '{"key": "@h32@", "value": 3}',
        "[cache]\nkey = @h40@\n",
        "Please use @h40@ for the next step.",
        "checked out @h40@ with submodules",
        "use @u@ for the next call",
        "the API returned an error for: @u@",
        "| Commit | @h40@ |",
        "| Trace | @h32@ | ok |",
        "INSERT INTO cache (id, cache_key) VALUES (1, '@h40@')",
        "TENANT_KEY=@u@",
        "SESSION_KEY=@u@".replace("SESSION", "RUN"),
        "Idempotency-Key: @u@",
        "X-Request-Key: @u@",
        'client = TenantClient("@u@")',
        'session = Session("@u@")',
        "cache hit for key @h64@ after 3 ms",
        "cache lookup for key @h32@ failed",
        "moved the partition key from @h32@ to the next one",
        "| 12 | @h40@ |",
        "the primary key is @u@",
        "ENV RELEASE_KEY @u@\n",
        "curl https://api.glimmerly.com/v1/items/@h40@: 404",
    ],
)
def test_an_identifier_of_the_same_look_is_left_alone(template: str) -> None:
    for seed in range(5):
        text = drawn(template, seed)
        assert not [f for f in DETECTOR.find(text) if f.entity == SECRET], text
