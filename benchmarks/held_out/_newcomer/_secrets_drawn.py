"""Every kind of token in one of the carriers, bare if it has a prefix and under its name if not."""

import json
from collections.abc import Callable
from typing import Final

from benchmarks.held_out._newcomer._tokens import NAMED, PREFIXED

_HOLE: Final = "@@"


def _around(text: str) -> Callable[[str], str]:
    return lambda said: text.replace(_HOLE, said, 1)


def _arguments(said: str) -> str:
    call = {"name": "http_get", "arguments": json.dumps({"path": "/v2/items", "auth": said})}
    return json.dumps({"role": "assistant", "content": None, "tool_calls": [{"id": "call_p1", "type": "function", "function": call}]})  # fmt: skip


def _result(said: str) -> str:
    part = {"type": "tool_result", "tool_use_id": "toolu_7", "content": f"cat: config\n{said}\nEOF"}
    return json.dumps({"role": "user", "content": [part]})


def _span(said: str) -> str:
    attributes = [{"key": "app.upstream", "value": {"stringValue": said}}]
    return json.dumps(
        {"name": "execute_tool sync", "kind": 3, "attributes": attributes}, separators=(",", ":")
    )


def _record(said: str) -> str:
    return json.dumps({"ts": 1781002833, "lvl": "W", "event": "handshake", "detail": said})


_CARRIERS: Final[tuple[Callable[[str], str], ...]] = (
    _around("ok so the vendor just mailed me this:\n\n@@\n\nwhere do I have to paste it?"),
    _around('variable "upstream" {\n  type    = string\n  default = "@@"\n}\n'),
    _arguments,
    _around("apiVersion: v1\nkind: Secret\nmetadata:\n  name: upstream\nstringData:\n  value: @@\n"),
    _around("2026-05-19T08:12:44.1021337Z ##[debug]Evaluating: @@\n2026-05-19T08:12:44.1022041Z ##[debug]Result: true"),
    _around("# gateway.properties\nservice.region=us-central\nservice.auth=@@\nservice.retries=5\n"),
    _result,
    _around('const sdk = new Sdk({ region: "eu", auth: "@@" });\nawait sdk.ping();\n'),
    _around('cli, err := vendor.New(ctx, "@@", vendor.WithRetry(3))\nif err != nil {\n\tlog.Fatal(err)\n}\n'),
    _around("FROM alpine:3.20\nENV UPSTREAM_AUTH=@@\nRUN apk add --no-cache curl\n"),
    _span,
    _around("diff --git a/deploy.yml b/deploy.yml\n-  auth: changeme\n+  auth: @@\n   replicas: 2\n"),
    _around("service,team,credential\nbilling,core,@@\n"),
    _around("UPDATE integrations SET credential = '@@', rotated = now() WHERE id = 88;"),
    _around("GET /v2/items?limit=20 HTTP/1.1\r\nHost: api.vendor.example\r\nX-Auth: @@\r\nAccept: */*\r\n\r\n"),
    _record,
    _around("<integration name=\"vendor\">\n  <auth>@@</auth>\n  <timeout>30</timeout>\n</integration>"),
    _around('level=warn msg="401 from upstream" attempt=3 auth=@@ took=88ms'),
    _around(" 1043  cd /srv/app\n 1044  ./sync --all --auth @@\n 1045  exit"),
    _around("Hello team,\n\nthe account manager issued this for us:\n\n    @@\n\nPlease store it and delete this message.\n\nRegards\nPlatform"),
    _around("The user pasted @@ in the first turn, so I try it against the sandbox before anything else."),
    _around("ToolInput(name='connect', kwargs={'endpoint': 'https://api.vendor.example', 'auth': '@@'}, retries=0)"),
    _around("| Service | Auth | Expires |\n|---|---|---|\n| vendor | @@ | never |\n"),
    _around("Ich habe den Zugang bekommen: @@\nKannst du damit den Export anstoßen?"),
    _around("prueba con este @@ y dime si responde 200"),
    _around("AxiosError: Request failed with status code 403\n    at settle (/app/node_modules/axios/lib/core/settle.js:19:12)\n  config: { headers: { 'x-auth': '@@' }, timeout: 5000 }"),
    _around("helm upgrade shop ./chart --set vendor.auth=@@ --wait --timeout 5m"),
    _around("Vendor.configure do |c|\n  c.region = :eu\n  c.auth = '@@'\nend\n"),
    _around("voici ce que le support m'a envoyé : @@\ntu peux vérifier si c'est encore valable ?"),
    _around("Observation: printenv returned\nHOME=/root\n@@\nPWD=/work\nThought: I can call the service now."),
)  # fmt: skip


def _camel(name: str) -> str:
    first, *rest = name.lower().split("_")
    return first + "".join(part.title() for part in rest)


def _named(name: str, number: int) -> str:
    forms = (
        f"{name}={_HOLE}",
        f"{name}: {_HOLE}",
        f'"{name}": "{_HOLE}"',
        f"{name} = {_HOLE}",
        f'{_camel(name)}: "{_HOLE}"',
        f"{name.lower().replace('_', '-')}: {_HOLE}",
    )
    return forms[number % len(forms)]


def _pairs() -> tuple[tuple[str, str], ...]:
    pairs = []
    for number, kind in enumerate((*PREFIXED, *NAMED)):
        carrier = _CARRIERS[number * 7 % len(_CARRIERS)]
        text = carrier(_named(kind, number) if kind in NAMED else _HOLE)
        if '""' in text:  # quotes within quotes, which no program would take
            text = carrier(f"{kind}={_HOLE}")
        pairs.append((text, kind))
    return tuple(pairs)


DRAWN: Final = _pairs()
