"""Addresses whose path is the key: of webhooks, of nodes of a chain, of monitors and their like."""

from typing import Final

from spanveil.redaction.detection._values import UUID

_HEX: Final = "([0-9a-f]{32})"
_UUID: Final = f"({UUID})"
_LONG: Final = r"([\w-]{20,64})"
_DRAWN: Final = r"(?=[A-Za-z_-]{0,47}[0-9])([A-Za-z0-9]{24,48})"
# Nothing of a longer word may follow.
_END: Final = r"(?![\w-])"
_HOSTS: Final = (
    # webhooks
    ("maker.ifttt.com/", r"(?:trigger/[\w{}%-]{1,64}(?:/json)?/with/key|use)/" + _LONG),
    ("/open-apis/bot/", r"(?:v2/)?hook/([0-9A-Za-z-]{16,64})"),
    (".make.com/", _DRAWN),
    ("hook.integromat.com/", _DRAWN),
    (".celonis.com/", _DRAWN),
    ("/cgi-bin/webhook/send?key=", _UUID),
    ("/build_hooks/", "([0-9a-f]{24})"),
    ("/deploy_hooks/", _UUID),
    ("/integrations/deploy/", r"(prj_\w{20,40}/[A-Za-z0-9]{8,24})"),
    ("/deploy/srv-", r"[a-z0-9]{16,24}\?key=([\w-]{8,24})"),
    ("webhook.site/", _UUID),
    *(
        (name, r"(?=[A-Za-z_-]{0,80}[0-9])([\w-]{20,128})(?=[/?#\s\"'<>)]|$)")
        for name in ("/api/webhook/", "/webhook/", "/webhook-test/")
    ),
    ("/rest/", "([0-9]{1,6}/[a-z0-9]{16})(?=/)"),
    ("webexapis.com/v1/webhooks/incoming/", r"([\w-]{40,200})"),
    ("webhooks.workato.com/webhooks/rest/", _UUID),
    ("squadcast.com/v2/incidents/api/", "([0-9a-f]{40})"),
    ("pagerduty.com/x-ere/", "([0-9A-Z]{24,40})"),
    ("nosnch.in/", "([0-9a-f]{10})"),
    ("/genericWebhook/", r"(app\w{14}/wfl\w{14}/wtr\w{14})"),
    ("/automation/webhooks/", rf"\w{{2,24}}/a/({UUID}/{UUID})"),
    ("/webhook-triggers/", "([0-9]{4,12}/[A-Za-z0-9]{6,24})"),
    ("/api/build/v1/source/", rf"({UUID}/trigger/{UUID})"),
    # who is called when something is down, and what a job reports to
    ("pagerduty.com/integration/", _HEX),
    ("/integrations/generic/", rf"[0-9]{{8}}/alert/{_UUID}"),
    ("hc-ping.com/", _UUID),
    ("/api/v1/heartbeat/", _DRAWN),
    ("cronitor.link/p/", _HEX),
    ("/integrations/v1/", rf"[a-z_]{{2,32}}/{_DRAWN}"),
    ("/api/push/", r"(?=[A-Za-z]{0,63}[0-9])([A-Za-z0-9]{10,64})"),
    ("api.day.app/", "([A-Za-z0-9]{22})"),
    ("sctapi.ftqq.com/", r"(SCT\w{20,60})(?=\.send)"),
    # nodes of chains
    ("infura.io/", r"(?:ws/)?v3/([0-9a-f]{32})"),
    ("alchemy.com/", r"(?:nft/)?v[0-9]/" + _LONG),
    ("alchemyapi.io/", r"(?:nft/)?v[0-9]/" + _LONG),
    (".quiknode.pro/", "([0-9a-f]{32,64})"),
    ("rpc.ankr.com/", r"(?:\w{2,40}/){1,2}([0-9a-f]{40,80})"),
    ("core.chainstack.com/", _HEX),
    ("p2pify.com/", _HEX),
    ("blastapi.io/", _UUID),
    ("getblock.io/", f"([0-9a-f]{{32}}|{UUID})"),
    ("nodereal.io/v1/", _HEX),
    ("rpcpool.com/", f"({UUID}|[0-9a-f]{{32}})"),
    ("gateway.tenderly.co/", r"(?:public/)?([A-Za-z0-9]{20,40})"),
    ("moralis-nodes.com/", rf"\w{{2,24}}/{_HEX}"),
)
LINKS: Final = tuple((host, form + _END) for host, form in _HOSTS)
"""What stands before the key, and the form of it."""
