"""Tokens that say what they are: a provider's prefix and a body of a fixed shape.

One row for each kind. The anchor is a literal at the start of the token, the body is bounded and
follows it. Shapes are those that the providers document or issue; a checksum (GitHub, npm) is never
a reason to let a token pass.
"""

import re
from typing import Final, NamedTuple

from spanveil.redaction.detection._service_tokens import MARKED, ROWS


class TokenRule(NamedTuple):
    """A kind of token.

    Attributes:
        anchor: The literal with which it begins (after ``lead`` characters).
        body: What follows the anchor, as a regular expression.
        lead: How many characters stand before the anchor, for kinds whose mark is in the middle.
        group: The group of ``body`` that is the secret, where the anchor is public (a webhook).
    """

    anchor: str
    body: str
    lead: int = 0
    group: int = 0


_W = "[A-Za-z0-9_-]"
_A = "[A-Za-z0-9]"
_H = "[0-9a-f]"
_B = "[A-Za-z0-9+/=]"
_TEAMS: Final = r"([0-9a-f-]{36}@[0-9a-f-]{36}/IncomingWebhook/[0-9a-f]{32}(?:/[0-9a-f-]{36})?(?:/[\w-]{10,64})?)"

TOKENS: Final = (
    *(TokenRule(anchor, body) for anchor, body in ROWS),
    *(TokenRule(mark, body, lead=lead) for mark, lead, body in MARKED),
    # cloud
    *(TokenRule(prefix, "[A-Z0-9]{16}") for prefix in ("AKIA", "ASIA", "ABIA", "ACCA")),
    TokenRule("ABSK", _B + "{90,200}"),
    TokenRule("AIza", _W + "{35}"),
    TokenRule("GOCSPX-", _W + "{24,32}"),
    TokenRule("ya29.", "[A-Za-z0-9._-]{20,512}"),
    TokenRule("1//0", _W + "{40,120}"),
    TokenRule("LTAI", _A + "{12,30}"),
    TokenRule("AQVN", _W + "{35,38}"),
    TokenRule("y0_", _W + "{50,80}"),
    TokenRule("t1.9eu", r"[A-Za-z0-9._-]{80,300}"),
    TokenRule("dop_v1_", _H + "{64}"),
    TokenRule("doo_v1_", _H + "{64}"),
    TokenRule("dor_v1_", _H + "{64}"),
    TokenRule("HRKU-", _W + "{30,70}"),
    TokenRule("fo1_", _W + "{40,50}"),
    TokenRule("fm1_", _B + "{60,700}"),
    TokenRule("fm2_", _B + "{60,700}"),
    TokenRule("nfp_", _A + "{36,40}"),
    TokenRule("vcp_", _A + "{24,60}"),
    TokenRule("rnd_", _A + "{24,40}"),
    TokenRule("scw_", _W + "{20,60}"),
    TokenRule(".atlasv1.", "[A-Za-z0-9_=-]{60,80}", lead=14),
    TokenRule("pul-", "(?=[a-z]{0,39}[0-9])[a-z0-9]{40}"),
    TokenRule("dp.", "(?:pt|st|ct|sa|scim|audit)\\.(?:[a-z0-9_-]{2,35}\\.)?[A-Za-z0-9]{40,44}"),
    *(TokenRule(prefix, _W + "{24,250}") for prefix in ("hvs.", "hvb.", "hvr.")),
    TokenRule("dapi", _H + "{32}(?:-[0-9])?"),
    TokenRule("dose", _H + "{32}(?:-[0-9])?"),
    TokenRule("sbp_", "[a-z0-9]{40}"),
    TokenRule("sb_secret_", _W + "{20,60}"),
    TokenRule("pscale_", "(?:tkn|pw|oauth)_[A-Za-z0-9._=-]{32,64}"),
    TokenRule("napi_", _A + "{40,80}"),
    TokenRule("cfut_", _A + "{40,60}"),
    # source code and packages
    *(TokenRule(f"gh{kind}_", _A + "{36,255}") for kind in "pousr"),
    TokenRule("github_pat_", r"\w{60,120}"),
    *(
        TokenRule(prefix, "[A-Za-z0-9_.=-]{20,320}")
        for prefix in ("glpat-", "glrt-", "gldt-", "glcbt-")
    ),
    *(
        TokenRule(prefix, "[A-Za-z0-9_.-]{20,64}")
        for prefix in ("glptt-", "glft-", "glsoat-", "glagent-")
    ),
    *(TokenRule(prefix, "[A-Za-z0-9_.-]{20,64}") for prefix in ("gloas-", "glimt-", "glffct-")),
    TokenRule("npm_", _A + "{36}"),
    TokenRule("pypi-", "AgE[A-Za-z0-9_-]{50,1000}"),
    TokenRule("rubygems_", "[a-z0-9]{48}"),
    TokenRule("dckr_pat_", _W + "{27,36}"),
    TokenRule("dckr_oat_", _W + "{27,36}"),
    TokenRule("oy2", "[a-z0-9]{43}"),
    TokenRule("AKC", _A + "{58,80}"),
    TokenRule("cio", _A + "{32}(?![A-Za-z0-9])"),
    TokenRule("CLOJARS_", "[a-z0-9]{60}"),
    TokenRule("ATATT3", "[A-Za-z0-9_=-]{60,250}"),
    TokenRule("ATCTT3", "[A-Za-z0-9_=-]{60,250}"),
    TokenRule("ATBB", _A + "{32}"),
    TokenRule("bkua_", "[a-z0-9]{40}"),
    TokenRule("CCIPAT_", r"\w{40,80}"),
    TokenRule("sgp_", "(?:[0-9a-f]{16}_|local_)?[0-9a-f]{40}"),
    TokenRule("sonar", "[pquas]_[0-9a-f]{40}"),
    *(TokenRule(prefix, _H + "{40}") for prefix in ("squ_", "sqp_", "sqa_")),
    # models and agents
    TokenRule("sk-ant-", "(?:api|admin|sid|oat)[0-9]{2}-[A-Za-z0-9_-]{20,140}"),
    TokenRule("sk-or-v1-", _H + "{64}"),
    TokenRule("sk-lf-", "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"),
    TokenRule(
        "sk-", "(?:proj-|svcacct-|admin-|None-)?(?=[A-Za-z_-]{0,64}[0-9])[A-Za-z0-9_-]{20,200}"
    ),
    TokenRule("hf_", _A + "{30,40}"),
    TokenRule("api_org_", _A + "{30,40}"),
    TokenRule("gsk_", _A + "{40,60}"),
    TokenRule("xai-", _A + "{40,120}"),
    TokenRule("r8_", _A + "{36,40}"),
    TokenRule("pplx-", _A + "{40,60}"),
    TokenRule("lsv2_", "(?:pt|sk)_[0-9a-f]{32}_[0-9a-f]{8,12}"),
    TokenRule("ls__", _H + "{32}"),
    TokenRule("fw_", _A + "{20,40}"),
    TokenRule("tvly-", "(?:dev-|prod-)?[A-Za-z0-9]{20,48}"),
    TokenRule("pcsk_", r"\w{40,90}"),
    TokenRule("e2b_", _H + "{40}"),
    TokenRule("nvapi-", _W + "{50,80}"),
    TokenRule("fc-", _H + "{32}"),
    TokenRule("jina_", _A + "{50,70}"),
    TokenRule("pa-", _W + "{40,48}(?![A-Za-z0-9_-])"),
    TokenRule("csk-", _A + "{40,60}"),
    TokenRule("tgp_v1_", _W + "{40,50}"),
    TokenRule("phc_", _A + "{40,48}"),
    TokenRule("phx_", _A + "{40,60}"),
    TokenRule("wandb_v1_", _W + "{40,100}"),
    # messages, payments, business
    *(  # numbers of a workspace and an app: `xoxb-your-token` is none
        TokenRule(prefix, "(?=[A-Za-z-]{0,40}[0-9])[A-Za-z0-9-]{10,250}")
        for prefix in ("xoxb-", "xoxp-", "xoxa-", "xoxr-")
    ),
    *(
        TokenRule(prefix, "[A-Za-z0-9%+/=.-]{10,250}")
        for prefix in ("xoxs-", "xoxc-", "xoxd-", "xoxe-", "xoxe.")
    ),
    TokenRule("xapp-", "[0-9]-[A-Z0-9]+-[0-9]+-[a-z0-9]{20,100}"),
    # whoever has the whole path of a webhook may post there, and parts of it are good for nothing
    *(
        TokenRule(
            f"hooks.{host}/",
            r"(?:services|workflows|triggers)/([A-Z0-9]{6,14}/[A-Z0-9]{6,20}/[A-Za-z0-9/]{20,60})",
            group=1,
        )
        for host in ("slack.com", "slack-gov.com")
    ),
    *(
        TokenRule(f"/api/{version}webhooks/", r"([0-9]{17,20}/[A-Za-z0-9_-]{60,80})", group=1)
        for version in ("", "v6/", "v7/", "v8/", "v9/", "v10/")
    ),
    *(
        TokenRule(f"/{path}/", _TEAMS, group=1)
        for path in ("webhook", "webhookb2", "webhooksv2", "webhookb3")
    ),
    TokenRule("/IncomingWebhook/", r"([0-9a-f]{32})(?:/[0-9a-f-]{36})?", group=1),
    TokenRule(
        "chat.googleapis.com/v1/spaces/",
        r"[\w-]+/messages\?(?:threadKey=[\w-]+&)?(key=[\w-]+&token=[\w%-]{20,60})",
        group=1,
    ),
    *(
        TokenRule(f"{kind}_{mode}_", _A + "{16,250}")
        for kind in ("sk", "rk")
        for mode in ("live", "test", "prod")
    ),
    TokenRule("whsec_", _B + "{24,80}"),
    TokenRule("EAAA", "[A-Za-z0-9_+=-]{60}"),
    TokenRule("sq0", "(?:atp|csp|idp)-[A-Za-z0-9_-]{22,60}"),
    TokenRule("access_token$", r"(?:production|sandbox)\$[0-9a-z]{16}\$[0-9a-f]{32}"),
    TokenRule(
        "access-", "(?:sandbox|production|development)-[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}"
    ),
    *(TokenRule(f"shp{kind}_", "[0-9a-fA-F]{32}") for kind in ("at", "ca", "pa", "ss")),
    TokenRule("rzp_live_", _A + "{14,20}"),
    TokenRule("FLWSECK", "[_-][A-Za-z0-9_-]{12,60}"),
    TokenRule("EAACEdEose0cBA", _A + "{20,250}"),
    TokenRule("SG.", r"[A-Za-z0-9_-]{16,32}\.[A-Za-z0-9_-]{32,64}"),
    TokenRule("key-", _H + "{32}"),
    TokenRule("xkeysib-", _H + "{64}-[A-Za-z0-9]{16}"),
    TokenRule("re_", _A + "{8,12}_[A-Za-z0-9]{20,28}"),
    TokenRule("-us", "[0-9]{1,2}(?![A-Za-z0-9-])", lead=32),
    TokenRule("SK", _H + "{32}"),
    TokenRule("AC", _H + "{32}"),
    TokenRule(":AA", _W + "{32,34}", lead=10),
    TokenRule("pat-", "(?:na|eu|ap)[0-9]-[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}"),
    TokenRule("lin_api_", _A + "{32,48}"),
    TokenRule("lin_oauth_", _H + "{64}"),
    TokenRule("ntn_", _A + "{40,50}"),
    TokenRule("secret_", _A + "{43}"),
    TokenRule("pat", r"[A-Za-z0-9]{14}\.[0-9a-f]{64}"),
    TokenRule("figd_", _W + "{38,44}"),
    TokenRule("figu_", _W + "{38,44}"),
    TokenRule("PMAK-", _H + "{24}-[0-9a-f]{34}"),
    TokenRule("tfp_", _W + "{40,64}"),
    TokenRule("cal_live_", _H + "{32}"),
    # operations
    TokenRule("glc_", _B + "{32,400}"),
    TokenRule("glsa_", _A + "{32}_[0-9A-Fa-f]{8}"),
    TokenRule("NRAK-", "[A-Z0-9]{27}"),
    TokenRule("NRJS-", "[a-z0-9]{19}"),
    TokenRule("NRIQ-", _W + "{25,32}"),
    TokenRule("NRII-", _W + "{25,32}"),
    TokenRule("eu01xx", _A + "{24,34}"),
    TokenRule("sntrys_", "[A-Za-z0-9+/=_]{40,400}"),
    TokenRule("sntryu_", _H + "{64}"),
    TokenRule("hcaik_", "[a-z0-9]{58}"),
    TokenRule("hcbik_", "[a-z0-9]{58}"),
    TokenRule("dt0", "[a-zA-Z][0-9]{2}\\.[A-Z0-9]{24}\\.[A-Z0-9]{64}"),
    TokenRule("tskey-", "[a-z]+-[A-Za-z0-9]{6,20}-[A-Za-z0-9]{16,40}"),
    TokenRule("ops_", "eyJ" + _B + "{60,2000}"),
    TokenRule(
        "A3-",
        "[A-Z0-9]{6}-(?:[A-Z0-9]{11}|[A-Z0-9]{6}-[A-Z0-9]{5})-[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{5}",
    ),
    TokenRule("AGE-SECRET-KEY-1", "[0-9A-Z]{58}"),
    TokenRule("8Q~", "[A-Za-z0-9_.~-]{31,34}", lead=3),
    TokenRule("/bot", "([0-9]{8,10}:AA[A-Za-z0-9_-]{32,34})", group=1),
    TokenRule("CFPAT-", _W + "{40,48}"),
    TokenRule("AKID", _A + "{32}"),
    TokenRule("cmVmdGtu", _A + "{50,100}"),
    TokenRule("EZAK", _A + "{54}"),
    TokenRule("EZTK", _A + "{54}"),
    TokenRule("fio-u-", _W + "{60,68}"),
    TokenRule("rdme_", "[a-z0-9]{70}"),
    TokenRule("pnu_", _A + "{36}"),
    TokenRule("shippo_", "(?:live|test)_[0-9a-f]{40}"),
    TokenRule("duffel_", "(?:live|test)_[A-Za-z0-9_=-]{43}"),
    TokenRule("ico-", _A + "{32}"),
    TokenRule("p8e-", "[a-z0-9]{32}"),
    TokenRule("dnkey-", "[a-z0-9=_-]{26}-[a-z0-9=_-]{52}"),
    TokenRule("sl.", r"(?:u\.)?[A-Za-z0-9_-]{60,1500}"),
    TokenRule("EAA", "[A-Z][A-Za-z0-9]{20,250}"),
    *(
        TokenRule(f"{kind}.eyJ", r"[A-Za-z0-9_-]{20,400}\.[A-Za-z0-9_-]{20,40}")
        for kind in ("sk", "tk")
    ),
    TokenRule("nsec1", "[02-9ac-hj-np-z]{58}"),
    TokenRule("sha256~", _W + "{43}"),
    TokenRule("v1.0-", "[0-9a-f]{24}-[0-9a-f]{146}"),
    TokenRule("signkey-", "(?:prod|test|branch)-[0-9a-f]{32,64}"),
    TokenRule("tr_", "(?:prod|dev|stg)_[A-Za-z0-9]{20,40}"),
    TokenRule("sdk-", "[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}"),
    TokenRule("tk-us-", _W + "{48}"),
    TokenRule("sm_a", "[at]t_[A-Za-z0-9]{16}"),
    TokenRule("1000.", r"[0-9a-f]{32}\.[0-9a-f]{32}"),
    TokenRule("00D", r"[A-Za-z0-9]{12,15}![A-Za-z0-9._]{60,200}"),
    TokenRule("bedrock-api-key-", _B + "{40,2000}"),
    TokenRule("sig=", "([A-Za-z0-9%+/=_-]{40,100})", group=1),
    # PASETO, and a JWE whose key is agreed on
    *(
        TokenRule(f"v{one}.local.", r"[A-Za-z0-9_-]{40,4096}(?:\.[A-Za-z0-9_-]{1,512})?")
        for one in "1234"
    ),
    *(
        TokenRule(f"v{one}.public.", r"[A-Za-z0-9_-]{40,4096}(?:\.[A-Za-z0-9_-]{1,512})?")
        for one in "1234"
    ),
    TokenRule(
        "eyJ",
        r"[A-Za-z0-9_-]{8,4096}\.\.[A-Za-z0-9_-]{8,64}\.[A-Za-z0-9_-]{8,8192}\.[A-Za-z0-9_-]{16,96}",
    ),
    TokenRule(
        "eyJ",
        r"[A-Za-z0-9_-]{8,4096}\.(?:eyJ)?[A-Za-z0-9_-]{8,8192}(?:\.[A-Za-z0-9_-]{10,2048})?(?:\.[A-Za-z0-9_-]{10,2048}){0,2}",
    ),
)
"""Every kind of token."""

_BOUNDARY: Final = re.compile(r"[A-Za-z0-9_]")


class CompiledToken(NamedTuple):
    """A rule ready to be tried at an anchor."""

    pattern: re.Pattern[str]
    lead: int
    group: int
    public_anchor: bool


def compile_tokens() -> list[CompiledToken]:
    """Compile the rows."""
    compiled = []
    for rule in TOKENS:
        lead = f"[A-Za-z0-9_.+/-]{{{rule.lead}}}" if rule.lead else ""
        # A private body must not run on: a longer run is another thing (a hash, a file's name).
        end = "" if rule.group else r"(?![A-Za-z0-9])"
        pattern = re.compile(lead + re.escape(rule.anchor) + f"(?:{rule.body})" + end, re.ASCII)
        compiled.append(CompiledToken(pattern, rule.lead, rule.group, bool(rule.group)))
    return compiled


def starts_token(text: str, start: int) -> bool:
    """Say whether a token can begin at a place: nothing of a word stands before it.

    The letter of an escape (``\\\\n`` in a JSON text) is no part of a word.
    """
    if start == 0 or _BOUNDARY.match(text, start - 1) is None:
        return True
    return start > 1 and text[start - 2] == "\\" and text[start - 1] in "nrtbf"
