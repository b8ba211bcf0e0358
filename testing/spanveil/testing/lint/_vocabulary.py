"""The words by which telemetry, credentials, identity and decisions are known.

Extending what the lint sees means adding a word here.
"""

import re
from typing import Final

# Functions and methods whose result is telemetry, by full name.
SOURCE_CALLS: Final = {
    "opentelemetry.baggage.get_baggage": "baggage",
    "opentelemetry.baggage.get_all": "baggage",
    "opentelemetry.trace.get_current_span": "span",
    "opentelemetry.trace.propagation.get_current_span": "span",
    "opentelemetry.context.get_value": "telemetry context",
    "opentelemetry.context.get_current": "telemetry context",
    "opentelemetry.propagate.extract": "propagated carrier",
    "spanveil.context.TenantTag.parse": "tenant tag",
    "structlog.contextvars.get_contextvars": "log context",
}

# Methods whose result is telemetry whoever has them, since the receiver's type is seldom visible.
SOURCE_METHODS: Final = {
    "get_baggage": "baggage",
    "get_current_span": "span",
    "invocation_metadata": "headers",
}
# `extract` is a common word: it counts on a receiver that is named like a propagator.
PROPAGATOR: Final = re.compile(r"propagat", re.IGNORECASE)

# Attributes that are telemetry on any object but a response of a call of our own.
SOURCE_ATTRIBUTES: Final = {
    "headers": "headers",
    "trace_state": "trace state",
    "tracestate": "trace state",
    "traceparent": "headers",
    "META": "headers",
    "_meta": "message metadata",
}
RESPONSE_NAMES: Final = frozenset({"response", "resp", "res", "reply", "answer"})
# `attributes` is telemetry on something named or annotated as a span.
SPAN_NAME: Final = re.compile(r"(?:^|_)span$")
SPAN_TYPES: Final = frozenset({"Span", "ReadableSpan", "SpanContext", "TraceState", "_Span"})
HEADER_TYPES: Final = frozenset({"Headers", "Header"})

# A parameter of one of these names is telemetry, whatever the caller passes.
SOURCE_PARAMETERS: Final = {
    "headers": "headers",
    "request_headers": "headers",
    "carrier": "propagated carrier",
    "baggage": "baggage",
    "traceparent": "headers",
    "tracestate": "trace state",
    "trace_state": "trace state",
}
# The types that such a parameter has when it is what its name says.
RAW_TYPES: Final = frozenset(
    {"Any", "CarrierT", "Dict", "Iterable", "List", "Mapping", "MutableMapping", "Sequence"}
    | {"Tuple", "bytes", "dict", "list", "object", "str", "tuple"}
)
SOURCE_KEYS: Final = {
    "headers": "headers",
    "baggage": "baggage",
    "traceparent": "headers",
    "tracestate": "trace state",
    "_meta": "message metadata",
}
WSGI_HEADER: Final = re.compile(r"HTTP_[A-Z0-9_]+")

# Credentials travel in headers, too. They prove something only once verified; until then they
# decide nothing that a refusal would not decide as well.
CREDENTIAL_KEYS: Final = frozenset(
    {"authorization", "proxy-authorization", "cookie", "x-api-key", "http_authorization"}
)
# What goes into a verifier comes out verified. `decode` counts for a receiver named `jwt`.
VERIFIERS: Final = frozenset(
    {
        "aopen_sealed",
        "aresolve",
        "authenticate",
        "open_sealed",
        "resolve",
        "verify",
        "verify_token",
    }
)
# Facts about the telemetry itself on which code may branch, as the conventions tell it to.
CLEAN_METHODS: Final = frozenset({"is_recording"})
# What is written to telemetry decides nothing.
TELEMETRY_WRITES: Final = frozenset(
    {
        "add",
        "add_event",
        "add_link",
        "attach",
        "bind_contextvars",
        "critical",
        "debug",
        "detach",
        "error",
        "exception",
        "info",
        "inject",
        "log",
        "print",
        "record",
        "record_exception",
        "set_attribute",
        "set_attributes",
        "set_baggage",
        "set_status",
        "set_value",
        "start_as_current_span",
        "start_span",
        "update_name",
        "warn",
        "warning",
    }
)
MUTATORS: Final = frozenset(
    {"add", "append", "extend", "insert", "put", "put_nowait", "set", "setdefault", "update"}
)

DECISION: Final = re.compile(
    r"_?(?:a?decide(?:_\w+)?|authori[sz]e(?:_\w+)?|is_authori[sz]ed|is_allowed(?:_\w+)?|allows?"
    r"|is_permitted|permits?|can_\w+|has_(?:perm|permissions?|role|scope|access)"
    r"|(?:check|require|enforce|evaluate|test)_(?:access|authori[sz]ation|permissions?|policy|role"
    r"|scope|tenant)|enforce|grant(?:_\w+)?|is_(?:admin|owner|member|superuser))"
)
DECISION_DECORATORS: Final = frozenset({"isolated", "decision"})
IDENTITY: Final = re.compile(
    r"(?:\w+_)?(?:tenant|tenant_id|org_id|organi[sz]ation_id|workspace_id|customer_id|account_id"
    r"|user_id|owner_id|subject_id|role|roles|is_admin|is_superuser|permissions|scopes)"
)
QUERIES: Final = frozenset(
    {"execute", "executemany", "fetch", "fetchall", "fetchrow", "fetchval", "raw", "scalar", "text"}
)
SQL_IDENTITY: Final = re.compile(
    r"\b(?:tenant(?:_id)?|org(?:anization)?_id|workspace_id|customer_id|owner(?:_id)?|user_id|role)\b",
    re.IGNORECASE,
)
DENIALS: Final = re.compile(
    r"(?:PermissionError|PermissionDenied|Forbidden|HTTPForbidden|Unauthori[sz]ed|AccessDenied"
    r"|NotAuthori[sz]ed|NotAuthenticated|AuthenticationFailed|AuthorizationError|DecisionDenied"
    r"|TenantAccessDenied|MissingTenantContext)(?:Error|Exception)?"
)
HTTP_DENIALS: Final = frozenset({401, 403})

POLICY_MODULE: Final = re.compile(
    r"(?:^|[/_.])(?:policy|policies|pdp|authz|authori[sz]ation|permissions?|access_control)(?:[/_.]|$)"
)
DYNAMIC_IMPORTS: Final = frozenset({"importlib", "pkgutil", "runpy", "imp"})
